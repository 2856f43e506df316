"""Colours, sizes and the scale of the window (DESIGN section 5).

Names that screens use:
    INK, MUTED, PAPER, WHITE, LINE, SAND, ACCENT, ACCENT_PALE, ...   colours, (red, green, blue)
    PILLARS["ecology"], KINDS["challenge"]       a `Tint`: fill, deep, pale and the icon's name
    TEAM_COLOURS[0]                              a `TeamColour`: its name (a message) and its colour
    text_on(background), contrast(a, b)          which text colour a background carries; a ratio
    Size.TITLE ... Size.LABEL                    sizes of text by role
    Scale(width, height, text_percent)           design pixels (1920x1080) -> pixels of this window
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from booster import card_sizes
from booster.language import N_

Colour = tuple[int, int, int]

INK: Final[Colour] = (0x22, 0x30, 0x3C)
NIGHT: Final[Colour] = (0x0B, 0x11, 0x17)
MUTED: Final[Colour] = (0x56, 0x61, 0x6B)
MUTED_ON_INK: Final[Colour] = (0xC9, 0xD1, 0xD8)
PAPER: Final[Colour] = (0xFD, 0xF8, 0xEE)
WHITE: Final[Colour] = (0xFF, 0xFF, 0xFF)
LINE: Final[Colour] = (0xDD, 0xD3, 0xBD)
OUTLINE: Final[Colour] = (0x7D, 0x78, 0x6C)
SAND: Final[Colour] = (0xF6, 0xEC, 0xD8)
SAND_DEEP: Final[Colour] = (0x7A, 0x55, 0x00)
ACCENT: Final[Colour] = (0xF5, 0xC5, 0x42)
ACCENT_PALE: Final[Colour] = (0xFF, 0xF3, 0xD0)
ACCENT_HOVER: Final[Colour] = (0xFA, 0xD3, 0x67)
LOCKED: Final[Colour] = (0xE4, 0xE5, 0xE4)
FAULT: Final[Colour] = (0xA8, 0x1E, 0x1E)


@dataclass(frozen=True, slots=True)
class Tint:
    """One colour of the game in three depths.

    `fill` is for shapes and icons, `deep` under white text and as text
    on paper or white, `pale` under ink text. `icon` is the sign that always goes with it.
    """

    fill: Colour
    deep: Colour
    pale: Colour
    icon: str


PILLARS: Final[Mapping[str, Tint]] = MappingProxyType(
    {
        "ecology": Tint((0x00, 0x9E, 0x73), (0x00, 0x75, 0x55), (0xDD, 0xF3, 0xEA), "leaf"),
        "economy": Tint((0xE6, 0x9F, 0x00), (0x85, 0x57, 0x00), (0xFD, 0xEF, 0xCF), "coin"),
        "social": Tint((0x00, 0x72, 0xB2), (0x00, 0x67, 0xA1), (0xDB, 0xEC, 0xF7), "people"),
    }
)
KINDS: Final[Mapping[str, Tint]] = MappingProxyType(
    {
        "challenge": Tint((0xD5, 0x5E, 0x00), (0xAE, 0x4A, 0x00), (0xFB, 0xE5, 0xD6), "mountain"),
        "tool": Tint((0x0E, 0x7C, 0x86), (0x0B, 0x6B, 0x74), (0xD9, 0xEF, 0xF0), "wrench"),
        "choice": Tint((0x6B, 0x5B, 0x95), (0x5F, 0x50, 0x87), (0xEA, 0xE6, 0xF3), "question"),
        "experience": Tint((0x7A, 0x4B, 0x94), (0x6F, 0x42, 0x88), (0xF0, 0xE5, 0xF5), "speech"),
    }
)


@dataclass(frozen=True, slots=True)
class TeamColour:
    """A colour that a team can take. `name` is a message for `tr`."""

    name: str
    colour: Colour


TEAM_COLOURS: Final[tuple[TeamColour, ...]] = (
    TeamColour(N_("Magenta"), (0xB5, 0x17, 0x9E)),
    TeamColour(N_("Navy"), (0x1D, 0x35, 0x57)),
    TeamColour(N_("Turquoise"), (0x3F, 0xBF, 0xB0)),
    TeamColour(N_("Coral"), (0xF4, 0x7F, 0x61)),
    TeamColour(N_("Forest green"), (0x2B, 0x66, 0x2E)),
    TeamColour(N_("Yellow"), (0xFF, 0xD9, 0x3D)),
    TeamColour(N_("Sky blue"), (0x7F, 0xC8, 0xF8)),
    TeamColour(N_("Red"), (0xB8, 0x0F, 0x1E)),
    TeamColour(N_("Violet"), (0x5A, 0x3F, 0xC0)),
    TeamColour(N_("Lime"), (0xA4, 0xD6, 0x3A)),
    TeamColour(N_("Brown"), (0x6B, 0x42, 0x26)),
    TeamColour(N_("Pink"), (0xFF, 0xB3, 0xD1)),
)


def _luminance(colour: Colour) -> float:
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: Colour, b: Colour) -> float:
    """Return the contrast ratio of two colours as WCAG defines it, from 1 (same) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def text_on(background: Colour) -> Colour:
    """Return white, ink or near-black: the first that reads at 4.5:1 or more on this background."""
    return next((text for text in (WHITE, INK) if contrast(text, background) >= 4.5), NIGHT)


class Size(IntEnum):
    """Sizes of text by role, in design pixels. Nothing in the window is smaller than `LABEL`."""

    DISPLAY = 84
    TITLE = 54
    HEADING = card_sizes.HEADING
    CARD_BODY = card_sizes.CARD_BODY
    BODY = card_sizes.BODY
    LABEL = card_sizes.LABEL


DESIGN_HEIGHT = 1080
NARROWEST = 1440  # design pixels that a window is always wide: 4:3


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns design pixels into pixels of a window `width` x `height`.

    `text_percent` is the text setting, 100 to 150.
    """

    width: int
    height: int
    text_percent: int = 100

    @property
    def unit(self) -> float:
        """Pixels for one design pixel. Follows the height, or the width of a window narrower than 4:3."""
        return min(self.height / DESIGN_HEIGHT, self.width / NARROWEST)

    def px(self, design_px: float) -> int:
        """Pixels for a length; at least one for any length above 0."""
        pixels = round(design_px * self.unit)
        return max(1, pixels) if design_px > 0 else pixels

    def text(self, size: Size | int) -> int:
        """Pixel size of a font, with the text setting."""
        return max(1, round(size * self.unit * self.text_percent / 100))
