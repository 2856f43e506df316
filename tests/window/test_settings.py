from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from at_the_set_up import command_line
from at_the_table import in_memory, play_until, table_of
from hands import choose, click_on, misfits, press, settle, tab_to

from booster.cli import _language
from booster.engine.actions import Roll
from booster.engine.events import CardDrawn
from booster.engine.state import ToRoll
from booster.language import LANGUAGES, translator
from booster.paths import settings_file
from booster.session import Session
from booster.settings import USUAL, Settings, Switch, read_settings, write_settings
from booster.window import app as window
from booster.window.app import App
from booster.window.kept import KeptSettings
from booster.window.screen import Screen
from booster.window.screens.board.board import Board
from booster.window.screens.cards.card import ChallengeCard, ToolCard
from booster.window.screens.colours import Colours
from booster.window.screens.decks.decks import Decks
from booster.window.screens.draft import draft_of
from booster.window.screens.game.exchange import Exchange
from booster.window.screens.game.facilitator import Facilitator
from booster.window.screens.game.hand_over import HandOver
from booster.window.screens.game.late_team import LateTeam
from booster.window.screens.game.log import Log
from booster.window.screens.game.next_screen import screen_now
from booster.window.screens.game.reading import Reading
from booster.window.screens.game.results import Results
from booster.window.screens.game.toolbox import Toolboxes
from booster.window.screens.help import Help
from booster.window.screens.notice import Notice
from booster.window.screens.saved import SavedGames
from booster.window.screens.settings import SettingsPage
from booster.window.screens.setup import SetUp
from booster.window.screens.title import Title
from booster.window.text import Fonts, Look
from booster.window.theme import HIGH_CONTRAST, STANDARD, Scale
from booster.window.transition import Adjust, Push
from booster.window.widgets import CheckBox

OpenWindow = Callable[..., App]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def on_the_title(open_window: OpenWindow) -> Callable[[], App]:
    """Open the window on the title, with a file for the settings."""
    return lambda: open_window(Title(command_line()), settings=USUAL, kept_in=settings_file())


def kept() -> Settings:
    return read_settings(settings_file())[0]


# --- the page


def test_the_page_opens_from_the_title_and_leads_back(on_the_title: Callable[[], App]) -> None:
    app = on_the_title()
    choose(app, "Settings")
    assert isinstance(app.screen, SettingsPage)
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Title)


def test_the_page_opens_in_play_by_its_key_and_leads_back_to_the_same_card(open_window: OpenWindow) -> None:
    session = in_memory()
    session.act(Roll())
    app = open_window(Board(table_of(session)))
    before = app.screen
    press(app, pygame.K_s, "s")
    assert isinstance(app.screen, SettingsPage)
    press(app, pygame.K_ESCAPE)
    assert app.screen is before


@pytest.mark.parametrize(
    "name", ["high_contrast", "reduced_motion", "full_screen", "sound", "hand_over", "ranking"]
)
@pytest.mark.parametrize("by_mouse", [False, True])
def test_each_switch_holds_at_once_and_is_remembered(
    name: Switch, by_mouse: bool, on_the_title: Callable[[], App]
) -> None:
    app = on_the_title()
    choose(app, "Settings")
    assert isinstance(app.screen, SettingsPage)
    box = app.screen.boxes[name]
    before = box.checked
    (click_on if by_mouse else choose)(app, box.name)
    assert app.settings.is_on(name) is not before
    assert app.screen.look.settings == app.settings == kept()
    choose(app, box.name)
    assert app.settings == kept() == USUAL


def test_the_size_of_the_text_is_chosen_and_remembered(on_the_title: Callable[[], App]) -> None:
    app = on_the_title()
    choose(app, "Settings")
    tab_to(app, "Size of the text")
    press(app, pygame.K_RIGHT)
    assert app.screen is not None and app.screen.look.scale.text_percent == 110
    assert kept().text_percent == 110
    press(app, pygame.K_PLUS, mod=pygame.KMOD_CTRL)
    assert isinstance(app.screen, SettingsPage)
    assert (app.screen.size.chosen, kept().text_percent) == (2, 120)


def test_the_language_is_chosen_at_once_on_the_page_and_below_it(on_the_title: Callable[[], App]) -> None:
    app = on_the_title()
    choose(app, "Settings")
    tab_to(app, "Language")
    press(app, pygame.K_RIGHT)
    french = translator("fr")
    assert isinstance(app.screen, SettingsPage) and app.screen.tr is french
    assert app.screen.form.focused is app.find(french("Language"))
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Title) and app.screen.tr is french
    assert kept().language == "fr"


def test_the_language_changes_in_the_middle_of_a_card(open_window: OpenWindow) -> None:
    session = in_memory()
    play_until(session, lambda state: not isinstance(state.waiting, ToRoll))
    app = open_window(Title(command_line()))
    app.go(Push(screen_now(table_of(session))))
    waiting = session.state.waiting
    press(app, pygame.K_s, "s")
    tab_to(app, "Language")
    press(app, pygame.K_RIGHT)
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Board | ChallengeCard | ToolCard)
    assert app.screen.tr is translator("fr")
    assert session.state.waiting == waiting


def test_a_page_over_the_game_makes_way_for_a_game_in_another_language(open_window: OpenWindow) -> None:
    app = open_window(Board(table_of(in_memory())))
    app.go(Push(Log(table_of(in_memory()))))
    app.go(Adjust(replace(app.settings, language="fr")))
    settle(app)
    assert isinstance(app.screen, Board) and app.screen.tr is translator("fr")


# --- what the settings do


def test_without_the_hand_over_the_board_follows_directly(open_window: OpenWindow) -> None:
    session = in_memory()
    app = open_window(HandOver(table_of(session)))
    assert isinstance(app.screen, HandOver)
    app.go(Adjust(replace(app.settings, hand_over=False)))
    settle(app)
    assert isinstance(app.screen, Board)


def test_high_contrast_is_another_theme(fonts: Fonts) -> None:
    scale = Scale(1280, 720)
    assert Look(scale, fonts).theme is STANDARD
    assert Look(scale, fonts, replace(USUAL, high_contrast=True)).theme is HIGH_CONTRAST


def picture(board: Board, look: Look) -> pygame.Surface:
    board.layout(look)
    surface = pygame.Surface((look.width, look.height))
    board.draw(surface)
    return surface


def test_without_the_ranking_no_points_of_the_other_teams_show(fonts: Fonts) -> None:
    session = in_memory(4)
    board = Board(table_of(session))
    colours = {tint.fill for tint in STANDARD.pillars.values()} | {
        tint.deep for tint in STANDARD.pillars.values()
    }

    def coloured(settings: Settings) -> list[bool]:
        surface = picture(board, Look(Scale(1280, 720), fonts, settings))
        return [
            any(
                surface.get_at((x, y))[:3] in colours
                for x in range(cell.left, cell.right, 3)
                for y in range(cell.top, cell.bottom, 3)
            )
            for cell in board._panels.cells
        ]

    assert coloured(USUAL) == [True] * 4
    assert coloured(replace(USUAL, ranking=False)) == [True, False, False, False]


# --- the file


def test_settings_that_cannot_be_saved_are_told_once_and_hold(
    data: Path, on_the_title: Callable[[], App]
) -> None:
    data.write_text("a file in the place of the folder", "utf-8")
    app = on_the_title()
    choose(app, "Settings")
    assert isinstance(app.screen, SettingsPage)
    name = app.screen.boxes["ranking"].name
    choose(app, name)
    assert isinstance(app.screen, Notice)
    assert "cannot be saved" in app.screen.message.name
    choose(app, "Go on")
    box = app.find(name)
    assert isinstance(box, CheckBox) and not box.checked
    choose(app, name)
    assert isinstance(app.screen, SettingsPage)


def run_until_shown(monkeypatch: pytest.MonkeyPatch) -> list[App]:
    """Let `run` open its window, and stop where it would begin to loop."""
    opened: list[App] = []
    monkeypatch.setattr(window, "open_display", lambda tr: None)
    monkeypatch.setattr(pygame, "quit", lambda: None)

    def keep(app: App) -> None:
        opened.append(app)

    monkeypatch.setattr(App, "run", keep)
    assert window.run(command_line()) == 0
    return opened


def test_the_window_opens_with_the_settings_that_were_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    write_settings(settings_file(), Settings(text_percent=140, ranking=False))
    (app,) = run_until_shown(monkeypatch)
    assert app.settings == Settings(language="en", text_percent=140, ranking=False)
    assert isinstance(app.screen, Title)


def test_a_broken_settings_file_is_told_kept_and_replaced(
    monkeypatch: pytest.MonkeyPatch, data: Path
) -> None:
    data.mkdir()
    settings_file().write_text('{"sound": "loud", "ranking": false}', "utf-8")
    (app,) = run_until_shown(monkeypatch)
    assert isinstance(app.screen, Notice)
    assert "“sound”" in app.screen.message.name
    aside = data / "settings.damaged-1.json"
    assert str(aside) in app.screen.message.name and "loud" in aside.read_text("utf-8")
    assert kept() == Settings(language="en", ranking=False)
    settle(app)
    choose(app, "Go on")
    assert isinstance(app.screen, Title)


def test_two_windows_keep_each_others_settings(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    one, two = KeptSettings(USUAL, file), KeptSettings(USUAL, file)
    one.keep(replace(one.now, deck_folders=("/my/deck",)))
    two.keep(replace(two.now, text_percent=120))
    one.keep(replace(one.now, sound=True))
    assert read_settings(file)[0] == Settings(deck_folders=("/my/deck",), text_percent=120, sound=True)
    assert two.now == Settings(text_percent=120)


def test_a_file_that_breaks_meanwhile_gets_the_settings_of_this_window(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    kept = KeptSettings(Settings(sound=True), file)
    file.write_text("{", "utf-8")
    kept.keep(replace(kept.now, text_percent=120))
    assert read_settings(file) == (Settings(sound=True, text_percent=120), None)


def test_the_command_line_speaks_the_language_of_the_settings() -> None:
    write_settings(settings_file(), Settings(language="fr"))
    assert _language([]) == "fr"
    assert _language(["--language", "en"]) == "en"


# --- sizes and help


@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize("percent", [100, 150])
def test_the_page_fits_every_window_and_tab_comes_everywhere(
    fonts: Fonts, language: str, percent: int
) -> None:
    page = SettingsPage(translator(language))
    for size in ((1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (1024, 600), (2560, 1080)):
        scale = Scale(*size, percent)
        page.layout(Look(scale, fonts, Settings(language=language, text_percent=percent)))
        assert misfits(page, scale) == []
        for widget in [leaf for leaf in page.form.leaves() if leaf.focusable]:
            page.form.focus_on(widget)
            assert widget.rect.clip(widget.clip or pygame.Rect(0, 0, *size)) == widget.rect


def test_every_screen_explains_itself_by_f1_in_its_own_words(open_window: OpenWindow) -> None:
    table = table_of(in_memory(2))
    tr, draft = table.tr, draft_of(command_line())
    drawn = next(event for event in played().events if isinstance(event, CardDrawn))

    def board() -> Screen:
        return Board(table)

    screens: tuple[Screen, ...] = (
        Title(command_line()),
        SetUp(draft, tr),
        Decks(draft, tr),
        Colours(draft, 0, tr),
        SavedGames(tr),
        SettingsPage(tr),
        HandOver(table),
        Board(table),
        Facilitator(table, board),
        LateTeam(table, lambda action: None, board),
        Toolboxes(table),
        Log(table),
        Reading(table, drawn, ()),
        Exchange(table),
        Results(table),
    )
    said = []
    for screen in screens:
        app = open_window(screen)
        press(app, pygame.K_F1)
        assert isinstance(app.screen, Help), type(screen).__name__
        said.append(tuple(leaf.name for leaf in app.screen.form.leaves()))
        press(app, pygame.K_RETURN)
        assert app.screen is screen
    assert len(set(said)) == len(said)


def played() -> Session:
    session = in_memory(2)
    play_until(session, lambda state: not isinstance(state.waiting, ToRoll))
    return session
