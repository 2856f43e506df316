"""`Command`: a quiet button with the key that does the same."""

from collections.abc import Callable

import pygame

from booster.window.paint import focus_ring, rounded
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Transition
from booster.window.widgets import Widget


class Command(Widget):
    """A key cap and a word: pressed by its key from anywhere on the screen, by Tab and Enter, by mouse."""

    focusable = True

    def __init__(
        self, cap: str, word: str, key: int, on_press: Callable[[], Transition], *, enabled: bool = True
    ) -> None:
        """Show `cap` as a key, and `word`; `key` is the pygame key."""
        super().__init__(word)
        self.key = key
        self.on_press = on_press
        self.enabled = enabled
        self.cap = cap
        self.word = word
        self._px = 1

    def answers(self, event: pygame.Event, *, typing: bool) -> bool:
        """Tell whether a KEYDOWN is this command's; letters are not while a field takes what is typed."""
        is_letter = event.key in range(pygame.K_a, pygame.K_z + 1)
        return bool(event.key == self.key and not (typing and is_letter))

    def press(self, pos: tuple[int, int] | None = None) -> Transition:
        """Do what the command is for."""
        return self.on_press() if self.enabled else None

    def _cap_width(self, look: Look, px: int) -> int:
        return max(px * 3 // 2, look.fonts.width(self.cap, px, bold=True) + px * 2 // 3)

    def width(self, look: Look) -> int:
        """Width at which nothing shrinks."""
        px = look.text(Size.LABEL)
        return self._cap_width(look, px) + look.fonts.width(self.word, px) + px * 3 // 2

    def height(self, look: Look, width: int) -> int:
        """Height of one line."""
        return max(look.px(52), look.line_height(Size.LABEL) + look.px(12))

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Shrink the words as much as the rectangle is narrower than they need."""
        super().place(look, rect)
        self._px = max(1, min(look.text(Size.LABEL), look.text(Size.LABEL) * rect.width // self.width(look)))

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the command, grey where there is nothing to do."""
        look, radius, px = self.look, self.look.px(14), self._px
        if self.focused:
            focus_ring(surface, look, self.rect, radius)
        ground = look.theme.white if self.hovered and self.enabled else look.theme.sand
        rounded(surface, self.rect, look.theme.accent_pale if self.focused else ground, radius)
        cap = pygame.Rect(0, 0, self._cap_width(look, px), px * 3 // 2)
        cap.midleft = (self.rect.left + px // 3, self.rect.centery)
        rounded(surface, cap, look.theme.ink if self.enabled else look.theme.locked, look.px(8))
        theme = look.theme
        key = look.fonts.render(self.cap, px, theme.white if self.enabled else theme.muted, bold=True)
        surface.blit(key, key.get_rect(center=cap.center))
        word = look.fonts.render(self.word, px, theme.ink if self.enabled else theme.muted)
        surface.blit(word, word.get_rect(midleft=(cap.right + px // 3, self.rect.centery)))
