"""Adding a late team, which starts at the beginning of the path (R12)."""

from collections.abc import Callable

from booster.engine.actions import Action, AddTeam
from booster.names import team_label
from booster.window.screens.form_page import FormPage
from booster.window.screens.play_screen import Again
from booster.window.screens.table import Table
from booster.window.theme import TEAM_COLOURS, Size
from booster.window.transition import Transition
from booster.window.widgets import ColourChoice, Label, TextField


class LateTeam(FormPage):
    """The form of a late team."""

    def __init__(self, table: Table, do: Callable[[Action], Transition], menu: Again) -> None:
        """Begin with the next letter and a colour that is free."""
        super().__init__(table, table.tr("Add a late team"), do, menu)
        tr, teams = self.tr, table.state.teams
        taken = frozenset(team.colour for team in teams)
        free = next((n for n in range(len(TEAM_COLOURS)) if n not in taken), 0)
        self._name = TextField(tr("Name"), team_label(len(teams), tr), max_length=60)
        self._project = TextField(
            tr("Project"), max_length=100, hint=tr("What they would launch, in one line (optional)")
        )
        self._colour = ColourChoice(tr("Colour"), TEAM_COLOURS, free, taken=taken)
        caption = Label(tr("Colour"), Size.LABEL, colour="muted")
        self.fill_form(tr("Add the team"), (self._name, self._project, caption, self._colour))

    def action(self) -> Action:
        """The team that the form says."""
        return AddTeam(self._name.text, self._project.text, self._colour.chosen)
