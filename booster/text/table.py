"""One session played at a terminal, from where it stands to its end."""

from typing import assert_never

from booster.engine.actions import Action, Borrow
from booster.engine.rules import Refused
from booster.engine.state import ToRespond, card_on_table
from booster.names import (
    facilitator_notes,
    help_sentences,
    inside_quotes,
    score_sentence,
    team_label,
    team_said,
    tool_names,
)
from booster.session import Session
from booster.text.commands import (
    COMMANDS,
    FACILITATOR_COMMANDS,
    Command,
    command_list,
    read_command,
    read_facilitator_command,
    word,
)
from booster.text.facilitator import Facilitator
from booster.text.telling import (
    card_count,
    choice_labels,
    choices,
    experience_text,
    happened,
    situation,
    tool_text,
)
from booster.text.terminal import Quit, Terminal, chosen_number, numbered
from booster.words import action_label, event_sentence, sentence_of


class Table:
    """The teams around one terminal. Every prompt takes the commands too (`help` lists them)."""

    def __init__(self, session: Session, terminal: Terminal) -> None:
        """Sit down at a session; `play` starts."""
        self._session = session
        self._terminal = terminal
        self.tr = terminal.tr
        self._deck = session.deck(terminal.tr.language)
        self._card: str | None = None

    def play(self) -> None:
        """Play until the last experience card is read. Raises Quit when the person leaves before."""
        self._terminal.begin_text()
        last = self._session.events[-1]
        if not self._session.state.over:
            self._terminal.say(event_sentence(last, self._session.state, self._deck, self.tr))
        while not self._session.state.over or not self._read_results():
            if not self._session.state.over:
                self._choose()

    def _choose(self) -> None:
        """Read out what waits for a choice, and ask until the game moves on."""
        state = self._session.state
        offered = choices(state)
        labels = choice_labels(state, self._deck, self.tr)
        self._terminal.say(*self._situation(), *numbered(labels))
        team = team_label(state.on_turn, self.tr)
        while (line := self._ask(self.tr("{team}, your choice:", team=team))) is not None:
            number = chosen_number(line, len(offered))
            if number is None:
                self._terminal.answer(self._expected(len(offered)))
            elif self._do(offered[number]):
                return

    def _situation(self) -> tuple[str, ...]:
        """What is before the team; a card that was just read out is not read again for a borrowed tool."""
        state = self._session.state
        before, self._card = self._card, (card_on_table(state) or (None,))[0]
        match state.waiting:
            case ToRespond(card, borrowed=str()) if card == before:
                return help_sentences(card, state, self._deck, self.tr)
            case _:
                return situation(state, self._deck, self.tr)

    def _expected(self, count: int) -> str:
        help_word = word("help", self.tr)
        if count == 1:
            return self.tr("Please type 1 or press Enter, or type “{help}”.", help=help_word)
        return self.tr("Please type a number from 1 to {count}, or “{help}”.", count=count, help=help_word)

    def _do(self, action: Action) -> bool:
        """Carry out an action and tell what happened; say why if the rules refuse it."""
        try:
            events = self._session.act(action)
        except Refused as refused:
            self._terminal.answer(sentence_of(refused, self.tr))
            return False
        if not isinstance(action, Borrow):
            self._terminal.begin_text()
        self._terminal.say(*happened(events, self._session.state, self._deck, self.tr))
        return True

    def _read_results(self) -> bool:
        """Read every team's points and experience cards, one card at a time; False if the game moved on."""
        state = self._session.state
        for index, team in enumerate(state.teams):
            self._terminal.say(score_sentence(index, state, self.tr))
            for number, card in enumerate(team.experiences, start=1):
                text = experience_text(self._deck.experience(card), self.tr)
                self._terminal.say(card_count(index, number, state, self.tr), *text)
                if not self._wait_for_enter():
                    return False
                self._terminal.begin_text()
        return True

    def _wait_for_enter(self) -> bool:
        while line := self._ask(self.tr("Press Enter to go on:")):
            self._terminal.answer(
                self.tr("Please press Enter to go on, or type “{help}”.", help=word("help", self.tr))
            )
        return line is not None

    def _ask(self, prompt: str) -> str | None:
        """Return what is typed once it is no command; None when a command has moved the game."""
        while True:
            self._warn_if_unsaved()
            line = self._terminal.ask(prompt)
            command = read_command(line, self.tr)
            if command is None:
                return line
            state = self._session.state
            self._obey(*command)
            if self._session.state is not state:
                return None

    def _warn_if_unsaved(self) -> None:
        if self._session.journal and self._session.unsaved_since:
            since = self._session.unsaved_since
            if self._session.journal.retry():
                self._terminal.answer(self.tr("All is saved again."))
                return
            self._terminal.answer(
                self.tr(
                    "NOT SAVED since {time}: please check the disk; play may go on.", time=f"{since:%H:%M}"
                )
            )

    def _obey(self, command: Command, rest: str) -> None:
        match command:
            case "help":
                self._terminal.answer(*command_list(COMMANDS, self.tr))
            case "again":
                self._terminal.again()
            case "scores":
                state = self._session.state
                self._terminal.answer(
                    *(score_sentence(index, state, self.tr) for index in range(len(state.teams)))
                )
            case "tools":
                self._tell_tools(rest)
            case "log":
                self._tell_log()
            case "undo":
                self._undo()
            case "redo":
                self._redo()
            case "facilitator":
                self._facilitate(rest)
            case "quit":
                raise Quit
            case _:
                assert_never(command)

    def _tell_tools(self, rest: str) -> None:
        """Tell who holds which tool, numbered; or read the tool with that number."""
        teams = self._session.state.teams
        held = list(dict.fromkeys(tool for team in teams for tool in team.toolbox))
        if not held:
            self._terminal.answer(self.tr("No team holds a tool yet."))
        elif rest:
            number = chosen_number(rest, len(held))
            if number is None:
                self._terminal.answer(self.tr("Please give a number from 1 to {count}.", count=len(held)))
            else:
                self._terminal.answer(*tool_text(self._deck.tool(held[number]), self.tr))
        else:
            self._terminal.answer(*numbered(self._holding(tool) for tool in held))
            example = f"{word('tools', self.tr)} 1"
            self._terminal.answer(
                self.tr("For the full text of the first one, type “{example}”.", example=example)
            )

    def _holding(self, tool: str) -> str:
        holders = (
            team_said(index, team.name, self.tr)
            for index, team in enumerate(self._session.state.teams)
            if tool in team.toolbox
        )
        name = tool_names((tool,), self._deck, self.tr)
        return self.tr("{tool}, held by {teams}", tool=name, teams=", ".join(holders))

    def _tell_log(self) -> None:
        state = self._session.state
        opening = self._session.events[0]
        self._terminal.answer(event_sentence(opening, state, self._deck, self.tr))
        for done in self._session.done:
            self._terminal.answer(*happened(done.events, state, self._deck, self.tr))

    def _tell_notes(self) -> None:
        notes = facilitator_notes(self._session.state, self._deck)
        none = self.tr("No card with notes is on the table.")
        self._terminal.answer(self.tr("Notes for the facilitator: {notes}", notes=notes) if notes else none)

    def _undo(self) -> None:
        action = self._session.undo()
        if action is None:
            self._terminal.answer(self.tr("There is nothing to undo yet."))
            return
        label = action_label(action, self._session.state, self._deck, self.tr)
        self._terminal.begin_text()
        self._terminal.say(self.tr("Undone: “{action}”.", action=inside_quotes(label, self.tr)))

    def _redo(self) -> None:
        events = self._session.redo()
        if events is None:
            self._terminal.answer(self.tr("There is nothing to do again."))
            return
        self._terminal.begin_text()
        self._terminal.say(*happened(events, self._session.state, self._deck, self.tr))

    def _facilitate(self, rest: str) -> None:
        """Do what the facilitator asks for, at once or after a question; Enter gives up."""
        state = self._session.state
        line: str | None = rest
        if not rest:
            self._terminal.answer(*command_list(FACILITATOR_COMMANDS, self.tr))
            line = self._ask(self.tr("Facilitator, your command, or Enter to go back to the game:"))
        command = read_facilitator_command(line, self.tr) if line else None
        if command == "notes":
            self._tell_notes()
            return
        action = Facilitator(self._terminal, self._ask, state).action(command) if command else None
        if self._session.state is not state:
            return
        if action is not None:
            self._do(action)
        elif line and not command:
            self._terminal.answer(
                self.tr("This is not one of the facilitator’s commands: nothing has changed.")
            )
        else:
            self._terminal.answer(self.tr("Nothing has changed."))
