"""Lines said and lines typed: all that the text edition asks of a terminal."""

import sys
import unicodedata
from collections.abc import Callable, Iterable

from booster.language import Translator
from booster.printable import printable


class Quit(Exception):
    """The person leaves: typed quit, Ctrl+D or Ctrl+C."""


class Terminal:
    """Says sentences and reads lines. `read` and `write` stand in for input and print in tests."""

    def __init__(
        self,
        tr: Translator,
        read: Callable[[str], str] = input,
        write: Callable[[str], object] = print,
        *,
        interactive: bool = True,
    ) -> None:
        """Speak the translator's language; `interactive` when a person is there to answer questions."""
        self.tr = tr
        self.interactive = interactive
        self._read = read
        self._write = write
        self._text: list[str] = []

    def say(self, *sentences: str) -> None:
        """Say sentences that belong to the game, and keep them to be said again."""
        self._text += sentences
        self.answer(*sentences)

    def answer(self, *sentences: str) -> None:
        """Say sentences that only answer what was typed."""
        for sentence in sentences:
            self._write(printable(sentence))

    def begin_text(self) -> None:
        """Forget what was said so far: a new text begins."""
        self._text.clear()

    def again(self) -> None:
        """Say the last text once more."""
        self.answer(*self._text)

    def ask(self, prompt: str) -> str:
        """Return the line that is typed, its blanks evened out. Raises Quit at Ctrl+D and Ctrl+C."""
        try:
            line = self._read(printable(prompt) + " ")
        except (EOFError, KeyboardInterrupt):
            # The prompt has left the line open.
            self._write("")
            raise Quit from None
        return " ".join(unicodedata.normalize("NFC", line).split())


def use_utf8() -> None:
    """Read and write UTF-8, whatever the system's locale, and stumble over no character."""
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def numbered(labels: Iterable[str]) -> tuple[str, ...]:
    """Return labels as choices to type the number of: `1. Roll the die`."""
    return tuple(f"{number}. {label}" for number, label in enumerate(labels, start=1))


def chosen_number(line: str, choices: int) -> int | None:
    """Return which of the choices was typed, counted from 0; None if none was. Enter takes a lone choice."""
    if line == "" and choices == 1:
        return 0
    return int(line) - 1 if line.isdecimal() and 1 <= int(line[:6]) <= choices and len(line) < 6 else None
