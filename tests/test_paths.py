import os
from pathlib import Path

import pytest

from booster import paths
from booster.errors import BoosterError, EnvironmentFault


def test_shipped_folders_are_inside_the_package_or_at_the_top_of_the_checkout() -> None:
    assert paths.assets_folder().is_dir()
    assert paths.core_deck() == paths.cards_folder() / "core"


def test_installed_package_comes_before_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "booster"
    monkeypatch.setattr(paths, "PACKAGE", package)
    (tmp_path / "cards").mkdir()
    assert paths.cards_folder() == tmp_path / "cards"

    (package / "cards").mkdir(parents=True)
    assert paths.cards_folder() == package / "cards"


def test_missing_folder_is_told_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "PACKAGE", tmp_path / "booster")

    with pytest.raises(EnvironmentFault, match="“cards”"):
        paths.cards_folder()


def test_data_folder_is_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "stick"))

    assert paths.user_data_folder() == tmp_path / "stick"
    assert paths.sessions_folder() == tmp_path / "stick" / "sessions"
    assert paths.user_decks_folder() == tmp_path / "stick" / "decks"
    assert paths.settings_file().parent == tmp_path / "stick"
    assert not (tmp_path / "stick").exists()


@pytest.mark.parametrize("value", ["", "  "])
def test_data_folder_is_the_system_s_otherwise(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOOSTER_DATA", value)

    assert paths.user_data_folder().is_absolute()
    assert paths.user_data_folder().name == "social-impact-booster"


def test_deck_is_meant_by_its_folder_else_by_the_name_of_one_that_ships_or_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    installed = tmp_path / "data" / "decks" / "mine"
    installed.mkdir(parents=True)
    (installed / "deck.yaml").touch()

    assert paths.deck_folder(Path("core")) == paths.core_deck()
    assert paths.deck_folder(Path("mine")) == installed
    assert paths.deck_folder(Path("nowhere")) == Path("nowhere")
    assert paths.deck_folder(Path("there/core")) == Path("there/core")
    assert paths.deck_folder(Path("n" * 999)) == Path("n" * 999)

    (tmp_path / "core").mkdir()
    assert paths.deck_folder(Path("core")) == Path("core")


def test_folder_that_cannot_even_be_looked_for_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert paths.is_folder(tmp_path)
    for none in (
        tmp_path / "file",
        tmp_path / "gone",
        Path("n" * 300),
        Path("a\0b"),
        tmp_path / "file" / "x",
    ):
        assert not paths.is_folder(none)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is locked to whoever asks")
def test_folder_below_a_locked_one_is_none(tmp_path: Path) -> None:
    (tmp_path / "locked" / "deck").mkdir(parents=True)
    (tmp_path / "locked").chmod(0)
    try:
        assert not paths.is_folder(tmp_path / "locked" / "deck")
    finally:
        (tmp_path / "locked").chmod(0o700)


def test_data_folder_of_a_person_who_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOOSTER_DATA", "~nobody-of-this-name/booster")

    with pytest.raises(BoosterError, match="not known here: ~nobody"):
        paths.user_data_folder()


def test_folders_of_decks_are_listed_by_name_without_files_and_hidden_ones(tmp_path: Path) -> None:
    for name in ("two", "one", ".one.before-1a2b"):
        (tmp_path / name).mkdir()
    (tmp_path / "read me.txt").touch()

    assert paths.deck_folders(tmp_path) == [tmp_path / "one", tmp_path / "two"]
