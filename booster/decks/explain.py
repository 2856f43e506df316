"""What the models refuse -> plain sentences at the place in the file."""

import re
import types
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import islice
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from booster.decks.block_text import key_above, outside_block
from booster.decks.compose import Node
from booster.decks.model import Points
from booster.decks.problems import Problem, Sentence, say
from booster.decks.read import Place, Source
from booster.language import N_

Loc = tuple[int | str, ...]
Said = tuple[Sentence, Sentence]

_MOST_COMPARED = 500
"""Words that a misspelt one is compared with, so that a huge deck is not slow to refuse."""

_NUMBER = r"[-+\N{MINUS SIGN}]?\d+"
_NO_COLON = re.compile(rf"(?P<key>[a-z_]+) *(?P<value>{_NUMBER})")
_INVISIBLE_EDGE = re.compile(r"^[^\w<\"'-]+|\s+$")


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
        if one["loc"] in misspelt and one["type"] == "missing":
            continue
        found = node_at(node, one["loc"])
        if one["type"] == "too_short" and len(found.value) >= one["ctx"]["min_length"]:
            continue
        if one["type"] == "missing" and isinstance(one["loc"][-1], int) and one["loc"][-1] > len(found.value):
            continue
        line, _ = place = _place(node, one, found)
        if blocks and one["type"] == "extra_forbidden" and key_above(source, line) in blocks:
            continue
        if found.value == "" and (outside := outside_block(source, place)):
            blocks.add(line)
            yield outside
            continue
        what, fix = _said(one, found, kind)
        yield source.problem("error", place, what, fix)


def node_at(node: Node, loc: Loc) -> Node:
    """Return the node that a path of keys and numbers leads to, or the last one on the way."""
    for step in loc:
        match node.children:
            case dict() as children if step in children:
                node = children[str(step)]
            case tuple() as children if isinstance(step, int) and step < len(children):
                node = children[step]
            case _:
                break
    return node


def nearest(typed: str, known: Iterable[str]) -> str | None:
    """Return the known word that was most likely meant, accents and capitals aside; None if none is near."""
    plain = unicodedata.normalize("NFKD", typed[:60]).encode("ascii", "ignore").decode().lower().strip(" -_")
    return next(iter(get_close_matches(plain, islice(known, _MOST_COMPARED), n=1, cutoff=0.6)), None)


def keys_of(kind: type[BaseModel] | None) -> tuple[str, ...]:
    """Return the keys that one types for a model, in the order of the file."""
    return tuple(info.alias or name for name, info in kind.model_fields.items()) if kind else ()


def slug(text: str) -> str:
    """Return the id that comes nearest to a text: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-") or "my-card"


def model_at(kind: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """Return the model of the mapping that a path leads to."""
    current: type[BaseModel] | None = kind
    for step in loc:
        if isinstance(step, str):
            info = _field(current, step)
            current = _model_in(info.annotation) if info else None
    return current


def _field(kind: type[BaseModel] | None, key: str) -> FieldInfo | None:
    fields = kind.model_fields if kind else {}
    return next((info for name, info in fields.items() if (info.alias or name) == key), None)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and not get_origin(annotation):
        return annotation if issubclass(annotation, BaseModel) else None
    if get_origin(annotation) in (tuple, Union, types.UnionType):
        return next((model for one in get_args(annotation) if (model := _model_in(one))), None)
    return None


def _place(node: Node, one: ErrorDetails, found: Node) -> Place:
    if one["type"] == "extra_forbidden":
        parent = node_at(node, one["loc"][:-1])
        return (parent.keys or {}).get(str(one["loc"][-1]), parent.place)
    return found.place


def _said(one: ErrorDetails, found: Node, kind: type[BaseModel]) -> Said:
    loc, context = one["loc"], one.get("ctx", {})
    key = next((step for step in reversed(loc) if isinstance(step, str)), "")
    value = _shown(found.value)
    if (
        isinstance(found.value, str)
        and not found.value.strip()
        and one["type"] not in ("missing", "extra_forbidden")
    ):
        return _empty(loc, kind)
    match one["type"]:
        case "extra_forbidden":
            return _unknown_key(key, keys_of(model_at(kind, loc[:-1])))
        case "missing" if isinstance(loc[-1], int):
            return say(N_("Two numbers are expected here.")), say(N_("type them as [1, 3]."))
        case "missing":
            return say(N_("“{key}” is missing."), key=key), say(N_("add a line “{key}: …”."), key=key)
        case "literal_error":
            return _not_one_of(value, re.findall(r"'([^']*)'", context["expected"]))
        case "int_type":
            what = say(N_("“{value}” is not a whole number."), value=value)
            return what, say(N_("type a number such as 2 or -1."))
        case "greater_than_equal":
            what = say(N_("{value} is too low: at least {limit}."), value=value, limit=context["ge"])
            return what, say(N_("type {limit} or more."), limit=context["ge"])
        case "less_than_equal":
            what = say(N_("{value} is too high: at most {limit}."), value=value, limit=context["le"])
            return what, say(N_("type {limit} or less."), limit=context["le"])
        case "string_too_long":
            n, most = len(found.value), context["max_length"]
            what = say(N_("“{key}” is too long: {n} characters, {most} at most."), key=key, n=n, most=most)
            return what, say(N_("shorten it."))
        case "string_pattern_mismatch" if "{2,3}" in context["pattern"]:
            what = say(N_("“{value}” is not the code of a language."), value=value)
            return what, say(N_("type its two letters, as en or fr."))
        case "string_pattern_mismatch":
            what = say(
                N_("“{value}” cannot be an id: small letters a to z, digits and hyphens only."), value=value
            )
            return what, say(N_("type: {typed}"), typed=slug(found.value))
        case "string_type":
            what = say(N_("A text is expected here."))
            return what, say(N_("put the text between quotes, without brackets or hyphens before it."))
        case "tuple_type":
            what = say(N_("A list is expected after “{key}”."), key=key)
            return what, say(N_("type each item on its own line after a hyphen, or as [one, another]."))
        case "model_type" | "model_attributes_type" | "dict_type":
            if model_at(kind, loc) is Points and re.fullmatch(_NUMBER, value):
                return _no_pillar(key, value)
            return _keys_expected(key, keys_of(model_at(kind, loc)))
        case "too_short":
            n, least = len(found.value), context["min_length"]
            what = say(N_("“{key}” has too few items: {n}, at least {least}."), key=key, n=n, least=least)
            return what, say(N_("add to the list."))
        case "too_long":
            n, most = len(found.value), context["max_length"]
            what = say(N_("“{key}” has too many items: {n}, at most {most}."), key=key, n=n, most=most)
            return what, say(N_("take some away."))
        case "no_free_response":
            what = say(N_("Every response needs a tool, so a team without tools could not choose."))
            return what, say(N_("take “needs” away from one response at least."))
        case "uneven_stages":
            what = say(N_("The stages do not all have the same number of spaces."))
            return what, say(N_("give each stage as many spaces as the others."))
        case "die_order":
            what = say(N_("The die’s lowest number comes first."))
            return what, say(N_("type them as [1, 3]."))
        case _:
            what = say(N_("“{value}” is not what is expected here."), value=value)
            return what, say(N_("compare with the same place in another card."))


def _empty(loc: Loc, kind: type[BaseModel]) -> Said:
    key = next((step for step in reversed(loc) if isinstance(step, str)), "")
    if loc and isinstance(loc[-1], int):
        what = say(N_("An item of “{key}” is empty."), key=key)
        return what, say(N_("write it after the hyphen, or delete the hyphen."))
    info = _field(model_at(kind, loc[:-1]), key)
    what = say(N_("“{key}” is empty."), key=key) if key else say(N_("This is empty."))
    if info is None or info.is_required():
        return what, say(N_("write what belongs here."))
    return what, say(N_("write what belongs here, or delete the line."))


def _unknown_key(key: str, known: tuple[str, ...]) -> Said:
    bare = key.lstrip("-").strip()
    before_colon = key.split(":")[0].strip()
    if key.startswith("-") and bare in known:
        what = say(N_("A space is missing after the hyphen."))
        return what, say(N_("type: {typed}"), typed=f"- {bare}: …")
    if ":" in key and before_colon in known:
        what = say(N_("A space is missing after the colon."))
        typed = f"{before_colon}: {key.split(':', 1)[1].strip()[:40]}"
        return what, say(N_("type: {typed}"), typed=typed)
    no_colon = _NO_COLON.fullmatch(key)
    if no_colon and no_colon["key"] in known:
        what = say(N_("A colon is missing after “{key}”."), key=no_colon["key"])
        return what, say(N_("type: {typed}"), typed=f"{no_colon['key']}: {no_colon['value']}")
    visible = _INVISIBLE_EDGE.sub("", key)
    if visible != key and visible in known:
        what = say(N_("There is something invisible beside “{key}”, such as a no-break space."), key=visible)
        return what, say(N_("delete the line and type it again."))
    what = say(N_("“{key}” is not a key that is known here."), key=_shown(key))
    meant = nearest(key, known)
    if meant:
        return what, say(N_("type “{key}”."), key=meant)
    return what, say(N_("delete it, or use one of: {keys}."), keys=", ".join(known))


def _not_one_of(value: str, allowed: list[str]) -> Said:
    what = say(N_("“{value}” is not one of: {allowed}."), value=value, allowed=", ".join(allowed))
    meant = nearest(value, allowed)
    if meant:
        return what, say(N_("type “{key}”."), key=meant)
    return what, say(N_("type one of them."))


def _no_pillar(key: str, value: str) -> Said:
    what = say(N_("“{value}” does not say which pillar it is for."), value=value)
    return what, say(N_("say which pillar: {typed}"), typed=f"{key}: {{ecology: {value}}}")


def _keys_expected(key: str, known: tuple[str, ...]) -> Said:
    example = f"{{{known[0]}: …}}" if known else "{…}"
    what = say(N_("Keys with values are expected here."))
    if not key:
        return what, say(
            N_("type “{key}: …” and the other keys, one a line."), key=known[0] if known else "id"
        )
    return what, say(N_("type for example {typed}"), typed=f"{key}: {example}")


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value if len(value) <= 40 else value[:39] + "…"
    return "[…]" if isinstance(value, tuple) else "{…}"
