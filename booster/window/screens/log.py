"""The log: all that has happened, a sentence an event, a paragraph a turn, the latest first."""

import pygame

from booster.engine.events import Event, TurnStarted
from booster.window.paint import panel
from booster.window.screens.help import card_and_button
from booster.window.screens.side_page import SidePage
from booster.window.screens.table import Table
from booster.window.text import Look, Run, Words
from booster.window.theme import LINE, WHITE, Size
from booster.window.transition import Transition
from booster.window.widgets import Button, TextBox


class Log(SidePage):
    """Every event that was not taken back; Left and Right turn the pages."""

    def __init__(self, table: Table) -> None:
        """Show the log of a game."""
        super().__init__(table, table.tr("Log"), table.tr("All that has happened, the latest turn first"))
        self._text = TextBox(_turns(table), Size.BODY, floor=Size.BODY)
        self._back = Button(self.tr("Back to the game"), self.back, primary=True)
        self._card = pygame.Rect(0, 0, 0, 0)
        self.fill(self._text, self._back, focus=self._back)

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """A card to read, the way back below it."""
        self._card, button = card_and_button(look, box, self._back)
        self._text.place(look, self._card.inflate(-2 * look.px(44), -2 * look.px(36)))
        self._back.place(look, button)

    def on_event(self, event: pygame.Event) -> Transition:
        """Left and Right turn the pages wherever the focus is."""
        by = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(getattr(event, "key", 0), 0)
        if event.type == pygame.KEYDOWN and by:
            self.stale = self._text.turn(by) or self.stale
            return None
        return super().on_event(event)

    def paint(self, surface: pygame.Surface) -> None:
        """Draw the white card."""
        panel(surface, self._card, WHITE, LINE, self.look.px(24), self.look.px(2))


def _turns(table: Table) -> tuple[Words, ...]:
    """A paragraph a turn, which begins with whose turn it is."""
    turns: list[list[Event]] = []
    for event in table.session.events:
        if isinstance(event, TurnStarted):
            turns.append([])
        turns[-1].append(event)
    return tuple(_paragraph(table.sentences(tuple(turn))) for turn in reversed(turns))


def _paragraph(sentences: tuple[str, ...]) -> Words:
    first, *rest = sentences
    return (Run(first, bold=True), Run("".join(f"\n{sentence}" for sentence in rest)))
