"""`TeamPanels`: a panel a team, with its letter, its name, where it is and its three scores."""

import pygame

from booster.decks.model import STAGES
from booster.names import score_sentence, stage_name, team_letter
from booster.window.paint import disc, panel
from booster.window.screens.drawing import draw_scores, write
from booster.window.screens.table import Table
from booster.window.text import Look
from booster.window.theme import ACCENT, ACCENT_PALE, LINE, MUTED, WHITE, Size
from booster.window.widgets import Widget

NARROWEST = 220  # design pixels
MOST_IN_A_ROW = 6
WIDE = 430


class TeamPanels(Widget):
    """All teams in their order, in as few rows as are readable; the team on turn stands out."""

    def __init__(self, table: Table, lit: int) -> None:
        """Show the teams of a game; `lit` is the one whose turn it is."""
        state = table.state
        names = (score_sentence(team, state, table.tr) for team in range(len(state.teams)))
        super().__init__("\n".join(names))
        self.table = table
        self.lit = lit
        self.cells: tuple[pygame.Rect, ...] = ()

    def _per_row(self, look: Look, width: int) -> int:
        teams = len(self.table.state.teams)
        most = max(1, min(MOST_IN_A_ROW, width // look.px(NARROWEST), teams))
        return -(-teams // -(-teams // most))

    def _cell_width(self, look: Look, width: int) -> int:
        per_row = max(self._per_row(look, width), min(4, width // look.px(WIDE)))
        return (width - look.px(20) * (per_row - 1)) // per_row

    def _chips_width(self, look: Look) -> int:
        return look.text(264)

    def _is_wide(self, look: Look, cell: int) -> bool:
        """Whether a stage's name and the scores fit on one line."""
        names = (stage_name(stage, self.table.tr) for stage in STAGES)
        longest = max(look.fonts.width(name, look.text(Size.LABEL)) for name in names)
        return cell >= look.px(2 * 16 + 58 + 14 + 12) + longest + self._chips_width(look)

    def _cell_height(self, look: Look, width: int) -> int:
        lines = 2 if self._is_wide(look, self._cell_width(look, width)) else 3
        return max(look.px(44) * lines, look.line_height(Size.LABEL) * lines) + look.px(20)

    def height(self, look: Look, width: int) -> int:
        """Height of all rows."""
        rows = -(-len(self.table.state.teams) // self._per_row(look, width))
        return rows * self._cell_height(look, width) + (rows - 1) * look.px(14)

    def width(self, look: Look) -> int:
        """Width of the teams in one row."""
        return len(self.table.state.teams) * look.px(WIDE)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Cut the rectangle into a panel a team."""
        super().place(look, rect)
        per_row, wide = self._per_row(look, rect.width), self._cell_width(look, rect.width)
        rows = -(-len(self.table.state.teams) // per_row)
        high = (rect.height - (rows - 1) * look.px(14)) // rows
        self.cells = tuple(
            pygame.Rect(
                rect.left + (team % per_row) * (wide + look.px(20)),
                rect.top + (team // per_row) * (high + look.px(14)),
                wide,
                high,
            )
            for team in range(len(self.table.state.teams))
        )

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the panels."""
        for team, cell in enumerate(self.cells):
            self._draw_team(surface, team, cell)

    def _draw_team(self, surface: pygame.Surface, team: int, cell: pygame.Rect) -> None:
        look, table = self.look, self.table
        on_turn = team == self.lit
        fill, edge = (ACCENT_PALE, ACCENT) if on_turn else (WHITE, LINE)
        panel(surface, cell, fill, edge, look.px(20), look.px(5 if on_turn else 2))
        side = min(look.px(58), cell.height // 2)
        inner = cell.inflate(-2 * look.px(16), -2 * look.px(10))
        wide = self._is_wide(look, cell.width)
        line = inner.height // (2 if wide else 3)
        centre = (inner.left + side // 2, inner.centery if wide else inner.top + line)
        disc(surface, look, centre, side, table.colour(team), team_letter(team))
        left = inner.left + side + look.px(14)
        room = inner.right - left
        write(surface, look, table.name(team), pygame.Rect(left, inner.top, room, line), bold=True)
        second = pygame.Rect(left, inner.top + line, room, line)
        score = table.state.teams[team].score
        if wide:
            chips = self._chips_width(look)
            place = pygame.Rect(second.left, second.top, room - chips - look.px(12), line)
            scores = pygame.Rect(second.right - chips, second.top + look.px(2), chips, line - look.px(4))
        else:
            place = second
            scores = pygame.Rect(inner.left, inner.bottom - line + look.px(4), inner.width, line - look.px(4))
        write(surface, look, self._place(team), place, colour=MUTED)
        draw_scores(surface, look, score, scores)

    def _place(self, team: int) -> str:
        """Where a team is, in a word or two."""
        state, tr = self.table.state, self.table.tr
        stage = state.game.stage_of(state.teams[team])
        if state.teams[team].away:
            return tr("Away")
        if stage is not None:
            return stage_name(stage, tr)
        return tr("Launched") if state.teams[team].launched else tr("At the start")
