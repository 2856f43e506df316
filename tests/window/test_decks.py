from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from at_the_set_up import command_line, draft_in, go_to_set_up, put_deck, start, the_only_game
from hands import choose, press

from booster.paths import core_deck, sessions_folder
from booster.window.app import App
from booster.window.screens.decks import Decks
from booster.window.screens.setup import SetUp
from booster.window.screens.title import Title
from booster.window.widgets import Button, CheckBox

OpenWindow = Callable[..., App]
LARGE = (1920, 1080)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BOOSTER_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def test_the_core_deck_is_ticked_at_first(open_window: OpenWindow) -> None:
    assert draft_in(go_to_set_up(open_window)).decks == (core_deck().resolve(),)


def test_several_decks_are_played_together(open_window: OpenWindow) -> None:
    put_deck("ours")
    app = go_to_set_up(open_window)
    choose(app, "Deck ours (Français)")
    start(app)
    assert [deck.info.id for deck in the_only_game().decks] == ["core", "ours"]


def test_no_deck_says_so_beside_the_decks_and_does_not_start(open_window: OpenWindow) -> None:
    app = go_to_set_up(open_window)
    (ticked,) = (box for box in draft_boxes(app) if box.checked)
    choose(app, ticked.name)
    choose(app, "Start")
    app.find("Choose at least one deck.")
    assert app.screen is not None and app.screen.form.focused is ticked
    assert not sessions_folder().exists()
    press(app, pygame.K_RETURN)
    start(app)
    assert the_only_game()


def draft_boxes(app: App) -> list[CheckBox]:
    assert app.screen is not None
    return [leaf for leaf in app.screen.form.leaves() if isinstance(leaf, CheckBox)]


def test_decks_that_share_a_card_are_refused_in_one_sentence(open_window: OpenWindow) -> None:
    put_deck("one")
    tools = "- {id: one-tool, stage: ideation, title: Un outil, what: Une méthode, steps: [Un pas]}\n"
    put_deck("two", tools=tools)
    app = go_to_set_up(open_window)
    choose(app, "Deck one (Français)")
    choose(app, "Deck two (Français)")
    app.find("The decks “Deck one” and “Deck two” both have a card “one-tool”: play them one at a time.")
    choose(app, "Start")
    assert isinstance(app.screen, SetUp)


def test_a_broken_deck_is_shown_in_the_set_up_but_cannot_be_ticked(open_window: OpenWindow) -> None:
    folder = put_deck("broken", tools="- {id: x, stage: ideatoin, title: T, what: W, steps: [S]}\n")
    app = go_to_set_up(open_window)
    choose(app, "broken")
    assert folder not in draft_in(app).decks
    button = app.find("broken")
    assert isinstance(button, Button) and button.locked


def test_a_broken_deck_is_listed_with_its_file_its_line_and_what_to_do(open_window: OpenWindow) -> None:
    put_deck("broken", tools="\n\n- {id: x, stage: ideatoin, title: T, what: W, steps: [S]}\n")
    app = open_window(Title(command_line()), LARGE)
    choose(app, "Decks")
    button = app.find("broken")
    assert isinstance(button, Button) and button.locked
    assert "tools.yaml, line 3" in button.locked
    assert "“ideation”" in button.locked
    choose(app, "broken")
    assert isinstance(app.screen, Decks)


def test_a_good_deck_is_listed_with_its_cards_authors_languages_and_licence_and_can_be_played(
    open_window: OpenWindow,
) -> None:
    folder = put_deck("ours")
    app = open_window(Title(command_line()), LARGE)
    choose(app, "Decks")
    button = app.find("Deck ours")
    assert isinstance(button, Button)
    for part in ("0 challenges, 1 tool, 1 experience", "Nous", "Français", "CC0-1.0"):
        assert part in button.note
    choose(app, "Deck ours")
    assert draft_in(app).decks == (folder,)
