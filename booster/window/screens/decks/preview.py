"""A deck while it is being written: its cards as in play, what is wrong with them, seen as it is saved."""

from pathlib import Path

import pygame

from booster.decks.folder import TRANSLATIONS
from booster.decks.problems import Problem
from booster.decks.proof import Proof, ProofCard, read_proof
from booster.decks.translate import in_language
from booster.decks.watch import Watch
from booster.errors import BoosterError, cannot_read
from booster.language import N_, Translator
from booster.paths import is_folder
from booster.window.screens.decks.preview_card import CardPane
from booster.window.screens.decks.preview_list import CardButton, Finder, ProblemButton
from booster.window.screens.decks.preview_words import status
from booster.window.screens.titled_page import TitledPage
from booster.window.text import Look
from booster.window.transition import Transition
from booster.window.widgets import Button

LIST_PERCENT = 37
GAP = 32


class Preview(TitledPage):
    """The list at the left, the card at the right. It follows the files of the deck's folder."""

    def __init__(self, folder: Path, tr: Translator, *, alone: bool = True) -> None:
        """Show a deck from its first card; `alone` if leaving closes the window.

        Raises BoosterError for a folder that cannot be read.
        """
        self.folder = folder
        self.watch = Watch((folder,))
        self.proof = _first_proof(folder)
        self.unreadable = ""  # why the folder cannot be read any more
        self.problem: Problem | None = None  # the one that was chosen in the list
        self.card = self.proof.cards[0].id if self.proof.cards else ""
        super().__init__(tr, " ", " ")
        if alone:
            self.leave = Button(tr("Close"), self.back)
        self.finder = Finder(tr, self._refill)
        self.pane = CardPane(tr, self.proof.languages, self._refill)
        self._fill()
        self.form.focus_on(self.finder.button_of(self.card))

    # --- what shows

    def _fill(self) -> None:
        """Show the deck as it was last read."""
        title = in_language(self.proof.deck, self.tr.language).info.title
        self.heading.name = self.heading.words = title
        self.under.name = self.under.words = self.unreadable or status(self.proof, self.tr)
        held = self.form.focused
        self.finder.fill(self.proof, self.pane.code, self.card)
        self._show_card()
        again = self.finder.button_of(self.card) if isinstance(held, CardButton) else None
        # the list comes after the choices of both sides: it may be long, and Shift with Tab is then short
        choices = (*self.finder.choices, *self.pane.choices)
        self.show(*choices, self.finder.list, *self.pane.card, focus=again)

    def _refill(self) -> None:
        self._fill()
        self.layout(self.look)

    def _shown(self) -> ProofCard | None:
        return next((card for card in self.proof.cards if card.id == self.card), None)

    def _show_card(self) -> None:
        self.pane.show(self._shown(), self.proof, self._problems())
        self.finder.choose(self.card)

    def _problems(self) -> tuple[Problem, ...]:
        """The problem that was chosen; else those of the card, and the errors of the deck as a whole."""
        if self.problem:
            return (self.problem,)
        card = self._shown()
        beside = self.proof.at(card) if card else ()
        return (*beside, *(problem for problem in self.proof.of_deck() if problem not in beside))

    # --- choosing a card

    def on_event(self, event: pygame.Event) -> Transition:
        """Show the card that has the focus. Tab leaves the list, and comes back to the card that is shown."""
        was_listed = self._in_list()
        transition = super().on_event(event)
        if event.type == pygame.KEYDOWN and event.key == pygame.K_TAB and self._in_list():
            self._tab(was_listed, backwards=bool(event.mod & pygame.KMOD_SHIFT))
        focused = self.form.focused
        if isinstance(focused, CardButton) and (self.problem or focused.card.id != self.card):
            self._choose(focused.card.id, None)
        elif isinstance(focused, ProblemButton) and focused.problem is not self.problem:
            self._choose(self.proof.card_of(focused.problem) or self.card, focused.problem)
        return transition

    def _in_list(self) -> bool:
        return self.form.focused in self.finder.list.widgets

    def _tab(self, was_listed: bool, backwards: bool) -> None:
        """Take the list as one stop: to go through it card by card would change the card that is shown."""
        if not was_listed:
            self.form.focus_on(self.finder.button_of(self.card) or self.form.focused)
            return
        after = (*self.pane.card, self.leave)
        others = reversed(self.finder.choices + self.pane.choices) if backwards else after
        stops = (leaf for widget in others for leaf in reversed([*widget.leaves()]) if leaf.focusable)
        self.form.focus_on(next(stops, self.form.focused))

    def _choose(self, card: str, problem: Problem | None) -> None:
        """Show a card; with a problem in a translation, in its language."""
        self.card, self.problem = card, problem
        if problem and Path(problem.file).parent.name == TRANSLATIONS:
            self.pane.speak(Path(problem.file).stem)
        self._show_card()
        self._place_pane()
        self.stale = True

    # --- following the files

    def update(self, dt_ms: int) -> Transition:
        """Twice a second, look whether a file was saved."""
        if self.watch.changed(dt_ms):
            self._read_again()
            self.stale = True
        return None

    def _read_again(self) -> None:
        """Show the deck as it is now, at the card that was worked on."""
        before = self.proof
        try:
            self.proof = read_proof(self.folder, before)
            self.unreadable = ""
        except OSError as error:
            self.unreadable = cannot_read(self.folder, error).said(self.tr)
        self.problem = None
        self._follow(before)
        if self.proof.languages != self.pane.codes:
            code, side = self.pane.code, self.pane.side.chosen
            self.pane = CardPane(self.tr, self.proof.languages, self._refill)
            self.pane.side.chosen = side
            self.pane.speak(code)
        self._refill()
        shown = self.finder.button_of(self.card)
        if shown:
            self.finder.list.scroll_to(shown)

    def _follow(self, before: Proof) -> None:
        """Go to the card of a new error, else to the first card that was changed; else stay."""
        worked_on = self.proof.worked_on(before)
        if worked_on:
            self.card = worked_on
        elif not self._shown():
            self.card = self.proof.cards[0].id if self.proof.cards else ""

    # --- place and picture

    def layout(self, look: Look) -> None:
        """Place the list at the left, the card at the right."""
        super().layout(look)
        width = self.body.width * LIST_PERCENT // 100
        self.finder.place(look, pygame.Rect(self.body.left, self.body.top, width, self.body.height))
        self._place_pane()

    def _place_pane(self) -> None:
        left = self.body.left + self.body.width * LIST_PERCENT // 100 + self.look.px(GAP)
        box = pygame.Rect(left, self.body.top, self.body.right - left, self.body.height)
        self.pane.place(self.look, box)

    def draw_ground(self, surface: pygame.Surface) -> None:
        """Draw the sheets."""
        self.pane.draw_ground(surface, self.look)

    def help_words(self) -> tuple[str, ...]:
        """How a deck is looked at."""
        tr = self.tr
        return (
            tr(
                "Leave this window open beside your editor: save a file there, and see its card here at once."
            ),
            tr("Up and down go through the cards; “Problems” lists what to mend, the worst first."),
            tr("While a card has an error, it stays as it was last right, and the error stands below it."),
            tr("Cards look as they do in play, smaller where the window has less room."),
        )


def _first_proof(folder: Path) -> Proof:
    if not is_folder(folder):
        raise BoosterError(
            N_("There is no deck “{folder}”: name a folder that holds deck.yaml."), folder=folder
        )
    try:
        return read_proof(folder)
    except OSError as error:
        raise cannot_read(folder, error) from error
