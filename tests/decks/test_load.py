import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from booster.decks.compose import compose
from booster.decks.contents import CARD_FILES, card_file_of, read_cards
from booster.decks.folder import FILES
from booster.decks.load import DeckFault, Reading, check_file, load_deck, load_decks
from booster.decks.model import STAGES, Challenge, Points, Tool
from booster.decks.read import Source
from booster.errors import BoosterError
from booster.language import translator

WriteDeck = Callable[..., Path]


def errors(reading: Reading) -> list[str]:
    tr = translator("en")
    return [one.rendered(tr).split("\n")[0] for one in reading.problems if one.weight == "error"]


def test_small_deck_is_read_whole(write_deck: WriteDeck) -> None:
    reading = load_deck(write_deck())

    assert reading.problems == ()
    assert reading.deck is not None
    assert [card.id for card in reading.deck.challenges] == [f"no-{stage}" for stage in STAGES]
    first = reading.deck.challenges[0]
    assert first.situation == "Your product is ready. The rule says no."
    assert first.responses[0].points == Points(ecology=2, economy=-2)
    assert reading.deck.tool("ask-around").try_ == "Name one person."
    assert reading.deck.path.presets["workshop"].die == (1, 3)


def test_deck_without_a_path_takes_the_core_one(
    write_deck: WriteDeck, files: dict[str, str], tmp_path: Path
) -> None:
    core = tmp_path / "core-path.yaml"
    core.write_text(files["path.yaml"] + "points_per_card: 2\n", encoding="utf-8")

    reading = load_deck(write_deck({"path.yaml": None}), core)

    assert reading.deck is not None
    assert reading.deck.path.points_per_card == 2


def test_folder_without_deck_yaml_is_told(write_deck: WriteDeck) -> None:
    (error,) = errors(load_deck(write_deck({"deck.yaml": None})))

    assert "deck.yaml:1:1: This folder has no deck.yaml, so it is not a deck." in error
    assert "id, title, version, language, authors, licence" in error


def test_all_problems_come_at_once_worst_first(write_deck: WriteDeck, files: dict[str, str]) -> None:
    changes = {
        "challenges.yaml": files["challenges.yaml"].replace("stage: model", "stage: modle"),
        "tools.yaml": files["tools.yaml"].replace("social: +1", "social: +4"),
        "deck.yaml": files["deck.yaml"] + "languages: [en, fr]\n",
        "extra.yaml": "- a\n",
    }

    problems = load_deck(write_deck(changes)).problems

    assert [(Path(one.file).name, one.weight) for one in problems] == [
        ("challenges.yaml", "error"),
        ("tools.yaml", "error"),
        ("deck.yaml", "warning"),
        ("extra.yaml", "hint"),
    ]


def test_translation_is_named_by_its_language(write_deck: WriteDeck) -> None:
    (error,) = errors(load_deck(write_deck({"translations/french.yaml": "bakery: {title: x}\n"})))

    assert "named by the code of its language" in error


def test_card_in_the_wrong_file_is_told_where_to_go(write_deck: WriteDeck, files: dict[str, str]) -> None:
    stray = files["experiences.yaml"].replace("bakery", "mill")
    (error,) = errors(load_deck(write_deck({"tools.yaml": files["tools.yaml"] + stray})))

    assert "This card does not belong in tools.yaml. Fix: move it to experiences.yaml." in error


def test_responses_at_the_margin_are_one_problem(write_deck: WriteDeck, files: dict[str, str]) -> None:
    head, responses, rest = files["challenges.yaml"].partition("    - do: Talk")
    inside, notes, after = (responses + rest).partition("  notes")
    moved = "".join(line[4:] for line in inside.splitlines(keepends=True))

    (error,) = errors(load_deck(write_deck({"challenges.yaml": head + moved + notes + after})))

    assert "This response stands as far left as a card." in error


@pytest.mark.parametrize("text", ["", "# Our tools\n\n  # to come\n", "[]\n"])
def test_file_without_a_card_says_so_and_nothing_else(write_deck: WriteDeck, text: str) -> None:
    reading = load_deck(write_deck({"tools.yaml": text}))

    (error,) = errors(reading)
    assert "This file holds no card. Fix: add one, or delete the file." in error


def test_folder_without_any_file_of_a_deck_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()

    reading = load_deck(tmp_path)

    (problem,) = reading.problems
    assert problem.fix.said(translator("en")).endswith("booster new my-deck")


@pytest.mark.parametrize(
    "text", ["id: a\ntitle: b\n", "just words\n", "[]\n", "- just words\n", "- []\n", "''\n", '""\n', "~\n"]
)
def test_file_that_holds_no_cards_is_an_error(write_deck: WriteDeck, text: str) -> None:
    assert errors(load_deck(write_deck({"experiences.yaml": text})))


@pytest.mark.parametrize(
    "name", ["challenges.yaml", "tools.yaml", "experiences.yaml", "deck.yaml", "path.yaml"]
)
def test_single_file_is_judged_by_what_it_holds(files: dict[str, str], tmp_path: Path, name: str) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(files[name], encoding="utf-8")
    bad.write_text(
        files[name].replace("title:", "titel:").replace("presets:", "presets:\n  x: y"), encoding="utf-8"
    )

    assert check_file(good).problems == ()
    assert any("type “title”" in error or "“x”" in error for error in errors(check_file(bad)))


def test_single_translation_is_judged_by_what_it_holds(tmp_path: Path) -> None:
    good, bad = tmp_path / "fr.yaml", tmp_path / "it.yaml"
    good.write_text("home-composting:\n  title: La règle\ndeck:\n  title: Un jeu\n", encoding="utf-8")
    bad.write_text("home-composting:\n  titel: La règle\n", encoding="utf-8")

    assert check_file(good).problems == ()
    assert len(errors(check_file(bad))) == 1


def test_single_file_tells_the_same_id_twice(files: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "cards.yaml"
    file.write_text(files["tools.yaml"] * 2, encoding="utf-8")

    (error,) = errors(check_file(file))

    assert error.startswith(f"{file}:10:7: The id “ask-around” is taken already")
    assert "on line 1." in error


def test_decks_to_play_are_read_together(write_deck: WriteDeck, files: dict[str, str]) -> None:
    other = {
        "deck.yaml": files["deck.yaml"].replace("id: small", "id: other"),
        "challenges.yaml": files["challenges.yaml"]
        .replace("id: no-", "id: new-")
        .replace("ask-around", "ask-on"),
        "tools.yaml": files["tools.yaml"].replace("ask-around", "ask-on"),
        "experiences.yaml": files["experiences.yaml"].replace("bakery", "mill"),
    }

    decks = load_decks([write_deck(), write_deck(other, "other")])

    assert [deck.info.id for deck in decks] == ["small", "other"]


def test_deck_with_errors_is_not_played(write_deck: WriteDeck) -> None:
    folder = write_deck({"experiences.yaml": None})

    with pytest.raises(DeckFault, match="has an error: see it with “booster check") as fault:
        load_decks([folder])

    assert fault.value.exit_code == 1


@pytest.mark.parametrize("name", ["nowhere", "n" * 300])
def test_folder_that_is_missing_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(BoosterError, match="There is no deck") as fault:
        load_decks([tmp_path / name])

    assert fault.value.exit_code == 2


def test_errors_are_counted_in_the_language(write_deck: WriteDeck) -> None:
    with pytest.raises(DeckFault) as fault:
        load_decks([write_deck({"challenges.yaml": "- id: A\n- id: B\n"})])

    assert " errors: see them" in str(fault.value)
    assert " erreurs" in fault.value.said(translator("fr"))


def test_card_files_are_those_of_a_folder_in_its_order() -> None:
    assert tuple(CARD_FILES) == FILES[2:]


def test_deck_that_cannot_be_read_says_why(write_deck: WriteDeck, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(self: Path, *args: Any, **kwargs: Any) -> Any:
        raise PermissionError(13, "Permission denied", str(self))

    folder = write_deck()
    monkeypatch.setattr(Path, "open", locked)

    with pytest.raises(BoosterError, match=r"deck\.yaml” cannot be read: Permission denied"):
        load_decks([folder])


def test_decks_that_share_a_card_are_told(write_deck: WriteDeck) -> None:
    with pytest.raises(BoosterError, match="both have a card"):
        load_decks([write_deck(), write_deck(folder="copy")])


def test_collector_runs_again_after_reading(write_deck: WriteDeck) -> None:
    load_deck(write_deck())

    assert gc.isenabled()


LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"])
TEXTS = st.text(LETTERS, min_size=1, max_size=60).map(str.strip).filter(bool)
IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
MOVES = st.fixed_dictionaries({pillar: st.integers(-3, 3) for pillar in ("ecology", "economy", "social")})
RESPONSES = st.fixed_dictionaries({"do": TEXTS, "then": TEXTS, "points": MOVES, "help": MOVES})
CARDS: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.fixed_dictionaries(
        {
            **{
                "id": IDS,
                "stage": st.sampled_from(STAGES),
                "title": TEXTS,
                "situation": TEXTS,
                "talk": TEXTS,
            },
            "responses": st.lists(RESPONSES, min_size=2, max_size=4),
        },
        optional={"notes": TEXTS, "source": TEXTS, "helped_by": st.lists(IDS, max_size=3, unique=True)},
    ),
    st.fixed_dictionaries(
        {
            **{"id": IDS, "stage": st.sampled_from(STAGES), "title": TEXTS, "what": TEXTS},
            **{"steps": st.lists(TEXTS, min_size=1, max_size=9), "points": MOVES},
        },
        optional={"when": TEXTS, "limit": TEXTS, "try": TEXTS},
    ),
)


@given(card=CARDS)
def test_card_that_is_written_is_read_again(card: dict[str, Any]) -> None:
    text = yaml.safe_dump([card], allow_unicode=True, sort_keys=False)
    source = Source("cards.yaml", text, tuple(text.split("\n")))
    node = compose(source).node
    assert node is not None
    file = card_file_of(node.value)
    assert file is not None

    cards = read_cards(source, node, file)

    assert cards.problems == ()
    kind = Challenge if "situation" in card else Tool
    assert [placed.part for placed in cards.cards] == [kind.model_validate(card, strict=False)]


FRENCH = """\
bakery:
  of: 01234567
  title: Du pain pour tous
  story: Ils ont fait du pain.
ask-around:
  steps: [Choisir, Demander]
"""
PIECES = st.one_of(
    st.binary(max_size=6),
    st.sampled_from(
        [
            b":",
            b": ",
            b"\n",
            b"\n  ",
            b"\t",
            b"- ",
            b"#",
            b" #1",
            b'"',
            b"'",
            b"[",
            b"{",
            b"}",
            b"&a ",
            b"*a",
            b"!",
            b"<<: ",
            b"\xa0",
        ]
    ),
)


@st.composite
def mutated(draw: st.DrawFn, text: str) -> bytes:
    content = text.encode()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 30)))
        content = content[:start] + draw(PIECES) + content[end:]
    lines = content.split(b"\n")
    if draw(st.booleans()):
        i, j = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        lines[i], lines[j] = lines[j], lines[i]
    return b"\n".join(lines)


@given(data=st.data())
def test_no_damage_to_a_file_makes_reading_fail(
    data: st.DataObject, files: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("deck")
    every = files | {"translations/fr.yaml": FRENCH}
    damaged = data.draw(st.sampled_from(sorted(every)))
    for name, text in every.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(text.encode() if name != damaged else data.draw(mutated(text)))

    reading = load_deck(folder)

    tr = translator("en")
    assert (reading.deck is None) == any(one.weight == "error" for one in reading.problems)
    for problem in (*reading.problems, *check_file(folder / damaged).problems):
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.rendered(tr).startswith(str(folder))
