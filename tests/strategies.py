"""Small decks and random games, for all tests: plain Python values become decks through the models."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st

from booster.decks.model import KINDS, PILLARS, STAGES, Deck, SpaceKind, Stage
from booster.engine.actions import Action, CorrectScore, EndGame
from booster.engine.events import Event
from booster.engine.legal import facilitator_actions, turn_actions
from booster.engine.rules import act
from booster.engine.setup import new_game
from booster.engine.state import NewTeam, Setup, State
from booster.limits import MOST_TEAMS, PRESETS

T = TypeVar("T")
Plain = dict[str, Any]

NO_POINTS: Plain = {}
FACILITATOR_ACTIONS = 30  # at most, in a random game, so that it ends
MOST_STEPS = 5000  # more than any game of these decks can take


def response(points: Plain = NO_POINTS, *, help: Plain = NO_POINTS, needs: Sequence[str] = ()) -> Plain:
    """A response of a challenge: `points` and `help` as {"ecology": +1}, `needs` as ids of tools."""
    return {"do": "Do it", "then": "It is done", "points": points, "help": help, "needs": tuple(needs)}


def challenge(
    card: str,
    stage: str = "ideation",
    responses: Sequence[Plain] = (response(), response()),
    helped_by: Sequence[str] = (),
) -> Plain:
    """A challenge, to give to `small_deck`."""
    words = {"title": f"Challenge {card}", "situation": "It happens", "talk": "What now?"}
    answers = {"responses": tuple(responses), "helped_by": tuple(helped_by)}
    return {"id": card, "stage": stage, **words, **answers}


def tool(card: str, stage: str = "ideation", points: Plain = NO_POINTS) -> Plain:
    """A tool, to give to `small_deck`."""
    words = {"title": f"Tool {card}", "what": "A method", "steps": ("One step",)}
    return {"id": card, "stage": stage, **words, "points": points}


def experience(card: str, *pillars: str) -> Plain:
    """An experience card of some pillars, to give to `small_deck`."""
    words = {"title": f"Experience {card}", "who": "A team", "story": "It worked", "advice": "Try"}
    return {"id": card, "stage": "launch", "pillars": pillars, **words}


def preset(
    spaces: Sequence[SpaceKind] | Mapping[Stage, Sequence[SpaceKind]] = ("challenge", "tool", "choice"),
    die: tuple[int, int] = (1, 2),
    start: tuple[int, int, int] = (1, 1, 1),
) -> Plain:
    """A preset; `spaces` are those of every stage, or of each stage by its name."""
    of_stages = spaces if isinstance(spaces, Mapping) else dict.fromkeys(STAGES, spaces)
    return {
        "die": die,
        "start": dict(zip(PILLARS, start, strict=True)),
        "spaces": {stage: tuple(kinds) for stage, kinds in of_stages.items()},
    }


def small_deck(
    challenges: Sequence[Plain] | None = None,
    tools: Sequence[Plain] | None = None,
    experiences: Sequence[Plain] | None = None,
    *,
    presets: Mapping[str, Plain] | None = None,
    every_preset: Plain | None = None,
    **numbers: Any,
) -> Deck:
    """A deck from plain Python; what is not given is a playable little of everything.

    `presets` replaces presets by name, `every_preset` all of them; `numbers` are the other numbers of the
    path (`points_per_card`, `at_least`, `lend_reward`).
    """
    usual = {"discovery": preset(), "workshop": preset(), "full": preset()}
    of_all = dict.fromkeys(PRESETS, every_preset) if every_preset else {}
    return Deck.model_validate(
        {
            "info": {
                "id": "small",
                "title": "A small deck",
                "version": "1.0",
                "language": "en",
                "authors": ("Testers",),
                "licence": "CC-BY-SA-4.0",
            },
            "path": {"presets": {**usual, **of_all, **(presets or {})}, **numbers},
            "challenges": tuple(_usual_challenges() if challenges is None else challenges),
            "tools": tuple(_usual_tools() if tools is None else tools),
            "experiences": tuple(_usual_experiences() if experiences is None else experiences),
        }
    )


def deck_of(*cards: Plain, spaces: SpaceKind = "challenge", points: tuple[int, int, int] = (1, 1, 1)) -> Deck:
    """A deck of these challenges and tools; each stage has three spaces of one kind, the die is always 1."""
    return small_deck(
        [card for card in cards if "responses" in card],
        [card for card in cards if "steps" in card],
        every_preset=preset([spaces] * 3, (1, 1), points),
    )


def start(deck: Deck, teams: int = 2, seed: str = "DEMO") -> State:
    """The first state of a game of the preset `workshop`."""
    state, _ = new_game(Setup(tuple(NewTeam(f"Team {i}") for i in range(teams)), "workshop", seed), deck)
    return state


def after(state: State, *actions: Action) -> tuple[State, tuple[Event, ...]]:
    """The state after these actions, and what the last of them did."""
    events: tuple[Event, ...] = ()
    for action in actions:
        state, events = act(state, action)
    return state, events


def with_team(state: State, index: int, **changes: Any) -> State:
    """The state with some things of one team changed."""
    teams = [replace(team, **changes) if at == index else team for at, team in enumerate(state.teams)]
    return replace(state, teams=tuple(teams))


def _usual_challenges() -> Iterator[Plain]:
    for stage in STAGES:
        free = response({"ecology": +2, "economy": -1}, help={"economy": +1})
        locked = response({"social": +3}, needs=[f"{stage}-tool-1", "ideation-tool-2"])
        hard = response({"ecology": -3, "economy": +2}, help={"social": +1})
        yield challenge(f"{stage}-challenge-1", stage, (free, locked), [f"{stage}-tool-2", "ideation-tool-1"])
        yield challenge(f"{stage}-challenge-2", stage, (hard, free, locked), [f"{stage}-tool-1"])


def _usual_tools() -> Iterator[Plain]:
    for stage in STAGES:
        yield tool(f"{stage}-tool-1", stage, {"economy": -1, "social": +2})
        yield tool(f"{stage}-tool-2", stage, {"ecology": +1})


def _usual_experiences() -> Iterator[Plain]:
    for number, pillar in enumerate(PILLARS * 4, start=1):
        yield experience(f"experience-{number}", pillar)


# Hypothesis chooses a few numbers; the words and points of a deck follow from one seed: choosing each of them
# would take most of the time of a test.


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    """Small decks: piles of 0 to 3 cards, any needs, helps and points, 1 to 8 experiences, any presets."""
    chance = Random(draw(st.integers(0, 2**32)))
    sizes = {(stage, kind): draw(st.integers(0, 3)) for stage in STAGES for kind in KINDS}
    tools = [f"{stage}-tool-{i}" for stage in STAGES for i in range(sizes[stage, "tool"])]
    return small_deck(
        [_any_challenge(chance, f"{s}-{i}", s, tools) for s in STAGES for i in range(sizes[s, "challenge"])],
        [tool(card, card.split("-", maxsplit=1)[0], _any_points(chance)) for card in tools],
        [experience(f"experience-{i}", *some(chance, PILLARS, 1)) for i in range(draw(st.integers(1, 8)))],
        presets={name: draw(presets()) for name in PRESETS},
        points_per_card=draw(st.integers(1, 3)),
        at_least=draw(st.integers(0, 2)),
        lend_reward=_any_points(chance),
    )


@st.composite
def presets(draw: st.DrawFn) -> Plain:
    """Presets of 1 to 4 spaces a stage, any die up to 4 and any start up to 3."""
    size = draw(st.integers(1, 4))
    chance = Random(draw(st.integers(0, 2**32)))
    kinds: tuple[SpaceKind, ...] = ("challenge", "tool", "choice")
    spaces = {stage: [kinds[int(chance.random() * 3)] for _ in range(size)] for stage in STAGES}
    low = draw(st.integers(1, 3))
    start = draw(st.tuples(*[st.integers(0, 3)] * 3))
    return preset(spaces, (low, draw(st.integers(low, 4))), start)


def _any_challenge(chance: Random, card: str, stage: str, tools: Sequence[str]) -> Plain:
    answers = [
        response(_any_points(chance), help=_any_points(chance), needs=needs)
        for needs in ((), *(some(chance, tools, 0, most=2) for _ in range(chance.randint(1, 3))))
    ]
    chance.shuffle(answers)
    return challenge(card, stage, answers, some(chance, tools, 0, most=4))


def _any_points(chance: Random) -> Plain:
    return {pillar: chance.randint(-3, 3) for pillar in some(chance, PILLARS, 0)}


def some(chance: Random, among: Sequence[T], least: int, most: int | None = None) -> list[T]:
    """At least so many of these, none twice."""
    most = len(among) if most is None else min(most, len(among))
    return chance.sample(among, chance.randint(least, most))


@st.composite
def setups(draw: st.DrawFn, most: int = MOST_TEAMS) -> Setup:
    """Setups of 1 to 12 teams, any preset and seed."""
    teams = tuple(NewTeam(f"Team {i}", colour=i) for i in range(draw(st.integers(1, most))))
    return Setup(teams, draw(st.sampled_from(PRESETS)), f"{draw(st.integers(0, 9999)):04}")


@dataclass(frozen=True, slots=True)
class Step:
    """One action of a recorded game."""

    before: State
    action: Action
    after: State
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """A whole recorded game: its steps, and every event from the start."""

    deck: Deck
    setup: Setup
    steps: tuple[Step, ...]
    events: tuple[Event, ...]

    def __repr__(self) -> str:
        """What was done, short enough for the report of a failing test."""
        return f"Played({self.setup!r}, {[step.action for step in self.steps]!r})"

    @property
    def end(self) -> State:
        """The state at the end."""
        return self.steps[-1].after


def play(deck: Deck, setup: Setup, choices: int = 0, *, facilitated: bool = False) -> Played:
    """Play a whole game: the number `choices` decides what the teams, and the facilitator if any, do."""
    chance = Random(choices).random
    state, events = new_game(setup, deck)
    steps: list[Step] = []
    every = list(events)
    facilitating = FACILITATOR_ACTIONS if facilitated else 0
    while not state.over:
        assert len(steps) < MOST_STEPS, "this game does not end"
        if facilitating and chance() < 0.3:
            facilitating -= 1
            action = _facilitate(state, chance(), chance())
        else:
            action = one_of(turn_actions(state), chance())
        following, happened = act(state, action)
        steps.append(Step(state, action, following, happened))
        every += happened
        state = following
    return Played(deck, setup, tuple(steps), tuple(every))


def _facilitate(state: State, which: float, how: float) -> Action:
    """A facilitator's action, each sort as likely as another, but seldom the end of the game."""
    actions = facilitator_actions(state)
    sorts = sorted({type(action) for action in actions} - {EndGame}, key=lambda sort: sort.__name__)
    sort = one_of((*sorts * 4, EndGame), which)
    action = one_of([action for action in actions if isinstance(action, sort)], how)
    if isinstance(action, CorrectScore) and action.points > 0:
        return CorrectScore(action.team, action.pillar, 1 + int(how * 9), "counted again")
    return action


def one_of(among: Sequence[T], chance: float) -> T:
    """One of these; `chance` is from 0 up to 1, 1 left out."""
    return among[int(chance * len(among))]


@st.composite
def games(draw: st.DrawFn, *, facilitated: bool = True, most: int = MOST_TEAMS) -> Played:
    """Whole random games of random decks; half of them with a facilitator who interferes, if allowed."""
    helped = facilitated and draw(st.booleans())
    return play(draw(decks()), draw(setups(most)), draw(st.integers(0, 2**32)), facilitated=helped)
