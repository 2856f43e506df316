"""Correcting a score: which team, which pillar, how many points, and why (R12)."""

from collections.abc import Callable

from booster.decks.model import PILLARS
from booster.engine.actions import Action, CorrectScore
from booster.engine.legal import MAX_CORRECTION
from booster.names import pillar_name, signed
from booster.window.screens.form_page import FormPage
from booster.window.screens.play_screen import Again
from booster.window.screens.table import Table
from booster.window.theme import Size
from booster.window.transition import Transition
from booster.window.widgets import Button, Choice, Label, Row, TextField


class Correct(FormPage):
    """The form of a correction."""

    def __init__(self, table: Table, do: Callable[[Action], Transition], menu: Again) -> None:
        """Begin with one point more on ecology for the team on turn."""
        super().__init__(table, table.tr("Correct a score"), do, menu)
        tr, teams = self.tr, range(len(table.state.teams))
        self._team = Choice(tr("Team"), [table.title(team) for team in teams], table.state.on_turn)
        self._pillar = Choice(tr("Pillar"), [pillar_name(pillar, tr) for pillar in PILLARS])
        self.points = 1
        self._points = Label(signed(self.points), Size.TITLE, bold=True, align="centre")
        fewer = Button("−", self._fewer, name=tr("One point less"), size=Size.HEADING)
        more = Button("+", self._more, name=tr("One point more"), size=Size.HEADING)
        count = Row((Label(tr("Points")), fewer, self._points, more), (2, 1, 1, 1), name=tr("Points"))
        self._reason = TextField(tr("Reason"), max_length=120, hint=tr("In a few words, for the log"))
        self.fill_form(tr("Correct it"), (self._team, self._pillar, count, self._reason))

    def _fewer(self) -> Transition:
        return self._count(-1)

    def _more(self) -> Transition:
        return self._count(+1)

    def _count(self, by: int) -> Transition:
        """One more or less; never 0, which would move nothing."""
        points = self.points + by or by
        self.points = max(-MAX_CORRECTION, min(points, MAX_CORRECTION))
        self._points.say(signed(self.points))
        return None

    def action(self) -> Action:
        """The correction that the form says."""
        return CorrectScore(self._team.chosen, PILLARS[self._pillar.chosen], self.points, self._reason.text)
