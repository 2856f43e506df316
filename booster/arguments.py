"""What may be typed after `booster`: the commands and their options."""

import argparse
from pathlib import Path

from booster import __version__
from booster.language import LANGUAGES, Translator

_PRESETS = ("discovery", "workshop", "full")


def parser(tr: Translator, language: str) -> argparse.ArgumentParser:
    """Return the parser of `booster`, its help in the translator's language; `language` is the usual one."""
    booster = argparse.ArgumentParser(
        prog="booster",
        description=tr("Social Impact Booster: teams take a social-innovation project from idea to launch."),
        epilog=tr("“booster” alone plays the game."),
    )
    booster.add_argument("--version", action="version", version=f"Social Impact Booster {__version__}")
    commands = booster.add_subparsers(dest="command", metavar="COMMAND", required=True)
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


def _add_workshop(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", tr: Translator, language: str
) -> None:
    new = commands.add_parser("new", help=tr("start a deck: a folder with cards to replace by yours"))
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
    play.add_argument("--seed", metavar="CODE", help=tr("the same code gives the same dice and cards"))
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
        "--teams", type=int, choices=range(1, 13), metavar="N", help=tr("how many teams play, 1 to 12")
    )
    command.add_argument("--preset", choices=_PRESETS, help=tr("the length of the game"))


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


def _deck(typed: str) -> Path:
    """A deck's folder, also named by the bare name of one that ships or is installed."""
    from booster.paths import deck_folder

    return deck_folder(Path(typed))
