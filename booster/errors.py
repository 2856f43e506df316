"""The error tree: everything a user can cause is a BoosterError, and says itself in one sentence."""


class BoosterError(Exception):
    """Something that a user can cause and mend. Its text is one plain sentence."""

    exit_code = 2


class EnvironmentFault(BoosterError):
    """The machine lacks something: no display, disk full, folder not writable, file locked."""

    exit_code = 3
