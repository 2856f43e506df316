"""What came from elsewhere and was left as it was: sample cards, damaged accents, curly quotes."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from booster.decks.compose import compose
from booster.decks.contents import CARD_FILES, Contents, Placed, read_cards
from booster.decks.folder import CardFile
from booster.decks.model import Card
from booster.decks.problems import Problem, cut, say
from booster.decks.read import Source
from booster.decks.templates import template
from booster.language import N_, plural

_DAMAGED = re.compile("Ã[^\\sA-Za-z]|Ã\N{NO-BREAK SPACE}|â€.|Å[“”]|Â[«»\N{NO-BREAK SPACE}°·©]")
"""What UTF-8 looks like to a program that takes it for the old encoding of Windows."""

_CURLY = re.compile("^ *(?:- )?[a-z_]+: (?P<quoted>“[^“”]*”) *$")


def find_copied_problems(contents: Contents) -> Iterator[Problem]:
    """Yield a hint for sample cards that stay among others, and what letters show that a copy went wrong."""
    if contents.whole:
        yield from _samples(contents)
    for source in _sources(contents):
        yield from _damaged_letters(source)
        yield from _curly_quotes(source)


def _samples(contents: Contents) -> Iterator[Problem]:
    """A deck of nothing but samples is a new one: its author knows."""
    language = contents.info.part.language if contents.info else "en"
    samples = _sample_cards(language)
    left = [card for card in contents.cards if card.part in samples]
    if left and len(left) < len(contents.cards):
        what = plural(
            "A sample card is still there: {ids}.",
            "{n} sample cards are still there: {ids}.",
            len(left),
            ids=cut(", ".join(card.part.id for card in left)),
        )
        fix = say(N_("replace them with your own, or delete them."))
        yield left[0].source.problem("hint", left[0].place("id"), what, fix)


@cache
def _sample_cards(language: str) -> tuple[Card, ...]:
    return tuple(card.part for file in CARD_FILES for card in _cards_of(file, template(file, language)))


def _cards_of(file: CardFile, text: str) -> tuple[Placed[Card], ...]:
    source = Source(file, text, tuple(text.split("\n")))
    node = compose(source).node
    return read_cards(source, node, file).cards if node else ()


def _sources(contents: Contents) -> Iterable[Source]:
    """The files that were read, each once."""
    parts = (*contents.cards, *((contents.info,) if contents.info else ()))
    sources = (*(part.source for part in parts), *(one.source for one in contents.translations.values()))
    return {source.file: source for source in sources}.values()


def _damaged_letters(source: Source) -> Iterator[Problem]:
    """One warning a file: where one accent is damaged, all are."""
    for number, line in enumerate(source.lines):
        if found := _DAMAGED.search(line):
            what = say(N_("The accents are damaged from here on (“{letters}”)."), letters=found[0])
            fix = say(N_("copy the text again from where it is right, and save as UTF-8."))
            yield source.problem("warning", (number, found.start()), what, fix)
            return


def _curly_quotes(source: Source) -> Iterator[Problem]:
    for number, line in enumerate(source.lines):
        if "“" in line and (found := _CURLY.match(line)):
            what = say(N_("These curly quotes will show on the card."))
            fix = say(N_("delete them, or type straight ones, unless you mean it so."))
            yield source.problem("hint", (number, found.start("quoted")), what, fix)
