import os
from collections.abc import Iterator

os.environ["SDL_VIDEODRIVER"] = "dummy"

import pygame
import pytest
from at_the_table import core, wordy
from hypothesis import given
from hypothesis import strategies as st

from booster.card_face import Face, challenge_face, draw_card, experience_face, lay_out_card, tool_face
from booster.language import translator
from booster.paths import assets_folder
from booster.window.app import open_display
from booster.window.text import Fonts, Look, clean
from booster.window.theme import Scale, Size

EN = translator("en")


@pytest.fixture(scope="module")
def look() -> Iterator[Look]:
    open_display(EN)
    window = pygame.Window("cards", (320, 200))
    window.get_surface()
    yield Look(Scale(1920, 1080), Fonts(assets_folder() / "fonts"))
    window.destroy()


def words_on(look: Look, face: Face, size: tuple[int, int]) -> str:
    """All words that the pages of a card show, without spaces: lines break anywhere."""
    card = lay_out_card(look, face, size)
    pages = [card.band, card.title, *(block.words for page in card.pages for block in page)]
    if card.foot:
        pages.append(card.foot)
    return "".join(line.text for page in pages for _, line in page.lines).replace(" ", "")


def every_face() -> list[Face]:
    deck = wordy(core())
    return [
        *(challenge_face(card, deck, EN) for card in deck.challenges),
        *(tool_face(card, EN) for card in deck.tools),
        *(experience_face(card, EN) for card in deck.experiences),
    ]


@pytest.mark.parametrize("size", [(860, 840), (560, 420), (1200, 840)])
def test_no_word_of_a_card_is_lost_and_none_stands_outside(look: Look, size: tuple[int, int]) -> None:
    for face in every_face()[::7]:
        shown = words_on(look, face, size)
        for words in face.text.split("\n"):
            assert clean(words).replace(" ", "") in shown
        card = lay_out_card(look, face, size)
        room = size[1] - card.band_height - (card.foot.height if card.foot else 0)
        assert all(block.top + block.words.height <= room for page in card.pages for block in page), (
            face.title
        )


@given(text=st.text(alphabet="abc é’ \n", min_size=1, max_size=3000))
def test_a_text_of_any_length_finds_room(look: Look, text: str) -> None:
    face = Face("challenge", "CHALLENGE", "Title", (text,), ("Talk", text), ("Source: a book",))
    card = lay_out_card(look, face, (600, 500))
    assert all(
        block.top + block.words.height <= 500 - card.band_height for page in card.pages for block in page
    )


def test_the_words_of_a_card_are_30_pixels_or_more_on_a_1080p_projector(look: Look) -> None:
    for face in every_face()[::5]:
        for page in lay_out_card(look, face, (860, 840)).pages:
            assert all(block.words.px >= Size.BODY for block in page)


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
