"""The drawings of `assets/art`, each made for the size at hand and kept.

picture(name, size, tint, rim)    a drawing as a surface with alpha; `tint` is the team's colour in it
part_of(name, seen, size, ground) a part of a drawing, as large as a window
draw_token(...), draw_boat(...)   a team's token, standing on a point; its boat, floating on one
fitted(name, box)                 a card's back as large as a box lets it be
"""

import io
import re
from functools import lru_cache

import pygame

from booster.paths import assets_folder
from booster.window.text import Look
from booster.window.theme import Colour

TINT = "#FF00FF"  # the colour in the drawings that a team's takes the place of
RIM = 'fill="#fff" stroke="#fff"'  # the edge of a token
TOKEN = (100, 130)
TOKEN_FOOT = 119.6
TOKEN_LETTER = (50, 47.4)
LETTER_OF_TOKEN = 0.31
BOAT = 240
BOAT_WATER = 216
BOAT_LETTER = (146, 128)
LETTER_OF_BOAT = 0.2
BACK = (600, 840)
SHAPES = 12


@lru_cache(maxsize=64)
def picture(
    name: str,
    size: tuple[int, int],
    tint: Colour | None = None,
    rim: Colour | None = None,
    opacity: int = 255,
) -> pygame.Surface:
    """Return a drawing in `size` pixels. Treat it as read-only: it is shared."""
    drawn = _rasterised(_source(name, tint, rim), size).convert_alpha()
    drawn.set_alpha(opacity)
    return drawn


def part_of(
    name: str, seen: tuple[float, float, float, float], size: tuple[int, int], ground: Colour
) -> pygame.Surface:
    """Return a part of a drawing (left, top, width, height in its own units), `size` pixels large.

    Where the part goes beyond the drawing it is `ground`. It has no alpha: so it is drawn and shown faster.
    """
    left, top, wide, high = (f"{number:.2f}" for number in seen)
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size[0]}" height="{size[1]}"'
        f' viewBox="{left} {top} {wide} {high}">'
        f'<path fill="{_hex(ground)}" d="M{left} {top}h{wide}v{high}h-{wide}z"/>'
    )
    return _rasterised(re.sub(r"<svg[^>]*>", opening, _source(name, None, None), count=1), size).convert()


def _source(name: str, tint: Colour | None, rim: Colour | None) -> str:
    source = (assets_folder() / "art" / f"{name}.svg").read_text("utf-8")
    if tint is not None:
        source = source.replace(TINT, _hex(tint))
    if rim is not None:
        source = source.replace(RIM, f'fill="{_hex(rim)}" stroke="{_hex(rim)}"')
    return source


def _hex(colour: Colour) -> str:
    return "#{:02X}{:02X}{:02X}".format(*colour)


def _rasterised(source: str, size: tuple[int, int]) -> pygame.Surface:
    wide, high = size
    return pygame.image.load_sized_svg(io.BytesIO(source.encode()), (max(1, wide), max(1, high)))


def fitted(name: str, box: tuple[int, int]) -> pygame.Surface:
    """Return the back of a card, as large as it can be in a box (width, height)."""
    scale = min(box[0] / BACK[0], box[1] / BACK[1])
    return picture(name, (round(BACK[0] * scale), round(BACK[1] * scale)))


def draw_token(
    surface: pygame.Surface,
    look: Look,
    team: int,
    colour: Colour,
    foot: tuple[float, float],
    height: int,
    lit: bool = False,
) -> pygame.Rect:
    """Draw the token of a team, `height` pixels high, standing on `foot`; return where it is.

    Teams differ in shape, letter and colour; a `lit` one has an edge in the accent.
    """
    size = (height * TOKEN[0] // TOKEN[1], height)
    rim = look.theme.accent if lit else None
    drawn = picture(f"tokens/{team % SHAPES + 1}", size, colour, rim)
    rect = pygame.Rect((round(foot[0]) - size[0] // 2, round(foot[1] - height * TOKEN_FOOT / TOKEN[1])), size)
    surface.blit(drawn, rect)
    centre = (rect.centerx, rect.top + round(height * TOKEN_LETTER[1] / TOKEN[1]))
    _draw_letter(surface, look, team, colour, centre, round(height * LETTER_OF_TOKEN))
    return rect


def token_in(
    surface: pygame.Surface, look: Look, team: int, colour: Colour, box: pygame.Rect, lit: bool = False
) -> None:
    """Draw the token of a team as large as it can be in the middle of a box."""
    height = min(box.height, box.width * TOKEN[1] // TOKEN[0])
    foot = (box.centerx, box.centery + height * (TOKEN_FOOT / TOKEN[1] - 0.5))
    draw_token(surface, look, team, colour, foot, height, lit)


def draw_boat(
    surface: pygame.Surface, look: Look, team: int, colour: Colour, water: tuple[float, float], size: int
) -> pygame.Rect:
    """Draw the boat of a team, its letter on the sail, floating on a point; return where it is."""
    drawn = picture("board/boat", (size, size), colour)
    rect = drawn.get_rect(topleft=(round(water[0] - size / 2), round(water[1] - size * BOAT_WATER / BOAT)))
    surface.blit(drawn, rect)
    centre = (rect.left + size * BOAT_LETTER[0] // BOAT, rect.top + size * BOAT_LETTER[1] // BOAT)
    _draw_letter(surface, look, team, colour, centre, round(size * LETTER_OF_BOAT))
    return rect


def _draw_letter(
    surface: pygame.Surface, look: Look, team: int, colour: Colour, centre: tuple[int, int], px: int
) -> None:
    from booster.names import team_letter  # needs the decks: the title draws its picture while they are read

    letter = look.fonts.render(team_letter(team), px, look.theme.text_on(colour), bold=True)
    surface.blit(letter, letter.get_rect(center=centre))
