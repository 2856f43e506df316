"""Icons: `icon(name, size_px, colour)` draws one of ours from `assets/icons`, sharp at that size.

Names: leaf, coin, people (pillars); mountain, wrench, question, speech (kinds); lock, check, boat,
arrow-right, arrow-left, arrow-up, arrow-down.
"""

import io
from functools import lru_cache
from types import MappingProxyType

import pygame

from booster.paths import assets_folder
from booster.window.theme import Colour

ARROWS = MappingProxyType({"arrow-right": 0, "arrow-up": 90, "arrow-left": 180, "arrow-down": 270})


@lru_cache(maxsize=256)
def icon(name: str, size_px: int, colour: Colour) -> pygame.Surface:
    """Return the icon as a square surface with alpha, `size_px` wide. Treat it as read-only: it is shared."""
    source = (assets_folder() / "icons" / f"{'arrow' if name in ARROWS else name}.svg").read_bytes()
    size = max(1, size_px)
    drawn = pygame.image.load_sized_svg(io.BytesIO(source), (size, size)).convert_alpha()
    drawn.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
    return pygame.transform.rotate(drawn, ARROWS.get(name, 0))
