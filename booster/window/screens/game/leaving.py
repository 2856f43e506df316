"""The question before a game is left: a box over the game, which goes on showing behind it."""

import pygame

from booster.language import Translator
from booster.session import Session
from booster.window.paint import panel
from booster.window.screen import Screen
from booster.window.screens.game.unsaved import Unsaved
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Pop, Replace, Transition
from booster.window.widgets import Button, Label, Row, column

WIDE = 1000  # design pixels; it grows with the text
VEIL = 150  # of 255: how far the game steps back


class Leaving(Screen):
    """Stay, or leave: the focus is on staying, so that one Esc too many leaves no game."""

    def __init__(self, game: Screen, session: Session, tr: Translator) -> None:
        """Ask about a session, all of which is saved; `game` is the screen that is being left."""
        super().__init__()
        self.game = game
        self.session = session
        self.tr = tr
        self.question = Label(tr("Leave the game?"), Size.TITLE, bold=True)
        self.words = Label(tr("It is saved: “Resume” on the title opens it again."))
        self.stay = Button(tr("Stay"), Pop, primary=True)
        self.leave = Button(tr("Leave"), self._leave)
        self.answers = Row((self.stay, self.leave), (1, 1), gap=36)
        self.box = pygame.Rect(0, 0, 0, 0)
        self.form.show(self.question, self.words, self.answers)

    def back(self) -> Transition:
        """Stay."""
        return Pop()

    def _leave(self) -> Transition:
        """Close the game: the screens below make way then. Ask first if the disk has failed meanwhile."""
        return Pop() if self.session.close() else Replace(Unsaved(self.session, self.tr, leave=Pop()))

    def layout(self, look: Look) -> None:
        """Place a box as high as its words in the middle of the window."""
        super().layout(look)
        self.game.layout(look)
        pad, gap = look.px(48), 36
        inside = pygame.Rect(0, 0, min(look.text(WIDE), look.width - 4 * pad), look.height - 4 * pad)
        rows = (self.question, self.words, self.answers)
        inside.height = column(look, inside, rows, gap) - inside.top
        inside.center = (look.width // 2, look.height // 2)
        column(look, inside, rows, gap)
        self.box = inside.inflate(2 * pad, 2 * pad)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the game, further back, and the box."""
        self.game.draw(surface)
        veil = pygame.Surface(surface.get_size())
        veil.fill(self.look.theme.ink)
        veil.set_alpha(VEIL)
        surface.blit(veil, (0, 0))
        panel(
            surface,
            self.box,
            self.look.theme.white,
            self.look.theme.outline,
            self.look.px(24),
            self.look.px(3),
        )
        self.form.draw(surface)
