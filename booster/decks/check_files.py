"""What lies in a deck's folder and is not read, though it was meant to be: a wrong name, a wrong place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from booster.decks.compose import compose
from booster.decks.contents import CARD_FILES
from booster.decks.folder import FILES, TRANSLATIONS, yaml_files
from booster.decks.keys import nearest
from booster.decks.problems import Problem, Weight, say
from booster.decks.read import Source, read_source
from booster.decks.single import file_of
from booster.language import N_, Sentence

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_STEMS = {Path(name).stem: name for name in FILES}


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that is not read, as a problem; `meant` is the name that it should have, empty if none."""

    problem: Problem
    meant: str


def is_language(name: str) -> bool:
    """Whether a name can be the code of a language."""
    return _LANGUAGE.fullmatch(name) is not None


def unread_files(folder: Path) -> Iterator[Unread]:
    """Yield the files of a deck's folder that no deck has, those of its translations aside.

    Raises OSError when the folder cannot be read.
    """
    for file in yaml_files(folder):
        if file.name not in FILES:
            yield _with_other_name(folder, file)
    for place in (folder, folder / TRANSLATIONS):
        for file in _text_files(place):
            yield from _with_txt(folder, file)
    yield from _other_translations(folder)


def _with_other_name(folder: Path, file: Path) -> Unread:
    meant = _meant(file)
    what = say(N_("This file is not read: a deck has no file of this name."))
    away = say(N_("move it out of the deck’s folder."))
    if meant == TRANSLATIONS:
        stem = file.stem.lower()
        if not is_language(stem):
            fix = say(N_("move it into the folder translations, under the code of its language."))
            return _unread(file, "warning", what, fix)
        name = f"{TRANSLATIONS}/{stem}.yaml"
        return _unread(file, "warning", what, say(N_("move this file to {file}."), file=name), name)
    if not meant:
        return _unread(file, "hint", what, away)
    if not (folder / meant).exists():
        weight: Weight = "warning" if meant == "path.yaml" else "error"
        return _unread(file, weight, what, say(N_("name it {name}."), name=meant), meant)
    if meant in CARD_FILES:
        away = say(N_("copy its cards into {file}, or move it out of the deck’s folder."), file=meant)
    return _unread(file, "hint", what, away)


def _with_txt(folder: Path, file: Path) -> Iterator[Unread]:
    """What Notepad has put `.txt` after; any other text may lie there."""
    name = file.name[: -len(".txt")]
    stem = name.removesuffix(".yaml").removesuffix(".yml")
    if file.parent == folder:
        meant = _STEMS.get(stem.lower(), "") or (_meant(file) if name != stem else "")
        if not meant or meant == TRANSLATIONS:
            return
    elif is_language(stem.lower()):
        meant = f"{TRANSLATIONS}/{stem.lower()}.yaml"
    else:
        return
    what = say(N_("{file} is not read, for its name ends in .txt."), file=file.name)
    if (folder / meant).exists():
        yield _unread(file, "hint", what, say(N_("move it out of the deck’s folder.")))
        return
    fix = say(
        N_("name it {name} (Notepad adds .txt: when saving, choose “All files” as the type)."),
        name=Path(meant).name,
    )
    yield _unread(file, "error" if meant in FILES else "warning", what, fix, meant)


def _other_translations(folder: Path) -> Iterator[Unread]:
    """The files of a folder that was meant to be `translations`."""
    right = folder / TRANSLATIONS
    if not folder.is_dir():
        return
    for place in sorted(folder.iterdir()):
        if not place.is_dir() or place.name.startswith(".") or not nearest(place.name, (TRANSLATIONS,)):
            continue
        if right.exists() and place.samefile(right):
            continue
        for file in yaml_files(place):
            what = say(N_("The folder “{folder}” is not read."), folder=place.name)
            fix = (
                say(N_("move this file into the folder translations."))
                if right.exists()
                else say(N_("name this folder translations."))
            )
            yield _unread(file, "warning", what, fix, f"{TRANSLATIONS}/{file.stem.lower()}.yaml")


def _meant(file: Path) -> str:
    """The file of a deck that this was meant to be: judged by what it holds, else by its name."""
    source = read_source(file, str(file))
    node = compose(source).node if isinstance(source, Source) else None
    if node is not None and (held := file_of(node.value)):
        return held
    near = nearest(file.name.split(".")[0], _STEMS)
    return _STEMS[near] if near else ""


def _text_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(file for file in folder.iterdir() if file.suffix.lower() == ".txt")


def _unread(file: Path, weight: Weight, what: Sentence, fix: Sentence, meant: str = "") -> Unread:
    return Unread(Problem(str(file), 1, 1, weight, what, fix), meant)
