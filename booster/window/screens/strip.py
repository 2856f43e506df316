"""`Strip`: the panel of the board that says what happened: the die, the words, the choice of a card."""

import pygame

from booster.decks.model import Kind
from booster.window.art import BACK, fitted
from booster.window.paint import panel
from booster.window.screens.die import draw_falling_die
from booster.window.screens.play_screen import GAP
from booster.window.text import Look, Words
from booster.window.theme import Size
from booster.window.widgets import Button, Label, Widget

LINES = 3  # its height is that of so many lines, whatever it says: the board stays where it is
MOST_HIGH = 16  # percent of the window
BESIDE_BACK = 24  # design pixels
MOST_CARDS = 56  # percent of the strip: where backs would need more, the buttons stand alone


class Strip:
    """Words with the die at their left; at their right a card's back, or the buttons that draw one."""

    def __init__(
        self,
        words: Words,
        die: int | None,
        lying: tuple[Kind, ...],
        choices: tuple[tuple[Kind, Button], ...],
    ) -> None:
        """Say `words`; show a die that fell, cards that are `lying` there, the kinds to choose from."""
        self.words = Label(words, Size.BODY)
        self.die = die
        self.lying = lying
        self.choices = choices
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.die_rect = pygame.Rect(0, 0, 0, 0)
        self._backs: tuple[tuple[Kind, pygame.Rect], ...] = ()
        self.look: Look

    @property
    def widgets(self) -> tuple[Widget, ...]:
        """What can be pressed, then the words."""
        return (*(button for _, button in self.choices), self.words)

    def height(self, look: Look) -> int:
        """Height of the strip."""
        return max(
            look.px(112),
            min(LINES * look.line_height(Size.BODY), look.height * MOST_HIGH // 100) + look.px(26),
        )

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the die at the left, the cards at the right, the words between them."""
        self.look, self.rect = look, rect
        inner = rect.inflate(-2 * look.px(20), -2 * look.px(12))
        left, right = inner.left, inner.right
        self.die_rect = pygame.Rect(left, inner.top, 0, 0)
        if self.die is not None:
            side = min(inner.height, look.px(104))
            self.die_rect = pygame.Rect(left, inner.centery - side // 2, side, side)
            left += side + look.px(20)
        right = self._place_cards(look, inner, right)
        width = max(1, right - left)
        high = min(inner.height, self.words.height(look, width))
        self.words.place(look, pygame.Rect(left, inner.centery - high // 2, width, high))

    def _place_cards(self, look: Look, inner: pygame.Rect, right: int) -> int:
        """Place the backs and the buttons from the right; return where they begin."""
        backs = []
        wide = inner.height * BACK[0] // BACK[1]
        for kind in self.lying:
            backs.append((kind, pygame.Rect(right - wide, inner.top, wide, inner.height)))
            right -= wide + look.px(14)
        widths = [min(button.width(look), inner.width // 4) for _, button in self.choices]
        with_backs = (
            sum(widths) + len(widths) * (wide + look.px(BESIDE_BACK + GAP)) <= inner.width * MOST_CARDS // 100
        )
        for (kind, button), width in zip(reversed(self.choices), reversed(widths), strict=True):
            high = min(inner.height, button.height(look, width))
            right -= width
            button.place(look, pygame.Rect(right, inner.centery - high // 2, width, high))
            if with_backs:
                right -= wide + look.px(BESIDE_BACK)
                backs.append((kind, pygame.Rect(right, inner.top, wide, inner.height)))
            right -= look.px(GAP)
        self._backs = tuple(backs)
        return right

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the strip and the cards on it; the words and buttons are widgets, the die moves."""
        look, theme = self.look, self.look.theme
        fill, edge = (theme.accent_pale, theme.accent) if self.choices else (theme.white, theme.line)
        panel(surface, self.rect, fill, edge, look.px(20), look.px(4 if self.choices else 2))
        for kind, rect in self._backs:
            surface.blit(fitted(f"cards/back-{kind}", rect.size), rect)

    def draw_die(self, surface: pygame.Surface, height: int, share: float) -> list[pygame.Rect]:
        """Draw the die when a share of its fall, from `height`, is done; return where."""
        if self.die is None:
            return []
        begin = (self.die_rect.centerx + 4 * self.die_rect.width, height)
        return [draw_falling_die(surface, self.look, self.die_rect, self.die, (begin, share))]
