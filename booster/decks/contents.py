"""What the files of a deck hold, each part checked on its own and kept with its place."""

from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from booster.decks.compose import Node
from booster.decks.explain import explain
from booster.decks.folder import CardFile
from booster.decks.model import Card, Challenge, DeckInfo, Experience, Path, Tool, Words
from booster.decks.problems import Problem, say
from booster.decks.read import MOST_PROBLEMS, Place, Source
from booster.language import N_

Part = TypeVar("Part", bound=BaseModel, covariant=True)

CARD_FILES: dict[CardFile, type[Challenge] | type[Tool] | type[Experience]] = {
    "challenges.yaml": Challenge,
    "tools.yaml": Tool,
    "experiences.yaml": Experience,
}

_OWN_KEYS: dict[CardFile, frozenset[str]] = {
    "challenges.yaml": frozenset({"situation", "talk", "helped_by", "responses", "notes"}),
    "tools.yaml": frozenset({"what", "steps", "when", "limit", "try"}),
    "experiences.yaml": frozenset({"pillars", "who", "story", "advice", "ask"}),
}


@dataclass(frozen=True, slots=True)
class Placed(Generic[Part]):
    """A part of a deck, with the file and the node that it was read from."""

    part: Part
    source: Source
    node: Node

    def place(self, *steps: int | str) -> Place:
        """Return where the part starts, or a place inside it: a key's own place, an item's, its own."""
        node = self.node
        place = node.place
        for step in steps:
            match node.children:
                case dict() as children if step in children:
                    place = (node.keys or {})[str(step)]
                    node = children[str(step)]
                case tuple() as children if isinstance(step, int) and step < len(children):
                    node = children[step]
                    place = node.place
                case _:
                    break
        return place


@dataclass(frozen=True, slots=True)
class Name:
    """An id as it was typed, whether its card is right or not."""

    id: str
    file: CardFile
    source: Source
    place: Place


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of one file: those that are right, the names of all, and the problems."""

    cards: tuple[Placed[Card], ...] = ()
    names: tuple[Name, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """The words of one language, by card id, and the problems."""

    source: Source
    words: dict[str, Placed[Words]]
    keys: dict[str, Place]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a deck's folder holds, before its parts are compared with each other.

    `readable`: no card file broke off, so that every name is known. `whole`: every card is right.
    `meant`: the files that it should have, but which lie there under another name.
    """

    folder: str
    info: Placed[DeckInfo] | None
    path: Placed[Path] | None
    cards: tuple[Placed[Card], ...]
    names: tuple[Name, ...]
    translations: dict[str, Translation]
    readable: bool
    whole: bool
    problems: tuple[Problem, ...]
    meant: frozenset[str] = frozenset()


def read_cards(source: Source, node: Node, file: CardFile) -> Cards:
    """Return the cards that a list holds."""
    if not isinstance(node.children, tuple) or isinstance(node.value, str):
        what = say(N_("A list of cards is expected here."))
        fix = say(N_("start each card with a hyphen and its id: “- id: my-card”."))
        return Cards(problems=(source.problem("error", node.place, what, fix),))
    cards: list[Placed[Card]] = []
    problems: list[Problem] = []
    strays = [*map(_is_response, node.children), False]
    for item, is_stray, next_is_stray in zip(node.children, strays, strays[1:], strict=False):
        if is_stray or (next_is_stray and _waits_for_responses(item)):
            continue  # told once, below
        placed = _card(source, item, file)
        if isinstance(placed, Placed):
            cards.append(placed)
        elif len(problems) < MOST_PROBLEMS:
            problems += placed
    if True in strays:
        problems.append(_stray_response(source, node.children[strays.index(True)]))
    names = tuple(
        Name(item.value["id"], file, source, item.children["id"].place)
        for item in node.children
        if isinstance(item.children, dict) and _typed_id(item)
    )
    if not node.children:
        problems.append(no_card(source, node.place))
    return Cards(tuple(cards), names, tuple(problems[:MOST_PROBLEMS]))


def no_card(source: Source, place: Place = (0, 0)) -> Problem:
    """Return the problem of a card file without any card."""
    what, fix = say(N_("This file holds no card.")), say(N_("add one, or delete the file."))
    return source.problem("error", place, what, fix)


def read_part(source: Source, node: Node, kind: type[Part]) -> Placed[Part] | tuple[Problem, ...]:
    """Return what a node holds as a model of this kind, or why it is none."""
    try:
        return Placed(kind.model_validate(node.value), source, node)
    except ValidationError as error:
        return tuple(islice(explain(source, node, kind, error), MOST_PROBLEMS))


def read_translation(source: Source, node: Node) -> Translation:
    """Return the words that a translation holds."""
    if not isinstance(node.children, dict):
        what = say(N_("A translation gives words by the id of their card."))
        fix = say(N_("start each card with its id and a colon, its words below, indented."))
        return Translation(source, {}, {}, (source.problem("error", node.place, what, fix),))
    words: dict[str, Placed[Words]] = {}
    problems: list[Problem] = []
    for card, child in node.children.items():
        placed = read_part(source, child, Words)
        if isinstance(placed, Placed):
            words[card] = placed
        elif len(problems) < MOST_PROBLEMS:
            problems += placed
    return Translation(source, words, node.keys or {}, tuple(problems[:MOST_PROBLEMS]))


def card_file_of(values: tuple[Any, ...]) -> CardFile | None:
    """Return the file in which such cards belong, judged by the keys they have; None if that is not clear."""
    keys = [key for value in values[:50] if isinstance(value, dict) for key in value]
    votes = {file: sum(key in own for key in keys) for file, own in _OWN_KEYS.items()}
    best = max(votes, key=lambda file: votes[file])
    return best if votes[best] else None


def _is_response(item: Node) -> bool:
    return isinstance(item.value, dict) and "do" in item.value and not {"id", "stage"} & item.value.keys()


def _waits_for_responses(item: Node) -> bool:
    return isinstance(item.value, dict) and not item.value.get("responses", "-")


def _stray_response(source: Source, item: Node) -> Problem:
    """The responses of a card at the margin: one problem, not one for each key of a card that they lack."""
    what = say(N_("This response stands as far left as a card."))
    fix = say(N_("below “responses:”, start each response with 4 spaces, and its other lines with 6."))
    return source.problem("error", item.place, what, fix)


def _typed_id(item: Node) -> bool:
    typed = item.value.get("id")
    return isinstance(typed, str) and bool(typed)


def _card(source: Source, item: Node, file: CardFile) -> Placed[Card] | tuple[Problem, ...]:
    # A card in the wrong file would else be answered by a heap of unknown and missing keys.
    meant = card_file_of((item.value,))
    if meant and meant != file and not _OWN_KEYS[file] & item.value.keys():
        what = say(N_("This card does not belong in {file}."), file=file)
        fix = say(N_("move it to {file}."), file=meant)
        return (source.problem("error", item.place, what, fix),)
    return read_part(source, item, CARD_FILES[file])
