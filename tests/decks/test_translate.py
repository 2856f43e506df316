from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booster.decks.load import load_deck
from booster.decks.model import Card, Deck, DeckInfo, Tool, Words
from booster.decks.translate import combine, in_language, words_mark
from booster.errors import BoosterError

WriteDeck = Callable[..., Path]

FRENCH = """\
deck:
  title: Un petit jeu
no-model:
  title: La règle l’interdit
  responses:
    - do: Discuter
    - then: Les ventes démarrent.
ask-around:
  what: On demande aux gens.
  steps: [Choisir, Demander]
  try: Nommez quelqu’un.
"""


@pytest.fixture
def deck(write_deck: WriteDeck) -> Deck:
    read = load_deck(write_deck({"translations/fr.yaml": FRENCH})).deck
    assert read is not None
    return read


def other_deck(deck: Deck, **info: object) -> Deck:
    """The same deck under other ids."""

    def renamed(card: str) -> str:
        return f"other-{card}"

    plain = deck.model_dump(by_alias=True)
    for kind in ("challenges", "tools", "experiences"):
        plain[kind] = tuple({**card, "id": renamed(card["id"])} for card in plain[kind])
    for words in plain["translations"].values():
        for card in [one for one in words if one != "deck"]:
            words[renamed(card)] = words.pop(card)
    plain["info"] |= {"id": "other", "title": "Another deck", **info}
    return Deck.model_validate(plain)


def test_words_are_those_of_the_language(deck: Deck) -> None:
    french = in_language(deck, "fr")

    assert french.info.title == "Un petit jeu"
    assert french.info.language == "fr"
    assert french.challenge("no-model").title == "La règle l’interdit"
    assert french.tool("ask-around").steps == ("Choisir", "Demander")
    assert french.tool("ask-around").try_ == "Nommez quelqu’un."


def test_field_without_translation_keeps_the_own_words(deck: Deck) -> None:
    french = in_language(deck, "fr")

    challenge, own = french.challenge("no-model"), deck.challenge("no-model")
    assert challenge.situation == own.situation
    assert challenge.responses[0].do == "Discuter"
    assert challenge.responses[0].then == own.responses[0].then
    assert challenge.responses[1].do == own.responses[1].do
    assert challenge.responses[1].then == "Les ventes démarrent."
    assert french.experience("bakery") == deck.experience("bakery")


def test_nothing_but_words_changes(deck: Deck) -> None:
    french = in_language(deck, "fr")

    assert french.path == deck.path
    assert list(french.cards) == list(deck.cards)
    for card, own in zip(french.challenges, deck.challenges, strict=True):
        assert [r.points for r in card.responses] == [r.points for r in own.responses]
        assert (card.id, card.stage, card.helped_by) == (own.id, own.stage, own.helped_by)


def test_cards_are_found_in_the_language_even_when_they_were_looked_up_before(deck: Deck) -> None:
    assert deck.cards["no-model"].title == "The rule forbids it"
    assert in_language(deck, "fr").cards["no-model"].title == "La règle l’interdit"


@pytest.mark.parametrize("language", ["en", "it"])
def test_language_without_words_leaves_the_deck_as_it_is(deck: Deck, language: str) -> None:
    assert in_language(deck, language) == deck


def test_translated_deck_can_be_kept_and_read_again(deck: Deck) -> None:
    french = in_language(deck, "fr")

    assert Deck.model_validate_json(french.model_dump_json(by_alias=True)) == french
    assert Deck.model_validate_json(deck.model_dump_json(by_alias=True)) == deck


def test_words_that_the_card_does_not_have_are_not_added(deck: Deck) -> None:
    words = {"fr": {"bakery": Words(ask="Et vous ?"), "no-model": Words.model_validate({"steps": ("un",)})}}
    odd = Deck(**{**dict(deck), "translations": words})

    assert in_language(odd, "fr").cards == deck.cards


def test_one_deck_stays_itself(deck: Deck) -> None:
    assert combine([deck]) is deck


def test_decks_are_combined_on_the_path_of_the_first(deck: Deck) -> None:
    other = other_deck(deck, authors=("Others",), licence="CC0-1.0", languages=("it",))
    both = combine([deck, other])

    assert both.path == deck.path
    assert set(both.cards) == set(deck.cards) | set(other.cards)
    assert both.info.title == "A small deck + Another deck"
    assert both.info.authors == (*deck.info.authors, "Others")
    assert both.info.licence == "CC-BY-SA-4.0 AND CC0-1.0"
    assert both.info.languages == ("en", "it")


def test_combined_decks_speak_each_language(deck: Deck) -> None:
    french = in_language(combine([deck, other_deck(deck)]), "fr")

    assert french.info.title == "Un petit jeu"
    assert french.challenge("no-model").title == "La règle l’interdit"
    assert french.challenge("other-no-model").title == "La règle l’interdit"


def test_deck_written_in_another_language_keeps_its_words_there(deck: Deck) -> None:
    other = other_deck(deck, language="fr")
    other = Deck(**{**dict(other), "translations": {"en": {"other-no-model": Words(title="In English")}}})
    both = combine([deck, other])

    assert in_language(both, "en").challenge("other-no-model").title == "In English"
    assert in_language(both, "en").challenge("no-model").title == "The rule forbids it"
    assert in_language(both, "fr").challenge("other-no-model").title == "The rule forbids it"


def test_same_card_in_two_decks_is_told_with_both_titles(deck: Deck) -> None:
    other = other_deck(deck)
    clash = Deck(**{**dict(other), "tools": deck.tools})

    with pytest.raises(BoosterError, match="“A small deck” and “Another deck” both have a card “ask-around”"):
        combine([deck, clash])


@given(titles=st.lists(st.text("ab ", min_size=1, max_size=200).filter(str.strip), min_size=2, max_size=4))
def test_combined_title_stays_a_line(titles: list[str]) -> None:
    plain = {"version": "1", "language": "en", "authors": ("A",), "licence": "MIT"}
    path = {"presets": dict.fromkeys(("discovery", "workshop", "full"), PRESET)}
    decks = [
        Deck.model_validate({"info": {"id": f"d{i}", "title": title, **plain}, "path": path})
        for i, title in enumerate(titles)
    ]

    both = combine(decks)

    assert Deck.model_validate_json(both.model_dump_json(by_alias=True)) == both


PRESET = {
    "die": (1, 2),
    "start": {},
    "spaces": dict.fromkeys(("ideation", "positioning", "products", "model", "launch"), ("choice",)),
}


def test_mark_changes_with_the_words_alone(deck: Deck) -> None:
    card = deck.challenge("no-model")
    mark = words_mark(card)

    assert len(mark) == 8
    assert words_mark(card.model_copy(update={"stage": "launch", "source": "x"})) == mark
    assert words_mark(card.model_copy(update={"situation": card.situation.replace(" ", "\n ")})) == mark
    assert words_mark(card.model_copy(update={"talk": "Who else?"})) != mark
    other = card.responses[0].model_copy(update={"then": "Else."})
    assert words_mark(card.model_copy(update={"responses": (other, card.responses[1])})) != mark


def test_mark_is_the_same_in_every_process() -> None:
    tool = Tool.model_validate({"id": "a", "stage": "launch", "title": "T", "what": "W", "steps": ("S",)})

    assert words_mark(tool) == "dbcf0c26"


def test_mark_tells_cards_apart(deck: Deck) -> None:
    cards: tuple[Card | DeckInfo, ...] = (*deck.cards.values(), deck.info)
    words = {card.model_dump_json(exclude={"id", "stage"}) for card in cards}

    assert len({words_mark(card) for card in cards}) == len(words)
