"""What was copied and left as it was: sample cards, damaged accents, curly quotes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from booster.decks.doctor import examine_deck
from booster.decks.scaffold import new_deck
from booster.language import translator

WriteDeck = Callable[..., Path]


def said(folder: Path) -> list[str]:
    return [one.what.said(translator("en")) for one in examine_deck(folder).problems]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_sample_cards_among_others_are_told(language: str, tmp_path: Path) -> None:
    folder = tmp_path / "deck"
    new_deck(folder, None, language, translator("en"))
    assert said(folder) == []
    challenges = folder / "challenges.yaml"
    words = challenges.read_text("utf-8")
    first = next(line for line in words.split("\n") if line.startswith("  title:"))

    challenges.write_text(words.replace(first, "  title: Our own"), "utf-8")

    (only,) = said(folder)
    assert only.startswith("11 sample cards are still there: ")


@pytest.mark.parametrize("damaged", ["Lâ€™Ã©cole prÃªtÃ©e", "dÃ©jÃ\u00a0 vu", "Â« Oui Â»"])
def test_damaged_accents_are_told_once_a_file(
    damaged: str, write_deck: WriteDeck, files: dict[str, str]
) -> None:
    changed = files["tools.yaml"].replace("Ask around", damaged).replace("You ask people.", damaged)

    found = [one for one in said(write_deck({"tools.yaml": changed})) if "accents" in one]

    assert len(found) == 1


def test_accents_that_are_right_are_not_told(write_deck: WriteDeck, files: dict[str, str]) -> None:
    right = files["tools.yaml"].replace("Ask around", "L’école prêtée, « où » ÇA ? Ãgora")

    assert not [one for one in said(write_deck({"tools.yaml": right})) if "accents" in one]


@pytest.mark.parametrize(
    ("title", "told"), [("“Ask around”", True), ("“Ask” or “listen”", False), ("The “ask” game", False)]
)
def test_curly_quotes_around_a_whole_text_are_told(
    title: str, told: bool, write_deck: WriteDeck, files: dict[str, str]
) -> None:
    changed = files["tools.yaml"].replace("Ask around", title)

    assert ("These curly quotes will show on the card." in said(write_deck({"tools.yaml": changed}))) is told
