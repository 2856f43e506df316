"""What every widget is."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from enum import Enum, auto

import pygame

from booster.window.text import Look
from booster.window.transition import Transition


class Unused(Enum):
    """A key that the widget leaves to the form."""

    UNUSED = auto()


UNUSED = Unused.UNUSED
Answer = Transition | Unused


def is_command(event: pygame.Event) -> bool:
    """Tell whether Ctrl (or Cmd) is held; with Alt too it is AltGr, which types."""
    return bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)) and not event.mod & pygame.KMOD_ALT


class Widget(ABC):
    """A thing on a screen with a place, a picture and a name that a screen reader would say."""

    focusable = False
    is_field = False  # Enter goes on from it, and changes nothing
    takes_text = False  # letters and digits go to it while it has the focus

    def __init__(self, name: str) -> None:
        """Name the widget; `place` gives it its rectangle."""
        self.name = name
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.clip: pygame.Rect | None = None  # the part of the window it shows through, inside a ScrollArea
        self.focused = False
        self.hovered = False
        self.held = False
        self.look: Look

    def children(self) -> "tuple[Widget, ...]":
        """The widgets inside this one."""
        return ()

    def leaves(self) -> "Iterator[Widget]":
        """This widget and all those inside it, in the order of Tab."""
        yield self
        for child in self.children():
            yield from child.leaves()

    def has_focus(self) -> bool:
        """Tell whether the focus is on this widget or on one inside it."""
        return any(leaf.focused for leaf in self.leaves())

    @abstractmethod
    def height(self, look: Look, width: int) -> int:
        """Return the height in pixels that shows everything at this width in pixels."""

    @abstractmethod
    def width(self, look: Look) -> int:
        """Return the width in pixels that suits it best: where it can, one at which nothing wraps."""

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Give the widget its rectangle in pixels of the window."""
        self.look = look
        self.rect = rect.copy()

    def move(self, dy: int) -> None:
        """Shift the widget, and those inside it, down by `dy` pixels."""
        self.rect = self.rect.move(0, dy)
        for child in self.children():
            child.move(dy)

    def hit(self, pos: tuple[int, int]) -> bool:
        """Tell whether a point of the window is on the visible part of the widget."""
        return self.rect.collidepoint(pos) and (self.clip is None or self.clip.collidepoint(pos))

    @abstractmethod
    def draw(self, surface: pygame.Surface) -> None:
        """Draw the widget, with its focus ring if it has the focus."""

    def press(self, pos: tuple[int, int] | None = None) -> Transition:
        """Answer Enter, Space, a click or a touch (`pos` for the last two)."""
        return None

    def on_key(self, event: pygame.Event) -> Answer:
        """Answer a KEYDOWN, TEXTINPUT or TEXTEDITING while focused; `UNUSED` leaves it to the form."""
        return UNUSED

    def focus(self) -> None:
        """Take the focus."""
        self.focused = True

    def blur(self) -> None:
        """Lose the focus."""
        self.focused = False
        self.held = False
