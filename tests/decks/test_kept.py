import os
from pathlib import Path
from shutil import copytree

import pytest

from booster.decks import load
from booster.decks.kept import load_kept
from booster.decks.load import load_deck
from booster.decks.model import Deck
from booster.paths import core_deck, kept_decks_folder


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "data"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(core_deck(), tmp_path / "deck"))


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that are read from their YAML files from now on."""
    read: list[Path] = []

    def watched(folder: Path) -> load.Reading:
        read.append(folder)
        return load_deck(folder)

    monkeypatch.setattr(load, "load_deck", watched)
    return read


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_deck_read_back_is_the_deck_that_was_read(folder: Path, readings: list[Path]) -> None:
    first, second = load_kept(folder), load_kept(folder)
    assert first == second == load_deck(folder).deck
    assert readings == [folder]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_folder_whose_name_is_no_text_is_read_and_kept(folder: Path, readings: list[Path]) -> None:
    folder = folder.rename(folder.with_name("deck-\udcff"))
    (folder / "old-\udcff.yaml").touch()
    assert load_kept(folder) == load_kept(folder)
    assert readings == [folder]


@pytest.mark.parametrize("file", ["deck.yaml", "translations/fr.yaml"])
def test_a_deck_that_was_edited_is_read_anew(folder: Path, readings: list[Path], file: str) -> None:
    load_kept(folder)
    edit(folder / file, "Social Impact Booster", "Another game")
    assert load_kept(folder) == load_deck(folder).deck
    assert len(readings) == 2


def test_a_new_file_in_a_deck_counts(folder: Path, readings: list[Path]) -> None:
    load_kept(folder)
    (folder / "translations" / "Not-a-language.yaml").write_text("a: b\n", "utf-8")
    assert not isinstance(load_kept(folder), Deck)
    assert len(readings) == 2


def test_a_broken_deck_gives_its_errors_each_time(folder: Path, readings: list[Path]) -> None:
    (folder / "deck.yaml").unlink()
    first = load_kept(folder)
    assert first == load_kept(folder)
    assert not isinstance(first, Deck)
    assert first and {problem.weight for problem in first} == {"error"}
    assert len(readings) == 2


@pytest.mark.parametrize("damage", [b"", b"\xff\n{}", b"not JSON", b'{"info": {}}'])
def test_a_kept_deck_that_was_damaged_is_read_anew(folder: Path, readings: list[Path], damage: bytes) -> None:
    deck = load_kept(folder)
    (kept,) = kept_decks_folder().iterdir()
    mark, _, _ = kept.read_bytes().partition(b"\n")
    kept.write_bytes(mark + b"\n" + damage)
    assert load_kept(folder) == deck
    assert load_kept(folder) == deck
    assert len(readings) == 2


def test_a_folder_that_cannot_be_written_slows_nothing_but_the_reading(
    folder: Path, readings: list[Path]
) -> None:
    kept_decks_folder().parent.mkdir()
    kept_decks_folder().write_text("a file where the folder should be")
    assert load_kept(folder) == load_kept(folder) == load_deck(folder).deck
    assert len(readings) == 2


def test_a_file_saved_while_the_deck_is_read_is_not_missed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edited_meanwhile(folder: Path) -> load.Reading:
        reading = load_deck(folder)
        edit(folder / "deck.yaml", "Social Impact Booster", "Another game")
        return reading

    with monkeypatch.context() as patched:
        patched.setattr(load, "load_deck", edited_meanwhile)
        load_kept(folder)
    assert load_kept(folder) == load_deck(folder).deck
