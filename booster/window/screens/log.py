"""The log: all that has happened, a sentence an event, the latest turn first; its cards can be read again."""

import pygame

from booster.engine.events import CardDrawn, Event, TurnStarted
from booster.window.paint import sheet
from booster.window.screens.help import card_and_button
from booster.window.screens.reading import Reading
from booster.window.screens.side_page import SidePage
from booster.window.screens.table import Table
from booster.window.text import Look, Run, Words
from booster.window.theme import STANDARD
from booster.window.transition import Push, Transition
from booster.window.widgets import Button, Label, ScrollArea, Widget


class Log(SidePage):
    """Every event that was not taken back, and a button for every card that was drawn."""

    def __init__(self, table: Table) -> None:
        """Show the log of a game."""
        below = table.tr("The latest turn first; press a card to read it again")
        super().__init__(table, table.tr("Log"), below)
        entries = tuple(widget for turn in _turns(table) for widget in self._entry(turn))
        self._area = ScrollArea(self.tr("Log"), entries, gap=18)
        self._back = Button(self.tr("Back to the game"), self.back, primary=True)
        self._sheet = pygame.Rect(0, 0, 0, 0)
        self.fill(self._area, self._back, focus=self._back)

    def _entry(self, turn: tuple[Event, ...]) -> tuple[Widget, ...]:
        """What happened in a turn, then its cards."""
        told = Label(_paragraph(self.table.sentences(turn)))
        drawn = (event for event in turn if isinstance(event, CardDrawn))
        return (told, *(self._button(event, turn) for event in drawn))

    def _button(self, drawn: CardDrawn, turn: tuple[Event, ...]) -> Button:
        def read() -> Transition:
            return Push(Reading(self.table, drawn, turn))

        deck = self.table.deck
        title = (deck.challenge if drawn.kind == "challenge" else deck.tool)(drawn.card).title
        name = self.tr("Read “{title}” again", title=title)
        return Button(name, read, icon_name=STANDARD.kinds[drawn.kind].icon)

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The log, the way back below it."""
        self._sheet, button = card_and_button(look, box, self._back)
        self._area.place(look, self._sheet.inflate(-2 * look.px(32), -2 * look.px(24)))
        self._back.place(look, button)

    def on_event(self, event: pygame.Event) -> Transition:
        """Left and Right move by what is in sight, wherever the focus is."""
        by = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(getattr(event, "key", 0), 0)
        if event.type == pygame.KEYDOWN and by:
            self.stale = self._area.scroll(by * self._area.rect.height * 8 // 10) or self.stale
            return None
        return super().on_event(event)

    def paint(self, surface: pygame.Surface) -> None:
        """Draw the white sheet."""
        sheet(surface, self.look, self._sheet)

    def help_words(self) -> tuple[str, ...]:
        """What can be done with the log."""
        return (
            self.tr("Left and Right, the wheel or a finger move through the log."),
            self.tr("Tab goes from card to card; Enter opens the card to be read again."),
        )


def _turns(table: Table) -> tuple[tuple[Event, ...], ...]:
    """The events of each turn, which begins with whose turn it is; the latest turn first."""
    turns: list[list[Event]] = []
    for event in table.session.events:
        if isinstance(event, TurnStarted):
            turns.append([])
        turns[-1].append(event)
    return tuple(tuple(turn) for turn in reversed(turns))


def _paragraph(sentences: tuple[str, ...]) -> Words:
    first, *rest = sentences
    return (Run(first, bold=True), Run("".join(f"\n{sentence}" for sentence in rest)))
