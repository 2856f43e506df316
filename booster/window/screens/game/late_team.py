"""Adding a late team, which starts at the beginning of the path (R12)."""

from collections.abc import Callable

from booster.engine.actions import Action, AddTeam
from booster.engine.state import free_colour
from booster.limits import LONGEST_NAME, LONGEST_PROJECT
from booster.names import team_label, team_letter
from booster.window.screens.colours import FreeColours, Swatch
from booster.window.screens.game.form_page import FormPage
from booster.window.screens.game.play_screen import Again
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.theme import TEAM_COLOURS
from booster.window.transition import Push, Transition
from booster.window.widgets import Label, Row, TextField


class LateTeam(FormPage):
    """The form of a late team."""

    def __init__(self, table: Table, do: Callable[[Action], Transition], menu: Again) -> None:
        """Begin with the next letter and a colour that is free."""
        super().__init__(table, table.tr("Add a late team"), do, menu)
        tr, number = self.tr, len(table.state.teams)
        self._name = TextField(
            tr("Name"), team_label(number, tr), max_length=LONGEST_NAME, on_change=self.clear
        )
        self._project = TextField(
            tr("Project"),
            max_length=LONGEST_PROJECT,
            hint=tr("What they would launch, in one line (optional)"),
            on_change=self.clear,
        )
        self.colour = free_colour(table.state.teams)
        self._swatch = Swatch(
            tr("The colour of the late team"), self.colour, team_letter(number), self._choose_colour
        )
        self._colour_name = Label("")
        row = Row((self._swatch, self._colour_name), (1, 11), name=tr("Colour"))
        self.fill_form(tr("Add the team"), (self._name, self._project, row), self._name)

    def _choose_colour(self) -> Transition:
        """Open the page of the colours."""
        owners = {team.colour: number for number, team in enumerate(self.table.state.teams)}
        return Push(FreeColours(owners, self.colour, self._take_colour, self.tr))

    def _take_colour(self, colour: int) -> None:
        self.colour = colour

    def layout(self, look: Look) -> None:
        """Place all; called too on coming back from the colours."""
        colour = self.tr(TEAM_COLOURS[self.colour].name)
        self._swatch.colour = self.colour
        said = self.tr("{colour}: press the letter to change it", colour=colour)
        self._colour_name.words = self._colour_name.name = said
        super().layout(look)

    def action(self) -> Action:
        """The team that the form says."""
        return AddTeam(self._name.text, self._project.text, self.colour)
