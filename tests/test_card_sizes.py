"""The room that the deck doctor foretells without pygame is the room that cards take when they are drawn."""

import os
from collections.abc import Iterator

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame
import pytest

from booster import card_sizes
from booster.card_face import Face, challenge_face, experience_face, lay_out_card, tool_face
from booster.decks.check_room import MOST_PAGES, foretell
from booster.decks.load import load_deck
from booster.decks.model import Card, Challenge, Deck, Experience, Tool
from booster.decks.translate import in_language
from booster.language import Translator, translator
from booster.paths import assets_folder, cards_folder
from booster.window.text import Fonts, Look
from booster.window.theme import Scale


@pytest.fixture(scope="module")
def look() -> Iterator[Look]:
    pygame.font.init()
    yield Look(Scale(1920, 1080), Fonts(assets_folder() / "fonts"))


def drawn(card: Card, deck: Deck, tr: Translator) -> tuple[Face, tuple[int, int]]:
    match card:
        case Challenge():
            return challenge_face(card, deck, tr), card_sizes.CHALLENGE
        case Tool():
            return tool_face(card, tr), card_sizes.TOOL
        case Experience():
            return experience_face(card, tr), card_sizes.EXPERIENCE


@pytest.mark.parametrize(("name", "language"), [("core", "en"), ("core", "fr"), ("food-desert", "fr")])
def test_the_doctor_counts_the_pages_of_a_card_nearly_as_they_are_drawn(
    look: Look, name: str, language: str
) -> None:
    read = load_deck(cards_folder() / name).deck
    assert read is not None
    deck, tr = in_language(read, language), translator(language)
    titles = {card.id: card.title for card in deck.cards.values()}
    wrong = []
    for card in deck.cards.values():
        pages = len(lay_out_card(look, *drawn(card, deck, tr)).pages)
        assert pages <= MOST_PAGES, card.id
        if foretell(card, titles, tr)[1] != pages:
            wrong.append(card.id)

    # A line more or less: the letters of the screen are fitted to its pixels.
    assert len(wrong) <= len(titles) / 8, wrong
