"""How a value is typed in a deck: a text, a line, an id, a whole number."""

import re
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from booster.limits import LONGEST_LINE, LONGEST_TEXT


def _whole_number(value: Any) -> Any:
    """Turn the text `+2`, `-1`, `−1` or `3` into a number; leave anything else for the type to refuse."""
    if isinstance(value, str):
        digits = value.strip().replace("\N{MINUS SIGN}", "-")
        if re.fullmatch(r"[+-]?[0-9]{1,6}", digits):
            return int(digits)
    return value


def _on_one_line(value: str) -> str:
    """Titles and choices are listed, in a terminal too: a second line would pass for another item."""
    if "\n" in value or "\r" in value:
        lines = sum(bool(line.strip()) for line in value.splitlines())
        raise PydanticCustomError("several_lines", "this is one line, not {lines}", {"lines": lines})
    return value


def _each_once(values: tuple[str, ...]) -> tuple[str, ...]:
    seen: set[str] = set()
    for item, value in enumerate(values):
        if value in seen:
            raise PydanticCustomError("twice", "item {item} is here already", {"item": item})
        seen.add(value)
    return values


Item = TypeVar("Item", bound=str)


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT)]
OneLine = Annotated[Text, AfterValidator(_on_one_line)]
Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_LINE),
    AfterValidator(_on_one_line),
]
CardId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Once = Annotated[tuple[Item, ...], AfterValidator(_each_once)]
"""A list without any item twice."""
Number = BeforeValidator(_whole_number)
Move = Annotated[int, Field(ge=-3, le=3), Number]
Start = Annotated[int, Field(ge=0, le=9), Number]
Count = Annotated[int, Field(ge=1, le=20), Number]
