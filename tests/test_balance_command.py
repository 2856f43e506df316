"""`booster balance`: what may be typed, what is printed, and what goes wrong."""

import json
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from booster import cli
from booster.balance import command
from booster.paths import cards_folder


def test_the_core_deck_is_played_unless_another_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["balance", "--games", "3", "--language", "en"]) == 0
    first, *_ = capsys.readouterr().out.splitlines()
    assert first == (
        "Social Impact Booster: the core deck: 3 games of simulated teams (4 a game, length Workshop)."
    )


def test_decks_teams_and_length_are_as_asked(capsys: pytest.CaptureFixture[str]) -> None:
    decks = [str(cards_folder() / name) for name in ("core", "food-desert")]
    asked = ["--games", "2", "--teams", "3", "--preset", "discovery", "--json"]
    assert cli.main(["balance", *decks, *asked]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["games"], found["teams"], found["preset"]) == (2, 3, "discovery")
    assert sum(found["points"]["all"]["counts"].values()) == 2 * 3
    assert any(card.startswith("faim-") for card in found["never_drawn"])


def test_the_page_is_said_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["balance", "--games", "1", "--language", "fr"]) == 0
    assert "1 partie d’équipes simulées" in capsys.readouterr().out


def test_the_same_figures_come_twice(capsys: pytest.CaptureFixture[str]) -> None:
    pages = []
    for _ in range(2):
        cli.main(["balance", "--games", "60", "--json"])
        pages.append(capsys.readouterr().out)
    assert pages[0] == pages[1]


def test_the_picture_is_written_and_its_place_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "core.svg"
    assert cli.main(["balance", "--games", "1", "--picture", str(file), "--language", "en"]) == 0
    assert file.read_text("utf-8").startswith("<svg ")
    assert capsys.readouterr().out.endswith(f"\nThe picture is in {file}.\n")


def test_with_json_nothing_but_json_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["balance", "--games", "1", "--json", "--picture", str(tmp_path / "core.svg")]) == 0
    assert json.loads(capsys.readouterr().out)["games"] == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["--games", "0"], "a number from 1"),
        (["--games", "-5"], "a number from 1"),
        (["--picture", "core.png"], "ends in “.svg”"),
        (["no-such-deck"], "There is no deck “no-such-deck”"),
    ],
)
def test_wrong_use_is_answered_in_one_sentence(
    typed: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["balance", *typed, "--language", "en"]) == 2
    output = capsys.readouterr()
    assert said in output.err
    assert (output.out, output.err.count("\n")) == ("", 1)


def test_no_folder_is_made_for_the_picture_and_no_game_played_before_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none(*_: object, **__: object) -> None:
        raise AssertionError("a game was played")

    monkeypatch.setattr(command, "play_games", none)
    there = tmp_path / "new" / "core.svg"
    assert cli.main(["balance", "--picture", str(there), "--language", "en"]) == 2
    assert f"There is no folder “{there.parent}”" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_picture_that_cannot_be_written_is_the_machines_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "core.svg"
    there.mkdir()
    assert cli.main(["balance", "--games", "1", "--picture", str(there), "--language", "en"]) == 3
    assert f"“{there}” cannot be written: " in capsys.readouterr().err


def test_a_process_that_was_stopped_is_the_machines_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise BrokenProcessPool

    monkeypatch.setattr(command, "play_games", stopped)
    assert cli.main(["balance", "--language", "en"]) == 3
    assert "fewer games" in capsys.readouterr().err


def test_progress_is_told_on_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["balance", "--games", "2", "--language", "en"])
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    cli.main(["balance", "--games", "2", "--language", "en"])
    assert capsys.readouterr().err == "\rGames played: 2 of 2\n"
