"""The decks: which there are, which are played with, what is wrong with them; adding one."""

from dataclasses import replace
from pathlib import Path

import pygame

from booster.decks.install import AlreadyInstalled, install_pack
from booster.decks.load import DeckFault
from booster.decks.watch import Watch
from booster.errors import BoosterError, cannot_read
from booster.language import Translator
from booster.paths import is_folder, user_decks_folder
from booster.window.screens.decks.deck_row import DeckRow
from booster.window.screens.decks.preview import Preview
from booster.window.screens.decks.shelf import FoundDeck, found_decks, is_installed, mix_fault
from booster.window.screens.draft import Draft
from booster.window.screens.notice import Notice
from booster.window.screens.setup import SetUp
from booster.window.screens.titled_page import TitledPage
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Adjust, Pop, Push, Replace, Transition
from booster.window.widgets import Button, Label, Row, ScrollArea, TextField

LONGEST_PATH = 1000


class Decks(TitledPage):
    """A list of decks, and below it a field to add one. Files that are dropped on it are installed."""

    def __init__(self, draft: Draft, tr: Translator) -> None:
        """Read every deck that can be found."""
        play = Button(tr("Play with these decks"), self._play, primary=True)
        super().__init__(tr, tr("Decks"), tr("Tick those to play with"), play)
        self.draft = draft
        self.list = ScrollArea(tr("Decks"))
        self.path = TextField(
            tr("Folder or zip of a deck"),
            max_length=LONGEST_PATH,
            hint=tr("Type or paste a path"),
            caption=False,
        )
        self.how = Label(
            tr(
                "Add a deck: its folder is used where it lies, so that you can go on writing it; its zip is"
                " installed. What you drop on this window is installed."
            ),
            Size.LABEL,
            colour="muted",
        )
        self.adding = Row((self.path, Button(tr("Add"), self._add)), (1, 0))
        self.said = Label("", bold=True)
        self.found: tuple[FoundDeck, ...] = ()
        self._read()

    def _read(self, said: str = "") -> None:
        """Read the decks again, and say what was done or cannot be done. A new one takes the focus."""
        held = self.form.focused.name if self.form.focused else ""
        known = {found.folder for found in self.found}
        self.found = found_decks(self.draft.named_decks)
        self.watch = Watch([found.folder for found in self.found])
        self.list.widgets = tuple(self._row(found) for found in self.found)
        self.said.name = self.said.words = said
        saying = (self.said,) if said else ()
        self.show(self.list, *saying, self.how, self.adding)
        new = [
            row for row, found in zip(self.list.widgets, self.found, strict=True) if found.folder not in known
        ]
        if known and new:
            self.form.focus_on(next(leaf for leaf in new[0].leaves() if leaf.focusable))
        else:
            again = (leaf for leaf in self.form.leaves() if leaf.focusable and leaf.name == held)
            self.form.focus_on(next(again, self.form.focused))
        self.stale = True

    def _row(self, found: FoundDeck) -> DeckRow:
        # An installed deck is on the list whoever else names it.
        is_added = found.folder in self.draft.named_decks and not is_installed(found.folder)

        def remove() -> Transition:
            return self._remove(found.folder)

        return DeckRow(
            found,
            self.tr,
            on=found.folder in self.draft.decks,
            switch=lambda on: self._switch(found.folder, on),
            open_it=lambda: self._open(found.folder),
            remove=remove if is_added else None,
        )

    def _say(self, said: str) -> None:
        self._read(said)
        self.layout(self.look)

    # --- what can be done with a deck

    def _switch(self, folder: Path, on: bool) -> Transition:
        others = tuple(other for other in self.draft.decks if other != folder)
        self.draft.decks = (*others, folder) if on else others
        self._say(self._mix_fault())
        return self._remember()

    def _remember(self) -> Transition:
        return Adjust(self.draft.remembered(self.look.settings))

    def _open(self, folder: Path) -> Transition:
        try:
            return Push(Preview(folder, self.tr, alone=False))
        except BoosterError as fault:
            self._say(fault.said(self.tr))
            return None

    def _mix_fault(self) -> str:
        """Why those that are ticked cannot be played together, if so."""
        ticked = [found.deck for found in self.found if found.deck and found.folder in self.draft.decks]
        return mix_fault(ticked, self.tr)

    def _play(self) -> Transition:
        """Go on to the set-up, or say why these decks cannot be played together."""
        fault = self._mix_fault()
        if fault:
            self._say(fault)
            return None
        return Replace(SetUp(self.draft, self.tr))

    # --- adding and removing

    def _add(self) -> Transition:
        """Add the folder that is typed, or install the zip."""
        tr = self.tr
        typed = self.path.text.strip().strip("\"'")
        try:
            path = Path(typed).expanduser()
            is_there = bool(typed) and path.exists()
            folder = (path.parent if path.name == "deck.yaml" else path).resolve()
            is_deck = (folder / "deck.yaml").is_file()
        except OSError as fault:
            self._say(cannot_read(typed, fault).said(tr))
            return None
        except RuntimeError:  # nobody has this home, or links lead round in a circle
            is_there = False
        if not is_there:
            self._say(tr("There is no file or folder “{file}”.", file=typed))
        elif is_deck:
            return self._add_folder(folder)
        elif is_folder(folder):
            self._say(tr("There is no deck “{folder}”: name a folder that holds deck.yaml.", folder=folder))
        else:
            return self._install(path)
        return None

    def _add_folder(self, folder: Path) -> Transition:
        self.draft.named_decks = tuple(dict.fromkeys((*self.draft.named_decks, folder)))
        self._clear_path()
        self._say(self.tr("Added: {folder}", folder=folder))
        settings = self.look.settings
        return Adjust(
            replace(settings, deck_folders=tuple(dict.fromkeys((*settings.deck_folders, str(folder)))))
        )

    def _remove(self, folder: Path) -> Transition:
        """Take an added deck off the list; its files stay."""
        self.draft.named_decks = tuple(other for other in self.draft.named_decks if other != folder)
        self.draft.decks = tuple(other for other in self.draft.decks if other != folder)
        self._say(self.tr("No longer on the list; its files stay in {folder}", folder=folder))
        settings = self.draft.remembered(self.look.settings)
        others = tuple(other for other in settings.deck_folders if other != str(folder))
        return Adjust(replace(settings, deck_folders=others))

    def _clear_path(self) -> None:
        self.path.anchor, self.path.caret = 0, len(self.path.text)
        self.path.insert("")

    def _install(self, path: Path) -> Transition:
        notice = self._installing(path)
        return Push(notice) if notice else None

    def _installing(self, path: Path, instead: bool = False) -> Notice | None:
        """Install a deck and say so; return what is to be read or asked if that cannot be done as it is."""
        tr = self.tr
        try:
            self._say(install_pack(path, user_decks_folder(), tr, replace=instead))
            self._clear_path()
        except AlreadyInstalled as fault:
            ask = Button(tr("Replace it"), lambda: self._install_instead(path), primary=True)
            leave = Button(tr("Keep the one there is"), Pop)
            return Notice(tr, tr("This deck is installed already"), (fault.said(tr),), ask, leave)
        except DeckFault as fault:
            return Notice(tr, tr("This deck has errors"), (fault.said(tr),), *self._ways_out(path))
        except BoosterError as fault:
            return Notice(tr, tr("This cannot be installed"), (fault.said(tr),), *self._ways_out(None))
        return None

    def _install_instead(self, path: Path) -> Transition:
        notice = self._installing(path, instead=True)
        return Replace(notice) if notice else Pop()

    def _ways_out(self, path: Path | None) -> tuple[Button, ...]:
        """The way back; for a folder, to its preview, where all that is wrong is listed."""
        tr = self.tr
        back = Button(tr("Back"), Pop, primary=True, name=tr("Back to the decks"))
        if path is None or not is_folder(path):
            return (back,)
        see = Button(tr("See what is wrong"), lambda: Replace(Preview(path, tr, alone=False)), primary=True)
        return (see, Button(tr("Back to the decks"), Pop))

    # --- events, place

    def on_event(self, event: pygame.Event) -> Transition:
        """Install what is dropped on the window; Enter after a path adds it."""
        if event.type == pygame.DROPFILE:
            return self._install(Path(event.file))
        entered = event.type == pygame.KEYDOWN and event.key in (pygame.K_RETURN, pygame.K_KP_ENTER)
        if entered and self.form.focused is self.path and self.path.text.strip():
            return self._add()
        return super().on_event(event)

    def update(self, dt_ms: int) -> Transition:
        """Read the decks again when one of their files was saved."""
        if self.watch.changed(dt_ms):
            self._say(self.said.name)
        return None

    def layout(self, look: Look) -> None:
        """The field at the bottom, the list above it."""
        super().layout(look)
        gap, bottom = look.px(16), self.body.bottom
        for widget in (self.adding, self.how, *((self.said,) if self.said.name else ())):
            height = min(widget.height(look, self.body.width), self.body.height // 4)
            widget.place(look, pygame.Rect(self.body.left, bottom - height, self.body.width, height))
            bottom -= height + gap
        self.list.place(look, pygame.Rect(self.body.topleft, (self.body.width, bottom - self.body.top)))

    def help_words(self) -> tuple[str, ...]:
        """How decks are chosen and added."""
        tr = self.tr
        return (
            tr("Tick the decks to play with: their cards are mixed. What you tick is remembered."),
            tr("Look at the cards of a deck as they are in play, and at what the check finds in it."),
            tr("A deck with errors is listed with them; it can be ticked once they are mended and saved."),
        )
