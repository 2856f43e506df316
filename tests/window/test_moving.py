"""What moves on the screens of a game: it ends in time, any key ends it and does no more, and it shows the
same in the end. Everything that it shows was done and saved before."""

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest
from at_the_table import in_memory, play_until, table_of
from hands import press, settle
from strategies import small_deck

from booster.engine.actions import EndGame, Respond, Roll
from booster.engine.events import Event, PointsChanged, TeamLaunched
from booster.engine.legal import turn_actions
from booster.engine.state import State, ToChooseKind, ToDecide, ToRespond, ToRoll
from booster.session import Session
from booster.settings import USUAL
from booster.window.app import App
from booster.window.motion import one_by_one
from booster.window.screen import Screen
from booster.window.screens.board.board import DIE, Board
from booster.window.screens.board.launch import BOAT_MS
from booster.window.screens.board.map import WALK_MS, Journey
from booster.window.screens.cards.flight import score_at
from booster.window.screens.cards.result import Result
from booster.window.screens.game.exchange import ALL_MS, APART_MS, BUY_MS, Exchange
from booster.window.screens.game.moving import MovingScreen
from booster.window.screens.game.next_screen import screen_after, screen_now
from booster.window.text import Fonts, Look
from booster.window.theme import Scale
from booster.window.transition import Replace

SIZE = (640, 400)
LONGEST_MS = 1200
FRAME_MS = 40


Make = Callable[[], Screen]


def waits_for(kind: type) -> Callable[[State], bool]:
    return lambda state: isinstance(state.waiting, kind)


def die_and_token() -> Make:
    session = in_memory(4, preset="workshop")
    play_until(session, lambda state: state.turn == 6 and state.waiting == ToRoll())
    events = session.act(Roll())
    return lambda: screen_after(table_of(session), events)


def boat() -> Make:
    session = in_memory(2)
    play_until(session, lambda state: state.waiting == ToRoll() and state.team.space == len(state.game.path))
    events = session.act(Roll())
    return lambda: screen_after(table_of(session), events)


def challenge() -> Make:
    session = in_memory()
    play_until(session, waits_for(ToRespond))
    return lambda: screen_now(table_of(session))


def tool() -> Make:
    session = in_memory()
    play_until(session, waits_for(ToDecide))
    return lambda: screen_now(table_of(session))


def points() -> Make:
    session = in_memory()
    events = respond_with_points(session)
    return lambda: screen_after(table_of(session), events)


def exchange() -> Make:
    session = in_memory()
    respond_with_points(session)
    session.act(EndGame())
    return lambda: Exchange(table_of(session), 1)


SCENES = (die_and_token, boat, challenge, tool, points, exchange)


def respond_with_points(session: Session) -> tuple[Event, ...]:
    while True:
        if isinstance(session.state.waiting, ToRespond):
            response = next(a.response for a in turn_actions(session.state) if isinstance(a, Respond))
            events = session.act(Respond(response))
            if sum(isinstance(event, PointsChanged) and event.applied != 0 for event in events) > 1:
                return events
        session.act(turn_actions(session.state)[0])


def look_of(fonts: Fonts, *, reduced: bool = False) -> Look:
    return Look(Scale(*SIZE), fonts, replace(USUAL, reduced_motion=reduced))


def picture(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def opened(screen: MovingScreen, look: Look) -> pygame.Surface:
    screen.layout(look)
    surface = pygame.Surface(SIZE)
    screen.draw(surface)
    screen.stale = False
    return surface


def wait(screen: MovingScreen, surface: pygame.Surface) -> int:
    """Let time pass until nothing changes; return how long that took."""
    ms = 0
    while True:
        screen.update(FRAME_MS)
        if not screen.stale:
            return ms
        ms += FRAME_MS
        screen.draw(surface)
        screen.stale = False
        assert ms < 10_000, "it never ends"


def moving(screen: Screen) -> MovingScreen:
    assert isinstance(screen, MovingScreen)
    return screen


@pytest.mark.parametrize("scene", SCENES)
def test_a_motion_ends_in_the_same_picture_waited_skipped_or_left_out(
    fonts: Fonts, scene: Callable[[], Make]
) -> None:
    make = scene()
    waited = moving(make())
    surface = opened(waited, look_of(fonts))
    first = picture(surface)
    assert wait(waited, surface) >= FRAME_MS
    last = picture(surface)
    assert first != last

    skipped = moving(make())
    surface = opened(skipped, look_of(fonts))
    skipped.update(FRAME_MS)
    skipped.draw(surface)
    assert skipped.on_event(pygame.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="\r")) is None
    skipped.draw(surface)
    assert picture(surface) == last

    still = moving(make())
    assert picture(opened(still, look_of(fonts, reduced=True))) == last
    still.update(FRAME_MS)
    assert not still.stale

    skipped.draw(surface)
    assert picture(surface) == last, "drawn anew it is the same"


def test_each_motion_takes_less_than_its_time() -> None:
    session = in_memory(12, preset="full")
    session.act(EndGame())
    longest = [Exchange(table_of(session), team).clock.length for team in range(12)]
    assert max(longest) <= LONGEST_MS
    assert max(DIE.length, WALK_MS, BOAT_MS) <= LONGEST_MS
    assert DIE.length + WALK_MS <= LONGEST_MS
    for scene in SCENES:
        sailing = BOAT_MS if scene is boat else 0
        assert 0 < moving(scene()()).clock.length - sailing <= LONGEST_MS


def test_a_hundred_points_become_cards_in_time() -> None:
    assert one_by_one(100, BUY_MS, APART_MS, ALL_MS)[-1].end <= LONGEST_MS


def in_motion(open_window: Callable[..., App]) -> tuple[App, Session, MovingScreen]:
    """A window in the middle of a motion."""
    session = in_memory(3)
    app = open_window(screen_now(table_of(session)), settings=USUAL)
    session.act(Roll())
    screen = moving(screen_after(table_of(session), session.done[-1].events))
    app.go(Replace(screen))
    app.step(16)
    app.step(16)
    assert screen.clock.running
    return app, session, screen


@pytest.mark.parametrize(
    "key", [pygame.K_RETURN, pygame.K_u, pygame.K_ESCAPE, pygame.K_F1, pygame.K_PAGEDOWN]
)
def test_a_key_that_skips_does_nothing_else(open_window: Callable[..., App], key: int) -> None:
    app, session, screen = in_motion(open_window)
    done = session.done
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0))
    app.step(16)
    assert app.screen is screen and not screen.clock.running
    assert session.done == done


def test_a_click_that_skips_presses_nothing(open_window: Callable[..., App]) -> None:
    app, _, screen = in_motion(open_window)
    button = next(leaf for leaf in screen.form.leaves() if getattr(leaf, "primary", False))
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.Event(kind, pos=button.rect.center, button=1, touch=False))
        app.step(16)
    assert app.screen is screen and not screen.clock.running


def test_the_state_is_the_one_after_the_move_before_anything_moves() -> None:
    session = in_memory(2)
    before = session.state.team.space
    events = session.act(Roll())
    screen = screen_after(table_of(session), events)
    assert isinstance(screen, Board) and screen.clock.running
    assert session.state.teams[screen.team].space > before


def test_what_was_taken_back_lies_still() -> None:
    session = in_memory(2)
    play_until(session, waits_for(ToRespond))
    assert not moving(screen_now(table_of(session), note="Taken back")).clock.running


def test_r9_counters_go_from_the_score_before_to_the_score_after() -> None:
    result = points()()
    assert isinstance(result, Result)
    flights = tuple(flight for flight, _ in result._flights)
    after = result.table.state.teams[result.team].score
    moved = [e for e in result.events if isinstance(e, PointsChanged) and e.team == result.team]
    assert sum(after) - sum(score_at(after, flights, 0)) == sum(event.applied for event in moved)
    assert score_at(after, flights, LONGEST_MS) == after


def test_r4_a_launched_team_is_a_boat_and_no_token() -> None:
    session = in_memory(2)
    play_until(session, lambda state: any(team.launched for team in state.teams))
    team = next(event.team for event in session.events if isinstance(event, TeamLaunched))
    board = Board(table_of(session))
    assert team in board._map._launched()
    assert team not in [number for teams in board._map._standing().values() for number in teams]


def test_r5_the_die_is_not_thrown_where_nothing_moved() -> None:
    session = Session.demonstration(in_memory(2).header.setup, (small_deck((), ()),))
    events = session.act(Roll())
    board = Board(table_of(session), events)
    assert isinstance(board._journey, Journey)
    assert board._launch is None


def test_the_spaces_that_a_roll_can_reach_are_marked() -> None:
    session = in_memory(2, preset="workshop")
    board = Board(table_of(session))
    assert list(board._map.lit) == [1, 2, 3]
    play_until(session, waits_for(ToChooseKind))
    assert not list(Board(table_of(session))._map.lit)


def test_a_blank_window_shows_everything_again_also_after_a_motion(open_window: Callable[..., App]) -> None:
    app, _, screen = in_motion(open_window)
    press(app, pygame.K_SPACE)
    whole = picture(app.window.get_surface())
    app.go(Replace(screen.again()))
    app.step(16)
    app.step(16)
    press(app, pygame.K_b)
    press(app, pygame.K_b)
    settle(app)
    assert picture(app.window.get_surface()) == whole


@pytest.mark.parametrize("scene", [die_and_token, boat, exchange])
def test_a_screen_that_was_left_comes_back_at_rest_and_silent(
    fonts: Fonts, scene: Callable[[], Make]
) -> None:
    shown = moving(scene()())
    surface = opened(shown, look_of(fonts))
    wait(shown, surface)
    last = picture(surface)
    back = moving(shown.again())
    assert back.cue is None and not back.clock.running
    assert picture(opened(back, look_of(fonts))) == last
