"""A turn on the board: a roll is shown in its order, one place says what to do, teams hear of each other."""

from collections.abc import Callable
from dataclasses import replace

import pygame
import pytest
from at_the_table import core, in_memory, play_until, table_of
from hands import click

from booster.decks.model import KINDS as DRAWN_KINDS
from booster.decks.model import PILLARS, Kind
from booster.engine.actions import AddTeam, EndGame, PassTeam, Respond, Roll
from booster.engine.events import CardBought, CardDrawn, PointsChanged, TeamLaunched
from booster.engine.legal import turn_actions
from booster.engine.state import Score, ToChooseKind, ToDecide, ToRespond, ToRoll
from booster.session import Session
from booster.settings import USUAL
from booster.window.app import App
from booster.window.screen import Screen
from booster.window.screens.board import die as die_module
from booster.window.screens.board.board import DIE, Board
from booster.window.screens.board.launch import LaunchPicture
from booster.window.screens.board.panels import TeamPanels, _shortened
from booster.window.screens.board.tokens import berth, stand
from booster.window.screens.board.trail import lay_trail
from booster.window.screens.cards.card import ChallengeCard, ToolCard
from booster.window.screens.game.bought import Bought, BoughtCards
from booster.window.screens.game.counters import purchases
from booster.window.screens.game.exchange import Exchange
from booster.window.screens.game.hand_over import HandOver, news_since_last_turn
from booster.window.screens.game.next_screen import screen_after, screen_now
from booster.window.text import Fonts, Look
from booster.window.theme import Scale, Size

OpenWindow = Callable[..., App]
SIZES = ((1280, 720), (1920, 1080), (1024, 768), (1024, 600), (2560, 1080))


def names(screen: Screen) -> list[str]:
    return [leaf.name for leaf in screen.form.leaves()]


def rolled(session: Session, language: str = "en") -> Board:
    """The board on which a roll has just been made."""
    play_until(session, lambda state: state.waiting == ToRoll())
    board = screen_after(table_of(session, language), session.act(Roll()))
    assert isinstance(board, Board)
    return board


def launching(teams: int = 2) -> Session:
    """A game in which the last action launched a team."""
    session = in_memory(teams)
    play_until(session, lambda state: any(team.launched for team in state.teams))
    return session


def pictures(board: Board, fonts: Fonts, *times: int) -> list[pygame.Surface]:
    """The window at some times of the motion."""
    board.layout(Look(Scale(1280, 720), fonts, USUAL))
    surface, shown = pygame.Surface((1280, 720)), []
    board.draw(surface)
    for ms in times:
        board.clock.ms = ms
        board.draw(surface)
        shown.append(surface.copy())
    return shown


def part(surface: pygame.Surface, rect: pygame.Rect) -> bytes:
    return pygame.image.tobytes(surface.subsurface(rect), "RGB")


# --- a roll is shown in its order


def test_what_comes_of_a_roll_is_shown_when_the_token_has_arrived(fonts: Fonts) -> None:
    board = rolled(in_memory(4, preset="workshop"))
    assert board.reveal_ms == board.clock.length
    landed, walking, over = pictures(board, fonts, DIE.end, DIE.end + 40, board.clock.length)
    button, words = board._strip.buttons[0].rect, board._strip.words.rect
    assert part(landed, button) == part(walking, button) != part(over, button)
    assert part(landed, words) == part(walking, words) != part(over, words)
    cell = board._panels.cells[board.team]
    assert part(landed, cell) == part(walking, cell) != part(over, cell), "the stage that it comes to"


def test_what_the_die_did_is_said_when_it_has_landed(fonts: Fonts) -> None:
    board = rolled(in_memory(4, preset="workshop"))
    before, landed = pictures(board, fonts, 0, DIE.end + 40)
    assert part(before, board._strip.before.rect) != part(landed, board._strip.before.rect)


def test_r5_the_board_says_the_kind_of_a_card_and_keeps_its_title_for_the_card() -> None:
    session = in_memory(4)
    play_until(session, lambda state: isinstance(state.waiting, ToRespond | ToDecide))
    board = screen_after(table_of(session), session.done[-1].events)
    drawn = next(event for event in session.done[-1].events if isinstance(event, CardDrawn))
    assert core().cards[drawn.card].title not in "\n".join(names(board))
    assert any("Turn the card over." in name for name in names(board))


@pytest.mark.parametrize("kind", DRAWN_KINDS)
def test_r5_the_board_says_that_the_other_kind_came_instead(kind: Kind) -> None:
    session = in_memory(2)
    rolling = session.act(Roll())
    drawn = next(event for event in rolling if isinstance(event, CardDrawn))
    events = tuple(replace(event, kind=kind, instead=True) if event is drawn else event for event in rolling)
    told = names(Board(table_of(session), events))
    assert any(f"a {kind} instead" in name for name in told)


def test_r4_the_die_tumbles_over_faces_that_it_has(fonts: Fonts, monkeypatch: pytest.MonkeyPatch) -> None:
    board = rolled(in_memory(2))
    board.layout(Look(Scale(1280, 720), fonts))
    seen: set[int] = set()
    draw = die_module.draw_die
    die_module._turned.cache_clear()

    def watched(surface: pygame.Surface, look: Look, rect: pygame.Rect, number: int) -> None:
        seen.add(number)
        draw(surface, look, rect, number)

    monkeypatch.setattr(die_module, "draw_die", watched)
    surface = pygame.Surface((1280, 720))
    for percent in range(101):
        board._strip.draw_die(surface, 100, percent / 100)
    lowest, highest = board.table.state.game.preset.die
    assert seen == set(range(lowest, highest + 1))


def test_r4_a_launch_ends_in_a_picture_with_the_team_its_project_and_its_points(fonts: Fonts) -> None:
    session = launching()
    team = next(event.team for event in session.done[-1].events if isinstance(event, TeamLaunched))
    board = screen_after(table_of(session), session.done[-1].events)
    assert isinstance(board, Board)
    (shown,) = (leaf for leaf in board.form.leaves() if isinstance(leaf, LaunchPicture))
    assert shown.team == team
    assert {"Project launched!", table_of(session).name(team)} <= set(names(board))
    before, after = pictures(board, fonts, 0, board.clock.length)
    assert part(before, shown._sheet) != part(after, shown._sheet)


# --- one place for what to do


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_button_stays_where_it_is_through_a_turn(fonts: Fonts, language: str) -> None:
    session = in_memory(4, preset="workshop")
    for size in SIZES:
        look = Look(Scale(*size), fonts)
        before = screen_now(table_of(session, language))
        after = rolled(in_memory(4, preset="workshop"), language)
        assert isinstance(before, Board)
        for board in (before, after):
            board.layout(look)
        assert before._strip.buttons[0].rect == after._strip.buttons[0].rect
        assert [before.bar.box(pillar) for pillar in PILLARS] == [after.bar.box(p) for p in PILLARS]


def test_a_click_on_the_die_rolls_it_and_one_on_the_card_turns_it_over(open_window: OpenWindow) -> None:
    session = in_memory(2)
    app = open_window(screen_now(table_of(session)))
    assert isinstance(app.screen, Board)
    click(app, app.screen._strip.die_rect.center)
    assert len(session.done) == 1
    assert isinstance(app.screen, Board)
    (back,) = (rect for _, rect, _ in app.screen._strip._backs)
    click(app, back.center)
    assert isinstance(app.screen, ChallengeCard | ToolCard)


def test_on_a_choice_space_the_board_asks_and_a_click_on_a_back_draws_it(open_window: OpenWindow) -> None:
    session = in_memory(2)
    play_until(session, lambda state: state.waiting == ToChooseKind())
    app = open_window(screen_now(table_of(session)), (1920, 1080))
    assert isinstance(app.screen, Board)
    assert "Challenge or tool? You choose." in names(app.screen)
    tool = next(rect for kind, rect, _ in app.screen._strip._backs if kind == "tool")
    click(app, tool.center)
    assert isinstance(session.state.waiting, ToDecide)


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_legend_and_the_boats_have_room_in_every_window(
    fonts: Fonts, language: str, percent: int
) -> None:
    session = in_memory(12)
    board = Board(table_of(session, language))
    for size in SIZES:
        look = Look(Scale(*size, percent), fonts)
        board.layout(look)
        sea = board._map._sea
        assert board._map._legend.width(look) < sea.width
        boats = [berth(look, sea, number, 12)[0] for number in range(12)]
        assert boats == sorted(boats, reverse=True), "the first lies at the right"
        assert all(sea.left <= x <= sea.right for x in boats)


# --- the teams


def test_the_turn_that_is_shown_is_the_teams_own() -> None:
    session = in_memory(4)
    play_until(session, lambda state: state.turn == 6)
    table = table_of(session)
    assert [table.turn_of(team) for team in range(4)] == [2, 2, 1, 1]
    assert any("turn 2" in name for name in names(HandOver(table)))


def test_a_team_that_joins_late_has_a_first_turn() -> None:
    session = in_memory(2)
    play_until(session, lambda state: state.turn == 4)
    session.act(AddTeam("Late"))
    assert table_of(session).turn_of(2) == 1


def test_on_a_crowded_board_a_space_shows_one_token_and_how_many_stand_there(look: Look) -> None:
    box = pygame.Rect(40, 200, 1840, 480)
    trail = lay_trail(6, (40, 200, 1840, 480), 100, 150, ((140, 46),) * 5, (260, 72))
    stands = stand(look, trail, {3: [0, 1, 2, 3], 4: [4, 5], 9: [6]}, 0, box)
    assert {each.team: each.count for each in stands} == {0: 1, 1: 3, 4: 2, 6: 1}
    assert stands[-1].team == 0
    assert stands[-1].height > max(each.height for each in stands[:-1])


def test_a_long_name_is_shortened_to_what_fits(look: Look) -> None:
    px = look.text(Size.LABEL)
    for name in ("Les Ateliers Citoyens", "Réemploi 13", "Incroyablementlong"):
        short = _shortened(look, name, look.px(140))
        assert look.fonts.width(short, px, bold=True) <= look.px(140)
        assert short == name or (short.endswith("…") and name.startswith(short[:-1].rstrip()))
    assert _shortened(look, "Recyclo", look.px(600)) == "Recyclo"


def test_few_teams_fill_the_width(fonts: Fonts) -> None:
    for teams in (1, 2, 3):
        panels = TeamPanels(table_of(in_memory(teams)), 0)
        panels.place(Look(Scale(1920, 1080), fonts), pygame.Rect(40, 800, 1840, 120))
        assert len(panels.cells) == teams
        assert panels.cells[-1].right >= 40 + 1840 - teams


# --- the news of the other teams


def test_the_hand_over_tells_a_team_nothing_of_its_own_moves() -> None:
    session = in_memory(2)
    play_until(session, lambda state: state.turn == 3 and state.waiting == ToRoll())
    table = table_of(session)
    news = news_since_last_turn(table)
    assert news
    assert not any(table.name(0) in sentence for sentence in news)


def test_a_team_that_plays_alone_has_no_news() -> None:
    session = in_memory(2)
    session.act(PassTeam(1))
    play_until(session, lambda state: state.turn == 4 and state.waiting == ToRoll())
    table = table_of(session)
    assert news_since_last_turn(table) == ()
    assert "Since your last turn" not in names(HandOver(table))


def test_r9_the_news_say_what_a_response_won_and_cost() -> None:
    session = in_memory(2)
    while True:
        play_until(session, lambda state: isinstance(state.waiting, ToRespond))
        events = session.act(next(a for a in turn_actions(session.state) if isinstance(a, Respond)))
        moved = [event for event in events if isinstance(event, PointsChanged) and event.applied]
        if len(moved) == 1 and moved[0].cause == "response":
            break
    (sentence,) = news_since_last_turn(table_of(session))[-1:]
    assert sentence.endswith(f"({moved[0].pillar} {moved[0].applied:+d})".replace("-", "−"))


# --- the exchange


def test_r10_each_card_shows_the_pillar_whose_points_bought_it() -> None:
    bought = [CardBought(0, "a", "ecology"), CardBought(0, "b", "social"), CardBought(0, "c", None)]
    made = purchases(bought, Score(2, 0, 1), 1)
    assert [(each.card, each.counters) for each in made] == [("a", (0,)), ("b", (2,)), ("c", (1,))]


def test_r10_a_card_that_every_team_receives_costs_no_point() -> None:
    (made,) = purchases([CardBought(0, "a", None)], Score(0, 0, 0), 1)
    assert made.counters == ()


def test_r10_the_bar_counts_the_points_down_to_what_is_left(fonts: Fonts) -> None:
    session = in_memory(3, preset="workshop")
    play_until(session, lambda state: state.turn == 10)
    session.act(EndGame())
    screen = Exchange(table_of(session))
    before = session.state.teams[0].score
    screen.layout(Look(Scale(1280, 720), fonts))
    screen.reveal(done=False)
    assert screen.bar.score == before
    screen.reveal(done=True)
    assert screen.bar.score is not None
    assert screen.bar.score.total == before.total - len(session.state.teams[0].experiences)


@pytest.mark.parametrize("count", [0, 1, 8, 40, 120])
def test_all_cards_have_a_tile_on_a_page(fonts: Fonts, count: int) -> None:
    cards = BoughtCards([Bought(f"Card {number}", "social") for number in range(count)])
    for size in SIZES:
        rect = pygame.Rect(400, 150, size[0] // 2, size[1] // 2)
        cards.place(Look(Scale(*size, 150), fonts), rect)
        shown = [number for page in cards._pages for number in page]
        assert shown == list(range(count))
        for number in shown:
            assert rect.contains(cards.tile(number))
        page = cards._pages[0]
        assert len({tuple(cards.tile(number)) for number in page}) == len(page)
