"""How a game begins: teams (R1), path (R2), scores at the start (R9), the order of cards (R13)."""

import itertools
from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import challenge, decks, experience, preset, presets, setups, small_deck, start, tool

from booster.decks.model import KINDS, STAGES, Deck, Preset
from booster.engine.events import TurnStarted
from booster.engine.setup import SetupFault, expected_minutes, expected_turns, new_game
from booster.engine.state import NewTeam, Setup, ToRoll
from booster.limits import PRESETS


@pytest.mark.parametrize("count", [0, 13])
def test_r1_no_team_or_more_than_twelve_is_refused(count: int) -> None:
    with pytest.raises(SetupFault, match="1 to 12 teams"):
        new_game(Setup((NewTeam("A"),) * count, "workshop", "DEMO"), small_deck())


@pytest.mark.parametrize("count", [1, 12])
def test_r1_one_to_twelve_teams_begin(count: int) -> None:
    assert len(start(small_deck(), count).teams) == count


def test_r1_a_team_keeps_its_name_project_and_colour() -> None:
    state, _ = new_game(Setup((NewTeam("Vélo", "Des vélos pour tous", 7),), "workshop", "DEMO"), small_deck())
    assert (state.team.name, state.team.project, state.team.colour) == ("Vélo", "Des vélos pour tous", 7)


def test_r2_the_path_is_five_stages_in_order() -> None:
    state = start(small_deck(every_preset=preset(["tool", "choice"])))
    assert state.game.path == tuple((stage, kind) for stage in STAGES for kind in ("tool", "choice"))
    assert STAGES == ("ideation", "positioning", "products", "model", "launch")


def test_r2_a_team_stands_in_the_stage_of_its_space() -> None:
    state = start(small_deck(every_preset=preset(["tool", "choice"])))
    stages = [state.game.stage_of(replace(state.team, space=space)) for space in range(12)]
    assert stages == [None, *(stage for stage in STAGES for _ in range(2)), None]


def test_r2_each_preset_has_its_own_path_die_and_start() -> None:
    sizes = {"discovery": 2, "workshop": 4, "full": 6}
    deck = small_deck(presets={name: preset(["tool"] * n, (n, n), (n, 0, 0)) for name, n in sizes.items()})
    for name in PRESETS:
        state, _ = new_game(Setup((NewTeam("A"),), name, "DEMO"), deck)
        assert len(state.game.path) == 5 * sizes[name]
        assert state.game.preset.die == (sizes[name], sizes[name])
        assert state.team.score == (sizes[name], 0, 0)


@given(decks(), setups())
def test_r3_the_first_team_begins(deck: Deck, setup: Setup) -> None:
    state, events = new_game(setup, deck)
    assert (state.on_turn, state.waiting, events) == (0, ToRoll(), (TurnStarted(0, 1),))


def test_r9_scores_begin_at_the_start_of_the_preset() -> None:
    state = start(small_deck(every_preset=preset(start=(3, 0, 2))), teams=3)
    assert [team.score._asdict() for team in state.teams] == [{"ecology": 3, "economy": 0, "social": 2}] * 3


@given(decks(), setups())
def test_r5_each_pile_holds_its_cards_once(deck: Deck, setup: Setup) -> None:
    state, _ = new_game(setup, deck)
    cards = Counter((stage, kind, card) for (stage, kind), pile in state.piles.items() for card in pile)
    challenges = [(card.stage, "challenge", card.id) for card in deck.challenges]
    assert cards == Counter(challenges + [(card.stage, "tool", card.id) for card in deck.tools])
    assert set(state.piles) == set(itertools.product(STAGES, KINDS))
    assert Counter(state.experiences) == Counter(card.id for card in deck.experiences)


@given(st.integers())
def test_r13_the_order_that_a_deck_lists_its_cards_in_does_not_count(number: int) -> None:
    cards = [
        [challenge(f"c{i}") for i in range(4)],
        [tool(f"t{i}") for i in range(4)],
        [experience(f"e{i}", "social") for i in range(4)],
    ]
    first = start(small_deck(*cards))
    for pile in cards:
        Random(number).shuffle(pile)
    second = start(small_deck(*cards))
    assert (first.piles, first.experiences) == (second.piles, second.experiences)


def test_r13_another_seed_gives_other_orders() -> None:
    deck = small_deck([challenge(f"c{i}") for i in range(6)])
    orders = {start(deck, seed=f"{seed}").piles["ideation", "challenge"] for seed in range(20)}
    assert len(orders) > 10


def turns_by_brute_force(spaces: int, low: int, high: int) -> float:
    """The mean number of rolls past the last space, over every fall of every die."""
    faces = high - low + 1
    reached = {0: 1.0}
    mean = 0.0
    while reached:
        mean += sum(reached.values())
        following: dict[int, float] = {}
        for space, odds in reached.items():
            for die in range(low, high + 1):
                if space + die <= spaces:
                    following[space + die] = following.get(space + die, 0.0) + odds / faces
        reached = following
    return mean


@given(presets())
def test_r4_expected_turns_are_the_mean_of_all_falls_of_the_die(plain: dict[str, object]) -> None:
    numbers = Preset.model_validate(plain)
    assert expected_turns(numbers) == pytest.approx(turns_by_brute_force(len(numbers.path), *numbers.die))


def test_r2_expected_minutes_count_every_turn_of_every_team() -> None:
    deck = small_deck(every_preset=preset(["tool", "tool"], (1, 1)), minutes_a_turn=2)
    numbers = deck.path.presets.workshop
    assert expected_turns(numbers) == 11
    assert expected_minutes(deck, numbers, 1) == 20  # 22, to the nearest five
    assert expected_minutes(deck, numbers, 3) == 65  # 66
    short = small_deck(every_preset=preset(["tool"], (20, 20)), minutes_a_turn=1)
    assert expected_minutes(short, short.path.presets.workshop, 1) == 5
