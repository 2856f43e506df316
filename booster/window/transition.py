"""Where to go from a screen: `Push`, `Pop`, `Replace`, `Quit`, `Adjust`, or None to stay. `App` does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from booster.settings import Settings

if TYPE_CHECKING:
    from booster.window.screen import Screen


class Push(NamedTuple):
    """Show a screen on top of this one."""

    screen: Screen


class Pop:
    """Go back to the screen below; from the last one, leave the program."""


class Replace(NamedTuple):
    """Show a screen in the place of this one."""

    screen: Screen


class Quit:
    """Leave the program."""


class Adjust(NamedTuple):
    """Stay, with these settings from now on."""

    settings: Settings


Transition = Push | Pop | Replace | Quit | Adjust | None


def stay() -> None:
    """Change nothing: what a widget calls that leads nowhere."""
