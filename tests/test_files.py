"""Files that survive a crash."""

import errno
import os
from pathlib import Path

import pytest

from booster.files import lock, write_whole


def test_a_file_is_written_whole_with_the_folders_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [each.name for each in path.parent.iterdir()] == ["b.txt"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "b.txt"
    write_whole(path, b"old")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["b.txt"]


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
