"""From counts to figures, their page and their picture."""

import json
from collections import Counter
from statistics import median_low
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import Plain, challenge, experience, response, small_deck, tool

from booster.balance.counts import Counts, Met
from booster.balance.figures import Figures, figures
from booster.balance.page import as_json, as_text
from booster.balance.picture import as_svg
from booster.balance.play import Study, play_some
from booster.balance.worth import ENOUGH, OneResponse, Verdict, met_too_seldom, verdicts
from booster.decks.model import Challenge, Deck
from booster.language import translator

DECK = small_deck(
    [challenge("c", responses=(response({"ecology": 1}), response(needs=["gone"])), helped_by=["key"])],
    [tool("key"), tool("unused", "launch")],
    [experience("one", "ecology"), experience("two", "social")],
)


def counted(deck: Deck = DECK, **changes: Counter[Any]) -> Figures:
    """Figures of one game in which hardly anything happened, but for these counts."""
    nothing: dict[str, Counter[Any]] = {
        "turns": Counter({10: 1}),
        "totals": Counter({("random", 3): 1}),
        "hands": Counter({("random", 2): 1}),
    }
    return figures(Study(deck), Counts(**{**nothing, **changes}))


@given(st.lists(st.integers(0, 40), min_size=1))
def test_percentiles_are_numbers_that_occurred(totals: list[int]) -> None:
    spread = counted(totals=Counter(("careful", total) for total in totals)).points["all"]
    assert spread.median == median_low(totals)
    assert spread.low == sorted(totals)[(5 * len(totals) - 1) // 100]
    assert spread.high == sorted(totals)[(95 * len(totals) - 1) // 100]
    assert Counter(totals) == spread.counts


def test_points_are_told_for_all_teams_and_for_each_way_to_play() -> None:
    points = counted(totals=Counter({("random", 2): 3, ("social", 8): 1})).points
    assert {group: spread.counts for group, spread in points.items()} == {
        "all": {2: 3, 8: 1},
        "random": {2: 3},
        "social": {8: 1},
    }


def test_the_shares_of_the_pillars_are_percents() -> None:
    assert counted(points=Counter({"ecology": 1, "economy": 2})).pillars == {
        "ecology": 33.3,
        "economy": 66.7,
        "social": 0.0,
    }
    assert counted().pillars == {"ecology": 0.0, "economy": 0.0, "social": 0.0}


def test_minutes_are_turns_of_the_paths_length() -> None:
    deck = small_deck(minutes_a_turn=3)
    assert counted(deck, turns=Counter({10: 4, 20: 1})).minutes.counts == {30: 4, 60: 1}


def test_cards_that_never_appeared_are_named() -> None:
    found = counted(drawn=Counter({"c": 4}), bought=Counter({"two": 1}))
    assert (found.never_drawn, found.never_bought) == (("key", "unused"), ("one",))
    assert found.never_helping == ("key",)  # no challenge names the other one
    assert counted(helped=Counter({"key": 1})).never_helping == ()


def verdict_of(
    *responses: Plain, free: tuple[int, ...] = (), helped: bool = False, times: int = ENOUGH
) -> dict[Verdict, list[int]]:
    """The verdicts on responses that were all free, or only some, at every meeting."""
    every = free or tuple(range(len(responses)))
    return verdict_after(responses, {("c", helped, every): times})


def verdict_after(responses: tuple[Plain, ...], met: dict[Met, int]) -> dict[Verdict, list[int]]:
    card = Challenge.model_validate(challenge("c", responses=responses))
    found = verdicts([card], met)
    return {verdict: [one.response for one in ones] for verdict, ones in found.items() if ones}


A_LITTLE, MORE = response({"ecology": 1}), response({"ecology": 2})
OTHER = response({"social": 1})


def test_a_response_that_another_one_always_beats_is_never_worth_it() -> None:
    assert verdict_of(A_LITTLE, MORE, OTHER) == {"never": [1]}
    assert verdict_of(A_LITTLE, MORE) == {"never": [1], "always": [2]}


def test_responses_with_a_dilemma_or_equal_ones_are_left_in_peace() -> None:
    assert verdict_of(A_LITTLE, OTHER) == {}
    assert verdict_of(A_LITTLE, A_LITTLE) == {}


def test_r7_what_a_helping_tool_adds_counts() -> None:
    with_help = response({"ecology": 1}, help={"ecology": 2})
    assert verdict_of(with_help, MORE) == {"never": [1], "always": [2]}
    assert verdict_of(with_help, MORE, helped=True) == {"never": [2], "always": [1]}
    both: dict[Met, int] = {("c", False, (0, 1)): ENOUGH, ("c", True, (0, 1)): 1}
    assert verdict_after((with_help, MORE), both) == {}


def test_r6_a_response_that_no_tool_unlocked_is_named() -> None:
    assert verdict_of(A_LITTLE, OTHER, response(needs=["gone"]), free=(0, 1)) == {"never open": [3]}


def test_r6_a_response_that_a_tool_unlocks_may_be_the_best() -> None:
    best = response({"ecology": 3}, needs=["key"])
    met: dict[Met, int] = {("c", False, (0, 1)): ENOUGH, ("c", False, (0, 1, 2)): ENOUGH}
    assert verdict_after((A_LITTLE, OTHER, best), met) == {}


def test_r6_the_only_free_response_is_no_choice() -> None:
    assert verdict_of(A_LITTLE, response(needs=["gone"]), free=(0,)) == {"never open": [2]}


def test_nothing_is_said_of_a_challenge_that_was_hardly_met() -> None:
    assert verdict_of(A_LITTLE, MORE, times=ENOUGH - 1) == {}
    card = Challenge.model_validate(challenge("c"))
    assert met_too_seldom([card], {("c", False, (0, 1)): ENOUGH - 1}) == ("c",)
    assert met_too_seldom([card], {("c", False, (0, 1)): 1, ("c", True, (0, 1)): ENOUGH - 1}) == ()


def test_the_figures_of_a_deck_with_faults_find_them() -> None:
    study = Study(DECK)
    found = figures(study, play_some(study, 0, 100))
    assert found.never_open == (OneResponse("c", 2),)
    assert found.never_drawn == ()
    assert found.games == 100


def test_json_holds_every_figure() -> None:
    plain = json.loads(as_json(counted()))
    assert set(plain) == set(Figures.__slots__)
    assert plain["points"]["all"] == {"low": 3, "median": 3, "high": 3, "counts": {"3": 1}}
    assert plain["too_seldom"] == ["c"]


def test_the_page_says_the_figures_and_what_to_look_at() -> None:
    met = Counter({("c", False, (0,)): 3 * ENOUGH})
    lines = as_text(counted(met=met, drawn=Counter({"c": 1})), DECK, translator("en")).splitlines()
    assert lines[0] == "A small deck: 1 game of simulated teams (4 a game, length Workshop)."
    assert "  random teams: 3 (3 to 3)" in lines
    assert "Experience cards of a team: 2 (2 to 2)." in lines
    assert lines[lines.index("Never drawn:") + 1 :][:2] == ["  key", "  unused"]
    assert "  c, response 2: Do it" in lines


def test_the_page_says_when_there_is_nothing_to_mend() -> None:
    fine = small_deck([challenge("c")], [], [experience("one", "ecology")])
    met = Counter({("c", False, (0, 1)): ENOUGH})
    seen: dict[str, Counter[Any]] = {"drawn": Counter({"c": 1}), "bought": Counter({"one": 1})}
    page = as_text(counted(fine, met=met, **seen), fine, translator("en"))
    assert page.endswith("Every card was used, and no response is always, or never, the best choice.")


def test_the_page_asks_for_more_games_when_they_are_too_few() -> None:
    assert "1 challenge came up too rarely" in as_text(counted(), DECK, translator("en"))


def test_a_long_list_is_cut_on_the_page() -> None:
    many = small_deck(tools=[tool(f"t-{number}") for number in range(50)])
    lines = as_text(counted(many), many, translator("en")).splitlines()
    named = lines[lines.index("Never drawn:") + 1 :]
    assert named.index("  and 40 more") == 20  # 10 challenges and 50 tools


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_picture_is_whole_and_stays_within_its_borders(language: str) -> None:
    totals = Counter({("random", total): 1 + total % 7 for total in range(60)})
    found = counted(totals=totals, points=Counter({"ecology": 98, "economy": 1, "social": 1}))
    picture = ElementTree.fromstring(as_svg(found, "Bread & <roses> " * 20, translator(language)))
    _, _, width, height = map(float, picture.attrib["viewBox"].split())
    bars = [one.attrib for one in picture.iter("{http://www.w3.org/2000/svg}rect")]
    assert len(bars) == 1 + 60 + 1 + 3 * 2
    for bar in bars:
        right = float(bar.get("x", 0)) + float(bar["width"])
        bottom = float(bar.get("y", 0)) + float(bar["height"])
        assert right <= width
        assert bottom <= height
    words = [one.text or "" for one in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert words[0].startswith("Bread & <roses> ")
    assert len(words[0]) <= 60
