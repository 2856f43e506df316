"""How large a card and its words are on the screen, in pixels of the 1920x1080 design.

`card_face` draws by these numbers; the deck doctor foretells by them, without pygame, what will not fit.
"""

from typing import Final

HEADING: Final = 40
CARD_BODY: Final = 34
BODY: Final = 30  # the floor of a card's words: past it they turn a page
LABEL: Final = 26  # the floor of all words

PAD: Final = 36
SIGN: Final = 84
BESIDE_SIGN: Final = 24
LEAST_BAND: Final = 130
BAND_PAD: Final = 18
BOX_PAD: Final = (28, 20)
PILLAR: Final = 48
PAGE_MARK: Final = 48
FOOT_GAP: Final = 6

TWO_COLUMNS: Final = 900
"""The least width of a card's words that are set in two columns."""

MOST_OF_FOOT: Final = 0.3
"""Of the room under the band; a longer foot flows on with the words."""

CHALLENGE: Final = (1012, 793)
TOOL: Final = (1288, 860)
EXPERIENCE: Final = (1117, 760)
"""Width and height of the smallest rectangle that the screens give a card of this kind in play."""
