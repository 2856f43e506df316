"""`BoughtCards`: the experience cards that a team received, as tiles with their titles; more turn pages."""

from collections.abc import Sequence
from typing import NamedTuple

import pygame

from booster.decks.model import Pillar
from booster.window.icons import icon
from booster.window.paint import disc, focus_frame, panel, rounded
from booster.window.screens.game.drawing import ground_of, write
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.widgets.paged import PagedWidget

WIDE, HIGHEST = 335, 104  # design pixels: a tile is as wide at least, and no higher
GAP = 14
BAND = 14


class Bought(NamedTuple):
    """A card: its title, and the pillar whose points bought it, if it was one alone."""

    title: str
    pillar: Pillar | None


class BoughtCards(PagedWidget):
    """Tiles in columns. `landed` of them are drawn; a screen on which they land counts them up."""

    def __init__(self, cards: Sequence[Bought]) -> None:
        """Show these cards in their order."""
        super().__init__("\n".join(card.title for card in cards))
        self.cards = tuple(cards)
        self.landed = len(self.cards)
        self._pages: tuple[tuple[int, ...], ...] = ((),)
        self._tiles: tuple[pygame.Rect, ...] = ()

    @property
    def sheets(self) -> Sequence[object]:
        """The numbers of the cards on each page."""
        return self._pages

    def height(self, look: Look, width: int) -> int:
        """Height of all tiles on one page."""
        rows = -(-len(self.cards) // self._most_columns(look, width))
        return rows * (self._least(look) + look.px(GAP))

    def width(self, look: Look) -> int:
        """Width of two columns."""
        return 2 * look.text(WIDE)

    def _most_columns(self, look: Look, width: int) -> int:
        return max(1, (width + look.px(GAP)) // (look.text(WIDE) + look.px(GAP)))

    def _least(self, look: Look) -> int:
        """A tile holds two lines."""
        return 2 * look.line_height(Size.LABEL) + look.px(8)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Share the tiles out on columns, and on pages where they must."""
        super().place(look, rect)
        gap, least, most_columns = look.px(GAP), self._least(look), self._most_columns(look, rect.width)
        rows = max(1, (rect.height + gap) // (least + gap))
        columns = min(most_columns, -(-len(self.cards) // rows) or 1)
        if rows * columns < len(self.cards):
            rows = max(1, (rect.height - self._footer(look) + gap) // (least + gap))
        count, most = len(self.cards), rows * columns
        firsts = range(0, max(1, count), most)
        self._pages = tuple(tuple(range(first, min(first + most, count))) for first in firsts)
        used = min(rows, -(-len(self.cards) // columns)) or 1
        room = rect.height - (self._footer(look) if len(self._pages) > 1 else 0)
        high = max(1, min(look.text(HIGHEST), (room + gap) // used - gap))
        wide = (rect.width - gap * (columns - 1)) // columns
        self._tiles = tuple(
            pygame.Rect(
                rect.left + (place // used) * (wide + gap),
                rect.top + (place % used) * (high + gap),
                wide,
                high,
            )
            for place in range(used * columns)
        )
        self.keep_page()

    def _footer(self, look: Look) -> int:
        return look.line_height(Size.LABEL) + look.px(8)

    def tile(self, number: int) -> pygame.Rect:
        """Where a card is on its page."""
        return self._tiles[number % len(self._tiles)]

    def is_shown(self, number: int) -> bool:
        """Whether a card is on the page at hand."""
        return number in self._pages[self.page]

    # --- picture

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the tiles of the page at hand, and which page it is."""
        if self.focused:
            focus_frame(surface, self.look, self.rect)
        for number in self._pages[self.page]:
            if number < self.landed:
                self.draw_tile(surface, number)
        if len(self._pages) > 1:
            self._draw_footer(surface)

    def draw_tile(self, surface: pygame.Surface, number: int) -> pygame.Rect:
        """Draw one card; return where."""
        look, card, rect = self.look, self.cards[number], self.tile(number)
        experience = look.theme.kinds["experience"]
        ground, sign_colour = (
            ground_of(look, card.pillar) if card.pillar else (experience.deep, look.theme.white)
        )
        sign_name = look.theme.pillars[card.pillar].icon if card.pillar else experience.icon
        radius, band = look.px(14), look.px(BAND)
        rounded(surface, rect, ground, radius)
        inside = pygame.Rect(rect.left + band, rect.top, rect.width - band, rect.height)
        panel(surface, inside, look.theme.white, ground, radius, look.px(2))
        side = min(inside.height * 6 // 10, look.text(44))
        middle = (inside.left + look.px(12) + side // 2, inside.centery)
        disc(surface, look, middle, side, ground)
        sign = icon(sign_name, side * 6 // 10, sign_colour)
        surface.blit(sign, sign.get_rect(center=middle))
        left = middle[0] + side // 2 + look.px(14)
        words = pygame.Rect(left, inside.top + look.px(2), inside.right - look.px(10) - left, 0)
        words.height = inside.height - look.px(4)
        write(surface, look, card.title, words)
        return rect

    def _draw_footer(self, surface: pygame.Surface) -> None:
        look = self.look
        words = f"{self.page + 1} / {len(self._pages)}"
        count = look.fonts.render(words, look.text(Size.LABEL), look.theme.muted)
        where = count.get_rect(midbottom=self.rect.midbottom)
        surface.blit(count, where)
        for side, name, page in ((-1, "arrow-left", self.page - 1), (1, "arrow-right", self.page + 1)):
            if 0 <= page < len(self._pages):
                sign = icon(name, look.text(28), look.theme.ink)
                surface.blit(
                    sign, sign.get_rect(center=(where.centerx + side * look.text(70), where.centery))
                )
