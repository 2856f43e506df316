"""The title: a new game, a saved one, the decks, the language.

The first frame needs neither decks nor pydantic: whatever does is imported in the function that uses it.
"""

import argparse
import io
from dataclasses import replace
from functools import lru_cache
from threading import Thread

import pygame

from booster.language import LANGUAGES, translator
from booster.paths import assets_folder
from booster.settings import USUAL, Settings
from booster.window.screen import Screen
from booster.window.screens.draft import draft_of
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Adjust, Push, Quit, Transition
from booster.window.widgets import Button, Choice, Label, Row, Widget, column

PICTURE = (1000, 1080)  # the size that assets/art/trail.svg is drawn at


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
        self._drawn = self._complete = self._looked = False
        self._speak()

    def _speak(self) -> None:
        """Make the widgets in the language of the moment."""
        tr = self.tr
        self.name = Label(tr("Social Impact Booster"), Size.DISPLAY, bold=True)
        self.line = Label(tr("From an idea to a launch: a board game for teams with a social project."))
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
        self.language = Choice(
            tr("Language"),
            tuple(LANGUAGES.values()),
            list(LANGUAGES).index(tr.language),
            self._change_language,
            caption=False,
        )
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
        from booster.window.screens.decks import Decks

        return self._leave_for(Decks(self.draft, self.tr))

    def _practise(self) -> Transition:
        from booster.window.screens.notice import Notice
        from booster.window.screens.practice import Practice
        from booster.window.screens.shelf import found_decks

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
        self._looked = False
        return Push(screen)

    def _change_language(self) -> Transition:
        return Adjust(replace(self.look.settings, language=list(LANGUAGES)[self.language.chosen]))

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
        """After the first frame: the picture and the decks, then the saved games or the one asked for."""
        if not self._drawn:
            return None
        if not self._complete:
            self._complete_picture()
        elif not self._looked:
            self._looked = True
            if self.asked is not None:
                return self._resume_asked(self.asked)
            self._look_for_games()
        return None

    def _complete_picture(self) -> None:
        """Draw the picture on another core, and read the decks meanwhile: “New game” opens at once then."""
        drawing = Thread(target=_picture, args=(self._picture_size(),))
        drawing.start()
        self._read_decks()
        drawing.join()
        self._complete = self.stale = True

    def _read_decks(self) -> None:
        """Read every deck once; after that it is kept."""
        from booster.window.screens.shelf import found_decks

        found_decks(self.draft.named_decks)

    def _look_for_games(self) -> None:
        from booster.paths import sessions_folder
        from booster.session import saved_sessions
        from booster.window.screens.saved import teams_words, unfinished, when_words

        games = saved_sessions(sessions_folder())
        latest = next(filter(unfinished, games), None)
        if latest:
            teams, when = teams_words(latest, self.tr), when_words(latest.made, self.tr)
            self.resume_note = self.tr("{teams}\n{when}", teams=teams, when=when)
        elif games:
            self.resume_note = self.tr.plural("{n} saved game", "{n} saved games", len(games))
        else:
            self.resume_note = self.tr("No game is saved yet.")
        self.can_resume = bool(games)
        self.resume.note, self.resume.enabled = self.resume_note, self.can_resume
        self.layout(self.look)
        self.stale = True

    def _resume_asked(self, session: str) -> Transition:
        from booster.window.screens.saved import asked_for

        self.asked = None
        return self._leave_for(asked_for(session, self.tr))

    # --- place and picture

    def layout(self, look: Look) -> None:
        """Place the words and the menu at the left; the picture takes the rest."""
        if look.settings.language not in (None, self.tr.language):
            self._speak_as_set(look.settings.language)
        super().layout(look)
        margin = look.px(72)
        box = pygame.Rect(margin, look.px(56), min(look.px(820), look.width * 56 // 100), look.height)
        box.height -= look.px(56) + look.px(36)
        self.picture_left = box.right + margin
        top = self._place_words(self.name, box, box.top, 20) + look.px(12)
        top = self._place_words(self.line, box, top, 11) + look.px(44)
        high = min(self.credits.height(look, box.width), box.height * 13 // 100)
        self.credits.place(look, pygame.Rect(box.left, box.bottom - high, box.width, high))
        column(look, pygame.Rect(box.left, top, box.width, box.bottom - high - look.px(32) - top), self.menu)

    def _place_words(self, label: Label, box: pygame.Rect, top: int, most: int) -> int:
        """Place words as high as they need, at most `most` percent of the box; return where they end."""
        high = min(label.height(self.look, box.width), box.height * most // 100)
        label.place(self.look, pygame.Rect(box.left, top, box.width, high))
        return top + high

    def _picture_size(self) -> tuple[int, int]:
        return self.look.width - self.picture_left, self.look.height

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the menu; beside it, from the second frame on, the picture."""
        surface.fill(self.look.theme.paper)
        if self._complete:
            surface.blit(_picture(self._picture_size()), (self.picture_left, 0))
        self.form.draw(surface)
        self._drawn = True


@lru_cache(maxsize=1)
def _picture(size: tuple[int, int]) -> pygame.Surface:
    """Return the trail from garden to harbour, as large as it takes to fill `size`, the rest cut off."""
    scale = max(size[0] / PICTURE[0], size[1] / PICTURE[1])
    whole = (round(PICTURE[0] * scale) + 1, round(PICTURE[1] * scale) + 1)
    source = (assets_folder() / "art" / "trail.svg").read_bytes()
    drawn = pygame.image.load_sized_svg(io.BytesIO(source), whole).convert()
    middle = drawn.get_rect().inflate(size[0] - drawn.get_width(), size[1] - drawn.get_height())
    return drawn.subsurface(middle.clip(drawn.get_rect()))
