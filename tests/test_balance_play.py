"""Many games of simulated teams: the same counts whoever plays them, and what the counts mean."""

from collections import Counter
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import challenge, deck_of, experience, preset, response, small_deck, tool

from booster.balance.counts import Counts
from booster.balance.play import Study, play_games, play_some
from booster.engine.setup import SetupFault
from booster.errors import BoosterError
from booster.simulated import WAYS

DECK = small_deck()
GAMES = 160  # more than three tasks


class Lazy(Executor):
    """An executor that works only when a result is asked for."""

    def __init__(self) -> None:
        self.submitted: list[range] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        _, first, games = args
        self.submitted.append(range(first, first + games))
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@pytest.fixture(scope="module")
def alone() -> Counts:
    """The counts without any executor."""
    return play_some(Study(DECK), 0, GAMES)


def test_every_game_is_played_once(alone: Counts) -> None:
    executor = Lazy()
    assert play_games([DECK], GAMES, executor=executor) == alone
    assert [number for task in executor.submitted for number in task] == list(range(GAMES))
    assert alone.games == GAMES


@pytest.mark.parametrize("workers", [1, 3])
def test_the_counts_are_the_same_whatever_the_number_of_threads(workers: int, alone: Counts) -> None:
    with ThreadPoolExecutor(workers) as executor:
        assert play_games([DECK], GAMES, executor=executor) == alone


def test_the_counts_are_the_same_in_fresh_processes(alone: Counts) -> None:
    with ProcessPoolExecutor(2, get_context("spawn")) as executor:
        assert play_games([DECK], GAMES, executor=executor) == alone


def test_the_counts_are_the_same_on_all_cores(alone: Counts) -> None:
    assert play_games([DECK], GAMES) == alone


@pytest.mark.filterwarnings("default")
def test_the_counts_are_the_same_on_a_cluster(alone: Counts) -> None:
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=False,
            protocol="tcp",
            host="127.0.0.1",
            dashboard_address=None,
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        assert play_games([DECK], GAMES, executor=client.get_executor()) == alone


def test_progress_counts_up_to_all_games() -> None:
    told: list[int] = []
    play_games([DECK], GAMES, executor=Lazy(), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == GAMES


def test_what_fails_in_a_worker_comes_through() -> None:
    with pytest.raises(SetupFault):
        play_games([DECK], 10, teams=13, executor=Lazy())


def test_decks_are_played_together() -> None:
    lone = small_deck([challenge("lone")], [], [experience("one", "social")])
    assert play_games([DECK, lone], 60, executor=Lazy()).drawn["lone"] > 0
    with pytest.raises(BoosterError):
        play_games([DECK, DECK], 1)


@given(st.integers(0, 40), st.integers(0, 40))
@settings(max_examples=10)
def test_counts_add_up(first: int, second: int) -> None:
    study = Study(DECK, 2, "discovery")
    together = play_some(study, 0, first)
    together.add(play_some(study, first, second))
    assert together == play_some(study, 0, first + second)


def test_every_way_to_play_has_its_turn_in_every_place(alone: Counts) -> None:
    teams = Counter[str]()
    for (way, _), times in alone.totals.items():
        teams[way] += times
    assert teams == dict.fromkeys(WAYS, GAMES * 4 // len(WAYS))


def test_r9_points_and_r10_cards_are_those_of_the_teams(alone: Counts) -> None:
    assert sum(points * teams for (_, points), teams in alone.totals.items()) == alone.points.total()
    assert sum(cards * teams for (_, cards), teams in alone.hands.items()) == alone.bought.total()


def test_r7_what_helped_is_counted_by_its_tool() -> None:
    bonus = response(help={"social": 1})
    deck = deck_of(
        challenge("c", responses=(bonus, bonus), helped_by=["key"]),
        tool("key"),
        tool("unused"),
        spaces="choice",
    )
    counts = play_some(Study(deck), 0, 40)
    assert set(counts.helped) == {"key"}
    assert 0 < counts.lent["key"] < counts.helped["key"] < counts.met.total()
    assert counts.helped["key"] == sum(times for (_, helped, _), times in counts.met.items() if helped)


def test_r6_a_locked_response_is_not_counted_as_free() -> None:
    deck = deck_of(challenge("c", responses=(response(), response(needs=["nobody-holds"]))))
    assert {free for _, _, free in play_some(Study(deck), 0, 5).met} == {(0,)}


def test_r3_a_game_of_one_space_a_roll_takes_so_many_turns() -> None:
    deck = small_deck(every_preset=preset(["challenge"], (1, 1)))
    assert play_some(Study(deck, teams=2), 0, 3).turns == {12: 3}  # five spaces and the launch, two teams
