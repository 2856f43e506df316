"""Many seeded games of simulated teams, on all cores or on any `concurrent.futures.Executor`."""

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass

from booster.balance.counts import Counts
from booster.decks.model import Deck
from booster.decks.translate import combine
from booster.engine.actions import Respond
from booster.engine.rules import act
from booster.engine.setup import new_game
from booster.engine.state import NewTeam, Setup
from booster.limits import USUAL_PRESET, USUAL_TEAMS, PresetName
from booster.simulated import WAYS, chance_of_players, player

USUAL_GAMES = 1000

_FEWEST_AT_ONCE = 50
_MOST_TASKS = 400
_MOST_PROCESSES = 61
"""Windows waits for no more than so many."""


@dataclass(frozen=True, slots=True)
class Study:
    """What is played again and again."""

    deck: Deck
    teams: int = USUAL_TEAMS
    preset: PresetName = USUAL_PRESET


def play_games(
    decks: Sequence[Deck],
    games: int = USUAL_GAMES,
    teams: int = USUAL_TEAMS,
    preset: PresetName = USUAL_PRESET,
    *,
    executor: Executor | None = None,
    progress: Callable[[int], None] | None = None,
) -> Counts:
    """Return what happened in so many games of the decks together, which every executor counts the same.

    Without `executor`, the games are played by one process for each core of this machine. For a large study
    any executor will do, for instance the one of a cluster that runs already, with booster installed on it:

        from dask.distributed import Client
        with Client("scheduler:8786") as client:
            counts = play_games(decks, 1_000_000, executor=client.get_executor())

    `progress` is told how many games are counted so far. Raises BoosterError for decks that share a card, and
    for a number of teams other than 1 to 12; what the executor raises comes through.
    """
    study = Study(combine(decks), teams, preset)
    tasks = _tasks(games)
    cores = min(_cores(), len(tasks), _MOST_PROCESSES)
    if executor is not None:
        return _gathered(study, tasks, executor, progress)
    if cores == 1:
        return _gathered(study, tasks, None, progress)
    # Fresh processes, as on Windows and macOS: what works here works there.
    with ProcessPoolExecutor(cores, multiprocessing.get_context("spawn")) as pool:
        return _gathered(study, tasks, pool, progress)


def play_some(study: Study, first: int, games: int) -> Counts:
    """Return what happened in the games `first`, `first` + 1, …; each follows from its number alone."""
    counts = Counts()
    for number in range(first, first + games):
        _play(study, number, counts)
    return counts


def _play(study: Study, number: int, counts: Counts) -> None:
    ways = [WAYS[(number + team) % len(WAYS)] for team in range(study.teams)]
    players = [player(way) for way in ways]
    seed = f"balance/{number}"
    setup = Setup(tuple(NewTeam(way) for way in ways), study.preset, seed)
    (state, _), chance = new_game(setup, study.deck), chance_of_players(seed)
    while not state.over:
        action = players[state.on_turn](state, chance)
        if isinstance(action, Respond):
            counts.meet(state)
        state, events = act(state, action)
        counts.hear(events)
    counts.end(state, ways)


def _gathered(
    study: Study, tasks: Sequence[range], executor: Executor | None, progress: Callable[[int], None] | None
) -> Counts:
    """Play the tasks and add up their counts, in order."""
    every = Counts()
    futures = [executor.submit(play_some, study, task.start, len(task)) for task in tasks] if executor else []
    try:
        for index, task in enumerate(tasks):
            every.add(futures[index].result() if futures else play_some(study, task.start, len(task)))
            if progress:
                progress(task.stop)
    finally:
        for future in futures:
            future.cancel()
    return every


def _tasks(games: int) -> list[range]:
    """Split the games, large studies into larger tasks; the number of workers plays no part."""
    size = max(_FEWEST_AT_ONCE, -(-games // _MOST_TASKS))
    return [range(first, min(first + size, games)) for first in range(0, games, size)]


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
