"""The files of a deck's folder: their names, where they lie, writing them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args

CardFile = Literal["challenges.yaml", "tools.yaml", "experiences.yaml"]

FILES: tuple[str, ...] = ("deck.yaml", "path.yaml", *get_args(CardFile))
"""The files of a deck's folder, besides those of its translations."""

TRANSLATIONS = "translations"
"""The folder inside it with a file for each language."""

LICENCE_FILE = "LICENSE.txt"
"""The file of a packed deck that tells its authors and its licence."""


def places(folder: Path) -> tuple[Path, Path]:
    """Return the folders where the files of a deck lie: its own and that of its translations."""
    return folder, folder / TRANSLATIONS


def yaml_files(folder: Path) -> list[Path]:
    """Return the YAML files of one folder by name, but hidden ones; none where there is no folder.

    Raises OSError when the folder cannot be read.
    """
    if not folder.is_dir():
        return []
    files = (file for file in folder.iterdir() if file.suffix.lower() in (".yaml", ".yml"))
    return sorted(file for file in files if not file.name.startswith("."))


def deck_files(folder: Path) -> list[Path]:
    """Return all YAML files of a deck, its translations last. Raises OSError as `yaml_files` does."""
    return [file for place in places(folder) for file in yaml_files(place)]


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files by their names inside a folder. Raises OSError."""
    for name, content in contents.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
