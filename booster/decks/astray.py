"""Lines that stand where they mean nothing: without key or hyphen, or out of line with their sisters."""

import re

from booster.decks.broken import KEYS, NO_TEXT, Broken
from booster.decks.mendable import mendable
from booster.decks.outline import Row, right_columns, rows
from booster.decks.problems import Problem, say
from booster.language import N_

SIGN = re.compile(r"(?P<sign>[-*•·‣◦▪●○■–—−])[ \N{NO-BREAK SPACE}]*(?P<words>\S.*)")
"""What people type for a hyphen and a space, and the words after it."""

_NO_COLON = re.compile(r"(?P<key>[\w-]+)(?:[ ]+(?P<value>[^\s:].*))?")


def no_key(broken: Broken) -> Problem | None:
    """Return the problem of a line that has neither key nor hyphen, and does not go on with a text."""
    found = list(rows(broken.source.lines[: broken.line + 2]))
    first = broken.began[0] if broken.began else broken.before(broken.line)
    for above, row in zip([None, *found], found, strict=False):
        if row.key is not None or not (first or 0) <= row.line <= broken.line:
            continue
        below = next((one for one in found if one.line > row.line), None)
        if problem := _no_colon(broken, row, above, below):
            return problem
        if above and not row.is_item and row.indent <= above.edge:
            return no_hyphen(broken, row, above) or _neither(broken, row, above)
    return None


def out_of_line(broken: Broken) -> Problem | None:
    """Return the problem of a key that is further left or right than its sisters."""
    found = list(rows(broken.source.lines))
    right = right_columns(found)
    near = sorted(set(broken.suspects()))
    for row in (one for one in found if one.line in near):
        column = right.get(row.key or "", row.column)
        if column != row.column:
            n = max(0, row.indent + column - row.column)
            what = say(N_("This line does not line up with the lines above."))
            problem = broken.error(
                (row.line, row.indent), what, say(N_("start the line with {n} spaces."), n=n)
            )
            return mendable(problem, " " * n + row.text.lstrip())
    return None


def no_hyphen(broken: Broken, row: Row, above: Row) -> Problem | None:
    """Return the problem of an item of a list of texts that has no hyphen, or another sign."""
    if not above.is_item or above.key is not None or row.indent != above.indent:
        return None
    sign = SIGN.match(row.text.strip())
    typed = f"- {sign['words'] if sign else row.text.strip()}"
    if sign is None:
        what = say(N_("A hyphen is missing at the start of this line."))
    elif sign["sign"] == "-":
        what = say(N_("A space is missing after the hyphen."))
    else:
        what = say(N_("“{sign}” is not a hyphen."), sign=sign["sign"])
    problem = broken.error((row.line, row.indent), what, say(N_("type: {typed}"), typed=typed[:60]))
    return mendable(problem, " " * row.indent + typed if sign else None)


def _no_colon(broken: Broken, row: Row, above: Row | None, below: Row | None) -> Problem | None:
    match = _NO_COLON.fullmatch(row.text[row.column :].rstrip())
    if match is None or match["key"] not in KEYS:
        return None
    if row.is_item and (below is None or below.column != row.column or not below.is_known):
        return None
    if not row.is_item and (above is None or row.indent > above.edge):
        return None
    key, value = match["key"], match["value"] or ""
    what = say(N_("A colon is missing after “{key}”."), key=key)
    typed = f"{key}: {value}".rstrip()
    place = (row.line, row.column + len(key))
    problem = broken.error(place, what, say(N_("type: {typed}"), typed=typed[:80]))
    # A line such as `talk about it` may as well go on with the text above.
    is_clear = key in NO_TEXT or row.is_item or not value[:1].islower()
    return mendable(problem, row.text[: row.column] + typed if is_clear else None)


def _neither(broken: Broken, row: Row, above: Row) -> Problem:
    what = say(N_("This line has neither a key nor a hyphen."))
    fix = say(
        N_(
            "if it goes on with the text above, start it with {n} spaces; if not, type its key or its hyphen "
            "before it."
        ),
        n=above.edge + 2,
    )
    return broken.error((row.line, row.indent), what, fix)
