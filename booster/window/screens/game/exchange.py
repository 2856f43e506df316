"""The exchange: a team after another turns its points into experience cards (R10)."""

import pygame

from booster.decks.model import PILLARS
from booster.engine.events import CardBought, PointsLeftOver
from booster.engine.state import Score
from booster.window.art import token_in
from booster.window.icons import icon
from booster.window.motion import Clock, one_by_one
from booster.window.paint import panel
from booster.window.screen import Screen
from booster.window.screens.game.bar import TopBar
from booster.window.screens.game.bought import Bought, BoughtCards
from booster.window.screens.game.counters import Counter, draw_counter, draw_flying, lay_counters, purchases
from booster.window.screens.game.moving import MovingScreen
from booster.window.screens.game.play_screen import GAP
from booster.window.screens.game.results import Results
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Replace, Transition
from booster.window.widgets import Button, Label, Widget

BUY_MS, APART_MS, ALL_MS = 420, 150, 1180
TOKEN_HIGH = 46  # percent of the room under the points


class Exchange(MovingScreen):
    """One team's points, and the cards that they buy; then the next team's."""

    cue = "exchange"

    def __init__(self, table: Table, team: int = 0, note: str = "") -> None:
        """Show the exchange of a team, the first to begin with."""
        super().__init__(table, note, team)
        tr, state = self.tr, table.state
        self._score = state.teams[team].score
        cards = state.teams[team].experiences
        self._points = Label(tr.plural("{n} point", "{n} points", self._score.total), Size.TITLE, bold=True)
        self._count = Label(
            tr.plural("{n} experience card", "{n} experience cards", len(cards)), Size.TITLE, bold=True
        )
        bought = [e for e in table.session.events if isinstance(e, CardBought) and e.team == team]
        self._purchases = purchases(bought, self._score, state.game.deck.path.points_per_card)
        self._cards = BoughtCards(
            [Bought(table.deck.experience(each.card).title, each.pillar) for each in self._purchases]
        )
        self._left_over = Label(" ".join(self._said_left_over()), Size.LABEL, colour="muted")
        last = team + 1 == len(state.teams)
        label = tr("To the experience cards") if last else tr("Next: {team}", team=table.name(team + 1))
        self._next = Button(label, self._go_on, primary=True, size=Size.HEADING)
        self._left = pygame.Rect(0, 0, 0, 0)
        self._right = pygame.Rect(0, 0, 0, 0)
        self._token = pygame.Rect(0, 0, 0, 0)
        self._counters: tuple[Counter, ...] = ()
        self._beats = one_by_one(len(bought), BUY_MS, APART_MS, ALL_MS)
        self._begun = self._landed = 0  # how many purchases the picture shows as begun, as done
        self.clock = Clock(self._beats[-1].end if self._beats else 0)
        self.reveal_ms = self.clock.length
        left_over: tuple[Widget, ...] = (self._left_over,) if self._left_over.name else ()
        self.fill(self._points, self._count, self._cards, *left_over, self._next, focus=self._next)

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

    def _said_left_over(self) -> tuple[str, ...]:
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

    def layout(self, look: Look) -> None:
        """Place all; a motion that was on its way begins its picture anew."""
        self._begun = self._landed = 0
        super().layout(look)

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The points at the left, an arrow, the cards at the right; the button below."""
        gap, pad = look.px(GAP), look.px(32)
        high = min(max(look.px(110), self._next.height(look, box.width)), box.height // 4)
        wide = min(box.width, max(look.px(620), self._next.width(look)))
        self._next.place(look, pygame.Rect(box.right - wide, box.bottom - high, wide, high))
        top = pygame.Rect(box.left, box.top, box.width, box.height - high - gap)
        self._left = pygame.Rect(top.left, top.top, top.width * 32 // 100, top.height)
        left = self._left.right + look.px(110)
        self._right = pygame.Rect(left, top.top, top.right - left, top.height)
        inner = self._left.inflate(-2 * pad, -2 * pad)
        below = self._place_title(look, self._points, inner)
        self._token = pygame.Rect(below.left, 0, below.width, below.height * TOKEN_HIGH // 100)
        self._token.bottom = below.bottom
        counters = pygame.Rect(below.left, below.top, below.width, self._token.top - below.top)
        self._counters = lay_counters(look, self._score, counters)
        below = self._place_title(look, self._count, self._right.inflate(-2 * pad, -2 * pad))
        left_over = self._left_over.height(look, below.width) if self._left_over.name else 0
        self._left_over.place(
            look, pygame.Rect(below.left, below.bottom - left_over, below.width, max(1, left_over))
        )
        below.height -= left_over
        self._cards.place(look, below)

    def _place_title(self, look: Look, title: Label, inner: pygame.Rect) -> pygame.Rect:
        """Place a title on top of a panel; return the room below it."""
        high = min(title.height(look, inner.width), inner.height // 3)
        title.place(look, pygame.Rect(inner.left, inner.top, inner.width, high))
        top = inner.top + high + look.px(16)
        return pygame.Rect(inner.left, top, inner.width, inner.bottom - top)

    # --- picture

    def reveal(self, *, done: bool) -> None:
        """Show all cards and what points are left, or no card yet and all points."""
        self._begun = self._landed = len(self._purchases) if done else 0
        self._cards.landed = self._landed
        self.bar.score = self._score_left(self._begun)

    def _score_left(self, begun: int) -> Score:
        """The points that are left when so many purchases have begun."""
        spent, left = self._spent(begun), dict.fromkeys(PILLARS, 0)
        for number, counter in enumerate(self._counters):
            left[counter.pillar] += number not in spent
        return Score(*left.values())

    def _spent(self, begun: int) -> frozenset[int]:
        return frozenset(number for purchase in self._purchases[:begun] for number in purchase.counters)

    def paint(self, surface: pygame.Surface) -> None:
        """Draw the two panels, the points and the team."""
        look = self.look
        deep = look.theme.kinds["experience"].deep
        for rect, edge in ((self._left, look.theme.line), (self._right, deep)):
            panel(surface, rect, look.theme.white, edge, look.px(28), look.px(3))
        arrow = icon("arrow-right", look.px(72), deep)
        middle = (self._left.right + self._right.left) // 2
        surface.blit(arrow, arrow.get_rect(center=(middle, self._left.centery)))
        token_in(surface, look, self.team, self.table.colour(self.team), self._token, lit=True)
        spent = self._spent(self._begun)
        for number, counter in enumerate(self._counters):
            draw_counter(surface, look, counter, spent=number in spent)

    def draw_moving(self, surface: pygame.Surface) -> list[pygame.Rect]:
        """Draw the points on their way; what they leave and where they land is drawn once, for good."""
        if not self.clock.running or self.still is None:
            return []
        ms = self.clock.ms
        begun = sum(beat.start < ms for beat in self._beats)
        landed = sum(beat.end <= ms for beat in self._beats)
        for picture in (surface, self.still):
            self._draw_done(picture, begun, landed)
        self._begun, self._landed = begun, landed
        drawn = []
        for number in range(landed, begun):
            if self._cards.is_shown(number):
                goal, share = self._cards.tile(number).center, self._beats[number].share(ms)
                for counter in self._purchases[number].counters:
                    drawn.append(draw_flying(surface, self.look, self._counters[counter], goal, share))
        return drawn

    def _draw_done(self, surface: pygame.Surface, begun: int, landed: int) -> None:
        """Draw what was spent since the last frame, and what has landed."""
        for purchase in self._purchases[self._begun : begun]:
            for counter in purchase.counters:
                draw_counter(surface, self.look, self._counters[counter], spent=True)
        if begun > self._begun:
            self.bar.draw_scores(surface, self._score_left(begun))
        for number in range(self._landed, landed):
            if self._cards.is_shown(number):
                self._cards.draw_tile(surface, number)

    def help_words(self) -> tuple[str, ...]:
        """What the exchange is."""
        return (
            self.tr(
                "Each point, whatever its pillar, buys an experience card: what people who did it learned."
            ),
            self.tr("Points are no ranking of people: they only say how many cards a team takes home."),
        )

    def again(self) -> Screen:
        """The same exchange; nothing is bought a second time."""
        return Exchange(self.table, self.team).at_rest()
