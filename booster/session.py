"""What a front end holds: the state, what can be done, what has happened, every action safe on the disk."""

import json
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Self

from booster import __version__
from booster.decks.model import Deck
from booster.decks.translate import combine, in_language
from booster.engine.actions import Action
from booster.engine.events import Event
from booster.engine.legal import legal_actions
from booster.engine.rules import Refused, act
from booster.engine.setup import new_game
from booster.engine.state import Setup, State
from booster.journal import (
    SUFFIX,
    Header,
    Journal,
    JournalDamaged,
    JournalFault,
    Reading,
    Step,
    read_journal,
    step_of,
)

SEED_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def new_seed() -> str:
    """Return a short code that is easy to read aloud: six letters and digits, none that look alike."""
    return "".join(secrets.choice(SEED_LETTERS) for _ in range(6))


def tidy_seed(typed: str) -> str:
    """Return what was typed in capitals without blanks, at most 20 letters; a new seed if that is nothing."""
    return "".join(typed.upper().split())[:20] or new_seed()


@dataclass(frozen=True, slots=True)
class Done:
    """One action that was carried out: the state after it, and what happened."""

    action: Action
    state: State
    events: tuple[Event, ...]


class Session:
    """One game from set-up to exchange, with undo and redo (R11), journaled unless a demonstration."""

    def __init__(self, header: Header) -> None:
        """Begin the game that a header describes, without a journal. Raises SetupFault."""
        self.header = header
        self.journal: Journal | None = None
        self._start, self._opening = new_game(header.setup, combine(header.decks))
        self._done: list[Done] = []
        self._undone: list[Done] = []

    @classmethod
    def demonstration(cls, setup: Setup, decks: tuple[Deck, ...]) -> Self:
        """Return a game that is kept in memory only."""
        return cls(Header.of(setup, decks, __version__, datetime.now().astimezone()))

    @classmethod
    def create(cls, setup: Setup, decks: tuple[Deck, ...], folder: Path) -> Self:
        """Begin a journaled session in a folder. Raises SetupFault, OSError."""
        now = datetime.now().astimezone()
        session = cls(Header.of(setup, decks, __version__, now))
        session.journal = Journal.create(_free_name(folder, now, setup.seed), session.header)
        return session

    @classmethod
    def resume(cls, path: Path, *, accept_damage: bool = False) -> Self:
        """Play on from a session file.

        Raises JournalDamaged unless `accept_damage`, which plays on from before the damage and keeps the
        original beside it; JournalFault if no game is in the file; JournalLocked; OSError.
        """
        reading = read_journal(path)
        session = cls(reading.header)
        good = session._replay(reading)
        whole = good == len(reading.entries) and reading.damaged_line is None
        if not whole and not accept_damage:
            raise JournalDamaged(path, good + 2, good)
        session.journal = Journal.open(reading, good)
        return session

    @property
    def state(self) -> State:
        """The state now."""
        return self._done[-1].state if self._done else self._start

    @property
    def events(self) -> tuple[Event, ...]:
        """All that has happened so far, undone actions left out."""
        return (*self._opening, *(event for done in self._done for event in done.events))

    @property
    def done(self) -> tuple[Done, ...]:
        """The actions so far, undone ones left out."""
        return tuple(self._done)

    @property
    def can_undo(self) -> bool:
        """Whether there is an action to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether an action was undone and none done since."""
        return bool(self._undone)

    @property
    def unsaved_since(self) -> datetime | None:
        """Since when the disk has not taken what was played; None if all is saved."""
        return self.journal.unsaved_since if self.journal else None

    def legal_actions(self) -> tuple[Action, ...]:
        """Return every action that `act` accepts now."""
        return legal_actions(self.state)

    def deck(self, language: str) -> Deck:
        """Return all cards of the session in a language, or in their own where they are not translated."""
        return combine(tuple(in_language(deck, language) for deck in self.header.decks))

    def act(self, action: Action) -> tuple[Event, ...]:
        """Carry out an action; it is on the disk when this returns. Raises Refused."""
        state, events = act(self.state, action)
        self._record(action, state)
        self._done.append(Done(action, state, events))
        self._undone.clear()
        return events

    def undo(self) -> Action | None:
        """Take back the last action and return it; None if there is none (R11)."""
        if not self._done:
            return None
        self._record("undo", self._done[-2].state if len(self._done) > 1 else self._start)
        self._undone.append(self._done.pop())
        return self._undone[-1].action

    def redo(self) -> tuple[Event, ...] | None:
        """Do again what was undone and return what happened; None if there is nothing (R11)."""
        if not self._undone:
            return None
        self._record("redo", self._undone[-1].state)
        self._done.append(self._undone.pop())
        return self._done[-1].events

    def close(self) -> None:
        """Close the journal, so that another window may play on."""
        if self.journal:
            self.journal.close()

    def _record(self, step: Step, state: State) -> None:
        if self.journal:
            self.journal.append(step, fingerprint(state), state.turn, state.over)

    def _replay(self, reading: Reading) -> int:
        """Carry out the lines of a journal; return how many gave the state that was written with them."""
        for number, entry in enumerate(reading.entries):
            before = list(self._done), list(self._undone)
            if not self._follow(step_of(entry)) or fingerprint(self.state) != entry.state:
                self._done, self._undone = before
                return number
        return len(reading.entries)

    def _follow(self, step: Step) -> bool:
        match step:
            case "undo":
                return self.undo() is not None
            case "redo":
                return self.redo() is not None
            case action:
                try:
                    self.act(action)
                except Refused:
                    return False
                return True


def fingerprint(state: State) -> str:
    """Return a short hash of all that changes in a game: equal states, equal hash."""
    moving = [
        [asdict(team) for team in state.teams],
        [[*pile, *cards] for pile, cards in sorted(state.piles.items())],
        [type(state.waiting).__name__, asdict(state.waiting)],
        [state.experiences, state.on_turn, state.turn, state.chances],
    ]
    return sha256(json.dumps(moving).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Saved:
    """A session file as it stands in a list; `fault` says why it cannot be played, if so."""

    path: Path
    made: str = ""
    teams: tuple[str, ...] = ()
    seed: str = ""
    turn: int = 1
    over: bool = False
    fault: JournalFault | None = None


def saved_sessions(folder: Path) -> list[Saved]:
    """Return the sessions of a folder, the last played first. A file that cannot be read is listed too."""
    files = sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
    return [_saved(path) for path in files]


def _saved(path: Path) -> Saved:
    try:
        reading = read_journal(path)
    except JournalFault as fault:
        return Saved(path, fault=fault)
    except OSError as error:
        return Saved(path, fault=JournalFault("{file}: {why}", file=path.name, why=error.strerror))
    header = reading.header
    last = reading.entries[-1] if reading.entries else None
    return Saved(
        path=path,
        made=header.made,
        teams=tuple(team.name for team in header.teams),
        seed=header.seed,
        turn=last.turn if last else 1,
        over=bool(last and last.over),
    )


def _free_name(folder: Path, now: datetime, seed: str) -> Path:
    safe = "".join(letter for letter in seed if letter.isalnum())
    name = f"{now:%Y-%m-%d-%H%M}-{safe}"
    numbers = (f"{name}{'' if number == 1 else f'-{number}'}{SUFFIX}" for number in range(1, 1000))
    return next(folder / each for each in numbers if not (folder / each).exists())
