"""`SidePage`: a page laid over the game to read something; Esc goes back to where one was."""

import pygame

from booster.window.screens.bar import TopBar
from booster.window.screens.command import Command
from booster.window.screens.play_screen import PlayScreen
from booster.window.screens.table import Table
from booster.window.transition import Pop, Transition


class SidePage(PlayScreen):
    """A page with a title; the game below it waits."""

    def __init__(self, table: Table, title: str, below: str = "") -> None:
        """Give the page its title."""
        self._heading = title, below
        super().__init__(table)

    def make_bar(self) -> TopBar:
        """Show the title."""
        title, below = self._heading
        return TopBar(title, below, tr=self.tr)

    def make_commands(self) -> tuple[Command, ...]:
        """The way back."""
        return (Command(self.tr("Esc"), self.tr("Back to the game"), pygame.K_ESCAPE, self.back),)

    def speak(self, language: str) -> Transition:
        """Make way for the game below, which goes on in another language."""
        return Pop()

    def back(self) -> Transition:
        """Go back to the screen below."""
        return Pop()
