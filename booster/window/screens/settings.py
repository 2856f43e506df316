"""The settings: language, size of the text, colours, motion, sound, and what the room is shown."""

from dataclasses import replace

import pygame

from booster.language import LANGUAGES, Translator, translator
from booster.settings import TEXT_PERCENTS, Switch
from booster.window.paint import sheet
from booster.window.screens.paging import pages
from booster.window.screens.titled_page import TitledPage
from booster.window.text import Look
from booster.window.theme import Size
from booster.window.transition import Adjust, Replace, Transition
from booster.window.widgets import CheckBox, Choice, Label, ScrollArea

WIDEST = 1400  # design pixels


class SettingsPage(TitledPage):
    """All settings, one below the other. Each takes effect at once, and is remembered."""

    def __init__(self, tr: Translator) -> None:
        """Show the settings in a translator's language; the look says what they are."""
        super().__init__(tr, tr("Settings"), tr("Each takes effect at once, and is remembered."))
        self.language = Choice(
            tr("Language"),
            tuple(LANGUAGES.values()),
            list(LANGUAGES).index(tr.language),
            self._change_language,
        )
        percents = [tr("{n} %", n=percent) for percent in TEXT_PERCENTS]
        self.size = Choice(tr("Size of the text"), percents, on_change=self._change_size)
        self.boxes: dict[Switch, CheckBox] = {
            "high_contrast": self._box("high_contrast", tr("High contrast: black on white, strong edges")),
            "reduced_motion": self._box("reduced_motion", tr("Reduced motion: no animation")),
            "full_screen": self._box("full_screen", tr("Full screen (F11)")),
            "sound": self._box("sound", tr("Sound: a few soft notes")),
            "hand_over": self._box("hand_over", tr("Between two turns, say who is next and what happened")),
            "ranking": self._box("ranking", tr("Show the points of every team, not only of the one on turn")),
        }
        in_play = Label(tr("In play"), Size.LABEL, colour="muted")
        boxes = (*list(self.boxes.values())[:4], in_play, *list(self.boxes.values())[4:])
        self.area = ScrollArea(tr("Settings"), (self.language, self.size, *boxes))
        self.card = pygame.Rect(0, 0, 0, 0)
        self.show(self.area)

    def _box(self, name: Switch, words: str) -> CheckBox:
        return CheckBox(words, on_change=lambda: self._switch(name))

    def _switch(self, name: Switch) -> Transition:
        return Adjust(self.look.settings.switched(name, self.boxes[name].checked))

    def _change_language(self) -> Transition:
        language = list(LANGUAGES)[self.language.chosen]
        return Adjust(replace(self.look.settings, language=language))

    def _change_size(self) -> Transition:
        return Adjust(replace(self.look.settings, text_percent=TEXT_PERCENTS[self.size.chosen]))

    def on_event(self, event: pygame.Event) -> Transition:
        """Page Up and Page Down move through the settings."""
        return None if pages(self, self.area, event) else super().on_event(event)

    def update(self, dt_ms: int) -> Transition:
        """Speak the language that was chosen."""
        spoken = self.look.settings.language
        if spoken is None or spoken == self.tr.language:
            return None
        page = SettingsPage(translator(spoken))
        page.form.focus_on(page.language)
        return Replace(page)

    def help_words(self) -> tuple[str, ...]:
        """How settings are changed."""
        return (
            self.tr("Left and Right choose the language and the size of the text."),
            self.tr("Enter or a click ticks a box, or clears it."),
            self.tr("Nothing here changes a game: come back at any time, with S while you play."),
        )

    def layout(self, look: Look) -> None:
        """Show what is set, which F11 and Ctrl with + and − change too; place all on a sheet."""
        super().layout(look)
        self.size.chosen = TEXT_PERCENTS.index(look.settings.text_percent)
        for name, box in self.boxes.items():
            box.checked = look.settings.is_on(name)
        width = min(self.body.width, look.px(WIDEST))
        self.card = pygame.Rect(self.body.centerx - width // 2, self.body.top, width, self.body.height)
        self.area.place(look, self.card.inflate(-2 * look.px(28), -2 * look.px(20)))

    def draw_ground(self, surface: pygame.Surface) -> None:
        """Draw the sheet behind the settings."""
        sheet(surface, self.look, self.card)
