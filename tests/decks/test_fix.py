"""`booster check --fix`: shows, asks, keeps the old file, writes, checks again."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from booster.cli import main
from booster.decks.fix import find_mendings, write
from booster.errors import BoosterError

WriteDeck = Callable[..., Path]


class Terminal(io.StringIO):
    """What a person types, at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def wrong(write_deck: WriteDeck, files: dict[str, str]) -> Path:
    """The small deck with a colon in a title of its tools."""
    return write_deck({"tools.yaml": files["tools.yaml"].replace("Ask around", "Ask: around")})


def tools(deck: Path) -> str:
    return (deck / "tools.yaml").read_text("utf-8")


def test_the_change_is_shown_and_written_on_yes(
    wrong: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tools(wrong)
    monkeypatch.setattr(sys, "stdin", Terminal("y\n"))

    code = main(["check", "--fix", str(wrong), "--language", "en"])

    out = capsys.readouterr().out
    assert code == 0
    assert '-  title: Ask: around\n+  title: "Ask: around"' in out
    assert out.index("+  title") < out.index("Write these changes? (y/n)") < out.index("is mended")
    assert "A small deck, 7 cards" in out
    assert 'title: "Ask: around"' in tools(wrong)
    assert (wrong / "tools.yaml.bak").read_text("utf-8") == before


@pytest.mark.parametrize("typed", ["n\n", "\n", ""])
def test_anything_but_yes_writes_nothing(
    wrong: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    before = tools(wrong)
    monkeypatch.setattr(sys, "stdin", Terminal(typed))

    assert main(["check", "--fix", str(wrong), "--language", "en"]) == 1

    assert "Nothing was written." in capsys.readouterr().out
    assert tools(wrong) == before
    assert not (wrong / "tools.yaml.bak").exists()


def test_without_a_terminal_it_only_shows(
    wrong: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tools(wrong)
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))

    assert main(["check", "--fix", str(wrong), "--language", "en"]) == 1

    assert "add --yes" in capsys.readouterr().out
    assert tools(wrong) == before


def test_yes_writes_without_a_question(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--fix", "--yes", str(wrong), "--language", "fr"]) == 0
    assert "est réparé" in capsys.readouterr().out
    assert 'title: "Ask: around"' in tools(wrong)


def test_an_older_kept_file_is_never_overwritten(wrong: Path) -> None:
    (wrong / "tools.yaml.bak").write_text("precious", "utf-8")
    before = tools(wrong)

    main(["check", "--fix", "--yes", str(wrong)])

    assert (wrong / "tools.yaml.bak").read_text("utf-8") == "precious"
    assert (wrong / "tools.yaml.bak-2").read_text("utf-8") == before


def test_a_file_that_changed_while_the_question_waited_is_left_alone(wrong: Path) -> None:
    (mending,) = find_mendings([wrong])
    (wrong / "tools.yaml").write_text("- id: newer\n", "utf-8")

    with pytest.raises(BoosterError, match="changed in the meantime"):
        write(mending)

    assert tools(wrong) == "- id: newer\n"
    assert not (wrong / "tools.yaml.bak").exists()


def test_what_cannot_be_seen_is_said_in_words(
    write_deck: WriteDeck, files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    deck = write_deck()
    (deck / "tools.yaml").write_bytes(("\ufeff" + files["tools.yaml"].replace("\n", "\r\n")).encode())

    assert main(["check", "--fix", "--yes", str(deck), "--language", "en"]) == 0

    out = capsys.readouterr().out
    assert "The invisible mark at the start of the file is taken away." in out
    assert "All line ends become the same." in out
    assert (deck / "tools.yaml").read_bytes() == files["tools.yaml"].encode()


def test_a_right_deck_and_one_that_only_a_person_can_mend_stay_as_they_are(
    write_deck: WriteDeck, files: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    right = write_deck()
    misspelt = write_deck({"tools.yaml": files["tools.yaml"].replace("title", "titel")}, "misspelt")

    assert main(["check", "--fix", "--yes", str(right), str(misspelt), "--language", "en"]) == 1

    assert "There is nothing that the program can mend by itself." in capsys.readouterr().out
    assert not list(right.glob("*.bak*")) + list(misspelt.glob("*.bak*"))


def test_bytes_that_are_no_text_are_left_to_the_check(wrong: Path) -> None:
    (wrong / "tools.yaml").write_bytes(b"- id: caf\xe9\n")
    assert main(["check", "--fix", "--yes", str(wrong)]) == 1
    assert (wrong / "tools.yaml").read_bytes() == b"- id: caf\xe9\n"


def test_a_folder_named_as_a_file_is_left_to_the_check(
    wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (wrong / "path.yaml").unlink()
    (wrong / "path.yaml").mkdir()
    assert main(["check", "--fix", "--yes", str(wrong), "--language", "en"]) == 1
    assert "This is not a file." in capsys.readouterr().out
    assert 'title: "Ask: around"' in tools(wrong)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tools.yaml")
    assert main(["check", "--fix", "--yes", str(tmp_path / "tools.yaml")]) == 1


def test_without_standard_input_nobody_is_asked(
    wrong: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["check", "--fix", str(wrong), "--language", "en"]) == 1
    assert "add --yes" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
def test_a_link_stays_and_what_it_points_to_is_mended(wrong: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(wrong / "tools.yaml")

    main(["check", "--fix", "--yes", str(link)])

    assert link.is_symlink()
    assert 'title: "Ask: around"' in tools(wrong)


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_the_rights_of_the_file_stay(wrong: Path) -> None:
    (wrong / "tools.yaml").chmod(0o640)
    main(["check", "--fix", "--yes", str(wrong)])
    assert (wrong / "tools.yaml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("arguments", [["--yes"], ["--fix", "--json"]])
def test_options_that_do_not_go_together_are_refused(wrong: Path, arguments: list[str]) -> None:
    before = tools(wrong)
    assert main(["check", *arguments, str(wrong)]) == 2
    assert tools(wrong) == before
