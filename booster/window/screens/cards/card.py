"""A card on the table: a challenge to respond to (R6, R7), or a tool to adopt or leave (R8)."""

import pygame

from booster.card_face import challenge_face, tool_face
from booster.engine.actions import Adopt, Borrow, Leave, Respond
from booster.engine.legal import is_locked, turn_actions
from booster.engine.state import ToDecide, ToRespond, helping_tool
from booster.names import inside_quotes, lock_words, team_letter
from booster.window.screen import Screen
from booster.window.screens.cards.card_parts import Effects, Helped
from booster.window.screens.cards.card_turn import CardScreen
from booster.window.screens.cards.card_view import CardView
from booster.window.screens.cards.responses import Answer, Responses
from booster.window.screens.game.play_screen import GAP, MARGIN
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.theme import Colour, Size
from booster.window.transition import Transition
from booster.window.widgets import Button, Label, Widget, column
from booster.words import action_label

ANSWERS = 400  # design pixels that the answers to a tool need in width


class ChallengeCard(CardScreen):
    """The challenge at the left; at the right the responses, and the help of other teams."""

    cue = "card"

    def __init__(self, table: Table, waiting: ToRespond, note: str = "") -> None:
        """Show the challenge that waits for a response."""
        super().__init__(table, note)
        self.waiting = waiting
        card = table.deck.challenge(waiting.card)
        responses = tuple(self._response(number) for number in range(len(card.responses)))
        question = self.tr("What do you do?")
        self._area = Responses(question, self._help(), responses, self._offers(), self.tr)
        self._title = Label(question, Size.HEADING, bold=True)
        face = CardView(challenge_face(card, table.deck, self.tr, self._held(card.helped_by)))
        self.deal(face, (self._title, self._area), None)

    def answer_by_key(self) -> Widget:
        """Return the first response that is not locked."""
        return next(answer for answer in self._area.responses if answer.available)

    def _held(self, tools: tuple[str, ...]) -> dict[str, list[tuple[str, Colour]]]:
        """The teams in the room that hold a tool: they know it, and can explain it."""
        teams = tuple(enumerate(self.table.state.teams))
        return {
            tool: [
                (team_letter(number), self.table.colour(number))
                for number, team in teams
                if tool in team.toolbox and not team.away
            ]
            for tool in tools
        }

    def _response(self, number: int) -> Answer:
        table = self.table
        response = table.deck.challenge(self.waiting.card).responses[number]
        locked = is_locked(response, table.state.team)

        def respond() -> Transition:
            return table.act(Respond(number))

        return Answer(
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
        title = inside_quotes(self.table.deck.tool(tool).title, self.tr)
        lender = self.waiting.lender
        if lender is None:
            return (Helped(self.tr("Your tool “{tool}” helps here.", tool=title)),)
        words = self.tr(
            "“{tool}” helps here: {team} explains it aloud.", tool=title, team=self.table.said(lender)
        )
        return (Helped(words),)

    def _offers(self) -> tuple[Widget, ...]:
        """A button for each team that can lend a helping tool (R7)."""
        table = self.table
        borrowings = [action for action in turn_actions(table.state) if isinstance(action, Borrow)]
        if not borrowings:
            return ()
        words = self.tr("Before you choose, another team can help:")
        title = Label(words, Size.LABEL, bold=True, colour="muted")
        return (title, *(self._offer(borrow) for borrow in borrowings))

    def _offer(self, borrow: Borrow) -> Answer:
        def take() -> Transition:
            return self.table.act(borrow)

        label = action_label(borrow, self.table.state, self.table.deck, self.tr)
        return Answer(label, take, icon_name="wrench")

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The card at the left, the responses at the right."""
        gap, share = look.px(GAP), 55
        face = pygame.Rect(box.left, box.top, box.width * share // 100, box.height)
        self._face.place(look, face)
        left, pad = face.right + gap, look.px(12)
        title = look.line_height(Size.HEADING)
        self._title.place(look, pygame.Rect(left + pad, box.top, box.right - left - pad, title))
        top = box.top + title
        right = min(look.width, box.right + look.px(MARGIN))  # what scrolls has its bar in the margin
        self._area.place(look, pygame.Rect(left, top, right - left, box.bottom + pad - top))

    def help_words(self) -> tuple[str, ...]:
        """How a challenge is played."""
        tr = self.tr
        return (
            tr("Read the card aloud, talk about it, then choose a response by its number or a click."),
            tr("Enter, or Forward on a clicker, marks a response; a second time chooses it."),
            *self.page_words(),
            tr("What follows is shown once you have chosen. A locked response needs the tool that it names."),
            tr("Your own tools help automatically; another team can lend you one."),
        )

    def again(self) -> Screen:
        """The card as it is now."""
        return ChallengeCard(self.table, self.waiting).taken_up(self)


class ToolCard(CardScreen):
    """The tool at the left; at the right what adopting it does to the points, and the two answers."""

    cue = "card"

    def __init__(self, table: Table, waiting: ToDecide, note: str = "") -> None:
        """Show the tool that waits for a decision."""
        super().__init__(table, note)
        self.waiting = waiting
        self.tool = table.deck.tool(waiting.card)
        state, deck, tr = table.state, table.deck, self.tr
        self._title = Label(tr("Do you adopt it?"), Size.HEADING, bold=True)
        self._effects = Effects(tr("If you adopt it:"), table, self.tool.id)
        self._adopt = Button(
            action_label(Adopt(), state, deck, tr), self._take, number=1, primary=True, size=Size.CARD_BODY
        )
        self._leave = Button(
            action_label(Leave(), state, deck, tr), self._pass, number=2, size=Size.CARD_BODY
        )
        answers = (self._title, self._effects, self._adopt, self._leave)
        self.deal(CardView(tool_face(self.tool, tr)), answers, self._adopt)

    def _take(self) -> Transition:
        return self.table.act(Adopt())

    def _pass(self) -> Transition:
        return self.table.act(Leave())

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """The card takes most of the width: a method has many words."""
        gap = look.px(GAP)
        side = max(box.width * 23 // 100, min(look.text(ANSWERS), box.width * 3 // 10))
        answers = pygame.Rect(box.right - side, box.top, side, box.height)
        self._face.place(look, pygame.Rect(box.left, box.top, box.width - side - 2 * gap, box.height))
        column(look, answers, (self._title, self._effects, self._adopt, self._leave), GAP)

    def help_words(self) -> tuple[str, ...]:
        """How a tool is played."""
        tr = self.tr
        return (
            tr("Read the method aloud and try it in a minute on your own project."),
            tr("Adopt it: its points apply, and it stays in your toolbox, where it can unlock and help."),
            tr("Leave it: nothing happens."),
            *self.page_words(),
        )

    def again(self) -> Screen:
        """The card as it is now."""
        return ToolCard(self.table, self.waiting).taken_up(self)
