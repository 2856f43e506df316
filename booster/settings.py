"""What a person has set up for good: `Settings`, read from and written to one small JSON file.

read_settings(file) -> (Settings, fault or None)      never fails: what cannot be used is the usual again
write_settings(file, settings)                        raises OSError
keep_aside(file)                                      a file that cannot be used is kept under another name

Plain Python rather than pydantic: the first frame of the window needs the settings, and pydantic takes longer
than that frame.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from typing import Any, Final, Literal, Self, get_args

from booster.errors import BoosterError
from booster.language import LANGUAGES, N_

TEXT_PERCENTS: Final = (100, 110, 120, 130, 140, 150)
MOST_BYTES: Final = 100_000

Switch = Literal["reduced_motion", "sound", "hand_over", "ranking", "high_contrast", "full_screen"]
"""The settings that are on or off."""


class SettingsFault(BoosterError):
    """A settings file that could not be used, in whole or in part."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings. `language` None speaks the system's; `ranking` shows the points of every team in play.

    `decks` are the folders of those that are switched on, `core` for the core deck; none is the core deck.
    `deck_folders` are those that were added to the list from anywhere.
    """

    language: str | None = None
    text_percent: int = TEXT_PERCENTS[0]
    reduced_motion: bool = False
    sound: bool = False
    hand_over: bool = True
    ranking: bool = True
    high_contrast: bool = False
    full_screen: bool = False
    decks: tuple[str, ...] = ()
    deck_folders: tuple[str, ...] = ()

    def is_on(self, name: Switch) -> bool:
        """Return one of the settings that are on or off."""
        return bool(getattr(self, name))

    def switched(self, name: Switch, on: bool) -> Self:
        """Return these settings with one of them on or off."""
        return type(self)(**(asdict(self) | {name: on}))


USUAL: Final = Settings()


def read_settings(file: Path) -> tuple[Settings, SettingsFault | None]:
    """Return the settings of a file, and what was wrong with it. Without a file these are the usual ones.

    A setting that cannot be used is the usual one; the others hold.
    """
    try:
        if file.stat().st_size > MOST_BYTES:
            raise ValueError("too large")
        found = json.loads(file.read_bytes())
    except FileNotFoundError:
        return USUAL, None
    except (OSError, ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        return USUAL, SettingsFault(N_("Your settings could not be read, and are the usual ones again."))
    good = {name: _plain(value) for name, value in found.items() if _is_usable(name, value)}
    wrong = ", ".join(f"“{name}”" for name in found if name not in good)
    if not wrong:
        return Settings(**good), None
    return Settings(**good), SettingsFault(N_("Some settings could not be used: {wrong}."), wrong=wrong)


def write_settings(file: Path, settings: Settings) -> None:
    """Write the settings so that a crash leaves the old ones or the new. Raises OSError if it cannot."""
    from booster.files import write_whole  # not needed to read them, which every start does

    write_whole(file, (json.dumps(asdict(settings), indent=2) + "\n").encode())


def keep_aside(file: Path) -> Path:
    """Give a file the first free name beside it, `settings.damaged-1.json`; return where it is now."""
    names = (file.with_name(f"{file.stem}.damaged-{number}{file.suffix}") for number in count(1))
    kept = next(name for name in names if not name.exists())
    with suppress(OSError):  # in a folder that cannot be written to it stays as it is
        return file.replace(kept)
    return file


def _is_usable(name: str, value: Any) -> bool:
    match name:
        case "language":
            return value is None or (isinstance(value, str) and value in LANGUAGES)
        case "text_percent":
            return type(value) is int and value in TEXT_PERCENTS
        case "decks" | "deck_folders":
            return isinstance(value, list) and all(isinstance(item, str) for item in value)
        case _:
            return type(value) is bool and name in get_args(Switch)


def _plain(value: Any) -> Any:
    """JSON knows lists only; settings never change."""
    return tuple(value) if isinstance(value, list) else value
