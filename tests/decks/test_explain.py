"""What the models refuse is said in plain words, at the key or the value."""

import pytest
from pydantic import BaseModel

from booster.decks.compose import compose
from booster.decks.contents import CARD_FILES, read_cards, read_part
from booster.decks.folder import CardFile
from booster.decks.keys import nearest, slug
from booster.decks.model import DeckInfo, Path
from booster.decks.problems import Problem
from booster.decks.read import Source
from booster.language import translator

CASES = {
    "unknown key": ("title: The", "titel: The", (3, 3), "“titel” is not a known key", "type “title”."),
    "key in French": ("title: The", "titre: The", (3, 3), "“titre” is not a known key", "type “title”."),
    "far-off key": (
        "  notes:",
        "  xyzzy:",
        (17, 3),
        "“xyzzy” is not a known key",
        "use one of: id, stage, title",
    ),
    "unknown pillar": (
        "economy: -2",
        "economi: -2",
        (12, 29),
        "“economi” is not a known key",
        "type “economy”.",
    ),
    "no space after the colon": (
        "ecology: +2, economy: -2",
        "ecology: +2, economy:-2",
        (12, 29),
        "A space is missing after the colon.",
        "type: economy: -2",
    ),
    "no colon before a number": (
        "ecology: +2, economy: -2",
        "ecology: +2, economy -2",
        (12, 29),
        "A colon is missing after “economy”.",
        "type: economy: -2",
    ),
    "no colon and no space before a number": (
        "{ecology: +2, economy: -2}",
        "{ecology+2}",
        (12, 16),
        "A colon is missing after “ecology”.",
        "type: ecology: +2",
    ),
    "number for points": (
        "{ecology: +2, economy: -2}",
        "+1",
        (12, 15),
        "“+1” does not say which pillar it is for.",
        "say which pillar: points: {ecology: +1}",
    ),
    "text with a colon not indented": (
        "    Your product is ready.\n    The rule says no.\n",
        "  Your product: ready.\n  The rule: no.\n",
        (5, 1),
        "This text is not indented enough to belong to the key above.",
        "start the line with 4 spaces.",
    ),
    "invisible character beside a key": (
        "  notes:",
        "  \N{NO-BREAK SPACE}notes:",
        (17, 3),
        "something invisible beside “notes”",
        "type it again",
    ),
    "missing key": (
        "  talk: Who could say no to you?\n",
        "",
        (1, 3),
        "“talk” is missing.",
        "add a line that starts with 2 spaces: “talk: …”.",
    ),
    "missing key of a response": (
        "      then: Sales start.\n",
        "",
        (14, 7),
        "“then” is missing.",
        "add a line",
    ),
    "unknown stage": (
        "stage: ideation",
        "stage: ideas",
        (2, 10),
        "“ideas” is not a stage.",
        "type “ideation”.",
    ),
    "stage far off": (
        "stage: ideation",
        "stage: xyz",
        (2, 10),
        "“xyz” is not a stage.",
        "type one of: ideation,",
    ),
    "too high": (
        "ecology: +2, e",
        "ecology: +4, e",
        (12, 25),
        "4 is too high: at most 3.",
        "type 3 or less.",
    ),
    "too low": ("economy: -2}", "economy: -4}", (12, 38), "-4 is too low: at least -3.", "type -3 or more."),
    "half a point": (
        "ecology: +2, e",
        "ecology: 1.5, e",
        (12, 25),
        "“1.5” is not a whole number.",
        "such as 2 or -1",
    ),
    "yes for a number": (
        "ecology: +2, e",
        "ecology: yes, e",
        (12, 25),
        "“yes” is not a whole number.",
        "such as",
    ),
    "not a number": (
        "ecology: +2, e",
        "ecology: .nan, e",
        (12, 25),
        "“.nan” is not a whole number.",
        "such as",
    ),
    "empty text": (
        "talk: Who could say no to you?",
        "talk:",
        (7, 8),
        "“talk” is empty.",
        "write what belongs here.",
    ),
    "empty text that may go": (
        "notes: For the facilitator.",
        "notes:",
        (17, 9),
        "“notes” is empty.",
        "or delete the line.",
    ),
    "blank text": (
        "talk: Who",
        "talk: '\N{NO-BREAK SPACE} ' # ",
        (7, 9),
        "“talk” is empty.",
        "write what belongs here.",
    ),
    "empty list": ("[ask-around]", "", (8, 13), "“helped_by” is empty.", "or delete the line."),
    "text for a list": (
        "[ask-around]",
        "ask-around",
        (8, 14),
        "A list is expected after “helped_by”.",
        "type: helped_by: [ask-around]",
    ),
    "list for a text": (
        "title: The rule forbids it",
        "title: [ ] x".replace(" x", ""),
        (3, 10),
        "A text is expected",
        "quotes",
    ),
    "keys for a text": (
        "title: The rule forbids it",
        "title: {name}",
        (3, 10),
        "A text is expected",
        "quotes",
    ),
    "text for points": (
        "{ecology: +2, economy: -2}",
        "ecology +2",
        (12, 15),
        "Keys with values are expected here.",
        "type: points: {ecology: +2}",
    ),
    "long title": ("title: The rule", "title: " + "x" * 201, (3, 10), "“title” is too long", "shorten it."),
    "id with capitals": (
        "id: no-ideation",
        "id: No Idée!",
        (1, 7),
        "“No Idée!” cannot be an id",
        "type: no-idee",
    ),
    "stage in French": (
        "stage: ideation",
        "stage: Idées",
        (2, 10),
        "“Idées” is not a stage.",
        "type “ideation”.",
    ),
    "pillar in French": (
        "ecology: +2, e",
        "environnement: +2, e",
        (12, 16),
        "is not a known key",
        "type “ecology”.",
    ),
    "response key in French": (
        "then: Sales",
        "alors: Sales",
        (15, 7),
        "“alors” is not a known key",
        "type “then”.",
    ),
    "text for points without a pillar": (
        "{ecology: +2, economy: -2}",
        "many",
        (12, 15),
        "Keys with values are expected here.",
        "type for example points: {ecology: +1}",
    ),
    "decimal point": (
        "ecology: +2, e",
        "ecology: +1,5, e",
        (12, 25),
        "“+1,5” is not a whole number.",
        "type a number such as 2 or -1.",
    ),
    "semicolon in a list": (
        "[ask-around]",
        "[ask-around; other]",
        (8, 15),
        "A comma parts one from the next, not “;”.",
        "type: helped_by: [ask-around, other]",
    ),
    "title for an id": (
        "[ask-around]",
        "[Ask around]",
        (8, 15),
        "“Ask around” cannot be an id",
        "type the tool’s id: it stands after “- id:” in tools.yaml.",
    ),
    "words for a list": (
        "[ask-around]",
        "Ask around",
        (8, 14),
        "A list is expected after “helped_by”.",
        "or as helped_by: [my-tool].",
    ),
    "colon forgotten before points": (
        "points: {ecology: +2, economy: -2}",
        "points {ecology: +2}",
        (12, 7),
        "A colon is missing after “points”.",
        "type: points: {ecology: +2}",
    ),
    "text with a comma between braces": (
        "    - do: Go ahead\n      then: Sales start.\n      points: {ecology: -2, economy: +2}\n",
        "    - {do: Go ahead, then: It works, and takes years.}\n",
        (14, 28),
        "Between braces, a comma cuts the text.",
        'put the text between quotes: then: "It works, and takes years."',
    ),
    "key missing between braces": (
        "    - do: Go ahead\n      then: Sales start.\n      points: {ecology: -2, economy: +2}\n",
        "    - {do: Go ahead}\n",
        (14, 7),
        "“then” is missing.",
        "add “then: …” before the “}”.",
    ),
    "text with a colon goes on too far left": (
        "  talk: Who",
        "  Beware: it says no.\n  talk: Who",
        (7, 3),
        "“Beware” is not a known key here.",
        "if this line goes on with the text above, start it with 4 spaces.",
    ),
    "key taken for the text above": (
        "  talk: Who",
        "    talk: Who",
        (7, 5),
        "This line does not line up with the lines above.",
        "start the line with 2 spaces.",
    ),
    "all responses locked": (
        "      points",
        "      needs: [a]\n      points",
        (1, 3),
        "Every response needs a tool",
        "take “needs” away",
    ),
}


def problems(text: str, file: CardFile = "challenges.yaml") -> list[tuple[int, int, str, str]]:
    source = Source(file, text, tuple(text.split("\n")))
    node = compose(source).node
    assert node is not None
    tr = translator("en")
    found = read_cards(source, node, file).problems
    return [(one.line, one.column, one.what.said(tr), one.fix.said(tr)) for one in found]


def one_challenge(files: dict[str, str]) -> str:
    return files["challenges.yaml"].split("- id: no-positioning")[0]


@pytest.mark.parametrize("name", CASES)
def test_one_problem_in_plain_words(name: str, files: dict[str, str]) -> None:
    good, bad, place, what, fix = CASES[name]
    text = one_challenge(files)
    assert good in text

    changed = text.replace(good, bad) if good.strip() == "points" else text.replace(good, bad, 1)
    ((line, column, what_said, fix_said),) = problems(changed)

    assert (line, column) == place
    assert what in what_said
    assert fix in fix_said


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("|\n    The rule\n    1. Roll the die\n    forbids it", 3),
        (">\n    The rule\n\n    forbids it", 2),
        ('"The rule\\nforbids it"', 2),
        ('"The rule\\rforbids it"', 2),
    ],
)
def test_title_of_several_lines_is_told_where_it_begins(
    files: dict[str, str], typed: str, lines: int
) -> None:
    text = one_challenge(files).replace("title: The rule forbids it", f"title: {typed}")

    assert problems(text) == [
        (3, 10, f"“title” takes one line, and here it has {lines}.", "put it all on one line.")
    ]


def test_r6_what_a_team_decides_is_one_line_too(files: dict[str, str]) -> None:
    """It stands among numbered choices, where a second line would pass for another."""
    text = one_challenge(files).replace("do: Go ahead", "do: |\n        Go ahead\n        3. Roll the die")

    assert problems(text) == [(14, 11, "“do” takes one line, and here it has 2.", "put it all on one line.")]


@pytest.mark.parametrize("sign", ["|", ">", ">-", "|+"])
def test_title_may_stand_below_its_key_on_one_line(files: dict[str, str], sign: str) -> None:
    text = one_challenge(files).replace("title: The rule forbids it", f"title: {sign}\n    The rule\n")

    assert problems(text) == []


@pytest.mark.parametrize(
    ("file", "good", "bad", "place", "item"),
    [
        ("challenges.yaml", "[ask-around]", "[ask-around, b, ask-around]", (8, 30), "ask-around"),
        ("challenges.yaml", "[ask-around]", "\n    - b\n    - a\n    - b", (11, 7), "b"),
        ("challenges.yaml", "      help:", "      needs: [a, a]\n      help:", (13, 18), "a"),
        ("experiences.yaml", "economy, social", "ecology, social", (2, 22), "ecology"),
    ],
)
def test_item_that_is_in_a_list_twice_is_told_where_it_stands_again(
    files: dict[str, str], file: CardFile, good: str, bad: str, place: tuple[int, int], item: str
) -> None:
    text = one_challenge(files) if file == "challenges.yaml" else files[file]
    assert good in text

    assert problems(text.replace(good, bad), file) == [
        (*place, f"“{item}” is here twice.", "keep one of the two.")
    ]


@pytest.mark.parametrize(
    ("line", "place", "item"),
    [
        ("authors: [We, You, We]", (5, 20), "We"),
        ("authors: [We, ' We ']", (5, 15), "We"),
        ("authors: [We]\nlanguages: [en, fr, fr]", (6, 21), "fr"),
    ],
)
def test_author_or_language_that_is_named_twice_is_told(
    files: dict[str, str], line: str, place: tuple[int, int], item: str
) -> None:
    text = files["deck.yaml"].replace("authors: [The authors of the tests]", line)

    (problem,) = part_problems(text, DeckInfo)

    assert (problem.line, problem.column) == place
    assert problem.what.said(translator("en")) == f"“{item}” is here twice."


def test_r6_one_response_alone_is_too_few(files: dict[str, str]) -> None:
    before, _, after = one_challenge(files).partition("    - do: Go ahead\n")

    ((_, _, what, _),) = problems(before + after[after.index("  notes") :])

    assert what == "“responses” has too few items: 1, at least 2."


def test_fault_in_a_response_is_not_echoed_by_its_list(files: dict[str, str]) -> None:
    text = one_challenge(files).replace("do: Go ahead", "do:").replace("do: Talk with them", "do:")

    assert [what for _, _, what, _ in problems(text)] == ["“do” is empty.", "“do” is empty."]


def test_r6_five_responses_are_too_many(files: dict[str, str]) -> None:
    text = one_challenge(files)
    more = "".join(f"    - {{do: Thing {i}, then: It is done.}}\n" for i in range(3))

    assert problems(text.replace("  notes:", more + "  notes:")) == [
        (10, 5, "“responses” has too many items: 5, at most 4.", "take some away.")
    ]


def test_numbers_may_have_any_sign(files: dict[str, str]) -> None:
    text = one_challenge(files).replace("+2", "2").replace("-2", "\N{MINUS SIGN}2")

    assert problems(text) == []


@pytest.mark.parametrize("file", CARD_FILES)
def test_each_key_that_is_missing_is_told(file: CardFile) -> None:
    own = {"challenges.yaml": "situation", "tools.yaml": "what", "experiences.yaml": "story"}[file]
    required = {name for name, info in CARD_FILES[file].model_fields.items() if info.is_required()} - {own}

    told = {what.split("”")[0].strip("“") for _, _, what, _ in problems(f"- {own}: Words\n", file)}

    assert told == required


def test_no_word_of_the_library_reaches_people(files: dict[str, str]) -> None:
    text = one_challenge(files)
    for good, bad, *_ in CASES.values():
        for _, _, what, fix in problems(text.replace(good, bad)):
            assert not any(
                word in (what + fix).lower()
                for word in ("input should", "pydantic", "tuple", "string", "dict")
            )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("TITLE", "title"),
        ("Titre", "title"),
        ("environnement", "ecology"),
        ("Économy", "economy"),
        ("e-cology", "ecology"),
        ("xyzzy", None),
        ("", None),
    ],
)
def test_nearest_word(typed: str, meant: str | None) -> None:
    assert nearest(typed, ["title", "economy", "ecology"]) == meant


@pytest.mark.parametrize(
    ("text", "expected"), [("L’été à Nice", "lete-a-nice"), ("--", ""), ("Ωmega", "mega")]
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("die", "what"),
    [
        ("[]", "Two numbers are expected here."),
        ("[3]", "Two numbers are expected here."),
        ("[1, 2, 3]", "“die” has too many items: 3, at most 2."),
        ("[3, 1]", "The die’s lowest number comes first."),
        ("1-3", "A list is expected after “die”."),
        ("[0, 3]", "0 is too low: at least 1."),
    ],
)
def test_r2_die_is_two_numbers_the_lowest_first(files: dict[str, str], die: str, what: str) -> None:
    assert path_problems(files["path.yaml"].replace("[1, 2]", die)) == [what]


def test_r2_stages_have_the_same_number_of_spaces(files: dict[str, str]) -> None:
    text = files["path.yaml"].replace("model: [choice]", "model: [choice, tool]", 1)

    assert path_problems(text) == ["The stages do not all have the same number of spaces."]


def path_problems(text: str) -> list[str]:
    return [one.what.said(translator("en")) for one in part_problems(text, Path)]


def part_problems(text: str, kind: type[BaseModel]) -> tuple[Problem, ...]:
    source = Source("part.yaml", text, tuple(text.split("\n")))
    node = compose(source).node
    assert node is not None
    read = read_part(source, node, kind)
    return read if isinstance(read, tuple) else ()


@pytest.mark.parametrize(
    ("steps", "place", "what", "fix"),
    [
        ("    Ask\n    - Listen\n", (4, 5), "A hyphen is missing at the start of this line.", "type: - Ask"),
        ("    -Ask\n    -Listen\n", (4, 5), "A space is missing after the hyphen.", "type: - Ask"),
        ("    • Ask\n    • Listen\n", (4, 5), "“•” is not a hyphen.", "type: - Ask"),
        (
            "    Ask, then listen\n",
            (4, 5),
            "A list is expected after “steps”.",
            "type each item on its own line after a hyphen.",
        ),
        (
            "    - Ask: how?\n",
            (4, 7),
            "A text with a colon and a space in it needs quotes.",
            'put the text between quotes: "Ask: how?"',
        ),
    ],
)
def test_steps_that_are_no_list_are_told_where_they_begin(
    steps: str, place: tuple[int, int], what: str, fix: str
) -> None:
    text = f"- id: ask\n  stage: launch\n  steps:\n{steps}  title: Ask\n  what: You ask.\n"

    assert problems(text, "tools.yaml") == [(*place, what, fix)]
