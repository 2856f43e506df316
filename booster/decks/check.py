"""What only shows when the cards of a deck are seen together."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import PurePath

from booster.decks.check_words import find_word_problems
from booster.decks.contents import Contents, Name, Placed
from booster.decks.folder import CardFile
from booster.decks.keys import nearest, slug
from booster.decks.model import (
    KINDS,
    PILLARS,
    STAGES,
    Card,
    Challenge,
    Experience,
    Kind,
    Response,
    SpaceKind,
    Stage,
    Tool,
)
from booster.decks.problems import Problem, Weight, say
from booster.decks.read import MOST_PROBLEMS, Place
from booster.language import N_, Sentence
from booster.limits import PRESETS

_NO_CARD_OF: Mapping[Kind, tuple[CardFile, str]] = {
    "challenge": (
        "challenges.yaml",
        N_("The stage “{stage}” has no challenge card: its challenge spaces will draw a tool."),
    ),
    "tool": (
        "tools.yaml",
        N_("The stage “{stage}” has no tool card: its tool spaces will draw a challenge."),
    ),
}


def find_problems(contents: Contents) -> Iterator[Problem]:
    """Yield what does not fit together. What depends on cards that could not be read is left unsaid."""
    same = tuple(islice(same_ids(contents.names), MOST_PROBLEMS))
    unknown: tuple[Problem, ...] = ()
    yield from same
    if contents.readable:
        # Where an id is wrong itself, the cards that name it would only echo that.
        if not same and all(slug(name.id) == name.id for name in contents.names):
            unknown = tuple(islice(_unknown_tools(contents), MOST_PROBLEMS))
            yield from unknown
        yield from islice(find_word_problems(contents), MOST_PROBLEMS)
    yield from _beaten_responses(contents.cards)
    if contents.whole and not unknown:
        yield from _missing_cards(contents)


def same_ids(names: Iterable[Name]) -> Iterator[Problem]:
    """Yield a problem for each id that an earlier card has already, also when they only look the same."""
    seen: dict[str, Name] = {}
    for name in names:
        first = seen.setdefault(unicodedata.normalize("NFKC", name.id).casefold(), name)
        if first is not name:
            what = say(
                N_("The id “{id}” is taken already, in {file} on line {line}."),
                id=name.id,
                file=first.source.file,
                line=first.place[0] + 1,
            )
            fix = say(N_("give one of the two cards another id; if they are the same card, delete one."))
            yield name.source.problem("error", name.place, what, fix)


def _unknown_tools(contents: Contents) -> Iterator[Problem]:
    tools = dict.fromkeys(name.id for name in contents.names if name.file == "tools.yaml")
    if not tools:
        yield from _no_tools(contents)
        return
    for card in contents.cards:
        if isinstance(card.part, Challenge):
            for tool, place in _named_tools(card, card.part):
                if tool not in tools:
                    what = say(N_("There is no tool “{id}” in this deck."), id=tool)
                    meant = nearest(tool, tools)
                    fix = (
                        say(N_("type “{key}”."), key=meant)
                        if meant
                        else say(N_("name a tool of tools.yaml."))
                    )
                    yield card.source.problem("error", place, what, fix)


def _no_tools(contents: Contents) -> Iterator[Problem]:
    """One problem for all the tools that are named, where there is no tool at all."""
    named = [
        (card, tool, place)
        for card in contents.cards
        if isinstance(card.part, Challenge)
        for tool, place in _named_tools(card, card.part)
    ]
    if named:
        ids = ", ".join(dict.fromkeys(tool for _, tool, _ in named))
        card, _, place = named[0]
        what = say(N_("There is no tools.yaml, and challenges name tools: {ids}."), ids=ids)
        fix = say(N_("write tools.yaml with these tools, or take their names out of the challenges."))
        yield card.source.problem("error", place, what, fix)


def _named_tools(card: Placed[Card], challenge: Challenge) -> Iterator[tuple[str, Place]]:
    for i, tool in enumerate(challenge.helped_by):
        yield tool, card.place("helped_by", i)
    for i, response in enumerate(challenge.responses):
        for j, tool in enumerate(response.needs):
            yield tool, card.place("responses", i, "needs", j)


def _beaten_responses(cards: Iterable[Placed[Card]]) -> Iterator[Problem]:
    for card in cards:
        if isinstance(card.part, Challenge):
            yield from _beaten_in(card, card.part.responses)


def _beaten_in(card: Placed[Card], responses: tuple[Response, ...]) -> Iterator[Problem]:
    for i, response in enumerate(responses):
        others = ((j, other) for j, other in enumerate(responses) if j != i)
        better = next((j for j, other in others if _beats(other, response, j < i)), None)
        if better is not None:
            what = say(
                N_("Response {n} is never better than response {other}: the choice is made already."),
                n=i + 1,
                other=better + 1,
            )
            fix = say(N_("give response {n} more points on one pillar."), n=i + 1)
            yield card.source.problem("warning", card.place("responses", i), what, fix)
        elif not response.points.moves and not response.help.moves:
            what = say(N_("Response {n} changes no points."), n=i + 1)
            fix = say(N_("add a line “points: {example}”, unless you mean it so."), example="{ecology: +1}")
            yield card.source.problem("hint", card.place("responses", i), what, fix)


def _beats(one: Response, other: Response, first: bool) -> bool:
    """Whether one is at least as good on every pillar, helped or not, for all who could choose the other.

    Of two equal responses only the first beats.
    """
    if one.needs and not (other.needs and set(other.needs) <= set(one.needs)):
        return False
    pairs = [
        (mine, theirs)
        for pillar in PILLARS
        for mine, theirs in (
            (one.points[pillar], other.points[pillar]),
            (one.points[pillar] + one.help[pillar], other.points[pillar] + other.help[pillar]),
        )
    ]
    return all(mine >= theirs for mine, theirs in pairs) and (first or any(a > b for a, b in pairs))


def _missing_cards(contents: Contents) -> Iterator[Problem]:
    cards = [placed.part for placed in contents.cards]
    if contents.path is not None:
        presets = contents.path.part.presets
        needed = {space for preset in PRESETS for space in presets[preset].path}
        for stage in STAGES:
            yield from _missing_in_stage(contents, stage, {kind for where, kind in needed if where == stage})
    served = {pillar for card in cards if isinstance(card, Experience) for pillar in card.pillars}
    if not served:
        what = say(
            N_("This deck has no experience card, so teams have nothing to exchange their points for.")
        )
        yield _at_file(contents, "experiences.yaml", "error", what, say(N_("write one in experiences.yaml.")))
        return
    for pillar in PILLARS:
        if pillar not in served:
            what = say(N_("No experience card is for the pillar “{pillar}”."), pillar=pillar)
            fix = say(N_("write one, or add “{pillar}” to the pillars of one."), pillar=pillar)
            yield _at_file(contents, "experiences.yaml", "warning", what, fix)


def _missing_in_stage(contents: Contents, stage: Stage, needed: set[SpaceKind]) -> Iterator[Problem]:
    here = [placed.part for placed in contents.cards if placed.part.stage == stage]
    has: dict[Kind, bool] = {
        "challenge": any(isinstance(card, Challenge) for card in here),
        "tool": any(isinstance(card, Tool) for card in here),
    }
    if not any(has.values()):
        what = say(N_("The stage “{stage}” has no card: turns pass there."), stage=stage)
        fix = say(N_("write a challenge or a tool with “stage: {stage}”."), stage=stage)
        yield _at_file(contents, "challenges.yaml", "warning", what, fix)
        return
    for kind in KINDS:
        if kind in needed and not has[kind]:
            file, message = _NO_CARD_OF[kind]
            what = say(message, stage=stage)
            fix = say(N_("write a card with “stage: {stage}” in {file}."), stage=stage, file=file)
            yield _at_file(contents, file, "warning", what, fix)


def _at_file(contents: Contents, file: str, weight: Weight, what: Sentence, fix: Sentence) -> Problem:
    return Problem(str(PurePath(contents.folder, file)), 1, 1, weight, what, fix)
