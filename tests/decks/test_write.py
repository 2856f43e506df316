"""Cards written by the program are read back as they were, whatever their words."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booster.decks.compose import compose
from booster.decks.load import load_deck
from booster.decks.model import PILLARS, STAGES, Card, Challenge, Experience, Points, Tool
from booster.decks.read import Source, refused_character
from booster.decks.translate import in_language
from booster.decks.write import cards_text, scalar, text_entry
from booster.paths import core_deck

WORDS = st.text(
    st.sampled_from("ab é»“'\"#:-{[,>|&*!%@\\?\n\t \u00a0\u202f2+~=`")
    | st.characters(exclude_categories=["C"]),
    min_size=1,
    max_size=160,
).filter(lambda text: bool(text.strip()) and not refused_character(text))
TEXT = WORDS | st.lists(WORDS, min_size=2, max_size=4).map(" ".join) | st.sampled_from(["null", "no", "2030"])
LINE = TEXT.map(lambda text: " ".join(text.split())[:100])
IDS = st.lists(st.sampled_from(["a", "b-2", "30"]), max_size=3, unique=True).map(tuple)
POINTS = st.builds(Points, **{pillar: st.integers(-3, 3) for pillar in PILLARS})
STAGE = st.sampled_from(STAGES)


RESPONSE = st.fixed_dictionaries({"do": LINE, "then": TEXT, "points": POINTS, "help": POINTS})
COMMON = {"id": st.just("card"), "stage": STAGE, "title": LINE}
SOURCE = {"source": TEXT}
CHALLENGES = st.fixed_dictionaries(
    {
        **COMMON,
        "situation": TEXT,
        "talk": TEXT,
        "helped_by": IDS,
        "responses": st.tuples(RESPONSE, st.builds(lambda one, ids: {**one, "needs": ids}, RESPONSE, IDS)),
    },
    optional={**SOURCE, "notes": TEXT},
).map(Challenge.model_validate)
TOOLS = st.fixed_dictionaries(
    {**COMMON, "what": TEXT, "steps": st.lists(TEXT, min_size=1, max_size=3).map(tuple), "points": POINTS},
    optional={**SOURCE, "when": TEXT, "limit": TEXT, "try": TEXT},
).map(Tool.model_validate)
EXPERIENCES = st.fixed_dictionaries(
    {**COMMON, "pillars": st.just(("social", "ecology")), "who": LINE, "story": TEXT, "advice": TEXT},
    optional={**SOURCE, "ask": TEXT},
).map(Experience.model_validate)


def read(text: str) -> Any:
    composed = compose(Source("cards.yaml", text, tuple(text.split("\n"))))
    assert [problem for problem in composed.problems if problem.weight == "error"] == []
    assert composed.node is not None
    return composed.node.value


@given(st.lists(CHALLENGES | TOOLS | EXPERIENCES, min_size=1, max_size=3))
def test_written_cards_are_read_back_as_they_were(some: list[Card]) -> None:
    text = cards_text(some)

    assert [type(card).model_validate(value) for card, value in zip(some, read(text), strict=True)] == some


@given(LINE)
def test_scalar_is_read_back_as_it_was(text: str) -> None:
    assert read(f"- {scalar(text)}\n")[0].strip() == text.strip()
    assert read(text_entry("key", text))["key"].strip() == text.strip()


def test_core_deck_in_french_is_read_back_as_it_was() -> None:
    core = load_deck(core_deck()).deck
    assert core is not None
    french = in_language(core, "fr")

    with TemporaryDirectory() as place:
        for name, some in (
            ("challenges.yaml", french.challenges),
            ("tools.yaml", french.tools),
            ("experiences.yaml", french.experiences),
        ):
            (Path(place) / name).write_text(cards_text(some), encoding="utf-8")
        for name in ("deck.yaml", "path.yaml"):
            (Path(place) / name).write_bytes((core_deck() / name).read_bytes())
        copy = load_deck(Path(place)).deck

    assert copy is not None
    assert copy.cards == french.cards


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ask around", "Ask around"),
        ("Price: high", '"Price: high"'),
        ("Price #1", '"Price #1"'),
        ("Why:", '"Why:"'),
        ("- no", '"- no"'),
        ('"Quoted" word', '"\\"Quoted\\" word"'),
        ("null", '"null"'),
        ("2030", "2030"),
    ],
)
def test_quotes_stand_where_they_are_needed(text: str, written: str) -> None:
    assert scalar(text) == written


def test_card_looks_as_a_person_would_type_it() -> None:
    tool = Tool(
        id="ask",
        stage="launch",
        title="Ask",
        what="You ask people, " * 10,
        steps=("Choose whom to ask.", "Ask: listen."),
        points=Points(social=1, economy=-2),
    )

    assert cards_text([tool]).splitlines() == [
        "# launch",
        "",
        "- id: ask",
        "  stage: launch",
        "  title: Ask",
        "  what: >",
        "    " + ("You ask people, " * 6).strip() + " You ask",
        "    people, " + ("You ask people, " * 3).strip(),
        "  steps:",
        "    - Choose whom to ask.",
        '    - "Ask: listen."',
        "  points: {economy: -2, social: +1}",
    ]
