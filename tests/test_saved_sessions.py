"""The list of saved sessions: its order, the one to go on with, the one that is named."""

import os
from pathlib import Path

import pytest
from strategies import small_deck

from booster.engine.actions import EndGame, Roll
from booster.engine.state import NewTeam, Setup
from booster.errors import BoosterError
from booster.saved_sessions import latest_unfinished, named_session, saved_sessions
from booster.session import Session


def saved_as(folder: Path, seed: str, *, over: bool = False, minute: int = 0) -> Path:
    """Leave a session in a folder, last played at that minute."""
    session = Session.create(Setup((NewTeam("A"),), "workshop", seed), (small_deck(),), folder)
    assert session.journal is not None
    session.act(EndGame() if over else Roll())
    session.close()
    os.utime(session.journal.path, (60 * minute, 60 * minute))
    return session.journal.path


def test_the_last_played_session_comes_first(tmp_path: Path) -> None:
    paths = [saved_as(tmp_path, f"S{minute}", minute=minute) for minute in (3, 1, 2)]
    assert [saved.path for saved in saved_sessions(tmp_path)] == [paths[0], paths[2], paths[1]]


def test_the_latest_unfinished_session_is_one_that_can_be_played_on(tmp_path: Path) -> None:
    assert latest_unfinished(tmp_path) is None
    saved_as(tmp_path, "OLD", minute=1)
    left = saved_as(tmp_path, "LEFT", minute=2)
    saved_as(tmp_path, "OVER", over=True, minute=3)
    (tmp_path / "notes.booster").write_text("no session")
    latest = latest_unfinished(tmp_path)
    assert latest is not None and latest.path == left


def test_a_session_is_named_by_its_path_or_by_its_name_with_or_without_its_ending(tmp_path: Path) -> None:
    path = saved_as(tmp_path, "S.1")
    for name in (str(path), path.name, path.stem):
        assert named_session(name, tmp_path) == path


@pytest.mark.parametrize("name", ["gone", "/", ".", "x" * 300, "\0"], ids=["gone", "/", ".", "long", "null"])
def test_a_name_of_no_session_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BoosterError, match="There is no session “"):
        named_session(name, tmp_path)
