"""A deck's folder -> one zip to share, with its authors and its licence."""

import io
import zipfile
from pathlib import Path

from booster.decks.folder import FILES, LICENCE_FILE, TRANSLATIONS
from booster.decks.load import load_decks
from booster.decks.model import Deck, DeckInfo
from booster.decks.scaffold import YOUR_NAME
from booster.errors import cannot_write
from booster.files import write_whole
from booster.language import Translator, translator
from booster.paths import deck_folder

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The same deck always gives the same bytes: a zip cannot hold an earlier date than this."""


def pack_deck(folder: Path, tr: Translator) -> str:
    """Write a deck's zip, named by its id and its version; return a sentence.

    It goes beside the folder that was typed; for the bare name of a deck that ships or is installed, into the
    folder one is in. Raises BoosterError when there is no such deck, DeckFault when it has errors,
    EnvironmentFault when the zip cannot be written.
    """
    origin = deck_folder(folder)
    (deck,) = load_decks((origin,))
    target = _beside(folder) / f"{deck.info.id}-{_in_a_name(deck.info.version)}.zip"
    try:
        write_whole(target, _zipped(origin, deck))
    except OSError as fault:
        raise cannot_write(target, fault) from fault
    cards = tr.plural("{n} card", "{n} cards", len(deck.cards))
    said = tr(
        "{file} holds {title}, {cards}: give it to whom you like.",
        file=target,
        title=deck.info.title,
        cards=cards,
    )
    nameless = translator(deck.info.language)(YOUR_NAME)
    if nameless not in deck.info.authors:
        return said
    remark = tr(
        "Its authors still say “{author}”: put your name in deck.yaml, and pack it again.", author=nameless
    )
    return f"{said}\n{remark}"


def _beside(folder: Path) -> Path:
    """The folder that a deck lies in, as it was typed: `.` and `..` hide it."""
    return folder.resolve().parent if folder.name in ("", "..") else folder.parent


def packed_files(deck: Deck) -> tuple[str, ...]:
    """Return the names that the files of a deck may have, in the order of a pack."""
    return (*FILES, *(f"{TRANSLATIONS}/{language}.yaml" for language in sorted(deck.translations)))


def licence_text(info: DeckInfo) -> str:
    """Return who made a deck, from what, and what one may do with it, in the deck's language."""
    tr = translator(info.language)
    lines = [
        tr("{title}, version {version}", title=info.title, version=info.version),
        "",
        tr("Authors: {authors}", authors="; ".join(info.authors)),
        tr("Licence: {licence}, {address}", licence=info.licence, address=_address(info.licence)),
    ]
    if info.adapted_from:
        lines.append(tr("Adapted from: {deck}", deck=info.adapted_from))
    if info.source:
        lines.append(tr("Source: {source}", source=info.source))
    lines += ["", tr("Each card names its own source. Whoever shares this deck also shares this page.")]
    return "\n".join(lines) + "\n"


def _address(licence: str) -> str:
    """Where the text of a licence stands, by its SPDX name."""
    name = licence.lower()
    if name == "cc0-1.0":
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    if name.startswith("cc-by") and name.count("-") >= 2:
        kind, _, version = name.removeprefix("cc-").rpartition("-")
        return f"https://creativecommons.org/licenses/{kind}/{version}/"
    return f"https://spdx.org/licenses/{licence}.html"


def _zipped(folder: Path, deck: Deck) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as pack:
        for name in packed_files(deck):
            if (folder / name).exists():
                pack.writestr(_entry(deck, name), (folder / name).read_bytes())
        pack.writestr(_entry(deck, LICENCE_FILE), licence_text(deck.info).encode())
    return content.getvalue()


def _entry(deck: Deck, name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(f"{deck.info.id}/{name}", _EARLIEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # else the system's own number, which differs
    entry.external_attr = 0o644 << 16
    return entry


def _in_a_name(version: str) -> str:
    """A version as part of a file's name on any system."""
    kept = "".join(one if one.isascii() and (one.isalnum() or one in ".-+") else "-" for one in version)
    return kept[:40].strip(".-") or "0"
