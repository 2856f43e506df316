"""`CardView`: a card on the screen. With more than a page of words it takes the focus and turns pages."""

import pygame

from booster.card_face import CardLayout, Face, draw_card, lay_out_card
from booster.window.paint import focus_ring
from booster.window.text import Look
from booster.window.transition import Transition
from booster.window.widgets import UNUSED, Answer, Widget

_TURNS = {pygame.K_RIGHT: 1, pygame.K_PAGEDOWN: 1, pygame.K_LEFT: -1, pygame.K_PAGEUP: -1}


class CardView(Widget):
    """One card in a rectangle."""

    def __init__(self, face: Face) -> None:
        """Show this card from its first page."""
        super().__init__(face.text)
        self.face = face
        self.page = 0
        self.card: CardLayout

    def show(self, face: Face) -> None:
        """Show another card in the same place."""
        self.face, self.name, self.page = face, face.text, 0
        self.place(self.look, self.rect)

    def width(self, look: Look) -> int:
        """A width at which a card reads well."""
        return look.px(800)

    def height(self, look: Look, width: int) -> int:
        """A height at which most cards take one page."""
        return look.px(840)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Lay the card out for this rectangle."""
        super().place(look, rect)
        self.card = lay_out_card(look, self.face, rect.size)
        self.page = min(self.page, len(self.card.pages) - 1)
        self.focusable = len(self.card.pages) > 1

    def turn(self, by: int) -> bool:
        """Turn pages; tell whether there was one to turn to."""
        page = max(0, min(self.page + by, len(self.card.pages) - 1))
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
        by = _TURNS.get(event.key)
        return None if by and self.turn(by) else UNUSED

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the page at hand."""
        if self.focused:
            focus_ring(surface, self.look, self.rect, self.look.px(24))
        draw_card(surface, self.look, self.card, self.rect.topleft, self.page)
