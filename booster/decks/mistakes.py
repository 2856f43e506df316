"""A place where the YAML breaks -> the mistake that a person most likely made there, and what to type."""

import re
from collections.abc import Callable

from booster.decks import astray, hyphens
from booster.decks.block_text import block_text
from booster.decks.brackets import after_closed, bracket
from booster.decks.broken import KEYS, Broken, indent_of, key_column
from booster.decks.mendable import mendable
from booster.decks.outline import rows
from booster.decks.problems import Problem, say
from booster.decks.quotes import needs_quotes, quote, starts_with_a_sign, without_curly
from booster.decks.read import Source
from booster.language import N_

_SIGNS = "*&!%@`?,]}|>-"
"""What a text cannot start with unless it stands between quotes."""

_BLANKS = "\t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}"
_BAD_INDENT = re.compile(rf"[ ]*(?:-[ ]*)*(?P<blank>[{_BLANKS}])[{_BLANKS} ]*\S")
_NO_SPACE_AFTER_COLON = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[\w-]+):(?P<value>[^\s/].*)")


def mistake(source: Source, fault: Exception) -> Problem:
    """Return the problem that a fault of the YAML parser stands for."""
    broken = Broken.of(source, fault)
    found = (detect(broken) for detect in _DETECTORS)
    return next((problem for problem in found if problem), _unknown(broken))


def _bad_indent(broken: Broken) -> Problem | None:
    for line in broken.suspects():
        if match := _BAD_INDENT.match(broken.source.lines[line]):
            if match["blank"] == "\t":
                what = say(N_("There is a tab at the start of this line."))
            else:
                what = say(N_("There is a no-break space at the start of this line."))
            return broken.error(
                (line, match.start("blank")), what, say(N_("use plain spaces: two for each level."))
            )
    return None


def _sign(broken: Broken) -> Problem | None:
    """A text that starts with a sign of YAML."""
    about = ("start any token", "alias", "anchor", "tag", "not allowed", "node content", "directive")
    is_sign = any(word in broken.words for word in about)
    lines = (broken.line, broken.began[0]) if broken.began else (broken.line,)
    for line in lines:
        head, value = broken.parts(line)
        if (is_sign and value[:1] and value[0] in _SIGNS) or after_closed(head, value):
            return starts_with_a_sign(broken.source, (line, len(head)))
    return None


def _escape(broken: Broken) -> Problem | None:
    if "escape" not in broken.words:
        return None
    what = say(N_("A backslash between double quotes begins a code, and this code is unknown."))
    return broken.error((broken.line, broken.column), what, say(N_("type the backslash twice: \\\\")))


def _no_space_after_colon(broken: Broken) -> Problem | None:
    for line in broken.suspects():
        match = _NO_SPACE_AFTER_COLON.match(broken.source.lines[line])
        if match and match["key"] in KEYS:
            what = say(N_("A space is missing after the colon."))
            fix = say(N_("type: {typed}"), typed=f"{match['key']}: {match['value'][:60]}")
            text, colon = broken.source.lines[line], match.end("key") + 1
            problem = broken.error((line, match.end("key")), what, fix)
            return mendable(problem, f"{text[:colon]} {text[colon:]}")
    return None


def _colon_in_text(broken: Broken) -> Problem | None:
    head, value = broken.parts(broken.line)
    at = re.search(r":(?:\s|$)", value)
    if "mapping values" not in broken.words or at is None:
        return None
    place = (broken.line, len(head) + at.start())
    what = say(N_("A text with a colon and a space in it needs quotes."))
    *_, above = rows(broken.source.lines[: broken.line + 1])
    if above.line != broken.line and above.is_item and above.key is None:
        fix = say(N_("write “>” after the hyphen above, and the whole text on the lines below, indented."))
        return broken.error(place, what, fix)
    if above.line != broken.line:
        fix = say(N_("write “>” after the key above, and the whole text on the lines below, indented."))
        return broken.error(place, what, fix)
    bare = without_curly(value)
    if bare != value:
        what = say(N_("Curly quotes do not hold a text with a colon together."))
    return needs_quotes(broken.source, place, what, head, bare)


def _comment_in_text(broken: Broken) -> Problem | None:
    above = broken.before(broken.line)
    if above is None:
        return None
    head, value = broken.parts(above)
    at = value.find(" #")
    if at < 0 or value[0] in "\"'" or indent_of(broken.source.lines[broken.line]) <= key_column(head):
        return None
    what = say(N_("“ #” begins a comment, which cuts this text."))
    fix = say(
        N_("put the whole text between quotes, or write “>” after the key and the text below, indented.")
    )
    return broken.error((above, len(head) + at + 1), what, fix)


def _unknown(broken: Broken) -> Problem:
    what = say(N_("This line does not fit what stands above it."))
    fix = say(N_("look at the spaces before it, at colons and at quotes, here and one line above."))
    return broken.error((broken.line, broken.column), what, fix)


_DETECTORS: tuple[Callable[[Broken], Problem | None], ...] = (
    _bad_indent,
    hyphens.no_space,
    hyphens.bullet,
    block_text,
    quote,
    _no_space_after_colon,
    astray.no_key,
    hyphens.missing,
    astray.out_of_line,
    _sign,
    _escape,
    bracket,
    _colon_in_text,
    _comment_in_text,
    hyphens.not_lined_up,
)
