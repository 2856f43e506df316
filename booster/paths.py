"""Where things are: what ships with the program, and what a person keeps.

The shipped folders lie inside the package in an installed wheel, and at the top of the checkout otherwise.
"""

import os
from contextlib import suppress
from pathlib import Path

from booster.errors import BoosterError, EnvironmentFault
from booster.language import N_

PACKAGE = Path(__file__).parent


def cards_folder() -> Path:
    """Return the folder of the decks that ship. Raises EnvironmentFault when the installation lacks it."""
    return _shipped("cards")


def assets_folder() -> Path:
    """Return the folder of fonts and pictures. Raises EnvironmentFault when the installation lacks it."""
    return _shipped("assets")


def core_deck() -> Path:
    """Return the folder of the core deck, which also holds the usual path of every deck (R2)."""
    return cards_folder() / "core"


def user_data_folder() -> Path:
    """Return where a person's own things are kept: the folder named by BOOSTER_DATA, else the system's.

    Nothing is created here: whoever writes creates the folder. Raises BoosterError when BOOSTER_DATA names
    the home of a person who is not there.
    """
    chosen = os.environ.get("BOOSTER_DATA", "").strip()
    if chosen:
        try:
            return Path(chosen).expanduser().absolute()
        except RuntimeError as fault:
            raise BoosterError(
                N_("BOOSTER_DATA names the folder of a person who is not known here: {folder}"), folder=chosen
            ) from fault
    import platformdirs

    return platformdirs.user_data_path("social-impact-booster", appauthor=False)


def user_decks_folder() -> Path:
    """Return the folder of a person's own decks, which may not exist yet."""
    return user_data_folder() / "decks"


def deck_folder(typed: Path) -> Path:
    """Return the folder that is meant by what was typed.

    That is the folder of this path; where there is none, the deck of this name that ships or is installed. A
    path that leads nowhere comes back as it is.
    """
    # A name that the system cannot hold is that of no deck.
    with suppress(OSError):
        if not typed.exists() and typed.name == str(typed):
            for decks in (cards_folder(), user_decks_folder()):
                if (decks / typed / "deck.yaml").is_file():
                    return decks / typed
    return typed


def resolved(path: Path) -> Path:
    """Return a path with its links followed; as it is where they lead round in a circle, or nowhere."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path.absolute()


def deck_folders(folder: Path) -> list[Path]:
    """Return the folders inside a folder of decks, those of broken decks too; hidden ones are none."""
    return sorted(one for one in folder.iterdir() if not one.name.startswith(".") and is_folder(one))


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder of this path. One that may not be looked for is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def kept_decks_folder() -> Path:
    """Return the folder of the decks kept as they were read, which may not exist yet and may be deleted."""
    return user_data_folder() / "kept"


def sessions_folder() -> Path:
    """Return the folder of the saved sessions, which may not exist yet."""
    return user_data_folder() / "sessions"


def crashes_folder() -> Path:
    """Return the folder of the crash reports, which may not exist yet."""
    return user_data_folder() / "crashes"


def settings_file() -> Path:
    """Return the file of a person's settings, which may not exist yet."""
    return user_data_folder() / "settings.json"


def _shipped(name: str) -> Path:
    for folder in (PACKAGE / name, PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise EnvironmentFault(
        N_("The folder “{name}” is missing from the program: install it again."), name=name
    )
