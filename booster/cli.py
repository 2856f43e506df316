"""The command `booster`: what may be typed, and how faults are said.

Exit codes: 0 done; 1 a deck is invalid; 2 wrong use, or a file that is missing or cannot be read; 3 the
machine lacks something; 70 our own fault; 130 stopped with Ctrl+C.
"""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from itertools import zip_longest
from typing import TextIO

from booster import __version__
from booster.arguments import parser
from booster.errors import BoosterError
from booster.language import LANGUAGES, Translator, system_language, translator
from booster.printable import printable

MOST_SHOWN = 20
"""Problems that `booster check` prints in one call."""

_OWN_FAULT = 70
_INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Run the command with the given arguments (those of the process by default); return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        _print_everything(stream)
    typed = _with_command(sys.argv[1:] if argv is None else argv)
    language = _language(typed)
    try:
        args = parser(translator(language), language).parse_args(typed)
        code = _run(args)
        print(end="", flush=True)
        return code
    except SystemExit as stop:
        # argparse has printed its help, or what it did not understand.
        return stop.code if isinstance(stop.code, int) else 2
    except BoosterError as fault:
        print(printable(fault.said(translator(language))), file=sys.stderr)
        return fault.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; what is left in the buffer must not complain at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:
        return _report_crash(fault, translator(language))


def _run(args: argparse.Namespace) -> int:
    match args.command:
        case "check":
            return _check(args)
        case "new" | "schema" | "pack" | "install":
            print(printable(_workshop(args)))
            return 0
        case "balance":
            from booster.balance import command

            return command.run(args)
        case "sessions":
            from booster.text import sessions

            return sessions.run(args)
        case "play" if args.text:
            from booster.text import play

            return play.run(args)
        case _:
            return _open_window(args)


def _open_window(args: argparse.Namespace) -> int:
    # Whoever plays need not read which library draws.
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    # All that a start makes is kept; the window looks for rubbish from its first pause on.
    gc.disable()
    from booster.window import app

    return app.preview(args) if args.command == "preview" else app.run(args)


def _language(typed: Sequence[str]) -> str:
    """The language asked for, known before the rest is understood: help is said in it."""
    for word, following in zip_longest(typed, typed[1:], fillvalue=""):
        option, _, value = word.partition("=")
        if option == "--language" and (asked := value or following) in LANGUAGES:
            return asked
    return _usual_language()


def _usual_language() -> str:
    """The language of the person's settings, else the system's."""
    from booster.paths import settings_file
    from booster.settings import read_settings

    return read_settings(settings_file())[0].language or system_language()


def _with_command(typed: Sequence[str]) -> list[str]:
    """A bare `booster`, and options alone, are for `play`."""
    if not typed or (typed[0].startswith("-") and typed[0] not in ("-h", "--help", "--version")):
        return ["play", *typed]
    return list(typed)


def _check(args: argparse.Namespace) -> int:
    from booster.decks import report

    tr = translator(args.language)
    if args.yes and not args.fix:
        raise BoosterError(tr("--yes goes with --fix."))
    checked = report.check_paths(args.paths, tr)
    if args.fix:
        _fix(args, tr)
        checked = report.check_paths(args.paths, tr)
    print(report.as_json(checked, tr) if args.json else report.as_text(checked, tr, MOST_SHOWN))
    return 0 if all(one.is_valid for one in checked) else 1


def _fix(args: argparse.Namespace, tr: Translator) -> None:
    from booster.decks import fix

    def ask() -> bool:
        try:
            return input(tr("Write these changes? (y/n)") + " ").strip().lower() in ("y", "yes", "o", "oui")
        except EOFError:
            return False

    may_ask = ask if sys.stdin.isatty() else None
    fix.mend_all(args.paths, tr, (lambda: True) if args.yes else may_ask, print)


def _workshop(args: argparse.Namespace) -> str:
    """What was done for the author of a deck, in sentences."""
    tr = translator(args.language or system_language())
    match args.command:
        case "new":
            from booster.decks.scaffold import new_deck

            return new_deck(args.folder, args.source, args.language, tr)
        case "schema":
            from booster.decks.schema import write_schemas

            return write_schemas(args.folder, tr)
        case "pack":
            from booster.decks.pack import pack_deck

            return pack_deck(args.folder, tr)
        case _:
            from booster.decks.install import AlreadyInstalled, install_pack
            from booster.paths import user_decks_folder

            try:
                return install_pack(args.file, user_decks_folder(), tr, replace=args.replace)
            except AlreadyInstalled as fault:
                asked = tr("Type: booster install --replace {file}", file=f'"{args.file}"')
                raise BoosterError(f"{fault} {asked}") from fault


def _report_crash(fault: Exception, tr: Translator) -> int:
    import traceback
    from datetime import datetime

    from booster.files import write_whole
    from booster.paths import crashes_folder

    now = datetime.now().astimezone()
    file = crashes_folder() / f"crash-{now:%Y%m%d-%H%M%S}.txt"
    words = "".join(traceback.format_exception(fault))
    try:
        write_whole(file, f"Social Impact Booster {__version__}\n{now.isoformat()}\n{words}".encode())
    except OSError:
        message = tr("Something went wrong in the program itself, and no report of it could be written.")
    else:
        message = tr("Something went wrong in the program itself: please send us {file}.", file=file)
    print(printable(message), file=sys.stderr)
    return _OWN_FAULT


def _print_everything(stream: TextIO) -> None:
    """A terminal that lacks a character shows its code rather than fail."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
