"""The hand-over: which team is next, and what happened since its last turn."""

from itertools import takewhile

import pygame

from booster.decks.model import PILLARS
from booster.engine.events import (
    Event,
    PointsChanged,
    Responded,
    TeamAdded,
    TeamBack,
    TeamLaunched,
    TeamPassed,
    ToolAdopted,
    ToolLeft,
    TurnSkipped,
    TurnStarted,
)
from booster.language import Translator
from booster.names import inside_quotes, pillar_name, preset_name, signed, team_label
from booster.window.art import draw_token
from booster.window.paint import panel
from booster.window.screen import Screen
from booster.window.screens.game.bar import TopBar
from booster.window.screens.game.play_screen import GAP, PlayScreen
from booster.window.screens.game.table import Table
from booster.window.screens.game.vignette import own_space, vignette
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Transition
from booster.window.widgets import Button, Label, TextBox

MOST_SENTENCES = 3
PICTURE_WIDE = 42  # percent of the window
TOKEN_HIGH, TOKEN_WIDE = 37, 45  # percent of the picture: it is no higher
STILL_MS = 50  # the window keeps its size: nobody is dragging its edge
TOLD = (Responded, ToolAdopted, ToolLeft, TeamLaunched, TeamAdded, TeamPassed, TeamBack, TurnSkipped)


class HandOver(PlayScreen):
    """One thing to do: the team that is next says that it is here."""

    cue = "turn"

    def __init__(self, table: Table, note: str = "") -> None:
        """Announce the team on turn."""
        super().__init__(table, note)
        state, tr = table.state, self.tr
        name = table.name(state.on_turn)
        label = team_label(state.on_turn, tr)
        self._label = Label(label if name != label else tr("Your turn"), Size.HEADING, colour="muted")
        self._name = Label(name, Size.DISPLAY, bold=True)
        self._project = Label(state.team.project, Size.HEADING)
        self._news_title = Label(tr("Since your last turn"), Size.LABEL, bold=True, colour="muted")
        self._news = TextBox(news_since_last_turn(table), Size.BODY)
        self._here = Button(tr("We are here"), table.go_on, primary=True, size=Size.HEADING)
        self._side = pygame.Rect(0, 0, 0, 0)
        self._box = pygame.Rect(0, 0, 0, 0)
        self._shown_ms: int | None = None  # how long it is on the screen in this size
        news = (self._news_title, self._news) if self._news.name else ()
        self.fill(self._label, self._name, self._project, *news, self._here, focus=self._here)

    def make_bar(self) -> TopBar:
        """Say which turn it is."""
        state = self.table.state
        turn = self.tr("turn {turn}", turn=self.table.turn_of(state.on_turn))
        below = f"{preset_name(state.game.preset_name, self.tr)} · {turn}"
        return TopBar(self.tr("Who is next?"), below, score=state.team.score, tr=self.tr)

    def layout(self, look: Look) -> None:
        """Place all; the board is prepared for a window of this size."""
        self._shown_ms = None
        super().layout(look)

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The team's token at the left, its words at the right, the button where the others have theirs."""
        gap = look.px(GAP)
        side = min(box.height, box.width * PICTURE_WIDE // 100)
        self._side = pygame.Rect(box.left, box.top, side, box.height)
        left = self._side.right + 2 * gap
        column = pygame.Rect(left, box.top, box.right - left, box.height)
        here = max(look.px(110), self._here.height(look, column.width))
        wide = min(column.width, max(look.px(480), self._here.width(look)))
        self._here.place(look, pygame.Rect(column.right - wide, column.bottom - here, wide, here))
        news = self._place_news(
            look, pygame.Rect(column.left, column.top, column.width, column.height - here - gap)
        )
        words = pygame.Rect(column.left, column.top, column.width, news - gap - column.top)
        self._place_names(look, words)

    def _place_news(self, look: Look, column: pygame.Rect) -> int:
        """Place the news at the bottom of `column`; return where they begin."""
        pad = look.px(28)
        self._box = pygame.Rect(column.left, column.bottom, column.width, 0)
        if not self._news.name:
            return column.bottom
        title = self._news_title.height(look, column.width)
        wanted = title + self._news.height(look, column.width - 2 * pad) + 2 * pad
        high = min(wanted, column.height * 55 // 100)
        self._box = pygame.Rect(column.left, column.bottom - high, column.width, high)
        inner = self._box.inflate(-2 * pad, -2 * pad)
        self._news_title.place(look, pygame.Rect(inner.left, inner.top, inner.width, title))
        self._news.place(look, pygame.Rect(inner.left, inner.top + title, inner.width, inner.height - title))
        return self._box.top

    def _place_names(self, look: Look, words: pygame.Rect) -> None:
        label = min(self._label.height(look, words.width), words.height // 4)
        name = min(self._name.height(look, words.width), words.height // 2)
        project = min(self._project.height(look, words.width), words.height - label - name)
        top = words.top + max(0, (words.height - label - name - project) // 2)
        for widget, height in ((self._label, label), (self._name, name), (self._project, project)):
            widget.place(look, pygame.Rect(words.left, top, words.width, max(1, height)))
            top += height

    def paint(self, surface: pygame.Surface) -> None:
        """Draw the team's token where it is, and the card behind the news."""
        look, state = self.look, self.table.state
        colour, side = self.table.colour(state.on_turn), self._side
        kinds, team = tuple(kind for _, kind in state.game.path), state.team
        land = vignette(look, state.game.stage_of(team), kinds, team.space, side.size, colour)
        surface.blit(land, side)
        x, y = own_space(side.size)
        high = min(side.height * TOKEN_HIGH, side.width * TOKEN_WIDE) // 100
        draw_token(surface, look, state.on_turn, colour, (side.left + x, side.top + y), high, lit=True)
        if self._box.height:
            panel(surface, self._box, look.theme.white, look.theme.line, look.px(24), look.px(2))

    def draw(self, surface: pygame.Surface) -> None:
        """Draw all; from then on the board can be prepared."""
        super().draw(surface)
        self._shown_ms = self._shown_ms or 0

    def update(self, dt_ms: int) -> Transition:
        """Go on at once where the settings leave the hand-over out; else prepare the board meanwhile."""
        if not self.look.settings.hand_over:
            return self.table.go_on()
        if self._shown_ms is not None:
            before, self._shown_ms = self._shown_ms, self._shown_ms + dt_ms
            if before < STILL_MS <= self._shown_ms:
                self._prepare_board()
        return super().update(dt_ms)

    def _prepare_board(self) -> None:
        from booster.window.screens.board.board import Board  # it knows this module

        Board(self.table).prepare(self.look)

    def help_words(self) -> tuple[str, ...]:
        """What the hand-over is for."""
        return (
            self.tr("This team plays next. The others make room at the screen."),
            self.tr("When everybody of the team is there, press “We are here”."),
        )

    def again(self) -> Screen:
        """The hand-over to the team that is next now."""
        return HandOver(self.table)


def news_since_last_turn(table: Table) -> tuple[str, ...]:
    """Return at most three sentences: the latest that the other teams did, or that they gave this one."""
    team, events = table.state.on_turn, table.session.events
    own = [n for n, event in enumerate(events) if isinstance(event, TurnStarted) and event.team == team]
    starts = (n for n, event in enumerate(events) if isinstance(event, TurnStarted))
    begin = next(n for n in starts if n > own[-2]) if len(own) > 1 else 0
    since = events[begin : own[-1]]
    told = [(n, event) for n, event in enumerate(since) if _matters(event, team)]
    return tuple(_news(table, event, since[n + 1 :]) for n, event in told[-MOST_SENTENCES:])


def _matters(event: Event, team: int) -> bool:
    if isinstance(event, PointsChanged):
        return event.team == team and event.cause in ("lending", "correction")
    return isinstance(event, TOLD) and event.team != team


def _news(table: Table, event: Event, after: tuple[Event, ...]) -> str:
    """One of the news; what a team won and lost stands beside what it did."""
    tr = table.tr
    points = _points(after, tr)
    match event:
        case Responded(team=team, card=card, response=response):
            did = table.deck.challenge(card).responses[response].do
            words = tr("{team}: “{do}”", team=table.name(team), do=inside_quotes(did, tr))
        case ToolAdopted(team=team, tool=tool):
            title = table.deck.tool(tool).title
            words = tr("{team}: tool “{tool}” adopted", team=table.name(team), tool=inside_quotes(title, tr))
        case PointsChanged(cause="lending", pillar=pillar, applied=won, tool=tool) if tool:
            title = inside_quotes(table.deck.tool(tool).title, tr)
            words = tr("You lent “{tool}”", tool=title)
            points = f"{pillar_name(pillar, tr).lower()} {signed(won)}"
        case _:
            return table.sentences((event,))[0]
    return tr("{what} ({points})", what=words, points=points) if points else words


def _points(after: tuple[Event, ...], tr: Translator) -> str:
    """What a team won and lost by what it did, pillar after pillar: `economy +2, social −1`."""
    moves = [
        each
        for each in takewhile(lambda each: isinstance(each, PointsChanged), after)
        if isinstance(each, PointsChanged) and each.cause not in ("lending", "correction")
    ]
    sums = {pillar: sum(each.applied for each in moves if each.pillar == pillar) for pillar in PILLARS}
    return ", ".join(f"{pillar_name(pillar, tr).lower()} {signed(by)}" for pillar, by in sums.items() if by)
