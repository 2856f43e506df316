"""The practice: one turn on a sample project, on the real screens, with a bubble that says what to do."""

from dataclasses import dataclass

import pygame

from booster.decks.model import Deck
from booster.engine.actions import EndGame
from booster.engine.state import NewTeam, Setup, ToChooseKind
from booster.language import N_, Translator, translator
from booster.session import Session
from booster.window.paint import panel
from booster.window.screen import Screen
from booster.window.screens.board import Board
from booster.window.screens.card import ChallengeCard, ToolCard
from booster.window.screens.exchange import Exchange
from booster.window.screens.game import screen_now
from booster.window.screens.hand_over import HandOver
from booster.window.screens.moving import MovingScreen
from booster.window.screens.result import Result
from booster.window.screens.results import Results
from booster.window.screens.table import Table
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Pop, Replace, Transition
from booster.window.widgets import Button, Form, Label, Row, TextBox, Widget

SEED = "PRACTICE"
WIDEST = 1240  # design pixels
VEIL = 90  # of 255: how far the screen behind a bubble steps back


@dataclass(frozen=True, slots=True)
class Hint:
    """A bubble: its title and its words, both messages for `tr`."""

    title: str
    words: str


BEFORE_THE_ROLL = (
    Hint(
        N_("The theme"),
        N_(
            "Your team wants to launch a project that is good for people and for nature. The trail leads from"
            " the first idea, in the garden, to the launch, in the harbour."
        ),
    ),
    Hint(
        N_("The goal"),
        N_(
            "On the way you meet challenges and tools. They win or cost points on three pillars: ecology,"
            " economy and social. At the end, each point buys what somebody else has learned."
        ),
    ),
    Hint(N_("One turn"), N_("Roll the die: press the yellow button, or Enter.")),
)
AFTER_THE_ROLL = Hint(
    N_("The card"),
    N_("The space says what comes: a mountain is a challenge, a wrench is a tool. Turn the card over."),
)
CHOICE = Hint(N_("Your choice"), N_("On this space you say first what you draw: a challenge or a tool."))
CHALLENGE = Hint(
    N_("A challenge"),
    N_(
        "One of you reads it aloud. Talk about it, then choose a response. What comes of it is shown only"
        " after that."
    ),
)
TOOL = Hint(
    N_("A tool"),
    N_(
        "One of you reads the method aloud. Adopt it, and it stays in your toolbox, where it helps later; or"
        " leave it."
    ),
)
POINTS = Hint(
    N_("The points"),
    N_(
        "Here is what came of it, and the reason for every point. In a game the next team would play now; we"
        " go on to the end."
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


class Practice(Screen):
    """A screen of a game with a bubble over it. What is played here is kept nowhere."""

    def __init__(self, deck: Deck, tr: Translator) -> None:
        """Begin a turn with the cards of a deck."""
        super().__init__()
        self.tr = tr
        team = NewTeam(tr("Second Wind"), tr("Young people repair bicycles in the old school"))
        session = Session.demonstration(Setup((team,), "discovery", SEED), (deck,))
        self.inner: Screen = screen_now(Table.of(session, tr))
        self._shown: set[Hint] = set()
        self._waiting: list[Hint] = []
        self._box = pygame.Rect(0, 0, 0, 0)
        self._veil: pygame.Surface
        self._title: Label
        self._text: TextBox
        self._buttons: Row
        self._bubble: Form | None = None
        self._comment()

    # --- the bubbles

    def _comment(self) -> None:
        """Open the bubbles of the screen that is shown, each once."""
        self._waiting = [hint for hint in hints_for(self.inner) if hint not in self._shown]
        if self._is_moving():
            self._bubble, self.form = None, self.inner.form
        else:
            self._open_next()

    def _is_moving(self) -> bool:
        """Whether something moves on the screen of the game: its bubbles come when that has ended."""
        return isinstance(self.inner, MovingScreen) and self.inner.clock.running

    def _open_next(self) -> None:
        """Open the next bubble, or give the screen back to the players."""
        self.stale = True
        if not self._waiting:
            self._bubble, self.form = None, self.inner.form
            return
        hint, tr = self._waiting.pop(0), self.tr
        self._shown.add(hint)
        self._title = Label(tr(hint.title), Size.HEADING, bold=True)
        self._text = TextBox((tr(hint.words),))
        go_on = Button(tr("Go on"), self._close, primary=True)
        self._buttons = Row((go_on, Button(tr("Skip the practice"), Pop)), (1, 1))
        self._bubble = self.form = Form()
        widgets: tuple[Widget, ...] = (self._title, self._text, self._buttons)
        self._bubble.show(*widgets, focus=go_on)

    def _close(self) -> Transition:
        self._open_next()
        self.layout(self.look)
        return None

    # --- the game behind them

    def _follow(self, transition: Transition) -> Transition:
        """Let the screen of the game lead to the next one here; after the turn, to the end of the game."""
        if not isinstance(transition, Replace):
            return transition
        self.inner = transition.screen
        if isinstance(self.inner, HandOver):
            table = self.inner.table
            table.session.act(EndGame())
            self.inner = Exchange(table)
        self._comment()
        self.layout(self.look)
        return None

    def on_event(self, event: pygame.Event) -> Transition:
        """An open bubble answers; without one the game does."""
        if self._bubble is not None:
            transition = self._bubble.on_event(event)
            self.stale = self.stale or self._bubble.stale
            return transition
        return self._follow(self.inner.on_event(event))

    def back(self) -> Transition:
        """Leave the practice, or whatever page of the game is open."""
        return Pop() if self._bubble is not None else self._follow(self.inner.back())

    def explain(self) -> Transition:
        """Explain the screen of the game."""
        return self.inner.explain()

    def update(self, dt_ms: int) -> Transition:
        """Let time pass in the game."""
        transition = self._follow(self.inner.update(dt_ms))
        if self._bubble is None and self._waiting and not self._is_moving():
            self._open_next()
            self.layout(self.look)
        self.stale = self.stale or self.inner.stale
        return transition

    # --- place and picture

    def layout(self, look: Look) -> None:
        """Place the screen of the game, and the bubble at the bottom of it."""
        super().layout(look)
        self.tr = translator(look.settings.language or self.tr.language)
        self.inner.layout(look)
        if self._bubble is None:
            return
        pad, gap = look.px(40), look.px(20)
        width = min(look.width - 2 * pad, look.px(WIDEST))
        inside = width - 2 * pad
        title, buttons = self._title.height(look, inside), self._buttons.height(look, inside)
        most = look.height - 4 * pad - title - buttons - 2 * gap
        text = min(self._text.height(look, inside), most)
        height = title + text + buttons + 2 * gap + 2 * pad
        self._box = pygame.Rect((look.width - width) // 2, look.height - height - pad, width, height)
        top = self._box.top + pad
        for widget, high in ((self._title, title), (self._text, text), (self._buttons, buttons)):
            widget.place(look, pygame.Rect(self._box.left + pad, top, inside, high))
            top += high + gap
        self._veil = pygame.Surface((look.width, look.height))
        self._veil.fill(look.theme.ink)
        self._veil.set_alpha(VEIL)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the game, and over it the bubble."""
        self.inner.draw(surface)
        self.inner.stale = False
        if self._bubble is None:
            return
        look, theme = self.look, self.look.theme
        surface.blit(self._veil, (0, 0))
        panel(surface, self._box, theme.white, theme.accent, look.px(28), look.px(6))
        self._bubble.draw(surface)


def hints_for(screen: Screen) -> tuple[Hint, ...]:
    """Return the bubbles that belong to a screen of a game, in their order."""
    match screen:
        case Board(table=table) if isinstance(table.state.waiting, ToChooseKind):
            return (CHOICE,)
        case Board(news=news):
            return (AFTER_THE_ROLL,) if news else BEFORE_THE_ROLL
        case ChallengeCard():
            return (CHALLENGE,)
        case ToolCard():
            return (TOOL,)
        case Result():
            return (POINTS,)
        case Exchange():
            return (EXCHANGE,)
        case Results():
            return (CARDS,)
        case _:
            return ()
