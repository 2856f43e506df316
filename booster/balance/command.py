"""`booster balance`: what decks do when many simulated teams play them."""

import argparse
import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from pathlib import Path

from booster.balance.counts import Counts
from booster.balance.figures import figures
from booster.balance.page import as_json, as_text
from booster.balance.picture import as_svg
from booster.balance.play import USUAL_GAMES, Study, play_games
from booster.decks.load import load_decks
from booster.decks.translate import combine, in_language
from booster.errors import BoosterError, EnvironmentFault, cannot_write
from booster.files import write_whole
from booster.language import N_, Translator, translator
from booster.limits import USUAL_PRESET, USUAL_TEAMS
from booster.paths import core_deck, is_folder
from booster.printable import printable


def run(args: argparse.Namespace) -> int:
    """Play, and print the page or the JSON; return the exit code. Raises BoosterError."""
    tr = translator(args.language)
    games = USUAL_GAMES if args.games is None else args.games
    _refuse_what_cannot_be(games, args.picture)
    decks = load_decks(args.decks or [core_deck()])
    study = Study(combine(decks), args.teams or USUAL_TEAMS, args.preset or USUAL_PRESET)
    found = figures(study, _played(study, games, tr))
    shown = in_language(study.deck, args.language)
    if args.picture:
        _draw(as_svg(found, shown.info.title, tr), args.picture)
    print(as_json(found) if args.json else _printable(as_text(found, shown, tr)))
    if args.picture and not args.json:
        print(printable(tr("The picture is in {file}.", file=args.picture)))
    return 0


def _refuse_what_cannot_be(games: int, picture: Path | None) -> None:
    if games < 1:
        raise BoosterError(N_("At least one game must be played: give “--games” a number from 1."))
    if picture is not None and picture.suffix.lower() != ".svg":
        raise BoosterError(N_("The picture is an SVG: give it a name that ends in “.svg”."))
    if picture is not None and not is_folder(picture.parent):
        raise BoosterError(N_("There is no folder “{folder}” for the picture."), folder=picture.parent)


def _played(study: Study, games: int, tr: Translator) -> Counts:
    try:
        return play_games((study.deck,), games, study.teams, study.preset, progress=_progress(games, tr))
    except BrokenExecutor as fault:
        raise EnvironmentFault(
            N_("A process that played was stopped, perhaps for want of memory: try again with fewer games.")
        ) from fault


def _progress(games: int, tr: Translator) -> Callable[[int], None] | None:
    """Tell how far it is, in one line that is written over; nothing where nobody looks."""
    if not sys.stderr.isatty():
        return None

    def told(n: int) -> None:
        end = "\n" if n == games else ""
        line = tr("Games played: {n} of {games}", n=n, games=games)
        print(f"\r{line}", end=end, file=sys.stderr, flush=True)

    return told


def _draw(picture: str, file: Path) -> None:
    try:
        write_whole(file, picture.encode())
    except OSError as fault:
        raise cannot_write(file, fault) from fault


def _printable(text: str) -> str:
    """Words of a deck reach a terminal only as what prints."""
    return "\n".join(printable(line) for line in text.split("\n"))
