"""The rules played a second time, slowly, on plain dicts: to be compared with `booster.engine`.

Written from the rulebook; of the engine it takes the die and the shuffle alone. A move is a tuple of the name
and the values of an action, as ("Respond", 1), without free words.
The exchange is not played: what the engine does is checked against R10, whose order of cards is free.
"""

from copy import deepcopy
from typing import Any

from booster.decks.model import KINDS, PILLARS, STAGES, Deck, Pillar, Points, Stage
from booster.engine.chance import fall_of_the_die, shuffled

Plain = dict[str, Any]
Move = tuple[Any, ...]
Bought = tuple[int, str, Pillar | None]  # team, card, the pillar whose points bought it


def begin(deck: Deck, teams: int, preset: str, seed: str) -> Plain:
    """The table before the first roll."""
    numbers = getattr(deck.path.presets, preset)
    by_pile: dict[tuple[str, str], list[str]] = {(stage, kind): [] for stage in STAGES for kind in KINDS}
    for card in deck.challenges:
        by_pile[card.stage, "challenge"].append(card.id)
    for method in deck.tools:
        by_pile[method.stage, "tool"].append(method.id)
    game: Plain = {
        "path": [(stage, kind) for stage in STAGES for kind in getattr(numbers.spaces, stage)],
        "die": numbers.die,
        "start": {pillar: getattr(numbers.start, pillar) for pillar in PILLARS},
        "seed": seed,
        "rolls": 0,
        "piles": {
            (stage, kind): list(shuffled(seed, f"{stage}/{kind}", cards))
            for (stage, kind), cards in by_pile.items()
        },
        "teams": [],
        "turn of": 0,
        "asked": "roll",
        "card": None,
        "lent": None,
        "ended": None,
    }
    game["teams"] = [_team_at_start(game) for _ in range(teams)]
    return game


def _team_at_start(game: Plain) -> Plain:
    return {
        "space": 0,
        "points": dict(game["start"]),
        "tools": [],
        "seen": [],
        "launched": False,
        "away": False,
    }


def turn_moves(deck: Deck, game: Plain) -> list[Move]:
    """What the team on turn may do."""
    team = game["teams"][game["turn of"]]
    match game["asked"]:
        case "roll":
            return [("Roll",)]
        case "kind":
            return [("ChooseKind", "challenge"), ("ChooseKind", "tool")]
        case "tool":
            return [("Adopt",), ("Leave",)]
        case "challenge":
            card = deck.challenge(game["card"])
            moves: list[Move] = []
            for number, response in enumerate(card.responses):
                if not response.needs or set(response.needs) & set(team["tools"]):
                    moves.append(("Respond", number))
            if game["lent"] is None and not set(card.helped_by) & set(team["tools"]):
                for number, other in enumerate(game["teams"]):
                    if other is not team and not other["away"]:
                        moves += [
                            ("Borrow", helping, number)
                            for helping in other["tools"]
                            if helping in card.helped_by
                        ]
            return moves
        case _:
            return []


def facilitator_moves(deck: Deck, game: Plain) -> list[Move]:
    """What the facilitator may do; corrections by one point only, as examples (R12)."""
    if game["asked"] == "over":
        return []
    moves: list[Move] = [("SkipTurn",), ("EndGame",)]
    if game["asked"] in KINDS and _next_card(game, _stage_of(deck, game), game["asked"], but=game["card"]):
        moves.append(("SwapCard",))
    if len(game["teams"]) < 12:
        moves.append(("AddTeam",))
    for number, team in enumerate(game["teams"]):
        for pillar in PILLARS:
            moves.append(("CorrectScore", number, pillar, 1))
            if team["points"][pillar] > 0:
                moves.append(("CorrectScore", number, pillar, -1))
        if team["away"]:
            moves.append(("WelcomeBack", number))
        elif not team["launched"]:
            moves.append(("PassTeam", number))
    return moves


def _stage_of(deck: Deck, game: Plain) -> Stage:
    """The stage of the card on the table."""
    return (deck.challenge if game["asked"] == "challenge" else deck.tool)(game["card"]).stage


def _next_card(game: Plain, stage: str, kind: str, but: str | None = None) -> str | None:
    """R5: from the top, a card not seen; else one seen before; never a tool held, nor the one swapped."""
    team = game["teams"][game["turn of"]]
    seen_before: list[str] = []
    for card in game["piles"][stage, kind]:
        if card in team["tools"] or card == but:
            continue
        if card not in team["seen"]:
            return str(card)
        seen_before.append(card)
    return seen_before[0] if seen_before else None


def play_move(deck: Deck, before: Plain, move: Move) -> Plain:
    """The table after a move; `before` stays as it is."""
    game = deepcopy(before)
    teams: list[Plain] = game["teams"]
    team = teams[game["turn of"]]
    match move:
        case ("Roll",):
            _roll(game, team)
        case ("ChooseKind", kind):
            _draw(game, team, kind)
        case ("Borrow", helping, lender):
            game["lent"] = (helping, lender)
        case ("Respond", number):
            _respond(deck, game, team, number)
            _card_played(deck, game, team)
        case ("Adopt",):
            team["tools"].append(game["card"])
            _add(team, deck.tool(game["card"]).points)
            _card_played(deck, game, team)
        case ("Leave",):
            _card_played(deck, game, team)
        case ("SwapCard",):
            stage, kind, old = _stage_of(deck, game), game["asked"], game["card"]
            new = _next_card(game, stage, kind, but=old)
            _put_under(game, stage, kind, old)
            game.update(card=new, lent=None)
        case ("SkipTurn",):
            _next_turn(game)
        case ("CorrectScore", number, pillar, points):
            teams[number]["points"][pillar] += points
        case ("PassTeam", number):
            teams[number]["away"] = True
            if teams[number] is team:
                _next_turn(game)
        case ("WelcomeBack", number):
            teams[number]["away"] = False
        case ("AddTeam",):
            teams.append(_team_at_start(game))
        case ("EndGame",):
            game.update(asked="over", card=None, lent=None, ended="facilitator")
        case _:
            raise ValueError(move)
    return game


def _roll(game: Plain, team: Plain) -> None:
    """R4."""
    team["space"] += fall_of_the_die(game["seed"], game["rolls"], *game["die"])
    game["rolls"] += 1
    if team["space"] > len(game["path"]):
        team["space"] = len(game["path"]) + 1
        team["launched"] = True
        _next_turn(game)
    elif game["path"][team["space"] - 1][1] == "choice":
        game["asked"] = "kind"
    else:
        _draw(game, team, game["path"][team["space"] - 1][1])


def _draw(game: Plain, team: Plain, kind: str) -> None:
    """R5."""
    stage = game["path"][team["space"] - 1][0]
    for drawn in [kind, *(other for other in KINDS if other != kind)]:
        card = _next_card(game, stage, drawn)
        if card:
            game.update(asked=drawn, card=card)
            return
    _next_turn(game)


def _respond(deck: Deck, game: Plain, team: Plain, number: int) -> None:
    """R6, R7: the help, what the card says, then the lender's reward."""
    card = deck.challenge(game["card"])
    if game["lent"] or set(card.helped_by) & set(team["tools"]):
        _add(team, card.responses[number].help)
    _add(team, card.responses[number].points)
    if game["lent"]:
        _add(game["teams"][game["lent"][1]], deck.path.lend_reward)


def _add(team: Plain, points: Points) -> None:
    """R9."""
    for pillar in PILLARS:
        team["points"][pillar] = max(0, team["points"][pillar] + getattr(points, pillar))


def _card_played(deck: Deck, game: Plain, team: Plain) -> None:
    if game["card"] not in team["seen"]:
        team["seen"].append(game["card"])
    _put_under(game, _stage_of(deck, game), game["asked"], game["card"])
    _next_turn(game)


def _put_under(game: Plain, stage: str, kind: str, card: str) -> None:
    game["piles"][stage, kind].remove(card)
    game["piles"][stage, kind].append(card)


def _next_turn(game: Plain) -> None:
    """R3."""
    game.update(asked="roll", card=None, lent=None)
    teams = game["teams"]
    for _ in teams:
        game["turn of"] = (game["turn of"] + 1) % len(teams)
        if not teams[game["turn of"]]["launched"] and not teams[game["turn of"]]["away"]:
            return
    game["asked"] = "over"
    # An away team has not launched, though the game ends without it (R12).
    game["ended"] = "all-launched" if all(team["launched"] for team in teams) else "no-team-left"


def check_exchange(
    deck: Deck, scores: list[dict[str, int]], bought: list[Bought], left: list[tuple[int, int]]
) -> None:
    """Assert that this exchange, and the points each team has left, are what R10 says."""
    price, at_least = deck.path.points_per_card, deck.path.at_least
    cards = {card.id for card in deck.experiences}
    points_left = []
    for team, score in enumerate(scores):
        total = sum(score.values())
        own = [card for buyer, card, _ in bought if buyer == team]
        assert len(own) == min(max(total // price, at_least), len(cards))
        assert len(own) == len(set(own))
        if total > price * len(own):
            points_left.append((team, total - price * len(own)))
    assert left == points_left
    _check_unused_first(cards, bought)
    _check_own_pillars_first(deck, scores, bought)


def _check_unused_first(cards: set[str], bought: list[Bought]) -> None:
    """No card goes to two teams while unused ones are left; then those that the fewest hold go first."""
    hands = dict.fromkeys(cards, 0)
    for number, (team, card, _) in enumerate(bought):
        if hands[card]:
            assert all(hands.values())
            held = {other for buyer, other, _ in bought[:number] if buyer == team}
            assert hands[card] == min(hands[other] for other in cards - held)
        hands[card] += 1


def _check_own_pillars_first(deck: Deck, scores: list[dict[str, int]], bought: list[Bought]) -> None:
    """The points of each pillar buy cards of that pillar while there are any unused, then any others."""
    of_pillars = [purchase for purchase in bought if purchase[2] is not None]
    assert bought[: len(of_pillars)] == of_pillars
    used = {card for _, card, _ in of_pillars}
    for pillar in PILLARS:
        own = {card.id for card in deck.experiences if pillar in card.pillars}
        for team, score in enumerate(scores):
            with_it = [card for buyer, card, of in of_pillars if (buyer, of) == (team, pillar)]
            worth = score[pillar] // deck.path.points_per_card
            assert own.issuperset(with_it)
            assert len(with_it) == worth or (len(with_it) < worth and own <= used)
