"""Parts of the card screens: `Helped` says which tool helps, `Effects` what adopting does to the points."""

import pygame

from booster.names import points_words, signed
from booster.window.icons import icon
from booster.window.paint import panel
from booster.window.screens.game.drawing import draw_points, write
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.widgets import Label, Widget


class Helped(Widget):
    """A line that says which tool helps (R7)."""

    def __init__(self, words: str) -> None:
        """Show these words with a tick."""
        super().__init__(words)
        self._words = Label(words, Size.BODY, bold=True)

    def _left(self, look: Look) -> int:
        return look.px(24 + 44 + 16)

    def height(self, look: Look, width: int) -> int:
        """Height of the words and a little more."""
        inner = max(1, width - self._left(look) - look.px(20))
        return max(look.px(64), self._words.height(look, inner) + look.px(24))

    def width(self, look: Look) -> int:
        """Width at which the words do not wrap."""
        return self._left(look) + self._words.width(look) + look.px(20)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the words beside the tick."""
        super().place(look, rect)
        left = rect.left + self._left(look)
        self._words.place(look, pygame.Rect(left, rect.top, rect.right - look.px(20) - left, rect.height))

    def move(self, dy: int) -> None:
        """Shift the line and its words."""
        super().move(dy)
        self._words.move(dy)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the tick and the words on the colour of tools."""
        look, tint = self.look, self.look.theme.kinds["tool"]
        panel(surface, self.rect, tint.pale, tint.fill, look.px(18), look.px(2))
        sign = icon("check", look.px(44), tint.deep)
        surface.blit(sign, sign.get_rect(midleft=(self.rect.left + look.px(24), self.rect.centery)))
        self._words.draw(surface)


class Effects(Widget):
    """What adopting a tool does to the points: a chip a pillar (R8)."""

    def __init__(self, words: str, table: Table, tool: str) -> None:
        """Show the points of this tool."""
        points = table.deck.tool(tool).points
        super().__init__(f"{words} {points_words(points, table.tr)}")
        self.words = words
        self.moves = points.moves
        self.nothing = points_words(points, table.tr)

    def height(self, look: Look, width: int) -> int:
        """Height of the words and the chips."""
        return look.line_height(Size.LABEL) * 2 + look.px(92)

    def width(self, look: Look) -> int:
        """Width of three chips."""
        return look.px(3 * 170 + 2 * 14 + 2 * 24)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the words and the chips."""
        look = self.look
        panel(surface, self.rect, look.theme.white, look.theme.line, look.px(20), look.px(2))
        inner = self.rect.inflate(-2 * look.px(24), -2 * look.px(16))
        words = pygame.Rect(inner.left, inner.top, inner.width, inner.height * 45 // 100)
        write(surface, look, self.words, words, colour=look.theme.muted)
        line = pygame.Rect(
            inner.left, words.bottom + look.px(6), inner.width, inner.bottom - words.bottom - look.px(6)
        )
        if not self.moves:
            write(surface, look, self.nothing, line, Size.BODY, bold=True)
        gap = look.px(14)
        width = min(look.px(170), (line.width - 2 * gap) // 3)
        for number, (pillar, points) in enumerate(self.moves):
            chip = pygame.Rect(line.left + number * (width + gap), line.top, width, line.height)
            draw_points(surface, look, pillar, signed(points), chip, Size.HEADING)
