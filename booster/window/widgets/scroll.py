"""`ScrollArea`: a window onto a tall column of widgets. Wheel, drag, finger, and the focus move it."""

from collections.abc import Sequence

import pygame

from booster.window.paint import rounded
from booster.window.text import Look
from booster.window.widgets.base import Widget

DRAG_PX = 12  # design pixels that a press may slip before it becomes a drag
PAGE = 80  # percent of what shows: the last lines of a page come first on the next


class ScrollArea(Widget):
    """Widgets one below the other, each as wide as the area, of which a part shows.

    The focus moves through the widgets inside as if they stood on the screen, and the area follows it.
    """

    def __init__(self, name: str, widgets: Sequence[Widget] = (), gap: int = 24) -> None:
        """Hold `widgets`, `gap` design pixels apart."""
        super().__init__(name)
        self.widgets = tuple(widgets)
        self.gap = gap
        self.offset = 0
        self._content = 0
        self._grabbed: tuple[int, int] | None = None  # where it was grabbed, and the offset then

    def children(self) -> tuple[Widget, ...]:
        """The widgets inside."""
        return self.widgets

    def _margin(self, look: Look) -> int:
        """Room for the focus ring, which stands outside a widget."""
        return look.px(12)

    def _bar(self, look: Look) -> int:
        return look.px(28)

    def _inner_width(self, look: Look, width: int) -> int:
        return width - 2 * self._margin(look) - self._bar(look)

    def height(self, look: Look, width: int) -> int:
        """Height at which nothing needs to scroll."""
        inner = self._inner_width(look, width)
        rows = [widget.height(look, inner) for widget in self.widgets]
        return sum(rows) + max(0, len(rows) - 1) * look.px(self.gap) + 2 * self._margin(look)

    def width(self, look: Look) -> int:
        """Width of the widest widget inside, with the bar."""
        widest = max((widget.width(look) for widget in self.widgets), default=0)
        return widest + 2 * self._margin(look) + self._bar(look)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place every widget inside, and keep what shows where it was."""
        super().place(look, rect)
        margin, width = self._margin(look), self._inner_width(look, rect.width)
        top = rect.top + margin
        for widget in self.widgets:
            height = widget.height(look, width)
            widget.place(look, pygame.Rect(rect.left + margin, top, width, height))
            for leaf in widget.leaves():
                leaf.clip = self.rect
            top += height + look.px(self.gap)
        self._content = self.height(look, rect.width)
        offset, self.offset = self.offset, 0
        self.scroll(offset)
        for leaf in self.leaves():
            if leaf.focused:
                self.scroll_to(leaf)

    def scroll(self, by: int) -> bool:
        """Scroll down by `by` pixels as far as it goes; tell whether anything moved."""
        offset = max(0, min(self.offset + by, self._content - self.rect.height))
        moved = offset - self.offset
        self.offset = offset
        for widget in self.widgets:
            widget.move(-moved)
        return moved != 0

    def turn(self, by: int) -> bool:
        """Scroll down by most of what shows, `by` times; tell whether anything moved."""
        return self.scroll(by * self.rect.height * PAGE // 100)

    def in_sight(self) -> tuple[Widget, ...]:
        """What can take the focus and shows whole, with its focus ring."""
        ring = 2 * self._margin(self.look)
        return tuple(
            leaf
            for leaf in self.leaves()
            if leaf.focusable and self.rect.contains(leaf.rect.inflate(0, ring))
        )

    def scroll_to(self, widget: Widget) -> None:
        """Scroll just far enough to show a widget and its focus ring."""
        if not self.rect.height:  # not placed yet
            return
        seen = widget.rect.inflate(0, 2 * self._margin(self.look))
        if seen.top < self.rect.top:
            self.scroll(seen.top - self.rect.top)
        elif seen.bottom > self.rect.bottom:
            self.scroll(min(seen.bottom - self.rect.bottom, seen.top - self.rect.top))

    def grab(self, pos: tuple[int, int]) -> None:
        """Remember where a drag may start."""
        self._grabbed = (pos[1], self.offset)

    def drag(self, pos: tuple[int, int]) -> bool:
        """Follow the mouse or finger; tell whether it went far enough to be a drag."""
        if self._grabbed is None:
            return False
        start, offset = self._grabbed
        if offset == self.offset and abs(pos[1] - start) < self.look.px(DRAG_PX):
            return False
        return self.scroll(offset + start - pos[1] - self.offset)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the part that shows, and a bar that says where it stands."""
        before = surface.get_clip()
        surface.set_clip(self.rect.clip(before))
        for widget in sorted(self.widgets, key=Widget.has_focus):
            if widget.rect.inflate(0, 2 * self._margin(self.look)).colliderect(self.rect):
                widget.draw(surface)
        if self._content > self.rect.height:
            self._draw_bar(surface)
        surface.set_clip(before)

    def _draw_bar(self, surface: pygame.Surface) -> None:
        width = self.look.px(10)
        track = pygame.Rect(self.rect.right - width, self.rect.top, width, self.rect.height)
        rounded(surface, track, self.look.theme.line, width // 2)
        height = max(self.look.px(44), track.height * self.rect.height // self._content)
        room = track.height - height
        top = track.top + room * self.offset // (self._content - self.rect.height)
        rounded(surface, pygame.Rect(track.left, top, width, height), self.look.theme.muted, width // 2)
