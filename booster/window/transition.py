"""Where to go from a screen: `Push`, `Pop`, `Replace`, `Quit`, `Adjust`, or None to stay. `App` does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from booster.settings import Settings

if TYPE_CHECKING:
    from booster.window.screen import Screen


@dataclass(frozen=True, slots=True)
class Push:
    """Show a screen on top of this one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Pop:
    """Go back to the screen below; from the last one, leave the program."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Show a screen in the place of this one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Quit:
    """Leave the program."""


@dataclass(frozen=True, slots=True)
class Adjust:
    """Stay, with these settings from now on."""

    settings: Settings


Transition = Push | Pop | Replace | Quit | Adjust | None


def stay() -> None:
    """Change nothing: what a widget calls that leads nowhere."""
