"""The deck doctor: what does not keep a deck from being played, and its author wants to know."""

from collections.abc import Callable
from pathlib import Path

import pytest

from booster.decks.doctor import examine_deck
from booster.decks.load import load_deck
from booster.language import translator
from booster.paths import cards_folder

WriteDeck = Callable[..., Path]
Found = list[tuple[str, str, int, str]]
Find = Callable[[dict[str, str | None]], Found]


@pytest.fixture
def found(write_deck: WriteDeck, files: dict[str, str]) -> Find:
    """What the doctor alone says of the small deck with some files changed; its deck has a source."""

    def find(changes: dict[str, str | None]) -> Found:
        folder = write_deck({**sourced(files), **changes})
        loaded = load_deck(folder).problems
        tr = translator("en")
        return [
            (one.weight, Path(one.file).name, one.line, f"{one.what.said(tr)} {one.fix.said(tr)}")
            for one in examine_deck(folder).problems
            if one not in loaded
        ]

    return find


def sourced(files: dict[str, str]) -> dict[str, str]:
    """The files with a source on every card, so that they are clean."""
    cards = ("challenges.yaml", "tools.yaml", "experiences.yaml")
    changed = {name: files[name].replace("  title:", "  source: We tried it.\n  title:") for name in cards}
    return {**changed, "deck.yaml": files["deck.yaml"] + "source: Our own.\n"}


def test_the_small_deck_is_clean(found: Find) -> None:
    assert found({}) == []


def test_the_doctor_finds_all_that_the_loader_finds(write_deck: WriteDeck) -> None:
    folder = write_deck({"tools.yaml": None})
    examined = examine_deck(folder)
    assert [one for one in load_deck(folder).problems if one not in examined.problems] == []
    assert examined.deck is None


def test_findings_come_worst_first(found: Find, files: dict[str, str]) -> None:
    tools = sourced(files)["tools.yaml"]
    weights = [
        weight
        for weight, *_ in found(
            {
                "deck.yaml": sourced(files)["deck.yaml"].replace("CC-BY-SA-4.0", "CC-BY-NC-4.0"),
                "tools.yaml": tools + tools.replace("ask-around", "look-around"),
            }
        )
    ]
    assert weights == ["warning", "hint"]


@pytest.mark.parametrize("name", ["core", "food-desert"])
def test_the_shipped_decks_leave_nothing_to_remark(name: str) -> None:
    assert examine_deck(cards_folder() / name).problems == ()


# --- what no game uses


def test_a_tool_that_no_challenge_names_is_a_hint(found: Find, files: dict[str, str]) -> None:
    tools = sourced(files)["tools.yaml"]
    ((weight, file, line, said),) = found({"tools.yaml": tools + tools.replace("ask-around", "look-far")})
    assert (weight, file, line) == ("hint", "tools.yaml", tools.count("\n") + 1)
    assert said.startswith("No challenge names the tool “look-far”")


def test_a_tool_that_unlocks_a_response_is_used(found: Find, files: dict[str, str]) -> None:
    tools, challenges = sourced(files)["tools.yaml"], sourced(files)["challenges.yaml"]
    assert (
        found(
            {
                "tools.yaml": tools + tools.replace("ask-around", "look-far"),
                "challenges.yaml": challenges.replace(
                    "    - do: Go ahead", "    - needs: [look-far]\n      do: Go ahead", 1
                ),
            }
        )
        == []
    )


def test_a_deck_of_tools_alone_is_there_to_be_mixed(found: Find) -> None:
    assert [said for *_, said in found({"challenges.yaml": None}) if "names the tool" in said] == []


def test_r5_a_card_that_no_space_draws_is_a_warning(found: Find, files: dict[str, str]) -> None:
    path = files["path.yaml"].replace("ideation: [choice]", "ideation: [challenge]")
    ((weight, file, _, said),) = found({"path.yaml": path})
    assert (weight, file) == ("warning", "tools.yaml")
    assert said.startswith("No space of the stage “ideation” draws a tool")


def test_r5_a_card_that_is_drawn_for_want_of_the_other_kind_is_seen(
    found: Find, files: dict[str, str]
) -> None:
    path = files["path.yaml"].replace("launch: [choice]", "launch: [tool]")
    assert [said for *_, said in found({"path.yaml": path}) if "draws a" in said] == []


@pytest.mark.parametrize(
    ("other", "near"),
    [
        ("ask-aroud", True),
        ("ask-arounds", True),
        ("ask-aroind", True),
        ("askaround", True),
        ("ask-a-round", True),
        ("ask-aruond", True),
        ("ask-around-2", False),
        ("look-around", False),
    ],
)
def test_ids_that_are_nearly_the_same_are_a_hint(
    found: Find, files: dict[str, str], other: str, near: bool
) -> None:
    experience = sourced(files)["experiences.yaml"].replace("bakery", other)
    hints = [said for weight, *_, said in found({"experiences.yaml": experience}) if weight == "hint"]
    assert [said.startswith(f"The id “{other}” is nearly the same as “ask-around”") for said in hints] == (
        [True] if near else []
    )


def test_numbered_ids_are_meant_to_differ_by_a_digit(found: Find, files: dict[str, str]) -> None:
    one = sourced(files)["experiences.yaml"]
    both = one.replace("bakery", "bakery-1") + one.replace("bakery", "bakery-2")
    assert found({"experiences.yaml": both}) == []


# --- licence and sources


@pytest.mark.parametrize(
    ("licence", "adapted", "weight", "said"),
    [
        ("CC-BY-SA-4.0", True, None, ""),
        ("GPL-3.0-or-later", True, None, ""),
        ("CC-BY-4.0", False, None, ""),
        ("MIT", False, None, ""),
        ("CC-BY-SA-4.0 AND MIT", False, None, ""),
        ("CC BY-SA 4.0", True, "hint", "type: licence: CC-BY-SA-4.0"),
        ("CC BY 4.0", False, "hint", "type: licence: CC-BY-4.0"),
        ("CC-BY-4.0", True, "warning", "asks for the same licence, not “CC-BY-4.0”"),
        ("CC-BY-SA-3.0", True, "warning", "asks for the same licence"),
        ("MIT", True, "warning", "asks for the same licence"),
        ("CC-BY-NC-SA-4.0", False, "warning", "forbids paid use"),
        ("CC BY-NC 4.0", True, "warning", "forbids paid use"),
        ("CC-BY-ND-4.0", False, "warning", "forbids changes"),
        ("all rights reserved", False, "warning", "is not the name of a known kind of licence"),
    ],
)
def test_a_licence_that_does_not_go_with_cc_by_sa_is_a_warning(
    found: Find, files: dict[str, str], licence: str, adapted: bool, weight: str | None, said: str
) -> None:
    info = sourced(files)["deck.yaml"].replace("CC-BY-SA-4.0", licence)
    problems = found({"deck.yaml": info + ("adapted_from: core\n" if adapted else "")})
    assert [(w, file, line) for w, file, line, _ in problems] == (
        [(weight, "deck.yaml", 6)] if weight else []
    )
    assert all(said in sentence for *_, sentence in problems)


def test_a_deck_without_any_source_is_told_once(found: Find, files: dict[str, str]) -> None:
    ((weight, file, _, said),) = found(dict(files))
    assert (weight, file) == ("hint", "deck.yaml")
    assert said.startswith("Nothing tells where the content of this deck comes from.")


def test_cards_without_a_source_are_counted_at_the_first(found: Find, files: dict[str, str]) -> None:
    ((weight, file, line, said),) = found({"tools.yaml": files["tools.yaml"]})
    assert (weight, file, line) == ("hint", "tools.yaml", 1)
    assert said == "This card names no source. add a line “source: …”."


# --- room and characters


def test_a_card_of_more_than_two_pages_is_a_warning_at_its_longest_text(
    found: Find, files: dict[str, str]
) -> None:
    story = "They baked together. " * 100
    cards = sourced(files)["experiences.yaml"].replace("They baked together.", story)
    ((weight, file, line, said),) = found({"experiences.yaml": cards})
    assert (weight, file, line) == ("warning", "experiences.yaml", 7)
    assert said.startswith(
        "The card “bakery” takes 3 pages on the screen, and in print does not fit on one side."
    )


def test_a_card_that_fits_the_screen_and_not_its_paper_is_a_warning(
    found: Find, files: dict[str, str]
) -> None:
    story = "They baked together. " * 66
    cards = sourced(files)["experiences.yaml"].replace("They baked together.", story)
    ((weight, file, line, said),) = found({"experiences.yaml": cards})
    assert (weight, file, line) == ("warning", "experiences.yaml", 7)
    assert said.startswith("In print the card “bakery” does not fit on one side.")
    assert "a printed card has no second page" in said


def test_a_card_may_take_two_pages_on_the_screen(found: Find, files: dict[str, str]) -> None:
    cards = sourced(files)["experiences.yaml"].replace("They baked together.", "They baked together. " * 50)
    assert found({"experiences.yaml": cards}) == []


def test_a_title_that_must_shrink_below_what_can_be_read_is_a_warning(
    found: Find, files: dict[str, str]
) -> None:
    cards = sourced(files)["experiences.yaml"].replace("Bread for all", "WWWWWWW WWWWWWW " * 12)
    ((weight, _, line, said),) = found({"experiences.yaml": cards})
    assert (weight, line) == ("warning", 5)
    assert said.startswith("This title is too long for its card")


def test_a_translation_is_measured_in_its_own_file(found: Find) -> None:
    words = "bakery:\n  title: Du pain\n  story: >\n    " + "Ils ont pétri ensemble. " * 90 + "\n"
    problems = found({"translations/fr.yaml": words})
    assert [(weight, file, line) for weight, file, line, said in problems if "in print" in said] == [
        ("warning", "fr.yaml", 3)
    ]


@pytest.mark.parametrize(
    ("typed", "code", "fix"),
    [("→", "U+2192", "type “->”"), ("①", "U+2460", "type “1”"), ("漢", "U+6F22", "say it in words")],
)
def test_a_character_that_the_font_lacks_is_a_warning_where_it_stands(
    found: Find, files: dict[str, str], typed: str, code: str, fix: str
) -> None:
    cards = sourced(files)["challenges.yaml"].replace("The rule says no.", f"The rule {typed} no.", 1)
    ((weight, file, line, said),) = found({"challenges.yaml": cards})
    assert (weight, file, line) == ("warning", "challenges.yaml", 7)
    assert f"no “{typed}” ({code})" in said
    assert fix in said


def test_characters_of_the_languages_that_ship_are_in_the_font(found: Find, files: dict[str, str]) -> None:
    text = "Œuvre « à l’été » : 5 € – ñ ç ş ł ž Ελλάδα… ½"
    cards = sourced(files)["challenges.yaml"].replace("The rule says no.", text, 1)
    assert [said for *_, said in found({"challenges.yaml": cards}) if "font" in said] == []
