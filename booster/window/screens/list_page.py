"""`ListPage`: things to choose from, one below the other, under the words that say where their files are."""

from collections.abc import Sequence

import pygame

from booster.language import Translator
from booster.window.screens.paging import pages
from booster.window.screens.titled_page import TitledPage
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Transition
from booster.window.widgets import Button, Label, ScrollArea, Widget


class ListPage(TitledPage):
    """A title, one line about the place, and a list that scrolls."""

    def __init__(self, tr: Translator, title: str, place: str, widgets: Sequence[Widget]) -> None:
        """Show `widgets`; the focus is on the first button that can be pressed."""
        super().__init__(tr, title)
        self.place = Label(place, Size.LABEL, colour="muted")
        self.list = ScrollArea(title, widgets)
        able = (widget for widget in widgets if isinstance(widget, Button) and widget.available)
        self.show(self.place, self.list, focus=next(able, None))

    def on_event(self, event: pygame.Event) -> Transition:
        """Page Up and Page Down move through the list."""
        return None if pages(self, self.list, event) else super().on_event(event)

    def layout(self, look: Look) -> None:
        """Let the list fill the page below the words."""
        super().layout(look)
        high = self.place.height(look, self.body.width)
        self.place.place(look, pygame.Rect(self.body.topleft, (self.body.width, high)))
        top = self.place.rect.bottom + look.px(16)
        self.list.place(look, pygame.Rect(self.body.left, top, self.body.width, self.body.bottom - top))
