"""A terminal that is fed lines and keeps what it was told."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from strategies import small_deck

from booster.decks.model import Deck
from booster.engine.state import NewTeam, Setup
from booster.language import translator
from booster.session import Session
from booster.text.table import Table
from booster.text.terminal import Quit, Terminal


class Fed:
    """A terminal that reads the given lines, then Ctrl+D."""

    def __init__(self, lines: Iterable[str], *, interactive: bool = True) -> None:
        self._lines: Iterator[str] = iter(lines)
        self.said: list[str] = []
        self.prompts: list[str] = []
        self.terminal = Terminal(translator("en"), self._read, self.said.append, interactive=interactive)

    def _read(self, prompt: str) -> str:
        self.prompts.append(prompt)
        self.said.append(prompt)
        try:
            return next(self._lines)
        except StopIteration:
            raise EOFError from None

    @property
    def text(self) -> str:
        """All that was said, prompts too."""
        return "\n".join(self.said)


def session_of(teams: int = 2, *, deck: Deck | None = None, folder: Path | None = None) -> Session:
    names = ("Le Potager", "Vélo")
    setup = Setup(
        tuple(NewTeam(names[i] if i < 2 else "", colour=i) for i in range(teams)), "workshop", "DEMO"
    )
    decks = (deck or small_deck(),)
    return Session.create(setup, decks, folder) if folder else Session.demonstration(setup, decks)


def played_by(session: Session, *lines: str) -> Fed:
    """Play a session by the lines that are typed, until they end or the game does."""
    fed = Fed(lines)
    try:
        Table(session, fed.terminal).play()
    except Quit:
        fed.said.append("(quit)")
    return fed
