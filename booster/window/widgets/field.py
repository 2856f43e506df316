"""`TextField`: one line of text that people type, accents and input methods included."""

import unicodedata
from collections.abc import Callable

import pygame

from booster.typography import clean
from booster.window.paint import focus_ring, panel, rounded
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Transition, stay
from booster.window.widgets.base import UNUSED, Answer, Widget, is_command
from booster.window.widgets.label import Label


def one_line(text: str) -> str:
    """Return typed or pasted text as one line of characters that can be drawn."""
    return clean(text).replace("\n", " ")


class TextField(Widget):
    """A line to type in: `field.text`. Home, End, Shift with arrows, Ctrl+A, C, X, V work as everywhere."""

    focusable = True
    is_field = True
    takes_text = True

    def __init__(
        self,
        name: str,
        text: str = "",
        *,
        max_length: int = 60,
        hint: str = "",
        caption: bool = True,
        on_change: Callable[[], Transition] = stay,
    ) -> None:
        """Show `text`, with `name` above as a caption and `hint` while nothing is typed.

        It holds at most `max_length` characters; what does not fit its width scrolls with the caret.
        """
        super().__init__(name)
        self.text = one_line(text)[:max_length]
        self.max_length = max_length
        self.hint = hint
        self.caption = Label(name, Size.LABEL, colour="muted") if caption else None
        self.on_change = on_change
        self.caret = len(self.text)
        self.anchor = self.caret  # the other end of the selection
        self.composing = ""  # what an input method is still making up
        self._scrolled = 0

    # --- the text

    @property
    def selection(self) -> tuple[int, int]:
        """Where the selection starts and ends; the same place twice when nothing is selected."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    def _go(self, to: int, selecting: bool) -> None:
        self.caret = max(0, min(to, len(self.text)))
        if not selecting:
            self.anchor = self.caret

    def insert(self, text: str) -> Transition:
        """Put text in the place of the selection, as much of it as there is room for."""
        start, end = self.selection
        before = self.text
        room = self.max_length - len(before) + end - start
        head = unicodedata.normalize("NFC", before[:start] + one_line(text)[: max(0, room)])
        self.text = head + before[end:]
        self._go(len(head), selecting=False)
        return self.on_change() if self.text != before else None

    def _delete(self, towards: int) -> Transition:
        if self.caret == self.anchor:
            self._go(self.caret + towards, selecting=True)
        return self.insert("")

    # --- events

    def on_key(self, event: pygame.Event) -> Answer:
        """Type, move the caret, or edit; other keys stay unused."""
        match event.type:
            case pygame.TEXTINPUT:
                self.composing = ""
                return self.insert(event.text)
            case pygame.TEXTEDITING:
                self.composing = one_line(event.text)
                return None
        if self.composing:
            return None  # the keys are the input method's
        if is_command(event):
            return self._on_command(event.key)
        selecting = bool(event.mod & pygame.KMOD_SHIFT)
        match event.key:
            case pygame.K_LEFT | pygame.K_RIGHT:
                self._on_arrow(-1 if event.key == pygame.K_LEFT else +1, selecting)
            case pygame.K_HOME:
                self._go(0, selecting)
            case pygame.K_END:
                self._go(len(self.text), selecting)
            case pygame.K_BACKSPACE:
                return self._delete(-1)
            case pygame.K_DELETE:
                return self._delete(+1)
            case pygame.K_SPACE:
                return None  # it arrives as TEXTINPUT
            case _:
                return self._unless_printable(event)
        return None

    def _unless_printable(self, event: pygame.Event) -> Answer:
        """Keep letters and digits from the form: they arrive as TEXTINPUT."""
        return None if event.unicode and event.unicode.isprintable() else UNUSED

    def _on_arrow(self, by: int, selecting: bool) -> None:
        start, end = self.selection
        if start != end and not selecting:
            self._go(start if by < 0 else end, selecting=False)
        else:
            self._go(self.caret + by, selecting)

    def _on_command(self, key: int) -> Answer:
        start, end = self.selection
        match key:
            case pygame.K_a:
                self.anchor, self.caret = 0, len(self.text)
            case pygame.K_c | pygame.K_x if start != end:
                pygame.scrap.put_text(self.text[start:end])
                return self.insert("") if key == pygame.K_x else None
            case pygame.K_v:
                return self.insert(pygame.scrap.get_text())
            case _:
                return UNUSED
        return None

    def press(self, pos: tuple[int, int] | None = None) -> Transition:
        """Put the caret where the mouse is."""
        if pos is not None:
            px, x = (
                self.look.text(Size.BODY),
                pos[0] - self._box().left - self._padding(self.look) + self._scrolled,
            )
            ends = [self.look.fonts.width(self.text[:end], px) for end in range(len(self.text) + 1)]
            self._go(min(range(len(ends)), key=lambda end: abs(ends[end] - x)), selecting=False)
        return None

    def focus(self) -> None:
        """Take the focus and what the keyboard types."""
        super().focus()
        pygame.key.start_text_input()

    def blur(self) -> None:
        """Lose the focus; keyboard shortcuts are shortcuts again."""
        super().blur()
        self.composing = ""
        self.anchor = self.caret
        pygame.key.stop_text_input()

    # --- place and picture

    def _padding(self, look: Look) -> int:
        return look.px(18)

    def _caption_height(self, look: Look, width: int) -> int:
        return self.caption.height(look, width) + look.px(12) if self.caption else 0

    def height(self, look: Look, width: int) -> int:
        """Height of the caption and one line."""
        return self._caption_height(look, width) + max(look.px(64), look.line_height(Size.BODY) + look.px(20))

    def width(self, look: Look) -> int:
        """Width that shows most of a long text."""
        wide = look.fonts.width("n" * min(self.max_length, 24), look.text(Size.BODY)) + 2 * self._padding(
            look
        )
        return max(wide, self.caption.width(look) if self.caption else 0)

    def _box(self) -> pygame.Rect:
        """The box of the line, under the caption."""
        top = self._caption_height(self.look, self.rect.width)
        return pygame.Rect(self.rect.left, self.rect.top + top, self.rect.width, self.rect.height - top)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the caption and the line."""
        super().place(look, rect)
        if self.caption:
            high = self._caption_height(look, rect.width) - look.px(12)
            self.caption.place(look, pygame.Rect(rect.left, rect.top, rect.width, high))

    def move(self, dy: int) -> None:
        """Shift the field and its caption."""
        super().move(dy)
        if self.caption:
            self.caption.move(dy)

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the box, the text, the selection and the caret."""
        look, box, radius = self.look, self._box(), self.look.px(12)
        if self.caption:
            self.caption.draw(surface)
        if self.focused:
            focus_ring(surface, look, box, radius)
        panel(
            surface,
            box,
            look.theme.paper if self.hovered and not self.focused else look.theme.white,
            look.theme.outline,
            radius,
            look.px(2),
        )
        before = surface.get_clip()
        surface.set_clip(box.inflate(-2 * self._padding(look) + 2 * look.px(3), 0).clip(before))
        self._draw_text(surface, box)
        surface.set_clip(before)

    def _draw_text(self, surface: pygame.Surface, box: pygame.Rect) -> None:
        look, px = self.look, self.look.text(Size.BODY)
        ink = look.theme.ink
        fonts, room = look.fonts, box.width - 2 * self._padding(look)
        shown = self.text[: self.caret] + self.composing + self.text[self.caret :]
        caret = fonts.width(self.text[: self.caret] + self.composing, px)
        self._scrolled = max(0, min(max(self._scrolled, caret - room), caret, fonts.width(shown, px) - room))
        if not self.focused:
            self._scrolled = 0  # at rest a long text shows its beginning
        left, high = box.left + self._padding(look) - self._scrolled, fonts.line_height(px)
        top = box.centery - high // 2
        if self.focused and not self.composing:
            start, end = (fonts.width(self.text[:place], px) for place in self.selection)
            surface.fill(look.theme.accent, pygame.Rect(left + start, top, end - start, high))
        surface.blit(fonts.render(shown or self.hint, px, ink if shown else look.theme.muted), (left, top))
        if self.composing:
            start = fonts.width(self.text[: self.caret], px)
            surface.fill(ink, pygame.Rect(left + start, top + high - look.px(4), caret - start, look.px(3)))
        if self.focused:
            beam = pygame.Rect(left + caret, top, look.px(3), high)
            rounded(surface, beam, ink, 0)
            pygame.key.set_text_input_rect(beam)
