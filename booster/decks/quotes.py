"""Quotes: texts that need them, and quotes that are left open or closed too early."""

from booster.decks.broken import KEY, KEYS, NO_TEXT, Broken, key_column
from booster.decks.mendable import mendable
from booster.decks.outline import CLOSED
from booster.decks.problems import Problem, say
from booster.decks.read import Place, Source
from booster.language import N_, Sentence

CURLY = "“”„«»‘’"
"""Quotes that people type or paste, and that mean nothing in YAML."""

_BLANKS = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_BEFORE_A_WORD = _BLANKS + "('’«"


def needs_quotes(source: Source, place: Place, what: Sentence, head: str, text: str) -> Problem:
    """Return the problem of a text that is to stand between quotes, after the beginning of its line."""
    typed = head.lstrip(" -") + in_quotes(text.rstrip())
    fix = say(N_("put the text between quotes: {typed}"), typed=typed)
    if len(typed) > 100:
        fix = say(
            N_("put the text between quotes, or write “>” here and the text, indented, on the next line.")
        )
    key = KEY.match(head)
    is_text = key is None or key["key"] not in NO_TEXT
    return mendable(
        source.problem("error", place, what, fix), head + in_quotes(text.rstrip()) if is_text else None
    )


def starts_with_a_sign(source: Source, place: Place) -> Problem:
    """Return the problem of a text that starts with a sign which means something else in YAML."""
    line, column = place
    head, text = source.lines[line][:column], source.lines[line][column:]
    what = say(N_("A text cannot start with “{sign}” without quotes."), sign=text[:1])
    return needs_quotes(source, place, what, head, text)


def in_quotes(text: str) -> str:
    """Return the text as one would type it between quotes."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def without_curly(text: str) -> str:
    """Return the text without the curly quotes around all of it, if there are any."""
    if len(text) > 2 and text[0] in CURLY and text[-1] in CURLY and not set(text[1:-1]) & set("“”„«»"):
        return text[1:-1].strip(_BLANKS)
    return text


def swallows_keys(source: Source, start: Place, end: int) -> bool:
    """Whether a quoted text, down to its last line, goes over lines with keys: its quote was left open."""
    column = key_column(source.lines[start[0]])
    lines = source.lines[start[0] + 1 : end + 1]
    keys = (KEY.match(line) for line in lines if key_column(line) <= column)
    return any(key and key["key"] in KEYS for key in keys)


def never_closed(source: Source, place: Place) -> Problem:
    """Return the problem of a quote that is left open."""
    text = source.lines[place[0]].rstrip()
    sign = text[place[1] : place[1] + 1]
    what = say(N_("The quote that opens here is not closed where its text ends."))
    if text[-1:] in CURLY and sign == '"':
        fix = say(N_("type {sign} instead of {curly} at the end of the text."), sign=sign, curly=text[-1])
        return mendable(source.problem("error", place, what, fix), text[:-1] + sign)
    fix = say(N_("type {sign} at the end of the text."), sign=sign)
    return mendable(source.problem("error", place, what, fix), text + sign)


def quote(broken: Broken) -> Problem | None:
    """Return the problem of a quote that is never closed, or of text after the closing one."""
    if broken.began and "quoted scalar" in broken.words and "escape" not in broken.words:
        return never_closed(broken.source, broken.began)
    for line in broken.upwards():
        head, value = broken.parts(line)
        if value[:1] not in CLOSED:
            continue
        closed = CLOSED[value[0]].match(value)
        if closed and line == broken.line and value[closed.end() :].strip():
            what = say(N_("There is text after the closing quote."))
            place = (line, len(head) + closed.end())
            return needs_quotes(broken.source, place, what, head, _inside(value))
        if closed is None and _reaches(broken, line, len(head)):
            return never_closed(broken.source, (line, len(head)))
    return None


def _reaches(broken: Broken, line: int, column: int) -> bool:
    """Whether the quote that opens at this place only closes where reading stopped, or never."""
    lines = broken.source.lines
    rest = "\n".join((lines[line][column:], *lines[line + 1 : broken.line + 1]))
    closed = CLOSED[rest[0]].match(rest)
    return closed is None or line + rest.count("\n", 0, closed.end()) == broken.line


def _inside(value: str) -> str:
    """The text without its outer quotes where they hold all of it: `"A "b" c"`, not `"A" and "b"`."""
    sign, inner = value[0], value[1:-1]
    if not value.endswith(sign):
        return value
    at = inner.find(sign)
    return inner if sign == "'" or inner[at - 1 : at] in _BEFORE_A_WORD else value
