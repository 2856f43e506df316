"""Cards, choices and what happened, as lines to be read aloud in order."""

from collections.abc import Sequence
from typing import assert_never

from booster.decks.model import Deck, Experience, Tool
from booster.engine.actions import Action, Respond
from booster.engine.events import Event, Responded, TurnStarted
from booster.engine.legal import is_locked, turn_actions
from booster.engine.state import Over, State, ToChooseKind, ToDecide, ToRespond, ToRoll
from booster.language import Translator
from booster.names import help_sentences, lock_words, points_words, score_sentence, team_title
from booster.words import action_label, event_sentence, event_sentences


def happened(events: Sequence[Event], state: State, deck: Deck, tr: Translator) -> tuple[str, ...]:
    """Return what one action did; a response is followed by its consequence (R6)."""
    if isinstance(events[-1], TurnStarted) and len(events) > 1:
        # An empty line sets the turns apart.
        return (*happened(events[:-1], state, deck, tr), "", event_sentence(events[-1], state, deck, tr))
    at = next((index for index, event in enumerate(events) if isinstance(event, Responded)), None)
    if at is None:
        return event_sentences(events, state, deck, tr)
    responded = events[at]
    assert isinstance(responded, Responded)
    response = deck.challenge(responded.card).responses[responded.response]
    return (
        *event_sentences(events[: at + 1], state, deck, tr),
        response.then,
        *event_sentences(events[at + 1 :], state, deck, tr),
    )


def situation(state: State, deck: Deck, tr: Translator) -> tuple[str, ...]:
    """Return what the team on turn has before it: where it stands, or the whole card on the table."""
    match state.waiting:
        case ToRoll():
            return (score_sentence(state.on_turn, state, tr),)
        case ToChooseKind():
            return (tr("This space leaves the choice: which kind of card does your team draw?"),)
        case ToRespond(card):
            return (*_challenge(card, deck, tr), *help_sentences(card, state, deck, tr))
        case ToDecide(card):
            return tool_text(deck.tool(card), tr)
        case Over():
            return ()
        case _:
            assert_never(state.waiting)


def choices(state: State) -> tuple[Action, ...]:
    """Return what the team on turn chooses from: the card's responses in their order, locked ones too."""
    every = turn_actions(state)
    match state.waiting:
        case ToRespond(card):
            responses = range(len(state.game.deck.challenge(card).responses))
            others = (action for action in every if not isinstance(action, Respond))
            return (*map(Respond, responses), *others)
        case _:
            return every


def choice_labels(state: State, deck: Deck, tr: Translator) -> tuple[str, ...]:
    """Return the words of the choices, with the tools that unlock a locked response (R6)."""
    return tuple(_label(action, state, deck, tr) for action in choices(state))


def tool_text(tool: Tool, tr: Translator) -> tuple[str, ...]:
    """Return a tool's whole card (R8)."""
    steps = (tr("Step {n}: {step}", n=n, step=step) for n, step in enumerate(tool.steps, start=1))
    lines = [tr("Tool: {title}", title=tool.title), tool.what, *steps]
    if tool.when:
        lines.append(tr("When: {when}", when=tool.when))
    if tool.limit:
        lines.append(tr("Limit: {limit}", limit=tool.limit))
    if tool.try_:
        lines.append(tr("Try it: {try_}", try_=tool.try_))
    return (*lines, tr("Adopting it: {points}.", points=points_words(tool.points, tr)))


def experience_text(card: Experience, tr: Translator) -> tuple[str, ...]:
    """Return an experience's whole card."""
    lines = [
        tr("Experience: {title}", title=card.title),
        tr("From {who}", who=card.who),
        card.story,
        tr("Advice: {advice}", advice=card.advice),
    ]
    return (*lines, tr("Talk about it: {question}", question=card.ask)) if card.ask else tuple(lines)


def card_count(index: int, number: int, state: State, tr: Translator) -> str:
    """Return which of a team's experience cards comes next; `number` counts from 1."""
    team = state.teams[index]
    title = team_title(index, team.name, tr)
    return tr("{team}, card {number} of {all}.", team=title, number=number, all=len(team.experiences))


def _challenge(card: str, deck: Deck, tr: Translator) -> tuple[str, ...]:
    challenge = deck.challenge(card)
    return (
        tr("Challenge: {title}", title=challenge.title),
        challenge.situation,
        tr("Talk about it: {question}", question=challenge.talk),
    )


def _label(action: Action, state: State, deck: Deck, tr: Translator) -> str:
    label = action_label(action, state, deck, tr)
    match action, state.waiting:
        case Respond(number), ToRespond(card):
            response = deck.challenge(card).responses[number]
            if is_locked(response, state.team):
                lock = lock_words(response, deck, tr)
                return tr("{label} ({lock})", label=label, lock=lock)
    return label
