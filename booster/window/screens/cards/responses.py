"""`Responses`: the responses to a challenge (R6), what helps and who can lend (R7), as large as they fit."""

from collections.abc import Callable, Sequence

import pygame

from booster.language import Translator
from booster.window.icons import icon
from booster.window.screens.game.drawing import write
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Transition
from booster.window.widgets import Button, ScrollArea, Widget

SIZES = range(Size.HEADING, Size.LABEL - 1, -2)  # of the words, in design pixels
SMALLEST = 20  # where the text setting is larger, words may be a fourth smaller than it says
HIGHEST = 240  # design pixels that a response grows to


class Answer(Button):
    """A response, or the offer of another team. `size` and `least`, its height in pixels, follow the room."""

    def __init__(
        self,
        text: str,
        on_press: Callable[[], Transition],
        *,
        number: int | None = None,
        icon_name: str | None = None,
        locked: str | None = None,
    ) -> None:
        """Show a number or an icon, and the words."""
        super().__init__(text, on_press, number=number, icon_name=icon_name, locked=locked)
        self.least = 0

    def _sign_size(self, look: Look) -> int:
        """A number can be read from the back of the room."""
        return max(look.px(56), look.line_height(self.size) * 4 // 3)

    def height(self, look: Look, width: int) -> int:
        """Height of the words, or what it was given."""
        return max(self.least, super().height(look, width))


class Responses(ScrollArea):
    """Responses that share the room. Where they need more they shrink, then scroll; a mark says how many
    are below."""

    def __init__(
        self,
        name: str,
        before: Sequence[Widget],
        responses: Sequence[Answer],
        after: Sequence[Widget],
        tr: Translator,
    ) -> None:
        """Show the responses, with what stands before and after them."""
        super().__init__(name, (*before, *responses, *after))
        self.responses = tuple(responses)
        self.tr = tr
        self._mark = pygame.Rect(0, 0, 0, 0)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Choose the size of the words, then share out what they leave."""
        spare = self._fit_words(look, rect)
        self._grow(look, self._inner_width(look, rect.width), max(0, spare))
        line = look.line_height(Size.LABEL) if spare < 0 else 0
        self._mark = pygame.Rect(rect.left, rect.bottom - line, rect.width, line)
        super().place(look, pygame.Rect(rect.left, rect.top, rect.width, rect.height - line))

    def _fit_words(self, look: Look, rect: pygame.Rect) -> int:
        """Set the words as large as they fit; return the height that is left, below 0 where they do not."""
        answers = [widget for widget in self.widgets if isinstance(widget, Answer)]
        floor = max(SMALLEST, Size.LABEL * 100 // look.scale.text_percent)
        for size in (*(size for size in SIZES if size > floor), floor):
            for answer in answers:
                answer.size, answer.least = size, 0
            spare = rect.height - self.height(look, rect.width)
            if spare >= 0:
                break
        return spare

    def _grow(self, look: Look, width: int, spare: int) -> None:
        """Make the responses as high as each other, as far as there is room."""
        heights = sorted((answer.height(look, width) for answer in self.responses), reverse=True)
        room = sum(heights) + spare
        for number, height in enumerate(heights):
            level = room // (len(heights) - number)
            if height <= level:
                break
            room -= height
        for answer in self.responses:
            answer.least = min(level, look.px(HIGHEST))

    @property
    def below(self) -> int:
        """How many responses and offers are out of sight below."""
        edge = self.rect.bottom - self._margin(self.look)
        return sum(leaf.focusable and leaf.rect.bottom > edge for leaf in self.leaves())

    def draw(self, surface: pygame.Surface) -> None:
        """Draw what is in sight, and how much is not."""
        super().draw(surface)
        below = self.below
        if not (self._mark.height and below):
            return
        look, muted = self.look, self.look.theme.muted
        size = self._mark.height * 3 // 4
        left = self._mark.left + self._margin(look)
        arrow = icon("arrow-down", size, muted)
        surface.blit(arrow, arrow.get_rect(midleft=(left, self._mark.centery)))
        left += size + look.px(10)
        words = self.tr.plural("{n} more below", "{n} more below", below)
        room = pygame.Rect(left, self._mark.top, self._mark.right - left, self._mark.height)
        write(surface, look, words, room, bold=True, colour=muted)
