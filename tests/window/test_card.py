"""The screens of a card on the table: nothing is chosen or adopted unread, and nothing is lost from sight."""

from collections.abc import Callable

import pygame
import pytest
from at_the_table import core, in_memory, play_until, table_of, wordy
from hands import click_on, misfits, press, tab_to

from booster.engine.actions import Borrow
from booster.engine.legal import is_locked, turn_actions
from booster.engine.state import State, ToDecide, ToRespond
from booster.names import team_letter
from booster.session import Session
from booster.window.app import App
from booster.window.screens.cards.card import ChallengeCard, ToolCard
from booster.window.screens.cards.card_turn import CardScreen
from booster.window.screens.cards.responses import SIZES, Answer, Responses
from booster.window.screens.cards.result import Result
from booster.window.screens.game.next_screen import screen_now
from booster.window.text import Fonts, Look
from booster.window.theme import Scale
from booster.window.widgets import Button

OpenWindow = Callable[..., App]
SMALL = (1024, 600)


def at_a(kind: type, deck_is_wordy: bool = False) -> Session:
    session = in_memory(4, wordy(core()) if deck_is_wordy else core(), "workshop")
    play_until(session, lambda state: isinstance(state.waiting, kind))
    return session


def at_a_lock() -> Session:
    def has_locked(state: State) -> bool:
        if not isinstance(state.waiting, ToRespond):
            return False
        responses = state.game.deck.challenge(state.waiting.card).responses
        return any(is_locked(response, state.team) for response in responses)

    session = in_memory(4, core(), "workshop")
    play_until(session, has_locked)
    return session


def shown(app: App) -> CardScreen:
    assert isinstance(app.screen, CardScreen)
    return app.screen


def card_names(app: App) -> list[str]:
    return [leaf.name for leaf in shown(app).form.leaves()]


def area_of(screen: CardScreen) -> Responses:
    return next(leaf for leaf in screen.form.leaves() if isinstance(leaf, Responses))


# --- nothing is chosen unread


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_PAGEDOWN])
def test_r6_the_first_press_marks_a_response_and_the_second_chooses_it(
    open_window: OpenWindow, key: int
) -> None:
    session = at_a(ToRespond)
    app = open_window(screen_now(table_of(session)), (1920, 1080))
    screen = shown(app)
    assert screen.form.focused is None
    press(app, key)
    assert app.screen is screen
    assert isinstance(screen.form.focused, Answer) and screen.form.focused.number == 1
    press(app, key)
    assert isinstance(app.screen, Result)


def test_r6_a_number_and_a_click_choose_at_once(open_window: OpenWindow) -> None:
    session = at_a(ToRespond)
    app = open_window(screen_now(table_of(session)))
    press(app, pygame.K_1, "1")
    assert isinstance(app.screen, Result)
    session.undo()
    app = open_window(screen_now(table_of(session)))
    click_on(app, area_of(shown(app)).responses[0].name)
    assert isinstance(app.screen, Result)


def test_no_response_is_marked_by_a_banner_or_after_a_page_of_the_facilitator(
    open_window: OpenWindow,
) -> None:
    app = open_window(screen_now(table_of(at_a(ToRespond))), (1920, 1080))
    shown(app)._show()
    assert shown(app).form.focused is None
    press(app, pygame.K_f, "f")
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, ChallengeCard) and app.screen.form.focused is None


# --- a card of several pages


def test_r8_enter_reads_a_tool_to_its_end_before_it_adopts(open_window: OpenWindow) -> None:
    session = at_a(ToDecide, deck_is_wordy=True)
    app = open_window(screen_now(table_of(session)), SMALL)
    screen = shown(app)
    pages = len(screen._face.sheets)
    assert pages > 1
    for page in range(1, pages):
        assert isinstance(screen.form.focused, Button) and screen.form.focused.primary
        assert screen.form.focused.name == f"Read on ({page}/{pages})"
        press(app, pygame.K_RETURN)
        assert app.screen is screen and screen._face.page == page
    assert screen.form.focused is app.find("Adopt the tool")
    assert not any(name.startswith("Read on") for name in card_names(app))
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Result)


@pytest.mark.parametrize(
    ("on", "back"), [(pygame.K_RIGHT, pygame.K_LEFT), (pygame.K_PAGEDOWN, pygame.K_PAGEUP)]
)
def test_the_keys_that_page_turn_the_card_wherever_the_focus_is(
    open_window: OpenWindow, on: int, back: int
) -> None:
    app = open_window(screen_now(table_of(at_a(ToDecide, deck_is_wordy=True))), SMALL)
    screen = shown(app)
    tab_to(app, "Leave the tool")
    press(app, on)
    assert screen._face.page == 1
    press(app, back)
    assert (app.screen, screen._face.page) == (screen, 0)


def test_a_click_reads_on_too(open_window: OpenWindow) -> None:
    app = open_window(screen_now(table_of(at_a(ToDecide, deck_is_wordy=True))), SMALL)
    pages = len(shown(app)._face.sheets)
    click_on(app, f"Read on (1/{pages})")
    assert shown(app)._face.page == 1


def test_what_was_read_stays_read_after_a_page_of_the_facilitator(open_window: OpenWindow) -> None:
    app = open_window(screen_now(table_of(at_a(ToDecide, deck_is_wordy=True))), SMALL)
    last = len(shown(app)._face.sheets) - 1
    for _ in range(last):
        press(app, pygame.K_RIGHT)
    press(app, pygame.K_f, "f")
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, ToolCard)
    assert app.screen._face.page == last
    assert app.screen.cue is None
    assert not any(name.startswith("Read on") for name in card_names(app))


def test_reading_on_lies_on_no_word_of_the_card(fonts: Fonts) -> None:
    for kind in (ToRespond, ToDecide):
        for percent in (100, 150):
            scale = Scale(*SMALL, percent)
            screen = screen_now(table_of(at_a(kind, deck_is_wordy=True), "fr"))
            assert isinstance(screen, CardScreen)
            screen.layout(Look(scale, fonts))
            assert misfits(screen, scale) == []
            under = screen._face.rect.top + screen._face.card.band_height + scale.px(34)
            lowest = max(block.bottom for page in screen._face.card.pages for block in page)
            assert under + lowest <= screen._read_on.rect.top


# --- the responses


def test_r6_a_locked_response_keeps_its_number_and_its_key_says_why(open_window: OpenWindow) -> None:
    app = open_window(screen_now(table_of(at_a_lock())), (1920, 1080))
    screen = shown(app)
    responses = area_of(screen).responses
    assert [answer.number for answer in responses] == list(range(1, len(responses) + 1))
    locked = next(answer for answer in responses if answer.locked)
    press(app, pygame.K_0 + (locked.number or 0), str(locked.number))
    assert app.screen is screen and screen.form.focused is locked
    assert locked._inside.note is not None and locked._inside.note.lines[0][1].text.startswith("Locked")


def test_responses_share_the_height_of_the_card(open_window: OpenWindow) -> None:
    app = open_window(screen_now(table_of(at_a(ToRespond))), (1920, 1080))
    screen = shown(app)
    answers = area_of(screen).responses
    assert len({answer.rect.height for answer in answers}) == 1
    assert answers[-1].rect.bottom > screen._face.rect.bottom - screen._face.rect.height // 8
    assert answers[0].size == SIZES[0]


def test_responses_shrink_before_they_scroll_and_then_say_how_many_are_below(fonts: Fonts) -> None:
    session = in_memory(4, wordy(core()), "workshop")
    play_until(session, lambda state: any(isinstance(action, Borrow) for action in turn_actions(state)))
    sizes = []
    for scale in (Scale(1920, 1080), Scale(*SMALL, 150)):
        screen = screen_now(table_of(session, "fr"))
        assert isinstance(screen, ChallengeCard)
        screen.layout(Look(scale, fonts))
        area = area_of(screen)
        hidden = [leaf for leaf in area.leaves() if leaf.focusable and leaf.rect.bottom > area.rect.bottom]
        assert area.below == len(hidden)
        sizes.append((area.responses[0].size, area.below > 0))
    assert sizes[0][0] > sizes[1][0]
    assert sizes[1][1]


def test_r7_the_card_names_the_teams_that_hold_a_tool_that_is_useful_here() -> None:
    session = in_memory(4, core(), "workshop")
    play_until(session, lambda state: any(isinstance(action, Borrow) for action in turn_actions(state)))
    table = table_of(session)
    borrow = next(action for action in turn_actions(session.state) if isinstance(action, Borrow))
    screen = screen_now(table)
    assert isinstance(screen, ChallengeCard)
    useful = next(line for line in screen._face.face.text.split("\n") if line.startswith("Useful here:"))
    after = useful.split(table.deck.tool(borrow.tool).title)[1].split("·")[0]
    assert team_letter(borrow.lender) in after
    assert dict(screen._face.face.holders)[team_letter(borrow.lender)] == table.colour(borrow.lender)
