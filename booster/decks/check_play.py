"""What no game would ever use, and ids that are easily taken for each other."""

from collections.abc import Iterator, Mapping

from booster.decks.contents import Contents, Name, Placed
from booster.decks.model import KINDS, STAGES, Card, Challenge, Experience, Kind, Stage, Tool
from booster.decks.model import Path as GamePath
from booster.decks.problems import Problem, say
from booster.language import N_
from booster.limits import PRESETS

_NEVER_SEEN: Mapping[Kind, str] = {
    "challenge": N_("No space of the stage “{stage}” draws a challenge: this card is never seen."),
    "tool": N_("No space of the stage “{stage}” draws a tool: this card is never seen."),
}


def find_play_problems(contents: Contents) -> Iterator[Problem]:
    """Yield what no game would use, as far as every card is known, and ids that are nearly the same."""
    if contents.whole:
        yield from _unused_tools(contents)
        if contents.path is not None:
            yield from _never_drawn(contents, contents.path.part)
    yield from _near_ids(contents.names)


def _unused_tools(contents: Contents) -> Iterator[Problem]:
    challenges = [card.part for card in contents.cards if isinstance(card.part, Challenge)]
    named = {tool for card in challenges for tool in card.helped_by}
    named |= {tool for card in challenges for response in card.responses for tool in response.needs}
    for card in contents.cards:
        # A deck of tools alone is there to be mixed with another.
        if challenges and isinstance(card.part, Tool) and card.part.id not in named:
            what = say(N_("No challenge names the tool “{id}”, so it never helps."), id=card.part.id)
            fix = say(N_("add it to the “helped_by” of a challenge."))
            yield card.source.problem("hint", card.place("id"), what, fix)


def _never_drawn(contents: Contents, path: GamePath) -> Iterator[Problem]:
    drawn = {stage: _drawn_kinds(contents, path, stage) for stage in STAGES}
    for card in contents.cards:
        kind = _kind(card)
        if kind is not None and kind not in drawn[card.part.stage]:
            what = say(_NEVER_SEEN[kind], stage=card.part.stage)
            fix = say(N_("give it another stage, or add a space for “{kind}” to path.yaml."), kind=kind)
            yield card.source.problem("warning", card.place("stage"), what, fix)


def _drawn_kinds(contents: Contents, path: GamePath, stage: Stage) -> set[Kind]:
    """The kinds of card that are drawn at a stage, in any preset (R5: also for want of the other kind)."""
    has = {_kind(card) for card in contents.cards if card.part.stage == stage}
    spaces = {kind for preset in PRESETS for where, kind in path.presets[preset].path if where == stage}
    missing = spaces - has
    return {kind for kind in KINDS if kind in spaces or missing}


def _kind(card: Placed[Card]) -> Kind | None:
    match card.part:
        case Challenge():
            return "challenge"
        case Tool():
            return "tool"
        case Experience():
            return None


def _near_ids(names: tuple[Name, ...]) -> Iterator[Problem]:
    """A hint for each id that is one letter, or only hyphens, away from an earlier one."""
    seen: dict[str, Name] = {}
    for name in names:
        looks = tuple(_looks_of(name.id))
        near = next((other for look in looks if (other := seen.get(look)) and other.id != name.id), None)
        if near is not None:
            what = say(
                N_("The id “{id}” is nearly the same as “{other}”, on line {line} of {file}."),
                id=name.id,
                other=near.id,
                line=near.place[0] + 1,
                file=near.file,
            )
            fix = say(N_("give one of the two cards an id that is not taken for the other."))
            yield name.source.problem("hint", name.place, what, fix)
        for look in looks:
            seen.setdefault(look, name)


def _looks_of(id: str) -> Iterator[str]:
    """What two ids share when one letter makes them differ: changed, added, left out or moved.

    Digits do not count, for `step-1` and `step-2` are meant so; nor do ids of three letters or less.
    """
    if len(id) > 3:
        yield id
        yield id.replace("-", "")
        yield from (id[:i] + id[i + 1 :] for i, letter in enumerate(id) if not letter.isdigit())
