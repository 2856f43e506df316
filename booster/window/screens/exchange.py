"""The exchange: a team after another turns its points into experience cards (R10)."""

import pygame

from booster.engine.events import PointsLeftOver
from booster.window.art import token_in
from booster.window.icons import icon
from booster.window.motion import Clock, one_by_one
from booster.window.paint import panel
from booster.window.screen import Screen
from booster.window.screens.bar import TopBar
from booster.window.screens.counters import (
    Counter,
    draw_back,
    draw_bought,
    draw_counter,
    lay_backs,
    lay_counters,
)
from booster.window.screens.moving import MovingScreen
from booster.window.screens.play_screen import GAP
from booster.window.screens.results import Results
from booster.window.screens.table import Table
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Replace, Transition
from booster.window.widgets import Button, Label, TextBox

BUY_MS, APART_MS, ALL_MS = 420, 150, 1180
TOKEN_HIGH = 46  # percent of the room under the points
BACKS_HIGH = 30  # percent of the panel


class Exchange(MovingScreen):
    """One team's points, and the cards that they buy; then the next team's."""

    cue = "exchange"

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
        self._token = pygame.Rect(0, 0, 0, 0)
        self._counters: tuple[Counter, ...] = ()
        self._backs: tuple[pygame.Rect, ...] = ()
        self._beats = one_by_one(len(cards), BUY_MS, APART_MS, ALL_MS)
        self.clock = Clock(self._beats[-1].end if self._beats else 0)
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

    # --- where it is

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The points at the left, an arrow, the cards at the right; the button below."""
        gap, pad = look.px(GAP), look.px(36)
        high = min(max(look.px(110), self._next.height(look, box.width)), box.height // 4)
        wide = min(box.width, max(look.px(620), self._next.width(look)))
        self._next.place(look, pygame.Rect(box.right - wide, box.bottom - high, wide, high))
        top = pygame.Rect(box.left, box.top, box.width, box.height - high - gap)
        self._left = pygame.Rect(top.left, top.top, top.width * 36 // 100, top.height)
        left = self._left.right + look.px(130)
        self._right = pygame.Rect(left, top.top, top.right - left, top.height)
        inner = self._left.inflate(-2 * pad, -2 * pad)
        below = self._place_title(look, self._points, inner)
        score = self.table.state.teams[self.team].score
        self._token = pygame.Rect(below.left, 0, below.width, below.height * TOKEN_HIGH // 100)
        self._token.bottom = below.bottom
        self._counters = lay_counters(
            look, score, pygame.Rect(below.left, below.top, below.width, self._token.top - below.top)
        )
        inner = self._right.inflate(-2 * pad, -2 * pad)
        below = self._place_title(look, self._cards, inner)
        row = pygame.Rect(below.left, below.top, below.width, inner.height * BACKS_HIGH // 100)
        self._backs = lay_backs(len(self._beats), row)
        rest = row.bottom + look.px(18)
        self._titles.place(look, pygame.Rect(below.left, rest, below.width, below.bottom - rest))

    def _place_title(self, look: Look, title: Label, inner: pygame.Rect) -> pygame.Rect:
        """Place a title on top of a panel; return the room below it."""
        high = min(title.height(look, inner.width), inner.height // 3)
        title.place(look, pygame.Rect(inner.left, inner.top, inner.width, high))
        top = inner.top + high + look.px(16)
        return pygame.Rect(inner.left, top, inner.width, inner.bottom - top)

    # --- picture

    def _buys(self, counter: int) -> int:
        """The card, counted from 0, that a counter buys; past the last one for points left over."""
        return counter // self.table.state.game.deck.path.points_per_card

    def paint(self, surface: pygame.Surface) -> None:
        """Draw the two panels as they are when all is exchanged."""
        look = self.look
        deep = look.theme.kinds["experience"].deep
        for rect, edge in ((self._left, look.theme.line), (self._right, deep)):
            panel(surface, rect, look.theme.white, edge, look.px(28), look.px(3))
        arrow = icon("arrow-right", look.px(84), deep)
        middle = (self._left.right + self._right.left) // 2
        surface.blit(arrow, arrow.get_rect(center=(middle, self._left.centery)))
        token_in(surface, look, self.team, self.table.colour(self.team), self._token, lit=True)
        for number, counter in enumerate(self._counters):
            draw_counter(surface, look, counter, spent=self._buys(number) < len(self._backs))
        for back in self._backs:
            draw_back(surface, back)

    def draw_moving(self, surface: pygame.Surface) -> list[pygame.Rect]:
        """Draw the points that are not spent yet, those on their way, and the cards bought so far."""
        if not self.clock.running:
            return []
        ms = self.clock.ms
        drawn = [surface.fill(self.look.theme.white, self._backs[0].unionall(self._backs[1:]))]
        for back, beat in zip(self._backs, self._beats, strict=True):
            if ms >= beat.end:
                draw_back(surface, back)
        for number, counter in enumerate(self._counters):
            card = self._buys(number)
            if card >= len(self._beats):
                continue
            share = self._beats[card].share(ms)
            if share == 0:
                drawn.append(draw_counter(surface, self.look, counter, spent=False))
            elif share < 1:
                drawn.append(draw_bought(surface, self.look, counter, self._backs[card], share))
        return drawn

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
