"""The exchange of points for experience cards (R10)."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rulebook import Bought, check_exchange
from strategies import Plain, experience, small_deck, start, with_team

from booster.decks.model import PILLARS, Pillar
from booster.engine.actions import EndGame
from booster.engine.chance import shuffled
from booster.engine.events import CardBought, PointsLeftOver
from booster.engine.exchange import exchange
from booster.engine.rules import act
from booster.engine.state import Score


def exchanged(cards: list[Plain], *scores: Score, **numbers: Any) -> tuple[list[Bought], dict[int, int]]:
    """What was bought by whom with the points of which pillar, and the points that each team has left."""
    deck = small_deck([], [], cards, **numbers)
    events = exchange(deck, tuple(card["id"] for card in cards), scores)
    bought = [(e.team, e.card, e.pillar) for e in events if isinstance(e, CardBought)]
    return bought, {e.team: e.points for e in events if isinstance(e, PointsLeftOver)}


ONE_EACH = [experience("leaf", "ecology"), experience("coin", "economy"), experience("people", "social")]


def test_r10_points_are_exchanged_one_for_one() -> None:
    bought, left = exchanged(ONE_EACH, Score(1, 0, 1))
    assert bought == [(0, "leaf", "ecology"), (0, "people", "social")]
    assert left == {}


def test_r10_points_of_a_pillar_buy_cards_of_that_pillar_from_the_top() -> None:
    cards = [*ONE_EACH, experience("leaf-2", "social", "ecology"), experience("leaf-3", "ecology")]
    bought, _ = exchanged(cards, Score(2, 0, 0))
    assert bought == [(0, "leaf", "ecology"), (0, "leaf-2", "ecology")]


def test_r10_points_of_a_pillar_without_cards_left_buy_any_other() -> None:
    bought, _ = exchanged(ONE_EACH, Score(3, 0, 0))
    assert bought == [(0, "leaf", "ecology"), (0, "coin", None), (0, "people", None)]


def test_r10_each_team_uses_its_pillars_before_any_team_buys_others() -> None:
    bought, _ = exchanged(ONE_EACH, Score(2, 0, 0), Score(0, 1, 0))
    assert bought == [(0, "leaf", "ecology"), (1, "coin", "economy"), (0, "people", None)]


def test_r10_teams_buy_one_card_each_in_turn() -> None:
    cards = [experience(f"leaf-{i}", "ecology") for i in range(4)]
    bought, _ = exchanged(cards, Score(3, 0, 0), Score(1, 0, 0))
    assert [team for team, _, _ in bought] == [0, 1, 0, 0]


def test_r10_no_card_goes_to_two_teams_while_unused_ones_are_left() -> None:
    bought, _ = exchanged(ONE_EACH, Score(1, 0, 0), Score(1, 0, 0), Score(1, 0, 0))
    assert Counter(card for _, card, _ in bought) == {"leaf": 1, "coin": 1, "people": 1}


def test_r10_when_all_are_used_a_team_gets_a_card_that_others_hold() -> None:
    bought, left = exchanged(ONE_EACH[:1], Score(1, 0, 0), Score(0, 1, 0))
    assert bought == [(0, "leaf", "ecology"), (1, "leaf", None)]
    assert left == {}


def test_r10_points_left_when_a_team_holds_every_card_are_reported() -> None:
    bought, left = exchanged(ONE_EACH, Score(5, 0, 0), Score(0, 2, 0))
    assert len([card for team, card, _ in bought if team == 0]) == 3
    assert left == {0: 2}


@pytest.mark.parametrize(("at_least", "cards"), [(0, 0), (1, 1), (2, 2), (5, 3)])
def test_r10_every_team_leaves_with_at_least_so_many_cards(at_least: int, cards: int) -> None:
    bought, left = exchanged(ONE_EACH, Score(0, 0, 0), at_least=at_least)
    assert [pillar for _, _, pillar in bought] == [None] * cards
    assert left == {}


def test_r10_the_price_may_be_more_points_a_card_from_several_pillars() -> None:
    bought, left = exchanged(ONE_EACH, Score(1, 3, 1), points_per_card=2)
    assert bought == [(0, "coin", "economy"), (0, "leaf", None)]
    assert left == {0: 1}


def test_r10_without_experience_cards_all_points_are_left() -> None:
    assert exchanged([], Score(1, 2, 3), Score(0, 0, 0)) == ([], {0: 6})


def test_r10_all_teams_exchange_those_away_and_those_on_their_way_too() -> None:
    state = with_team(start(small_deck(), teams=3), 1, away=True)
    state, events = act(with_team(state, 2, launched=True, space=16), EndGame())
    assert [len(team.experiences) for team in state.teams] == [3, 3, 3]
    assert [(e.team, e.card) for e in events if isinstance(e, CardBought) and e.team == 1] == [
        (1, card) for card in state.teams[1].experiences
    ]


# The whole of R10, for any cards and any scores.

SCORES = st.lists(st.builds(Score, *[st.integers(0, 7)] * 3), min_size=1, max_size=12)
PILES = st.lists(st.lists(st.sampled_from(PILLARS), min_size=1, max_size=3, unique=True), max_size=9)


@given(PILES, SCORES, st.integers(1, 3), st.integers(0, 3), st.integers(0, 99))
def test_r10_for_any_cards_and_any_scores(
    piles: list[list[Pillar]], scores: list[Score], price: int, at_least: int, seed: int
) -> None:
    cards = [experience(f"card-{number}", *pillars) for number, pillars in enumerate(piles)]
    deck = small_deck([], [], cards, points_per_card=price, at_least=at_least)
    order = shuffled(f"{seed}", "experience", [card["id"] for card in cards])
    events = exchange(deck, order, tuple(scores))
    bought = [(e.team, e.card, e.pillar) for e in events if isinstance(e, CardBought)]
    left = [(e.team, e.points) for e in events if isinstance(e, PointsLeftOver)]
    check_exchange(deck, [score._asdict() for score in scores], bought, left)
