"""The mark of a stage: its number in its colour, and the tint of its part of the trail."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

import pygame

from booster.decks.model import STAGES, Stage
from booster.window.paint import disc
from booster.window.text import Look
from booster.window.theme import Colour


class StageTint(NamedTuple):
    """The colours of a stage: `deep` under white text, `sand` for its part of the trail."""

    deep: Colour
    sand: Colour


STAGE_TINTS: Final[Mapping[Stage, StageTint]] = MappingProxyType(
    {
        "ideation": StageTint((0x3A, 0x78, 0x48), (0xC6, 0xDC, 0xA0)),
        "positioning": StageTint((0x2A, 0x64, 0x9C), (0xBF, 0xD6, 0xE6)),
        "products": StageTint((0x9A, 0x55, 0x0A), (0xF2, 0xC9, 0x93)),
        "model": StageTint((0x77, 0x46, 0x8E), (0xD9, 0xC6, 0xE2)),
        "launch": StageTint((0x0B, 0x6F, 0x78), (0xA9, 0xDC, 0xD8)),
    }
)


def stage_colour(look: Look, stage: Stage) -> Colour:
    """Return the colour of a stage, which white text reads on."""
    return look.theme.ink if look.settings.high_contrast else STAGE_TINTS[stage].deep


def draw_stage_number(
    surface: pygame.Surface, look: Look, stage: Stage, centre: tuple[int, int], diameter: int
) -> None:
    """Draw the number of a stage, counted from 1, on a disc in its colour."""
    disc(surface, look, centre, diameter, stage_colour(look, stage), str(STAGES.index(stage) + 1))
