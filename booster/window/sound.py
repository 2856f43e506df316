"""Soft cues for what happens, off unless the settings switch them on. Nobody needs them."""

from pathlib import Path
from typing import Literal

import pygame

Cue = Literal["turn", "die", "card", "points", "launch", "exchange"]


class Sounds:
    """The cues in `assets/sounds`, each read when it is first played."""

    def __init__(self, folder: Path) -> None:
        """Keep the folder of the cues. The sound device is opened by the first `play`."""
        self._folder = folder
        self._read: dict[Cue, pygame.mixer.Sound] = {}
        self._silent = False

    def play(self, cue: Cue) -> None:
        """Play a cue; nothing where there is no sound device."""
        if self._silent:
            return
        try:
            if not pygame.mixer.get_init():
                pygame.mixer.init()
            if cue not in self._read:
                self._read[cue] = pygame.mixer.Sound(self._folder / f"{cue}.ogg")
            self._read[cue].play()
        except (pygame.error, NotImplementedError, OSError):
            self._silent = True  # NotImplementedError: a pygame that was built without sound

    def stop(self) -> None:
        """Close the sound device; the next `play` tries again to open one."""
        self._read.clear()
        self._silent = False
        try:
            pygame.mixer.quit()
        except NotImplementedError:
            self._silent = True
