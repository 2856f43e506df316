from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from at_the_set_up import command_line
from at_the_table import core, wordy
from hands import choose, click, click_on, misfits, press, settle

from booster.engine.actions import Borrow
from booster.engine.events import CardDrawn, KindChosen, ToolLent, TurnStarted
from booster.engine.legal import turn_actions
from booster.language import translator
from booster.paths import sessions_folder
from booster.settings import Settings
from booster.window.app import App
from booster.window.screen import Screen
from booster.window.screens.board.board import Board
from booster.window.screens.cards.card import ChallengeCard
from booster.window.screens.cards.result import Result
from booster.window.screens.game.exchange import Exchange
from booster.window.screens.game.practice import Practice
from booster.window.screens.game.results import Results
from booster.window.screens.title import Title
from booster.window.text import Fonts, Look
from booster.window.theme import Scale
from booster.window.widgets import Button

OpenWindow = Callable[..., App]
SIZES = ((1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (1024, 600), (2560, 1080))
HINTS = (
    "The theme",
    "The goal",
    "One turn",
    "The card",
    "A tool",
    "The points",
    "The other teams",
    "Your second turn",
    "Your choice",
    "A challenge, and help",
    "A challenge",
    "The points",
    "The exchange",
    "That is all",
)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def hint(practice: Practice) -> str | None:
    """The title of what the coach says, in English."""
    return practice.coach.hint.title if practice.coach.hint else None


def practising(open_window: OpenWindow) -> tuple[App, Practice]:
    app = open_window(Title(command_line()))
    choose(app, "Practice turn")
    assert isinstance(app.screen, Practice)
    return app, app.screen


def read_the_opening(app: App, practice: Practice) -> None:
    while practice.reading:
        press(app, pygame.K_RETURN)


def lend_if_asked(practice: Practice) -> bool:
    """Press the button of the help that another team offers, if there is one."""
    inner = practice.inner
    if not isinstance(inner, ChallengeCard):
        return False
    if not any(isinstance(action, Borrow) for action in turn_actions(inner.table.state)):
        return False
    offer = next(b for b in practice.form.leaves() if isinstance(b, Button) and b.icon_name == "wrench")
    practice.form.focus_on(offer)
    return True


def go_through(app: App, practice: Practice, key: int = pygame.K_RETURN) -> list[str]:
    """Do what the coach says until the cards are there; return the hints in their order."""
    said: list[str] = []
    for _ in range(60):
        now = hint(practice)
        if now and said[-1:] != [now]:
            said.append(now)
        if isinstance(practice.inner, Results):
            return said
        lend_if_asked(practice)
        press(app, key)
    raise AssertionError(f"no end after {said}")


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_PAGEDOWN])
def test_two_turns_show_a_tool_a_choice_and_the_help_of_another_team_then_the_exchange(
    open_window: OpenWindow, key: int
) -> None:
    app, practice = practising(open_window)
    assert tuple(go_through(app, practice, key)) == HINTS
    happened = practice.inner.table.session.events  # type: ignore[attr-defined]
    own = [event for event in happened if isinstance(event, CardDrawn) and event.team == 0]
    assert [event.kind for event in own] == ["tool", "challenge"]
    assert sum(isinstance(event, TurnStarted) and event.team == 0 for event in happened) == 2
    assert any(isinstance(event, KindChosen) and event.team == 0 for event in happened)
    assert any(isinstance(event, ToolLent) and event.lender == 1 for event in happened)
    choose(app, "Back to the title")
    assert isinstance(app.screen, Title)


def test_nothing_of_the_practice_is_kept(open_window: OpenWindow) -> None:
    app, practice = practising(open_window)
    go_through(app, practice)
    assert not sessions_folder().exists() or not list(sessions_folder().iterdir())


def test_where_the_coach_asks_for_something_the_button_of_the_game_does_it(open_window: OpenWindow) -> None:
    app, practice = practising(open_window)
    read_the_opening(app, practice)
    assert hint(practice) == "One turn"
    assert [button.name for button in practice.coach.buttons] == ["Skip the practice"]
    click_on(app, "Roll the die")
    settle(app)
    assert isinstance(practice.inner, Board) and practice.inner.news
    assert hint(practice) in (None, "The card")


def test_the_coach_says_nothing_while_something_moves(fonts: Fonts) -> None:
    practice = Practice(core(), translator("en"))
    practice.layout(Look(Scale(1280, 720), fonts))
    enter = pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="")
    for _ in range(3):
        practice.on_event(enter)
    practice.update(1)
    assert isinstance(practice.inner, Board) and practice.inner.clock.running
    assert hint(practice) is None
    practice.on_event(enter)
    practice.update(1)
    assert hint(practice) == "The card"


def skip_by_key(app: App, practice: Practice) -> None:
    press(app, pygame.K_ESCAPE)


def skip_by_mouse(app: App, practice: Practice) -> None:
    click(app, practice.coach.skip.rect.center)


@pytest.mark.parametrize("skip", [skip_by_key, skip_by_mouse])
@pytest.mark.parametrize("presses", [0, 1, 3, 6, 9, 14])
def test_the_practice_can_be_skipped_at_any_time(
    open_window: OpenWindow, presses: int, skip: Callable[[App, Practice], None]
) -> None:
    app, practice = practising(open_window)
    for _ in range(presses):
        press(app, pygame.K_RETURN)
    practice.update(5000)
    skip(app, practice)
    assert isinstance(app.screen, Title)


def test_the_game_waits_while_the_opening_is_read(open_window: OpenWindow) -> None:
    app, practice = practising(open_window)
    inner = practice.inner
    press(app, pygame.K_u, "u")
    press(app, pygame.K_1, "1")
    click(app, inner.form.find("Roll the die").rect.center)
    assert practice.inner is inner and hint(practice) == "The theme"


def test_a_page_opened_over_the_practice_leads_back_to_it(open_window: OpenWindow) -> None:
    app, practice = practising(open_window)
    read_the_opening(app, practice)
    for key, letter in ((pygame.K_t, "t"), (pygame.K_l, "l"), (pygame.K_F1, ""), (pygame.K_s, "s")):
        press(app, key, letter)
        assert app.screen is not practice
        press(app, pygame.K_ESCAPE)
        assert app.screen is practice
    press(app, pygame.K_f, "f")
    press(app, pygame.K_ESCAPE)
    assert app.screen is practice and isinstance(practice.inner, Board)


def test_an_undo_brings_back_what_the_coach_said(open_window: OpenWindow) -> None:
    app, practice = practising(open_window)
    read_the_opening(app, practice)
    press(app, pygame.K_RETURN)
    practice.update(5000)
    assert hint(practice) == "The card"
    press(app, pygame.K_u, "u")
    assert hint(practice) == "One turn"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("percent", [100, 150])
def test_the_coach_never_covers_the_game_and_both_fit_every_window(
    fonts: Fonts, language: str, percent: int
) -> None:
    faults = []
    settings = Settings(language=language, text_percent=percent, reduced_motion=True)
    practice = Practice(core(), translator(language))
    practice.layout(Look(Scale(1920, 1080, percent), fonts, settings))
    shown: list[tuple[Screen, str | None]] = []
    for _ in range(60):
        if (practice.inner, hint(practice)) not in shown:
            shown.append((practice.inner, hint(practice)))
            for size in SIZES:
                scale = Scale(*size, percent)
                practice.layout(Look(scale, fonts, settings))
                where = f"{hint(practice)} {size}"
                window = pygame.Rect(0, 0, *size)
                assert not practice._game.colliderect(practice._side), where
                assert practice._game.union(practice._side) == window, where
                assert len(practice.coach.text.pages) == 1, where
                inner = practice.inner
                found = (*misfits_of_coach(practice, scale), *misfits(inner, inner.look.scale))
                faults += [f"{where}: {fault}" for fault in found]
                if percent == 100:
                    assert inner.look.text(26) >= scale.px(24), where
            practice.layout(Look(Scale(1920, 1080, percent), fonts, settings))
        if isinstance(practice.inner, Results):
            break
        lend_if_asked(practice)
        practice.on_event(pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""))
        practice.update(2000)
    assert any(isinstance(screen, Exchange) for screen, _ in shown)
    assert any(isinstance(screen, Result) for screen, _ in shown)
    assert not faults, "\n".join(faults)


def misfits_of_coach(practice: Practice, scale: Scale) -> list[str]:
    coach = Screen()
    coach.form = practice.coach.form
    return misfits(coach, scale)


def test_a_deck_without_such_a_game_has_a_practice_all_the_same(fonts: Fonts) -> None:
    deck = wordy(core()).model_copy(update={"tools": ()})
    practice = Practice(deck, translator("en"))
    practice.layout(Look(Scale(1280, 720), fonts, Settings(reduced_motion=True)))
    for _ in range(60):
        if isinstance(practice.inner, Results):
            break
        practice.on_event(pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""))
        practice.update(2000)
    assert isinstance(practice.inner, Results)
