"""One YAML file on its own, judged by what it holds."""

from collections.abc import Iterator
from typing import Any

from booster.decks.check import same_ids
from booster.decks.compose import Node
from booster.decks.contents import card_file_of, read_cards, read_part, read_translation
from booster.decks.folder import TRANSLATIONS
from booster.decks.keys import keys_of
from booster.decks.model import DeckInfo, Path
from booster.decks.problems import Problem, say
from booster.decks.read import Source
from booster.language import N_


def read_single(source: Source, node: Node) -> Iterator[Problem]:
    """Yield the problems of a file that holds cards of one kind, a deck's data, a path or a translation."""
    match file_of(node.value):
        case "path.yaml":
            yield from _problems(read_part(source, node, Path))
        case "deck.yaml":
            yield from _problems(read_part(source, node, DeckInfo))
        case "translations":
            yield from read_translation(source, node).problems
        case _ if isinstance(node.value, tuple):
            yield from _cards(source, node)
        case _:
            what = say(N_("A list of cards is expected here."))
            fix = say(N_("start each card with a hyphen and its id: “- id: my-card”."))
            yield source.problem("error", node.place, what, fix)


def file_of(value: Any) -> str:
    """Return the file of a deck where this belongs, or the folder of translations; empty if it is none."""
    match value:
        case tuple():
            return card_file_of(value) or ""
        case dict() if "presets" in value:
            return "path.yaml"
        case dict() if _is_info(value):
            return "deck.yaml"
        case dict() if card_file_of((value,)) is None:
            return TRANSLATIONS
        case _:
            return ""


def _cards(source: Source, node: Node) -> Iterator[Problem]:
    file = card_file_of(node.value)
    if file is None:
        what = say(N_("These are not cards of a kind that is known."))
        fix = say(N_("give a challenge its “situation”, a tool its “what”, an experience its “story”."))
        yield source.problem("error", node.place, what, fix)
        return
    cards = read_cards(source, node, file)
    yield from cards.problems
    yield from same_ids(cards.names)


def _is_info(value: dict[str, object]) -> bool:
    """Translations have the ids of cards as keys, with words below; a deck's data has mostly texts."""
    return sum(key in keys_of(DeckInfo) and not isinstance(item, dict) for key, item in value.items()) >= 2


def _problems(read: object) -> tuple[Problem, ...]:
    return read if isinstance(read, tuple) else ()
