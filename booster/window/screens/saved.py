"""The saved games, and playing on from one of them."""

from datetime import datetime
from pathlib import Path

from booster.errors import BoosterError
from booster.journal import JournalDamaged, read_journal
from booster.language import N_, Translator
from booster.paths import sessions_folder
from booster.saved_sessions import Saved, latest_unfinished, named_session, saved_sessions
from booster.session import Session
from booster.window.screen import Screen
from booster.window.screens.game.next_screen import game_screen
from booster.window.screens.list_page import ListPage
from booster.window.screens.notice import Notice
from booster.window.transition import Pop, Replace, stay
from booster.window.widgets import Button, Label
from booster.words import sentence_of

TEAMS_NAMED = 4
MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


class SavedGames(ListPage):
    """All saved games, the last played first; those that cannot be read are listed with the reason."""

    def __init__(self, tr: Translator) -> None:
        """Read the folder of the sessions."""
        self.tr = tr
        place = tr("They are in the folder {folder}", folder=sessions_folder())
        games = [self._button(saved) for saved in saved_sessions(sessions_folder())]
        super().__init__(tr, tr("Saved games"), place, games or [Label(tr("No game is saved yet."))])

    def help_words(self) -> tuple[str, ...]:
        """What can be done with saved games."""
        return (
            self.tr("Press a game to go on with it: it was saved after every step."),
            self.tr("A game that is over opens on its experience cards."),
        )

    def _button(self, saved: Saved) -> Button:
        tr = self.tr
        if saved.fault:
            return Button(saved.path.name, stay, locked=sentence_of(saved.fault, tr))
        name = tr("{teams}, {when}", teams=teams_words(saved, tr), when=when_words(saved.made, tr))
        state = tr("finished") if saved.over else tr("turn {turn}", turn=saved.turn)
        note = tr(
            "{when} · {state} · seed {seed}", when=when_words(saved.made, tr), state=state, seed=saved.seed
        )
        return Button(
            teams_words(saved, tr),
            lambda: Replace(opening(saved.path, tr)),
            icon_name="check" if saved.over else "arrow-right",
            note=note,
            name=name,
        )


def opening(path: Path, tr: Translator) -> Screen:
    """Return the game in a session file, or a notice that says what is wrong with it and what can be done."""
    try:
        cut = read_journal(path).cut
    except (BoosterError, OSError) as fault:
        return _refusal(fault, tr)
    return _cut_notice(path, tr) if cut else _opened(path, tr)


def asked_for(session: str, tr: Translator) -> Screen:
    """Return the game that `--resume` names by file or by name; for no name the latest unfinished one."""
    folder = sessions_folder()
    if session:
        try:
            return opening(named_session(session, folder), tr)
        except BoosterError as fault:
            return _refusal(fault, tr)
    latest = latest_unfinished(folder)
    if latest:
        return opening(latest.path, tr)
    return Notice(
        tr, tr("Nothing to resume"), (tr("No unfinished game is saved yet."),), Button(tr("OK"), Pop)
    )


def teams_words(saved: Saved, tr: Translator) -> str:
    """Return the names of the teams, the first few of many."""
    named, more = ", ".join(saved.teams[:TEAMS_NAMED]), len(saved.teams) - TEAMS_NAMED
    if more <= 0:
        return named
    return tr.plural("{teams} and {n} more team", "{teams} and {n} more teams", more, teams=named)


def when_words(made: str, tr: Translator) -> str:
    """Return when a session was begun, as its journal says it: `21 November 2026, 14:02`."""
    try:
        moment = datetime.fromisoformat(made)
    except ValueError:
        return made
    return tr(
        "{day} {month} {year}, {time}",
        day=moment.day,
        month=tr(MONTHS[moment.month - 1]),
        year=moment.year,
        time=f"{moment:%H:%M}",
    )


def _opened(path: Path, tr: Translator, accept_damage: bool = False) -> Screen:
    try:
        session = Session.resume(path, accept_damage=accept_damage)
    except JournalDamaged as fault:
        return _damage_notice(path, fault, tr)
    except (BoosterError, OSError) as fault:
        return _refusal(fault, tr)
    return game_screen(session, tr)


def _damage_notice(path: Path, fault: JournalDamaged, tr: Translator) -> Notice:
    kept = tr("If you play on, the damaged file is kept beside it, untouched.")
    return Notice(
        tr,
        tr("This saved game is damaged"),
        (sentence_of(fault, tr), kept),
        Button(
            tr("Play on from before the damage"),
            lambda: Replace(_opened(path, tr, accept_damage=True)),
            primary=True,
        ),
        Button(tr("Leave it as it is"), lambda: Replace(SavedGames(tr))),
    )


def _cut_notice(path: Path, tr: Translator) -> Notice:
    cut = tr(
        "The last action was not saved whole, perhaps because the computer stopped: that one is missing."
    )
    rest = tr("Everything before it is there.")
    play = Button(tr("Play on"), lambda: Replace(_opened(path, tr)), primary=True)
    return Notice(tr, tr("One action is missing"), (cut, rest), play)


def _refusal(fault: BoosterError | OSError, tr: Translator) -> Notice:
    if isinstance(fault, BoosterError):
        said = sentence_of(fault, tr)
    else:
        said = tr(
            "{file} cannot be opened: {why}.",
            file=Path(str(fault.filename or "")).name,
            why=fault.strerror or fault,
        )
    games = Button(tr("Saved games"), lambda: Replace(SavedGames(tr)), primary=True)
    return Notice(tr, tr("This game cannot be played on"), (said,), games)
