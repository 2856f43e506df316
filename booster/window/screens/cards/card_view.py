"""`CardView`: a card on the screen. With more than a page of words it takes the focus and turns pages."""

from collections.abc import Sequence

import pygame

from booster.card_face import CardLayout, Face, draw_card, lay_out_card, page_mark
from booster.window.paint import focus_ring
from booster.window.text import Look
from booster.window.widgets.paged import PagedWidget


class CardView(PagedWidget):
    """One card in a rectangle."""

    def __init__(self, face: Face, arrows: bool = True) -> None:
        """Show this card from its first page; `arrows` beside its number say that there are others."""
        super().__init__(face.text)
        self.face = face
        self.arrows = arrows
        self.covered: pygame.Rect | None = None  # where another widget lies on the card
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
        self.keep_page()

    @property
    def sheets(self) -> Sequence[object]:
        """The pages of the card."""
        return self.card.pages

    @property
    def mark(self) -> pygame.Rect:
        """The place of the number of the page, where no words of the card are."""
        return page_mark(self.look, self.rect)

    def hit(self, pos: tuple[int, int]) -> bool:
        """Tell whether a point is on the card, and nothing lies over it there."""
        return super().hit(pos) and not (self.covered and self.covered.collidepoint(pos))

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the page at hand."""
        if self.focused:
            focus_ring(surface, self.look, self.rect, self.look.px(24))
        draw_card(surface, self.look, self.card, self.rect.topleft, self.page, self.arrows)
