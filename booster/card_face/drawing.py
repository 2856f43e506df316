"""Drawing a card that is laid out."""

from collections.abc import Mapping

import pygame

from booster import card_sizes as sizes
from booster.card_face.layout import CardLayout, Sheet
from booster.card_face.scene import badge, band, landscape
from booster.card_face.setting import HEADING_TONE, Block, boxed_height, mark_height
from booster.card_face.words import is_holders
from booster.decks.model import Pillar
from booster.window.art import picture
from booster.window.icons import icon
from booster.window.paint import disc, panel, rounded
from booster.window.text import Look, Page, Run
from booster.window.theme import Colour, Size

RADIUS = 24
NUMBER = 1.16  # the disc behind the number of a step, in parts of the size of the letters
NUMERAL = 0.8
SIGN_IN_BOX = 1.05


def draw_card(
    surface: pygame.Surface,
    look: Look,
    card: CardLayout,
    topleft: tuple[int, int],
    page: int = 0,
    arrows: bool = True,
) -> None:
    """Draw one page of a card with its top left corner at `topleft`.

    `arrows` beside the number of the page point to the others.
    """
    rect, sheet = pygame.Rect(topleft, card.size), card.sheets[page]
    panel(surface, rect, look.theme.white, look.theme.kinds[card.face.kind].deep, look.px(RADIUS), look.px(3))
    _draw_band(surface, look, card, rect)
    if sheet.picture and card.face.stage:
        _draw_picture(surface, look, card, sheet, rect)
    _draw_words(surface, look, card, sheet, (rect.left + look.px(sizes.PAD), rect.top + card.band_height))
    bottom = rect.bottom - look.px(sizes.PAD)
    if len(card.sheets) > 1:
        centre = (rect.centerx, bottom - mark_height(look) // 2)
        _draw_page_mark(surface, look, (page + 1, len(card.sheets)), centre, arrows)
        bottom -= mark_height(look)
    if card.foot and page == len(card.sheets) - 1:
        _draw_foot(
            surface, look, card, card.foot, (rect.left + look.px(sizes.PAD), bottom - card.foot.height)
        )


def _draw_band(surface: pygame.Surface, look: Look, card: CardLayout, rect: pygame.Rect) -> None:
    face, theme, pad = card.face, look.theme, look.px(sizes.PAD)
    tint, plain = theme.kinds[face.kind], look.settings.high_contrast
    ground = band(face.kind, (rect.width, card.band_height), tint.deep, look.px(RADIUS), plain)
    box = surface.blit(ground, rect)
    size = look.px(sizes.SIGN)
    sign = icon(tint.icon, size, theme.white) if plain else picture(f"cards/sign-{face.kind}", (size, size))
    surface.blit(sign, sign.get_rect(midleft=(box.left + pad, box.centery)))
    left = box.left + pad + size + look.px(sizes.BESIDE_SIGN)
    top = box.top + (box.height - card.band.height - card.title.height) // 2
    card.band.draw(surface, look, (left, top), theme.white)
    card.title.draw(surface, look, (left, top + card.band.height), theme.white)
    right = box.right - pad
    if card.badge and face.stage:
        place = badge(face.stage, card.badge, theme.white, tint.deep)
        at = place.get_rect(midright=(right, box.centery))
        at.top = max(at.top, box.top + look.px(8))
        right = surface.blit(place, at).left - pad // 2
    for number, pillar in enumerate(face.pillars):
        centre = (right - look.px(sizes.PILLAR * number + 18), top + card.band.height // 2)
        _draw_pillar(surface, look, pillar, centre)


def _draw_pillar(surface: pygame.Surface, look: Look, pillar: Pillar, centre: tuple[int, int]) -> None:
    size = look.px(40)
    ground = pygame.Rect(centre[0] - size // 2, centre[1] - size // 2, size, size)
    rounded(surface, ground, look.theme.white, size // 2)
    tint = look.theme.pillars[pillar]
    sign = icon(tint.icon, look.px(28), tint.deep)
    surface.blit(sign, sign.get_rect(center=centre))


def _draw_picture(
    surface: pygame.Surface, look: Look, card: CardLayout, sheet: Sheet, rect: pygame.Rect
) -> None:
    """From edge to edge under the band."""
    assert card.face.stage
    edge = look.px(3)
    land = landscape(card.face.stage, (rect.width - 2 * edge, sheet.picture))
    surface.blit(land, (rect.left + edge, rect.top + card.band_height))
    under = rect.top + card.band_height + sheet.picture - edge
    surface.fill(look.theme.line, pygame.Rect(rect.left + edge, under, rect.width - 2 * edge, edge))


# --- words


def _draw_words(
    surface: pygame.Surface, look: Look, card: CardLayout, sheet: Sheet, corner: tuple[int, int]
) -> None:
    left, top = corner[0], corner[1] + look.px(sizes.PAD)
    tint = look.theme.kinds[card.face.kind]
    if sheet.gutter:
        low = max(block.bottom for block in sheet.blocks)
        line = pygame.Rect(left + sheet.gutter[0], top + sheet.gutter[1], look.px(2), low - sheet.gutter[1])
        surface.fill(look.theme.line, line)
    for block in sheet.blocks:
        at = (left + block.left, top + block.top)
        if block.boxed:
            _draw_box(surface, look, block, at, "box-try" if card.face.kind == "tool" else "box-talk")
            continue
        if block.number is not None:
            _draw_number(surface, look, block, at, tint.deep)
        block.words.draw(surface, look, at, look.theme.ink)


def _draw_number(
    surface: pygame.Surface, look: Look, block: Block, at: tuple[int, int], colour: tuple[int, int, int]
) -> None:
    """Draw the number of a step in a disc beside its first line."""
    px = block.words.px
    size = round(px * NUMBER)
    left = at[0] - round(px * sizes.INDENT)
    disc = pygame.Rect(left, at[1] + (look.fonts.line_height(px) - size) // 2, size, size)
    rounded(surface, disc, colour, size // 2)
    numeral = look.fonts.render(str(block.number), round(px * NUMERAL), look.theme.white, bold=True)
    surface.blit(numeral, numeral.get_rect(center=disc.center))


def _draw_box(surface: pygame.Surface, look: Look, block: Block, at: tuple[int, int], sign: str) -> None:
    """Draw words on sand; the sign goes before their heading."""
    words, pad = block.words, (look.px(sizes.BOX_PAD[0]), look.px(sizes.BOX_PAD[1]))
    box = pygame.Rect(*at, words.width + 2 * pad[0], boxed_height(look, words))
    rounded(surface, box, look.theme.sand, look.px(16))
    left, top = box.left + pad[0], box.top + pad[1]
    size = round(words.px * SIGN_IN_BOX)
    indent = size + words.px // 3
    (_, heading), *_ = words.lines
    if heading.runs and heading.runs[0].colour == HEADING_TONE and heading.width + indent <= words.width:
        drawn = picture(f"cards/{sign}", (size, size), look.theme.sand_deep)
        surface.blit(drawn, (left, top + (look.fonts.line_height(words.px) - size) // 2))
        first = Page(words.lines[:1], words.px, words.width, words.height)
        first.draw(surface, look, (left + indent, top), look.theme.ink)
        words = Page(words.lines[1:], words.px, words.width, words.height)
    words.draw(surface, look, (left, top), look.theme.ink)


def _draw_foot(
    surface: pygame.Surface, look: Look, card: CardLayout, foot: Page, at: tuple[int, int]
) -> None:
    line = pygame.Rect(at[0], at[1] - look.px(sizes.ABOVE_FOOT) // 2, foot.width, look.px(2))
    surface.fill(look.theme.line, line)
    foot.draw(surface, look, at, look.theme.muted)
    for top, words in foot.lines:
        left = at[0]
        for run in words.runs:
            if is_holders(run):
                _draw_holders(surface, look, dict(card.face.holders), run, foot.px, (left, at[1] + top))
            left += look.fonts.width(run.text, foot.px, run.bold)


def _draw_holders(
    surface: pygame.Surface,
    look: Look,
    colours: Mapping[str, Colour],
    run: Run,
    px: int,
    at: tuple[int, int],
) -> None:
    """Draw each letter of a run on a disc in the colour of its team."""
    high = look.fonts.line_height(px)
    size = high * 15 // 16
    for place, letter in enumerate(run.text):
        if letter in colours:
            before = look.fonts.width(run.text[:place], px, run.bold)
            drawn = look.fonts.render(letter, px, look.theme.text_on(colours[letter]), bold=True)
            centre = (at[0] + before + drawn.get_width() // 2, at[1] + high // 2)
            disc(surface, look, centre, size, colours[letter])
            surface.blit(drawn, drawn.get_rect(center=centre))


def page_mark(look: Look, card: pygame.Rect) -> pygame.Rect:
    """Return the place round the number of the page on a card: nothing else is drawn there."""
    edge = look.px(12)
    top = card.bottom - look.px(sizes.PAD) - mark_height(look) + edge
    return pygame.Rect(card.left + edge, top, card.width - 2 * edge, card.bottom - edge - top)


def _draw_page_mark(
    surface: pygame.Surface, look: Look, mark: tuple[int, int], centre: tuple[int, int], arrows: bool
) -> None:
    """Draw which page of how many this is, with arrows to the others."""
    page, count = mark
    ink = look.theme.ink
    words = look.fonts.render(f"{page} / {count}", look.text(Size.LABEL), ink, bold=True)
    surface.blit(words, words.get_rect(center=centre))
    reach = words.get_width() // 2 + look.px(40)
    for side, name, other in ((-1, "arrow-left", page - 1), (1, "arrow-right", page + 1)):
        if arrows and 1 <= other <= count:
            sign = icon(name, look.px(32), ink)
            surface.blit(sign, sign.get_rect(center=(centre[0] + side * reach, centre[1])))
