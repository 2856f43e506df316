"""Choosing: `Choice` (one of several words), `CheckBox`."""

from collections.abc import Callable, Sequence

import pygame

from booster.window.icons import icon
from booster.window.paint import focus_ring, panel, rounded
from booster.window.text import Look, fit
from booster.window.theme import Size
from booster.window.transition import Transition, stay
from booster.window.widgets.base import UNUSED, Answer, Widget
from booster.window.widgets.label import SMALLEST_PX, Label

BEFORE = (pygame.K_LEFT,)
AFTER = (pygame.K_RIGHT, pygame.K_SPACE, pygame.K_PAGEDOWN)
UP_OR_DOWN = {pygame.K_UP: -1, pygame.K_DOWN: +1}


class Choice(Widget):
    """One of a few words, all in sight: `choice.chosen` is its number, from 0.

    Left, Right, Space, Page Down and a click choose; after the last comes the first. Where the words stand
    one below the other, so do Up and Down, which leave it at its ends.
    """

    focusable = True
    is_field = True

    def __init__(
        self,
        name: str,
        options: Sequence[str],
        chosen: int = 0,
        on_change: Callable[[], Transition] = stay,
        *,
        caption: bool = True,
    ) -> None:
        """Show `options` side by side, in more rows where too wide, with `name` above as a caption."""
        super().__init__(name)
        self.options = tuple(options)
        self.chosen = chosen
        self.on_change = on_change
        self.caption = Label(name, Size.LABEL, colour="muted") if caption else None
        self._cells: tuple[pygame.Rect, ...] = ()  # relative to the widget

    # --- what is chosen

    @property
    def count(self) -> int:
        """How many options there are."""
        return len(self.options)

    def cell(self, number: int) -> pygame.Rect:
        """The place of an option, in pixels of the window."""
        return self._cells[number].move(self.rect.topleft)

    def choose(self, number: int) -> Transition:
        """Choose an option; the change leads where `on_change` says."""
        if number == self.chosen:
            return None
        self.chosen = number
        return self.on_change()

    def _next(self, by: int) -> Transition:
        return self.choose((self.chosen + by) % self.count)

    def press(self, pos: tuple[int, int] | None = None) -> Transition:
        """Choose the option under the mouse."""
        if pos is None:
            return None
        under = (number for number in range(self.count) if self.cell(number).collidepoint(pos))
        return self.choose(next(under, self.chosen))

    def on_key(self, event: pygame.Event) -> Answer:
        """Choose the next option or the one before."""
        if event.type != pygame.KEYDOWN:
            return UNUSED
        if event.key in BEFORE:
            return self._next(-1)
        if event.key in AFTER:
            return self._next(+1)
        further = self.chosen + UP_OR_DOWN.get(event.key, 0)
        if self._is_a_column and further != self.chosen and 0 <= further < self.count:
            return self.choose(further)
        return UNUSED

    @property
    def _is_a_column(self) -> bool:
        return self.count > 1 and len({cell.left for cell in self._cells}) == 1

    # --- place and picture

    def _caption_height(self, look: Look, width: int) -> int:
        return self.caption.height(look, width) + look.px(12) if self.caption else 0

    def _rows(self, look: Look, width: int) -> list[list[int]]:
        """The numbers of the options in each row."""
        per_row = max(1, min(self.count, width // max(1, self._cell_width(look))))
        rows = -(-self.count // per_row)
        even = -(-self.count // rows)
        return [list(range(start, min(start + even, self.count))) for start in range(0, self.count, even)]

    def _cell_width(self, look: Look) -> int:
        px = look.text(Size.BODY)
        return max(look.fonts.width(option, px, bold=True) for option in self.options) + look.px(84)

    def _cell_height(self, look: Look) -> int:
        return max(look.px(64), look.line_height(Size.BODY) + look.px(20))

    def height(self, look: Look, width: int) -> int:
        """Height with as many rows as this width asks for."""
        return self._caption_height(look, width) + len(self._rows(look, width)) * self._cell_height(look)

    def width(self, look: Look) -> int:
        """Width of one row."""
        return self._cell_width(look) * self.count

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Cut the rectangle into cells."""
        super().place(look, rect)
        top = self._caption_height(look, rect.width)
        if self.caption:
            self.caption.place(look, pygame.Rect(rect.left, rect.top, rect.width, top - look.px(12)))
        rows = self._rows(look, rect.width)
        high = min((rect.height - top) // len(rows), self._cell_height(look))
        self._cells = tuple(
            pygame.Rect(place * rect.width // len(row), top + line * high, rect.width // len(row), high)
            for line, row in enumerate(rows)
            for place, _ in enumerate(row)
        )

    def move(self, dy: int) -> None:
        """Shift the widget and its caption."""
        super().move(dy)
        if self.caption:
            self.caption.move(dy)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the cells; the chosen one is dark and has a tick."""
        look, radius = self.look, self.look.px(14)
        if self.caption:
            self.caption.draw(surface)
        box = self.cell(0).unionall([self.cell(number) for number in range(self.count)])
        if self.focused:
            focus_ring(surface, look, box, radius)
        fill = look.theme.paper if self.hovered else look.theme.white
        panel(surface, box, fill, look.theme.outline, radius, look.px(2))
        for number, option in enumerate(self.options):
            cell = self.cell(number).inflate(-2 * look.px(5), -2 * look.px(5))
            if number == self.chosen:
                rounded(surface, cell, look.theme.ink, radius - look.px(3))
            self._draw_option(surface, cell, option, number == self.chosen)

    def _draw_option(self, surface: pygame.Surface, cell: pygame.Rect, option: str, chosen: bool) -> None:
        look = self.look
        tick = look.px(28)
        box = (max(1, cell.width - 2 * look.px(10) - 2 * tick), cell.height)
        page = fit(look.fonts, (option,), box, look.text(Size.BODY), SMALLEST_PX, bold=chosen)[0]
        left, top = cell.left + look.px(10) + tick, cell.top + (cell.height - page.height) // 2
        page.draw(surface, look, (left, top), look.theme.white if chosen else look.theme.ink, "centre")
        if chosen:
            wide = max(line.width for _, line in page.lines)
            sign = icon("check", tick, look.theme.white)
            surface.blit(sign, sign.get_rect(midright=(cell.centerx - wide // 2 - look.px(6), cell.centery)))


class CheckBox(Widget):
    """A yes or no: `box.checked`."""

    focusable = True

    def __init__(self, text: str, checked: bool = False, on_change: Callable[[], Transition] = stay) -> None:
        """Show a box and `text` beside it."""
        super().__init__(text)
        self.checked = checked
        self.on_change = on_change
        self.label = Label(text)

    def _beside(self, look: Look) -> int:
        return look.px(40 + 18)

    def height(self, look: Look, width: int) -> int:
        """Height of the box or of the text, whichever is more."""
        return max(look.px(56), self.label.height(look, max(1, width - self._beside(look))))

    def width(self, look: Look) -> int:
        """Width at which the text does not wrap."""
        return self._beside(look) + self.label.width(look)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the box at the left, the text beside it."""
        super().place(look, rect)
        beside = self._beside(look)
        self.label.place(
            look, pygame.Rect(rect.left + beside, rect.top, max(1, rect.width - beside), rect.height)
        )

    def move(self, dy: int) -> None:
        """Shift the box and its text."""
        super().move(dy)
        self.label.move(dy)

    def press(self, pos: tuple[int, int] | None = None) -> Transition:
        """Check or clear it."""
        self.checked = not self.checked
        return self.on_change()

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the box and the text."""
        look, side, radius = self.look, self.look.px(40), self.look.px(8)
        box = pygame.Rect(self.rect.left, self.rect.centery - side // 2, side, side)
        if self.focused:
            focus_ring(surface, look, box, radius)
        fill = look.theme.ink if self.checked else look.theme.white
        panel(surface, box, fill, look.theme.ink, radius, look.px(3))
        if self.checked:
            sign = icon("check", look.px(28), look.theme.white)
            surface.blit(sign, sign.get_rect(center=box.center))
        self.label.draw(surface)
