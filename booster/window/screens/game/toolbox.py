"""The toolboxes: each team's tools, and one of them to read in full."""

import pygame

from booster.card_face import Face, tool_face
from booster.window.screens.cards.card_view import CardView
from booster.window.screens.game.play_screen import GAP
from booster.window.screens.game.side_page import SidePage
from booster.window.screens.game.table import Table
from booster.window.screens.paging import PAGE_KEYS
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Transition
from booster.window.widgets import Button, Label, ScrollArea, Widget

LEAST_SIDE = 560  # design pixels that the list needs in width


class Toolboxes(SidePage):
    """The teams and their tools at the left, the tool chosen at the right."""

    def __init__(self, table: Table) -> None:
        """Show the team on turn first."""
        super().__init__(table, table.tr("Toolboxes"), table.tr("Choose a tool to read it in full"))
        state = table.state
        order = [(state.on_turn + step) % len(state.teams) for step in range(len(state.teams))]
        boxes = tuple(widget for team in order for widget in self._toolbox(team))
        self._area = ScrollArea(self.tr("Toolboxes"), boxes, gap=16)
        held = (tool for team in order for tool in state.teams[team].toolbox)
        self._view = CardView(self._face(next(held, None)))
        self._back = Button(self.tr("Back to the game"), self.back, primary=True)
        self.fill(self._area, self._view, self._back)

    def _toolbox(self, team: int) -> tuple[Widget, ...]:
        tools = self.table.state.teams[team].toolbox
        title = Label(self.table.title(team), Size.BODY, bold=True)
        if not tools:
            return (title, Label(self.tr("No tool yet."), Size.BODY, colour="muted"))
        return (title, *(self._tool(tool, team) for tool in tools))

    def _tool(self, tool: str, team: int) -> Button:
        def show() -> Transition:
            self._view.show(self._face(tool))
            return None

        title = self.table.deck.tool(tool).title
        return Button(title, show, icon_name="wrench", name=f"{self.table.title(team)}: {title}")

    def _face(self, tool: str | None) -> Face:
        if tool is not None:
            return tool_face(self.table.deck.tool(tool), self.tr)
        words = (
            self.tr("Tools come on the spaces with a wrench."),
            self.tr("A team that adopts one keeps it here: it unlocks responses, and helps with challenges."),
        )
        return Face("tool", "", self.tr("No tool yet"), words, None, ())

    def on_event(self, event: pygame.Event) -> Transition:
        """Page Up and Page Down turn the tool's pages, wherever the focus is."""
        by = PAGE_KEYS.get(event.key) if event.type == pygame.KEYDOWN else None
        if by and self._view.turn(by):
            self.stale = True
            return None
        return super().on_event(event)

    def help_words(self) -> tuple[str, ...]:
        """What the toolboxes are for."""
        return (
            self.tr("Each team’s tools, the team on turn first. Press one to read it in full."),
            self.tr("A tool in a toolbox unlocks responses, and helps with challenges: lend yours."),
        )

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The list at the left with the way back below it, the tool at the right."""
        gap = look.px(GAP)
        side = max(box.width * 31 // 100, min(look.text(LEAST_SIDE), box.width * 4 // 10))
        high = min(self._back.height(look, side), box.height // 5)
        self._back.place(look, pygame.Rect(box.left, box.bottom - high, side, high))
        self._area.place(look, pygame.Rect(box.left, box.top, side, box.height - high - gap))
        left = box.left + side + gap
        self._view.place(look, pygame.Rect(left, box.top, box.right - left, box.height))
