"""Mistakes inside brackets and braces: a comma that is missing, or the sign that closes them."""

import re

from booster.decks.broken import KEYS, Broken
from booster.decks.problems import Problem, say
from booster.decks.read import Place
from booster.language import N_

_FLOW = re.compile(r"\{[^{}]*\}")
_NO_COMMA = re.compile(rf"(?<=[^\s{{,])[ ]+(?=(?P<key>{'|'.join(sorted(KEYS))}):[ ])")
"""The gap before a key that no comma parts from what stands before it."""


def bracket(broken: Broken) -> Problem | None:
    """Return the problem of a list or keys between brackets; None where there are none."""
    opened = _opened(broken)
    if opened is None:
        return None
    return _no_comma(broken, opened) or _not_closed(broken, opened)


def _opened(broken: Broken) -> Place | None:
    if not broken.began or "flow" not in broken.words:
        return None
    line, column = broken.began
    if broken.source.lines[line][column : column + 1] in ("[", "{"):
        return broken.began
    above = ((one, broken.source.lines[one]) for one in broken.upwards())
    return next(
        ((one, at) for one, text in above if (at := max(text.rfind("["), text.rfind("{"))) >= 0), None
    )


def _no_comma(broken: Broken, opened: Place) -> Problem | None:
    line, column = opened
    flow = _FLOW.match(broken.source.lines[line], column)
    gap = _NO_COMMA.search(flow[0]) if flow else None
    if flow is None or gap is None:
        return None
    what = say(N_("A comma is missing before “{key}”."), key=gap["key"])
    fix = say(N_("type: {typed}"), typed=_NO_COMMA.sub(", ", flow[0]))
    return broken.error((line, column + gap.start()), what, fix)


def _not_closed(broken: Broken, opened: Place) -> Problem:
    line, column = opened
    sign = broken.source.lines[line][column]
    what = say(N_("The “{sign}” that opens here is not closed."), sign=sign)
    fix = say(N_("close it with “{close}”, with commas in between."), close="]" if sign == "[" else "}")
    return broken.error(opened, what, fix)
