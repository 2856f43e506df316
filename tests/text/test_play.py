"""Beginning, leaving, resuming, demonstrating: `booster play --text` and `booster sessions` from outside."""

import errno
import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from feeding import Fed, session_of
from session_files import full_disk
from strategies import small_deck

from booster.cli import main
from booster.engine.state import Setup
from booster.errors import BoosterError, EnvironmentFault
from booster.journal import JournalDamaged
from booster.limits import LONGEST_NAME
from booster.saved_sessions import saved_sessions
from booster.session import Session
from booster.text import sessions
from booster.text.auto import TEAMS
from booster.text.play import play
from booster.text.setup import Wanted, ask_setup
from booster.text.terminal import Quit

Arguments = Callable[..., Namespace]


def set_up(*lines: str) -> tuple[Fed, Setup]:
    fed = Fed(lines)
    return fed, ask_setup(fed.terminal, small_deck(), Wanted())


@pytest.fixture(autouse=True)
def _small_decks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("booster.text.play.load_decks", lambda _folders: (small_deck(),))


def test_r1_set_up_asks_for_everything() -> None:
    _, setup = set_up("2", "Le  Potager", "Des légumes", "", "", "3", "abc 1")
    assert [(team.name, team.project, team.colour) for team in setup.teams] == [
        ("Le Potager", "Des légumes", 0),
        ("Team B", "", 1),
    ]
    assert (setup.preset, setup.seed) == ("full", "ABC1")


def test_r13_enter_gives_a_new_seed_and_the_usual_length() -> None:
    setups = [set_up("1", "", "", "", "")[1] for _ in range(2)]
    assert setups[0].preset == "workshop"
    assert setups[0].seed != setups[1].seed


def test_what_the_command_line_said_is_not_asked() -> None:
    fed = Fed(["Un", "Son projet"])
    setup = ask_setup(fed.terminal, small_deck(), Wanted(1, "discovery", "demo"))
    assert (len(setup.teams), setup.preset, setup.seed) == (1, "discovery", "DEMO")
    assert len(fed.prompts) == 2


def test_r2_the_expected_minutes_are_said() -> None:
    fed, _ = set_up("2", "", "", "", "", "", "")
    assert fed.text.count(" min)") == 3


@pytest.mark.parametrize("mistyped", ["0", "13", "two", "-1", "1.5", "²", "٣٣٣"])
def test_r1_a_number_of_teams_that_cannot_be_is_asked_again(mistyped: str) -> None:
    fed, _ = set_up(mistyped, "1", "", "", "", "")
    assert "Please type a number from 1 to 12." in fed.said


def test_a_long_name_is_asked_again() -> None:
    _, setup = set_up("1", "x" * (LONGEST_NAME + 1), "x" * LONGEST_NAME, "", "", "")
    assert setup.teams[0].name == "x" * LONGEST_NAME


def test_undo_goes_back_to_the_question_before() -> None:
    _, setup = set_up("undo", "3", "undo", "1", "Tpyo", "undo", "Typo", "", "", "")
    assert [team.name for team in setup.teams] == ["Typo"]


def test_help_in_the_set_up_says_what_is_expected() -> None:
    fed, _ = set_up("help", "again", "1", "", "", "", "")
    assert "Please type a number from 1 to 12." in fed.said
    assert "Type “undo” for the question before, “quit” to leave." in fed.said


def test_quit_in_the_set_up_begins_no_session(data: Path, arguments: Arguments) -> None:
    for lines in ([], ["2", "quit"]):
        fed = Fed(lines)
        play(fed.terminal, arguments())
        assert fed.said[-1] == "Goodbye: no session was changed."
    assert not list(data.rglob("*.booster"))
    with pytest.raises(Quit):
        set_up("quit")


@pytest.mark.parametrize("leaving", [["quit"], []])
def test_quit_and_the_end_of_input_say_how_to_resume(
    data: Path, arguments: Arguments, leaving: list[str]
) -> None:
    fed = Fed(["", "", "1", *leaving])
    play(fed.terminal, arguments(teams=1, preset="workshop", seed="DEMO"))
    (saved,) = saved_sessions(data / "sessions")
    assert fed.said[-1] == f"The session is saved. To go on: booster play --text --resume {saved.path.name}"
    again = Session.resume(saved.path)
    again.close()
    assert len(again.done) == 1


def test_ctrl_c_leaves_with_the_same_sentence(data: Path, arguments: Arguments) -> None:
    fed = Fed(["", ""])
    read = fed.terminal._read

    def interrupted(prompt: str) -> str:
        try:
            return read(prompt)
        except EOFError:
            raise KeyboardInterrupt from None

    fed.terminal._read = interrupted
    play(fed.terminal, arguments(teams=1, preset="workshop", seed="DEMO"))
    assert fed.said[-1].startswith("The session is saved.")


def test_a_game_is_played_left_resumed_and_ended(data: Path, arguments: Arguments) -> None:
    first = Fed(["2", "Le Potager", "", "Vélo", "", "1", "DEMO", "1", "1"])
    play(first.terminal, arguments())
    assert "The game begins: length Discovery, about " in first.text
    second = Fed(["1"] * 150)
    play(second.terminal, arguments(resume=""))
    (saved,) = saved_sessions(data / "sessions")
    assert saved.over
    third = Fed([""] * 40)
    play(third.terminal, arguments(resume=saved.path.name))
    assert third.said[-2:] == [
        "The game is over. Thank you for playing!",
        f"The session is saved in {saved.path.name}.",
    ]


def test_resume_without_a_name_takes_the_latest_unfinished(data: Path, arguments: Arguments) -> None:
    for index, lines in enumerate((["", "", "1"], ["", "", "facilitator end"])):
        play(Fed(lines).terminal, arguments(teams=1, preset="workshop", seed=f"S{index}"))
    fed = Fed([])
    play(fed.terminal, arguments(resume=""))
    assert "-S0.booster goes on where it stood." in fed.text


def test_resume_takes_a_path_a_name_and_a_name_without_its_ending(data: Path, arguments: Arguments) -> None:
    session = session_of(folder=data / "sessions")
    session.close()
    assert session.journal is not None
    path = session.journal.path
    for name in (str(path), path.name, path.stem):
        fed = Fed([])
        play(fed.terminal, arguments(resume=name))
        assert f"The session {path.name} goes on where it stood." in fed.said


def test_nothing_to_resume_is_one_sentence(data: Path, arguments: Arguments) -> None:
    with pytest.raises(BoosterError, match="no unfinished session"):
        play(Fed([]).terminal, arguments(resume=""))
    with pytest.raises(BoosterError, match="no session “gone”"):
        play(Fed([]).terminal, arguments(resume="gone"))


def broken_session(data: Path) -> Path:
    """A session of three actions whose second line of action is damaged."""
    play(Fed(["", "", "1", "undo", "redo"]).terminal, _usual)
    (path,) = (data / "sessions").glob("*.booster")
    lines = path.read_bytes().split(b"\n")
    lines[2] = lines[2].replace(b"undo", b"odnu")
    path.write_bytes(b"\n".join(lines))
    return path


_usual = Namespace(teams=1, preset="workshop", seed="DEMO", deck=None, resume=None, language="en")


def test_a_damaged_journal_names_the_line_and_offers_to_play_on(data: Path, arguments: Arguments) -> None:
    path = broken_session(data)
    fed = Fed(["3", "1"])
    play(fed.terminal, arguments(resume=""))
    assert f"{path.name} is damaged at line 3. The game can go on from before that line." in fed.said
    assert "Please type a number from 1 to 2." in fed.said
    assert "rolls" in fed.text or "Tool:" in fed.text or "Challenge:" in fed.text
    assert list(path.parent.glob("*.damaged-1"))


def test_a_damaged_journal_may_be_left_as_it_is(data: Path, arguments: Arguments) -> None:
    path = broken_session(data)
    before = path.read_bytes()
    fed = Fed(["2"])
    play(fed.terminal, arguments(resume=""))
    assert fed.said[-1] == "Goodbye: no session was changed."
    assert path.read_bytes() == before


def test_a_damaged_journal_asks_nothing_where_nobody_can_answer(data: Path, arguments: Arguments) -> None:
    broken_session(data)
    with pytest.raises(JournalDamaged, match="line 3"):
        play(Fed([], interactive=False).terminal, arguments(resume=""))


def test_a_cut_tail_is_said_once(data: Path, arguments: Arguments) -> None:
    play(Fed(["", "", "1"]).terminal, _usual)
    (path,) = (data / "sessions").glob("*.booster")
    path.write_bytes(path.read_bytes() + b"abc 12 {")
    texts = []
    for _ in range(2):
        fed = Fed([])
        play(fed.terminal, arguments(resume=""))
        texts.append(fed.text)
    assert ["was cut off" in text for text in texts] == [True, False]


def test_a_folder_that_cannot_be_written_is_one_sentence(data: Path, arguments: Arguments) -> None:
    (data / "sessions").write_text("a file stands where the folder should")
    with pytest.raises(EnvironmentFault, match="No session can be saved"):
        play(Fed(["", ""]).terminal, arguments(teams=1, preset="workshop", seed="DEMO"))


# --- leaving while the disk takes no more


@pytest.fixture
def saved(data: Path) -> Path:
    """The file of a session with one action."""
    session = session_of(folder=data / "sessions")
    session.act(session.legal_actions()[0])
    session.close()
    assert session.journal is not None
    return session.journal.path


class FullDisk:
    """A disk that is full from one line on and works again from another."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.stack = ExitStack()

    def fed(self, *before: str, full: tuple[str, ...], after: tuple[str, ...] = ()) -> Fed:
        def lines() -> Iterator[str]:
            yield from before
            self.stack.enter_context(full_disk(self.path.stat().st_size + 5))
            yield from full
            if after:
                self.stack.close()
            yield from after

        return Fed(lines())


@pytest.fixture
def disk(saved: Path) -> Iterator[FullDisk]:
    full = FullDisk(saved)
    with full.stack:
        yield full


def actions_in(path: Path) -> int:
    session = Session.resume(path)
    session.close()
    return len(session.done)


LEAVE_WITHOUT = "3. Leave without the last actions"


def test_leaving_on_a_full_disk_asks_until_it_works_again(
    saved: Path, disk: FullDisk, arguments: Arguments
) -> None:
    fed = disk.fed(full=("facilitator skip", "quit", "4", "1"), after=("1",))
    play(fed.terminal, arguments(resume=saved.name))
    assert fed.said.count(LEAVE_WITHOUT) == 2
    assert "Please type a number from 1 to 3." in fed.said
    too_large = os.strerror(errno.EFBIG)
    assert any(f"{saved.name} lacks the last actions ({too_large})." in said for said in fed.said)
    assert fed.said[-1] == f"The session is saved. To go on: booster play --text --resume {saved.name}"
    assert actions_in(saved) == 2


@pytest.mark.parametrize("leaving", [("quit", "3"), ("quit",), ()])
def test_who_leaves_without_the_last_actions_is_told_at_the_end(
    saved: Path, disk: FullDisk, arguments: Arguments, leaving: tuple[str, ...]
) -> None:
    fed = disk.fed(full=("facilitator skip", *leaving))
    with pytest.raises(EnvironmentFault, match="lacks the last actions"):
        play(fed.terminal, arguments(resume=saved.name))
    assert LEAVE_WITHOUT in fed.said
    assert actions_in(saved) == 1


def test_where_nobody_can_answer_leaving_asks_nothing(
    saved: Path, disk: FullDisk, arguments: Arguments
) -> None:
    fed = disk.fed(full=("facilitator skip",))
    fed.terminal.interactive = False
    with pytest.raises(EnvironmentFault, match="lacks the last actions"):
        play(fed.terminal, arguments(resume=saved.name))
    assert LEAVE_WITHOUT not in fed.said


def test_a_disk_that_works_again_is_asked_nothing(saved: Path, disk: FullDisk, arguments: Arguments) -> None:
    fed = disk.fed(full=("facilitator skip", "log"), after=("quit",))
    play(fed.terminal, arguments(resume=saved.name))
    assert LEAVE_WITHOUT not in fed.said
    assert actions_in(saved) == 2


def test_the_session_can_be_saved_in_another_folder(
    saved: Path, disk: FullDisk, arguments: Arguments, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    gone, elsewhere = str(tmp_path / "gone"), ("2", str(stick))
    fed = disk.fed(full=("facilitator skip", "quit", "2", "", "2", gone), after=elsewhere)
    saved_again = stick / saved.name
    play(fed.terminal, arguments(resume=saved.name))
    assert any(said.startswith(f"The game cannot be saved in {gone}: ") for said in fed.said)
    assert actions_in(saved_again) == 2
    assert fed.said[-1] == f'The session is saved. To go on: booster play --text --resume "{saved_again}"'


def test_faults_go_to_stderr_in_one_sentence(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken_session(data)
    assert main(["play", "--text", "--resume", "gone", "--language", "en"]) == 2
    assert capsys.readouterr().err == "There is no session “gone”: “booster sessions” lists them.\n"
    assert main(["play", "--text", "--resume", "--language", "en"]) == 2
    assert capsys.readouterr().err.endswith("line 3. The game can go on from before that line.\n")


def test_sessions_are_listed_one_a_line(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = Namespace(language="en")
    assert sessions.run(asked) == 0
    assert capsys.readouterr().out.startswith("No session is saved yet")
    play(Fed(["Le Potager\x1b[2J", "", "1"]).terminal, _usual)
    (data / "sessions" / "torn.booster").write_text("nothing")
    assert sessions.run(asked) == 0
    listed = capsys.readouterr().out.splitlines()
    assert len(listed) == 2
    assert any("Le Potager\\x1b[2J. Turn 1, not finished. File " in line for line in listed)
    assert "torn.booster does not hold a saved session, or its beginning is damaged." in listed


def auto(language: str = "en", **environment: str) -> bytes:
    """What `booster play --text --auto` prints with the core deck, in a fresh process."""
    command = [sys.executable, "-m", "booster", "play", "--text", "--auto", "--seed", "DEMO", "--teams", "4"]
    return subprocess.run(
        [*command, "--language", language], env={**os.environ, **environment}, capture_output=True, check=True
    ).stdout


def test_r13_a_demonstration_is_the_same_everywhere() -> None:
    usual = auto(PYTHONHASHSEED="1", LC_ALL="C.UTF-8")
    assert auto(PYTHONHASHSEED="2", LC_ALL="C") == usual
    assert (
        auto(PYTHONHASHSEED="3", LC_ALL="fr_FR.ISO-8859-1", PYTHONUTF8="0", PYTHONIOENCODING="ascii") == usual
    )


def test_a_demonstration_ends_with_every_teams_points_and_cards() -> None:
    text = auto().decode("utf-8")
    end = text[text.rindex("points are exchanged") :]
    for letter, (name, _) in zip("ABCD", TEAMS, strict=False):
        assert f"Team {letter} ({name}). Ecology " in end
        assert f"Team {letter} ({name}), card 1 of " in end


def test_a_demonstration_saves_nothing(data: Path) -> None:
    auto(BOOSTER_DATA=str(data))
    assert not list(data.iterdir())


def test_r1_there_are_demonstration_teams_for_the_largest_game() -> None:
    assert len({name for name, _ in TEAMS}) == 12
