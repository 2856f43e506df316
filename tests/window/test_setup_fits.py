import gettext
from pathlib import Path

import pygame
import pytest
from at_the_set_up import command_line, put_deck
from hands import misfits

from booster.language import Translator, translator
from booster.limits import LONGEST_NAME
from booster.window.screen import Screen
from booster.window.screens.colours import Colours
from booster.window.screens.decks.decks import Decks
from booster.window.screens.draft import Draft, draft_of
from booster.window.screens.setup import SetUp
from booster.window.text import Fonts, Look
from booster.window.theme import Scale

SIZES = ((1280, 720), (1920, 1080), (1024, 768), (3840, 2160), (1024, 600), (2560, 1080))


class Longer(gettext.NullTranslations):
    """Every message a third longer, as translations are."""

    def gettext(self, message: str) -> str:
        return f"{message} {'éàçù ' * (len(message) // 14)}".strip()

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self.gettext(one if n == 1 else many)


TRANSLATORS = (translator("en"), translator("fr"), Translator("fr", Longer()))


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def full_draft() -> Draft:
    """A draft with twelve teams, names as long as they can be, and no deck."""
    draft = draft_of(command_line(teams=12))
    for team in draft.teams:
        team.name, team.project = "Énergie citoyenne "[:LONGEST_NAME] * 2, "Un projet " * 12
    draft.decks = ()
    return draft


def all_screens(tr: Translator) -> list[Screen]:
    draft = full_draft()
    return [SetUp(draft, tr), Decks(draft, tr), Colours(draft, 3, tr), SetUp(draft_of(command_line()), tr)]


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", SIZES)
def test_everything_fits_whatever_the_size_and_the_language(
    size: tuple[int, int], percent: int, fonts: Fonts
) -> None:
    put_deck("a-deck-with-quite-a-long-name")
    put_deck("broken", tools="- {id: x, stage: ideatoin, title: T, what: W, steps: [S]}\n" * 5)
    scale = Scale(*size, percent)
    for tr in TRANSLATORS:
        for screen in all_screens(tr):
            screen.layout(Look(scale, fonts))
            assert misfits(screen, scale) == []


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", SIZES)
def test_whatever_takes_the_focus_comes_into_sight(size: tuple[int, int], percent: int, fonts: Fonts) -> None:
    scale = Scale(*size, percent)
    for screen in all_screens(TRANSLATORS[2]):
        screen.layout(Look(scale, fonts))
        for widget in [leaf for leaf in screen.form.leaves() if leaf.focusable]:
            screen.form.focus_on(widget)
            seen = widget.rect.clip(widget.clip or pygame.Rect(0, 0, *size))
            assert seen == widget.rect, f"{widget.name!r} is seen in part"
