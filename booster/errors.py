"""The error tree: everything a user can cause is a BoosterError, and says itself in one sentence."""

from collections.abc import Mapping

from booster.language import N_, Sentence, Translator


class BoosterError(Exception):
    """Something that a user can cause and mend, told in one plain sentence.

    It is raised with a message marked with `N_` and the values to fill in, and said once the language is
    known.
    """

    exit_code = 2

    def __init__(self, message: str | Sentence, **values: object) -> None:
        """Keep the sentence; `str` of the error is in English."""
        self.sentence = message if isinstance(message, Sentence) else Sentence(message, values)
        super().__init__(str(self.sentence))

    @property
    def values(self) -> Mapping[str, object]:
        """What fills in the sentence."""
        return self.sentence.values

    def said(self, tr: Translator) -> str:
        """Return the sentence in a translator's language."""
        return self.sentence.said(tr)


class EnvironmentFault(BoosterError):
    """The machine lacks something: no display, disk full, folder not writable, file locked."""

    exit_code = 3


def cannot_read(file: object, fault: OSError) -> BoosterError:
    """Return the error of a file that the system does not let us read, or of the one inside it."""
    return BoosterError(N_("“{file}” cannot be read: {why}."), file=fault.filename or file, why=_why(fault))


def cannot_write(file: object, fault: OSError) -> EnvironmentFault:
    """Return the error of a file that the system does not let us write."""
    return EnvironmentFault(N_("“{file}” cannot be written: {why}."), file=file, why=_why(fault))


def _why(fault: OSError) -> object:
    return fault.strerror or fault
