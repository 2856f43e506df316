from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pygame
import pytest
from at_the_table import core, in_memory, on_disk, play_until, set_up, table_of, wordy
from hands import choose, click_on, misfits, press, settle, tab_to, type_text
from strategies import small_deck

from booster.engine.actions import (
    Borrow,
    CorrectScore,
    EndGame,
    PassTeam,
    Respond,
    Roll,
    SkipTurn,
    WelcomeBack,
)
from booster.engine.events import CardDrawn, PointsChanged, Rolled
from booster.engine.legal import is_locked, turn_actions
from booster.engine.state import Over, State, ToChooseKind, ToDecide, ToRespond, ToRoll
from booster.language import translator
from booster.session import Session
from booster.window.app import App
from booster.window.screen import Screen
from booster.window.screens.board.board import Board
from booster.window.screens.cards.card import ChallengeCard, ToolCard
from booster.window.screens.cards.result import Result
from booster.window.screens.game import drawing
from booster.window.screens.game.correct import Correct
from booster.window.screens.game.exchange import Exchange
from booster.window.screens.game.facilitator import Facilitator
from booster.window.screens.game.hand_over import HandOver, news_since_last_turn
from booster.window.screens.game.late_team import LateTeam
from booster.window.screens.game.log import Log
from booster.window.screens.game.next_screen import game_screen, screen_after, screen_now
from booster.window.screens.game.play_screen import PlayScreen
from booster.window.screens.game.results import Results
from booster.window.screens.game.table import Table
from booster.window.screens.game.toolbox import Toolboxes
from booster.window.screens.help import Help
from booster.window.text import Fonts, Look, Page, fit
from booster.window.theme import Scale
from booster.window.transition import stay
from booster.window.widgets import Button, Label, ScrollArea
from booster.words import event_sentence

OpenWindow = Callable[..., App]
SIZES = ((1280, 720), (1920, 1080), (3840, 2160), (1024, 768), (1024, 600), (2560, 1080))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with closing(on_disk(tmp_path)) as opened:
        yield opened


def waits_for(kind: type) -> Callable[[State], bool]:
    return lambda state: isinstance(state.waiting, kind)


def can_borrow(state: State) -> bool:
    return any(isinstance(action, Borrow) for action in turn_actions(state))


def has_locked(state: State) -> bool:
    match state.waiting:
        case ToRespond(card):
            responses = state.game.deck.challenge(card).responses
            return any(is_locked(response, state.team) for response in responses)
        case _:
            return False


def names(screen: Screen) -> list[str]:
    return [leaf.name for leaf in screen.form.leaves()]


# --- every screen fits everywhere


class Shown(NamedTuple):
    """A screen as it came up in a game."""

    name: str
    screen: Screen


def all_screens(language: str, teams: int) -> Iterator[Shown]:
    """Every screen of a game of wordy cards, when it comes up."""
    session = in_memory(teams, wordy(core()), "workshop")
    table = table_of(session, language)

    def now(name: str, events: tuple[object, ...] = ()) -> Shown:
        screen = screen_after(table, events) if events else screen_now(table, note=name)  # type: ignore[arg-type]
        assert isinstance(screen, PlayScreen)
        return Shown(name, screen)

    yield Shown("hand-over", HandOver(table))
    yield now("board")
    yield now("board after a roll", session.act(Roll()))
    yield now("board where a kind is chosen", play_until(session, waits_for(ToChooseKind)))
    play_until(session, waits_for(ToDecide))
    yield now("tool card")
    yield now("result of a tool", session.act(turn_actions(session.state)[0]))
    play_until(session, has_locked)
    yield now("challenge with a lock")
    if teams > 1:
        play_until(session, can_borrow)
        yield now("challenge with an offer")
        session.act(next(a for a in turn_actions(session.state) if isinstance(a, Borrow)))
        yield now("challenge with a borrowed tool")
        yield now("result with a lender", session.act(Respond(free(session.state))))
    yield Shown("hand-over with news", HandOver(table))
    yield from pages_of(table)
    session.act(EndGame())
    yield Shown("exchange", Exchange(table))
    yield Shown("results", Results(table))


def free(state: State) -> int:
    return next(action.response for action in turn_actions(state) if isinstance(action, Respond))


def pages_of(table: Table) -> Iterator[Shown]:
    def menu() -> Screen:
        return Facilitator(table, menu)

    yield Shown("facilitator", Facilitator(table, menu, "Team A. Ecology +1, now 4."))
    yield Shown("correction", Correct(table, lambda action: stay(), menu))
    if len(table.state.teams) < 12:
        yield Shown("late team", LateTeam(table, lambda action: stay(), menu))
    yield Shown("log", Log(table))
    yield Shown("toolboxes", Toolboxes(table))
    yield Shown("help", Help(table.tr, Board(table).help_words()))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("teams", [1, 4, 12])
def test_every_screen_fits_every_window(fonts: Fonts, language: str, teams: int) -> None:
    faults = []
    for name, screen in all_screens(language, teams):
        for size in SIZES:
            for percent in (100, 150):
                scale = Scale(*size, percent)
                screen.layout(Look(scale, fonts))
                faults += [f"{name} {size} {percent} %: {fault}" for fault in misfits(screen, scale)]
    assert not faults, "\n".join(faults)


def test_every_action_of_every_screen_is_reached_by_tab(open_window: OpenWindow) -> None:
    for name, screen in all_screens("en", 4):
        app = open_window(screen)
        able = {id(leaf) for leaf in screen.form.leaves() if leaf.focusable}
        reached = set()
        for _ in able:
            press(app, pygame.K_TAB)
            reached.add(id(screen.form.focused))
        assert reached == able, name


def test_there_is_one_thing_to_do_now_at_most(fonts: Fonts) -> None:
    for name, screen in all_screens("en", 4):
        primary = [leaf for leaf in screen.form.leaves() if isinstance(leaf, Button) and leaf.primary]
        assert len(primary) == (0 if "chosen" in name or "challenge" in name else 1), name


def test_every_screen_draws(fonts: Fonts) -> None:
    for _, screen in all_screens("fr", 12):
        screen.layout(Look(Scale(1280, 720), fonts))
        surface = pygame.Surface((1280, 720))
        screen.draw(surface)
        assert len(set(pygame.image.tobytes(surface, "RGB"))) > 20


# --- which screen follows


def test_a_resumed_game_begins_with_the_hand_over_and_goes_on_in_the_middle_of_a_turn(
    open_window: OpenWindow, session: Session
) -> None:
    play_until(session, waits_for(ToRespond))
    app = open_window(game_screen(session, translator("en")))
    assert isinstance(app.screen, HandOver)
    click_on(app, "We are here")
    assert isinstance(app.screen, ChallengeCard)


def test_a_game_that_is_over_opens_on_its_results() -> None:
    session = in_memory()
    session.act(EndGame())
    assert isinstance(game_screen(session, translator("en")), Results)


def test_the_hand_over_tells_at_most_three_sentences_of_what_happened_since(session: Session) -> None:
    assert news_since_last_turn(table_of(session)) == ()
    play_until(session, lambda state: state.turn == 12 and state.waiting == ToRoll())
    news = news_since_last_turn(table_of(session))
    assert 1 <= len(news) <= 3


def test_r6_what_follows_a_response_is_hidden_until_it_is_chosen(session: Session) -> None:
    play_until(session, waits_for(ToRespond))
    table = table_of(session)
    card = table.deck.challenge(session.state.waiting.card)  # type: ignore[union-attr]
    before = "\n".join(names(screen_now(table)))
    assert not any(response.then in before for response in card.responses)
    response = free(session.state)
    after = "\n".join(names(screen_after(table, session.act(Respond(response)))))
    assert card.responses[response].then in after


def test_r6_a_locked_response_names_the_tool_that_unlocks_it(session: Session) -> None:
    play_until(session, has_locked)
    table = table_of(session)
    card = table.deck.challenge(session.state.waiting.card)  # type: ignore[union-attr]
    locked = next(response for response in card.responses if is_locked(response, session.state.team))
    screen = screen_now(table)
    button = screen.form.find(locked.do)
    assert isinstance(button, Button) and button.locked
    assert table.deck.tool(locked.needs[0]).title in button.locked
    assert button.press() is None


def test_r9_the_result_gives_the_reason_of_every_point_and_the_lenders_gain() -> None:
    session = in_memory(4, preset="workshop")
    play_until(session, can_borrow)
    borrow = next(action for action in turn_actions(session.state) if isinstance(action, Borrow))
    session.act(borrow)
    events = session.act(Respond(free(session.state)))
    table = table_of(session)
    shown = names(screen_after(table, events))
    moved = [event for event in events if isinstance(event, PointsChanged)]
    assert {event.cause for event in moved} >= {"response", "lending"}
    for event in moved:
        assert any(event_sentence(event, table.state, table.deck, table.tr) in name for name in shown)
    assert any(table.title(borrow.lender) in name and "lending" in name for name in shown)


# --- undo (R11)


def test_r11_undo_at_the_card_gives_the_same_die_and_card_again(
    open_window: OpenWindow, session: Session
) -> None:
    app = open_window(game_screen(session, translator("en")))
    click_on(app, "We are here")
    click_on(app, "Roll the die")
    first = session.done[-1].events
    assert any(isinstance(event, CardDrawn) for event in first)
    click_on(app, "Turn the card over")
    press(app, pygame.K_u)
    assert isinstance(app.screen, Board)
    assert session.state.waiting == ToRoll()
    assert "Taken back: Roll the die" in names(app.screen)
    click_on(app, "Roll the die")
    assert session.done[-1].events == first
    assert any(isinstance(event, Rolled) for event in first)


def test_r11_undo_at_the_result_lays_the_same_card_and_redo_gives_the_same_result(
    open_window: OpenWindow, session: Session
) -> None:
    play_until(session, waits_for(ToRespond))
    waiting = session.state.waiting
    app = open_window(screen_now(table_of(session)))
    press(app, pygame.K_1, "1")
    assert isinstance(app.screen, Result)
    after, shown = session.state, names(app.screen)
    press(app, pygame.K_u)
    assert isinstance(app.screen, ChallengeCard)
    assert session.state.waiting == waiting
    press(app, pygame.K_r)
    assert isinstance(app.screen, Result)
    assert (session.state, names(app.screen)) == (after, shown)


def test_r11_every_screen_takes_the_last_action_back() -> None:
    session = in_memory(3)
    table = table_of(session)
    while not session.state.over:
        session.act(turn_actions(session.state)[0])
        before = session.done[-2].state if len(session.done) > 1 else None
        table.undo()
        assert before is None or session.state == before
        assert isinstance(screen_now(table), Board | ChallengeCard | ToolCard)
        assert table.redo() is not None


# --- the facilitator (R12)


def facilitate(app: App, *buttons: str) -> None:
    press(app, pygame.K_f)
    assert isinstance(app.screen, Facilitator)
    for name in buttons:
        choose(app, name)


def test_r12_swap_and_skip_from_the_menu(open_window: OpenWindow, session: Session) -> None:
    play_until(session, waits_for(ToRespond))
    old = session.state.waiting
    app = open_window(screen_now(table_of(session)))
    facilitate(app, "Swap the card for the next one")
    assert isinstance(app.screen, ChallengeCard)
    assert session.state.waiting != old
    team = session.state.on_turn
    facilitate(app, "Skip this turn")
    assert isinstance(app.screen, HandOver)
    assert session.state.on_turn != team


def test_r12_a_correction_needs_a_reason_and_says_what_it_did(
    open_window: OpenWindow, session: Session
) -> None:
    app = open_window(screen_now(table_of(session)))
    facilitate(app, "Correct a score…")
    tab_to(app, "Pillar")
    press(app, pygame.K_RIGHT)
    choose(app, "One point more")
    choose(app, "Correct it")
    assert "A correction needs a reason: please give one in a few words." in names(app.screen or Screen())
    tab_to(app, "Reason")
    type_text(app, "Un été compté deux fois")
    choose(app, "Correct it")
    assert session.done[-1].action == CorrectScore(0, "economy", 2, "Un été compté deux fois")
    assert isinstance(app.screen, Facilitator)
    assert any("Un été compté deux fois" in name for name in names(app.screen))
    click_on(app, "Back to the game")
    assert isinstance(app.screen, Board)


def test_r12_letters_typed_in_a_field_are_not_commands(open_window: OpenWindow, session: Session) -> None:
    app = open_window(screen_now(table_of(session)))
    facilitate(app, "Add a late team…")
    press(app, pygame.K_a, mod=pygame.KMOD_CTRL)
    for letter in "tulf":
        press(app, ord(letter), letter)
        pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=letter))
        settle(app)
    choose(app, "Add the team")
    assert session.state.teams[-1].name == "tulf"
    assert session.state.teams[-1].colour == 4


def test_r12_a_team_leaves_and_is_back(open_window: OpenWindow, session: Session) -> None:
    app = open_window(screen_now(table_of(session)))
    facilitate(app, "Team B (Le Potager Partagé)")
    assert [done.action for done in session.done] == [PassTeam(1)]
    choose(app, "Team B (Le Potager Partagé)")
    assert [done.action for done in session.done] == [PassTeam(1), WelcomeBack(1)]
    press(app, pygame.K_u)
    assert session.state.teams[1].away


def test_r12_the_game_ends_now_and_everybody_exchanges(open_window: OpenWindow, session: Session) -> None:
    app = open_window(screen_now(table_of(session)))
    facilitate(app, "End the game…", "End the game")
    assert isinstance(session.state.waiting, Over)
    for _ in session.state.teams:
        assert isinstance(app.screen, Exchange)
        press(app, pygame.K_RETURN)
    assert isinstance(app.screen, Results)
    press(app, pygame.K_u)
    assert isinstance(app.screen, Board)
    assert not session.state.over


# --- side pages and saving


def test_side_pages_go_back_to_where_one_was(open_window: OpenWindow, session: Session) -> None:
    app = open_window(screen_now(table_of(session)))
    below = app.screen
    for key, page in ((pygame.K_t, Toolboxes), (pygame.K_l, Log), (pygame.K_F1, Help)):
        press(app, key)
        assert isinstance(app.screen, page)
        press(app, pygame.K_ESCAPE)
        assert app.screen is below


def test_a_tool_can_be_read_in_full(open_window: OpenWindow, session: Session) -> None:
    play_until(session, waits_for(ToDecide))
    tool = session.state.waiting.card  # type: ignore[union-attr]
    session.act(turn_actions(session.state)[0])
    owner = session.done[-2].state.on_turn
    table = table_of(session)
    app = open_window(Toolboxes(table))
    choose(app, f"{table.title(owner)}: {table.deck.tool(tool).title}")
    shown = "\n".join(names(app.screen or Screen()))
    assert all(step in shown for step in table.deck.tool(tool).steps)


def test_not_saved_is_said_until_the_disk_works_again(
    open_window: OpenWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_space(self: object) -> None:
        raise OSError(28, "No space left on device")

    app = open_window(screen_now(table_of(session)))
    assert session.journal is not None
    with monkeypatch.context() as broken:
        broken.setattr(type(session.journal), "_write", no_space)
        press(app, pygame.K_RETURN)
        assert any("NOT SAVED since" in name for name in names(app.screen or Screen()))
        choose(app, "Try again")
        assert any("NOT SAVED since" in name for name in names(app.screen or Screen()))
    choose(app, "Try again")
    assert not any("NOT SAVED since" in name for name in names(app.screen or Screen()))
    with closing(session):
        assert session.unsaved_since is None


def test_widgets_of_a_game_are_named_for_a_screen_reader() -> None:
    for name, screen in all_screens("en", 4):
        silent = [leaf for leaf in screen.form.leaves() if not leaf.name and not isinstance(leaf, Label)]
        assert not silent, name
        assert isinstance(screen.form.focused, object) and not isinstance(screen.form.focused, ScrollArea)


def test_words_that_a_screen_draws_itself_fit_their_place(
    fonts: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost: list[str] = []

    def watched(*arguments: object, **options: object) -> tuple[Page, ...]:
        pages = fit(*arguments, **options)  # type: ignore[arg-type]
        words, box = arguments[1], arguments[2]
        if len(pages) > 1 or pages[0].height > box[1] + 1:  # type: ignore[index]
            lost.append(f"{words} in {box}")
        return pages

    monkeypatch.setattr(drawing, "fit", watched)
    screens = [screen for _, screen in all_screens("fr", 12)]
    for size in SIZES:
        for percent in (100, 150):
            surface = pygame.Surface(size)
            for screen in screens:
                screen.layout(Look(Scale(*size, percent), fonts))
                screen.draw(surface)
    assert not lost, "\n".join(sorted(set(lost)))


def test_r5_a_stage_without_a_card_is_said_before_the_turn_passes(open_window: OpenWindow) -> None:
    session = Session.demonstration(set_up(2), (small_deck((), ()),))
    app = open_window(screen_now(table_of(session)))
    click_on(app, "Roll the die")
    assert isinstance(app.screen, Board)
    assert any("There is no card left" in name for name in names(app.screen))
    click_on(app, "Next: Le Potager Partagé")
    assert isinstance(app.screen, HandOver)


def test_r4_a_launch_is_said_before_the_next_team_comes(open_window: OpenWindow) -> None:
    session = in_memory(2)
    play_until(session, lambda state: state.waiting == ToRoll() and state.team.space == len(state.game.path))
    team = session.state.on_turn
    app = open_window(screen_now(table_of(session)))
    click_on(app, "Roll the die")
    assert isinstance(app.screen, Board)
    assert session.state.teams[team].launched
    assert any("its project is launched!" in name for name in names(app.screen))


def test_r7_the_hand_over_tells_a_team_what_its_lending_won() -> None:
    session = in_memory(4, preset="workshop")
    play_until(session, can_borrow)
    lender = next(a.lender for a in turn_actions(session.state) if isinstance(a, Borrow))
    session.act(next(a for a in turn_actions(session.state) if isinstance(a, Borrow)))
    session.act(Respond(free(session.state)))
    while session.state.on_turn != lender:
        session.act(SkipTurn())
    news = news_since_last_turn(table_of(session))
    assert any("You lent" in sentence and "(social +1)" in sentence for sentence in news)
