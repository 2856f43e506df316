"""What turns pages: a widget with more than one page takes the focus and answers the keys that page."""

from collections.abc import Sequence

import pygame

from booster.window.transition import Transition
from booster.window.widgets.base import UNUSED, Answer, Widget

TURNS = {pygame.K_RIGHT: 1, pygame.K_PAGEDOWN: 1, pygame.K_LEFT: -1, pygame.K_PAGEUP: -1}


class PagedWidget(Widget):
    """A widget that shows one of its pages; `sheets` says how many there are."""

    def __init__(self, name: str) -> None:
        """Start at the first page."""
        super().__init__(name)
        self.page = 0

    @property
    def sheets(self) -> Sequence[object]:
        """All the pages, in their order."""
        raise NotImplementedError

    def keep_page(self) -> None:
        """After a new layout, stay on a page that is there; one page alone needs no focus."""
        self.page = min(self.page, len(self.sheets) - 1)
        self.focusable = len(self.sheets) > 1

    def turn(self, by: int) -> bool:
        """Turn pages; tell whether there was one to turn to."""
        page = max(0, min(self.page + by, len(self.sheets) - 1))
        turned = page != self.page
        self.page = page
        return turned

    def press(self, pos: tuple[int, int] | None = None) -> Transition:
        """Turn to the next page, or back with a click on the left half; after the last comes the first."""
        if pos is not None and pos[0] < self.rect.centerx:
            self.turn(-1)
        elif not self.turn(+1):
            self.page = 0
        return None

    def on_key(self, event: pygame.Event) -> Answer:
        """Turn pages by the keys that page; at either end the key is left to the form."""
        if event.type != pygame.KEYDOWN:
            return UNUSED
        by = TURNS.get(event.key)
        return None if by and self.turn(by) else UNUSED
