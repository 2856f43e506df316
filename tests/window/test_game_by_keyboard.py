from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pygame
import pytest
from at_the_table import on_disk
from hands import choose, press, tab_to

from booster.engine.actions import Borrow
from booster.engine.legal import turn_actions
from booster.engine.state import ToChooseKind
from booster.language import translator
from booster.session import Session
from booster.window.app import App
from booster.window.screens.board.board import Board
from booster.window.screens.cards.card import ChallengeCard, ToolCard
from booster.window.screens.game.next_screen import game_screen
from booster.window.screens.game.results import Results
from booster.words import action_label

OpenWindow = Callable[..., App]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with closing(on_disk(tmp_path)) as opened:
        yield opened


def press_digit(app: App, digit: int) -> None:
    press(app, pygame.K_0 + digit, str(digit))


def play_a_screen(app: App, session: Session) -> None:
    """Do what the screen on top asks for, by keys alone."""
    match app.screen:
        case ToolCard():
            press_digit(app, 1 if session.state.turn % 3 else 2)
        case ChallengeCard():
            offers = [action for action in turn_actions(session.state) if isinstance(action, Borrow)]
            if offers and session.state.turn % 2:
                deck = session.deck("en")
                tab_to(app, action_label(offers[-1], session.state, deck, translator("en")))
            press(app, pygame.K_RETURN)
        case Board() if session.state.waiting == ToChooseKind():
            press_digit(app, 2 if session.state.turn % 2 else 1)
        case _:
            press(app, pygame.K_RETURN)


def test_a_whole_game_by_keyboard_alone_is_the_replay_of_its_journal(
    open_window: OpenWindow, session: Session
) -> None:
    app = open_window(game_screen(session, translator("en")))
    seen = set()
    while not isinstance(app.screen, Results):
        seen.add(type(app.screen).__name__)
        play_a_screen(app, session)
    assert seen >= {"HandOver", "Board", "ChallengeCard", "ToolCard", "Result", "Exchange"}
    assert session.state.over

    shown = read_every_card(app, app.screen)
    assert shown == [card for team in session.state.teams for card in team.experiences]

    press(app, pygame.K_RETURN)
    choose(app, "Leave")
    assert app.screen is None
    assert session.journal is not None
    with closing(Session.resume(session.journal.path)) as resumed:
        assert resumed.state == session.state


def read_every_card(app: App, results: Results) -> list[str]:
    """Go on until all is read; return the cards on the way."""
    shown: list[str] = []
    at = None
    for _ in range(500):
        if (results.team, results.card) != at:
            at = (results.team, results.card)
            shown.append(results.table.state.teams[results.team].experiences[results.card])
        if "All read: home" in [leaf.name for leaf in results.form.leaves()]:
            return shown
        press(app, pygame.K_RETURN)
    raise AssertionError("the cards never end")


def test_a_presenters_clicker_plays_on(open_window: OpenWindow, session: Session) -> None:
    app = open_window(game_screen(session, translator("en")))
    while session.state.turn == 1:
        press(app, pygame.K_PAGEDOWN)
    assert session.state.on_turn == 1


def test_escape_leaves_the_game_saved(open_window: OpenWindow, session: Session) -> None:
    app = open_window(game_screen(session, translator("en")))
    press(app, pygame.K_RETURN)
    press(app, pygame.K_RETURN)
    press(app, pygame.K_ESCAPE)
    choose(app, "Leave")
    assert app.screen is None
    assert session.journal is not None
    with closing(Session.resume(session.journal.path)) as resumed:
        assert resumed.state == session.state
        assert len(resumed.done) == 1
