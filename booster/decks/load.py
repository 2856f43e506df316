"""A deck's folder -> the deck, or all that is wrong with it."""

import gc
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from booster.decks.check import find_problems
from booster.decks.compose import Node, compose
from booster.decks.contents import (
    CARD_FILES,
    CardFile,
    Cards,
    Contents,
    Part,
    Placed,
    Translation,
    read_cards,
    read_part,
    read_translation,
)
from booster.decks.explain import keys_of, nearest
from booster.decks.model import Challenge, Deck, DeckInfo, Experience, Tool
from booster.decks.model import Path as GamePath
from booster.decks.problems import Problem, say, worst_first
from booster.decks.read import Source, read_source
from booster.decks.single import read_single
from booster.decks.translate import combine
from booster.errors import BoosterError
from booster.language import N_, translator
from booster.paths import core_deck

FILES = ("deck.yaml", "path.yaml", *CARD_FILES)
"""The files of a deck's folder, besides its folder of translations."""

_LANGUAGE = re.compile(r"[a-z]{2,3}")


class DeckFault(BoosterError):
    """A deck has errors, so that it cannot be played."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: the deck, None when there is an error in it; and the problems, worst first."""

    deck: Deck | None
    problems: tuple[Problem, ...]

    def count(self, weight: str) -> int:
        """Return how many problems of a weight there are."""
        return sum(problem.weight == weight for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Single:
    """What came of checking a file's text: whether it was read to its end; problems, worst first."""

    whole: bool
    problems: tuple[Problem, ...]


def load_deck(folder: Path, core_path: Path | None = None) -> Reading:
    """Read a deck's folder, all problems at once.

    A deck without path.yaml is played on the path in the file `core_path`, by default the core deck's. Raises
    OSError when the folder or a file cannot be read.
    """
    return read_deck(folder, core_path, lambda contents: ())


def read_deck(
    folder: Path, core_path: Path | None, remarks: Callable[[Contents], Iterable[Problem]]
) -> Reading:
    """Read a deck as `load_deck` does; what `remarks` finds in it is listed with the other problems."""
    with _collector_paused():
        return _read_deck(folder, core_path or core_deck() / "path.yaml", remarks)


def load_decks(folders: Sequence[Path], language: str = "en") -> tuple[Deck, ...]:
    """Return decks that can be played together.

    Raises DeckFault (exit code 1) for a deck with errors, and BoosterError (2) for a folder that cannot be
    read and for decks that share a card; both are said in `language`.
    """
    decks = tuple(_playable(folder, language) for folder in folders)
    combine(decks, language)
    return decks


def check_file(path: Path) -> Reading:
    """Check one file by what it holds: cards of one kind, a deck's data, a path or a translation.

    The reading has no deck. Raises OSError when the file cannot be read.
    """
    with _collector_paused():
        source = read_source(path, str(path))
        return Reading(None, check_source(source).problems if isinstance(source, Source) else source)


def check_source(source: Source) -> Single:
    """Check one file's text as `check_file` does."""
    composed = compose(source)
    found = read_single(source, composed.node) if composed.node else ()
    return Single(composed.node is not None, worst_first((*composed.problems, *found)))


def _playable(folder: Path, language: str) -> Deck:
    tr = translator(language)
    if not folder.is_dir():
        raise BoosterError(
            tr("There is no deck “{folder}”: name a folder that holds deck.yaml.", folder=folder)
        )
    try:
        reading = load_deck(folder)
    except OSError as fault:
        raise BoosterError(tr("The deck “{folder}” cannot be read.", folder=folder)) from fault
    if reading.deck is None:
        n = reading.count("error")
        many = N_("The deck “{folder}” has {n} errors: see them with “booster check {folder}”.")
        one = N_("The deck “{folder}” has an error: see it with “booster check {folder}”.")
        raise DeckFault(tr.plural(one, many, n, folder=folder))
    return reading.deck


def _read_deck(folder: Path, core_path: Path, remarks: Callable[[Contents], Iterable[Problem]]) -> Reading:
    """A function of its own, so that all nodes are gone before the collector looks through what is left."""
    contents = _read_folder(folder, core_path)
    problems = worst_first((*contents.problems, *find_problems(contents), *remarks(contents)))
    if any(problem.weight == "error" for problem in problems):
        return Reading(None, problems)
    return Reading(_deck(contents), problems)


def _read_folder(folder: Path, core_path: Path) -> Contents:
    problems: list[Problem] = []
    info = _info(folder, problems)
    own_path = folder / "path.yaml"
    path = _part(own_path if own_path.exists() else core_path, GamePath, problems)
    files = [_cards(folder, file, problems) for file in CARD_FILES if (folder / file).exists()]
    translations = _translations(folder / "translations", problems)
    problems += _unexpected(folder)
    return Contents(
        folder=str(folder),
        info=info,
        path=path,
        cards=tuple(card for file in files if file for card in file.cards),
        names=tuple(name for file in files if file for name in file.names),
        translations=translations,
        whole=all(file is not None and not file.problems for file in files),
        readable=None not in files,
        problems=tuple(problems),
    )


def _opened(file: Path, problems: list[Problem]) -> tuple[Source, Node] | None:
    source = read_source(file, str(file))
    if not isinstance(source, Source):
        problems += source
        return None
    composed = compose(source)
    problems += composed.problems
    return (source, composed.node) if composed.node else None


def _info(folder: Path, problems: list[Problem]) -> Placed[DeckInfo] | None:
    file = folder / "deck.yaml"
    if file.exists():
        return _part(file, DeckInfo, problems)
    what = say(N_("This folder has no deck.yaml, so it is not a deck."))
    fix = say(N_("write deck.yaml with the keys {keys}."), keys=", ".join(keys_of(DeckInfo)))
    problems.append(Problem(str(file), 1, 1, "error", what, fix))
    return None


def _part(file: Path, kind: type[Part], problems: list[Problem]) -> Placed[Part] | None:
    opened = _opened(file, problems)
    read = read_part(*opened, kind) if opened else None
    if isinstance(read, tuple):
        problems += read
        return None
    return read


def _cards(folder: Path, file: CardFile, problems: list[Problem]) -> Cards | None:
    opened = _opened(folder / file, problems)
    if opened is None:
        return None
    cards = read_cards(*opened, file)
    problems += cards.problems
    return cards


def _translations(folder: Path, problems: list[Problem]) -> dict[str, Translation]:
    translations: dict[str, Translation] = {}
    for file in yaml_files(folder):
        if file.suffix != ".yaml" or not _LANGUAGE.fullmatch(file.stem):
            what = say(N_("A translation is named by the code of its language."))
            problems.append(
                Problem(str(file), 1, 1, "error", what, say(N_("name it as fr.yaml for French.")))
            )
        elif opened := _opened(file, problems):
            translations[file.stem] = read_translation(*opened)
            problems += translations[file.stem].problems
    return translations


def _unexpected(folder: Path) -> Iterator[Problem]:
    for file in yaml_files(folder):
        if file.name not in FILES:
            what = say(N_("This file is not read: a deck has no file of this name."))
            meant = nearest(file.name, FILES)
            fix = (
                say(N_("name it {name}."), name=meant)
                if meant
                else say(N_("move it out of the deck’s folder."))
            )
            yield Problem(str(file), 1, 1, "hint", what, fix)


def yaml_files(folder: Path) -> list[Path]:
    """Return the YAML files of a folder by name, but hidden ones; none where there is no folder."""
    if not folder.is_dir():
        return []
    files = (file for file in folder.iterdir() if file.suffix.lower() in (".yaml", ".yml"))
    return sorted(file for file in files if not file.name.startswith("."))


def _deck(contents: Contents) -> Deck | None:
    if contents.info is None or contents.path is None:
        return None
    cards = [placed.part for placed in contents.cards]
    return Deck(
        info=contents.info.part,
        path=contents.path.part,
        challenges=tuple(card for card in cards if isinstance(card, Challenge)),
        tools=tuple(card for card in cards if isinstance(card, Tool)),
        experiences=tuple(card for card in cards if isinstance(card, Experience)),
        translations={
            language: {card: placed.part for card, placed in translation.words.items()}
            for language, translation in contents.translations.items()
        },
    )


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Building many small objects costs three times as much while the collector looks through them."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
