"""The lesson of the practice: a game of two teams, and what the coach says on each of its screens."""

from typing import NamedTuple

from booster.decks.model import Deck
from booster.engine.actions import Adopt, Borrow, ChooseKind, EndGame, TurnAction
from booster.engine.legal import is_locked, turn_actions
from booster.engine.rules import act
from booster.engine.setup import new_game
from booster.engine.state import NewTeam, Setup, State, ToChooseKind, ToDecide, ToRespond
from booster.language import N_, Translator
from booster.session import Session
from booster.window.screen import Screen
from booster.window.screens.board.board import Board
from booster.window.screens.cards.card import ChallengeCard, ToolCard
from booster.window.screens.cards.result import Result
from booster.window.screens.game.exchange import Exchange
from booster.window.screens.game.hand_over import HandOver
from booster.window.screens.game.results import Results
from booster.window.screens.game.table import Table

LEARNER, OTHER = 0, 1  # the teams
SEEDS = tuple(f"PRACTICE{number}" for number in range(1, 301))


class Hint(NamedTuple):
    """What the coach says: a title and words, both messages for `tr`."""

    title: str
    words: str


THEME = Hint(
    N_("The theme"),
    N_(
        "Your team wants to launch a project that is good for people and nature. The trail leads from the"
        " first idea, in the garden, to the launch, in the harbour."
    ),
)
GOAL = Hint(
    N_("The goal"),
    N_(
        "On the way, challenges and tools win or cost points: ecology, economy, social. At the end, each"
        " point buys what somebody else has learned."
    ),
)
OPENING = (THEME, GOAL)  # to read; all other hints say what to do
ROLL = Hint(N_("One turn"), N_("Roll the die: press the yellow button, or Enter."))
ROLL_AGAIN = Hint(N_("Your second turn"), N_("Roll the die again."))
CARD = Hint(
    N_("The card"),
    N_("The space says what comes: a mountain is a challenge, a wrench is a tool. Turn the card over."),
)
TOOL = Hint(
    N_("A tool"),
    N_("Read the method aloud. Adopt it, and it stays in your toolbox, where it helps later. Or leave it."),
)
POINTS = Hint(
    N_("The points"), N_("Here is what came of it, and the reason for every point. Then the next team plays.")
)
TEAMS = Hint(
    N_("The other teams"),
    N_(
        "The teams take turns at the screen. The other one has just played. Your turn again: press"
        " “We are here”."
    ),
)
CHOICE = Hint(
    N_("Your choice"),
    N_(
        "On a question mark you say first what you draw: a challenge or a tool. Take a challenge, to see one."
    ),
)
HELP = Hint(
    N_("A challenge, and help"),
    N_(
        "Read it aloud and talk about it. The other team has a tool that helps: borrow it for a bonus. That"
        " team explains it aloud, and wins a point too."
    ),
)
CHALLENGE = Hint(
    N_("A challenge"),
    N_(
        "One of you reads it aloud. Talk about it, then choose a response. What comes of it is shown only"
        " after that."
    ),
)
LAST_POINTS = Hint(
    N_("The points"),
    N_(
        "So it goes on, a turn for each team, until all projects are launched. Here we go straight to the"
        " end."
    ),
)
EXCHANGE = Hint(
    N_("The exchange"),
    N_("When all projects are launched, the points of each team become experience cards, one for one."),
)
CARDS = Hint(
    N_("That is all"),
    N_(
        "Read a card aloud: what does it change for your project? Then go back to the title and start a game"
        " of your own."
    ),
)


def lesson_game(deck: Deck, tr: Translator) -> Session:
    """Return a game that is kept nowhere: a tool, then a space to choose on, and a challenge with help."""
    teams = (
        NewTeam(tr("Second Wind"), tr("Young people repair bicycles in the old school"), 0),
        NewTeam(tr("The Long Table"), tr("A canteen cooks what the shops throw away"), 1),
    )
    setups = [Setup(teams, "workshop", seed) for seed in SEEDS]
    shown = {setup: _words(setup, deck) for setup in setups}
    least = min((setup for setup in setups if shown[setup]), key=shown.__getitem__, default=setups[0])
    return Session.demonstration(least, (deck,))


def _words(setup: Setup, deck: Deck) -> int:
    """How many words the learner reads in two turns; 0 for a game that does not show the three things."""
    state = new_game(setup, deck)[0]
    read = 0
    while state.turn < 3:
        if isinstance(state.waiting, ToRespond):
            return 0
        if isinstance(state.waiting, ToDecide) and state.on_turn == LEARNER:
            read += _length(deck, state.waiting.card)
        state = act(state, _eager(state))[0]
    state = act(state, _eager(state))[0]
    if not isinstance(state.waiting, ToChooseKind):
        return 0
    state = act(state, ChooseKind("challenge"))[0]
    if not (isinstance(state.waiting, ToRespond) and _can_borrow(state)):
        return 0
    if any(is_locked(response, state.team) for response in deck.challenge(state.waiting.card).responses):
        return 0  # one thing at a time
    return read + _length(deck, state.waiting.card)


def _length(deck: Deck, card: str) -> int:
    return len(str(deck.cards[card]))


def _eager(state: State) -> TurnAction:
    """What a team does that takes every tool; the other team of the lesson does so."""
    actions = turn_actions(state)
    return next((action for action in actions if action in (ChooseKind("tool"), Adopt())), actions[0])


def _can_borrow(state: State) -> bool:
    return any(isinstance(action, Borrow) for action in turn_actions(state))


def next_of_lesson(screen: Screen) -> Screen:
    """Return what the learners see for a screen: the other team plays by itself, and two turns are all."""
    if not isinstance(screen, HandOver) or screen.table.state.on_turn == LEARNER:
        return screen
    table = screen.table
    if table.turn_of(LEARNER) > 1:
        table.session.act(EndGame())
        return Exchange(table)
    while table.state.on_turn == OTHER:
        table.session.act(_eager(table.state))
    return HandOver(table)


def hint_for(screen: Screen) -> Hint | None:
    """Return what the coach says on a screen of the game; None on a page that explains itself."""
    match screen:
        case Board(table=table, news=news):
            return _hint_of_board(table, moved=bool(news))
        case HandOver():
            return TEAMS
        case ToolCard():
            return TOOL
        case ChallengeCard(table=table):
            return HELP if _can_borrow(table.state) else CHALLENGE
        case Result(table=table):
            return POINTS if table.turn_of(LEARNER) == 1 else LAST_POINTS
        case Exchange():
            return EXCHANGE
        case Results():
            return CARDS
        case _:
            return None


def _hint_of_board(table: Table, *, moved: bool) -> Hint:
    if isinstance(table.state.waiting, ToChooseKind):
        return CHOICE
    if moved:
        return CARD
    return ROLL if table.turn_of(LEARNER) == 1 else ROLL_AGAIN
