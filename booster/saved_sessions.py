"""The sessions that are saved in a folder: which there are, the one to go on with, the one that is meant."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from booster.errors import BoosterError
from booster.journal import SUFFIX, JournalFault, peek
from booster.language import N_


@dataclass(frozen=True, slots=True)
class Saved:
    """A session file as it stands in a list; `fault` says why it cannot be played, if so.

    `changed` is when the file was last written, in seconds.
    """

    path: Path
    changed: float = 0
    made: str = ""
    teams: tuple[str, ...] = ()
    seed: str = ""
    turn: int = 1
    over: bool = False
    fault: JournalFault | None = None

    @property
    def is_unfinished(self) -> bool:
        """Whether it can be played on."""
        return not (self.over or self.fault)


def saved_sessions(folder: Path) -> list[Saved]:
    """Return the sessions of a folder, the last played first. A file that cannot be read is listed too."""
    return sorted(
        map(_saved, folder.glob(f"*{SUFFIX}")), key=lambda saved: (saved.changed, saved.path), reverse=True
    )


def latest_unfinished(folder: Path) -> Saved | None:
    """Return the session of a folder that was played last and can be played on; None if there is none."""
    return next((saved for saved in saved_sessions(folder) if saved.is_unfinished), None)


def named_session(name: str, folder: Path) -> Path:
    """Return the file that is meant: its path, or its name in a folder with or without its ending.

    Raises BoosterError if there is none.
    """
    for path in (Path(name), folder / name, folder / f"{name}{SUFFIX}"):
        # A name that the system cannot hold, or that may not be looked for, is that of no session.
        with suppress(OSError, ValueError):
            if path.is_file():
                return path
    raise BoosterError(N_("There is no session “{name}”: “booster sessions” lists them."), name=name)


def _saved(path: Path) -> Saved:
    changed = 0.0
    try:
        changed = path.stat().st_mtime
        head, last = peek(path)
    except JournalFault as fault:
        return Saved(path, changed, fault=fault)
    except OSError as error:
        why = error.strerror or str(error)
        unread = JournalFault(N_("The session {file} cannot be read: {why}."), file=path.name, why=why)
        return Saved(path, changed, fault=unread)
    return Saved(
        path=path,
        changed=changed,
        made=head.made,
        teams=tuple(team.name for team in head.teams),
        seed=head.seed,
        turn=last.turn if last else 1,
        over=bool(last and last.over),
    )
