"""Wrong decks made from right ones: each has one mistake of a named family, as people make them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

Lines = list[str]
Mutation = tuple[Lines, int]
"""The lines with one mistake, and the number, from 0, of the line that is to be named."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A file's bytes with one mistake, and the line, from 1, that is to be named."""

    family: str
    content: bytes
    line: int


def mutate(family: str, text: str, chance: Random) -> Wrong | None:
    """One mistake of a family in a file of cards; None when the file has no place for it."""
    lines = text.split("\n")
    if family == "saved as Windows-1252":
        return _windows(lines, chance)
    if family == "saved as UTF-16":
        return Wrong(family, text.encode("utf-16"), 1)
    mutations = list(FAMILIES[family](lines, chance))
    if not mutations:
        return None
    changed, line = chance.choice(mutations)
    return Wrong(family, "\n".join(changed).encode(), line + 1)


def _windows(lines: Lines, chance: Random) -> Wrong:
    at = chance.choice([i for i, line in enumerate(lines) if "title: " in line])
    plain = [line.encode("ascii", "ignore").decode() for line in lines]
    plain[at] += " d’été"
    return Wrong("saved as Windows-1252", "\n".join(plain).encode("cp1252"), at + 1)


def _each(lines: Lines, pattern: str, new: Callable[[re.Match[str]], str]) -> Iterator[Mutation]:
    for i, line in enumerate(lines):
        if match := re.fullmatch(pattern, line):
            yield [*lines[:i], new(match), *lines[i + 1 :]], i


_TEXT = r"(  (?:title|talk|what|who|advice|ask|try): )([^\"'>].*)"
_KEY = r"(  )(title|talk|situation|responses|helped_by|what|steps|story|advice|pillars)(:.*)"


def _misspelt_key(lines: Lines, chance: Random) -> Iterator[Mutation]:
    def new(match: re.Match[str]) -> str:
        at = chance.randrange(1, len(match[2]))
        return match[1] + match[2][:at] + match[2][at + 1 :] + match[3]

    return _each(lines, _KEY, new)


def _wrong_type(lines: Lines, chance: Random) -> Iterator[Mutation]:
    yield from _each(lines, r"(.* points: )\{.*\}", lambda match: match[1] + "many")
    yield from _each(lines, _TEXT, lambda match: match[1] + "[one, another]")
    yield from _each(lines, r"(  stage: ).*", lambda match: match[1] + "{name: launch}")
    yield from _each(lines, r"(  (?:helped_by|pillars): )\[.*\]", lambda match: match[1] + "a text")


def _missing_colon(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(
        lines, r"(  (?:title|stage|talk|who|what))(: )(\w.*)", lambda match: f"{match[1]} {match[3]}"
    )


def _tab(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, _KEY, lambda match: "\t" + match[2] + match[3])


def _no_break_space(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, _KEY, lambda match: "\N{NO-BREAK SPACE} " + match[2] + match[3])


def _same_id(lines: Lines, chance: Random) -> Iterator[Mutation]:
    ids = [line for line in lines if line.startswith("- id: ")]
    for changed, i in _each(lines, r"- id: .*", lambda match: ids[0]):
        if lines[i] != ids[0]:
            yield changed, i


def _same_key(lines: Lines, chance: Random) -> Iterator[Mutation]:
    for i, line in enumerate(lines):
        if re.match(r"  (?:title|stage): ", line):
            yield [*lines[: i + 1], line, *lines[i + 1 :]], i + 1


def _open_quote(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(
        lines, r"(  (?:title|talk|who|advice): )([^\"':>][^\"':]*)", lambda match: f'{match[1]}"{match[2]}'
    )


def _missing_key(lines: Lines, chance: Random) -> Iterator[Mutation]:
    start = 0
    for i, line in enumerate(lines):
        start = i if line.startswith("- ") else start
        if re.match(r"  (?:title|stage): ", line):
            yield [*lines[:i], *lines[i + 1 :]], start


def _unknown_stage(lines: Lines, chance: Random) -> Iterator[Mutation]:
    stage = chance.choice(("idea", "lunch", "Products", "business model", "3"))
    return _each(lines, r"(  stage: ).*", lambda match: match[1] + stage)


def _out_of_range(lines: Lines, chance: Random) -> Iterator[Mutation]:
    points = chance.choice(("+4", "-7", "12", "99"))
    return _each(lines, r"(.*points: \{\w+: )[+-]?\d(.*)", lambda match: match[1] + points + match[2])


def _no_number(lines: Lines, chance: Random) -> Iterator[Mutation]:
    points = chance.choice(("two", "1.5", "++1", "no", "1:30"))
    return _each(lines, r"(.*points: \{\w+: )[+-]?\d(.*)", lambda match: match[1] + points + match[2])


def _bad_reference(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, r"(  helped_by: \[)(.*)", lambda match: f"{match[1]}no-such-tool, {match[2]}")


def _bad_indent(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, _KEY, lambda match: chance.choice((" ", "   ", "    ")) + match[2] + match[3])


def _colon_in_text(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, _TEXT, lambda match: f"{match[1]}{match[2]}: and more")


def _no_space_after_dash(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, r"- (id: .*)", lambda match: "-" + match[1])


def _no_space_after_colon(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, r"(  (?:title|stage|talk|what|who):) (\w.*)", lambda match: match[1] + match[2])


def _leading_sign(lines: Lines, chance: Random) -> Iterator[Mutation]:
    sign = chance.choice("*&!%@`")
    return _each(lines, _TEXT, lambda match: match[1] + sign + match[2])


def _open_bracket(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, r"(  (?:helped_by|pillars): \[.*)\]", lambda match: match[1])


def _empty_value(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, r"(  (?:title|stage|who):) .*", lambda match: match[1])


def _invisible(lines: Lines, chance: Random) -> Iterator[Mutation]:
    sign = chance.choice("\u200b\u202e\x07\u2028\ufeff")
    return _each(lines, _TEXT, lambda match: f"{match[1]}{match[2][:1]}{sign}{match[2][1:]}")


def _too_long(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, r"(  title: )(\w.*)", lambda match: match[1] + "word " * 50)


def _bad_id(lines: Lines, chance: Random) -> Iterator[Mutation]:
    bad = chance.choice(("My Card", "carte_été", "A-Card", "card--two", "-card"))
    return _each(lines, r"(- id: ).*", lambda match: match[1] + bad)


def _second_document(lines: Lines, chance: Random) -> Iterator[Mutation]:
    first = next(i for i, line in enumerate(lines) if line.startswith("- "))
    for i, line in enumerate(lines):
        if i > first and line.startswith("- id: "):
            yield [*lines[:i], "---", *lines[i:]], i


def _goes_on_too_far_left(lines: Lines, chance: Random) -> Iterator[Mutation]:
    for i, line in enumerate(lines):
        if re.fullmatch(_TEXT, line):
            yield [*lines[: i + 1], "  It goes on here.", *lines[i + 1 :]], i + 1


_STEP = r"(    )- ([^:\"']*)"


def _step_without_hyphen(lines: Lines, chance: Random) -> Iterator[Mutation]:
    sign = chance.choice(("", "-", "• ", "– ", "* "))
    for changed, i in _each(lines, _STEP, lambda match: match[1] + sign + match[2]):
        if lines[i - 1].startswith("    - "):
            yield changed, i


def _dash_for_hyphen(lines: Lines, chance: Random) -> Iterator[Mutation]:
    dash = chance.choice("–—•")
    return _each(lines, r"( *)- ((?:id|do): .*)", lambda match: f"{match[1]}{dash} {match[2]}")


def _one_space_more(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, r" *(?:- do|then|points|help|talk|stage): .*", lambda match: " " + match[0])


_POINTS = r"( *(?:points|help)): \{(.*)\}"


def _points_without_colon(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, _POINTS, lambda match: f"{match[1]} {{{match[2]}}}")


def _points_between_other_signs(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, _POINTS, lambda match: f"{match[1]}: ({match[2]})")


def _space_in_points(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, r"(.*points: \{\w+: )([+-])(\d.*)", lambda match: f"{match[1]}{match[2]} {match[3]}")


def _semicolon(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, r"(.*: [\[{][^,]*), (.*)", lambda match: f"{match[1]}; {match[2]}")


def _leading_bracket(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, _TEXT, lambda match: f"{match[1]}[Draft] {match[2]}")


def _curly_for_closing_quote(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(
        lines, r"(  (?:title|talk|who|advice): )([^\"':>][^\"':]*)", lambda match: f'{match[1]}"{match[2]}”'
    )


def _quotes_inside_quotes(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(
        lines,
        r"(  title: )(\w+) (\w+) ([^\"':]*)",
        lambda match: f'{match[1]}"{match[2]} "{match[3]}" {match[4]}"',
    )


def _space_before_colon(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(lines, _KEY, lambda match: f"{match[1]}{match[2]}\N{NO-BREAK SPACE}{match[3]}")


_IN_FRENCH = {"title": "titre", "stage": "étape", "then": "alors", "steps": "étapes", "advice": "conseil"}


def _key_in_french(lines: Lines, chance: Random) -> Iterator[Mutation]:
    return _each(
        lines, rf"( *)({'|'.join(_IN_FRENCH)})(:.*)", lambda match: match[1] + _IN_FRENCH[match[2]] + match[3]
    )


FAMILIES: dict[str, Callable[[Lines, Random], Iterator[Mutation]]] = {
    "misspelt key": _misspelt_key,
    "wrong type": _wrong_type,
    "missing colon": _missing_colon,
    "tab": _tab,
    "no-break space": _no_break_space,
    "duplicate id": _same_id,
    "duplicate key": _same_key,
    "unclosed quote": _open_quote,
    "missing required key": _missing_key,
    "unknown stage": _unknown_stage,
    "out of range": _out_of_range,
    "not a number": _no_number,
    "bad reference": _bad_reference,
    "bad indentation": _bad_indent,
    "unquoted colon": _colon_in_text,
    "no space after the hyphen": _no_space_after_dash,
    "no space after the colon": _no_space_after_colon,
    "leading sign": _leading_sign,
    "unclosed bracket": _open_bracket,
    "empty value": _empty_value,
    "invisible character": _invisible,
    "too long": _too_long,
    "bad id": _bad_id,
    "second document": _second_document,
    "text goes on too far left": _goes_on_too_far_left,
    "step without hyphen": _step_without_hyphen,
    "dash for a hyphen": _dash_for_hyphen,
    "one space too many": _one_space_more,
    "points without colon": _points_without_colon,
    "parentheses for braces": _points_between_other_signs,
    "space in points": _space_in_points,
    "semicolon for a comma": _semicolon,
    "leading bracket": _leading_bracket,
    "curly closing quote": _curly_for_closing_quote,
    "quotes inside quotes": _quotes_inside_quotes,
    "no-break space before the colon": _space_before_colon,
    "key in French": _key_in_french,
}

NAMES = (*FAMILIES, "saved as Windows-1252", "saved as UTF-16")
"""Every family of mistakes."""


def damaged(content: bytes, chance: Random) -> bytes:
    """A file's bytes after one to five blows: bytes or lines changed, added, lost, moved, repeated."""
    for _ in range(chance.randint(1, 5)):
        content = chance.choice((_bytes_changed, _bytes_lost, _bytes_added, _lines_moved, _lines_repeated))(
            content, chance
        )
    return content


_SIGNS = (
    b":",
    b": ",
    b"- ",
    b"-",
    b"#",
    b" #",
    b'"',
    b"'",
    b"{",
    b"}",
    b"[",
    b"]",
    b"\t",
    b"\n",
    b"\r",
    b"|",
    b">",
)
_ODD = (
    b"&a ",
    b"*a",
    b"!!x ",
    b"%",
    b"? ",
    b"<<: ",
    b"---\n",
    b"...\n",
    b"\0",
    b"\xff",
    b"\xc3\xa9",
    b"\xe2\x80\xae",
)


def _bytes_changed(content: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    new = chance.choice((bytes([chance.randrange(256)]), chance.choice(_SIGNS), chance.choice(_ODD)))
    return content[:at] + new + content[at + len(new) :]


def _bytes_lost(content: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[at + chance.choice((1, 1, 2, 10, 200)) :]


def _bytes_added(content: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(_SIGNS + _ODD) * chance.choice((1, 1, 1, 2, 50, 5000)) + content[at:]


def _lines_moved(content: bytes, chance: Random) -> bytes:
    lines = content.split(b"\n")
    lines.insert(chance.randrange(len(lines) + 1), lines.pop(chance.randrange(len(lines))))
    return b"\n".join(lines)


def _lines_repeated(content: bytes, chance: Random) -> bytes:
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    some = lines[at : at + chance.choice((1, 1, 3, 30))]
    return b"\n".join([*lines[:at], *some * chance.choice((1, 2, 20)), *lines[at:]])
