"""One thing that a model refused, with the place in the file where it stands."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from booster.decks.compose import Node
from booster.decks.keys import keys_of, model_at
from booster.decks.read import Place, Source
from booster.language import Sentence

Loc = tuple[int | str, ...]


class Said(NamedTuple):
    """What is wrong, and what to type instead.

    `mended` is the whole line as it is to be, where there is one right answer; `place` is given where the
    mistake stands elsewhere than what was refused.
    """

    what: Sentence
    fix: Sentence
    mended: str | None = None
    place: Place | None = None


@dataclass(frozen=True)
class Refused:
    """A fault that a model found in a node of a file; `found` is the node it is about."""

    source: Source
    node: Node
    kind: type[BaseModel]
    fault: ErrorDetails

    @property
    def loc(self) -> Loc:
        """The keys and numbers that lead to it."""
        return self.fault["loc"]

    @property
    def type(self) -> str:
        """What the model has against it."""
        return self.fault["type"]

    @property
    def context(self) -> dict[str, Any]:
        """The limits that it passes, and other facts."""
        return self.fault.get("ctx", {})

    @cached_property
    def found(self) -> Node:
        """The node that it is about, or the last one on the way to it."""
        return node_at(self.node, (*self.loc, self.context["item"]) if self.type == "twice" else self.loc)

    @property
    def value(self) -> Any:
        """The value that was typed."""
        return self.found.value

    @property
    def key(self) -> str:
        """The key that it is about: that of the list, for an item."""
        return next((step for step in reversed(self.loc) if isinstance(step, str)), "")

    @property
    def known(self) -> tuple[str, ...]:
        """The keys that may stand beside it."""
        return keys_of(model_at(self.kind, self.loc[:-1]))

    @cached_property
    def place(self) -> Place:
        """Where it stands: a key that is not known has its own place."""
        if self.type == "extra_forbidden":
            parent = node_at(self.node, self.loc[:-1])
            return (parent.keys or {}).get(str(self.loc[-1]), parent.place)
        return self.found.place

    @property
    def line(self) -> str:
        """The line where it stands."""
        return self.source.lines[self.place[0]] if self.place[0] < len(self.source.lines) else ""

    def with_typed(self, old: str, new: str) -> str | None:
        """The line with other words at the place; None when the old ones do not stand there as such."""
        column = self.place[1]
        if not self.line.startswith(old, column):
            return None
        return self.line[:column] + new + self.line[column + len(old) :]


def node_at(node: Node, loc: Loc) -> Node:
    """Return the node that a path of keys and numbers leads to, or the last one on the way."""
    for step in loc:
        match node.children:
            case dict() as children if step in children:
                node = children[str(step)]
            case tuple() as children if isinstance(step, int) and step < len(children):
                node = children[step]
            case _:
                break
    return node


def shown(value: Any) -> str:
    """Return a value as a sentence shows it, not too long."""
    if isinstance(value, str):
        return value if len(value) <= 40 else value[:39] + "…"
    return "[…]" if isinstance(value, tuple) else "{…}"
