"""Draw the pictures of the screens that the README shows, into assets/pictures.

    python tests/pictures.py

Every picture is the program’s own, of a game with a fixed seed: drawn at 1280x720, kept smaller.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame
from at_the_set_up import command_line
from at_the_table import core, in_memory, on_disk, play_until, table_of
from hands import choose, press, settle

from booster.engine.actions import Borrow, Roll
from booster.engine.legal import turn_actions
from booster.engine.state import ToChooseKind, ToDecide, ToRespond, ToRoll
from booster.language import translator
from booster.paths import assets_folder, core_deck, sessions_folder
from booster.session import Session
from booster.settings import Settings
from booster.window.app import App, open_display
from booster.window.screen import Screen
from booster.window.screens.decks.decks import Decks
from booster.window.screens.decks.preview import Preview
from booster.window.screens.draft import draft_of
from booster.window.screens.game.exchange import Exchange
from booster.window.screens.game.facilitator import Facilitator
from booster.window.screens.game.log import Log
from booster.window.screens.game.next_screen import game_screen, screen_after, screen_now
from booster.window.screens.game.practice import Practice
from booster.window.screens.game.results import Results
from booster.window.screens.game.toolbox import Toolboxes
from booster.window.screens.saved import SavedGames
from booster.window.screens.settings import SettingsPage
from booster.window.screens.setup import SetUp
from booster.window.screens.title import Title
from booster.window.transition import Replace

SIZE = (1280, 720)
KEPT = (512, 288)
LARGE = ("board",)  # shown alone, and kept as it is drawn


class Camera:
    """A window whose pictures are kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tr = translator("en")
        self.app = App("pictures", Title(command_line()), SIZE, Settings(reduced_motion=True))

    def take(self, name: str, screen: Screen | None = None) -> None:
        """Keep a picture of a screen, or of the one that shows."""
        if screen is not None:
            self.app.go(Replace(screen))
        settle(self.app)
        drawn = self.app.window.get_surface()
        picture = drawn if name in LARGE else pygame.transform.smoothscale(drawn, KEPT)
        pygame.image.save(picture, self.folder / f"{name}.jpg")


def before_the_game(camera: Camera) -> None:
    """The screens around a game."""
    tr, usual = camera.tr, command_line()
    saved = on_disk(sessions_folder())
    play_until(saved, lambda state: state.turn > 5)
    saved.close()
    camera.take("title", Title(usual))
    camera.take("set-up", SetUp(draft_of(usual), tr))
    camera.take("saved-games", SavedGames(tr))
    camera.take("decks", Decks(draft_of(usual), tr))
    camera.take("preview", Preview(core_deck(), tr))
    camera.take("settings", SettingsPage(tr))
    camera.take("practice-turn", Practice(core(), tr))


def a_game(camera: Camera) -> None:
    """A game from the first hand-over to the results."""
    session = in_memory(4, preset="workshop")
    play_until(session, lambda state: state.turn > 16 and isinstance(state.waiting, ToRoll))
    camera.take("hand-over", game_screen(session, camera.tr))
    camera.take("board", screen_after(table_of(session), session.act(Roll())))
    play_until(session, lambda state: isinstance(state.waiting, ToRespond))
    camera.take("challenge", screen_now(table_of(session)))
    camera.take("result", screen_after(table_of(session), session.act(turn_actions(session.state)[0])))
    play_until(session, lambda state: isinstance(state.waiting, ToDecide))
    camera.take("tool", screen_now(table_of(session)))
    play_until(session, lambda state: isinstance(state.waiting, ToChooseKind))
    camera.take("choice", screen_now(table_of(session)))
    play_until(session, lambda state: any(isinstance(action, Borrow) for action in turn_actions(state)))
    camera.take("borrowed-tool", screen_now(table_of(session)))
    beside_the_game(camera, session)
    play_until(session, lambda state: state.over)
    camera.take("exchange", Exchange(table_of(session)))
    camera.take("results", Results(table_of(session)))


def beside_the_game(camera: Camera, session: Session) -> None:
    """What can be opened while a team plays."""
    table = table_of(session)
    press(camera.app, pygame.K_F1)
    camera.take("help")
    press(camera.app, pygame.K_ESCAPE)
    camera.take("log", Log(table))
    camera.take("toolboxes", Toolboxes(table))
    camera.take("facilitator", Facilitator(table, lambda: screen_now(table)))
    choose(camera.app, "Correct a score…")
    camera.take("correct-a-score")


def main() -> None:
    """Take all pictures anew."""
    with TemporaryDirectory(prefix="booster-") as folder:
        os.environ["BOOSTER_DATA"] = folder
        open_display(translator("en"))
        camera = Camera(assets_folder() / "pictures")
        before_the_game(camera)
        a_game(camera)


if __name__ == "__main__":
    main()
