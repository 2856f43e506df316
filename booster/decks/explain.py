"""What the models refuse -> plain sentences at the place in the file."""

import re
from collections.abc import Iterator

from pydantic import BaseModel, ValidationError

from booster.decks.astray import SIGN
from booster.decks.block_text import key_above, outside_block
from booster.decks.brackets import straight, wrong_signs
from booster.decks.broken import KEY
from booster.decks.compose import Node
from booster.decks.explain_keys import about_keys
from booster.decks.keys import field_of, keys_of, model_at, nearest, slug, translated
from booster.decks.mendable import mendable
from booster.decks.problems import Problem, say
from booster.decks.quotes import in_quotes
from booster.decks.read import Source
from booster.decks.refused import Refused, Said, shown
from booster.language import N_

_EXAMPLES = {
    "pillars": "ecology",
    "helped_by": "my-tool",
    "needs": "my-tool",
    "languages": "fr",
    "die": "1, 3",
}
"""An item of a list that may be typed between brackets."""


def explain(source: Source, node: Node, kind: type[BaseModel], error: ValidationError) -> Iterator[Problem]:
    """Yield a problem for each thing that a model refused in a node, echoes of a child's fault left out."""
    details = error.errors(include_url=False)
    misspelt = {
        (*one["loc"][:-1], nearest(str(one["loc"][-1]), keys_of(model_at(kind, one["loc"][:-1]))))
        for one in details[:100]
        if one["type"] == "extra_forbidden"
    }
    blocks: set[int] = set()
    for one in details:
        refused = Refused(source, node, kind, one)
        if _is_echo(refused) or (one["loc"] in misspelt and one["type"] == "missing"):
            continue
        line, _ = place = refused.place
        if blocks and one["type"] == "extra_forbidden" and key_above(source, line) in blocks:
            continue
        if refused.value == "" and (outside := outside_block(source, place)):
            blocks.add(line)
            yield outside
            continue
        said = _said(refused)
        problem = source.problem("error", said.place or place, said.what, said.fix)
        yield mendable(problem, said.mended)


def _is_echo(refused: Refused) -> bool:
    """Whether it only follows from another fault."""
    if refused.type == "too_short":
        return len(refused.value) >= int(refused.context["min_length"])
    last = refused.loc[-1] if refused.loc else ""
    return refused.type == "missing" and isinstance(last, int) and last > len(refused.value)


def _said(refused: Refused) -> Said:
    """What is wrong and what to type instead. Each kind of thing knows its own mistakes."""
    value = refused.value
    if isinstance(value, str) and not value.strip() and refused.type not in ("missing", "extra_forbidden"):
        return _empty(refused)
    return (
        _about_signs(refused)
        or about_keys(refused)
        or _about_number(refused)
        or _about_text(refused)
        or _about_list(refused)
        or _about_whole(refused)
        or _about_anything(refused)
    )


def _about_signs(refused: Refused) -> Said | None:
    mended, what = straight(refused.line), wrong_signs(refused.line)
    if mended is None or what is None or refused.type == "missing":
        return None
    return Said(what, say(N_("type: {typed}"), typed=mended.strip(" -")), mended)


def _about_number(refused: Refused) -> Said | None:
    value, context = shown(refused.value), refused.context
    match refused.type:
        case "int_type":
            what = say(N_("“{value}” is not a whole number."), value=value)
            return Said(what, say(N_("type a number such as 2 or -1.")))
        case "greater_than_equal":
            what = say(N_("{value} is too low: at least {limit}."), value=value, limit=context["ge"])
            return Said(what, say(N_("type {limit} or more."), limit=context["ge"]))
        case "less_than_equal":
            what = say(N_("{value} is too high: at most {limit}."), value=value, limit=context["le"])
            return Said(what, say(N_("type {limit} or less."), limit=context["le"]))
        case _:
            return None


def _about_text(refused: Refused) -> Said | None:
    key, value, context = refused.key, refused.value, refused.context
    match refused.type:
        case "literal_error":
            return _not_one_of(refused, re.findall(r"'([^']*)'", context["expected"]))
        case "string_too_long":
            n, most = len(value), context["max_length"]
            what = say(N_("“{key}” is too long: {n} characters, {most} at most."), key=key, n=n, most=most)
            return Said(what, say(N_("shorten it.")))
        case "several_lines":
            what = say(
                N_("“{key}” takes one line, and here it has {lines}."), key=key, lines=context["lines"]
            )
            return Said(what, say(N_("put it all on one line.")))
        case "string_pattern_mismatch" if "{2,3}" in context["pattern"]:
            what = say(N_("“{value}” is not the code of a language."), value=shown(value))
            return Said(what, say(N_("type its two letters, as en or fr.")))
        case "string_pattern_mismatch":
            return _no_id(refused)
        case "string_type":
            return _no_text(refused)
        case _:
            return None


def _no_id(refused: Refused) -> Said:
    what = say(
        N_("“{value}” cannot be an id: small letters a to z, digits and hyphens only."),
        value=shown(refused.value),
    )
    if refused.key in ("helped_by", "needs"):
        return Said(what, say(N_("type the tool’s id: it stands after “- id:” in tools.yaml.")))
    return Said(what, say(N_("type: {typed}"), typed=slug(refused.value) or "my-card"))


def _no_text(refused: Refused) -> Said:
    line, column = refused.found.place
    text = refused.source.lines[line][column:].rstrip()
    if isinstance(refused.value, dict) and text[:1] != "{":
        what = say(N_("A text with a colon and a space in it needs quotes."))
        fix = say(N_("put the text between quotes: {typed}"), typed=in_quotes(text[:80]))
        return Said(what, fix, refused.source.lines[line][:column] + in_quotes(text))
    what = say(N_("A text is expected here."))
    return Said(what, say(N_("put the text between quotes, without brackets or hyphens before it.")))


def _not_one_of(refused: Refused, allowed: list[str]) -> Said:
    value, listed = shown(refused.value), ", ".join(allowed)
    match refused.key:
        case "stage":
            what = say(N_("“{value}” is not a stage."), value=value)
        case "pillars":
            what = say(N_("“{value}” is not a pillar."), value=value)
        case _:
            what = say(N_("“{value}” is not known here."), value=value)
    if meant := nearest(value, allowed):
        mended = refused.with_typed(value, meant) if translated(value) == meant else None
        return Said(what, say(N_("type “{key}”."), key=meant), mended)
    return Said(what, say(N_("type one of: {allowed}."), allowed=listed))


def _about_list(refused: Refused) -> Said | None:
    key, value, context = refused.key, refused.value, refused.context
    match refused.type:
        case "tuple_type":
            return _no_list(refused)
        case "too_short":
            n, least = len(value), context["min_length"]
            what = say(N_("“{key}” has too few items: {n}, at least {least}."), key=key, n=n, least=least)
            return Said(what, say(N_("add to the list.")))
        case "too_long":
            n, most = len(value), context["max_length"]
            what = say(N_("“{key}” has too many items: {n}, at most {most}."), key=key, n=n, most=most)
            return Said(what, say(N_("take some away.")))
        case "twice":
            what = say(N_("“{value}” is here twice."), value=shown(value.strip()))
            return Said(what, say(N_("keep one of the two.")))
        case _:
            return None


def _no_list(refused: Refused) -> Said:
    key, line = refused.key, refused.line
    if not KEY.match(line) and (said := _no_hyphens(refused)):
        return said
    what = say(N_("A list is expected after “{key}”."), key=key)
    if mended := straight(line):
        return Said(what, say(N_("type: {typed}"), typed=mended.strip(" -")), mended)
    if example := _EXAMPLES.get(key):
        typed = f"{key}: [{example}]"
        return Said(
            what, say(N_("type each item on its own line after a hyphen, or as {typed}."), typed=typed)
        )
    return Said(what, say(N_("type each item on its own line after a hyphen.")))


def _no_hyphens(refused: Refused) -> Said | None:
    """What begins the list has another sign than a hyphen, or none while the lines below have one."""
    line, (number, column) = refused.line, refused.place
    sign = SIGN.match(line[column:])
    below = "".join(refused.source.lines[number + 1 : number + 2])
    if not sign and not below.startswith(" " * column + "- "):
        return None
    typed = f"- {sign['words'] if sign else line[column:].rstrip()}"
    what = say(N_("A hyphen is missing at the start of this line."))
    if sign and sign["sign"] == "-":
        what = say(N_("A space is missing after the hyphen."))
    elif sign:
        what = say(N_("“{sign}” is not a hyphen."), sign=sign["sign"])
    return Said(what, say(N_("type: {typed}"), typed=typed[:60]), line[:column] + typed)


def _about_whole(refused: Refused) -> Said | None:
    """What only shows when the parts are seen together."""
    match refused.type:
        case "no_free_response":
            what = say(N_("Every response needs a tool, so a team without tools could not choose."))
            return Said(what, say(N_("take “needs” away from one response at least.")))
        case "uneven_stages":
            what = say(N_("The stages do not all have the same number of spaces."))
            return Said(what, say(N_("give each stage as many spaces as the others.")))
        case "die_order":
            what = say(N_("The die’s lowest number comes first."))
            return Said(what, say(N_("type them as [1, 3].")))
        case _:
            return None


def _about_anything(refused: Refused) -> Said:
    what = say(N_("“{value}” is not what is expected here."), value=shown(refused.value))
    return Said(what, say(N_("compare with the same place in another card.")))


def _empty(refused: Refused) -> Said:
    key, loc = refused.key, refused.loc
    if loc and isinstance(loc[-1], int):
        what = say(N_("An item of “{key}” is empty."), key=key)
        return Said(what, say(N_("write it after the hyphen, or delete the hyphen.")))
    info = field_of(model_at(refused.kind, loc[:-1]), key)
    what = say(N_("“{key}” is empty."), key=key) if key else say(N_("This is empty."))
    if info is None or info.is_required():
        return Said(what, say(N_("write what belongs here.")))
    return Said(what, say(N_("write what belongs here, or delete the line.")))
