"""Words on the screen: fonts, wrapping, shrinking, pages. Nothing is ever cut.

Names that screens use:
    Look(scale, fonts, settings)  what a screen needs: `px`, `text`, `line_height`, `theme`, `settings`
    Run(text, bold, colour)  a stretch of words in one style; a paragraph is a `str` or a tuple of runs
    wrap(...)                a paragraph -> lines no wider than a width
    fit(...)                 paragraphs -> pages that each fit a box: wraps, shrinks to a floor, then pages
    Page.draw(...)           draws one page
"""

import io
import re
import unicodedata
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

import pygame

from booster.settings import USUAL, Settings
from booster.window.theme import HIGH_CONTRAST, STANDARD, Colour, Scale, Size, Theme, Tone

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
FONTS_KEPT = 200  # sizes; dragging the edge of the window asks for new ones all the time
WRAPPED_KEPT = 1_000  # paragraphs; to lay a card out asks for most of its own four times and more
RENDERED_KEPT = 5_000_000  # pixels of words kept, 20 MB: a few screens at 1080p, one at 4K

Align = Literal["left", "centre", "right"]


class Run(NamedTuple):
    """Words in one style. `colour` None takes the colour of the paragraph."""

    text: str
    bold: bool = False
    colour: Tone | None = None

    def saying(self, text: str) -> "Run":
        """Return other words in the same style."""
        return Run(text, self.bold, self.colour)


Words = str | tuple[Run, ...]


def clean(text: str) -> str:
    """Return the text as it is drawn: NFC, U+202F as U+00A0, no control character but the line feed."""
    text = unicodedata.normalize("NFC", text).replace("\N{NARROW NO-BREAK SPACE}", NO_BREAK_SPACE)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs"))


class Fonts:
    """Noto Sans in every size asked for, and the words already drawn with it."""

    def __init__(self, folder: Path) -> None:
        """Read the fonts from `folder`, each when it is first asked for. Needs `pygame.font.init()`."""
        self._folder = folder
        self._files: dict[str, bytes] = {}
        self._fonts: dict[tuple[int, bool], pygame.font.Font] = {}
        self._rendered: OrderedDict[tuple[str, int, Colour, bool], pygame.Surface] = OrderedDict()
        self._rendered_pixels = 0

    def font(self, px: int, bold: bool = False) -> pygame.font.Font:
        """Return the font of this pixel size."""
        key = (px, bold)
        if key not in self._fonts:
            if len(self._fonts) >= FONTS_KEPT:
                self._fonts.clear()
            name = "NotoSans-Bold.ttf" if bold else "NotoSans-Regular.ttf"
            if name not in self._files:
                self._files[name] = (self._folder / name).read_bytes()
            # from memory: from a path, each size would hold a file open
            self._fonts[key] = pygame.font.Font(io.BytesIO(self._files[name]), px)
        return self._fonts[key]

    def width(self, text: str, px: int, bold: bool = False) -> int:
        """Return how many pixels wide one line of text is."""
        return self.font(px, bold).size(text)[0]

    def line_height(self, px: int) -> int:
        """Return the pixels from one line to the next."""
        return self.font(px).get_linesize()

    def render(self, text: str, px: int, colour: Colour, bold: bool = False) -> pygame.Surface:
        """Return one line of text as a surface with alpha. Treat it as read-only: it is kept and shared."""
        key = (text, px, colour, bold)
        if key in self._rendered:
            self._rendered.move_to_end(key)
        else:
            drawn = self._rendered[key] = self.font(px, bold).render(text, True, colour)
            self._rendered_pixels += _pixels(drawn)
            while self._rendered_pixels > RENDERED_KEPT and len(self._rendered) > 1:
                self._rendered_pixels -= _pixels(self._rendered.popitem(last=False)[1])
        return self._rendered[key]


def _pixels(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height()


class Look(NamedTuple):
    """What laying out and drawing need: the scale of the window, the fonts, and what the person has set."""

    scale: Scale
    fonts: Fonts
    settings: Settings = USUAL

    @property
    def theme(self) -> Theme:
        """The colours."""
        return HIGH_CONTRAST if self.settings.high_contrast else STANDARD

    @property
    def width(self) -> int:
        """Width of the window in pixels."""
        return self.scale.width

    @property
    def height(self) -> int:
        """Height of the window in pixels."""
        return self.scale.height

    def px(self, design_px: float) -> int:
        """Pixels for a length of the 1920x1080 design."""
        return self.scale.px(design_px)

    def text(self, size: Size | int) -> int:
        """Pixel size of the font of this role."""
        return self.scale.text(size)

    def line_height(self, size: Size | int) -> int:
        """Pixels from one line to the next in this role."""
        return self.fonts.line_height(self.text(size))


class Line(NamedTuple):
    """One line: its runs, and its width in pixels."""

    runs: tuple[Run, ...]
    width: int

    @property
    def text(self) -> str:
        """The words of the line without their styles."""
        return "".join(run.text for run in self.runs)


def as_runs(words: Words, bold: bool = False) -> tuple[Run, ...]:
    """Return a paragraph as runs; a plain text takes `bold`."""
    return (Run(words, bold),) if isinstance(words, str) else words


def _merge(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join neighbours of one style, so that they are measured and drawn as one (kerning)."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and last.bold == run.bold and last.colour == run.colour:
            merged[-1] = run.saying(last.text + run.text)
        elif run.text:
            merged.append(run)
    return tuple(merged)


def _line(fonts: Fonts, runs: Iterable[Run], px: int) -> Line:
    merged = _merge(runs)
    return Line(merged, sum(fonts.width(run.text, px, run.bold) for run in merged))


def _bind(text: str) -> str:
    """Keep French punctuation on the line of its word, also where it was typed with an ordinary space."""
    return re.sub(" (?=[:;?!»])|(?<=«) ", NO_BREAK_SPACE, text)


def _words(runs: Iterable[Run]) -> Iterator[tuple[Run, ...] | None]:
    """Split runs into unbreakable words (a word may change style inside); None is a forced line break."""
    word: list[Run] = []
    for run in runs:
        for number, row in enumerate(_bind(clean(run.text)).split("\n")):
            if number:
                yield tuple(word)
                yield None
                word = []
            for place, part in enumerate(row.split(" ")):
                if place:
                    yield tuple(word)
                    word = []
                if part:
                    word.append(run.saying(part))
    yield tuple(word)


def _clusters(word: Iterable[Run]) -> Iterator[Run]:
    """Split a word into characters, each with the accents that sit on it."""
    for run in word:
        cluster = ""
        for character in run.text:
            if cluster and not unicodedata.combining(character):
                yield run.saying(cluster)
                cluster = ""
            cluster += character
        yield run.saying(cluster)


def _pieces(fonts: Fonts, word: tuple[Run, ...], px: int, width: int) -> Iterator[Line]:
    """Break a word that is wider than a line by character; a piece holds at least one."""
    piece = _line(fonts, (), px)
    for cluster in _clusters(word):
        longer = _line(fonts, (*piece.runs, cluster), px)
        if piece.runs and longer.width > width:
            yield piece
            longer = _line(fonts, (cluster,), px)
        piece = longer
    yield piece


@lru_cache(maxsize=WRAPPED_KEPT)
def wrap(fonts: Fonts, words: Words, px: int, width: int, bold: bool = False) -> tuple[Line, ...]:
    """Return the lines of a paragraph, none wider than `width` pixels (unless a single character is).

    Lines break at spaces and line feeds, never at no-break spaces; a longer word breaks by character.
    """
    lines: list[Line] = []
    line = _line(fonts, (), px)
    for word in _words(as_runs(words, bold)):
        if word is None:
            lines.append(line)
            line = _line(fonts, (), px)
            continue
        if not word:
            continue
        space = (Run(" ", line.runs[-1].bold, line.runs[-1].colour),) if line.runs else ()
        longer = _line(fonts, (*line.runs, *space, *word), px)
        if longer.width <= width:
            line = longer
            continue
        if line.runs:
            lines.append(line)
        *whole, line = _pieces(fonts, word, px, width)
        lines.extend(whole)
    return (*lines, line)


class Page(NamedTuple):
    """Lines that fit a box together, each with its top. `px` is the font size; all lengths are pixels."""

    lines: tuple[tuple[int, Line], ...]
    px: int
    width: int
    height: int

    def draw(
        self,
        surface: pygame.Surface,
        look: Look,
        topleft: tuple[int, int],
        colour: Colour,
        align: Align = "left",
    ) -> None:
        """Draw the lines in the box whose top left corner is given."""
        for top, line in self.lines:
            spare = self.width - line.width
            x = topleft[0] + {"left": 0, "centre": spare // 2, "right": spare}[align]
            for run in line.runs:
                ink = look.theme.tone(run.colour) if run.colour else colour
                drawn = look.fonts.render(run.text, self.px, ink, run.bold)
                surface.blit(drawn, (x, topleft[1] + top))
                x += drawn.get_width()


def paginate(
    fonts: Fonts, paragraphs: Sequence[Words], px: int, box: tuple[int, int], gap: int, bold: bool = False
) -> tuple[Page, ...]:
    """Lay paragraphs out at one font size, on as many pages as they need; a page holds at least one line."""
    step = fonts.line_height(px)
    pages: list[list[tuple[int, Line]]] = [[]]
    top = 0
    for paragraph in paragraphs:
        for line in wrap(fonts, paragraph, px, box[0], bold):
            if pages[-1] and top + step > box[1]:
                pages.append([])
                top = 0
            pages[-1].append((top, line))
            top += step
        top += gap
    return tuple(Page(tuple(page), px, box[0], page[-1][0] + step if page else 0) for page in pages)


def fit(
    fonts: Fonts,
    paragraphs: Sequence[Words],
    box: tuple[int, int],
    px: int,
    floor_px: int,
    gap: int = 0,
    bold: bool = False,
) -> tuple[Page, ...]:
    """Return the pages of these paragraphs in a box (width, height), all lengths in pixels.

    One page at the largest font size from `px` down to `floor_px` at which all fits; else pages
    at `floor_px`.
    """
    floor_px = min(px, floor_px)

    def laid_out(size: int) -> tuple[tuple[Page, ...], bool]:
        pages = paginate(fonts, paragraphs, size, box, gap, bold)
        return pages, len(pages) == 1 and pages[0].height <= box[1]

    # Longer and longer steps down to a size that fits, then halves between it and the last one that did not:
    # each size that is tried costs a font and all the wrapping.
    pages, fits = laid_out(px)
    size, too_large, step = px, px + 1, 1
    while not fits and size > floor_px:
        size, too_large, step = max(floor_px, size - step), size, 2 * step
        pages, fits = laid_out(size)
    while fits and too_large - size > 1:
        middle = (size + too_large) // 2
        tried, tried_fits = laid_out(middle)
        if tried_fits:
            pages, size = tried, middle
        else:
            too_large = middle
    return pages
