"""A pack -> a deck in a person's folder of decks, once it is known to be right."""

import os
import secrets
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from booster.decks.compose import compose
from booster.decks.doctor import examine_deck
from booster.decks.folder import write_files
from booster.decks.load import DeckFault, Reading
from booster.decks.model import Deck
from booster.decks.read import Source, read_source
from booster.decks.schema import schema_files
from booster.decks.unpack import Unpacked, read_pack, safe_name
from booster.errors import BoosterError, EnvironmentFault, cannot_read, cannot_write
from booster.language import N_, Sentence, Translator, translator
from booster.paths import deck_folders


class AlreadyInstalled(BoosterError):
    """A deck of this id is there already. It is replaced only by `install_pack(..., replace=True)`."""


@dataclass(frozen=True, slots=True)
class _Installed:
    folder: Path
    id: str
    version: str


def install_pack(path: Path, decks_folder: Path, tr: Translator, *, replace: bool = False) -> str:
    """Put the deck of a zip or a folder into the folder of decks; return a sentence that says what was done.

    Nothing is left behind if it fails, and a deck that is replaced stays whole until the new one is in its
    place. Raises AlreadyInstalled when a deck of this id is there and `replace` is not asked for; DeckFault
    when the deck has errors; BoosterError for anything that is not one safe deck; EnvironmentFault when the
    folder cannot be written.
    """
    try:
        unpacked = read_pack(path)
    except OSError as fault:
        raise cannot_read(path, fault) from fault
    try:
        decks_folder.mkdir(parents=True, exist_ok=True)
        # Among the decks, so that moving never crosses drives; the dot says that it is none of them.
        with tempfile.TemporaryDirectory(
            dir=decks_folder, prefix=".installing-", ignore_cleanup_errors=True
        ) as place:
            made = Path(place) / "deck"
            write_files(made, unpacked.files)
            reading = examine_deck(made)
            deck = _sound_deck(path, made, reading)
            write_files(made, {name: text.encode() for name, text in _schemas(deck).items()})
            _put_in_place(made, _target(path, deck, decks_folder, replace))
    except OSError as fault:
        raise cannot_write(decks_folder, fault) from fault
    return _said(deck, reading, unpacked, tr)


def _sound_deck(path: Path, made: Path, reading: Reading) -> Deck:
    if reading.deck is None:
        first = reading.problems[0]
        raise DeckFault(
            N_("“{file}” is not installed: its deck has errors. In {name}, line {line}: {what} {fix}"),
            file=path,
            name=Path(first.file).relative_to(made).as_posix(),
            line=first.line,
            what=first.what,
            fix=Sentence(N_("Fix: {fix}"), {"fix": first.fix}),
        )
    if not safe_name(reading.deck.info.id):
        raise BoosterError(
            N_("No folder can be named “{id}” on Windows: give the deck another id."),
            id=reading.deck.info.id,
        )
    return reading.deck


def _schemas(deck: Deck) -> dict[str, str]:
    """A pack has no schemas: whoever goes on with the deck gets those of this version of the program."""
    return schema_files(translator(deck.info.language))


def _target(path: Path, deck: Deck, decks_folder: Path, replace: bool) -> Path:
    """Where the deck goes: a new folder, or that of the deck which it replaces."""
    info, target = deck.info, decks_folder / deck.info.id
    there = next((one for one in _all_installed(decks_folder) if one.id == info.id), None)
    if there is None:
        if os.path.lexists(target):
            raise BoosterError(N_("“{folder}” is in the way: move it elsewhere first."), folder=target)
        return target
    if path.resolve() == there.folder.resolve():
        raise BoosterError(N_("“{title}” is installed already, from this very folder."), title=info.title)
    if not replace and there.version == info.version:
        raise AlreadyInstalled(
            N_(
                "“{title}” is installed already, in this same version. It is replaced only if you ask for it."
            ),
            title=info.title,
        )
    if not replace:
        raise AlreadyInstalled(
            N_(
                "“{title}” is installed already in version {old}; this is version {new}. "
                "It is replaced only if you ask for it."
            ),
            title=info.title,
            old=there.version,
            new=info.version,
        )
    return there.folder


def _all_installed(decks_folder: Path) -> list[_Installed]:
    """The decks that are there, broken ones too; one that cannot be read hinders no other."""
    found: list[_Installed] = []
    for folder in deck_folders(decks_folder):
        with suppress(OSError):
            source = read_source(folder / "deck.yaml", "deck.yaml")
            node = compose(source).node if isinstance(source, Source) else None
            match node.value if node else None:
                case {"id": str(id), **others}:
                    found.append(_Installed(folder, id, str(others.get("version", "?"))))
    return found


def _put_in_place(made: Path, target: Path) -> None:
    """Move the new folder to its place; what was there is deleted once that is done, and not before."""
    if not os.path.lexists(target):
        made.replace(target)
        return
    before = target.with_name(f".{target.name}.before-{secrets.token_hex(4)}")
    try:
        target.replace(before)
        made.replace(target)
    except BaseException:
        _put_back(before, target)
        raise
    if before.is_symlink():
        with suppress(OSError):
            before.unlink()
    else:
        shutil.rmtree(before, ignore_errors=True)


def _put_back(before: Path, target: Path) -> None:
    if os.path.lexists(target) or not os.path.lexists(before):
        return
    try:
        before.replace(target)
    except OSError as fault:
        raise EnvironmentFault(
            N_("The deck that was there could not be put back ({why}): it is whole in “{folder}”."),
            folder=before,
            why=fault.strerror,
        ) from fault


def _said(deck: Deck, reading: Reading, unpacked: Unpacked, tr: Translator) -> str:
    cards = tr.plural("{n} card", "{n} cards", len(deck.cards))
    said = [
        tr(
            "“{title}” is installed, version {version}, {cards}.",
            title=deck.info.title,
            version=deck.info.version,
            cards=cards,
        )
    ]
    if reading.problems:
        n = len(reading.problems)
        said.append(tr.plural("The check has {n} remark.", "The check has {n} remarks.", n))
    if unpacked.others:
        left = tr.plural("{n} other file was left out.", "{n} other files were left out.", unpacked.others)
        said.append(left)
    return " ".join(said)
