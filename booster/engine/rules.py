"""The rules of the game: what an action does (R3 to R12)."""

from dataclasses import replace
from typing import Any

from booster.decks.model import Kind, Pillar, Points
from booster.engine.actions import (
    Action,
    AddTeam,
    Adopt,
    Borrow,
    ChooseKind,
    CorrectScore,
    EndGame,
    Leave,
    PassTeam,
    Respond,
    Roll,
    SkipTurn,
    SwapCard,
    WelcomeBack,
)
from booster.engine.chance import fall_of_the_die
from booster.engine.events import (
    CardBought,
    CardDrawn,
    CardSwapped,
    Cause,
    Event,
    GameEnded,
    KindChosen,
    Moved,
    NoCard,
    PointsChanged,
    Responded,
    Rolled,
    TeamAdded,
    TeamBack,
    TeamLaunched,
    TeamPassed,
    ToolAdopted,
    ToolLeft,
    ToolLent,
    TurnSkipped,
    TurnStarted,
)
from booster.engine.exchange import exchange
from booster.engine.legal import Reason, next_card, refusal
from booster.engine.setup import team_at_start
from booster.engine.state import (
    NewTeam,
    Over,
    State,
    ToChooseKind,
    ToDecide,
    ToRespond,
    ToRoll,
    card_on_table,
    helping_tool,
)
from booster.errors import BoosterError


class Refused(BoosterError):
    """The rules do not allow an action now; `reason` is a key that `words` turns into a sentence."""

    def __init__(self, action: Action, reason: Reason) -> None:
        """Keep the refused action and the reason."""
        super().__init__(f"{action} is refused: {reason}")
        self.action = action
        self.reason = reason


def act(state: State, action: Action) -> tuple[State, tuple[Event, ...]]:
    """Return the state after an action, and what happened. Raises Refused if it is not legal now."""
    reason = refusal(state, action)
    if reason is not None:
        raise Refused(action, reason)
    step = _Step(state)
    step.do(action)
    return step.state, tuple(step.events)


class _Step:
    """One legal action being carried out: the state so far and the events so far."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.events: list[Event] = []

    def do(self, action: Action) -> None:
        match action:
            case Roll():
                self._roll()
            case ChooseKind(kind):
                self.events.append(KindChosen(self.state.on_turn, kind))
                self._draw(kind)
            case Borrow(tool, lender):
                self._borrow(tool, lender)
            case Respond(response):
                self._respond(response)
            case Adopt() | Leave():
                self._decide(adopt=isinstance(action, Adopt))
            case SwapCard():
                self._swap_card()
            case SkipTurn():
                self.events.append(TurnSkipped(self.state.on_turn))
                self._end_turn()
            case CorrectScore(team, pillar, points, reason):
                self._move(team, pillar, points, "correction", reason=reason.strip())
            case PassTeam(team):
                self._pass_team(team)
            case WelcomeBack(team):
                self._change_team(team, away=False)
                self.events.append(TeamBack(team))
            case AddTeam(name, project, colour):
                self._add_team(NewTeam(name.strip(), project.strip(), colour))
            case EndGame():
                self._end_game(early=True)

    def _roll(self) -> None:
        """Move as far as the die says; past the last space, launch (R4)."""
        state, team = self.state, self.state.team
        die = fall_of_the_die(state.game.seed, state.chances, *state.game.preset.die)
        self.state = replace(state, chances=state.chances + 1)
        end = min(team.space + die, len(state.game.path) + 1)
        self._change_team(state.on_turn, space=end)
        self.events += (Rolled(state.on_turn, die), Moved(state.on_turn, team.space, end))
        if end > len(state.game.path):
            self._change_team(state.on_turn, launched=True)
            self.events.append(TeamLaunched(state.on_turn))
            self._end_turn()
            return
        kind = state.game.path[end - 1][1]
        if kind == "choice":
            self.state = replace(self.state, waiting=ToChooseKind())
        else:
            self._draw(kind)

    def _draw(self, kind: Kind) -> None:
        """Put the next card on the table: of this kind, else of the other, else the turn passes (R5)."""
        state = self.state
        stage = state.game.path[state.team.space - 1][0]
        other: Kind = "tool" if kind == "challenge" else "challenge"
        for drawn in (kind, other):
            card = next_card(state, stage, drawn)
            if card is not None:
                self.events.append(CardDrawn(state.on_turn, card, drawn, stage, instead=drawn != kind))
                self._lay(card, drawn)
                return
        self.events.append(NoCard(state.on_turn, stage))
        self._end_turn()

    def _lay(self, card: str, kind: Kind) -> None:
        waiting = ToRespond(card) if kind == "challenge" else ToDecide(card)
        self.state = replace(self.state, waiting=waiting)

    def _borrow(self, tool: str, lender: int) -> None:
        """Use another team's tool for the challenge on the table (R7)."""
        waiting = self._challenge()
        self.state = replace(self.state, waiting=replace(waiting, borrowed=tool, lender=lender))
        self.events.append(ToolLent(self.state.on_turn, lender, tool, waiting.card))

    def _respond(self, chosen: int) -> None:
        """Apply the response, and the help if there is one (R6, R7)."""
        state, waiting = self.state, self._challenge()
        response = state.game.deck.challenge(waiting.card).responses[chosen]
        tool = helping_tool(state)
        self.events.append(Responded(state.on_turn, waiting.card, chosen, tool))
        if tool is not None:
            # Before the response's own points, so that a score at 0 does not swallow the bonus twice.
            self._move_all(state.on_turn, response.help, "help", waiting.card, tool)
        self._move_all(state.on_turn, response.points, "response", waiting.card)
        if waiting.lender is not None:
            self._move_all(waiting.lender, state.game.deck.path.lend_reward, "lending", waiting.card, tool)
        self._end_card(waiting.card, "challenge")

    def _decide(self, *, adopt: bool) -> None:
        """Adopt the tool on the table or leave it (R8)."""
        state, (tool, _) = self.state, self._on_table()
        if adopt:
            self._change_team(state.on_turn, toolbox=(*state.team.toolbox, tool))
            self.events.append(ToolAdopted(state.on_turn, tool))
            self._move_all(state.on_turn, state.game.deck.tool(tool).points, "adopting", tool)
        else:
            self.events.append(ToolLeft(state.on_turn, tool))
        self._end_card(tool, "tool")

    def _swap_card(self) -> None:
        """Put the card on the table under its pile and draw the next one (R12)."""
        state, (old, kind) = self.state, self._on_table()
        stage = state.game.deck.cards[old].stage
        new = next_card(state, stage, kind, swapped=old)
        assert new is not None
        self._put_under(old, kind)
        self.events += (
            CardSwapped(state.on_turn, old),
            CardDrawn(state.on_turn, new, kind, stage, instead=False),
        )
        self._lay(new, kind)

    def _end_card(self, card: str, kind: Kind) -> None:
        """Put a played card under its pile; the turn is over (R5)."""
        team = self.state.team
        if card not in team.played:
            self._change_team(self.state.on_turn, played=(*team.played, card))
        self._put_under(card, kind)
        self._end_turn()

    def _put_under(self, card: str, kind: Kind) -> None:
        pile = self.state.game.deck.cards[card].stage, kind
        rest = tuple(other for other in self.state.piles[pile] if other != card)
        self.state = replace(self.state, piles={**self.state.piles, pile: (*rest, card)})

    def _end_turn(self) -> None:
        """Pass the turn to the next team that still plays; when there is none, the game ends (R3)."""
        state = self.state
        count = len(state.teams)
        order = ((state.on_turn + step) % count for step in range(1, count + 1))
        following = next((index for index in order if state.teams[index].plays), None)
        if following is None:
            self._end_game(early=False)
            return
        self.state = replace(state, waiting=ToRoll(), on_turn=following, turn=state.turn + 1)
        self.events.append(TurnStarted(following, state.turn + 1))

    def _end_game(self, *, early: bool) -> None:
        """Exchange all points for experience cards (R10)."""
        self.events.append(GameEnded(early))
        state = self.state
        for event in exchange(state.game.deck, state.experiences, tuple(team.score for team in state.teams)):
            self.events.append(event)
            if isinstance(event, CardBought):
                cards = self.state.teams[event.team].experiences
                self._change_team(event.team, experiences=(*cards, event.card))
        self.state = replace(self.state, waiting=Over())

    def _pass_team(self, team: int) -> None:
        """Pass over a team that has left; if it was on turn, its turn is over (R12)."""
        self._change_team(team, away=True)
        self.events.append(TeamPassed(team))
        if team == self.state.on_turn:
            self._end_turn()

    def _add_team(self, new: NewTeam) -> None:
        """Let a late team in, last in the order and at the start of the path (R12)."""
        self.state = replace(self.state, teams=(*self.state.teams, team_at_start(self.state.game, new)))
        self.events.append(TeamAdded(len(self.state.teams) - 1, new.name))

    def _move_all(self, team: int, points: Points, cause: Cause, card: str, tool: str | None = None) -> None:
        for pillar, asked in points.moves:
            self._move(team, pillar, asked, cause, card, tool)

    def _move(
        self,
        team: int,
        pillar: Pillar,
        asked: int,
        cause: Cause,
        card: str = "",
        tool: str | None = None,
        reason: str = "",
    ) -> None:
        """Move one score, never below 0 (R9)."""
        score = self.state.teams[team].score
        total = max(score.on(pillar) + asked, 0)
        applied = total - score.on(pillar)
        self._change_team(team, score=score._replace(**{pillar: total}))
        self.events.append(PointsChanged(team, pillar, asked, applied, total, cause, card, tool, reason))

    def _change_team(self, index: int, **changes: Any) -> None:
        teams = list(self.state.teams)
        teams[index] = replace(teams[index], **changes)
        self.state = replace(self.state, teams=tuple(teams))

    def _challenge(self) -> ToRespond:
        assert isinstance(self.state.waiting, ToRespond)
        return self.state.waiting

    def _on_table(self) -> tuple[str, Kind]:
        on_table = card_on_table(self.state)
        assert on_table is not None
        return on_table
