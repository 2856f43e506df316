"""A place where the YAML breaks -> the mistake that a person most likely made there, and what to type."""

import re
from collections.abc import Callable

from booster.decks import hyphens
from booster.decks.block_text import block_text
from booster.decks.brackets import bracket
from booster.decks.broken import KEY, KEYS, Broken, indent_of, key_column
from booster.decks.problems import Problem, Sentence, say
from booster.decks.read import Place, Source
from booster.language import N_

SIGNS = "*&!%@`?,]}|>-"
"""What a text cannot start with unless it stands between quotes."""

_BLANKS = "\t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}"
CURLY = "“”„«»‘’"
"""Quotes that people type or paste, and that mean nothing in YAML."""

_BAD_INDENT = re.compile(rf"[ ]*(?:-[ ]*)*(?P<blank>[{_BLANKS}])[{_BLANKS} ]*\S")
_NO_SPACE_AFTER_COLON = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[\w-]+):(?P<value>[^\s/].*)")
_NO_COLON = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[\w-]+)(?:[ ]+(?P<value>[^\s:].*))?$")
_CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"', re.S), "'": re.compile(r"'(?:[^']|'')*'", re.S)}


def mistake(source: Source, fault: Exception) -> Problem:
    """Return the problem that a fault of the YAML parser stands for."""
    broken = Broken.of(source, fault)
    found = (detect(broken) for detect in _DETECTORS)
    return next((problem for problem in found if problem), _unknown(broken))


def starts_with_a_sign(source: Source, place: Place) -> Problem:
    """Return the problem of a text that starts with a sign which means something else in YAML."""
    line, column = place
    text = source.lines[line][column:]
    what = say(N_("A text cannot start with “{sign}” without quotes."), sign=text[:1])
    return source.problem("error", place, what, _in_quotes(source.lines[line][:column], text))


def swallows_keys(source: Source, start: Place, end: int) -> bool:
    """Whether a quoted text, down to its last line, goes over lines with keys: its quote was left open."""
    column = key_column(source.lines[start[0]])
    lines = source.lines[start[0] + 1 : end + 1]
    keys = (KEY.match(line) for line in lines if key_column(line) <= column)
    return any(key and key["key"] in KEYS for key in keys)


def never_closed(source: Source, place: Place) -> Problem:
    """Return the problem of a quote that is left open."""
    sign = source.lines[place[0]][place[1] : place[1] + 1]
    what = say(N_("The quote that opens here is not closed where its text ends."))
    return source.problem("error", place, what, say(N_("type {sign} at the end of the text."), sign=sign))


def in_quotes(text: str) -> str:
    """Return the text as one would type it between quotes."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _in_quotes(head: str, text: str) -> Sentence:
    typed = head.lstrip(" -") + in_quotes(text.rstrip())
    if len(typed) > 100:
        return say(
            N_("put the text between quotes, or write “>” here and the text, indented, on the next line.")
        )
    return say(N_("put the text between quotes: {typed}"), typed=typed)


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
    if not any(word in broken.words for word in about):
        return None
    lines = (broken.line, broken.began[0]) if broken.began else (broken.line,)
    for line in lines:
        head, value = broken.parts(line)
        if value[:1] and value[0] in SIGNS:
            return starts_with_a_sign(broken.source, (line, len(head)))
    return None


def _quote(broken: Broken) -> Problem | None:
    """A quote that is never closed, or text after the closing one."""
    if broken.began and "quoted scalar" in broken.words and "escape" not in broken.words:
        return never_closed(broken.source, broken.began)
    for line in broken.upwards():
        head, value = broken.parts(line)
        if value[:1] not in ('"', "'"):
            continue
        closed = _CLOSED[value[0]].match(value)
        if closed and line == broken.line and value[closed.end() :].strip():
            return _after_quote(broken, line, head, value, closed.end())
        if closed is None and _reaches(broken, line, len(head)):
            return never_closed(broken.source, (line, len(head)))
    return None


def _reaches(broken: Broken, line: int, column: int) -> bool:
    """Whether the quote that opens at this place only closes where reading stopped, or never."""
    lines = broken.source.lines
    rest = "\n".join((lines[line][column:], *lines[line + 1 : broken.line + 1]))
    closed = _CLOSED[rest[0]].match(rest)
    return closed is None or line + rest.count("\n", 0, closed.end()) == broken.line


def _after_quote(broken: Broken, line: int, head: str, value: str, end: int) -> Problem:
    what = say(N_("There is text after the closing quote."))
    sign = value[0]
    whole = value[1:-1] if value.endswith(sign) and sign == "'" else value
    return broken.error((line, len(head) + end), what, _in_quotes(head, whole))


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
            return broken.error((line, match.end("key")), what, fix)
    return None


def _colon_in_text(broken: Broken) -> Problem | None:
    head, value = broken.parts(broken.line)
    at = re.search(r":(?:\s|$)", value)
    if "mapping values" not in broken.words or at is None:
        return None
    place = (broken.line, len(head) + at.start())
    above = broken.before(broken.line)
    if not head.strip() and above is not None and len(head) > key_column(broken.source.lines[above]):
        what = say(N_("A text with a colon and a space in it needs quotes."))
        fix = say(N_("write “>” after the key above, and the whole text on the lines below, indented."))
        return broken.error(place, what, fix)
    if value[0] in CURLY:
        what = say(N_("Curly quotes do not hold a text with a colon together."))
        return broken.error(place, what, _in_quotes(head, value.strip(CURLY + " \N{NO-BREAK SPACE}")))
    what = say(N_("A text with a colon and a space in it needs quotes."))
    return broken.error(place, what, _in_quotes(head, value))


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


def _no_colon(broken: Broken) -> Problem | None:
    for line in broken.suspects():
        match = _NO_COLON.match(broken.source.lines[line])
        if match and match["key"] in KEYS and "find expected" in broken.words:
            what = say(N_("A colon is missing after “{key}”."), key=match["key"])
            typed = f"{match['key']}: {(match['value'] or '')[:60]}".rstrip()
            return broken.error((line, match.end("key")), what, say(N_("type: {typed}"), typed=typed))
    return None


def _unknown(broken: Broken) -> Problem:
    what = say(N_("This line does not fit what stands above it."))
    fix = say(N_("look at the spaces before it, at colons and at quotes, here and one line above."))
    return broken.error((broken.line, broken.column), what, fix)


_DETECTORS: tuple[Callable[[Broken], Problem | None], ...] = (
    _bad_indent,
    hyphens.no_space,
    hyphens.bullet,
    block_text,
    _sign,
    _quote,
    _escape,
    bracket,
    _no_space_after_colon,
    _colon_in_text,
    _comment_in_text,
    _no_colon,
    hyphens.missing,
    hyphens.not_lined_up,
)
