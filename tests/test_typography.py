"""Words as they are set: cleaned, with their French punctuation bound; and as they are compared."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from booster.typography import bind, clean, without_accents


def test_clean_composes_and_drops_what_does_not_print() -> None:
    assert clean(unicodedata.normalize("NFD", "Économie\u202f!")) == "Économie\u00a0!"
    assert clean("a\tb\r\nc\x1b[31m\u200b\u202e") == "a b\nc[31m"


@given(st.text())
@example("e\u200b\u0301")
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert all(one == "\n" or unicodedata.category(one) not in ("Cc", "Cf", "Cs") for one in cleaned)


@pytest.mark.parametrize(
    ("typed", "bound"),
    [
        ("Pourquoi pas ?", "Pourquoi pas\u00a0?"),
        ("Oui ; non : si !", "Oui\u00a0; non\u00a0: si\u00a0!"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("Nothing: here, “either”.", "Nothing: here, “either”."),
    ],
)
def test_french_punctuation_is_bound_to_its_word(typed: str, bound: str) -> None:
    assert bind(typed) == bound
    assert bind(bound) == bound


def test_words_are_compared_without_accents_and_capitals() -> None:
    assert without_accents("Boîte à OUTILS") == without_accents("boite a outils") == "boite a outils"
