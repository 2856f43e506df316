from booster.decks.problems import Problem, say, worst_first
from booster.language import translator

TR = translator("en")


def problem(**changes: object) -> Problem:
    values = {
        **{"file": "tools.yaml", "line": 3, "column": 5, "weight": "error", "source": "  a: bad"},
        **{"what": say("“{value}” is wrong.", value="bad"), "fix": say("type good.")},
    }
    return Problem(**{**values, **changes})  # type: ignore[arg-type]


def test_rendered_with_place_line_caret_and_fix() -> None:
    assert problem().rendered(TR).split("\n") == [
        "tools.yaml:3:5: “bad” is wrong. Fix: type good.",
        "      a: bad",
        "        ^",
    ]


def test_problem_where_reading_stops_says_what_becomes_of_the_rest() -> None:
    *_, last = problem(stops=True).rendered(TR).split("\n")

    assert last == "    The rest of the file is read once this is mended."


def test_weight_is_said_unless_it_is_an_error() -> None:
    assert problem(weight="warning").rendered(TR).startswith("tools.yaml:3:5: Warning: “bad”")
    assert problem(weight="hint").rendered(TR).startswith("tools.yaml:3:5: Hint: “bad”")


def test_long_line_is_shown_around_its_caret() -> None:
    shown, caret = problem(source="x" * 5000 + "BAD" + "y" * 5000, column=5001).rendered(TR).split("\n")[1:]

    assert len(shown) < 120
    assert shown[caret.index("^") :].startswith("BAD")


def test_nothing_in_a_deck_reaches_the_terminal_as_a_command() -> None:
    rendered = problem(
        source="\x1b[2J\u202eBAD", column=6, file="\x1b]0;x.yaml", what=say("{value}", value="\x1b[31m\nx")
    ).rendered(TR)

    head, shown, caret = rendered.split("\n")
    assert "\x1b" not in rendered
    assert "\u202e" not in rendered
    assert "\\x1b" in head
    assert shown[caret.index("^") :].startswith("BAD")


def test_worst_first_then_by_file_and_place() -> None:
    ordered = [
        problem(file="a.yaml", line=9),
        problem(file="b.yaml", line=1),
        problem(file="b.yaml", line=1, column=7),
        problem(file="a.yaml", line=1, weight="warning"),
        problem(file="a.yaml", line=1, weight="hint"),
    ]

    assert worst_first(reversed(ordered)) == tuple(ordered)


def test_long_values_are_cut() -> None:
    assert len(problem(what=say("{value}", value="x" * 9999)).what.said(TR)) == 200
