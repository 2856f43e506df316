"""From a new deck to a game with it, as typed in a terminal."""

import json
import os
from pathlib import Path

import pytest

from booster import cli
from booster.paths import cards_folder


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return tmp_path


def typed(line: str) -> int:
    return cli.main(line.split())


def test_from_a_new_deck_to_a_game_with_it(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("new my-deck") == 0
    assert typed("check my-deck") == 0
    assert "my-deck: My deck, 12 cards, nothing to report." in capsys.readouterr().out

    assert typed("pack my-deck") == 0
    assert typed("install my-deck-1.0.zip") == 0
    assert "“My deck” is installed" in capsys.readouterr().out

    assert typed("play --text --auto --seed DEMO --teams 2 --deck data/decks/my-deck") == 0
    assert "What we learned" in capsys.readouterr().out


def test_language_of_a_new_deck_is_that_of_its_words(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("new jeu --from core --language fr") == 0

    assert capsys.readouterr().out.startswith("Votre jeu est dans jeu")
    assert "language: fr" in (here / "jeu" / "deck.yaml").read_text("utf-8")


def test_replacing_is_asked_for(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed("new my-deck")
    assert typed("install my-deck") == 0

    assert typed("install my-deck") == 2
    said = capsys.readouterr().err
    assert "is installed already, in this same version." in said
    assert said.endswith('Type: booster install --replace "my-deck"\n')

    assert typed("install --replace my-deck") == 0


def test_a_pack_is_named_as_its_deck_was_typed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed("new decks/my-deck")
    capsys.readouterr()

    assert typed("pack decks/my-deck") == 0
    assert capsys.readouterr().out.startswith(f"{Path('decks', 'my-deck-1.0.zip')} holds")


def test_the_folder_one_is_in_is_packed_beside_it(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed("new my-deck")
    monkeypatch.chdir(here / "my-deck")

    assert typed("pack .") == 0
    assert (here / "my-deck-1.0.zip").is_file()


def test_one_file_of_a_deck_is_not_installed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed("new my-deck")

    assert typed("install my-deck/deck.yaml") == 2
    assert "name the deck’s folder" in capsys.readouterr().err


def test_schemas_are_written_into_the_folder_one_is_in(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed("new my-deck")
    (here / "my-deck" / ".schema" / "tools.json").unlink()
    monkeypatch.chdir(here / "my-deck")

    assert typed("schema") == 0

    assert (here / "my-deck" / ".schema" / "tools.json").is_file()


def test_shipped_deck_is_named_by_its_name_alone(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("check core") == 0
    assert typed("balance core --games 2") == 0
    assert typed("play --text --auto --seed DEMO --teams 2 --preset discovery --deck core") == 0

    assert capsys.readouterr().err == ""
    assert list(here.iterdir()) == []


def test_packed_deck_that_is_checked_says_how_it_is_installed(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("new my-deck")
    typed("pack my-deck")

    assert typed("check my-deck-1.0.zip") == 1

    assert "This is a packed deck. Fix: type: booster install" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("new", 2),
        ("new there", 2),
        ("new deck --from nowhere", 2),
        ("new deck --from food-desert --language en", 2),
        ("new deck --language xx", 2),
        ("schema nowhere", 2),
        ("pack nowhere", 2),
        ("pack there", 1),
        ("install nowhere.zip", 2),
        ("install there", 2),
    ],
)
def test_what_cannot_be_done_is_one_message(
    line: str, code: int, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "there").mkdir()

    assert typed(line) == code

    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    assert said.err
    assert [path.name for path in here.iterdir()] == ["there"]


ODD = {
    "too long": "n" * 300,
    "of nobody": "~nobody-of-this-name/deck",
    "below a file": "file/below",
    "a circle of links": "loop",
    "below a circle": "loop/below",
    "no letters": "bytes-\udcff",
    "empty": "",
}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("odd", ODD.values(), ids=list(ODD))
@pytest.mark.parametrize(
    "line",
    [
        "check {}",
        "check --fix --yes {}",
        "new {}",
        "new copy --from {}",
        "schema {}",
        "pack {}",
        "install {}",
        "balance --games 1 {}",
        "balance --games 1 --picture {}/spread.svg",
        "play --text --auto --deck {}",
        "play --text --resume {}",
    ],
)
def test_no_path_is_our_own_fault(
    line: str, odd: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "file").touch()
    (here / "loop").symlink_to("loop")

    assert cli.main([word.format(odd) for word in line.split()]) in (0, 1, 2, 3)

    assert not (here / "data" / "crashes").exists()
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert said.out or said.err.count("\n") == 1


def test_new_deck_speaks_the_language_of_the_settings(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "data").mkdir()
    (here / "data" / "settings.json").write_text(json.dumps({"language": "fr"}))

    assert typed("new jeu") == 0

    assert capsys.readouterr().out.startswith("Votre jeu est dans jeu")
    assert "language: fr" in (here / "jeu" / "deck.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", ["core", "my-deck"])
def test_deck_that_is_named_alone_is_packed_into_the_folder_one_is_in(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("new my-deck")
    typed("install my-deck")
    (here / "my-deck").rename(here / "elsewhere")

    assert typed(f"pack {name}") == 0

    assert [file.name for file in here.glob("*.zip")] == [f"{name}-1.0.zip"]


@pytest.mark.parametrize("name", ["core", "food-desert"])
def test_deck_of_the_program_gets_no_schemas_but_a_word_how_to_copy_it(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(f"schema {name}") == 2

    assert capsys.readouterr().err.endswith(f"booster new my-deck --from {name}\n")
    assert not (cards_folder() / name / ".schema").exists()
