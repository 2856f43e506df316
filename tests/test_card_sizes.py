"""The room that the deck doctor foretells without pygame is the room that cards take when they are drawn."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame
import pytest

from booster import card_sizes
from booster.card_face import Face, challenge_face, experience_face, lay_out_card, tool_face
from booster.decks.doctor import examine_deck
from booster.decks.load import load_deck
from booster.decks.model import Card, Challenge, Deck, Experience, Tool
from booster.language import Translator, translator
from booster.paths import assets_folder, cards_folder
from booster.window.text import Fonts, Look
from booster.window.theme import Scale

FILES = {Challenge: "challenges.yaml", Tool: "tools.yaml", Experience: "experiences.yaml"}


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


@pytest.mark.parametrize("name", ["core", "food-desert"])
def test_the_doctor_counts_the_cards_of_two_pages_nearly_as_they_are_drawn(look: Look, name: str) -> None:
    deck = load_deck(cards_folder() / name).deck
    assert deck is not None
    tr, really = translator(deck.info.language), dict.fromkeys(FILES.values(), 0)
    for card in deck.cards.values():
        pages = len(lay_out_card(look, *drawn(card, deck, tr)).pages)
        assert pages <= 2, card.id
        really[FILES[type(card)]] += pages - 1

    told = {Path(one.file).name: one.what.values["n"] for one in examine_deck(cards_folder() / name).problems}

    for file, n in really.items():
        # A line more or less: the letters of the screen are fitted to its pixels.
        assert abs(int(told.get(file, 0)) - n) <= 5, (file, n, told)
