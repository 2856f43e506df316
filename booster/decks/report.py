"""What `booster check` prints about decks and files."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from booster.decks.doctor import examine_deck
from booster.decks.load import Reading, check_file
from booster.decks.problems import worst_first
from booster.errors import BoosterError, cannot_read
from booster.language import N_, Translator
from booster.printable import printable


@dataclass(frozen=True, slots=True)
class Checked:
    """One path that was named, and what came of reading it."""

    path: Path
    reading: Reading

    @property
    def is_valid(self) -> bool:
        """Whether there is no error."""
        return self.reading.count("error") == 0


def check_paths(paths: Sequence[Path]) -> tuple[Checked, ...]:
    """Check deck folders and single files. Raises BoosterError for a path that is missing or unreadable."""
    return tuple(Checked(path, _read(path)) for path in paths)


def as_text(checked: Sequence[Checked], tr: Translator, most: int) -> str:
    """Return the first problems of all, worst first, then one sentence for each path."""
    problems = worst_first(problem for one in checked for problem in one.reading.problems)
    parts = [problem.rendered(tr) for problem in problems[:most]]
    left = len(problems) - most
    if left > 0:
        parts.append(tr.plural("… and {n} more.", "… and {n} more.", left))
    return "\n".join((*parts, *(printable(_summary(one, tr)) for one in checked)))


def as_json(checked: Sequence[Checked], tr: Translator) -> str:
    """Return all problems for a machine, as a JSON object.

    `{"valid": bool, "decks": [{"path": str, "valid": bool, "problems": [{"file": str, "line": int,
    "column": int, "weight": "error"|"warning"|"hint", "what": str, "fix": str}]}]}`: worst first, lines and
    columns from 1, sentences in the translator's language.
    """
    decks = [
        {
            "path": str(one.path),
            "valid": one.is_valid,
            "problems": [problem.as_dict(tr) for problem in one.reading.problems],
        }
        for one in checked
    ]
    return json.dumps({"valid": all(one.is_valid for one in checked), "decks": decks}, indent=2)


def _read(path: Path) -> Reading:
    try:
        if path.is_dir():
            return examine_deck(path)
        if path.exists():
            return check_file(path)
    except OSError as fault:
        raise cannot_read(path, fault) from fault
    raise BoosterError(N_("There is no file or folder “{file}”."), file=path)


def _summary(one: Checked, tr: Translator) -> str:
    errors, others = one.reading.count("error"), len(one.reading.problems) - one.reading.count("error")
    if errors:
        count = tr.plural("{n} error", "{n} errors", errors)
        return tr("{path}: {count} to mend.", path=one.path, count=count)
    remarks = tr.plural("{n} remark", "{n} remarks", others) if others else tr("nothing to report")
    deck = one.reading.deck
    if deck is None:
        return tr("{path}: fine, {remarks}.", path=one.path, remarks=remarks)
    cards = tr.plural("{n} card", "{n} cards", len(deck.cards))
    return tr(
        "{path}: {title}, {cards}, {remarks}.",
        path=one.path,
        title=deck.info.title,
        cards=cards,
        remarks=remarks,
    )
