from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from hands import choose, click_on, leave_game, misfits, press
from session_files import change_header
from strategies import small_deck

from booster.engine.actions import EndGame, Roll
from booster.engine.state import NewTeam, Setup
from booster.journal import read_journal
from booster.journal.format import FORMAT
from booster.language import LANGUAGES, translator
from booster.paths import sessions_folder
from booster.session import Session
from booster.window.app import App
from booster.window.screens.notice import Notice
from booster.window.screens.saved import SavedGames, asked_for, opening, when_words
from booster.window.text import Fonts, Look
from booster.window.theme import Scale
from booster.window.widgets import Button

OpenWindow = Callable[..., App]
SIZES = ((1280, 720), (1920, 1080), (1024, 768), (3840, 2160), (1024, 600), (2560, 1080))
EN = translator("en")


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def begin(seed: str, *names: str) -> Session:
    setup = Setup(tuple(NewTeam(name) for name in names), "discovery", seed)
    return Session.create(setup, (small_deck(),), sessions_folder())


def saved_game(seed: str = "SEED", *names: str, over: bool = False) -> Path:
    """Leave a game in the folder after three actions, or after its end."""
    session = begin(seed, *(names or ("Énergie", "Réemploi 13")))
    for _ in range(3):
        session.act(session.legal_actions()[0])
    if over:
        session.act(EndGame())
    session.close()
    assert session.journal is not None
    return session.journal.path


def damage(path: Path, line: int) -> bytes:
    """Change a letter in a line, counted from 1 (the header); return the whole damaged content."""
    lines = path.read_bytes().split(b"\n")
    lines[line - 1] = lines[line - 1].replace(b'"', b"'", 1)
    path.write_bytes(b"\n".join(lines))
    return path.read_bytes()


def game_goes_on(app: App, path: Path, lines: int) -> None:
    """Check that a game is on the screen, and leave it; its file then holds so many actions."""
    assert app.screen is not None and not isinstance(app.screen, (Notice, SavedGames))
    leave_game(app)
    assert app.screen is None
    assert len(read_journal(path).entries) == lines


@pytest.mark.parametrize("press_it", [choose, click_on])
def test_a_saved_game_goes_on(open_window: OpenWindow, press_it: Callable[[App, str], None]) -> None:
    path = saved_game()
    app = open_window(SavedGames(EN))
    made = when_words(read_journal(path).header.made, EN)
    press_it(app, f"Énergie, Réemploi 13, {made}")
    game_goes_on(app, path, lines=3)


def test_a_game_says_its_teams_its_turn_its_seed_and_whether_it_is_over(open_window: OpenWindow) -> None:
    saved_game("ONGOING", "Un")
    saved_game("ENDED", "Deux", over=True)
    app = open_window(SavedGames(EN))
    assert app.screen is not None
    notes = {leaf.text: leaf.note for leaf in app.screen.form.leaves() if isinstance(leaf, Button)}
    assert "seed ONGOING" in notes["Un"] and "turn" in notes["Un"]
    assert "seed ENDED" in notes["Deux"] and "finished" in notes["Deux"]


def test_a_file_that_is_no_game_is_listed_with_the_reason_and_cannot_be_pressed(
    open_window: OpenWindow,
) -> None:
    sessions_folder().mkdir(parents=True)
    (sessions_folder() / "notes.booster").write_text("my notes")
    app = open_window(SavedGames(EN))
    button = app.find("notes.booster")
    assert isinstance(button, Button)
    assert button.locked == "notes.booster does not hold a saved session, or its beginning is damaged."
    choose(app, "notes.booster")
    assert isinstance(app.screen, SavedGames)


def test_a_game_of_a_newer_version_is_listed_with_the_reason(open_window: OpenWindow) -> None:
    path = saved_game()
    change_header(path, format=FORMAT + 1)
    before = path.read_bytes()
    app = open_window(SavedGames(EN))
    button = app.find(path.name)
    assert isinstance(button, Button) and button.locked and "newer version" in button.locked
    assert path.read_bytes() == before


def test_resume_on_the_command_line_takes_a_path_a_name_and_the_latest(open_window: OpenWindow) -> None:
    path = saved_game()
    saved_game("OVER", over=True)
    for asked in (str(path), path.name, path.stem, ""):
        game_goes_on(open_window(asked_for(asked, EN)), path, lines=3)


@pytest.mark.parametrize("asked", ["gone", "/", "x" * 300, "\0"], ids=["gone", "root", "long", "null"])
def test_a_name_of_no_session_is_one_sentence(open_window: OpenWindow, asked: str) -> None:
    app = open_window(asked_for(asked, EN))
    assert isinstance(app.screen, Notice)
    assert app.screen.message.name.startswith("There is no session “")


def test_without_an_unfinished_game_there_is_nothing_to_resume(open_window: OpenWindow) -> None:
    saved_game("OVER", over=True)
    app = open_window(asked_for("", EN))
    assert isinstance(app.screen, Notice)
    assert app.screen.message.name == "No unfinished game is saved yet."


@pytest.mark.parametrize("press_it", [choose, click_on])
def test_a_damaged_game_says_its_line_and_goes_on_from_before_it(
    open_window: OpenWindow, press_it: Callable[[App, str], None]
) -> None:
    path = saved_game()
    damaged = damage(path, line=3)
    app = open_window(opening(path, EN))
    assert isinstance(app.screen, Notice)
    assert f"{path.name} is damaged at line 3." in app.screen.message.name
    press_it(app, "Play on from before the damage")
    game_goes_on(app, path, lines=1)
    assert path.with_name(f"{path.name}.damaged-1").read_bytes() == damaged


def test_a_damaged_game_can_be_left_as_it_is(open_window: OpenWindow) -> None:
    path = saved_game()
    damaged = damage(path, line=3)
    app = open_window(opening(path, EN))
    choose(app, "Leave it as it is")
    assert isinstance(app.screen, SavedGames)
    assert path.read_bytes() == damaged
    assert list(sessions_folder().iterdir()) == [path]


def test_a_cut_last_action_is_said_once(open_window: OpenWindow) -> None:
    path = saved_game()
    path.write_bytes(path.read_bytes()[:-10])
    app = open_window(opening(path, EN))
    assert isinstance(app.screen, Notice) and "missing" in app.screen.message.name
    choose(app, "Play on")
    game_goes_on(app, path, lines=2)
    app = open_window(opening(path, EN))
    game_goes_on(app, path, lines=2)


def test_a_game_that_is_played_elsewhere_says_so(open_window: OpenWindow) -> None:
    session = begin("SEED", "Énergie")
    session.act(Roll())
    assert session.journal is not None
    app = open_window(opening(session.journal.path, EN))
    session.close()
    assert isinstance(app.screen, Notice)
    assert "another window" in app.screen.message.name
    choose(app, "Saved games")
    assert isinstance(app.screen, SavedGames)


def test_a_game_whose_file_has_gone_says_so(open_window: OpenWindow) -> None:
    path = saved_game()
    app = open_window(SavedGames(EN))
    path.unlink()
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Notice)
    assert path.name in app.screen.message.name


def test_an_empty_list_says_so(open_window: OpenWindow) -> None:
    app = open_window(SavedGames(EN))
    app.find("No game is saved yet.")
    choose(app, "Back")
    assert app.screen is None


def test_when_names_the_day_and_the_hour() -> None:
    assert when_words("2026-11-05T14:02:33+01:00", EN) == "5 November 2026, 14:02"


def test_when_repeats_what_is_no_date() -> None:
    assert when_words("yesterday", EN) == "yesterday"


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", SIZES)
def test_everything_fits_whatever_the_size_and_the_language(
    size: tuple[int, int], percent: int, fonts: Fonts
) -> None:
    for number in range(8):
        saved_game(f"S{number}", *("Énergie citoyenne du pays d’Aix-en-Prov.",) * 6)
    (sessions_folder() / "notes.booster").write_text("my notes")
    damaged = saved_game("DAMAGED")
    damage(damaged, line=3)
    scale = Scale(*size, percent)
    for language in LANGUAGES:
        tr = translator(language)
        for screen in (SavedGames(tr), opening(damaged, tr), opening(damaged.with_name("gone"), tr)):
            screen.layout(Look(scale, fonts))
            assert misfits(screen, scale) == []
