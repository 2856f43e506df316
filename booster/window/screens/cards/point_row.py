"""The points of a result, a row a pillar: `moves_of` reads the events, `PointRow` shows one (R6 to R9).

ScoreLine       `Ecology 1 → 0`; the arrow is drawn, for fonts need not have one
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from booster.decks.model import PILLARS, Pillar
from booster.engine.events import Event, PointsChanged
from booster.language import Translator
from booster.names import inside_quotes, pillar_name, signed, team_label, team_letter
from booster.window.icons import icon
from booster.window.paint import disc, panel
from booster.window.screens.game.drawing import draw_points
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.widgets import Label, Widget
from booster.words import event_sentence


@dataclass(frozen=True, slots=True)
class Move:
    """How the score of a team on one pillar moved, by one event or by several."""

    team: int
    pillar: Pillar
    events: tuple[PointsChanged, ...]

    @property
    def points(self) -> int:
        """How many points were won, or lost if below 0."""
        return sum(event.applied for event in self.events)

    @property
    def after(self) -> int:
        """The score now."""
        return self.events[-1].total

    @property
    def before(self) -> int:
        """The score as it was."""
        return self.after - self.points


def moves_of(events: Sequence[Event]) -> tuple[Move, ...]:
    """Return a move for each team and pillar, in the order of the teams' first points and of the pillars."""
    grouped: dict[tuple[int, Pillar], list[PointsChanged]] = {}
    for event in events:
        if isinstance(event, PointsChanged):
            grouped.setdefault((event.team, event.pillar), []).append(event)
    teams = dict.fromkeys(team for team, _ in grouped)
    return tuple(
        Move(team, pillar, tuple(grouped[team, pillar]))
        for team in teams
        for pillar in PILLARS
        if (team, pillar) in grouped
    )


def move_note(move: Move, table: Table) -> str:
    """Return what is not plain from the card and the line; nothing where all is."""
    return " ".join(note for event in move.events if (note := _note(event, table)))


def _note(event: PointsChanged, table: Table) -> str:
    tr, asked, lost = table.tr, -event.asked, -event.applied
    if event.applied != event.asked:
        if not lost:
            return tr("The card took {asked}, none was left to lose.", asked=asked)
        return tr.plural(
            "The card took {asked}, only {n} was left.",
            "The card took {asked}, only {n} were left.",
            lost,
            asked=asked,
        )
    tool = inside_quotes(table.deck.tool(event.tool).title, tr) if event.tool else ""
    match event.cause:
        case "help":
            return tr("{points} thanks to the tool “{tool}”", points=signed(event.applied), tool=tool)
        case "lending":
            return tr("{team}, for lending “{tool}”", team=team_label(event.team, tr), tool=tool)
        case _:
            return ""


class ScoreLine(Widget):
    """A pillar with its score before and after, in one large line."""

    def __init__(self, pillar: Pillar, before: int, after: int, tr: Translator) -> None:
        """Show a score that moves, or one that stays."""
        named = pillar_name(pillar, tr)
        stays = tr("{pillar} stays at {n}", pillar=named, n=after)
        moves = tr("{pillar} {n}", pillar=named, n=before)
        super().__init__(stays if after == before else f"{moves} → {after}")
        self._before = Label(stays if after == before else moves, Size.HEADING, bold=True)
        self._after = Label("" if after == before else str(after), Size.HEADING, bold=True)

    def _arrow(self, look: Look) -> int:
        return look.line_height(Size.HEADING) * 7 // 10 if self._after.name else 0

    def height(self, look: Look, width: int) -> int:
        """Height of the line."""
        return look.line_height(Size.HEADING)

    def width(self, look: Look) -> int:
        """Width of the words, the arrow and the number."""
        if not self._after.name:
            return self._before.width(look)
        return self._before.width(look) + self._arrow(look) + 2 * look.px(12) + self._after.width(look)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the words from the left; they shrink where the line is too long."""
        super().place(look, rect)
        after = self._after.width(look) if self._after.name else 0
        room = rect.width - after - (self._arrow(look) + 2 * look.px(12) if after else 0)
        before = min(self._before.width(look), max(1, room))
        self._before.place(look, pygame.Rect(rect.left, rect.top, before, rect.height))
        self._after.place(
            look, pygame.Rect(rect.left + before + rect.width - room - after, rect.top, after, rect.height)
        )

    def move(self, dy: int) -> None:
        """Shift the line and its words."""
        super().move(dy)
        self._before.move(dy)
        self._after.move(dy)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the words, the arrow, the number."""
        self._before.draw(surface)
        if self._after.name:
            arrow = icon("arrow-right", self._arrow(self.look), self.look.theme.ink)
            left = self._before.rect.right + self.look.px(12)
            surface.blit(arrow, arrow.get_rect(midleft=(left, self.rect.centery)))
            self._after.draw(surface)


class PointRow(Widget):
    """A chip with the points that moved, the score before and after, and a small note where one is needed.

    Its name says the reason of every point (R9).
    """

    def __init__(self, table: Table, move: Move, *, other: bool) -> None:
        """Show a move; of a team that is not the one on the screen with its letter."""
        sentences = (event_sentence(event, table.state, table.deck, table.tr) for event in move.events)
        super().__init__(" ".join(sentences))
        self.shown = move
        self._letter = team_letter(move.team) if other else ""
        self._colour = table.colour(move.team)
        self._line = ScoreLine(move.pillar, move.before, move.after, table.tr)
        self._note = Label(move_note(move, table), Size.LABEL, colour="muted")

    def _left(self, look: Look) -> int:
        return look.px(16 + 150 + 24 + (70 if self._letter else 0))

    def _inner(self, look: Look, width: int) -> int:
        return max(1, width - self._left(look) - look.px(16))

    def _note_height(self, look: Look, width: int) -> int:
        return self._note.height(look, self._inner(look, width)) if self._note.name else 0

    def height(self, look: Look, width: int) -> int:
        """Height of the line and the note, or of the chip if that is more."""
        words = self._line.height(look, self._inner(look, width)) + self._note_height(look, width)
        return max(look.px(80), words + look.px(12))

    def width(self, look: Look) -> int:
        """Width at which nothing wraps."""
        return self._left(look) + max(self._line.width(look), self._note.width(look)) + look.px(16)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the words beside the chip."""
        super().place(look, rect)
        left, width = rect.left + self._left(look), self._inner(look, rect.width)
        line, note = self._line.height(look, width), self._note_height(look, rect.width)
        top = rect.centery - (line + note) // 2
        self._line.place(look, pygame.Rect(left, top, width, line))
        self._note.place(look, pygame.Rect(left, top + line, width, note))

    def move(self, dy: int) -> None:
        """Shift the row and its words."""
        super().move(dy)
        self._line.move(dy)
        self._note.move(dy)

    @property
    def chip(self) -> pygame.Rect:
        """Where the points are."""
        left, size = self.rect.left + self.look.px(16), (self.look.px(150), self.look.px(60))
        return pygame.Rect((left, self.rect.centery - size[1] // 2), size)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the row."""
        look, chip, shown = self.look, self.chip, self.shown
        panel(surface, self.rect, look.theme.white, look.theme.line, look.px(18), look.px(2))
        draw_points(surface, look, shown.pillar, signed(shown.points), chip, Size.HEADING)
        if self._letter:
            centre = (chip.right + look.px(24 + 27), self.rect.centery)
            disc(surface, look, centre, look.px(54), self._colour, self._letter)
        self._line.draw(surface)
        if self._note.name:
            self._note.draw(surface)
