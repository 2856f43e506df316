"""Texts written below the sign `>` or `|`: what stands beside the sign, or not far enough to the right."""

import re
from difflib import get_close_matches

from booster.decks.broken import KEY, KEYS, Broken, indent_of, key_column
from booster.decks.mendable import mendable
from booster.decks.problems import Problem, say
from booster.decks.read import Place, Source
from booster.language import N_

_SIGN = re.compile(r"[|>][-+0-9]*")
_SIGN_ALONE = re.compile(r"[|>][-+0-9]*[ ]*$")
_LOOK_BACK = 60


def block_text(broken: Broken) -> Problem | None:
    """Return the problem of `> text` on the line of the sign, or of text below that is not indented."""
    for line in broken.suspects():
        head, value = broken.parts(line)
        sign = _SIGN.match(value)
        if sign and len(value) > sign.end() and not value[sign.end() :].lstrip().startswith("#"):
            what = say(N_("After “{sign}” the text starts on the next line."), sign=sign[0])
            fix = say(N_("move the text to the next line, indented by two spaces more than its key."))
            return broken.error((line, len(head) + sign.end()), what, fix)
    for line in (broken.line, broken.began[0] if broken.began else broken.line):
        above = key_above(broken.source, line)
        if above is None:
            continue
        if outside := outside_block(broken.source, (above, len(broken.parts(above)[0]))):
            return outside
    return None


def key_above(source: Source, line: int) -> int | None:
    """Return the line of the nearest key of a deck above a line, or None; of a text, the key it is below."""
    above = range(line - 1, max(-1, line - _LOOK_BACK), -1)
    return next((one for one in above if (key := KEY.match(source.lines[one])) and key["key"] in KEYS), None)


def outside_block(source: Source, place: Place) -> Problem | None:
    """Return the problem of the text below a sign at the end of a line, if it is not indented enough."""
    line, start = place
    text = source.lines[line]
    if not _SIGN_ALONE.match(text, start):
        return None
    below = next((one for one in range(line + 1, len(source.lines)) if source.lines[one].strip()), None)
    if below is None:
        return None
    column = key_column(text)
    if indent_of(source.lines[below]) > column or not _is_text(source.lines[below]):
        return None
    what = say(N_("This text is not indented enough to belong to the key above."))
    n = column + 2
    problem = source.problem("error", (below, 0), what, say(N_("start the line with {n} spaces."), n=n))
    return mendable(problem, " " * n + source.lines[below].lstrip())


def _is_text(line: str) -> bool:
    """Whether a line is neither a comment, a card nor a key, be it misspelt."""
    if line.lstrip().startswith(("#", "- ", "---")):
        return False
    key = KEY.match(line)
    return key is None or not get_close_matches(key["key"][:60].lower(), KEYS, n=1)
