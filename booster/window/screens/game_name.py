"""`GameName`: the name of the game as it stands on a box, with a piece of the trail under it."""

import pygame

from booster.window.icons import icon
from booster.window.paint import disc
from booster.window.text import Look
from booster.window.widgets import Widget

LARGE = 136  # design pixels: the last word
SMALL = 0.42  # of the last word: those before it
CAPITAL = 0.714  # of a size: how high a capital is
BETWEEN, BELOW, TRAIL = 0.21, 0.31, 0.2  # of the last word: lines apart, the trail below, its height
HIGH = CAPITAL * (1 + SMALL) + BETWEEN + BELOW + TRAIL / 2
SPACES = ("tool", "challenge", "choice", "challenge", "tool")
DOTS = 5  # from space to space


class GameName(Widget):
    """The last word large; the others above it, in capitals, as wide as it."""

    def __init__(self, name: str) -> None:
        """Show a name of one word or more."""
        super().__init__(name)
        first, _, self.last = name.rpartition(" ")
        self.first = first.upper()
        self._px = 0

    def _size(self, look: Look, width: int) -> int:
        """The size of the last word where it has so much room."""
        px = look.px(LARGE)
        return min(px, px * width // look.fonts.width(self.last, px, bold=True))

    def height(self, look: Look, width: int) -> int:
        """Height of the name and the trail."""
        return round(self._size(look, width) * HIGH)

    def width(self, look: Look) -> int:
        """Width of the last word."""
        return look.fonts.width(self.last, look.px(LARGE), bold=True)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Make the words as large as the rectangle lets them be."""
        super().place(look, rect)
        self._px = max(1, min(self._size(look, rect.width), int(rect.height / HIGH)))

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the words from the top of the rectangle, then the trail."""
        look, px = self.look, self._px
        wide = look.fonts.width(self.last, px, bold=True)
        line = self.rect.top + round(px * SMALL * CAPITAL)
        self._draw_first(surface, line, wide)
        line += round(px * (BETWEEN + CAPITAL))
        last = look.fonts.render(self.last, px, look.theme.ink, bold=True)
        # both lines begin where their first letter does
        left = self.rect.left - last.get_bounding_rect().left
        surface.blit(last, (left, line - look.fonts.font(px, bold=True).get_ascent()))
        self._draw_trail(surface, line + round(px * BELOW), wide)

    def _draw_first(self, surface: pygame.Surface, line: int, wide: int) -> None:
        """Draw the first words letter by letter, spread over the width of the last."""
        if not self.first:
            return
        look, px = self.look, round(self._px * SMALL)
        px = min(px, px * wide // look.fonts.width(self.first, px, bold=True))
        font, colour = look.fonts.font(px, bold=True), look.theme.kinds["tool"].deep
        letters = [look.fonts.render(letter, px, colour, bold=True) for letter in self.first]
        begin = self.rect.left - letters[0].get_bounding_rect().left
        apart = (wide - font.size(self.first)[0]) / max(1, len(letters) - 1)
        for number, letter in enumerate(letters):
            left = begin + font.size(self.first[:number])[0] + round(number * apart)
            surface.blit(letter, (left, line - font.get_ascent()))

    def _draw_trail(self, surface: pygame.Surface, middle: int, wide: int) -> None:
        """Draw five spaces with dots between them, and the boat where they lead."""
        look, theme, size = self.look, self.look.theme, max(6, round(self._px * TRAIL))
        left, step = self.rect.left + size // 2, (wide - size * 1.2) / len(SPACES)
        for number in range(len(SPACES) * DOTS):
            x = round(left + number * step / DOTS)
            disc(surface, look, (x, middle), max(2, size // 6), theme.outline)
        for number, kind in enumerate(SPACES):
            centre = (round(left + number * step), middle)
            disc(surface, look, centre, size + 2 * (size // 6), theme.paper)
            disc(surface, look, centre, size, theme.kinds[kind].fill)
            disc(surface, look, centre, size - 2 * max(2, size // 5), theme.white)
        boat = icon("boat", round(size * 1.5), theme.ink)
        surface.blit(boat, boat.get_rect(midright=(self.rect.left + wide, middle - size // 5)))
