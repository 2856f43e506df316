"""Files of a deck under a wrong name or in a wrong place: what they were meant to be."""

from collections.abc import Callable
from pathlib import Path

import pytest

from booster.decks.load import load_deck
from booster.language import translator

WriteDeck = Callable[..., Path]
Found = list[tuple[str, str, str]]

FRENCH = "bakery:\n  title: Du pain pour tous\n"


@pytest.fixture
def found(write_deck: WriteDeck) -> Callable[[dict[str, str | None]], Found]:
    """The problems of the small deck with some files changed: weight, file and what to do."""

    def find(changes: dict[str, str | None]) -> Found:
        folder = write_deck(changes)
        return [
            (one.weight, Path(one.file).relative_to(folder).as_posix(), one.fix.said(translator("en")))
            for one in load_deck(folder).problems
        ]

    return find


Find = Callable[[dict[str, str | None]], Found]


@pytest.mark.parametrize(
    "name", ["défis.yaml", "cartes.yaml", "en.yaml", "challenges.yml", "Challenges 2.yaml"]
)
def test_cards_under_another_name_are_known_by_what_they_hold(
    name: str, found: Find, files: dict[str, str]
) -> None:
    problems = found({"challenges.yaml": None, name: files["challenges.yaml"]})

    assert problems == [("error", name, "name it challenges.yaml.")]


@pytest.mark.parametrize("name", ["challenges - Copie.yaml", "challenges (1).yaml", "défis.yaml"])
def test_no_name_is_proposed_that_is_taken(name: str, found: Find, files: dict[str, str]) -> None:
    more = files["challenges.yaml"].replace("no-", "other-")

    assert found({name: more}) == [
        ("hint", name, "copy its cards into challenges.yaml, or move it out of the deck’s folder.")
    ]


@pytest.mark.parametrize(
    ("right", "name"), [("deck.yaml", "jeu.yaml"), ("deck.yaml", "deck.yml"), ("tools.yaml", "tool.yaml")]
)
def test_other_files_are_known_by_what_they_hold_too(
    right: str, name: str, found: Find, files: dict[str, str]
) -> None:
    assert found({right: None, name: files[right]}) == [("error", name, f"name it {right}.")]


@pytest.mark.parametrize(
    ("name", "meant"), [("chalenges.yaml", "challenges.yaml"), ("tool.yaml", "tools.yaml")]
)
def test_what_cannot_be_read_is_known_by_its_name(name: str, meant: str, found: Find) -> None:
    problems = found({meant: None, name: "- [\n"})

    assert problems == [("error", name, f"name it {meant}.")]


def test_file_of_no_deck_is_a_hint(found: Find) -> None:
    assert found({"budget.yaml": "- [\n"}) == [("hint", "budget.yaml", "move it out of the deck’s folder.")]


@pytest.mark.parametrize("name", ["challenges.yaml.txt", "challenges.txt", "Défis.yaml.txt"])
def test_what_notepad_names_txt_is_told(name: str, found: Find, files: dict[str, str]) -> None:
    ((weight, file, fix),) = found({"challenges.yaml": None, name: files["challenges.yaml"]})

    assert (weight, file) == ("error", name)
    assert fix.startswith("name it challenges.yaml (Notepad adds .txt")


def test_other_texts_may_lie_there(found: Find) -> None:
    assert found({"notes.txt": "- situation: to write\n", "LICENSE.txt": "CC-BY-SA-4.0\n"}) == []


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("fr.yaml", "move this file to translations/fr.yaml."),
        ("translations/fr.yaml.txt", "name it fr.yaml (Notepad adds .txt"),
        ("translation/fr.yaml", "name this folder translations."),
        ("traductions/fr.yaml", "name this folder translations."),
    ],
)
def test_translation_in_another_place_is_all_that_is_told(
    name: str, fix: str, found: Find, files: dict[str, str]
) -> None:
    info = files["deck.yaml"] + "languages: [en, fr]\n"

    ((weight, file, said),) = found({"deck.yaml": info, name: FRENCH})

    assert (weight, file) == ("warning", name)
    assert said.startswith(fix)


@pytest.mark.parametrize(
    ("own", "name", "fix"),
    [
        ("en", "french.yaml", "name it as fr.yaml for French."),
        ("fr", "anglais.yaml", "name it as en.yaml for English."),
        ("fr", "EN.yml", "name it en.yaml."),
        ("en", "EN.yml", "name it as fr.yaml for French."),
    ],
)
def test_translation_is_never_named_by_the_language_of_the_deck(
    own: str, name: str, fix: str, found: Find, files: dict[str, str]
) -> None:
    info = files["deck.yaml"].replace("language: en", f"language: {own}")

    problems = found({"deck.yaml": info, f"translations/{name}": FRENCH})

    assert ("error", f"translations/{name}", fix) in problems
