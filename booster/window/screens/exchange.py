"""The exchange: a team after another turns its points into experience cards (R10)."""

import pygame

from booster.engine.events import PointsLeftOver
from booster.names import team_letter
from booster.window.icons import icon
from booster.window.paint import disc, panel
from booster.window.screen import Screen
from booster.window.screens.bar import TopBar
from booster.window.screens.drawing import score_bar
from booster.window.screens.play_screen import GAP, PlayScreen
from booster.window.screens.results import Results
from booster.window.screens.table import Table
from booster.window.text import Look
from booster.window.theme import KINDS, LINE, WHITE, Size
from booster.window.transition import Replace, Transition
from booster.window.widgets import Button, Label, TextBox


class Exchange(PlayScreen):
    """One team's points, and the cards that they buy; then the next team's."""

    def __init__(self, table: Table, team: int = 0, note: str = "") -> None:
        """Show the exchange of a team, the first to begin with."""
        super().__init__(table, note, team)
        tr, teams = self.tr, table.state.teams
        points, cards = teams[team].score.total, teams[team].experiences
        self._points = Label(tr.plural("{n} point", "{n} points", points), Size.TITLE, bold=True)
        self._cards = Label(
            tr.plural("{n} experience card", "{n} experience cards", len(cards)), Size.TITLE, bold=True
        )
        titles = "\n".join(f"• {table.deck.experience(card).title}" for card in cards)
        self._titles = TextBox((titles, *self._left_over()), Size.CARD_BODY)
        last = team + 1 == len(teams)
        label = tr("To the experience cards") if last else tr("Next: {team}", team=table.name(team + 1))
        self._next = Button(label, self._go_on, primary=True, size=Size.HEADING)
        self._left = pygame.Rect(0, 0, 0, 0)
        self._right = pygame.Rect(0, 0, 0, 0)
        self.fill(self._points, self._cards, self._titles, self._next, focus=self._next)

    def make_bar(self) -> TopBar:
        """Say what this is about, and whose points they are."""
        table, team = self.table, self.table.state.teams[self.team]
        return TopBar(
            table.name(self.team),
            self.tr("Points become experience"),
            team=self.team,
            colour=table.colour(self.team),
            score=team.score,
            tr=self.tr,
        )

    def _left_over(self) -> tuple[str, ...]:
        events = self.table.session.events
        return self.table.sentences(
            tuple(e for e in events if isinstance(e, PointsLeftOver) and e.team == self.team)
        )

    def _go_on(self) -> Transition:
        following = self.team + 1
        if following < len(self.table.state.teams):
            return Replace(Exchange(self.table, following))
        return Replace(Results(self.table))

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The points at the left, an arrow, the cards at the right; the button below."""
        gap, pad = look.px(GAP), look.px(36)
        high = min(max(look.px(110), self._next.height(look, box.width)), box.height // 4)
        wide = min(box.width, max(look.px(620), self._next.width(look)))
        self._next.place(look, pygame.Rect(box.right - wide, box.bottom - high, wide, high))
        top = pygame.Rect(box.left, box.top, box.width, box.height - high - gap)
        side = top.width * 36 // 100
        self._left = pygame.Rect(top.left, top.top, side, top.height)
        self._right = pygame.Rect(self._left.right + look.px(130), top.top, 0, top.height)
        self._right.width = top.right - self._right.left
        inner = self._left.inflate(-2 * pad, -2 * pad)
        self._points.place(
            look, pygame.Rect(inner.left, inner.top + inner.height * 6 // 10, inner.width, inner.height // 4)
        )
        inner = self._right.inflate(-2 * pad, -2 * pad)
        title = min(self._cards.height(look, inner.width), inner.height // 3)
        self._cards.place(look, pygame.Rect(inner.left, inner.top, inner.width, title))
        below = title + look.px(16)
        self._titles.place(
            look, pygame.Rect(inner.left, inner.top + below, inner.width, inner.height - below)
        )

    def paint(self, surface: pygame.Surface) -> None:
        """Draw the two cards and the arrow between them."""
        look, table = self.look, self.table
        for rect, edge in ((self._left, LINE), (self._right, KINDS["experience"].fill)):
            panel(surface, rect, WHITE, edge, look.px(28), look.px(3))
        inner = self._left.inflate(-2 * look.px(36), -2 * look.px(36))
        size = min(inner.width, inner.height) * 45 // 100
        centre = (inner.centerx, inner.top + inner.height * 22 // 100)
        disc(surface, look, centre, size, table.colour(self.team), team_letter(self.team))
        bar = pygame.Rect(inner.left, inner.top + inner.height * 48 // 100, inner.width, inner.height // 10)
        score = table.state.teams[self.team].score
        score_bar(surface, look, score, bar, max(score.total, 1))
        arrow = icon("arrow-right", look.px(84), KINDS["experience"].deep)
        surface.blit(
            arrow, arrow.get_rect(center=((self._left.right + self._right.left) // 2, self._left.centery))
        )

    def help_words(self) -> tuple[str, ...]:
        """What the exchange is."""
        return (
            self.tr(
                "Each point, whatever its pillar, buys an experience card: what people who did it learned."
            ),
            self.tr("Points are no ranking of people: they only say how many cards a team takes home."),
        )

    def again(self) -> Screen:
        """The same exchange."""
        return Exchange(self.table, self.team)
