"""The title: a new game, a saved one, the decks, the language.

The first frame needs neither decks nor pydantic: whatever does is imported in the function that uses it.
"""

import argparse
import io
from functools import lru_cache

import pygame

from booster.language import LANGUAGES, translator
from booster.paths import assets_folder
from booster.window.screen import Screen
from booster.window.screens.draft import draft_of
from booster.window.text import Look
from booster.window.theme import MUTED, PAPER, Size
from booster.window.transition import Push, Quit, Transition
from booster.window.widgets import Button, Choice, Label, Row, Widget, column

PICTURE = (1000, 1080)  # the size that assets/art/trail.svg is drawn at


class Title(Screen):
    """The first screen. What is typed for the next game is kept here."""

    def __init__(self, args: argparse.Namespace) -> None:
        """Start with what the command line asks for: language, seed, teams, preset, deck, resume."""
        super().__init__()
        self.draft = draft_of(args)
        self.asked: str | None = args.resume  # a session to resume at once
        self.resume_note = ""
        self.can_resume = False
        self._drawn = self._looked = False
        self._speak()

    def _speak(self) -> None:
        """Make the widgets in the language of the draft."""
        tr = self.tr = translator(self.draft.language)
        self.name = Label(tr("Social Impact Booster"), Size.DISPLAY, bold=True)
        self.line = Label(tr("From an idea to a launch: a board game for teams with a social project."))
        self.new = Button(tr("New game"), self._new_game, primary=True)
        self.resume = Button(
            tr("Resume"),
            self._saved_games,
            note=self.resume_note or tr("Looking for saved games…"),
            enabled=self.can_resume,
        )
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
            colour=MUTED,
        )
        self.menu: tuple[Widget, ...] = (
            self.new,
            self.resume,
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

    def _leave_for(self, screen: Screen) -> Push:
        """Show a screen; on coming back, look for saved games again."""
        self._looked = False
        return Push(screen)

    def _change_language(self) -> None:
        self.draft.language = list(LANGUAGES)[self.language.chosen]
        self._looked = False
        self._speak()
        self.form.focus_on(self.language)
        self.layout(self.look)

    # --- the saved games, once the first frame is on the screen

    def update(self, dt_ms: int) -> Transition:
        """Look for saved games after the first frame; go on at once with one that was asked for."""
        if not self._drawn or self._looked:
            return None
        self._looked = True
        if self.asked is not None:
            return self._resume_asked(self.asked)
        self._look_for_games()
        return None

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
        if self.draft.language != self.tr.language:  # changed in the set-up
            self._speak()
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

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the picture and the menu."""
        surface.fill(PAPER)
        size = (self.look.width - self.picture_left, self.look.height)
        surface.blit(_picture(size), (self.picture_left, 0))
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
