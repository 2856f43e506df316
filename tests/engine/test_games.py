"""What holds at every step of any game: random decks, 1 to 12 teams, facilitators who interfere."""

from collections import Counter
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st
from rulebook import check_exchange
from strategies import Played, decks, games, play, setups

from booster.decks.model import PILLARS, Deck
from booster.engine.actions import EndGame, SwapCard
from booster.engine.events import (
    CardBought,
    CardDrawn,
    Event,
    GameEnded,
    Moved,
    PointsChanged,
    PointsLeftOver,
    Responded,
    Rolled,
    TeamAdded,
    TeamBack,
    TeamLaunched,
    TeamPassed,
    ToolAdopted,
    ToolLeft,
    TurnStarted,
)
from booster.engine.rules import act
from booster.engine.state import Setup, State


@dataclass
class Told:
    """A team as the events tell it."""

    score: dict[str, int]
    space: int = 0
    toolbox: list[str] = field(default_factory=list)
    played: set[str] = field(default_factory=set)
    experiences: list[str] = field(default_factory=list)
    launched: bool = False
    away: bool = False

    def hear(self, event: Event) -> None:
        """Take in an event of this team."""
        match event:
            case Moved():
                self.space = event.end
            case TeamLaunched():
                self.launched = True
            case TeamPassed():
                self.away = True
            case TeamBack():
                self.away = False
            case PointsChanged():
                self.score[event.pillar] += event.applied
            case Responded() | ToolLeft():
                self.played.add(event.card if isinstance(event, Responded) else event.tool)
            case ToolAdopted():
                self.toolbox.append(event.tool)
                self.played.add(event.tool)
            case CardBought():
                self.experiences.append(event.card)


def start_of(game: Played) -> dict[str, int]:
    start = game.deck.path.presets[game.setup.preset].start
    return {pillar: getattr(start, pillar) for pillar in PILLARS}


def hear(told: list[Told], event: Event, game: Played) -> None:
    """Take in an event."""
    if isinstance(event, TeamAdded):
        told.append(Told(start_of(game)))
    elif not isinstance(event, GameEnded):
        told[event.team].hear(event)


def first_told(game: Played) -> list[Told]:
    return [Told(start_of(game)) for _ in game.setup.teams]


@given(games())
def test_r9_points_are_the_start_plus_what_was_applied_and_never_below_0(game: Played) -> None:
    told = first_told(game)
    for step in game.steps:
        for event in step.events:
            before = dict(told[event.team].score) if isinstance(event, PointsChanged) else {}
            hear(told, event, game)
            if isinstance(event, PointsChanged):
                assert event.total == told[event.team].score[event.pillar]
                assert event.applied == max(event.asked, -before[event.pillar])
                assert event.asked != 0
        scores = [team.score._asdict() for team in step.after.teams]
        assert scores == [team.score for team in told]
        assert all(points >= 0 for score in scores for points in score.values())


@given(games())
def test_the_events_tell_the_whole_game(game: Played) -> None:
    told = first_told(game)
    for step in game.steps:
        for event in step.events:
            hear(told, event, game)
        for heard, team in zip(told, step.after.teams, strict=True):
            assert (heard.space, heard.launched, heard.away) == (team.space, team.launched, team.away)
            assert (heard.toolbox, heard.played) == (list(team.toolbox), set(team.played))
            assert heard.experiences == list(team.experiences)


@given(games())
def test_r5_no_card_comes_twice_where_it_must_not(game: Played) -> None:
    told = first_told(game)
    for step in game.steps:
        for event in step.events:
            if isinstance(event, CardDrawn):
                check_draw(game.deck, told[event.team], event, step.before, isinstance(step.action, SwapCard))
            hear(told, event, game)


def check_draw(deck: Deck, team: Told, drawn: CardDrawn, before: State, swapped: bool) -> None:
    """Never a tool that the team holds, nor a card it has played while another of the pile is left."""
    cards = {
        "tool": {card.id for card in deck.tools if card.stage == drawn.stage},
        "challenge": {card.id for card in deck.challenges if card.stage == drawn.stage},
    }
    pile = cards.pop(drawn.kind)
    assert drawn.card in pile - set(team.toolbox)
    left = pile - team.played - set(team.toolbox)
    if swapped:
        left.discard(before.waiting.card)  # type: ignore[union-attr]
    assert drawn.card in left or not left
    if drawn.instead:
        (other,) = cards.values()
        assert other <= set(team.toolbox)


@given(games())
def test_r4_every_game_ends_after_so_many_rolls(game: Played) -> None:
    numbers = game.deck.path.presets[game.setup.preset]
    most = -(-(len(numbers.path) + 1) // numbers.die[0])
    rolls = Counter(event.team for event in game.events if isinstance(event, Rolled))
    assert all(count <= most for count in rolls.values())
    assert game.end.over
    (ended,) = (event for event in game.events if isinstance(event, GameEnded))
    assert (ended.why == "facilitator") == (game.steps[-1].action == EndGame())
    if ended.why != "facilitator":
        assert all(team.launched or team.away for team in game.end.teams)
        assert (ended.why == "all-launched") == all(team.launched for team in game.end.teams)


@given(games(facilitated=False))
def test_r4_a_game_of_turn_actions_launches_every_team(game: Played) -> None:
    assert all(team.launched and team.space == len(game.end.game.path) + 1 for team in game.end.teams)
    # At most: roll, say the kind, borrow, respond.
    assert len(game.steps) <= 4 * (len(game.end.game.path) + 1) * len(game.end.teams)


@given(games())
def test_r10_the_exchange_at_the_end_of_any_game(game: Played) -> None:
    end = game.events.index(next(event for event in game.events if isinstance(event, GameEnded)))
    bought = [(e.team, e.card, e.pillar) for e in game.events if isinstance(e, CardBought)]
    left = [(e.team, e.points) for e in game.events if isinstance(e, PointsLeftOver)]
    assert len(bought) + len(left) == len(game.events) - end - 1
    check_exchange(game.deck, [team.score._asdict() for team in game.end.teams], bought, left)


@given(games())
def test_r3_the_next_team_in_order_that_still_plays_has_the_turn(game: Played) -> None:
    turn = 1
    for step in game.steps:
        count = len(step.after.teams)
        for event in step.events:
            if isinstance(event, TurnStarted):
                turn += 1
                order = [(step.before.on_turn + i) % count for i in range(1, count + 1)]
                gone = {i for i, team in enumerate(step.after.teams) if team.launched or team.away}
                assert (event.team, event.turn) == (next(i for i in order if i not in gone), turn)
        assert step.after.turn == turn
        assert step.after.over or step.after.team.plays


def snapshot(state: State) -> tuple[object, ...]:
    """All of a state that could have been changed in place."""
    return (
        state.teams,
        dict(state.piles),
        state.experiences,
        state.waiting,
        state.on_turn,
        state.turn,
        state.chances,
    )


@given(games())
def test_act_never_changes_the_state_it_is_given(game: Played) -> None:
    for step in game.steps:
        before = snapshot(step.before)
        act(step.before, step.action)
        assert snapshot(step.before) == before


@given(games())
def test_r11_the_same_chance_comes_after_going_back(game: Played) -> None:
    for step in reversed(game.steps):
        assert act(step.before, step.action) == (step.after, step.events)


@given(decks(), setups(), st.integers(0, 2**32), st.booleans())
@settings(max_examples=50)
def test_r13_same_seed_same_game(deck: Deck, setup: Setup, choices: int, facilitated: bool) -> None:
    again = Deck.model_validate_json(deck.model_dump_json(by_alias=True), strict=False)
    one, two = (play(same, setup, choices, facilitated=facilitated) for same in (deck, again))
    assert one.events == two.events
