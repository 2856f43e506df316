"""Help: what can be done on the screen below, in a few sentences (F1)."""

import pygame

from booster.window.paint import panel
from booster.window.screens.side_page import SidePage
from booster.window.screens.table import Table
from booster.window.text import Look
from booster.window.theme import LINE, WHITE, Size
from booster.window.widgets import Button, TextBox


class Help(SidePage):
    """The sentences of the screen below, then the keys of every screen."""

    def __init__(self, table: Table, sentences: tuple[str, ...]) -> None:
        """Show these sentences."""
        super().__init__(table, table.tr("Help"), table.tr("What you can do here"))
        tr = self.tr
        keys = (
            tr("Keys: Tab and the arrows move, Enter presses, a number chooses; so do mouse and finger."),
            tr("U takes the last step back, R does it again: the same die falls and the same card comes."),
            tr("Ctrl with + and − changes the size of the text; F11 fills the screen."),
            tr("Everything is saved as you play: Esc leaves, and the game goes on from the title."),
        )
        self._text = TextBox((*sentences, *keys), Size.CARD_BODY, floor=Size.BODY)
        self._back = Button(tr("Back to the game"), self.back, primary=True)
        self._card = pygame.Rect(0, 0, 0, 0)
        self.fill(self._text, self._back, focus=self._back)

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """A card to read, the way back below it."""
        self._card, button = card_and_button(look, box, self._back)
        self._text.place(look, self._card.inflate(-2 * look.px(44), -2 * look.px(36)))
        self._back.place(look, button)

    def paint(self, surface: pygame.Surface) -> None:
        """Draw the white card."""
        panel(surface, self._card, WHITE, LINE, self.look.px(24), self.look.px(2))


def card_and_button(look: Look, box: pygame.Rect, button: Button) -> tuple[pygame.Rect, pygame.Rect]:
    """Return the place of a card that fills `box`, and of a button at its bottom right."""
    width = min(box.width, max(look.px(420), button.width(look)))
    height = min(button.height(look, width), box.height // 4)
    place = pygame.Rect(box.right - width, box.bottom - height, width, height)
    return pygame.Rect(box.left, box.top, box.width, box.height - height - look.px(24)), place
