"""The borders between the parts of the program: data flows one way, and pygame stays where pictures are."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import booster
from booster.paths import core_deck

PACKAGE = Path(booster.__file__).parent

GROUND = {"card_sizes", "errors", "files", "paths", "language", "limits", "printable", "typography", ""}
"""What every part may use; "" is the package itself, with its version."""

ALLOWED: dict[str, set[str]] = {
    "": set(),
    "card_sizes": set(),
    "errors": {"language"},
    "files": set(),
    "limits": set(),
    "printable": set(),
    "typography": set(),
    "language": set(),
    "paths": {"errors", "language"},
    "settings": GROUND,
    "decks": GROUND,
    "engine": {"decks", "errors", "limits"},
    "simulated": {"engine", "decks"},
    "balance": {*GROUND, "names", "simulated", "engine", "decks"},
    "journal": {*GROUND, "engine", "decks"},
    "session": {*GROUND, "journal", "engine", "decks"},
    "saved_sessions": {*GROUND, "journal"},
    "chart": {"engine", "decks"},
    "names": {"engine", "decks", "language", "limits"},
    "words": {"names", "engine", "decks", "language", "errors"},
    "card_face": {*GROUND, "names", "words", "engine", "decks", "window"},
    "text": {
        *GROUND,
        "settings",
        "simulated",
        "session",
        "saved_sessions",
        "names",
        "words",
        "journal",
        "engine",
        "decks",
    },
    "window": {
        *GROUND,
        "settings",
        "card_face",
        "chart",
        "session",
        "saved_sessions",
        "names",
        "words",
        "journal",
        "engine",
        "decks",
    },
    "report": {*GROUND, "chart", "session", "names", "words", "journal", "engine", "decks"},
    "sheets": {*GROUND, "card_face", "names", "words", "engine", "decks"},
    "arguments": {"language", "limits", "paths", "", "printable"},
    "cli": {
        *GROUND,
        "arguments",
        "settings",
        "words",
        "decks",
        "text",
        "window",
        "balance",
        "report",
        "sheets",
    },
    "__main__": {"cli"},
}
"""For each part of booster, the other parts it may import, at the top or inside a function."""

WITH_PYGAME = {"card_face", "window", "sheets"}
SOURCES = sorted(PACKAGE.rglob("*.py"))


def part_of(module: str) -> str:
    """The part of booster a module belongs to: `decks` for `booster.decks.model`."""
    return [*module.split("."), ""][1]


def part_of_file(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def imported(path: Path) -> Iterator[str]:
    """Every module that a source file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module="booster", level=0, names=names):
                yield from (f"booster.{name.name}" for name in names if name.name != "__version__")
            case ast.ImportFrom(module=str(module), level=0):
                yield module
            case ast.ImportFrom():
                raise AssertionError(f"{path}: a relative import hides its part")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_part_imports_only_what_it_may(path: Path) -> None:
    part = part_of_file(path)
    assert part in ALLOWED, f"say in this test what the new part “{part}” may import"
    parts = {part_of(module) for module in imported(path) if module.split(".")[0] == "booster"}
    assert parts - {part} <= ALLOWED[part]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_pygame_is_imported_where_pictures_are_alone(path: Path) -> None:
    uses = any(module.split(".")[0] == "pygame" for module in imported(path))
    assert not uses or part_of_file(path) in WITH_PYGAME


def test_the_engine_reads_nothing_of_decks_but_the_model() -> None:
    decks = {
        module
        for path in SOURCES
        if part_of_file(path) == "engine"
        for module in imported(path)
        if module.startswith("booster.decks")
    }
    assert decks == {"booster.decks.model"}


def test_the_engine_knows_no_file_no_clock_and_no_global_chance() -> None:
    outside = {
        module.split(".")[0]
        for path in SOURCES
        if part_of_file(path) == "engine"
        for module in imported(path)
    }
    assert not outside & {"os", "io", "pathlib", "time", "datetime", "secrets", "sys"}
    chance = ast.parse((PACKAGE / "engine" / "chance.py").read_text("utf-8"))
    froms = [
        node for node in ast.walk(chance) if isinstance(node, ast.ImportFrom) and node.module == "random"
    ]
    assert [alias.name for node in froms for alias in node.names] == ["Random"]


def loaded_after(code: str, data: Path) -> set[str]:
    """The modules loaded in a fresh Python after some code, which may print and exit as it likes."""
    ending = "\nfinally:\n    import sys; sys.__stderr__.write('\\nLOADED ' + ' '.join(sys.modules))"
    lines = "\n".join(f"    {line}" for line in code.splitlines())
    done = subprocess.run(
        [sys.executable, "-c", f"try:\n{lines}{ending}"],
        env={**os.environ, "BOOSTER_DATA": str(data)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.rpartition("LOADED ")[2].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--help"],
        ["check", str(core_deck())],
        ["play", "--text", "--auto", "--seed", "DEMO", "--teams", "2", "--preset", "discovery"],
        ["sessions"],
        ["balance", "--games", "2"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_these_commands_leave_pygame_out(arguments: list[str], tmp_path: Path) -> None:
    loaded = loaded_after(f"from booster.cli import main\nassert main({arguments!r}) == 0", tmp_path)
    assert "booster.cli" in loaded
    assert "pygame" not in loaded


def test_importing_booster_and_its_command_line_loads_nothing_heavy(tmp_path: Path) -> None:
    loaded = loaded_after("import booster, booster.cli", tmp_path)
    assert not loaded & {"pygame", "pydantic", "yaml", "polib", "platformdirs", "asyncio"}
    assert {name for name in loaded if name.startswith("booster.")} <= {
        "booster.arguments",
        "booster.cli",
        "booster.errors",
        "booster.language",
        "booster.limits",
        "booster.printable",
    }
