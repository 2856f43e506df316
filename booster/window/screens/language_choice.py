"""`LanguageChoice`: the languages to choose from."""

from dataclasses import replace

from booster.language import LANGUAGES, Translator
from booster.window.transition import Adjust, Transition
from booster.window.widgets import Choice


class LanguageChoice(Choice):
    """Each language by its own name; the one that is chosen becomes that of the settings."""

    def __init__(self, tr: Translator, *, caption: bool = True) -> None:
        """Show the language of a translator as the chosen one."""
        chosen = list(LANGUAGES).index(tr.language)
        super().__init__(tr("Language"), tuple(LANGUAGES.values()), chosen, self._set, caption=caption)

    def _set(self) -> Transition:
        return Adjust(replace(self.look.settings, language=list(LANGUAGES)[self.chosen]))
