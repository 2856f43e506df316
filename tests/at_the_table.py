"""A game on the table: sessions for the tests of the window's screens, and ways to get them somewhere."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from booster.decks.load import load_deck
from booster.decks.model import Deck
from booster.engine.actions import Action, Adopt, Borrow
from booster.engine.events import Event
from booster.engine.legal import turn_actions
from booster.engine.state import NewTeam, Setup, State
from booster.language import translator
from booster.limits import PresetName
from booster.paths import core_deck
from booster.session import Session
from booster.window.screens.game.table import Table

NAMES = ("Vélo Pour Tous", "Le Potager Partagé", "Réemploi 13", "Café des Voisins", "Énergie Citoyenne")
LONG_NAME = "Les Ateliers Citoyens de l’Énergie Partagée"


@cache
def core() -> Deck:
    """The deck that ships."""
    deck = load_deck(core_deck()).deck
    assert deck is not None
    return deck


def wordy(deck: Deck) -> Deck:
    """The deck with texts half as long again, and titles near the longest that a card takes."""

    def longer(text: str) -> str:
        return f"{text} {text[: len(text) // 2].strip()}"

    return deck.model_copy(
        update={
            "challenges": tuple(
                card.model_copy(
                    update={
                        "title": longer(card.title),
                        "situation": longer(card.situation),
                        "responses": tuple(
                            response.model_copy(
                                update={"do": longer(response.do), "then": longer(response.then)}
                            )
                            for response in card.responses
                        ),
                    }
                )
                for card in deck.challenges
            ),
            "tools": tuple(
                card.model_copy(update={"title": longer(card.title), "what": longer(card.what)})
                for card in deck.tools
            ),
        }
    )


def set_up(teams: int = 4, preset: PresetName = "discovery", seed: str = "TABLE") -> Setup:
    """A set-up of teams with names, the fifth and later ones with a long one, the first with a project."""
    named = (NAMES[team] if team < 4 else LONG_NAME for team in range(teams))
    return Setup(
        tuple(
            NewTeam(name, "" if team else "Cheap repaired bikes for everybody in the valley", team)
            for team, name in enumerate(named)
        ),
        preset,
        seed,
    )


def in_memory(teams: int = 4, deck: Deck | None = None, preset: PresetName = "discovery") -> Session:
    """A game that is kept in memory."""
    return Session.demonstration(set_up(teams, preset), (deck or core(),))


def on_disk(folder: Path, teams: int = 4, preset: PresetName = "discovery") -> Session:
    """A game with a journal."""
    return Session.create(set_up(teams, preset), (core(),), folder)


def table_of(session: Session, language: str = "en") -> Table:
    """The table of a session."""
    return Table.of(session, translator(language))


def play_until(session: Session, there: Callable[[State], bool]) -> tuple[Event, ...]:
    """Play on until the state is as asked; return what the last action did. Teams adopt and borrow."""
    events: tuple[Event, ...] = ()
    while not there(session.state):
        assert not session.state.over, "the game ended before"
        events = session.act(_likely(turn_actions(session.state)))
    return events


def _likely(actions: tuple[Action, ...]) -> Action:
    return next((action for action in actions if isinstance(action, Adopt | Borrow)), actions[0])
