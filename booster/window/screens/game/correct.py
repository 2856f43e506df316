"""Correcting a score: which team, which pillar, how many points, and why (R12)."""

from collections.abc import Callable

import pygame

from booster.decks.model import PILLARS, Pillar
from booster.engine.actions import Action, CorrectScore
from booster.engine.legal import MAX_CORRECTION
from booster.language import Translator
from booster.limits import LONGEST_REASON
from booster.names import pillar_name, signed, team_letter
from booster.window.paint import panel
from booster.window.screens.cards.point_row import ScoreLine
from booster.window.screens.game.drawing import draw_pillar
from booster.window.screens.game.form_page import FormPage
from booster.window.screens.game.play_screen import Again
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Transition
from booster.window.widgets import Button, Choice, Label, Row, TextField, Widget


class Correct(FormPage):
    """The form of a correction: it shows the score as it is and as it will be."""

    def __init__(self, table: Table, do: Callable[[Action], Transition], menu: Again) -> None:
        """Begin with one point more on ecology for the team on turn."""
        super().__init__(table, table.tr("Correct a score"), do, menu)
        tr, teams = self.tr, range(len(table.state.teams))
        letters = [team_letter(team) for team in teams]
        self._team = Choice(tr("Team"), letters, table.state.on_turn, self._start_again)
        pillars = [pillar_name(pillar, tr) for pillar in PILLARS]
        self._pillar = Choice(tr("Pillar"), pillars, on_change=self._start_again, caption=False)
        self.points = 1
        self._shown = Corrected(tr)
        fewer = Button("−", self._fewer, name=tr("One point less"), size=Size.HEADING)
        more = Button("+", self._more, name=tr("One point more"), size=Size.HEADING)
        count = Row((fewer, self._shown, more), (1, 6, 1), name=tr("Points"))
        self._reason = TextField(
            tr("Reason"),
            max_length=LONGEST_REASON,
            hint=tr("In a few words, for the log"),
            on_change=self.clear,
        )
        self._show_points()
        self.fill_form(tr("Correct it"), (self._team, self._pillar, count, self._reason), self._reason)

    @property
    def _score(self) -> int:
        return self.table.state.teams[self._team.chosen].score.on(PILLARS[self._pillar.chosen])

    def _start_again(self) -> None:
        """Another team or pillar: one point more on it."""
        self.points = 1
        self._show_points()
        self.clear()

    def _fewer(self) -> Transition:
        return self._count(-1)

    def _more(self) -> Transition:
        return self._count(+1)

    def _count(self, by: int) -> Transition:
        """One more or less; never 0, which would move nothing, and never more than there is to lose."""
        points = self.points + by or by
        self.points = max(-self._score, min(points, MAX_CORRECTION)) or 1
        self._show_points()
        self.clear()
        return None

    def _show_points(self) -> None:
        team = self.table.title(self._team.chosen)
        self._shown.show(team, PILLARS[self._pillar.chosen], self._score, self.points)
        self.stale = True

    def action(self) -> Action:
        """The correction that the form says."""
        return CorrectScore(self._team.chosen, PILLARS[self._pillar.chosen], self.points, self._reason.text)


class Corrected(Widget):
    """The team, and its score on a pillar before and after: `Economy 0 → 2`, in the pillar's colour."""

    def __init__(self, tr: Translator) -> None:
        """Show nothing yet: `show` says which score."""
        super().__init__("")
        self._tr = tr
        self._pillar: Pillar = PILLARS[0]
        self._team = Label("", Size.LABEL)
        self._line = ScoreLine(self._pillar, 0, 0, tr)
        self._placed = False

    def show(self, team: str, pillar: Pillar, score: int, points: int) -> None:
        """Show the score of a team on a pillar, and what it is with these points."""
        self._pillar = pillar
        self._line = ScoreLine(pillar, score, score + points, self._tr)
        self._team.words = self._team.name = team
        self.name = f"{team}: {self._line.name} ({signed(points)})"
        if self._placed:
            self.place(self.look, self.rect)

    def height(self, look: Look, width: int) -> int:
        """Height of the team and the line."""
        return look.line_height(Size.LABEL) + look.line_height(Size.HEADING) + 2 * look.px(10)

    def width(self, look: Look) -> int:
        """Width of the longer one."""
        return self._sign(look) + max(self._team.width(look), self._line.width(look)) + look.px(20)

    def _sign(self, look: Look) -> int:
        return look.px(20 + 60 + 20)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the words beside the sign of the pillar."""
        super().place(look, rect)
        self._placed = True
        left = rect.left + self._sign(look)
        width = max(1, rect.right - look.px(20) - left)
        team, line = look.line_height(Size.LABEL), look.line_height(Size.HEADING)
        top = rect.centery - (team + line) // 2
        self._team.place(look, pygame.Rect(left, top, width, team))
        self._line.place(look, pygame.Rect(left, top + team, width, line))

    def move(self, dy: int) -> None:
        """Shift all."""
        super().move(dy)
        self._team.move(dy)
        self._line.move(dy)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the sign and the words on the colour of the pillar."""
        look, tint = self.look, self.look.theme.pillars[self._pillar]
        panel(surface, self.rect, tint.pale, tint.fill, look.px(18), look.px(3))
        centre = (self.rect.left + look.px(20 + 30), self.rect.centery)
        draw_pillar(surface, look, self._pillar, centre, look.px(60), tint.deep)
        self._team.draw(surface)
        self._line.draw(surface)
