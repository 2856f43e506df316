"""What the facilitator does in the window (R12): a late team, the notes on a card, the end that is said."""

from collections.abc import Callable

import pygame
import pytest
from at_the_table import in_memory, play_until, table_of
from hands import choose, click, click_on, misfits, press, tab_to, type_text
from strategies import challenge, preset, small_deck

from booster.decks.model import Deck
from booster.engine.actions import AddTeam, EndGame, PassTeam
from booster.engine.state import ToRespond
from booster.language import translator
from booster.limits import LONGEST_NAME, LONGEST_PROJECT, LONGEST_TEXT
from booster.session import Session
from booster.window.app import App
from booster.window.screens.board.board import Board
from booster.window.screens.cards.card import ChallengeCard
from booster.window.screens.colours import FreeColours
from booster.window.screens.game.correct import Correct
from booster.window.screens.game.ending import Ending
from booster.window.screens.game.exchange import Exchange
from booster.window.screens.game.facilitator import Facilitator
from booster.window.screens.game.late_team import LateTeam
from booster.window.screens.game.log import Log
from booster.window.screens.game.next_screen import screen_now
from booster.window.screens.game.notes import Notes
from booster.window.text import Fonts, Look
from booster.window.theme import Scale
from booster.window.transition import Replace
from booster.window.widgets import Button, CheckBox

OpenWindow = Callable[..., App]
SIZES = ((1280, 720), (1920, 1080), (1024, 768), (1024, 600), (2560, 1080))
SHOW = "Show the notes on the card…"


def words_of(app: App) -> str:
    """All that the screen says."""
    assert app.screen is not None
    return "\n".join(leaf.name for leaf in app.screen.form.leaves())


def at_challenge(deck: Deck) -> Session:
    session = in_memory(2, deck)
    play_until(session, lambda state: isinstance(state.waiting, ToRespond))
    return session


def deck_with(notes: str | None) -> Deck:
    cards = [{**challenge("bins"), "notes": notes}]
    return small_deck(cards, tools=[], every_preset=preset(("challenge",), die=(1, 1)))


# --- the notes on a card


def test_r12_the_notes_on_a_card_show_when_they_are_asked_for_and_no_sooner(open_window: OpenWindow) -> None:
    app = open_window(screen_now(table_of(at_challenge(deck_with("Ask who pays.")))))
    assert "Ask who pays." not in words_of(app)
    press(app, pygame.K_f)
    assert "Ask who pays." not in words_of(app)
    button = app.find(SHOW)
    assert isinstance(button, Button)
    assert button.note == "The room sees this screen too."
    choose(app, SHOW)
    assert "Ask who pays." in words_of(app)


@pytest.mark.parametrize("key", [pygame.K_ESCAPE, pygame.K_RETURN])
def test_r12_one_key_hides_the_notes_and_goes_back_to_the_card(open_window: OpenWindow, key: int) -> None:
    app = open_window(screen_now(table_of(at_challenge(deck_with("Ask who pays.")))))
    press(app, pygame.K_f)
    choose(app, SHOW)
    press(app, key)
    assert isinstance(app.screen, ChallengeCard)
    assert "Ask who pays." not in words_of(app)


def test_r12_notes_are_in_the_language_played(open_window: OpenWindow) -> None:
    session = in_memory(2)
    play_until(session, lambda state: isinstance(state.waiting, ToRespond))
    app = open_window(screen_now(table_of(session, "fr")))
    press(app, pygame.K_f)
    choose(app, "Montrer les notes de la carte…")
    assert isinstance(session.state.waiting, ToRespond)
    notes = session.deck("fr").challenge(session.state.waiting.card).notes
    assert notes and notes in words_of(app)
    assert notes != session.deck("en").challenge(session.state.waiting.card).notes


@pytest.mark.parametrize("notes", [None, "Ask who pays."])
def test_r12_without_notes_on_the_table_the_button_says_so(
    open_window: OpenWindow, notes: str | None
) -> None:
    deck = deck_with(notes)
    session = in_memory(2, deck) if notes else at_challenge(deck)
    app = open_window(screen_now(table_of(session)))
    press(app, pygame.K_f)
    button = app.find(SHOW)
    assert isinstance(button, Button)
    assert button.locked == "No card with notes is on the table."


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("length", [20, 300, LONGEST_TEXT])
def test_notes_of_any_length_fit_every_window(fonts: Fonts, language: str, length: int) -> None:
    notes = ("Listen for what is not said. " * 200)[:length]
    table = table_of(at_challenge(deck_with(notes)), language)
    screen = Notes(table, lambda: Board(table))
    faults = []
    for size in SIZES:
        for percent in (100, 150):
            scale = Scale(*size, percent)
            screen.layout(Look(scale, fonts))
            faults += [f"{size} {percent} %: {fault}" for fault in misfits(screen, scale)]
    assert faults == []


# --- a late team


def test_r12_a_late_team_has_the_limits_of_the_set_up(open_window: OpenWindow) -> None:
    session = in_memory(2)
    app = open_window(screen_now(table_of(session)))
    press(app, pygame.K_f)
    choose(app, "Add a late team…")
    for field, letter in (("Name", "n"), ("Project", "p")):
        tab_to(app, field)
        press(app, pygame.K_a, mod=pygame.KMOD_CTRL)
        type_text(app, letter * (LONGEST_PROJECT + 1))
    choose(app, "Add the team")
    assert session.done[-1].action == AddTeam("n" * LONGEST_NAME, "p" * LONGEST_PROJECT, 2)


def test_r12_a_late_team_chooses_its_colour_on_a_page_of_named_colours(open_window: OpenWindow) -> None:
    session = in_memory(4)
    app = open_window(screen_now(table_of(session)))
    press(app, pygame.K_f)
    choose(app, "Add a late team…")
    choose(app, "The colour of the late team")
    assert isinstance(app.screen, FreeColours)
    taken = {team.colour for team in session.state.teams}
    assert [swatch.focusable for swatch in app.screen.swatches] == [n not in taken for n in range(12)]
    choose(app, app.screen.swatches[9].name)
    assert isinstance(app.screen, LateTeam)
    choose(app, "Add the team")
    assert session.state.teams[-1].colour == 9


def test_r12_a_colour_that_a_team_has_cannot_be_taken(open_window: OpenWindow) -> None:
    session = in_memory(4)
    app = open_window(screen_now(table_of(session)))
    press(app, pygame.K_f)
    choose(app, "Add a late team…")
    choose(app, "The colour of the late team")
    assert isinstance(app.screen, FreeColours)
    click(app, app.screen.swatches[session.state.teams[1].colour].rect.center)
    assert isinstance(app.screen, FreeColours)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_colours_of_a_late_team_fit_every_window(fonts: Fonts, language: str) -> None:
    page = FreeColours({n: n for n in range(11)}, 11, lambda colour: None, translator(language))
    faults = []
    for size in SIZES:
        for percent in (100, 150):
            scale = Scale(*size, percent)
            page.layout(Look(scale, fonts))
            faults += [f"{size} {percent} %: {fault}" for fault in misfits(page, scale)]
    assert faults == []


# --- a correction


def correcting(app: App) -> Correct:
    press(app, pygame.K_f)
    choose(app, "Correct a score…")
    assert isinstance(app.screen, Correct)
    return app.screen


def test_r12_a_correction_shows_the_score_before_and_after(open_window: OpenWindow) -> None:
    app = open_window(screen_now(table_of(in_memory(2))))
    form = correcting(app)
    assert form._shown.name == "Team A (Vélo Pour Tous): Ecology 1 → 2 (+1)"
    choose(app, "One point more")
    assert form._shown.name == "Team A (Vélo Pour Tous): Ecology 1 → 3 (+2)"
    tab_to(app, "Pillar")
    press(app, pygame.K_RIGHT)
    assert form._shown.name == "Team A (Vélo Pour Tous): Economy 1 → 2 (+1)"


def test_r12_a_correction_never_offers_less_than_nothing(open_window: OpenWindow) -> None:
    session = in_memory(2)
    app = open_window(screen_now(table_of(session)))
    form = correcting(app)
    for _ in range(3):
        choose(app, "One point less")
    assert form.points == -session.state.teams[0].score.ecology
    assert "Ecology 1 → 0" in form._shown.name


def test_r12_what_is_missing_is_said_until_it_is_typed(open_window: OpenWindow) -> None:
    app = open_window(screen_now(table_of(in_memory(2))))
    correcting(app)
    said = "A correction needs a reason: please give one in a few words."
    choose(app, "Correct it")
    assert said in words_of(app)
    assert app.screen is not None and app.screen.form.focused is app.find("Reason")
    type_text(app, "C")
    assert said not in words_of(app)


# --- the card that is swapped


def test_r12_a_card_that_was_swapped_is_said_to_be(open_window: OpenWindow) -> None:
    session = in_memory(2)
    play_until(session, lambda state: isinstance(state.waiting, ToRespond))
    app = open_window(screen_now(table_of(session)))
    press(app, pygame.K_f)
    choose(app, "Swap the card for the next one")
    assert isinstance(app.screen, ChallengeCard)
    assert "The facilitator swaps the card" in words_of(app)


# --- who is away


def test_r12_a_tick_says_who_is_away(open_window: OpenWindow) -> None:
    session = in_memory(2)
    app = open_window(screen_now(table_of(session)))
    press(app, pygame.K_f)
    choose(app, "Team B (Le Potager Partagé)")
    assert session.state.teams[1].away
    box = app.find("Team B (Le Potager Partagé)")
    assert isinstance(box, CheckBox) and box.checked
    choose(app, box.name)
    assert not session.state.teams[1].away


# --- the end


def test_r12_a_game_that_nobody_is_left_to_play_says_so(open_window: OpenWindow) -> None:
    session = in_memory(2)
    session.act(PassTeam(1))
    app = open_window(screen_now(table_of(session)))
    press(app, pygame.K_f)
    choose(app, "Team A (Vélo Pour Tous)")
    assert isinstance(app.screen, Ending)
    assert "No other team plays: the game ends then." in words_of(app)
    choose(app, "End the game")
    said = "No team is left to play: points are exchanged for experience cards."
    assert isinstance(app.screen, Exchange)
    assert said in words_of(app)
    press(app, pygame.K_l)
    assert isinstance(app.screen, Log)
    assert said in words_of(app)
    assert "All have launched" not in words_of(app)


def test_r12_ending_the_game_says_who_ended_it(open_window: OpenWindow) -> None:
    app = open_window(screen_now(table_of(in_memory(2))))
    press(app, pygame.K_f)
    choose(app, "End the game…")
    choose(app, "End the game")
    assert isinstance(app.screen, Exchange)
    assert "The facilitator ends the game here: points are exchanged for experience cards." in words_of(app)


def test_r12_one_press_too_many_ends_nothing(open_window: OpenWindow) -> None:
    session = in_memory(2)
    app = open_window(screen_now(table_of(session)))
    press(app, pygame.K_f)
    choose(app, "End the game…")
    press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Facilitator)
    assert not session.state.over


def test_r12_escape_goes_back_from_the_question_to_the_menu(open_window: OpenWindow) -> None:
    session = in_memory(2)
    app = open_window(screen_now(table_of(session)))
    press(app, pygame.K_f)
    choose(app, "End the game…")
    press(app, pygame.K_ESCAPE)
    assert isinstance(app.screen, Facilitator)
    assert not session.state.over


def test_r12_the_game_is_ended_by_mouse(open_window: OpenWindow) -> None:
    session = in_memory(2)
    app = open_window(screen_now(table_of(session)))
    click_on(app, "Facilitator")
    click_on(app, "End the game…")
    click_on(app, "End the game")
    assert session.state.over


def test_r12_the_game_is_ended_by_a_clicker(open_window: OpenWindow) -> None:
    """Forward presses what is marked, back moves the mark."""
    session = in_memory(2)
    app = open_window(screen_now(table_of(session)))
    press(app, pygame.K_f)
    for name in ("End the game…", "End the game"):
        for _ in range(30):
            assert app.screen is not None
            if app.screen.form.focused is app.find(name):
                break
            press(app, pygame.K_PAGEUP)
        press(app, pygame.K_PAGEDOWN)
    assert session.state.over


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("why", ["", "No other team plays: the game ends then."])
def test_the_question_before_the_end_fits_every_window(fonts: Fonts, language: str, why: str) -> None:
    table = table_of(in_memory(12), language)
    screen = Ending(table, EndGame(), table.tr(why), lambda action: None, lambda: Board(table))
    faults = []
    for size in SIZES:
        for percent in (100, 150):
            scale = Scale(*size, percent)
            screen.layout(Look(scale, fonts))
            faults += [f"{size} {percent} %: {fault}" for fault in misfits(screen, scale)]
    assert faults == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_exchange_that_says_why_fits_every_window(fonts: Fonts, language: str) -> None:
    session = in_memory(12, preset="workshop")
    table = table_of(session, language)
    menu = Facilitator(table, lambda: Board(table))
    for team in range(11):
        session.act(PassTeam(team))
    going = menu.do(PassTeam(11))
    assert isinstance(going, Replace)
    faults = []
    for size in SIZES:
        for percent in (100, 150):
            scale = Scale(*size, percent)
            going.screen.layout(Look(scale, fonts))
            faults += [f"{size} {percent} %: {fault}" for fault in misfits(going.screen, scale)]
    assert faults == []
