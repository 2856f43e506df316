"""The title: a new game, a saved one, the decks, the language.

The first frame needs neither decks nor pydantic: whatever does is imported in the function that uses it.
"""

import argparse
import io
from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

from booster.language import translator
from booster.paths import assets_folder
from booster.settings import USUAL, Settings
from booster.window.screen import Screen
from booster.window.screens.cover import SEA, cover
from booster.window.screens.draft import draft_of
from booster.window.screens.game_name import GameName
from booster.window.screens.language_choice import LanguageChoice
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Push, Quit, Transition
from booster.window.widgets import Button, Label, Row, Widget, column

if TYPE_CHECKING:
    from booster.saved_sessions import Saved

NAME = 22  # percent of the height, at most
SHORE = (84, 1080)  # the size that assets/art/shore.svg is drawn at


class Title(Screen):
    """The first screen. What is typed for the next game is kept here."""

    def __init__(self, args: argparse.Namespace, settings: Settings = USUAL) -> None:
        """Start with what the command line asks for: language, seed, teams, preset, deck, resume.

        The settings remember which decks are played with.
        """
        super().__init__()
        self.tr = translator(args.language)
        self.draft = draft_of(args, settings)
        self.asked: str | None = args.resume  # a session to resume at once
        self.resume_note = ""
        self.can_resume = False
        self._drawn = self._ready = self._complete = self._looked = self._was_left = False
        self._last_played: Saved | None = None
        self._speak()

    def _speak(self) -> None:
        """Make the widgets in the language of the moment."""
        tr = self.tr
        self.name = GameName(tr("Social Impact Booster"))
        self.line = Label(
            tr("From an idea to a launch: a board game for teams with a social-innovation project.")
        )
        self.new = Button(tr("New game"), self._new_game, primary=True)
        self.resume = Button(
            tr("Resume"),
            self._saved_games,
            note=self.resume_note or tr("Looking for saved games…"),
            enabled=self.can_resume,
        )
        self.practice = Button(tr("Practice turn"), self._practise)
        self.settings = Button(tr("Settings"), self._settings)
        self.decks = Button(tr("Decks"), self._decks)
        self.quit = Button(tr("Quit"), Quit)
        self.language = LanguageChoice(tr, caption=False)
        self.credits = Label(
            tr(
                "After the board game made in +Resilient (Interreg Med) with Aix-Marseille Université / LEST."
                " Cards and pictures: CC BY-SA 4.0."
            ),
            Size.LABEL,
            colour="muted",
        )
        self.menu: tuple[Widget, ...] = (
            self.new,
            self.resume,
            Row((self.practice, self.settings), (1, 1)),
            Row((self.decks, self.quit), (1, 1)),
            self.language,
        )
        self.form.show(self.name, self.line, *self.menu, self.credits)

    # --- where the buttons lead

    def _new_game(self) -> Transition:
        from booster.window.screens.setup import SetUp

        return self._leave_for(SetUp(self.draft, self.tr))

    def _saved_games(self) -> Transition:
        from booster.window.screens.saved import SavedGames

        return self._leave_for(SavedGames(self.tr))

    def _decks(self) -> Transition:
        from booster.window.screens.decks.decks import Decks

        return self._leave_for(Decks(self.draft, self.tr))

    def _practise(self) -> Transition:
        from booster.window.screens.decks.shelf import found_decks
        from booster.window.screens.game.practice import Practice
        from booster.window.screens.notice import Notice

        core = found_decks(())[0]
        if core.deck is None:
            return self._leave_for(Notice(self.tr, core.title(self.tr), (core.fault(self.tr),)))
        return self._leave_for(Practice(core.deck, self.tr))

    def _settings(self) -> Transition:
        from booster.window.screens.settings import SettingsPage

        return self._leave_for(SettingsPage(self.tr))

    def explain(self) -> Transition:
        """Say what each button is for."""
        from booster.window.screens.help import Help

        tr = self.tr
        words = (
            tr("“New game” asks for the teams and the length, then the first team rolls the die."),
            tr("“Practice turn” shows in five minutes how the game goes; nothing of it is kept."),
            tr("“Resume” goes on with a game that was left, or whose laptop was closed."),
            tr("“Decks” shows the cards that there are, yours too."),
        )
        return Push(Help(tr, words))

    def on_event(self, event: pygame.Event) -> Transition:
        """Leave what is dropped on the window to the list of decks, where it is installed."""
        if event.type == pygame.DROPFILE:
            pygame.event.post(event)
            return self._decks()
        return super().on_event(event)

    def _leave_for(self, screen: Screen) -> Push:
        """Show a screen; on coming back, look for saved games again."""
        self._looked, self._was_left = False, True
        return Push(screen)

    def _speak_as_set(self, language: str) -> None:
        """Speak another language, and say in it what was found."""
        on_language = self.form.focused is self.language
        self.tr = translator(language)
        self._looked = False
        self._speak()
        if on_language:
            self.form.focus_on(self.language)

    # --- what can wait until the first frame is on the screen

    def update(self, dt_ms: int) -> Transition:
        """After the first frame: the decks, the picture, then the saved games or the one asked for."""
        if not self._drawn:
            return None
        if not self._ready:
            self._read_decks()
            self._ready = self.stale = True  # the picture comes with the next frame
        elif not self._complete:
            cover(self.look.fonts, self._picture.size)
            self._complete = self.stale = True
        elif not self._looked:
            self._looked = True
            if self.asked is not None:
                return self._resume_asked(self.asked)
            self._look_for_games()
        return None

    def _read_decks(self) -> None:
        """Read every deck once, before all else: “New game” opens at once then."""
        from booster.window.screens.decks.shelf import found_decks

        found_decks(self.draft.named_decks)

    def _look_for_games(self) -> None:
        from booster.paths import sessions_folder
        from booster.saved_sessions import saved_sessions
        from booster.window.screens.saved import teams_words, when_words

        games = saved_sessions(sessions_folder())
        latest = next((game for game in games if game.is_unfinished), None)
        if latest:
            teams, when = teams_words(latest, self.tr), when_words(latest.made, self.tr)
            self.resume_note = self.tr("{teams}\n{when}", teams=teams, when=when)
        elif games:
            self.resume_note = self.tr.plural("{n} saved game", "{n} saved games", len(games))
        else:
            self.resume_note = self.tr("No game is saved yet.")
        self.can_resume = bool(games)
        self.resume.note, self.resume.enabled = self.resume_note, self.can_resume
        self._offer_to_go_on(games[0] if games else None)
        self.layout(self.look)
        self.stale = True

    def _offer_to_go_on(self, played: "Saved | None") -> None:
        """Put the focus on “Resume” when a game has just been left that is not finished."""
        if self._was_left and played != self._last_played and played and played.is_unfinished:
            self.form.focus_on(self.resume)
        self._last_played, self._was_left = played, False

    def _resume_asked(self, session: str) -> Transition:
        from booster.window.screens.saved import asked_for

        self.asked = None
        return self._leave_for(asked_for(session, self.tr))

    # --- place and picture

    def layout(self, look: Look) -> None:
        """Place the words and the menu on paper at the left; the picture takes the rest."""
        if look.settings.language not in (None, self.tr.language):
            self._speak_as_set(look.settings.language)
        super().layout(look)
        margin = look.px(72)
        box = pygame.Rect(margin, look.px(52), min(look.px(790), look.width * 44 // 100), look.height)
        box.height -= look.px(52) + look.px(34)
        self._paper = pygame.Rect(0, 0, box.right + look.px(30), look.height)
        self._picture = pygame.Rect(self._paper.right, 0, look.width - self._paper.right, look.height)
        most = NAME * 100 // look.settings.text_percent  # it does not grow with the words: they take its room
        top = self._place_words(self.name, box, box.top, most) + look.px(16)
        top = self._place_words(self.line, box, top, 11) + look.px(34)
        high = min(self.credits.height(look, box.width), box.height * 13 // 100)
        self.credits.place(look, pygame.Rect(box.left, box.bottom - high, box.width, high))
        column(look, pygame.Rect(box.left, top, box.width, box.bottom - high - look.px(30) - top), self.menu)

    def _place_words(self, words: Widget, box: pygame.Rect, top: int, most: int) -> int:
        """Place words as high as they need, at most `most` percent of the box; return where they end."""
        high = min(words.height(self.look, box.width), box.height * most // 100)
        words.place(self.look, pygame.Rect(box.left, top, box.width, high))
        return top + high

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the menu on its paper; beside it, once the decks are read, the picture."""
        look = self.look
        if self._complete:
            surface.blit(cover(look.fonts, self._picture.size), self._picture)
        else:
            surface.fill(SEA, self._picture)
        surface.fill(look.theme.paper, self._paper)
        if look.settings.high_contrast:
            surface.fill(look.theme.line, (self._paper.right, 0, look.px(6), look.height))
        else:
            surface.blit(_shore(look.height), self._paper.topright)
        self.form.draw(surface)
        self._drawn = True


@lru_cache(maxsize=1)
def _shore(height: int) -> pygame.Surface:
    """Return the edge of the paper: sand and foam, and a shadow on the picture."""
    source = (assets_folder() / "art" / "shore.svg").read_bytes()
    size = (round(SHORE[0] * height / SHORE[1]), height)
    return pygame.image.load_sized_svg(io.BytesIO(source), size).convert_alpha()
