"""`Map`: the land of the board with the trail, the names of the stages, the teams, the sea with the boats."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from booster.decks.model import STAGES, Stage
from booster.engine.events import Moved, TeamLaunched
from booster.names import stage_name
from booster.window.art import draw_boat, draw_token
from booster.window.motion import Beat
from booster.window.paint import panel, rounded
from booster.window.screens.board.legend import Legend
from booster.window.screens.board.path import draw_space
from booster.window.screens.board.scenery import ROCKS, Setting, end_width, prepare_scenery, scenery
from booster.window.screens.board.stages import draw_stage_number, stage_colour
from booster.window.screens.board.tokens import Stand, berth, boat_size, stand, walk
from booster.window.screens.board.trail import Trail
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.widgets import Label

PILL_PAD, LEAST_PAD = 18, 6  # design pixels beside a name
NUMBER_PAD = 8  # beside a stage's number, which lies over the left end
SEA = 18  # design pixels below the land
HOP_MS, WALK_MS = 210, 640


@dataclass(frozen=True, slots=True)
class Journey:
    """The move of a team, and when its token walks (R4)."""

    team: int
    start: int
    end: int
    walking: Beat

    @classmethod
    def of(cls, moved: Moved, begin: int) -> "Journey":
        """Return the journey of a move that begins at a time."""
        walking = Beat(begin, min(WALK_MS, HOP_MS * (moved.end - moved.start)))
        return cls(moved.team, moved.start, moved.end, walking)


class Map:
    """The board without its panels. `lit` spaces have the accent; `journey` is the move that is shown.

    `done` says whether the land is as it is after that move.
    """

    def __init__(self, table: Table, team: int, lit: range, journey: Journey | None) -> None:
        """Show where everybody is now; the stage of `team` stands out."""
        self.table = table
        self.team = team
        self.lit = lit
        self.journey = journey
        self.done = True
        self._numbered = False  # whether the names of all stages leave room for their numbers
        self._legend = Legend(table.tr)
        self._sea = pygame.Rect(0, 0, 0, 0)
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
        """Lay the trail in a rectangle, above the sea."""
        self.look, self.rect = look, rect
        self._sea = pygame.Rect(rect.left, rect.bottom - look.px(SEA), rect.width, look.px(SEA))
        self._setting, self.trail = self._lay(())
        bare = [number for number, place in enumerate(self.trail.places) if not place.picture]
        if bare:
            laid = self._lay(bare)
            if sum(place.picture is None for place in laid[1].places) < len(bare):
                self._setting, self.trail = laid
        for label, place in zip(self.labels, self.trail.places, strict=True):
            pill = pygame.Rect(place.pill)
            words = pill.inflate(-2 * look.px(LEAST_PAD), -2 * look.px(5))
            if self._numbered:
                words.width = words.right - pill.left - self._number_room(look)
                words.left = pill.left + self._number_room(look)
            label.place(look, words)
        self._stands = stand(look, self.trail, self._standing(), self.team, rect)

    def prepare(self) -> None:
        """Begin to draw the land: it is there sooner when the map is drawn."""
        prepare_scenery(self.look, self._setting)

    def _lay(self, narrow: Sequence[int]) -> tuple[Setting, Trail]:
        """Lay the trail; the names of the stages of these numbers are narrow, which leaves more room."""
        kinds = tuple(kind for _, kind in self.table.state.game.path)
        rect = self.rect
        pills = self._pills(self.look, narrow)
        setting = Setting(kinds, rect.left, rect.top, rect.width, self._sea.top, pills)
        return setting, setting.trail(self.look)

    def _pills(self, look: Look, narrow: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """How large the names of the stages are: on two lines where one is too wide."""
        most = (self.rect.width - 2 * end_width(look, self.rect.width)) // len(STAGES) - look.px(4)
        room = look.px(PILL_PAD) + self._number_room(look)
        self._numbered = all(min(_widths(look, label.name)) + room <= most for label in self.labels)
        pills = []
        for number, label in enumerate(self.labels):
            widths = _widths(look, label.name)
            beside = room if self._numbered else 2 * look.px(PILL_PAD)
            fits = widths[0] + beside <= most and number not in narrow
            lines = 1 if fits else len(widths)
            wide = min(most, widths[lines - 1] + beside)
            pills.append((wide, lines * look.line_height(Size.LABEL) + 2 * look.px(5)))
        return tuple(pills)

    def _number_size(self, look: Look) -> int:
        return look.line_height(Size.LABEL) + look.px(4)

    def _number_room(self, look: Look) -> int:
        """How much of a name's width its number takes: the other half of it stands out."""
        return self._number_size(look) // 2 + look.px(NUMBER_PAD)

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
        for space in self.lit if self.done else self._reached_before():
            self._draw_lit(surface, space)
        self._draw_sea(surface)
        self._draw_pills(surface)
        for each in self._stands:
            if self.journey is None or each.team != self.journey.team:
                self._draw_token(surface, each)

    def _reached_before(self) -> range:
        """The spaces that the team could reach before its move."""
        return self.table.reach(self.journey.start) if self.journey else range(0)

    def _stage(self) -> Stage | None:
        """The stage of the team, or the one that it is about to leave."""
        game, team = self.table.state.game, self.table.state.teams[self.team]
        if self.journey and not self.done:
            team = team.changed(space=self.journey.start)
        return game.stage_of(team)

    def _draw_sea(self, surface: pygame.Surface) -> None:
        """Draw the legend at the left, the boats at their moorings from the right."""
        look, shore = self.look, self._setting.shore(self.look)
        first, last = (shore.x(rock) for rock in ROCKS)
        legend = pygame.Rect(0, 0, self._legend.width(look), self._legend.height(look))
        legend.bottomleft = max(self._sea.left, first), self._sea.bottom - look.px(4)
        self._legend.draw(surface, look, legend)
        left, right = legend.right + look.px(20), min(self._sea.right, last)
        moorings = pygame.Rect(left, self._sea.top, right - left, self._sea.height)
        launched = self._launched()
        for number, team in reversed(tuple(enumerate(launched))):
            water = berth(look, moorings, number, len(self.table.state.teams))
            draw_boat(surface, look, team, self.table.colour(team), water, boat_size(look))

    def _draw_lit(self, surface: pygame.Surface, space: int) -> None:
        look, trail, path = self.look, self.trail, self._setting.kinds
        if space <= len(path):
            draw_space(surface, look, path[space - 1], trail.spot(space), trail.size, lit=True)

    def _draw_pills(self, surface: pygame.Surface) -> None:
        look, theme = self.look, self.look.theme
        here = self._stage()
        for stage, place in zip(STAGES, self.trail.places, strict=True):
            rect = pygame.Rect(place.pill)
            fill, edge = (
                (theme.accent, theme.ink) if stage == here else (theme.white, stage_colour(look, stage))
            )
            radius = min(rect.height, look.line_height(Size.LABEL) + look.px(10)) // 2
            panel(surface, rect, fill, edge, radius, look.px(3))
            if self._numbered:
                draw_stage_number(surface, look, stage, rect.midleft, self._number_size(look))

    def _draw_token(self, surface: pygame.Surface, each: Stand) -> pygame.Rect:
        colour = self.table.colour(each.team)
        lit = each.team == self.team
        drawn = draw_token(surface, self.look, each.team, colour, each.foot, each.height, lit)
        if each.count > 1:
            self._draw_count(surface, each)
        return drawn

    def _draw_count(self, surface: pygame.Surface, each: Stand) -> None:
        """Say how many teams stand where one token does."""
        look = self.look
        words = look.fonts.render(f"×{each.count}", look.text(Size.LABEL), look.theme.white, bold=True)
        rect = words.get_rect().inflate(look.px(18), 0)
        rect.midright = round(each.foot[0]), round(each.foot[1])
        rect.clamp_ip(self.rect)
        rounded(surface, rect, look.theme.ink, rect.height // 2)
        surface.blit(words, words.get_rect(center=rect.center))

    def draw_journey(self, surface: pygame.Surface, ms: float) -> list[pygame.Rect]:
        """Draw the team on its journey as it is at a time; return where."""
        journey = self.journey
        if journey is None:
            return []
        end = self._end_of(journey)
        return [
            self._draw_token(
                surface, walk(self.trail, journey.start, journey.end, end, journey.walking.share(ms))
            )
        ]

    def _end_of(self, journey: Journey) -> Stand:
        """Where the token comes to stand; at the harbour if it launches."""
        own = next((each for each in self._stands if each.team == journey.team), None)
        if own is not None:
            return own
        alone = {journey.end: [journey.team]}
        return stand(self.look, self.trail, alone, journey.team, self.rect)[0]


def _widths(look: Look, name: str) -> tuple[int, ...]:
    """How wide a name is on one line, and where it has several words, how wide it must be for two."""

    def width(words: list[str]) -> int:
        return look.fonts.width(" ".join(words), look.text(Size.LABEL), bold=True)

    words = name.split(" ")
    halves = [max(width(words[:cut]), width(words[cut:])) for cut in range(1, len(words))]
    return (width(words), min(halves)) if halves else (width(words),)
