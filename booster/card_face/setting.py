"""Setting the words of a card on its sides: paragraphs in one column or two, the box, further pages.

set_on_one_side(look, body, aside, px, box, columns) -> Side | None   all words at one size, if they fit
set_on_pages(look, body, aside, px, box, foot, keep_whole) -> Sides   on as many sides as they need
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from booster import card_sizes as sizes
from booster.card_face.words import Step
from booster.window.text import Line, Look, Page, Run, Words, paginate, wrap
from booster.window.theme import Size, Tone

UNLIMITED = 10**6
HEADING_TONE: Tone = "sand_deep"  # of a box

Paragraph = Words | Step
Aside = tuple[str, str]
Columns = Literal["one", "two", "two under the first"]
"""How words stand on a side. Of two columns the second holds the box."""


@dataclass(frozen=True, slots=True)
class Block:
    """Words laid out, `left` and `top` pixels inside the card under its band.

    `boxed` ones stand on a ground of sand, with `top` and `left` of the ground; a step has its number beside.
    """

    left: int
    top: int
    words: Page
    boxed: bool = False
    number: int | None = None

    @property
    def bottom(self) -> int:
        """Where its words end."""
        return self.top + self.words.height

    def lower(self, by: int) -> "Block":
        """Return the block further down."""
        return replace(self, top=self.top + by)


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one side from the top, the box for the bottom (or none), and the height that both need.

    `gutter` is the middle between two columns and where they begin, if there are two.
    """

    words: tuple[Block, ...]
    boxed: tuple[Block, ...]
    used: int
    gutter: tuple[int, int] | None = None


Sides = tuple[Side, ...]


def gap_at(look: Look, px: int) -> int:
    """Return what is left between paragraphs."""
    return look.fonts.line_height(px) // sizes.PARAGRAPHS


def boxed_height(look: Look, page: Page) -> int:
    """Return the height of the box around words."""
    return page.height + 2 * look.px(sizes.BOX_PAD[1])


def mark_height(look: Look) -> int:
    """Return the height of the mark that says which page it is."""
    return max(look.px(sizes.PAGE_MARK), look.line_height(Size.LABEL))


# --- one side


def set_on_one_side(
    look: Look,
    body: Sequence[Paragraph],
    aside: Aside | None,
    px: int,
    box: tuple[int, int],
    columns: Columns,
) -> Side | None:
    """Set all words at a size in a box (width, height); None if they do not fit."""
    if columns == "one":
        side = _in_one_column(look, body, aside, px, box[0])
        return side if side.used <= box[1] else None
    across = 1 if columns == "two under the first" else 0
    splits = range(across + 1, len(body))
    sides = [
        (not _ends_steps(body, split), side)
        for split in splits
        if (side := _in_two_columns(look, body, (across, split), aside, px, box[0])).used <= box[1]
    ]
    return min(sides, key=lambda one: (one[0], one[1].used))[1] if sides else None


def _ends_steps(body: Sequence[Paragraph], split: int) -> bool:
    """Whether all steps are before a split, which is the best place for the second column to begin."""
    return isinstance(body[split - 1], Step) and not isinstance(body[split], Step)


def _in_one_column(
    look: Look,
    body: Sequence[Paragraph],
    aside: Aside | None,
    px: int,
    width: int,
    corner: tuple[int, int] = (0, 0),
) -> Side:
    """The words from a corner on (left, top), the box under them."""
    words = tuple(_stack(look, body, px, width, corner))
    bottom = max((block.bottom for block in words), default=corner[1])
    if aside is None:
        return Side(words, (), bottom)
    box = _lay_out_aside(look, aside, px, (width, UNLIMITED))[0]
    under = bottom + gap_at(look, px)
    return Side(words, (Block(corner[0], under, box, boxed=True),), under + boxed_height(look, box))


def _in_two_columns(
    look: Look, body: Sequence[Paragraph], parts: tuple[int, int], aside: Aside | None, px: int, width: int
) -> Side:
    """Two columns, the second from the paragraph `parts[1]` on, the first `parts[0]` across both."""
    across, split = parts
    between = 2 * look.px(sizes.PAD)
    column = (width - between) // 2
    head = _in_one_column(look, body[:across], None, px, width)
    top = head.used + gap_at(look, px) if head.words else 0
    first = _in_one_column(look, body[across:split], None, px, column, (0, top))
    second = _in_one_column(look, body[split:], aside, px, column, (column + between, top))
    used = max(first.used, second.used)
    boxed = tuple(block.lower(used - second.used) for block in second.boxed)
    words = (*head.words, *first.words, *second.words)
    return Side(words, boxed, used, (column + between // 2, top))


def _stack(
    look: Look, body: Sequence[Paragraph], px: int, width: int, topleft: tuple[int, int]
) -> Iterator[Block]:
    """Each paragraph as a block, one below the other."""
    left, top = topleft
    for paragraph in body:
        indent, lines = _lines(look, paragraph, px, width)
        block = _block(look, lines, px, (left + indent, top), width - indent, paragraph)
        yield block
        top += block.words.height + gap_at(look, px)


def _lines(look: Look, paragraph: Paragraph, px: int, width: int) -> tuple[int, tuple[Line, ...]]:
    """How far a paragraph stands in, and its lines."""
    if isinstance(paragraph, Step):
        indent = round(px * sizes.INDENT)
        return indent, wrap(look.fonts, paragraph.words, px, max(1, width - indent))
    return 0, wrap(look.fonts, paragraph, px, width)


def _block(
    look: Look,
    lines: Sequence[Line],
    px: int,
    topleft: tuple[int, int],
    width: int,
    beginning: Paragraph | None,
) -> Block:
    step = look.fonts.line_height(px)
    page = Page(tuple((n * step, line) for n, line in enumerate(lines)), px, width, len(lines) * step)
    number = beginning.number if isinstance(beginning, Step) else None
    return Block(*topleft, page, number=number)


def _lay_out_aside(look: Look, aside: Aside, px: int, box: tuple[int, int]) -> tuple[Page, ...]:
    heading, text = aside
    inside = (max(1, box[0] - 2 * look.px(sizes.BOX_PAD[0])), max(1, box[1] - 2 * look.px(sizes.BOX_PAD[1])))
    paragraphs = ((Run(heading, bold=True, colour=HEADING_TONE),), text)
    return paginate(look.fonts, paragraphs, px, inside, 0)


# --- more sides


def set_on_pages(
    look: Look,
    body: Sequence[Paragraph],
    aside: Aside | None,
    px: int,
    box: tuple[int, int],
    foot: int,
    keep_whole: bool,
) -> Sides:
    """Set the words at a size on as many sides as they need; the last one has room for `foot` pixels more.

    `keep_whole` turns the page before a paragraph rather than in it. A step, an advice and what else begins
    with a word in bold are always kept whole.
    """
    room = (box[0], max(1, box[1] - mark_height(look)))
    return _with_box(look, _fill(look, body, px, room, keep_whole), aside, px, room, foot)


def _fill(
    look: Look, body: Sequence[Paragraph], px: int, box: tuple[int, int], keep_whole: bool
) -> list[list[Block]]:
    """Blocks page by page; a page holds at least one line."""
    step, pages, top = look.fonts.line_height(px), list[list[Block]]([[]]), 0
    for paragraph in body:
        indent, lines = _lines(look, paragraph, px, box[0])
        high = len(lines) * step
        whole = keep_whole or not isinstance(paragraph, str)
        if whole and pages[-1] and top + high > box[1] >= high:
            pages.append([])
            top = 0
        beginning: Paragraph | None = paragraph
        while lines:
            if pages[-1] and top + step > box[1]:
                pages.append([])
                top = 0
            count = max(1, (box[1] - top) // step)
            pages[-1].append(_block(look, lines[:count], px, (indent, top), box[0] - indent, beginning))
            lines, beginning = lines[count:], None
            top += pages[-1][-1].words.height
        top += gap_at(look, px)
    return pages


def _with_box(
    look: Look,
    pages: Sequence[Sequence[Block]],
    aside: Aside | None,
    px: int,
    box: tuple[int, int],
    foot: int,
) -> Sides:
    """The pages with the box and the foot: under the words of the last one if they fit, else after it."""
    sides = [Side(tuple(page), (), max((block.bottom for block in page), default=0)) for page in pages]
    last, room = sides[-1], box[1] - foot
    if aside is None:
        return (*sides, Side((), (), 0)) if last.used > room else tuple(sides)
    boxed = _lay_out_aside(look, aside, px, (box[0], room))
    under = last.used + gap_at(look, px)
    high = boxed_height(look, boxed[0])
    if len(boxed) == 1 and under + high <= room:
        return (*sides[:-1], Side(last.words, (Block(0, under, boxed[0], boxed=True),), under + high))
    after = (Side((), (Block(0, 0, page, boxed=True),), boxed_height(look, page)) for page in boxed)
    return (*sides, *after)
