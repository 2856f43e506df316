"""What stands in a session file: its header, its entries, and how each becomes a line."""

import json
from datetime import datetime
from functools import cache
from hashlib import sha256
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from booster.decks.model import Deck
from booster.engine.actions import Action
from booster.engine.state import NewTeam, Setup
from booster.limits import PresetName

FORMAT = 1
RULES = 1
SUFFIX = ".booster"

Step = Action | Literal["undo", "redo"]


class Version(BaseModel):
    """What every version of the program writes first: whose file this is, and who can read it."""

    # What another version also wrote in the header is nothing to this one.
    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    magic: Literal["social-impact-booster session"] = "social-impact-booster session"
    format: int = FORMAT
    app: str = "?"
    rules: int = RULES

    @property
    def is_newer(self) -> bool:
        """Whether only a newer version of the program can read this."""
        return self.format > FORMAT or self.rules > RULES


class Head(Version):
    """What a list of sessions shows of a header."""

    made: str
    seed: str
    teams: tuple[NewTeam, ...]


class Header(Head):
    """The first line: what it takes to begin the same game again."""

    preset: PresetName
    decks: Annotated[tuple[Deck, ...], Field(min_length=1)]

    @classmethod
    def of(cls, setup: Setup, decks: tuple[Deck, ...], app: str, made: datetime) -> Self:
        """Return the header of a new session."""
        return cls(
            app=app,
            made=made.isoformat(timespec="seconds"),
            seed=setup.seed,
            teams=setup.teams,
            preset=setup.preset,
            decks=decks,
        )

    @property
    def setup(self) -> Setup:
        """The set-up of the game."""
        return Setup(self.teams, self.preset, self.seed)


class Entry(BaseModel):
    """A line after the header. `state` is the fingerprint of the state after it."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    n: int
    before: str
    do: str
    args: dict[str, Any]
    state: str
    turn: int
    over: bool


def step_of(entry: Entry) -> Step:
    """Return the action of a line, or "undo" or "redo". Raises ValueError if there is no such action."""
    match entry.do:
        case "undo":
            return "undo"
        case "redo":
            return "redo"
    action: Action = _action_type(entry.do).validate_json(json.dumps(entry.args), strict=True)
    return action


@cache
def _action_type(name: str) -> TypeAdapter[Action]:
    kind = next((kind for kind in get_args(Action) if kind.__name__ == name), None)
    if kind is None:
        raise ValueError(name)
    return TypeAdapter(kind)


def line_of(fields: BaseModel) -> bytes:
    """Return a header or an entry as a line, its newline included."""
    payload = fields.model_dump_json(by_alias=True).encode()
    return b"%s %d %s\n" % (_digest(payload), len(payload), payload)


def payload_of(line: bytes) -> bytes | None:
    """Return the JSON of a line if its checksum and its length are right."""
    checksum, _, rest = line.partition(b" ")
    length, _, payload = rest.partition(b" ")
    good = checksum == _digest(payload) and length == str(len(payload)).encode()
    return payload if good else None


def checksum_of(line: bytes) -> str:
    """Return the checksum that a good line begins with."""
    return line.partition(b" ")[0].decode("ascii")


def _digest(payload: bytes) -> bytes:
    return sha256(payload).hexdigest()[:16].encode()
