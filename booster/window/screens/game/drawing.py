"""What several screens of a game draw: words in a rectangle, points, scores. Lengths in pixels."""

import pygame

from booster.decks.model import PILLARS, Pillar
from booster.engine.state import Score
from booster.window.icons import icon
from booster.window.paint import rounded
from booster.window.text import Align, Look, fit
from booster.window.theme import Colour, Size
from booster.window.widgets.label import SMALLEST_PX


def write(
    surface: pygame.Surface,
    look: Look,
    words: str,
    rect: pygame.Rect,
    size: Size = Size.LABEL,
    *,
    bold: bool = False,
    colour: Colour | None = None,
    align: Align = "left",
) -> None:
    """Draw a paragraph centred from top to bottom in `rect`; it shrinks rather than break a word."""
    px = look.text(size)
    longest = max((look.fonts.width(word, px, bold) for word in words.split()), default=0)
    if longest > rect.width:
        px = max(SMALLEST_PX, px * rect.width // longest)
    page = fit(look.fonts, (words,), rect.size, px, SMALLEST_PX, bold=bold)[0]
    page.draw(surface, look, (rect.left, rect.centery - page.height // 2), colour or look.theme.ink, align)


def draw_pillar(
    surface: pygame.Surface, look: Look, pillar: Pillar, centre: tuple[int, int], size: int, colour: Colour
) -> None:
    """Draw the sign of a pillar."""
    sign = icon(look.theme.pillars[pillar].icon, size, colour)
    surface.blit(sign, sign.get_rect(center=centre))


def ground_of(look: Look, pillar: Pillar) -> tuple[Colour, Colour]:
    """Return the colour of a pillar that white or ink text reads on, and that text colour."""
    theme, tint = look.theme, look.theme.pillars[pillar]
    text = theme.text_on(tint.fill)
    return (tint.fill, text) if text in (theme.white, theme.ink) else (tint.deep, theme.white)


def draw_points(
    surface: pygame.Surface,
    look: Look,
    pillar: Pillar,
    words: str,
    rect: pygame.Rect,
    size: Size = Size.LABEL,
) -> None:
    """Draw a chip in the colour of a pillar: its sign and a number."""
    ground, text = ground_of(look, pillar)
    rounded(surface, rect, ground, min(look.px(14), rect.height // 3))
    side = min(rect.height * 7 // 10, rect.width * 2 // 5)
    draw_pillar(surface, look, pillar, (rect.left + side // 2 + rect.width // 14, rect.centery), side, text)
    left = rect.left + side + rect.width // 14 + rect.width // 20
    number = pygame.Rect(left, rect.top, rect.right - left - rect.width // 16, rect.height)
    write(surface, look, words, number, size, bold=True, colour=text, align="centre")


def draw_scores(surface: pygame.Surface, look: Look, score: Score, rect: pygame.Rect) -> None:
    """Draw the three scores of a team as chips side by side."""
    gap = look.px(8)
    width = (rect.width - 2 * gap) // 3
    for number, pillar in enumerate(PILLARS):
        chip = pygame.Rect(rect.left + number * (width + gap), rect.top, width, rect.height)
        draw_points(surface, look, pillar, str(score.on(pillar)), chip)


def score_bar(surface: pygame.Surface, look: Look, score: Score, rect: pygame.Rect, most: int) -> None:
    """Draw a bar in three parts, as long as the team's points against `most`; numbers where there is room."""
    left = rect.left
    for pillar in PILLARS:
        points = score.on(pillar)
        width = rect.width * points // max(1, most)
        part = pygame.Rect(left, rect.top, max(0, width - look.px(3)), rect.height)
        if points:
            rounded(surface, part, ground_of(look, pillar)[0], look.px(8))
            _label_part(surface, look, pillar, points, part)
        left += width


def _label_part(surface: pygame.Surface, look: Look, pillar: Pillar, points: int, part: pygame.Rect) -> None:
    px, text = min(look.text(Size.LABEL), part.height * 7 // 10), ground_of(look, pillar)[1]
    number = look.fonts.render(str(points), px, text, bold=True)
    side = part.height * 6 // 10
    both = side + look.px(8) + number.get_width()
    if both + look.px(12) <= part.width:
        draw_pillar(surface, look, pillar, (part.centerx - both // 2 + side // 2, part.centery), side, text)
        surface.blit(number, number.get_rect(midright=(part.centerx + both // 2, part.centery)))
    elif number.get_width() <= part.width:
        surface.blit(number, number.get_rect(center=part.center))
