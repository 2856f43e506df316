"""The decks that can be found: the core deck, those named on the command line, those in the user's folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from booster.decks.kept import load_kept
from booster.decks.model import Deck, DeckInfo
from booster.decks.problems import Problem
from booster.decks.translate import combine, in_language
from booster.errors import BoosterError
from booster.language import LANGUAGES, Translator
from booster.paths import core_deck, deck_folders, user_decks_folder

PROBLEMS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class FoundDeck:
    """A deck's folder and what came of reading it: the deck, or its errors, or why it cannot be read."""

    folder: Path
    deck: Deck | None
    errors: tuple[Problem, ...] = ()
    unreadable: str = ""

    def title(self, tr: Translator) -> str:
        """Return the deck's title in the language, or its folder's name where it has none."""
        return self._info(tr).title if self.deck else self.folder.name

    def _info(self, tr: Translator) -> DeckInfo:
        assert self.deck is not None
        return in_language(self.deck, tr.language).info

    def languages(self) -> str:
        """Return the names of the languages it can be played in, its own first."""
        assert self.deck is not None
        codes = dict.fromkeys((self.deck.info.language, *sorted(self.deck.translations)))
        return ", ".join(LANGUAGES.get(code, code) for code in codes)

    def cards(self, tr: Translator) -> str:
        """Return how many cards of each kind it has."""
        assert self.deck is not None
        return tr(
            "{challenges}, {tools}, {experiences}",
            challenges=tr.plural("{n} challenge", "{n} challenges", len(self.deck.challenges)),
            tools=tr.plural("{n} tool", "{n} tools", len(self.deck.tools)),
            experiences=tr.plural("{n} experience", "{n} experiences", len(self.deck.experiences)),
        )

    def summary(self, tr: Translator) -> str:
        """Return three lines: what is in the deck, who wrote it, its languages and its licence."""
        info = self._info(tr)
        return "\n".join(
            (
                self.cards(tr),
                tr("Authors: {authors}", authors="; ".join(info.authors)),
                tr("{languages} · licence {licence}", languages=self.languages(), licence=info.licence),
            )
        )

    def fault(self, tr: Translator) -> str:
        """Return why it cannot be played: the first errors, each with its file, its line and what to do."""
        if self.unreadable:
            return tr("This folder cannot be read: {why}.", why=self.unreadable)
        shown = [_plain(problem, tr) for problem in self.errors[:PROBLEMS_SHOWN]]
        more = len(self.errors) - len(shown)
        if more:
            shown.append(tr.plural("… and {n} more error.", "… and {n} more errors.", more))
        return "\n".join(shown)


def found_decks(named: tuple[Path, ...]) -> tuple[FoundDeck, ...]:
    """Return every deck that can be found, the core deck first, broken ones included."""
    folders = dict.fromkeys((core_deck().resolve(), *named, *_user_folders()))
    return tuple(_read(folder) for folder in folders)


def is_installed(folder: Path) -> bool:
    """Return whether a deck lies among those that are installed."""
    return folder in _user_folders()


def mix_fault(decks: Sequence[Deck], tr: Translator) -> str:
    """Return why decks cannot be played together; nothing if they can."""
    if not decks:
        return tr("Choose at least one deck.")
    try:
        combine(decks)
    except BoosterError as fault:
        return fault.said(tr)
    return ""


def _user_folders() -> list[Path]:
    try:
        return [folder.resolve() for folder in deck_folders(user_decks_folder())]
    except OSError:
        return []  # nobody has made the folder yet


def _read(folder: Path) -> FoundDeck:
    try:
        read = load_kept(folder)
    except OSError as error:
        return FoundDeck(folder, None, unreadable=error.strerror or type(error).__name__)
    return FoundDeck(folder, read) if isinstance(read, Deck) else FoundDeck(folder, None, read)


def _plain(problem: Problem, tr: Translator) -> str:
    return tr(
        "{file}, line {line}: {what} {fix}",
        file=Path(problem.file).name,
        line=problem.line,
        what=problem.what.said(tr),
        fix=tr("Fix: {fix}", fix=problem.fix.said(tr)),
    )
