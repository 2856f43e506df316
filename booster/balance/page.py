"""The figures as a page of plain sentences, and as JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import assert_never

from booster.balance.figures import Figures, Group, Spread
from booster.balance.worth import OneResponse
from booster.decks.model import Deck
from booster.language import Translator
from booster.names import pillar_name, preset_name

MOST_NAMED = 20
"""Cards or responses named in one list of the page; the JSON has them all."""

_LONGEST_RESPONSE = 70


def as_json(figures: Figures) -> str:
    """Return all the figures, in the words of the code."""
    return json.dumps(asdict(figures), indent=2, ensure_ascii=False)


def as_text(figures: Figures, deck: Deck, tr: Translator) -> str:
    """Return the page. `deck` is the one that was played, in the language of `tr`."""
    lines = (
        _heading(figures, deck.info.title, tr),
        tr("Points of a team at the end (the median, and what nine teams in ten have):"),
        *_points(figures, tr),
        tr("Experience cards of a team: {spread}.", spread=_said(figures.experiences["all"], tr)),
        tr("Minutes that a game takes: {spread}.", spread=_said(figures.minutes, tr)),
        _shares(figures, tr),
        _helps(figures, tr),
        *_findings(figures, deck, tr),
    )
    return "\n".join(lines)


def group_name(group: Group, tr: Translator) -> str:
    """Return what the teams of a group are called."""
    match group:
        case "all":
            return tr("all teams")
        case "random":
            return tr("random teams")
        case "careful":
            return tr("careful teams (always the best total)")
        case "ecology":
            return tr("teams that put ecology first")
        case "economy":
            return tr("teams that put economy first")
        case "social":
            return tr("teams that put social first")
        case _:
            assert_never(group)


def _heading(figures: Figures, title: str, tr: Translator) -> str:
    preset = preset_name(figures.preset, tr)
    return tr.plural(
        "{deck}: {n} game of simulated teams ({teams} a game, length {preset}).",
        "{deck}: {n} games of simulated teams ({teams} a game, length {preset}).",
        figures.games,
        deck=title,
        teams=figures.teams,
        preset=preset,
    )


def _points(figures: Figures, tr: Translator) -> Iterator[str]:
    for group, spread in figures.points.items():
        yield "  " + tr("{group}: {spread}", group=group_name(group, tr), spread=_said(spread, tr))


def _said(spread: Spread, tr: Translator) -> str:
    return tr("{median} ({low} to {high})", median=spread.median, low=spread.low, high=spread.high)


def _shares(figures: Figures, tr: Translator) -> str:
    shares = (
        tr("{pillar} {percent}%", pillar=pillar_name(pillar, tr), percent=round(share))
        for pillar, share in figures.pillars.items()
    )
    return tr("Points by pillar: {shares}.", shares=", ".join(shares))


def _helps(figures: Figures, tr: Translator) -> str:
    challenges = max(figures.challenges, 1)
    return tr(
        "A tool helps in {helped}% of the challenges; in {lent}% another team lends it.",
        helped=round(100 * figures.helped / challenges),
        lent=round(100 * figures.lent / challenges),
    )


def _findings(figures: Figures, deck: Deck, tr: Translator) -> Iterator[str]:
    """Yield what to look at, or that there is nothing."""
    lists = (
        (tr("Never drawn:"), figures.never_drawn),
        (tr("Experience cards that no team got:"), figures.never_bought),
        (tr("Tools that never helped:"), figures.never_helping),
        (tr("Responses that were always locked:"), _named(figures.never_open, deck, tr)),
        (
            tr("Responses never worth it (another one always gave no less on any pillar, and more on one):"),
            _named(figures.never_worth_it, deck, tr),
        ),
        (
            tr("Responses always worth it (every other one gave less, and no more on any pillar):"),
            _named(figures.always_worth_it, deck, tr),
        ),
    )
    if not any(names for _, names in lists) and not figures.too_seldom:
        yield tr("Every card was used, and no response is always, or never, the best choice.")
    if figures.too_seldom:
        yield tr.plural(
            "{n} challenge came up too rarely to judge its responses: play more games.",
            "{n} challenges came up too rarely to judge their responses: play more games.",
            len(figures.too_seldom),
        )
    for heading, names in lists:
        if names:
            yield heading
            yield from (f"  {name}" for name in names[:MOST_NAMED])
            if len(names) > MOST_NAMED:
                yield "  " + tr.plural("and {n} more", "and {n} more", len(names) - MOST_NAMED)


def _named(responses: Sequence[OneResponse], deck: Deck, tr: Translator) -> tuple[str, ...]:
    return tuple(
        tr(
            "{card}, response {number}: {words}",
            card=one.card,
            number=one.response,
            words=_cut(deck.challenge(one.card).responses[one.response - 1].do),
        )
        for one in responses
    )


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_RESPONSE else line[: _LONGEST_RESPONSE - 1].rstrip() + "…"
