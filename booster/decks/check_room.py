"""Whether the words of each card, in each language, fit it and can be drawn with its font."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from booster import card_sizes as sizes
from booster.decks.contents import Contents, Placed, Translation
from booster.decks.foretell import foretell, in_play
from booster.decks.lettering import drawn, letters
from booster.decks.model import Card, Response, Words
from booster.decks.problems import Problem, say
from booster.decks.read import Place, Source
from booster.decks.translate import translated, word_fields
from booster.language import N_, translator

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
        px, pages = foretell(side.card, titles, tr, in_play(side.card))
        if px < sizes.LABEL and side.typed.part.title:
            yield _small_title(side)
        # A second page is no fault on the screen, where nothing is cut; on paper there is none. What takes
        # more than two pages on the screen does not fit on paper either.
        if foretell(side.card, titles, tr, sizes.PRINT)[1] > 1:
            yield _too_long(side, pages)


def _small_title(side: _Side) -> Problem:
    what = say(N_("This title is too long for its card: it would be too small to read."))
    return side.typed.source.problem("warning", side.typed.place("title"), what, say(N_("shorten it.")))


def _too_long(side: _Side, pages: int) -> Problem:
    if pages > MOST_PAGES:
        what = say(
            N_("The card “{id}” takes {n} pages on the screen, and in print does not fit on one side."),
            id=side.card.id,
            n=pages,
        )
    else:
        what = say(N_("In print the card “{id}” does not fit on one side."), id=side.card.id)
    fix = say(N_("shorten it, this text first: a printed card has no second page."))
    return side.typed.source.problem("warning", _longest(side), what, fix)


def _longest(side: _Side) -> Place:
    """Where the longest of the words that the card shows were typed."""
    shown = [name for name in word_fields(side.card) if name not in ("responses", "notes", "title")]
    length = {name.rstrip("_"): _length(getattr(side.typed.part, name)) for name in shown}
    return side.typed.place(max(length, key=lambda name: length[name]))


def _length(value: str | tuple[str | Response, ...] | None) -> int:
    return len(value) if isinstance(value, str) else sum(len(str(one)) for one in value or ())


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
