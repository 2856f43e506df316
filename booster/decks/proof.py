"""A deck while it is being written: every card as it was last right, and the problems at their cards."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from booster.decks.contents import CARD_FILES, Contents, Translation
from booster.decks.doctor import remarks
from booster.decks.folder import TRANSLATIONS, CardFile, yaml_files
from booster.decks.load import load_deck, read_deck
from booster.decks.model import Card, Challenge, Deck, DeckInfo, Experience, Tool, Words
from booster.decks.problems import Problem, Weight
from booster.decks.read import LARGEST
from booster.paths import core_deck

CardKind = Literal["challenge", "tool", "experience"]

_KINDS: Mapping[CardFile, CardKind] = {
    "challenges.yaml": "challenge",
    "tools.yaml": "tool",
    "experiences.yaml": "experience",
}
_ITEM = re.compile(r"(?P<indent> *)-(?: |$)")
_ID = re.compile(r"\bid *: *[\"']?(?P<id>[A-Za-z0-9][\w-]*)")
_KEY = re.compile(r"[\"']?(?P<id>[A-Za-z0-9][\w-]*)[\"']? *:")

Starts = tuple[tuple[int, str], ...]
"""Where each card of a file starts, in order: its line, counted from 1, and its id, empty if it has none."""


@dataclass(frozen=True, slots=True)
class ProofCard:
    """A card as it was last right; None if it never was. `now`: that is how it stands in its file."""

    id: str
    kind: CardKind
    file: str
    card: Card | None
    now: bool


@dataclass(frozen=True, slots=True)
class Proof:
    """A deck's folder as it was last read.

    `deck` holds what was last right, in all languages; where deck.yaml never was, its data are the core
    deck's, but for the title. `problems` are all that the doctor finds, worst first.
    """

    deck: Deck
    cards: tuple[ProofCard, ...]
    problems: tuple[Problem, ...]
    of_card: Mapping[str, tuple[Problem, ...]]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it can be read in, its own first."""
        return tuple(dict.fromkeys((self.deck.info.language, *sorted(self.deck.translations))))

    def count(self, weight: Weight) -> int:
        """Return how many problems of a weight there are."""
        return sum(problem.weight == weight for problem in self.problems)

    def card_of(self, problem: Problem) -> str | None:
        """Return the id of the card that a problem is about, if it is about one."""
        return next((card for card, problems in self.of_card.items() if problem in problems), None)

    def of_deck(self) -> tuple[Problem, ...]:
        """Return the errors of the deck as a whole."""
        errors = (problem for problem in self.problems if problem.weight == "error")
        return tuple(problem for problem in errors if self.card_of(problem) is None)

    def at(self, card: ProofCard) -> tuple[Problem, ...]:
        """Return what to tell beside a card: its problems, else the errors that keep it from being read."""
        own = self.of_card.get(card.id, ())
        if own or card.now:
            return own
        return tuple(one for one in self.problems if one.file == card.file and one.weight == "error")

    def worked_on(self, before: "Proof") -> str | None:
        """Return the card that was worked on since: of the first new error, else the first changed one."""
        errors = [problem for problem in self.problems if problem.weight == "error"]
        new = (
            card for problem in errors if problem not in before.problems and (card := self.card_of(problem))
        )
        return next(new, None) or next(self._changed(before), None)

    def _changed(self, before: "Proof") -> Iterator[str]:
        for card in self.cards:
            same = self.deck.cards.get(card.id) == before.deck.cards.get(card.id)
            if not same or self._words_of(card.id) != before._words_of(card.id):
                yield card.id

    def _words_of(self, card: str) -> dict[str, Words | None]:
        return {code: words.get(card) for code, words in self.deck.translations.items()}


def read_proof(folder: Path, before: Proof | None = None) -> Proof:
    """Read a deck's folder; what is broken in it stays as it was in `before`.

    Raises OSError when the folder or a file cannot be read.
    """
    seen: list[Contents] = []

    def look(contents: Contents) -> Iterable[Problem]:
        seen.append(contents)
        return remarks(contents)

    problems = read_deck(folder, None, look).problems
    contents = seen[0]
    cards = tuple(card for file in CARD_FILES for card in _cards(folder / file, contents, before))
    starts = {str(folder / file): _starts(folder / file, contents) for file in CARD_FILES}
    starts |= {str(file): _keys(file) for file in yaml_files(folder / TRANSLATIONS)}
    return Proof(_deck(folder, cards, contents, before), cards, problems, _by_card(problems, starts))


def _by_card(problems: Iterable[Problem], starts: Mapping[str, Starts]) -> dict[str, tuple[Problem, ...]]:
    """The problems of each card: those between the line where it starts and the start of the next."""
    found: dict[str, tuple[Problem, ...]] = {}
    for problem in problems:
        before = [card for line, card in starts.get(problem.file, ()) if line <= problem.line]
        if before and before[-1]:
            found[before[-1]] = (*found.get(before[-1], ()), problem)
    return found


def _cards(file: Path, contents: Contents, before: Proof | None) -> Iterator[ProofCard]:
    """The cards of a file, in its order."""
    kind = next(kind for name, kind in _KINDS.items() if name == file.name)
    right = {card.part.id: card.part for card in contents.cards if card.source.file == str(file)}
    known = {card.id: card.card for card in before.cards if card.file == str(file)} if before else {}
    ids = dict.fromkeys(card for _, card in _starts(file, contents) if card)
    if not ids and _has_error(contents, str(file)):
        ids = dict.fromkeys(known)  # nothing of it can be made out
    for card in ids:
        yield ProofCard(card, kind, str(file), right.get(card) or known.get(card), card in right)


def _has_error(contents: Contents, file: str) -> bool:
    return any(problem.file == file and problem.weight == "error" for problem in contents.problems)


def _deck(folder: Path, cards: tuple[ProofCard, ...], contents: Contents, before: Proof | None) -> Deck:
    last = before.deck if before else None
    info = contents.info.part if contents.info else last.info if last else _no_info(folder)
    path = contents.path.part if contents.path else last.path if last else _core().path
    right = [card.card for card in cards]
    languages = {*contents.translations, *(last.translations if last else ())}
    return Deck(
        info=info,
        path=path,
        challenges=tuple(card for card in right if isinstance(card, Challenge)),
        tools=tuple(card for card in right if isinstance(card, Tool)),
        experiences=tuple(card for card in right if isinstance(card, Experience)),
        translations={
            file.stem: _words(contents.translations.get(file.stem), last, file.stem)
            for file in yaml_files(folder / TRANSLATIONS)
            if file.stem in languages
        },
    )


def _words(read: Translation | None, last: Deck | None, language: str) -> dict[str, Words]:
    """The words of a language: those that are right, else what they were before."""
    known = last.translations.get(language, {}) if last else {}
    if read is None:
        return known
    right = {card: placed.part for card, placed in read.words.items()}
    return {card: words for card in read.keys if (words := right.get(card) or known.get(card))}


def _no_info(folder: Path) -> DeckInfo:
    return _core().info.model_copy(update={"title": folder.name})


def _core() -> Deck:
    deck = load_deck(core_deck()).deck
    assert deck is not None
    return deck


# --- where cards start, also in a file that cannot be read


def _starts(file: Path, contents: Contents) -> Starts:
    """Where the cards of a file start: as its lines look, and as they were read where they could be."""
    starts = dict(_items(_lines(file)))
    for card in contents.cards:
        if card.source.file == str(file):
            starts[card.place()[0] + 1] = card.part.id
    return tuple(sorted(starts.items()))


def _items(lines: list[str]) -> Iterator[tuple[int, str]]:
    found = [(number, match) for number, line in enumerate(lines) if (match := _ITEM.match(line))]
    indent = found[0][1]["indent"] if found else ""
    first = [number for number, match in found if match["indent"] == indent]
    for place, number in enumerate(first):
        item = lines[number : first[place + 1] if place + 1 < len(first) else None]
        named = next((match for line in item if (match := _ID.search(line))), None)
        yield number + 1, named["id"] if named else ""


def _keys(file: Path) -> Starts:
    """Where the words of each card start in a translation."""
    lines = enumerate(_lines(file), 1)
    return tuple((number, match["id"]) for number, line in lines if (match := _KEY.match(line)))


def _lines(file: Path) -> list[str]:
    if not file.is_file():
        return []
    with file.open("rb") as opened:
        return opened.read(LARGEST).decode("utf-8-sig", "replace").splitlines()
