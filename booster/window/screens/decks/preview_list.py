"""The left side of the preview: a deck's cards, filtered by stage, kind and text, or its problems."""

from collections.abc import Callable, Sequence

import pygame

from booster.decks.model import STAGES
from booster.decks.problems import WEIGHTS, Problem, Weight
from booster.decks.proof import CardKind, Proof, ProofCard
from booster.decks.translate import in_language
from booster.language import Translator
from booster.names import stage_name
from booster.typography import without_accents
from booster.window.paint import disc, rounded
from booster.window.screens.decks.preview_words import (
    all_words,
    count_words,
    kind_words,
    place_of,
    weight_words,
)
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Transition, stay
from booster.window.widgets import Button, Choice, Label, Row, ScrollArea, TextField, Widget

KINDS: tuple[CardKind, ...] = ("challenge", "tool", "experience")
KIND_ICONS = {"challenge": "mountain", "tool": "wrench", "experience": "speech"}
MARKS: dict[Weight, str] = {"error": "!", "warning": "!", "hint": "i"}
MOST_SHOWN = 100
GAP = 14


def draw_mark(surface: pygame.Surface, look: Look, weight: Weight, box: pygame.Rect) -> None:
    """Draw the mark of a weight on the top right corner of a box."""
    theme = look.theme
    colours = {
        "error": theme.fault,
        "warning": theme.pillars["economy"].fill,
        "hint": theme.pillars["social"].deep,
    }
    centre = (box.right - look.px(16), box.top + look.px(16))
    disc(surface, look, centre, look.px(40), colours[weight], MARKS[weight], rim=theme.white)


class CardButton(Button):
    """A card in the list. The preview shows the one that has, or last had, the focus."""

    def __init__(self, card: ProofCard, title: str, note: str, weight: Weight | None) -> None:
        """Show a card's title; `weight` is that of its worst problem."""
        super().__init__(title, stay, icon_name=KIND_ICONS[card.kind], note=note, size=Size.LABEL)
        self.card = card
        self.weight = weight
        self.chosen = False

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the button, a bar at the left of the one that is shown, and the mark of its problems."""
        super().draw(surface)
        look = self.look
        if self.chosen:
            bar = pygame.Rect(self.rect.left + look.px(8), self.rect.top, look.px(8), self.rect.height)
            rounded(surface, bar.inflate(0, -2 * look.px(14)), look.theme.ink, look.px(4))
        if self.weight:
            draw_mark(surface, look, self.weight, self.rect)


class ProblemButton(Button):
    """A problem in the list. The preview goes to the card of the one that has the focus."""

    def __init__(self, problem: Problem, icon_name: str, tr: Translator) -> None:
        """Show what is wrong, where, and what to do."""
        where = f"{weight_words(problem.weight, tr)} · {place_of(problem, tr)}"
        fix = tr("Fix: {fix}", fix=problem.fix.said(tr))
        words, note = problem.what.said(tr), f"{where}\n{fix}"
        super().__init__(words, stay, icon_name=icon_name, note=note, size=Size.LABEL)
        self.problem = problem

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the button with the mark of its weight."""
        super().draw(surface)
        draw_mark(surface, self.look, self.problem.weight, self.rect)


class Pick(Button):
    """A filter: each press goes on to its next value, after the last to the first, which is all."""

    def __init__(self, name: str, options: Sequence[str], on_change: Callable[[], Transition]) -> None:
        """Show the first of `options`."""
        super().__init__(options[0], self._next, size=Size.LABEL, name=name)
        self.options = tuple(options)
        self.chosen = 0
        self._on_change = on_change

    def _next(self) -> Transition:
        self.chosen = (self.chosen + 1) % len(self.options)
        self.text = self.options[self.chosen]
        return self._on_change()


class Finder:
    """The list and its filters. `choices` and `list` are to be shown; `fill` makes the list anew."""

    def __init__(self, tr: Translator, on_change: Callable[[], Transition]) -> None:
        """`on_change` is told when the list has to be filled again."""
        self.tr = tr
        self.tabs = Choice(tr("List"), ("", ""), 0, on_change, caption=False)
        self.text = TextField(tr("Find"), hint=tr("Find words…"), caption=False, on_change=on_change)
        self.stage = Pick(
            tr("Stage"), (tr("All stages"), *(stage_name(stage, tr) for stage in STAGES)), on_change
        )
        self.kind = Pick(tr("Kind"), (tr("All kinds"), *(kind_words(kind, tr) for kind in KINDS)), on_change)
        self.filters = Row((self.stage, self.kind), (1, 1), GAP)
        self.list = ScrollArea(tr("Cards"), gap=GAP)

    @property
    def shows_cards(self) -> bool:
        """Whether the cards are listed, not the problems."""
        return self.tabs.chosen == 0

    @property
    def choices(self) -> tuple[Widget, ...]:
        """What is above the list."""
        return (self.tabs, *((self.text, self.filters) if self.shows_cards else ()))

    def fill(self, proof: Proof, language: str, chosen: str) -> None:
        """List what passes the filters, in a language; mark the card that is shown."""
        tr = self.tr
        self.tabs.options = (
            tr("Cards: {n}", n=len(proof.cards)),
            tr("Problems: {n}", n=len(proof.problems)),
        )
        self.list.widgets = self._cards(proof, language) if self.shows_cards else self._problems(proof)
        self.choose(chosen)

    def choose(self, card: str) -> None:
        """Mark the card that is shown."""
        for widget in self.list.widgets:
            if isinstance(widget, CardButton):
                widget.chosen = widget.card.id == card

    def button_of(self, card: str) -> CardButton | None:
        """Return the button of a card, if it is listed."""
        buttons = (widget for widget in self.list.widgets if isinstance(widget, CardButton))
        return next((button for button in buttons if button.card.id == card), None)

    def _problems(self, proof: Proof) -> tuple[Widget, ...]:
        tr = self.tr
        icons = {card.id: KIND_ICONS[card.kind] for card in proof.cards}
        buttons = tuple(
            ProblemButton(problem, icons.get(proof.card_of(problem) or "", "question"), tr)
            for problem in proof.problems[:MOST_SHOWN]
        )
        more = len(proof.problems) - len(buttons)
        if more:
            return (*buttons, Label(tr.plural("… and {n} more.", "… and {n} more.", more)))
        return buttons or (Label(tr("Nothing to mend, and nothing to report.")),)

    def _cards(self, proof: Proof, language: str) -> tuple[Widget, ...]:
        deck = in_language(proof.deck, language)
        sought = without_accents(self.text.text).split()
        buttons = []
        for card in proof.cards:
            # an error in the file may have taken a card out of the deck: it is listed by its id all the same
            said = deck.cards.get(card.id)
            words = without_accents(all_words(said) if said else card.id)
            stage = said.stage if said else None
            if self._passes(card, stage) and all(word in words for word in sought):
                buttons.append(self._button(proof, card, said.title if said else card.id, stage))
        return tuple(buttons) or (Label(self.tr("No card is like that.")),)

    def _passes(self, card: ProofCard, stage: str | None) -> bool:
        of_kind = not self.kind.chosen or card.kind == KINDS[self.kind.chosen - 1]
        return of_kind and (not self.stage.chosen or stage == STAGES[self.stage.chosen - 1])

    def _button(self, proof: Proof, card: ProofCard, title: str, stage: str | None) -> CardButton:
        tr = self.tr
        counts: dict[Weight, int] = {}
        for problem in proof.of_card.get(card.id, ()):
            counts[problem.weight] = counts.get(problem.weight, 0) + 1
        worst = next((weight for weight in WEIGHTS if weight in counts), None)
        place = next((stage_name(one, tr) for one in STAGES if one == stage), "")
        as_before = "" if card.now else tr("not as in its file")
        note = " · ".join(part for part in (place, count_words(counts, tr), as_before) if part)
        return CardButton(card, title, note, worst)

    def place(self, look: Look, box: pygame.Rect) -> None:
        """Place the filters, and below them the list."""
        top, gap = box.top, look.px(GAP)
        for widget in self.choices:
            height = min(widget.height(look, box.width), box.height // 5)
            widget.place(look, pygame.Rect(box.left, top, box.width, height))
            top += height + gap
        self.list.place(look, pygame.Rect(box.left, top, box.width, box.bottom - top))
