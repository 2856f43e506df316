"""Paragraphs of words in one style or several, and the lines that they wrap into."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from booster.typography import bind, clean
from booster.window.text.fonts import Fonts
from booster.window.theme import Tone

WRAPPED_KEPT = 1_000  # paragraphs; to lay a card out asks for most of its own four times and more


class Run(NamedTuple):
    """Words in one style. `colour` None takes the colour of the paragraph."""

    text: str
    bold: bool = False
    colour: Tone | None = None

    def saying(self, text: str) -> "Run":
        """Return other words in the same style."""
        return Run(text, self.bold, self.colour)


Words = str | tuple[Run, ...]


class Line(NamedTuple):
    """One line: its runs, and its width in pixels."""

    runs: tuple[Run, ...]
    width: int

    @property
    def text(self) -> str:
        """The words of the line without their styles."""
        return "".join(run.text for run in self.runs)


def as_runs(words: Words, bold: bool = False) -> tuple[Run, ...]:
    """Return a paragraph as runs; a plain text takes `bold`."""
    return (Run(words, bold),) if isinstance(words, str) else words


def _merge(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join neighbours of one style, so that they are measured and drawn as one (kerning)."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and last.bold == run.bold and last.colour == run.colour:
            merged[-1] = run.saying(last.text + run.text)
        elif run.text:
            merged.append(run)
    return tuple(merged)


def _line(fonts: Fonts, runs: Iterable[Run], px: int) -> Line:
    merged = _merge(runs)
    return Line(merged, sum(fonts.width(run.text, px, run.bold) for run in merged))


def _words(runs: Iterable[Run]) -> Iterator[tuple[Run, ...] | None]:
    """Split runs into unbreakable words (a word may change style inside); None is a forced line break."""
    word: list[Run] = []
    for run in runs:
        for number, row in enumerate(bind(clean(run.text)).split("\n")):
            if number:
                yield tuple(word)
                yield None
                word = []
            for place, part in enumerate(row.split(" ")):
                if place:
                    yield tuple(word)
                    word = []
                if part:
                    word.append(run.saying(part))
    yield tuple(word)


def _clusters(word: Iterable[Run]) -> Iterator[Run]:
    """Split a word into characters, each with the accents that sit on it."""
    for run in word:
        cluster = ""
        for character in run.text:
            if cluster and not unicodedata.combining(character):
                yield run.saying(cluster)
                cluster = ""
            cluster += character
        yield run.saying(cluster)


def _pieces(fonts: Fonts, word: tuple[Run, ...], px: int, width: int) -> Iterator[Line]:
    """Break a word that is wider than a line by character; a piece holds at least one."""
    piece = _line(fonts, (), px)
    for cluster in _clusters(word):
        longer = _line(fonts, (*piece.runs, cluster), px)
        if piece.runs and longer.width > width:
            yield piece
            longer = _line(fonts, (cluster,), px)
        piece = longer
    yield piece


@lru_cache(maxsize=WRAPPED_KEPT)
def wrap(fonts: Fonts, words: Words, px: int, width: int, bold: bool = False) -> tuple[Line, ...]:
    """Return the lines of a paragraph, none wider than `width` pixels (unless a single character is).

    Lines break at spaces and line feeds, never at no-break spaces; a longer word breaks by character.
    """
    lines: list[Line] = []
    line = _line(fonts, (), px)
    for word in _words(as_runs(words, bold)):
        if word is None:
            lines.append(line)
            line = _line(fonts, (), px)
            continue
        if not word:
            continue
        space = (Run(" ", line.runs[-1].bold, line.runs[-1].colour),) if line.runs else ()
        longer = _line(fonts, (*line.runs, *space, *word), px)
        if longer.width <= width:
            line = longer
            continue
        if line.runs:
            lines.append(line)
        *whole, line = _pieces(fonts, word, px, width)
        lines.extend(whole)
    return (*lines, line)
