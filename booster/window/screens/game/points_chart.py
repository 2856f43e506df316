"""`PointsChart`: the points of a team over its turns, a line a pillar: by colour, by dash and by name."""

from itertools import pairwise

import pygame

from booster.chart import Chart, Line, lay_out_chart, points_over_turns
from booster.decks.model import PILLARS, Pillar
from booster.engine.state import Score
from booster.names import pillar_name
from booster.window.paint import sheet
from booster.window.screens.game.drawing import write
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.widgets import Widget

LEAST_HIGH = 270  # design pixels
SMOOTHING = 2
DASHES: dict[Pillar, tuple[int, int]] = {"ecology": (1, 0), "economy": (22, 14), "social": (3, 13)}


class PointsChart(Widget):
    """A small line chart; `show` changes the team."""

    def __init__(self, table: Table, team: int) -> None:
        """Show a team."""
        super().__init__("")
        self.table = table
        self._scores: tuple[Score, ...] = ()
        self.show(team)
        self._drawn: pygame.Surface | None = None

    def show(self, team: int) -> None:
        """Show another team."""
        table, tr = self.table, self.table.tr
        self._scores = points_over_turns(table.session.events, team, table.state.game.start)
        courses = (
            f"{pillar_name(pillar, tr)}: {', '.join(str(score.on(pillar)) for score in self._scores)}."
            for pillar in PILLARS
        )
        self.title = tr("{team}: points over the turns", team=table.name(team))
        self.name = "\n".join((self.title, *courses))
        self._drawn = None

    def width(self, look: Look) -> int:
        """A width at which a dozen turns are told apart."""
        return look.px(700)

    def height(self, look: Look, width: int) -> int:
        """A height at which the labels do not touch."""
        return max(look.px(LEAST_HIGH), look.line_height(Size.LABEL) * 8)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Draw anew for this rectangle."""
        super().place(look, rect)
        self._drawn = None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the chart."""
        if self._drawn is None:
            self._drawn = self._make()
        sheet(surface, self.look, self.rect)
        surface.blit(self._drawn, self.rect)

    def _make(self) -> pygame.Surface:
        look = self.look
        drawn = pygame.Surface(self.rect.size, pygame.SRCALPHA)
        line = look.line_height(Size.LABEL)
        inner = drawn.get_rect().inflate(-2 * look.px(24), -2 * look.px(14))
        write(drawn, look, self.title, pygame.Rect(inner.left, inner.top, inner.width, line), bold=True)
        left = look.fonts.width("00", look.text(Size.LABEL)) + look.px(12)
        right = max(look.fonts.width(self._label(each), look.text(Size.LABEL), True) for each in PILLARS)
        top = inner.top + line + look.px(22)
        plot = pygame.Rect(inner.left + left, top, 0, inner.bottom - look.px(20) - top)
        plot.width = inner.right - right - look.px(24) - plot.left
        chart = lay_out_chart(self._scores, line / max(1, plot.height))
        self._draw_scale(drawn, chart, plot, left)
        drawn.blit(self._lines(chart, plot), (0, 0))
        for each in chart.lines:
            middle = plot.bottom - round(each.label * plot.height)
            room = pygame.Rect(plot.right + look.px(24), middle - line // 2, right + look.px(2), line)
            colour = look.theme.pillars[each.pillar].deep
            write(drawn, look, self._label(each.pillar), room, bold=True, colour=colour)
        return drawn

    def _label(self, pillar: Pillar) -> str:
        return f"{pillar_name(pillar, self.table.tr)} {self._scores[-1].on(pillar)}"

    def _draw_scale(self, drawn: pygame.Surface, chart: Chart, plot: pygame.Rect, left: int) -> None:
        look, line = self.look, self.look.line_height(Size.LABEL)
        for tick, height in chart.ticks:
            y = plot.bottom - round(height * plot.height)
            drawn.fill(look.theme.line, (plot.left, y, plot.width, look.px(2)))
            room = pygame.Rect(plot.left - left, y - line // 2, left - look.px(10), line)
            write(drawn, look, str(tick), room, colour=look.theme.muted, align="right")

    def _lines(self, chart: Chart, plot: pygame.Rect) -> pygame.Surface:
        """The lines, drawn larger and shrunk: their edges are smooth."""
        large = pygame.Surface([SMOOTHING * side for side in self.rect.size], pygame.SRCALPHA)
        for line in chart.lines:
            self._draw_line(large, line, plot)
        return pygame.transform.smoothscale(large, self.rect.size)

    def _draw_line(self, large: pygame.Surface, line: Line, plot: pygame.Rect) -> None:
        look, colour = self.look, self.look.theme.pillars[line.pillar].fill
        radius = SMOOTHING * look.px(7) / 2
        dash, space = (SMOOTHING * look.px(length) if length else 0 for length in DASHES[line.pillar])
        corners = [
            pygame.Vector2(plot.left + x * plot.width, plot.bottom - y * plot.height) * SMOOTHING
            for x, y in line.places
        ]
        walked, step = 0.0, max(1.0, radius / 3)
        for before, after in pairwise(corners):
            far = before.distance_to(after)
            for number in range(int(far / step) + 1):
                if not space or (walked + number * step) % (dash + space) <= dash:
                    pygame.draw.circle(
                        large, colour, before.lerp(after, min(1.0, number * step / far)), radius
                    )
            walked += far
        pygame.draw.circle(large, colour, corners[-1], radius * 2)
