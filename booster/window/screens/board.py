"""The board: the trail with its stages and spaces, the teams on it, the die, what happened last."""

import pygame

from booster.decks.model import KINDS as DRAWN_KINDS
from booster.decks.model import Kind
from booster.engine.actions import ChooseKind, Roll
from booster.engine.events import (
    CardBought,
    CardDrawn,
    Event,
    Moved,
    NoCard,
    PointsLeftOver,
    Rolled,
    TeamLaunched,
    TurnStarted,
)
from booster.engine.state import ToChooseKind, ToRoll
from booster.names import kind_name
from booster.window.motion import Beat, Clock
from booster.window.paint import disc
from booster.window.screen import Screen
from booster.window.screens.hand_over import TOLD
from booster.window.screens.map import Journey, Map
from booster.window.screens.moving import MovingScreen
from booster.window.screens.panels import TeamPanels
from booster.window.screens.play_screen import GAP
from booster.window.screens.strip import Strip
from booster.window.screens.table import Table
from booster.window.text import Look, Run, Words
from booster.window.theme import Size
from booster.window.transition import Transition
from booster.window.widgets import Button
from booster.words import action_label

LATEST = 3  # sentences
DIE = Beat(0, 520)
NOT_TOLD = (TurnStarted, CardBought, PointsLeftOver)
SHOWN_KINDS = ("challenge", "tool", "choice")


class Board(MovingScreen):
    """Roll here, see the move, choose the kind of card on a choice space (R4, R5)."""

    def __init__(self, table: Table, news: tuple[Event, ...] = (), note: str = "") -> None:
        """Show the board; `news` is what the roll has just done."""
        rolled = next((event for event in news if isinstance(event, Rolled)), None)
        moving = next((event for event in news if isinstance(event, Rolled | NoCard)), None)
        super().__init__(table, note, moving.team if moving else None)
        self.news = news
        launched = any(isinstance(event, TeamLaunched) for event in news)
        if rolled:
            self.cue = "launch" if launched else "die"
        self.passed = any(isinstance(event, TurnStarted) for event in news)
        moved = next((event for event in news if isinstance(event, Moved)), None)
        self._journey = Journey.of(moved, launched, DIE.end) if moved else None
        self._map = Map(table, self.team, self._lit(moved), self._journey)
        self._legend = pygame.Rect(0, 0, 0, 0)
        self._panels = TeamPanels(table, self.team)
        self._now = self._make_button()
        drawn = tuple(event.kind for event in news if isinstance(event, CardDrawn))
        self._strip = Strip(self._sentences(), rolled.die if rolled else None, drawn, self._make_kinds())
        now = (self._now,) if self._now else ()
        strip = self._strip.widgets
        self.fill(*now, *strip, *self._map.labels, self._panels, focus=(*now, *strip)[0])
        if self._journey:
            self.clock = Clock(self._journey.over)

    def _lit(self, moved: Moved | None) -> range:
        """The spaces that the team has just walked over, else those that its next roll can reach."""
        state = self.table.state
        if moved:
            return range(moved.start + 1, moved.end + 1)
        if not isinstance(state.waiting, ToRoll) or self.passed:
            return range(0)
        lowest, highest = state.game.preset.die
        return range(state.team.space + lowest, state.team.space + highest + 1)

    # --- what is on it

    def _sentences(self) -> Words:
        """What the roll did; before it, the last that happened in the game, the very last in bold."""
        if self.news:
            told = tuple(event for event in self.news if not isinstance(event, NOT_TOLD))
        else:
            latest = 1 if isinstance(self.table.state.waiting, ToChooseKind) else LATEST
            told = tuple(event for event in self.table.session.events if isinstance(event, TOLD))[-latest:]
        words = self.table.sentences(told)
        if not words:
            return self.tr("The trail is open: roll the die, and see where your project goes.")
        before = tuple(Run(f"{sentence}\n", colour="muted") for sentence in words[:-1])
        return (*before, Run(words[-1], bold=True))

    def _make_button(self) -> Button | None:
        """The one thing to do now; none where a kind is to be chosen."""
        table, tr, state = self.table, self.tr, self.table.state
        size = Size.HEADING
        if state.over:
            return Button(tr("Exchange the points"), table.pass_on, primary=True, size=size)
        if self.passed:
            return Button(tr("Next: {team}", team=table.name(state.on_turn)), table.pass_on, primary=True)
        if isinstance(state.waiting, ToRoll):
            return Button(action_label(Roll(), state, table.deck, tr), self._roll, primary=True, size=size)
        if isinstance(state.waiting, ToChooseKind):
            return None
        return Button(tr("Turn the card over"), table.go_on, primary=True, size=size)

    def _make_kinds(self) -> tuple[tuple[Kind, Button], ...]:
        if self._now is not None:
            return ()
        return tuple((kind, self._make_kind(number, kind)) for number, kind in enumerate(DRAWN_KINDS, 1))

    def _make_kind(self, number: int, kind: Kind) -> Button:
        def draw() -> Transition:
            return self.table.act(ChooseKind(kind))

        label = action_label(ChooseKind(kind), self.table.state, self.table.deck, self.tr)
        return Button(label, draw, number=number)

    def _roll(self) -> Transition:
        return self.table.act(Roll())

    # --- where it is

    def layout(self, look: Look) -> None:
        """Keep room in the bar for the button of the moment."""
        width = 0
        if self._now:
            width = min(max(look.px(300), self._now.width(look)), look.width * 26 // 100)
        self.bar.room = width + look.px(GAP) if width else 0
        super().layout(look)
        if self._now:
            bar = self.bar.rect
            height = bar.height - 2 * look.px(18)
            left = bar.right - look.px(32) - width
            self._now.place(look, pygame.Rect(left, bar.top + look.px(18), width, height))

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The land with the trail, on the sea what happened, at the bottom the teams."""
        gap = look.px(14)
        high = min(self._panels.height(look, box.width), box.height * 45 // 100)
        self._panels.place(look, pygame.Rect(box.left, box.bottom - high, box.width, high))
        strip = self._strip.height(look)
        self._strip.place(look, pygame.Rect(box.left, box.bottom - high - gap - strip, box.width, strip))
        top = (
            max(command.rect.bottom for command in self.commands) + gap
        )  # a note that comes and goes lies over the sky
        self._map.place(look, pygame.Rect(box.left, top, box.width, self._strip.rect.top - top))
        legend = sum(self._legend_width(look, name) for name in self._legend_names())
        self._legend = self.beside if legend <= self.beside.width else pygame.Rect(0, 0, 0, 0)

    def _legend_names(self) -> tuple[str, ...]:
        return (kind_name("challenge", self.tr), kind_name("tool", self.tr), kind_name("choice", self.tr))

    def _legend_width(self, look: Look, name: str) -> int:
        return look.px(34 + 8 + 20) + look.fonts.width(name, look.text(Size.LABEL))

    # --- picture

    def paint(self, surface: pygame.Surface) -> None:
        """Draw all that does not move: the land, the teams, the strip."""
        self._map.draw(surface)
        self._strip.draw(surface)
        if self._legend.width:
            self._draw_legend(surface)

    def draw_moving(self, surface: pygame.Surface) -> list[pygame.Rect]:
        """Draw the team on its way, and the die."""
        ms = self.clock.ms if self.clock.running else self.clock.length
        return [
            *self._map.draw_journey(surface, ms),
            *self._strip.draw_die(surface, self._map.rect.top, DIE.share(ms) if self._journey else 1.0),
        ]

    def _draw_legend(self, surface: pygame.Surface) -> None:
        look, left = self.look, self._legend.left
        for kind, name in zip(SHOWN_KINDS, self._legend_names(), strict=True):
            tint, middle = look.theme.kinds[kind], (left + look.px(17), self._legend.centery)
            disc(surface, look, middle, look.px(34), tint.fill)
            disc(surface, look, middle, look.px(24), look.theme.white)
            word = look.fonts.render(name, look.text(Size.LABEL), look.theme.ink)
            surface.blit(word, word.get_rect(midleft=(left + look.px(42), self._legend.centery)))
            left += self._legend_width(look, name)

    def help_words(self) -> tuple[str, ...]:
        """How the board works."""
        tr = self.tr
        return (
            tr(
                "The team on turn rolls the die and moves along the trail, stage after stage, to the harbour."
            ),
            tr("Mountain: a challenge. Wrench: a tool. Question mark: the team chooses which of the two."),
            tr("Past the last space a project is launched, and the team’s path ends."),
            tr("The panels at the bottom show where every team is, and its points."),
        )

    def again(self) -> Screen:
        """The board as it is now."""
        return Board(self.table, self.news)
