"""`SidePage`: a page laid over the game to read something; Esc goes back to where one was.

card_and_button(...)   where its card and its button are
"""

import pygame

from booster.window.screens.game.bar import TopBar
from booster.window.screens.game.command import Command
from booster.window.screens.game.play_screen import PlayScreen
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.transition import Pop, Transition
from booster.window.widgets import Button


class SidePage(PlayScreen):
    """A page with a title; the game below it waits."""

    def __init__(self, table: Table, title: str, below: str = "", way_back: str = "") -> None:
        """Give the page its title; `way_back` says where Esc leads when that is not the game."""
        self._heading = title, below
        self.way_back = way_back or table.tr("Back to the game")
        super().__init__(table)

    def make_bar(self) -> TopBar:
        """Show the title."""
        title, below = self._heading
        return TopBar(title, below, tr=self.tr)

    def make_commands(self) -> tuple[Command, ...]:
        """The way back."""
        return (Command(self.tr("Esc"), self.way_back, pygame.K_ESCAPE, self.back),)

    def speak(self, language: str) -> Transition:
        """Make way for the game below, which goes on in another language."""
        return Pop()

    def back(self) -> Transition:
        """Go back to the screen below."""
        return Pop()


def card_and_button(look: Look, box: pygame.Rect, button: Button) -> tuple[pygame.Rect, pygame.Rect]:
    """Return the place of a card that fills `box`, and of a button at its bottom right."""
    width = min(box.width, max(look.px(420), button.width(look)))
    height = min(button.height(look, width), box.height // 4)
    place = pygame.Rect(box.right - width, box.bottom - height, width, height)
    return pygame.Rect(box.left, box.top, box.width, box.height - height - look.px(24)), place
