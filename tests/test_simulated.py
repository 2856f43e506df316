"""Teams that play by themselves."""

import subprocess
import sys
from dataclasses import replace
from random import Random
from statistics import mean

from strategies import challenge, response, small_deck, start, tool, with_team

from booster.decks.model import PILLARS
from booster.engine.actions import Adopt, Borrow, Leave, Respond
from booster.engine.state import State, ToDecide, ToRespond
from booster.simulated import (
    WAYS,
    best_total_team,
    chance_of_players,
    pillar_team,
    play_out,
    player,
    random_team,
)

DECK = small_deck(
    challenges=[
        challenge(
            "c",
            responses=(
                response({"ecology": 1}, help={"social": 3}),
                response({"ecology": 2}),
                response({"ecology": 3}, needs=["other"]),
            ),
            helped_by=["helping"],
        )
    ],
    tools=[tool("helping"), tool("other"), tool("dear", points={"economy": -1}), tool("free")],
)


def at_challenge() -> State:
    return replace(start(DECK), waiting=ToRespond("c"))


def test_best_total_team_takes_the_highest_unlocked_total() -> None:
    assert best_total_team(at_challenge(), Random(1)) == Respond(1)


def test_r7_best_total_team_counts_the_help_of_its_own_tool() -> None:
    assert best_total_team(with_team(at_challenge(), 0, toolbox=("helping",)), Random(1)) == Respond(0)


def test_r7_best_total_team_borrows_when_it_can() -> None:
    assert best_total_team(with_team(at_challenge(), 1, toolbox=("helping",)), Random(1)) == Borrow(
        "helping", 1
    )


def test_r8_best_total_team_adopts_unless_it_loses() -> None:
    decisions = [
        best_total_team(replace(start(DECK), waiting=ToDecide(t)), Random(1)) for t in ("free", "dear")
    ]
    assert decisions == [Adopt(), Leave()]


def at_dilemma(*points: dict[str, int]) -> State:
    """A challenge whose responses win these points; the first has some more social with help."""
    first, *others = points
    responses = [response(first, help={"social": 1}), *map(response, others)]
    deck = small_deck(challenges=[challenge("c", responses=responses, helped_by=["helping"])])
    return replace(start(deck), waiting=ToRespond("c"))


def test_pillar_team_puts_its_pillar_before_the_total() -> None:
    state = at_dilemma({"ecology": 3, "social": 1}, {"social": 2, "economy": -3}, {"economy": 1})
    chosen = {pillar: pillar_team(pillar)(state, Random(1)) for pillar in PILLARS}
    assert chosen == {"ecology": Respond(0), "economy": Respond(2), "social": Respond(1)}


def test_pillar_team_takes_the_best_total_of_equals() -> None:
    state = at_dilemma({"social": 1}, {"social": 1, "ecology": 1}, {"economy": 3})
    assert pillar_team("social")(state, Random(1)) == Respond(1)


def test_r7_pillar_team_counts_help_on_its_pillar() -> None:
    state = with_team(at_dilemma({"social": 1}, {"social": 1, "ecology": 1}), 0, toolbox=("helping",))
    assert pillar_team("social")(state, Random(1)) == Respond(0)
    assert pillar_team("ecology")(state, Random(1)) == Respond(1)


def test_r8_pillar_team_adopts_what_does_not_cost_its_pillar() -> None:
    deck = small_deck(tools=[tool("trade", points={"economy": -2, "social": 1})])
    state = replace(start(deck), waiting=ToDecide("trade"))
    chosen = {pillar: pillar_team(pillar)(state, Random(1)) for pillar in PILLARS}
    assert chosen == {"ecology": Leave(), "economy": Leave(), "social": Adopt()}


def test_every_way_to_play_is_another_player() -> None:
    state = at_dilemma({"ecology": 1}, {"economy": 1}, {"social": 1}, {"ecology": -1, "social": 3})
    assert player("random") is random_team
    assert player("careful") is best_total_team
    assert [player(way)(state, Random(1)) for way in WAYS[1:]] == [
        Respond(3),
        Respond(0),
        Respond(1),
        Respond(3),
    ]


def test_r7_random_team_borrows_about_half_of_the_time() -> None:
    state, chance = with_team(at_challenge(), 1, toolbox=("helping",)), Random(1)
    borrowed = mean(isinstance(random_team(state, chance), Borrow) for _ in range(400))
    assert 0.4 < borrowed < 0.6


def test_play_out_ends_with_all_launched_and_the_same_twice() -> None:
    ends = [
        play_out(
            start(small_deck(), 3), [random_team, best_total_team, random_team], chance_of_players("DEMO")
        )
        for _ in range(2)
    ]
    assert ends[0].over
    assert all(team.launched and team.experiences for team in ends[0].teams)
    assert ends[0].teams == ends[1].teams


def test_a_player_that_counts_does_better_than_chance() -> None:
    totals: list[tuple[int, int]] = []
    for game in range(30):
        end = play_out(start(small_deck(), 2, str(game)), [best_total_team, random_team], Random(game))
        totals.append((end.teams[0].score.total, end.teams[1].score.total))
    assert mean(best for best, _ in totals) > mean(other for _, other in totals)


def test_simulated_teams_need_no_session_or_file() -> None:
    code = "import sys, booster.simulated; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert not {"booster.session", "booster.journal"} & set(loaded)
