"""The one way for the text of decks and sessions into a terminal."""

_KEPT = frozenset("\n \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}")


def printable(text: str) -> str:
    """Return the text with everything that does not print (but line ends and spaces) written as `\\x1b`.

    A deck can hold characters that move the cursor, colour the screen or turn the reading direction.
    """
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() or one in _KEPT else _escaped(one) for one in text)


def _escaped(one: str) -> str:
    return one.encode("unicode_escape").decode("ascii")
