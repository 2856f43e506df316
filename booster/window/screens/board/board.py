"""The board: the trail with its stages and spaces, the teams on it, the die, what happened last."""

import pygame

from booster.decks.model import KINDS as DRAWN_KINDS
from booster.decks.model import Kind
from booster.engine.actions import ChooseKind, Roll
from booster.engine.events import (
    CardBought,
    CardDrawn,
    Event,
    GameEnded,
    Moved,
    NoCard,
    PointsLeftOver,
    Rolled,
    TeamLaunched,
    TurnStarted,
)
from booster.engine.state import ToChooseKind, ToRoll
from booster.window.motion import Beat, Clock
from booster.window.screen import Screen
from booster.window.screens.board.launch import BOAT_MS, LaunchPicture
from booster.window.screens.board.map import Journey, Map
from booster.window.screens.board.panels import TeamPanels
from booster.window.screens.board.strip import Die, Strip, Telling
from booster.window.screens.game.hand_over import TOLD
from booster.window.screens.game.moving import MovingScreen
from booster.window.screens.game.table import Table
from booster.window.screens.help import HelpLine, Told
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Transition
from booster.window.widgets import Button
from booster.words import action_label

DIE = Beat(0, 480)
NOT_TOLD = (TurnStarted, CardBought, PointsLeftOver, GameEnded)
LEAST_LAND = 40  # percent of the window: with less, the panels are brief
POINTING = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEMOTION)


class Board(MovingScreen):
    """Roll here, see the move, choose the kind of card on a choice space (R4, R5).

    A roll is shown in its order: the die lands, the team moves, then what comes of it. A launch ends in a
    picture of its own (R4).
    """

    def __init__(self, table: Table, news: tuple[Event, ...] = (), note: str = "") -> None:
        """Show the board; `news` is what the roll has just done."""
        moving = next((event for event in news if isinstance(event, Rolled | NoCard)), None)
        super().__init__(table, note, moving.team if moving else None)
        self.news = news
        self.passed = any(isinstance(event, TurnStarted) for event in news)
        self._rolled = next((event for event in news if isinstance(event, Rolled)), None)
        moved = next((event for event in news if isinstance(event, Moved)), None)
        launched = any(isinstance(event, TeamLaunched) for event in news)
        if self._rolled:
            self.cue = "launch" if launched else "die"
        self._journey = Journey.of(moved, DIE.end) if moved else None
        self._map = Map(table, self.team, self._lit(moved), self._journey)
        self._panels = TeamPanels(table, self.team, moved.start if moved else 0)
        self._launch = LaunchPicture(table, self.team) if launched else None
        self._now = self._make_button()
        self._strip = self._make_strip()
        picture = (self._launch,) if self._launch else (*self._map.labels, self._panels)
        self.fill(self._strip, *picture, focus=self._strip.buttons[0])
        if self._journey:
            self.reveal_ms = self._journey.walking.end
            self.clock = Clock(self.reveal_ms + (BOAT_MS if launched else 0))

    def _lit(self, moved: Moved | None) -> range:
        """The spaces that the team has just walked over, else those that its next roll can reach."""
        state = self.table.state
        if moved:
            return range(moved.start + 1, moved.end + 1)
        if not isinstance(state.waiting, ToRoll) or self.passed:
            return range(0)
        return self.table.reach(state.team.space)

    # --- what is on it

    def _make_strip(self) -> Strip:
        table, tr = self.table, self.tr
        faces = table.reach(0)
        die = Die(self._rolled.die, faces) if self._rolled else None
        if die is None and self._waits_for_roll:
            die = Die(faces[-1], faces, waits=True)
        now = (self._now,) if self._now else tuple(map(self._make_kind, DRAWN_KINDS, (1, 2)))
        drawn = tuple(event.kind for event in self.news if isinstance(event, CardDrawn))
        roll = action_label(Roll(), table.state, table.deck, tr)
        usual = (self._as_usual(roll), self._as_usual(tr("Turn the card over")))
        rolling = Button(roll, self._roll, enabled=False, size=Size.HEADING)
        return Strip(self._told(), die, now, drawn if self._now else DRAWN_KINDS, rolling, usual)

    def _told(self) -> Telling:
        """What the roll did, then what has come; before it, the last news, then what is to be done."""
        table = self.table
        if not self.news:
            latest = tuple(event for event in table.session.events if isinstance(event, TOLD))[-1:]
            return Telling(" ".join(table.sentences(latest)), self._to_do(first=not latest))
        told = [event for event in self.news if not isinstance(event, NOT_TOLD)]
        drawn = next((event for event in told if isinstance(event, CardDrawn)), None)
        words = table.sentences(tuple(event for event in told if event is not drawn))
        if drawn:
            return Telling(" ".join(words), self._drawn(drawn), Size.BODY)
        if isinstance(table.state.waiting, ToChooseKind):
            return Telling(" ".join(words), self._to_do(), Size.BODY)
        return Telling(words[0] if len(words) > 1 else "", words[-1] if words else self._to_do(), Size.BODY)

    def _to_do(self, *, first: bool = False) -> str:
        """What is to be done before a card is drawn."""
        tr, waiting = self.tr, self.table.state.waiting
        if isinstance(waiting, ToChooseKind):
            return tr("Challenge or tool? You choose.")
        if first:
            return tr("The trail is open: roll the die, and see where your project goes.")
        if isinstance(waiting, ToRoll):
            return tr("Your turn: roll the die.")
        return tr("The card is on the table.")

    def _drawn(self, drawn: CardDrawn) -> str:
        """The kind of the card that has come; what it says is for the card to say."""
        tr = self.tr
        match drawn.kind, drawn.instead:
            case "challenge", False:
                return tr("A challenge! Turn the card over.")
            case "challenge", True:
                return tr("No tool is left here: a challenge instead. Turn the card over.")
            case "tool", False:
                return tr("A tool! Turn the card over.")
            case _:
                return tr("No challenge is left here: a tool instead. Turn the card over.")

    @property
    def _waits_for_roll(self) -> bool:
        state = self.table.state
        return isinstance(state.waiting, ToRoll) and not (self.passed or state.over)

    def _make_button(self) -> Button | None:
        """The one thing to do now; none where a kind is to be chosen."""
        table, tr, state = self.table, self.tr, self.table.state
        if state.over:
            return Button(tr("Exchange the points"), table.pass_on, primary=True, size=Size.HEADING)
        if self.passed:
            return Button(tr("Next: {team}", team=table.name(state.on_turn)), table.pass_on, primary=True)
        if isinstance(state.waiting, ToRoll):
            return Button(
                action_label(Roll(), state, table.deck, tr), self._roll, primary=True, size=Size.HEADING
            )
        if isinstance(state.waiting, ToChooseKind):
            return None
        return Button(tr("Turn the card over"), table.go_on, primary=True, size=Size.HEADING)

    def _as_usual(self, words: str) -> Button:
        return Button(words, self._roll, primary=True, size=Size.HEADING)

    def _make_kind(self, kind: Kind, number: int) -> Button:
        def draw() -> Transition:
            return self.table.act(ChooseKind(kind))

        label = action_label(ChooseKind(kind), self.table.state, self.table.deck, self.tr)
        return Button(label, draw, number=number)

    def _roll(self) -> Transition:
        return self.table.act(Roll())

    # --- where it is

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The land with the trail and the sea, the teams below it, at the bottom what is to be done."""
        gap = look.px(14)
        strip = self._strip.height(look, box.width)
        self._strip.place(look, pygame.Rect(box.left, box.bottom - strip, box.width, strip))
        bottom = self._strip.rect.top - gap
        # a note that comes and goes lies over the sky
        top = max(command.rect.bottom for command in self.commands) + gap
        self._panels.brief = False
        if bottom - top - self._panels.height(look, box.width) < look.height * LEAST_LAND // 100:
            self._panels.brief = True
        high = min(self._panels.height(look, box.width), box.height * 45 // 100)
        self._panels.place(look, pygame.Rect(box.left, bottom - high, box.width, high))
        land = self._panels.rect.top - look.px(8) - top
        self._map.place(look, pygame.Rect(box.left, top, box.width, land))
        if self._launch:
            self._launch.place(look, pygame.Rect(box.left, top, box.width, bottom - top))

    def on_event(self, event: pygame.Event) -> Transition:
        """A click on the die, or on a card's back, presses its button."""
        if event.type in POINTING and not self.clock.running:
            event = pygame.Event(event.type, {**event.dict, "pos": self._strip.aim(event.pos)})
        return super().on_event(event)

    # --- picture

    def prepare(self, look: Look) -> None:
        """Begin to draw the land for a window, beside what is on the screen: the board comes at once then."""
        self.layout(look)
        self._map.prepare()

    def reveal(self, *, done: bool) -> None:
        """Show what the roll led to, or the board as it was before."""
        for part in (self._strip, self._map, self._panels, self._launch):
            if part is not None:
                part.done = done

    def paint(self, surface: pygame.Surface) -> None:
        """Draw the land, or the harbour from which a project was launched."""
        if self._launch and self._launch.done:
            self._launch.draw_harbour(surface)
            return
        self._map.draw(surface)
        if self._launch:  # these are not among its widgets
            for widget in (*self._map.labels, self._panels):
                widget.draw(surface)

    def draw_moving(self, surface: pygame.Surface) -> list[pygame.Rect]:
        """Draw the die, the team on its way, the boat."""
        ms = self.clock.ms if self.clock.running else self.clock.length
        share = DIE.share(ms) if self._journey else 1.0
        drawn = self._strip.draw_die(surface, self._map.rect.top, share)
        if self._journey is None:
            return drawn
        if ms < self._journey.walking.end:
            words = self._strip.draw_before(surface) if share == 1 else []
            return [*drawn, *words, *self._map.draw_journey(surface, ms)]
        if self._launch is None:
            return [*drawn, *self._map.draw_journey(surface, ms)]
        sailing = Beat(self._journey.walking.end, BOAT_MS)
        return [*drawn, *self._launch.draw_boat(surface, sailing.share(ms))]

    def help_words(self) -> tuple[HelpLine, ...]:
        """How the board works."""
        tr = self.tr
        return (
            tr("Roll the die: your team moves along the trail, stage after stage, to the harbour."),
            Told(tr("Mountain: a challenge. You choose a response."), "challenge"),
            Told(tr("Wrench: a tool. You adopt it or leave it."), "tool"),
            Told(tr("Question mark: a challenge or a tool, as you like."), "choice"),
            tr("Past the last space your project is launched."),
            tr("The teams’ cards show where each team is, and its points."),
        )

    def again(self) -> Screen:
        """The board as it is now; nothing rolls a second time."""
        return Board(self.table, self.news).at_rest()
