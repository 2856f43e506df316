import itertools
from functools import cache

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from booster.paths import assets_folder
from booster.typography import NO_BREAK_SPACE, clean
from booster.window.text import Align, Fonts, Look, Run, fit, paginate, wrap
from booster.window.text import fonts as fonts_module
from booster.window.theme import STANDARD, Scale, Size

ENGLISH = "abcdefghijklmnopqrstuvwxyz"
FRENCH = ENGLISH + "àâæçéèêëîïôœùûüÿ"
SIGNS = "0123456789 .,;:!?'\"()[]/&%@#*+-=<>_€−–—’‘“”«»…·•×°\u00a0"
OTHERS = "ñõãşșțčćđšžłøåäößıáíóúαβγδεζηθικλμνξοπρστυφχψωάέήίόύώ"

LETTERS = st.sampled_from(FRENCH + FRENCH.upper() + "’-,.«»…")
WORD = st.text(LETTERS, min_size=1, max_size=30)
SPACE = st.sampled_from([" ", " ", " ", "  ", NO_BREAK_SPACE, "\u202f", "\n"])
TEXT = st.lists(st.tuples(WORD, SPACE), max_size=25).map(lambda pairs: "".join(w + s for w, s in pairs))
RUNS = st.lists(st.builds(Run, TEXT, st.booleans()), min_size=1, max_size=4).map(tuple)
WIDTH = st.integers(120, 900)
SIZES = st.integers(18, 60)


@cache
def shared_fonts() -> Fonts:
    """The fonts of the properties: hypothesis runs many examples inside one test."""
    return Fonts(assets_folder() / "fonts")


def solid(text: str) -> str:
    """The text without what a line break may take away."""
    return "".join(text.split())


@given(TEXT, WIDTH, SIZES, st.booleans())
def test_no_line_is_wider_than_the_box_and_all_words_are_kept(
    text: str, width: int, px: int, bold: bool
) -> None:
    lines = wrap(shared_fonts(), text, px, width, bold)
    assert all(line.width <= width for line in lines)
    assert "".join(solid(line.text) for line in lines) == solid(clean(text))


@given(RUNS, WIDTH, SIZES)
def test_mixed_styles_wrap_as_one_paragraph(runs: tuple[Run, ...], width: int, px: int) -> None:
    lines = wrap(shared_fonts(), runs, px, width)
    assert all(line.width <= width for line in lines)
    for bold in (False, True):
        kept = "".join(solid(run.text) for line in lines for run in line.runs if run.bold is bold)
        assert kept == "".join(solid(clean(run.text)) for run in runs if run.bold is bold)


@given(TEXT, WIDTH, SIZES)
def test_a_measured_line_is_as_wide_as_the_drawn_one(text: str, width: int, px: int) -> None:
    fonts = shared_fonts()
    for line in wrap(fonts, text, px, width):
        drawn = sum(fonts.render(run.text, px, STANDARD.ink, run.bold).get_width() for run in line.runs)
        assert drawn == line.width


@given(st.lists(TEXT, min_size=1, max_size=4), WIDTH, st.integers(60, 500), SIZES)
def test_fit_never_cuts(paragraphs: list[str], width: int, height: int, px: int) -> None:
    fonts, floor = shared_fonts(), 18
    pages = fit(fonts, paragraphs, (width, height), px, floor, gap=10)
    for page in pages:
        assert page.height <= height
        assert all(line.width <= width for _, line in page.lines)
        tops = [top for top, _ in page.lines]
        assert tops == sorted(tops)
        assert all(b - a >= fonts.line_height(page.px) for a, b in itertools.pairwise(tops))
    kept = "".join(solid(line.text) for page in pages for _, line in page.lines)
    assert kept == "".join(solid(clean(text)) for text in paragraphs)
    assert len(pages) == 1 or pages[0].px == min(px, floor)


def test_fit_keeps_the_full_size_while_it_can(fonts: Fonts) -> None:
    (page,) = fit(fonts, ["Short."], (400, 200), 40, 20)
    assert page.px == 40


def test_fit_shrinks_before_it_pages(fonts: Fonts) -> None:
    text = "A longer text that needs some more room than there is at this size."
    (page,) = fit(fonts, [text], (400, 130), 40, 20)
    assert 20 <= page.px < 40


@given(TEXT, WIDTH, st.integers(60, 500), SIZES)
def test_what_fit_shrinks_would_not_fit_one_pixel_larger(text: str, width: int, height: int, px: int) -> None:
    fonts = shared_fonts()
    pages = fit(fonts, [text], (width, height), px, 18)
    if pages[0].px < px:
        larger = paginate(fonts, [text], pages[0].px + 1, (width, height), 0)
        assert len(larger) > 1 or larger[0].height > height


def test_fit_pages_at_the_floor(fonts: Fonts) -> None:
    pages = fit(fonts, ["word " * 200], (400, 130), 40, 20)
    assert len(pages) > 1
    assert {page.px for page in pages} == {20}


def test_a_box_lower_than_a_line_still_shows_one_line_a_page(fonts: Fonts) -> None:
    pages = paginate(fonts, ["one\ntwo\nthree"], 30, (400, 5), 0)
    assert [[line.text for _, line in page.lines] for page in pages] == [["one"], ["two"], ["three"]]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_no_break_spaces_never_break(fonts: Fonts, space: str) -> None:
    width = fonts.width("Pourquoi", 30) + 2
    lines = wrap(fonts, f"Pourquoi pas{space}?", 30, width)
    assert [line.text for line in lines] == ["Pourquoi", "pas\u00a0?"]


def test_french_punctuation_stays_with_its_word(fonts: Fonts) -> None:
    width = fonts.width("Pourquoi", 30) + 2
    lines = wrap(fonts, "Pourquoi pas ? « oui »", 30, width)
    assert [line.text for line in lines] == ["Pourquoi", "pas\u00a0?", "«\u00a0oui\u00a0»"]


def test_a_very_long_word_breaks_by_character_and_keeps_accents_on_their_letter(fonts: Fonts) -> None:
    accented = "x\N{COMBINING ACUTE ACCENT}" * 40  # has no composed form
    lines = wrap(fonts, accented, 30, 100)
    assert len(lines) > 1
    assert all(
        line.text.startswith("x") and line.text.endswith("\N{COMBINING ACUTE ACCENT}") for line in lines
    )


def test_line_feeds_break_and_empty_lines_stay(fonts: Fonts) -> None:
    assert [line.text for line in wrap(fonts, "one\n\ntwo", 30, 400)] == ["one", "", "two"]


def test_a_word_may_change_style_inside(fonts: Fonts) -> None:
    runs = (Run("Talk", bold=True), Run("ing so"))
    lines = wrap(fonts, runs, 30, fonts.width("Talk", 30, True) + fonts.width("ing", 30) + 1)
    assert [line.text for line in lines] == ["Talking", "so"]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("alphabet", [FRENCH, SIGNS, OTHERS])
def test_fonts_hold_every_character(fonts: Fonts, bold: bool, alphabet: str) -> None:
    font = fonts.font(40, bold)

    def drawn(character: str) -> bytes:
        return pygame.image.tobytes(font.render(character, True, STANDARD.ink), "RGBA")

    missing = drawn("\N{CJK UNIFIED IDEOGRAPH-4E00}")
    assert [c for c in alphabet + alphabet.upper() if drawn(c) == missing] == []


def test_words_already_drawn_are_drawn_once(fonts: Fonts) -> None:
    assert fonts.render("once", 30, STANDARD.ink) is fonts.render("once", 30, STANDARD.ink)


def test_of_the_words_drawn_only_the_latest_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    fonts = Fonts(assets_folder() / "fonts")
    first, second = (fonts.render(words, 30, STANDARD.ink) for words in ("first", "second"))
    monkeypatch.setattr(fonts_module, "RENDERED_KEPT", first.get_width() * first.get_height())
    third = fonts.render("third", 30, STANDARD.ink)
    assert fonts.render("third", 30, STANDARD.ink) is third
    assert fonts.render("second", 30, STANDARD.ink) is not second


def test_any_number_of_sizes_can_be_asked_for(fonts: Fonts) -> None:
    widths = [fonts.width("word", px, bold) for px in range(8, 300) for bold in (False, True)]
    assert len(widths) == 584
    assert fonts.width("word", 8) == widths[0]


def test_look_follows_the_window(fonts: Fonts) -> None:
    assert Look(Scale(3840, 2160), fonts).text(Size.BODY) == 2 * Look(Scale(1920, 1080), fonts).text(
        Size.BODY
    )


@pytest.mark.parametrize(("align", "left"), [("left", 0), ("centre", 1), ("right", 2)])
def test_a_page_draws_where_it_is_aligned(fonts: Fonts, align: Align, left: int) -> None:
    surface = pygame.Surface((300, 60))
    (page,) = fit(fonts, ["ab"], (300, 60), 30, 30)
    page.draw(surface, Look(Scale(1920, 1080), fonts), (0, 0), (255, 255, 255), align)
    inked = pygame.mask.from_threshold(surface, (255, 255, 255), (200, 200, 200)).get_bounding_rects()
    centre = pygame.Rect.unionall(inked[0], inked[1:]).centerx
    assert centre // 100 == left
