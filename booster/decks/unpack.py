"""A pack made by anyone -> the files of one deck, in memory. Nothing is written, nothing runs.

Names are judged as if each were to be written, on any system, although only a deck's own files are read.
"""

import io
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from booster.decks.folder import FILES, LICENCE_FILE, TRANSLATIONS, places
from booster.decks.read import LARGEST
from booster.errors import BoosterError
from booster.language import N_

MOST_PACKED = 10_000_000
"""Bytes of the largest zip that is opened."""

MOST_UNPACKED = 30_000_000
"""Bytes of all its files together."""

MOST_FILES = 1_000

MOST_SQUEEZED = 100
"""Times that a file may be larger than what is stored of it."""

_TRANSLATION = re.compile(rf"{TRANSLATIONS}/[a-z]{{2,3}}\.yaml")
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.I)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)
"""What Python raises on a zip that is damaged, locked, or made in a way that it does not know."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files of a deck by their names, and how many others there were."""

    files: dict[str, bytes]
    others: int


class Refused(BoosterError):
    """A pack that is not opened: it is none, or it holds what no deck holds."""


def read_pack(path: Path) -> Unpacked:
    """Return the files of the deck in a zip or a folder. Raises Refused; OSError when it cannot be read."""
    if path.is_dir():
        return _from_folder(path)
    if not path.exists():
        raise Refused(N_("There is no file or folder “{file}”."), file=path)
    if path.name in FILES:
        raise Refused(N_("“{file}” is one file of a deck: name the deck’s folder, or its zip."), file=path)
    if not path.is_file():
        raise _not_a_zip(path)
    with path.open("rb") as file:
        content = file.read(MOST_PACKED + 1)
    if len(content) > MOST_PACKED:
        raise _too_large(path)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as pack:
            return _from_zip(path, pack)
    except _BROKEN as fault:
        raise _not_a_zip(path) from fault


def safe_name(name: str) -> bool:
    """Whether a name with slashes means a file below where it is written, the same one on every system."""
    parts = name.removesuffix("/").split("/")
    return len(name) <= 250 and not _NOT_IN_NAMES.search(name) and all(map(_safe_part, parts))


def _safe_part(part: str) -> bool:
    """Also refuses empty parts, `.` and `..`: Windows drops dots and spaces at the end."""
    return bool(part) and part == part.rstrip(". ") and not _DEVICE.fullmatch(part)


def _from_zip(path: Path, pack: zipfile.ZipFile) -> Unpacked:
    entries = pack.infolist()
    _refuse_large(path, entries)
    _refuse_unsafe(path, entries)
    files = {entry.filename: entry for entry in entries if not entry.is_dir()}
    top = _top(path, files)
    wanted = {
        name: files[top + name]
        for name in _deck_files(name.removeprefix(top) for name in files if name.startswith(top))
    }
    contents: dict[str, bytes] = {}
    for name, entry in wanted.items():
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _not_a_zip(path)
        with pack.open(entry) as file:
            # What a zip says of the size of a file may be a lie.
            contents[name] = file.read(LARGEST + 1)
        if len(contents[name]) > LARGEST:
            raise _too_large(path)
    others = [name for name in files if name not in {entry.filename for entry in wanted.values()}]
    return Unpacked(contents, _count(others))


def _from_folder(path: Path) -> Unpacked:
    here = [file for place in places(path) if place.is_dir() for file in place.iterdir()]
    names = {file.relative_to(path).as_posix(): file for file in here if file.is_file()}
    _top(path, names)
    contents: dict[str, bytes] = {}
    for name in _deck_files(names):
        if any(place.is_symlink() for place in (names[name], names[name].parent) if place != path):
            raise _unsafe(path, name)
        with names[name].open("rb") as file:
            contents[name] = file.read(LARGEST + 1)
        if len(contents[name]) > LARGEST:
            raise _too_large(path)
    return Unpacked(contents, _count(name for name in names if name not in contents))


def _refuse_large(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    squeezed = any(
        entry.file_size > LARGEST / 10 and entry.file_size > MOST_SQUEEZED * entry.compress_size
        for entry in entries
    )
    if squeezed or len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise _too_large(path)


def _refuse_unsafe(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse names that lead elsewhere, links, and two names that some systems take for one."""
    seen: set[str] = set()
    for entry in entries:
        # `filename` is what Python made of the name already.
        typed = entry.orig_filename
        same = unicodedata.normalize("NFC", typed).casefold().removesuffix("/")
        kind = stat.S_IFMT(entry.external_attr >> 16)
        plain = kind in (0, stat.S_IFREG, stat.S_IFDIR)
        if not plain or not safe_name(typed) or typed != entry.filename or same in seen:
            raise _unsafe(path, typed)
        seen.add(same)


def _top(path: Path, names: Iterable[str]) -> str:
    """The folder inside a pack that holds the deck, with its slash; empty if the deck is not in a folder."""
    found = [PurePosixPath(name).parent for name in names if PurePosixPath(name).name == "deck.yaml"]
    tops = [place for place in found if len(place.parts) <= 1 and place.name != TRANSLATIONS]
    match tops:
        case [place]:
            return f"{place}/" if place.parts else ""
        case []:
            raise Refused(N_("“{file}” holds no deck: there is no deck.yaml in it."), file=path)
        case _:
            raise Refused(N_("“{file}” holds several decks: open them one by one."), file=path)


def _deck_files(names: Iterable[str]) -> Iterator[str]:
    known = (*FILES, LICENCE_FILE)
    return (name for name in names if name in known or _TRANSLATION.fullmatch(name))


def _count(others: Iterable[str]) -> int:
    """How many files were left out that a person put there: not those that systems and editors hide."""
    return sum(not any(part.startswith((".", "__MACOSX")) for part in name.split("/")) for name in others)


def _not_a_zip(path: Path) -> Refused:
    return Refused(
        N_("“{file}” is not a zip that can be opened: get it again from whoever made it."), file=path
    )


def _too_large(path: Path) -> Refused:
    return Refused(N_("“{file}” is refused: it is larger than any deck."), file=path)


def _unsafe(path: Path, name: str) -> Refused:
    return Refused(
        N_("“{file}” is refused: a deck never holds a file or a link like “{name}”."),
        file=path,
        name=name[:100],
    )
