"""`TeamPanels`: a panel a team, with its letter, its name, where it is and its three scores."""

import pygame

from booster.decks.model import STAGES
from booster.names import score_sentence, stage_name
from booster.window.art import token_in
from booster.window.paint import panel
from booster.window.screens.drawing import draw_scores, write
from booster.window.screens.table import Table
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.widgets import Widget

NARROWEST = 220  # design pixels
MOST_IN_A_ROW = 6
WIDE = 430
TOKEN = 68
FOR_TWO_LINES = 270


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
        return cell >= look.px(2 * 16 + TOKEN + 12 + 12) + longest + self._chips_width(look)

    def _lines(self, look: Look, cell: int) -> int:
        """How many lines a panel has; with many teams the board alone says where they are."""
        return 2 if self._is_wide(look, cell) or (self._many and cell >= look.px(FOR_TWO_LINES)) else 3

    @property
    def _many(self) -> bool:
        return len(self.table.state.teams) > MOST_IN_A_ROW

    def _cell_height(self, look: Look, width: int) -> int:
        lines = self._lines(look, self._cell_width(look, width))
        return max(look.px(44), look.line_height(Size.LABEL)) * lines + look.px(16)

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
        look, table, theme = self.look, self.table, self.look.theme
        on_turn = team == self.lit
        fill, edge = (theme.accent_pale, theme.accent) if on_turn else (theme.white, theme.line)
        panel(surface, cell, fill, edge, look.px(20), look.px(6 if on_turn else 2))
        inner = cell.inflate(-2 * look.px(14), -2 * look.px(8))
        lines = self._lines(look, cell.width)
        line = inner.height // lines
        token = pygame.Rect(inner.left, inner.top, look.px(TOKEN), min(2 * line, look.px(92)))
        token.centery = inner.top + line
        token_in(surface, look, team, table.colour(team), token, on_turn)
        words = pygame.Rect(token.right + look.px(12), inner.top, 0, line)
        words.width = inner.right - words.left
        below = pygame.Rect(words.left, words.bottom, words.width, line)
        if self._many and lines == 3 and (on_turn or look.settings.ranking):
            words.height = 2 * line
        write(surface, look, table.name(team), words, bold=True)
        if not (on_turn or look.settings.ranking):
            self._say_place(surface, team, below)
            return
        if lines == 3:
            if not self._many:
                self._say_place(surface, team, below)
            below = pygame.Rect(inner.left, inner.bottom - line, inner.width, line)
        elif self._is_wide(look, cell.width):
            chips = self._chips_width(look)
            place = pygame.Rect(below.left, below.top, below.width - chips - look.px(12), line)
            self._say_place(surface, team, place)
            below = pygame.Rect(below.right - chips, below.top, chips, line)
        draw_scores(surface, look, table.state.teams[team].score, below.inflate(0, -2 * look.px(3)))

    def _say_place(self, surface: pygame.Surface, team: int, rect: pygame.Rect) -> None:
        write(surface, self.look, self._place(team), rect, colour=self.look.theme.muted)

    def _place(self, team: int) -> str:
        """Where a team is, in a word or two."""
        state, tr = self.table.state, self.table.tr
        stage = state.game.stage_of(state.teams[team])
        if state.teams[team].away:
            return tr("Away")
        if stage is not None:
            return stage_name(stage, tr)
        return tr("Launched") if state.teams[team].launched else tr("At the start")
