"""A card on the table: a challenge to respond to (R6, R7), or a tool to adopt or leave (R8)."""

import pygame

from booster.card_face import challenge_face, tool_face
from booster.engine.actions import Adopt, Borrow, Leave, Respond
from booster.engine.legal import is_locked, turn_actions
from booster.engine.state import ToDecide, ToRespond, helping_tool
from booster.names import lock_words
from booster.window.screen import Screen
from booster.window.screens.card_parts import Effects, Helped
from booster.window.screens.card_turn import CardScreen
from booster.window.screens.card_view import CardView
from booster.window.screens.play_screen import GAP
from booster.window.screens.table import Table
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Transition
from booster.window.widgets import Button, Label, ScrollArea, Widget, column
from booster.words import action_label


class ChallengeCard(CardScreen):
    """The challenge at the left; at the right the responses, and the help of other teams."""

    cue = "card"

    def __init__(self, table: Table, waiting: ToRespond, note: str = "") -> None:
        """Show the challenge that waits for a response."""
        super().__init__(table, note)
        self.waiting = waiting
        card = table.deck.challenge(waiting.card)
        self._face = CardView(challenge_face(card, table.deck, self.tr))
        responses = tuple(self._response(number) for number in range(len(card.responses)))
        self._area = ScrollArea(self.tr("What do you do?"), (*self._help(), *responses, *self._offers()))
        self._title = Label(self.tr("What do you do?"), Size.HEADING, bold=True)
        first = next(button for button in responses if button.available)
        self.fill(self._title, self._area, self._face, focus=first)

    def _response(self, number: int) -> Button:
        table = self.table
        response = table.deck.challenge(self.waiting.card).responses[number]
        locked = is_locked(response, table.state.team)

        def respond() -> Transition:
            return table.act(Respond(number))

        return Button(
            response.do,
            respond,
            number=number + 1,
            locked=lock_words(response, table.deck, self.tr) if locked else None,
        )

    def _help(self) -> tuple[Widget, ...]:
        """The tool that helps already: held, or borrowed."""
        tool = helping_tool(self.table.state)
        if tool is None:
            return ()
        title, lender = self.table.deck.tool(tool).title, self.waiting.lender
        if lender is None:
            return (Helped(self.tr("Your tool “{tool}” helps here.", tool=title)),)
        words = self.tr(
            "“{tool}” helps here: {team} explains it aloud.", tool=title, team=self.table.title(lender)
        )
        return (Helped(words),)

    def _offers(self) -> tuple[Widget, ...]:
        """A button for each team that can lend a helping tool (R7)."""
        table = self.table
        borrowings = [action for action in turn_actions(table.state) if isinstance(action, Borrow)]
        if not borrowings:
            return ()
        title = Label(
            self.tr("Before you choose, another team can help:"), Size.BODY, bold=True, colour="muted"
        )
        return (title, *(self._offer(borrow) for borrow in borrowings))

    def _offer(self, borrow: Borrow) -> Button:
        def take() -> Transition:
            return self.table.act(borrow)

        label = action_label(borrow, self.table.state, self.table.deck, self.tr)
        return Button(label, take, icon_name="wrench")

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The card at the left, the responses at the right."""
        gap, share = look.px(GAP), 55
        face = pygame.Rect(box.left, box.top, box.width * share // 100, box.height)
        self._face.place(look, face)
        left = face.right + gap
        title = look.line_height(Size.HEADING)
        self._title.place(
            look, pygame.Rect(left + look.px(12), box.top, box.right - left - look.px(12), title)
        )
        top = box.top + title + look.px(6)
        self._area.place(look, pygame.Rect(left, top, box.right - left, box.bottom - top))

    def help_words(self) -> tuple[str, ...]:
        """How a challenge is played."""
        tr = self.tr
        return (
            tr("Read the card aloud, talk about it, then choose a response: its number, a click, or Enter."),
            tr("What follows is shown once you have chosen. A locked response needs the tool that it names."),
            tr("A helping tool adds a bonus: your own helps by itself, another team can lend one."),
        )

    def again(self) -> Screen:
        """The card as it is now."""
        return ChallengeCard(self.table, self.waiting)


class ToolCard(CardScreen):
    """The tool at the left; at the right what adopting it does to the points, and the two answers."""

    cue = "card"

    def __init__(self, table: Table, waiting: ToDecide, note: str = "") -> None:
        """Show the tool that waits for a decision."""
        super().__init__(table, note)
        self.waiting = waiting
        self.tool = table.deck.tool(waiting.card)
        state, deck, tr = table.state, table.deck, self.tr
        self._face = CardView(tool_face(self.tool, tr))
        self._title = Label(tr("Do you adopt it?"), Size.HEADING, bold=True)
        self._effects = Effects(tr("Adopting it costs and brings:"), table, self.tool.id)
        self._adopt = Button(
            action_label(Adopt(), state, deck, tr), self._take, number=1, primary=True, size=Size.CARD_BODY
        )
        self._leave = Button(
            action_label(Leave(), state, deck, tr), self._pass, number=2, size=Size.CARD_BODY
        )
        widgets = (self._title, self._effects, self._adopt, self._leave, self._face)
        self.fill(*widgets, focus=self._adopt)

    def _take(self) -> Transition:
        return self.table.act(Adopt())

    def _pass(self) -> Transition:
        return self.table.act(Leave())

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The card takes most of the width: a method has many words."""
        gap = look.px(GAP)
        face = pygame.Rect(box.left, box.top, box.width * 70 // 100, box.height)
        self._face.place(look, face)
        left = face.right + 2 * gap
        answers = pygame.Rect(left, box.top, box.right - left, box.height)
        column(look, answers, (self._title, self._effects, self._adopt, self._leave), GAP)

    def help_words(self) -> tuple[str, ...]:
        """How a tool is played."""
        tr = self.tr
        return (
            tr("Read the method aloud and try it in a minute on your own project."),
            tr("Adopt it: its points apply, and it stays in your toolbox, where it can unlock and help."),
            tr("Leave it: nothing happens."),
        )

    def again(self) -> Screen:
        """The card as it is now."""
        return ToolCard(self.table, self.waiting)
