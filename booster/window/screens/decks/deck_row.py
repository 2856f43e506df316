"""A deck in the list of decks: switched on or off, opened, taken off the list."""

from collections.abc import Callable

import pygame

from booster.language import Translator
from booster.paths import cards_folder
from booster.window.paint import sheet
from booster.window.screens.decks.shelf import FoundDeck
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Transition
from booster.window.widgets import Button, CheckBox, Label, Row, Widget


class DeckRow(Widget):
    """A sheet with a deck's title, what can be done with it, and what is in it or wrong with it."""

    def __init__(
        self,
        found: FoundDeck,
        tr: Translator,
        *,
        on: bool,
        switch: Callable[[bool], Transition],
        open_it: Callable[[], Transition],
        remove: Callable[[], Transition] | None,
    ) -> None:
        """`switch` is told whether it is to be played with; one with errors cannot be."""
        self.found = found
        title = found.title(tr)
        super().__init__(tr("Deck “{title}”", title=title))
        self.box = CheckBox(title, on, lambda: switch(self.box.checked))
        self.box.label.bold = True
        head = self.box if found.deck else Label(title, bold=True)
        look = tr("Look at the cards") if found.deck else tr("See what is wrong")
        buttons = [Button(look, open_it, name=tr("Open {title}", title=title))]
        if remove:
            buttons.append(Button(tr("Take off the list"), remove, name=tr("Remove {title}", title=title)))
        self.head = Row((head, *buttons), (1, *(0 for _ in buttons)))
        words = found.summary(tr) if found.deck else _why_not(found, tr)
        shipped = found.folder.is_relative_to(cards_folder().resolve())
        where = tr("Comes with the program.") if shipped else found.folder
        self.words = Label(f"{words}\n{where}", Size.LABEL, colour="muted" if found.deck else "fault")

    def children(self) -> tuple[Widget, ...]:
        """The head and the words."""
        return (self.head, self.words)

    def _inner(self, look: Look, width: int) -> int:
        return max(1, width - 2 * look.px(28))

    def height(self, look: Look, width: int) -> int:
        """Height of the head, the words and the edges."""
        inner = self._inner(look, width)
        words = self.words.height(look, inner)
        return self.head.height(look, inner) + words + look.px(12) + 2 * look.px(20)

    def width(self, look: Look) -> int:
        """Width at which the head does not wrap."""
        return self.head.width(look) + 2 * look.px(28)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the head, and below it the words."""
        super().place(look, rect)
        inner = rect.inflate(-2 * look.px(28), -2 * look.px(20))
        high = self.head.height(look, inner.width)
        self.head.place(look, pygame.Rect(inner.left, inner.top, inner.width, high))
        top = inner.top + high + look.px(12)
        self.words.place(look, pygame.Rect(inner.left, top, inner.width, inner.bottom - top))

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the sheet and what is on it."""
        sheet(surface, self.look, self.rect)
        self.words.draw(surface)
        self.head.draw(surface)


def _why_not(found: FoundDeck, tr: Translator) -> str:
    return "\n".join((tr("It cannot be played yet."), found.fault(tr)))
