"""`Legend`: what the signs on the spaces mean, in a line."""

import pygame

from booster.decks.model import SpaceKind
from booster.language import Translator
from booster.names import kind_name
from booster.window.icons import icon
from booster.window.paint import disc, panel
from booster.window.text import Look
from booster.window.theme import Size

KINDS: tuple[SpaceKind, ...] = ("challenge", "tool", "choice")
SIGN, GAP, PAD = 36, 8, 22  # design pixels, as large as the text setting says


class Legend:
    """The three kinds of spaces, each with its sign and its name."""

    def __init__(self, tr: Translator) -> None:
        """Name them in a language."""
        self._names = tuple(kind_name(kind, tr) for kind in KINDS)

    def height(self, look: Look) -> int:
        """Height of a line with its edge."""
        return max(look.line_height(Size.LABEL), look.text(SIGN)) + look.px(12)

    def width(self, look: Look) -> int:
        """Width of the line with its edges."""
        names = sum(look.fonts.width(name, look.text(Size.LABEL)) for name in self._names)
        return names + len(KINDS) * look.text(SIGN + GAP + PAD)

    def draw(self, surface: pygame.Surface, look: Look, rect: pygame.Rect) -> None:
        """Draw it in a rectangle of its size."""
        panel(surface, rect, look.theme.white, look.theme.line, rect.height // 2, look.px(2))
        side, left = look.text(SIGN), rect.left + look.text(PAD) // 2
        for kind, name in zip(KINDS, self._names, strict=True):
            tint, middle = look.theme.kinds[kind], (left + side // 2, rect.centery)
            disc(surface, look, middle, side, tint.fill)
            disc(surface, look, middle, side - 2 * max(2, side // 10), look.theme.white)
            sign = icon(tint.icon, side * 6 // 10, tint.deep)
            surface.blit(sign, sign.get_rect(center=middle))
            word = look.fonts.render(name, look.text(Size.LABEL), look.theme.ink)
            surface.blit(word, word.get_rect(midleft=(left + look.text(SIGN + GAP), rect.centery)))
            left += word.get_width() + look.text(SIGN + GAP + PAD)
