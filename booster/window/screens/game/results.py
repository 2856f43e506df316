"""The results: all teams with their points, and each team's experience cards to page through (R10)."""

import pygame

from booster.card_face import Face, experience_face
from booster.engine.state import Score
from booster.language import N_
from booster.names import score_sentence
from booster.window.art import token_in
from booster.window.paint import focus_ring, panel
from booster.window.screen import Screen
from booster.window.screens.cards.card_view import CardView
from booster.window.screens.game.bar import TopBar
from booster.window.screens.game.drawing import score_bar, write
from booster.window.screens.game.play_screen import GAP, PlayScreen
from booster.window.screens.game.points_chart import PointsChart
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Transition
from booster.window.widgets import UNUSED, Answer, Button, Label, ScrollArea, Widget
from booster.window.widgets.base import is_command

LEAST_ROWS, MOST_ROWS = 2, 4  # team rows under the chart
LEAST_COUNT = 75  # percent of its size: a smaller one goes without the name of the team
LEAST_SIDE = 560  # design pixels that the teams need in width


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
        self._view = CardView(self._face(), arrows=False)
        self._before = Button("", self._go_back, icon_name="arrow-left", name=tr("Card before"))
        self._next = Button("", self._go_on, primary=True, icon_name="arrow-right")
        self._leave = Button(tr("Back to the title"), self.back)
        self._header = pygame.Rect(0, 0, 0, 0)
        self._short = ""
        self._say_where(tr("Next"))
        self._shown = (self._count, self._before, self._next, self._view, self._teams, self._leave)
        self.fill(self._chart, *self._shown, focus=self._next)

    def make_bar(self) -> TopBar:
        """Say that the game has ended."""
        launched = any(team.launched for team in self.table.state.teams)
        title = N_("Launched! Points become experience") if launched else N_("Points become experience")
        return TopBar(
            self.tr(title),
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

    @property
    def _more_cards(self) -> bool:
        return self.card + 1 < len(self._cards())

    @property
    def _all_read(self) -> bool:
        """Whether this is the last page of the last team's last card."""
        last_page = self._view.page + 1 == len(self._view.sheets)
        return last_page and not self._more_cards and self.team + 1 == len(self._rows)

    def _say_where(self, on: str) -> None:
        """Name the card; `on` is what the button that goes on says."""
        tr, cards = self.tr, self._cards()
        number, count, name = min(self.card + 1, len(cards)), len(cards), self.table.name(self.team)
        self._count.name = tr("{team}: card {number} of {count}", team=name, number=number, count=count)
        self._short = tr("Card {number} of {count}", number=number, count=count)
        self._next.text = self._next.name = on
        self._before.enabled = (self.team, self.card, self._view.page) != (0, 0, 0)

    def _words_on(self) -> str:
        """What the button that goes on leads to."""
        if self._all_read:
            return self.tr("All read: home")
        page, pages = self._view.page + 1, len(self._view.sheets)
        if page < pages:
            return self.tr("Read on ({page}/{pages})", page=page, pages=pages)
        return self.tr("Next")

    def _turn_to(self, team: int, card: int) -> None:
        self.team, self.card = team, card
        self._view.show(self._face())
        self._chart.show(team)
        self._teams.scroll_to(self._rows[team])
        self._follow_page()

    def _follow_page(self) -> None:
        self._say_where(self._words_on())
        self._arrange_header()
        self.stale = True

    def show_team(self, team: int) -> Transition:
        """Show a team's cards, from the first."""
        self._turn_to(team, 0)
        return None

    def _go_on(self) -> Transition:
        """Show what comes next; when all is read, go home."""
        return self.back() if self._all_read else self._show_next()

    def _show_next(self) -> Transition:
        """The next page; after a card's last one the next card; after a team's last one the next team's."""
        if self._view.turn(+1) or self._all_read:
            self._follow_page()
        elif self._more_cards:
            self._turn_to(self.team, self.card + 1)
        else:
            self._turn_to(self.team + 1, 0)
        return None

    def _go_back(self) -> Transition:
        """The page before, the card before, or the last card of the team before."""
        if self._view.turn(-1):
            self._follow_page()
        elif self.card > 0:
            self._turn_to(self.team, self.card - 1)
        elif self.team > 0:
            last = len(self.table.state.teams[self.team - 1].experiences) - 1
            self._turn_to(self.team - 1, max(0, last))
        return None

    def on_event(self, event: pygame.Event) -> Transition:
        """Left, Right and the clicker turn pages and cards, wherever the focus is."""
        if event.type == pygame.KEYDOWN and not is_command(event):
            match event.key:
                case pygame.K_RIGHT:
                    return self._show_next()
                case pygame.K_PAGEDOWN:
                    return self._go_on()
                case pygame.K_LEFT | pygame.K_PAGEUP:
                    return self._go_back()
        transition = super().on_event(event)
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONUP):
            self._follow_page()  # the card turns its own pages too
        return transition

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
        side = max(box.width * 31 // 100, min(look.text(LEAST_SIDE), box.width * 4 // 10))
        self._arrange_teams(look, pygame.Rect(box.left, box.top, side, box.height))
        left = box.left + side + gap
        line = min(self._before.height(look, look.px(120)), box.height // 6)
        self._header = pygame.Rect(left, box.top, box.right - left, line)
        top = box.top + line + gap * 2 // 3
        self._view.place(look, pygame.Rect(left, top, box.right - left, box.bottom - top))
        self._follow_page()

    def _arrange_header(self) -> None:
        """Which card it is, the way back, and the way on as wide as its words."""
        look, header, gap = self.look, self._header, self.look.px(GAP)
        wide = min(max(look.px(260), self._next.width(look)), header.width * 6 // 10)
        after = pygame.Rect(header.right - wide, header.top, wide, header.height)
        self._next.place(look, after)
        before = pygame.Rect(0, header.top, look.px(100), header.height)
        before.right = after.left - gap
        self._before.place(look, before)
        width = before.left - gap - header.left
        self._count.words = self._count.name
        if self._count.width(look) * LEAST_COUNT > width * 100:
            self._count.words = self._short  # the team is marked at the left
        self._count.place(look, pygame.Rect(header.left, header.top, width, header.height))

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
            self.tr("Next goes from page to page, from card to card, then to the next team; Left goes back."),
            self.tr("Choose a team to see the cards that it takes home."),
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
        bar = pygame.Rect(left, inner.bottom - look.px(38), inner.right - left, look.px(38))
        score = self._score()
        score_bar(surface, look, score, bar, max(team.score.total for team in self.table.state.teams))
        room = pygame.Rect(inner.right - total, inner.top, total, name.height)
        write(surface, look, str(score.total), room, Size.HEADING, bold=True, align="right")

    def _score(self) -> Score:
        return self.table.state.teams[self.team].score
