import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame
import pytest

from booster.language import translator
from booster.paths import assets_folder
from booster.settings import Settings
from booster.window.app import App, open_display
from booster.window.screen import Screen
from booster.window.text import Fonts, Look
from booster.window.theme import Scale

OpenWindow = Callable[..., App]
STILL = Settings(reduced_motion=True)


@pytest.fixture(scope="session", autouse=True)
def display() -> Iterator[None]:
    open_display(translator("en"))
    window = pygame.Window("tests", (1280, 720))
    window.get_surface()
    yield
    window.destroy()
    pygame.quit()


@pytest.fixture(scope="session")
def fonts(display: None) -> Fonts:
    return Fonts(assets_folder() / "fonts")


@pytest.fixture(scope="session")
def look(fonts: Fonts) -> Look:
    return Look(Scale(1920, 1080), fonts)


@pytest.fixture
def open_window(display: None) -> Iterator[OpenWindow]:
    """Open an App on a screen, settled: what the window system says at the start is answered.

    Nothing moves in it, unless the settings ask for that.
    """
    opened: list[App] = []

    def open_one(
        screen: Screen,
        size: tuple[int, int] = (1280, 720),
        settings: Settings = STILL,
        kept_in: Path | None = None,
    ) -> App:
        app = App("tests", screen, size, settings, kept_in)
        opened.append(app)
        while app.step():
            pass
        return app

    yield open_one
    for app in opened:
        app.window.destroy()
    pygame.event.clear()
