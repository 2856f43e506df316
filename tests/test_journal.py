"""The journal: nothing that was acknowledged is lost, and nothing damaged is played on in silence."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from session_files import change_header, full_disk, header_line, pull_out, size_of
from strategies import small_deck

from booster.engine.actions import AddTeam, CorrectScore, Roll
from booster.engine.state import NewTeam, Setup
from booster.files import lock
from booster.journal import JournalDamaged, JournalFault, JournalLocked, read_journal
from booster.journal.format import FORMAT
from booster.saved_sessions import saved_sessions
from booster.session import Session, fingerprint

SETUP = Setup((NewTeam("Vélo", "Des vélos pour tous"), NewTeam("Potager", colour=1)), "workshop", "DEMO")


def played(folder: Path, actions: int) -> tuple[Path, list[str]]:
    """Play a session with undos and redos; return its file and the fingerprint after each line."""
    session = Session.create(SETUP, (small_deck(),), folder)
    assert session.journal is not None
    rng = Random(3)
    states = [fingerprint(session.state)]
    while len(states) <= actions:
        choices = [action for action in session.legal_actions() if type(action).__name__ != "EndGame"]
        if len(states) % 9 == 0:
            session.undo()
        elif len(states) % 9 == 1 and session.can_redo:
            session.redo()
        elif choices:
            session.act(choices[int(rng.random() * len(choices))])
        else:
            session.undo()
        states.append(fingerprint(session.state))
    session.close()
    return session.journal.path, states


def resumed(path: Path, *, accept_damage: bool = False) -> str:
    """Resume a session, close it and return the fingerprint of where it stands."""
    session = Session.resume(path, accept_damage=accept_damage)
    session.close()
    return fingerprint(session.state)


def test_a_resumed_session_stands_where_it_was_left(tmp_path: Path) -> None:
    path, states = played(tmp_path, 60)
    assert resumed(path) == states[-1]


def test_undo_and_redo_go_on_after_a_resume(tmp_path: Path) -> None:
    path, states = played(tmp_path, 4)
    session = Session.resume(path)
    session.undo()
    assert fingerprint(session.state) == states[3]
    session.close()
    session = Session.resume(path)
    session.redo()
    assert fingerprint(session.state) == states[4]
    session.close()


def test_actions_with_words_come_back_whole(tmp_path: Path) -> None:
    session = Session.create(SETUP, (small_deck(),), tmp_path)
    assert session.journal is not None
    session.act(AddTeam("Café « Là-bas »", "Un café", 4))
    session.act(CorrectScore(2, "social", 3, "Idée\nentendue dans la salle"))
    session.close()
    again = Session.resume(session.journal.path)
    again.close()
    assert again.state == session.state
    assert again.events == session.events


def test_a_file_cut_at_any_byte_is_read_up_to_its_last_whole_line(tmp_path: Path) -> None:
    path, _ = played(tmp_path, 60)
    content = path.read_bytes()
    cut_file = tmp_path / "cut.booster"
    header = content.index(b"\n") + 1
    for size in (*range(0, header, 50), *range(header - 1, len(content))):
        cut_file.write_bytes(content[:size])
        if size < header:
            with pytest.raises(JournalFault):
                read_journal(cut_file)
            continue
        reading = read_journal(cut_file)
        assert len(reading.entries) == content[:size].count(b"\n") - 1
        assert reading.cut == content[:size].rpartition(b"\n")[2]
        assert reading.damaged_line is None


def test_a_cut_file_resumes_and_keeps_the_cut_line_aside(tmp_path: Path) -> None:
    path, states = played(tmp_path, 60)
    lines = path.read_bytes().splitlines(keepends=True)
    for number in range(1, len(lines)):
        for kept in (1, len(lines[number]) // 2, len(lines[number]) - 1):
            cut_file = tmp_path / f"cut{number}-{kept}.booster"
            cut_file.write_bytes(b"".join(lines[:number]) + lines[number][:kept])
            assert resumed(cut_file) == states[number - 1]
            assert cut_file.read_bytes() == b"".join(lines[:number])
            aside = cut_file.with_name(f"{cut_file.name}.cut-1")
            assert aside.read_bytes() == lines[number][:kept]


@pytest.mark.parametrize("damage", ["bit", "lost", "twice", "swapped", "emptied", "lengthened"])
def test_a_damaged_line_is_named_and_the_game_before_it_offered(tmp_path: Path, damage: str) -> None:
    path, states = played(tmp_path, 60)
    lines = path.read_bytes().splitlines(keepends=True)
    rng = Random(damage)
    for number in range(1, 60):
        bad, first_bad = damaged(lines, number, damage, rng)
        file = tmp_path / f"{damage}{number}.booster"
        file.write_bytes(bad)
        with pytest.raises(JournalDamaged) as fault:
            Session.resume(file)
        assert (fault.value.line, fault.value.actions) == (first_bad + 1, first_bad - 1)
        assert file.read_bytes() == bad, "an offer changes nothing"
        assert resumed(file, accept_damage=True) == states[first_bad - 1]
        assert file.with_name(f"{file.name}.damaged-1").read_bytes() == bad
        assert resumed(file) == states[first_bad - 1]


def damaged(lines: list[bytes], number: int, damage: str, rng: Random) -> tuple[bytes, int]:
    """Return the file with one line damaged, and the number of the first line that is wrong."""
    new = list(lines)
    match damage:
        case "bit":
            line = bytearray(new[number])
            line[rng.randrange(len(line) - 1)] ^= 1 << rng.randrange(5)
            new[number] = bytes(line).replace(b"\n", b"?")[:-1] + b"\n"
        case "lost":
            del new[number]
        case "twice":
            new.insert(number, new[number])
            return b"".join(new), number + 1
        case "swapped":
            new[number], new[number + 1] = new[number + 1], new[number]
        case "emptied":
            new[number] = b"\n"
        case "lengthened":
            new[number] = new[number][:-1] + b" \n"
    return b"".join(new), number


def test_a_damaged_header_is_no_game(tmp_path: Path) -> None:
    path, _ = played(tmp_path, 3)
    path.write_bytes(path.read_bytes().replace(b'"seed"', b'"sead"', 1))
    with pytest.raises(JournalFault, match="does not hold a saved session"):
        Session.resume(path)
    assert [saved.fault is not None for saved in saved_sessions(tmp_path)] == [True]


def test_a_newer_format_is_refused_untouched(tmp_path: Path) -> None:
    path, _ = played(tmp_path, 3)
    change_header(path, format=FORMAT + 1, teams="told in another way", app="9.0")
    before = path.read_bytes()
    with pytest.raises(JournalFault, match=r"newer version of this program \(9\.0\)"):
        Session.resume(path)
    (saved,) = saved_sessions(tmp_path)
    assert saved.fault is not None and "newer version" in str(saved.fault)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "payload",
    [
        b"7",
        b"{",
        b"[" * 100_000,
        b'{"magic": "social-impact-booster session", "format": "x"}',
        b'{"magic": "social-impact-booster session", "format": true}',
        b'{"magic": "social-impact-booster session"}',
    ],
    ids=["number", "cut", "deep", "format a word", "format a switch", "no game"],
)
def test_an_odd_header_with_a_good_checksum_is_no_game_and_is_listed(tmp_path: Path, payload: bytes) -> None:
    path = tmp_path / "odd.booster"
    path.write_bytes(header_line(payload))
    with pytest.raises(JournalFault, match="does not hold a saved session"):
        Session.resume(path)
    (saved,) = saved_sessions(tmp_path)
    assert str(saved.fault) == "odd.booster does not hold a saved session, or its beginning is damaged."


def test_a_game_without_decks_is_no_game(tmp_path: Path) -> None:
    path, _ = played(tmp_path, 3)
    change_header(path, decks=[])
    with pytest.raises(JournalFault, match="does not hold a saved session"):
        Session.resume(path)


def test_what_another_version_also_wrote_in_the_header_is_left_aside(tmp_path: Path) -> None:
    path, _ = played(tmp_path, 0)
    change_header(path, decks_hash="0123")
    assert Session.resume(path).close()


def test_a_valid_line_that_the_rules_refuse_is_damage(tmp_path: Path) -> None:
    session = Session.create(SETUP, (small_deck(),), tmp_path)
    assert session.journal is not None
    session.act(Roll())
    session.journal.append(CorrectScore(11, "social", 1, "no such team"), "0" * 16, 1, False)
    session.close()
    with pytest.raises(JournalDamaged) as fault:
        Session.resume(session.journal.path)
    assert fault.value.line == 3


def test_only_one_window_plays_a_session(tmp_path: Path) -> None:
    session = Session.create(SETUP, (small_deck(),), tmp_path)
    assert session.journal is not None
    with pytest.raises(JournalLocked):
        Session.resume(session.journal.path)
    session.close()
    assert resumed(session.journal.path) == fingerprint(session.state)


def test_a_window_that_played_on_just_before_the_lock_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Session.create(SETUP, (small_deck(),), tmp_path)
    assert first.journal is not None
    path = first.journal.path

    def too_late(file: object) -> bool:
        first.act(Roll())
        assert first.close()
        return lock(file)  # type: ignore[arg-type]

    with monkeypatch.context() as second:
        second.setattr("booster.journal.writing.lock", too_late)
        with pytest.raises(JournalLocked):
            Session.resume(path)
    assert resumed(path) == fingerprint(first.state)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="flock is of POSIX systems")
def test_a_drive_without_locks_is_played_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    path, states = played(tmp_path, 5)
    assert resumed(path) == states[-1]


# --- disks that take no more


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A game in the folder `here`."""
    session = Session.create(SETUP, (small_deck(),), tmp_path / "here")
    yield session
    session.close_unsaved()


def path_of(session: Session) -> Path:
    assert session.journal is not None
    return session.journal.path


@pytest.mark.parametrize("room", [0, 1, 40, 170, 200])
def test_a_full_disk_keeps_the_game_going_and_is_made_up_for(session: Session, room: int) -> None:
    start = size_of(session)
    with full_disk(start + room):
        session.act(Roll())
        session.act(AddTeam("Late"))
        assert session.unsaved_since is not None
        assert session.journal is not None and session.journal.why == os.strerror(errno.EFBIG)
        assert size_of(session) <= start + room
    assert session.journal.retry()
    assert session.unsaved_since is None
    session.act(AddTeam("Later"))
    assert session.close()
    assert resumed(path_of(session)) == fingerprint(session.state)


def test_leaving_saves_what_the_disk_takes_again(session: Session) -> None:
    with full_disk(size_of(session) + 10):
        session.act(Roll())
    assert session.close()
    assert resumed(path_of(session)) == fingerprint(session.state)


def test_leaving_on_a_full_disk_says_so_and_leaves_the_journal_open(session: Session) -> None:
    with full_disk(size_of(session) + 10):
        session.act(Roll())
        assert not session.close()
        assert not session.closed
    assert session.close()
    assert resumed(path_of(session)) == fingerprint(session.state)


def test_what_is_left_unsaved_is_lost_and_nothing_else(session: Session) -> None:
    session.act(Roll())
    saved = fingerprint(session.state)
    with full_disk(size_of(session) + 10):
        session.act(AddTeam("Late"))
        session.close_unsaved()
    assert session.close() and session.closed
    assert resumed(path_of(session)) == saved


def test_a_disk_that_goes_after_the_last_action_was_saved_loses_nothing(session: Session) -> None:
    session.act(Roll())
    pull_out(session)
    assert session.close()
    assert resumed(path_of(session)) == fingerprint(session.state)


def test_a_session_on_a_disk_that_is_gone_goes_on_in_another_folder(session: Session, tmp_path: Path) -> None:
    old = path_of(session)
    session.act(Roll())
    pull_out(session)
    session.act(AddTeam("Late"))
    assert not session.close()
    old.unlink()
    (tmp_path / "stick").mkdir()
    new = session.save_in(tmp_path / "stick")
    assert session.unsaved_since is None
    session.act(AddTeam("Later"))
    with pytest.raises(JournalLocked):
        Session.resume(new)
    assert session.close()
    assert new == tmp_path / "stick" / old.name
    assert resumed(new) == fingerprint(session.state)


def test_saving_in_another_folder_overwrites_nothing(session: Session, tmp_path: Path) -> None:
    old = path_of(session)
    session.act(Roll())
    new = session.save_in(old.parent)
    session.act(AddTeam("Late"))
    assert session.close()
    assert new == old.with_name(f"{old.stem}-2.booster")
    assert len(read_journal(old).entries) == 1
    assert resumed(new) == fingerprint(session.state)


def test_a_folder_that_cannot_be_saved_in_changes_nothing(session: Session, tmp_path: Path) -> None:
    old = path_of(session)
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "gone"):
        with pytest.raises(NotADirectoryError):
            session.save_in(folder)
    (tmp_path / "full").mkdir()
    with full_disk(100), pytest.raises(OSError, match=os.strerror(errno.EFBIG)):
        session.save_in(tmp_path / "full")
    assert list((tmp_path / "full").iterdir()) == []
    session.act(Roll())
    assert session.close()
    assert resumed(old) == fingerprint(session.state)


def test_a_session_that_cannot_begin_leaves_no_file(tmp_path: Path) -> None:
    with full_disk(100), pytest.raises(OSError, match=os.strerror(errno.EFBIG)):
        Session.create(SETUP, (small_deck(),), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_session_that_cannot_be_locked_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("booster.journal.writing.lock", lambda file: False)
    with pytest.raises(BlockingIOError):
        Session.create(SETUP, (small_deck(),), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_cut_file_that_cannot_be_mended_yet_is_left_as_it_is(tmp_path: Path) -> None:
    path, states = played(tmp_path, 3)
    path.write_bytes(path.read_bytes()[:-9])
    before = path.read_bytes()
    with full_disk(10), pytest.raises(OSError, match=os.strerror(errno.EFBIG)):
        Session.resume(path)
    assert path.read_bytes() == before
    assert resumed(path) == states[2]


# --- the list


def test_the_list_says_what_a_game_shows_without_reading_its_cards(tmp_path: Path) -> None:
    path, _ = played(tmp_path, 60)
    session = Session.resume(path)
    session.close()
    (saved,) = saved_sessions(tmp_path)
    assert (saved.path, saved.seed, saved.teams) == (path, "DEMO", ("Vélo", "Potager"))
    assert (saved.turn, saved.over) == (session.state.turn, session.state.over)
    change_header(path, decks=[])
    (again,) = saved_sessions(tmp_path)
    assert again.fault is None


def test_the_list_says_the_last_good_line(tmp_path: Path) -> None:
    path, _ = played(tmp_path, 8)
    lines = path.read_bytes().splitlines(keepends=True)
    turns = [entry.turn for entry in read_journal(path).entries]
    assert turns[4] != turns[-1]
    path.write_bytes(b"".join(lines[:6]) + b"damaged\n" + lines[7][:-5])
    (saved,) = saved_sessions(tmp_path)
    assert (saved.turn, saved.fault) == (turns[4], None)


def test_a_session_without_actions_is_at_its_first_turn(tmp_path: Path) -> None:
    played(tmp_path, 0)
    (saved,) = saved_sessions(tmp_path)
    assert (saved.turn, saved.is_unfinished) == (1, True)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_leads_nowhere_is_listed_with_the_reason(tmp_path: Path) -> None:
    path, _ = played(tmp_path, 1)
    (tmp_path / "link.booster").symlink_to(tmp_path / "gone")
    (tmp_path / "folder.booster").mkdir()
    first, *others = sorted(saved_sessions(tmp_path), key=lambda saved: saved.fault is not None)
    assert (first.path, first.fault) == (path, None)
    assert {str(other.fault).partition(":")[0] for other in others} == {
        f"The session {name}.booster cannot be read" for name in ("link", "folder")
    }


def test_two_sessions_begun_in_the_same_minute_have_files_of_their_own(tmp_path: Path) -> None:
    for _ in range(3):
        Session.create(SETUP, (small_deck(),), tmp_path).close()
    assert len(saved_sessions(tmp_path)) == 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="players are killed in forked processes")
def test_a_killed_player_loses_no_acknowledged_action(tmp_path: Path) -> None:
    script = Path(__file__).with_name("kill_while_playing.py")
    told = subprocess.run(
        [sys.executable, str(script), str(tmp_path), "200"], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert len(told) == 200
    for line in told:
        acknowledged, kept, acknowledged_state, kept_state = line.split()
        assert int(kept) - int(acknowledged) in (0, 1)
        assert kept_state == acknowledged_state or int(kept) == int(acknowledged) + 1
