"""Each mistake that people make is answered by its name, on its line, with what to type."""

import pytest
import yaml

from booster.decks.compose import compose
from booster.decks.problems import Problem
from booster.decks.read import Source
from booster.language import translator

CASES = {
    "tab": ("- id: a\n\ttitle: x\n", (2, 1), "There is a tab", "use plain spaces"),
    "tab after spaces": (
        "- id: a\n  points:\n  \tecology: 1\n",
        (3, 3),
        "There is a tab",
        "use plain spaces",
    ),
    "no-break space": (
        "- id: a\n\N{NO-BREAK SPACE} title: x\n",
        (2, 1),
        "no-break space",
        "use plain spaces",
    ),
    "colon": (
        "- id: a\n  title: Attention: danger\n",
        (2, 19),
        "A text with a colon and a space in it needs quotes.",
        'title: "Attention: danger"',
    ),
    "colon and double quotes": (
        '- title: He said: "it\'s fine"\n',
        (1, 17),
        "A text with a colon",
        "title: 'He said: \"it''s fine\"'",
    ),
    "colon in an item": ("- steps:\n  - Do: this: that\n", (2, 7), "A text with a colon", '"Do: this: that"'),
    "colon on a second line": (
        "- situation: one\n    two: three\n  talk: b\n",
        (2, 8),
        "A text with a colon",
        "write “>” after the key above",
    ),
    "comment": (
        "- id: a\n  title: Price #1\n    of all\n  talk: b\n",
        (2, 16),
        "“ #” begins a comment, which cuts this text.",
        "put the whole text between quotes",
    ),
    "star": ("- title: *Hello* you\n", (1, 10), "cannot start with “*”", 'title: "*Hello* you"'),
    "star alone": ("- title: *Hello\n", (1, 10), "cannot start with “*”", 'title: "*Hello"'),
    "ampersand": ("- title: & friends\n", (1, 10), "cannot start with “&”", 'title: "& friends"'),
    "ampersand and word": (
        "- title: &friends all\n",
        (1, 10),
        "cannot start with “&”",
        'title: "&friends all"',
    ),
    "exclamation mark": (
        "- title: !Now or never\n",
        (1, 10),
        "cannot start with “!”",
        'title: "!Now or never"',
    ),
    "per cent": ("- title: %50 more\n", (1, 10), "cannot start with “%”", 'title: "%50 more"'),
    "at": ("- title: @home\n", (1, 10), "cannot start with “@”", 'title: "@home"'),
    "backtick": ("- title: `x`\n", (1, 10), "cannot start with “`”", 'title: "`x`"'),
    "comma": ("- title: , and then\n", (1, 10), "cannot start with “,”", 'title: ", and then"'),
    "hyphen": ("- title: - b\n", (1, 10), "cannot start with “-”", 'title: "- b"'),
    "question mark": ("- title: ? b\n", (1, 10), "cannot start with “?”", 'title: "? b"'),
    "double quote left open": (
        '- title: "you\n  talk: b\n- id: c\n',
        (1, 10),
        "The quote that opens here is not closed",
        'type " at the end',
    ),
    "single quote left open": (
        "- title: 'you\n  talk: b\n",
        (1, 10),
        "The quote that opens here is not closed",
        "type ' at the end",
    ),
    "quote closed by a later one": (
        "- title: 'you\n  talk: it's b\n",
        (1, 10),
        "The quote that opens here is not closed",
        "type ' at the end",
    ),
    "quote closed by one far below": (
        '- title: "you\n  talk: b\n' + "  # x\n" * 300 + '- id: b\n  title: "me"\n',
        (1, 10),
        "The quote that opens here is not closed",
        'type " at the end',
    ),
    "quote closed by one that opens": (
        '- title: "you\n  talk: "b"\n- id: c\n',
        (1, 10),
        "The quote that opens here is not closed",
        'type " at the end',
    ),
    "text after a quote": (
        '- title: "you" and me\n  talk: b\n',
        (1, 15),
        "There is text after the closing quote.",
        "title: '\"you\" and me'",
    ),
    "apostrophe between single quotes": (
        "- title: 'it's b'\n  talk: b\n",
        (1, 14),
        "There is text after the closing quote.",
        'title: "it\'s b"',
    ),
    "no space after a colon": (
        "- id: a\n  title:x\n  talk: b\n",
        (2, 8),
        "A space is missing after the colon.",
        "type: title: x",
    ),
    "no space after the first colon": (
        "- id:a\n  talk: b\n",
        (1, 5),
        "A space is missing after the colon.",
        "type: id: a",
    ),
    "no space after a hyphen": (
        "- id: a\n  title: b\n-id: c\n  title: d\n",
        (3, 1),
        "A space is missing after the hyphen.",
        "type: - id: c",
    ),
    "no colon": (
        "- id: a\n  title you\n  talk: b\n",
        (2, 8),
        "A colon is missing after “title”.",
        "title: you",
    ),
    "curly quotes": (
        "- title: “Hello: you”\n",
        (1, 16),
        "Curly quotes do not hold a text with a colon together.",
        'title: "Hello: you"',
    ),
    "too far right": ("- id: a\n  title: b\n   talk: c\n", (3, 4), "does not line up", "with 2 spaces"),
    "too far left": ("- id: a\n title: b\n", (2, 2), "does not line up", "with 2 spaces"),
    "hyphen too far left": (
        "- id: a\n  responses:\n    - do: b\n   - do: c\n",
        (4, 4),
        "does not line up",
        "with 4 spaces",
    ),
    "hyphen missing before the first item": (
        "- id: a\n  responses:\n      do: b\n      then: c\n    - do: d\n",
        (3, 7),
        "A hyphen is missing before the first item of “responses”.",
        "start the line with 4 spaces and a hyphen: - do: b",
    ),
    "first hyphen missing and its line moved": (
        "- id: a\n  responses:\n    do: b\n      then: c\n    - do: d\n",
        (3, 5),
        "A hyphen is missing before the first item of “responses”.",
        "start the line with 4 spaces and a hyphen: - do: b",
    ),
    "hyphen missing before a later item": (
        "- responses:\n    - do: b\n      then: c\n    do: d\n      then: e\n",
        (4, 5),
        "A hyphen is missing before “do”.",
        "type: - do: d",
    ),
    "hyphen missing before a card": (
        "- id: a\n  title: b\nid: c\n  title: d\n",
        (3, 1),
        "A hyphen is missing before “id”.",
        "type: - id: c",
    ),
    "bullet": (
        "- responses:\n    - do: b\n      then: c\n    • do: d\n      then: e\n",
        (4, 5),
        "“•” is not a hyphen.",
        "type “- ” instead.",
    ),
    "star for a hyphen": (
        "- responses:\n    - do: b\n    * do: d\n",
        (3, 5),
        "“*” is not a hyphen.",
        "type “- ” instead.",
    ),
    "bullet before the first item": (
        "- responses:\n    • do: b\n      then: c\n    • do: d\n",
        (2, 5),
        "“•” is not a hyphen.",
        "type “- ” instead.",
    ),
    "dash before a card": (
        "– id: a\n  title: b\n",
        (1, 1),
        "“–” is not a hyphen.",
        "type “- ” instead.",
    ),
    "missing comma": (
        "- points: {economy: +1 social: -1}\n",
        (1, 23),
        "A comma is missing before “social”.",
        "type: {economy: +1, social: -1}",
    ),
    "two missing commas": (
        "- points: { economy: +1 social: -1   ecology: 2}\n",
        (1, 24),
        "A comma is missing before “social”.",
        "type: { economy: +1, social: -1, ecology: 2}",
    ),
    "bracket": ("- helped_by: [a, b\n  title: c\n", (1, 14), "The “[” that opens here", "close it with “]”"),
    "brace": ("- points: {ecology: 1\n  title: c\n", (1, 11), "The “{” that opens here", "close it with “}”"),
    "bracket at the end": (
        "- id: a\n  helped_by: [\n",
        (2, 14),
        "The “[” that opens here",
        "close it with “]”",
    ),
    "text beside the sign": ("- situation: > Hello\n  title: x\n", (1, 15), "After “>”", "next line"),
    "text not indented": (
        "- situation: >\n  Hello\n  title: x\n",
        (2, 1),
        "This text is not indented enough",
        "with 4 spaces",
    ),
    "text with a colon not indented": (
        "- situation: >\n  Sit here: and there.\n  And more.\n  talk: b\n",
        (2, 1),
        "This text is not indented enough",
        "with 4 spaces",
    ),
    "text goes on too far left": (
        "- id: a\n  situation: One.\n  It goes on\n  talk: b\n",
        (3, 3),
        "This line has neither a key nor a hyphen.",
        "start it with 4 spaces; if not, type its key or its hyphen",
    ),
    "text below the sign goes on too far left": (
        "- id: a\n  situation: >\n    One.\n  It goes on\n  talk: b\n",
        (4, 3),
        "This line has neither a key nor a hyphen.",
        "start it with 4 spaces",
    ),
    "no colon after the id of a card": (
        "- id: a\n  title: b\n- id c\n  title: d\n",
        (3, 5),
        "A colon is missing after “id”.",
        "type: id: c",
    ),
    "no colon before braces": (
        "- responses:\n    - do: a\n      points {ecology: +1, economy: -1}\n",
        (3, 13),
        "A colon is missing after “points”.",
        "type: points: {ecology: +1, economy: -1}",
    ),
    "step without its hyphen": (
        "- steps:\n    - One\n    Two\n    - Three\n",
        (3, 5),
        "A hyphen is missing at the start of this line.",
        "type: - Two",
    ),
    "last step without its hyphen": (
        "- steps:\n    - One\n    Two\n  limit: b\n",
        (3, 5),
        "A hyphen is missing at the start of this line.",
        "type: - Two",
    ),
    "step with a hyphen without a space": (
        "- steps:\n    - One\n    -Two\n    - Three\n",
        (3, 5),
        "A space is missing after the hyphen.",
        "type: - Two",
    ),
    "step with a bullet": (
        "- steps:\n    - One\n    • Two\n    - Three\n",
        (3, 5),
        "“•” is not a hyphen.",
        "type: - Two",
    ),
    "step with a dash": (
        "- steps:\n    - One\n    – Two\n    - Three\n",
        (3, 5),
        "“–” is not a hyphen.",
        "type: - Two",
    ),
    "colon on the second line of a step": (
        "- steps:\n    - One\n      two: three\n",
        (3, 10),
        "A text with a colon",
        "write “>” after the hyphen above",
    ),
    "one space too many in a response": (
        "- responses:\n    - do: a\n      then: b\n       points: {ecology: 1}\n",
        (4, 8),
        "does not line up",
        "with 6 spaces",
    ),
    "one space too many before the sign": (
        "- id: a\n  title: b\n   situation: >\n    One.\n",
        (3, 4),
        "does not line up",
        "with 2 spaces",
    ),
    "one space too many before the first response": (
        "- responses:\n     - do: a\n      then: b\n    - do: c\n      then: d\n",
        (2, 6),
        "does not line up",
        "with 4 spaces",
    ),
    "French quotes around the first word": (
        "- title: « Non » : tout refuser\n",
        (1, 18),
        "A text with a colon",
        'title: "« Non » : tout refuser"',
    ),
    "quotes inside quotes": (
        '- title: "The "gift" that"\n  talk: b\n',
        (1, 16),
        "There is text after the closing quote.",
        "title: 'The \"gift\" that'",
    ),
    "two texts between quotes": (
        '- title: "You" and "me"\n  talk: b\n',
        (1, 15),
        "There is text after the closing quote.",
        'title: \'"You" and "me"\'',
    ),
    "curly closing quote": (
        '- title: "The gift”\n  talk: b\n',
        (1, 10),
        "The quote that opens here is not closed",
        'type " instead of ” at the end',
    ),
    "brackets around the first word": (
        "- title: [Draft] The gift\n  talk: b\n",
        (1, 10),
        "A text cannot start with “[” without quotes.",
        'title: "[Draft] The gift"',
    ),
    "star at both ends": (
        "- title: *Gift*\n  talk: b\n",
        (1, 10),
        "cannot start with “*”",
        'title: "*Gift*"',
    ),
    "star in a response": (
        "- responses:\n    - do: a\n      then: b\n    - do: *Gift* now\n",
        (4, 11),
        "cannot start with “*”",
        'put the text between quotes: do: "*Gift* now"',
    ),
    "space after a sign": (
        "- points: {ecology: + 2, economy: - 1}\n",
        (1, 11),
        "There is a space between the sign and its number.",
        "type: points: {ecology: +2, economy: -1}",
    ),
    "semicolon in points": (
        "- points: {ecology: +2; economy: -1}\n",
        (1, 11),
        "A comma parts one from the next, not “;”.",
        "type: points: {ecology: +2, economy: -1}",
    ),
    "parentheses": (
        "- points: (ecology: +2, economy: -1)\n",
        (1, 11),
        "“(” opens no list.",
        "type: points: {ecology: +2, economy: -1}",
    ),
    "backslash": (
        '- title: "C:\\dossier"\n',
        None,
        "A backslash between double quotes",
        "type the backslash twice",
    ),
    "no sense at all": ("- : a\n", (1, 3), "This line does not fit", "look at the spaces"),
}


def problems_of(text: str) -> tuple[Problem, ...]:
    return compose(Source("cards.yaml", text, tuple(text.split("\n")))).problems


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("parser", ["CLoader", "Loader"])
def test_mistake_is_named(name: str, parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text, place, what, fix = CASES[name]
    monkeypatch.setattr(yaml, "CLoader", getattr(yaml, parser, yaml.Loader), raising=False)
    tr = translator("en")

    (problem,) = [one for one in problems_of(text) if one.weight == "error"]

    assert what in problem.what.said(tr)
    assert fix in problem.fix.said(tr)
    assert place is None or (problem.line, problem.column) == place
    assert problem.source == text.split("\n")[problem.line - 1]


@pytest.mark.parametrize(
    "text",
    [
        "- title: Price #1\n",
        "- title: We are #climate people\n",
        "- steps:\n  - Number #1\n",
    ],
)
def test_text_cut_by_a_comment_is_a_warning(text: str) -> None:
    (problem,) = problems_of(text)

    assert problem.weight == "warning"
    assert problem.source[problem.column - 1] == "#"
    assert "taken for a comment" in problem.what.said(translator("en"))


@pytest.mark.parametrize(
    "text",
    [
        "- title: A price # to be checked\n",
        "# 1 comment\n- title: A price\n",
        "#1\n- title: A price\n",
        '- title: "Price #1"\n',
        "- title: C#1\n",
        "- situation: >\n    Price #1\n",
        '- title: "You\n    and: me,\n    when: now"\n  talk: b\n',
        "- title: It's 12:30 for “us” — 50 % off!\n",
    ],
)
def test_no_false_alarm(text: str) -> None:
    assert problems_of(text) == ()


def test_proposed_line_reads_as_the_text_that_was_meant() -> None:
    for text, _, _, _ in CASES.values():
        for problem in problems_of(text):
            said = problem.fix.said(translator("en"))
            before, _, typed = said.partition("put the text between quotes: ")
            if not before and typed:
                assert problems_of(f"- {typed}\n") == ()
