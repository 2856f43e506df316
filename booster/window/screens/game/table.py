"""The table: a session being played in the window, and where each action leads."""

from dataclasses import dataclass
from typing import Self

from booster.decks.model import Deck
from booster.engine.actions import Action
from booster.engine.events import Event, TurnStarted
from booster.engine.state import State
from booster.language import Translator, translator
from booster.names import team_label, team_said, team_title
from booster.session import Session
from booster.window.theme import TEAM_COLOURS, Colour
from booster.window.transition import Replace, Transition
from booster.words import action_label, event_sentences


@dataclass(frozen=True, slots=True)
class Table:
    """A session being played in the window. `deck` is in the translator's language."""

    session: Session
    tr: Translator
    deck: Deck

    @classmethod
    def of(cls, session: Session, tr: Translator) -> Self:
        """Return the table of a session."""
        return cls(session, tr, session.deck(tr.language))

    def in_language(self, language: str) -> "Table":
        """Return the same table in another language."""
        return Table.of(self.session, translator(language))

    @property
    def state(self) -> State:
        """The state now."""
        return self.session.state

    def title(self, team: int) -> str:
        """`Team B (Le Potager Partagé)`."""
        return team_title(team, self.state.teams[team].name, self.tr)

    def said(self, team: int) -> str:
        """`team B (Le Potager Partagé)`, as it stands in a sentence."""
        return team_said(team, self.state.teams[team].name, self.tr)

    def name(self, team: int) -> str:
        """The name of a team alone; `Team B` where it has none."""
        return self.state.teams[team].name or team_label(team, self.tr)

    def colour(self, team: int) -> Colour:
        """The colour of a team."""
        return TEAM_COLOURS[self.state.teams[team].colour % len(TEAM_COLOURS)].colour

    def turn_of(self, team: int) -> int:
        """Which of its own turns a team is in, counted from 1 (R3); 1 if it had none yet."""
        starts = (event for event in self.session.events if isinstance(event, TurnStarted))
        return max(1, sum(event.team == team for event in starts))

    def reach(self, space: int) -> range:
        """The spaces that one roll can lead to from a space (R4)."""
        lowest, highest = self.state.game.preset.die
        return range(space + lowest, space + highest + 1)

    def sentences(self, events: tuple[Event, ...]) -> tuple[str, ...]:
        """What happened, a sentence an event."""
        return event_sentences(events, self.state, self.deck, self.tr)

    def act(self, action: Action) -> Transition:
        """Carry out an action, then show what follows."""
        # next_screen knows every screen, and every screen comes back here: it is looked up when needed.
        from booster.window.screens.game.next_screen import screen_after

        return Replace(screen_after(self, self.session.act(action)))

    def go_on(self) -> Transition:
        """Go to what the game waits for now."""
        from booster.window.screens.game.next_screen import screen_now

        return Replace(screen_now(self))

    def pass_on(self) -> Transition:
        """Hand over to the team that is next, or to the exchange when the game is over."""
        from booster.window.screens.game.next_screen import screen_of_turn

        return Replace(screen_of_turn(self))

    def undo(self) -> Transition:
        """Take back the last action, and say which (R11)."""
        from booster.window.screens.game.next_screen import screen_now

        action = self.session.undo()
        if action is None:
            return None
        label = action_label(action, self.state, self.deck, self.tr)
        return Replace(screen_now(self, note=self.tr("Taken back: {action}", action=label)))

    def redo(self) -> Transition:
        """Do again what was taken back (R11)."""
        from booster.window.screens.game.next_screen import screen_after

        events = self.session.redo()
        return None if events is None else Replace(screen_after(self, events))
