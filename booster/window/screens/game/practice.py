"""The practice: two turns of a sample game, on the real screens, with a coach who says what to do."""

import pygame

from booster.decks.model import PILLARS, Deck
from booster.language import Translator, translator
from booster.window.screen import Screen
from booster.window.screens.board.board import Board
from booster.window.screens.game.coach import Coach, look_in, share_out
from booster.window.screens.game.lesson import (
    GOAL,
    OPENING,
    THEME,
    Hint,
    hint_for,
    lesson_game,
    next_of_lesson,
)
from booster.window.screens.game.moving import MovingScreen
from booster.window.screens.game.next_screen import screen_now
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.transition import Pop, Replace, Transition

VEIL = 120  # of 255: how far what a hint is not about steps back
TO_BOTH = (pygame.MOUSEMOTION, pygame.MOUSEBUTTONUP)


class Practice(Screen):
    """A game in a part of the window, and the coach in the rest. What is played here is kept nowhere.

    At the opening the coach is read, and the game waits; after that the game's own buttons are pressed.
    """

    def __init__(self, deck: Deck, tr: Translator) -> None:
        """Begin a turn with the cards of a deck."""
        super().__init__()
        self.tr = tr
        self.inner: Screen = screen_now(Table.of(lesson_game(deck, tr), tr))
        self._read = 0  # hints of the opening
        self._game = self._side = pygame.Rect(0, 0, 0, 0)
        self._comment()

    # --- the coach

    @property
    def reading(self) -> bool:
        """Whether the coach is to be read before the game goes on."""
        return self._read < len(OPENING)

    def _hint(self) -> Hint | None:
        """What the coach says now; nothing while something moves."""
        if self.reading:
            return OPENING[self._read]
        return None if self._is_moving() else hint_for(self.inner)

    def _is_moving(self) -> bool:
        return isinstance(self.inner, MovingScreen) and self.inner.clock.running

    def _comment(self) -> None:
        """Let the coach say what fits."""
        self.coach = Coach(self.tr, self._hint(), self._go_on if self.reading else None)
        self.form = self.coach.form if self.reading else self.inner.form

    def _go_on(self) -> Transition:
        self._read += 1
        self.layout(self.look)
        self.stale = True
        return None

    # --- the game

    def _follow(self, transition: Transition) -> Transition:
        """Let the screen of the game lead to the next one in its part of the window."""
        if not isinstance(transition, Replace):
            return transition
        self.inner = next_of_lesson(transition.screen)
        self.layout(self.look)
        self.stale = True
        return None

    def on_event(self, event: pygame.Event) -> Transition:
        """Give the keys to the game, once the opening is read; the mouse to what is under it."""
        if self.reading:
            return self._tell_coach(event)
        over_coach = hasattr(event, "pos") and self._side.collidepoint(event.pos)
        answer = self._tell_coach(event) if over_coach or event.type in TO_BOTH else None
        if answer is not None or (over_coach and event.type not in TO_BOTH):
            return answer
        return self._follow(self.inner.on_event(event))

    def _tell_coach(self, event: pygame.Event) -> Transition:
        transition = self.coach.form.on_event(event)
        self.stale = self.stale or self.coach.form.stale
        return transition

    def back(self) -> Transition:
        """Leave the practice, or the page of the facilitator that is open in it."""
        moving = self._is_moving()
        transition = self.inner.back()
        return self._follow(transition) if moving or isinstance(transition, Replace) else Pop()

    def explain(self) -> Transition:
        """Explain the screen of the game."""
        return self.inner.explain()

    def update(self, dt_ms: int) -> Transition:
        """Let time pass in the game."""
        transition = self._follow(self.inner.update(dt_ms))
        if self._hint() != self.coach.hint:
            self._comment()
            self.coach.layout(self.look, self._side)
            self.stale = True
        self.stale = self.stale or self.inner.stale
        return transition

    # --- place and picture

    def layout(self, look: Look) -> None:
        """Share the window out."""
        super().layout(look)
        self.tr = translator(look.settings.language or self.tr.language)
        self._game, self._side = share_out(look)
        self.inner.layout(look_in(look, self._game))
        self._comment()
        self.coach.layout(look, self._side)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the game, and the coach."""
        game = surface.subsurface(self._game)
        self.inner.draw(game)
        self.inner.stale = False
        if self.reading:
            self._point_out(game)
        self.coach.draw(surface)

    def _point_out(self, game: pygame.Surface) -> None:
        """Let all step back but what the coach speaks of."""
        part = self._spoken_of()
        bright = game.subsurface(part).copy()
        veil = pygame.Surface(game.get_size())
        veil.fill(self.look.theme.ink)
        veil.set_alpha(VEIL)
        game.blit(veil, (0, 0))
        game.blit(bright, part)

    def _spoken_of(self) -> pygame.Rect:
        """The trail and all around it for the theme; the scores for the goal."""
        assert isinstance(self.inner, Board)
        bar = self.inner.bar
        match self.coach.hint:
            case hint if hint is GOAL:
                return bar.box(PILLARS[0]).unionall([bar.box(pillar) for pillar in PILLARS])
            case hint if hint is THEME:
                return pygame.Rect(0, bar.rect.bottom, self._game.width, self._game.height - bar.rect.height)
            case _:
                return pygame.Rect((0, 0), self._game.size)
