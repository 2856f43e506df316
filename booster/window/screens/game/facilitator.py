"""The facilitator's menu (R12): each step is an action like any other, and can be taken back."""

import pygame

from booster.engine.actions import (
    Action,
    EndGame,
    PassTeam,
    SkipTurn,
    SwapCard,
    WelcomeBack,
)
from booster.engine.events import CardDrawn, CardSwapped, Event, GameEnded, TurnStarted
from booster.engine.legal import refusal
from booster.limits import MOST_TEAMS
from booster.names import facilitator_notes
from booster.window.screen import Screen
from booster.window.screens.game.bar import TopBar
from booster.window.screens.game.command import Command
from booster.window.screens.game.correct import Correct
from booster.window.screens.game.ending import Ending
from booster.window.screens.game.exchange import Exchange
from booster.window.screens.game.late_team import LateTeam
from booster.window.screens.game.next_screen import screen_now
from booster.window.screens.game.notes import Notes
from booster.window.screens.game.play_screen import GAP, Again, PlayScreen
from booster.window.screens.game.table import Table
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Replace, Transition, stay
from booster.window.widgets import Button, CheckBox, Label, ScrollArea, Widget
from booster.words import action_label, refusal_sentence


class Facilitator(PlayScreen):
    """What only the facilitator may do, and the way back to the game."""

    def __init__(self, table: Table, origin: Again, news: str = "") -> None:
        """Open the menu over the screen that `origin` gives; `news` is what was just done."""
        super().__init__(table)
        self.origin = origin
        tr = self.tr
        self._news = Label(
            news or tr("Each step is written in the log; press U to undo it."), Size.BODY, bold=bool(news)
        )
        self._back = Button(tr("Back to the game"), self.back, primary=True)
        self._game = Label(tr("The game"), Size.LABEL, bold=True, colour="muted")
        away = tr("Teams away: their turns are passed over")
        self._people = Label(away, Size.LABEL, bold=True, colour="muted")
        self._steps = ScrollArea(tr("The game"), self._make_steps(), gap=18)
        teams = tuple(self._presence(team) for team in range(len(table.state.teams)))
        self._teams = ScrollArea(away, (*teams, self._make_late()), gap=18)
        self.fill(self._news, self._back, self._game, self._steps, self._people, self._teams)

    def make_bar(self) -> TopBar:
        """Say whose menu it is."""
        return TopBar(self.tr("Facilitator"), self.table.title(self.table.state.on_turn), tr=self.tr)

    def make_commands(self) -> tuple[Command, ...]:
        """All but the menu itself; Esc goes back to the game."""
        every = super().make_commands()
        back = Command(self.tr("Esc"), self.tr("Back to the game"), pygame.K_ESCAPE, self.back)
        return (*(command for command in every if command.key not in (pygame.K_f, pygame.K_ESCAPE)), back)

    def back(self) -> Transition:
        """Go back to the screen that the menu was opened on."""
        return Replace(self.origin())

    # --- the steps

    def _make_steps(self) -> tuple[Button, ...]:
        tr = self.tr
        return (
            self._make_notes(),
            self._step(SwapCard()),
            self._step(SkipTurn()),
            Button(tr("Correct a score…"), self._correct),
            Button(tr("End the game…"), lambda: self._ask_to_end(EndGame())),
        )

    def _make_notes(self) -> Button:
        """The notes stay hidden until they are asked for: the room sees the same screen."""
        tr, notes = self.tr, facilitator_notes(self.table.state, self.table.deck)
        return Button(
            tr("Show the notes on the card…"),
            self._show_notes,
            note=tr("The room sees this screen too."),
            locked=None if notes else tr("No card with notes is on the table."),
        )

    def _step(self, action: Action) -> Button:
        """A button for an action, locked with the reason where the rules refuse it now."""

        def take() -> Transition:
            return self.do(action)

        reason = refusal(self.table.state, action)
        label = action_label(action, self.table.state, self.table.deck, self.tr)
        locked = refusal_sentence(reason, self.tr) if reason else None
        return Button(label, take, locked=locked)

    def _presence(self, team: int) -> Widget:
        """A box to tick for a team that has left; without the last one that plays, the game ends."""
        state, title = self.table.state, self.table.title(team)
        own = state.teams[team]
        action = WelcomeBack(team) if own.away else PassTeam(team)
        if reason := refusal(state, action):
            return Button(title, stay, locked=refusal_sentence(reason, self.tr))
        last = not any(other.plays for number, other in enumerate(state.teams) if number != team)
        if last and not own.away:
            why = self.tr("No other team plays: the game ends then.")
            return CheckBox(title, False, lambda: self._ask_to_end(action, why))
        return CheckBox(title, own.away, lambda: self.do(action))

    def _ask_to_end(self, action: Action, why: str = "") -> Transition:
        return Replace(Ending(self.table, action, why, self.do, self._menu))

    def _make_late(self) -> Button:
        full = len(self.table.state.teams) >= MOST_TEAMS
        locked = refusal_sentence("too-many-teams", self.tr) if full else None
        return Button(self.tr("Add a late team…"), self._add_team, locked=locked)

    def _show_notes(self) -> Transition:
        return Replace(Notes(self.table, self.origin))

    def _correct(self) -> Transition:
        return Replace(Correct(self.table, self.do, self._menu))

    def _add_team(self) -> Transition:
        return Replace(LateTeam(self.table, self.do, self._menu))

    def _menu(self) -> Screen:
        return Facilitator(self.table, self.origin)

    def do(self, action: Action) -> Transition:
        """Carry out a step; come back here with what happened unless the game goes on elsewhere."""
        events = self.table.session.act(action)
        ended = tuple(event for event in events if isinstance(event, GameEnded))
        if ended:
            return Replace(Exchange(self.table, note=self._told(ended)))
        if any(isinstance(event, TurnStarted) for event in events):
            return self.table.pass_on()
        if any(isinstance(event, CardDrawn) for event in events):
            swapped = tuple(event for event in events if isinstance(event, CardSwapped))
            return Replace(screen_now(self.table, self._told(swapped)))
        return Replace(Facilitator(self.table, self.origin, self._told(events)))

    def _told(self, events: tuple[Event, ...]) -> str:
        return " ".join(self.table.sentences(events))

    # --- where it is

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """What happened on top with the way back, below it the game and the teams."""
        gap = look.px(GAP)
        wide = min(max(look.px(380), self._back.width(look)), box.width * 4 // 10)
        high = min(max(look.px(88), self._back.height(look, wide)), box.height // 5)
        self._back.place(look, pygame.Rect(box.right - wide, box.top, wide, high))
        self._news.place(look, pygame.Rect(box.left, box.top, box.width - wide - gap, high))
        half = (box.width - gap) // 2
        top = box.top + high + gap
        for left, title, area in (
            (box.left, self._game, self._steps),
            (box.left + half + gap, self._people, self._teams),
        ):
            line = title.height(look, half)
            title.place(look, pygame.Rect(left + look.px(12), top, half - look.px(12), line))
            area.place(look, pygame.Rect(left, top + line, half, box.bottom - top - line))

    def help_words(self) -> tuple[str, ...]:
        """What the menu is for."""
        return (
            self.tr(
                "For the facilitator alone: a card that does not fit, a team that left, a slip in the points."
            ),
            self.tr("A step that cannot be done now says why."),
        )

    def again(self) -> Screen:
        """The menu as it is now."""
        return self._menu()
