"""`PrintedCard`: a card as it comes out of a printer, on its paper, smaller or larger than it is."""

from collections.abc import Sequence
from dataclasses import replace

import pygame

from booster import card_sizes as sizes
from booster.card_face import CardLayout, Face, draw_card, lay_out_card
from booster.window.paint import focus_ring
from booster.window.text import Look
from booster.window.theme import DESIGN_HEIGHT, NARROWEST, Scale
from booster.window.widgets.paged import PagedWidget

EDGE = (0x7D, 0x78, 0x6C)
PAPER = (255, 255, 255)


class PrintedCard(PagedWidget):
    """One card on A6 paper. It is laid out at its own size, so that its lines break as they do in print.

    What does not fit is on a second page, which paper does not have.
    """

    def __init__(self, face: Face) -> None:
        """Show this card."""
        super().__init__(face.text)
        self.face = face
        self.card: CardLayout
        self._paper: tuple[int, pygame.Surface] | None = None

    @property
    def sheets(self) -> Sequence[object]:
        """The pages of the card: more than one where it does not fit."""
        return self.card.sheets

    def width(self, look: Look) -> int:
        """The width of the paper."""
        return look.px(sizes.PAPER[0])

    def height(self, look: Look, width: int) -> int:
        """The height of paper of this width."""
        return width * sizes.PAPER[1] // sizes.PAPER[0]

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the paper in a rectangle of its shape."""
        super().place(look, rect)
        self.card = lay_out_card(self._look_of_paper(), self.face, sizes.PRINT)
        self._paper = None
        self.keep_page()

    def _look_of_paper(self) -> Look:
        """The lettering of print: what a person has set for the screen does not change it."""
        settings = replace(self.look.settings, high_contrast=False)
        return Look(Scale(NARROWEST, DESIGN_HEIGHT), self.look.fonts, settings)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the paper with the page at hand."""
        if self.focused:
            focus_ring(surface, self.look, self.rect, 0)
        if self._paper is None or self._paper[0] != self.page:
            self._paper = self.page, self._draw_paper()
        surface.blit(self._paper[1], self.rect)

    def _draw_paper(self) -> pygame.Surface:
        paper = pygame.Surface(sizes.PAPER)
        paper.fill(PAPER)
        margin = ((sizes.PAPER[0] - sizes.PRINT[0]) // 2, (sizes.PAPER[1] - sizes.PRINT[1]) // 2)
        draw_card(paper, self._look_of_paper(), self.card, margin, self.page)
        drawn = pygame.transform.smoothscale(paper, self.rect.size)
        pygame.draw.rect(drawn, EDGE, drawn.get_rect(), max(1, self.look.px(1)))
        return drawn
