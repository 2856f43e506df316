"""The hand-over: which team is next, and what happened since its last turn."""

import pygame

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
from booster.names import preset_name, team_label
from booster.window.art import draw_token
from booster.window.paint import panel, rounded
from booster.window.screen import Screen
from booster.window.screens.bar import TopBar
from booster.window.screens.play_screen import GAP, PlayScreen
from booster.window.screens.table import Table
from booster.window.screens.vignette import vignette
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Transition
from booster.window.widgets import Button, Label, TextBox

MOST_SENTENCES = 3
TOKEN_HIGH, TOKEN_FOOT = 46, 6  # percent of the picture
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
        self._label = Label(label if name != label else tr("Next"), Size.HEADING, colour="muted")
        self._name = Label(name, Size.DISPLAY, bold=True)
        self._project = Label(state.team.project, Size.HEADING)
        self._news_title = Label(tr("Meanwhile"), Size.LABEL, bold=True, colour="muted")
        self._news = TextBox(news_since_last_turn(table), Size.BODY)
        self._here = Button(tr("We are here"), table.go_on, primary=True, size=Size.HEADING)
        self._side = pygame.Rect(0, 0, 0, 0)
        self._box = pygame.Rect(0, 0, 0, 0)
        news = (self._news_title, self._news) if self._news.name else ()
        self.fill(self._label, self._name, self._project, *news, self._here, focus=self._here)

    def make_bar(self) -> TopBar:
        """Say which turn it is."""
        state = self.table.state
        turn = self.tr("turn {turn}", turn=state.turn)
        below = f"{preset_name(state.game.preset_name, self.tr)} · {turn}"
        return TopBar(self.tr("Who is next?"), below, tr=self.tr)

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The team's token at the left, its words and the button at the right."""
        gap = look.px(GAP)
        side = min(box.height, box.width * 36 // 100)
        self._side = pygame.Rect(box.left, box.top, side, box.height)
        left = self._side.right + 2 * gap
        column = pygame.Rect(left, box.top, box.right - left, box.height)
        here = max(look.px(110), self._here.height(look, column.width))
        wide = min(column.width, max(look.px(480), self._here.width(look)))
        self._here.place(look, pygame.Rect(column.left, column.bottom - here, wide, here))
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
        if look.settings.high_contrast:
            rounded(surface, side, colour, look.px(32))
        else:
            land = vignette(state.game.stage_of(state.team), side.size, colour, look.theme.paper)
            surface.blit(land, side)
        token = min(side.height * TOKEN_HIGH // 100, side.width)
        foot = (side.centerx, side.bottom - side.height * TOKEN_FOOT // 100)
        draw_token(surface, look, state.on_turn, colour, foot, token, lit=True)
        if self._box.height:
            panel(surface, self._box, look.theme.white, look.theme.line, look.px(24), look.px(2))

    def update(self, dt_ms: int) -> Transition:
        """Go on at once where the settings leave the hand-over out."""
        return super().update(dt_ms) if self.look.settings.hand_over else self.table.go_on()

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
    """Return at most three sentences: the latest that matters to the team on turn."""
    team, events = table.state.on_turn, table.session.events
    turns = [n for n, event in enumerate(events) if isinstance(event, TurnStarted) and event.team == team]
    since = events[(0, *turns)[-2] : turns[-1]]
    return table.sentences(tuple(event for event in since if _matters(event, team))[-MOST_SENTENCES:])


def _matters(event: Event, team: int) -> bool:
    if isinstance(event, PointsChanged):
        return event.team == team and event.cause in ("lending", "correction")
    return isinstance(event, TOLD)
