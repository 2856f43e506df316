"""What may be typed after `booster`: the commands and their options."""

import argparse
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from booster import __version__
from booster.language import LANGUAGES, N_, Translator
from booster.limits import MOST_TEAMS, PRESETS
from booster.printable import printable

_WRONG: Mapping[str, str] = {
    "the following arguments are required: (?P<what>.+)": N_("This is missing: {what}."),
    "unrecognized arguments: (?P<what>.+)": N_("This is too much: {what}."),
    r"argument (?P<name>[^:]+): invalid choice: '?(?P<typed>.*?)'? \(choose from (?P<known>.+)\)": N_(
        "{name}: “{typed}” cannot be chosen here. Choose from: {known}."
    ),
    "argument (?P<name>[^:]+): invalid int value: '(?P<typed>.*)'": N_(
        "{name} takes a whole number, not “{typed}”."
    ),
    "argument (?P<name>[^:]+): expected .+": N_("{name}: say what you want, right after it."),
    "argument (?P<name>[^:]+): not allowed with argument (?P<other>.+)": N_(
        "{name} does not go with {other}."
    ),
    "argument (?P<name>[^:]+): ignored explicit argument .+": N_(
        "{name} stands alone, with nothing after it."
    ),
    "ambiguous option: (?P<typed>.+) could match (?P<known>.+)": N_("“{typed}” may mean: {known}."),
}
"""What `argparse` says in English, and what is said instead."""


class Parser(argparse.ArgumentParser):
    """The parser of Python, speaking our languages."""

    def __init__(self, tr: Translator, **given: Any) -> None:
        """Take what `argparse` takes, and the translator."""
        super().__init__(add_help=False, **given)
        self.tr = tr
        self._positionals.title = tr("what to name")
        self._optionals.title = tr("options")
        self.add_argument("-h", "--help", action="help", help=tr("show this help"))

    def format_usage(self) -> str:
        """Return how the command is typed."""
        return super().format_usage().replace("usage:", self.tr("usage:"), 1)

    def format_help(self) -> str:
        """Return the whole help."""
        return super().format_help().replace("usage:", self.tr("usage:"), 1)

    def error(self, message: str) -> NoReturn:
        """Say what was typed wrongly, in one sentence, and stop."""
        self.exit(2, f"{self.format_usage()}{printable(self._said(message))}\n")

    def _said(self, message: str) -> str:
        for pattern, instead in _WRONG.items():
            if found := re.fullmatch(pattern, message, re.DOTALL):
                values = found.groupdict()
                known = values.get("known", "").replace("'", "")
                if values.get("name") == "COMMAND":
                    return self._no_command(values["typed"], known.split(", "))
                return self.tr(instead, **{**values, "known": known})
        return message

    def _no_command(self, typed: str, known: list[str]) -> str:
        from difflib import get_close_matches

        near = get_close_matches(typed, known, n=1)
        if near:
            return self.tr("There is no command “{typed}”. Did you mean “{near}”?", typed=typed, near=near[0])
        return self.tr(
            "There is no command “{typed}”. The commands are: {known}.", typed=typed, known=", ".join(known)
        )


def parser(tr: Translator, language: str) -> Parser:
    """Return the parser of `booster`, its help in the translator's language; `language` is the usual one.

    It comes back as `spoken`: what `new` says is not always in the language of the new cards.
    """
    booster = Parser(
        tr,
        prog="booster",
        description=tr("Social Impact Booster: teams take a social-innovation project from idea to launch."),
        epilog=tr("“booster” alone plays the game."),
    )
    booster.add_argument(
        "--version",
        action="version",
        version=f"Social Impact Booster {__version__}",
        help=tr("show the version"),
    )
    booster.set_defaults(spoken=language)
    # Its class takes a translator besides what `argparse` knows of.
    commands: argparse._SubParsersAction[Parser] = booster.add_subparsers(  # type: ignore[call-overload]
        dest="command",
        metavar="COMMAND",
        required=True,
        title=tr("commands"),
        parser_class=partial(Parser, tr),
    )
    play = commands.add_parser("play", help=tr("play the game (the default)"))
    _add_play(play, tr)
    check = commands.add_parser("check", help=tr("find what is wrong in decks"))
    check.add_argument(
        "paths", nargs="+", type=_deck, metavar="PATH", help=tr("a deck’s folder or a YAML file")
    )
    how = check.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help=tr("print the problems as JSON"))
    how.add_argument(
        "--fix",
        action="store_true",
        help=tr("mend what has one right answer: shows the changes and asks, keeps the old file as .bak"),
    )
    check.add_argument("--yes", action="store_true", help=tr("with --fix: write the changes without asking"))
    _add_workshop(commands, tr, language)
    balance = commands.add_parser(
        "balance", help=tr("let simulated teams play many games, to see what decks do")
    )
    _add_balance(balance, tr)
    sessions = commands.add_parser("sessions", help=tr("list the saved sessions"))
    for command in (play, check, balance, sessions):
        command.add_argument(
            "--language", choices=tuple(LANGUAGES), default=language, help=tr("the language of the words")
        )
    return booster


def _add_workshop(commands: "argparse._SubParsersAction[Parser]", tr: Translator, language: str) -> None:
    new = commands.add_parser("new", help=tr("start a deck: a folder with cards to replace with yours"))
    new.add_argument("folder", type=Path, metavar="FOLDER", help=tr("the folder to make"))
    new.add_argument(
        "--from", dest="source", metavar="DECK", help=tr("start from the cards of a deck: core, or a folder")
    )
    new.add_argument("--language", choices=tuple(LANGUAGES), help=tr("the language of the cards"))
    schema = commands.add_parser(
        "schema", help=tr("let an editor such as VS Code explain the keys of a deck")
    )
    schema.add_argument(
        "folder", nargs="?", type=Path, default=Path(), metavar="FOLDER", help=tr("a deck’s folder")
    )
    preview = commands.add_parser(
        "preview", help=tr("see the cards of a deck as in play, while you write it")
    )
    preview.add_argument("folder", type=_deck, metavar="FOLDER", help=tr("a deck’s folder"))
    pack = commands.add_parser("pack", help=tr("make one zip of a deck, to share it"))
    pack.add_argument("folder", type=Path, metavar="FOLDER", help=tr("a deck’s folder"))
    install = commands.add_parser("install", help=tr("add a deck that somebody shared"))
    install.add_argument("file", type=Path, metavar="FILE", help=tr("the zip of a deck, or its folder"))
    install.add_argument(
        "--replace", action="store_true", help=tr("replace an installed deck of the same id")
    )
    for command in (schema, preview, pack, install):
        command.add_argument(
            "--language", choices=tuple(LANGUAGES), default=language, help=tr("the language of the words")
        )


def _add_play(play: argparse.ArgumentParser, tr: Translator) -> None:
    play.add_argument("--text", action="store_true", help=tr("play in the terminal"))
    play.add_argument("--auto", action="store_true", help=tr("let simulated teams play, with --text"))
    play.add_argument(
        "--seed", type=_seed, metavar="CODE", help=tr("the same code gives the same dice and cards")
    )
    _add_length(play, tr)
    play.add_argument(
        "--deck",
        type=_deck,
        action="append",
        metavar="PATH",
        help=tr("a deck’s folder instead of the core deck; name several to mix them"),
    )
    play.add_argument(
        "--resume",
        nargs="?",
        const="",
        metavar="SESSION",
        help=tr("play on: the latest session, or the one that is named"),
    )


def _add_length(command: argparse.ArgumentParser, tr: Translator) -> None:
    command.add_argument(
        "--teams",
        type=int,
        choices=range(1, MOST_TEAMS + 1),
        metavar="N",
        help=tr("how many teams play, 1 to {most}", most=MOST_TEAMS),
    )
    command.add_argument("--preset", choices=PRESETS, help=tr("the length of the game"))


def _add_balance(balance: argparse.ArgumentParser, tr: Translator) -> None:
    balance.add_argument(
        "decks",
        nargs="*",
        type=_deck,
        metavar="DECK",
        help=tr("a deck’s folder instead of the core deck; name several to mix them"),
    )
    balance.add_argument(
        "--games", type=int, metavar="N", help=tr("how many games are played, 1000 if you do not say")
    )
    _add_length(balance, tr)
    balance.add_argument("--json", action="store_true", help=tr("print the figures as JSON"))
    balance.add_argument(
        "--picture", type=Path, metavar="FILE.svg", help=tr("draw how points and cards are spread")
    )


def _seed(typed: str) -> str:
    """What can be said aloud and written down of a seed: the rest would not come back."""
    return "".join(letter for letter in typed if letter.isprintable())


def _deck(typed: str) -> Path:
    """A deck's folder, also named by the bare name of one that ships or is installed."""
    from booster.paths import deck_folder

    return deck_folder(Path(typed))
