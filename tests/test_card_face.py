import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

os.environ["SDL_VIDEODRIVER"] = "dummy"

import pygame
import pytest
from at_the_table import core, wordy
from hypothesis import given
from hypothesis import strategies as st

from booster import card_sizes
from booster.card_face import (
    CardLayout,
    Face,
    Step,
    challenge_face,
    draw_card,
    experience_face,
    lay_out_card,
    tool_face,
)
from booster.card_face.layout import LEAST_PICTURE, MOST_PAGES
from booster.card_face.setting import Block
from booster.decks.model import STAGES
from booster.language import translator
from booster.paths import assets_folder
from booster.settings import USUAL
from booster.typography import clean
from booster.window.app import open_display
from booster.window.text import Fonts, Look
from booster.window.theme import Scale, Size

EN = translator("en")


@pytest.fixture(scope="module")
def look() -> Iterator[Look]:
    open_display(EN)
    window = pygame.Window("cards", (320, 200))
    window.get_surface()
    yield Look(Scale(1920, 1080), Fonts(assets_folder() / "fonts"))
    window.destroy()


def words_on(card: CardLayout) -> str:
    """All words that the pages of a card show, without spaces: lines break anywhere."""
    pages = [card.band, card.title, *(block.words for page in card.pages for block in page)]
    if card.foot:
        pages.append(card.foot)
    return "".join(line.text for page in pages for _, line in page.lines).replace(" ", "")


def said_on(face: Face) -> list[str]:
    """The words of a card paragraph by paragraph; a step without its number, which is drawn beside it."""
    steps = {f"{step.number}. {step.words}": step.words for step in face.body if isinstance(step, Step)}
    return [steps.get(words, words) for words in face.text.split("\n")]


def faults_of(look: Look, card: CardLayout) -> list[str]:
    """Words that stand where they must not: outside the card, on a picture, on the small print, on others."""
    pad, width = look.px(card_sizes.PAD), card.size[0] - 2 * look.px(card_sizes.PAD)
    foot = card.foot.height + look.px(card_sizes.ABOVE_FOOT) if card.foot else 0
    found = []
    for number, sheet in enumerate(card.sheets, 1):
        room = card.size[1] - card.band_height - 2 * pad - (foot if number == len(card.sheets) else 0)
        places = [place_of(look, block) for block in sheet.blocks]
        found += [f"page {number}: outside" for place in places if min(place.topleft) < 0]
        found += [f"page {number}: on the picture" for place in places if place.top < sheet.picture]
        found += [f"page {number}: too wide" for place in places if place.right > width]
        found += [f"page {number}: too low" for place in places if place.bottom > room]
        found += [
            f"page {number}: one on the other"
            for one, other in combinations(places, 2)
            if one.colliderect(other)
        ]
    return found


def place_of(look: Look, block: Block) -> pygame.Rect:
    """Where a block stands under the band, with its box around it."""
    wide, high = (look.px(pad) for pad in card_sizes.BOX_PAD) if block.boxed else (0, 0)
    return pygame.Rect(block.left, block.top, block.words.width + 2 * wide, block.words.height + 2 * high)


def every_face() -> list[Face]:
    deck = wordy(core())
    return [
        *(challenge_face(card, deck, EN) for card in deck.challenges),
        *(tool_face(card, EN) for card in deck.tools),
        *(experience_face(card, EN) for card in deck.experiences),
    ]


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", [(860, 840), (560, 420), (1200, 840), card_sizes.PRINT])
def test_no_word_of_a_card_is_lost_and_none_stands_in_the_way(
    look: Look, size: tuple[int, int], percent: int
) -> None:
    look = Look(Scale(1920, 1080, percent), look.fonts)
    for face in every_face()[::7]:
        card = lay_out_card(look, face, size)
        shown = words_on(card)
        assert [words for words in said_on(face) if clean(words).replace(" ", "") not in shown] == []
        assert faults_of(look, card) == [], face.title


@given(text=st.text(alphabet="abc é’ \n", min_size=1, max_size=3000))
def test_a_text_of_any_length_finds_room(look: Look, text: str) -> None:
    face = Face("challenge", "CHALLENGE", "Title", (text,), ("Talk", text), ("Source: a book",))
    assert faults_of(look, lay_out_card(look, face, (600, 500))) == []


def test_the_words_of_a_card_are_30_pixels_or_more_on_a_1080p_projector(look: Look) -> None:
    for face in every_face()[::5]:
        for page in lay_out_card(look, face, (860, 840)).pages:
            assert all(block.words.px >= Size.BODY for block in page)


@pytest.mark.parametrize(("sentences", "pages"), [(5, 2), (11, 3)])
def test_words_follow_the_text_setting_and_turn_pages_for_it(look: Look, sentences: int, pages: int) -> None:
    large = Look(Scale(1920, 1080, 150), look.fonts)
    face = replace(short_face(), body=("Nobody comes to the meetings in the old school. " * sentences,))
    card = lay_out_card(large, face, (1012, 793))
    assert len(card.pages) == pages
    assert all(block.words.px >= card_sizes.NEARLY_BODY * 1.5 - 1 for page in card.pages for block in page)


def test_words_shrink_below_the_text_setting_rather_than_take_a_fourth_page(look: Look) -> None:
    large = Look(Scale(1920, 1080, 150), look.fonts)
    face = replace(short_face(), body=("Nobody comes to the meetings in the old school. " * 22,))
    card = lay_out_card(large, face, (1012, 793))
    assert len(card.pages) == MOST_PAGES
    assert Size.BODY <= card.pages[0][0].words.px < card_sizes.NEARLY_BODY * 1.5 - 1


def test_few_words_are_larger_than_many(look: Look) -> None:
    few, many = (
        lay_out_card(look, replace(story, body=("Nobody comes to the meetings. " * count,)), (1012, 793))
        for story in (challenge_face(core().challenges[0], core(), EN),)
        for count in (3, 12)
    )
    assert few.pages[0][0].words.px > many.pages[0][0].words.px
    assert few.pages[0][0].words.px <= card_sizes.LARGEST


# --- pictures


def short_face() -> Face:
    """A card with few words."""
    return replace(challenge_face(core().challenges[0], core(), EN), body=("Few words.",), foot=())


def test_a_card_with_room_left_has_a_picture_of_its_stage(look: Look) -> None:
    face = short_face()
    drawn = []
    for stage in STAGES:
        card = lay_out_card(look, replace(face, stage=stage), (900, 800))
        assert card.sheets[0].picture >= LEAST_PICTURE
        surface = pygame.Surface((900, 800))
        draw_card(surface, look, card, (0, 0))
        under_the_band = surface.subsurface((0, card.band_height, 900, LEAST_PICTURE))
        drawn.append(pygame.image.tobytes(under_the_band, "RGB"))
    assert len(set(drawn)) == len(STAGES)


def test_a_picture_never_takes_room_from_words(look: Look) -> None:
    for face in every_face()[::5]:
        for size in ((1012, 793), card_sizes.PRINT):
            with_picture = lay_out_card(look, face, size)
            without = lay_out_card(look, replace(face, stage=None), size)
            assert [[(block.left, block.words) for block in page] for page in with_picture.pages] == [
                [(block.left, block.words) for block in page] for page in without.pages
            ]


def test_without_room_for_a_picture_the_place_of_the_stage_stands_in_the_band(look: Look) -> None:
    face = replace(short_face(), title="A title", body=("Many words. " * 40,))
    card = lay_out_card(look, face, (1012, 793))
    assert card.sheets[0].picture == 0 and card.badge > 0
    assert card.badge < card.band_height + card_sizes.PAD
    title = max(line.width for _, line in card.title.lines)
    assert title + card.badge <= 1012 - 2 * card_sizes.PAD - card_sizes.SIGN - card_sizes.BESIDE_SIGN


def test_a_long_title_keeps_its_room_from_the_place_of_the_stage(look: Look) -> None:
    room = 860 - 2 * card_sizes.PAD - card_sizes.SIGN - card_sizes.BESIDE_SIGN
    letters = room // look.fonts.width("m", Size.HEADING, bold=True)
    face = replace(short_face(), title="m" * letters, body=("Many words. " * 40,))
    with_stage, without = (lay_out_card(look, one, (860, 793)) for one in (face, replace(face, stage=None)))
    assert with_stage.badge == 0
    assert with_stage.title == without.title


def test_at_high_contrast_a_card_has_no_picture(look: Look) -> None:
    plain = Look(look.scale, look.fonts, replace(USUAL, high_contrast=True))
    card = lay_out_card(plain, short_face(), (900, 800))
    assert (card.sheets[0].picture, card.badge) == (0, 0)


def test_r6_a_challenge_never_shows_the_notes_nor_what_follows() -> None:
    for card in core().challenges:
        face = challenge_face(card, core(), EN).text
        assert card.situation in face
        assert card.notes is None or card.notes not in face
        assert not any(response.then in face for response in card.responses)


def test_r8_a_tool_shows_its_steps_its_limit_and_its_source() -> None:
    for card in core().tools:
        face = tool_face(card, EN).text
        wanted = (card.what, *card.steps, card.when, card.limit, card.try_, card.source)
        assert all(words in face for words in wanted if words)


def test_the_pages_of_a_card_differ_and_stay_inside_its_rectangle(look: Look) -> None:
    face = challenge_face(wordy(core()).challenges[0], core(), EN)
    card = lay_out_card(look, face, (420, 480))
    assert len(card.pages) > 1
    pictures = []
    for page in range(len(card.pages)):
        surface = pygame.Surface((520, 580))
        surface.fill("magenta")
        draw_card(surface, look, card, (50, 50), page)
        pictures.append(pygame.image.tobytes(surface, "RGB"))
        for edge in ((0, 0, 520, 50), (0, 530, 520, 50), (0, 0, 50, 580), (470, 0, 50, 580)):
            strip = surface.subsurface(edge)
            assert set(pygame.image.tobytes(strip, "RGB")) == {255, 0}
    assert len(set(pictures)) == len(pictures)
