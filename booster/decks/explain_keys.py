"""Keys that are unknown or missing: what was most likely meant, and what to type."""

import re

from booster.decks.brackets import straight
from booster.decks.broken import KEY, indent_of
from booster.decks.keys import keys_of, model_at, nearest, translated
from booster.decks.model import Points
from booster.decks.problems import say
from booster.decks.quotes import in_quotes
from booster.decks.refused import Refused, Said, shown
from booster.language import N_

NUMBER = r"[-+\N{MINUS SIGN}]?\d+"
_NO_COLON = re.compile(rf"(?P<key>[a-z_]+) *(?P<value>{NUMBER}|[\[{{(].*)")
_INVISIBLE_EDGE = re.compile(r"^[^\w<\"'-]+|\s+$")
_DECIMAL = re.compile(rf"{NUMBER},$")
_CUT_TEXT = re.compile(r"[{,][ ]*(?P<key>\w+):[ ]+(?P<text>[^\"'{}\[\]:]+?)[ ]*(?=\}|,[ ]*\w+:[ ]|$)")

_LONGEST = 1_000
"""Characters of a line that is looked at between braces, so that the pattern stays quick."""


def about_keys(refused: Refused) -> Said | None:
    """Say what is wrong with a key, or where keys are expected; None if it is no such thing."""
    match refused.type:
        case "extra_forbidden":
            return _typed_wrong(refused) or _cut_by_comma(refused) or _unknown(refused)
        case "missing" if isinstance(refused.loc[-1], int):
            return Said(say(N_("Two numbers are expected here.")), say(N_("type them as [1, 3].")))
        case "missing":
            return _swallowed(refused) or _missing(refused)
        case "model_type" | "model_attributes_type" | "dict_type":
            return _keys_expected(refused)
        case _:
            return None


def _typed_wrong(refused: Refused) -> Said | None:
    """A known key with a space, a colon or a hyphen too few, or something invisible beside it."""
    key, known, mended = refused.key, refused.known, straight(refused.line)
    bare = key.lstrip("-").strip()
    before_colon, _, after_colon = (part.strip() for part in key.partition(":"))
    if key.startswith("-") and bare in known:
        what = say(N_("A space is missing after the hyphen."))
        fix = say(N_("type: {typed}"), typed=f"- {bare}: …")
        return Said(what, fix, refused.with_typed(key, f"- {bare}"))
    if ":" in key and before_colon in known:
        what = say(N_("A space is missing after the colon."))
        fix = say(N_("type: {typed}"), typed=f"{before_colon}: {after_colon[:40]}")
        return Said(what, fix, mended or refused.with_typed(f"{before_colon}:", f"{before_colon}: "))
    no_colon = _NO_COLON.fullmatch(key)
    if no_colon and no_colon["key"] in known:
        what = say(N_("A colon is missing after “{key}”."), key=no_colon["key"])
        typed = f"{no_colon['key']}: {no_colon['value']}"
        if not re.fullmatch(NUMBER, no_colon["value"]) and mended:
            typed = mended.strip(" -")
        return Said(what, say(N_("type: {typed}"), typed=typed), mended)
    visible = _INVISIBLE_EDGE.sub("", key)
    if visible != key and visible in known:
        what = say(N_("There is something invisible beside “{key}”, such as a no-break space."), key=visible)
        return Said(what, say(N_("delete the line and type it again.")), refused.with_typed(key, visible))
    return None


def _cut_by_comma(refused: Refused) -> Said | None:
    """Between braces a comma ends a value: `+1,5` and `then: It works, at last` go on with what is no key."""
    line, column = refused.place
    before = refused.line[:column].rstrip()
    if not before.endswith(",") or len(refused.line) > _LONGEST:
        return None
    decimal = _DECIMAL.search(before)
    if decimal and refused.key.isdigit():
        what = say(N_("“{value}” is not a whole number."), value=decimal[0] + refused.key)
        return Said(what, say(N_("type a number such as 2 or -1.")), place=(line, decimal.start()))
    for cut in _CUT_TEXT.finditer(refused.line):
        if cut.start("text") < column <= cut.end("text"):
            what = say(N_("Between braces, a comma cuts the text."))
            typed = f"{cut['key']}: {in_quotes(cut['text'])}"
            fix = say(N_("put the text between quotes: {typed}"), typed=typed)
            mended = (
                refused.line[: cut.start("text")] + in_quotes(cut["text"]) + refused.line[cut.end("text") :]
            )
            return Said(what, fix, mended, (line, cut.start("text")))
    return None


def _unknown(refused: Refused) -> Said:
    key = refused.key
    what = say(N_("“{key}” is not a known key here."), key=shown(key))
    if meant := nearest(key, refused.known):
        mended = refused.with_typed(key, meant) if translated(key) == meant else None
        return Said(what, say(N_("type “{key}”."), key=meant), mended)
    if (" " in key or key[:1].isupper()) and not refused.line[: refused.place[1]].strip():
        n = refused.place[1] + 2
        return Said(what, say(N_("if this line goes on with the text above, start it with {n} spaces."), n=n))
    return Said(what, say(N_("delete it, or use one of: {keys}."), keys=", ".join(refused.known)))


def _missing(refused: Refused) -> Said:
    key, n = refused.key, refused.found.column
    what = say(N_("“{key}” is missing."), key=key)
    if refused.line[n : n + 1] == "{":
        return Said(what, say(N_("add “{key}: …” before the “}}”."), key=key))
    if n == 0:
        return Said(what, say(N_("add a line “{key}: …”."), key=key))
    return Said(what, say(N_("add a line that starts with {n} spaces: “{key}: …”."), key=key, n=n))


def _swallowed(refused: Refused) -> Said | None:
    """A key that is missing stands too far to the right, where it is taken for the text above it."""
    top, column = refused.found.place
    for line in range(top + 1, len(refused.source.lines)):
        text = refused.source.lines[line]
        if text.strip() and indent_of(text) < column:
            return None
        key = KEY.match(text)
        if key and key["key"] == refused.key and indent_of(text) > column and text.lstrip()[:1] != "-":
            what = say(N_("This line does not line up with the lines above."))
            fix = say(N_("start the line with {n} spaces."), n=column)
            return Said(what, fix, " " * column + text.lstrip(), (line, indent_of(text)))
    return None


def _keys_expected(refused: Refused) -> Said:
    key, value = refused.key, shown(refused.value)
    model = model_at(refused.kind, refused.loc)
    known = keys_of(model)
    if model is Points and re.fullmatch(NUMBER, value):
        what = say(N_("“{value}” does not say which pillar it is for."), value=value)
        return Said(what, say(N_("say which pillar: {typed}"), typed=f"{key}: {{ecology: {value}}}"))
    what = say(N_("Keys with values are expected here."))
    if not key:
        first = known[0] if known else "id"
        return Said(what, say(N_("type “{key}: …” and the other keys, one a line."), key=first))
    if mended := straight(refused.line):
        return Said(what, say(N_("type: {typed}"), typed=mended.strip(" -")), mended)
    example = "{ecology: +1}" if model is Points else f"{{{known[0]}: …}}" if known else "{…}"
    return Said(what, say(N_("type for example {typed}"), typed=f"{key}: {example}"))
