"""Help: what can be done on the screen below, in short lines, and a table of the keys (F1)."""

from typing import NamedTuple

import pygame

from booster.decks.model import SpaceKind
from booster.language import Translator
from booster.window.icons import icon
from booster.window.paint import disc, rounded, sheet
from booster.window.screens.paging import pages
from booster.window.screens.titled_page import TitledPage
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Transition
from booster.window.widgets import Label, ScrollArea, Widget

SIGN = 52  # design pixels, as large as the text setting says
TEXT_WIDE = 45  # percent of the page


class Told(NamedTuple):
    """A sentence about a kind of space, with its sign."""

    words: str
    kind: SpaceKind


HelpLine = str | Told


class Help(TitledPage):
    """At the left the lines of the screen below, at the right the keys of every screen."""

    def __init__(self, tr: Translator, lines: tuple[HelpLine, ...]) -> None:
        """Show these lines."""
        super().__init__(tr, tr("Help"))
        self.leave.primary = True  # there is nothing else to press
        self.lines = lines
        title = Label(tr("What you can do here"), Size.HEADING, bold=True)
        self._text = ScrollArea(title.name, (title, *(HelpRow(line) for line in lines)), gap=22)
        self._keys = ScrollArea(tr("Keys"), key_table(tr), gap=12)
        self._cards: tuple[pygame.Rect, ...] = ()
        self.show(self._text, self._keys, focus=self.leave)

    def on_event(self, event: pygame.Event) -> Transition:
        """Page Up and Page Down move through what does not fit."""
        if pages(self, self._text, event) or pages(self, self._keys, event):
            return None
        return super().on_event(event)

    def layout(self, look: Look) -> None:
        """Two sheets side by side."""
        super().layout(look)
        gap, pad = look.px(32), look.px(24)
        left, areas = self.body.width * TEXT_WIDE // 100, (self._text, self._keys)
        widths = (left, self.body.width - left - gap)
        high = max(area.height(look, wide - 2 * pad) for area, wide in zip(areas, widths, strict=True))
        high = min(high + 2 * pad, self.body.height)
        text = pygame.Rect(self.body.topleft, (widths[0], high))
        self._cards = (text, pygame.Rect(text.right + gap, text.top, widths[1], high))
        for area, card in zip(areas, self._cards, strict=True):
            area.place(look, card.inflate(-2 * pad, -2 * pad))

    def draw_ground(self, surface: pygame.Surface) -> None:
        """Draw the sheets."""
        for card in self._cards:
            sheet(surface, self.look, card)


def key_table(tr: Translator) -> tuple[Widget, ...]:
    """Return the rows that say what the keys and the buttons of a presenter's clicker do."""
    keys = (
        ((tr("Tab"), tr("arrows")), tr("go from one thing to the next")),
        ((tr("Enter"),), tr("press what is framed")),
        (("1", "2", "3"), tr("choose by number")),
        ((tr("PgDn"), tr("PgUp")), tr("read on, read back")),
        ((tr("Esc"),), tr("go back")),
        (("Ctrl +", "Ctrl −"), tr("larger text, smaller text")),
        (("F11",), tr("full screen")),
    )
    clicker = (
        ((tr("Forward"),), tr("read on, then press what is framed")),
        ((tr("Backward"),), tr("read back, then frame something else")),
        ((tr("Black"),), tr("hide the picture")),
        ((tr("Begin"), tr("End")), tr("full screen, and back")),
    )
    caps = tuple(caps for caps, _ in (*keys, *clicker))
    return (
        Label(tr("Keys"), Size.HEADING, bold=True),
        *(KeyRow(own, words, caps) for own, words in keys),
        Label(tr("Mouse and finger: press, drag, turn the wheel."), Size.BODY),
        Label(tr("A presenter’s clicker"), Size.HEADING, bold=True),
        *(KeyRow(own, words, caps) for own, words in clicker),
    )


class HelpRow(Widget):
    """A line with its sign before it: that of a space, else a plain mark."""

    def __init__(self, line: HelpLine) -> None:
        """Show one line."""
        self.kind = line.kind if isinstance(line, Told) else None
        self._words = Label(line.words if isinstance(line, Told) else line, Size.CARD_BODY)
        super().__init__(self._words.name)

    def children(self) -> tuple[Widget, ...]:
        """The words."""
        return (self._words,)

    def _left(self, look: Look) -> int:
        return look.text(SIGN) + look.px(20)

    def height(self, look: Look, width: int) -> int:
        """Height of the words, or of the sign if that is more."""
        return max(look.text(SIGN), self._words.height(look, width - self._left(look)))

    def width(self, look: Look) -> int:
        """Width at which nothing wraps."""
        return self._left(look) + self._words.width(look)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the words beside the sign."""
        super().place(look, rect)
        left = self._left(look)
        self._words.place(look, pygame.Rect(rect.left + left, rect.top, rect.width - left, rect.height))

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the sign at the first line, and the words."""
        look, side = self.look, self.look.text(SIGN)
        first = min(self.rect.height, look.line_height(Size.CARD_BODY))
        centre = (self.rect.left + side // 2, self.rect.centery if self.kind else self.rect.top + first // 2)
        if self.kind is None:
            disc(surface, look, centre, side // 3, look.theme.accent, rim=look.theme.outline)
        else:
            tint = look.theme.kinds[self.kind]
            disc(surface, look, centre, side, look.theme.white, rim=tint.fill)
            sign = icon(tint.icon, side * 6 // 10, tint.deep)
            surface.blit(sign, sign.get_rect(center=centre))
        self._words.draw(surface)


class KeyRow(Widget):
    """Key caps, and what they do. The words of all rows of a table begin at the same place."""

    def __init__(self, caps: tuple[str, ...], words: str, all_caps: tuple[tuple[str, ...], ...]) -> None:
        """Show these caps; `all_caps` are those of all rows."""
        super().__init__(f"{' '.join(caps)}: {words}")
        self.caps = caps
        self.all_caps = all_caps
        self._words = Label(words, Size.BODY)

    def children(self) -> tuple[Widget, ...]:
        """The words."""
        return (self._words,)

    def _cap_width(self, look: Look, cap: str) -> int:
        px = look.text(Size.LABEL)
        return max(px * 3 // 2, look.fonts.width(cap, px, bold=True) + px * 2 // 3)

    def _left(self, look: Look) -> int:
        gap = look.px(10)
        rows = (sum(self._cap_width(look, cap) + gap for cap in caps) for caps in self.all_caps)
        return max(rows) + look.px(14)

    def height(self, look: Look, width: int) -> int:
        """Height of the words, or of a cap if that is more."""
        words = self._words.height(look, max(1, width - self._left(look)))
        return max(look.text(Size.LABEL) * 8 // 5, words)

    def width(self, look: Look) -> int:
        """Width at which nothing wraps."""
        return self._left(look) + self._words.width(look)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Place the words beside the caps."""
        super().place(look, rect)
        left = self._left(look)
        self._words.place(look, pygame.Rect(rect.left + left, rect.top, rect.width - left, rect.height))

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the caps and the words."""
        look, px, left = self.look, self.look.text(Size.LABEL), self.rect.left
        for cap in self.caps:
            box = pygame.Rect(left, 0, self._cap_width(look, cap), px * 3 // 2)
            box.centery = self.rect.centery
            rounded(surface, box, look.theme.ink, look.px(8))
            drawn = look.fonts.render(cap, px, look.theme.white, bold=True)
            surface.blit(drawn, drawn.get_rect(center=box.center))
            left = box.right + look.px(10)
        self._words.draw(surface)
