"""Mistakes at the start of a line: a hyphen left out, another sign in its place, a line out of line."""

import re
from collections.abc import Iterator

from booster.decks.broken import KEY, KEYS, Broken, indent_of, key_column
from booster.decks.mendable import mendable
from booster.decks.model import Response
from booster.decks.problems import Problem, say
from booster.language import N_

_LIST = "responses"
"""The key whose items have keys of their own."""

_NO_SPACE = re.compile(r"[ ]*(?P<dash>-)[^\W\d_][\w-]*[ ]*:(?:[ ]|$)")
_BULLET = re.compile(
    r"[ ]*(?P<bullet>[*•·‣◦▪●○■–—−])[ \N{NO-BREAK SPACE}]*(?P<words>(?P<key>[\w-]+)[ ]*:(?:[ ].*|$))"
)


def no_space(broken: Broken) -> Problem | None:
    """Return the problem of `-key:`; None where there is none."""
    for line in broken.suspects():
        if match := _NO_SPACE.match(broken.source.lines[line]):
            text = broken.source.lines[line].strip()
            what = say(N_("A space is missing after the hyphen."))
            fix = say(N_("type: {typed}"), typed=f"- {text[1:61]}")
            problem = broken.error((line, match.start("dash")), what, fix)
            return mendable(problem, " " * match.start("dash") + f"- {text[1:]}")
    return None


def bullet(broken: Broken) -> Problem | None:
    """Return the problem of a bullet or a dash before a key, as word processors type them."""
    for line, text in _card(broken):
        match = _BULLET.match(text)
        if match and match["key"] in KEYS:
            what = say(N_("“{sign}” is not a hyphen."), sign=match["bullet"])
            problem = broken.error((line, match.start("bullet")), what, say(N_("type “- ” instead.")))
            return mendable(problem, " " * match.start("bullet") + f"- {match['words']}")
    return None


def missing(broken: Broken) -> Problem | None:
    """Return the problem of an item of `responses`, or of a card, that has lost its hyphen."""
    return _missing_first(broken) or _missing_later(broken)


def not_lined_up(broken: Broken) -> Problem | None:
    """Return the problem of a key that stands where no line of its card does."""
    text = broken.source.lines[broken.line]
    above = broken.before(broken.line)
    key = KEY.match(text)
    if above is None or key is None:
        return None
    indent = indent_of(text)
    what = say(N_("This line does not line up with the lines above."))
    columns = {_column_like(text, line) for _, line in _above(broken)} - {indent, None}
    nearest = sorted((abs(one - indent), one) for one in columns if one is not None)
    unclear = not nearest or nearest[0][0] > 2 or (len(nearest) > 1 and nearest[0][0] == nearest[1][0])
    if unclear:
        fix = say(N_("start it with as many spaces as the lines of the same list."))
    else:
        fix = say(N_("start the line with {n} spaces."), n=nearest[0][1])
    return broken.error((broken.line, indent), what, fix)


def _card(broken: Broken) -> Iterator[tuple[int, str]]:
    """The broken line and those above it, up to the start of its card, with their numbers."""
    yield broken.line, broken.source.lines[broken.line]
    yield from _above(broken)


def _above(broken: Broken) -> Iterator[tuple[int, str]]:
    for line in broken.upwards()[1:]:
        text = broken.source.lines[line]
        yield line, text
        if text.startswith("- "):
            return


def _missing_first(broken: Broken) -> Problem | None:
    """The parser only stops at a later hyphen, or at the second key of the item."""
    lines = broken.source.lines
    top = next((line for line, text in _above(broken) if _opens_list(text)), None)
    if top is None:
        return None
    filled = [line for line in range(top + 1, broken.line + 1) if lines[line].strip()]
    if not filled:
        return None
    first, *below = filled
    key = KEY.match(lines[first])
    if key is None or key["key"] not in Response.model_fields or lines[first].lstrip().startswith("-"):
        return None
    column = next(
        (key_column(lines[line]) for line in below if KEY.match(lines[line])), indent_of(lines[top]) + 4
    )
    what = say(N_("A hyphen is missing before the first item of “{key}”."), key=_LIST)
    typed = f"- {lines[first].strip()[:60]}"
    n = max(0, column - 2)
    fix = say(N_("start the line with {n} spaces and a hyphen: {typed}"), n=n, typed=typed)
    problem = broken.error((first, indent_of(lines[first])), what, fix)
    return mendable(problem, " " * n + f"- {lines[first].strip()}")


def _opens_list(text: str) -> bool:
    key = KEY.match(text)
    return key is not None and key["key"] == _LIST and not text[key.end() :].strip()


def _missing_later(broken: Broken) -> Problem | None:
    """A line with a key stands where the hyphen of the last item is, and that item begins with this key."""
    text = broken.source.lines[broken.line]
    key, indent = KEY.match(text), indent_of(text)
    items = (KEY.match(line) for _, line in _above(broken) if line[indent : indent + 2] == "- ")
    last = next(items, None)
    if key is None or last is None or last["key"] != key["key"] or text[indent] == "-":
        return None
    what = say(N_("A hyphen is missing before “{key}”."), key=key["key"])
    fix = say(N_("type: {typed}"), typed=f"- {text.strip()[:60]}")
    return mendable(broken.error((broken.line, indent), what, fix), " " * indent + f"- {text.strip()}")


def _column_like(text: str, above: str) -> int | None:
    """Where a line above has its hyphen, if the text has one, else its key; None if it has none."""
    if text.lstrip().startswith("- "):
        return indent_of(above) if above.lstrip().startswith("- ") else None
    return key_column(above) if KEY.match(above) else None
