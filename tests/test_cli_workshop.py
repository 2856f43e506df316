"""From a new deck to a game with it, as typed in a terminal."""

from pathlib import Path

import pytest

from booster import cli


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
    assert "my-deck: My deck, 12 cards, nothing to remark." in capsys.readouterr().out

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
    assert capsys.readouterr().err.endswith('Type: booster install --replace "my-deck"\n')

    assert typed("install --replace my-deck") == 0


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
