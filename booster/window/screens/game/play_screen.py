"""What every screen of a game shares: the ink bar, the commands with their keys, the note, the banner.

PlayScreen      their base: make widgets and `self.fill(...)`, place them in `arrange`, draw behind in `paint`
"""

from collections.abc import Callable

import pygame

from booster.window.paint import rounded
from booster.window.screen import Screen
from booster.window.screens.game.bar import TopBar
from booster.window.screens.game.command import Command
from booster.window.screens.game.leaving import Leaving
from booster.window.screens.game.table import Table
from booster.window.screens.game.unsaved import Unsaved
from booster.window.screens.help import Help, HelpLine
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Pop, Push, Quit, Replace, Transition
from booster.window.widgets import Button, Label, Widget
from booster.window.widgets.base import is_command

MARGIN = 40
GAP = 24
SMALLEST_WORDS = 24  # design pixels

Again = Callable[[], Screen]


class PlayScreen(Screen):
    """A screen of a game: an ink bar on top, the commands below it, the rest for the screen itself."""

    def __init__(self, table: Table, note: str = "", team: int | None = None) -> None:
        """Show `note` under the commands: what was just taken back. `team` is the one it is about, else the
        one on turn."""
        super().__init__()
        self.table = table
        self.tr = table.tr
        self.team = table.state.on_turn if team is None else team
        self.bar: TopBar = self.make_bar()
        self.commands = self.make_commands()
        self.note = Label(note, Size.BODY, bold=True)
        self.beside = pygame.Rect(0, 0, 0, 0)  # the room at the left of the commands
        self._note_box = pygame.Rect(0, 0, 0, 0)
        self._own: tuple[Widget, ...] = ()
        self._unsaved = Label("", Size.BODY, bold=True, colour="white")
        self._retry = Button(self.tr("Try again"), self._save_again)
        self._banner = pygame.Rect(0, 0, 0, 0)

    # --- for each screen to say

    def make_bar(self) -> TopBar:
        """Return the bar: the team it is about, with its scores."""
        table, team = self.table, self.table.state.teams[self.team]
        turn = self.tr("turn {turn}", turn=table.turn_of(self.team))
        return TopBar(
            table.name(self.team),
            f"{team.project} · {turn}" if team.project else turn,
            short=turn,
            team=self.team,
            colour=table.colour(self.team),
            score=team.score,
            tr=self.tr,
        )

    def arrange(self, look: Look, box: pygame.Rect) -> None:
        """Give the screen's own widgets their places in `box`."""

    def paint(self, surface: pygame.Surface) -> None:
        """Draw what lies behind the widgets."""

    def help_words(self) -> tuple[HelpLine, ...]:
        """Say what can be done here, in a few short lines (F1)."""
        return ()

    def again(self) -> Screen:
        """Return this screen as it is now, after the facilitator changed something."""
        raise NotImplementedError

    # --- widgets and places

    def fill(self, *widgets: Widget, focus: Widget | None = None) -> None:
        """Show the screen's own widgets; the commands follow them in the order of Tab."""
        self._own = widgets
        self._show(focus)

    def _show(self, focus: Widget | None = None) -> None:
        since = self.table.session.unsaved_since
        self._unsaved.words = self._unsaved.name = (
            self.tr(
                "NOT SAVED since {time}: is the disk full or gone? You may play on.", time=f"{since:%H:%M}"
            )
            if since
            else ""
        )
        saving = (self._unsaved, self._retry) if since else ()
        note = (self.note,) if self.note.name else ()
        self.form.show(self.bar, *note, *self._own, *self.commands, *saving, focus=focus)

    def layout(self, look: Look) -> None:
        """Place the bar, the commands, and the screen's own widgets between them."""
        super().layout(look)
        margin = look.px(MARGIN)
        bar = pygame.Rect(0, 0, look.width, self.bar.height(look, look.width))
        self.bar.place(look, bar)
        top = self._arrange_commands(look, pygame.Rect(margin, bar.bottom, look.width - 2 * margin, 0))
        bottom = look.height - self._arrange_banner(look)
        self.arrange(look, pygame.Rect(margin, top, look.width - 2 * margin, bottom - margin // 2 - top))

    def _arrange_commands(self, look: Look, line: pygame.Rect) -> int:
        """Place the commands at the right under the bar, the note under them; return where they end."""
        height = self.commands[0].height(look, line.width)
        top, left = line.top + look.px(14), line.right
        for commands in self._command_lines(look, line.width):
            start = self._arrange_line(look, commands, pygame.Rect(line.left, top, line.width, height))
            left, top = min(left, start), top + height + look.px(14)
        width = max(0, left - look.px(24) - line.left)
        self.beside = pygame.Rect(line.left, line.top + look.px(14), width, height)
        return self._arrange_note(look, line, top)

    def _command_lines(self, look: Look, width: int) -> tuple[tuple[Command, ...], ...]:
        """Share the commands out on as few lines as leave their words readable."""
        floor, most = (look.px(SMALLEST_WORDS) + 1) / look.text(Size.LABEL), len(self.commands)
        for lines in range(1, most + 1):
            each = -(-most // lines)
            shared = tuple(self.commands[start : start + each] for start in range(0, most, each))
            widths = (sum(command.width(look) for command in commands) for commands in shared)
            if max(widths) * floor + look.px(12) * each <= width:
                break
        return shared

    def _arrange_line(self, look: Look, commands: tuple[Command, ...], line: pygame.Rect) -> int:
        """Place commands from the right; return where they begin."""
        gap, left = look.px(12), line.right
        squeeze = min(1.0, (line.width - gap * len(commands)) / sum(each.width(look) for each in commands))
        for command in reversed(commands):
            width = int(command.width(look) * squeeze)
            command.place(look, pygame.Rect(left - width, line.top, width, line.height))
            left -= width + gap
        return left + gap

    def _arrange_note(self, look: Look, line: pygame.Rect, top: int) -> int:
        """Place the note under the commands; return where it ends."""
        if not self.note.name:
            return top
        height = self.note.height(look, line.width - 2 * look.px(20)) + look.px(12)
        self._note_box = pygame.Rect(line.left, top, line.width, height)
        self.note.place(look, self._note_box.inflate(-2 * look.px(20), 0))
        return self._note_box.bottom + look.px(14)

    def _arrange_banner(self, look: Look) -> int:
        """Place the words and the button of the banner at the bottom; return its height, 0 without one."""
        if not self._unsaved.name:
            self._banner = pygame.Rect(0, 0, 0, 0)
            return 0
        width = min(self._retry.width(look), look.width // 3)
        height = self._retry.height(look, width) + look.px(28)
        self._banner = pygame.Rect(0, look.height - height, look.width, height)
        inner = self._banner.inflate(-2 * look.px(MARGIN), -look.px(28))
        self._retry.place(look, pygame.Rect(inner.right - width, inner.top, width, inner.height))
        words = pygame.Rect(inner.left, inner.top, inner.width - width - look.px(GAP), inner.height)
        self._unsaved.place(look, words)
        return height

    # --- events

    def on_event(self, event: pygame.Event) -> Transition:
        """Answer the keys of the commands, unless a field takes what is typed; else the widgets do."""
        focused = self.form.focused
        typing = focused is not None and focused.takes_text
        if event.type == pygame.KEYDOWN and not (is_command(event) or event.mod & pygame.KMOD_ALT):
            for command in self.commands:
                if command.answers(event, typing=typing):
                    self.stale = True
                    return command.press()
        return super().on_event(event)

    def back(self) -> Transition:
        """Ask before the game is left, or say that it is not saved; one that is not kept is left at once."""
        session = self.table.session
        if session.journal is None:
            return Pop()
        saved = session.journal.retry()
        return Push(Leaving(self, session, self.tr) if saved else self._unsaved_page(leave=Pop()))

    def before_end(self) -> Screen | None:
        """Save the game before the program ends, or ask what to do if that cannot be."""
        return None if self.table.session.close() else self._unsaved_page(leave=Quit())

    def _unsaved_page(self, leave: Transition = None) -> Screen:
        return Unsaved(self.table.session, self.tr, leave)

    def update(self, dt_ms: int) -> Transition:
        """Speak the language of the settings; show or take away the banner when the disk fails or works.

        A game that was closed, on a page over this one, is left.
        """
        if self.table.session.closed:
            return Pop()
        spoken = self.look.settings.language
        if spoken is not None and spoken != self.tr.language:
            return self.speak(spoken)
        if bool(self._unsaved.name) != (self.table.session.unsaved_since is not None):
            self._show()
            self.layout(self.look)
            self.stale = True
        return None

    def speak(self, language: str) -> Transition:
        """Go on in another language."""
        self.table = self.table.in_language(language)
        return Replace(self.again())

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the ground, the screen's own picture, then the widgets."""
        surface.fill(self.look.theme.paper)
        self.paint(surface)
        if self._banner.height:
            rounded(surface, self._banner, self.look.theme.fault, 0)
        if self.note.name:
            rounded(surface, self._note_box, self.look.theme.accent_pale, self.look.px(14))
        self.form.draw(surface)

    def _save_again(self) -> Transition:
        journal = self.table.session.journal
        return None if journal is None or journal.retry() else Push(self._unsaved_page())

    # --- commands

    def make_commands(self) -> tuple[Command, ...]:
        """The commands of every screen: each by its key, by Tab, by mouse."""
        tr, session = self.tr, self.table.session
        return (
            Command("U", tr("Undo"), pygame.K_u, self.table.undo, enabled=session.can_undo),
            Command("R", tr("Redo"), pygame.K_r, self.table.redo, enabled=session.can_redo),
            Command("T", tr("Toolboxes"), pygame.K_t, self._open_toolboxes),
            Command("L", tr("Log"), pygame.K_l, self._open_log),
            Command(
                "F", tr("Facilitator"), pygame.K_f, self._open_facilitator, enabled=not session.state.over
            ),
            Command("S", tr("Settings"), pygame.K_s, self._open_settings),
            Command("F1", tr("Help"), pygame.K_F1, self.explain),
            Command(tr("Esc"), tr("Leave"), pygame.K_ESCAPE, self.back),
        )

    def _open_toolboxes(self) -> Transition:
        from booster.window.screens.game.toolbox import Toolboxes

        return Push(Toolboxes(self.table))

    def _open_log(self) -> Transition:
        from booster.window.screens.game.log import Log

        return Push(Log(self.table))

    def _open_facilitator(self) -> Transition:
        from booster.window.screens.game.facilitator import Facilitator

        return Replace(Facilitator(self.table, self.again))

    def _open_settings(self) -> Transition:
        from booster.window.screens.settings import SettingsPage

        return Push(SettingsPage(self.tr))

    def explain(self) -> Transition:
        """Open the help of this screen."""
        return Push(Help(self.tr, self.help_words())) if self.help_words() else None
