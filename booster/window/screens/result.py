"""The result: what was chosen, what happens then, and the reason for every point (R6 to R9)."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from booster.card_face import Face, story_face
from booster.decks.model import PILLARS, Pillar
from booster.engine.events import Event, PointsChanged, Responded, ToolAdopted, ToolLeft
from booster.names import signed, team_letter
from booster.window.motion import Clock, one_by_one
from booster.window.paint import disc, panel
from booster.window.screen import Screen
from booster.window.screens.card_view import CardView
from booster.window.screens.drawing import draw_points
from booster.window.screens.flight import (
    ALL_MS,
    APART_MS,
    FLY_MS,
    Flight,
    draw_flight,
    score_at,
)
from booster.window.screens.moving import MovingScreen
from booster.window.screens.play_screen import GAP
from booster.window.screens.table import Table
from booster.window.text import Look, Run, Words
from booster.window.theme import Colour, Size
from booster.window.widgets import Button, Label, ScrollArea, Widget
from booster.words import event_sentence, points_sentence

Decision = Responded | ToolAdopted | ToolLeft


class Result(MovingScreen):
    """What the team's decision led to; then the next team."""

    cue = "points"

    def __init__(self, table: Table, events: tuple[Event, ...], note: str = "") -> None:
        """Show what a response, or a decision about a tool, has just done."""
        self.decision = next(e for e in events if isinstance(e, Responded | ToolAdopted | ToolLeft))
        super().__init__(table, note, self.decision.team)
        self.events = events
        tr, state = self.tr, table.state
        self._story = CardView(self._story_face())
        self._points_title = Label(tr("Why the points moved"), Size.HEADING, bold=True)
        moved = [event for event in events if isinstance(event, PointsChanged)]
        rows = tuple(PointRow(_moved(table, event, self.team)) for event in moved)
        nothing = Label(tr("No points move this time."), Size.BODY)
        self._points = ScrollArea(tr("Why the points moved"), rows or (nothing,), gap=12)
        self._flights = self._make_flights(moved, rows)
        label = (
            tr("Exchange the points") if state.over else tr("Next: {team}", team=table.name(state.on_turn))
        )
        self._next = Button(label, table.pass_on, primary=True, size=Size.HEADING)
        self.fill(self._story, self._points_title, self._points, self._next, focus=self._next)

    def _story_face(self) -> Face:
        table, tr = self.table, self.tr
        match self.decision:
            case Responded(card=card, response=number, tool=tool):
                challenge = table.deck.challenge(card)
                response = challenge.responses[number]
                helped = (tr("“{tool}” helped.", tool=table.deck.tool(tool).title),) if tool else ()
                words: tuple[Words, ...] = (
                    (Run(response.do, bold=True),),
                    (Run(tr("What happens"), bold=True, colour="muted"),),
                    response.then,
                    *helped,
                )
                return story_face(challenge, words, tr)
            case ToolAdopted(tool=tool) | ToolLeft(tool=tool):
                told = event_sentence(self.decision, table.state, table.deck, tr)
                held = table.deck.tool(tool)
                return story_face(held, ((Run(told, bold=True),), held.what), tr)

    def _make_flights(
        self, moved: Sequence[PointsChanged], rows: Sequence["PointRow"]
    ) -> tuple[tuple[Flight, "PointRow"], ...]:
        """The points that this team won and lost, each with the row that says why."""
        own = [
            (event, row)
            for event, row in zip(moved, rows, strict=True)
            if event.team == self.team and event.applied
        ]
        beats = one_by_one(len(own), FLY_MS, APART_MS, ALL_MS)
        self.clock = Clock(beats[-1].end if beats else 0)
        return tuple(
            (Flight(event.pillar, event.applied, beat), row)
            for (event, row), beat in zip(own, beats, strict=True)
        )

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The story at the left, the points at the right, the button below them."""
        gap = look.px(GAP)
        self._story.place(look, pygame.Rect(box.left, box.top, box.width * 46 // 100, box.height))
        left = self._story.rect.right + 2 * gap
        width = box.right - left
        high = min(max(look.px(110), self._next.height(look, width)), box.height // 4)
        self._next.place(look, pygame.Rect(left, box.bottom - high, width, high))
        title = look.line_height(Size.HEADING)
        self._points_title.place(look, pygame.Rect(left, box.top, width, title))
        top = box.top + title + look.px(8)
        self._points.place(
            look, pygame.Rect(left - look.px(12), top, width + look.px(12), self._next.rect.top - gap - top)
        )

    def draw_moving(self, surface: pygame.Surface) -> list[pygame.Rect]:
        """Draw the points on their way, and the counters as they are by now."""
        if not self.clock.running or self.bar.score is None:
            return []
        ms, flights = self.clock.ms, tuple(flight for flight, _ in self._flights)
        counting = frozenset(flight.pillar for flight in flights if flight.is_counting(ms))
        self.bar.draw_scores(surface, score_at(self.bar.score, flights, ms), counting)
        drawn = [self.bar.box(pillar) for pillar in PILLARS]
        for flight, row in self._flights:
            share = flight.in_the_air(ms)
            if share is not None and ms >= flight.beat.start:
                begin = row.chip.clamp(self._points.rect)
                drawn.append(
                    draw_flight(surface, self.look, flight, begin, self.bar.box(flight.pillar), share)
                )
        return drawn

    def help_words(self) -> tuple[str, ...]:
        """What the result shows."""
        return (
            self.tr("Every point has its reason. A score never falls below 0."),
            self.tr("Was that a slip of the hand? U takes it back: the same card lies on the table again."),
        )

    def again(self) -> Screen:
        """The same result with the scores as they are now."""
        return Result(self.table, self.events)


@dataclass(frozen=True, slots=True)
class _Moved:
    """One line of the points: what moved and why, as it is drawn; the team where it is another one."""

    pillar: Pillar
    points: str
    words: str
    letter: str
    colour: Colour


def _moved(table: Table, event: PointsChanged, team: int) -> _Moved:
    words = points_sentence(event, table.deck, table.tr)
    other = event.team != team
    if other:
        words = event_sentence(event, table.state, table.deck, table.tr)
    letter = team_letter(event.team) if other else ""
    return _Moved(event.pillar, signed(event.applied), words, letter, table.colour(event.team))


class PointRow(Widget):
    """A chip with the points that moved, and the sentence that says why (R9)."""

    def __init__(self, moved: _Moved) -> None:
        """Show one movement."""
        super().__init__(moved.words)
        self.moved = moved
        self._words = Label(moved.words, Size.BODY)

    def _left(self, look: Look) -> int:
        return look.px(20 + 170 + 24 + (70 if self.moved.letter else 0))

    def height(self, look: Look, width: int) -> int:
        """Height of the sentence, or of the chip if that is more."""
        inner = max(1, width - self._left(look) - look.px(20))
        return max(look.px(100), self._words.height(look, inner) + look.px(20))

    def width(self, look: Look) -> int:
        """Width at which the sentence does not wrap."""
        return self._left(look) + self._words.width(look) + look.px(20)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the sentence beside the chip."""
        super().place(look, rect)
        left = rect.left + self._left(look)
        self._words.place(look, pygame.Rect(left, rect.top, rect.right - look.px(20) - left, rect.height))

    def move(self, dy: int) -> None:
        """Shift the row and its sentence."""
        super().move(dy)
        self._words.move(dy)

    @property
    def chip(self) -> pygame.Rect:
        """Where the points are."""
        left, size = self.rect.left + self.look.px(20), (self.look.px(170), self.look.px(68))
        return pygame.Rect((left, self.rect.centery - size[1] // 2), size)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the row."""
        look, moved, chip = self.look, self.moved, self.chip
        panel(surface, self.rect, look.theme.white, look.theme.line, look.px(20), look.px(2))
        draw_points(surface, look, moved.pillar, moved.points, chip, Size.HEADING)
        if moved.letter:
            centre = (chip.right + look.px(24 + 30), self.rect.centery)
            disc(surface, look, centre, look.px(60), moved.colour, moved.letter)
        self._words.draw(surface)
