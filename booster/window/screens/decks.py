"""The decks that were found, and what is wrong with those that cannot be played."""

from booster.language import Translator
from booster.paths import user_decks_folder
from booster.window.screens.draft import Draft
from booster.window.screens.list_page import ListPage
from booster.window.screens.setup import SetUp
from booster.window.screens.shelf import FoundDeck, found_decks
from booster.window.transition import Replace, Transition, stay
from booster.window.widgets import Button


class Decks(ListPage):
    """A list of decks. Pressing one goes on to the set-up of a game with it."""

    def __init__(self, draft: Draft, tr: Translator) -> None:
        """Read every deck that can be found."""
        self.tr = tr
        self.draft = draft
        place = tr("Your own decks go into the folder {folder}", folder=user_decks_folder())
        decks = [self._button(found) for found in found_decks(draft.named_decks)]
        super().__init__(tr, tr("Decks"), place, decks)

    def _button(self, found: FoundDeck) -> Button:
        title = found.title(self.tr)
        if found.deck is None:
            locked = "\n".join((self.tr("It cannot be played yet."), found.fault(self.tr)))
            return Button(title, stay, locked=locked)
        note = "\n".join((found.summary(self.tr), str(found.folder), self.tr("Press to play with it.")))
        return Button(title, lambda: self._play(found), icon_name="speech", note=note)

    def _play(self, found: FoundDeck) -> Transition:
        self.draft.decks = (found.folder,)
        return Replace(SetUp(self.draft, self.tr))
