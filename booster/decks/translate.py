"""A deck's words in another language, and several decks made one."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any, TypeVar, assert_never, cast

from booster.decks.model import (
    Card,
    Challenge,
    Deck,
    DeckInfo,
    Experience,
    Response,
    ResponseWords,
    Tool,
    Words,
)
from booster.errors import BoosterError
from booster.language import N_
from booster.limits import LONGEST_LINE, LONGEST_TEXT

DECK = "deck"
"""The reserved id under which a translation gives the deck's own title."""

Translated = TypeVar("Translated", bound=Challenge | Tool | Experience | DeckInfo)


def word_fields(card: Card | DeckInfo) -> tuple[str, ...]:
    """Return the fields of a card, or of the deck's data, that hold words to translate, in their order."""
    match card:
        case Challenge():
            return ("title", "situation", "talk", "responses", "notes")
        case Tool():
            return ("title", "what", "steps", "when", "limit", "try_")
        case Experience():
            return ("title", "who", "story", "advice", "ask")
        case DeckInfo():
            return ("title",)
        case _:
            assert_never(card)


def words_mark(card: Card | DeckInfo) -> str:
    """Return a mark of 8 characters that changes when the card's words change (`of:` in a translation).

    Points, stage and source do not count, nor how the lines are broken.
    """
    words = [_plain(getattr(card, field)) for field in word_fields(card)]
    return hashlib.sha256(json.dumps(words).encode("ascii")).hexdigest()[:8]


def in_language(deck: Deck, language: str) -> Deck:
    """Return the deck with its words in a language; a field without translation keeps the deck's own words.

    Always give the deck as it was read: the result holds one language and no translations. A deck without any
    word in this language is returned as it is.
    """
    words = deck.translations.get(language)
    if not words:
        return deck
    return Deck(
        info=translated(deck.info, words.get(DECK)).model_copy(update={"language": language}),
        path=deck.path,
        challenges=tuple(translated(card, words.get(card.id)) for card in deck.challenges),
        tools=tuple(translated(card, words.get(card.id)) for card in deck.tools),
        experiences=tuple(translated(card, words.get(card.id)) for card in deck.experiences),
    )


def combine(decks: Sequence[Deck]) -> Deck:
    """Return one deck with the cards and the translations of all, on the path of the first.

    Titles, authors, licences and sources of all are kept. Raises BoosterError when two decks hold a card with
    the same id.
    """
    if len(decks) == 1:
        return decks[0]
    _refuse_same_ids(decks)
    return Deck(
        info=_combined_info([deck.info for deck in decks]),
        path=decks[0].path,
        challenges=tuple(card for deck in decks for card in deck.challenges),
        tools=tuple(card for deck in decks for card in deck.tools),
        experiences=tuple(card for deck in decks for card in deck.experiences),
        translations=_combined_translations(decks),
    )


def _plain(value: Any) -> Any:
    """The words alone, whitespace evened out."""
    match value:
        case str():
            return " ".join(value.split())
        case Response():
            return [_plain(value.do), _plain(value.then)]
        case tuple():
            return [_plain(item) for item in value]
        case _:
            return None


def translated(card: Translated, words: Words | None) -> Translated:
    """Return the card with these words instead of its own, where there are any."""
    if words is None:
        return card
    update: dict[str, Any] = {}
    for field in word_fields(card):
        own: Any = getattr(card, field)
        new: Any = getattr(words, field)
        if own is None or new is None:
            continue
        if field == "responses":
            new = _translated_responses(own, new)
        elif field == "steps":
            new = (*new[: len(own)], *own[len(new) :])
        update[field] = new
    return cast(Translated, card.model_copy(update=update))


def _translated_responses(own: tuple[Response, ...], new: tuple[ResponseWords, ...]) -> tuple[Response, ...]:
    return tuple(
        response.model_copy(update=words.model_dump(include={"do", "then"}, exclude_none=True))
        if words
        else response
        for response, words in zip_longest(own, new[: len(own)])
    )


def _refuse_same_ids(decks: Iterable[Deck]) -> None:
    owner: dict[str, Deck] = {}
    for deck in decks:
        for card in deck.cards:
            if card in owner:
                raise BoosterError(
                    N_(
                        "The decks “{first}” and “{second}” both have a card “{card}”: "
                        "play them one at a time."
                    ),
                    first=owner[card].info.title,
                    second=deck.info.title,
                    card=card,
                )
            owner[card] = deck


def _combined_info(infos: Sequence[DeckInfo]) -> DeckInfo:
    first = infos[0]
    return DeckInfo(
        id="-".join(info.id for info in infos)[:60].rstrip("-"),
        title=_joined(" + ", (info.title for info in infos)) or first.title,
        version=_joined(" + ", (info.version for info in infos)) or first.version,
        language=first.language,
        authors=_once(author for info in infos for author in info.authors),
        licence=_joined(" AND ", (info.licence for info in infos)) or first.licence,
        source=_joined("\n", (info.source for info in infos), longest=LONGEST_TEXT),
        adapted_from=_joined("\n", (info.adapted_from for info in infos), longest=LONGEST_TEXT),
        languages=_once(code for info in infos for code in (info.language, *info.languages)),
    )


def _combined_translations(decks: Sequence[Deck]) -> dict[str, dict[str, Words]]:
    languages = _once(language for deck in decks for language in deck.translations)
    return {language: _combined_words(decks, language) for language in languages}


def _combined_words(decks: Sequence[Deck], language: str) -> dict[str, Words]:
    words: dict[str, Words] = {}
    for deck in decks:
        words |= deck.translations.get(language, {})
    titles = (translated(deck.info, deck.translations.get(language, {}).get(DECK)).title for deck in decks)
    return words | {DECK: Words(title=_joined(" + ", titles))}


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _joined(between: str, values: Iterable[str | None], longest: int = LONGEST_LINE) -> str | None:
    """The different values in one text, cut at the longest that the model takes; None when there is none."""
    text = between.join(_once(value for value in values if value))
    if len(text) > longest:
        text = text[: longest - 1].rstrip() + "…"
    return text or None
