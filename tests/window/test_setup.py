from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from at_the_set_up import command_line, draft_in, go_to_set_up, leave, put_deck, start, the_only_game
from hands import choose, click, click_on, press, tab_to, type_text

from booster.engine.setup import expected_minutes
from booster.language import translator
from booster.limits import MOST_TEAMS, PRESETS
from booster.names import time_words
from booster.window.app import App
from booster.window.screens.colours import Colours
from booster.window.screens.decks.shelf import found_decks
from booster.window.screens.notice import Notice
from booster.window.screens.setup import SetUp
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


def test_enter_goes_from_field_to_field_and_to_the_start_and_changes_nothing(
    open_window: OpenWindow,
) -> None:
    app = go_to_set_up(open_window, teams=2)
    draft = draft_in(app)
    before = (draft.count, draft.preset, draft.seed, draft.decks)
    seen: list[str] = []
    while not seen or seen[-1] != "Start":
        press(app, pygame.K_RETURN)
        assert isinstance(app.screen, SetUp) and app.screen.form.focused is not None
        seen.append(app.screen.form.focused.name)
    assert seen == [
        *(f"The {what} of Team {letter}" for letter in "AB" for what in ("name", "project")),
        "Length of the game",
        "Seed",
        "Start",
    ]
    assert (draft.count, draft.preset, draft.seed, draft.decks) == before
    press(app, pygame.K_RETURN)
    leave(app)
    assert len(the_only_game().teams) == 2


def test_the_length_is_chosen_by_up_and_down_where_it_is_a_list(open_window: OpenWindow) -> None:
    app = go_to_set_up(open_window)
    tab_to(app, "Length of the game")
    length = app.find("Length of the game")
    assert isinstance(length, Choice)
    seen = []
    for key in (pygame.K_DOWN, pygame.K_UP, pygame.K_UP):
        press(app, key)
        seen.append(PRESETS[length.chosen])
    assert length.focused
    assert seen == ["full", "workshop", "discovery"]


def test_a_project_of_forty_letters_is_seen_whole_on_a_large_window(
    open_window: OpenWindow,
) -> None:
    app = go_to_set_up(open_window, LARGE)
    tab_to(app, "The project of Team A")
    type_text(app, "Un frigo partagé dans chaque immeuble !")
    field = app.find("The project of Team A")
    assert isinstance(field, TextField) and field._scrolled == 0


def test_nothing_scrolls_on_a_large_window(open_window: OpenWindow) -> None:
    app = go_to_set_up(open_window, LARGE, language="fr")
    assert isinstance(app.screen, SetUp)
    for area in (app.screen.teams, app.screen.settings):
        assert not area.scroll(1000)


def test_a_game_that_is_too_long_for_so_many_teams_comes_with_advice(open_window: OpenWindow) -> None:
    advice = "Advice: 6 teams or fewer in a game."
    for teams, advised in ((6, False), (12, True)):
        app = go_to_set_up(open_window, teams=teams, preset="full")
        assert app.screen is not None
        said = [leaf.name for leaf in app.screen.form.leaves()]
        assert any(advice in words for words in said) is advised


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
            minutes = expected_minutes(deck, deck.path.presets[preset], count)
            assert option.endswith(f": {time_words(minutes, translator('en'))}")
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
