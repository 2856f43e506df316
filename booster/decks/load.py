"""A deck's folder -> the deck, or all that is wrong with it."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from booster.decks.check import find_problems
from booster.decks.check_files import is_language, unread_files
from booster.decks.compose import Node, compose
from booster.decks.contents import (
    CARD_FILES,
    Cards,
    Contents,
    Part,
    Placed,
    Translation,
    no_card,
    read_cards,
    read_part,
    read_translation,
)
from booster.decks.folder import FILES, TRANSLATIONS, CardFile, yaml_files
from booster.decks.keys import keys_of
from booster.decks.model import Challenge, Deck, DeckInfo, Experience, Tool
from booster.decks.model import Path as GamePath
from booster.decks.problems import Problem, say, worst_first
from booster.decks.read import Source, read_source
from booster.decks.single import read_single
from booster.decks.translate import combine
from booster.errors import BoosterError, cannot_read
from booster.language import N_, Sentence, plural
from booster.paths import core_deck, is_folder


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


def load_decks(folders: Sequence[Path]) -> tuple[Deck, ...]:
    """Return decks that can be played together.

    Raises DeckFault (exit code 1) for a deck with errors, and BoosterError (2) for a folder that cannot be
    read and for decks that share a card.
    """
    decks = tuple(_playable(folder) for folder in folders)
    combine(decks)
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


def _playable(folder: Path) -> Deck:
    if not is_folder(folder):
        raise BoosterError(
            N_("There is no deck “{folder}”: name a folder that holds deck.yaml."), folder=folder
        )
    try:
        reading = load_deck(folder)
    except OSError as fault:
        raise cannot_read(folder, fault) from fault
    if reading.deck is None:
        raise DeckFault(
            plural(
                "The deck “{folder}” has an error: see it with “booster check {folder}”.",
                "The deck “{folder}” has {n} errors: see them with “booster check {folder}”.",
                reading.count("error"),
                folder=folder,
            )
        )
    return reading.deck


def _read_deck(folder: Path, core_path: Path, remarks: Callable[[Contents], Iterable[Problem]]) -> Reading:
    """A function of its own, so that all nodes are gone before the collector looks through what is left."""
    contents = _read_folder(folder, core_path)
    problems = worst_first((*contents.problems, *find_problems(contents), *remarks(contents)))
    if any(problem.weight == "error" for problem in problems):
        return Reading(None, problems)
    return Reading(_deck(contents), problems)


def _read_folder(folder: Path, core_path: Path) -> Contents:
    unread = tuple(unread_files(folder))
    problems = [one.problem for one in unread]
    meant = frozenset(one.meant for one in unread if one.meant)
    info = _info(folder, meant, problems)
    own_path = folder / "path.yaml"
    path = _part(own_path if own_path.exists() else core_path, GamePath, problems)
    files = [_cards(folder, file, problems) for file in CARD_FILES if (folder / file).exists()]
    translations = _translations(folder / TRANSLATIONS, info.part.language if info else "en", problems)
    is_deck = bool(meant) or any((folder / name).exists() for name in FILES)
    known = is_deck and not meant & CARD_FILES.keys()
    return Contents(
        folder=str(folder),
        info=info,
        path=path,
        cards=tuple(card for file in files if file for card in file.cards),
        names=tuple(name for file in files if file for name in file.names),
        translations=translations,
        whole=known and all(file is not None and not file.problems for file in files),
        readable=known and None not in files,
        problems=tuple(problems),
        meant=meant,
    )


def _opened(file: Path, problems: list[Problem]) -> tuple[Source, Node] | None:
    source = read_source(file, str(file))
    if not isinstance(source, Source):
        problems += source
        return None
    composed = compose(source)
    problems += composed.problems
    return (source, composed.node) if composed.node else None


def _info(folder: Path, meant: frozenset[str], problems: list[Problem]) -> Placed[DeckInfo] | None:
    file = folder / "deck.yaml"
    if file.exists():
        return _part(file, DeckInfo, problems)
    if file.name in meant:
        return None  # told already
    what = say(N_("This folder has no deck.yaml, so it is not a deck."))
    if meant or any((folder / name).exists() for name in FILES):
        fix = say(N_("write deck.yaml with the keys {keys}."), keys=", ".join(keys_of(DeckInfo)))
    else:
        fix = say(N_("go to the deck’s folder, or make a new deck: booster new my-deck"))
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
    source = read_source(folder / file, str(folder / file))
    if isinstance(source, Source) and _says_nothing(source):
        problems.append(no_card(source))
        return None
    opened = _opened(folder / file, problems)
    if opened is None:
        return None
    cards = read_cards(*opened, file)
    problems += cards.problems
    return cards if cards.names else None


def _says_nothing(source: Source) -> bool:
    """Whether a file is empty, or holds comments alone."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in source.lines)


def _translations(folder: Path, own: str, problems: list[Problem]) -> dict[str, Translation]:
    translations: dict[str, Translation] = {}
    for file in yaml_files(folder):
        if file.suffix != ".yaml" or not is_language(file.stem):
            what = say(N_("A translation is named by the code of its language."))
            problems.append(Problem(str(file), 1, 1, "error", what, _named_rightly(file, own)))
        elif opened := _opened(file, problems):
            translations[file.stem] = read_translation(*opened)
            problems += translations[file.stem].problems
    return translations


def _named_rightly(file: Path, own: str) -> Sentence:
    name = file.stem.lower()
    if is_language(name) and name != own:
        return say(N_("name it {name}."), name=f"{name}.yaml")
    if own == "fr":
        return say(N_("name it as en.yaml for English."))
    return say(N_("name it as fr.yaml for French."))


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
