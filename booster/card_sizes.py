"""How large a card and its words are, on the screen and in print.

One unit for both: a pixel of the 1920x1080 design, which is a tenth of a millimetre on paper. So one layout
serves both. `card_face` draws by these numbers; the deck doctor foretells by them, without pygame, what will
not fit.
"""

from typing import Final

PX_PER_MM: Final = 10

TITLE: Final = 48  # on one line
HEADING: Final = 40
LARGEST: Final = 42  # the words of a card start at this size, and shrink until they fit
CARD_BODY: Final = 34
BODY: Final = 30  # the floor of a card's words: past it they turn a page
NEARLY_BODY: Final = 27  # where the text setting is larger, words may be a tenth smaller than it says
LABEL: Final = 26  # the floor of all other words of the window
SMALL_PRINT: Final = 25

PAD: Final = 34
SIGN: Final = 96
BESIDE_SIGN: Final = 22
LEAST_BAND: Final = 130
BAND_PAD: Final = 15
BOX_PAD: Final = (28, 16)
PILLAR: Final = 48
PAGE_MARK: Final = 48
FOOT_GAP: Final = 4
ABOVE_FOOT: Final = 20

INDENT: Final = 1.5
"""How far the words of a step stand from its number's left edge, in parts of the size of the letters."""

PARAGRAPHS: Final = 4
"""Between paragraphs a line's height is left, divided by this."""

TWO_COLUMNS: Final = 900
"""The least width of a card's words that are set in two columns."""

CHALLENGE: Final = (1012, 793)
TOOL: Final = (1368, 860)
EXPERIENCE: Final = (1245, 770)
"""Width and height of the smallest rectangle that the screens give a card of this kind in play."""

PAPER: Final = (1480, 1050)
"""A printed card: A6, four on a sheet of A4."""

PRINT: Final = (1380, 950)
"""What of the paper is printed: 5 mm are left on each side, where printers do not reach and knives stray."""


def points(px: float) -> float:
    """Return how many points a size is on paper."""
    return px / PX_PER_MM / 25.4 * 72
