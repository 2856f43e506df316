"""What is wrong in a deck, where, and what to type instead: values that any front end can show."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from booster.language import N_, Sentence, Translator
from booster.printable import printable

Weight = Literal["error", "warning", "hint"]

WEIGHTS: tuple[Weight, ...] = get_args(Weight)

_WIDTH = 100
"""Characters of a line that are shown around the caret."""

_LONGEST_VALUE = 200


def say(message: str, **values: str | int) -> Sentence:
    """Return a sentence of a message (marked with `N_`) and its values, long ones cut."""
    return Sentence(message, {name: cut(value) for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. Lines and columns count from 1; `source` is the whole line, empty if there is none.

    An error keeps the deck from being played, a warning and a hint do not. `stops` tells that the rest of the
    file was not read.
    """

    file: str
    line: int
    column: int
    weight: Weight
    what: Sentence
    fix: Sentence
    source: str = ""
    stops: bool = False

    def rendered(self, tr: Translator) -> str:
        """Return `FILE:LINE:COL: what is wrong. Fix: what to type`, then the line with a caret below.

        Where reading stopped, a last line says so.
        """
        before = {"error": "", "warning": tr(N_("Warning:")) + " ", "hint": tr(N_("Hint:")) + " "}[
            self.weight
        ]
        fix = tr("Fix: {fix}", fix=self.fix.said(tr))
        said = f"{self.file}:{self.line}:{self.column}: {before}{self.what.said(tr)} {fix}"
        rest = ("    " + tr("The rest of the file is read once this is mended."),) if self.stops else ()
        return "\n".join(printable(line) for line in (_one_line(said), *self._shown_line(), *rest))

    def as_dict(self, tr: Translator) -> dict[str, str | int]:
        """Return the problem as plain values for a machine, its sentences in the translator's language."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "weight": self.weight,
            "what": self.what.said(tr),
            "fix": self.fix.said(tr),
        }

    def _shown_line(self) -> tuple[str, ...]:
        if not self.source.strip():
            return ()
        start = max(0, self.column - 1 - _WIDTH * 2 // 3)
        shown = self.source[start : start + _WIDTH]
        # The caret stands below the character even where some before it are shown as escapes.
        indent = len(printable(shown[: self.column - 1 - start].replace("\t", " ")))
        return ("    " + shown.replace("\t", " "), "    " + " " * indent + "^")


def worst_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems, errors before warnings before hints, then by file and place."""
    return tuple(
        sorted(problems, key=lambda one: (WEIGHTS.index(one.weight), one.file, one.line, one.column))
    )


def cut(value: str | int) -> str | int:
    """Return a value as a sentence takes it, not longer than a few lines."""
    if isinstance(value, str) and len(value) > _LONGEST_VALUE:
        return value[: _LONGEST_VALUE - 1] + "…"
    return value


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))
