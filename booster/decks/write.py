"""Cards -> YAML as a person would type it, so that a deck made by the program is pleasant to edit."""

import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import assert_never

from pydantic import BaseModel

from booster.decks.model import Card, Points

_WIDTH = 110
_PLAIN = re.compile(r"\w[^\t\n]*")
_IDS = ("helped_by", "needs", "pillars")
"""Lists of single words, written on one line between brackets."""

Value = str | Points | tuple[str, ...] | tuple[BaseModel, ...]


def cards_text(cards: Iterable[Card]) -> str:
    """Return a list of cards as YAML, a comment before each new stage. Loading it gives equal cards."""
    parts: list[str] = []
    stage = None
    for card in cards:
        if card.stage != stage:
            stage = card.stage
            parts.append(f"# {stage}\n")
        parts.append("\n".join(_item(card, "")) + "\n")
    return "\n".join(parts)


def scalar(text: str) -> str:
    """Return a text of one line as a YAML scalar, between quotes where it could be misread."""
    if _PLAIN.fullmatch(text) and not re.search(r": | #|:$", text) and text.lower() != "null":
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
    return f'"{escaped}"'


def _item(part: BaseModel, indent: str) -> Iterator[str]:
    """The lines of a mapping inside a list."""
    lines = [line for key, value in _typed(part) for line in _entry(key, value, indent + "  ")]
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _typed(part: BaseModel) -> Iterator[tuple[str, Value]]:
    """The keys that a person would type, with their values: nothing that is as it is without being said."""
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        if info.is_required() or value != info.default:
            yield info.alias or name, value


def _entry(key: str, value: Value, indent: str) -> Iterator[str]:
    match value:
        case str():
            yield from _text(f"{indent}{key}:", value, indent)
        case Points():
            moves = ", ".join(f"{pillar}: {points:+d}" for pillar, points in value.moves)
            yield f"{indent}{key}: {{{moves}}}"
        case tuple() if key in _IDS:
            yield f"{indent}{key}: [{', '.join(map(str, value))}]"
        case tuple():
            yield f"{indent}{key}:"
            for one in value:
                if isinstance(one, str):
                    yield from _text(f"{indent}  -", one, indent + "  ")
                else:
                    yield from _item(one, indent + "  ")
        case _:
            assert_never(value)


def text_entry(key: str, text: str) -> str:
    """Return a key and its text, as they stand at the top level of a file."""
    return "\n".join(_text(f"{key}:", text, ""))


def _text(before: str, text: str, indent: str) -> Iterator[str]:
    """A text behind its key or hyphen: on the same line, or below it where it is long."""
    if len(before) + len(text) < _WIDTH and "\n" not in text:
        yield f"{before} {scalar(text)}"
    elif _can_be_folded(text):
        yield f"{before} >"
        width = max(40, _WIDTH - len(indent))
        for line in textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False):
            yield f"{indent}  {line}"
    else:
        yield f"{before} |"
        for line in text.split("\n"):
            yield f"{indent}  {line}" if line else ""


def _can_be_folded(text: str) -> bool:
    """Whether joining its words with one space gives the text again: so are folded lines read."""
    return not re.search(r"[\t\n]", text) and all(word.strip() for word in text.split(" "))
