"""Paragraphs on pages that fit a box."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import pygame

from booster.window.text.fonts import Fonts, Look
from booster.window.text.wrapping import Line, Words, wrap
from booster.window.theme import Colour

Align = Literal["left", "centre", "right"]


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
