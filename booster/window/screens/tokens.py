"""The teams on the board: where each token stands, where each boat lies, and the way from one to the other.

stand(look, trail, teams, lit, box) -> Stands     tokens on one space stand side by side, then in rows
walk(trail, start, stand, share)                  where a token is on its way from a space to its stand
berth(look, shore, trail, number)                 where the boat of the team that launched as such lies
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pygame

from booster.engine.state import MAX_TEAMS
from booster.window.motion import Point, between, hop, smooth
from booster.window.screens.scenery import WATERLINE, Shore
from booster.window.screens.trail import Trail
from booster.window.text import Look

LIT = 118  # percent: the token of the team on turn, unless others stand behind it
APART = 0.58  # of a token's height: letters stay free
ROW = 0.56
HEIGHTS = ((1, 100), (3, 94), (6, 82), (MAX_TEAMS, 74))  # so many on a space at most: percent
LOW = 0.16  # a token stands a little below the middle of its space


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a token stands, and its height in pixels."""

    team: int
    foot: Point
    height: int


def token_height(look: Look, trail: Trail) -> int:
    """The height of a token that stands alone."""
    return max(look.px(72), trail.size * 98 // 100)


def stand(
    look: Look, trail: Trail, spaces: Mapping[int, Sequence[int]], lit: int, box: pygame.Rect
) -> tuple[Stand, ...]:
    """Return where the teams stand that `spaces` lists by their space, those at the back first.

    The one `lit` is in front of all. None stands out of `box`.
    """
    stands = [
        each
        for space, teams in sorted(spaces.items(), key=lambda item: trail.spot(item[0])[1])
        for each in _group(look, trail, space, teams, lit, box)
    ]
    return tuple(sorted(stands, key=lambda each: each.team == lit))


def _group(
    look: Look, trail: Trail, space: int, teams: Sequence[int], lit: int, box: pygame.Rect
) -> list[Stand]:
    """The teams on one space: in up to three rows, the team on turn in front."""
    count = len(teams)
    height = token_height(look, trail) * next(share for most, share in HEIGHTS if count <= most) // 100
    rows = 1 if count <= 3 else 2 if count <= 8 else 3
    in_front = sorted(teams, key=lambda team: team == lit)
    per_row = -(-count // rows)
    spot = trail.spot(space)
    half = (per_row - 1) * APART * height / 2 + height / 2
    middle = max(box.left + half, min(spot[0], box.right - half))
    low = spot[1] + LOW * trail.size
    low += max(0.0, box.top + height * (1 + ROW * (rows - 1)) - low)
    stands = []
    for row in range(rows):
        line = in_front[row * count // rows : (row + 1) * count // rows]
        for place, team in enumerate(line):
            x = middle + (place - (len(line) - 1) / 2) * APART * height
            y = low - (rows - 1 - row) * ROW * height
            grown = height * LIT // 100 if team == lit and rows == 1 else height
            stands.append(Stand(team, (x, y), grown))
    return stands


def walk(trail: Trail, start: int, end: int, stand: Stand, share: float) -> Stand:
    """Return where a token is that has walked a share of its way, a hop from space to space."""
    low = LOW * trail.size
    feet = [(float(x), y + low) for x, y in (trail.spot(space) for space in range(start, end))]
    feet.append(stand.foot)
    done = min(share, 0.9999) * (len(feet) - 1)
    step = int(done)
    x, y = between(feet[step], feet[step + 1], smooth(done - step))
    if share < 1:
        y -= hop(done - step) * trail.size * 0.35
    return Stand(stand.team, (x, y) if share < 1 else stand.foot, stand.height)


def boat_size(look: Look, shore: Shore) -> int:
    """How large a boat is."""
    return max(look.px(84), min(look.px(130), round(130 * shore.scale)))


def berth(look: Look, shore: Shore, trail: Trail, number: int, teams: int) -> Point:
    """Return where on the water the boat comes to lie that left as `number`, counted from 0, of so many.

    The first sails furthest, so that none has another in its way.
    """
    apart = (trail.harbour[0] - trail.start[0] - boat_size(look, shore)) / teams
    return trail.start[0] + number * apart, shore.y(WATERLINE)


def quay(look: Look, shore: Shore, trail: Trail) -> Point:
    """Return where a boat leaves from."""
    return float(trail.harbour[0]), shore.y(WATERLINE)
