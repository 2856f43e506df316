"""A presenter's clicker: forward, back, black, start and end. And the sounds."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from at_the_table import in_memory, play_until, table_of
from hands import press, settle, tab_to, type_text

from booster.engine.state import ToRespond, ToRoll
from booster.paths import assets_folder
from booster.settings import USUAL
from booster.window.app import App
from booster.window.screens.board.board import Board
from booster.window.screens.cards.card import ChallengeCard
from booster.window.screens.cards.result import Result
from booster.window.screens.game.hand_over import HandOver
from booster.window.screens.game.late_team import LateTeam
from booster.window.screens.game.next_screen import screen_now
from booster.window.sound import Sounds
from booster.window.text import Look
from booster.window.transition import stay
from booster.window.widgets import Button, TextBox, TextField

OpenWindow = Callable[..., App]
WITH_SOUND = USUAL.switched("sound", True).switched("reduced_motion", True)


def is_black(app: App) -> bool:
    return not any(pygame.image.tobytes(app.window.get_surface(), "RGB"))


# --- forward and back


def test_forward_plays_a_whole_turn(open_window: OpenWindow) -> None:
    session = in_memory(2)
    app = open_window(HandOver(table_of(session)))
    for _ in range(12):
        if session.state.turn > 1:
            break
        press(app, pygame.K_PAGEDOWN)
    assert session.state.turn == 2


def test_forward_marks_a_response_before_it_chooses_one_and_back_moves_the_mark(
    open_window: OpenWindow,
) -> None:
    session = in_memory(2)
    play_until(session, lambda state: isinstance(state.waiting, ToRespond))
    app = open_window(screen_now(table_of(session)), (1920, 1080))
    screen = app.screen
    assert isinstance(screen, ChallengeCard)
    able = [leaf for leaf in screen.form.leaves() if isinstance(leaf, Button) and leaf.number]
    assert screen.form.focused is None
    press(app, pygame.K_PAGEDOWN)
    assert app.screen is screen and screen.form.focused is able[0]
    press(app, pygame.K_PAGEUP)
    assert app.screen is screen and screen.form.focused is able[1]
    assert able[1].available
    press(app, pygame.K_PAGEDOWN)
    assert isinstance(app.screen, Result)


def test_back_turns_a_page_back_before_it_moves_on(look: Look) -> None:
    box = TextBox(("word " * 4000,))
    box.place(look, pygame.Rect(0, 0, 800, 400))
    back = pygame.Event(pygame.KEYDOWN, key=pygame.K_PAGEUP, mod=0, unicode="")
    forward = pygame.Event(pygame.KEYDOWN, key=pygame.K_PAGEDOWN, mod=0, unicode="")
    assert box.on_key(forward) is None and box.page == 1
    assert box.on_key(back) is None and box.page == 0
    assert box.on_key(back) is not None


# --- black


@pytest.mark.parametrize(
    ("key", "letter"), [(pygame.K_b, "b"), (pygame.K_PERIOD, "."), (pygame.K_SEMICOLON, ".")]
)
def test_black_hides_the_picture_until_the_next_key_which_does_nothing_else(
    open_window: OpenWindow, key: int, letter: str
) -> None:
    session = in_memory()
    app = open_window(Board(table_of(session)))
    press(app, key, letter)
    assert is_black(app)
    assert app.step(50) is False
    press(app, pygame.K_RETURN)
    assert not is_black(app)
    assert session.state.waiting == ToRoll()
    press(app, pygame.K_RETURN)
    assert session.state.waiting != ToRoll()


def test_a_click_or_a_finger_ends_the_black_and_presses_nothing(open_window: OpenWindow) -> None:
    session = in_memory()
    app = open_window(Board(table_of(session)))
    x, y = app.find("Roll the die").rect.center
    for kind, said in (
        (pygame.MOUSEBUTTONDOWN, {"pos": (x, y), "button": 1, "touch": False}),
        (pygame.FINGERDOWN, {"x": x / 1280, "y": y / 720, "dx": 0, "dy": 0, "finger_id": 0, "touch_id": 0}),
    ):
        press(app, pygame.K_b, "b")
        pygame.event.post(pygame.Event(kind, said))
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=(x, y), button=1, touch=False))
        settle(app)
        assert not is_black(app)
    assert session.state.waiting == ToRoll()


def test_letters_and_full_stops_are_typed_in_a_field(open_window: OpenWindow) -> None:
    table = table_of(in_memory())
    app = open_window(LateTeam(table, lambda action: stay(), lambda: Board(table)))
    assert app.screen is not None
    field = next(leaf for leaf in app.screen.form.leaves() if isinstance(leaf, TextField))
    tab_to(app, field.name)
    press(app, pygame.K_a, mod=pygame.KMOD_CTRL)
    for key, letter in ((pygame.K_b, "b"), (pygame.K_PERIOD, ".")):
        press(app, key, letter)
        pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=letter))
        settle(app)
    assert field.text == "b."
    assert not is_black(app)


def test_accents_dead_keys_and_input_methods_type_in_a_field(open_window: OpenWindow) -> None:
    table = table_of(in_memory())
    app = open_window(LateTeam(table, lambda action: stay(), lambda: Board(table)))
    assert app.screen is not None
    field = next(leaf for leaf in app.screen.form.leaves() if isinstance(leaf, TextField))
    tab_to(app, field.name)
    press(app, pygame.K_a, mod=pygame.KMOD_CTRL)
    pygame.event.post(pygame.Event(pygame.TEXTEDITING, text="^", start=0, length=1))
    settle(app)
    press(app, pygame.K_RETURN)  # the input method's own
    assert field.focused and field.composing == "^"
    pygame.event.post(pygame.Event(pygame.TEXTINPUT, text="ê"))
    settle(app)
    type_text(app, "Ü")
    assert (field.text, field.composing) == ("êÜ", "")


# --- start and end


def test_start_fills_the_screen_and_end_leaves_full_screen_and_no_more(open_window: OpenWindow) -> None:
    app = open_window(Board(table_of(in_memory())))
    shown = app.screen
    press(app, pygame.K_F5)
    assert app.fills_screen
    press(app, pygame.K_ESCAPE)
    assert not app.fills_screen
    assert app.screen is shown
    press(app, pygame.K_ESCAPE)
    assert app.screen is None


def test_esc_in_the_full_screen_of_f11_goes_back_as_ever(open_window: OpenWindow) -> None:
    app = open_window(Board(table_of(in_memory())))
    press(app, pygame.K_F11)
    press(app, pygame.K_l, "l")
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Board)
    assert app.fills_screen


# --- sounds


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The cues that were asked for."""
    cues: list[str] = []
    monkeypatch.setattr(Sounds, "play", lambda sounds, cue: cues.append(cue))
    return cues


def test_a_turn_makes_its_sounds_when_they_are_on(open_window: OpenWindow, played: list[str]) -> None:
    session = in_memory(2)
    app = open_window(HandOver(table_of(session)), settings=WITH_SOUND)
    for _ in range(12):
        if session.state.turn > 1 and isinstance(app.screen, HandOver):
            break
        press(app, pygame.K_RETURN)
    assert played == ["die", "card", "points", "turn"]


def test_sounds_are_off_unless_they_are_switched_on(open_window: OpenWindow, played: list[str]) -> None:
    app = open_window(HandOver(table_of(in_memory(2))))
    for _ in range(6):
        press(app, pygame.K_RETURN)
    assert played == []
    assert not pygame.mixer.get_init()


@pytest.mark.parametrize("cue", ["turn", "die", "card", "points", "launch", "exchange"])
def test_every_cue_is_a_short_sound(cue: str) -> None:
    pygame.mixer.init()
    try:
        sound = pygame.mixer.Sound(assets_folder() / "sounds" / f"{cue}.ogg")
        assert 0.2 < sound.get_length() < 1.5
    finally:
        pygame.mixer.quit()


def test_the_cues_are_small() -> None:
    assert sum(file.stat().st_size for file in (assets_folder() / "sounds").iterdir()) < 60_000


def test_without_a_sound_device_there_is_silence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def no_device() -> None:
        raise pygame.error("no device")

    monkeypatch.setattr(pygame.mixer, "init", no_device)
    sounds = Sounds(assets_folder() / "sounds")
    sounds.play("turn")
    sounds.stop()


def test_without_the_files_there_is_silence(tmp_path: Path) -> None:
    sounds = Sounds(tmp_path)
    sounds.play("turn")
    sounds.play("turn")
    sounds.stop()
    assert not pygame.mixer.get_init()
