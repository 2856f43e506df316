"""What a deck holds: the words and numbers that facilitators write in YAML, as types (DESIGN: R2, R6 to R10).

Every scalar of a YAML file arrives here as text; these models give it its type. Journals hold the same
models as JSON, where numbers are already numbers.
"""

from functools import cached_property
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from booster.decks.values import CardId, Count, Language, Line, Move, Number, Once, OneLine, Start, Text
from booster.language import N_
from booster.limits import PresetName

Stage = Literal["ideation", "positioning", "products", "model", "launch"]
Pillar = Literal["ecology", "economy", "social"]
Kind = Literal["challenge", "tool"]
SpaceKind = Literal["challenge", "tool", "choice"]

STAGES: tuple[Stage, ...] = get_args(Stage)
PILLARS: tuple[Pillar, ...] = get_args(Pillar)
KINDS: tuple[Kind, ...] = get_args(Kind)


class DeckPart(BaseModel):
    """Base of all deck models: nothing unknown is let in, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Points(DeckPart):
    """What a choice wins or costs on each pillar, from -3 to +3 (R6)."""

    ecology: Move = Field(0, description=N_("Points on ecology, from -3 to +3."))
    economy: Move = Field(0, description=N_("Points on economy, from -3 to +3."))
    social: Move = Field(0, description=N_("Points on social, from -3 to +3."))

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

    do: OneLine = Field(description=N_("What the team decides to do, in one line."))
    then: Text = Field(description=N_("What happens then and why the points move, read after the choice."))
    points: Points = Field(NO_POINTS, description=N_("What it wins or costs, from -3 to +3."))
    help: Points = Field(NO_POINTS, description=N_("Points added when a tool of “helped_by” is used."))
    needs: Once[CardId] = Field((), description=N_("The tools, by id, of which the team must hold one."))


class Challenge(DeckPart):
    """A situation with 2 to 4 responses (R6)."""

    id: CardId = Field(description=N_("The card’s own name: small letters, digits and hyphens."))
    stage: Stage = Field(description=N_("The stage of the path where the card is drawn."))
    title: Line = Field(description=N_("A short title, about 40 characters."))
    situation: Text = Field(
        description=N_("What happens to the team, read aloud: three or four short sentences.")
    )
    talk: Text = Field(description=N_("A question about the team’s own project, before choosing."))
    helped_by: Once[CardId] = Field(
        (), description=N_("The tools that help here, by id: they give a response’s “help”.")
    )
    responses: tuple[Response, ...] = Field(
        min_length=2, max_length=4, description=N_("Two to four answers, each with a gain and a cost.")
    )
    notes: Text | None = Field(None, description=N_("For the facilitator, shown only when asked for."))
    source: Text | None = Field(None, description=N_("Where the situation comes from, with its page."))

    @model_validator(mode="after")
    def _one_response_is_free(self) -> Self:
        if all(response.needs for response in self.responses):
            raise PydanticCustomError(
                "no_free_response", "every response needs a tool: at least one must be free to choose"
            )
        return self


class Tool(DeckPart):
    """A method that a team adopts or leaves (R8)."""

    id: CardId = Field(description=N_("The tool’s own name, by which challenges call it."))
    stage: Stage = Field(description=N_("The stage of the path where the card is drawn."))
    title: Line = Field(description=N_("The name of the method."))
    what: Text = Field(description=N_("What it is, in one or two sentences."))
    steps: tuple[Text, ...] = Field(
        min_length=1, max_length=9, description=N_("How to do it, one step a line.")
    )
    when: Text | None = Field(None, description=N_("When it helps."))
    limit: Text | None = Field(None, description=N_("What it costs, or where it stops helping."))
    try_: Text | None = Field(None, alias="try", description=N_("One minute on the team’s own project."))
    points: Points = Field(NO_POINTS, description=N_("What adopting it wins or costs, from -3 to +3."))
    source: Text | None = Field(None, description=N_("Where the method is described, with its page."))


class Experience(DeckPart):
    """What people who did it learned; bought with points at the end (R10)."""

    id: CardId = Field(description=N_("The card’s own name: small letters, digits and hyphens."))
    pillars: Once[Pillar] = Field(
        min_length=1, max_length=3, description=N_("The pillars whose points buy it.")
    )
    stage: Stage = Field(description=N_("The stage of the path that it speaks of."))
    title: Line = Field(description=N_("A short title."))
    who: Line = Field(description=N_("The organisation that lived it, and the place."))
    story: Text = Field(
        description=N_("What they did and what it taught them, no more than the source says.")
    )
    advice: Text = Field(description=N_("One piece of advice."))
    ask: Text | None = Field(None, description=N_("A question to discuss."))
    source: Text | None = Field(None, description=N_("Where the story is told, with its page."))


Card = Challenge | Tool | Experience


class Scores(DeckPart):
    """The points a team starts with on each pillar (R9)."""

    ecology: Start = Field(0, description=N_("Points on ecology at the start, 0 to 9."))
    economy: Start = Field(0, description=N_("Points on economy at the start, 0 to 9."))
    social: Start = Field(0, description=N_("Points on social at the start, 0 to 9."))


Spaces = Annotated[
    tuple[SpaceKind, ...],
    Field(min_length=1, max_length=12, description=N_("The spaces of this stage, one after the other.")),
]


class StageSpaces(DeckPart):
    """The spaces of each stage, in the order of the path (R2)."""

    ideation: Spaces
    positioning: Spaces
    products: Spaces
    model: Spaces
    launch: Spaces

    @model_validator(mode="after")
    def _as_many_in_each_stage(self) -> Self:
        if len({len(getattr(self, stage)) for stage in STAGES}) > 1:
            raise PydanticCustomError("uneven_stages", "every stage has the same number of spaces")
        return self


class Preset(DeckPart):
    """One length of the game (R2)."""

    die: tuple[Count, Count] = Field(description=N_("The die’s lowest and highest number, as in [1, 3]."))
    start: Scores = Field(description=N_("The points that each team starts with."))
    spaces: StageSpaces = Field(description=N_("The spaces of each stage: as many in each."))

    @model_validator(mode="after")
    def _low_before_high(self) -> Self:
        if self.die[0] > self.die[1]:
            raise PydanticCustomError("die_order", "the die’s lowest number comes first, as in [1, 3]")
        return self

    @cached_property
    def path(self) -> tuple[tuple[Stage, SpaceKind], ...]:
        """Every space of the path in order, with its stage."""
        return tuple((stage, kind) for stage in STAGES for kind in getattr(self.spaces, stage))


class Presets(DeckPart):
    """The three lengths of the game (R2)."""

    discovery: Preset = Field(description=N_("The short game."))
    workshop: Preset = Field(description=N_("The usual game."))
    full: Preset = Field(description=N_("The long game."))

    def __getitem__(self, name: PresetName) -> Preset:
        """One preset by its name."""
        preset: Preset = getattr(self, name)
        return preset


class Path(DeckPart):
    """The path and the numbers of the rules (R2)."""

    presets: Presets = Field(description=N_("The three lengths of the game."))
    points_per_card: Count = Field(1, description=N_("Points that buy one experience card at the end."))
    at_least: Annotated[int, Field(ge=0, le=20), Number] = Field(
        1, description=N_("Experience cards that every team gets in any case.")
    )
    lend_reward: Points = Field(
        Points(social=1), description=N_("What a team gains for lending a tool to another.")
    )
    minutes_a_turn: Count = Field(2, description=N_("Minutes that a turn takes, to foretell the length."))


class DeckInfo(DeckPart):
    """Who made a deck, in which language, under which licence."""

    id: CardId = Field(description=N_("The deck’s own name: small letters, digits and hyphens."))
    title: Line = Field(description=N_("The deck’s title, as players see it."))
    version: Line = Field(description=N_("The deck’s version, as 1.0: change it with the cards."))
    language: Language = Field(description=N_("The language its cards are written in, as en or fr."))
    authors: Once[Line] = Field(min_length=1, description=N_("Who wrote it, also those you took cards from."))
    licence: Line = Field(description=N_("The licence by its SPDX name, as CC-BY-SA-4.0."))
    source: Text | None = Field(None, description=N_("Where the content comes from."))
    adapted_from: Text | None = Field(None, description=N_("The deck that this one adapts, if any."))
    languages: Once[Language] = Field((), description=N_("All its languages, its own first."))


class ResponseWords(DeckPart):
    """The words of a response in another language."""

    do: OneLine | None = Field(None, description=N_("What the team decides to do, in one line."))
    then: Text | None = Field(
        None, description=N_("What happens then and why the points move, read after the choice.")
    )


class Words(DeckPart):
    """The words of one card, or of the deck itself (`deck`), in another language: no number in it."""

    of: Line | None = Field(None, description=N_("Mark of the words translated here, told by booster check."))
    title: Line | None = Field(None, description=N_("The title."))
    situation: Text | None = Field(None, description=N_("A challenge’s situation."))
    talk: Text | None = Field(None, description=N_("A challenge’s question."))
    responses: tuple[ResponseWords, ...] | None = Field(
        None, description=N_("As many responses as the card, in its order.")
    )
    notes: Text | None = Field(None, description=N_("A challenge’s notes for the facilitator."))
    what: Text | None = Field(None, description=N_("What a tool is."))
    steps: tuple[Text, ...] | None = Field(None, description=N_("As many steps as the card, in its order."))
    when: Text | None = Field(None, description=N_("When a tool helps."))
    limit: Text | None = Field(None, description=N_("What a tool costs."))
    try_: Text | None = Field(None, alias="try", description=N_("One minute with a tool."))
    who: Line | None = Field(None, description=N_("Who lived an experience, and where."))
    story: Text | None = Field(None, description=N_("An experience’s story."))
    advice: Text | None = Field(None, description=N_("An experience’s advice."))
    ask: Text | None = Field(None, description=N_("An experience’s question."))


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
