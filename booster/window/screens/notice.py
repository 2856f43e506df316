"""`Notice`: a message in plain words, and what can be done about it."""

import pygame

from booster.language import Translator
from booster.window.paint import sheet
from booster.window.screens.titled_page import TitledPage
from booster.window.text import Look
from booster.window.widgets import Button, Row, TextBox


class Notice(TitledPage):
    """A message on a card, with its buttons below: the first one is what to do now."""

    def __init__(self, tr: Translator, title: str, sentences: tuple[str, ...], *buttons: Button) -> None:
        """Show `sentences` under `title`. “Back” and Esc leave for the screen below."""
        super().__init__(tr, title)
        self.message = TextBox(sentences)
        self.buttons = Row(buttons, [1] * len(buttons))
        self.card = pygame.Rect(0, 0, 0, 0)
        self.show(self.message, self.buttons, focus=next(iter(buttons), None))

    def layout(self, look: Look) -> None:
        """Place a card as high as the message, with the buttons under it."""
        super().layout(look)
        width = min(self.body.width, look.px(1400))
        left, pad = self.body.centerx - width // 2, look.px(48)
        buttons = self.buttons.height(look, width) if self.buttons.widgets else 0
        most = self.body.height - buttons - look.px(40)
        words = self.message.height(look, width - 2 * pad) + 2 * pad
        self.card = pygame.Rect(left, self.body.top, width, min(most, words))
        spare = self.body.bottom - self.card.bottom - look.px(40) - buttons
        self.card.top += spare // 3
        self.message.place(look, self.card.inflate(-2 * pad, -2 * pad))
        self.buttons.place(look, pygame.Rect(left, self.card.bottom + look.px(40), width, buttons))

    def draw_ground(self, surface: pygame.Surface) -> None:
        """Draw the card."""
        sheet(surface, self.look, self.card)
