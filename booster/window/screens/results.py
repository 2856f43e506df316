"""The results: all teams with their points, and each team's experience cards to page through (R10)."""

import pygame

from booster.card_face import Face, experience_face
from booster.engine.state import Score
from booster.names import score_sentence
from booster.window.art import token_in
from booster.window.paint import focus_ring, panel
from booster.window.screen import Screen
from booster.window.screens.bar import TopBar
from booster.window.screens.card_view import CardView
from booster.window.screens.drawing import score_bar, write
from booster.window.screens.play_screen import GAP, PlayScreen
from booster.window.screens.points_chart import PointsChart
from booster.window.screens.table import Table
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Transition
from booster.window.widgets import UNUSED, Answer, Button, Label, ScrollArea, Widget

LEAST_ROWS, MOST_ROWS = 2, 4  # team rows under the chart


class Results(PlayScreen):
    """The teams in their order at the left; at the right the cards of the team chosen."""

    def __init__(self, table: Table, note: str = "") -> None:
        """Show the first team's first card."""
        super().__init__(table, note, 0)
        tr = self.tr
        self.card = 0
        self._rows = tuple(TeamRow(table, team, self) for team in range(len(table.state.teams)))
        self._teams = ScrollArea(tr("Teams"), self._rows, gap=16)
        self._chart = PointsChart(table, 0)
        self._count = Label("", Size.HEADING, bold=True)
        self._view = CardView(self._face())
        self._before = Button("", self._card_before, icon_name="arrow-left", name=tr("Card before"))
        self._after = Button("", self._card_after, icon_name="arrow-right", name=tr("Next card"))
        self._leave = Button(tr("Back to the title"), self.back, primary=True)
        self._say_count()
        self._shown = (self._count, self._before, self._after, self._view, self._teams, self._leave)
        self.fill(self._chart, *self._shown, focus=self._after)

    def make_bar(self) -> TopBar:
        """Say that the game has ended."""
        return TopBar(
            self.tr("Launched! Points become experience"),
            self.tr("Points are no ranking: they say how many cards a team takes home."),
            tr=self.tr,
        )

    # --- which card

    def _cards(self) -> tuple[str, ...]:
        return self.table.state.teams[self.team].experiences

    def _face(self) -> Face:
        """The card at hand; a card that says so where the team has none."""
        cards = self._cards()
        if not cards:
            words = self.tr("{team} has no experience card.", team=self.table.title(self.team))
            return Face("experience", "", self.table.name(self.team), (words,), None, ())
        return experience_face(self.table.deck.experience(cards[self.card]), self.tr)

    def _say_count(self) -> None:
        cards, name = self._cards(), self.table.name(self.team)
        number = min(self.card + 1, len(cards))
        self._count.words = self._count.name = self.tr(
            "{team}: card {number} of {count}", team=name, number=number, count=len(cards)
        )

    def _turn_to(self, team: int, card: int) -> Transition:
        self.team, self.card = team, card
        self._say_count()
        self._count.place(self.look, self._count.rect)
        self._view.show(self._face())
        self._chart.show(team)
        self.stale = True
        return None

    def show_team(self, team: int) -> Transition:
        """Show a team's cards, from the first."""
        return self._turn_to(team, 0)

    def _card_after(self) -> Transition:
        """The next card; after a team's last one the next team's first."""
        if self.card + 1 < len(self._cards()):
            return self._turn_to(self.team, self.card + 1)
        return self._turn_to((self.team + 1) % len(self._rows), 0)

    def _card_before(self) -> Transition:
        if self.card > 0:
            return self._turn_to(self.team, self.card - 1)
        team = (self.team - 1) % len(self._rows)
        return self._turn_to(team, max(0, len(self.table.state.teams[team].experiences) - 1))

    def on_event(self, event: pygame.Event) -> Transition:
        """Left and Right turn the cards, wherever the focus is; a long card turns its own pages first."""
        if event.type == pygame.KEYDOWN and event.key in (pygame.K_LEFT, pygame.K_RIGHT):
            by = 1 if event.key == pygame.K_RIGHT else -1
            self.stale = True
            if self._view.turn(by):
                return None
            return self._card_after() if by > 0 else self._card_before()
        return super().on_event(event)

    # --- where it is

    def layout(self, look: Look) -> None:
        """Keep room in the bar for the way back."""
        width = min(max(look.px(280), self._leave.width(look)), look.width * 3 // 10)
        self.bar.room = width + look.px(GAP)
        super().layout(look)
        bar, pad = self.bar.rect, look.px(18)
        left = bar.right - look.px(32) - width
        self._leave.place(look, pygame.Rect(left, bar.top + pad, width, bar.height - 2 * pad))

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The teams at the left, the card at the right with the arrows above it."""
        gap = look.px(GAP)
        side = box.width * 38 // 100
        self._arrange_teams(look, pygame.Rect(box.left, box.top, side, box.height))
        left = box.left + side + gap
        line = max(look.px(76), min(self._before.height(look, look.px(110)), box.height // 6))
        wide = look.px(120)
        self._after.place(look, pygame.Rect(box.right - wide, box.top, wide, line))
        self._before.place(look, pygame.Rect(box.right - 2 * wide - gap, box.top, wide, line))
        self._count.place(look, pygame.Rect(left, box.top, self._before.rect.left - gap - left, line))
        top = box.top + line + gap
        self._view.place(look, pygame.Rect(left, top, box.right - left, box.bottom - top))

    def _arrange_teams(self, look: Look, column: pygame.Rect) -> None:
        """The chart above the teams, where two teams have room under it."""
        row = self._rows[0].height(look, column.width)
        wanted = min(len(self._rows), MOST_ROWS) * (row + look.px(16)) + look.px(16)
        high = max(self._chart.height(look, column.width), column.height - look.px(GAP) - wanted)
        under = column.height - high - look.px(GAP)
        if under < LEAST_ROWS * (row + look.px(16)):
            self.fill(*self._shown)
            self._teams.place(look, column)
            return
        self.fill(self._chart, *self._shown)
        self._teams.place(look, pygame.Rect(column.left, column.bottom - under, column.width, under))
        rows = self._rows[0].rect
        self._chart.place(look, pygame.Rect(rows.left, column.top, rows.width, high))

    def help_words(self) -> tuple[str, ...]:
        """What can be done with the cards."""
        return (
            self.tr("Left and Right turn the cards. Choose a team to see the cards that it takes home."),
            self.tr("Read one aloud: what does it change for your project?"),
        )

    def again(self) -> Screen:
        """The results as they are now."""
        return Results(self.table)


class TeamRow(Widget):
    """A team's name and points, to press for its cards."""

    focusable = True

    def __init__(self, table: Table, team: int, results: Results) -> None:
        """Show one team."""
        super().__init__(score_sentence(team, table.state, table.tr))
        self.table = table
        self.team = team
        self.results = results

    def height(self, look: Look, width: int) -> int:
        """Height of the name and the bar."""
        return max(look.px(112), look.line_height(Size.BODY) + look.px(64))

    def width(self, look: Look) -> int:
        """Width for a name and a bar."""
        return look.px(600)

    def press(self, pos: tuple[int, int] | None = None) -> Transition:
        """Show the team's cards."""
        return self.results.show_team(self.team)

    def on_key(self, event: pygame.Event) -> Answer:
        """Leave all keys to the screen."""
        return UNUSED

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the letter, the name, the bar in three parts and the total."""
        look, rect = self.look, self.rect
        chosen = self.results.team == self.team
        if self.focused:
            focus_ring(surface, look, rect, look.px(20))
        theme = look.theme
        edge = theme.accent if chosen else theme.outline if self.hovered else theme.line
        fill = theme.accent_pale if chosen else theme.white
        panel(surface, rect, fill, edge, look.px(20), look.px(4 if chosen else 2))
        inner = rect.inflate(-2 * look.px(18), -2 * look.px(12))
        side = look.px(70)
        token = pygame.Rect(inner.left, inner.top, side, inner.height)
        token_in(surface, look, self.team, self.table.colour(self.team), token, chosen)
        left, total = inner.left + side + look.px(18), look.px(84)
        name = pygame.Rect(left, inner.top, inner.right - total - left, inner.height - look.px(42))
        write(surface, look, self.table.name(self.team), name, Size.BODY, bold=True)
        bar = pygame.Rect(left, inner.bottom - look.px(38), name.width, look.px(38))
        score = self._score()
        score_bar(surface, look, score, bar, max(team.score.total for team in self.table.state.teams))
        room = pygame.Rect(inner.right - total, inner.top, total, inner.height)
        write(surface, look, str(score.total), room, Size.HEADING, bold=True, align="right")

    def _score(self) -> Score:
        return self.table.state.teams[self.team].score
