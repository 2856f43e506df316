"""At the set-up: going there, starting a game, leaving it; decks to find there."""

import argparse
from collections.abc import Callable
from pathlib import Path

from hands import choose, leave_game

from booster.journal import Header, read_journal
from booster.language import translator
from booster.paths import sessions_folder, user_decks_folder
from booster.window.app import App
from booster.window.screens.draft import Draft
from booster.window.screens.setup import SetUp
from booster.window.screens.title import Title

OpenWindow = Callable[..., App]


def command_line(**said: object) -> argparse.Namespace:
    usual = {"language": "en", "seed": None, "teams": None, "preset": None, "deck": None, "resume": None}
    return argparse.Namespace(**usual | said)


def go_to_set_up(open_window: OpenWindow, size: tuple[int, int] = (1920, 1080), **said: object) -> App:
    """Open the window on the title and go on to the set-up by keyboard."""
    args = command_line(**said)
    app = open_window(Title(args), size)
    choose(app, translator(args.language)("New game"))
    assert isinstance(app.screen, SetUp)
    return app


def draft_in(app: App) -> Draft:
    assert isinstance(app.screen, SetUp)
    return app.screen.draft


def start(app: App) -> None:
    """Begin the game by keyboard, and leave it again, so that its file is closed."""
    assert isinstance(app.screen, SetUp)
    choose(app, app.screen.tr("Start"))
    leave(app)


def leave(app: App) -> None:
    assert app.screen is not None and not isinstance(app.screen, SetUp)
    leave_game(app)
    assert isinstance(app.screen, Title)


def the_only_game() -> Header:
    (path,) = sessions_folder().glob("*.booster")
    return read_journal(path).header


def put_deck(name: str, **changes: str) -> Path:
    """Put a small deck into the user's folder, `changes` replacing whole files."""
    folder = user_decks_folder() / name
    folder.mkdir(parents=True)
    words = "stage: ideation, title: Un outil, what: Une méthode, steps: [Un pas]"
    files = {
        "deck": f"id: {name}\ntitle: Deck {name}\nversion: '1'\nlanguage: fr\n"
        "authors: [Nous]\nlicence: CC0-1.0\n",
        "tools": f"- {{id: {name}-tool, {words}}}\n",
        "experiences": f"- {{id: {name}-x, pillars: [ecology], stage: launch, title: T, who: W, story: S,"
        " advice: A}\n",
    }
    for file, text in (files | changes).items():
        (folder / f"{file}.yaml").write_text(text, "utf-8")
    return folder.resolve()
