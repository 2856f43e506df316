import itertools

import pytest

from booster.window.theme import (
    HIGH_CONTRAST,
    STANDARD,
    TEAM_COLOURS,
    Colour,
    Scale,
    Size,
    Theme,
    contrast,
)

each_theme = pytest.mark.parametrize("theme", [STANDARD, HIGH_CONTRAST], ids=["standard", "high contrast"])


def test_contrast_is_wcags() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
    assert contrast((34, 48, 60), (34, 48, 60)) == 1


@each_theme
def test_all_text_reads_on_its_ground(theme: Theme) -> None:
    weak = [(text, ground) for text, ground in theme.pairs() if contrast(text, ground) < theme.least]
    assert weak == []


def test_the_high_contrast_theme_reads_at_seven_to_one_and_the_standard_one_at_four_and_a_half() -> None:
    assert (HIGH_CONTRAST.least, STANDARD.least) == (7, 4.5)


@each_theme
def test_card_body_reads_at_seven_to_one(theme: Theme) -> None:
    assert all(contrast(theme.ink, ground) >= 7 for ground in (theme.paper, theme.white))


@each_theme
def test_edges_of_what_can_be_pressed_show_at_three_to_one(theme: Theme) -> None:
    grounds = (theme.paper, theme.white, theme.accent_pale)
    assert all(contrast(theme.outline, ground) >= 3 for ground in grounds)


@each_theme
def test_every_tint_has_its_own_sign(theme: Theme) -> None:
    signs = [tint.icon for tint in (*theme.pillars.values(), *theme.kinds.values())]
    assert len(set(signs)) == len(signs)


def test_both_themes_name_the_same_tints() -> None:
    assert list(STANDARD.pillars) == list(HIGH_CONTRAST.pillars)
    assert list(STANDARD.kinds) == list(HIGH_CONTRAST.kinds)


def test_r1_twelve_team_colours_carry_their_letter() -> None:
    assert len(TEAM_COLOURS) == len({team.name for team in TEAM_COLOURS}) == 12
    for team in TEAM_COLOURS:
        assert contrast(HIGH_CONTRAST.text_on(team.colour), team.colour) >= 7


def _lab(colour: Colour) -> tuple[float, float, float]:
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    x, y, z = (
        (sum(k * c for k, c in zip(row, linear, strict=True)) / w) ** (1 / 3)
        for row, w in zip(rows, white, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_r1_team_colours_stay_apart() -> None:
    for one, other in itertools.combinations(TEAM_COLOURS, 2):
        distance = sum((a - b) ** 2 for a, b in zip(_lab(one.colour), _lab(other.colour), strict=True)) ** 0.5
        assert distance >= 28, (one.name, other.name, distance)


def test_night_is_darker_than_ink() -> None:
    assert contrast(STANDARD.night, STANDARD.white) > contrast(STANDARD.ink, STANDARD.white)


@pytest.mark.parametrize(
    ("size", "unit"),
    [
        ((1920, 1080), 1.0),
        ((3840, 2160), 2.0),
        ((1280, 720), 720 / 1080),
        ((2560, 1080), 1.0),
        ((1024, 768), 768 / 1080),
        ((800, 1080), 800 / 1440),
    ],
)
def test_scale_follows_the_height_and_the_width_of_narrow_windows(size: tuple[int, int], unit: float) -> None:
    assert Scale(*size).unit == pytest.approx(unit)


def test_scale_never_loses_a_line() -> None:
    assert Scale(1024, 600).px(1) == 1
    assert Scale(1024, 600).px(0) == 0


def test_text_setting_grows_text_alone() -> None:
    usual, large = Scale(1920, 1080), Scale(1920, 1080, 150)
    assert large.text(Size.BODY) == round(usual.text(Size.BODY) * 1.5)
    assert large.px(100) == usual.px(100)


def test_nothing_is_below_24_pixels_on_a_projector_nor_card_body_below_30() -> None:
    scale = Scale(1920, 1080)
    assert min(scale.text(size) for size in Size) >= 24
    assert scale.text(Size.CARD_BODY) >= 30
