"""The results: one way on through all pages, cards and teams, and a title that says what happened."""

from collections.abc import Callable

import pygame
import pytest
from at_the_table import core, in_memory, table_of, wordy
from hands import misfits, press

from booster.engine.actions import EndGame
from booster.engine.legal import turn_actions
from booster.session import Session
from booster.window.app import App
from booster.window.screens.game.results import Results
from booster.window.text import Fonts, Look
from booster.window.theme import Scale

OpenWindow = Callable[..., App]


def ended(teams: int = 2) -> Session:
    """A game that every team has played to its launch."""
    session = in_memory(teams, wordy(core()))
    while not session.state.over:
        session.act(turn_actions(session.state)[0])
    return session


def place(results: Results) -> tuple[int, int, int]:
    return results.team, results.card, results._view.page


def read_by(app: App, results: Results, key: int) -> list[tuple[int, int, int]]:
    """Press a key until nothing follows; return every place on the way."""
    places = [place(results)]
    while not results._all_read:
        press(app, key)
        assert place(results) != places[-1]
        places.append(place(results))
    return places


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_PAGEDOWN, pygame.K_RIGHT])
def test_one_way_on_leads_through_every_page_of_every_card_of_every_team(
    open_window: OpenWindow, key: int
) -> None:
    session = ended()
    results = Results(table_of(session))
    app = open_window(results, (1024, 768))
    places = read_by(app, results, key)
    assert {(team, card) for team, card, _ in places} == {
        (team, card) for team in range(2) for card in range(len(session.state.teams[team].experiences))
    }
    assert places == sorted(places)
    assert any(page for _, _, page in places)


def test_the_way_back_leads_to_the_first_card_and_stays_there(open_window: OpenWindow) -> None:
    results = Results(table_of(ended()))
    app = open_window(results, (1280, 720))
    cards = {step[:2] for step in read_by(app, results, pygame.K_RIGHT)}
    back = set()
    while place(results) != (0, 0, 0):
        back.add(place(results)[:2])
        press(app, pygame.K_PAGEUP)
    press(app, pygame.K_LEFT)
    assert place(results) == (0, 0, 0)
    assert back | {(0, 0)} == cards


def test_after_the_last_card_all_is_read_and_the_same_button_leads_home(open_window: OpenWindow) -> None:
    results = Results(table_of(ended()))
    app = open_window(results, (1280, 720))
    read_by(app, results, pygame.K_RETURN)
    last = place(results)
    press(app, pygame.K_RIGHT)
    assert place(results) == last
    assert results.form.focused is app.find("All read: home")
    press(app, pygame.K_RETURN)
    assert app.screen is None


def test_the_title_says_launched_only_where_a_team_has_launched() -> None:
    stopped = in_memory(2)
    stopped.act(EndGame())
    assert Results(table_of(stopped)).bar.name.startswith("Points become experience")
    assert Results(table_of(ended())).bar.name.startswith("Launched!")


def test_the_end_fits_every_window(fonts: Fonts) -> None:
    faults = []
    for size in ((1280, 720), (1024, 768), (1024, 600), (2560, 1080)):
        for percent in (100, 150):
            scale = Scale(*size, percent)
            results = Results(table_of(ended(), "fr"))
            results.layout(Look(scale, fonts))
            while not results._all_read:
                results._show_next()
            faults += [f"{size} {percent} %: {fault}" for fault in misfits(results, scale)]
    assert not faults, "\n".join(faults)
