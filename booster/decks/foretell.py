"""How many pages a card takes on the screen or on paper, told without pygame, as `card_face` lays it out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from booster import card_sizes as sizes
from booster.decks.lettering import letters
from booster.decks.model import Card, Challenge, Experience, Tool
from booster.language import Translator


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph; a step stands further in, beside its number."""

    text: str
    bold: bool = False
    step: bool = False

    def height(self, px: int, width: float) -> int:
        """How high its lines are together."""
        room = width - (px * sizes.INDENT if self.step else 0)
        return letters(self.bold).lines(self.text, px, room) * letters().line_height(px)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The words of a card as they are drawn, in the order of `card_face`."""

    body: tuple[_Paragraph, ...]
    aside: tuple[_Paragraph, ...]
    foot: tuple[_Paragraph, ...]


def in_play(card: Card) -> tuple[int, int]:
    """Return the smallest width and height that a card has on the screen, in design pixels."""
    match card:
        case Challenge():
            return sizes.CHALLENGE
        case Tool():
            return sizes.TOOL
        case Experience():
            return sizes.EXPERIENCE
        case _:
            assert_never(card)


def foretell(card: Card, titles: Mapping[str, str], tr: Translator, size: tuple[int, int]) -> tuple[int, int]:
    """Return the size of the title in design pixels, and the number of pages that a card takes.

    `titles` are by card id; `size` is the width and height of the card.
    """
    px, high = _title(card.title, size)
    return px, _pages(_words_of(card, titles, tr), size, high)


# --- words


def _words_of(card: Card, titles: Mapping[str, str], tr: Translator) -> _Drawn:
    source = (_Paragraph(tr("Source: {source}", source=card.source)),) if card.source else ()
    match card:
        case Challenge():
            useful = _led(tr("Useful here:"), " · ".join(titles.get(tool, tool) for tool in card.helped_by))
            body = (_Paragraph(card.situation),)
            return _Drawn(body, _boxed(tr("Talk about it"), card.talk), (*useful, *source))
        case Tool():
            steps = (_Paragraph(step, step=True) for step in card.steps)
            notes = (*_led(tr("Use it:"), card.when), *_led(tr("Limit:"), card.limit))
            method = (_Paragraph(card.what), *steps, *notes)
            return _Drawn(method, _boxed(tr("Try it now"), card.try_), source)
        case Experience():
            advice = _Paragraph(tr("Advice:") + " " + card.advice, bold=True)
            story = (_Paragraph(card.who, bold=True), _Paragraph(card.story), advice)
            return _Drawn(story, _boxed(tr("Talk about it"), card.ask), source)
        case _:
            assert_never(card)


def _led(lead: str, words: str | None) -> tuple[_Paragraph, ...]:
    return (_Paragraph(f"{lead} {words}"),) if words else ()


def _boxed(heading: str, text: str | None) -> tuple[_Paragraph, ...]:
    return (_Paragraph(heading, bold=True), _Paragraph(text)) if text else ()


# --- room


def _title(title: str, size: tuple[int, int]) -> tuple[int, int]:
    """The size in which the title is drawn, larger if it takes one line, and the height that it takes."""
    font = letters(bold=True)
    width = size[0] - 2 * sizes.PAD - sizes.SIGN - sizes.BESIDE_SIGN
    for px in range(sizes.TITLE, sizes.HEADING, -1):
        if font.lines(title, px, width) == 1:
            return px, font.line_height(px)
    room = max(font.line_height(sizes.HEADING), size[1] // 5)
    for px in range(sizes.HEADING, 1, -1):
        high = font.lines(title, px, width) * font.line_height(px)
        if high <= room:
            break
    return px, high


def _pages(words: _Drawn, size: tuple[int, int], title: int) -> int:
    """On how many pages of a size the words are drawn at their smallest, below a title of this height."""
    label = letters().line_height(sizes.LABEL)
    band = max(sizes.LEAST_BAND, label + title + 2 * sizes.BAND_PAD)
    width = size[0] - 2 * sizes.PAD
    room = size[1] - band - 2 * sizes.PAD
    foot = _stacked([one.height(sizes.SMALL_PRINT, width) for one in words.foot], sizes.FOOT_GAP)
    foot += sizes.ABOVE_FOOT if foot else 0
    if any(high <= room - foot for high in _on_one_side(words, width)):
        return 1
    return _turned(words, width, room - max(sizes.PAGE_MARK, label), foot)


def _on_one_side(words: _Drawn, width: int) -> Iterator[int]:
    """The height of the words in one column; in two under the first paragraph; and in two plain ones."""
    one = [paragraph.height(sizes.BODY, width) for paragraph in words.body]
    yield _stacked([*one, *_boxes(words, width)], _gap())
    if width < sizes.TWO_COLUMNS:
        return
    column = (width - 2 * sizes.PAD) // 2
    half = [paragraph.height(sizes.BODY, column) for paragraph in words.body]
    box = _boxes(words, column)
    for across in (1, 0):
        head = one[0] + _gap() if across else 0
        for split in range(across + 1, len(half)):
            first, second = half[across:split], [*half[split:], *box]
            yield head + max(_stacked(first, _gap()), _stacked(second, _gap()))


def _turned(words: _Drawn, width: int, room: int, foot: int) -> int:
    """The number of pages with this room each; the box and the foot are on the last one."""
    pages, top, step = 1, 0, letters().line_height(sizes.BODY)
    for paragraph in words.body:
        for _ in range(paragraph.height(sizes.BODY, width) // step):
            if top and top + step > room:
                pages, top = pages + 1, 0
            top += step
        top += _gap()
    box = sum(_boxes(words, width))
    if (top + box if box else top - _gap()) <= room - foot:
        return pages
    return pages + max(1, -(-box // max(1, room - foot)))


def _boxes(words: _Drawn, width: int) -> list[int]:
    """The height of the box, if there is one."""
    inside = width - 2 * sizes.BOX_PAD[0]
    high = sum(paragraph.height(sizes.BODY, inside) for paragraph in words.aside)
    return [high + 2 * sizes.BOX_PAD[1]] if high else []


def _stacked(heights: Sequence[int], gap: int) -> int:
    return sum(heights) + gap * max(0, len(heights) - 1)


def _gap() -> int:
    return letters().line_height(sizes.BODY) // sizes.PARAGRAPHS
