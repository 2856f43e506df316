"""The room that the deck doctor foretells without pygame is the room that drawn cards take, also on paper."""

import os
from collections.abc import Iterator
from itertools import cycle, islice

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

import pygame
import pytest

from booster import card_sizes
from booster.card_face import lay_out_card
from booster.decks.check_room import MOST_PAGES
from booster.decks.foretell import foretell, in_play
from booster.decks.load import load_deck
from booster.decks.model import Card, Challenge, Deck, Experience, Tool
from booster.decks.translate import in_language
from booster.language import Translator, translator
from booster.paths import assets_folder, cards_folder
from booster.window.screens.decks.preview_words import face_of
from booster.window.text import Fonts, Look
from booster.window.theme import Scale


@pytest.fixture(scope="module")
def look() -> Iterator[Look]:
    pygame.font.init()
    yield Look(Scale(1920, 1080), Fonts(assets_folder() / "fonts"))


Deal = tuple[Deck, dict[str, str], Translator]


def deal(name: str, language: str) -> Deal:
    """A deck in a language, with the titles of its cards."""
    read = load_deck(cards_folder() / name).deck
    assert read is not None
    deck = in_language(read, language)
    return deck, {card.id: card.title for card in deck.cards.values()}, translator(language)


def pages_drawn(look: Look, card: Card, deck: Deck, tr: Translator, size: tuple[int, int]) -> int:
    return len(lay_out_card(look, face_of(card, deck, tr), size).pages)


DECKS = pytest.mark.parametrize(("name", "language"), [("core", "en"), ("core", "fr"), ("food-desert", "fr")])


@DECKS
def test_the_doctor_counts_the_pages_of_a_card_nearly_as_they_are_drawn(
    look: Look, name: str, language: str
) -> None:
    deck, titles, tr = deal(name, language)
    wrong = []
    for card in deck.cards.values():
        pages = pages_drawn(look, card, deck, tr, in_play(card))
        assert pages <= MOST_PAGES, card.id
        if foretell(card, titles, tr, in_play(card))[1] != pages:
            wrong.append(card.id)

    # A line more or less: the letters of the screen are fitted to its pixels.
    assert len(wrong) <= len(titles) / 20, wrong


@DECKS
def test_the_doctor_foretells_whether_a_card_fits_on_paper(look: Look, name: str, language: str) -> None:
    deck, titles, tr = deal(name, language)
    for card in deck.cards.values():
        assert foretell(card, titles, tr, card_sizes.PRINT)[1] == 1, card.id
        assert pages_drawn(look, card, deck, tr, card_sizes.PRINT) == 1, card.id


@pytest.mark.parametrize("kind", [Challenge, Tool, Experience])
def test_where_a_growing_card_leaves_its_side_of_paper_the_doctor_says_so(
    look: Look, kind: type[Card]
) -> None:
    """The doctor is never later than the drawing, and at most a line of words early."""
    deck, titles, tr = deal("core", "en")
    for card in [card for card in deck.cards.values() if isinstance(card, kind)][::6]:
        grown = [longer(card, words) for words in range(0, 300, 4)]
        foretold = next(
            n for n, one in enumerate(grown) if foretell(one, titles, tr, card_sizes.PRINT)[1] > 1
        )
        drawn = next(
            n for n, one in enumerate(grown) if pages_drawn(look, one, deck, tr, card_sizes.PRINT) > 1
        )
        assert drawn - 4 <= foretold <= drawn, card.id


@pytest.mark.parametrize("kind", [Challenge, Tool, Experience])
def test_what_takes_three_pages_on_the_screen_does_not_fit_on_paper(kind: type[Card]) -> None:
    deck, titles, tr = deal("core", "fr")
    first = next(card for card in deck.cards.values() if isinstance(card, kind))
    grown = [longer(first, words) for words in range(0, 800, 20)]
    long = [card for card in grown if foretell(card, titles, tr, in_play(card))[1] > MOST_PAGES]
    assert long
    assert all(foretell(card, titles, tr, card_sizes.PRINT)[1] > 1 for card in long)


def longer(card: Card, words: int) -> Card:
    """A card with this many words more in its first paragraph: the same once again, and again."""
    match card:
        case Challenge(situation=text):
            return card.model_copy(update={"situation": again(text, words)})
        case Tool(what=text):
            return card.model_copy(update={"what": again(text, words)})
        case Experience(story=text):
            return card.model_copy(update={"story": again(text, words)})


def again(text: str, words: int) -> str:
    return " ".join((text, *islice(cycle(text.split()), words)))


def test_letters_on_paper_are_as_large_as_they_are_read_in_the_hand() -> None:
    assert 11.5 <= card_sizes.points(card_sizes.LARGEST) <= 12
    assert card_sizes.points(card_sizes.BODY) >= 8.5
    assert card_sizes.points(card_sizes.SMALL_PRINT) >= 7


def test_four_cards_go_on_a_sheet_of_a4_and_printers_reach_all_of_each() -> None:
    millimetres = [side / card_sizes.PX_PER_MM for side in card_sizes.PAPER]
    assert [2 * side for side in millimetres] == [296, 210]
    margins = [
        (paper - printed) / 2 for paper, printed in zip(card_sizes.PAPER, card_sizes.PRINT, strict=True)
    ]
    assert margins == [5 * card_sizes.PX_PER_MM] * 2
