"""The error tree: everything a user can cause is a BoosterError, and says itself in one sentence."""

from collections.abc import Callable


class BoosterError(Exception):
    """Something that a user can cause and mend, told in one plain sentence.

    `message` is in English, to be translated, and `values` fill it in; a sentence without values is said as
    it is.
    """

    exit_code = 2

    def __init__(self, message: str, **values: object) -> None:
        """Keep the message and its values."""
        super().__init__(message.format_map(values) if values else message)
        self.message = message
        self.values = values

    def said(self, tr: Callable[..., str]) -> str:
        """Return the sentence in a translator's language."""
        return tr(self.message, **self.values)


class EnvironmentFault(BoosterError):
    """The machine lacks something: no display, disk full, folder not writable, file locked."""

    exit_code = 3
