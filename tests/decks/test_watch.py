import os
from collections.abc import Callable
from pathlib import Path

import pytest

from booster.decks.watch import LOOK_EVERY_MS, Watch

WriteDeck = Callable[..., Path]


def write_again(file: Path) -> None:
    file.write_text(file.read_text("utf-8") + "# seen\n", "utf-8")


def save_by_renaming(file: Path) -> None:
    """As careful editors do: the same size and time, but another file."""
    new, state = file.with_suffix(".new"), file.stat()
    new.write_bytes(file.read_bytes()[::-1])
    os.utime(new, ns=(state.st_atime_ns, state.st_mtime_ns))
    new.replace(file)


@pytest.mark.parametrize("save", [write_again, save_by_renaming, Path.unlink])
def test_what_happens_to_a_file_is_seen_at_the_next_look_and_once(
    write_deck: WriteDeck, save: Callable[[Path], None]
) -> None:
    folder = write_deck()
    watch = Watch([folder])
    assert not watch.changed(LOOK_EVERY_MS)
    save(folder / "tools.yaml")
    assert watch.changed(LOOK_EVERY_MS)
    assert not watch.changed(LOOK_EVERY_MS)


def test_it_looks_twice_a_second_and_no_more_often(write_deck: WriteDeck) -> None:
    folder = write_deck()
    watch = Watch([folder])
    write_again(folder / "tools.yaml")
    assert [watch.changed(100) for _ in range(6)] == [False, False, False, False, True, False]


def test_translations_and_every_folder_are_watched(write_deck: WriteDeck) -> None:
    first, second = write_deck(), write_deck(folder="other")
    watch = Watch([first, second])
    (second / "translations").mkdir()
    (second / "translations" / "fr.yaml").write_text("ask-around: {title: Demander}\n", "utf-8")
    assert watch.changed(LOOK_EVERY_MS)


def test_files_that_no_deck_reads_are_left_alone(write_deck: WriteDeck) -> None:
    folder = write_deck()
    watch = Watch([folder])
    (folder / "notes.txt").write_text("for later", "utf-8")
    assert not watch.changed(LOOK_EVERY_MS)


def test_a_folder_that_goes_and_comes_back_is_no_fault(write_deck: WriteDeck) -> None:
    folder = write_deck()
    watch = Watch([folder])
    folder.rename(folder.with_name("away"))
    assert watch.changed(LOOK_EVERY_MS)
    folder.with_name("away").rename(folder)
    assert watch.changed(LOOK_EVERY_MS)
