"""A card that was played, to read again as large as the window: what was chosen, and what came of it."""

from dataclasses import replace

import pygame

from booster.card_face import Face, challenge_face, tool_face
from booster.engine.events import CardDrawn, Event, Responded, ToolAdopted, ToolLeft
from booster.window.screens.cards.card_view import CardView
from booster.window.screens.game.side_page import SidePage, card_and_button
from booster.window.screens.game.table import Table
from booster.window.text import Look, Run
from booster.window.transition import Transition
from booster.window.widgets import Button
from booster.window.widgets.paged import TURNS
from booster.words import event_sentence


class Reading(SidePage):
    """One card of the log."""

    def __init__(self, table: Table, drawn: CardDrawn, turn: tuple[Event, ...]) -> None:
        """Show a card that was drawn, and what the team did with it in that turn."""
        to_log = table.tr("Back to the log")
        super().__init__(table, table.title(drawn.team), table.tr("A card that was played"), to_log)
        self._view = CardView(_face(table, drawn, turn))
        self._back = Button(to_log, self.back, primary=True)
        self.fill(self._view, self._back, focus=self._back)

    def on_event(self, event: pygame.Event) -> Transition:
        """The keys that page turn the card, wherever the focus is; at an end they are as everywhere."""
        by = TURNS.get(event.key) if event.type == pygame.KEYDOWN else None
        if by and self._view.turn(by):
            self.stale = True
            return None
        return super().on_event(event)

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The card, the way back below it."""
        card, button = card_and_button(look, box, self._back)
        self._view.place(look, card)
        self._back.place(look, button)

    def help_words(self) -> tuple[str, ...]:
        """What can be read here."""
        return (self.tr("The card as it was read, and below it what the team chose and what came of it."),)


def _face(table: Table, drawn: CardDrawn, turn: tuple[Event, ...]) -> Face:
    """The card, and what the team did with it, if it has yet."""
    done = next((event for event in turn if _is_about(event, drawn)), None)
    if drawn.kind == "challenge":
        face = challenge_face(table.deck.challenge(drawn.card), table.deck, table.tr)
    else:
        face = tool_face(table.deck.tool(drawn.card), table.tr)
    if done is None:
        return face
    told = (Run(event_sentence(done, table.state, table.deck, table.tr), bold=True),)
    if isinstance(done, Responded):
        then = table.deck.challenge(done.card).responses[done.response].then
        return replace(face, body=(*face.body, told, then))
    return replace(face, body=(*face.body, told))


def _is_about(event: Event, drawn: CardDrawn) -> bool:
    match event:
        case Responded(card=card) | ToolAdopted(tool=card) | ToolLeft(tool=card):
            return card == drawn.card
        case _:
            return False
