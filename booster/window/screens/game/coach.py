"""The coach: words in a part of the window of their own, beside or below a game, which they never cover."""

from collections.abc import Callable

import pygame

from booster.language import Translator
from booster.settings import TEXT_PERCENTS
from booster.window.paint import panel
from booster.window.screens.game.command import Command
from booster.window.screens.game.lesson import Hint
from booster.window.text import Look, Run
from booster.window.theme import Scale, Size
from booster.window.transition import Pop, Transition
from booster.window.widgets import Button, Form, Label, TextBox, Widget, column

BESIDE, LEAST_BESIDE = 450, 430  # design pixels of width; the first grows with the text
BELOW = 210  # design pixels of height; it grows with the text
NARROWEST, WIDEST = 16 / 9, 21 / 9  # of the part beside the coach, and above it


def share_out(look: Look) -> tuple[pygame.Rect, pygame.Rect]:
    """Return the part of the window that the game has, and the part of the coach."""
    width, height = look.width, look.height
    beside = min(look.text(BESIDE), width - round(height * NARROWEST))
    if beside >= look.px(LEAST_BESIDE):
        return pygame.Rect(0, 0, width - beside, height), pygame.Rect(width - beside, 0, beside, height)
    below = min(look.text(BELOW), height - round(width / WIDEST))
    return pygame.Rect(0, 0, width, height - below), pygame.Rect(0, height - below, width, below)


def look_in(look: Look, part: pygame.Rect) -> Look:
    """Return the look of a game in a part of the window: the text as large as elsewhere, where it can be."""
    percent = round(look.scale.text_percent * look.scale.unit / Scale(*part.size).unit)
    return look._replace(scale=Scale(*part.size, min(percent, TEXT_PERCENTS[-1])))


class Coach:
    """A hint with the way out of the practice; with `go_on` a button to press when it is read."""

    def __init__(
        self, tr: Translator, hint: Hint | None, go_on: Callable[[], Transition] | None = None
    ) -> None:
        """Say a hint; None says nothing."""
        self.hint = hint
        self.title = Label(tr(hint.title) if hint else "", Size.HEADING, bold=True)
        self._words = tr(hint.words) if hint else ""
        self.text = TextBox((self._words,))
        self.skip = Command(tr("Esc"), tr("Skip the practice"), pygame.K_ESCAPE, Pop)
        self.go_on = Button(tr("Go on"), go_on, primary=True) if go_on else None
        self.buttons: tuple[Widget, ...] = (self.go_on, self.skip) if self.go_on else (self.skip,)
        self.form = Form()
        self._part = self._box = pygame.Rect(0, 0, 0, 0)

    def layout(self, look: Look, part: pygame.Rect) -> None:
        """Place the words and the buttons in a part of the window: one below the other, or side by side."""
        self._look, self._part = look, part
        self._box = part.inflate(-2 * look.px(12), -2 * look.px(12))
        inside = self._box.inflate(-2 * look.px(28), -2 * look.px(16))
        if part.left:
            self._lay_beside(look, inside)
        else:
            self._lay_below(look, inside)

    def _show(self, *words: Widget) -> None:
        self.form.show(*words, *self.buttons)
        if not self.go_on:
            self.form.focus_on(None)  # what is to be done is in the game

    def _lay_beside(self, look: Look, inside: pygame.Rect) -> None:
        """The title on top, the way out at the bottom."""
        gap, width = look.px(24), inside.width
        self._show(self.title, self.text)
        self.text.say((self._words,))
        skip = self.skip.height(look, width)
        self.skip.place(look, pygame.Rect(inside.left, inside.bottom - skip, width, skip))
        button = self.go_on.height(look, width) + gap if self.go_on else 0
        title = self.title.height(look, width)
        most = inside.height - skip - gap - button - title - gap
        words = min(self.text.height(look, width), most)
        self.title.place(look, pygame.Rect(inside.topleft, (width, title)))
        self.text.place(look, pygame.Rect(inside.left, inside.top + title + gap, width, words))
        if self.go_on:
            top = self.text.rect.bottom + gap
            self.go_on.place(look, pygame.Rect(inside.left, top, width, button - gap))

    def _lay_below(self, look: Look, inside: pygame.Rect) -> None:
        """The title begins the words: there are few lines."""
        title = Run(f"{self.title.name}  ", bold=True)
        self._show(self.text)
        self.text.say(((title, Run(self._words)),))
        wide = min(inside.width // 3, max(look.px(300), self.skip.width(look)))
        words = inside.width - wide - look.px(40)
        self.text.place(look, pygame.Rect(inside.left, inside.top, words, inside.height))
        side = pygame.Rect(inside.right - wide, inside.top, wide, inside.height)
        column(look, side, self.buttons, gap=18)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the words on a white card, apart from the game."""
        look, theme = self._look, self._look.theme
        surface.fill(theme.ink, self._part)
        panel(surface, self._box, theme.white, theme.accent, look.px(24), look.px(5))
        self.form.draw(surface)
