"""The result: what was chosen and what was not, what happens then, and how the points moved (R6 to R9)."""

from collections.abc import Sequence

import pygame

from booster.card_face import Face, story_face
from booster.decks.model import PILLARS
from booster.engine.events import Event, Responded, ToolAdopted, ToolLeft
from booster.names import inside_quotes
from booster.window.motion import Clock, one_by_one
from booster.window.paint import disc, panel
from booster.window.screen import Screen
from booster.window.screens.cards.card_view import CardView
from booster.window.screens.cards.flight import (
    ALL_MS,
    APART_MS,
    FLY_MS,
    Flight,
    draw_flight,
    score_at,
)
from booster.window.screens.cards.point_row import PointRow, moves_of
from booster.window.screens.game.moving import MovingScreen
from booster.window.screens.game.play_screen import GAP
from booster.window.screens.game.table import Table
from booster.window.text import Look, Run, Words
from booster.window.theme import Size
from booster.window.transition import Transition
from booster.window.widgets import Button, Label, ScrollArea, Widget, column
from booster.words import event_sentence

Decision = Responded | ToolAdopted | ToolLeft


class Result(MovingScreen):
    """What the team's decision led to; then the next team."""

    cue = "points"

    def __init__(self, table: Table, events: tuple[Event, ...], note: str = "") -> None:
        """Show what a response, or a decision about a tool, has just done."""
        self.decision = next(e for e in events if isinstance(e, Decision))
        super().__init__(table, note, self.decision.team)
        self.events = events
        tr = self.tr
        self._story = CardView(self._story_face())
        moves = moves_of(events)
        self._rows = tuple(PointRow(table, move, other=move.team != self.team) for move in moves)
        moved = any(move.points for move in moves)
        title = tr("Your points") if moved else tr("No points move")
        self._points_title = Label(title, Size.HEADING, bold=True)
        self._titled = True  # the rows speak for themselves where they need its room
        self._points = ScrollArea(title, self._rows, gap=10)
        self._others_title = Label(tr("What you did not choose"), Size.LABEL, bold=True, colour="muted")
        self._others = self._make_others()
        self._flights = self._make_flights()
        self._next = Button(self._next_words(), self._go_on, primary=True, size=Size.HEADING)
        self._show_with(self._others)
        self.form.focus_on(self._next)

    def _next_words(self) -> str:
        table, tr = self.table, self.tr
        if table.state.over:
            return tr("Exchange the points")
        return tr("Next: {team}", team=table.name(table.state.on_turn))

    @property
    def _unread(self) -> bool:
        """Whether the story has pages that were not shown yet."""
        return self._story.page + 1 < len(self._story.sheets)

    def _go_on(self) -> Transition:
        """Turn to the story's next page; after the last one hand over."""
        if not self._unread:
            return self.table.pass_on()
        self._story.turn(+1)
        return None

    def _say_next(self) -> None:
        """Say what the button does: with pages left, it reads on."""
        pages = self.tr("Read on ({page}/{pages})", page=self._story.page + 1, pages=len(self._story.sheets))
        self._next.text = self._next.name = pages if self._unread else self._next_words()

    def on_event(self, event: pygame.Event) -> Transition:
        """Left and Right turn the story's pages wherever the focus is."""
        page = self._story.page
        by = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(getattr(event, "key", 0), 0)
        if event.type == pygame.KEYDOWN and by and not self.clock.running:
            going: Transition = None
            self._story.turn(by)
        else:
            going = super().on_event(event)
        if self._story.page != page:
            self._say_next()
            self._next.place(self.look, self._next.rect)
            self.stale = True
        return going

    def _show_with(self, others: Sequence[Widget]) -> None:
        """Show the parts, with the responses not chosen where they have room."""
        title = (self._points_title,) if self._titled else ()
        points = (self._points,) if self._rows else ()
        under = (self._others_title, *others) if others else ()
        self.fill(self._story, *title, *points, *under, self._next)

    def _make_others(self) -> tuple["Unchosen", ...]:
        """The responses of a challenge that were not chosen."""
        if not isinstance(self.decision, Responded):
            return ()
        responses = self.table.deck.challenge(self.decision.card).responses
        return tuple(
            Unchosen(number + 1, response.do)
            for number, response in enumerate(responses)
            if number != self.decision.response
        )

    def _story_face(self) -> Face:
        table, tr = self.table, self.tr
        match self.decision:
            case Responded(card=card, response=number, tool=tool):
                challenge = table.deck.challenge(card)
                response = challenge.responses[number]
                title = inside_quotes(table.deck.tool(tool).title, tr) if tool else ""
                helped = (tr("“{tool}” helped.", tool=title),) if tool else ()
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

    def _make_flights(self) -> tuple[tuple[Flight, PointRow], ...]:
        """The points that this team won and lost, each with the row that says why."""
        own = [row for row in self._rows if row.shown.team == self.team and row.shown.points]
        beats = one_by_one(len(own), FLY_MS, APART_MS, ALL_MS)
        self.clock = Clock(beats[-1].end if beats else 0)
        return tuple(
            (Flight(row.shown.pillar, row.shown.points, beat), row)
            for row, beat in zip(own, beats, strict=True)
        )

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The story at the left; at the right the points, the responses not chosen, the button below them."""
        gap = look.px(GAP)
        self._story.place(look, pygame.Rect(box.left, box.top, box.width * 46 // 100, box.height))
        self._say_next()
        left = self._story.rect.right + gap
        right = pygame.Rect(left, box.top, box.right - left, box.height)
        high = min(max(look.px(100), self._next.height(look, right.width)), box.height // 4)
        self._next.place(look, pygame.Rect(left, box.bottom - high, right.width, high))
        right.height -= high + gap
        title = look.line_height(Size.HEADING)
        wanted = self._points.height(look, right.width) if self._rows else 0
        self._titled = not wanted or title + wanted <= right.height
        if self._titled:
            self._points_title.place(look, pygame.Rect(left, right.top, right.width, title))
            right.top, right.height = right.top + title, right.height - title
        points = pygame.Rect(
            left - look.px(12), right.top, right.width + look.px(40), min(wanted, right.height)
        )
        self._points.place(look, points)
        self._place_others(
            look, pygame.Rect(left, points.bottom + gap, right.width, right.bottom - points.bottom - gap)
        )

    def _place_others(self, look: Look, box: pygame.Rect) -> None:
        """Place the responses not chosen in `box`; leave them out where small words have no room either."""
        for size in (Size.BODY, Size.LABEL) if self._others else ():
            for other in self._others:
                other.words.size = size
            shown = (self._others_title, *self._others)
            if sum(widget.height(look, box.width) + look.px(10) for widget in shown) <= box.height:
                self._show_with(self._others)
                column(look, box, shown, 10)
                return
        self._show_with(())

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
            self.tr("A slip of the hand? Press U to undo it: the same card lies on the table again."),
        )

    def again(self) -> Screen:
        """The same result with the scores as they are now."""
        return Result(self.table, self.events).at_rest()


class Unchosen(Widget):
    """A response that the team did not choose: with its number, greyed, to go on debating (R6)."""

    def __init__(self, number: int, words: str) -> None:
        """Show a response; `number` counts from 1, as on the card."""
        super().__init__(words)
        self.number = number
        self.words = Label(words, Size.LABEL, colour="muted")

    def _left(self, look: Look) -> int:
        return look.px(16 + 40 + 16)

    def height(self, look: Look, width: int) -> int:
        """Height of the words and a little more."""
        inner = max(1, width - self._left(look) - look.px(16))
        return max(look.px(56), self.words.height(look, inner) + look.px(16))

    def width(self, look: Look) -> int:
        """Width at which the words do not wrap."""
        return self._left(look) + self.words.width(look) + look.px(16)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the words beside the number."""
        super().place(look, rect)
        left = rect.left + self._left(look)
        self.words.place(look, pygame.Rect(left, rect.top, rect.right - look.px(16) - left, rect.height))

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the number and the words on grey."""
        look, theme = self.look, self.look.theme
        panel(surface, self.rect, theme.locked, theme.line, look.px(16), look.px(2))
        centre = (self.rect.left + look.px(16 + 20), self.rect.centery)
        disc(surface, look, centre, look.px(40), theme.muted, str(self.number))
        self.words.draw(surface)
