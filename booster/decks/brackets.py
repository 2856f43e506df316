"""Mistakes inside brackets and braces: other signs in their place, a comma missing, left open."""

import re

from booster.decks.broken import KEYS, NO_TEXT, Broken
from booster.decks.mendable import mendable
from booster.decks.model import PILLARS
from booster.decks.problems import Problem, say
from booster.decks.read import Place
from booster.language import N_, Sentence

_FLOW = re.compile(r"\{[^{}]*\}")
_NO_COMMA = re.compile(rf"(?<=[^\s{{,])[ ]+(?=(?P<key>{'|'.join(sorted(KEYS))}):[ ])")
"""The gap before a key that no comma parts from what stands before it."""

_PAIR = rf"(?:{'|'.join(PILLARS)})[ ]*:?[ ]*[-+\N{{MINUS SIGN}}]?[ ]*\d+"
_MOVES = re.compile(rf"[\[({{ ]*(?P<inner>{_PAIR}(?:[ ]*[,; ][ ]*{_PAIR})*)[ ,;]*[\])}} ]*")
_ONE_MOVE = re.compile(rf"({'|'.join(PILLARS)})[ ]*:?[ ]*([-+\N{{MINUS SIGN}}]?)[ ]*(\d+)")
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_IDS = re.compile(rf"[\[({{ ]*(?P<inner>{_ID}(?:[ ]*[,;][ ]*{_ID})*)[ ,;]*[\])}} ]*")
_LINE = re.compile(
    r"(?P<indent>[ ]*(?:-[ ]+)*)(?P<key>points|help|helped_by|needs|pillars)(?:[ ]*:[ ]*|[ ]+|(?=[\[({]))"
    r"(?P<value>\S.*)"
)

_LONGEST = 300
"""Characters of a line that is looked at: none of points or ids is longer, and the patterns stay quick."""


def straight(line: str) -> str | None:
    """Return a line of points, or of a list of ids, with the right signs; None where it is another."""
    match = _LINE.fullmatch(line.rstrip()) if len(line) <= _LONGEST else None
    if match is None:
        return None
    start = f"{match['indent']}{match['key']}: "
    if match["key"] in ("points", "help"):
        moves = _MOVES.fullmatch(match["value"])
        if moves is None:
            return None
        pairs = _ONE_MOVE.findall(moves["inner"])
        return start + "{" + ", ".join(f"{pillar}: {sign}{n}" for pillar, sign, n in pairs) + "}"
    ids = _IDS.fullmatch(match["value"])
    return f"{start}[{', '.join(re.split('[ ]*[,;][ ]*', ids['inner']))}]" if ids else None


def wrong_signs(text: str) -> Sentence | None:
    """Return which sign is wrong in a line of points or ids."""
    match = _LINE.fullmatch(text.rstrip())
    value = match["value"] if match else ""
    if ";" in value:
        return say(N_("A comma parts one from the next, not “;”."))
    if value.startswith("("):
        return say(N_("“(” opens no list."))
    if re.search(r"[-+\N{MINUS SIGN}][ ]+\d", value):
        return say(N_("There is a space between the sign and its number."))
    return None


def bracket(broken: Broken) -> Problem | None:
    """Return the problem of a list or keys between brackets; None where there are none."""
    if signs := _signs(broken):
        return signs
    opened = _opened(broken)
    if opened is None:
        return None
    problem = _no_comma(broken, opened) or _not_closed(broken, opened)
    return mendable(problem, straight(problem.source))


def _signs(broken: Broken) -> Problem | None:
    for line in broken.suspects():
        text = broken.source.lines[line]
        right, what = straight(text), wrong_signs(text)
        if right and what:
            place = (line, len(broken.parts(line)[0]))
            problem = broken.error(place, what, say(N_("type: {typed}"), typed=right.strip(" -")))
            return mendable(problem, right)
    return None


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


def after_closed(head: str, value: str) -> bool:
    """Whether a text starts with brackets that are closed before its end, such as `[Draft] My title`."""
    closed = value.find({"[": "]", "{": "}"}.get(value[:1], "\n"))
    key = head.strip(" -").rstrip(": ")
    return closed > 0 and bool(value[closed + 1 :].strip()) and key not in NO_TEXT


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
