"""`TopBar`: the ink bar on top of every screen of a game: whose turn it is, and its three scores."""

import pygame

from booster.decks.model import PILLARS, Pillar
from booster.engine.state import Score
from booster.language import Translator
from booster.names import pillar_name
from booster.window.art import token_in
from booster.window.paint import rounded
from booster.window.screens.game.drawing import draw_pillar, write
from booster.window.text import Look
from booster.window.theme import Colour, Size
from booster.window.widgets import Label, Widget

ROOM_FOR_TITLE = 30  # percent of the bar; where there is less, the pillars go by their signs alone


class TopBar(Widget):
    """A title, a line below it; for a team its letter and scores. `room` pixels stay free at the right."""

    def __init__(
        self,
        title: str,
        below: str = "",
        *,
        short: str = "",
        team: int | None = None,
        colour: Colour | None = None,
        score: Score | None = None,
        tr: Translator,
    ) -> None:
        """Say whose turn it is, or what the page is about; `short` stands below where `below` is too long."""
        super().__init__(f"{title}\n{below}" if below else title)
        self.below = below
        self.short = short or below
        self.team = team
        self.colour = colour
        self.score = score
        self.tr = tr
        self.room = 0
        self._title = Label(title, Size.HEADING, bold=True, colour="white")
        self._below = Label(below, Size.LABEL, colour="muted_on_ink")
        self._named = True
        self._boxes: tuple[pygame.Rect, ...] = ()

    def height(self, look: Look, width: int) -> int:
        """Height of a title and a line."""
        lines = look.line_height(Size.HEADING) + look.line_height(Size.LABEL)
        return max(look.px(120), lines + look.px(20))

    def width(self, look: Look) -> int:
        """It is as wide as the window."""
        return look.width

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the words at the left, the scores at the right."""
        super().place(look, rect)
        right = rect.right - look.px(40) - self.room
        if self.score is not None:
            right = self._place_boxes(look, rect, right)
        left = rect.left + look.px(40) + (look.px(96) if self.team is not None else 0)
        width = max(1, right - left)
        self._below.words = self.below
        if self._below.width(look) > width:
            self._below.words = self.short
        high, pad = look.line_height(Size.HEADING), look.px(10)
        if not self._below.name:
            self._title.place(look, pygame.Rect(left, rect.top + pad, width, rect.height - 2 * pad))
            return
        both = min(rect.height - 2 * pad, high + look.line_height(Size.LABEL))
        top = rect.centery - both // 2
        self._title.place(look, pygame.Rect(left, top, width, both * 6 // 10))
        self._below.place(look, pygame.Rect(left, top + both * 6 // 10, width, both - both * 6 // 10))

    def _place_boxes(self, look: Look, rect: pygame.Rect, right: int) -> int:
        """Place the three scores, with their names where there is room; return where they begin."""
        gap = look.px(16)
        words = max(
            look.fonts.width(pillar_name(pillar, self.tr), look.text(Size.LABEL)) for pillar in PILLARS
        )
        bare = look.px(10 + 46 + 24 + 90)
        self._named = right - rect.left - 3 * (bare + words + gap) > rect.width * ROOM_FOR_TITLE // 100
        width = bare + words if self._named else bare
        high = rect.height - 2 * look.px(16)
        start = right - 3 * width - 2 * gap
        self._boxes = tuple(
            pygame.Rect(start + number * (width + gap), rect.top + look.px(16), width, high)
            for number in range(3)
        )
        return start - look.px(24)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the bar."""
        look = self.look
        surface.fill(look.theme.ink, self.rect)
        if self.team is not None:
            token = pygame.Rect(self.rect.left + look.px(36), self.rect.top, look.px(84), self.rect.height)
            token_in(
                surface,
                look,
                self.team,
                self.colour or look.theme.ink,
                token.inflate(0, -2 * look.px(8)),
            )
        self._title.draw(surface)
        self._below.draw(surface)
        if self.score is not None:
            self.draw_scores(surface, self.score)

    def box(self, pillar: Pillar) -> pygame.Rect:
        """Where the score of a pillar is."""
        return self._boxes[PILLARS.index(pillar)]

    def draw_scores(
        self, surface: pygame.Surface, score: Score, counting: frozenset[Pillar] = frozenset()
    ) -> None:
        """Draw the three scores; those that are `counting` on the pale accent."""
        for pillar in PILLARS:
            self._draw_score(surface, pillar, score.on(pillar), pillar in counting)

    def _draw_score(self, surface: pygame.Surface, pillar: Pillar, points: int, counting: bool) -> None:
        look, tint, box = self.look, self.look.theme.pillars[pillar], self.box(pillar)
        rounded(surface, box, tint.fill, look.px(14))
        inside = pygame.Rect(box.left + look.px(10), box.top, box.width - look.px(10), box.height)
        rounded(surface, inside, look.theme.accent_pale if counting else look.theme.white, look.px(12))
        side = look.px(46)
        centre = (inside.left + look.px(14) + side // 2, inside.centery)
        draw_pillar(surface, look, pillar, centre, side, tint.deep)
        left = inside.left + side + look.px(20)
        number = look.px(84) if self._named else inside.right - left
        words = pygame.Rect(left, inside.top, inside.right - number - left, inside.height)
        if self._named:
            write(surface, look, pillar_name(pillar, self.tr), words)
        room = pygame.Rect(inside.right - number, inside.top, number - look.px(6), inside.height)
        write(surface, look, str(points), room, Size.TITLE, bold=True, align="centre")
