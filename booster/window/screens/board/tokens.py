"""The teams on the board: where each token stands, where each boat lies, and a token's way to its stand.

stand(look, trail, teams, lit, box) -> Stands     few tokens on a space stand side by side, many are a pile
walk(trail, start, stand, share)                  where a token is on its way from a space to its stand
berth(look, sea, number, teams)                   where the boat of the team that launched as such lies
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pygame

from booster.window.motion import Point, between, hop, smooth
from booster.window.screens.board.scenery import LEAST_TOKEN
from booster.window.screens.board.trail import Trail
from booster.window.text import Look

LIT_ALONE, LIT_IN_ROW = 128, 112  # percent: the token of the team on turn, unless others stand behind it
APART = 0.58  # of a token's height: letters stay free
ROW = 0.56
HEIGHTS = ((1, 100), (3, 94), (6, 82))  # so many on a space at most: percent
LOW = 0.16  # a token stands a little below the middle of its space
FEW_TEAMS = 6  # more than these are piles wherever two stand on one space
ABREAST = 3
BOAT = 90  # design pixels
BOAT_LOW = 12  # from the waterline to the end of the sea


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a token stands, and its height in pixels; with how many others it is a pile of `count`."""

    team: int
    foot: Point
    height: int
    count: int = 1


def token_height(look: Look, trail: Trail) -> int:
    """The height of a token that stands alone."""
    return max(look.px(LEAST_TOKEN), trail.size * 98 // 100)


def stand(
    look: Look, trail: Trail, spaces: Mapping[int, Sequence[int]], lit: int, box: pygame.Rect
) -> tuple[Stand, ...]:
    """Return where the teams stand that `spaces` lists by their space, those at the back first.

    The one `lit` is in front of all. None stands out of `box`.
    """
    many = sum(map(len, spaces.values())) > FEW_TEAMS
    stands = [
        each
        for space, teams in sorted(spaces.items(), key=lambda item: trail.spot(item[0])[1])
        for each in _group(look, trail, space, teams, lit, box, many)
    ]
    return tuple(sorted(stands, key=lambda each: each.team == lit))


def _group(
    look: Look, trail: Trail, space: int, teams: Sequence[int], lit: int, box: pygame.Rect, many: bool
) -> list[Stand]:
    most = 1 if many else FEW_TEAMS if space == 0 else ABREAST
    if len(teams) <= most:
        return _rows(look, trail, space, teams, lit, box)
    return _pile(look, trail, space, teams, lit, box)


def _rows(
    look: Look, trail: Trail, space: int, teams: Sequence[int], lit: int, box: pygame.Rect
) -> list[Stand]:
    """The teams on one space in a row or two, the team on turn in front."""
    count = len(teams)
    height = token_height(look, trail) * next(share for most, share in HEIGHTS if count <= most) // 100
    rows = 1 if count <= ABREAST else 2
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
            larger = LIT_ALONE if count == 1 else LIT_IN_ROW
            grown = height * larger // 100 if team == lit and rows == 1 else height
            stands.append(Stand(team, (x, y), grown))
    return stands


def _pile(
    look: Look, trail: Trail, space: int, teams: Sequence[int], lit: int, box: pygame.Rect
) -> list[Stand]:
    """One token for all the teams on a space; the team on turn, if it is among them, large beside it."""
    front = _rows(look, trail, space, (lit if lit in teams else teams[0],), lit, box)[0]
    if front.team != lit:
        return [replace(front, count=len(teams))]
    others = [team for team in teams if team != lit]
    height = token_height(look, trail)
    left = max(box.left + height / 2, front.foot[0] - APART * height)
    behind = Stand(others[0], (left, front.foot[1] - LOW * trail.size), height, len(others))
    return [behind, replace(front, foot=(left + APART * 1.4 * height, front.foot[1]))]


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


def boat_size(look: Look) -> int:
    """How large a boat at its mooring is."""
    return look.px(BOAT)


def berth(look: Look, sea: pygame.Rect, number: int, teams: int) -> Point:
    """Return where in `sea` the boat lies that left as `number`, counted from 0, of so many teams.

    The first lies at the right; they lie closer where there is no room.
    """
    size = boat_size(look)
    apart = min(size, max(0, sea.width - size) / max(1, teams - 1))
    return sea.right - size / 2 - number * apart, float(sea.bottom - look.px(BOAT_LOW))
