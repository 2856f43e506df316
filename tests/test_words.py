"""Events, actions, refusals and errors in words."""

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import after, small_deck, start, with_team

from booster.decks.model import PILLARS, STAGES, Points
from booster.engine.actions import (
    Action,
    AddTeam,
    Borrow,
    ChooseKind,
    CorrectScore,
    PassTeam,
    Respond,
    Roll,
    WelcomeBack,
)
from booster.engine.events import (
    CardDrawn,
    Ending,
    GameEnded,
    Moved,
    PointsChanged,
    PointsLeftOver,
    Rolled,
    ToolLent,
    TurnSkipped,
    TurnStarted,
)
from booster.engine.legal import Reason, legal_actions
from booster.engine.rules import Refused, act
from booster.engine.state import State, ToRespond
from booster.errors import BoosterError
from booster.journal import JournalDamaged
from booster.language import translator
from booster.limits import PRESETS
from booster.names import (
    help_sentences,
    inside_quotes,
    kind_name,
    length_advice,
    lock_words,
    pillar_name,
    points_words,
    preset_name,
    score_sentence,
    signed,
    stage_name,
    team_label,
    team_letter,
    team_said,
    team_title,
    time_words,
    tool_names,
)
from booster.words import (
    action_label,
    event_sentence,
    event_sentences,
    points_sentence,
    refusal_sentence,
    sentence_of,
)

EN = translator("en")
DECK = small_deck()
CARD = "ideation-challenge-1"


def at_challenge(card: str = CARD) -> State:
    """Two teams, the first with a challenge on the table."""
    return replace(with_team(start(DECK), 1, name="Le Potager"), waiting=ToRespond(card))


def test_signed_numbers_use_a_true_minus() -> None:
    assert [signed(points) for points in (2, 0, -1)] == ["+2", "0", "−1"]


def test_names_differ() -> None:
    names = [
        *(pillar_name(pillar, EN) for pillar in PILLARS),
        *(stage_name(stage, EN) for stage in STAGES),
        *(kind_name(kind, EN) for kind in ("challenge", "tool", "choice")),
        *(preset_name(preset, EN) for preset in PRESETS),
    ]
    assert len(set(names)) == 3 + 5 + 3 + 3


def test_r1_team_letters_run_from_a_to_l() -> None:
    assert "".join(map(team_letter, range(12))) == "ABCDEFGHIJKL"


def test_a_team_without_a_name_of_its_own_is_named_once() -> None:
    assert team_title(1, "Le Potager", EN) == "Team B (Le Potager)"
    assert team_title(1, "Team B", EN) == team_title(1, "", EN) == "Team B"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Team B (Le Potager)", "team B (Le Potager)", "team B")),
        ("fr", ("Équipe B (Le Potager)", "l’équipe B (Le Potager)", "l’équipe B")),
    ],
)
def test_a_team_has_one_form_with_its_article_in_a_sentence(language: str, said: tuple[str, ...]) -> None:
    tr = translator(language)
    label = team_label(1, tr)
    assert (team_title(1, "Le Potager", tr), team_said(1, "Le Potager", tr), team_said(1, label, tr)) == said


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            (
                "Team B (Le Potager) rolls 2 and moves to space 5, positioning.",
                "The facilitator skips the turn of team B (Le Potager).",
                "Team A lends the tool “Tool ideation-tool-1” to team B (Le Potager) and explains it aloud.",
                "Team B (Le Potager), it is your turn.",
            ),
        ),
        (
            "fr",
            (
                "L’équipe B (Le Potager) fait 2 et avance jusqu’à la case 5, positionnement.",
                "L’animateur passe le tour de l’équipe B (Le Potager).",
                "L’équipe A prête l’outil «\N{NO-BREAK SPACE}Tool ideation-tool-1\N{NO-BREAK SPACE}» à "
                "l’équipe B (Le Potager) et l’explique à voix haute.",
                "Équipe B (Le Potager), à vous de jouer.",
            ),
        ),
    ],
)
def test_sentences_name_teams_by_the_grammar_of_the_language(
    language: str, sentences: tuple[str, ...]
) -> None:
    happened = (
        Rolled(1, 2),
        Moved(1, 3, 5),
        TurnSkipped(1),
        ToolLent(1, 0, "ideation-tool-1", CARD),
        TurnStarted(1, 7),
    )
    state = with_team(at_challenge(), 0, name="")
    assert event_sentences(happened, state, DECK, translator(language)) == sentences


@pytest.mark.parametrize(
    ("language", "title", "quoted"),
    [
        ("en", "Is it “social”?", "Is it ‘social’?"),
        ("fr", "Est-ce «\N{NO-BREAK SPACE}social\N{NO-BREAK SPACE}» ici", "Est-ce “social” ici"),
        ("fr", "Est-ce “social” ici", "Est-ce “social” ici"),
        ("fr", "Une « moitié", "Une « moitié"),
    ],
)
def test_quotes_inside_quotes_are_the_inner_ones_of_the_language(
    language: str, title: str, quoted: str
) -> None:
    assert inside_quotes(title, translator(language)) == quoted


@pytest.mark.parametrize(
    ("minutes", "english", "french"),
    [
        (45, "45 min", "45_min"),
        (60, "1 h", "1_h"),
        (180, "3 h", "3_h"),
        (185, "3 h 05 min", "3_h_05"),
        (260, "4 h 20 min", "4_h_20"),
    ],
)
def test_times_are_said_in_hours(minutes: int, english: str, french: str) -> None:
    assert time_words(minutes, EN) == english
    assert time_words(minutes, translator("fr")) == french.replace("_", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(("minutes", "teams", "advised"), [(185, 7, True), (180, 12, False), (260, 6, False)])
def test_fewer_teams_are_advised_for_a_game_of_more_than_three_hours(
    minutes: int, teams: int, advised: bool
) -> None:
    assert length_advice(minutes, teams, EN) == ("Advice: 6 teams or fewer in a game." if advised else "")


def test_points_in_words() -> None:
    assert points_words(Points(ecology=2, social=-1), EN) == "Ecology +2, Social −1"
    assert points_words(Points(), EN) == "No points"


def test_several_tools_are_listed_with_a_last_or() -> None:
    tools = ["ideation-tool-1", "ideation-tool-2", "gone"]
    assert tool_names(tools, DECK, EN) == "“Tool ideation-tool-1”, “Tool ideation-tool-2” or “gone”"


def test_r4_a_roll_and_its_move_are_one_sentence() -> None:
    happened = (Rolled(1, 2), Moved(1, 3, 5))
    assert event_sentences(happened, at_challenge(), DECK, EN) == (
        "Team B (Le Potager) rolls 2 and moves to space 5, positioning.",
    )


def test_no_event_is_no_sentence() -> None:
    assert event_sentences((), at_challenge(), DECK, EN) == ()


def test_r4_a_move_past_the_last_space() -> None:
    state = at_challenge()
    beyond = len(state.game.path) + 1
    sentences = event_sentences((Rolled(1, 2), Moved(1, 14, beyond)), state, DECK, EN)
    assert sentences == ("Team B (Le Potager) rolls 2 and moves past the last space.",)
    assert (
        event_sentence(Moved(1, 14, beyond), state, DECK, EN)
        == "Team B (Le Potager) moves past the last space."
    )


def test_r5_the_sentence_says_when_the_other_kind_is_drawn() -> None:
    tool = CardDrawn(0, "ideation-tool-1", "tool", "ideation", instead=True)
    challenge = CardDrawn(0, CARD, "challenge", "ideation", instead=True)
    said = [event_sentence(event, at_challenge(), DECK, EN) for event in (tool, challenge)]
    assert said[0].startswith("There is no challenge left here: team A")
    assert said[1].startswith("There is no tool left here: team A")


@pytest.mark.parametrize(
    ("asked", "applied", "total", "said"),
    [
        (2, 2, 5, "Ecology +2, now 5: the response to “Challenge ideation-challenge-1”."),
        (-1, -1, 0, "Ecology −1, now 0: the response to “Challenge ideation-challenge-1”."),
        (
            -2,
            -1,
            0,
            "Ecology −1, now 0: the response to “Challenge ideation-challenge-1” "
            "(asked −2, only 1 left to lose).",
        ),
        (
            -2,
            0,
            0,
            "Ecology stays at 0: the response to “Challenge ideation-challenge-1” "
            "(asked −2, none left to lose).",
        ),
    ],
)
def test_r9_points_say_what_was_asked_and_applied(asked: int, applied: int, total: int, said: str) -> None:
    event = PointsChanged(0, "ecology", asked, applied, total, "response", CARD)
    assert points_sentence(event, DECK, EN) == event_sentence(event, at_challenge(), DECK, EN) == said


def test_r7_the_lender_is_named_with_its_reward() -> None:
    event = PointsChanged(1, "social", 1, 1, 2, "lending", CARD, "ideation-tool-1")
    said = event_sentence(event, at_challenge(), DECK, EN)
    assert said == "Team B (Le Potager). Social +1, now 2: for lending the tool “Tool ideation-tool-1”."


def test_r12_a_correction_gives_its_reason() -> None:
    _, events = after(at_challenge(), CorrectScore(1, "economy", 3, "A {good} idea"))
    said = event_sentence(events[0], at_challenge(), DECK, EN)
    assert said == "Team B (Le Potager). Economy +3, now 4: corrected by the facilitator, “A {good} idea”."


def test_r10_points_left_over_are_counted() -> None:
    said = [event_sentence(PointsLeftOver(0, n), at_challenge(), DECK, EN) for n in (1, 2)]
    assert [sentence.split(" has ")[1] for sentence in said] == ["1 point left over.", "2 points left over."]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("All have launched", "The facilitator ends", "No team is left to play")),
        ("fr", ("Tous les projets sont lancés", "L’animateur arrête", "Plus aucune équipe")),
    ],
)
def test_r12_each_way_to_end_has_its_own_sentence(language: str, said: tuple[str, ...]) -> None:
    tr = translator(language)
    sentences = [event_sentence(GameEnded(why), at_challenge(), DECK, tr) for why in get_args(Ending)]
    assert len(set(sentences)) == len(sentences)
    assert all(sentence.startswith(start) for sentence, start in zip(sentences, said, strict=True))


def test_r6_a_response_is_labelled_by_what_it_does() -> None:
    assert action_label(Respond(0), at_challenge(), DECK, EN) == "Do it"
    assert action_label(Respond(1), start(DECK), DECK, EN) == "Response 2"


def test_labels_of_actions() -> None:
    state = at_challenge()
    labels: dict[Action, str] = {
        Roll(): "Roll the die",
        ChooseKind("challenge"): "Draw a challenge",
        ChooseKind("tool"): "Draw a tool",
        Borrow("ideation-tool-1", 1): ("Borrow “Tool ideation-tool-1” from team B (Le Potager)"),
        CorrectScore(1, "social", -2, "Typo"): "Correct team B (Le Potager): Social −2, “Typo”",
        AddTeam("Late"): "Add the team “Late”",
        PassTeam(1): "Team B (Le Potager) is away",
        WelcomeBack(1): "Team B (Le Potager) is back",
    }
    assert {action: action_label(action, state, DECK, EN) for action in labels} == labels


def test_r6_a_locked_response_names_its_tools() -> None:
    response = DECK.challenge(CARD).responses[1]
    said = lock_words(response, DECK, EN)
    assert said == "Locked: needs the tool “Tool ideation-tool-1” or “Tool ideation-tool-2”."


def test_r7_helping_tools_say_who_holds_them() -> None:
    nobody = at_challenge()
    assert help_sentences(CARD, nobody, DECK, EN) == (
        "“Tool ideation-tool-2” or “Tool ideation-tool-1” would help here, but no team has it to hand.",
    )
    held = with_team(nobody, 1, toolbox=("ideation-tool-2",))
    assert help_sentences(CARD, held, DECK, EN)[0] == (
        "“Tool ideation-tool-2” helps here: ask team B (Le Potager) to explain it."
    )
    own = with_team(nobody, 0, toolbox=("ideation-tool-2",))
    assert help_sentences(CARD, own, DECK, EN)[0].endswith("your team holds it.")
    lent, _ = after(held, Borrow("ideation-tool-2", 1))
    assert help_sentences(CARD, lent, DECK, EN)[0].endswith("lent by team B (Le Potager).")
    away = with_team(held, 1, away=True)
    assert help_sentences(CARD, away, DECK, EN) == help_sentences(CARD, nobody, DECK, EN)


def test_scores_say_where_a_team_stands() -> None:
    state = with_team(at_challenge(), 1, space=5)
    said = score_sentence(1, state, EN)
    assert (
        said == "Team B (Le Potager). Ecology 1, Economy 1, Social 1: 3 in all. Now on space 5, positioning."
    )
    assert score_sentence(1, with_team(state, 1, away=True), EN).endswith("Away for now.")
    assert score_sentence(1, with_team(state, 1, space=16, launched=True), EN).endswith("Now launched.")


def test_every_refusal_has_its_own_sentence() -> None:
    sentences = {refusal_sentence(reason, EN) for reason in get_args(Reason)}
    assert len(sentences) == len(get_args(Reason))


def test_errors_are_said_in_words() -> None:
    damaged = JournalDamaged(Path("a/b.booster"), 7, 5)
    assert sentence_of(damaged, EN) == (
        "b.booster is damaged at line 7. The game can go on from before that line."
    )
    assert sentence_of(Refused(Roll(), "not-now"), EN) == refusal_sentence("not-now", EN)
    assert sentence_of(BoosterError("Braces {like} these stay."), EN) == "Braces {like} these stay."


@given(seed=st.integers(0, 10_000))
def test_every_action_and_event_of_any_game_can_be_said(seed: int) -> None:
    """With all of the facilitator's actions mixed in; no sentence is left with an unfilled `{name}`."""
    chance = Random(seed)
    state = start(DECK, teams=3, seed=str(seed))
    for _ in range(60):
        actions = legal_actions(state)
        if not actions:
            break
        action = actions[int(chance.random() * len(actions))]
        assert "{" not in action_label(action, state, DECK, EN)
        state, events = act(state, action)
        assert all(sentence and "{" not in sentence for sentence in event_sentences(events, state, DECK, EN))
