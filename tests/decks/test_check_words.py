"""Whether translations fit their cards."""

from collections.abc import Callable
from pathlib import Path

import pytest

from booster.decks.load import load_deck
from booster.decks.translate import words_mark
from booster.language import translator

WriteDeck = Callable[..., Path]

BAKERY = """\
bakery:
  title: Du pain pour tous
  who: Une boulangerie, Marseille
  story: Ils ont fait du pain.
  advice: Commencez petit.
"""


@pytest.fixture
def find(
    write_deck: WriteDeck, files: dict[str, str]
) -> Callable[[str], list[tuple[str, int, int, str, str]]]:
    """The problems of a French translation, those about cards that it leaves out and about marks aside."""

    def found(words: str) -> list[tuple[str, int, int, str, str]]:
        info = files["deck.yaml"] + "languages: [en, fr]\n"
        problems = load_deck(write_deck({"deck.yaml": info, "translations/fr.yaml": words})).problems
        tr = translator("en")
        told = [(one.weight, one.line, one.column, one.what.said(tr), one.fix.said(tr)) for one in problems]
        return [
            one
            for one in told
            if "not translated: " not in one[3] and "The deck’s own" not in one[3] and one[0] != "hint"
        ]

    return found


Find = Callable[[str], list[tuple[str, int, int, str, str]]]


def test_whole_translation_has_no_problem(find: Find) -> None:
    assert find(BAKERY) == []


def test_unknown_card_is_an_error_with_the_nearest(find: Find) -> None:
    assert find(BAKERY.replace("bakery", "bakry")) == [
        ("error", 1, 1, "There is no card “bakry” in this deck.", "type “bakery”.")
    ]


def test_key_of_another_kind_is_an_error(find: Find) -> None:
    assert find(BAKERY + "  situation: Une règle\n") == [
        ("error", 6, 3, "This kind of card has no “situation”.", "delete it.")
    ]


def test_unknown_key_is_an_error(find: Find) -> None:
    assert find(BAKERY + "  points: {ecology: 1}\n")[0][:3] == ("error", 6, 3)


def test_words_that_the_card_does_not_have_are_a_warning(find: Find) -> None:
    assert find(BAKERY + "  ask: Et vous ?\n") == [
        ("warning", 6, 3, "The card has no “ask”, so these words are never shown.", "delete them.")
    ]


def test_missing_words_are_a_warning(find: Find) -> None:
    assert find(BAKERY.replace("  advice: Commencez petit.\n", "")) == [
        ("warning", 1, 1, "“advice” is not translated.", "add a line “advice: …”.")
    ]


def test_other_number_of_steps_is_an_error(find: Find) -> None:
    words = "ask-around:\n  title: x\n  what: x\n  try: x\n  steps: [un, deux, trois]\n"

    assert find(words) == [
        (
            *("error", 5, 3, "“steps” has 3 items here, and 2 on the card."),
            "translate each one, in the same order.",
        )
    ]


def test_other_number_of_responses_and_a_response_left_half(find: Find) -> None:
    words = "no-model:\n  title: x\n  situation: x\n  talk: x\n  notes: x\n  responses:\n    - do: x\n"

    assert [one[:4] for one in find(words)] == [
        ("error", 6, 3, "“responses” has 1 item here, and 2 on the card."),
        ("warning", 7, 7, "“then” is not translated."),
    ]


def test_cards_without_words_are_one_warning(write_deck: WriteDeck, files: dict[str, str]) -> None:
    info = files["deck.yaml"] + "languages: [fr]\n"

    problems = load_deck(write_deck({"deck.yaml": info, "translations/fr.yaml": BAKERY})).problems

    said = [one.what.said(translator("en")) for one in problems if one.weight == "warning"]
    assert said == [
        "The deck’s own title is not translated.",
        "6 cards are not translated: "
        "no-ideation, no-positioning, no-products, no-model, no-launch, ask-around.",
    ]


def test_stale_words_are_a_warning_until_the_mark_is_set(
    write_deck: WriteDeck, files: dict[str, str]
) -> None:
    tr = translator("en")
    deck = load_deck(write_deck()).deck
    assert deck is not None
    mark = words_mark(deck.experience("bakery"))
    words = BAKERY.replace("bakery:\n", "bakery:\n  of: {mark}\n")

    def told(of: str, experiences: str) -> list[tuple[str, int, str]]:
        folder = write_deck({"translations/fr.yaml": words.format(mark=of), "experiences.yaml": experiences})
        problems = load_deck(folder).problems
        return [
            (one.weight, one.line, one.fix.said(tr)) for one in problems if "since they" in one.what.message
        ]

    same, changed = files["experiences.yaml"], files["experiences.yaml"].replace("baked", "cooked")
    assert told(mark, same) == []
    assert told("00000000", same) == [("warning", 2, f"read these words again, then set “of: {mark}”.")]
    ((_, _, fix),) = told(mark, changed)
    assert mark not in fix


def test_words_without_a_mark_are_a_hint_that_names_it(write_deck: WriteDeck) -> None:
    deck = load_deck(write_deck()).deck
    assert deck is not None

    problems = load_deck(write_deck({"translations/fr.yaml": BAKERY})).problems

    (hint,) = [one for one in problems if one.weight == "hint"]
    assert words_mark(deck.experience("bakery")) in hint.fix.said(translator("en"))


@pytest.mark.parametrize(
    ("languages", "translation", "said"),
    [
        ("languages: [en, it]\n", None, "There is no translation into “it”."),
        ("", "fr", "The translation into “fr” is not listed."),
    ],
)
def test_languages_and_translations_agree(
    write_deck: WriteDeck, files: dict[str, str], languages: str, translation: str | None, said: str
) -> None:
    changes = {"deck.yaml": files["deck.yaml"] + languages}
    if translation:
        changes[f"translations/{translation}.yaml"] = BAKERY

    problems = load_deck(write_deck(changes)).problems

    assert [one.weight for one in problems if one.what.said(translator("en")) == said] == ["warning"]


def test_translation_into_the_deck_s_own_language_is_an_error(write_deck: WriteDeck) -> None:
    reading = load_deck(write_deck({"translations/en.yaml": BAKERY}))

    assert reading.deck is None
    assert reading.problems[0].weight == "error"
    assert "own language is “en”" in reading.problems[0].what.said(translator("en"))
