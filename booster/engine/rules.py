"""The rules of the game: what an action does (R3 to R12)."""

from typing import assert_never

from booster.decks.model import PILLARS, Kind, Pillar, Stage
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
    Ending,
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
    Score,
    State,
    ToChooseKind,
    ToDecide,
    ToRespond,
    ToRoll,
    Waiting,
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
    return step.after(), tuple(step.events)


class _Step:
    """One legal action being carried out: the state before it, what has changed since, and the events."""

    def __init__(self, before: State) -> None:
        self.before = before
        self.teams = list(before.teams)
        self.piles = before.piles
        self.waiting: Waiting = before.waiting
        self.on_turn = before.on_turn
        self.turn = before.turn
        self.chances = before.chances
        self.events: list[Event] = []

    def after(self) -> State:
        """Return the state as it is now."""
        game, experiences = self.before.game, self.before.experiences
        numbers = self.on_turn, self.turn, self.chances
        return State(game, tuple(self.teams), self.piles, experiences, self.waiting, *numbers)

    def do(self, action: Action) -> None:
        match action:
            case Roll():
                self._roll()
            case Respond(response):
                self._respond(response)
            case Adopt() | Leave():
                self._decide(adopt=isinstance(action, Adopt))
            case ChooseKind(kind):
                self.events.append(KindChosen(self.on_turn, kind))
                self._draw(kind, self._stage())
            case Borrow(tool, lender):
                self._borrow(tool, lender)
            case SwapCard():
                self._swap_card()
            case SkipTurn():
                self.events.append(TurnSkipped(self.on_turn))
                self._end_turn()
            case CorrectScore(team, pillar, points, reason):
                self._move(team, ((pillar, points),), "correction", reason=reason.strip())
            case PassTeam(team):
                self._pass_team(team)
            case WelcomeBack(team):
                self.teams[team] = self.teams[team].changed(away=False)
                self.events.append(TeamBack(team))
            case AddTeam(name, project, colour):
                self._add_team(NewTeam(name.strip(), project.strip(), colour))
            case EndGame():
                self._end_game("facilitator")
            case _:
                assert_never(action)

    def _roll(self) -> None:
        """Move as far as the die says; past the last space, launch (R4)."""
        game, index, team = self.before.game, self.on_turn, self.before.team
        die = fall_of_the_die(game.seed, self.chances, *game.preset.die)
        self.chances += 1
        end = min(team.space + die, len(game.path) + 1)
        launched = end > len(game.path)
        self.teams[index] = team.changed(space=end, launched=launched)
        self.events += (Rolled(index, die), Moved(index, team.space, end))
        if launched:
            self.events.append(TeamLaunched(index))
            self._end_turn()
            return
        stage, kind = game.path[end - 1]
        if kind == "choice":
            self.waiting = ToChooseKind()
        else:
            self._draw(kind, stage)

    def _draw(self, kind: Kind, stage: Stage) -> None:
        """Put the next card on the table: of this kind, else of the other, else the turn passes (R5)."""
        other: Kind = "tool" if kind == "challenge" else "challenge"
        for drawn in (kind, other):
            card = next_card(self.before, stage, drawn)
            if card is not None:
                self.events.append(CardDrawn(self.on_turn, card, drawn, stage, instead=drawn != kind))
                self._lay(card, drawn)
                return
        self.events.append(NoCard(self.on_turn, stage))
        self._end_turn()

    def _lay(self, card: str, kind: Kind) -> None:
        self.waiting = ToRespond(card) if kind == "challenge" else ToDecide(card)

    def _borrow(self, tool: str, lender: int) -> None:
        """Use another team's tool for the challenge on the table (R7)."""
        card = self._challenge().card
        self.waiting = ToRespond(card, tool, lender)
        self.events.append(ToolLent(self.on_turn, lender, tool, card))

    def _respond(self, chosen: int) -> None:
        """Apply the response, and the help if there is one (R6, R7)."""
        deck, waiting, team = self.before.game.deck, self._challenge(), self.on_turn
        response = deck.challenge(waiting.card).responses[chosen]
        tool = helping_tool(self.before)
        self.events.append(Responded(team, waiting.card, chosen, tool))
        if tool is not None:
            # Before the response's own points, so that a score at 0 does not swallow the bonus twice.
            self._move(team, response.help.moves, "help", waiting.card, tool)
        self._move(team, response.points.moves, "response", waiting.card)
        if waiting.lender is not None:
            self._move(waiting.lender, deck.path.lend_reward.moves, "lending", waiting.card, tool)
        self._end_card(waiting.card, "challenge")

    def _decide(self, *, adopt: bool) -> None:
        """Adopt the tool on the table or leave it (R8)."""
        index, team, (tool, _) = self.on_turn, self.before.team, self._on_table()
        if adopt:
            self.teams[index] = team.changed(toolbox=(*team.toolbox, tool))
            self.events.append(ToolAdopted(index, tool))
            self._move(index, self.before.game.deck.tool(tool).points.moves, "adopting", tool)
        else:
            self.events.append(ToolLeft(index, tool))
        self._end_card(tool, "tool")

    def _swap_card(self) -> None:
        """Put the card on the table under its pile and draw the next one (R12)."""
        old, kind = self._on_table()
        stage = self._stage_of_card(old)
        new = next_card(self.before, stage, kind, swapped=old)
        assert new is not None
        self._put_under(old, stage, kind)
        self.events += (
            CardSwapped(self.on_turn, old),
            CardDrawn(self.on_turn, new, kind, stage, instead=False),
        )
        self._lay(new, kind)

    def _end_card(self, card: str, kind: Kind) -> None:
        """Put a played card under its pile; the turn is over (R5)."""
        team = self.teams[self.on_turn]
        if card not in team.played:
            self.teams[self.on_turn] = team.changed(played=(*team.played, card))
        self._put_under(card, self._stage_of_card(card), kind)
        self._end_turn()

    def _put_under(self, card: str, stage: Stage, kind: Kind) -> None:
        pile = self.piles[stage, kind]
        place = pile.index(card)
        self.piles = {**self.piles, (stage, kind): (*pile[:place], *pile[place + 1 :], card)}

    def _end_turn(self) -> None:
        """Pass the turn to the next team that still plays; when there is none, the game ends (R3)."""
        count = len(self.teams)
        for step in range(1, count + 1):
            following = (self.on_turn + step) % count
            if self.teams[following].plays:
                self.waiting, self.on_turn, self.turn = ToRoll(), following, self.turn + 1
                self.events.append(TurnStarted(following, self.turn))
                return
        self._end_game("all-launched" if all(team.launched for team in self.teams) else "no-team-left")

    def _end_game(self, why: Ending) -> None:
        """Exchange all points for experience cards (R10)."""
        scores = tuple(team.score for team in self.teams)
        exchanged = exchange(self.before.game.deck, self.before.experiences, scores)
        self.events += (GameEnded(why), *exchanged)
        bought: list[list[str]] = [[] for _ in self.teams]
        for event in exchanged:
            if isinstance(event, CardBought):
                bought[event.team].append(event.card)
        self.teams = [
            team.changed(experiences=(*team.experiences, *cards))
            for team, cards in zip(self.teams, bought, strict=True)
        ]
        self.waiting = Over()

    def _pass_team(self, team: int) -> None:
        """Pass over a team that has left; if it was on turn, its turn is over (R12)."""
        self.teams[team] = self.teams[team].changed(away=True)
        self.events.append(TeamPassed(team))
        if team == self.on_turn:
            self._end_turn()

    def _add_team(self, new: NewTeam) -> None:
        """Let a late team in, last in the order and at the start of the path (R12)."""
        self.teams.append(team_at_start(self.before.game, new))
        self.events.append(TeamAdded(len(self.teams) - 1, new.name))

    def _move(
        self,
        index: int,
        moves: tuple[tuple[Pillar, int], ...],
        cause: Cause,
        card: str = "",
        tool: str | None = None,
        reason: str = "",
    ) -> None:
        """Move a team's score on some pillars, never below 0 (R9)."""
        team = self.teams[index]
        totals = dict(zip(PILLARS, team.score, strict=True))
        for pillar, asked in moves:
            before = totals[pillar]
            total = totals[pillar] = max(before + asked, 0)
            self.events.append(
                PointsChanged(index, pillar, asked, total - before, total, cause, card, tool, reason)
            )
        self.teams[index] = team.changed(score=Score(**totals))

    def _stage(self) -> Stage:
        """The stage where the team on turn stands."""
        return self.before.game.path[self.before.team.space - 1][0]

    def _stage_of_card(self, card: str) -> Stage:
        return self.before.game.deck.cards[card].stage

    def _challenge(self) -> ToRespond:
        assert isinstance(self.waiting, ToRespond)
        return self.waiting

    def _on_table(self) -> tuple[str, Kind]:
        on_table = card_on_table(self.before)
        assert on_table is not None
        return on_table
