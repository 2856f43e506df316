from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from at_the_set_up import command_line
from at_the_table import core, wordy
from hands import choose, click_on, misfits, press, settle

from booster.language import translator
from booster.paths import sessions_folder
from booster.window.app import App
from booster.window.screen import Screen
from booster.window.screens.board import Board
from booster.window.screens.card import ChallengeCard, ToolCard
from booster.window.screens.exchange import Exchange
from booster.window.screens.practice import Practice
from booster.window.screens.result import Result
from booster.window.screens.results import Results
from booster.window.screens.title import Title
from booster.window.text import Fonts, Look
from booster.window.theme import Scale

OpenWindow = Callable[..., App]
SIZES = ((1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (1024, 600), (2560, 1080))


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def bubble(practice: Practice) -> str | None:
    """The title of the bubble that is open, in English."""
    return practice._title.name if practice._bubble else None


def practising(open_window: OpenWindow) -> tuple[App, Practice]:
    app = open_window(Title(command_line()))
    choose(app, "Practice turn")
    assert isinstance(app.screen, Practice)
    return app, app.screen


def test_the_practice_goes_from_the_theme_to_the_exchange_by_one_key(open_window: OpenWindow) -> None:
    app, practice = practising(open_window)
    bubbles: list[str | None] = []
    screens: list[Screen] = []
    while app.screen is practice and len(bubbles) < 30:
        if bubble(practice):
            bubbles.append(bubble(practice))
        if practice.inner not in screens:
            screens.append(practice.inner)
        if isinstance(practice.inner, Results) and bubble(practice) is None:
            choose(app, "Back to the title")
        else:
            press(app, pygame.K_PAGEDOWN)
    assert isinstance(app.screen, Title)
    assert bubbles[:4] == ["The theme", "The goal", "One turn", "The card"]
    assert bubbles[4] in ("A challenge", "A tool")
    assert bubbles[5:] == ["The points", "The exchange", "That is all"]
    kinds = [type(screen) for screen in screens]
    assert kinds == [Board, Board, kinds[2], Result, Exchange, Results]
    assert kinds[2] in (ChallengeCard, ToolCard)


def test_nothing_of_the_practice_is_kept(open_window: OpenWindow) -> None:
    app, practice = practising(open_window)
    while not isinstance(practice.inner, Results):
        press(app, pygame.K_RETURN)
    assert not sessions_folder().exists()


@pytest.mark.parametrize("presses", [0, 2, 4, 7])
def test_the_practice_can_be_skipped_at_any_bubble(open_window: OpenWindow, presses: int) -> None:
    app, practice = practising(open_window)
    for _ in range(presses):
        press(app, pygame.K_RETURN)
    while bubble(practice) is None:
        press(app, pygame.K_RETURN)
    click_on(app, "Skip the practice")
    assert isinstance(app.screen, Title)


def test_escape_leaves_the_practice_with_or_without_a_bubble(open_window: OpenWindow) -> None:
    app, practice = practising(open_window)
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Title)
    app, practice = practising(open_window)
    while bubble(practice):
        press(app, pygame.K_RETURN)
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Title)


def test_the_game_waits_while_a_bubble_is_open(open_window: OpenWindow) -> None:
    app, practice = practising(open_window)
    inner = practice.inner
    press(app, pygame.K_u, "u")
    press(app, pygame.K_1, "1")
    assert practice.inner is inner and bubble(practice) == "The theme"


def test_a_page_opened_over_the_practice_leads_back_to_it(open_window: OpenWindow) -> None:
    app, practice = practising(open_window)
    while bubble(practice):
        press(app, pygame.K_RETURN)
    for key, letter in ((pygame.K_t, "t"), (pygame.K_l, "l"), (pygame.K_F1, ""), (pygame.K_s, "s")):
        press(app, key, letter)
        assert app.screen is not practice
        press(app, pygame.K_ESCAPE)
        assert app.screen is practice
    press(app, pygame.K_f, "f")
    press(app, pygame.K_ESCAPE)
    assert app.screen is practice and isinstance(practice.inner, Board)
    settle(app)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_bubble_fits_every_window(fonts: Fonts, language: str) -> None:
    faults = []
    practice = Practice(wordy(core()), translator(language))
    practice.layout(Look(Scale(1920, 1080), fonts))
    while not (isinstance(practice.inner, Results) and bubble(practice) is None):
        if bubble(practice):
            for size in SIZES:
                for percent in (100, 150):
                    scale = Scale(*size, percent)
                    practice.layout(Look(scale, fonts))
                    where = f"{bubble(practice)} {size} {percent} %"
                    faults += [f"{where}: {fault}" for fault in misfits(practice, scale)]
                    assert pygame.Rect(0, 0, *size).contains(practice._box), where
        practice.on_event(pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""))
        practice.update(2000)
    assert not faults, "\n".join(faults)
