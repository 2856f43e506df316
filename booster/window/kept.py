"""The settings of this run and the file they are kept in, with a word to the person where that fails."""

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from booster.language import Translator, translator
from booster.settings import Settings, SettingsFault, keep_aside, read_settings, write_settings
from booster.window.screen import Screen
from booster.window.transition import Pop
from booster.window.widgets import Button


class KeptSettings:
    """The settings now. Without a file they hold for this run alone."""

    def __init__(self, settings: Settings, file: Path | None) -> None:
        """Begin with settings that were read from the file."""
        self.now = settings
        self._file = file

    @property
    def tr(self) -> Translator:
        """The language of the settings."""
        return translator(self.now.language or "en")

    def keep(self, settings: Settings) -> Screen | None:
        """Change the settings and write what changed; return a notice where that fails, the first time.

        What another window wrote into the file meanwhile stays there.
        """
        before, self.now = asdict(self.now), settings
        return self._write({name: new for name, new in asdict(settings).items() if new != before[name]})

    def _write(self, changed: dict[str, Any]) -> Screen | None:
        if self._file is None:
            return None
        there, fault = read_settings(self._file)
        try:
            write_settings(self._file, replace(self.now if fault else there, **changed))
        except OSError as error:
            tr, place, why = self.tr, self._file, error.strerror or error
            self._file = None
            message = tr("The settings cannot be saved in {place}: {why}.", place=place, why=why)
            return self._notice(message, tr("They hold until you leave."))
        return None

    def mend(self, fault: SettingsFault) -> Screen:
        """Keep a file that has a fault aside, and write what could be used; return a notice about it."""
        aside = keep_aside(self._file) if self._file else ""
        self._write(asdict(self.now))
        return self._notice(fault.said(self.tr), self.tr("The old file is kept: {kept}", kept=aside))

    def _notice(self, *sentences: str) -> Screen:
        from booster.window.screens.notice import Notice

        tr = self.tr
        return Notice(tr, tr("Settings"), sentences, Button(tr("Go on"), Pop, primary=True))
