"""Mending a file's text where there is one right answer. Nothing is read or written here.

The loader's problems bring their answers with them. An answer is kept only when the file is then better, and
nothing is wrong any more on that line or the next.
"""

import re
from collections.abc import Iterator
from itertools import islice

from booster.decks.broken import KEYS
from booster.decks.load import check_source
from booster.decks.mendable import Mendable
from booster.decks.problems import Problem
from booster.decks.read import LARGEST, Source, refused_character

MOST_ROUNDS = 200
"""Mistakes that are mended in one file: a file with more is another thing than a deck."""

_MOST_TOGETHER = 8
"""Mistakes on lines side by side that are mended together."""

_MOST_TRIED = 25
"""Mistakes that are tried before a file is given up."""

_INDENT = re.compile("[ \t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}]+(?=\\S|$)")
_WORD = re.compile(r"\W*(?P<word>[a-z_]+)(?:\W|$)")

Lines = list[str]
Standing = tuple[bool, int, int]
"""How bad a file is, the smaller the better: whether reading breaks off, how early, how many problems."""


def mended(file: str, text: str) -> str:
    """Return a file's text with what has one right answer mended, line ends and all.

    A text that no answer makes better comes back as it is, but for its line ends and a byte order mark.
    """
    text = same_ends(text).removeprefix("\ufeff")
    if len(text.encode("utf-8", "replace")) > LARGEST or refused_character(text):
        return text
    lines = text.split("\n")
    for _ in range(MOST_ROUNDS):
        better = _one_step(file, lines)
        if better is None:
            break
        lines = better
    return "\n".join(lines)


def same_ends(text: str) -> str:
    """Return the text with the line ends of all systems, also doubled ones, as line feeds."""
    return re.sub(r"\r+\n|\r", "\n", text)


def _one_step(file: str, lines: Lines) -> Lines | None:
    """The lines after the first answer that makes them better, done the best way; None when none does."""
    now, problems = _standing(file, lines)
    answered = ((problem.line, new) for problem in problems if (new := list(_answers(lines, problem))))
    for line, answers in islice(answered, _MOST_TRIED):
        tried = [_settled(file, new, line) for new in answers]
        better = [found for found in tried if found and found[0] < now]
        if better:
            return min(better, key=lambda found: found[0])[1]
    return None


def _settled(file: str, lines: Lines, line: int) -> tuple[Standing, Lines] | None:
    """The lines once nothing is wrong on a line and the next, what else has an answer there mended too."""
    touched = {line, line + 1}
    for _ in range(_MOST_TOGETHER):
        standing, problems = _standing(file, lines)
        near = [one for one in problems if one.line in touched or (one.stops and one.line < line)]
        if not near:
            return standing, lines
        following = next((new for problem in near for new in _answers(lines, problem)), None)
        if following is None:
            return None
        lines = following
        touched |= {near[0].line, near[0].line + 1}
    return None


def _standing(file: str, lines: Lines) -> tuple[Standing, list[Problem]]:
    found = check_source(Source(file, "\n".join(lines), tuple(lines)))
    problems = [problem for problem in found.problems if problem.weight != "hint"]
    reached = 0 if found.whole else max((problem.line for problem in problems), default=0)
    return (not found.whole, -reached, len(problems)), problems


def _answers(lines: Lines, problem: Problem) -> Iterator[Lines]:
    """The lines with what is right instead: with a tab before the words there are several ways."""
    at = min(problem.line, len(lines)) - 1
    if _plain(lines[at], 2) != lines[at]:
        yield from ([_plain(one, tab) for one in lines] for tab in (2, 4, 8))
    elif isinstance(problem, Mendable) and _keeps_key(lines[at], problem.mended):
        yield [*lines[:at], problem.mended, *lines[at + 1 :]]


def _keeps_key(old: str, new: str) -> bool:
    """A line that starts with a key of a deck is never made a text."""
    word = _WORD.match(old)
    return word is None or word["word"] not in KEYS or new.lstrip(" -")[:1] not in ("'", '"')


def _plain(line: str, tab: int) -> str:
    """A line with plain spaces before its words."""
    indent = _INDENT.match(line)
    if indent is None or not indent[0].strip(" "):
        return line
    return re.sub(r"[^ \t]", " ", indent[0]).replace("\t", " " * tab) + line[indent.end() :]
