"""`TitledPage`: a screen under an ink bar: at the left the way back, then where we are, then the accent."""

import pygame

from booster.language import Translator
from booster.window.screen import Screen
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Pop, Push, Transition
from booster.window.widgets import Button, Label, Widget

WIDEST = 2000  # design pixels: lines longer than that are hard to read


class TitledPage(Screen):
    """A screen with a bar. `action` is what to do now, if there is one such thing."""

    def __init__(self, tr: Translator, title: str, under: str = "", action: Button | None = None) -> None:
        """Show `title`, and `under` in smaller words below it. Esc and the button “Back” leave."""
        super().__init__()
        self.tr = tr
        self.heading = Label(title, Size.HEADING, bold=True, colour="white")
        self.under = Label(under, Size.LABEL, colour="muted_on_ink")
        self.leave = Button(tr("Back"), self.back, icon_name="arrow-left")
        self.action = action
        self.bar = self.body = pygame.Rect(0, 0, 0, 0)

    def show(self, *widgets: Widget, focus: Widget | None = None) -> None:
        """Hold the widgets of the bar and these, in the order of Tab: these, the accent, the way back."""
        under = (self.under,) if self.under.name else ()
        action = (self.action,) if self.action is not None else ()
        self.form.show(self.heading, *under, *widgets, *action, self.leave, focus=focus)

    def help_words(self) -> tuple[str, ...]:
        """Say what can be done here, in a few short lines (F1); nothing where the page itself says it."""
        return ()

    def explain(self) -> Transition:
        """Open the help of this screen."""
        from booster.window.screens.help import Help

        return Push(Help(self.tr, self.help_words())) if self.help_words() else None

    def back(self) -> Transition:
        """Leave for the screen below."""
        return Pop()

    def layout(self, look: Look) -> None:
        """Place the bar, and set `body` to what is left for the screen."""
        super().layout(look)
        words = look.line_height(Size.HEADING) + look.line_height(Size.LABEL)
        self.bar = pygame.Rect(0, 0, look.width, max(look.px(124), words + look.px(28)))
        margin = look.px(40)
        width = min(look.width - 2 * margin, look.px(WIDEST))
        left = (look.width - width) // 2
        self._lay_bar(pygame.Rect(left, look.px(14), width, self.bar.height - look.px(28)))
        top = self.bar.bottom + look.px(32)
        self.body = pygame.Rect(left, top, width, look.height - top - look.px(32))

    def _lay_bar(self, inside: pygame.Rect) -> None:
        """Place the way back, the words and the accent from left to right."""
        look, gap = self.look, self.look.px(32)
        high = min(inside.height, self.leave.height(look, inside.width))
        top = inside.centery - high // 2
        wide = min(self.leave.width(look), inside.width // 4)
        self.leave.place(look, pygame.Rect(inside.left, top, wide, high))
        left, right = inside.left + wide + gap, inside.right
        if self.action is not None:
            wide = min(self.action.width(look) + look.px(40), inside.width // 3)
            self.action.place(look, pygame.Rect(right - wide, top, wide, high))
            right -= wide + gap
        below = round(inside.height * 0.4) if self.under.name else 0
        self.heading.place(look, pygame.Rect(left, inside.top, right - left, inside.height - below))
        if below:
            self.under.place(look, pygame.Rect(left, inside.bottom - below, right - left, below))

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the bar and the widgets."""
        surface.fill(self.look.theme.paper)
        surface.fill(self.look.theme.ink, self.bar)
        self.draw_ground(surface)
        self.form.draw(surface)

    def draw_ground(self, surface: pygame.Surface) -> None:
        """Draw what lies behind the widgets; nothing, unless a screen has something."""
