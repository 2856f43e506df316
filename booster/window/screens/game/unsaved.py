"""`Unsaved`: the disk does not take the last actions, and what can be done about that."""

from pathlib import Path

from booster.journal import Journal
from booster.language import Translator
from booster.session import Session
from booster.window.screen import Screen
from booster.window.screens.notice import Notice
from booster.window.transition import Pop, Replace, Transition
from booster.window.widgets import Button, Row, TextField

LONGEST_PATH = 400


class Unsaved(Notice):
    """Try again, save the game in another folder, or leave without its last actions. “Back” plays on."""

    def __init__(self, session: Session, tr: Translator, leave: Transition = None) -> None:
        """Show since when the session is not saved, and why.

        `leave` is where the person wanted to go; without it nobody leaves, and once all is saved the game
        goes on.
        """
        assert session.journal is not None
        self.session = session
        self.to_leave = leave
        self.folder = TextField(
            tr("Another folder, for instance that of a USB stick"), max_length=LONGEST_PATH
        )
        there = Button(tr("Save it there"), self._save_there)
        without = Button(tr("Leave without the last actions"), self._leave_without)
        super().__init__(
            tr,
            tr("The last actions are not saved"),
            (
                _since(session.journal, tr),
                tr("Make room on the disk and try again; or save the whole game in another folder."),
            ),
            Button(tr("Try again"), self._try_again, primary=True),
            *((without,) if leave is not None else ()),
            asked=Row((self.folder, there), (3, 1)),
        )

    def before_end(self) -> Screen | None:
        """Let the program end once all is saved, or the last actions are given up."""
        return None if self.session.close() else self

    def _try_again(self) -> Transition:
        journal = self.session.journal
        assert journal is not None
        if journal.retry():
            return self._go_on()
        self._say(_since(journal, self.tr), self.tr("It was tried again just now, without success."))
        return None

    def _save_there(self) -> Transition:
        """Save the game in the folder that is typed, and say how to go on with it."""
        tr, place = self.tr, self.folder.text.strip().strip("\"'")
        if not place:
            self.form.focus_on(self.folder)
            return None
        try:
            file = self.session.save_in(Path(place))
        except OSError as error:
            self._say(tr("The game cannot be saved in {place}: {why}.", place=place, why=error.strerror))
            return None
        words = (
            tr("The whole game is saved in {file}.", file=file),
            tr("To go on with it another day: booster play --resume {file}", file=f'"{file}"'),
        )
        on = tr("Go on") if self.to_leave is None else tr("Leave")
        return Replace(Notice(tr, tr("The game is saved"), words, Button(on, self._go_on, primary=True)))

    def _leave_without(self) -> Transition:
        self.session.close_unsaved()
        return self.to_leave

    def _go_on(self) -> Transition:
        """All is saved: go where the person wanted to."""
        if self.to_leave is None:
            return Pop()
        self.session.close()
        return self.to_leave

    def _say(self, *sentences: str) -> None:
        self.message.say(sentences)
        self.layout(self.look)
        self.stale = True


def _since(journal: Journal, tr: Translator) -> str:
    """The same sentence as in the text edition."""
    assert journal.unsaved_since is not None
    return tr(
        "NOT SAVED since {time}: {file} lacks the last actions ({why}).",
        time=f"{journal.unsaved_since:%H:%M}",
        file=journal.path.name,
        why=journal.why,
    )
