"""The names of things in a language: pillars, stages, kinds, presets, times, teams, points, tools, places.

A team has one form, `Team B (Le Potager Partagé)`: `team_title` for a heading or the start of a line,
`team_said` for the middle of a sentence, where French asks for an article.
`deck` is always the deck in the translator's language (`Session.deck`).
"""

import re
from collections.abc import Iterable
from typing import assert_never

from booster.decks.model import PILLARS, Deck, Pillar, Points, Response, SpaceKind, Stage
from booster.engine.state import Game, State, Team, ToRespond
from booster.language import Translator
from booster.limits import PresetName

LETTERS = "ABCDEFGHIJKL"
LONG_GAME = 180  # minutes
TEAMS_FOR_A_LONG_GAME = 6

_QUOTED = re.compile(r"(?:«\s*|“)([^«»“”]*?)(?:\s*»|”)")


def pillar_name(pillar: Pillar, tr: Translator) -> str:
    """Return `Ecology`, `Economy` or `Social`."""
    match pillar:
        case "ecology":
            return tr("Ecology")
        case "economy":
            return tr("Economy")
        case "social":
            return tr("Social")
        case _:
            assert_never(pillar)


def stage_name(stage: Stage, tr: Translator) -> str:
    """Return the stage's name with a capital (R2)."""
    match stage:
        case "ideation":
            return tr("Ideation")
        case "positioning":
            return tr("Positioning")
        case "products":
            return tr("Products and services")
        case "model":
            return tr("Business model")
        case "launch":
            return tr("Launch")
        case _:
            assert_never(stage)


def kind_name(kind: SpaceKind, tr: Translator) -> str:
    """Return `Challenge`, `Tool` or `Choice`: of a card or of a space (R2)."""
    match kind:
        case "challenge":
            return tr("Challenge")
        case "tool":
            return tr("Tool")
        case "choice":
            return tr("Choice")
        case _:
            assert_never(kind)


def preset_name(preset: PresetName, tr: Translator) -> str:
    """Return `Discovery`, `Workshop` or `Full` (R2)."""
    match preset:
        case "discovery":
            return tr("Discovery")
        case "workshop":
            return tr("Workshop")
        case "full":
            return tr("Full")
        case _:
            assert_never(preset)


def team_letter(index: int) -> str:
    """Return the letter of a team counted from 0: A to L (R1)."""
    return LETTERS[index]


def team_label(index: int, tr: Translator) -> str:
    """Return `Team B`: a team without its name, which is also the name of one that chose none."""
    return tr("Team {letter}", letter=team_letter(index))


def team_title(index: int, name: str, tr: Translator) -> str:
    """Return `Team B (Le Potager Partagé)`, or `Team B` alone where the name says nothing more."""
    label = team_label(index, tr)
    return label if name in ("", label) else tr("{team} ({name})", team=label, name=name)


def team_said(index: int, name: str, tr: Translator) -> str:
    """Return a team as it stands in a sentence, in French with its article: `l’équipe B (Le Potager)`.

    A sentence that begins with it takes `sentence_case`.
    """
    said = tr("team {letter}", letter=team_letter(index))
    return said if name in ("", team_label(index, tr)) else tr("{team} ({name})", team=said, name=name)


def sentence_case(sentence: str) -> str:
    """Return a sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def inside_quotes(text: str, tr: Translator) -> str:
    """Return a text as it stands between quotation marks: its own become the inner ones of the language."""
    return _QUOTED.sub(lambda quoted: tr("‘{text}’", text=quoted[1]), text)


def time_words(minutes: int, tr: Translator) -> str:
    """Return a time as people say it: `45 min`, `3 h`, `4 h 20 min`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return tr("{n} min", n=rest)
    return tr("{hours} h {minutes:02} min", hours=hours, minutes=rest) if rest else tr("{n} h", n=hours)


def length_advice(minutes: int, teams: int, tr: Translator) -> str:
    """Return what to do about a game that is too long to sit through; nothing for a shorter one."""
    if minutes <= LONG_GAME or teams <= TEAMS_FOR_A_LONG_GAME:
        return ""
    return tr("Advice: {most} teams or fewer in a game.", most=TEAMS_FOR_A_LONG_GAME)


def signed(points: int) -> str:
    """Return `+2`, `−1` (a true minus sign) or `0`."""
    return f"{points:+d}".replace("-", "\N{MINUS SIGN}") if points else "0"


def points_words(points: Points, tr: Translator) -> str:
    """Return `Ecology +2, Social −1`, or `No points`."""
    moves = ", ".join(f"{pillar_name(pillar, tr)} {signed(number)}" for pillar, number in points.moves)
    return moves or tr("No points")


def tool_names(tools: Iterable[str], deck: Deck, tr: Translator) -> str:
    """Return the titles of tools: `“Persona” or “Short diagnosis”`. An id the deck lacks stands as it is."""
    titles = (deck.tool(tool).title if tool in deck.cards else tool for tool in tools)
    return _one_of([tr("“{title}”", title=inside_quotes(title, tr)) for title in titles], tr)


def _one_of(names: list[str], tr: Translator) -> str:
    *first, last = names
    return tr("{names} or {last}", names=", ".join(first), last=last) if first else last


def lock_words(response: Response, deck: Deck, tr: Translator) -> str:
    """Return which tools unlock a response with `needs` (R6)."""
    return tr("Locked: needs the tool {tools}.", tools=tool_names(response.needs, deck, tr))


def space_words(space: int, game: Game, tr: Translator) -> str:
    """Return a space of the path, counted from 1, with its stage: `space 5, positioning`."""
    stage = stage_name(game.path[space - 1][0], tr)
    return tr("space {space}, {stage}", space=space, stage=stage.lower())


def place_words(state: State, team: Team, tr: Translator) -> str:
    """Return where a team stands: `on space 5, positioning`, `at the start` or `launched`."""
    if state.game.stage_of(team) is not None:
        return tr("on {space}", space=space_words(team.space, state.game, tr))
    return tr("launched") if team.launched else tr("at the start")


def score_sentence(index: int, state: State, tr: Translator) -> str:
    """Return the points of a team on each pillar, all together, and where it stands (R9)."""
    team = state.teams[index]
    scores = ", ".join(f"{pillar_name(pillar, tr)} {team.score.on(pillar)}" for pillar in PILLARS)
    sentence = tr(
        "{team}. {scores}: {total} in all. Now {place}.",
        team=team_title(index, team.name, tr),
        scores=scores,
        total=team.score.total,
        place=place_words(state, team, tr),
    )
    return tr("{sentence} Away for now.", sentence=sentence) if team.away else sentence


def facilitator_notes(state: State, deck: Deck) -> str | None:
    """Return what the card on the table says to the facilitator alone, if it says anything."""
    match state.waiting:
        case ToRespond(card):
            return deck.challenge(card).notes
        case _:
            return None


def help_sentences(card: str, state: State, deck: Deck, tr: Translator) -> tuple[str, ...]:
    """Return which tools help with a challenge (R7): a sentence for each that is held, one for the rest."""
    tools = deck.challenge(card).helped_by
    holders = {tool: _holders(tool, state) for tool in tools}
    sentences = [_held(tool, holders[tool], state, deck, tr) for tool in tools if holders[tool]]
    if missing := [tool for tool in tools if not holders[tool]]:
        names = tool_names(missing, deck, tr)
        sentences.append(tr("{tools} would help here, but no team has it to hand.", tools=names))
    return tuple(sentences)


def _holders(tool: str, state: State) -> list[int]:
    """The teams that can explain a tool: those that hold it and are not away."""
    return [index for index, team in enumerate(state.teams) if tool in team.toolbox and not team.away]


def _held(tool: str, holders: list[int], state: State, deck: Deck, tr: Translator) -> str:
    name = tool_names((tool,), deck, tr)
    if state.on_turn in holders:
        return tr("{tool} helps here, and your team holds it.", tool=name)
    teams = [team_said(index, state.teams[index].name, tr) for index in holders]
    match state.waiting:
        case ToRespond(borrowed=borrowed, lender=int(lender)) if borrowed == tool:
            lending = team_said(lender, state.teams[lender].name, tr)
            return tr("{tool} helps here, lent by {team}.", tool=name, team=lending)
        case _:
            return tr("{tool} helps here: ask {teams} to explain it.", tool=name, teams=_one_of(teams, tr))
