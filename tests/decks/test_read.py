import io
import zipfile
from pathlib import Path

import pytest

from booster.decks.read import LARGEST, Source, read_source
from booster.language import translator

SENTENCE = "title: Über den Fluß\n"


def refusal(tmp_path: Path, content: bytes) -> tuple[int, int, str, str]:
    file = tmp_path / "cards.yaml"
    file.write_bytes(content)
    read = read_source(file, "cards.yaml")
    assert isinstance(read, tuple)
    tr = translator("en")
    return read[0].line, read[0].column, read[0].what.said(tr), read[0].fix.said(tr)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_utf8_is_read_with_or_without_mark_and_with_any_line_end(
    tmp_path: Path, encoding: str, line_end: str
) -> None:
    file = tmp_path / "cards.yaml"
    file.write_bytes((SENTENCE + SENTENCE).replace("\n", line_end).encode(encoding))

    read = read_source(file, "cards.yaml")

    assert isinstance(read, Source)
    assert read.lines == (SENTENCE.strip(), SENTENCE.strip(), "")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named_with_the_way_to_save(tmp_path: Path, encoding: str) -> None:
    _, _, what, fix = refusal(tmp_path, SENTENCE.encode(encoding))

    assert "UTF-16" in what
    assert "Save as" in fix
    assert "UTF-8" in fix


def test_windows_1252_names_the_first_bad_byte_and_its_place(tmp_path: Path) -> None:
    line, column, what, fix = refusal(tmp_path, b"id: a\ntitle: caf\xe9 noir\n")

    assert (line, column) == (2, 11)
    assert "older encoding" in what
    assert "0xE9" in what
    assert "UTF-8" in fix


@pytest.mark.parametrize("start", [b"PK\x03\x04\x14\0", b"\xd0\xcf\x11\xe0\xa1\xb1", b"%PDF-1.7", b"{\\rtf1"])
def test_office_document_with_another_ending_is_named(tmp_path: Path, start: bytes) -> None:
    _, _, what, fix = refusal(tmp_path, start + b"\0\1\2 rest")

    assert "spreadsheet or a word processor" in what
    assert "plain text file" in fix


def test_packed_deck_is_told_from_a_document(tmp_path: Path) -> None:
    pack = io.BytesIO()
    with zipfile.ZipFile(pack, "w") as zipped:
        zipped.writestr("my-deck/deck.yaml", "id: my-deck")

    _, _, what, fix = refusal(tmp_path, pack.getvalue())

    assert what == "This is a packed deck."
    assert fix == 'type: booster install "cards.yaml"'


@pytest.mark.parametrize(
    "code", ["0000", "0007", "001B", "007F", "0085", "200B", "200E", "2028", "202E", "2066", "FEFF", "FFFE"]
)
def test_invisible_character_is_refused_at_its_place(tmp_path: Path, code: str) -> None:
    line, column, what, _ = refusal(tmp_path, f"id: a\ntitle: x{chr(int(code, 16))}y\n".encode())

    assert (line, column) == (2, 9)
    assert f"U+{code}" in what


def test_characters_of_real_languages_are_read(tmp_path: Path) -> None:
    file = tmp_path / "cards.yaml"
    text = "title: « Où ? »\N{NO-BREAK SPACE}— Čaša, Αθήνα, l’idée, 👩\N{ZERO WIDTH JOINER}🌾\n"
    file.write_text(text, encoding="utf-8")

    assert isinstance(read_source(file, "cards.yaml"), Source)


def test_large_file_is_refused_and_the_largest_is_read(tmp_path: Path) -> None:
    _, _, what, _ = refusal(tmp_path, b"#" * (LARGEST + 1))
    file = tmp_path / "largest.yaml"
    file.write_bytes(b"#" * LARGEST)

    assert "1 MB" in what
    assert isinstance(read_source(file, "largest.yaml"), Source)


def test_folder_with_the_name_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cards.yaml").mkdir()

    read = read_source(tmp_path / "cards.yaml", "cards.yaml")

    assert isinstance(read, tuple)
    assert read[0].what.said(translator("en")) == "This is not a file."
