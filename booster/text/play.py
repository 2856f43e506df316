"""`booster play --text`: a new session, one played on, or a demonstration."""

import argparse
import sys
from pathlib import Path

from booster.decks.load import load_decks
from booster.decks.model import Deck
from booster.decks.translate import combine
from booster.engine.setup import expected_minutes
from booster.errors import BoosterError, EnvironmentFault
from booster.journal import JournalDamaged, read_journal
from booster.language import N_, Translator, translator
from booster.names import preset_name, time_words
from booster.paths import core_deck, sessions_folder
from booster.printable import printable
from booster.saved_sessions import latest_unfinished, named_session
from booster.session import Session
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
        _leave(session, terminal)
    else:
        terminal.answer(tr("The game is over. Thank you for playing!"))
        _leave(session, terminal)
    finally:
        session.close()


def _begun(terminal: Terminal, args: argparse.Namespace) -> Session:
    """Ask for the set-up and begin a session, saved from the first moment."""
    decks, tr = _decks(args), terminal.tr
    deck = combine(decks)
    terminal.answer(
        tr("Social Impact Booster: from idea to launch. Type “{help}” at any time.", help=word("help", tr))
    )
    setup = ask_setup(terminal, deck, _wanted(args))
    try:
        session = Session.create(setup, decks, sessions_folder())
    except OSError as error:
        raise EnvironmentFault(
            N_("No session can be saved in {folder} ({why}): please name another folder in BOOSTER_DATA."),
            folder=sessions_folder(),
            why=error.strerror,
        ) from error
    minutes = expected_minutes(deck, deck.path.presets[setup.preset], len(setup.teams))
    terminal.answer(
        tr(
            "The game begins: length {preset}, about {time}, seed {seed}.",
            preset=preset_name(setup.preset, tr),
            time=time_words(minutes, tr),
            seed=setup.seed,
        )
    )
    return session


def _resumed(terminal: Terminal, name: str) -> Session:
    """Play on with the session of that name or path; without a name, with the latest unfinished one."""
    tr = terminal.tr
    path = named_session(name, sessions_folder()) if name else _latest()
    try:
        cut = read_journal(path).cut
        session = _opened(terminal, path)
    except OSError as error:
        raise BoosterError(
            N_("The session {file} cannot be read: {why}."), file=path.name, why=error.strerror
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
    terminal.answer(sentence_of(damage, tr))
    if _chosen(options, terminal) > 0:
        raise Quit


def _chosen(options: tuple[str, ...], terminal: Terminal) -> int:
    """Ask until one of the options is chosen; return its number, counted from 0."""
    tr = terminal.tr
    terminal.answer(*numbered(options))
    while (number := chosen_number(terminal.ask(tr("Your choice:")), len(options))) is None:
        terminal.answer(tr("Please type a number from 1 to {most}.", most=len(options)))
    return number


def _latest() -> Path:
    latest = latest_unfinished(sessions_folder())
    if latest is None:
        raise BoosterError(N_("There is no unfinished session: “booster play --text” begins a new one."))
    return latest.path


def _leave(session: Session, terminal: Terminal) -> None:
    """Close the session and say where it is saved; ask what to do as long as it cannot be.

    Raises EnvironmentFault when the last actions are lost.
    """
    while not session.close():
        fault = _not_saved(session)
        if not (terminal.interactive and _is_tried_again(session, fault, terminal)):
            session.close_unsaved()
            raise fault
    terminal.answer(_where_saved(session, terminal.tr))


def _is_tried_again(session: Session, fault: EnvironmentFault, terminal: Terminal) -> bool:
    """Ask about actions that the disk does not take; False if the person leaves without them."""
    tr = terminal.tr
    options = (
        tr("Try again"),
        tr("Save the game in another folder"),
        tr("Leave without the last actions"),
    )
    terminal.answer(sentence_of(fault, tr))
    try:
        number = _chosen(options, terminal)
        if number == 1:
            _save_elsewhere(session, terminal)
    except (Quit, KeyboardInterrupt):
        return False
    return number < 2


def _save_elsewhere(session: Session, terminal: Terminal) -> None:
    """Ask for a folder and save the session there; say why if that cannot be. Enter gives up."""
    tr = terminal.tr
    place = terminal.ask(tr("The folder, for instance that of a USB stick:"))
    if not place:
        return
    try:
        session.save_in(Path(place))
    except OSError as error:
        terminal.answer(tr("The game cannot be saved in {place}: {why}.", place=place, why=error.strerror))


def _not_saved(session: Session) -> EnvironmentFault:
    assert session.journal is not None and session.unsaved_since is not None
    return EnvironmentFault(
        N_("NOT SAVED since {time}: {file} lacks the last actions ({why})."),
        time=f"{session.unsaved_since:%H:%M}",
        file=session.journal.path.name,
        why=session.journal.why,
    )


def _where_saved(session: Session, tr: Translator) -> str:
    """Return where the session is saved and how to go on."""
    assert session.journal is not None
    path = session.journal.path
    file = path.name if path.parent == sessions_folder() else f'"{path}"'
    if session.state.over:
        return tr("The session is saved in {file}.", file=file)
    return tr("The session is saved. To go on: booster play --text --resume {file}", file=file)


def _decks(args: argparse.Namespace) -> tuple[Deck, ...]:
    return load_decks(args.deck or [core_deck()])


def _wanted(args: argparse.Namespace) -> Wanted:
    return Wanted(args.teams, args.preset, args.seed)
