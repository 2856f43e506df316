"""What only the facilitator does (R12), asked for one line at a time."""

import re
from collections.abc import Callable
from typing import TypeVar, assert_never

from booster.decks.model import PILLARS, Pillar
from booster.engine.actions import (
    AddTeam,
    CorrectScore,
    EndGame,
    FacilitatorAction,
    PassTeam,
    SkipTurn,
    SwapCard,
    WelcomeBack,
)
from booster.engine.state import State, free_colour
from booster.language import Translator
from booster.limits import LONGEST_NAME, LONGEST_PROJECT, LONGEST_REASON
from booster.names import pillar_name, team_letter
from booster.text.commands import FacilitatorStep
from booster.text.terminal import Terminal, chosen_number, numbered

Answer = TypeVar("Answer")

Ask = Callable[[str], str | None]
"""Asks a question and returns the line typed; None when the game has moved on meanwhile, as by undo."""


class Facilitator:
    """Asks for what an action of the facilitator needs. Enter alone gives up."""

    def __init__(self, terminal: Terminal, ask: Ask, state: State) -> None:
        """Ask about the game as it stands in `state`."""
        self._terminal = terminal
        self.tr: Translator = terminal.tr
        self._ask = ask
        self._state = state

    def action(self, command: FacilitatorStep) -> FacilitatorAction | None:
        """Return the action that a command asks for, or None if it was given up."""
        match command:
            case "swap":
                return SwapCard()
            case "skip":
                return SkipTurn()
            case "end":
                return EndGame()
            case "pass":
                team = self._team()
                return None if team is None else PassTeam(team)
            case "back":
                team = self._team()
                return None if team is None else WelcomeBack(team)
            case "correct":
                return self._correction()
            case "add":
                return self._late_team()
            case _:
                assert_never(command)

    def _correction(self) -> CorrectScore | None:
        tr = self.tr
        team = self._team()
        if team is None:
            return None
        pillar = self._pillar()
        if pillar is None:
            return None
        expected = tr("Please type a number with its sign, as +1 or −2.")
        points = self._until(tr("How many points, as +1 or −2?"), _signed_number, expected)
        if points is None:
            return None
        reason = self._line(tr("For which reason?"), LONGEST_REASON)
        return CorrectScore(team, pillar, points, reason) if reason else None

    def _late_team(self) -> AddTeam | None:
        name = self._line(self.tr("The name of the new team?"), LONGEST_NAME)
        if not name:
            return None
        project = self._line(self.tr("Its project in one line, or Enter for none?"), LONGEST_PROJECT)
        return None if project is None else AddTeam(name, project, free_colour(self._state.teams))

    def _team(self) -> int | None:
        letters = [team_letter(index) for index in range(len(self._state.teams))]
        expected = self.tr("Please type the letter of a team: {letters}.", letters=", ".join(letters))

        def index(line: str) -> int | None:
            return letters.index(line.upper()) if line.upper() in letters else None

        return self._until(self.tr("Which team? Its letter:"), index, expected)

    def _pillar(self) -> Pillar | None:
        names = numbered(pillar_name(pillar, self.tr) for pillar in PILLARS)
        expected = self.tr("Please type a number: {choices}.", choices=", ".join(names))

        def pillar(line: str) -> Pillar | None:
            number = chosen_number(line, len(PILLARS))
            return None if number is None else PILLARS[number]

        question = self.tr("On which pillar? {choices}:", choices=", ".join(names))
        return self._until(question, pillar, expected)

    def _line(self, question: str, longest: int) -> str | None:
        """Ask until the answer is short enough; None when the game has moved on."""
        while (line := self._ask(question)) is not None and len(line) > longest:
            self._terminal.answer(self.tr("Please type at most {most} letters.", most=longest))
        return line

    def _until(self, question: str, read: Callable[[str], Answer | None], expected: str) -> Answer | None:
        """Ask until the answer can be read, or is Enter alone."""
        while line := self._ask(question):
            answer = read(line)
            if answer is not None:
                return answer
            self._terminal.answer(expected)
        return None


def _signed_number(line: str) -> int | None:
    digits = line.replace("\N{MINUS SIGN}", "-").replace(" ", "")
    return int(digits) if re.fullmatch(r"[+-]?[0-9]{1,3}", digits) else None
