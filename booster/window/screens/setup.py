"""The set-up of a game: its teams, its length, its decks and its seed (R1, R2, R13)."""

import pygame

from booster.decks.model import Deck
from booster.engine.setup import expected_minutes
from booster.engine.state import NewTeam, Setup
from booster.language import Translator
from booster.limits import LONGEST_NAME, LONGEST_PROJECT, LONGEST_SEED, MOST_TEAMS, PRESETS, PresetName
from booster.names import length_advice, preset_name, team_label, team_letter, time_words
from booster.paths import sessions_folder
from booster.session import Session, tidy_seed
from booster.window.paint import sheet
from booster.window.screens.colours import Colours, Swatch
from booster.window.screens.decks.shelf import FoundDeck, found_decks, mix_fault
from booster.window.screens.draft import Draft
from booster.window.screens.game.next_screen import game_screen
from booster.window.screens.notice import Notice
from booster.window.screens.titled_page import TitledPage
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Adjust, Pop, Push, Replace, Transition, stay
from booster.window.widgets import Button, CheckBox, Choice, Label, Row, ScrollArea, TextField, Widget

TWO_COLUMNS = 50  # the width of the page, in sizes of its text, from which two columns are easy to read
LEFT = 66  # percent of the width that the teams have then
TEAM_SHARES = (2, 10, 18)  # how the swatch, the name and the project share a row


class TeamRow(Row):
    """A team: its colour, its name and its project. What is typed goes into the draft at once."""

    def __init__(self, draft: Draft, team: int, tr: Translator) -> None:
        """Show a team of the draft, counted from 0."""
        self.team = draft.teams[team]
        label = team_label(team, tr)
        self.swatch = Swatch(
            tr("The colour of {team}", team=label),
            self.team.colour,
            team_letter(team),
            lambda: Push(Colours(draft, team, tr)),
        )
        self.called = TextField(
            tr("The name of {team}", team=label),
            self.team.name,
            max_length=LONGEST_NAME,
            hint=label,
            caption=False,
            on_change=self._keep,
        )
        self.project = TextField(
            tr("The project of {team}", team=label),
            self.team.project,
            max_length=LONGEST_PROJECT,
            caption=False,
            on_change=self._keep,
        )
        super().__init__((self.swatch, self.called, self.project), TEAM_SHARES)

    def _keep(self) -> None:
        self.team.name, self.team.project = self.called.text, self.project.text


class SetUp(TitledPage):
    """Teams at the left, everything else at the right, “Start” in the bar."""

    def __init__(self, draft: Draft, tr: Translator) -> None:
        """Show the draft, and read the decks that there are."""
        super().__init__(tr, tr("New game"), " ", Button(tr("Start"), self._start, primary=True))
        draft.seed = tidy_seed(draft.seed)
        self.draft = draft
        self.found = found_decks(draft.named_decks)
        self.rows = tuple(TeamRow(draft, team, tr) for team in range(MOST_TEAMS))
        self.count = Choice(
            tr("Number of teams"),
            [str(n + 1) for n in range(MOST_TEAMS)],
            draft.count - 1,
            self._change_count,
        )
        self.preset = Choice(
            tr("Length of the game"), self._lengths(), PRESETS.index(draft.preset), self._change_preset
        )
        self.decks = tuple(self._deck_widget(found) for found in self.found)
        self.seed = TextField(tr("Seed"), draft.seed, max_length=LONGEST_SEED, on_change=self._change_seed)
        self.teams = ScrollArea(tr("Teams"))
        self.settings = ScrollArea(tr("Settings"))
        self.panels: tuple[pygame.Rect, ...] = ()
        self.two_columns = True
        self._team_widgets: tuple[Widget, ...] = ()
        self._setting_widgets: tuple[Widget, ...] = ()
        self._fill()
        self.form.focus_on(self.count)

    # --- what shows

    def _fill(self) -> None:
        """Show what fits the draft as it is now."""
        tr, draft = self.tr, self.draft
        captions = ("", tr("Name"), tr("Project in one line, if you like"))
        header = Row([Label(words, Size.LABEL, colour="muted") for words in captions], TEAM_SHARES)
        colours = self._small(tr("Press a letter to change the colour of its team."))
        self._team_widgets = (self.count, header, *self.rows[: draft.count], colours)
        self.preset.options = self._lengths()
        fault = self._deck_fault()
        self._setting_widgets = (
            self.preset,
            self._small(self._length_words()),
            Label(tr("Decks"), Size.LABEL, colour="muted"),
            *self.decks,
            *((Label(fault, Size.LABEL, colour="fault", bold=True),) if fault else ()),
            self.seed,
            self._small(tr("The same seed, decks and length give the same dice and cards again.")),
        )
        self.under.name, self.under.words = (self._summary(),) * 2
        self._share_out()
        self.show(self.teams, self.settings)

    def _share_out(self) -> None:
        """Put teams and settings into a column each, or all into one where the window is narrow."""
        self.teams.widgets, self.settings.widgets = self._team_widgets, self._setting_widgets
        if not self.two_columns:
            self.teams.widgets, self.settings.widgets = (*self._team_widgets, *self._setting_widgets), ()

    def _refill(self) -> None:
        self._fill()
        self.layout(self.look)

    def _small(self, words: str) -> Label:
        return Label(words, Size.LABEL, colour="muted")

    def _deck_widget(self, found: FoundDeck) -> Widget:
        title = found.title(self.tr)
        if found.deck is None:
            return Button(title, stay, locked=self.tr("It cannot be played yet: the list of decks says why."))

        def tick() -> Transition:
            others = tuple(folder for folder in self.draft.decks if folder != found.folder)
            self.draft.decks = (*others, found.folder) if box.checked else others
            self._refill()
            return Adjust(self.draft.remembered(self.look.settings))

        said = self.tr("{title} ({languages})", title=title, languages=found.languages())
        box = CheckBox(said, found.folder in self.draft.decks, tick)
        return box

    def _lengths(self) -> tuple[str, ...]:
        """The presets, each with the time that this number of teams takes (R2)."""
        return tuple(
            self.tr("{preset}: {time}", preset=preset_name(preset, self.tr), time=self._time(preset))
            for preset in PRESETS
        )

    def _time(self, preset: PresetName) -> str:
        return time_words(self._minutes(preset), self.tr)

    def _minutes(self, preset: PresetName) -> int:
        deck = self._path_deck()
        return expected_minutes(deck, deck.path.presets[preset], self.draft.count) if deck else 0

    def _length_words(self) -> str:
        deck = self._path_deck()
        if deck is None:
            return ""
        preset = deck.path.presets[self.draft.preset]
        low, high = preset.die
        spaces = self.tr.plural("{n} space a stage", "{n} spaces a stage", len(preset.spaces.ideation))
        words = self.tr("{spaces}; the die shows {low} to {high}.", spaces=spaces, low=low, high=high)
        advice = length_advice(self._minutes(self.draft.preset), self.draft.count, self.tr)
        return f"{words} {advice}".strip()

    def _summary(self) -> str:
        teams = self.tr.plural("{n} team", "{n} teams", self.draft.count)
        return self.tr("{teams}, about {time}", teams=teams, time=self._time(self.draft.preset))

    # --- the decks

    def _chosen(self) -> tuple[Deck, ...]:
        """The ticked decks that can be played, in the order they were ticked."""
        able = {found.folder: found.deck for found in self.found}
        return tuple(deck for deck in map(able.get, self.draft.decks) if deck)

    def _path_deck(self) -> Deck | None:
        """The deck whose path is played: the first ticked one; until one is ticked, the first there is."""
        return next(iter((*self._chosen(), *(found.deck for found in self.found if found.deck))), None)

    def _deck_fault(self) -> str:
        """Why these decks cannot be played together, if so."""
        return mix_fault(self._chosen(), self.tr)

    # --- changes

    def _change_count(self) -> None:
        self.draft.count = self.count.chosen + 1
        self._refill()

    def _change_preset(self) -> None:
        self.draft.preset = PRESETS[self.preset.chosen]
        self._refill()

    def _change_seed(self) -> None:
        self.draft.seed = self.seed.text

    def help_words(self) -> tuple[str, ...]:
        """How a game is set up."""
        tr = self.tr
        return (
            tr("Enter goes on to the next field; the arrows change a number or a length."),
            tr("Say how many teams play, give each a name, and a project if it has one already."),
            tr("Choose a length that fits your time: the minutes count everybody’s talk."),
            tr("Write the seed down, and you can play with the same dice and cards again."),
        )

    # --- the game

    def _start(self) -> Transition:
        """Begin the game, or say beside the field what is missing."""
        if self._deck_fault():
            self.form.focus_on(self.decks[0])
            return None
        folder = sessions_folder()
        try:
            session = Session.create(self._setup(), self._chosen(), folder)
        except OSError as error:
            return Push(self._cannot_save(str(error.filename or folder), error))
        self.draft.seed = ""
        return Replace(game_screen(session, self.tr))

    def _setup(self) -> Setup:
        teams = (
            NewTeam(team.name.strip() or team_label(number, self.tr), team.project.strip(), team.colour)
            for number, team in enumerate(self.draft.teams[: self.draft.count])
        )
        return Setup(tuple(teams), self.draft.preset, tidy_seed(self.draft.seed))

    def _cannot_save(self, place: str, error: OSError) -> Notice:
        tr = self.tr
        what = tr("The game cannot be saved in {place}: {why}.", place=place, why=error.strerror or error)
        mend = tr(
            "Make room there or allow writing, then start again; or set BOOSTER_DATA to another folder before"
            " you open the program."
        )
        kept = tr("What you have typed is still there.")
        back = Button(tr("Back to the set-up"), Pop, primary=True)
        return Notice(tr, tr("This game cannot be saved"), (what, mend, kept), back)

    # --- place and picture

    def layout(self, look: Look) -> None:
        """Place the two columns; called too on coming back from the colours."""
        super().layout(look)
        for row in self.rows:
            row.swatch.colour = row.team.colour
        self.two_columns = self.body.width >= TWO_COLUMNS * look.text(Size.BODY)
        self._share_out()
        left, right = self.body.copy(), pygame.Rect(self.body.bottomright, (0, 0))
        if self.two_columns:
            gap = look.px(28)
            left.width = self.body.width * LEFT // 100
            right = pygame.Rect(left.right + gap, left.top, self.body.right - left.right - gap, left.height)
        self.panels = (left, right) if self.two_columns else (left,)
        pad = look.px(20)
        self.teams.place(look, left.inflate(-2 * pad, -2 * pad))
        self.settings.place(look, right.inflate(-2 * pad, -2 * pad) if self.two_columns else right)

    def draw_ground(self, surface: pygame.Surface) -> None:
        """Draw the two cards."""
        for box in self.panels:
            sheet(surface, self.look, box)
