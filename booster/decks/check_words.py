"""Whether a deck's translations fit its cards."""

from collections.abc import Iterator, Mapping, Sequence

from booster.decks.contents import Contents, Placed, Translation
from booster.decks.folder import TRANSLATIONS
from booster.decks.keys import nearest
from booster.decks.model import Card, Challenge, DeckInfo, Tool, Words
from booster.decks.problems import Problem, Weight, cut, say
from booster.decks.read import Place
from booster.decks.translate import DECK, word_fields, words_mark
from booster.language import N_, Sentence, plural


def find_word_problems(contents: Contents) -> Iterator[Problem]:
    """Yield what does not fit between the cards and the words of each language."""
    parts: dict[str, Placed[Card] | Placed[DeckInfo]] = {card.part.id: card for card in contents.cards}
    if contents.info is not None:
        parts[DECK] = contents.info
        yield from _languages(contents, contents.info)
    names = dict.fromkeys((DECK, *(name.id for name in contents.names)))
    for translation in contents.translations.values():
        yield from _unknown_cards(translation, names)
        for card, placed in parts.items():
            words = translation.words.get(card)
            if words is not None:
                yield from _compare(placed.part, words, translation.keys[card])
        yield from _untranslated(translation, [card for card in parts if card not in translation.keys])


def _languages(contents: Contents, info: Placed[DeckInfo]) -> Iterator[Problem]:
    own, listed = info.part.language, info.part.languages
    for i, language in enumerate(listed):
        is_there = language in contents.translations or f"{TRANSLATIONS}/{language}.yaml" in contents.meant
        if language != own and not is_there:
            what = say(N_("There is no translation into “{language}”."), language=language)
            fix = say(N_("write translations/{language}.yaml, or take the language away."), language=language)
            yield info.source.problem("warning", info.place("languages", i), what, fix)
    for language, translation in contents.translations.items():
        if language == own:
            what = say(
                N_("The deck’s own language is “{language}”: its words are in the cards."), language=language
            )
            fix = say(N_("delete this file, or name it by another language."))
            yield translation.source.problem("error", (0, 0), what, fix)
        elif language not in listed:
            what = say(N_("The translation into “{language}” is not listed."), language=language)
            typed = f"languages: [{', '.join(dict.fromkeys((own, *listed, language)))}]"
            yield info.source.problem(
                "warning", info.place("languages"), what, say(N_("type: {typed}"), typed=typed)
            )


def _unknown_cards(translation: Translation, names: Mapping[str, None]) -> Iterator[Problem]:
    for card, place in translation.keys.items():
        if card not in names:
            what = say(N_("There is no card “{id}” in this deck."), id=card)
            meant = nearest(card, names)
            fix = say(N_("type “{key}”."), key=meant) if meant else say(N_("delete these words."))
            yield translation.source.problem("error", place, what, fix)


def _untranslated(translation: Translation, missing: Sequence[str]) -> Iterator[Problem]:
    """One problem for all cards: they are many until a translation is done."""
    last = max(0, len(translation.source.text.rstrip().split("\n")) - 1)
    cards = [card for card in missing if card != DECK]
    if DECK in missing:
        what = say(N_("The deck’s own title is not translated."))
        fix = say(N_("add “deck:”, and below it, indented, “title: …”."))
        yield translation.source.problem("warning", (last, 0), what, fix)
    if cards:
        what = plural(
            "The card “{ids}” is not translated.",
            "{n} cards are not translated: {ids}.",
            len(cards),
            ids=cut(", ".join(cards)),
        )
        fix = say(N_("add “{id}:” and its words, indented, below."), id=cards[0])
        yield translation.source.problem("warning", (last, 0), what, fix)


def _compare(card: Card | DeckInfo, words: Placed[Words], key: Place) -> Iterator[Problem]:
    known = word_fields(card)
    for field, info in Words.model_fields.items():
        typed = info.alias or field
        own, new = getattr(card, field, None), getattr(words.part, field)
        if field == "of":
            yield from _mark(card, words, key)
        elif field not in known:
            if new is not None:
                what = say(N_("This kind of card has no “{key}”."), key=typed)
                yield _problem(words, "error", words.place(typed), what, say(N_("delete it.")))
        elif own is None and new is not None:
            what = say(N_("The card has no “{key}”, so these words are never shown."), key=typed)
            yield _problem(words, "warning", words.place(typed), what, say(N_("delete them.")))
        elif own is not None and new is None:
            yield _missing(words, key, typed)
        elif own is not None:
            yield from _compare_list(card, words, field)


def _compare_list(card: Card | DeckInfo, words: Placed[Words], field: str) -> Iterator[Problem]:
    """As many responses or steps as the card has, and every response whole."""
    own: tuple[object, ...] = ()
    new: tuple[object, ...] = ()
    if field == "responses" and isinstance(card, Challenge):
        own, new = card.responses, words.part.responses or ()
        for i, response in enumerate(words.part.responses or ()):
            for key in ("do", "then"):
                if getattr(response, key) is None:
                    yield _missing(words, words.place("responses", i), key)
    elif field == "steps" and isinstance(card, Tool):
        own, new = card.steps, words.part.steps or ()
    if len(own) != len(new):
        what = plural(
            "“{key}” has {n} item here, and {own} on the card.",
            "“{key}” has {n} items here, and {own} on the card.",
            len(new),
            key=field,
            own=len(own),
        )
        fix = say(N_("translate each one, in the same order."))
        yield _problem(words, "error", words.place(field), what, fix)


def _mark(card: Card | DeckInfo, words: Placed[Words], key: Place) -> Iterator[Problem]:
    mark = words_mark(card)
    if words.part.of is None:
        what = say(N_("This translation has no mark of the words that it translates."))
        told = (
            N_("below this line, type 2 spaces and “of: {mark}”: it tells you when the title changes.")
            if isinstance(card, DeckInfo)
            else N_("below this line, type 2 spaces and “of: {mark}”: it tells you when the card changes.")
        )
        fix = say(told, mark=mark)
        yield _problem(words, "hint", key, what, fix)
    elif words.part.of != mark:
        what = say(N_("The card’s words have changed since they were translated."))
        fix = say(N_("read these words again, then set “of: {mark}”."), mark=mark)
        yield _problem(words, "warning", words.place("of"), what, fix)


def _missing(words: Placed[Words], place: Place, key: str) -> Problem:
    what = say(N_("“{key}” is not translated."), key=key)
    return _problem(words, "warning", place, what, say(N_("add a line “{key}: …”."), key=key))


def _problem(words: Placed[Words], weight: Weight, place: Place, what: Sentence, fix: Sentence) -> Problem:
    return words.source.problem(weight, place, what, fix)
