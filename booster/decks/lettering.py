"""How wide words are in the font of the cards, told from the font's own tables: no window, no pygame."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from booster.paths import assets_folder
from booster.typography import bind, clean

ON_SCREEN = 1.03
"""Letters are drawn on whole pixels, so that a line comes out up to this much wider than the tables say."""


@dataclass(frozen=True, slots=True)
class Letters:
    """One weight of the font: how wide its characters and how high its lines are, in parts of its size."""

    widths: Mapping[str, float]
    line: float
    _words: dict[str, float] = field(default_factory=dict)

    def line_height(self, px: int) -> int:
        """Return the pixels from one line to the next."""
        return math.ceil(self.line * px)

    def lines(self, text: str, px: int, width: float) -> int:
        """Return on how many lines of `width` pixels a text wraps at the size `px`."""
        room = width / px / ON_SCREEN
        return sum(self._lines_of_row(row, room) for row in drawn(text).split("\n"))

    def _lines_of_row(self, row: str, room: float) -> int:
        lines, used, space = 1, 0.0, self.widths[" "]
        for word in row.split(" "):
            wide = self._width(word)
            if used and used + space + wide > room:
                lines, used = lines + 1, wide
            else:
                used += wide + (space if used else 0)
            if used > room:
                # A word wider than a line breaks by character.
                lines, used = lines + int(used // room), used % room
        return lines

    def _width(self, word: str) -> float:
        wide = self._words.get(word)
        if wide is None:
            unknown = self.widths["?"]
            wide = self._words[word] = sum(self.widths.get(one, unknown) for one in word)
        return wide


def drawn(text: str) -> str:
    """Return the text as the cards draw it: French punctuation bound, nothing that has no width."""
    return bind(clean(text))


@cache
def letters(bold: bool = False) -> Letters:
    """Return the letters of the cards' font, regular or bold. Raises OSError when it cannot be read."""
    from fontTools.ttLib import TTFont

    name = "NotoSans-Bold.ttf" if bold else "NotoSans-Regular.ttf"
    with TTFont(assets_folder() / "fonts" / name, lazy=True) as font:
        size, advances, lines = font["head"].unitsPerEm, font["hmtx"], font["hhea"]
        widths = {chr(code): advances[glyph][0] / size for code, glyph in font.getBestCmap().items()}
        return Letters(widths, (lines.ascent - lines.descent + lines.lineGap) / size)
