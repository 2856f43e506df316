from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pygame
import pytest
from at_the_table import on_disk
from hands import click, click_on, settle

from booster.engine.actions import Action, Adopt, Borrow
from booster.engine.legal import turn_actions
from booster.engine.state import Over, ToChooseKind
from booster.language import translator
from booster.session import Session
from booster.window.app import App
from booster.window.screens.board.board import Board
from booster.window.screens.cards.card import ChallengeCard, ToolCard
from booster.window.screens.game.next_screen import game_screen
from booster.window.screens.game.results import Results
from booster.window.widgets import Button, Widget
from booster.words import action_label

OpenWindow = Callable[..., App]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with closing(on_disk(tmp_path)) as opened:
        yield opened


def reach(app: App, name: str) -> Widget:
    """Turn the wheel until the middle of a widget is in sight."""
    widget = app.find(name)
    for _ in range(100):
        if widget.clip is None or widget.clip.collidepoint(widget.rect.center):
            return widget
        pygame.event.post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=-1, flipped=False))
        settle(app)
    raise AssertionError(f"{name!r} never comes in sight")


def primary(app: App) -> str:
    """The name of the one thing to do now."""
    assert app.screen is not None
    buttons = (leaf for leaf in app.screen.form.leaves() if isinstance(leaf, Button))
    (button,) = (button for button in buttons if button.primary)
    return button.name


def chosen(session: Session) -> Action:
    """What this team decides: it borrows where it can, and adopts."""
    actions = turn_actions(session.state)
    return next((action for action in actions if isinstance(action, Adopt | Borrow)), actions[-1])


def to_click(app: App, session: Session) -> str:
    """The name of what the screen on top asks for: the choice of the team, or the one thing to do now."""
    choosing = isinstance(app.screen, ChallengeCard | ToolCard)
    if choosing or (isinstance(app.screen, Board) and session.state.waiting == ToChooseKind()):
        return action_label(chosen(session), session.state, session.deck("en"), translator("en"))
    return primary(app)


def test_a_whole_game_by_mouse_alone_is_the_replay_of_its_journal(
    open_window: OpenWindow, session: Session
) -> None:
    app = open_window(game_screen(session, translator("en")))
    while not isinstance(app.screen, Results):
        name = to_click(app, session)
        reach(app, name)
        click_on(app, name)
    assert isinstance(session.state.waiting, Over)

    results = app.screen
    shown = []
    for team in range(4):
        row = [leaf for leaf in results.form.leaves() if getattr(leaf, "team", None) == team][-1]
        click(app, row.rect.center)
        for card in range(len(session.state.teams[team].experiences)):
            assert (results.team, results.card) == (team, card)
            shown.append(results.table.state.teams[results.team].experiences[results.card])
            click_past(app, results)
    assert shown == [card for team in session.state.teams for card in team.experiences]

    click_on(app, "Back to the title")
    click_on(app, "Leave")
    assert app.screen is None
    assert session.journal is not None
    with closing(Session.resume(session.journal.path)) as resumed:
        assert resumed.state == session.state


def click_past(app: App, results: Results) -> None:
    """Click on what goes on until the card was turned over, or all is read."""
    at = (results.team, results.card)
    while (results.team, results.card) == at and primary(app) != "All read: home":
        click_on(app, primary(app))


def test_a_finger_presses_as_the_mouse_does(open_window: OpenWindow, session: Session) -> None:
    app = open_window(game_screen(session, translator("en")))
    while session.state.turn == 1:
        place = reach(app, to_click(app, session)).rect.center
        width, height = app.window.size
        for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
            event = pygame.Event(kind, x=place[0] / width, y=place[1] / height, touch_id=1, finger_id=1)
            pygame.event.post(event)
        settle(app)
    assert session.state.on_turn == 1


@pytest.mark.parametrize("word", ["Undo", "Toolboxes", "Log", "Facilitator", "Help", "Leave"])
def test_every_command_answers_a_click(open_window: OpenWindow, session: Session, word: str) -> None:
    session.act(turn_actions(session.state)[0])
    app = open_window(game_screen(session, translator("en")))
    before = app.screen
    click_on(app, word)
    assert app.screen is not before
