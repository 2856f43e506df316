"""What a deck holds: the words and numbers that facilitators write in YAML, as types (DESIGN: R2, R6 to R10).

Every scalar of a YAML file arrives here as text; these models give it its type. Journals hold the same
models as JSON, where numbers are already numbers.
"""

import re
from functools import cached_property
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

Stage = Literal["ideation", "positioning", "products", "model", "launch"]
Pillar = Literal["ecology", "economy", "social"]
Kind = Literal["challenge", "tool"]
SpaceKind = Literal["challenge", "tool", "choice"]
PresetName = Literal["discovery", "workshop", "full"]

STAGES: tuple[Stage, ...] = get_args(Stage)
PILLARS: tuple[Pillar, ...] = get_args(Pillar)
KINDS: tuple[Kind, ...] = get_args(Kind)
PRESETS: tuple[PresetName, ...] = get_args(PresetName)


def _whole_number(value: Any) -> Any:
    """Turn the text `+2`, `-1`, `−1` or `3` into a number; leave anything else for the type to refuse."""
    if isinstance(value, str):
        digits = value.strip().replace("\N{MINUS SIGN}", "-")
        if re.fullmatch(r"[+-]?[0-9]{1,6}", digits):
            return int(digits)
    return value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
CardId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Number = BeforeValidator(_whole_number)
Move = Annotated[int, Number, Field(ge=-3, le=3)]
Start = Annotated[int, Number, Field(ge=0, le=9)]
Count = Annotated[int, Number, Field(ge=1, le=20)]


class DeckPart(BaseModel):
    """Base of all deck models: nothing unknown is let in, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Points(DeckPart):
    """What a choice wins or costs on each pillar, from -3 to +3 (R6)."""

    ecology: Move = Field(0, description="Points on ecology, from -3 to +3.")
    economy: Move = Field(0, description="Points on economy, from -3 to +3.")
    social: Move = Field(0, description="Points on social, from -3 to +3.")

    @cached_property
    def moves(self) -> tuple[tuple[Pillar, int], ...]:
        """The pillars that move, each with its points, in the order of the pillars."""
        return tuple((pillar, self[pillar]) for pillar in PILLARS if self[pillar])

    @cached_property
    def total(self) -> int:
        """The points of the three pillars together."""
        return self.ecology + self.economy + self.social

    def __getitem__(self, pillar: Pillar) -> int:
        """The points on one pillar."""
        points: int = getattr(self, pillar)
        return points


NO_POINTS = Points()


class Response(DeckPart):
    """One answer to a challenge. What follows is shown only once it is chosen (R6)."""

    do: Text = Field(description="What the team decides to do, in one line.")
    then: Text = Field(description="What happens then, and why the points move.")
    points: Points = Field(NO_POINTS, description="What it wins or costs on each pillar, from -3 to +3.")
    help: Points = Field(NO_POINTS, description="The bonus when a helping tool is used (R7).")
    needs: tuple[CardId, ...] = Field((), description="Locked unless the team holds one of these tools (R6).")


class Challenge(DeckPart):
    """A situation with 2 to 4 responses (R6)."""

    id: CardId = Field(description="The card's own name: small letters, digits and hyphens.")
    stage: Stage = Field(description="The stage of the path where the card is drawn.")
    title: Line = Field(description="A short title.")
    situation: Text = Field(description="What happens to the team, read aloud.")
    talk: Text = Field(description="A question about the team's own project, to talk about before choosing.")
    helped_by: tuple[CardId, ...] = Field((), description="The tools that help here (R7).")
    responses: tuple[Response, ...] = Field(
        min_length=2, max_length=4, description="Two to four answers; at least one needs no tool."
    )
    notes: Text | None = Field(None, description="For the facilitator only, never shown to the room.")
    source: Text | None = Field(None, description="Where the situation comes from.")

    @model_validator(mode="after")
    def _one_response_is_free(self) -> Self:
        if all(response.needs for response in self.responses):
            raise PydanticCustomError(
                "no_free_response", "every response needs a tool: at least one must be free to choose"
            )
        return self


class Tool(DeckPart):
    """A method that a team adopts or leaves (R8)."""

    id: CardId = Field(description="The card's own name: small letters, digits and hyphens.")
    stage: Stage = Field(description="The stage of the path where the card is drawn.")
    title: Line = Field(description="The name of the method.")
    what: Text = Field(description="What it is, in one or two sentences.")
    steps: tuple[Text, ...] = Field(min_length=1, max_length=9, description="How to do it, step by step.")
    when: Text | None = Field(None, description="When it helps.")
    limit: Text | None = Field(None, description="What it costs, or where it stops helping.")
    try_: Text | None = Field(None, alias="try", description="One minute on the team's own project.")
    points: Points = Field(NO_POINTS, description="What adopting it wins or costs, from -3 to +3.")
    source: Text | None = Field(None, description="Where the method is described.")


class Experience(DeckPart):
    """What people who did it learned; bought with points at the end (R10)."""

    id: CardId = Field(description="The card's own name: small letters, digits and hyphens.")
    pillars: tuple[Pillar, ...] = Field(min_length=1, max_length=3, description="The pillars that buy it.")
    stage: Stage = Field(description="The stage of the path that it speaks of.")
    title: Line = Field(description="A short title.")
    who: Line = Field(description="The organisation and the place.")
    story: Text = Field(description="What they did and what it taught them.")
    advice: Text = Field(description="One piece of advice.")
    ask: Text | None = Field(None, description="A question to discuss.")
    source: Text | None = Field(None, description="Where the story is told.")


Card = Challenge | Tool | Experience


class Scores(DeckPart):
    """The points a team starts with on each pillar (R9)."""

    ecology: Start = Field(0, description="Points on ecology at the start.")
    economy: Start = Field(0, description="Points on economy at the start.")
    social: Start = Field(0, description="Points on social at the start.")


Spaces = Annotated[tuple[SpaceKind, ...], Field(min_length=1, max_length=12)]


class StageSpaces(DeckPart):
    """The spaces of each stage, in the order of the path (R2)."""

    ideation: Spaces = Field(description="The spaces of the stage: challenge, tool or choice.")
    positioning: Spaces = Field(description="The spaces of the stage: challenge, tool or choice.")
    products: Spaces = Field(description="The spaces of the stage: challenge, tool or choice.")
    model: Spaces = Field(description="The spaces of the stage: challenge, tool or choice.")
    launch: Spaces = Field(description="The spaces of the stage: challenge, tool or choice.")

    @model_validator(mode="after")
    def _as_many_in_each_stage(self) -> Self:
        if len({len(getattr(self, stage)) for stage in STAGES}) > 1:
            raise PydanticCustomError("uneven_stages", "every stage has the same number of spaces")
        return self


class Preset(DeckPart):
    """One length of the game (R2)."""

    die: tuple[Count, Count] = Field(description="The die's lowest and highest number, as in [1, 3].")
    start: Scores = Field(description="The points each team starts with.")
    spaces: StageSpaces = Field(description="The spaces of each stage.")

    @model_validator(mode="after")
    def _low_before_high(self) -> Self:
        if self.die[0] > self.die[1]:
            raise PydanticCustomError("die_order", "the die's lowest number comes first, as in [1, 3]")
        return self

    @cached_property
    def path(self) -> tuple[tuple[Stage, SpaceKind], ...]:
        """Every space of the path in order, with its stage."""
        return tuple((stage, kind) for stage in STAGES for kind in getattr(self.spaces, stage))


class Presets(DeckPart):
    """The three lengths of the game (R2)."""

    discovery: Preset = Field(description="The short game.")
    workshop: Preset = Field(description="The usual game.")
    full: Preset = Field(description="The long game.")

    def __getitem__(self, name: PresetName) -> Preset:
        """One preset by its name."""
        preset: Preset = getattr(self, name)
        return preset


class Path(DeckPart):
    """The path and the numbers of the rules (R2)."""

    presets: Presets = Field(description="The three lengths of the game.")
    points_per_card: Count = Field(1, description="Points that buy one experience card (R10).")
    at_least: Annotated[int, Number, Field(ge=0, le=20)] = Field(
        1, description="Experience cards that every team gets, whatever its points (R10)."
    )
    lend_reward: Points = Field(
        Points(social=1), description="What a team gains for lending a tool to another (R7)."
    )
    minutes_a_turn: Count = Field(2, description="Minutes that a turn takes, to foretell a game's length.")


class DeckInfo(DeckPart):
    """Who made a deck, in which language, under which licence."""

    id: CardId = Field(description="The deck's own name: small letters, digits and hyphens.")
    title: Line = Field(description="The deck's title.")
    version: Line = Field(description="The deck's version, as 1.0.")
    language: Language = Field(description="The language its cards are written in, as en or fr.")
    authors: tuple[Line, ...] = Field(min_length=1, description="Who wrote it.")
    licence: Line = Field(description="The licence, by its SPDX name, as CC-BY-SA-4.0.")
    source: Text | None = Field(None, description="Where its content comes from.")
    adapted_from: Text | None = Field(None, description="The deck that it adapts, if any.")
    languages: tuple[Language, ...] = Field((), description="All languages it can be played in.")


class ResponseWords(DeckPart):
    """The words of a response in another language."""

    do: Text | None = Field(None, description="What the team decides to do, in one line.")
    then: Text | None = Field(None, description="What happens then, and why the points move.")


class Words(DeckPart):
    """The words of one card, or of the deck itself (`deck`), in another language: no number in it."""

    of: Line | None = Field(None, description="Mark of the words this was translated from.")
    title: Line | None = Field(None, description="The title.")
    situation: Text | None = Field(None, description="A challenge's situation.")
    talk: Text | None = Field(None, description="A challenge's question about the team's own project.")
    responses: tuple[ResponseWords, ...] | None = Field(None, description="As many as the card has.")
    notes: Text | None = Field(None, description="For the facilitator only.")
    what: Text | None = Field(None, description="What a tool is.")
    steps: tuple[Text, ...] | None = Field(None, description="A tool's steps, as many as the card has.")
    when: Text | None = Field(None, description="When a tool helps.")
    limit: Text | None = Field(None, description="A tool's limit.")
    try_: Text | None = Field(None, alias="try", description="One minute with the tool on the own project.")
    who: Line | None = Field(None, description="An experience's organisation and place.")
    story: Text | None = Field(None, description="An experience's story.")
    advice: Text | None = Field(None, description="An experience's advice.")
    ask: Text | None = Field(None, description="An experience's question.")


class Deck(DeckPart):
    """A whole deck, read and checked."""

    info: DeckInfo
    path: Path
    challenges: tuple[Challenge, ...] = ()
    tools: tuple[Tool, ...] = ()
    experiences: tuple[Experience, ...] = ()
    translations: dict[Language, dict[str, Words]] = Field(default_factory=dict)

    @cached_property
    def cards(self) -> dict[str, Card]:
        """Every card by its id."""
        every: tuple[Card, ...] = (*self.challenges, *self.tools, *self.experiences)
        return {card.id: card for card in every}

    def challenge(self, card: str) -> Challenge:
        """The challenge with this id. Raises KeyError for any other id."""
        return self._challenges[card]

    def tool(self, card: str) -> Tool:
        """The tool with this id. Raises KeyError for any other id."""
        return self._tools[card]

    def experience(self, card: str) -> Experience:
        """The experience with this id. Raises KeyError for any other id."""
        return self._experiences[card]

    @cached_property
    def _challenges(self) -> dict[str, Challenge]:
        return {card.id: card for card in self.challenges}

    @cached_property
    def _tools(self) -> dict[str, Tool]:
        return {card.id: card for card in self.tools}

    @cached_property
    def _experiences(self) -> dict[str, Experience]:
        return {card.id: card for card in self.experiences}
