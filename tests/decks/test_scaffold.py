"""A new deck is right from its first minute, in both languages, and says how to go on."""

import os
import re
from pathlib import Path

import pytest

from booster.decks.doctor import examine_deck
from booster.decks.load import DeckFault, load_deck
from booster.decks.model import Deck
from booster.decks.scaffold import new_deck
from booster.decks.translate import in_language
from booster.errors import BoosterError, EnvironmentFault
from booster.language import translator
from booster.paths import cards_folder, core_deck

EN, FR = translator("en"), translator("fr")
ON_POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows refuses such names and links")
CARD_FILES = ("challenges.yaml", "tools.yaml", "experiences.yaml")
NAME = {"en": "Your name, or that of your organisation", "fr": "Votre nom, ou celui de votre structure"}


WITH_SIGNS = ('L’eau : tout un "programme"', "l-eau-tout-un-programme", 'L’eau : tout un "programme"')


def made(folder: Path, source: str | None = None, language: str | None = None) -> Deck:
    new_deck(folder, source, language, EN)
    reading = examine_deck(folder)
    assert [one.what.said(EN) for one in reading.problems if one.weight != "hint"] == []
    assert reading.deck is not None
    return reading.deck


def core() -> Deck:
    deck = load_deck(core_deck()).deck
    assert deck is not None
    return deck


def commented_cards(text: str) -> int:
    """How many cards have a comment above one of their own keys."""
    cards = re.split(r"(?m)^- id: ", text)[1:]
    return sum(bool(re.search(r"(?m)^  +#", card)) for card in cards)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_new_deck_is_clean_with_two_commented_cards_of_each_kind(tmp_path: Path, language: str) -> None:
    folder = tmp_path / "my-deck"

    new_deck(folder, None, language, EN)

    assert examine_deck(folder).problems == ()
    for file in CARD_FILES:
        assert commented_cards((folder / file).read_text("utf-8")) == 2


@pytest.mark.parametrize("language", ["en", "fr"])
def test_new_deck_has_its_licence_its_author_and_its_source(tmp_path: Path, language: str) -> None:
    info = made(tmp_path / "Mon jeu à moi", language=language).info

    assert (info.id, info.title, info.version) == ("mon-jeu-a-moi", "Mon jeu à moi", "1.0")
    assert (info.language, info.languages) == (language, (language,))
    assert (info.licence, info.authors) == ("CC-BY-SA-4.0", (NAME[language],))
    assert info.source
    assert info.adapted_from is None


@pytest.mark.parametrize("source", [None, "core", "food-desert"])
def test_every_file_begins_with_the_line_of_its_schema(tmp_path: Path, source: str | None) -> None:
    folder = tmp_path / "deck"

    new_deck(folder, source, None, EN)

    for file in folder.glob("*.yaml"):
        first, second = file.read_text("utf-8").splitlines()[:2]
        assert first == f"# yaml-language-server: $schema=.schema/{file.stem}.json"
        assert (folder / ".schema" / f"{file.stem}.json").is_file()
        assert not second.startswith("# yaml-language-server")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_copy_of_the_core_deck_has_its_cards_in_the_language(tmp_path: Path, language: str) -> None:
    deck, spoken = made(tmp_path / "deck", "core", language), in_language(core(), language)

    assert deck.cards == spoken.cards
    assert deck.path == core().path
    assert deck.translations == {}


def test_copy_keeps_the_licence_and_the_authors_and_says_what_it_adapts(tmp_path: Path) -> None:
    info = made(tmp_path / "deck", "core", "fr").info

    assert info.authors == (*core().info.authors, NAME["fr"])
    assert (info.licence, info.source) == (core().info.licence, core().info.source)
    assert info.adapted_from is not None
    assert "(core), version 1.0, CC-BY-SA-4.0" in info.adapted_from


def test_copy_of_an_adaptation_tells_the_whole_line(tmp_path: Path) -> None:
    adapted = made(tmp_path / "deck", "food-desert").info.adapted_from

    assert adapted is not None
    assert "(food-desert)" in adapted
    assert adapted.endswith("core")


def test_copy_in_the_same_language_keeps_the_comments(tmp_path: Path) -> None:
    made(tmp_path / "deck", "food-desert", "fr")

    for file in CARD_FILES:
        original = (cards_folder() / "food-desert" / file).read_text("utf-8")
        _, _, rest = (tmp_path / "deck" / file).read_text("utf-8").partition("\n")
        assert rest == original


@pytest.mark.parametrize(("language", "said"), [("en", "a lesson"), ("fr", "la durée d’un tour")])
def test_path_of_a_copy_is_explained_in_its_language(language: str, said: str, tmp_path: Path) -> None:
    new_deck(tmp_path / "copy", "core", language, EN)

    assert said in (tmp_path / "copy" / "path.yaml").read_text("utf-8")


def test_what_to_do_next_names_the_preview(tmp_path: Path) -> None:
    folder = tmp_path / "deck"

    assert f"To see its cards: booster preview {folder}" in new_deck(folder, None, "en", EN)


def test_copy_of_a_copy_names_its_author_once(tmp_path: Path) -> None:
    new_deck(tmp_path / "first", None, "en", EN)

    deck = made(tmp_path / "second", str(tmp_path / "first"), "en")

    assert deck.info.authors == (NAME["en"],)
    text = (tmp_path / "second" / "tools.yaml").read_text("utf-8")
    assert text.count("# yaml-language-server") == 1


def test_copy_speaks_the_language_of_the_person_if_the_deck_does(tmp_path: Path) -> None:
    new_deck(tmp_path / "core", "core", None, FR)
    new_deck(tmp_path / "food", "food-desert", None, EN)

    languages = [load_deck(tmp_path / name).deck for name in ("core", "food")]

    assert [deck.info.language for deck in languages if deck] == ["fr", "fr"]


def test_language_that_the_deck_lacks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BoosterError, match=r"no words in “en”, only in: fr\.$"):
        new_deck(tmp_path / "deck", "food-desert", "en", EN)
    assert list(tmp_path.iterdir()) == []


def test_installed_deck_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path))
    new_deck(tmp_path / "decks" / "mine", None, "en", EN)

    assert made(tmp_path / "deck", "mine").info.adapted_from == "Mine (mine), version 1.0, CC-BY-SA-4.0"


@pytest.mark.parametrize("kind", ["folder", "file", pytest.param("dangling link", marks=ON_POSIX)])
def test_what_exists_is_never_overwritten(tmp_path: Path, kind: str) -> None:
    target = tmp_path / "there"
    match kind:
        case "folder":
            target.mkdir()
        case "file":
            target.write_text("mine")
        case _:
            target.symlink_to(tmp_path / "nowhere")

    with pytest.raises(BoosterError, match="exists already"):
        new_deck(target, None, "en", EN)

    assert list(tmp_path.iterdir()) == [target]
    assert target.is_symlink() or target.is_dir() or target.read_text() == "mine"


def test_source_that_is_missing_or_broken_is_refused(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()

    with pytest.raises(BoosterError, match="There is no deck"):
        new_deck(tmp_path / "a", str(tmp_path / "nowhere"), None, EN)
    with pytest.raises(DeckFault, match="error"):
        new_deck(tmp_path / "b", str(tmp_path / "broken"), None, EN)


def test_folder_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(EnvironmentFault, match="cannot be written"):
        new_deck(tmp_path / "file" / "deck", None, "en", EN)
    with pytest.raises(EnvironmentFault, match="cannot be written"):
        new_deck(tmp_path / ("x" * 300), None, "en", EN)


@pytest.mark.parametrize(
    ("name", "id", "title"),
    [
        ("my-deck", "my-deck", "My deck"),
        ("Été 2026", "ete-2026", "Été 2026"),
        pytest.param(*WITH_SIGNS, marks=ON_POSIX),
        ("# no", "no", "# no"),
        ("Cœur", "coeur", "Cœur"),
        ("日本", "my-deck", "日本"),
        ("my-card", "my-card", "My card"),
        ("a\u202eb", "a-b", "A b"),
        ("x" * 200, "x" * 60, "X" + "x" * 149),
    ],
)  # fmt: skip
def test_name_of_the_folder_gives_the_id_and_the_title(
    tmp_path: Path, name: str, id: str, title: str
) -> None:
    info = made(tmp_path / name, language="en").info

    assert (info.id, info.title) == (id, title)


def test_what_to_type_next_is_said_with_quotes_around_spaces(tmp_path: Path) -> None:
    said = new_deck(tmp_path / "my deck", None, "en", EN)

    assert f'booster check "{tmp_path / "my deck"}"' in said
    assert f'booster play --deck "{tmp_path / "my deck"}"' in said
