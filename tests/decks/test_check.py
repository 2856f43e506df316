"""What only shows when all the cards of a deck are seen together."""

from collections.abc import Callable
from pathlib import Path

import pytest

from booster.decks.load import load_deck
from booster.decks.model import STAGES
from booster.language import translator

WriteDeck = Callable[..., Path]
Found = list[tuple[str, str, int, int, str, str]]


@pytest.fixture
def found(write_deck: WriteDeck) -> Callable[[dict[str, str | None]], Found]:
    """The problems of the small deck with some files changed."""

    def find(changes: dict[str, str | None]) -> Found:
        tr = translator("en")
        return [
            (one.weight, Path(one.file).name, one.line, one.column, one.what.said(tr), one.fix.said(tr))
            for one in load_deck(write_deck(changes)).problems
        ]

    return find


Find = Callable[[dict[str, str | None]], Found]


def response(n: int, points: str, more: str = "") -> str:
    return f"    - {{do: Thing {n}, then: Done., points: {{{points}}}{more}}}\n"


def challenge_with(files: dict[str, str], *responses: str) -> str:
    head, _, rest = files["challenges.yaml"].partition("    - do: Talk")
    tail = rest[rest.index("  notes") :]
    return head + "".join(responses) + tail


def test_same_id_twice_across_kinds_names_both_places(files: dict[str, str], found: Find) -> None:
    ((weight, file, line, column, what, _),) = found(
        {"experiences.yaml": files["experiences.yaml"].replace("bakery", "ask-around")}
    )

    assert (weight, file, line, column) == ("error", "experiences.yaml", 1, 7)
    assert "The id “ask-around” is taken already, in " in what
    assert what.endswith("tools.yaml on line 1.")


@pytest.mark.parametrize("again", ["Bakery", "\uff42akery", "BAKERY"])
def test_ids_that_only_look_the_same_are_the_same(files: dict[str, str], found: Find, again: str) -> None:
    text = files["experiences.yaml"] + files["experiences.yaml"].replace("bakery", again)

    whats = [what for weight, *_, what, _ in found({"experiences.yaml": text}) if weight == "error"]

    assert any(f"The id “{again}” is taken already" in what for what in whats)


def test_r7_helping_tool_that_does_not_exist(files: dict[str, str], found: Find) -> None:
    text = files["challenges.yaml"].replace("[ask-around]", "[ask-arond]", 1)

    assert found({"challenges.yaml": text}) == [
        (
            "error",
            "challenges.yaml",
            8,
            15,
            "There is no tool “ask-arond” in this deck.",
            "type “ask-around”.",
        )
    ]


def test_r6_needed_tool_that_does_not_exist(files: dict[str, str], found: Find) -> None:
    text = files["challenges.yaml"].replace(
        "    - do: Go ahead\n", "    - do: Go ahead\n      needs: [xyz]\n", 1
    )

    ((weight, _, line, column, what, fix),) = found({"challenges.yaml": text})

    assert (weight, line, column) == ("error", 15, 15)
    assert what == "There is no tool “xyz” in this deck."
    assert fix == "name a tool of tools.yaml."


def test_tool_with_a_fault_of_its_own_still_exists(files: dict[str, str], found: Find) -> None:
    problems = found({"tools.yaml": files["tools.yaml"].replace("social: +1", "social: +9")})

    assert [(weight, file) for weight, file, *_ in problems] == [("error", "tools.yaml")]


def test_broken_file_of_tools_raises_no_alarm_elsewhere(found: Find) -> None:
    problems = found({"tools.yaml": "- id: a\n\ttitle: x\n"})

    assert [(weight, file) for weight, file, *_ in problems] == [("error", "tools.yaml")]


def test_r10_deck_without_experiences_is_an_error(found: Find) -> None:
    ((weight, file, *_, what, _),) = found({"experiences.yaml": None})

    assert (weight, file) == ("error", "experiences.yaml")
    assert "no experience card" in what


def test_r10_pillar_that_no_experience_is_for(files: dict[str, str], found: Find) -> None:
    text = files["experiences.yaml"].replace("ecology, economy, social", "ecology, economy")

    ((weight, *_, what, _),) = found({"experiences.yaml": text})

    assert weight == "warning"
    assert "“social”" in what


def test_r5_stage_without_any_card_is_a_warning(files: dict[str, str], found: Find) -> None:
    text = files["challenges.yaml"].replace("stage: model", "stage: launch")

    ((weight, *_, what, _),) = found({"challenges.yaml": text})

    assert weight == "warning"
    assert "The stage “model” has no card" in what


def test_r5_stage_without_the_kind_its_spaces_ask_for_is_a_warning(
    files: dict[str, str], found: Find
) -> None:
    path = files["path.yaml"].replace("[choice]", "[tool]")

    problems = found({"path.yaml": path})

    assert {weight for weight, *_ in problems} == {"warning"}
    stages = [stage for *_, what, _ in problems for stage in STAGES if f"“{stage}” has no tool card" in what]
    assert sorted(stages) == sorted(set(STAGES) - {"ideation"})


@pytest.mark.parametrize(
    ("responses", "beaten"),
    [
        ((response(1, "ecology: 1"), response(2, "economy: 1")), None),
        ((response(1, "ecology: 1"), response(2, "")), 2),
        ((response(1, ""), response(2, "ecology: 1, social: 2")), 1),
        ((response(1, "social: 1"), response(2, "social: 1")), 2),
        ((response(1, "ecology: 1"), response(2, "", ", help: {social: 1}")), None),
        ((response(1, ""), response(2, "ecology: 1", ", needs: [ask-around]")), None),
        ((response(1, "ecology: 1"), response(2, "", ", needs: [ask-around]")), 2),
    ],
)
def test_response_that_another_always_beats_is_a_warning(
    files: dict[str, str], found: Find, responses: tuple[str, ...], beaten: int | None
) -> None:
    problems = found({"challenges.yaml": challenge_with(files, *responses)})

    weights = [weight for weight, *_ in problems if "never better" in problems[0][4]]
    said = [int(what.split()[1]) for *_, what, _ in problems if "never better" in what]
    assert said == ([] if beaten is None else [beaten])
    assert weights[:1] == ([] if beaten is None else ["warning"])


def test_response_that_changes_no_points_is_a_hint(files: dict[str, str], found: Find) -> None:
    cards = challenge_with(files, response(1, "ecology: 1, social: -1"), response(2, ""))

    ((weight, file, *_, what, fix),) = found({"challenges.yaml": cards})

    assert (weight, file, what) == ("hint", "challenges.yaml", "Response 2 changes no points.")
    assert "points: {ecology: +1}" in fix


def test_where_there_is_no_tool_at_all_that_is_said_once(found: Find) -> None:
    assert [what for *_, what, _ in found({"tools.yaml": None})] == [
        "There is no tools.yaml, and challenges name tools: ask-around."
    ]
