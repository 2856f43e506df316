"""`Form`: the widgets of a screen, the focus, and who gets which event.

Tab and Shift+Tab move the focus in order, arrows to the nearest widget on that side. Enter, Space and Page
Down press; a digit presses the button with that number. Page Up moves the focus on, so a presenter's clicker
reaches everything.
In a field or a choice, Enter goes on to the next one, and after the last to what follows it.
The mouse (a finger arrives as the mouse) presses on release, inside the widget where it went down.
"""

import itertools
from collections.abc import Iterator

import pygame

from booster.window.transition import Transition
from booster.window.widgets.base import UNUSED, Widget, is_command
from booster.window.widgets.button import Button
from booster.window.widgets.scroll import ScrollArea

_ARROWS = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}
_PRESS = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, pygame.K_PAGEDOWN)


def _turned(rect: pygame.Rect, dx: int, dy: int) -> pygame.Rect:
    """Return the rectangle turned so that the direction (dx, dy) points to the right."""
    if dy:
        rect = pygame.Rect(rect.y, rect.x, rect.height, rect.width)
    if dx + dy < 0:
        rect = pygame.Rect(-rect.right, rect.y, rect.width, rect.height)
    return rect


class Form:
    """The widgets of one screen. `stale` tells that the picture changed since the last `draw`."""

    def __init__(self) -> None:
        """Start empty."""
        self.widgets: tuple[Widget, ...] = ()
        self.focused: Widget | None = None
        self.stale = True
        self._held: Widget | None = None
        self._scrolling: ScrollArea | None = None
        self._pointer = (0, 0)

    def show(self, *widgets: Widget, focus: Widget | None = None) -> None:
        """Hold these widgets, in the order of Tab.

        The focus goes to `focus`, else stays where it was, else goes to the primary button,
        else to the first.
        """
        self.widgets = widgets
        able = [widget for widget in self.leaves() if widget.focusable]
        if focus is None and self.focused in able:
            focus = self.focused
        primary = (
            widget for widget in able if isinstance(widget, Button) and widget.primary and widget.available
        )
        self.focus_on(focus or next(primary, None) or next(iter(able), None))
        self._held = self._scrolling = None
        self.stale = True

    def leaves(self) -> Iterator[Widget]:
        """Every widget, those inside others included, in the order of Tab."""

        for widget in self.widgets:
            yield from widget.leaves()

    def find(self, name: str) -> Widget:
        """Return the widget with this name. Raises KeyError, with the names there are, when there is none."""
        for widget in self.leaves():
            if widget.name == name:
                return widget
        raise KeyError(f"{name!r} is not among {[widget.name for widget in self.leaves()]}")

    def focus_on(self, widget: Widget | None) -> None:
        """Move the focus, and scroll to it."""
        if widget is self.focused:
            return
        if self.focused is not None:
            self.focused.blur()
        self.focused = widget
        if widget is not None:
            widget.focus()
            for area in self.leaves():
                if isinstance(area, ScrollArea) and widget in area.leaves():
                    area.scroll_to(widget)
        self.stale = True

    def wake(self) -> None:
        """Take the keyboard when the screen comes on top: only a focused field is sent what is typed."""
        if self.focused is not None and self.focused.takes_text:
            pygame.key.start_text_input()
        else:
            pygame.key.stop_text_input()

    def on_event(self, event: pygame.Event) -> Transition:
        """Answer one event and say where to go."""
        match event.type:
            case pygame.KEYDOWN | pygame.TEXTINPUT | pygame.TEXTEDITING:
                self.stale = True
                return self._on_key(event)
            case pygame.MOUSEMOTION:
                self._on_motion(event)
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                self._on_down(event.pos)
            case pygame.MOUSEBUTTONUP if event.button == 1:
                return self._on_up(event)
            case pygame.MOUSEWHEEL:
                self._on_wheel(event)
        return None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw every widget, the focused one last so that its ring is whole."""
        for widget in sorted(self.widgets, key=Widget.has_focus):
            widget.draw(surface)
        self.stale = False

    # --- keys

    def _on_key(self, event: pygame.Event) -> Transition:
        if self.focused is not None:
            answer = self.focused.on_key(event)
            if answer is not UNUSED:
                return answer
        if event.type != pygame.KEYDOWN:
            return None
        if event.key == pygame.K_TAB:
            self._step(-1 if event.mod & pygame.KMOD_SHIFT else +1)
        elif event.key == pygame.K_PAGEUP:
            self._step(+1)
        elif event.key in _ARROWS:
            self._towards(*_ARROWS[event.key])
        elif event.key in _PRESS:
            return self._press_focused()
        elif not is_command(event):
            return self._by_number(event)
        return None

    def _press_focused(self) -> Transition:
        if self.focused is None:
            return None
        if self.focused.is_field:
            self._go_on()
            return None
        return self.focused.press()

    def _go_on(self) -> None:
        """Move to the next field; after the last one to whatever follows it."""
        after = itertools.dropwhile(lambda widget: widget is not self.focused, self.leaves())
        field = next((leaf for leaf in after if leaf.is_field and leaf is not self.focused), None)
        if field is None:
            self._step(+1)
        else:
            self.focus_on(field)

    def _by_number(self, event: pygame.Event) -> Transition:
        """Press by the digit, or by its key where digits need Shift, as on French keyboards."""
        by_place = getattr(event, "scancode", 0) - pygame.KSCAN_1 + 1
        for widget in self.leaves():
            number = widget.number if isinstance(widget, Button) else None
            if number is not None and (event.unicode == str(number) or by_place == number):
                self.focus_on(widget)
                return widget.press()
        return None

    def _step(self, by: int) -> None:
        able = [widget for widget in self.leaves() if widget.focusable]
        if not able:
            return
        here = able.index(self.focused) if self.focused in able else (-1 if by > 0 else 0)
        self.focus_on(able[(here + by) % len(able)])

    def _towards(self, dx: int, dy: int) -> None:
        """Move to the nearest widget on that side: straight ahead first, else what lies least aside."""
        if self.focused is None:
            return self._step(+1)
        here = _turned(self.focused.rect, dx, dy)

        def distance(widget: Widget) -> float:
            there = _turned(widget.rect, dx, dy)
            straight = there.top < here.bottom and here.top < there.bottom
            return there.left - here.right + (0 if straight else 2 * abs(there.centery - here.centery))

        ahead = [
            widget
            for widget in self.leaves()
            if widget.focusable and _turned(widget.rect, dx, dy).left >= here.right
        ]
        if ahead:
            self.focus_on(min(ahead, key=distance))
        return None

    # --- mouse and fingers

    def _under(self, pos: tuple[int, int]) -> Widget | None:
        return next((widget for widget in self.leaves() if widget.focusable and widget.hit(pos)), None)

    def _hover(self, target: Widget | None) -> None:
        for widget in self.leaves():
            if widget.hovered != (widget is target):
                widget.hovered = widget is target
                self.stale = True

    def _on_motion(self, event: pygame.Event) -> None:
        if self._scrolling is not None and self._scrolling.drag(event.pos):
            self._release()
            self.stale = True
        self._pointer = event.pos
        self._hover(None if event.touch else self._under(event.pos))

    def _on_down(self, pos: tuple[int, int]) -> None:
        self.stale = True
        self._scrolling = next(
            (area for area in self.leaves() if isinstance(area, ScrollArea) and area.rect.collidepoint(pos)),
            None,
        )
        if self._scrolling is not None:
            self._scrolling.grab(pos)
        self._held = self._under(pos)
        if self._held is not None:
            self._held.held = True
            self.focus_on(self._held)

    def _on_up(self, event: pygame.Event) -> Transition:
        self.stale = True
        held = self._held
        self._release()
        self._scrolling = None
        return held.press(event.pos) if held is not None and held.hit(event.pos) else None

    def _release(self) -> None:
        if self._held is not None:
            self._held.held = False
        self._held = None

    def _on_wheel(self, event: pygame.Event) -> None:
        areas = [area for area in self.leaves() if isinstance(area, ScrollArea)]
        over = next(
            (area for area in areas if area.rect.collidepoint(self._pointer)), areas[0] if areas else None
        )
        if over is not None and over.scroll(-event.y * over.look.px(96)):
            self.stale = True
