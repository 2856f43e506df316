import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from at_the_set_up import command_line
from hands import choose, click_on, leave_game, misfits, press, settle, tab_to
from strategies import small_deck

from booster.engine.actions import Roll
from booster.engine.state import NewTeam, Setup
from booster.language import LANGUAGES, translator
from booster.paths import kept_decks_folder, sessions_folder
from booster.session import Session
from booster.settings import Settings
from booster.window.app import App
from booster.window.screens.cover import PLACE_HIGH, PLACES, SEA, _seen
from booster.window.screens.decks.decks import Decks
from booster.window.screens.game_name import GameName
from booster.window.screens.notice import Notice
from booster.window.screens.saved import SavedGames
from booster.window.screens.setup import SetUp
from booster.window.screens.title import SHORE, Title
from booster.window.text import Fonts, Look
from booster.window.theme import HIGH_CONTRAST, STANDARD, Scale
from booster.window.widgets import Button

OpenWindow = Callable[..., App]
SIZES = ((1280, 720), (1920, 1080), (1024, 768), (3840, 2160), (1024, 600), (2560, 1080))


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def save_game(seed: str, *names: str) -> Path:
    """Leave a game of these teams in the folder after one roll."""
    setup = Setup(tuple(NewTeam(name) for name in names), "discovery", seed)
    session = Session.create(setup, (small_deck(),), sessions_folder())
    session.act(Roll())
    session.close()
    assert session.journal is not None
    return session.journal.path


@pytest.mark.parametrize(
    ("button", "screen"), [("New game", SetUp), ("Decks", Decks), ("Resume", SavedGames)]
)
def test_each_button_leads_where_it_says_and_esc_leads_back(
    open_window: OpenWindow, button: str, screen: type
) -> None:
    save_game("SEED", "Énergie")
    for press_it in (choose, click_on):
        app = open_window(Title(command_line()))
        press_it(app, button)
        assert isinstance(app.screen, screen)
        press(app, pygame.K_ESCAPE)
        assert isinstance(app.screen, Title)


def test_quit_leaves_the_program(open_window: OpenWindow) -> None:
    app = open_window(Title(command_line()))
    choose(app, "Quit")
    assert app.screen is None


def test_esc_does_not_leave_the_program(open_window: OpenWindow) -> None:
    app = open_window(Title(command_line()))
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Title)


def test_the_language_switches_at_once_and_back(open_window: OpenWindow) -> None:
    app = open_window(Title(command_line()))
    tab_to(app, "Language")
    press(app, pygame.K_RIGHT)
    french = translator("fr")
    assert isinstance(app.screen, Title) and app.screen.tr is french
    app.find(french("New game"))
    assert app.screen.form.focused is app.find(french("Language"))
    press(app, pygame.K_LEFT)
    app.find("New game")


def test_resume_says_the_teams_of_the_latest_unfinished_game(open_window: OpenWindow) -> None:
    save_game("ONE", "Énergie", "Réemploi 13", "C", "D", "E", "F")
    app = open_window(Title(command_line()))
    resume = app.find("Resume")
    assert isinstance(resume, Button) and resume.available
    assert "Énergie, Réemploi 13, C, D and 2 more teams" in resume.note


def test_resume_is_not_to_be_pressed_when_nothing_is_saved(open_window: OpenWindow) -> None:
    app = open_window(Title(command_line()))
    choose(app, "Resume")
    assert isinstance(app.screen, Title)
    resume = app.find("Resume")
    assert isinstance(resume, Button) and resume.note == "No game is saved yet."


def test_the_title_looks_for_saved_games_again_when_one_comes_back(open_window: OpenWindow) -> None:
    app = open_window(Title(command_line()))
    choose(app, "Decks")
    save_game("ONE", "Énergie")
    press(app, pygame.K_ESCAPE)
    resume = app.find("Resume")
    assert isinstance(resume, Button) and "Énergie" in resume.note


@pytest.mark.parametrize("how", ["latest", "name", "path"])
def test_resume_on_the_command_line_goes_on_with_the_game(open_window: OpenWindow, how: str) -> None:
    path = save_game("ONE", "Énergie")
    said = {"latest": "", "name": path.stem, "path": str(path)}[how]
    app = open_window(Title(command_line(resume=said)))
    settle(app)
    assert app.screen is not None and not isinstance(app.screen, (Title, Notice))
    leave_game(app)
    assert isinstance(app.screen, Title)


@pytest.mark.parametrize("said", ["", "nowhere"])
def test_resume_on_the_command_line_says_so_when_there_is_no_such_game(
    open_window: OpenWindow, said: str
) -> None:
    app = open_window(Title(command_line(resume=said)))
    settle(app)
    assert isinstance(app.screen, Notice)
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Title)


def test_the_first_frame_needs_neither_decks_nor_pydantic() -> None:
    code = """
import argparse, sys
from booster.language import translator
from booster.window.app import App, open_display
open_display(translator("en"))
from booster.window.screens.title import SHORE, Title
said = dict(language="en", seed=None, teams=None, preset=None, deck=None, resume=None)
assert App("test", Title(argparse.Namespace(**said)), (1280, 720)).step()
print(sorted({"pydantic", "yaml", "booster.session", "booster.decks.model"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")


def test_the_first_frame_is_the_paper_with_its_shore_and_the_sea(display: None) -> None:
    title = Title(command_line())
    app = App("test", title, (1280, 720))
    app.step()
    shown = app.window.get_surface()
    assert tuple(shown.get_at((2, 2)))[:3] == STANDARD.paper
    assert tuple(shown.get_at(title._picture.center))[:3] == SEA
    assert len({tuple(shown.get_at((x, 360))) for x in range(title._paper.right, 720)}) > 4, "sand and foam"
    app.window.destroy()


def test_after_the_first_frame_the_picture_comes_and_the_decks_are_read(display: None) -> None:
    app = App("test", Title(command_line()), (1280, 720))
    picture = (1200, 360)
    assert app.step()
    first = app.window.get_surface().get_at(picture)
    assert first == app.window.get_surface().get_at((1279, 0)) and not kept_decks_folder().exists()
    settle(app)
    assert app.window.get_surface().get_at(picture) != first
    assert len(list(kept_decks_folder().iterdir())) == 1
    app.window.destroy()


@pytest.mark.parametrize("size", SIZES)
def test_the_words_lie_on_the_paper_and_the_picture_has_room_for_all_five_places(
    size: tuple[int, int], fonts: Fonts
) -> None:
    title = Title(command_line())
    title.layout(Look(Scale(*size), fonts))
    assert all(title._paper.contains(widget.rect) for widget in title.form.leaves())
    left, top, scale = _seen(title._picture.size)
    edge = SHORE[0] * size[1] / SHORE[1]
    for name, (x, foot), wide in PLACES:
        across = range(round(edge), title._picture.width)
        assert round((x - left) * scale) in across, name
        assert (foot - wide * PLACE_HIGH - top) * scale >= 0 and (foot - top) * scale <= size[1], name


@pytest.mark.parametrize(
    "name", ["Social Impact Booster", "Impact", "Les leviers de l’innovation sociale: jeu"]
)
@pytest.mark.parametrize("size", [(800, 300), (800, 120), (300, 300)])
def test_the_name_of_the_game_stays_in_its_room(look: Look, name: str, size: tuple[int, int]) -> None:
    surface = pygame.Surface((1000, 500))
    surface.fill(STANDARD.paper)
    room = pygame.Rect((100, 100), size)
    widget = GameName(name)
    widget.place(look, room)
    widget.draw(surface)
    mask = pygame.mask.from_threshold(surface, STANDARD.paper, (1, 1, 1, 255))
    mask.invert()
    drawn = mask.get_bounding_rects()
    assert drawn and room.inflate(8, 8).contains(drawn[0].unionall(drawn[1:]))


def test_the_paper_and_the_picture_are_there_with_high_contrast(open_window: OpenWindow) -> None:
    title = Title(command_line())
    app = open_window(title, settings=Settings(high_contrast=True))
    shown = app.window.get_surface()
    assert tuple(shown.get_at((2, 2)))[:3] == HIGH_CONTRAST.paper
    assert tuple(shown.get_at((title._paper.right, 2)))[:3] == HIGH_CONTRAST.line
    assert tuple(shown.get_at(title._picture.center))[:3] != SEA


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", SIZES)
def test_everything_fits_whatever_the_size_and_the_language(
    size: tuple[int, int], percent: int, fonts: Fonts
) -> None:
    save_game("ONE", *("Énergie citoyenne du pays d’Aix-en-Prov.",) * 6)
    scale = Scale(*size, percent)
    for language in LANGUAGES:
        title = Title(command_line(language=language))
        title.layout(Look(scale, fonts))
        title.draw(pygame.Surface(size))
        title.update(0)
        assert misfits(title, scale) == []


def test_the_credits_name_the_origin_and_the_licence(open_window: OpenWindow) -> None:
    app = open_window(Title(command_line()))
    assert isinstance(app.screen, Title)
    for name in ("+Resilient", "Interreg Med", "Aix-Marseille Université / LEST", "CC BY-SA"):
        assert name in app.screen.credits.name
