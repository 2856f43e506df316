"""Colours, sizes and the scale of the window (DESIGN section 5).

Names that screens use:
    look.theme.ink, .muted, .paper, .white, .line, .accent, ...   colours, (red, green, blue)
    look.theme.pillars["ecology"], .kinds["challenge"]   a `Tint`: fill, deep, pale and the icon's name
    look.theme.text_on(background)               which text colour a background carries
    "muted" and other `Tone`s                    the colour of words that are made before there is a look
    STANDARD, HIGH_CONTRAST                      the themes that there are
    TEAM_COLOURS[0]                              a `TeamColour`: its name (a message) and its colour
    contrast(a, b)                               a ratio
    Size.TITLE ... Size.LABEL                    sizes of text by role
    Scale(width, height, text_percent)           design pixels (1920x1080) -> pixels of this window

Named tuples here and in `text`: a dataclass takes eight times as long to make, and the first frame waits.
"""

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from booster import card_sizes
from booster.language import N_

Colour = tuple[int, int, int]
Tone = Literal["ink", "muted", "white", "muted_on_ink", "sand_deep", "fault", "experience"]
"""The colours that words take, named before the theme is known."""


class Tint(NamedTuple):
    """One colour of the game in three depths.

    `fill` is for shapes and icons, `deep` under white text and as text
    on paper or white, `pale` under ink text. `icon` is the sign that always goes with it.
    """

    fill: Colour
    deep: Colour
    pale: Colour
    icon: str


class Theme(NamedTuple):
    """All colours of the window. `least` is the contrast that every text has at least on its ground."""

    least: float
    ink: Colour
    night: Colour
    muted: Colour
    muted_on_ink: Colour
    paper: Colour
    white: Colour
    line: Colour
    outline: Colour
    sand: Colour
    sand_deep: Colour
    accent: Colour
    accent_pale: Colour
    accent_hover: Colour
    locked: Colour
    fault: Colour
    pillars: Mapping[str, Tint]
    kinds: Mapping[str, Tint]

    def tone(self, tone: Tone) -> Colour:
        """Return the colour of words."""
        if tone == "experience":
            return self.kinds["experience"].deep
        colour: Colour = getattr(self, tone)
        return colour

    def text_on(self, background: Colour) -> Colour:
        """Return white, ink or near-black: the first that reads well on this background."""
        texts = (self.white, self.ink)
        return next((text for text in texts if contrast(text, background) >= self.least), self.night)

    def pairs(self) -> tuple[tuple[Colour, Colour], ...]:
        """Return every text colour with every ground that it is written on."""
        tints = (*self.pillars.values(), *self.kinds.values())
        light = (self.paper, self.white, self.sand, self.accent_pale)
        return (
            *((self.ink, ground) for ground in (*light, self.accent, self.accent_hover)),
            *((self.muted, ground) for ground in (*light, self.locked)),
            *((self.sand_deep, ground) for ground in (self.paper, self.white, self.sand)),
            *((self.fault, ground) for ground in (self.paper, self.white)),
            (self.white, self.fault),
            *((text, self.ink) for text in (self.white, self.muted_on_ink, self.accent)),
            *((self.white, tint.deep) for tint in tints),
            *((tint.deep, ground) for tint in tints for ground in (self.paper, self.white, tint.pale)),
            *((self.ink, tint.pale) for tint in tints),
            *((self.text_on(tint.fill), tint.fill) for tint in tints),
            *((self.text_on(team.colour), team.colour) for team in TEAM_COLOURS),
        )


STANDARD: Final = Theme(
    least=4.5,
    ink=(0x22, 0x30, 0x3C),
    night=(0x0B, 0x11, 0x17),
    muted=(0x56, 0x61, 0x6B),
    muted_on_ink=(0xC9, 0xD1, 0xD8),
    paper=(0xFD, 0xF8, 0xEE),
    white=(0xFF, 0xFF, 0xFF),
    line=(0xDD, 0xD3, 0xBD),
    outline=(0x7D, 0x78, 0x6C),
    sand=(0xF6, 0xEC, 0xD8),
    sand_deep=(0x7A, 0x55, 0x00),
    accent=(0xF5, 0xC5, 0x42),
    accent_pale=(0xFF, 0xF3, 0xD0),
    accent_hover=(0xFA, 0xD3, 0x67),
    locked=(0xE4, 0xE5, 0xE4),
    fault=(0xA8, 0x1E, 0x1E),
    pillars=MappingProxyType(
        {
            "ecology": Tint((0x00, 0x9E, 0x73), (0x00, 0x75, 0x55), (0xDD, 0xF3, 0xEA), "leaf"),
            "economy": Tint((0xE6, 0x9F, 0x00), (0x85, 0x57, 0x00), (0xFD, 0xEF, 0xCF), "coin"),
            "social": Tint((0x00, 0x72, 0xB2), (0x00, 0x67, 0xA1), (0xDB, 0xEC, 0xF7), "people"),
        }
    ),
    kinds=MappingProxyType(
        {
            "challenge": Tint((0xD5, 0x5E, 0x00), (0xAE, 0x4A, 0x00), (0xFB, 0xE5, 0xD6), "mountain"),
            "tool": Tint((0x0E, 0x7C, 0x86), (0x0B, 0x6B, 0x74), (0xD9, 0xEF, 0xF0), "wrench"),
            "choice": Tint((0x6B, 0x5B, 0x95), (0x5F, 0x50, 0x87), (0xEA, 0xE6, 0xF3), "question"),
            "experience": Tint((0x7A, 0x4B, 0x94), (0x6F, 0x42, 0x88), (0xF0, 0xE5, 0xF5), "speech"),
        }
    ),
)

HIGH_CONTRAST: Final = Theme(
    least=7.0,
    ink=(0x00, 0x00, 0x00),
    night=(0x00, 0x00, 0x00),
    muted=(0x33, 0x38, 0x3D),
    muted_on_ink=(0xFF, 0xFF, 0xFF),
    paper=(0xFF, 0xFF, 0xFF),
    white=(0xFF, 0xFF, 0xFF),
    line=(0x00, 0x00, 0x00),
    outline=(0x00, 0x00, 0x00),
    sand=(0xF2, 0xF2, 0xF2),
    sand_deep=(0x4A, 0x33, 0x00),
    accent=(0xFF, 0xD5, 0x00),
    accent_pale=(0xFF, 0xF3, 0xA8),
    accent_hover=(0xFF, 0xE6, 0x66),
    locked=(0xE0, 0xE0, 0xE0),
    fault=(0x8A, 0x00, 0x00),
    pillars=MappingProxyType(
        {
            "ecology": Tint((0x00, 0x59, 0x40), (0x00, 0x59, 0x40), (0xE6, 0xF7, 0xF0), "leaf"),
            "economy": Tint((0xFF, 0xB0, 0x00), (0x66, 0x42, 0x00), (0xFF, 0xF1, 0xD6), "coin"),
            "social": Tint((0x00, 0x4C, 0x8C), (0x00, 0x4C, 0x8C), (0xE3, 0xF0, 0xFA), "people"),
        }
    ),
    kinds=MappingProxyType(
        {
            "challenge": Tint((0x85, 0x2F, 0x00), (0x85, 0x2F, 0x00), (0xFD, 0xEE, 0xE4), "mountain"),
            "tool": Tint((0x00, 0x55, 0x5E), (0x00, 0x55, 0x5E), (0xE4, 0xF5, 0xF6), "wrench"),
            "choice": Tint((0x4B, 0x3B, 0x78), (0x4B, 0x3B, 0x78), (0xEF, 0xEC, 0xF7), "question"),
            "experience": Tint((0x5E, 0x2B, 0x7A), (0x5E, 0x2B, 0x7A), (0xF5, 0xEC, 0xF9), "speech"),
        }
    ),
)


class TeamColour(NamedTuple):
    """A colour that a team can take, the same in every theme. `name` is a message for `tr`."""

    name: str
    colour: Colour


TEAM_COLOURS: Final[tuple[TeamColour, ...]] = (
    TeamColour(N_("Magenta"), (0xA0, 0x10, 0x8B)),
    TeamColour(N_("Navy"), (0x1D, 0x35, 0x57)),
    TeamColour(N_("Turquoise"), (0x3F, 0xBF, 0xB0)),
    TeamColour(N_("Coral"), (0xF4, 0x7F, 0x61)),
    TeamColour(N_("Forest green"), (0x28, 0x62, 0x2B)),
    TeamColour(N_("Yellow"), (0xFF, 0xD9, 0x3D)),
    TeamColour(N_("Sky blue"), (0x7F, 0xC8, 0xF8)),
    TeamColour(N_("Red"), (0xAE, 0x0D, 0x1B)),
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


class Scale(NamedTuple):
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
