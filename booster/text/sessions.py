"""`booster sessions`: the saved sessions, one a line."""

import argparse

from booster.language import Translator, translator
from booster.paths import sessions_folder
from booster.printable import printable
from booster.saved_sessions import Saved, saved_sessions
from booster.text.terminal import use_utf8
from booster.words import sentence_of


def run(args: argparse.Namespace) -> int:
    """Print the saved sessions, the last played first; return 0. A file that cannot be read says why."""
    use_utf8()
    tr = translator(args.language)
    saved = saved_sessions(sessions_folder())
    if not saved:
        print(tr("No session is saved yet: “booster play” begins one."))
    for session in saved:
        print(printable(" ".join(session_line(session, tr).split())))
    return 0


def session_line(saved: Saved, tr: Translator) -> str:
    """Return one session in a line: when it began, its teams, its turn, whether it is over, its file.

    One that cannot be played says why.
    """
    if saved.fault is not None:
        return sentence_of(saved.fault, tr)
    return tr(
        "{made}: {teams}. Turn {turn}, {end}. File {file}",
        made=saved.made[:16].replace("T", " "),
        teams=", ".join(saved.teams),
        turn=saved.turn,
        end=tr("finished") if saved.over else tr("not finished"),
        file=saved.path.name,
    )
