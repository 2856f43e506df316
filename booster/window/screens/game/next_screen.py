"""Which screen fits: after an action, after an undo, at the start or on resuming.

game_screen(session, tr, news) -> Screen     what the title and the set-up go to
"""

from typing import assert_never

from booster.engine.events import (
    CardDrawn,
    Event,
    GameEnded,
    NoCard,
    Rolled,
    TurnStarted,
)
from booster.engine.state import Over, ToChooseKind, ToDecide, ToRespond, ToRoll
from booster.language import Translator
from booster.session import Session
from booster.window.screen import Screen
from booster.window.screens.board.board import Board
from booster.window.screens.cards.card import ChallengeCard, ToolCard
from booster.window.screens.cards.result import Decision, Result
from booster.window.screens.game.exchange import Exchange
from booster.window.screens.game.hand_over import HandOver
from booster.window.screens.game.results import Results
from booster.window.screens.game.table import Table


def game_screen(session: Session, tr: Translator, news: tuple[Event, ...] = ()) -> Screen:
    """Return the screen that fits a session: the hand-over to the team on turn; the results when it is over.

    With `news`, what an action has just done, return the screen that shows it.
    """
    table = Table.of(session, tr)
    if news:
        return screen_after(table, news)
    return Results(table) if session.state.over else HandOver(table)


def screen_after(table: Table, events: tuple[Event, ...]) -> Screen:
    """Return the screen that shows what an action has just done, or did again."""
    if any(isinstance(event, Decision) for event in events):
        return Result(table, events)
    if any(isinstance(event, Rolled | NoCard) for event in events):
        return Board(table, events)
    if any(isinstance(event, GameEnded | TurnStarted) for event in events):
        return screen_of_turn(table)
    if any(isinstance(event, CardDrawn) for event in events):
        return screen_now(table)
    return screen_now(table, note=" ".join(table.sentences(events)))


def screen_of_turn(table: Table) -> Screen:
    """Return the hand-over to the team on turn, or the exchange when the game is over."""
    return Exchange(table) if table.state.over else HandOver(table)


def screen_now(table: Table, note: str = "") -> Screen:
    """Return the screen of what the game waits for; `note` says what was just taken back."""
    match table.state.waiting:
        case ToRoll() | ToChooseKind():
            return Board(table, note=note)
        case ToRespond() as waiting:
            return ChallengeCard(table, waiting, note)
        case ToDecide() as waiting:
            return ToolCard(table, waiting, note)
        case Over():
            return Results(table, note)
        case waiting:
            assert_never(waiting)
