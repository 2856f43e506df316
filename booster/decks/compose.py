"""YAML -> nodes with their places. Every scalar is text; what decks do not need is refused.

The parser gives events, never objects, so that no file can build more than it holds.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import yaml

from booster.decks.mendable import mendable
from booster.decks.mistakes import mistake
from booster.decks.problems import Problem, say
from booster.decks.quotes import in_quotes, never_closed, starts_with_a_sign, swallows_keys
from booster.decks.read import MOST_PROBLEMS, Place, Source, refused_character
from booster.language import N_, Sentence

DEEPEST = 32
MOST_EVENTS = 80_000
"""Texts, and beginnings and ends of lists, in the largest file that is read."""

LONGEST_TEXT = 5_000

_QUOTES = ('"', "'")


class Node(NamedTuple):
    """A text, a list or a mapping, with the place where it starts (counted from 0).

    `value` is all of it in plain values: str, tuple and dict. `children` are the nodes inside, by key or in
    order; `keys` are the places of a mapping's keys.
    """

    value: Any
    line: int
    column: int
    children: dict[str, "Node"] | tuple["Node", ...] = ()
    keys: dict[str, Place] | None = None

    @property
    def place(self) -> Place:
        """The line and the column where it starts."""
        return self.line, self.column


@dataclass(frozen=True, slots=True)
class Composed:
    """A file's node (None when it is empty or cannot be read to its end) and the problems met."""

    node: Node | None
    problems: tuple[Problem, ...]


def compose(source: Source) -> Composed:
    """Read a file's YAML. Never raises, whatever the text."""
    builder = _Builder(source)
    try:
        builder.take_all(_loader()(source.text))
    except _TooMuch:
        return _stopped(builder.problems)
    except (yaml.YAMLError, ValueError, OverflowError) as fault:
        # The parser written in Python lets ValueError and OverflowError through on odd numbers in escapes.
        broken = mistake(source, fault)
        # A line that has been answered already may be what reading stops at in the end.
        answered = any(one.line == broken.line and one.weight == "error" for one in builder.problems)
        return _stopped(builder.problems if answered else (*builder.problems, broken))
    if builder.root is None and not builder.problems:
        empty = source.problem(
            "error", (0, 0), say(N_("This file is empty.")), say(N_("write it, or delete it."))
        )
        return Composed(None, (empty,))
    return Composed(builder.root, tuple(builder.problems))


def _stopped(problems: Sequence[Problem]) -> Composed:
    """Reading stopped at the last of these problems."""
    *others, last = problems
    return Composed(None, (*others, replace(last, stops=True)))


def _loader() -> Any:
    """The parser in C where PyYAML was built with it."""
    return getattr(yaml, "CLoader", yaml.Loader)


class _TooMuch(Exception):
    """The rest of the file is not read."""


@dataclass(slots=True)
class _Open:
    """A list or a mapping that is not closed yet."""

    line: int
    column: int
    items: list[Node] | None = None
    children: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    key: str | None = None
    is_item: bool = False
    """Whether it is written after a hyphen, its keys one a line."""

    def closed(self) -> Node:
        if self.items is not None:
            value = tuple([item.value for item in self.items])
            return Node(value, self.line, self.column, tuple(self.items))
        values = {key: child.value for key, child in self.children.items()}
        return Node(values, self.line, self.column, self.children, self.keys)


class _Builder:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._comments = " #" in source.text

    def take_all(self, parser: Any) -> None:
        """Take every event of a parser, of which most are texts."""
        next_event, text, end = parser.get_event, yaml.ScalarEvent, yaml.StreamEndEvent
        for _ in range(MOST_EVENTS):
            event = next_event()
            kind = type(event)
            if kind is text:
                self._scalar(event)
            elif kind is end:
                return
            else:
                self._take(event, kind)
        what = say(N_("This file holds too many texts and lists."))
        self._stop(event, what, say(N_("share its cards out over two decks.")))

    def _take(self, event: Any, kind: type) -> None:
        if kind is yaml.MappingStartEvent:
            is_item = not event.flow_style and bool(self._open) and self._open[-1].items is not None
            self._begin(event, _Open(*_place(event), is_item=is_item))
        elif kind is yaml.SequenceStartEvent:
            self._begin(event, _Open(*_place(event), items=[]))
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            self._add(self._open.pop().closed())
        elif kind is yaml.AliasEvent:
            self._sign(event)
            self._add(Node(f"*{event.anchor}", *_place(event)))
        elif kind is yaml.DocumentStartEvent:
            self._document(event)

    def _begin(self, event: Any, opened: _Open) -> None:
        if event.tag is not None or event.anchor is not None:
            self._sign(event)
        if len(self._open) >= DEEPEST:
            what = say(N_("Lists are nested too deep here."))
            self._stop(event, what, say(N_("put the text between quotes, or take brackets away.")))
        if self._awaits_key():
            what = say(N_("A key must be one word."))
            self._report(_place(event), what, say(N_("put the text between quotes.")))
        self._open.append(opened)

    def _scalar(self, event: Any) -> None:
        if event.tag is not None or event.anchor is not None:
            self._sign(event)
        mark = event.start_mark
        place = line, column = mark.line, mark.column
        value: str = event.value
        style = event.style
        if style in _QUOTES and event.end_mark.line > line:
            self._quote_over_lines(place, event.end_mark.line)
        if len(value) > LONGEST_TEXT:
            value = self._shortened(value, place)
        if style == '"' and (refused := refused_character(value)):
            value = self._refused(refused[0], place)
        parent = self._open[-1] if self._open else None
        if parent is not None and parent.items is None and parent.key is None:
            parent.key = self._new_key(parent, value, place)
            return
        if self._comments and not style:
            self._cut_by_comment(event)
        self._add(Node(value, line, column))

    def _shortened(self, value: str, place: Place) -> str:
        what = say(
            N_("This text is too long: {n} characters, {most} at most."), n=len(value), most=LONGEST_TEXT
        )
        self._report(place, what, say(N_("shorten it: a card is read aloud in under a minute.")))
        return value[:LONGEST_TEXT]

    def _refused(self, character: str, place: Place) -> str:
        what = say(
            N_("There is an invisible character in this text ({code})."), code=f"U+{ord(character):04X}"
        )
        self._report(place, what, say(N_("take the backslash code away.")))
        return "?"

    def _quote_over_lines(self, place: Place, end: int) -> None:
        """A quote left open is closed by a later one: what follows would only be echoes of it."""
        if swallows_keys(self.source, place, end):
            self.problems.append(never_closed(self.source, place))
            raise _TooMuch

    def _cut_by_comment(self, event: Any) -> None:
        """` #1` after a text is taken for a comment, and the text silently cut; `# comment` is meant."""
        mark = event.end_mark
        tail = self.source.lines[mark.line][mark.column :] if mark.line < len(self.source.lines) else ""
        comment = tail.lstrip(" \t")
        if tail != comment and comment.startswith("#") and comment[1:2].isalnum():
            what = say(
                N_("The text ends before “{comment}”, which is taken for a comment."), comment=comment[:40]
            )
            fix = say(N_("put the whole text between quotes; for a comment, type a space after “#”."))
            place = (mark.line, mark.column + len(tail) - len(comment))
            problem = self.source.problem("warning", place, what, fix)
            start = event.start_mark
            line = self.source.lines[mark.line].rstrip()
            quoted = line[: start.column] + in_quotes(line[start.column :])
            self.problems.append(mendable(problem, quoted if start.line == mark.line else None))

    def _awaits_key(self) -> bool:
        return bool(self._open) and self._open[-1].items is None and self._open[-1].key is None

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if parent.items is not None:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = self._new_key(parent, node.value if isinstance(node.value, str) else "", node.place)
        else:
            # Of two equal keys the first stays: the second is reported, and the file refused.
            parent.children.setdefault(parent.key, node)
            parent.key = None

    def _new_key(self, parent: _Open, key: str, place: Place) -> str:
        if key == "<<":
            what = say(N_("“<<” has no meaning in a deck."))
            self._report(place, what, say(N_("write the keys out.")))
        if key in parent.keys:
            first = parent.keys[key][0] + 1
            what = say(N_("“{key}” is here twice: it stands on line {line} already."), key=key, line=first)
            self._report(place, what, self._one_of_two(parent, key))
        else:
            parent.keys[key] = place
        return key

    def _one_of_two(self, parent: _Open, key: str) -> Sentence:
        """What to do about a key that comes twice: in a list, the first key of an item may begin the next."""
        if parent.is_item and key == next(iter(parent.keys)):
            return say(N_("keep one of the two, or type a hyphen before it, if it begins a new item."))
        return say(N_("keep one of the two."))

    def _document(self, event: Any) -> None:
        place = _place(event)
        if self.root is not None:
            what = say(N_("“---” begins a second document here; a file holds one."))
            self._stop(event, what, say(N_("delete the line “---”, or use another file for what follows.")))
        if event.version or event.tags:
            what = say(N_("A line that starts with “%” has no meaning in a deck."))
            self._report(place, what, say(N_("delete the line, or put the text between quotes.")))

    def _sign(self, event: Any) -> None:
        self._add_problem(starts_with_a_sign(self.source, _place(event)))

    def _report(self, place: Place, what: Sentence, fix: Sentence) -> None:
        self._add_problem(self.source.problem("error", place, what, fix))

    def _add_problem(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            raise _TooMuch

    def _stop(self, event: Any, what: Sentence, fix: Sentence) -> None:
        self.problems.append(self.source.problem("error", _place(event), what, fix))
        raise _TooMuch


def _place(event: Any) -> Place:
    return event.start_mark.line, event.start_mark.column
