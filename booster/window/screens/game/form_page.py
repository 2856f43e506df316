"""`FormPage`: a form of the facilitator: fields, a button that does it, a sentence when it cannot."""

from collections.abc import Callable, Sequence

import pygame

from booster.engine.actions import Action
from booster.engine.legal import refusal
from booster.window.paint import sheet
from booster.window.screen import Screen
from booster.window.screens.game.bar import TopBar
from booster.window.screens.game.command import Command
from booster.window.screens.game.play_screen import GAP, Again, PlayScreen
from booster.window.screens.game.side_page import card_and_button
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Replace, Transition
from booster.window.widgets import Button, Label, ScrollArea, TextField, Widget
from booster.words import refusal_sentence


class FormPage(PlayScreen):
    """Fields one below the other; `action` reads them."""

    def __init__(self, table: Table, title: str, do: Callable[[Action], Transition], menu: Again) -> None:
        """`do` carries out the action; `menu` gives the screen to go back to."""
        self._heading = title
        super().__init__(table)
        self._do = do
        self._menu = menu
        self._sentence = Label("", Size.BODY, bold=True, colour="fault")
        self._card = pygame.Rect(0, 0, 0, 0)
        self._area: ScrollArea
        self._done: Button
        self._needed: TextField

    def fill_form(self, done: str, fields: Sequence[Widget], needed: TextField) -> None:
        """Show the fields and the button that does it; `needed` is the one that cannot stay empty."""
        self._needed = needed
        self._area = ScrollArea(self._heading, fields, gap=20)
        self._done = Button(done, self._submit, primary=True)
        self.fill(self._area, self._sentence, self._done, focus=self._first(fields))

    def _first(self, fields: Sequence[Widget]) -> Widget:
        return next(leaf for field in fields for leaf in field.leaves() if leaf.focusable)

    def action(self) -> Action:
        """Return the action that the fields say."""
        raise NotImplementedError

    def _submit(self) -> Transition:
        """Do it, or say in a sentence what is missing."""
        action = self.action()
        reason = refusal(self.table.state, action)
        if reason is None:
            return self._do(action)
        self._sentence.say(refusal_sentence(reason, self.tr))
        self.form.focus_on(self._needed)
        self.stale = True
        return None

    def clear(self) -> None:
        """Take away what was said to be missing: what a field calls when it changes."""
        if self._sentence.name:
            self._sentence.say("")
            self.stale = True

    def make_bar(self) -> TopBar:
        """Show the title."""
        return TopBar(self._heading, self.tr("Facilitator"), tr=self.tr)

    def make_commands(self) -> tuple[Command, ...]:
        """The way back to the menu."""
        return (Command(self.tr("Esc"), self.tr("Back to the menu"), pygame.K_ESCAPE, self.back),)

    def back(self) -> Transition:
        """Go back to the menu without doing anything."""
        return Replace(self._menu())

    def help_words(self) -> tuple[str, ...]:
        """How a form is filled in."""
        return (
            self.tr("Tab goes from field to field; the yellow button does it, Esc leaves all as it was."),
            self.tr("What you do here stands in the log for everybody to see; press U to undo it."),
        )

    def again(self) -> Screen:
        """The menu as it is now."""
        return self._menu()

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The fields on a card, below it the sentence and the button."""
        self._card, button = card_and_button(look, box, self._done)
        self._area.place(look, self._card.inflate(-2 * look.px(28), -2 * look.px(20)))
        self._done.place(look, button)
        words = pygame.Rect(
            box.left, button.top, max(1, button.left - look.px(GAP) - box.left), button.height
        )
        self._sentence.place(look, words)

    def paint(self, surface: pygame.Surface) -> None:
        """Draw the white card."""
        sheet(surface, self.look, self._card)
