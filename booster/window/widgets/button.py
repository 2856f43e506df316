"""`Button`: primary (the one thing to do now), plain, numbered, or locked with the reason."""

from collections.abc import Callable
from typing import NamedTuple

import pygame

from booster.window.icons import icon
from booster.window.paint import disc, focus_ring, panel
from booster.window.text import Align, Look, Page, paginate
from booster.window.theme import (
    Colour,
    Size,
)
from booster.window.transition import Transition
from booster.window.widgets.base import Widget

UNLIMITED = 10**6


class _Inside(NamedTuple):
    """The words of a button laid out: the text, the note under it, and where they start."""

    text: Page
    note: Page | None
    left: int

    @property
    def height(self) -> int:
        return self.text.height + (self.note.height if self.note else 0)

    @property
    def width(self) -> int:
        pages = (self.text, self.note) if self.note else (self.text,)
        return max(line.width for page in pages for _, line in page.lines)


class Button(Widget):
    """Something to press. A locked or disabled one can be focused, so that its reason is read."""

    focusable = True

    def __init__(
        self,
        text: str,
        on_press: Callable[[], Transition],
        *,
        primary: bool = False,
        number: int | None = None,
        icon_name: str | None = None,
        note: str = "",
        locked: str | None = None,
        enabled: bool = True,
        size: int = Size.BODY,
        name: str | None = None,
    ) -> None:
        """Show `text`, and `note` in smaller words below it.

        `number` (1-9) shows in a disc, and its key presses the button. `locked` is the reason why it cannot
        be pressed, shown in the place of the note; the number stays. `name` is for a button without words.
        """
        super().__init__(name or text)
        self.text = text
        self.on_press = on_press
        self.primary = primary
        self.number = number
        self.icon_name = icon_name
        self.note = note
        self.locked = locked
        self.enabled = enabled
        self.size = size
        self._inside: _Inside

    @property
    def available(self) -> bool:
        """Whether pressing it does anything."""
        return self.enabled and self.locked is None

    def _padding(self, look: Look) -> int:
        return look.px(28 if self.text else 14)

    def _sign_size(self, look: Look) -> int:
        return max(look.px(44), look.line_height(self.size)) if self._has_sign else 0

    @property
    def _has_sign(self) -> bool:
        return self.number is not None or self.icon_name is not None or self.locked is not None

    def _lock_size(self, look: Look) -> int:
        """The lock at the right: beside a number it does not take the number's place."""
        return look.px(40) if self.locked is not None and self.number is not None else 0

    def _lock_room(self, look: Look) -> int:
        lock = self._lock_size(look)
        return lock + look.px(18) if lock else 0

    def _lay(self, look: Look, width: int, shrink: float = 1.0) -> _Inside:
        sign = self._sign_size(look)
        left = self._padding(look) + (sign + look.px(18) if sign and self.text else sign)
        room = max(1, width - left - self._lock_room(look) - self._padding(look))
        px = max(1, round(look.text(self.size) * shrink))
        text = paginate(look.fonts, (self.text,), px, (room, UNLIMITED), 0, bold=True)[0]
        small = max(1, round(look.text(min(Size.LABEL, self.size)) * shrink))
        words = self.locked or self.note
        note = paginate(look.fonts, (words,), small, (room, UNLIMITED), 0)[0] if words else None
        return _Inside(text, note, left)

    def height(self, look: Look, width: int) -> int:
        """Height at the full font size; never below 72 design pixels."""
        return max(look.px(72), self._lay(look, width).height + 2 * look.px(16))

    def width(self, look: Look) -> int:
        """Width at which nothing wraps."""
        inside = self._lay(look, UNLIMITED)
        return max(look.px(72), inside.left + inside.width + self._lock_room(look) + self._padding(look))

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Wrap the words for this rectangle, and shrink them where they would not fit."""
        super().place(look, rect)
        for percent in range(100, 20, -4):
            self._inside = self._lay(look, rect.width, percent / 100)
            if self._inside.height <= rect.height - 2 * look.px(4):
                break

    def press(self, pos: tuple[int, int] | None = None) -> Transition:
        """Do what the button is for."""
        return self.on_press() if self.available else None

    def _ground(self) -> tuple[Colour, Colour, Colour]:
        """Fill, border, words."""
        theme = self.look.theme
        if not self.available:
            return theme.locked, theme.outline if self.focused else theme.line, theme.muted
        if self.primary:
            fill = theme.accent_hover if self.hovered and not self.held else theme.accent
            return fill, theme.outline, theme.ink
        if self.held:
            return theme.accent, theme.ink, theme.ink
        if self.focused:
            return theme.accent_pale, theme.outline, theme.ink
        return (
            (theme.paper, theme.ink, theme.ink) if self.hovered else (theme.white, theme.outline, theme.ink)
        )

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the button."""
        look, radius = self.look, self.look.px(18)
        fill, border, words = self._ground()
        if self.focused:
            focus_ring(surface, look, self.rect, radius)
        panel(surface, self.rect, fill, border, radius, look.px(3 if self.held else 2))
        self._draw_sign(surface, words)
        inside = self._inside
        top = self.rect.top + (self.rect.height - inside.height) // 2
        left = self.rect.left + inside.left
        align: Align = "left" if self._has_sign else "centre"
        inside.text.draw(surface, look, (left, top), words, align)
        if inside.note:
            said = look.theme.ink if self.focused and self.locked is not None else look.theme.muted
            inside.note.draw(surface, look, (left, top + inside.text.height), said, align)

    def _draw_sign(self, surface: pygame.Surface, colour: Colour) -> None:
        look, size = self.look, self._sign_size(self.look)
        if not size:
            return
        left = self.rect.left + self._padding(look) if self.text else self.rect.centerx - size // 2
        centre = (left + size // 2, self.rect.centery)
        if self.number is None:
            name = "lock" if self.locked is not None else self.icon_name or ""
            sign = icon(name, round(size * 0.8), colour)
            surface.blit(sign, sign.get_rect(center=centre))
            return
        disc(surface, look, centre, size, look.theme.ink if self.available else colour, str(self.number))
        if self.locked is not None:
            lock = icon("lock", self._lock_size(look), colour)
            surface.blit(lock, lock.get_rect(midright=(self.rect.right - self._padding(look), centre[1])))
