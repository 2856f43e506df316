"""A new deck's folder: a small deck to replace card by card, or a copy of another deck's cards."""

import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Template

from booster.decks.contents import CARD_FILES
from booster.decks.folder import CardFile, write_files
from booster.decks.keys import slug
from booster.decks.load import load_decks
from booster.decks.model import Card, Deck, DeckInfo
from booster.decks.read import Source, read_source, refused_character
from booster.decks.schema import schema_files, schema_line
from booster.decks.templates import template
from booster.decks.translate import in_language
from booster.decks.write import cards_text, scalar, text_entry
from booster.errors import BoosterError, cannot_write
from booster.language import N_, Translator, translator
from booster.limits import LONGEST_TEXT
from booster.paths import deck_folder, resolved

YOUR_NAME = N_("Your name, or that of your organisation")
"""What stands among the authors of a new deck, said in the deck's language, until its author mends it."""

_LICENCE = "CC-BY-SA-4.0"


def new_deck(folder: Path, source: str | None, language: str | None, tr: Translator) -> str:
    """Make a deck's folder that `booster check` finds clean; return a sentence that says what to do next.

    `source` is the deck whose cards are copied: its folder, or the name of one that ships or is installed.
    `language` is that of the cards; by default the translator's own if the source has it, else the source's.
    Raises BoosterError when the folder exists already, when there is no such source or it has no words in the
    language; DeckFault when the source has errors; EnvironmentFault when the folder cannot be written.
    """
    if os.path.lexists(folder):
        raise BoosterError(N_("“{folder}” exists already: choose another name."), folder=folder)
    texts = _copied(folder, source, language, tr) if source else _example(folder, language or tr.language)
    try:
        _write_folder(folder, {name: text.encode() for name, text in texts.items()})
    except OSError as fault:
        raise cannot_write(folder, fault) from fault
    typed = f'"{folder}"' if " " in str(folder) else str(folder)
    said = (
        tr(
            "Your deck is in {folder}: open its files in a text editor, and start with deck.yaml.",
            folder=folder,
        ),
        tr("To see what is wrong in it: booster check {folder}", folder=typed),
        tr("To see its cards: booster preview {folder}", folder=typed),
        tr("To play with it: booster play --deck {folder}", folder=typed),
    )
    return "\n".join(said)


def _write_folder(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Make a folder with these files, whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-") as place:
        made = Path(place) / "deck"
        write_files(made, contents)
        made.replace(folder)


def _example(folder: Path, language: str) -> dict[str, str]:
    tr = translator(language)
    info = DeckInfo(
        id=_deck_id(folder),
        title=_title(folder),
        version="1.0",
        language=language,
        authors=(tr(YOUR_NAME),),
        licence=_LICENCE,
        source=tr("Made for this deck by its authors."),
    )
    return _files(info, {file: template(file, language) for file in CARD_FILES})


def _copied(folder: Path, source: str, language: str | None, tr: Translator) -> dict[str, str]:
    origin = deck_folder(Path(source))
    (deck,) = load_decks((origin,))
    chosen = _language(deck, language, tr)
    speaks = translator(chosen)
    info = DeckInfo(
        id=_deck_id(folder),
        title=_title(folder),
        version="1.0",
        language=chosen,
        authors=tuple(dict.fromkeys((*deck.info.authors, speaks(YOUR_NAME)))),
        licence=deck.info.licence,
        source=deck.info.source,
        adapted_from=_adapted_from(in_language(deck, chosen).info, speaks),
    )
    same = chosen == deck.info.language
    texts: dict[str, str] = _same_words(origin) if same else _other_words(in_language(deck, chosen))
    if (origin / "path.yaml").exists():
        path = _text_of(origin / "path.yaml")
        texts["path.yaml"] = path if same else f"{template('path.yaml', chosen)}\n{_without_comments(path)}"
    return _files(info, texts)


def _files(info: DeckInfo, texts: Mapping[str, str]) -> dict[str, str]:
    """All the files of the folder, each tied to its schema."""
    every = {"deck.yaml": _deck_text(info), **texts}
    tied = {name: schema_line(name) + text for name, text in every.items()}
    return tied | schema_files(translator(info.language))


def _deck_text(info: DeckInfo) -> str:
    return Template(template("deck.yaml", info.language)).substitute(
        id=info.id,
        title=scalar(info.title),
        language=info.language,
        authors="\n".join(f"  - {scalar(author)}" for author in info.authors),
        licence=text_entry("licence", info.licence),
        source=text_entry("source", info.source) if info.source else "# source:",
        adapted_from=text_entry("adapted_from", info.adapted_from)
        if info.adapted_from
        else "# adapted_from:",
    )


def _same_words(origin: Path) -> dict[str, str]:
    """The card files as they are, with the comments of those who wrote them."""
    return {file: _text_of(origin / file) for file in CARD_FILES if (origin / file).exists()}


def _other_words(deck: Deck) -> dict[str, str]:
    """The card files written anew, below the words that explain them."""
    cards: dict[CardFile, Iterable[Card]] = {
        "challenges.yaml": deck.challenges,
        "tools.yaml": deck.tools,
        "experiences.yaml": deck.experiences,
    }
    return {
        file: f"{_introduction(file, deck.info.language)}\n{cards_text(some)}"
        for file, some in cards.items()
        if some
    }


def _introduction(file: CardFile, language: str) -> str:
    return template(file, language).partition("\n\n")[0] + "\n"


def _text_of(file: Path) -> str:
    source = read_source(file, str(file))
    assert isinstance(source, Source), "the deck was read just before"
    return _lines(line for line in source.text.split("\n") if not line.startswith("# yaml-language-server"))


def _without_comments(text: str) -> str:
    return _lines(line for line in text.split("\n") if not line.lstrip().startswith("#"))


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines).strip("\n") + "\n"


def _language(deck: Deck, language: str | None, tr: Translator) -> str:
    spoken = tuple(dict.fromkeys((deck.info.language, *deck.translations)))
    if language is None:
        return tr.language if tr.language in spoken else deck.info.language
    if language not in spoken:
        raise BoosterError(
            N_("The deck “{title}” has no words in “{language}”, only in: {languages}."),
            title=deck.info.title,
            language=language,
            languages=", ".join(spoken),
        )
    return language


def _adapted_from(info: DeckInfo, tr: Translator) -> str:
    words = tr(
        "{title} ({id}), version {version}, {licence}",
        title=info.title,
        id=info.id,
        version=info.version,
        licence=info.licence,
    )
    if not info.adapted_from:
        return words
    whole = tr("{deck}; itself adapted from: {earlier}", deck=words, earlier=info.adapted_from)
    return whole[:LONGEST_TEXT]


def _deck_id(folder: Path) -> str:
    name = resolved(folder).name.replace("œ", "oe")
    # A name without a Latin letter or digit gives no id.
    return slug(re.sub(r"\W", " ", name)) or "my-deck"


def _title(folder: Path) -> str:
    """The folder's name as a title: its hyphens as spaces, without what a deck may not hold."""
    name = unicodedata.normalize("NFC", resolved(folder).name)
    kept = "".join(" " if one in "-_" or refused_character(one) else one for one in name)
    words = " ".join(kept.split())[:150] or _deck_id(folder)
    return words[:1].upper() + words[1:]
