"""What can be done now: the one list that every front end, simulated teams and the tests choose from."""

from collections.abc import Iterator
from typing import Literal

from booster.decks.model import KINDS, PILLARS, Kind, Response, Stage
from booster.engine.actions import (
    Action,
    AddTeam,
    Adopt,
    Borrow,
    ChooseKind,
    CorrectScore,
    EndGame,
    FacilitatorAction,
    Leave,
    PassTeam,
    Respond,
    Roll,
    SkipTurn,
    SwapCard,
    TurnAction,
    WelcomeBack,
)
from booster.engine.state import (
    Over,
    State,
    Team,
    ToChooseKind,
    ToDecide,
    ToRespond,
    ToRoll,
    card_on_table,
    helping_tool,
)
from booster.limits import MOST_TEAMS

Reason = Literal[
    "game-over",
    "not-now",
    "no-such-response",
    "response-locked",
    "no-such-team",
    "not-lent",
    "already-helped",
    "no-other-card",
    "no-reason-given",
    "no-points-moved",
    "team-away",
    "team-launched",
    "team-not-away",
    "too-many-teams",
    "no-name",
]

EXAMPLE_REASON = "?"
EXAMPLE_NAME = "?"
MAX_CORRECTION = 99

_ROLLING = (Roll(),)
_CHOOSING_A_KIND = tuple(ChooseKind(kind) for kind in KINDS)
_DECIDING = (Adopt(), Leave())


def legal_actions(state: State) -> tuple[Action, ...]:
    """Return every action that `act` accepts now.

    Those with free words or numbers stand once for each team and pillar, as an example to fill in:
    CorrectScore by +1 and, where there is a point to take, -1; AddTeam with the name "?".
    """
    return (*turn_actions(state), *facilitator_actions(state))


def turn_actions(state: State) -> tuple[TurnAction, ...]:
    """Return what the team on turn can do now (R4 to R8). Never empty before the game is over."""
    match state.waiting:
        case ToRoll():
            return _ROLLING
        case ToChooseKind():
            return _CHOOSING_A_KIND
        case ToRespond(card):
            responses = state.game.deck.challenge(card).responses
            free = (Respond(i) for i, r in enumerate(responses) if not is_locked(r, state.team))
            return (*free, *_borrowings(state, card))
        case ToDecide():
            return _DECIDING
        case Over():
            return ()


def facilitator_actions(state: State) -> tuple[FacilitatorAction, ...]:
    """Return what the facilitator can do now (R12)."""
    return () if state.over else tuple(_facilitator_actions(state))


def refusal(state: State, action: Action) -> Reason | None:
    """Return why `act` would refuse this action now, or None if it is legal."""
    if state.over:
        return "game-over"
    match action:
        case Roll() | ChooseKind() | Adopt() | Leave():
            return None if action in turn_actions(state) else "not-now"
        case Respond():
            return _refusal_of_response(state, action)
        case Borrow():
            return _refusal_of_borrowing(state, action)
        case SwapCard():
            return _refusal_of_swap(state)
        case SkipTurn() | EndGame():
            return None
        case CorrectScore():
            return _refusal_of_correction(state, action)
        case PassTeam(index) | WelcomeBack(index):
            return _refusal_of_presence(state, index, back=isinstance(action, WelcomeBack))
        case AddTeam(name):
            if len(state.teams) >= MOST_TEAMS:
                return "too-many-teams"
            return None if name.strip() else "no-name"


def is_locked(response: Response, team: Team) -> bool:
    """Tell whether the response needs a tool that the team does not hold (R6)."""
    return bool(response.needs) and not any(tool in team.toolbox for tool in response.needs)


def next_card(state: State, stage: Stage, kind: Kind, *, swapped: str | None = None) -> str | None:
    """Return the card the team on turn is given from a pile, or None (R5).

    Never a tool that it holds, nor a card that it has played while another is left, nor the one `swapped`.
    """
    team = state.team
    allowed = [card for card in state.piles[stage, kind] if card not in team.toolbox and card != swapped]
    return next((card for card in allowed if card not in team.played), allowed[0] if allowed else None)


def _borrowings(state: State, card: str) -> Iterator[Borrow]:
    if helping_tool(state) is not None:
        return
    for tool in dict.fromkeys(state.game.deck.challenge(card).helped_by):
        for index, team in enumerate(state.teams):
            if tool in team.toolbox and not team.away:
                yield Borrow(tool, index)


def _facilitator_actions(state: State) -> Iterator[FacilitatorAction]:
    if _refusal_of_swap(state) is None:
        yield SwapCard()
    yield SkipTurn()
    for index, team in enumerate(state.teams):
        for pillar in PILLARS:
            yield CorrectScore(index, pillar, +1, EXAMPLE_REASON)
            if team.score.on(pillar):
                yield CorrectScore(index, pillar, -1, EXAMPLE_REASON)
    for index, team in enumerate(state.teams):
        if team.plays:
            yield PassTeam(index)
        elif team.away:
            yield WelcomeBack(index)
    if len(state.teams) < MOST_TEAMS:
        yield AddTeam(EXAMPLE_NAME)
    yield EndGame()


def _refusal_of_response(state: State, action: Respond) -> Reason | None:
    if not isinstance(state.waiting, ToRespond):
        return "not-now"
    responses = state.game.deck.challenge(state.waiting.card).responses
    if not 0 <= action.response < len(responses):
        return "no-such-response"
    return "response-locked" if is_locked(responses[action.response], state.team) else None


def _refusal_of_borrowing(state: State, action: Borrow) -> Reason | None:
    if not isinstance(state.waiting, ToRespond):
        return "not-now"
    if helping_tool(state) is not None:
        return "already-helped"
    return None if action in _borrowings(state, state.waiting.card) else "not-lent"


def _refusal_of_swap(state: State) -> Reason | None:
    on_table = card_on_table(state)
    if on_table is None:
        return "not-now"
    card, kind = on_table
    stage = state.game.deck.cards[card].stage
    return None if next_card(state, stage, kind, swapped=card) else "no-other-card"


def _refusal_of_correction(state: State, action: CorrectScore) -> Reason | None:
    if not 0 <= action.team < len(state.teams):
        return "no-such-team"
    if not action.reason.strip():
        return "no-reason-given"
    score = state.teams[action.team].score.on(action.pillar)
    in_range = 0 < abs(action.points) <= MAX_CORRECTION
    return None if in_range and score + action.points >= 0 else "no-points-moved"


def _refusal_of_presence(state: State, index: int, *, back: bool) -> Reason | None:
    if not 0 <= index < len(state.teams):
        return "no-such-team"
    team = state.teams[index]
    if back:
        return None if team.away else "team-not-away"
    if team.launched:
        return "team-launched"
    return "team-away" if team.away else None
