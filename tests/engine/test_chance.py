"""Chance: the same on any machine and any Python version (R13), fixed by seed and number of chances (R11)."""

import hashlib
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import Played, play, preset, small_deck

from booster.engine.chance import fall_of_the_die, shuffled
from booster.engine.events import Event
from booster.engine.state import NewTeam, Setup

# What is pinned here may never change: saved sessions and shared seeds count on it.


def test_r13_the_dice_of_a_seed_are_pinned() -> None:
    dice = "".join(str(fall_of_the_die("DEMO", chance, 1, 3)) for chance in range(20))
    assert dice == "32122232333123232221"
    assert [fall_of_the_die("DEMO", chance, 1, 2) for chance in range(8)] == [2, 1, 1, 1, 2, 2, 2, 1]
    assert [fall_of_the_die("K7QF2M", chance, 1, 20) for chance in range(8)] == [17, 19, 1, 11, 3, 2, 4, 2]


def test_r13_the_order_of_a_pile_is_pinned() -> None:
    assert shuffled("DEMO", "ideation/challenge", "abcdefgh") == tuple("aghefcbd")
    assert shuffled("DEMO", "ideation/tool", "abcdefgh") == tuple("adfceghb")


@given(st.text(), st.integers(0, 10**6), st.integers(1, 20), st.integers(0, 19))
def test_r4_the_die_stays_between_its_numbers(seed: str, chance: int, low: int, more: int) -> None:
    assert low <= fall_of_the_die(seed, chance, low, low + more) <= low + more


@pytest.mark.parametrize("faces", [2, 3, 6])
def test_r4_the_numbers_of_the_die_fall_about_as_often(faces: int) -> None:
    fallen = Counter(fall_of_the_die("DEMO", chance, 1, faces) for chance in range(3000))
    assert set(fallen) == set(range(1, faces + 1))
    assert all(abs(count - 3000 / faces) < 0.15 * 3000 / faces for count in fallen.values())


@given(st.text(), st.text(), st.lists(st.text()))
def test_r13_a_shuffle_keeps_every_card(seed: str, pile: str, cards: list[str]) -> None:
    assert Counter(shuffled(seed, pile, cards)) == Counter(cards)
    assert shuffled(seed, pile, reversed(cards)) == shuffled(seed, pile, cards)


def golden_game() -> Played:
    """Four teams and a facilitator; a stage has no challenge and another no card, so that all can happen."""
    usual = small_deck(every_preset=preset(["challenge", "choice", "tool", "choice"], (1, 3), (1, 0, 2)))
    challenges = tuple(card for card in usual.challenges if card.stage not in ("model", "launch"))
    tools = tuple(card for card in usual.tools if card.stage != "launch")
    deck = usual.model_copy(update={"challenges": challenges, "tools": tools})
    teams = tuple(NewTeam(name) for name in ("Vélo", "Potager", "Atelier", "Épicerie"))
    return play(deck, Setup(teams, "workshop", "DEMO"), 70, facilitated=True)


def transcript(game: Played) -> str:
    """The SHA-256 of every event of a game, one a line, as Python writes it."""
    return hashlib.sha256("\n".join(map(repr, game.events)).encode()).hexdigest()


TRANSCRIPT = "9c042ef1c75bca447ba7a53b8e4627d2ff2399f5c7279e9e443bfa7a070ecb9b"


def test_r13_a_whole_game_is_pinned() -> None:
    game = golden_game()
    assert {type(event) for event in game.events} == set(get_args(Event))
    assert (len(game.steps), len(game.events)) == (174, 515)
    scores = [(0, 2, 4), (8, 0, 5), (0, 4, 13), (3, 5, 7), (2, 9, 1), (9, 0, 2), (5, 0, 2), (5, 0, 4)]
    assert [tuple(team.score) for team in game.end.teams] == scores
    assert transcript(game) == TRANSCRIPT


@pytest.mark.parametrize("hash_seed", ["0", "4711"])
def test_r13_the_same_game_in_another_process(hash_seed: str) -> None:
    script = "import test_chance; print(test_chance.transcript(test_chance.golden_game()))"
    path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": path, "LC_ALL": "C"}
    command = [sys.executable, "-c", script]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == TRANSCRIPT
