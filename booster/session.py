"""What a front end holds: the state, what can be done, what has happened, every action safe on the disk."""

import errno
import json
import os
import secrets
from contextlib import suppress
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
    Reading,
    Step,
    read_journal,
    step_of,
)
from booster.limits import LONGEST_SEED

SEED_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def new_seed() -> str:
    """Return a short code that is easy to read aloud: six letters and digits, none that look alike."""
    return "".join(secrets.choice(SEED_LETTERS) for _ in range(6))


def tidy_seed(typed: str) -> str:
    """Return what was typed in capitals without blanks, not too long; a new seed if that is nothing."""
    return "".join(typed.upper().split())[:LONGEST_SEED] or new_seed()


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
        seed = "".join(letter for letter in setup.seed if letter.isalnum())
        session.journal = Journal.create(_free_name(folder, f"{now:%Y-%m-%d-%H%M}-{seed}"), session.header)
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

    @property
    def closed(self) -> bool:
        """Whether the journal is closed: nothing can be done any more."""
        return self.journal is not None and self.journal.closed

    def close(self) -> bool:
        """Save what is not saved yet and close the journal, so that another window may play on.

        False if the disk does not take it: the journal then stays open.
        """
        if self.journal is None or self.journal.closed:
            return True
        if not self.journal.retry():
            return False
        self.journal.close()
        return True

    def close_unsaved(self) -> None:
        """Close the journal without what the disk has not taken: that is lost."""
        if self.journal:
            self.journal.close()

    def save_in(self, folder: Path) -> Path:
        """Save the whole session in a folder, play on there from now on and return its file.

        It has a journal, which stays where it is if that fails. Raises OSError.
        """
        assert self.journal is not None
        with suppress(RuntimeError):  # `~somebody` whom the system does not know
            folder = folder.expanduser()
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
        self.journal.move_to(_free_name(folder.absolute(), self.journal.path.stem))
        return self.journal.path

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


def _free_name(folder: Path, name: str) -> Path:
    numbers = (f"{name}{'' if number == 1 else f'-{number}'}{SUFFIX}" for number in range(1, 1000))
    return next(folder / each for each in numbers if not (folder / each).exists())
