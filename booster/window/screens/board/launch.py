"""`LaunchPicture`: the harbour from which a team's project puts to sea, over the whole window (R4)."""

import pygame

from booster.decks.model import PILLARS
from booster.engine.state import Score
from booster.window.art import draw_boat, part_of
from booster.window.motion import between, smooth
from booster.window.paint import panel
from booster.window.screens.board.scenery import DEEP_SEA
from booster.window.screens.game.drawing import draw_points
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.widgets import Label, Widget

BOAT_MS = 1100
PICTURE = (1920, 1080)  # of the drawing
WATER = 800  # where the boat floats, in its own height
BOAT_AT, BOAT_FROM = 0.74, 1.06  # shares of the width
BOAT_HIGH = 74  # percent of the room
WORDS_WIDE = 50  # percent of the room
CHIP = (150, 76)  # design pixels


class LaunchPicture(Widget):
    """What is launched, whose it is, and its points; the boat comes as a motion. Shown once it is `done`."""

    def __init__(self, table: Table, team: int) -> None:
        """Show the launch of a team."""
        tr, launched = table.tr, table.state.teams[team]
        title = tr("Project launched!")
        super().__init__(title)
        self.table = table
        self.team = team
        self.done = True
        self._score: Score = launched.score
        self._title = Label(title, Size.DISPLAY, bold=True)
        self._name = Label(table.name(team), Size.TITLE, bold=True)
        self._project = Label(launched.project, Size.HEADING)
        self._chips: tuple[pygame.Rect, ...] = ()
        self._sheet = pygame.Rect(0, 0, 0, 0)
        self._harbour: pygame.Surface | None = None

    def children(self) -> tuple[Widget, ...]:
        """The words."""
        project = (self._project,) if self._project.name else ()
        return (self._title, self._name, *project)

    def height(self, look: Look, width: int) -> int:
        """It fills what room there is."""
        return look.height

    def width(self, look: Look) -> int:
        """It fills what room there is."""
        return look.width

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the words on a sheet at the left."""
        super().place(look, rect)
        pad = look.px(40)
        wide = rect.width * WORDS_WIDE // 100
        inner_wide = wide - 2 * pad
        chip = look.px(CHIP[1])
        rest = rect.height - 2 * pad - chip - look.px(28)
        heights = self._heights(look, inner_wide, rest)
        high = sum(heights) + 2 * pad + chip + look.px(28)
        self._sheet = pygame.Rect(rect.left, rect.centery - high // 2, wide, high)
        top = self._sheet.top + pad
        for child, height in zip(self.children(), heights, strict=True):
            child.place(look, pygame.Rect(self._sheet.left + pad, top, inner_wide, height))
            top += height
        self._place_chips(look, pygame.Rect(self._sheet.left + pad, top + look.px(28), inner_wide, chip))

    def _heights(self, look: Look, wide: int, room: int) -> list[int]:
        """How high each of the words is: all a little lower where the room is too low for them."""
        heights = [child.height(look, wide) for child in self.children()]
        wanted = sum(heights)
        return [height * room // wanted for height in heights] if wanted > room else heights

    def _place_chips(self, look: Look, line: pygame.Rect) -> None:
        gap = look.px(16)
        wide = min(look.px(CHIP[0]), (line.width - 2 * gap) // len(PILLARS))
        self._chips = tuple(
            pygame.Rect(line.left + number * (wide + gap), line.top, wide, line.height)
            for number in range(len(PILLARS))
        )

    # --- picture

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the words and the points."""
        if not self.done:
            return
        look = self.look
        edge = self.table.colour(self.team)
        panel(surface, self._sheet, look.theme.white, edge, look.px(28), look.px(8))
        for child in self.children():
            child.draw(surface)
        for pillar, chip in zip(PILLARS, self._chips, strict=True):
            draw_points(surface, look, pillar, str(self._score.on(pillar)), chip, Size.TITLE)

    def draw_harbour(self, surface: pygame.Surface) -> None:
        """Draw the harbour behind it all."""
        look, size = self.look, surface.get_size()
        if look.settings.high_contrast:
            surface.fill(look.theme.paper)
        else:
            if self._harbour is None or self._harbour.get_size() != size:
                self._harbour = part_of("board/harbour", _seen(size), size, DEEP_SEA)
            surface.blit(self._harbour, (0, 0))

    def draw_boat(self, surface: pygame.Surface, share: float) -> list[pygame.Rect]:
        """Draw the boat when a share of its way out is done; return where."""
        look, rect = self.look, self.rect
        size = min(rect.height * BOAT_HIGH // 100, rect.width * 40 // 100)
        water = _water(surface.get_size())
        foot = between((rect.right * BOAT_FROM, water * 0.93), (rect.right * BOAT_AT, water), smooth(share))
        return [draw_boat(surface, look, self.team, self.table.colour(self.team), foot, size)]


def _seen(size: tuple[int, int]) -> tuple[float, float, float, float]:
    """The part of the drawing that fills a window: all its width, or all its height."""
    wide = min(PICTURE[0], PICTURE[1] * size[0] / size[1])
    high = wide * size[1] / size[0]
    return (PICTURE[0] - wide) / 2, (PICTURE[1] - high) * 0.6, wide, high


def _water(size: tuple[int, int]) -> float:
    """Where the boat floats in a window."""
    _, top, _, high = _seen(size)
    return (WATER - top) * size[1] / high
