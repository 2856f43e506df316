"""The board: the trail with its stages and spaces, the teams on it, the die, what happened last."""

import pygame

from booster.decks.model import KINDS as DRAWN_KINDS
from booster.decks.model import STAGES, Kind
from booster.engine.actions import ChooseKind, Roll
from booster.engine.events import CardBought, Event, Moved, NoCard, PointsLeftOver, Rolled, TurnStarted
from booster.engine.state import ToChooseKind, ToRoll
from booster.names import kind_name, stage_name, team_letter
from booster.window.paint import disc, panel
from booster.window.screen import Screen
from booster.window.screens.drawing import write
from booster.window.screens.hand_over import TOLD
from booster.window.screens.panels import TeamPanels
from booster.window.screens.play_screen import GAP, PlayScreen
from booster.window.screens.table import Table
from booster.window.screens.trail import Trail, column_width, draw_spaces, draw_tokens, draw_trail, lay_trail
from booster.window.text import Look
from booster.window.theme import ACCENT, ACCENT_PALE, INK, KINDS, LINE, PAPER, WHITE, Colour, Size
from booster.window.transition import Transition
from booster.window.widgets import Button, Label
from booster.words import action_label

LATEST = 2  # sentences
NOT_TOLD = (TurnStarted, CardBought, PointsLeftOver)
SHOWN_KINDS = ("challenge", "tool", "choice")


class Board(PlayScreen):
    """Roll here, see the move, choose the kind of card on a choice space (R4, R5)."""

    def __init__(self, table: Table, news: tuple[Event, ...] = (), note: str = "") -> None:
        """Show the board; `news` is what the roll has just done."""
        rolled = next((event for event in news if isinstance(event, Rolled)), None)
        moving = next((event for event in news if isinstance(event, Rolled | NoCard)), None)
        super().__init__(table, note, moving.team if moving else None)
        self.news = news
        self.die = rolled.die if rolled else None
        self.passed = any(isinstance(event, TurnStarted) for event in news)
        moved = next((event for event in news if isinstance(event, Moved)), None)
        self.lit = range(moved.start + 1, moved.end + 1) if moved else range(0)
        self._map = pygame.Rect(0, 0, 0, 0)
        self._strip = pygame.Rect(0, 0, 0, 0)
        self._legend = pygame.Rect(0, 0, 0, 0)
        self._trail: Trail
        self._ground: pygame.Surface
        self._stages = tuple(
            Label(stage_name(stage, self.tr), Size.LABEL, bold=True, align="centre") for stage in STAGES
        )
        self._panels = TeamPanels(table, self.team)
        self._words = Label(self._sentences(), Size.BODY)
        self._now = self._make_button()
        self._kinds = self._make_kinds()
        now = (self._now,) if self._now else ()
        self.fill(*now, *self._kinds, self._words, *self._stages, self._panels, focus=(*now, *self._kinds)[0])

    # --- what is on it

    def _sentences(self) -> str:
        """What the roll did; before it, what happened last in the game."""
        if self.news:
            told = tuple(event for event in self.news if not isinstance(event, NOT_TOLD))
        else:
            told = tuple(event for event in self.table.session.events if isinstance(event, TOLD))[-LATEST:]
        words = "\n".join(self.table.sentences(told))
        return words or self.tr("The trail is open: roll the die, and see where your project goes.")

    def _make_button(self) -> Button | None:
        """The one thing to do now; none where a kind is to be chosen."""
        table, tr, state = self.table, self.tr, self.table.state
        size = Size.HEADING
        if state.over:
            return Button(tr("Exchange the points"), table.pass_on, primary=True, size=size)
        if self.passed:
            return Button(tr("Next: {team}", team=table.name(state.on_turn)), table.pass_on, primary=True)
        if isinstance(state.waiting, ToRoll):
            return Button(action_label(Roll(), state, table.deck, tr), self._roll, primary=True, size=size)
        if isinstance(state.waiting, ToChooseKind):
            return None
        return Button(tr("Turn the card over"), table.go_on, primary=True, size=size)

    def _make_kinds(self) -> tuple[Button, ...]:
        if self._now is not None:
            return ()
        return tuple(self._make_kind(number, kind) for number, kind in enumerate(DRAWN_KINDS, 1))

    def _make_kind(self, number: int, kind: Kind) -> Button:
        def draw() -> Transition:
            return self.table.act(ChooseKind(kind))

        label = action_label(ChooseKind(kind), self.table.state, self.table.deck, self.tr)
        return Button(label, draw, number=number)

    def _roll(self) -> Transition:
        return self.table.act(Roll())

    # --- where it is

    def layout(self, look: Look) -> None:
        """Keep room in the bar for the button of the moment."""
        width = 0
        if self._now:
            width = min(max(look.px(300), self._now.width(look)), look.width * 26 // 100)
        self.bar.room = width + look.px(GAP) if width else 0
        super().layout(look)
        if self._now:
            bar = self.bar.rect
            height = bar.height - 2 * look.px(18)
            left = bar.right - look.px(32) - width
            self._now.place(look, pygame.Rect(left, bar.top + look.px(18), width, height))

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The trail, under it what happened, at the bottom the teams."""
        gap = look.px(18)
        high = min(self._panels.height(look, box.width), box.height * 45 // 100)
        self._panels.place(look, pygame.Rect(box.left, box.bottom - high, box.width, high))
        strip = self._strip_height(look, box.width)
        self._strip = pygame.Rect(box.left, box.bottom - high - gap - strip, box.width, strip)
        self._place_strip(look)
        self._map = pygame.Rect(box.left, box.top, box.width, self._strip.top - gap - box.top)
        self._place_trail(look)
        legend = sum(self._legend_width(look, name) for name in self._legend_names())
        self._legend = self.beside if legend <= self.beside.width else pygame.Rect(0, 0, 0, 0)

    def _strip_height(self, look: Look, width: int) -> int:
        """High enough for what happened, within reason, and for the buttons."""
        inner = width - 2 * look.px(24)
        room = inner - (look.px(120) if self.die is not None else 0) - len(self._kinds) * (inner // 4)
        lines = min(self._words.height(look, room), look.height * 14 // 100) + look.px(28)
        buttons = max((each.height(look, inner // 4) for each in self._kinds), default=0) + look.px(32)
        return max(look.px(104), lines, buttons)

    def _place_strip(self, look: Look) -> None:
        inner = self._strip.inflate(-2 * look.px(24), -2 * look.px(12))
        left = inner.left + (inner.height + look.px(20) if self.die is not None else 0)
        right = inner.right
        for button in reversed(self._kinds):
            width = min(button.width(look), inner.width // 4)
            right -= width
            height = min(inner.height, button.height(look, width))
            button.place(look, pygame.Rect(right, inner.centery - height // 2, width, height))
            right -= look.px(GAP)
        width = max(1, right - left)
        height = min(inner.height, self._words.height(look, width))
        self._words.place(look, pygame.Rect(left, inner.centery - height // 2, width, height))

    def _lines(self, look: Look, label: Label, width: int) -> int:
        """Two lines for a stage of several words that is too wide for one; a single word shrinks rather."""
        return 2 if " " in label.name and label.width(look) > width else 1

    def _place_trail(self, look: Look) -> None:
        width = column_width(look, self._map) - look.px(20)
        lines = [self._lines(look, label, width) for label in self._stages]
        line = look.line_height(Size.LABEL)
        head = max(lines) * line + look.px(16)
        path = self.table.state.game.path
        self._trail = lay_trail(look, len(path) // len(STAGES), pygame.Rect((0, 0), self._map.size), head)
        for label, column, count in zip(self._stages, self._trail.columns, lines, strict=True):
            place = pygame.Rect(column.left, column.top, width, count * line)
            place.center = (column.centerx, column.top + head // 2)
            label.place(look, place.move(self._map.topleft))
        self._ground = pygame.Surface(self._map.size)
        self._draw_ground(self._ground, look)

    def _legend_names(self) -> tuple[str, ...]:
        return (kind_name("challenge", self.tr), kind_name("tool", self.tr), kind_name("choice", self.tr))

    def _legend_width(self, look: Look, name: str) -> int:
        return look.px(44 + 10 + 24) + look.fonts.width(name, look.text(Size.LABEL))

    # --- picture

    def _draw_ground(self, ground: pygame.Surface, look: Look) -> None:
        """Draw once a layout what does not change on the board."""
        stage = self.table.state.game.stage_of(self.table.state.teams[self.team])
        here = STAGES.index(stage) if stage else None
        ground.fill(PAPER)
        draw_trail(ground, look, self._trail, here)
        kinds = tuple(kind for _, kind in self.table.state.game.path)
        draw_spaces(ground, look, self._trail, kinds, self.lit)

    def paint(self, surface: pygame.Surface) -> None:
        """Draw the trail, the teams on it, the strip with the die."""
        look = self.look
        surface.blit(self._ground, self._map)
        draw_tokens(surface.subsurface(self._map), look, self._trail, self._standing())
        fill, edge = (ACCENT_PALE, ACCENT) if self._kinds else (WHITE, LINE)
        panel(surface, self._strip, fill, edge, look.px(20), look.px(4 if self._kinds else 2))
        if self.die is not None:
            self._draw_die(surface)
        if self._legend.width:
            self._draw_legend(surface)

    def _standing(self) -> dict[int, list[tuple[str, Colour, bool]]]:
        standing: dict[int, list[tuple[str, Colour, bool]]] = {}
        for number, team in enumerate(self.table.state.teams):
            token = (team_letter(number), self.table.colour(number), number == self.team)
            standing.setdefault(team.space, []).append(token)
        return standing

    def _draw_die(self, surface: pygame.Surface) -> None:
        look = self.look
        side = self._strip.height - 2 * look.px(12)
        die = pygame.Rect(self._strip.left + look.px(20), self._strip.top + look.px(12), side, side)
        panel(surface, die, ACCENT, INK, look.px(18), look.px(4))
        write(surface, look, str(self.die), die, Size.TITLE, bold=True, align="centre")

    def _draw_legend(self, surface: pygame.Surface) -> None:
        look, left = self.look, self._legend.left
        for kind, name in zip(SHOWN_KINDS, self._legend_names(), strict=True):
            tint, middle = KINDS[kind], (left + look.px(18), self._legend.centery)
            disc(surface, look, middle, look.px(36), tint.fill)
            disc(surface, look, middle, look.px(26), WHITE)
            word = look.fonts.render(name, look.text(Size.LABEL), INK)
            surface.blit(word, word.get_rect(midleft=(left + look.px(46), self._legend.centery)))
            left += self._legend_width(look, name)

    def help_words(self) -> tuple[str, ...]:
        """How the board works."""
        tr = self.tr
        return (
            tr(
                "The team on turn rolls the die and moves along the trail, stage after stage, to the harbour."
            ),
            tr("Mountain: a challenge. Wrench: a tool. Question mark: the team chooses which of the two."),
            tr("Past the last space a project is launched, and the team’s path ends."),
            tr("The panels at the bottom show where every team is, and its points."),
        )

    def again(self) -> Screen:
        """The board as it is now."""
        return Board(self.table, self.news)
