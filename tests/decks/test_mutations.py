"""Wrong decks, each made from a right one by one mistake: refused, at the right line, with a fix named."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from mutations import NAMES, Wrong, damaged, mutate

from booster.decks.load import load_deck
from booster.decks.problems import Problem, worst_first
from booster.language import LANGUAGES, translator
from booster.paths import cards_folder, core_deck

WriteDeck = Callable[..., Path]

CARD_FILES = ("challenges.yaml", "tools.yaml", "experiences.yaml")
EACH = {"small": 3, "food-desert": 2, "core": 2}
"""How many mistakes of each family are made in each file of these decks."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the loader says of a wrong file."""

    wrong: Wrong
    deck: str
    file: str
    refused: bool
    problems: tuple[Problem, ...]

    @property
    def is_named(self) -> bool:
        """Whether the first error is at the mistake."""
        first = self.problems[0] if self.problems else None
        return first is not None and (Path(first.file).name, first.line) == (self.file, self.wrong.line)


@pytest.fixture(scope="module")
def answers(files: dict[str, str]) -> tuple[Answer, ...]:
    with TemporaryDirectory() as name:
        return tuple(_answers(Path(name), files))


def _answers(top: Path, files: dict[str, str]) -> Iterator[Answer]:
    (top / "small").mkdir()
    for file, text in files.items():
        (top / "small" / file).write_text(text, "utf-8")
    for deck, times in EACH.items():
        if deck != "small":
            # Without translations: a card that is lost would be missed there, too.
            shutil.copytree(cards_folder() / deck, top / deck, ignore=shutil.ignore_patterns("translations"))
        for file in CARD_FILES:
            right = (top / deck / file).read_text("utf-8")
            for family in NAMES:
                for n in range(times):
                    wrong = mutate(family, right, Random(f"{deck}/{file}/{family}/{n}"))
                    if wrong:
                        (top / deck / file).write_bytes(wrong.content)
                        reading = load_deck(top / deck, core_deck() / "path.yaml")
                        errors = [one for one in reading.problems if one.weight == "error"]
                        yield Answer(wrong, deck, file, reading.deck is None, worst_first(errors))
            (top / deck / file).write_text(right, "utf-8")


def test_there_are_enough_mistakes_of_every_family(answers: tuple[Answer, ...]) -> None:
    assert len({(answer.deck, answer.wrong.content) for answer in answers}) >= 200
    assert {answer.wrong.family for answer in answers} == set(NAMES)


@pytest.mark.parametrize("family", NAMES)
def test_a_mistake_is_refused_with_a_fix(answers: tuple[Answer, ...], family: str) -> None:
    of_family = [answer for answer in answers if answer.wrong.family == family]

    assert [(answer.deck, answer.file, answer.wrong.line) for answer in of_family if not answer.refused] == []
    for answer in of_family:
        for language in LANGUAGES:
            tr = translator(language)
            assert all(one.what.said(tr) and one.fix.said(tr) for one in answer.problems)


def test_the_line_of_a_mistake_is_right_nearly_always(answers: tuple[Answer, ...]) -> None:
    missed = [
        (answer.wrong.family, answer.deck, answer.file, answer.wrong.line, answer.problems[:1])
        for answer in answers
        if not answer.is_named
    ]
    assert len(missed) <= len(answers) * 3 // 100, missed


@cache
def _core_files() -> dict[str, bytes]:
    return {name: (core_deck() / name).read_bytes() for name in ("deck.yaml", "path.yaml", *CARD_FILES)}


@pytest.mark.parametrize("part", range(10))
def test_no_bytes_make_the_loader_fail(tmp_path: Path, part: int) -> None:
    for name, content in _core_files().items():
        (tmp_path / name).write_bytes(content)
    for n in range(100):
        chance = Random(f"{part}/{n}")
        name = chance.choice(list(_core_files()))
        (tmp_path / name).write_bytes(damaged(_core_files()[name], chance))

        reading = load_deck(tmp_path, core_deck() / "path.yaml")

        assert (reading.deck is None) == (reading.count("error") > 0)
        assert all(one.rendered(translator("fr")) for one in reading.problems[:20])
        (tmp_path / name).write_bytes(_core_files()[name])
