"""Mending a file's text where there is one right answer. Nothing is read or written here.

Each edit is tried where the loader finds a problem, and kept only when the file is then better: read further,
or with fewer problems.
"""

import re
from collections.abc import Callable, Iterator

from booster.decks.broken import KEYS
from booster.decks.load import check_source
from booster.decks.mistakes import CURLY, in_quotes
from booster.decks.problems import Problem
from booster.decks.read import LARGEST, Source, refused_character

MOST_ROUNDS = 200
"""Mistakes that are mended in one file: a file with more is another thing than a deck."""

_HEAD = re.compile(r"(?P<head>[ ]*(?:-[ ]+)*(?:(?P<key>[\w-]+):[ ]+)?)(?P<value>.*\S)[ ]*$")
_NO_SPACE = re.compile(r"(?P<head>[ ]*(?:-[ ]*)?)(?P<key>[a-z_]+)(?P<colon>:[ ]*)(?P<value>.*)$")
_DASH = re.compile(r"(?P<head>[ ]*-)(?P<value>\w.*)$")
_INDENT = re.compile("[ \t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}]+(?=\\S|$)")
_BLOCK = re.compile(r"[|>][-+0-9]*$")

Standing = tuple[bool, int, int]
"""How bad a file is, the smaller the better: whether reading breaks off, how early, how many problems."""


def mended(file: str, text: str) -> str:
    """Return a file's text with what has one right answer mended, line ends and all.

    A text that no edit makes better comes back as it is, but for its line ends and a byte order mark.
    """
    text = same_ends(text).removeprefix("\ufeff")
    if len(text.encode("utf-8", "replace")) > LARGEST or refused_character(text):
        return text
    for _ in range(MOST_ROUNDS):
        better = _one_step(file, text)
        if better is None:
            break
        text = better
    return text


def same_ends(text: str) -> str:
    """Return the text with the line ends of all systems, also doubled ones, as line feeds."""
    return re.sub(r"\r+\n|\r", "\n", text)


def _one_step(file: str, text: str) -> str | None:
    """The text after the first edit that makes it better, done the best way; None when none does."""
    now, problems = _standing(file, text)
    lines = text.split("\n")
    tried = dict.fromkeys(
        min(problem.line, len(lines)) - 1 for problem in problems if problem.weight != "hint"
    )
    for line in tried:
        for edit in _EDITS:
            texts = ["\n".join(new) for new in edit(lines, line)]
            standings = [_standing(file, one)[0] for one in texts]
            if texts and min(standings) < now:
                return texts[standings.index(min(standings))]
    return None


def _standing(file: str, text: str) -> tuple[Standing, tuple[Problem, ...]]:
    found = check_source(Source(file, text, tuple(text.split("\n"))))
    reached = 0 if found.whole else max((problem.line for problem in found.problems), default=0)
    return (not found.whole, -reached, len(found.problems)), found.problems


def _indents(lines: list[str], line: int) -> Iterator[list[str]]:
    """Tabs and no-break spaces before the words of all lines, as plain spaces; a tab is worth 2, 4 or 8."""
    if _plain(lines[line], 2) != lines[line]:
        yield from ([_plain(one, tab) for one in lines] for tab in (2, 4, 8))


def _plain(line: str, tab: int) -> str:
    indent = _INDENT.match(line)
    if indent is None or not indent[0].strip(" "):
        return line
    return re.sub(r"[^ \t]", " ", indent[0]).replace("\t", " " * tab) + line[indent.end() :]


def _space_after_dash(lines: list[str], line: int) -> Iterator[list[str]]:
    if match := _DASH.match(lines[line]):
        yield _with(lines, line, f"{match['head']} {match['value']}")


def _space_after_colon(lines: list[str], line: int) -> Iterator[list[str]]:
    match = _NO_SPACE.match(lines[line])
    if match and match["key"] in KEYS and match["colon"] == ":" and match["value"]:
        spaced = _with(lines, line, f"{match['head']}{match['key']}: {match['value']}")
        yield spaced
        yield from _quotes(spaced, line)


def _straight_quotes(lines: list[str], line: int) -> Iterator[list[str]]:
    """Curly quotes around a whole text become straight ones."""
    match = _HEAD.match(lines[line])
    if match and match["value"][0] in CURLY and match["value"][-1] in CURLY:
        yield _with(
            lines,
            line,
            match["head"]
            + in_quotes(match["value"].strip(CURLY + " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")),
        )


def _quotes(lines: list[str], line: int) -> Iterator[list[str]]:
    """A text of one line with `: ` or ` #` in it between quotes."""
    match = _HEAD.match(lines[line])
    if match is None:
        return
    head, value = match["head"], match["value"]
    if match["key"] is not None and match["key"] not in KEYS:
        # A text such as `Do: this` has no key of a deck: all of it is the value.
        head, value = head[: match.start("key")], lines[line][match.start("key") :].rstrip()
    if re.search(r":\s| #|:$", value) and value[0] not in "\"'[{" and not _BLOCK.match(value):
        yield _with(lines, line, head + in_quotes(value))


def _with(lines: list[str], line: int, new: str) -> list[str]:
    return [*lines[:line], new, *lines[line + 1 :]]


_EDITS: tuple[Callable[[list[str], int], Iterator[list[str]]], ...] = (
    _indents,
    _space_after_dash,
    _space_after_colon,
    _straight_quotes,
    _quotes,
)
