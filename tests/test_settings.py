import json
from dataclasses import asdict
from pathlib import Path

import pytest

from booster.language import translator
from booster.settings import USUAL, Settings, keep_aside, read_settings, write_settings

CHANGED = Settings("fr", 130, True, True, False, False, True, True)


def test_without_a_file_the_settings_are_the_usual_ones(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.json") == (USUAL, None)
    assert (USUAL.sound, USUAL.hand_over, USUAL.ranking, USUAL.text_percent) == (False, True, True, 100)


def test_settings_are_read_as_they_were_written(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "settings.json"
    write_settings(file, CHANGED)
    assert read_settings(file) == (CHANGED, None)


@pytest.mark.parametrize("name", ["sound", "hand_over", "high_contrast"])
def test_a_switch_turns_one_setting_and_leaves_the_others(name: str) -> None:
    turned = USUAL.switched(name, not USUAL.is_on(name))  # type: ignore[arg-type]
    assert {key for key, value in asdict(turned).items() if value != asdict(USUAL)[key]} == {name}


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"[]", b"7", b"null", b"[" * 100_000, b'"' + b"x" * 200_000 + b'"'],
    ids=["empty", "cut", "no text", "list", "number", "null", "deep", "large"],
)
def test_a_broken_file_gives_the_usual_settings_and_one_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    settings, fault = read_settings(file)
    assert settings == USUAL
    assert fault is not None
    assert fault.said(translator("en")) == "Your settings could not be read, and are the usual ones again."
    assert file.read_bytes() == content


def test_a_folder_in_the_place_of_the_file_is_a_broken_file(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    settings, fault = read_settings(tmp_path / "settings.json")
    assert settings == USUAL and fault is not None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sound", 1),
        ("sound", "yes"),
        ("text_percent", 105),
        ("text_percent", True),
        ("text_percent", "150"),
        ("language", "xx"),
        ("language", ["fr"]),
        ("decks", "core"),
        ("deck_folders", ["a", 1]),
        ("colour", "red"),
        ("switched", True),
    ],
)
def test_what_cannot_be_used_is_named_and_the_rest_holds(tmp_path: Path, name: str, value: object) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"reduced_motion": True, name: value}), "utf-8")
    settings, fault = read_settings(file)
    assert settings == USUAL.switched("reduced_motion", True)
    assert fault is not None and f"“{name}”" in fault.said(translator("en"))


def test_files_that_cannot_be_used_are_all_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    for number, content in enumerate(("one", "two"), 1):
        file.write_text(content, "utf-8")
        kept = keep_aside(file)
        assert kept == tmp_path / f"settings.damaged-{number}.json"
        assert kept.read_text("utf-8") == content
        assert not file.exists()
