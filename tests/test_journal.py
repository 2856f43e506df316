"""The journal: nothing that was acknowledged is lost, and nothing damaged is played on in silence."""

import errno
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from strategies import small_deck

from booster.engine.actions import AddTeam, CorrectScore, Roll
from booster.engine.state import NewTeam, Setup
from booster.journal import FORMAT, JournalDamaged, JournalFault, JournalLocked, _digest, read_journal
from booster.session import Session, fingerprint, saved_sessions

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
    payload = path.read_bytes().splitlines()[0].split(b" ", 2)[2]
    newer = payload.replace(b'"format":%d' % FORMAT, b'"format":%d' % (FORMAT + 1))
    path.write_bytes(b"%s %d %s\n" % (_digest(newer).encode(), len(newer), newer))
    before = path.read_bytes()
    with pytest.raises(JournalFault, match="newer version"):
        Session.resume(path)
    assert path.read_bytes() == before


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


def test_a_full_disk_keeps_the_game_going_and_is_made_up_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session.create(SETUP, (small_deck(),), tmp_path)
    assert session.journal is not None

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        session.act(Roll())
        session.act(AddTeam("Late"))
        assert session.unsaved_since is not None
    assert session.journal.retry()
    assert session.unsaved_since is None
    session.close()
    assert resumed(session.journal.path) == fingerprint(session.state)


def test_a_session_that_cannot_begin_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        Session.create(SETUP, (small_deck(),), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_unsaved_session_can_move_to_another_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session.create(SETUP, (small_deck(),), tmp_path)
    assert session.journal is not None
    with monkeypatch.context() as disk:
        disk.setattr(
            "booster.journal.to_disk", lambda file: (_ for _ in ()).throw(OSError(errno.EIO, "gone"))
        )
        session.act(Roll())
    session.journal.move_to(tmp_path / "stick" / "saved.booster")
    session.act(AddTeam("Late"))
    session.close()
    assert session.unsaved_since is None
    assert resumed(tmp_path / "stick" / "saved.booster") == fingerprint(session.state)


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
