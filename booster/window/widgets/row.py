"""Putting widgets side by side and one below the other: `Row`, `column`, `row`."""

from collections.abc import Sequence

import pygame

from booster.window.text import Look
from booster.window.widgets.base import Widget


class Row(Widget):
    """Widgets side by side that share a width; one thing in a column or a ScrollArea."""

    def __init__(
        self, widgets: Sequence[Widget], shares: Sequence[float], gap: int = 24, name: str = ""
    ) -> None:
        """Give each widget its share of the width (0: what it needs, no more), `gap` design pixels apart."""
        super().__init__(name)
        self.widgets = tuple(widgets)
        self.shares = tuple(shares)
        self.gap = gap

    def children(self) -> tuple[Widget, ...]:
        """The widgets inside."""
        return self.widgets

    def _widths(self, look: Look, width: int) -> list[int]:
        fixed = [
            0 if share else widget.width(look)
            for widget, share in zip(self.widgets, self.shares, strict=True)
        ]
        free = max(0, width - look.px(self.gap) * (len(self.widgets) - 1))
        squeeze = min(1.0, free / max(1, sum(fixed)))
        room = max(0, free - sum(fixed)) / (sum(self.shares) or 1)
        return [int(own * squeeze + room * share) for own, share in zip(fixed, self.shares, strict=True)]

    def height(self, look: Look, width: int) -> int:
        """Height of the highest."""
        widths = self._widths(look, width)
        return max(widget.height(look, own) for widget, own in zip(self.widgets, widths, strict=True))

    def width(self, look: Look) -> int:
        """Width at which nothing wraps."""
        return sum(widget.width(look) for widget in self.widgets) + look.px(self.gap) * (
            len(self.widgets) - 1
        )

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the widgets from left to right, all as high as the row."""
        super().place(look, rect)
        left = rect.left
        for widget, width in zip(self.widgets, self._widths(look, rect.width), strict=True):
            widget.place(look, pygame.Rect(left, rect.top, width, rect.height))
            left += width + look.px(self.gap)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the widgets, the focused one last."""
        for widget in sorted(self.widgets, key=Widget.has_focus):
            widget.draw(surface)


def column(look: Look, box: pygame.Rect, widgets: Sequence[Widget], gap: int = 24) -> int:
    """Place widgets one below the other from the top of `box`, each as wide as it; return where they end.

    `gap` is in design pixels. Each has its full height while they fit together; else all shrink alike.
    """
    heights = [widget.height(look, box.width) for widget in widgets]
    space = look.px(gap) * max(0, len(widgets) - 1)
    squeeze = min(1.0, (box.height - space) / max(1, sum(heights)))
    top = box.top
    for widget, height in zip(widgets, heights, strict=True):
        own = int(height * squeeze)
        widget.place(look, pygame.Rect(box.left, top, box.width, own))
        top += own + look.px(gap)
    return top - look.px(gap) if widgets else box.top


def row(look: Look, box: pygame.Rect, widgets: Sequence[Widget], gap: int = 24) -> None:
    """Place widgets from left to right in `box`, each as wide as it needs; all shrink alike if too wide."""
    widths = [widget.width(look) for widget in widgets]
    space = look.px(gap) * max(0, len(widgets) - 1)
    squeeze = min(1.0, (box.width - space) / max(1, sum(widths)))
    left = box.left
    for widget, width in zip(widgets, widths, strict=True):
        own = int(width * squeeze)
        widget.place(look, pygame.Rect(left, box.top, own, box.height))
        left += own + look.px(gap)
