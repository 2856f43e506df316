"""Whatever is pressed, nothing raises, and the state is always what the journal says.

With the variable BOOSTER_HAMMER=20x5000 in the environment: 20 seeds of 5,000 events each.
"""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pygame
import pytest
from at_the_set_up import command_line
from at_the_table import core, set_up

from booster.journal import SUFFIX, read_journal
from booster.language import translator
from booster.session import Session, fingerprint
from booster.settings import Settings
from booster.window.app import App
from booster.window.screens.game.next_screen import game_screen
from booster.window.screens.game.play_screen import PlayScreen
from booster.window.screens.title import Title
from booster.window.transition import Push

OpenWindow = Callable[..., App]
SEEDS, EVENTS = (int(n) for n in os.environ.get("BOOSTER_HAMMER", "4x1000").split("x"))

KEYS = (
    *[pygame.K_RETURN, pygame.K_PAGEDOWN, pygame.K_SPACE, pygame.K_TAB] * 9,
    *(pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN, pygame.K_PAGEUP, pygame.K_ESCAPE),
    *(pygame.K_1, pygame.K_2, pygame.K_3, pygame.K_4, pygame.K_HOME, pygame.K_END, pygame.K_BACKSPACE),
    *(pygame.K_u, pygame.K_r, pygame.K_t, pygame.K_l, pygame.K_f, pygame.K_s, pygame.K_b, pygame.K_PERIOD),
    *(pygame.K_F1, pygame.K_F5, pygame.K_F11, pygame.K_DELETE, pygame.K_a, pygame.K_v, pygame.K_PLUS),
)
TEXTS = ("é", "ŝ", "日本", "a\N{COMBINING ACUTE ACCENT}", "\u202e", "\x00", "x" * 300, "🙂", " ", "\n")
SIZES = ((1024, 600), (1280, 720), (1024, 768), (1366, 768))
MODS = (0, 0, 0, 0, 0, 0, pygame.KMOD_LSHIFT, pygame.KMOD_LCTRL)
EVENTS_BETWEEN_RESIZES = 150
EVENTS_BETWEEN_CHECKS = 100


def a_place(rng: Random, app: App) -> tuple[int, int]:
    """The middle of a widget, or anywhere."""
    assert app.screen is not None
    rects = [leaf.rect for leaf in app.screen.form.leaves() if leaf.focusable]
    if rects and rng.random() < 0.8:
        return rng.choice(rects).center
    width, height = app.window.get_surface().get_size()
    return rng.randrange(-5, width + 5), rng.randrange(-5, height + 5)


def post_one(rng: Random, app: App) -> None:
    """Post what a hand, or a cat, may do next."""
    x, y = a_place(rng, app)
    width, height = app.window.get_surface().get_size()
    post = pygame.event.post
    kinds = ("key", "click", "touch", "move", "wheel", "text", "press")
    match rng.choices(kinds, (60, 14, 6, 6, 4, 6, 4))[0]:
        case "key":
            leave = not isinstance(app.screen, PlayScreen) and rng.random() < 0.15
            key = pygame.K_ESCAPE if leave else rng.choice(KEYS)
            letter = chr(key) if 32 < key < 127 else ""
            post(pygame.Event(pygame.KEYDOWN, key=key, mod=rng.choice(MODS), unicode=letter, scancode=0))
        case "click":
            for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
                post(pygame.Event(kind, pos=(x, y), button=rng.choice((1, 1, 1, 2, 3)), touch=False))
        case "touch":
            for kind in (pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP):
                down = (y + rng.randrange(40)) / height
                post(pygame.Event(kind, x=x / width, y=down, dx=0.0, dy=0.0, finger_id=0, touch_id=0))
        case "move":
            post(pygame.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(1, 1), buttons=(0, 0, 0), touch=False))
        case "wheel":
            post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=rng.choice((-3, -1, 1, 3)), touch=False))
        case "text":
            kind = rng.choice((pygame.TEXTINPUT, pygame.TEXTINPUT, pygame.TEXTEDITING))
            post(pygame.Event(kind, text=rng.choice(TEXTS), start=0, length=0))
        case _:
            post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1, touch=False))


def open_games(app: App) -> list[Session]:
    """The sessions with a journal that are open in the window."""
    tables = (screen.table for screen in app._stack if isinstance(screen, PlayScreen))
    return [table.session for table in tables if table.session.journal is not None]


def check_journal(app: App) -> None:
    """Compare the state of the game that is open with the replay of its journal."""
    for session in open_games(app):
        assert session.journal is not None
        reading = read_journal(session.journal.path)
        replayed = Session(reading.header)
        assert replayed._replay(reading) == len(reading.entries)
        assert reading.damaged_line is None
        assert fingerprint(replayed.state) == fingerprint(session.state)


def at_a_game(open_window: OpenWindow, folder: Path, seed: int) -> App:
    """A window on a game of a few teams, over the title."""
    pygame.event.clear()  # what the window before has not answered
    app = open_window(Title(command_line()), (1024, 600), Settings(language="en"))
    app.go(Push(game_screen(a_session(folder, seed), translator("en"))))
    return app


def a_session(folder: Path, seed: int) -> Session:
    """The game that was left, or a new one after the last has ended."""
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        left = Session.resume(path)
        if not left.state.over:
            return left
        left.close()
    return Session.create(set_up(1 + seed % 4, seed=f"HAMMER{seed}"), (core(),), folder)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_random_events_never_raise_and_the_state_is_the_replay_of_the_journal(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "data"))
    rng = Random(f"{seed}/hammer")
    app = at_a_game(open_window, tmp_path, seed)
    for number in range(EVENTS):
        if app.screen is None or (len(app._stack) == 1 and rng.random() < 0.1):
            app = at_a_game(open_window, tmp_path, seed)
        if number % EVENTS_BETWEEN_RESIZES == 0:
            app.window.size = rng.choice(SIZES)
        post_one(rng, app)
        if rng.random() < 0.7:
            app.step(rng.choice((0, 20, 300, 1500)))
        if number % EVENTS_BETWEEN_CHECKS == 0:
            check_journal(app)
    app.step()
    check_journal(app)
    for session in open_games(app):
        session.close()
