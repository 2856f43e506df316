"""A demonstration: simulated teams play a whole session, and it is told line by line."""

from booster.decks.model import Deck
from booster.engine.state import NewTeam, Setup, ToRoll
from booster.language import N_, Translator
from booster.limits import MOST_TEAMS, USUAL_PRESET, USUAL_TEAMS
from booster.names import preset_name, score_sentence
from booster.session import Session, tidy_seed
from booster.simulated import chance_of_players, random_team
from booster.text.setup import Wanted
from booster.text.telling import card_count, choice_labels, experience_text, happened, situation
from booster.text.terminal import Terminal, numbered
from booster.words import event_sentences

TEAMS = (
    (N_("The Shared Garden"), N_("Vegetables grown together behind the library")),
    (N_("Second Life Bikes"), N_("Old bicycles repaired by young people, for those who have none")),
    (N_("The Open Kitchen"), N_("Meals cooked by neighbours from what the market could not sell")),
    (N_("Sun on Our Roofs"), N_("Solar panels owned by those who live below them")),
    (N_("The Mending Bench"), N_("A workshop where nothing is thrown away before it was looked at")),
    (N_("Friends of the Stream"), N_("A stream cleaned and watched over by its neighbours")),
    (N_("Wool from Here"), N_("Blankets made from wool that local shepherds had to burn")),
    (N_("The Neighbour Bus"), N_("Shared rides from the hills to the market and the doctor")),
    (N_("Seeds to Share"), N_("A seed library that lends in spring and is paid back in autumn")),
    (N_("The Morning Oven"), N_("A village oven where bread brings people together again")),
    (N_("Warm Homes"), N_("Neighbours who insulate one home after another")),
    (N_("The Story Bench"), N_("Elders who tell schoolchildren how the valley has changed")),
)
"""Names and projects of demonstration teams, all invented; as many as the most teams."""


def demonstrate(terminal: Terminal, decks: tuple[Deck, ...], wanted: Wanted) -> None:
    """Play a session that is not saved and tell it to its last card (R13: same seed, same text)."""
    session = Session.demonstration(_setup(wanted, terminal.tr), decks)
    deck, tr = session.deck(terminal.tr.language), terminal.tr
    terminal.answer(_opening(session, tr))
    terminal.answer(*event_sentences(session.events, session.state, deck, tr))
    chance = chance_of_players(session.header.seed)
    while not session.state.over:
        terminal.answer(*situation(session.state, deck, tr))
        if not isinstance(session.state.waiting, ToRoll):
            terminal.answer(*numbered(choice_labels(session.state, deck, tr)))
        events = session.act(random_team(session.state, chance))
        terminal.answer(*happened(events, session.state, deck, tr))
    for index in range(len(session.state.teams)):
        terminal.answer(*_result(session, index, deck, tr))


def _setup(wanted: Wanted, tr: Translator) -> Setup:
    chosen = TEAMS[: min(wanted.teams or USUAL_TEAMS, MOST_TEAMS)]
    teams = tuple(NewTeam(tr(name), tr(project), index) for index, (name, project) in enumerate(chosen))
    return Setup(teams, wanted.preset or USUAL_PRESET, tidy_seed(wanted.seed or ""))


def _opening(session: Session, tr: Translator) -> str:
    setup = session.header.setup
    preset = preset_name(setup.preset, tr)
    return tr.plural(
        "A demonstration that is not saved: {n} team plays by itself, length {preset}, seed {seed}.",
        "A demonstration that is not saved: {n} teams play by themselves, length {preset}, seed {seed}.",
        len(setup.teams),
        preset=preset,
        seed=setup.seed,
    )


def _result(session: Session, index: int, deck: Deck, tr: Translator) -> tuple[str, ...]:
    state = session.state
    lines = [score_sentence(index, state, tr)]
    for number, card in enumerate(state.teams[index].experiences, start=1):
        lines.append(card_count(index, number, state, tr))
        lines += experience_text(deck.experience(card), tr)
    return tuple(lines)
