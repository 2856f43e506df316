"""`Notice`: a message in plain words, and what can be done about it."""

import pygame

from booster.language import Translator
from booster.window.paint import sheet
from booster.window.screens.titled_page import TitledPage
from booster.window.text import Look
from booster.window.widgets import Button, Row, TextBox, Widget


class Notice(TitledPage):
    """A message on a card, with its buttons below: the first one is what to do now."""

    def __init__(
        self,
        tr: Translator,
        title: str,
        sentences: tuple[str, ...],
        *buttons: Button,
        asked: Widget | None = None,
    ) -> None:
        """Show `sentences` under `title`, and `asked`, if there is something to fill in, above the buttons.

        “Back” and Esc leave for the screen below.
        """
        super().__init__(tr, title)
        self.message = TextBox(sentences)
        rows = asked, Row(buttons, [1] * len(buttons)) if buttons else None
        self.rows: tuple[Widget, ...] = tuple(row for row in rows if row is not None)
        self.card = pygame.Rect(0, 0, 0, 0)
        self.show(self.message, *self.rows, focus=next(iter(buttons), None))

    def layout(self, look: Look) -> None:
        """Place a card as high as the message, with the buttons under it."""
        super().layout(look)
        width = min(self.body.width, look.px(1400))
        left, pad, gap = self.body.centerx - width // 2, look.px(48), look.px(40)
        heights = [row.height(look, width) for row in self.rows]
        most = self.body.height - sum(gap + height for height in heights)
        words = self.message.height(look, width - 2 * pad) + 2 * pad
        self.card = pygame.Rect(left, self.body.top, width, min(most, words))
        self.card.top += (most - self.card.height) // 3
        self.message.place(look, self.card.inflate(-2 * pad, -2 * pad))
        top = self.card.bottom
        for row, height in zip(self.rows, heights, strict=True):
            row.place(look, pygame.Rect(left, top + gap, width, height))
            top += gap + height

    def draw_ground(self, surface: pygame.Surface) -> None:
        """Draw the card."""
        sheet(surface, self.look, self.card)
