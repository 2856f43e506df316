"""One card, drawn with pygame: for the window, and later for the preview and print.

challenge_face(card, deck, tr), tool_face(card, tr), experience_face(card, tr) -> Face   the words of a card
story_face(card, words, tr) -> Face              what a team did with it
lay_out_card(look, face, size) -> CardLayout     its words in a rectangle: they wrap, shrink, then turn pages
draw_card(surface, look, layout, topleft, page)  draws one page of it
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from booster import card_sizes as sizes
from booster.decks.model import Challenge, Deck, Experience, Kind, Pillar, Tool
from booster.language import Translator
from booster.names import kind_name, stage_name
from booster.window.art import picture
from booster.window.icons import icon
from booster.window.paint import panel, rounded
from booster.window.text import Look, Page, Run, Words, as_runs, fit, paginate
from booster.window.theme import (
    Size,
)

UNLIMITED = 10**6
CORNER_OPACITY = 140  # of 255: words are read on it
SMALLEST_PX = 6  # a title never fills more than its band


@dataclass(frozen=True, slots=True)
class Face:
    """The words of a card: its band, its paragraphs, what to talk about in a box, its small print."""

    kind: str
    band: str
    title: str
    body: tuple[Words, ...]
    aside: tuple[str, str] | None
    foot: tuple[str, ...]
    pillars: tuple[Pillar, ...] = ()

    @property
    def text(self) -> str:
        """All words in the order of reading."""
        body = ("".join(run.text for run in as_runs(words)) for words in self.body)
        return "\n".join((self.band, self.title, *body, *(self.aside or ()), *self.foot))


@dataclass(frozen=True, slots=True)
class _Block:
    """Laid out words, `left` and `top` pixels inside the card under its band; `boxed` on a ground of sand."""

    left: int
    top: int
    words: Page
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class CardLayout:
    """A card laid out for a size in pixels."""

    face: Face
    size: tuple[int, int]
    band: Page
    title: Page
    band_height: int
    foot: Page | None
    pages: tuple[tuple[_Block, ...], ...]


def challenge_face(card: Challenge, deck: Deck, tr: Translator) -> Face:
    """Return what a team reads before it chooses: never the notes, nor what follows a response (R6)."""
    useful = " · ".join(deck.tool(tool).title for tool in card.helped_by)
    foot = (tr("Useful here: {tools}", tools=useful),) if useful else ()
    return Face(
        kind="challenge",
        band=_band(kind_name("challenge", tr), stage_name(card.stage, tr)),
        title=card.title,
        body=(card.situation,),
        aside=(tr("Talk about it"), card.talk),
        foot=(*foot, *_source(card.source, tr)),
    )


def tool_face(card: Tool, tr: Translator) -> Face:
    """Return a method: what it is, its steps, when it helps, its limit, one minute to try it (R8)."""
    steps: list[Words] = [(Run(f"{n}. ", bold=True), Run(step)) for n, step in enumerate(card.steps, 1)]
    sides = ((tr("When:"), card.when), (tr("Limit:"), card.limit))
    notes: list[Words] = [(Run(f"{lead} ", bold=True), Run(words)) for lead, words in sides if words]
    return Face(
        kind="tool",
        band=_band(kind_name("tool", tr), stage_name(card.stage, tr)),
        title=card.title,
        body=(card.what, *steps, *notes),
        aside=(tr("Try it now"), card.try_) if card.try_ else None,
        foot=_source(card.source, tr),
    )


def experience_face(card: Experience, tr: Translator) -> Face:
    """Return what people who did it learned, and their advice (R10)."""
    advice = (Run(tr("Advice:") + " ", bold=True, colour="experience"), Run(card.advice, bold=True))
    return Face(
        kind="experience",
        band=_band(tr("Experience"), stage_name(card.stage, tr)),
        title=card.title,
        body=((Run(card.who, bold=True, colour="experience"),), card.story, advice),
        aside=(tr("Talk about it"), card.ask) if card.ask else None,
        foot=_source(card.source, tr),
        pillars=card.pillars,
    )


def story_face(card: Challenge | Tool, words: tuple[Words, ...], tr: Translator) -> Face:
    """Return what a team did with a card, under the band of that card."""
    kind: Kind = "challenge" if isinstance(card, Challenge) else "tool"
    band = _band(kind_name(kind, tr), stage_name(card.stage, tr))
    return Face(kind=kind, band=band, title=card.title, body=words, aside=None, foot=())


def _band(kind: str, stage: str) -> str:
    return f"{kind.upper()} · {stage}"


def _source(source: str | None, tr: Translator) -> tuple[str, ...]:
    return (tr("Source: {source}", source=source),) if source else ()


def lay_out_card(look: Look, face: Face, size: tuple[int, int]) -> CardLayout:
    """Return a card laid out in `size` pixels: on one page if its words fit at 30 design pixels or more."""
    pad = _pad(look)
    inner = max(1, size[0] - 2 * pad)
    band, title, band_height = _lay_out_band(look, face, size)
    room = max(1, size[1] - band_height - 2 * pad)
    foot = _lay_out_foot(look, face, inner)
    body = face.body
    if foot and foot.height > sizes.MOST_OF_FOOT * room:
        body, foot = (*body, *face.foot), None
    if foot:
        room = max(1, room - foot.height - pad // 2)
    pages = _lay_out_pages(look, body, face.aside, (inner, room))
    return CardLayout(face, size, band, title, band_height, foot, pages)


def draw_card(
    surface: pygame.Surface, look: Look, card: CardLayout, topleft: tuple[int, int], page: int = 0
) -> None:
    """Draw one page of a card with its top left corner at `topleft`."""
    rect = pygame.Rect(topleft, card.size)
    panel(surface, rect, look.theme.white, look.theme.line, look.px(24), look.px(2))
    _draw_corner(surface, look, card, rect)
    _draw_band(surface, look, card, rect)
    left, top = rect.left + _pad(look), rect.top + card.band_height + _pad(look)
    for block in card.pages[page]:
        if block.boxed:
            _draw_box(surface, look, block, left + block.left, top)
        else:
            block.words.draw(surface, look, (left + block.left, top + block.top), look.theme.ink)
    bottom = rect.bottom - _pad(look)
    if card.foot:
        card.foot.draw(surface, look, (left, bottom - card.foot.height), look.theme.muted)
        bottom -= card.foot.height + _pad(look) // 2
    if len(card.pages) > 1:
        _draw_page_mark(surface, look, card, page, (rect.centerx, bottom - _mark_height(look) // 2))


def _pad(look: Look) -> int:
    return look.px(sizes.PAD)


def _mark_height(look: Look) -> int:
    return max(look.px(sizes.PAGE_MARK), look.line_height(Size.LABEL))


# --- laying out


def _lay_out_band(look: Look, face: Face, size: tuple[int, int]) -> tuple[Page, Page, int]:
    pad = _pad(look)
    width = max(1, size[0] - 2 * pad - _sign_size(look) - look.px(sizes.BESIDE_SIGN))
    label = look.text(Size.LABEL)
    pillars = (look.px(sizes.PILLAR) * len(face.pillars)) if face.pillars else 0
    band = fit(look.fonts, (face.band,), (max(1, width - pillars), size[1] // 6), label, SMALLEST_PX)[0]
    height = max(look.line_height(Size.HEADING), size[1] // 5)
    title = fit(look.fonts, (face.title,), (width, height), look.text(Size.HEADING), SMALLEST_PX, bold=True)[
        0
    ]
    return (
        band,
        title,
        max(look.px(sizes.LEAST_BAND), band.height + title.height + 2 * look.px(sizes.BAND_PAD)),
    )


def _sign_size(look: Look) -> int:
    return look.px(sizes.SIGN)


def _lay_out_foot(look: Look, face: Face, width: int) -> Page | None:
    if not face.foot:
        return None
    return paginate(look.fonts, face.foot, look.px(Size.LABEL), (width, UNLIMITED), look.px(sizes.FOOT_GAP))[
        0
    ]


def _lay_out_pages(
    look: Look, body: Sequence[Words], aside: tuple[str, str] | None, box: tuple[int, int]
) -> tuple[tuple[_Block, ...], ...]:
    """One page at the largest size that fits, else two, else as many as needed at the smallest."""
    largest, smallest = look.text(Size.CARD_BODY), look.px(Size.BODY)
    for px in range(largest, smallest - 1, -1):
        splits = range(len(body)) if box[0] >= look.text(sizes.TWO_COLUMNS) else range(1)
        for split in splits:
            page = _lay_out_columns(look, (body[:split], body[split:]), aside, px, box)
            if page:
                return (page,)
    for px in range(largest, smallest - 1, -1):
        pages = _turn_pages(look, body, aside, px, (box[0], max(1, box[1] - _mark_height(look))))
        if len(pages) == 2:
            break
    return pages


def _lay_out_columns(
    look: Look,
    columns: tuple[Sequence[Words], Sequence[Words]],
    aside: tuple[str, str] | None,
    px: int,
    box: tuple[int, int],
) -> tuple[_Block, ...] | None:
    """Two columns (or one, if the first is empty), the box under the second; None if they do not fit."""
    first = columns[0]
    between = 2 * _pad(look)
    width = (box[0] - between) // 2 if first else box[0]
    left = width + between if first else 0
    pages = [paginate(look.fonts, words, px, (width, UNLIMITED), _gap(look, px))[0] for words in columns]
    boxed = _lay_out_aside(look, aside, px, (width, UNLIMITED))
    high = pages[1].height + sum(_boxed_height(look, page) + _gap(look, px) for page in boxed)
    if max(pages[0].height, high) > box[1]:
        return None
    blocks = (_Block(0, 0, pages[0]), _Block(left, 0, pages[1])) if first else (_Block(0, 0, pages[1]),)
    return (*blocks, *_at_the_bottom(look, boxed, left, box[1]))


def _turn_pages(
    look: Look, body: Sequence[Words], aside: tuple[str, str] | None, px: int, box: tuple[int, int]
) -> tuple[tuple[_Block, ...], ...]:
    pages = [(_Block(0, 0, page),) for page in paginate(look.fonts, body, px, box, _gap(look, px))]
    boxed = _lay_out_aside(look, aside, px, box)
    if not boxed:
        return tuple(pages)
    room = box[1] - pages[-1][0].words.height - _gap(look, px)
    if len(boxed) == 1 and _boxed_height(look, boxed[0]) <= room:
        return (*pages[:-1], (*pages[-1], *_at_the_bottom(look, boxed, 0, box[1])))
    return (*pages, *((_Block(0, 0, page, boxed=True),) for page in boxed))


def _lay_out_aside(
    look: Look, aside: tuple[str, str] | None, px: int, box: tuple[int, int]
) -> tuple[Page, ...]:
    if aside is None:
        return ()
    heading, text = aside
    inside = (max(1, box[0] - 2 * look.px(sizes.BOX_PAD[0])), max(1, box[1] - 2 * look.px(sizes.BOX_PAD[1])))
    paragraphs = ((Run(heading, bold=True, colour="sand_deep"),), text)
    return paginate(look.fonts, paragraphs, px, inside, 0)


def _at_the_bottom(look: Look, boxed: Sequence[Page], left: int, bottom: int) -> tuple[_Block, ...]:
    return tuple(_Block(left, bottom - _boxed_height(look, page), page, boxed=True) for page in boxed)


def _boxed_height(look: Look, page: Page) -> int:
    return page.height + 2 * look.px(sizes.BOX_PAD[1])


def _gap(look: Look, px: int) -> int:
    return look.fonts.line_height(px) // 3


# --- drawing


def _draw_band(surface: pygame.Surface, look: Look, card: CardLayout, rect: pygame.Rect) -> None:
    tint, edge, radius = look.theme.kinds[card.face.kind], look.px(2), look.px(24)
    band = pygame.Rect(rect.left, rect.top, rect.width, card.band_height)
    rounded(surface, pygame.Rect(band.left, band.top, band.width, band.height - radius), tint.deep, radius)
    surface.fill(tint.deep, pygame.Rect(band.left, band.top + radius, band.width, band.height - radius))
    surface.fill(tint.deep, pygame.Rect(band.left, band.bottom - edge, band.width, edge))
    sign = icon(tint.icon, _sign_size(look), look.theme.white)
    surface.blit(sign, sign.get_rect(midleft=(band.left + _pad(look), band.centery)))
    left = band.left + _pad(look) + _sign_size(look) + look.px(sizes.BESIDE_SIGN)
    top = band.top + (band.height - card.band.height - card.title.height) // 2
    card.band.draw(surface, look, (left, top), look.theme.white)
    card.title.draw(surface, look, (left, top + card.band.height), look.theme.white)
    for number, pillar in enumerate(card.face.pillars):
        centre = (band.right - _pad(look) - look.px(sizes.PILLAR * number + 18), top + card.band.height // 2)
        _draw_pillar(surface, look, pillar, centre)


def _draw_corner(surface: pygame.Surface, look: Look, card: CardLayout, rect: pygame.Rect) -> None:
    """Draw the quiet ornament of the kind under the words; it would only be in the way at high contrast."""
    if look.settings.high_contrast:
        return
    side = min(rect.width * 27 // 100, (rect.height - card.band_height) * 4 // 10)
    drawn = picture(f"cards/corner-{card.face.kind}", (side, side), opacity=CORNER_OPACITY)
    edge = look.px(10)
    surface.blit(drawn, drawn.get_rect(bottomright=(rect.right - edge, rect.bottom - edge)))


def _draw_pillar(surface: pygame.Surface, look: Look, pillar: Pillar, centre: tuple[int, int]) -> None:
    size = look.px(40)
    ground = pygame.Rect(centre[0] - size // 2, centre[1] - size // 2, size, size)
    rounded(surface, ground, look.theme.white, size // 2)
    tint = look.theme.pillars[pillar]
    sign = icon(tint.icon, look.px(28), tint.deep)
    surface.blit(sign, sign.get_rect(center=centre))


def _draw_box(surface: pygame.Surface, look: Look, block: _Block, left: int, top: int) -> None:
    box = pygame.Rect(
        left,
        top + block.top,
        block.words.width + 2 * look.px(sizes.BOX_PAD[0]),
        _boxed_height(look, block.words),
    )
    rounded(surface, box, look.theme.sand, look.px(16))
    block.words.draw(
        surface,
        look,
        (box.left + look.px(sizes.BOX_PAD[0]), box.top + look.px(sizes.BOX_PAD[1])),
        look.theme.ink,
    )


def _draw_page_mark(
    surface: pygame.Surface, look: Look, card: CardLayout, page: int, centre: tuple[int, int]
) -> None:
    ink, words = look.theme.ink, f"{page + 1} / {len(card.pages)}"
    count = look.fonts.render(words, look.text(Size.LABEL), ink, bold=True)
    surface.blit(count, count.get_rect(center=centre))
    reach = count.get_width() // 2 + look.px(40)
    for side, name, other in ((-1, "arrow-left", page - 1), (1, "arrow-right", page + 1)):
        if 0 <= other < len(card.pages):
            sign = icon(name, look.px(32), ink)
            surface.blit(sign, sign.get_rect(center=(centre[0] + side * reach, centre[1])))
