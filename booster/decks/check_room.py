"""Whether the words of each card, in each language, fit it and can be drawn with its font."""

import math
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from booster import card_sizes as sizes
from booster.decks.contents import Contents, Placed, Translation
from booster.decks.lettering import drawn, letters
from booster.decks.model import Card, Challenge, Experience, Response, Tool, Words
from booster.decks.problems import Problem, say
from booster.decks.read import Place, Source
from booster.decks.translate import translated, word_fields
from booster.language import N_, Translator, translator

MOST_PAGES = 2

_INSTEAD: Mapping[str, str] = {
    **{"→": "->", "⇒": "=>", "←": "<-", "↔": "<->", "➜": "->", "➔": "->", "►": ">", "▶": ">"},
    **{"●": "•", "■": "•", "▪": "•", "◦": "•", "○": "•", "✓": "+", "✔": "+", "✗": "-", "✘": "-"},
    **{"─": "–", "━": "–", "☐": "•", "★": "*", "☆": "*"},
}
"""What stands well for signs that people paste, where taking the sign apart gives nothing."""


@dataclass(frozen=True, slots=True)
class _Side:
    """A card in one language, and where its words were typed: on the card, or in a translation."""

    card: Card
    typed: Placed[Card] | Placed[Words]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The words of a card as they are drawn, in the order of `card_face`."""

    size: tuple[int, int]
    body: tuple[_Paragraph, ...]
    aside: tuple[_Paragraph, ...]
    foot: tuple[_Paragraph, ...]


def find_room_problems(contents: Contents) -> Iterator[Problem]:
    """Yield a warning for each text that is too long for its card, and for characters the font lacks."""
    own = contents.info.part.language if contents.info else "en"
    yield from _in_language({card.part.id: _Side(card.part, card) for card in contents.cards}, own)
    for language, translation in contents.translations.items():
        yield from _in_language(_translated_sides(contents, translation), language)


def _translated_sides(contents: Contents, translation: Translation) -> dict[str, _Side]:
    return {
        card.part.id: _Side(translated(card.part, words.part), words)
        for card in contents.cards
        if (words := translation.words.get(card.part.id))
    }


def _in_language(sides: Mapping[str, _Side], language: str) -> Iterator[Problem]:
    tr = translator(language)
    titles = {name: side.card.title for name, side in sides.items()}
    for side in sides.values():
        yield from _strange_characters(side)
        px, pages = foretell(side.card, titles, tr)
        if px < sizes.LABEL and side.typed.part.title:
            yield _small_title(side)
        # A second page is no fault: the card is turned, and nothing is cut.
        if pages > MOST_PAGES:
            yield _many_pages(side, pages)


def foretell(card: Card, titles: Mapping[str, str], tr: Translator) -> tuple[int, int]:
    """Return the size of the title in design pixels, and the number of pages. `titles` are by card id."""
    words = _words_of(card, titles, tr)
    px, high = _title(card.title, words.size)
    return px, _pages(words, high)


def _small_title(side: _Side) -> Problem:
    what = say(N_("This title is too long for its card: it would be too small to read."))
    return side.typed.source.problem("warning", side.typed.place("title"), what, say(N_("shorten it.")))


def _many_pages(side: _Side, pages: int) -> Problem:
    what = say(N_("The card “{id}” takes {n} pages on the screen."), id=side.card.id, n=pages)
    fix = say(N_("shorten it, this text first: one page is best, two at most."))
    return side.typed.source.problem("warning", _longest(side), what, fix)


# --- characters


def _strange_characters(side: _Side) -> Iterator[Problem]:
    """A warning for each text with characters that would show as empty boxes: of the first one."""
    known = letters().widths
    for steps, text in _typed_texts(side.typed.part):
        strange = next((one for one in drawn(text) if one not in known and one != "\n"), None)
        if strange is not None:
            place = _place_of(side.typed.source, side.typed.place(*steps), strange)
            what = say(
                N_("The font of the cards has no “{character}” ({code})."),
                character=strange,
                code=f"U+{ord(strange):04X}",
            )
            instead = _instead(strange, known)
            fix = (
                say(N_("type “{typed}” instead."), typed=instead) if instead else say(N_("say it in words."))
            )
            yield side.typed.source.problem("warning", place, what, fix)


def _typed_texts(part: Card | Words) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Every text of a part, with the steps that lead to it."""
    for name, info in type(part).model_fields.items():
        key, value = info.alias or name, getattr(part, name)
        match value:
            case str():
                yield (key,), value
            case tuple():
                for i, item in enumerate(value):
                    if isinstance(item, str):
                        yield (key, i), item
                    else:
                        yield from (((key, i, word), getattr(item, word) or "") for word in ("do", "then"))


def _place_of(source: Source, start: Place, character: str) -> Place:
    """Where a character stands in the file, at or after the place where its text starts."""
    for line in range(start[0], len(source.lines)):
        column = source.lines[line].find(character, start[1] if line == start[0] else 0)
        if column >= 0:
            return line, column
    return start


def _instead(strange: str, known: Mapping[str, float]) -> str:
    plain = _INSTEAD.get(strange) or unicodedata.normalize("NFKD", strange)
    return plain if plain != strange and all(one in known for one in plain) else ""


# --- room


def _words_of(card: Card, titles: Mapping[str, str], tr: Translator) -> _Drawn:
    source = (_Paragraph(tr("Source: {source}", source=card.source)),) if card.source else ()
    match card:
        case Challenge():
            useful = " · ".join(titles.get(tool, tool) for tool in card.helped_by)
            tools = (_Paragraph(tr("Useful here: {tools}", tools=useful)),) if useful else ()
            body = (_Paragraph(card.situation),)
            return _Drawn(sizes.CHALLENGE, body, _boxed(tr("Talk about it"), card.talk), (*tools, *source))
        case Tool():
            steps = (f"{n}. {step}" for n, step in enumerate(card.steps, 1))
            notes = (
                f"{lead} {words}"
                for lead, words in ((tr("When:"), card.when), (tr("Limit:"), card.limit))
                if words
            )
            method = tuple(_Paragraph(text) for text in (card.what, *steps, *notes))
            return _Drawn(sizes.TOOL, method, _boxed(tr("Try it now"), card.try_), source)
        case Experience():
            advice = _Paragraph(tr("Advice:") + " " + card.advice, bold=True)
            story = (_Paragraph(card.who, bold=True), _Paragraph(card.story), advice)
            return _Drawn(sizes.EXPERIENCE, story, _boxed(tr("Talk about it"), card.ask), source)
        case _:
            assert_never(card)


def _boxed(heading: str, text: str | None) -> tuple[_Paragraph, ...]:
    return (_Paragraph(heading, bold=True), _Paragraph(text)) if text else ()


def _longest(side: _Side) -> Place:
    """Where the longest of the words that the card shows were typed."""
    shown = [name for name in word_fields(side.card) if name not in ("responses", "notes", "title")]
    length = {name.rstrip("_"): _length(getattr(side.typed.part, name)) for name in shown}
    return side.typed.place(max(length, key=lambda name: length[name]))


def _length(value: str | tuple[str | Response, ...] | None) -> int:
    return len(value) if isinstance(value, str) else sum(len(str(one)) for one in value or ())


def _title(title: str, size: tuple[int, int]) -> tuple[int, int]:
    """The size in which the title is drawn, and the height that it takes."""
    font, box = letters(bold=True), _title_box(size)
    for px in range(sizes.HEADING, 1, -1):
        high = font.lines(title, px, box[0]) * font.line_height(px)
        if high <= box[1]:
            break
    return px, high


def _title_box(size: tuple[int, int]) -> tuple[int, int]:
    width = size[0] - 2 * sizes.PAD - sizes.SIGN - sizes.BESIDE_SIGN
    return width, max(letters(bold=True).line_height(sizes.HEADING), size[1] // 5)


def _pages(words: _Drawn, title: int) -> int:
    """On how many pages the words are drawn at their smallest, below a title of this height."""
    label = letters().line_height(sizes.LABEL)
    band = max(sizes.LEAST_BAND, label + title + 2 * sizes.BAND_PAD)
    width = words.size[0] - 2 * sizes.PAD
    room = words.size[1] - band - 2 * sizes.PAD
    foot, body = _height(words.foot, sizes.LABEL, width, sizes.FOOT_GAP), words.body
    if foot > sizes.MOST_OF_FOOT * room:
        body = (*body, *words.foot)
    elif foot:
        room -= foot + sizes.PAD // 2
    splits = range(len(body)) if width >= sizes.TWO_COLUMNS else range(1)
    if any(_columns(body[:split], body[split:], words.aside, width) <= room for split in splits):
        return 1
    room -= max(sizes.PAGE_MARK, label)
    one_after_the_other = _columns((), body, words.aside, width)
    return max(2, math.ceil(one_after_the_other / room))


def _columns(
    first: Sequence[_Paragraph], second: Sequence[_Paragraph], aside: Sequence[_Paragraph], width: int
) -> int:
    """The height of two columns, or of one when the first is empty, the box under the second."""
    column = (width - 2 * sizes.PAD) // 2 if first else width
    gap = letters().line_height(sizes.BODY) // 3
    high = _height(second, sizes.BODY, column, gap)
    if aside:
        inside = _height(aside, sizes.BODY, column - 2 * sizes.BOX_PAD[0], 0)
        high += inside + 2 * sizes.BOX_PAD[1] + gap
    return max(_height(first, sizes.BODY, column, gap), high)


def _height(paragraphs: Sequence[_Paragraph], px: int, width: int, gap: int) -> int:
    lines = sum(letters(one.bold).lines(one.text, px, width) for one in paragraphs)
    return lines * letters().line_height(px) + gap * max(0, len(paragraphs) - 1)
