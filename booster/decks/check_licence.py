"""Whether a deck says where it comes from, and whether its licence lets others use it."""

import re
from collections.abc import Iterator

from booster.decks.contents import Contents, Placed
from booster.decks.model import DeckInfo
from booster.decks.problems import Problem, say
from booster.language import N_, Sentence, plural

SHARE_ALIKE = "CC-BY-SA-4.0"

COMPATIBLE = frozenset({SHARE_ALIKE, "LAL-1.3", "GPL-3.0-only", "GPL-3.0-or-later"})
"""Licences under which what was adapted from CC BY-SA 4.0 may be shared (creativecommons.org lists them)."""

_JOINED = re.compile(r"\s+(?:AND|OR|WITH)\s+|[()]")
_SPDX = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
_SPOKEN = re.compile(r"CC[- ]+BY(?P<limits>(?:[- ]+(?:NC|ND|SA))*)[- ]*(?P<version>[1-4]\.[05])?", re.I)


def find_licence_problems(contents: Contents) -> Iterator[Problem]:
    """Yield what a deck lacks to be shared: sources, and a licence that others can work with."""
    if contents.info is not None:
        yield from _licence(contents.info)
    yield from _sources(contents)


def _licence(info: Placed[DeckInfo]) -> Iterator[Problem]:
    typed = info.part.licence
    found = tuple(_licence_problems(typed, info.part.adapted_from is not None))
    for what, fix in found[:1]:
        yield info.source.problem("warning", info.place("licence"), what, fix)
    spoken = _SPOKEN.fullmatch(typed)
    if not found and spoken and not _is_spdx(typed):
        yield info.source.problem(
            "hint",
            info.place("licence"),
            say(N_("Programs know a licence by its SPDX name.")),
            say(N_("type: {typed}"), typed=f"licence: {_spdx(spoken)}"),
        )


def _licence_problems(typed: str, adapted: bool) -> Iterator[tuple[Sentence, Sentence]]:
    spoken = _SPOKEN.fullmatch(typed)
    limits = re.findall(r"NC|ND", _spdx(spoken) if spoken else typed.upper().replace(" ", "-"))
    share_alike = say(N_("type: {typed}"), typed=f"licence: {SHARE_ALIKE}")
    if spoken and "ND" in limits:
        what = say(N_("“{licence}” forbids changes: nobody may translate or adapt this deck."), licence=typed)
        yield what, share_alike
    if spoken and "NC" in limits:
        what = say(
            N_("“{licence}” forbids paid use: this deck cannot be shared mixed with CC BY-SA cards."),
            licence=typed,
        )
        yield what, share_alike
    if not spoken and not _is_spdx(typed):
        what = say(N_("“{licence}” is not the name of a known kind of licence."), licence=typed)
        yield what, share_alike
    names = {_spdx(spoken)} if spoken else {name for name in _JOINED.split(typed) if name}
    if adapted and not names <= COMPATIBLE:
        what = say(
            N_("This deck adapts another: CC BY-SA asks for the same licence, not “{licence}”."),
            licence=typed,
        )
        yield what, share_alike


def _is_spdx(typed: str) -> bool:
    names = [name for name in _JOINED.split(typed) if name]
    return bool(names) and all(_SPDX.fullmatch(name) for name in names)


def _spdx(spoken: re.Match[str]) -> str:
    """The SPDX name of a Creative Commons licence typed as people say it."""
    limits = re.findall(r"NC|ND|SA", spoken["limits"].upper())
    return "-".join(("CC-BY", *limits, spoken["version"] or "4.0"))


def _sources(contents: Contents) -> Iterator[Problem]:
    info = contents.info
    if info is not None and info.part.source is None and not any(card.part.source for card in contents.cards):
        what = say(N_("Nothing tells where the content of this deck comes from."))
        fix = say(N_("add a line “source: …”, also if it is your own experience."))
        yield info.source.problem("hint", info.place("id"), what, fix)
        return
    without = [card for card in contents.cards if card.part.source is None]
    if without:
        what = plural(
            "This card names no source.", "{n} cards name no source. This is the first.", len(without)
        )
        fix = plural("add a line “source: …”.", "add a line “source: …” to each.", len(without))
        yield without[0].source.problem("hint", without[0].place("id"), what, fix)
