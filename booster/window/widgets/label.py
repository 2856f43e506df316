"""Words that only show: `Label` (one paragraph) and `TextBox` (paragraphs that turn pages)."""

from collections.abc import Sequence

import pygame

from booster.window.icons import icon
from booster.window.paint import focus_frame
from booster.window.text import Align, Look, Page, Words, as_runs, fit, paginate
from booster.window.theme import Size, Tone
from booster.window.widgets.base import Widget
from booster.window.widgets.paged import PagedWidget

SMALLEST_PX = 6  # where a box is too small for its words, smaller is better than cut


def plain(words: Words) -> str:
    """Return the words of a paragraph without their styles."""
    return "".join(run.text for run in as_runs(words))


class Label(Widget):
    """One paragraph. It wraps in its rectangle and shrinks when it must."""

    def __init__(
        self,
        words: Words,
        size: Size = Size.BODY,
        *,
        bold: bool = False,
        colour: Tone = "ink",
        align: Align = "left",
    ) -> None:
        """Show `words`, centred from top to bottom in the rectangle."""
        super().__init__(plain(words))
        self.words = words
        self.size = size
        self.bold = bold
        self.colour = colour
        self.align: Align = align
        self._page: Page

    def say(self, words: Words) -> None:
        """Show other words in the same place."""
        self.name = plain(words)
        self.words = words
        self.place(self.look, self.rect)

    def height(self, look: Look, width: int) -> int:
        """Height at the full font size."""
        px = look.text(self.size)
        return paginate(look.fonts, (self.words,), px, (width, 10**6), 0, self.bold)[0].height

    def width(self, look: Look) -> int:
        """Width of the longest line when nothing wraps."""
        page = paginate(look.fonts, (self.words,), look.text(self.size), (10**6, 10**6), 0, self.bold)[0]
        return max(line.width for _, line in page.lines)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Wrap and shrink the words for this rectangle."""
        super().place(look, rect)
        self._page = fit(
            look.fonts, (self.words,), rect.size, look.text(self.size), SMALLEST_PX, bold=self.bold
        )[0]

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the words."""
        look = self.look
        top = self.rect.top + (self.rect.height - self._page.height) // 2
        self._page.draw(surface, look, (self.rect.left, top), look.theme.tone(self.colour), self.align)


class TextBox(PagedWidget):
    """Paragraphs in a rectangle: they wrap, shrink to the size of a label, then turn pages.

    With more than one page it takes the focus; Left, Right, Page Down, Enter and a click turn the pages.
    """

    def __init__(
        self,
        paragraphs: Sequence[Words],
        size: Size = Size.CARD_BODY,
        *,
        floor: Size = Size.LABEL,
        colour: Tone = "ink",
    ) -> None:
        """Show `paragraphs` from the top of the rectangle."""
        super().__init__("\n".join(plain(words) for words in paragraphs))
        self.paragraphs = tuple(paragraphs)
        self.size = size
        self.floor = floor
        self.colour = colour
        self.pages: tuple[Page, ...] = ()

    def say(self, paragraphs: Sequence[Words]) -> None:
        """Show other words, from their first page; place the box again afterwards."""
        if tuple(paragraphs) != self.paragraphs:
            self.name = "\n".join(plain(words) for words in paragraphs)
            self.paragraphs = tuple(paragraphs)
            self.page = 0

    def _gap(self, look: Look) -> int:
        return look.line_height(self.size) // 2

    def height(self, look: Look, width: int) -> int:
        """Height at the full font size, on one page."""
        px = look.text(self.size)
        return paginate(look.fonts, self.paragraphs, px, (width, 10**6), self._gap(look))[0].height

    def width(self, look: Look) -> int:
        """Width of a line that reads well, about 60 characters."""
        return look.fonts.width("n" * 55, look.text(self.size))

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Wrap, shrink and page the words for this rectangle."""
        super().place(look, rect)
        px, floor, gap = look.text(self.size), look.text(self.floor), self._gap(look)
        self.pages = fit(look.fonts, self.paragraphs, rect.size, px, floor, gap)
        if len(self.pages) > 1:
            box = (rect.width, max(1, rect.height - self._footer_height(look)))
            self.pages = paginate(look.fonts, self.paragraphs, floor, box, gap)
        self.keep_page()

    @property
    def sheets(self) -> Sequence[Page]:
        """The pages of words."""
        return self.pages

    def _footer_height(self, look: Look) -> int:
        return max(look.px(48), look.line_height(Size.LABEL))

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the page at hand and, below it, which one it is."""
        if self.focused:
            focus_frame(surface, self.look, self.rect)
        colour = self.look.theme.tone(self.colour)
        self.pages[self.page].draw(surface, self.look, self.rect.topleft, colour)
        if len(self.pages) > 1:
            self._draw_footer(surface)

    def _draw_footer(self, surface: pygame.Surface) -> None:
        look = self.look
        height = self._footer_height(look)
        middle = self.rect.bottom - height // 2
        words = f"{self.page + 1} / {len(self.pages)}"
        count = look.fonts.render(words, look.text(Size.LABEL), look.theme.muted)
        surface.blit(count, count.get_rect(center=(self.rect.centerx, middle)))
        reach = count.get_width() // 2 + look.px(40)
        for side, name, page in ((-1, "arrow-left", self.page - 1), (1, "arrow-right", self.page + 1)):
            if 0 <= page < len(self.pages):
                sign = icon(name, look.px(32), look.theme.tone(self.colour))
                surface.blit(sign, sign.get_rect(center=(self.rect.centerx + side * reach, middle)))
