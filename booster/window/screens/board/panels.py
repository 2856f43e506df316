"""`TeamPanels`: a panel a team, with its letter, its name, where it is, its tools and its points."""

import pygame

from booster.decks.model import STAGES
from booster.names import score_sentence, stage_name
from booster.window.art import token_in
from booster.window.icons import icon
from booster.window.paint import panel
from booster.window.screens.game.drawing import draw_scores, write
from booster.window.screens.game.table import Table
from booster.window.text import Look, paginate
from booster.window.theme import Size
from booster.window.widgets import Widget

NARROWEST = 220  # design pixels
MOST_IN_A_ROW = 6
WIDE = 430
TOKEN = 72
LEAST_OF_NAME = 0.7  # of what fits: a shortened name ends with a word if that leaves more
FOR_TOOLS = 620  # as wide as this, with the text setting, a panel names its tools


class TeamPanels(Widget):
    """All teams in their order, in as few rows as are readable; the team on turn stands out.

    `done` is false while that team is still on its way from the space `start`; `brief` panels leave out what
    the board itself says.
    """

    def __init__(self, table: Table, lit: int, start: int = 0) -> None:
        """Show the teams of a game; `lit` is the one whose turn it is."""
        state = table.state
        names = (score_sentence(team, state, table.tr) for team in range(len(state.teams)))
        super().__init__("\n".join(names))
        self.table = table
        self.lit = lit
        self.done = True
        self.brief = False
        self._start = start
        self.cells: tuple[pygame.Rect, ...] = ()

    def _per_row(self, look: Look, width: int) -> int:
        teams = len(self.table.state.teams)
        most = max(1, min(MOST_IN_A_ROW, width // look.px(NARROWEST), teams))
        return -(-teams // -(-teams // most))

    def _cell_width(self, look: Look, width: int) -> int:
        per_row = self._per_row(look, width)
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
        return 2 if self._many or self.brief or self._is_wide(look, cell) else 3

    @property
    def _many(self) -> bool:
        return len(self.table.state.teams) > MOST_IN_A_ROW

    def _cell_height(self, look: Look, width: int) -> int:
        lines = self._lines(look, self._cell_width(look, width))
        return max(look.px(38 if self._many else 44), look.line_height(Size.LABEL)) * lines + look.px(16)

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
        line = inner.height // self._lines(look, cell.width)
        token = pygame.Rect(inner.left, inner.top, look.px(TOKEN), min(2 * line, look.px(96)))
        token.centery = inner.top + line
        token_in(surface, look, team, table.colour(team), token, on_turn)
        left = token.right + look.px(12)
        words = pygame.Rect(left, inner.top, inner.right - left, line)
        if self._many:
            self._draw_short(surface, team, words)
        elif self._is_wide(look, cell.width):
            self._draw_wide(surface, team, words)
        else:
            chips = pygame.Rect(inner.left, inner.bottom - line, inner.width, line)
            self._draw_in_lines(surface, team, words, chips)

    def _draw_short(self, surface: pygame.Surface, team: int, words: pygame.Rect) -> None:
        """A name that is shortened rather than small, and under it all points together."""
        look, table = self.look, self.table
        name = _shortened(look, table.name(team), words.width)
        write(surface, look, name, words, bold=True)
        below = words.move(0, words.height)
        if not self._shows_points(team) or table.state.teams[team].away:
            self._say_place(surface, team, below)
            return
        points = table.state.teams[team].score.total
        write(surface, look, table.tr.plural("{n} point", "{n} points", points), below)

    def _draw_wide(self, surface: pygame.Surface, team: int, words: pygame.Rect) -> None:
        """Name and place at the left, points at the right; between them the tools where there is room."""
        look, line = self.look, words.height
        right = words.right
        if self._shows_points(team):
            chips = pygame.Rect(right - self._chips_width(look), words.top + line // 2, 0, line)
            chips.width = right - chips.left
            draw_scores(surface, look, self.table.state.teams[team].score, chips)
            right = chips.left - look.px(20)
        first = pygame.Rect(words.left, words.top, right - words.left, line)
        if first.width >= look.text(FOR_TOOLS):
            tools = pygame.Rect(first.left + first.width * 45 // 100, words.top, 0, 2 * line)
            tools.width = right - tools.left
            self._name_tools(surface, team, tools)
            first.width = tools.left - look.px(16) - first.left
            write(surface, look, self.table.name(team), first, bold=True)
            self._say_place(surface, team, first.move(0, line))
        else:
            self._say_name_and_place(surface, team, first)

    def _draw_in_lines(
        self, surface: pygame.Surface, team: int, words: pygame.Rect, chips: pygame.Rect
    ) -> None:
        """Name, place and points under each other."""
        look = self.look
        if not self._shows_points(team) or not self.brief:
            self._say_name_and_place(surface, team, words)
        else:
            write(surface, look, self.table.name(team), words, bold=True)
            chips = pygame.Rect(words.left, chips.top, words.width, chips.height)
        if self._shows_points(team):
            score = self.table.state.teams[team].score
            draw_scores(surface, look, score, chips.inflate(0, -2 * look.px(3)))

    def _say_name_and_place(self, surface: pygame.Surface, team: int, line: pygame.Rect) -> None:
        """A line each, with the number of tools at the end of the one that has room."""
        look, count = self.look, self._count_width(team)
        name, below = self.table.name(team), line.move(0, line.height)
        if all(self._tools_fit(each, line.width) for each in range(len(self.cells))):
            beside_place = look.fonts.width(self._place(team), look.text(Size.LABEL)) + count <= below.width
            self._count_tools(surface, team, below if beside_place else line)
        write(surface, look, name, line, bold=True)
        self._say_place(surface, team, below)

    def _tools_fit(self, team: int, width: int) -> bool:
        """Whether a team has room for its tools: shown for some alone, the others would seem to have none."""
        px, fonts = self.look.text(Size.LABEL), self.look.fonts
        words = min(fonts.width(self._place(team), px), fonts.width(self.table.name(team), px, bold=True))
        return words + self._count_width(team) <= width

    def _shows_points(self, team: int) -> bool:
        return team == self.lit or self.look.settings.ranking

    def _count_width(self, team: int) -> int:
        look, held = self.look, len(self.table.state.teams[team].toolbox)
        px = look.text(Size.LABEL)
        return look.fonts.width(str(held), px, bold=True) + px + look.px(16) if held else 0

    def _count_tools(self, surface: pygame.Surface, team: int, line: pygame.Rect) -> None:
        """Draw a wrench and how many tools a team holds at the right end of a line."""
        look, held = self.look, len(self.table.state.teams[team].toolbox)
        if not held:
            return
        tint, side = look.theme.kinds["tool"], look.text(Size.LABEL)
        number = look.fonts.render(str(held), side, tint.deep, bold=True)
        surface.blit(number, number.get_rect(midright=line.midright))
        sign = icon(tint.icon, side, tint.deep)
        left = line.right - number.get_width() - look.px(6) - side
        surface.blit(sign, sign.get_rect(midleft=(left, line.centery)))

    def _name_tools(self, surface: pygame.Surface, team: int, rect: pygame.Rect) -> None:
        """Draw a wrench and the titles of the tools that a team holds."""
        look, table = self.look, self.table
        tint, side = look.theme.kinds["tool"], look.text(Size.BODY)
        sign = icon(tint.icon, side, tint.deep)
        surface.blit(sign, sign.get_rect(midleft=rect.midleft))
        titles = [table.deck.tool(tool).title for tool in reversed(table.state.teams[team].toolbox)]
        words = pygame.Rect(rect.left + side + look.px(14), rect.top, 0, rect.height)
        words.width = rect.right - words.left
        text = _as_many_as_fit(look, titles, words.size) if titles else table.tr("no tool yet")
        write(surface, look, text, words, colour=None if titles else look.theme.muted)

    def _say_place(self, surface: pygame.Surface, team: int, rect: pygame.Rect) -> None:
        write(surface, self.look, self._place(team), rect, colour=self.look.theme.muted)

    def _place(self, team: int) -> str:
        """Where a team is, in a word or two; before its move, where it was."""
        state, tr = self.table.state, self.table.tr
        shown = state.teams[team]
        if team == self.lit and not self.done:
            shown = shown.changed(space=self._start, launched=False)
        if shown.away:
            return tr("Away")
        stage = state.game.stage_of(shown)
        if stage is not None:
            return stage_name(stage, tr)
        return tr("Launched") if shown.launched else tr("At the start")


def _shortened(look: Look, name: str, width: int) -> str:
    """Return a name, or as much of it as fits: up to the end of a word unless that leaves little."""
    px = look.text(Size.LABEL)

    def fits(text: str) -> bool:
        return look.fonts.width(text, px, bold=True) <= width

    if fits(name):
        return name
    longest = next((name[:end] for end in range(len(name) - 1, 0, -1) if fits(f"{name[:end]}…")), name[:1])
    words = longest if name[len(longest)] == " " else longest.rpartition(" ")[0]
    return f"{words if len(words) > LEAST_OF_NAME * len(longest) else longest.rstrip()}…"


def _as_many_as_fit(look: Look, titles: list[str], box: tuple[int, int]) -> str:
    """Return titles in a line or two, the number of the others after them."""
    for shown in range(len(titles), 0, -1):
        more = len(titles) - shown
        text = " · ".join((*titles[:shown], *((f"+{more}",) if more else ())))
        pages = paginate(look.fonts, (text,), look.text(Size.LABEL), (box[0], 10**6), 0)
        if pages[0].height <= box[1]:
            return text
    return str(len(titles))
