from collections.abc import Callable

import pygame
import pytest
from at_the_table import core, in_memory, play_until, table_of, wordy
from hands import choose, click_on, misfits, press

from booster.engine.actions import Respond
from booster.engine.events import CardDrawn
from booster.engine.legal import turn_actions
from booster.engine.state import ToDecide, ToRespond
from booster.session import Session
from booster.window.app import App
from booster.window.screens.board.board import Board
from booster.window.screens.game.log import Log
from booster.window.screens.game.reading import Reading
from booster.window.text import Fonts, Look
from booster.window.theme import Scale
from booster.window.widgets import Button

OpenWindow = Callable[..., App]
SIZES = ((1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (1024, 600), (2560, 1080))


def played(wordily: bool = False) -> Session:
    """A game in which a challenge was answered and a tool adopted."""
    session = in_memory(3, wordy(core()) if wordily else core(), "workshop")
    for kind in (ToRespond, ToDecide):
        play_until(session, lambda state, kind=kind: isinstance(state.waiting, kind))  # type: ignore[misc]
        session.act(turn_actions(session.state)[0])
    return session


def readers(log: Log) -> list[Button]:
    return [leaf for leaf in log.form.leaves() if isinstance(leaf, Button) and leaf.icon_name]


def test_every_card_that_was_drawn_can_be_read_again_full_size(open_window: OpenWindow) -> None:
    session = played()
    table = table_of(session)
    app = open_window(Log(table))
    assert isinstance(app.screen, Log)
    drawn = [event for event in session.events if isinstance(event, CardDrawn)]
    buttons = readers(app.screen)
    assert len(buttons) == len(drawn)
    for button in buttons:
        choose(app, button.name)
        assert isinstance(app.screen, Reading)
        assert app.screen._view.rect.width > app.screen.look.width * 9 // 10
        press(app, pygame.K_ESCAPE)
        assert isinstance(app.screen, Log)


def test_a_challenge_read_again_says_what_was_chosen_and_what_came_of_it(open_window: OpenWindow) -> None:
    session = in_memory(2)
    play_until(session, lambda state: isinstance(state.waiting, ToRespond))
    assert isinstance(session.state.waiting, ToRespond)
    card = session.state.game.deck.challenge(session.state.waiting.card)
    chosen = next(action for action in turn_actions(session.state) if isinstance(action, Respond))
    session.act(chosen)
    app = open_window(Log(table_of(session)))
    click_on(app, f"Read “{card.title}” again")
    assert isinstance(app.screen, Reading)
    words = app.screen._view.name
    assert card.situation in words
    assert card.responses[chosen.response].do in words and card.responses[chosen.response].then in words


def test_r6_a_challenge_that_waits_for_its_response_tells_nothing_of_what_follows(
    open_window: OpenWindow,
) -> None:
    session = in_memory(2)
    play_until(session, lambda state: isinstance(state.waiting, ToRespond))
    assert isinstance(session.state.waiting, ToRespond)
    card = session.state.game.deck.challenge(session.state.waiting.card)
    app = open_window(Log(table_of(session)))
    click_on(app, f"Read “{card.title}” again")
    assert isinstance(app.screen, Reading)
    assert not any(response.then in app.screen._view.name for response in card.responses)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_log_and_cards_fit_every_window(fonts: Fonts, language: str) -> None:
    log = Log(table_of(played(wordily=True), language))
    pushed = [button.on_press() for button in readers(log)[:3]]
    screens = [log, *(push.screen for push in pushed if push is not None)]  # type: ignore[union-attr]
    faults = []
    for screen in screens:
        for size in SIZES:
            for percent in (100, 150):
                scale = Scale(*size, percent)
                screen.layout(Look(scale, fonts))
                faults += [f"{size} {percent} %: {fault}" for fault in misfits(screen, scale)]
    assert not faults, "\n".join(faults)


def test_left_and_right_move_through_the_log(open_window: OpenWindow) -> None:
    session = in_memory(2)
    play_until(session, lambda state: state.turn == 12)
    app = open_window(Log(table_of(session)))
    assert isinstance(app.screen, Log)
    press(app, pygame.K_RIGHT)
    assert app.screen._area.offset > 0
    press(app, pygame.K_LEFT)
    assert app.screen._area.offset == 0


def long_log(open_window: OpenWindow) -> tuple[App, Log]:
    """A game with its log over the card on the table, and more in it than the window shows."""
    session = in_memory(2)
    play_until(session, lambda state: state.turn == 12)
    app = open_window(Board(table_of(session)))
    press(app, pygame.K_l, "l")
    assert isinstance(app.screen, Log)
    return app, app.screen


def test_forward_reads_the_log_to_its_end_and_only_then_presses_the_way_back(open_window: OpenWindow) -> None:
    app, log = long_log(open_window)
    seen = [log._area.offset]
    while app.screen is log:
        press(app, pygame.K_PAGEDOWN)
        seen.append(log._area.offset)
    assert len(seen) > 3
    assert seen[:-1] == sorted(set(seen)) and seen[-1] == seen[-2]
    assert isinstance(app.screen, Board)


def test_back_reads_back_in_the_log_and_at_its_top_moves_the_mark(open_window: OpenWindow) -> None:
    app, log = long_log(open_window)
    press(app, pygame.K_PAGEDOWN)
    marked = log.form.focused
    press(app, pygame.K_PAGEUP)
    assert log._area.offset == 0 and log.form.focused is marked
    press(app, pygame.K_PAGEUP)
    assert log.form.focused is not marked


def test_a_card_that_is_read_past_is_not_opened_by_the_key_that_reads_on(open_window: OpenWindow) -> None:
    app, log = long_log(open_window)
    log.form.focus_on(readers(log)[0])
    for _ in range(2):
        press(app, pygame.K_PAGEDOWN)
        focused = log.form.focused
        assert focused is not None and focused is not readers(log)[0]
        assert focused.clip is None or focused.clip.contains(focused.rect)


def test_a_card_that_is_read_again_leads_back_to_the_log_and_says_so(open_window: OpenWindow) -> None:
    app, log = long_log(open_window)
    choose(app, readers(log)[0].name)
    reading = app.screen
    assert isinstance(reading, Reading)
    assert {command.word for command in reading.commands} == {"Back to the log"}
    press(app, pygame.K_ESCAPE)
    assert app.find("Back to the game") is log._back
