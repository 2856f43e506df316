"""The question before the game is ended for everybody (R12)."""

from collections.abc import Callable

import pygame

from booster.engine.actions import Action
from booster.window.paint import sheet
from booster.window.screen import Screen
from booster.window.screens.game.bar import TopBar
from booster.window.screens.game.command import Command
from booster.window.screens.game.play_screen import GAP, Again, PlayScreen
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Replace, Transition
from booster.window.widgets import Button, Label

BUTTON_HIGH = 110


class Ending(PlayScreen):
    """End the game, or go on playing: the focus is on playing on, so that one press too many ends nothing."""

    def __init__(
        self, table: Table, action: Action, why: str, do: Callable[[Action], Transition], menu: Again
    ) -> None:
        """Ask about an action that ends the game, `why` if it is no plain one.

        `do` carries it out; `menu` gives the screen to go back to.
        """
        super().__init__(table)
        self._menu = menu
        tr = self.tr
        self._question = Label(tr("End the game?"), Size.TITLE, bold=True)
        follows = tr("All teams exchange their points for experience cards. Press U to undo it.")
        self._words = Label(f"{why} {follows}".strip(), Size.CARD_BODY)
        self._end = Button(tr("End the game"), lambda: do(action), size=Size.HEADING)
        self._stay = Button(tr("Go on playing"), self.back, primary=True, size=Size.HEADING)
        self._sheet = pygame.Rect(0, 0, 0, 0)
        self.fill(self._question, self._words, self._stay, self._end, focus=self._stay)

    def make_bar(self) -> TopBar:
        """Say whose question it is."""
        return TopBar(self.tr("Facilitator"), self.table.title(self.table.state.on_turn), tr=self.tr)

    def make_commands(self) -> tuple[Command, ...]:
        """The way back to the menu."""
        return (Command(self.tr("Esc"), self.tr("Back to the menu"), pygame.K_ESCAPE, self.back),)

    def back(self) -> Transition:
        """Go back to the menu: the game goes on."""
        return Replace(self._menu())

    def again(self) -> Screen:
        """The menu as it is now."""
        return self._menu()

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The question on a sheet, the two answers side by side below it."""
        gap = look.px(GAP)
        high = min(max(look.px(BUTTON_HIGH), self._end.height(look, box.width // 2)), box.height // 3)
        answers = pygame.Rect(box.left, box.bottom - high, box.width, high)
        half = (box.width - gap) // 2
        self._stay.place(look, pygame.Rect(answers.left, answers.top, half, high))
        self._end.place(look, pygame.Rect(answers.right - half, answers.top, half, high))
        self._sheet = pygame.Rect(box.left, box.top, box.width, box.height - high - gap)
        inner = self._sheet.inflate(-2 * look.px(44), -2 * look.px(36))
        question = min(self._question.height(look, inner.width), inner.height // 2)
        words = min(self._words.height(look, inner.width), inner.height - question)
        top = inner.centery - (question + words) // 2
        self._question.place(look, pygame.Rect(inner.left, top, inner.width, question))
        self._words.place(look, pygame.Rect(inner.left, top + question, inner.width, words))

    def paint(self, surface: pygame.Surface) -> None:
        """Draw the white sheet."""
        sheet(surface, self.look, self._sheet)

    def help_words(self) -> tuple[str, ...]:
        """What the answers do."""
        return (self.tr("“Go on playing” changes nothing. The game can also go on after its end: press U."),)
