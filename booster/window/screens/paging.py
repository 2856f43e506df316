"""The keys that page in what is taller than its place: in the log, the help, and the lists."""

from collections.abc import Mapping
from types import MappingProxyType

import pygame

from booster.window.screen import Screen
from booster.window.widgets import ScrollArea

PAGE_KEYS = MappingProxyType({pygame.K_PAGEDOWN: 1, pygame.K_PAGEUP: -1})


def pages(screen: Screen, area: ScrollArea, event: pygame.Event, keys: Mapping[int, int] = PAGE_KEYS) -> bool:
    """Scroll an area by a key that pages; tell whether it moved.

    At either end such a key does what it does everywhere, as a presenter's clicker needs: forward presses
    what is marked, back moves the mark. So the mark stays in sight: what scrolls away hands it on.
    """
    by = keys.get(event.key) if event.type == pygame.KEYDOWN else None
    if not by or not area.turn(by):
        return False
    screen.stale = True
    focused, seen = screen.form.focused, area.in_sight()
    if focused in tuple(area.leaves()) and focused not in seen:
        outside = (leaf for leaf in screen.form.leaves() if leaf.focusable and leaf.clip is None)
        screen.form.focus_on(next(iter(seen), None) or next(outside, None))
    return True
