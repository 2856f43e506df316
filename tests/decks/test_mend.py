"""What `--fix` mends: only what has one right answer, and never so that a file gets worse."""

from difflib import SequenceMatcher
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import NAMES, damaged, mutate

from booster.decks.broken import KEYS
from booster.decks.load import check_source
from booster.decks.mend import mended
from booster.decks.read import Source
from booster.paths import core_deck

FILES = ("challenges.yaml", "tools.yaml", "experiences.yaml")
RIGHT = "- id: one\n  stage: launch\n  title: A title\n  what: A thing\n  steps: [One]\n"


def problems(text: str) -> list[str]:
    return [one.what.message for one in check_source(Source("f", text, tuple(text.split("\n")))).problems]


def bad(text: str) -> tuple[bool, int, int]:
    found = check_source(Source("f", text, tuple(text.split("\n"))))
    reached = 0 if found.whole else max(one.line for one in found.problems)
    return not found.whole, -reached, len(found.problems)


@pytest.mark.parametrize(
    "family",
    [
        *("tab", "no-break space", "no space after the hyphen", "no space after the colon", "missing colon"),
        *("unclosed bracket", "dash for a hyphen", "points without colon", "parentheses for braces"),
        *("semicolon for a comma", "no-break space before the colon", "key in French"),
    ],
)
@pytest.mark.parametrize("file", FILES)
def test_what_has_one_right_answer_comes_back_as_it_was(family: str, file: str) -> None:
    right = (core_deck() / file).read_text("utf-8")
    for n in range(3):
        wrong = mutate(family, right, Random(f"{file}/{n}"))
        assert wrong is None or mended(file, wrong.content.decode()) == right


@pytest.mark.parametrize("file", FILES)
def test_a_mend_leaves_nothing_wrong_beside_it_and_makes_no_key_a_text(file: str) -> None:
    right = "\n".join((core_deck() / file).read_text("utf-8").split("\n\n")[:8]) + "\n"
    assert problems(right) == []
    for family in NAMES:
        for n in range(2):
            wrong = mutate(family, right, Random(f"{file}/{family}/{n}"))
            if wrong is None or family.startswith("saved as"):
                continue
            text = wrong.content.decode()
            after = mended(file, text)
            assert not changed(text, after) & wrong_lines(after), (family, text.split("\n")[wrong.line - 1])
            for line in after.split("\n"):
                assert not any(line.strip(" -").startswith((f'"{key}:', f"'{key}:")) for key in KEYS)


def changed(before: str, after: str) -> set[int]:
    """The lines that are not as before, and those that follow them."""
    steps = SequenceMatcher(None, before.split("\n"), after.split("\n"), False).get_opcodes()
    return {line for kind, *_, start, end in steps if kind != "equal" for line in range(start + 1, end + 2)}


def wrong_lines(text: str) -> set[int]:
    found = check_source(Source("f", text, tuple(text.split("\n"))))
    return {one.line for one in found.problems if one.weight == "error"}


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("  title: One: two", '  title: "One: two"'),
        ("  title: Prix #1 du jour", '  title: "Prix #1 du jour"'),
        ("  title: “One: two”", '  title: "One: two"'),
        ("  title: « Un : deux »", '  title: "Un : deux"'),
        ('  title: He says: "no"', "  title: 'He says: \"no\"'"),
        ("  title:One: two", '  title: "One: two"'),
        ("  what: Do: this", '  what: "Do: this"'),
        ("\ttitle: A title", "  title: A title"),
        ("\N{NO-BREAK SPACE} title: A title", "  title: A title"),
        ("  steps:\n    - Do: this\n    - Then that", '  steps:\n    - "Do: this"\n    - Then that'),
        ('  title: "A title', '  title: "A title"'),
        ('  title: "A title”', '  title: "A title"'),
        ("  title: « Non » : non", '  title: "« Non » : non"'),
        ('  title: "A "b" c"', "  title: 'A \"b\" c'"),
        ("  title: [Draft] A title", '  title: "[Draft] A title"'),
        ("  title: @home", '  title: "@home"'),
        ("  title: %50 more", '  title: "%50 more"'),
        ("  title A title", "  title: A title"),
        ("   title: A title", "  title: A title"),
        ("  title\N{NO-BREAK SPACE}: A title", "  title: A title"),
        ("\ttitle: One: two", '  title: "One: two"'),
        ("  stage:launch\n\ttitle: A title", "  stage: launch\n  title: A title"),
        ("  points {ecology: +1, economy: -1}", "  points: {ecology: +1, economy: -1}"),
        ("  points: (ecology: +1, economy: -1)", "  points: {ecology: +1, economy: -1}"),
        ("  points: {ecology:+1}", "  points: {ecology: +1}"),
        ("  points: {ecology: + 1; economy: - 1}", "  points: {ecology: +1, economy: -1}"),
        ("  steps:\n    – One\n    – Two", "  steps:\n    - One\n    - Two"),
        ("  steps:\n    -One\n    - Two", "  steps:\n    - One\n    - Two"),
        ("  steps:\n\t- One\n\t- Two", "  steps:\n  - One\n  - Two"),
    ],
)
def test_a_line_is_mended(typed: str, right: str) -> None:
    keys = tuple(line.split(":")[0] + ":" for line in right.split("\n"))
    lines = [line for line in RIGHT.splitlines() if not line.startswith(keys)]
    text = "\n".join((*lines, typed, ""))

    assert mended("f", text) == "\n".join((*lines, right, ""))
    assert problems(mended("f", text)) == []


@pytest.mark.parametrize("end", ["\r\n", "\r", "\r\r\n"])
def test_line_ends_and_the_mark_at_the_start_are_mended(end: str) -> None:
    assert mended("f", "\ufeff" + RIGHT.replace("\n", end)) == RIGHT


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        RIGHT.replace("title:", "titel:"),
        RIGHT.replace("launch", "lunch"),
        RIGHT.replace("steps: [One]", "steps:\n    - One\n    Two"),
        RIGHT.replace("what: A thing", "what: A thing\n  It goes on"),
        RIGHT.replace("what: A thing", "what: A thing\n  talk about it"),
        RIGHT.replace("what: A thing", "points: Ecology: many"),
        RIGHT.replace("A title", "A title  # a comment"),
        RIGHT.replace("A title", "Nothing“:” to mend"),
        RIGHT.replace("A thing", ">\n    Texts: these\n    need #no quotes"),
        "",
        "\0",
    ],
)
def test_what_is_right_or_has_several_answers_is_left_alone(text: str) -> None:
    assert mended("f", text) == text


@pytest.mark.parametrize("file", FILES)
def test_a_damaged_file_never_gets_worse(file: str) -> None:
    right = "\n".join((core_deck() / file).read_text("utf-8").split("\n")[:60])
    for n in range(25):
        text = damaged(right.encode(), Random(f"{file}/{n}")).decode("utf-8", "replace").replace("\r", "")
        after = mended(file, text)
        assert after == text.removeprefix("\ufeff") or bad(after) < bad(text)
        assert mended(file, after) == after


@settings(max_examples=60)
@given(st.lists(st.text(alphabet="ab:-# \t\"'“”>|[{\n\N{NO-BREAK SPACE}", max_size=30), max_size=6))
def test_any_text_comes_back_no_worse(lines: list[str]) -> None:
    text = "\n".join(lines)
    after = mended("f", text)
    assert after == text or bad(after) < bad(text)
