"""What `booster check --fix` does: shows how files would be mended, asks, keeps the old ones, writes."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from itertools import count
from pathlib import Path

from booster.decks.folder import deck_files
from booster.decks.mend import mended, same_ends
from booster.decks.read import LARGEST
from booster.errors import BoosterError, cannot_read, cannot_write
from booster.files import write_whole
from booster.language import N_, Translator
from booster.paths import is_folder
from booster.printable import printable


@dataclass(frozen=True, slots=True)
class Mending:
    """A file as it is, and as it would be."""

    path: Path
    before: bytes
    after: bytes


def find_mendings(paths: Sequence[Path]) -> tuple[Mending, ...]:
    """Return what can be mended in deck folders and files. Raises BoosterError for what cannot be read."""
    files = dict.fromkeys(file for path in paths for file in _files(path))
    found = (_mending(file) for file in files)
    return tuple(one for one in found if one)


def shown(mending: Mending, tr: Translator) -> str:
    """Return the difference as text for a terminal: its lines, and what cannot be seen in them in words."""
    before, after = mending.before.decode(), mending.after.decode()
    name = str(mending.path)
    old = same_ends(before).removeprefix("\ufeff").split("\n")
    changes = unified_diff(old, after.split("\n"), name, name, n=1, lineterm="")
    said = [tr("{file}: this would be mended.", file=name)]
    if before.startswith("\ufeff"):
        said.append(tr("The invisible mark at the start of the file is taken away."))
    if "\r" in before:
        said.append(tr("All line ends become the same."))
    return "\n".join(printable(line) for line in (*said, *changes))


def write(mending: Mending) -> Path:
    """Write the mended file, the old one kept beside it; return the path of the old one.

    Raises EnvironmentFault when it cannot be written, BoosterError when it was changed in the meantime.
    """
    # A link is followed: what it points to is mended, and the link stays.
    file = mending.path.resolve()
    kept = next(name for name in _backups(file) if not name.exists())
    try:
        if file.read_bytes() != mending.before:
            raise BoosterError(N_("“{file}” was changed in the meantime: check it again."), file=file)
        write_whole(kept, mending.before)
        shutil.copymode(file, kept)
        write_whole(file, mending.after)
        shutil.copymode(kept, file)
    except OSError as fault:
        raise cannot_write(file, fault) from fault
    return kept


def mend_all(
    paths: Sequence[Path], tr: Translator, ask: Callable[[], bool] | None, say: Callable[[str], None]
) -> None:
    """Show what can be mended, and write it when `ask` says so; with `ask` None it is only shown."""
    mendings = find_mendings(paths)
    if not mendings:
        say(tr("There is nothing that the program can mend by itself."))
        return
    for mending in mendings:
        say(shown(mending, tr))
    if ask is None:
        say(tr("Nothing was written: add --yes to write this without being asked."))
    elif not ask():
        say(tr("Nothing was written."))
    else:
        for mending in mendings:
            kept = write(mending)
            say(
                printable(
                    tr("{file} is mended; as it was, it is kept in {kept}.", file=mending.path, kept=kept)
                )
            )


def _mending(file: Path) -> Mending | None:
    try:
        if file.exists() and not file.is_file():
            return None  # a folder, or a pipe that nobody writes to
        with file.open("rb") as opened:
            before = opened.read(LARGEST + 1)
    except OSError as fault:
        raise cannot_read(file, fault) from fault
    try:
        text = before.decode()
    except UnicodeDecodeError:
        return None
    after = mended(str(file), text).encode() if len(before) <= LARGEST else before
    return Mending(file, before, after) if after != before else None


def _files(path: Path) -> Iterator[Path]:
    if is_folder(path):
        yield from deck_files(path)
    else:
        yield path


def _backups(file: Path) -> Iterator[Path]:
    yield file.with_name(f"{file.name}.bak")
    yield from (file.with_name(f"{file.name}.bak-{n}") for n in count(2))
