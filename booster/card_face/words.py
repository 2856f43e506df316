"""The words of a card: what its band, its paragraphs, its box and its small print say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from booster.decks.model import Challenge, Deck, Experience, Kind, Pillar, Stage, Tool
from booster.language import Translator
from booster.names import kind_name, stage_name
from booster.typography import NO_BREAK_SPACE as NO_BREAK
from booster.window.text import Run, Words, as_runs
from booster.window.theme import Colour

Held = Mapping[str, Sequence[tuple[str, Colour]]]
"""Who holds a tool: by the tool's id, the letter and the colour of each team."""


@dataclass(frozen=True, slots=True)
class Step:
    """A paragraph with a number: a step of a method."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Face:
    """The words of a card: its band, its paragraphs, what to talk about in a box, its small print.

    With a stage, the card shows the place of that stage where it has room for a picture.
    """

    kind: str
    band: str
    title: str
    body: tuple[Words | Step, ...]
    aside: tuple[str, str] | None
    foot: tuple[Words, ...]
    pillars: tuple[Pillar, ...] = ()
    stage: Stage | None = None
    holders: tuple[tuple[str, Colour], ...] = ()
    """The letters of the teams that the small print names, each with the colour of its team."""

    @property
    def text(self) -> str:
        """All words in the order of reading."""
        body, foot = (said(words) for words in self.body), (said(words) for words in self.foot)
        return "\n".join((self.band, self.title, *body, *(self.aside or ()), *foot))


def said(paragraph: Words | Step) -> str:
    """Return a paragraph as it is read aloud."""
    if isinstance(paragraph, Step):
        return f"{paragraph.number}. {paragraph.words}"
    return "".join(run.text for run in as_runs(paragraph))


def challenge_face(card: Challenge, deck: Deck, tr: Translator, held: Held = MappingProxyType({})) -> Face:
    """Return what a team reads before it chooses: never the notes, nor what follows a response (R6).

    `held` gives the teams that hold a tool, each by its letter and its colour (R7).
    """
    teams = {letter: colour for tool in card.helped_by for letter, colour in held.get(tool, ())}
    return Face(
        kind="challenge",
        band=_band(kind_name("challenge", tr), card.stage, tr),
        title=card.title,
        body=(card.situation,),
        aside=(tr("Talk about it"), card.talk),
        foot=(*_useful(card, deck, tr, held), *_source(card.source, tr)),
        stage=card.stage,
        holders=tuple(teams.items()),
    )


def _useful(card: Challenge, deck: Deck, tr: Translator, held: Held) -> tuple[Words, ...]:
    """The tools that help, each followed by the letters of the teams that hold it."""
    runs: list[Run] = []
    for tool in card.helped_by:
        teams = [letter for letter, _ in held.get(tool, ())]
        runs.append(Run(f"{NO_BREAK}· " if runs else " "))
        runs.append(Run(deck.tool(tool).title, bold=bool(teams), colour="ink" if teams else None))
        if teams:
            runs += [Run(NO_BREAK), Run("".join(f"{NO_BREAK}{letter}{NO_BREAK}" for letter in teams), True)]
    return ((Run(tr("Useful here:"), bold=True), *runs),) if runs else ()


def is_holders(run: Run) -> bool:
    """Tell whether a run of the small print is letters of teams."""
    return run.bold and run.text.startswith(NO_BREAK)


def tool_face(card: Tool, tr: Translator) -> Face:
    """Return a method: what it is, its steps, when it helps, its limit, one minute to try it (R8)."""
    steps = (Step(number, step) for number, step in enumerate(card.steps, 1))
    return Face(
        kind="tool",
        band=_band(kind_name("tool", tr), card.stage, tr),
        title=card.title,
        body=(card.what, *steps, *_led(tr("Use it:"), card.when), *_led(tr("Limit:"), card.limit)),
        aside=(tr("Try it now"), card.try_) if card.try_ else None,
        foot=_source(card.source, tr),
        stage=card.stage,
    )


def experience_face(card: Experience, tr: Translator) -> Face:
    """Return what people who did it learned, and their advice (R10)."""
    advice = (Run(tr("Advice:") + " ", bold=True, colour="experience"), Run(card.advice, bold=True))
    return Face(
        kind="experience",
        band=_band(tr("Experience"), card.stage, tr),
        title=card.title,
        body=((Run(card.who, bold=True, colour="experience"),), card.story, advice),
        aside=(tr("Talk about it"), card.ask) if card.ask else None,
        foot=_source(card.source, tr),
        pillars=card.pillars,
        stage=card.stage,
    )


def story_face(card: Challenge | Tool, words: tuple[Words, ...], tr: Translator) -> Face:
    """Return what a team did with a card, under the band of that card."""
    kind: Kind = "challenge" if isinstance(card, Challenge) else "tool"
    band = _band(kind_name(kind, tr), card.stage, tr)
    return Face(kind, band, card.title, words, aside=None, foot=(), stage=card.stage)


def _band(kind: str, stage: Stage, tr: Translator) -> str:
    return f"{kind.upper()} · {stage_name(stage, tr)}"


def _led(lead: str, words: str | None) -> tuple[Words, ...]:
    return ((Run(f"{lead} ", bold=True), Run(words)),) if words else ()


def _source(source: str | None, tr: Translator) -> tuple[str, ...]:
    return (tr("Source: {source}", source=source),) if source else ()
