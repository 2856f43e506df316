"""Laying a card out: band, words as large as they fit, small print, a picture where room is left."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from booster import card_sizes as sizes
from booster.card_face.setting import (
    UNLIMITED,
    Aside,
    Block,
    Columns,
    Paragraph,
    Side,
    Sides,
    mark_height,
    set_on_one_side,
    set_on_pages,
)
from booster.card_face.words import Face, Step
from booster.window.text import Look, Page, Words, as_runs, fit, paginate, wrap
from booster.window.theme import Size

SMALLEST_PX = 6  # a title never fills more than its band
MOST_PAGES = 3  # larger words than the floor are not worth more
LARGE_FOOT = 0.3  # of the room under the band: small print that is higher does not follow the text setting
LARGEST_FOOT = 0.5  # a higher foot flows on with the words
LEAST_PICTURE, HIGHEST_PICTURE = 140, 420  # design pixels
HIGH_PICTURE = 0.42  # of its width: a picture need not be higher
MOST_AIR = 36  # design pixels above the words of a card that leaves room
BADGES = (146, 112)  # design pixels: the larger one reaches down between the band and the words
BESIDE_BADGE = 16

SetAt = Callable[[int], Sides | None]
"""Sets the words at a size in pixels; None where they do not fit."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a card: its words, and the height of the picture above them, which may be 0.

    `gutter` is where two columns part, and where they begin.
    """

    blocks: tuple[Block, ...]
    picture: int
    gutter: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class CardLayout:
    """A card laid out for a size. `badge` is how wide the place of its stage is in the band, or 0."""

    face: Face
    size: tuple[int, int]
    band: Page
    title: Page
    band_height: int
    badge: int
    foot: Page | None
    sheets: tuple[Sheet, ...]

    @property
    def pages(self) -> tuple[tuple[Block, ...], ...]:
        """The words of each page."""
        return tuple(sheet.blocks for sheet in self.sheets)


def lay_out_card(look: Look, face: Face, size: tuple[int, int]) -> CardLayout:
    """Return a card laid out in `size` pixels, its words as large as they fit.

    They turn to a second page, and a third, rather than go far below 30 design pixels times the text setting.
    """
    pad = look.px(sizes.PAD)
    band, title, high = _lay_out_band(look, face, size)
    box = (max(1, size[0] - 2 * pad), max(1, size[1] - high - 2 * pad))
    foot, body = _lay_out_foot(look, face.foot, box), face.body
    if foot and foot.height > box[1] * LARGEST_FOOT:
        foot, body = None, (*body, *(as_runs(words) for words in face.foot))
    under = foot.height + look.px(sizes.ABOVE_FOOT) if foot else 0
    sides = _set_words(look, body, face.aside, box, under)
    alone = len(sides) == 1
    room = box[1] - (0 if alone else mark_height(look))
    rooms = (*(room for _ in sides[1:]), room - under)
    sheets = tuple(
        _place(look, face, side, (size[0], left), alone) for side, left in zip(sides, rooms, strict=True)
    )
    badge = 0
    if not sheets[0].picture and _may_be_pictured(look, face):
        title, badge = _lay_out_badge(look, face, band, title, size)
    return CardLayout(face, size, band, title, high, badge, foot, sheets)


# --- the band


def _lay_out_band(look: Look, face: Face, size: tuple[int, int]) -> tuple[Page, Page, int]:
    """The words above the title, the title, and the height of the band."""
    width = _title_width(look, size[0])
    pillars = look.px(sizes.PILLAR) * len(face.pillars)
    label = look.text(Size.LABEL)
    band = fit(look.fonts, (face.band,), (max(1, width - pillars), size[1] // 6), label, SMALLEST_PX)[0]
    title = _lay_out_title(look, face.title, (width, size[1] // 5))
    high = band.height + title.height + 2 * look.px(sizes.BAND_PAD)
    return band, title, max(look.px(sizes.LEAST_BAND), high)


def _title_width(look: Look, width: int) -> int:
    return max(1, width - 2 * look.px(sizes.PAD) - look.px(sizes.SIGN) - look.px(sizes.BESIDE_SIGN))


def _lay_out_title(look: Look, title: str, box: tuple[int, int]) -> Page:
    """A title is larger where it takes one line."""
    size = look.text(Size.HEADING)
    for px in range(look.text(sizes.TITLE), size, -1):
        if len(wrap(look.fonts, title, px, box[0], bold=True)) == 1:
            return paginate(look.fonts, (title,), px, (box[0], UNLIMITED), 0, bold=True)[0]
    room = (box[0], max(look.line_height(Size.HEADING), box[1]))
    return fit(look.fonts, (title,), room, size, SMALLEST_PX, bold=True)[0]


def _lay_out_badge(
    look: Look, face: Face, band: Page, title: Page, size: tuple[int, int]
) -> tuple[Page, int]:
    """The place of the stage beside the title, if that takes no line more there and stays large enough."""
    usual = min(title.px, look.text(Size.HEADING))
    above = max(line.width for _, line in band.lines) + look.px(sizes.PILLAR) * len(face.pillars)
    for badge in (look.px(side) for side in BADGES):
        width = _title_width(look, size[0]) - badge - look.px(BESIDE_BADGE)
        if width < above:
            continue
        beside = _lay_out_title(look, face.title, (width, size[1] // 5))
        if beside.px >= usual and len(beside.lines) == len(title.lines):
            return beside, badge
    return title, 0


def _lay_out_foot(look: Look, foot: Sequence[Words], box: tuple[int, int]) -> Page | None:
    """The small print, which follows the text setting where that leaves room for the words."""
    if not foot:
        return None
    large, small = (
        paginate(look.fonts, foot, px, (box[0], UNLIMITED), look.px(sizes.FOOT_GAP))[0]
        for px in (look.text(sizes.SMALL_PRINT), look.px(sizes.SMALL_PRINT))
    )
    return large if large.height <= box[1] * LARGE_FOOT else small


# --- the words


def _set_words(
    look: Look, body: Sequence[Paragraph], aside: Aside | None, box: tuple[int, int], under: int
) -> Sides:
    """The words on as few sides as they take at the size that was asked for; above that as large as fits."""

    def on_one_side(columns: Columns) -> SetAt:
        def set_at(px: int) -> Sides | None:
            side = set_on_one_side(look, body, aside, px, (box[0], box[1] - under), columns)
            return (side,) if side else None

        return set_at

    def on_pages(most: int, keep_whole: bool) -> SetAt:
        def set_at(px: int) -> Sides | None:
            sides = set_on_pages(look, body, aside, px, box, under, keep_whole)
            return sides if len(sides) <= most else None

        return set_at

    largest, floor = look.text(sizes.LARGEST), look.px(Size.BODY)
    asked = max(floor, look.text(sizes.NEARLY_BODY))
    ways = (
        *(on_one_side(columns) for columns in _columns(look, body, box[0])),
        *(on_pages(most, whole) for most, whole in product(range(2, MOST_PAGES + 1), (True, False))),
    )
    found = next((sides for way in ways if (sides := _largest(asked, largest, way))), None)
    return (
        found
        or _largest(floor, asked, on_pages(MOST_PAGES, False))
        or set_on_pages(look, body, aside, floor, box, under, False)
    )


def _columns(look: Look, body: Sequence[Paragraph], width: int) -> tuple[Columns, ...]:
    """The ways to set words on one side, the best first: a method in two columns, other words in one."""
    if width < look.text(sizes.TWO_COLUMNS):
        return ("one",)
    if any(isinstance(paragraph, Step) for paragraph in body):
        return ("two under the first", "two", "one")
    return ("one", "two under the first", "two")


def _largest(smallest: int, largest: int, set_at: SetAt) -> Sides | None:
    """The words at the largest size at which they fit, found by halves; None if there is none."""
    best = set_at(smallest)
    while best and smallest < largest:
        middle = (smallest + largest + 1) // 2
        if sides := set_at(middle):
            best, smallest = sides, middle
        else:
            largest = middle - 1
    return best


# --- their places


def _place(look: Look, face: Face, side: Side, box: tuple[int, int], alone: bool) -> Sheet:
    """A page: a picture takes what the words leave; on the only page they get some air."""
    left = box[1] - side.used
    picture = _picture_height(look, left, box[0]) if _may_be_pictured(look, face) else 0
    left -= picture
    air = min(left // 3, look.px(MOST_AIR)) if alone else 0
    words = tuple(block.lower(picture + air) for block in side.words)
    gutter = (side.gutter[0], side.gutter[1] + picture + air) if side.gutter else None
    boxed = tuple(block.lower(picture + (left - air if words else 0)) for block in side.boxed)
    return Sheet(words + boxed, picture, gutter)


def _may_be_pictured(look: Look, face: Face) -> bool:
    return face.stage is not None and not look.settings.high_contrast


def _picture_height(look: Look, left: int, width: int) -> int:
    most = min(left, look.px(HIGHEST_PICTURE), round(width * HIGH_PICTURE))
    return most if most >= look.px(LEAST_PICTURE) else 0
