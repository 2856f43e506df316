"""`Map`: the land of the board with the trail, the names of the stages, the teams and their boats."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from booster.decks.model import STAGES
from booster.engine.events import Moved, TeamLaunched
from booster.names import stage_name
from booster.window.art import draw_boat, draw_token
from booster.window.motion import Beat, Point, between, smooth
from booster.window.paint import panel
from booster.window.screens.scenery import Setting, Shore, draw_space, end_width, scenery
from booster.window.screens.table import Table
from booster.window.screens.tokens import Stand, berth, boat_size, quay, stand, walk
from booster.window.screens.trail import Trail
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.widgets import Label

PILL_PAD, LEAST_PAD = 18, 6  # design pixels beside a name
HOP_MS, WALK_MS, BOAT_MS = 210, 640, 1100


@dataclass(frozen=True, slots=True)
class Journey:
    """The move of a team: when its token walks, and when its boat leaves, if it launched (R4)."""

    team: int
    start: int
    end: int
    walking: Beat
    sailing: Beat | None

    @classmethod
    def of(cls, moved: Moved, launched: bool, begin: int) -> "Journey":
        """Return the journey of a move that begins at a time."""
        walking = Beat(begin, min(WALK_MS, HOP_MS * (moved.end - moved.start)))
        return cls(
            moved.team, moved.start, moved.end, walking, Beat(walking.end, BOAT_MS) if launched else None
        )

    @property
    def over(self) -> int:
        """When all of it is done, in ms."""
        return self.sailing.end if self.sailing else self.walking.end


class Map:
    """The board without its panels. `lit` spaces have the accent; `journey` is the move that is shown."""

    def __init__(self, table: Table, team: int, lit: range, journey: Journey | None) -> None:
        """Show where everybody is now; the stage of `team` stands out."""
        self.table = table
        self.team = team
        self.lit = lit
        self.journey = journey
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.labels = tuple(
            Label(stage_name(stage, table.tr), Size.LABEL, bold=True, align="centre") for stage in STAGES
        )
        self.look: Look
        self._setting: Setting
        self.trail: Trail
        self._stands: tuple[Stand, ...] = ()

    # --- where it is

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Lay the trail in a rectangle; the sea begins at its bottom."""
        self.look, self.rect = look, rect
        kinds = tuple(kind for _, kind in self.table.state.game.path)
        self._setting = Setting(kinds, rect.left, rect.top, rect.width, rect.bottom, self._pills(look))
        self.trail = self._setting.trail(look)
        for label, place in zip(self.labels, self.trail.places, strict=True):
            pill = pygame.Rect(place.pill)
            label.place(look, pill.inflate(-2 * look.px(LEAST_PAD), -2 * look.px(5)))
        self._stands = stand(look, self.trail, self._standing(), self.team, rect)

    def _pills(self, look: Look) -> tuple[tuple[int, int], ...]:
        """How large the names of the stages are: on two lines where one is too wide."""
        most = (self.rect.width - 2 * end_width(look, self.rect.width)) // len(STAGES) - look.px(4)
        pills = []
        for label in self.labels:
            widths = _widths(look, label.name)
            lines = 1 if widths[0] + 2 * look.px(PILL_PAD) <= most else len(widths)
            wide = min(most, widths[lines - 1] + 2 * look.px(PILL_PAD))
            pills.append((wide, lines * look.line_height(Size.LABEL) + 2 * look.px(5)))
        return tuple(pills)

    def _standing(self) -> dict[int, list[int]]:
        standing: dict[int, list[int]] = {}
        for number, team in enumerate(self.table.state.teams):
            if not team.launched:
                standing.setdefault(team.space, []).append(number)
        return standing

    def _launched(self) -> Sequence[int]:
        """The teams that have launched, the first first."""
        return [event.team for event in self.table.session.events if isinstance(event, TeamLaunched)]

    # --- picture

    def draw(self, surface: pygame.Surface) -> None:
        """Draw all but the team on its journey."""
        look = self.look
        surface.blit(scenery(look, self._setting), (0, 0))
        for space in self.lit:
            self._draw_lit(surface, space)
        for number, team in enumerate(self._launched()):
            if self.journey is None or team != self.journey.team:
                self._draw_boat(surface, team, self._berth(number))
        self._draw_pills(surface)
        for each in self._stands:
            if self.journey is None or each.team != self.journey.team:
                self._draw_token(surface, each)

    @property
    def _shore(self) -> Shore:
        return self._setting.shore(self.look)

    def _berth(self, number: int) -> Point:
        return berth(self.look, self._shore, self.trail, number, len(self.table.state.teams))

    def _draw_lit(self, surface: pygame.Surface, space: int) -> None:
        look, trail, path = self.look, self.trail, self._setting.kinds
        if space <= len(path):
            draw_space(surface, look, path[space - 1], trail.spot(space), trail.size, lit=True)

    def _draw_pills(self, surface: pygame.Surface) -> None:
        look, theme, state = self.look, self.look.theme, self.table.state
        here = state.game.stage_of(state.teams[self.team])
        for stage, place in zip(STAGES, self.trail.places, strict=True):
            rect = pygame.Rect(place.pill)
            fill, edge = (theme.accent, theme.ink) if stage == here else (theme.white, theme.line)
            panel(surface, rect, fill, edge, rect.height // 2, look.px(2))

    def _draw_token(self, surface: pygame.Surface, each: Stand) -> pygame.Rect:
        colour = self.table.colour(each.team)
        lit = each.team == self.team
        return draw_token(surface, self.look, each.team, colour, each.foot, each.height, lit)

    def _draw_boat(self, surface: pygame.Surface, team: int, water: Point) -> pygame.Rect:
        size = boat_size(self.look, self._shore)
        return draw_boat(surface, self.look, team, self.table.colour(team), water, size)

    def draw_journey(self, surface: pygame.Surface, ms: float) -> list[pygame.Rect]:
        """Draw the team on its journey as it is at a time; return where."""
        journey = self.journey
        if journey is None:
            return []
        if journey.sailing and ms >= journey.sailing.start:
            return [self._draw_sailing(surface, journey.team, journey.sailing.share(ms))]
        end = self._end_of(journey)
        return [
            self._draw_token(
                surface, walk(self.trail, journey.start, journey.end, end, journey.walking.share(ms))
            )
        ]

    def _end_of(self, journey: Journey) -> Stand:
        """Where the token comes to stand; at the harbour if it launches."""
        if journey.sailing is None:
            return next(each for each in self._stands if each.team == journey.team)
        alone = {journey.end: [journey.team]}
        return stand(self.look, self.trail, alone, journey.team, self.rect)[0]

    def _draw_sailing(self, surface: pygame.Surface, team: int, share: float) -> pygame.Rect:
        begin = quay(self.look, self._shore, self.trail)
        water = between(begin, self._berth(self._launched().index(team)), smooth(share))
        return self._draw_boat(surface, team, water)


def _widths(look: Look, name: str) -> tuple[int, ...]:
    """How wide a name is on one line, and where it has several words, how wide it must be for two."""

    def width(words: list[str]) -> int:
        return look.fonts.width(" ".join(words), look.text(Size.LABEL), bold=True)

    words = name.split(" ")
    halves = [max(width(words[:cut]), width(words[cut:])) for cut in range(1, len(words))]
    return (width(words), min(halves)) if halves else (width(words),)
