"""`CardScreen`: a screen with a card that turns from its back to its face, and is read to its last page."""

import math
from typing import Self

import pygame

from booster.window.art import fitted
from booster.window.motion import Clock, smooth
from booster.window.screens.cards.card_view import CardView
from booster.window.screens.game.moving import MovingScreen
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.transition import Transition
from booster.window.widgets import Button, Widget
from booster.window.widgets.base import is_command
from booster.window.widgets.paged import TURNS

TURN_MS = 640
PRESSES = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE, pygame.K_PAGEDOWN)


class CardScreen(MovingScreen):
    """A card, and the answers to it. With a note, which says what was taken back, the card lies open.

    The keys that page turn the card wherever the focus is; at either end they do what they do elsewhere: a
    clicker goes to the last page, then to the answers. Until that page was shown, what to do is to read on.
    """

    def __init__(self, table: Table, note: str = "", team: int | None = None) -> None:
        """Turn the card over, unless there is a note."""
        super().__init__(table, note, team)
        self.clock = Clock(0 if note else TURN_MS)
        self.read = False  # whether the last page was shown
        self._read_on = Button("", self._turn_on, primary=True, icon_name="arrow-right")
        self._face: CardView
        self._answers: tuple[Widget, ...] = ()
        self._first: Button | None = None
        self._shows_read_on = False

    # --- for each screen to say

    def deal(self, face: CardView, answers: tuple[Widget, ...], first: Button | None) -> None:
        """Show the card and its answers; `first` is what is to be done once it was read.

        Without `first` nothing is marked then, and the first press marks the answer that comes first.
        """
        self._face, self._answers, self._first = face, answers, first
        self._show_answers()

    def answer_by_key(self) -> Widget | None:
        """Return the answer that the first press marks where none is marked."""
        return self._first

    def page_words(self) -> tuple[str, ...]:
        """How the pages of this card are turned, if it has several."""
        words = self.tr("Left and Right, or Page Up and Page Down, turn the pages of the card.")
        return (words,) if len(self._face.sheets) > 1 else ()

    def taken_up(self, before: "CardScreen") -> Self:
        """Return the screen at rest, with the card read as far as it was."""
        self.read, self._face.page = before.read, before._face.page
        return self.at_rest()

    # --- reading on

    def _show_answers(self) -> None:
        """Show the button that reads on while there is something to read; else nothing but the answers."""
        if self._first is not None:
            self._first.primary = not self._shows_read_on
        self.form.focus_on(None)
        more = (self._read_on,) if self._shows_read_on else ()
        self.fill(*self._answers, self._face, *more, focus=self._read_on if more else self._first)

    def _show(self, focus: Widget | None = None) -> None:
        """Mark nothing where nothing was marked."""
        unmarked = focus is None and self.form.focused is None
        super()._show(focus)
        if unmarked:
            self.form.focus_on(None)

    def _follow_page(self) -> None:
        """Let the button that reads on fit the page that is shown."""
        page, count = self._face.page + 1, len(self._face.sheets)
        self.read = self.read or page == count
        words = self.tr("Read on ({page}/{pages})", page=page, pages=count)
        self._read_on.text = self._read_on.name = words
        if self._shows_read_on == self.read:
            self._shows_read_on = not self.read
            self._show_answers()
        mark = self._face.mark
        wide = min(mark.width, self._read_on.width(self.look))
        self._read_on.place(self.look, pygame.Rect(mark.centerx - wide // 2, mark.top, wide, mark.height))
        self._face.covered = self._read_on.rect if self._shows_read_on else None

    def _turn_on(self) -> Transition:
        self._face.turn(+1)
        return None

    def layout(self, look: Look) -> None:
        """Place the button that reads on over the number of the page."""
        super().layout(look)
        self._follow_page()

    def on_event(self, event: pygame.Event) -> Transition:
        """Turn the pages of the card; where nothing is marked, let the first press mark and no more."""
        if self.clock.running:
            return super().on_event(event)
        page = self._face.page
        transition = self._answer(event)
        if self._face.page != page:
            self._follow_page()
            self.stale = True
        return transition

    def _answer(self, event: pygame.Event) -> Transition:
        if event.type == pygame.KEYDOWN and not is_command(event):
            by = TURNS.get(event.key)
            if by and self._face.turn(by):
                return None
            if event.key in PRESSES and self.form.focused is None:
                self.form.focus_on(self.answer_by_key())
                self.stale = True
                return None
        return super().on_event(event)

    # --- turning over

    def draw_moving(self, surface: pygame.Surface) -> list[pygame.Rect]:
        """Draw the card edge on, wider and wider: its back in the first half, then its face."""
        if self.still is None or not self.clock.running:
            return []
        room = self._face.rect
        surface.fill(self.look.theme.paper, room)
        turned = math.cos(math.pi * smooth(self.clock.ms / self.clock.length))
        if turned > 0:
            side = fitted(f"cards/back-{self._face.face.kind}", room.size)
        else:
            side = self.still.subsurface(room)
        wide = max(1, round(side.get_width() * abs(turned)))
        drawn = pygame.transform.scale(side, (wide, side.get_height()))
        surface.blit(drawn, drawn.get_rect(center=room.center))
        return [room]
