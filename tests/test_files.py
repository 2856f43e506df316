"""Files that survive a crash."""

import errno
import os
from pathlib import Path

import pytest
from session_files import full_disk

from booster.files import lock, to_disk, write_whole


def test_a_file_is_written_whole_with_the_folders_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [each.name for each in path.parent.iterdir()] == ["b.txt"]


@pytest.mark.parametrize("room", [0, 2])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path, room: int) -> None:
    path = tmp_path / "b.txt"
    write_whole(path, b"old")
    with full_disk(room), pytest.raises(OSError, match=os.strerror(errno.EFBIG)):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["b.txt"]


@pytest.mark.skipif(os.name == "nt", reason="fcntl is of POSIX systems")
@pytest.mark.parametrize("knows", [True, False], ids=["its own drive", "a network drive"])
def test_on_macos_a_file_goes_through_the_drives_own_cache_where_the_drive_knows_how(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, knows: bool
) -> None:
    import fcntl

    full_sync = 51
    asked: list[object] = []

    def macos(_file: object, command: int) -> int:
        asked.append(command)
        if not knows:
            raise OSError(errno.ENOTSUP, "Operation not supported")
        return 0

    monkeypatch.setattr(fcntl, "F_FULLFSYNC", full_sync, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", macos)
    monkeypatch.setattr(os, "fsync", lambda handle: asked.append("fsync"))
    with (tmp_path / "file").open("wb") as file:
        file.write(b"whole")
        to_disk(file)
        assert (tmp_path / "file").read_bytes() == b"whole"
    assert asked == ([full_sync] if knows else [full_sync, "fsync"])


@pytest.mark.skipif(os.name == "nt", reason="modes are of POSIX systems")
def test_a_file_can_be_read_by_whom_the_system_lets_read(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        write_whole(tmp_path / "shared.zip", b"")
    finally:
        os.umask(old)
    assert (tmp_path / "shared.zip").stat().st_mode & 0o777 == 0o644


def test_a_file_is_locked_for_one_writer(tmp_path: Path) -> None:
    path = tmp_path / "game"
    path.write_bytes(b"")
    with path.open("r+b") as one, path.open("r+b") as two:
        assert lock(one)
        assert not lock(two)
    with path.open("r+b") as three:
        assert lock(three)


@pytest.mark.skipif(os.name == "nt", reason="flock is of POSIX systems")
@pytest.mark.parametrize(
    ("fault", "may_write"),
    [(errno.EWOULDBLOCK, False), (errno.EACCES, False), (errno.ENOLCK, True), (errno.EOPNOTSUPP, True)],
)
def test_only_a_lock_that_somebody_has_keeps_a_writer_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int, may_write: bool
) -> None:
    def refused(*_: object) -> None:
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr("fcntl.flock", refused)
    with (tmp_path / "game").open("wb") as file:
        assert lock(file) is may_write
