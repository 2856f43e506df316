from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from at_the_set_up import command_line, draft_in, go_to_set_up, leave, put_deck, start, the_only_game
from hands import choose, click, click_on, press, tab_to, type_text

from booster.decks.model import PRESETS
from booster.engine.setup import expected_minutes
from booster.language import translator
from booster.window.app import App
from booster.window.screens.colours import Colours
from booster.window.screens.draft import MOST_TEAMS
from booster.window.screens.notice import Notice
from booster.window.screens.shelf import found_decks
from booster.window.screens.title import Title
from booster.window.widgets import CheckBox, Choice, ScrollArea, TextField

OpenWindow = Callable[..., App]
NAMES = ("Vélo Pour Tous", "Le Potager Partagé", "Réemploi 13", "Café des Voisins")
LARGE = (1920, 1080)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def test_r1_a_game_of_four_teams_is_set_up_and_started_by_keyboard_alone(
    open_window: OpenWindow,
) -> None:
    app = go_to_set_up(open_window)
    for letter, name in zip("ABCD", NAMES, strict=True):
        tab_to(app, f"The name of Team {letter}")
        type_text(app, name)
    tab_to(app, "The project of Team B")
    type_text(app, "Nourrir le quartier, été comme hiver")
    tab_to(app, "Length of the game")
    press(app, pygame.K_LEFT)
    start(app)

    header = the_only_game()
    assert [team.name for team in header.teams] == list(NAMES)
    assert header.teams[1].project == "Nourrir le quartier, été comme hiver"
    assert len({team.colour for team in header.teams}) == 4
    assert header.preset == "discovery"


def test_r1_a_game_is_set_up_and_started_by_mouse_alone(open_window: OpenWindow) -> None:
    app = open_window(Title(command_line()), LARGE)
    click_on(app, "New game")
    count = app.find("Number of teams")
    assert isinstance(count, Choice)
    click(app, count.cell(2).center)
    click_on(app, "The colour of Team A")
    click_on(app, "Violet")
    click_on(app, "Start")
    leave(app)

    header = the_only_game()
    assert [team.name for team in header.teams] == ["Team A", "Team B", "Team C"]
    assert [team.colour for team in header.teams] == [8, 1, 2]


def test_r1_an_empty_name_is_played_as_the_letter_in_the_language(open_window: OpenWindow) -> None:
    app = go_to_set_up(open_window, language="fr", teams=2)
    tab_to(app, translator("fr")("The name of {team}", team=translator("fr")("Team {letter}", letter="A")))
    type_text(app, "   ")
    press(app, pygame.K_TAB)
    start(app)
    assert [team.name for team in the_only_game().teams] == [
        translator("fr")("Team {letter}", letter=letter) for letter in "AB"
    ]


def test_going_back_keeps_everything_that_was_typed(open_window: OpenWindow) -> None:
    app = go_to_set_up(open_window)
    tab_to(app, "The name of Team A")
    type_text(app, "Énergie")
    tab_to(app, "Number of teams")
    press(app, pygame.K_RIGHT)
    tab_to(app, "Seed")
    press(app, pygame.K_a, mod=pygame.KMOD_CTRL)
    type_text(app, "LYON")
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Title)
    choose(app, "New game")

    name, seed, count = app.find("The name of Team A"), app.find("Seed"), app.find("Number of teams")
    assert isinstance(name, TextField) and name.text == "Énergie"
    assert isinstance(seed, TextField) and seed.text == "LYON"
    assert isinstance(count, Choice) and count.chosen + 1 == 5


def test_fewer_teams_then_more_again_keeps_their_names(open_window: OpenWindow) -> None:
    app = go_to_set_up(open_window)
    tab_to(app, "The name of Team D")
    type_text(app, "Quatre")
    tab_to(app, "Number of teams")
    press(app, pygame.K_LEFT)
    with pytest.raises(KeyError):
        app.find("The name of Team D")
    press(app, pygame.K_RIGHT)
    name = app.find("The name of Team D")
    assert isinstance(name, TextField) and name.text == "Quatre"


def test_changing_the_language_in_the_set_up_keeps_what_was_typed_and_holds_for_the_title(
    open_window: OpenWindow,
) -> None:
    app = go_to_set_up(open_window)
    tab_to(app, "The name of Team A")
    type_text(app, "Énergie")
    tab_to(app, "Language")
    press(app, pygame.K_RIGHT)
    assert draft_in(app).teams[0].name == "Énergie"
    assert app.screen is not None and app.screen.form.focused is app.find(translator("fr")("Language"))
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Title) and app.screen.tr.language == "fr"
    app.find(translator("fr")("New game"))


def test_a_colour_that_another_team_has_is_exchanged(open_window: OpenWindow) -> None:
    app = go_to_set_up(open_window)
    before = [team.colour for team in draft_in(app).teams]
    choose(app, "The colour of Team A")
    assert isinstance(app.screen, Colours)
    choose(app, "Coral")
    after = [team.colour for team in draft_in(app).teams]
    assert (after[0], after[3]) == (before[3], before[0])
    assert sorted(after) == list(range(MOST_TEAMS))


def test_r2_each_length_is_shown_with_its_minutes_for_this_number_of_teams(
    open_window: OpenWindow,
) -> None:
    app = go_to_set_up(open_window, teams=3)
    deck = found_decks(())[0].deck
    assert deck is not None
    length = app.find("Length of the game")
    for count in (3, 4):
        assert isinstance(length, Choice)
        for option, preset in zip(length.options, PRESETS, strict=True):
            assert f" {expected_minutes(deck, deck.path.presets[preset], count)} " in option
        tab_to(app, "Number of teams")
        press(app, pygame.K_RIGHT)


def test_the_command_line_fills_the_set_up_in(open_window: OpenWindow, data: Path) -> None:
    folder = put_deck("ours")
    app = go_to_set_up(open_window, seed="demo", teams=7, preset="full", deck=[folder])
    count, length = app.find("Number of teams"), app.find("Length of the game")
    seed, deck = app.find("Seed"), app.find("Deck ours (Français)")
    assert isinstance(count, Choice) and count.chosen + 1 == 7
    assert isinstance(length, Choice) and PRESETS[length.chosen] == "full"
    assert isinstance(seed, TextField) and seed.text == "DEMO"
    assert isinstance(deck, CheckBox) and deck.checked
    assert draft_in(app).decks == (folder,)


def test_r13_the_seed_that_is_typed_is_the_seed_that_is_played(open_window: OpenWindow) -> None:
    app = go_to_set_up(open_window)
    tab_to(app, "Seed")
    press(app, pygame.K_a, mod=pygame.KMOD_CTRL)
    type_text(app, "aix 2021")
    start(app)
    assert the_only_game().seed == "AIX2021"


def test_a_folder_that_cannot_be_written_says_so_and_loses_nothing(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = go_to_set_up(open_window)
    tab_to(app, "The name of Team A")
    type_text(app, "Énergie")
    seed = draft_in(app).seed
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "file"))
    choose(app, "Start")
    assert isinstance(app.screen, Notice)
    assert "BOOSTER_DATA" in app.screen.message.name
    choose(app, "Back to the set-up")
    name = app.find("The name of Team A")
    assert isinstance(name, TextField) and name.text == "Énergie"
    assert draft_in(app).seed == seed
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "elsewhere"))
    start(app)
    assert the_only_game().teams[0].name == "Énergie"


def test_after_a_start_the_next_game_gets_a_new_seed(open_window: OpenWindow) -> None:
    app = go_to_set_up(open_window, seed="FIRST")
    start(app)
    choose(app, "New game")
    assert draft_in(app).seed not in ("", "FIRST")


def test_the_last_of_twelve_teams_is_scrolled_to_by_tab_and_by_wheel(open_window: OpenWindow) -> None:
    app = go_to_set_up(open_window, (1024, 600), teams=12)
    area, last = app.find("Teams"), app.find("The name of Team L")
    assert isinstance(area, ScrollArea) and last.rect.top > area.rect.bottom
    tab_to(app, "The name of Team L")
    assert area.rect.contains(last.rect)
    while last.rect.top < area.rect.bottom:
        before = last.rect.top
        pygame.event.post(pygame.Event(pygame.MOUSEWHEEL, x=0, y=1))
        press(app, 0)
        assert last.rect.top > before
