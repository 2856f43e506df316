from collections.abc import Callable
from pathlib import Path

import pytest

from booster.decks.doctor import examine_deck
from booster.decks.model import Tool
from booster.decks.proof import Proof, ProofCard, read_proof
from booster.paths import core_deck

WriteDeck = Callable[..., Path]
SECOND_TOOL = "- {id: second-tool, stage: launch, title: Second, what: W, steps: [S]}\n"
FRENCH = "ask-around:\n  title: Demander autour de soi\nbakery:\n  title: Du pain pour tous\n"


def put(folder: Path, file: str, text: str) -> None:
    (folder / file).parent.mkdir(exist_ok=True)
    (folder / file).write_text(text, "utf-8")


def card(proof: Proof, name: str) -> ProofCard:
    (found,) = (card for card in proof.cards if card.id == name)
    return found


def tool_title(proof: Proof, name: str) -> str:
    tool = proof.deck.cards[name]
    assert isinstance(tool, Tool)
    return tool.title


def test_the_core_deck_is_shown_whole_with_the_findings_of_the_doctor() -> None:
    proof, reading = read_proof(core_deck()), examine_deck(core_deck())
    assert reading.deck is not None
    assert [card.id for card in proof.cards] == list(reading.deck.cards)
    assert all(card.now for card in proof.cards)
    assert proof.deck == reading.deck
    assert proof.problems == reading.problems
    assert proof.languages == ("en", "fr")


def test_a_card_that_is_broken_stays_as_it_was_and_the_others_follow(
    write_deck: WriteDeck, files: dict[str, str]
) -> None:
    folder = write_deck({"tools.yaml": files["tools.yaml"] + SECOND_TOOL})
    before = read_proof(folder)
    broken = files["tools.yaml"].replace("stage: ideation", "stage: ideatoin")
    put(folder, "tools.yaml", broken + SECOND_TOOL.replace("Second,", "Changed,"))
    proof = read_proof(folder, before)
    assert not card(proof, "ask-around").now
    assert tool_title(proof, "ask-around") == "Ask around"
    assert card(proof, "second-tool").now
    assert tool_title(proof, "second-tool") == "Changed"
    (problem,) = (one for one in proof.problems if one.weight == "error")
    assert (problem.line, proof.card_of(problem)) == (2, "ask-around")


@pytest.mark.parametrize(
    "broken",
    [
        '- id: ask-around\n  title: "never closed\n- id: second-tool\n',
        "- id: ask-around\n\tstage: ideation\n- id: second-tool\n",
        "",
        "ask-around",
    ],
    ids=["quote", "tab", "empty", "no list"],
)
def test_a_file_that_cannot_be_read_keeps_all_its_cards(
    write_deck: WriteDeck, files: dict[str, str], broken: str
) -> None:
    folder = write_deck({"tools.yaml": files["tools.yaml"] + SECOND_TOOL})
    before = read_proof(folder)
    put(folder, "tools.yaml", broken)
    proof = read_proof(folder, before)
    for name in ("ask-around", "second-tool"):
        assert not card(proof, name).now
        assert proof.deck.cards[name] == before.deck.cards[name]
        assert [problem.weight for problem in proof.at(card(proof, name))][:1] == ["error"]


def test_a_file_in_another_encoding_keeps_all_its_cards(write_deck: WriteDeck) -> None:
    folder = write_deck()
    before = read_proof(folder)
    (folder / "tools.yaml").write_bytes((folder / "tools.yaml").read_text("utf-8").encode("utf-16"))
    assert read_proof(folder, before).deck.tools == before.deck.tools


def test_what_is_deleted_is_gone(write_deck: WriteDeck, files: dict[str, str]) -> None:
    folder = write_deck({"tools.yaml": files["tools.yaml"] + SECOND_TOOL, "translations/fr.yaml": FRENCH})
    before = read_proof(folder)
    put(folder, "tools.yaml", files["tools.yaml"])
    put(folder, "translations/fr.yaml", "bakery:\n  title: Du pain\n")
    proof = read_proof(folder, before)
    assert "second-tool" not in {card.id for card in proof.cards}
    assert set(proof.deck.translations["fr"]) == {"bakery"}


def test_a_card_that_was_never_right_is_listed_by_its_id(
    write_deck: WriteDeck, files: dict[str, str]
) -> None:
    folder = write_deck({"tools.yaml": files["tools.yaml"].replace("stage: ideation", "stage: x")})
    assert card(read_proof(folder), "ask-around").card is None


def test_a_card_without_an_id_leaves_its_problem_to_nobody(
    write_deck: WriteDeck, files: dict[str, str]
) -> None:
    folder = write_deck({"tools.yaml": files["tools.yaml"] + "- stage: launch\n"})
    proof = read_proof(folder)
    missing = [one for one in proof.problems if one.weight == "error"]
    assert missing and all(proof.card_of(one) is None for one in missing)
    assert list(proof.of_deck()) == missing


def test_a_broken_translation_keeps_its_words_and_its_problem_is_at_its_card(write_deck: WriteDeck) -> None:
    folder = write_deck({"translations/fr.yaml": FRENCH})
    before = read_proof(folder)
    put(folder, "translations/fr.yaml", FRENCH.replace("bakery:\n  title", "bakery:\n  titel"))
    proof = read_proof(folder, before)
    assert proof.deck.translations["fr"]["bakery"].title == "Du pain pour tous"
    (problem,) = (one for one in proof.problems if one.weight == "error")
    assert proof.card_of(problem) == "bakery"


def test_a_deck_whose_data_are_broken_from_the_start_still_shows_its_cards(write_deck: WriteDeck) -> None:
    folder = write_deck({"deck.yaml": "id: [\n", "path.yaml": "presets: no\n"})
    proof = read_proof(folder)
    assert proof.deck.info.title == "small"
    assert card(proof, "ask-around").now
    assert {Path(problem.file).name for problem in proof.of_deck()} == {"deck.yaml", "path.yaml"}


def test_an_empty_folder_has_no_card(tmp_path: Path) -> None:
    proof = read_proof(tmp_path)
    assert proof.cards == ()
    assert "deck.yaml" in proof.of_deck()[0].file


def test_the_card_that_was_worked_on_is_known(write_deck: WriteDeck, files: dict[str, str]) -> None:
    folder = write_deck({"translations/fr.yaml": FRENCH})
    first = read_proof(folder)
    assert read_proof(folder, first).worked_on(first) is None
    put(folder, "experiences.yaml", files["experiences.yaml"].replace("Begin small", "Begin"))
    second = read_proof(folder, first)
    assert second.worked_on(first) == "bakery"
    put(folder, "translations/fr.yaml", FRENCH.replace("autour de soi", "à la ronde"))
    third = read_proof(folder, second)
    assert third.worked_on(second) == "ask-around"
    put(folder, "experiences.yaml", files["experiences.yaml"].replace("who:", "woh:"))
    assert read_proof(folder, third).worked_on(third) == "bakery"
