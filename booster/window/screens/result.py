"""The result: what was chosen, what happens then, and the reason for every point (R6 to R9)."""

from dataclasses import dataclass

import pygame

from booster.decks.model import Pillar
from booster.engine.events import Event, PointsChanged, Responded, ToolAdopted, ToolLeft
from booster.names import signed, team_letter
from booster.window.paint import disc, panel
from booster.window.screen import Screen
from booster.window.screens.drawing import draw_points
from booster.window.screens.play_screen import GAP, PlayScreen
from booster.window.screens.table import Table
from booster.window.text import Look, Run, Words
from booster.window.theme import LINE, MUTED, WHITE, Colour, Size
from booster.window.widgets import Button, Label, ScrollArea, TextBox, Widget
from booster.words import event_sentence, points_sentence

Decision = Responded | ToolAdopted | ToolLeft


class Result(PlayScreen):
    """What the team's decision led to; then the next team."""

    def __init__(self, table: Table, events: tuple[Event, ...], note: str = "") -> None:
        """Show what a response, or a decision about a tool, has just done."""
        self.decision = next(e for e in events if isinstance(e, Responded | ToolAdopted | ToolLeft))
        super().__init__(table, note, self.decision.team)
        self.events = events
        tr, state = self.tr, table.state
        self._story = TextBox(self._story_words(), Size.CARD_BODY, floor=Size.BODY)
        self._points_title = Label(tr("Why the points moved"), Size.HEADING, bold=True)
        self._points = ScrollArea(tr("Why the points moved"), self._rows(), gap=12)
        label = (
            tr("Exchange the points") if state.over else tr("Next: {team}", team=table.name(state.on_turn))
        )
        self._next = Button(label, table.pass_on, primary=True, size=Size.HEADING)
        self._card = pygame.Rect(0, 0, 0, 0)
        self.fill(self._story, self._points_title, self._points, self._next, focus=self._next)

    def _story_words(self) -> tuple[Words, ...]:
        table, tr = self.table, self.tr
        match self.decision:
            case Responded(card=card, response=number, tool=tool):
                challenge = table.deck.challenge(card)
                response = challenge.responses[number]
                helped = (tr("“{tool}” helped.", tool=table.deck.tool(tool).title),) if tool else ()
                return (
                    (Run(challenge.title, colour=MUTED),),
                    (Run(response.do, bold=True),),
                    (Run(tr("What happens"), bold=True, colour=MUTED),),
                    response.then,
                    *helped,
                )
            case ToolAdopted(tool=tool) | ToolLeft(tool=tool):
                told = event_sentence(self.decision, table.state, table.deck, tr)
                return ((Run(told, bold=True),), table.deck.tool(tool).what)

    def _rows(self) -> tuple[Widget, ...]:
        moved = [event for event in self.events if isinstance(event, PointsChanged)]
        if not moved:
            return (Label(self.tr("No points move this time."), Size.BODY),)
        return tuple(PointRow(_moved(self.table, event, self.team)) for event in moved)

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The story at the left, the points at the right, the button below them."""
        gap = look.px(GAP)
        self._card = pygame.Rect(box.left, box.top, box.width * 46 // 100, box.height)
        self._story.place(look, self._card.inflate(-2 * look.px(36), -2 * look.px(32)))
        left = self._card.right + 2 * gap
        width = box.right - left
        high = min(max(look.px(110), self._next.height(look, width)), box.height // 4)
        self._next.place(look, pygame.Rect(left, box.bottom - high, width, high))
        title = look.line_height(Size.HEADING)
        self._points_title.place(look, pygame.Rect(left, box.top, width, title))
        top = box.top + title + look.px(8)
        self._points.place(
            look, pygame.Rect(left - look.px(12), top, width + look.px(12), self._next.rect.top - gap - top)
        )

    def paint(self, surface: pygame.Surface) -> None:
        """Draw the white card behind the story."""
        panel(surface, self._card, WHITE, LINE, self.look.px(24), self.look.px(2))

    def help_words(self) -> tuple[str, ...]:
        """What the result shows."""
        return (
            self.tr("Every point has its reason. A score never falls below 0."),
            self.tr("Was that a slip of the hand? U takes it back: the same card lies on the table again."),
        )

    def again(self) -> Screen:
        """The same result with the scores as they are now."""
        return Result(self.table, self.events)


@dataclass(frozen=True, slots=True)
class _Moved:
    """One line of the points: what moved and why, as it is drawn; the team where it is another one."""

    pillar: Pillar
    points: str
    words: str
    letter: str
    colour: Colour


def _moved(table: Table, event: PointsChanged, team: int) -> _Moved:
    words = points_sentence(event, table.deck, table.tr)
    other = event.team != team
    if other:
        words = event_sentence(event, table.state, table.deck, table.tr)
    letter = team_letter(event.team) if other else ""
    return _Moved(event.pillar, signed(event.applied), words, letter, table.colour(event.team))


class PointRow(Widget):
    """A chip with the points that moved, and the sentence that says why (R9)."""

    def __init__(self, moved: _Moved) -> None:
        """Show one movement."""
        super().__init__(moved.words)
        self.moved = moved
        self._words = Label(moved.words, Size.BODY)

    def _left(self, look: Look) -> int:
        return look.px(20 + 170 + 24 + (70 if self.moved.letter else 0))

    def height(self, look: Look, width: int) -> int:
        """Height of the sentence, or of the chip if that is more."""
        inner = max(1, width - self._left(look) - look.px(20))
        return max(look.px(100), self._words.height(look, inner) + look.px(20))

    def width(self, look: Look) -> int:
        """Width at which the sentence does not wrap."""
        return self._left(look) + self._words.width(look) + look.px(20)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the sentence beside the chip."""
        super().place(look, rect)
        left = rect.left + self._left(look)
        self._words.place(look, pygame.Rect(left, rect.top, rect.right - look.px(20) - left, rect.height))

    def move(self, dy: int) -> None:
        """Shift the row and its sentence."""
        super().move(dy)
        self._words.move(dy)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the row."""
        look, moved = self.look, self.moved
        panel(surface, self.rect, WHITE, LINE, look.px(20), look.px(2))
        chip = pygame.Rect(
            self.rect.left + look.px(20), self.rect.centery - look.px(34), look.px(170), look.px(68)
        )
        draw_points(surface, look, moved.pillar, moved.points, chip, Size.HEADING)
        if moved.letter:
            centre = (chip.right + look.px(24 + 30), self.rect.centery)
            disc(surface, look, centre, look.px(60), moved.colour, moved.letter)
        self._words.draw(surface)
