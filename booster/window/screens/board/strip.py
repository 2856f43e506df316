"""`Strip`: the bar at the bottom of the board: the die, what happened, the card, what is to be done."""

from dataclasses import dataclass

import pygame

from booster.decks.model import Kind
from booster.window.art import BACK, fitted
from booster.window.paint import panel, rounded
from booster.window.screens.board.die import draw_die, draw_falling_die
from booster.window.screens.game.play_screen import GAP
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.widgets import Button, Label, Widget

LEAST_HIGH = 124  # design pixels
MOST_HIGH = 19  # percent of the window
BUTTON_WIDE = 30  # percent of the strip: a button is no wider
BESIDE_BACK = 24  # design pixels
DIE = 100
MOST_CARDS = 56  # percent of the strip: where backs would need more, the buttons stand alone


@dataclass(frozen=True, slots=True)
class Telling:
    """What the strip says: what happened before, and under it, in bold, what is to be done or has come."""

    before: str
    now: str
    before_size: Size = Size.LABEL


@dataclass(frozen=True, slots=True)
class Die:
    """The die: the number that it shows, the faces that it has, whether it waits to be rolled."""

    number: int
    faces: range
    waits: bool = False


class Strip(Widget):
    """The die at the left, words, cards and buttons at the right. `done` is false while the die rolls."""

    def __init__(
        self,
        told: Telling,
        die: Die | None,
        now: tuple[Button, ...],
        cards: tuple[Kind, ...],
        rolling: Button,
        widest: tuple[Button, ...],
    ) -> None:
        """Show the button, or one a card; `rolling` stands in for it while the die rolls.

        A button that is alone is always as wide as the widest of `widest`, so that nothing jumps.
        """
        super().__init__(" ".join(words for words in (told.before, told.now) if words))
        self.before = Label(told.before, told.before_size, colour="muted")
        self._before_size = told.before_size
        self.words = Label(told.now, Size.BODY, bold=True)
        self.die = die
        self.buttons = now
        self.cards = cards
        self.done = True
        self._rolling = rolling
        self._widest = widest
        self.die_rect = pygame.Rect(0, 0, 0, 0)
        self._backs: tuple[tuple[Kind, pygame.Rect, Button], ...] = ()

    def children(self) -> tuple[Widget, ...]:
        """What can be pressed, then the words."""
        before = (self.before,) if self.before.name else ()
        return (*self.buttons, *before, self.words)

    def height(self, look: Look, width: int) -> int:
        """The same height whatever it says: the board stays where it is."""
        wanted = look.line_height(Size.LABEL) + 2 * look.line_height(Size.BODY) + look.px(14)
        return max(look.px(LEAST_HIGH), min(wanted, look.height * MOST_HIGH // 100))

    def width(self, look: Look) -> int:
        """It is as wide as the board."""
        return look.width

    # --- where it is

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the die at the left, the cards at the right, the words between them."""
        super().place(look, rect)
        inner = rect.inflate(-2 * look.px(20), -2 * look.px(8))
        left = inner.left
        self.die_rect = pygame.Rect(left, inner.top, 0, 0)
        if self.die is not None:
            side = min(inner.height, look.px(DIE))
            self.die_rect = pygame.Rect(left, inner.centery - side // 2, side, side)
            left += side + look.px(24)
        wide = min(inner.width * BUTTON_WIDE // 100, max(button.width(look) for button in self._widest))
        room = pygame.Rect(inner.right - wide, inner.top, wide, inner.height)
        self._rolling.place(look, room)
        if len(self.buttons) == 1:
            right = self._place_button(look, inner, room)
        else:
            right = self._place_choices(look, inner)
        self._place_words(
            look, pygame.Rect(left, inner.top, max(1, right - look.px(GAP) - left), inner.height)
        )

    def _place_button(self, look: Look, inner: pygame.Rect, room: pygame.Rect) -> int:
        """Place the one button, and the backs of the cards beside it; return where they begin."""
        self.buttons[0].place(look, room)
        right, backs = room.left, []
        for kind in self.cards:
            back = self._back(inner, right - look.px(GAP))
            backs.append((kind, back, self.buttons[0]))
            right = back.left
        self._backs = tuple(backs)
        return right

    def _place_choices(self, look: Look, inner: pygame.Rect) -> int:
        """Place a button a card with its back at its left, if there is room; return where they begin."""
        backs, right = [], inner.right
        widths = [min(button.width(look), inner.width // 4) for button in self.buttons]
        back_wide = self._back(inner, 0).width
        with_backs = sum(widths) + len(widths) * (back_wide + look.px(BESIDE_BACK + GAP)) <= (
            inner.width * MOST_CARDS // 100
        )
        for kind, button, width in reversed(tuple(zip(self.cards, self.buttons, widths, strict=True))):
            high = min(inner.height, button.height(look, width))
            right -= width
            button.place(look, pygame.Rect(right, inner.centery - high // 2, width, high))
            if with_backs:
                back = self._back(inner, right - look.px(BESIDE_BACK))
                backs.append((kind, back, button))
                right = back.left
            right -= look.px(GAP)
        self._backs = tuple(backs)
        return right + look.px(GAP)

    def _back(self, inner: pygame.Rect, right: int) -> pygame.Rect:
        wide = inner.height * BACK[0] // BACK[1]
        return pygame.Rect(right - wide, inner.top, wide, inner.height)

    def _place_words(self, look: Look, room: pygame.Rect) -> None:
        high, before = self.words.height(look, room.width), 0
        for size in (self._before_size, Size.LABEL) if self.before.name else ():
            self.before.size = size
            before = self.before.height(look, room.width)
            if before + high <= room.height:
                break
        if before + high > room.height:
            least = room.height // 2 if before else room.height
            high = min(high, max(least, room.height - before))
            before = min(before, room.height - high)
        top = room.centery - (before + high) // 2
        self.before.place(look, pygame.Rect(room.left, top, room.width, max(1, before)))
        self.words.place(look, pygame.Rect(room.left, top + before, room.width, high))

    def aim(self, pos: tuple[int, int]) -> tuple[int, int]:
        """Return where a click goes: one on the die or on a card is one on its button."""
        for _, rect, button in self._backs:
            if rect.collidepoint(pos):
                return button.rect.center
        if self.die is not None and self.die.waits and self.die_rect.collidepoint(pos):
            return self.buttons[0].rect.center
        return pos

    # --- picture

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the strip: all of it, or while the die rolls only what was there before."""
        look, theme, chosen = self.look, self.look.theme, len(self.buttons) > 1
        fill, edge = (theme.accent_pale, theme.accent) if chosen else (theme.white, theme.line)
        panel(surface, self.rect, fill, edge, look.px(20), look.px(4 if chosen else 2))
        if not self.done:
            self._rolling.draw(surface)
            return
        if self.die is not None and self.die.waits:
            halo = self.die_rect.inflate(look.px(12), look.px(12))
            rounded(surface, halo, theme.accent, self.die_rect.width // 4)
            draw_die(surface, look, self.die_rect, self.die.number)
        for kind, rect, _ in self._backs:
            surface.blit(fitted(f"cards/back-{kind}", rect.size), rect)
        for child in sorted(self.children(), key=Widget.has_focus):
            child.draw(surface)

    def draw_die(self, surface: pygame.Surface, height: int, share: float) -> list[pygame.Rect]:
        """Draw the die that was rolled when a share of its fall, from `height`, is done; return where."""
        if self.die is None or self.die.waits:
            return []
        begin = (self.die_rect.centerx + 4 * self.die_rect.width, height)
        die, fall = self.die, (begin, share)
        return [draw_falling_die(surface, self.look, self.die_rect, die.number, die.faces, fall)]

    def draw_before(self, surface: pygame.Surface) -> list[pygame.Rect]:
        """Draw the words on what the die did, while the rest is still to come; return where."""
        self.before.draw(surface)
        return [self.before.rect]
