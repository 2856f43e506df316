"""The lines of a file as a person reads them: which have a key, which a hyphen, which go on with a text.

The YAML need not be right: this is how a mistake is found that the parser only meets further down.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from booster.decks.broken import KEY, KEYS, indent_of, key_column
from booster.decks.model import Challenge, Experience, Response, Tool

CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"', re.S), "'": re.compile(r"'(?:[^']|'')*'", re.S)}
"""A whole text between quotes, by its quote."""

_ITEM = re.compile(r"[ ]*-(?:[ ]|$)")
_BLOCK = re.compile(r"[|>][-+0-9]*[ ]*(?:#.*)?$")
_OPENING = {"[": "]", "{": "}"}
_OF_A_CARD = frozenset(
    info.alias or name for one in (Challenge, Tool, Experience) for name, info in one.model_fields.items()
)
_OF_A_RESPONSE = frozenset(Response.model_fields)


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not inside a text of several lines; `column` is where its words start."""

    line: int
    text: str
    indent: int
    column: int
    is_item: bool
    key: str | None
    value: str

    @classmethod
    def of(cls, line: int, text: str) -> "Row":
        """A line taken apart. A key that decks do not know is one only where no text could stand."""
        key = KEY.match(text)
        column = key_column(text) if _ITEM.match(text) else indent_of(text)
        value = text[key.end() if key else column :].strip()
        return cls(line, text, indent_of(text), column, bool(_ITEM.match(text)), key and key["key"], value)

    @property
    def is_known(self) -> bool:
        """Whether it has a key that decks know."""
        return self.key in KEYS

    @property
    def edge(self) -> int:
        """The column that a text must pass to go on with this line's."""
        return self.indent if self.is_item and self.key is None else self.column


def rows(lines: tuple[str, ...]) -> Iterator[Row]:
    """Yield the lines that have a key or a hyphen, and those that should; not what goes on with a text."""
    above: Row | None = None
    end = 0
    for line, text in enumerate(lines):
        if line < end or not text.strip() or text.lstrip().startswith(("#", "---", "...", "%")):
            continue
        row = Row.of(line, text)
        if above and row.indent > above.edge and _goes_on(above, row):
            continue
        yield row
        above, end = row, _end(lines, row)


def right_columns(found: list[Row]) -> dict[str, int]:
    """Return the column where most keys of the same level stand, by key."""
    by_level: dict[frozenset[str], Counter[int]] = {}
    for row in found:
        if level := _level(row, found):
            by_level.setdefault(level, Counter())[row.column] += 1
    return {key: columns.most_common(1)[0][0] for level, columns in by_level.items() for key in level}


def _level(row: Row, found: list[Row]) -> frozenset[str] | None:
    """The keys that stand as far to the right as this one."""
    has_responses = any(one.key == "responses" for one in found)
    if has_responses and row.key in _OF_A_RESPONSE:
        return _OF_A_RESPONSE
    if row.key in _OF_A_CARD:
        return _OF_A_CARD - _OF_A_RESPONSE if has_responses else _OF_A_CARD
    return None


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a line further to the right is text of the line above it."""
    if _BLOCK.match(above.value):
        return True
    return bool(above.value) and not row.is_known and not row.is_item


def _end(lines: tuple[str, ...], row: Row) -> int:
    """The line after a text between quotes, or a list between brackets, that starts on a line."""
    sign = row.value[:1]
    if sign in CLOSED:
        rest = "\n".join((row.value, *lines[row.line + 1 : row.line + 60]))
        closed = CLOSED[sign].match(rest)
        return row.line + 1 + closed[0].count("\n") if closed else row.line + 1
    if sign in _OPENING and _OPENING[sign] not in row.value:
        below = range(row.line + 1, min(len(lines), row.line + 60))
        inside = (one for one in below if _OPENING[sign] in lines[one] or Row.of(one, lines[one]).is_known)
        return next((one + 1 for one in inside if _OPENING[sign] in lines[one]), row.line + 1)
    return row.line + 1
