"""Text as it is set and as it is compared: pure, for the window and for what measures cards without one."""

import re
import unicodedata

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

_UNSET = ("Cc", "Cf", "Cs")
_BOUND = re.compile(" (?=[:;?!»])|(?<=«) ")


def clean(text: str) -> str:
    """Return the text as it is drawn: NFC, U+202F as U+00A0, no control character but the line feed."""
    if not text.isprintable():
        text = text.replace("\N{NARROW NO-BREAK SPACE}", NO_BREAK_SPACE)
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        text = "".join(one for one in text if one == "\n" or unicodedata.category(one) not in _UNSET)
    # At last: an accent may have been parted from its letter by what is left out.
    return unicodedata.normalize("NFC", text)


def bind(text: str) -> str:
    """Keep French punctuation on the line of its word, also where it was typed with an ordinary space."""
    return _BOUND.sub(NO_BREAK_SPACE, text)


def without_accents(text: str) -> str:
    """Return the text without accents and capitals, which are easily left out at a keyboard."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
