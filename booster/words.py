"""Events, actions, refusals and errors as sentences in a language; no front end is named or needed here.

`deck` is always the deck in the translator's language (`Session.deck`), `state` the state after the events,
or the one an action is chosen in. Card texts and names come out as they are: a terminal escapes them.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import assert_never

from booster.decks.model import Deck, Kind
from booster.engine import actions, events
from booster.engine.legal import Reason
from booster.engine.rules import Refused
from booster.engine.setup import SetupFault
from booster.engine.state import State, ToRespond
from booster.errors import BoosterError
from booster.language import Translator
from booster.names import (
    inside_quotes,
    pillar_name,
    sentence_case,
    signed,
    space_words,
    stage_name,
    team_said,
    team_title,
    tool_names,
)


def event_sentences(
    happened: Sequence[events.Event], state: State, deck: Deck, tr: Translator
) -> tuple[str, ...]:
    """Return one sentence for each event; a roll and the move that it makes share one."""
    sentences: list[str] = []
    for event, following in zip_longest(happened, happened[1:]):
        match event, following:
            case events.Rolled(team, die), events.Moved(end=end):
                sentences.append(sentence_case(_roll_and_move(team, die, end, state, tr)))
            case events.Moved(), _ if sentences:
                continue
            case _:
                sentences.append(event_sentence(event, state, deck, tr))
    return tuple(sentences)


def event_sentence(event: events.Event, state: State, deck: Deck, tr: Translator) -> str:
    """Return one event as one sentence. See `event_sentences` for several in a row."""
    return sentence_case(_event_words(event, state, deck, tr))


def _event_words(event: events.Event, state: State, deck: Deck, tr: Translator) -> str:
    if isinstance(event, events.GameEnded):
        return _game_ended(event.why, tr)

    def title(card: str) -> str:
        return inside_quotes(deck.cards[card].title, tr)

    name = state.teams[event.team].name
    who, heading = team_said(event.team, name, tr), team_title(event.team, name, tr)
    match event:
        case events.TurnStarted():
            return tr("{team}, it is your turn.", team=heading)
        case events.Rolled(die=die):
            return tr("{team} rolls {die}.", team=who, die=die)
        case events.Moved(end=end) if end > len(state.game.path):
            return tr("{team} moves past the last space.", team=who)
        case events.Moved(end=end):
            return tr("{team} moves to {space}.", team=who, space=space_words(end, state.game, tr))
        case events.TeamLaunched():
            return tr("{team} puts to sea: its project is launched!", team=who)
        case events.KindChosen(kind=kind):
            return _chosen_kind(who, kind, tr)
        case events.CardDrawn():
            return _drawn(event, title(event.card), who, tr)
        case events.NoCard(stage=stage):
            return tr(
                "There is no card left for {team} in the stage {stage}: the turn passes.",
                team=who,
                stage=stage_name(stage, tr).lower(),
            )
        case events.ToolLent(lender=lender, tool=tool):
            lending = team_said(lender, state.teams[lender].name, tr)
            return tr(
                "{lender} lends the tool “{tool}” to {team} and explains it aloud.",
                lender=lending,
                tool=title(tool),
                team=who,
            )
        case events.Responded(card=card, response=response):
            do = inside_quotes(deck.challenge(card).responses[response].do, tr)
            return tr("{team} responds: “{do}”", team=who, do=do)
        case events.ToolAdopted(tool=tool):
            return tr("{team} adopts the tool “{tool}”.", team=who, tool=title(tool))
        case events.ToolLeft(tool=tool):
            return tr("{team} leaves the tool “{tool}”.", team=who, tool=title(tool))
        case events.PointsChanged(cause="lending" | "correction"):
            return tr("{team}. {points}", team=heading, points=points_sentence(event, deck, tr))
        case events.PointsChanged():
            return points_sentence(event, deck, tr)
        case events.CardSwapped(card=card):
            return tr("The facilitator swaps the card “{card}” for the next one.", card=title(card))
        case events.TurnSkipped():
            return tr("The facilitator skips the turn of {team}.", team=who)
        case events.TeamPassed():
            return tr("{team} is away: its turns are passed over until it is back.", team=who)
        case events.TeamBack():
            return tr("{team} is back and plays on.", team=who)
        case events.TeamAdded():
            return tr("{team} joins at the start of the path. Welcome!", team=who)
        case events.CardBought(card=card):
            return tr("{team} receives the experience card “{card}”.", team=who, card=title(card))
        case events.PointsLeftOver(points=points):
            return tr.plural(
                "{team} has {n} point left over.", "{team} has {n} points left over.", points, team=who
            )
        case _:
            assert_never(event)


def points_sentence(event: events.PointsChanged, deck: Deck, tr: Translator) -> str:
    """Return what moved a score and why, without the team: `Ecology +2, now 5: the response to “…”.` (R9)."""
    values = {
        "pillar": pillar_name(event.pillar, tr),
        "applied": signed(event.applied),
        "asked": signed(event.asked),
        "total": event.total,
        "why": _why(event, deck, tr),
    }
    if event.applied == event.asked:
        return tr("{pillar} {applied}, now {total}: {why}.", **values)
    if event.applied == 0:
        return tr("{pillar} stays at 0: {why} (asked {asked}, none left to lose).", **values)
    return tr.plural(
        "{pillar} {applied}, now {total}: {why} (asked {asked}, only {n} left to lose).",
        "{pillar} {applied}, now {total}: {why} (asked {asked}, only {n} left to lose).",
        -event.applied,
        **values,
    )


def _why(event: events.PointsChanged, deck: Deck, tr: Translator) -> str:
    tool = inside_quotes(deck.tool(event.tool).title, tr) if event.tool else ""
    card = inside_quotes(deck.cards[event.card].title, tr) if event.card else ""
    match event.cause:
        case "response":
            return tr("the response to “{card}”", card=card)
        case "help":
            return tr("the help of the tool “{tool}”", tool=tool)
        case "lending":
            return tr("for lending the tool “{tool}”", tool=tool)
        case "adopting":
            return tr("for adopting the tool “{tool}”", tool=card)
        case "correction":
            return tr("corrected by the facilitator, “{reason}”", reason=inside_quotes(event.reason, tr))
        case _:
            assert_never(event.cause)


def _roll_and_move(team: int, die: int, end: int, state: State, tr: Translator) -> str:
    who = team_said(team, state.teams[team].name, tr)
    if end > len(state.game.path):
        return tr("{team} rolls {die} and moves past the last space.", team=who, die=die)
    return tr(
        "{team} rolls {die} and moves to {space}.", team=who, die=die, space=space_words(end, state.game, tr)
    )


def _chosen_kind(who: str, kind: Kind, tr: Translator) -> str:
    match kind:
        case "challenge":
            return tr("{team} chooses to draw a challenge.", team=who)
        case "tool":
            return tr("{team} chooses to draw a tool.", team=who)
        case _:
            assert_never(kind)


def _drawn(event: events.CardDrawn, title: str, who: str, tr: Translator) -> str:
    match event.kind, event.instead:
        case "challenge", False:
            return tr("{team} draws the challenge “{title}”.", team=who, title=title)
        case "challenge", True:
            return tr(
                "There is no tool left here: {team} draws the challenge “{title}”.", team=who, title=title
            )
        case "tool", False:
            return tr("{team} draws the tool “{title}”.", team=who, title=title)
        case _:
            return tr(
                "There is no challenge left here: {team} draws the tool “{title}”.", team=who, title=title
            )


def _game_ended(why: events.Ending, tr: Translator) -> str:
    match why:
        case "all-launched":
            return tr("All have launched: points are exchanged for experience cards.")
        case "facilitator":
            return tr("The facilitator ends the game here: points are exchanged for experience cards.")
        case "no-team-left":
            return tr("No team is left to play: points are exchanged for experience cards.")
        case _:
            assert_never(why)


def action_label(action: actions.Action, state: State, deck: Deck, tr: Translator) -> str:
    """Return an action as a choice to offer or a step to name: what it does, without a full stop.

    `state` is one in which the action is legal: a Respond reads its words from the challenge on the table.
    """

    def title(index: int) -> str:
        return team_title(index, state.teams[index].name, tr)

    match action:
        case actions.Roll():
            return tr("Roll the die")
        case actions.ChooseKind(kind="challenge"):
            return tr("Draw a challenge")
        case actions.ChooseKind():
            return tr("Draw a tool")
        case actions.Borrow(tool, lender):
            lending = team_said(lender, state.teams[lender].name, tr)
            return tr("Borrow {tool} from {team}", tool=tool_names((tool,), deck, tr), team=lending)
        case actions.Respond(response):
            return _response_label(response, state, deck, tr)
        case actions.Adopt():
            return tr("Adopt the tool")
        case actions.Leave():
            return tr("Leave the tool")
        case actions.SwapCard():
            return tr("Swap the card for the next one")
        case actions.SkipTurn():
            return tr("Skip this turn")
        case actions.CorrectScore(team, pillar, points, reason):
            return tr(
                "Correct {team}: {pillar} {points}, “{reason}”",
                team=team_said(team, state.teams[team].name, tr),
                pillar=pillar_name(pillar, tr),
                points=signed(points),
                reason=inside_quotes(reason, tr),
            )
        case actions.PassTeam(team):
            return tr("{team} is away", team=title(team))
        case actions.WelcomeBack(team):
            return tr("{team} is back", team=title(team))
        case actions.AddTeam(name):
            return tr("Add the team “{name}”", name=inside_quotes(name, tr))
        case actions.EndGame():
            return tr("End the game")
        case _:
            assert_never(action)


def _response_label(response: int, state: State, deck: Deck, tr: Translator) -> str:
    match state.waiting:
        case ToRespond(card):
            return deck.challenge(card).responses[response].do
        case _:
            return tr("Response {number}", number=response + 1)


def refusal_sentence(reason: Reason, tr: Translator) -> str:
    """Return why an action cannot be done now, and what to do instead."""
    match reason:
        case "game-over":
            return tr("The game has ended: the last action can still be undone.")
        case "not-now":
            return tr("It is not the moment for this: please take one of the choices offered.")
        case "no-such-response":
            return tr("The card has no such response: please take one of those it shows.")
        case "response-locked":
            return tr("This response needs a tool that the team does not hold yet: please take another.")
        case "no-such-team":
            return tr("There is no such team: please name one of those in play.")
        case "not-lent":
            return tr("This tool cannot be borrowed here: please take one of the choices offered.")
        case "already-helped":
            return tr("A tool helps already, and a challenge takes one help: please choose a response.")
        case "no-other-card":
            return tr("There is no other card to swap with: please play this one, or skip the turn.")
        case "no-reason-given":
            return tr("A correction needs a reason: please give one in a few words.")
        case "no-points-moved":
            return tr("This would move no point, or take a score below 0: please give another number.")
        case "team-away":
            return tr("This team is away already: welcome it back when it returns.")
        case "team-launched":
            return tr("This team has launched: it has no more turns to pass over.")
        case "team-not-away":
            return tr("This team is not away: it plays on as before.")
        case "too-many-teams":
            return tr("Twelve teams are the most: newcomers can join one of them.")
        case "no-name":
            return tr("A team needs a name: please give it one.")
        case _:
            assert_never(reason)


def sentence_of(error: BoosterError, tr: Translator) -> str:
    """Return an error as one sentence, in the language where its message is translated."""
    match error:
        case Refused(reason=reason):
            return refusal_sentence(reason, tr)
        case SetupFault(values=values):
            return tr("A game takes 1 to {most} teams, not {n}.", **values)
        case _:
            return error.said(tr)
