"""`booster play --text`: a new session, one played on, or a demonstration."""

import argparse
import sys
from pathlib import Path

from booster.decks.load import load_decks
from booster.decks.model import Deck
from booster.decks.translate import combine
from booster.engine.setup import expected_minutes
from booster.errors import BoosterError, EnvironmentFault
from booster.journal import SUFFIX, JournalDamaged, read_journal
from booster.language import Translator, translator
from booster.names import preset_name
from booster.paths import core_deck, sessions_folder
from booster.printable import printable
from booster.session import Session, saved_sessions
from booster.text.auto import demonstrate
from booster.text.commands import word
from booster.text.setup import Wanted, ask_setup
from booster.text.table import Table
from booster.text.terminal import Quit, Terminal, chosen_number, numbered, use_utf8
from booster.words import sentence_of


def run(args: argparse.Namespace) -> int:
    """Play as the command line asks; return the exit code. Faults are said in the language, on stderr."""
    use_utf8()
    terminal = Terminal(translator(args.language), interactive=sys.stdin.isatty())
    try:
        if args.auto:
            demonstrate(terminal, _decks(args), _wanted(args))
        else:
            play(terminal, args)
    except BoosterError as fault:
        print(printable(sentence_of(fault, terminal.tr)), file=sys.stderr)
        return fault.exit_code
    return 0


def play(terminal: Terminal, args: argparse.Namespace) -> None:
    """Begin a session, or play on with a saved one, until its end or until the person leaves.

    Raises BoosterError for a deck or a session that cannot be played.
    """
    tr = terminal.tr
    try:
        session = _begun(terminal, args) if args.resume is None else _resumed(terminal, args.resume)
    except (Quit, KeyboardInterrupt):
        terminal.answer(tr("Goodbye: no session was changed."))
        return
    try:
        Table(session, terminal).play()
    except (Quit, KeyboardInterrupt):
        terminal.answer(_where_saved(session, tr))
    else:
        terminal.answer(tr("The game is over. Thank you for playing!"), _where_saved(session, tr))
    finally:
        session.close()


def _begun(terminal: Terminal, args: argparse.Namespace) -> Session:
    """Ask for the set-up and begin a session, saved from the first moment."""
    decks, tr = _decks(args), terminal.tr
    deck = combine(decks, tr.language)
    terminal.answer(
        tr("Social Impact Booster: from idea to launch. Type “{help}” at any time.", help=word("help", tr))
    )
    setup = ask_setup(terminal, deck, _wanted(args))
    try:
        session = Session.create(setup, decks, sessions_folder())
    except OSError as error:
        raise _not_saved(sessions_folder(), error, tr) from error
    minutes = expected_minutes(deck, deck.path.presets[setup.preset], len(setup.teams))
    terminal.answer(
        tr(
            "The game begins: length {preset}, about {minutes} minutes, seed {seed}.",
            preset=preset_name(setup.preset, tr),
            minutes=minutes,
            seed=setup.seed,
        )
    )
    return session


def _resumed(terminal: Terminal, name: str) -> Session:
    """Play on with the session of that name or path; without a name, with the latest unfinished one."""
    tr = terminal.tr
    path = _session_file(name, tr) if name else _latest(tr)
    try:
        cut = read_journal(path).cut
        session = _opened(terminal, path)
    except OSError as error:
        raise BoosterError(
            tr("The session {file} cannot be read: {why}.", file=path.name, why=error.strerror)
        ) from error
    if cut:
        terminal.answer(
            tr("The last line of the file was cut off while it was written; all before it is there.")
        )
    terminal.answer(tr("The session {file} goes on where it stood.", file=path.name))
    return session


def _opened(terminal: Terminal, path: Path) -> Session:
    try:
        return Session.resume(path)
    except JournalDamaged as damage:
        if not terminal.interactive:
            raise
        _ask_about(damage, terminal)
        return Session.resume(path, accept_damage=True)


def _ask_about(damage: JournalDamaged, terminal: Terminal) -> None:
    """Return when the person wants to play on from before the damage. Raises Quit otherwise."""
    tr = terminal.tr
    options = (
        tr("Play on from before the damage; the damaged file is kept beside it"),
        tr("Leave the file as it is"),
    )
    terminal.answer(sentence_of(damage, tr), *numbered(options))
    while (number := chosen_number(terminal.ask(tr("Your choice:")), len(options))) is None:
        terminal.answer(tr("Please type a number from 1 to {most}.", most=len(options)))
    if number > 0:
        raise Quit


def _session_file(name: str, tr: Translator) -> Path:
    folder = sessions_folder()
    for path in (Path(name), folder / name, folder / f"{name}{SUFFIX}"):
        if path.is_file():
            return path
    raise BoosterError(tr("There is no session “{name}”: “booster sessions” lists them.", name=name))


def _latest(tr: Translator) -> Path:
    for saved in saved_sessions(sessions_folder()):
        if saved.fault is None and not saved.over:
            return saved.path
    raise BoosterError(tr("There is no unfinished session: “booster play --text” begins a new one."))


def _where_saved(session: Session, tr: Translator) -> str:
    """Return where the session is saved and how to go on, or since when it is not saved."""
    assert session.journal is not None
    file = session.journal.path.name
    since = session.unsaved_since
    if since and not session.journal.retry():
        return tr("NOT SAVED since {time}: {file} lacks the last actions.", time=f"{since:%H:%M}", file=file)
    if session.state.over:
        return tr("The session is saved in {file}.", file=file)
    return tr("The session is saved. To go on: booster play --text --resume {file}", file=file)


def _not_saved(folder: Path, error: OSError, tr: Translator) -> EnvironmentFault:
    return EnvironmentFault(
        tr(
            "No session can be saved in {folder} ({why}): please name another folder in BOOSTER_DATA.",
            folder=folder,
            why=error.strerror,
        )
    )


def _decks(args: argparse.Namespace) -> tuple[Deck, ...]:
    return load_decks(args.deck or [core_deck()], args.language)


def _wanted(args: argparse.Namespace) -> Wanted:
    return Wanted(args.teams, args.preset, args.seed)
