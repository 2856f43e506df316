"""A pack -> a deck in a person's folder of decks, once it is known to be right."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from booster.decks.compose import compose
from booster.decks.doctor import examine_deck
from booster.decks.load import DeckFault, Reading
from booster.decks.model import Deck
from booster.decks.read import Source, read_source
from booster.decks.scaffold import write_files
from booster.decks.schema import schema_files
from booster.decks.unpack import Unpacked, read_pack, safe_name
from booster.errors import BoosterError, EnvironmentFault
from booster.language import Translator, translator


class AlreadyInstalled(BoosterError):
    """A deck of this id is there already. It is replaced only by `install_pack(..., replace=True)`."""


@dataclass(frozen=True, slots=True)
class _Installed:
    folder: Path
    id: str
    version: str


def install_pack(path: Path, decks_folder: Path, tr: Translator, *, replace: bool = False) -> str:
    """Put the deck of a zip or a folder into the folder of decks; return a sentence that says what was done.

    Nothing is left behind if it fails, and a deck that is replaced is whole until then. Raises
    AlreadyInstalled when a deck of this id is there and `replace` is not asked for; DeckFault when the deck
    has errors; BoosterError for anything that is not one safe deck; EnvironmentFault when the folder cannot
    be written.
    """
    try:
        unpacked = read_pack(path, tr)
    except OSError as fault:
        raise BoosterError(tr("“{file}” cannot be read: {why}.", file=path, why=fault.strerror)) from fault
    try:
        decks_folder.mkdir(parents=True, exist_ok=True)
        # Beside the folder of decks, where no one takes it for a deck.
        with tempfile.TemporaryDirectory(dir=decks_folder.parent, prefix=".installing-") as place:
            made = Path(place) / "deck"
            write_files(made, unpacked.files)
            reading = examine_deck(made)
            deck = _sound_deck(path, made, reading, tr)
            write_files(made, {name: text.encode() for name, text in _schemas(deck).items()})
            _move(made, _target(path, deck, decks_folder, replace, tr), Path(place) / "before")
    except OSError as fault:
        raise EnvironmentFault(
            tr("“{file}” cannot be written: {why}.", file=decks_folder, why=fault.strerror)
        ) from fault
    return _said(deck, reading, unpacked, tr)


def _sound_deck(path: Path, made: Path, reading: Reading, tr: Translator) -> Deck:
    if reading.deck is None:
        first = reading.problems[0]
        raise DeckFault(
            tr(
                "“{file}” is not installed: its deck has errors. In {name}, line {line}: {what} {fix}",
                file=path,
                name=Path(first.file).relative_to(made).as_posix(),
                line=first.line,
                what=first.what.said(tr),
                fix=tr("Fix: {fix}", fix=first.fix.said(tr)),
            )
        )
    if not safe_name(reading.deck.info.id):
        raise BoosterError(
            tr("No folder can be named “{id}” on Windows: give the deck another id.", id=reading.deck.info.id)
        )
    return reading.deck


def _schemas(deck: Deck) -> dict[str, str]:
    """A pack has no schemas: whoever goes on with the deck gets those of this version of the program."""
    return schema_files(translator(deck.info.language))


def _target(path: Path, deck: Deck, decks_folder: Path, replace: bool, tr: Translator) -> Path:
    """Where the deck goes: a new folder, or that of the deck which it replaces."""
    target = decks_folder / deck.info.id
    there = next((one for one in _all_installed(decks_folder) if one.id == deck.info.id), None)
    if there is None:
        if os.path.lexists(target):
            raise BoosterError(tr("“{folder}” is in the way: move it elsewhere first.", folder=target))
        return target
    if path.resolve() == there.folder.resolve():
        raise BoosterError(
            tr("“{title}” is installed already, from this very folder.", title=deck.info.title)
        )
    if not replace:
        raise AlreadyInstalled(
            tr(
                "“{title}” is installed already in version {old}; this is version {new}. "
                "It is replaced only if you ask for it.",
                title=deck.info.title,
                old=there.version,
                new=deck.info.version,
            )
        )
    return there.folder


def _all_installed(decks_folder: Path) -> list[_Installed]:
    """The decks that are there, broken ones too."""
    found: list[_Installed] = []
    for folder in sorted(folder for folder in decks_folder.iterdir() if folder.is_dir()):
        source = read_source(folder / "deck.yaml", "deck.yaml")
        node = compose(source).node if isinstance(source, Source) else None
        match node.value if node else None:
            case {"id": str(id), **others}:
                found.append(_Installed(folder, id, str(others.get("version", "?"))))
    return found


def _move(made: Path, target: Path, before: Path) -> None:
    """Put the new folder in its place; what was there goes only once that is done."""
    if not os.path.lexists(target):
        made.replace(target)
        return
    target.replace(before)
    try:
        made.replace(target)
    except OSError:
        before.replace(target)
        raise


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
