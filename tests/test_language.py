"""The interface's words: every message has its French, with the same values and French typography."""

import ast
import locale
import os
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract_from_dir

from booster import language
from booster.language import LANGUAGES, Sentence, plural, system_language, translator

PACKAGE = Path(language.__file__).parent
KEYWORDS = {"tr": None, "N_": None, "plural": (1, 2)}


def messages() -> dict[str, str | None]:
    """Every message in the code, with its plural if it has one."""
    found: dict[str, str | None] = {}
    for _, _, message, _, _ in extract_from_dir(PACKAGE, [("**.py", "python")], keywords=KEYWORDS):
        one, many = message if isinstance(message, tuple) else (message, None)
        found[one] = many
    return found


def french() -> dict[str, polib.POEntry]:
    return {
        entry.msgid: entry for entry in polib.pofile(str(PACKAGE / "locale" / "fr.po")) if not entry.obsolete
    }


def translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_every_message_is_in_the_french_catalogue_and_no_other() -> None:
    assert set(messages()) == set(french())


def test_no_message_hides_in_a_formatted_string() -> None:
    """There the translators' tool does not see it, so that it would stay English on a French card."""
    hidden = re.compile(r"""\bf(["']).*\{[^}]*\b(tr|N_|tr\.plural)\(["']""")
    lines = ((file, line) for file in PACKAGE.rglob("*.py") for line in file.read_text("utf-8").splitlines())
    assert [(file.name, line) for file, line in lines if hidden.search(line)] == []


def test_every_message_is_said_by_a_name_that_the_translators_tool_looks_for() -> None:
    """It knows `tr`, `N_` and `plural`: what a `self._tr` says would stay English."""
    hidden = re.compile(r"\w*_tr\(\s*[\"']")
    assert [file.name for file in PACKAGE.rglob("*.py") if hidden.search(file.read_text("utf-8"))] == []


def test_every_french_message_is_translated_and_certain() -> None:
    catalogue = french()
    assert [m for m, entry in catalogue.items() if entry.fuzzy or not all(translations(entry))] == []
    assert {m for m, many in messages().items() if many} == {
        m for m, e in catalogue.items() if e.msgid_plural
    }


def plural_calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call of `plural`, as the code has it: the translators' tool loses a form where it is nested."""
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and "plural" in (
                getattr(node.func, "attr", ""),
                getattr(node.func, "id", ""),
            ):
                yield file.name, node


def test_every_message_of_a_number_has_both_its_forms_in_the_catalogue() -> None:
    known = {(one, entry.msgid_plural) for one, entry in french().items()}
    missing = []
    for file, call in plural_calls():
        forms = tuple(form.value if isinstance(form, ast.Constant) else "" for form in call.args[:2])
        # `Sentence` hands over what `plural` was given elsewhere.
        if forms not in known and file != "language.py":
            missing.append((file, call.lineno, *forms))
    assert missing == []


def test_a_translation_fills_in_the_same_values() -> None:
    def names(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)", text))

    for message, entry in french().items():
        allowed = names(message) | names(entry.msgid_plural or "")
        for text in translations(entry):
            # A singular may leave its number out: “one card”.
            assert names(text) <= allowed, message
            assert allowed - names(text) <= {"n"}, message


def test_french_typography() -> None:
    wrong = re.compile(
        r"'|\"|[^\s\u00a0\u202f][?!;]|[ ][?!;:»]|«[ ]|\.\.\.|\boe|[^\s\u00a0\d{}/]:(?!//)(?=\s|$)"
    )
    typed = re.compile(
        r"« [^»]*[\w}]: [^»]* »|\(\"\)".replace(" ", "[\u00a0 ]?")
    )  # what is to be typed as it stands
    texts = [typed.sub("", text) for entry in french().values() for text in translations(entry)]
    assert [text for text in texts if wrong.search(text)] == []


def test_english_typography() -> None:
    straight = re.compile(r"\w'\w|\s\"\w|\.\.\.")
    assert [message for message in messages() if straight.search(message)] == []


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LC_ALL": "fr_FR.UTF-8"}, "fr"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "fr_CA"}, "fr"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "fr_FR"}, "en"),
        ({"LC_ALL": "C"}, "en"),
        ({"LC_ALL": "sl_SI.UTF-8"}, "en"),
    ],
)
def test_the_language_follows_the_system(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert system_language() == expected


@pytest.mark.parametrize(
    ("windows", "expected"),
    [
        ("French_France.1252", "fr"),
        ("French_Belgium.1252", "fr"),
        ("French_Switzerland.1252", "fr"),
        ("French_Canada.1252", "fr"),
        ("fr-BE", "fr"),
        ("English_United Kingdom.1252", "en"),
        ("German_Germany.1252", "en"),
        ("C", "en"),
    ],
)
def test_the_language_follows_windows_by_its_own_names(
    monkeypatch: pytest.MonkeyPatch, windows: str, expected: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(locale, "setlocale", lambda category: windows)

    assert system_language() == expected


def test_every_language_speaks() -> None:
    for code in LANGUAGES:
        assert translator(code).language == code
    assert translator("xx").language == "en"


def test_plurals_follow_the_language() -> None:
    one, many = "{n} point", "{n} points"
    assert [translator("en").plural(one, many, n) for n in (0, 1, 2)] == ["0 points", "1 point", "2 points"]
    assert [translator("fr").plural(one, many, n) for n in (0, 1, 2)] == ["0 point", "1 point", "2 points"]


def test_a_sentence_is_said_once_the_language_is_known() -> None:
    inner = Sentence("Fix: {fix}", {"fix": Sentence("delete it.", {})})
    both = Sentence("“{file}” cannot be read: {why}.", {"file": "a{b}", "why": inner})
    assert str(both) == "“a{b}” cannot be read: Fix: delete it.."
    assert both.said(translator("fr")) == (
        "«\u00a0a{b}\u00a0» ne peut pas être lu\u00a0: Remède\u00a0: effacez-le.."
    )
    assert both == Sentence(both.message, dict(both.values)) != inner


def test_a_sentence_of_a_number_takes_the_form_of_the_language() -> None:
    said = [plural("{n} point", "{n} points", n) for n in (0, 1, 2)]
    assert [str(one) for one in said] == ["0 points", "1 point", "2 points"]
    assert [one.said(translator("fr")) for one in said] == ["0 point", "1 point", "2 points"]


def test_words_are_read_from_the_compiled_file_unless_their_source_is_newer(tmp_path: Path) -> None:
    source, compiled = tmp_path / "fr.po", tmp_path / "fr.mo"
    words = polib.POFile()
    words.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    words.append(polib.POEntry(msgid="Roll", msgstr="Lancer"))
    words.save(str(source))
    assert language.catalogue(source).gettext("Roll") == "Lancer"
    words[0].msgstr = "Lancer le dé"
    words.save_as_mofile(str(compiled))
    os.utime(source, ns=(0, 0))
    assert language.catalogue(source).gettext("Roll") == "Lancer le dé"
    os.utime(compiled, ns=(0, 0))
    os.utime(source, ns=(10**9, 10**9))
    assert language.catalogue(source).gettext("Roll") == "Lancer"
    source.unlink()
    assert language.catalogue(source).gettext("Roll") == "Lancer le dé"
