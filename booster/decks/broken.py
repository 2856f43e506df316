"""Where the YAML of a file breaks: the parser's marks, and the lines around them taken apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import yaml

from booster.decks import model
from booster.decks.problems import Problem
from booster.decks.read import Place, Source
from booster.language import Sentence

KEY = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[\w-]+)[ ]*:(?:[ ]|$)")
"""A line that has a key."""

_UP_TO_VALUE = re.compile(r"[ ]*(?:-[ ]+)*[\w-]+[ ]*:(?:[ ]+|$)")
_UP_TO_TEXT = re.compile(r"[ ]*(?:-[ ]+)*")
_LOOK_BACK = 60

_MODELS = (
    *(model.Challenge, model.Tool, model.Experience, model.Response, model.Points),
    *(model.DeckInfo, model.Path, model.Presets, model.Preset, model.StageSpaces),
)
KEYS = frozenset(info.alias or name for one in _MODELS for name, info in one.model_fields.items())
"""Every key that a deck knows."""

NO_TEXT = frozenset(
    {
        "id",
        "of",
        "stage",
        "points",
        "help",
        "helped_by",
        "needs",
        "pillars",
        "steps",
        "responses",
        "languages",
    }
    | {"presets", "die", "start", "spaces", "language", "authors", *model.Points.model_fields}
)
"""The keys whose values are no sentences, so that quotes would not help."""


@dataclass(frozen=True, slots=True)
class Broken:
    """Where reading stopped, where that began, and the parser's own words."""

    source: Source
    line: int
    column: int
    began: Place | None
    words: str

    @classmethod
    def of(cls, source: Source, fault: Exception) -> Self:
        """What the parser tells of a fault; the start of the file if it tells nothing."""
        at = getattr(fault, "problem_mark", None)
        began = getattr(fault, "context_mark", None)
        if not isinstance(fault, yaml.MarkedYAMLError) or at is None:
            return cls(source, 0, 0, None, "")
        last = len(source.lines) - 1
        line = min(at.line, last)
        return cls(
            source,
            line,
            min(at.column, len(source.lines[line])),
            (min(began.line, last), began.column) if began else None,
            f"{fault.context} {fault.problem}",
        )

    def suspects(self) -> Iterator[int]:
        """The lines to look at: where it stopped, where it began, the line before."""
        yield self.line
        if self.began:
            yield self.began[0]
        before = self.before(self.line)
        if before is not None:
            yield before

    def upwards(self) -> range:
        """The numbers of the lines from where it stopped upwards, not too many."""
        return range(self.line, max(-1, self.line - _LOOK_BACK), -1)

    def before(self, line: int) -> int | None:
        """The last line above that holds something."""
        return next((one for one in range(line - 1, -1, -1) if self.source.lines[one].strip()), None)

    def parts(self, line: int) -> tuple[str, str]:
        """A line's beginning with its key, and the value after it."""
        text = self.source.lines[line].rstrip()
        key = KEY.match(text)
        # A text such as `Do: this` has no key of a deck: all of it is the value.
        head = (_UP_TO_VALUE if key and key["key"] in KEYS else _UP_TO_TEXT).match(text)
        end = head.end() if head else 0
        return text[:end], text[end:]

    def error(self, place: Place, what: Sentence, fix: Sentence) -> Problem:
        """An error at a place of the file."""
        return self.source.problem("error", place, what, fix)


def indent_of(line: str) -> int:
    """The spaces before a line's text."""
    return len(line) - len(line.lstrip())


def key_column(line: str) -> int:
    """The column where a line's key starts, after its hyphens."""
    return len(line) - len(line.lstrip(" -"))
