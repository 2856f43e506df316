"""The decks that ship: complete, in both languages, short enough to be read aloud, and fair."""

from collections import Counter
from functools import cache
from itertools import chain
from pathlib import Path
from statistics import median

import pytest

from booster.decks.load import load_deck
from booster.decks.model import PILLARS, STAGES, Card, Challenge, Deck, Experience, Tool
from booster.decks.translate import combine, in_language
from booster.engine.events import Event, Responded
from booster.engine.rules import act
from booster.engine.setup import new_game
from booster.engine.state import NewTeam, Setup, State
from booster.limits import PresetName
from booster.paths import cards_folder, core_deck
from booster.simulated import Player, best_total_team, chance_of_players, random_team

WORDS_A_MINUTE = 150
SECONDS_A_SIDE = 40
GAMES = 400


@cache
def deck(name: str = "core") -> Deck:
    reading = load_deck(cards_folder() / name)
    assert reading.deck is not None, reading.problems
    return reading.deck


def sides(card: Card) -> list[str]:
    """What is read aloud at a time."""
    match card:
        case Challenge():
            front = f"{card.title} {card.situation} {card.talk}"
            return [front, " ".join(r.do for r in card.responses), *(r.then for r in card.responses)]
        case Tool():
            return [
                f"{card.title} {card.what} {card.when} {card.limit}",
                f"{' '.join(card.steps)} {card.try_}",
            ]
        case Experience():
            return [f"{card.title} {card.who} {card.story} {card.advice} {card.ask}"]


def spoken_words(text: str) -> int:
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


@pytest.mark.parametrize("name", ["core", "food-desert"])
def test_the_shipped_decks_have_no_problem_at_all(name: str) -> None:
    assert load_deck(cards_folder() / name).problems == ()


def test_the_core_deck_has_as_many_cards_as_promised() -> None:
    assert Counter(card.stage for card in deck().challenges) == dict.fromkeys(STAGES, 12)
    assert Counter(card.stage for card in deck().tools) == dict.fromkeys(STAGES, 10)
    assert len(deck().experiences) == 48
    pillars = Counter(chain.from_iterable(card.pillars for card in deck().experiences))
    assert all(pillars[pillar] >= 14 for pillar in PILLARS), pillars


def test_the_example_deck_plays_alone_and_mixed_with_the_core() -> None:
    small = deck("food-desert")
    assert (len(small.challenges), len(small.tools), len(small.experiences)) == (5, 5, 5)
    assert (small.info.language, small.info.adapted_from) == ("fr", "core")
    for decks in ((small,), (deck(), small)):
        state, _ = new_game(Setup((NewTeam("A"), NewTeam("B")), "workshop", "MIX"), combine(decks))
        assert play(state, [random_team] * 2)[0].over


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_side_of_a_card_takes_long_to_read_aloud(language: str) -> None:
    most = WORDS_A_MINUTE * SECONDS_A_SIDE // 60
    cards = [*in_language(deck(), language).cards.values(), *deck("food-desert").cards.values()]
    long = {
        card.id: spoken_words(side) for card in cards for side in sides(card) if spoken_words(side) > most
    }
    assert long == {}


LENGTHS = {
    "title": 42, "situation": 320, "talk": 160, "what": 200, "when": 130, "limit": 130, "try_": 160,
    "who": 80, "story": 360, "advice": 130, "ask": 140,
}  # fmt: skip


@pytest.mark.parametrize(("language", "more"), [("en", 1.0), ("fr", 1.15)])
def test_texts_keep_to_their_lengths(language: str, more: float) -> None:
    long = []
    for card in in_language(deck(), language).cards.values():
        texts = [(name, getattr(card, name, None) or "", most) for name, most in LENGTHS.items()]
        if isinstance(card, Challenge):
            texts += [("do", response.do, 90) for response in card.responses]
            texts += [("then", response.then, 200) for response in card.responses]
        if isinstance(card, Tool):
            texts += [("step", step, 90) for step in card.steps]
        long += [(card.id, name, len(text)) for name, text, most in texts if len(text) > int(most * more)]
    assert long == []


def test_every_card_names_its_source_and_every_challenge_has_notes() -> None:
    assert [card.id for card in deck().cards.values() if not card.source] == []
    assert [card.id for card in deck().challenges if not card.notes] == []


def test_about_one_challenge_in_four_has_a_response_that_needs_a_tool() -> None:
    needing = [card for card in deck().challenges if any(response.needs for response in card.responses)]
    assert 12 <= len(needing) <= 18


def test_every_challenge_can_be_helped_where_it_is_met() -> None:
    order = {tool.id: STAGES.index(tool.stage) for tool in deck().tools}
    for card in deck().challenges:
        met = [tool for tool in card.helped_by if order[tool] <= STAGES.index(card.stage)]
        assert len(card.helped_by) >= 3
        assert len(met) >= 2, card.id
        assert any(response.help.moves for response in card.responses), card.id


def test_the_best_response_is_spread_over_the_positions() -> None:
    best: Counter[int] = Counter()
    for card in deck().challenges:
        totals = [response.points.total for response in card.responses]
        best.update(index for index, total in enumerate(totals) if total == max(totals))
    assert all(best[index] >= sum(best.values()) / 5 for index in range(3)), best


def play(state: State, players: list[Player]) -> tuple[State, list[Event]]:
    events: list[Event] = []
    chance = chance_of_players(state.game.seed)
    while not state.over:
        state, happened = act(state, players[state.on_turn](state, chance))
        events += happened
    return state, events


@cache
def played(preset: PresetName, first: Player) -> tuple[list[tuple[State, list[Event]]], list[int]]:
    """Seeded games of four teams, the first playing its own way; and the totals of the teams that count."""
    games = []
    for number in range(GAMES):
        setup = Setup(tuple(NewTeam(letter) for letter in "ABCD"), preset, f"GAME{number}")
        games.append(play(new_game(setup, deck())[0], [first, *[random_team] * 3]))
    teams = [
        team for state, _ in games for team in (state.teams if first is random_team else state.teams[:1])
    ]
    return games, sorted(team.score.total for team in teams)


def test_a_workshop_of_random_teams_ends_with_enough_points_and_not_too_many() -> None:
    _, totals = played("workshop", random_team)
    assert 7 <= median(totals) <= 9
    assert totals[len(totals) * 5 // 100] >= 3
    assert totals[len(totals) * 95 // 100] <= 14


def test_always_the_highest_total_is_worth_it_but_not_everything() -> None:
    _, random = played("workshop", random_team)
    _, careful = played("workshop", best_total_team)
    assert median(random) < median(careful) <= 16


@pytest.mark.parametrize("preset", ["discovery", "full"])
def test_the_other_presets_end_with_a_handful_of_cards(preset: PresetName) -> None:
    _, totals = played(preset, random_team)
    assert 5 <= median(totals) <= 12


def test_each_pillar_brings_its_share() -> None:
    games, _ = played("workshop", random_team)
    brought = {pillar: sum(t.score.on(pillar) for s, _ in games for t in s.teams) for pillar in PILLARS}
    for pillar in PILLARS:
        assert 0.25 <= brought[pillar] / sum(brought.values()) <= 0.42, brought


def test_a_tool_helps_in_a_third_of_the_challenges() -> None:
    games, _ = played("workshop", random_team)
    helped = [
        event.tool is not None for _, events in games for event in events if isinstance(event, Responded)
    ]
    assert sum(helped) / len(helped) >= 1 / 3


def test_the_core_path_is_the_path_of_decks_without_one() -> None:
    assert not (Path(cards_folder()) / "food-desert" / "path.yaml").exists()
    assert deck("food-desert").path == deck().path
    assert core_deck().name == "core"
