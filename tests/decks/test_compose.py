import pytest
import yaml

from booster.decks.compose import DEEPEST, LONGEST_TEXT, MOST_EVENTS, Composed, compose
from booster.decks.read import Source
from booster.language import translator


def composed(text: str) -> Composed:
    return compose(Source("cards.yaml", text, tuple(text.split("\n"))))


def said(text: str) -> list[tuple[int, int, str]]:
    tr = translator("en")
    return [(one.line, one.column, one.what.said(tr)) for one in composed(text).problems]


@pytest.mark.parametrize(
    "typed",
    [
        "no",
        "on",
        "1:30",
        "12:30:45",
        "2021-12-01",
        "2024-13-45",
        "010",
        "0x_",
        "1.10",
        "~",
        "null",
        "9" * 4400,
    ],
)
def test_every_scalar_is_the_text_that_was_typed(typed: str) -> None:
    node = composed(f"a: {typed}\n").node

    assert node is not None
    assert node.value == {"a": typed}


def test_nodes_know_their_places() -> None:
    node = composed("- id: a\n  steps:\n    - one\n    - [two]\n").node

    assert node is not None
    (card,) = node.children
    assert not isinstance(card, str)
    assert card.place == (0, 2)
    assert card.keys == {"id": (0, 2), "steps": (1, 2)}
    assert isinstance(card.children, dict)
    assert [one.place for one in card.children["steps"].children if not isinstance(one, str)] == [
        (2, 6),
        (3, 6),
    ]
    assert node.value == ({"id": "a", "steps": ("one", ("two",))},)


def test_same_key_twice_names_both_lines() -> None:
    assert said("a: 1\nb: 2\na: 3\n") == [(3, 1, "“a” is here twice: it stands on line 1 already.")]


def fixes(text: str) -> list[str]:
    return [one.fix.said(translator("en")) for one in composed(text).problems]


def test_first_key_of_an_item_that_comes_twice_may_begin_a_new_item() -> None:
    assert fixes("- a: 1\n  b: 2\n  a: 3\n  b: 4\n") == [
        "keep one of the two, or type a hyphen before it, if it begins a new item.",
        "keep one of the two.",
    ]
    assert fixes("a: 1\na: 2\n") == ["keep one of the two."]
    assert fixes("- {a: 1, a: 2}\n") == ["keep one of the two."]


@pytest.mark.parametrize("text", ["a: b: c\nd: e\n", "a: b\n---\nc: d\n", "- title: 'a\n  talk: 'b'\n"])
def test_problem_where_reading_stops_tells_that_the_rest_is_not_read(text: str) -> None:
    assert [one.stops for one in composed(text).problems] == [True]


def test_problem_that_does_not_stop_reading_says_nothing_of_the_rest() -> None:
    assert [one.stops for one in composed("a: 1\na: 2\n").problems] == [False]


def test_merge_key_is_refused() -> None:
    assert said("a:\n  <<: b\n") == [(2, 3, "“<<” has no meaning in a deck.")]


def test_second_document_is_refused() -> None:
    assert said("a: b\n---\nc: d\n") == [(2, 1, "“---” begins a second document here; a file holds one.")]


def test_first_document_may_be_marked() -> None:
    assert said("---\na: b\n") == []


def test_directive_is_refused() -> None:
    assert said("%YAML 1.2\n---\na: b\n")[0][2] == "A line that starts with “%” has no meaning in a deck."


@pytest.mark.parametrize("text", ["? [a]\n: b\n", "{a: b}: c\n"])
def test_key_is_one_word(text: str) -> None:
    assert said(text)[0][2] == "A key must be one word."


def test_character_hidden_in_a_code_is_refused() -> None:
    assert said('a: "x\\e[31m"\n') == [(1, 4, "There is an invisible character in this text (U+001B).")]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_empty_file_is_named(text: str) -> None:
    problems = composed(text).problems

    assert len(problems) <= 1
    if text != "---\n":
        assert said(text) == [(1, 1, "This file is empty.")]


def test_too_long_text_is_refused_at_its_place() -> None:
    assert said(f"a: {'x' * LONGEST_TEXT}\n") == []
    assert said(f"a: {'x' * (LONGEST_TEXT + 1)}\n")[0][:2] == (1, 4)


def test_too_deep_lists_are_refused() -> None:
    assert said("[" * DEEPEST + "a" + "]" * DEEPEST) == []
    assert said("[" * (DEEPEST + 1) + "a" + "]" * (DEEPEST + 1)) == [
        (1, DEEPEST + 1, "Lists are nested too deep here.")
    ]


def test_too_many_texts_are_refused() -> None:
    around = 6  # the stream, the document and the list begin and end
    assert said("- a\n" * (MOST_EVENTS - around)) == []
    assert "too many texts" in said("- a\n" * MOST_EVENTS)[0][2]


HOSTILE = {
    "brackets": "[" * 200_000,
    "braces": "{" * 200_000,
    "hyphens": "- " * 100_000,
    "merge bomb": "a0: &a0 {k: v}\n"
    + "".join(f"a{i}: &a{i} {{<<: [{', '.join([f'*a{i - 1}'] * 9)}]}}\n" for i in range(1, 20)),
    "laughs": "a0: &a0 [x]\n"
    + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 20)),
    "keys": "".join(f"k{i}: v\n" for i in range(40_000)),
    "documents": "---\n" * 50_000,
    "code too large": '"\\U99999999"',
    "half a character": '"\\ud800"',
    "version": "%YAML 1." + "9" * 5000 + "\n---\na",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("parser", ["CLoader", "Loader"])
def test_hostile_file_is_refused(name: str, parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "CLoader", getattr(yaml, parser, yaml.Loader), raising=False)

    assert any(problem.weight == "error" for problem in composed(HOSTILE[name]).problems)
