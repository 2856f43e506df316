"""The log: all that has happened, a sentence an event, the latest turn first; its cards can be read again."""

import pygame

from booster.engine.events import CardDrawn, Event, TurnStarted
from booster.names import inside_quotes
from booster.window.paint import sheet
from booster.window.screens.game.reading import Reading
from booster.window.screens.game.side_page import SidePage, card_and_button
from booster.window.screens.game.table import Table
from booster.window.screens.paging import pages
from booster.window.text import Look, Run, Words
from booster.window.theme import STANDARD
from booster.window.transition import Push, Transition
from booster.window.widgets import Button, Label, ScrollArea, Widget
from booster.window.widgets.paged import TURNS


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
        name = self.tr("Read “{title}” again", title=inside_quotes(title, self.tr))
        return Button(name, read, icon_name=STANDARD.kinds[drawn.kind].icon)

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The log, the way back below it."""
        self._sheet, button = card_and_button(look, box, self._back)
        self._area.place(look, self._sheet.inflate(-2 * look.px(32), -2 * look.px(24)))
        self._back.place(look, button)

    def on_event(self, event: pygame.Event) -> Transition:
        """Page Up, Page Down, Left and Right move through the log, wherever the focus is."""
        return None if pages(self, self._area, event, TURNS) else super().on_event(event)

    def paint(self, surface: pygame.Surface) -> None:
        """Draw the white sheet."""
        sheet(surface, self.look, self._sheet)

    def help_words(self) -> tuple[str, ...]:
        """What can be done with the log."""
        return (
            self.tr("All that has happened, the latest turn first."),
            self.tr("Read on with Page Down, the wheel or a finger."),
            self.tr("Press a card to read it again: Tab goes from card to card."),
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
