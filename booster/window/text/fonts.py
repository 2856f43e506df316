"""The fonts in every size, the words drawn with them, and the look: all that drawing needs to know."""

import io
from collections import OrderedDict
from pathlib import Path
from typing import NamedTuple

import pygame

from booster.settings import USUAL, Settings
from booster.window.theme import HIGH_CONTRAST, STANDARD, Colour, Scale, Size, Theme

FONTS_KEPT = 200  # sizes; dragging the edge of the window asks for new ones all the time
RENDERED_KEPT = 4_000_000  # pixels of words kept, 16 MB: a few screens at 1080p, one at 4K


class Fonts:
    """Noto Sans in every size asked for, and the words already drawn with it."""

    def __init__(self, folder: Path) -> None:
        """Read the fonts from `folder`, each when it is first asked for. Needs `pygame.font.init()`."""
        self._folder = folder
        self._files: dict[str, bytes] = {}
        self._fonts: dict[tuple[int, bool], pygame.font.Font] = {}
        self._rendered: OrderedDict[tuple[str, int, Colour, bool], pygame.Surface] = OrderedDict()
        self._rendered_pixels = 0

    def font(self, px: int, bold: bool = False) -> pygame.font.Font:
        """Return the font of this pixel size."""
        key = (px, bold)
        if key not in self._fonts:
            if len(self._fonts) >= FONTS_KEPT:
                self._fonts.clear()
            name = "NotoSans-Bold.ttf" if bold else "NotoSans-Regular.ttf"
            if name not in self._files:
                self._files[name] = (self._folder / name).read_bytes()
            # from memory: from a path, each size would hold a file open
            self._fonts[key] = pygame.font.Font(io.BytesIO(self._files[name]), px)
        return self._fonts[key]

    def width(self, text: str, px: int, bold: bool = False) -> int:
        """Return how many pixels wide one line of text is."""
        return self.font(px, bold).size(text)[0]

    def line_height(self, px: int) -> int:
        """Return the pixels from one line to the next."""
        return self.font(px).get_linesize()

    def render(self, text: str, px: int, colour: Colour, bold: bool = False) -> pygame.Surface:
        """Return one line of text as a surface with alpha. Treat it as read-only: it is kept and shared."""
        key = (text, px, colour, bold)
        if key in self._rendered:
            self._rendered.move_to_end(key)
        else:
            drawn = self._rendered[key] = self.font(px, bold).render(text, True, colour)
            self._rendered_pixels += _pixels(drawn)
            while self._rendered_pixels > RENDERED_KEPT and len(self._rendered) > 1:
                self._rendered_pixels -= _pixels(self._rendered.popitem(last=False)[1])
        return self._rendered[key]


def _pixels(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height()


class Look(NamedTuple):
    """What laying out and drawing need: the scale of the window, the fonts, and what the person has set."""

    scale: Scale
    fonts: Fonts
    settings: Settings = USUAL

    @property
    def theme(self) -> Theme:
        """The colours."""
        return HIGH_CONTRAST if self.settings.high_contrast else STANDARD

    @property
    def width(self) -> int:
        """Width of the window in pixels."""
        return self.scale.width

    @property
    def height(self) -> int:
        """Height of the window in pixels."""
        return self.scale.height

    def px(self, design_px: float) -> int:
        """Pixels for a length of the 1920x1080 design."""
        return self.scale.px(design_px)

    def text(self, size: Size | int) -> int:
        """Pixel size of the font of this role."""
        return self.scale.text(size)

    def line_height(self, size: Size | int) -> int:
        """Pixels from one line to the next in this role."""
        return self.fonts.line_height(self.text(size))
