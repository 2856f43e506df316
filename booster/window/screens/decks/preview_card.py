"""The right side of the preview: a card in play, in print, or what follows it; and what is wrong with it."""

from collections.abc import Callable

import pygame

from booster import card_sizes
from booster.decks.problems import Problem
from booster.decks.proof import Proof, ProofCard
from booster.decks.translate import in_language
from booster.language import LANGUAGES, Translator, translator
from booster.window.paint import panel, sheet
from booster.window.screens.cards.card_view import CardView
from booster.window.screens.cards.printed_card import PrintedCard
from booster.window.screens.decks.preview_words import behind, face_of, no_face, problem_words
from booster.window.text import Look
from booster.window.theme import Scale, Size
from booster.window.transition import Transition
from booster.window.widgets import Choice, Label, TextBox, Widget

GAP = 20
IN_PLAY = {
    "challenge": card_sizes.CHALLENGE,
    "tool": card_sizes.TOOL,
    "experience": card_sizes.EXPERIENCE,
    "choice": card_sizes.EXPERIENCE,
}
"""The size of a card of each kind in play, in design pixels."""


class CardPane:
    """A card in one of its languages. `choices` and `card` are to be shown; `show` shows another card."""

    def __init__(
        self, tr: Translator, languages: tuple[str, ...], on_change: Callable[[], Transition]
    ) -> None:
        """`on_change` is told when another language, or the other side, was chosen."""
        self.tr = tr
        self.codes = languages
        names = [LANGUAGES.get(code, code) for code in languages]
        chosen = languages.index(tr.language) if tr.language in languages else 0
        self.language = Choice(tr("Language of the card"), names, chosen, on_change, caption=False)
        sides = (tr("In play"), tr("In print"), tr("What follows"))
        self.side = Choice(tr("Side"), sides, 0, on_change, caption=False)
        self.view = CardView(no_face(None, tr))
        self.printed = PrintedCard(self.view.face)
        self.after = TextBox((), floor=Size.BODY)
        self.as_before = Label(tr("Last version that could be read"), Size.LABEL, bold=True)
        self.trouble = TextBox((), Size.LABEL)
        self._is_old = False
        self._faulty = False
        self._sheet = self._strip = pygame.Rect(0, 0, 0, 0)

    @property
    def code(self) -> str:
        """The language of the card."""
        return self.codes[self.language.chosen]

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is above the card."""
        return (self.language, self.side) if len(self.codes) > 1 else (self.side,)

    @property
    def card(self) -> tuple[Widget, ...]:
        """The card in play, in print, or what follows it; whether it is as it was before; its problems."""
        old = (self.as_before,) if self._is_old else ()
        return (*old, (self.view, self.printed, self.after)[self.side.chosen], self.trouble)

    def speak(self, code: str) -> None:
        """Show the card in another language, if it has that."""
        if code in self.codes:
            self.language.chosen = self.codes.index(code)

    def show(self, card: ProofCard | None, proof: Proof, problems: tuple[Problem, ...]) -> None:
        """Show a card as it was last right, with problems below it. Place it again afterwards."""
        tr = translator(self.code) if self.code in LANGUAGES else self.tr
        deck = in_language(proof.deck, self.code)
        said = deck.cards.get(card.id) if card else None
        face = face_of(said, deck, tr) if said else no_face(card, self.tr)
        if face != self.view.face:
            for view in (self.view, self.printed):
                view.face, view.name, view.page = face, face.text, 0
        self._is_old = said is not None and card is not None and not card.now
        self.after.say(behind(said, deck, tr) if said else ())
        self._faulty = any(problem.weight == "error" for problem in problems)
        self.trouble.say(tuple(problem_words(problem, self.tr) for problem in problems))

    def place(self, look: Look, box: pygame.Rect) -> None:
        """Place the choices, the card in its shape, and the problems below it."""
        gap = look.px(GAP)
        top = self._place_choices(look, box) + gap
        if self._is_old:
            high = self.as_before.height(look, box.width)
            self.as_before.place(look, pygame.Rect(box.left, top, box.width, high))
            top += high + gap // 2
        strip = self._strip_height(look, box)
        room = pygame.Rect(box.left, top, box.width, box.bottom - top - (strip + gap if strip else 0))
        self._strip = pygame.Rect(box.left, box.bottom - strip, box.width, strip)
        pad = look.px(24) if strip else 0
        self.trouble.place(look, self._strip.inflate(-2 * pad, -2 * look.px(16) if strip else 0))
        self._place_card(look, room)
        self._place_printed(look, room)
        self._sheet = room
        self.after.place(look, room.inflate(-2 * look.px(44), -2 * look.px(36)))

    def _place_choices(self, look: Look, box: pygame.Rect) -> int:
        choices = self.choices
        needs = [choice.width(look) for choice in choices]
        room = box.width - look.px(GAP) * (len(choices) - 1)
        widths = [room * need // sum(needs) for need in needs]
        highest = max(choice.height(look, width) for choice, width in zip(choices, widths, strict=True))
        height, left = min(highest, box.height // 4), box.left
        for choice, width in zip(choices, widths, strict=True):
            choice.place(look, pygame.Rect(left, box.top, width, height))
            left += width + look.px(GAP)
        return box.top + height

    def _strip_height(self, look: Look, box: pygame.Rect) -> int:
        """What the problems need, at most half; less where no error keeps the card from being played."""
        if not self.trouble.paragraphs:
            return 0
        words = self.trouble.height(look, box.width - 2 * look.px(24)) + 2 * look.px(16)
        return min(words, box.height // (2 if self._faulty else 4))

    def _place_card(self, look: Look, room: pygame.Rect) -> None:
        """As large as in play; where there is less room, the whole card smaller, its lines as in play."""
        width, height = (look.px(side) for side in IN_PLAY[self.view.face.kind])
        shrink = min(1.0, room.width / width, room.height / height)
        smaller = Scale(round(look.width * shrink), round(look.height * shrink), look.scale.text_percent)
        size = (round(width * shrink), round(height * shrink))
        place = pygame.Rect(room.centerx - size[0] // 2, room.top, *size)
        self.view.place(Look(smaller, look.fonts, look.settings), place)

    def _place_printed(self, look: Look, room: pygame.Rect) -> None:
        """As large as the room lets it be, in the shape of its paper."""
        wide, high = card_sizes.PAPER
        width = min(room.width, room.height * wide // high)
        place = pygame.Rect(0, room.top, width, self.printed.height(look, width))
        place.centerx = room.centerx
        self.printed.place(look, place)

    def draw_ground(self, surface: pygame.Surface, look: Look) -> None:
        """Draw the sheets behind the words."""
        if self.after in self.card:
            sheet(surface, look, self._sheet)
        if self.trouble.paragraphs:
            theme = look.theme
            panel(surface, self._strip, theme.white, theme.outline, look.px(18), look.px(2))
