"""The command `booster`: what may be typed, and how faults are said.

Exit codes: 0 done; 1 a deck is invalid; 2 wrong use, or a file that is missing or cannot be read; 3 the
machine lacks or refuses something; 70 our own fault; 130 stopped with Ctrl+C.
"""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import StringIO
from itertools import zip_longest

from booster import __version__
from booster.arguments import parser
from booster.errors import BoosterError, EnvironmentFault
from booster.language import LANGUAGES, N_, Translator, system_language, translator
from booster.printable import printable

MOST_SHOWN = 20
"""Problems that `booster check` prints in one call."""

_OWN_FAULT = 70
_INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Run the command with the given arguments (those of the process by default); return its exit code."""
    _ready_streams()
    typed = sys.argv[1:] if argv is None else argv
    language = ""
    try:
        language = _language(typed)
        code = _answered(_with_command(typed), language)
        print(end="", flush=True)
        return code
    except BoosterError as fault:
        return _told(fault.said(_speaking(language)), fault.exit_code)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone.
        return 0
    except OSError as fault:
        return _told(_refusal(fault, _speaking(language)), EnvironmentFault.exit_code)
    except Exception as fault:
        return _told(_report_crash(fault, _speaking(language)), _OWN_FAULT)
    finally:
        _drop_what_cannot_be_written()


def _answered(typed: Sequence[str], language: str) -> int:
    try:
        return _run(parser(translator(language), language).parse_args(typed))
    except SystemExit as stop:
        # argparse has printed its help, or what it did not understand.
        return stop.code if isinstance(stop.code, int) else 2


def _speaking(language: str) -> Translator:
    """For a fault: the language is not known yet where it came too early."""
    return translator(language or system_language())


def _told(fault: str, exit_code: int) -> int:
    with suppress(OSError, AttributeError):  # there may be nowhere to say it
        sys.stderr.write(f"{printable(fault)}\n")
    return exit_code


def _refusal(fault: OSError, tr: Translator) -> str:
    why = fault.strerror or fault
    if fault.filename is None:
        return tr("The computer refuses this: {why}.", why=why)
    return tr("“{file}” cannot be read or written: {why}.", file=fault.filename, why=why)


def _drop_what_cannot_be_written() -> None:
    """What is left in the buffer must not complain at the end."""
    try:
        print(end="", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
        case "play":
            return _play(args)
        case _:
            return _open_window(args)


def _play(args: argparse.Namespace) -> int:
    if args.auto and not args.text:
        raise BoosterError(N_("--auto goes with --text."))
    given = ("auto", "seed", "teams", "preset", "deck")
    if args.resume is not None and (others := [f"--{name}" for name in given if getattr(args, name)]):
        raise BoosterError(
            N_("--resume plays on as the game began: leave out {options}."), options=", ".join(others)
        )
    if not args.text:
        return _open_window(args)
    from booster.text import play

    return play.run(args)


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
    """The command first: `play` for options alone. The language may have been typed before it."""
    words = 0
    if typed and typed[0].split("=")[0] == "--language":
        words = 1 if "=" in typed[0] else 2
    language, rest = typed[:words], typed[words:]
    if rest and rest[0] in ("-h", "--help", "--version"):
        return list(rest)
    if not rest or rest[0].startswith("-"):
        return ["play", *language, *rest]
    return [rest[0], *language, *rest[1:]]


def _check(args: argparse.Namespace) -> int:
    from booster.decks import report

    tr = translator(args.language)
    if args.yes and not args.fix:
        raise BoosterError(N_("--yes goes with --fix."))
    checked = report.check_paths(args.paths)
    if args.fix:
        _fix(args, tr)
        checked = report.check_paths(args.paths)
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
    tr = translator(args.spoken)
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
                raise BoosterError(f"{fault.said(tr)} {asked}") from fault


def _report_crash(fault: Exception, tr: Translator) -> str:
    """Write what happened into a file; return a sentence that names it."""
    import traceback
    from datetime import datetime

    from booster.files import write_whole
    from booster.paths import crashes_folder

    now = datetime.now().astimezone()
    words = "".join(traceback.format_exception(fault))
    content = f"Social Impact Booster {__version__}\n{now.isoformat()}\n{words}"
    try:
        file = crashes_folder() / f"crash-{now:%Y%m%d-%H%M%S}.txt"
        write_whole(file, content.encode("utf-8", "backslashreplace"))
    except (OSError, BoosterError):
        return tr("Something went wrong in the program itself, and no report of it could be written.")
    return tr("Something went wrong in the program itself: please send us {file}.", file=file)


def _ready_streams() -> None:
    """Read and write UTF-8 whatever the locale, so that what is piped does not depend on the machine.

    What cannot be said in it is shown as a code.
    """
    if sys.stdin is None:
        sys.stdin = StringIO()  # started without any: whoever asks finds that nobody answers
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
