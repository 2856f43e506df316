"""The picture of the distributions: an SVG written by hand, for a page, a report or a wall."""

from collections.abc import Iterator, Mapping
from html import escape

from booster.balance.figures import Figures, Spread
from booster.decks.model import Pillar
from booster.language import Translator
from booster.names import pillar_name, preset_name

WIDTH, HEIGHT = 1000, 540

_INK, _PAPER, _BAR, _MIDDLE = "#22303C", "#FDF8EE", "#7A4B94", "#F5C542"
_COLOURS: Mapping[Pillar, str] = {"ecology": "#009E73", "economy": "#E69F00", "social": "#0072B2"}

_LEFT, _RIGHT = 60, 530
"""Where the two histograms begin."""
_ACROSS, _BASE, _UP = 410, 370, 200
_WIDEST_BAR = 40
_SHARES_TOP = 450
_LONGEST_TITLE = 60


def as_svg(figures: Figures, title: str, tr: Translator) -> str:
    """Return the picture, under the deck's title: points, experience cards, and the share of each pillar."""
    preset = preset_name(figures.preset, tr)
    played = tr.plural(
        "{n} game of simulated teams, length {preset}",
        "{n} games of simulated teams, length {preset}",
        figures.games,
        preset=preset,
    )
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' font-family="Noto Sans, sans-serif" font-size="18" fill="{_INK}">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PAPER}"/>',
        _text(_LEFT, 45, _cut(title), size=26, bold=True),
        _text(_LEFT, 74, played),
        *_histogram(_LEFT, tr("Points of a team at the end"), figures.points["all"], tr),
        *_histogram(_RIGHT, tr("Experience cards of a team"), figures.experiences["all"], tr),
        *_shares(figures, tr),
        "</svg>",
        "",
    )
    return "\n".join(lines)


def _histogram(left: float, title: str, spread: Spread, tr: Translator) -> Iterator[str]:
    """Yield a bar for each number, those from the 5th to the 95th percentile full, the median marked."""
    yield _text(left, 120, title, size=20, bold=True)
    yield _text(
        left,
        147,
        tr(
            "median {median}, nine in ten from {low} to {high}",
            median=spread.median,
            low=spread.low,
            high=spread.high,
        ),
    )
    first, last = min(spread.counts), max(spread.counts)
    step = min(_ACROSS / (last - first + 1), _WIDEST_BAR)
    tallest = max(spread.counts.values())
    labelled = -(-(last - first + 1) // 12)
    for number in range(first, last + 1):
        x, up = left + (number - first) * step, _UP * spread.counts.get(number, 0) / tallest
        colour = _MIDDLE if number == spread.median else _BAR
        pale = "" if spread.low <= number <= spread.high else ' opacity="0.4"'
        yield (
            f'<rect x="{x + step * 0.08:.1f}" y="{_BASE - up:.1f}"'
            f' width="{step * 0.84:.1f}" height="{up:.1f}" fill="{colour}"{pale}/>'
        )
        if (number - first) % labelled == 0:
            yield _text(x + step / 2, _BASE + 24, str(number), middle=True)
    yield f'<path d="M{left} {_BASE}h{_ACROSS}" stroke="{_INK}" stroke-width="2"/>'


def _shares(figures: Figures, tr: Translator) -> Iterator[str]:
    """Yield one long bar, cut by the share of each pillar, and what its colours mean."""
    yield _text(_LEFT, _SHARES_TOP - 14, tr("Points by pillar"), size=20, bold=True)
    whole, x = _RIGHT + _ACROSS - _LEFT, float(_LEFT)
    for index, (pillar, percent) in enumerate(figures.pillars.items()):
        colour, width = _COLOURS[pillar], whole * percent / 100
        yield f'<rect x="{x:.1f}" y="{_SHARES_TOP}" width="{width:.1f}" height="30" fill="{colour}"/>'
        x += width
        meaning, below = _LEFT + index * whole / len(figures.pillars), _SHARES_TOP + 48
        words = tr("{pillar} {percent}%", pillar=pillar_name(pillar, tr), percent=round(percent))
        yield f'<rect x="{meaning:.1f}" y="{below}" width="18" height="18" fill="{colour}"/>'
        yield _text(meaning + 28, below + 15, words)


def _cut(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def _text(
    x: float,
    y: float,
    words: str,
    *,
    size: int = 18,
    bold: bool = False,
    middle: bool = False,
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    anchor = ' text-anchor="middle"' if middle else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{_INK}"{weight}{anchor}>'
        f"{escape(words)}</text>"
    )
