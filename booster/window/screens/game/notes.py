"""The notes on the card on the table, shown when the facilitator asks for them: the room sees them too."""

import pygame

from booster.engine.state import card_on_table
from booster.names import facilitator_notes
from booster.window.paint import sheet
from booster.window.screen import Screen
from booster.window.screens.game.bar import TopBar
from booster.window.screens.game.command import Command
from booster.window.screens.game.play_screen import Again, PlayScreen
from booster.window.screens.game.side_page import card_and_button
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.transition import Replace, Transition
from booster.window.widgets import Button, TextBox


class Notes(PlayScreen):
    """A sheet to read at a glance; one key hides it and goes back to the game."""

    def __init__(self, table: Table, origin: Again) -> None:
        """Show the notes; `origin` gives the screen of the game to go back to."""
        super().__init__(table)
        self._origin = origin
        self._text = TextBox((facilitator_notes(table.state, table.deck) or "",))
        self._hide = Button(self.tr("Hide the notes"), self.back, primary=True)
        self._sheet = pygame.Rect(0, 0, 0, 0)
        self.fill(self._text, self._hide, focus=self._hide)

    def make_bar(self) -> TopBar:
        """Say whose notes they are, and on which card."""
        card, _ = card_on_table(self.table.state) or ("", None)
        title = self.table.deck.cards[card].title if card else ""
        return TopBar(self.tr("Notes for the facilitator"), title, tr=self.tr)

    def make_commands(self) -> tuple[Command, ...]:
        """The way back."""
        return (Command(self.tr("Esc"), self.tr("Back to the game"), pygame.K_ESCAPE, self.back),)

    def back(self) -> Transition:
        """Hide the notes: go back to the game."""
        return Replace(self._origin())

    def again(self) -> Screen:
        """The same notes."""
        return Notes(self.table, self._origin)

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The sheet, the way back below it."""
        self._sheet, button = card_and_button(look, box, self._hide)
        self._text.place(look, self._sheet.inflate(-2 * look.px(44), -2 * look.px(36)))
        self._hide.place(look, button)

    def paint(self, surface: pygame.Surface) -> None:
        """Draw the white sheet."""
        sheet(surface, self.look, self._sheet)

    def help_words(self) -> tuple[str, ...]:
        """What the notes are for."""
        return (
            self.tr("For the facilitator: what to listen for, and what to ask. Esc hides the notes again."),
        )
