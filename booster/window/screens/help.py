"""Help: what can be done on the screen below, in a few sentences (F1)."""

import pygame

from booster.language import Translator
from booster.window.paint import sheet
from booster.window.screens.titled_page import TitledPage
from booster.window.text import Look
from booster.window.transition import Pop
from booster.window.widgets import Button, TextBox


class Help(TitledPage):
    """The sentences of the screen below, then the keys of every screen."""

    def __init__(self, tr: Translator, sentences: tuple[str, ...]) -> None:
        """Show these sentences."""
        super().__init__(tr, tr("Help"), tr("What you can do here"))
        keys = (
            tr("Keys: Tab and the arrows move, Enter presses, a number chooses; so do mouse and finger."),
            tr("Ctrl with + and − changes the size of the text; F11 fills the screen; Esc goes back."),
            tr(
                "With a presenter’s clicker: forward presses what is marked, back moves the mark or turns a"
                " page back, the black key hides the picture, start and end fill the screen and leave it."
            ),
        )
        self._text = TextBox((*sentences, *keys))
        self._done = Button(tr("Go on"), Pop, primary=True)
        self._card = pygame.Rect(0, 0, 0, 0)
        self.show(self._text, self._done, focus=self._done)

    def layout(self, look: Look) -> None:
        """A sheet to read, the way back below it."""
        super().layout(look)
        self._card, button = card_and_button(look, self.body, self._done)
        self._text.place(look, self._card.inflate(-2 * look.px(44), -2 * look.px(36)))
        self._done.place(look, button)

    def draw_ground(self, surface: pygame.Surface) -> None:
        """Draw the sheet."""
        sheet(surface, self.look, self._card)


def card_and_button(look: Look, box: pygame.Rect, button: Button) -> tuple[pygame.Rect, pygame.Rect]:
    """Return the place of a card that fills `box`, and of a button at its bottom right."""
    width = min(box.width, max(look.px(420), button.width(look)))
    height = min(button.height(look, width), box.height // 4)
    place = pygame.Rect(box.right - width, box.bottom - height, width, height)
    return pygame.Rect(box.left, box.top, box.width, box.height - height - look.px(24)), place
