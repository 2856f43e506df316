"""How fast simulated games are played, on one core, against a bare loop that plays the very same games.

The bare loop knows no action, event, refusal or state: nested loops, lists of numbers and tuples of points.
It draws the same dice, shuffles and choices and ends with the same scores, which is checked.
Run it with `python tests/benchmarks/engine.py`; what counts is the ratio, both being measured in one run.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from random import Random
from statistics import median

from booster.balance.play import Study, play_some
from booster.decks.load import load_decks
from booster.decks.model import KINDS, PILLARS, STAGES, Deck, Kind, Points, Stage
from booster.engine.chance import fall_of_the_die, shuffled
from booster.engine.setup import new_game
from booster.engine.state import NewTeam, Setup
from booster.paths import core_deck
from booster.simulated import chance_of_players, play_out, random_team

TEAMS = 4
ROUNDS = 5
TARGET = 0.2

Three = tuple[int, int, int]
Scores = list[Three]


def simulated(deck: Deck, seeds: Sequence[str]) -> list[Scores]:
    """Games of the engine: legal actions, refusals, states and events, all built."""
    ends = []
    for seed in seeds:
        setup = Setup(tuple(NewTeam(f"Team {i}") for i in range(TEAMS)), "workshop", seed)
        end = play_out(new_game(setup, deck)[0], [random_team] * TEAMS, chance_of_players(seed))
        ends.append([(*team.score,) for team in end.teams])
    return ends


class Bare:
    """The deck as plain tuples, made once, and the bare loop."""

    def __init__(self, deck: Deck) -> None:
        self.deck = deck
        self.path = deck.path.presets["workshop"].path
        self.die = deck.path.presets["workshop"].die
        start = deck.path.presets["workshop"].start
        self.start: Three = (start.ecology, start.economy, start.social)
        self.reward = three(deck.path.lend_reward)
        self.tools = {card.id: three(card.points) for card in deck.tools}
        self.challenges = {
            card.id: (
                card.helped_by,
                tuple((frozenset(r.needs), three(r.points), three(r.help)) for r in card.responses),
            )
            for card in deck.challenges
        }
        self.cards: dict[tuple[Stage, Kind], list[str]] = {
            (stage, kind): [] for stage in STAGES for kind in KINDS
        }
        for challenge in deck.challenges:
            self.cards[challenge.stage, "challenge"].append(challenge.id)
        for tool in deck.tools:
            self.cards[tool.stage, "tool"].append(tool.id)
        self.experiences = [card.id for card in deck.experiences]

    def play(self, seeds: Sequence[str]) -> list[Scores]:
        """The same games, by nested loops."""
        return [self.game(seed) for seed in seeds]

    def game(self, seed: str) -> Scores:
        chance = Random(f"{seed}/players").random
        piles = {pile: list(shuffled(seed, "/".join(pile), ids)) for pile, ids in self.cards.items()}
        order = shuffled(seed, "experience", self.experiences)
        spaces, scores = [0] * TEAMS, [self.start] * TEAMS
        boxes: list[list[str]] = [[] for _ in range(TEAMS)]
        played: list[set[str]] = [set() for _ in range(TEAMS)]
        rolls, last = 0, len(self.path)
        while min(spaces) <= last:
            for team in range(TEAMS):
                if spaces[team] > last:
                    continue
                chance()  # a random team chooses among all it can do, even where that is to roll
                spaces[team] += fall_of_the_die(seed, rolls, *self.die)
                rolls += 1
                if spaces[team] > last:
                    continue
                stage, kind = self.path[spaces[team] - 1]
                if kind == "choice":
                    kind = KINDS[int(chance() * 2)]
                pile = piles[stage, kind]
                card = next(card for card in pile if card not in played[team])
                if kind == "challenge":
                    self.respond(card, team, scores, boxes, chance)
                elif int(chance() * 2) == 0:
                    boxes[team].append(card)
                    scores[team] = add(scores[team], self.tools[card])
                played[team].add(card)
                pile.remove(card)
                pile.append(card)
        hands = iter(order * TEAMS)
        for score in scores:
            _ = [next(hands) for _ in range(max(sum(score), 1))]
        return scores

    def respond(
        self, card: str, team: int, scores: Scores, boxes: list[list[str]], chance: Callable[[], float]
    ) -> None:
        """Add the points of a response, of the help and of the lending."""
        helped_by, responses = self.challenges[card]
        helped, lender = any(tool in boxes[team] for tool in helped_by), None
        if not helped:
            lenders = [i for tool in helped_by for i in range(TEAMS) if tool in boxes[i]]
            if lenders and chance() < 0.5:
                helped, lender = True, lenders[int(chance() * len(lenders))]
        free = [(points, bonus) for needs, points, bonus in responses if not needs or needs & {*boxes[team]}]
        points, bonus = free[int(chance() * len(free))]
        if helped:
            scores[team] = add(scores[team], bonus)
        scores[team] = add(scores[team], points)
        if lender is not None:
            scores[lender] = add(scores[lender], self.reward)


def three(points: Points) -> Three:
    ecology, economy, social = (points[pillar] for pillar in PILLARS)
    return ecology, economy, social


def add(score: Three, points: Three) -> Three:
    return max(score[0] + points[0], 0), max(score[1] + points[1], 0), max(score[2] + points[2], 0)


def chance_alone(deck: Deck, seeds: Sequence[str]) -> None:
    """The dice and the shuffles of so many games: what neither loop can do without (R13)."""
    for seed in seeds:
        for number in range(45):
            fall_of_the_die(seed, number, 1, 3)
        for _ in range(11):
            shuffled(seed, "pile", "abcdefghijk")


def seconds(work: Callable[[], object]) -> float:
    """Processor time, so that what else runs on the machine counts less."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description="Games a second, and their ratio to a bare loop.")
    parser.add_argument("--games", type=int, default=300, help="games a measurement")
    games = parser.parse_args().games
    (deck,) = load_decks([core_deck()])
    bare = Bare(deck)
    seeds = [f"GAME{number}" for number in range(games)]
    assert bare.play(seeds) == simulated(deck, seeds), "the two loops must play the same games"
    study = Study(deck, TEAMS, "workshop")
    rounds = [
        (
            seconds(lambda: bare.play(seeds)),
            seconds(lambda: simulated(deck, seeds)),
            seconds(lambda: play_some(study, 0, games)),
            seconds(lambda: chance_alone(deck, seeds)),
        )
        for _ in range(ROUNDS)
    ]
    names = ("bare loop", "engine, events built", "balance, with its counts", "dice and shuffles alone")
    for name, times in zip(names, zip(*rounds, strict=True), strict=True):
        ratio = median(one[0] / taken for one, taken in zip(rounds, times, strict=True))
        print(f"{name:26} {games / median(times):7.0f} games a second, {ratio:5.2f} of the bare loop")
    print(f"Medians of {ROUNDS} on {games} games of {TEAMS} teams; target for the engine: {TARGET}.")


if __name__ == "__main__":
    main()
