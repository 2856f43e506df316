"""The JSON Schemas say what the loader says, to an editor whose YAML parser has typed the values already."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from booster.decks.scaffold import new_deck
from booster.decks.schema import SCHEMAS, SchemaName, schema, schema_files, schema_line, write_schemas
from booster.errors import BoosterError, EnvironmentFault
from booster.language import translator
from booster.paths import cards_folder

EN = translator("en")
DECKS = sorted(folder for folder in cards_folder().iterdir() if folder.is_dir())


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it: numbers are numbers, dates are text."""


EditorLoader.yaml_implicit_resolvers = {
    start: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
    for start, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

CHALLENGE: dict[str, Any] = {
    "id": "no",
    "stage": "launch",
    "title": "No",
    "situation": "They say no.",
    "talk": "Who could?",
    "responses": [{"do": "Ask", "then": "They laugh."}, {"do": "Wait", "then": "They forget."}],
}
TOOL: dict[str, Any] = {"id": "ask", "stage": "launch", "title": "Ask", "what": "You ask.", "steps": ["Ask."]}


def errors(name: SchemaName, value: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft7Validator(schema(name, EN)).iter_errors(value)]


def as_an_editor(file: Path) -> Any:
    return yaml.load(file.read_text("utf-8"), EditorLoader)


def keys(part: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every key that may be typed, with its schema, however deep."""
    match part:
        case {"properties": dict(properties)}:
            for key, value in properties.items():
                yield key, value
                yield from keys(value)
        case {"items": dict(inside)} | {"additionalProperties": dict(inside)}:
            yield from keys(inside)


@pytest.mark.parametrize("folder", DECKS, ids=lambda folder: folder.name)
def test_decks_that_ship_fit_their_schemas(folder: Path) -> None:
    for file in [*folder.glob("*.yaml"), *folder.glob("translations/*.yaml")]:
        name: Any = "translation" if file.parent.name == "translations" else file.stem
        assert errors(name, as_an_editor(file)) == []


@pytest.mark.parametrize("name", SCHEMAS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_key_is_explained_in_the_language(name: SchemaName, language: str) -> None:
    found = list(keys(schema(name, translator(language))))

    assert found
    english = {key: value["description"] for key, value in keys(schema(name, EN))}
    for key, value in found:
        assert len(value["description"]) > 5
        assert language == "en" or value["description"] != english[key]


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_one_without_any_reference_to_fetch(name: SchemaName) -> None:
    made = schema(name, EN)

    jsonschema.Draft7Validator.check_schema(made)
    assert "$ref" not in json.dumps(made)


def test_explanation_says_what_may_be_left_out() -> None:
    card = schema("tools", EN)["items"]["properties"]

    assert card["try"]["description"] == "One minute on the team’s own project. Optional."
    assert card["what"]["description"] == "What it is, in one or two sentences."
    assert "try_" not in card


@pytest.mark.parametrize("typed", [2, -3, 0, "+2", "-1", "\N{MINUS SIGN}1", "3"])
def test_r6_points_are_numbers_with_or_without_their_sign(typed: object) -> None:
    assert errors("tools", [{**TOOL, "points": {"social": typed}}]) == []


@pytest.mark.parametrize("typed", [4, -4, "+4", "-", "", "two", 1.5, True, None, [1]])
def test_r6_points_that_no_card_has_are_refused(typed: object) -> None:
    assert errors("tools", [{**TOOL, "points": {"social": typed}}])


@pytest.mark.parametrize("typed", [2030, 1.5, True, "x", "1:30"])
def test_title_may_look_like_a_number(typed: object) -> None:
    assert errors("tools", [{**TOOL, "title": typed}]) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("challenges", [{**CHALLENGE, "colour": "red"}]),
        ("challenges", [{**CHALLENGE, "stage": "lunch"}]),
        ("challenges", [{**CHALLENGE, "id": "No way"}]),
        ("challenges", [{**CHALLENGE, "title": ""}]),
        ("challenges", [{**CHALLENGE, "notes": None}]),
        ("challenges", [{**CHALLENGE, "responses": CHALLENGE["responses"][:1]}]),
        ("challenges", [{**CHALLENGE, "responses": CHALLENGE["responses"] * 3}]),
        ("challenges", [{**CHALLENGE, "helped_by": "ask"}]),
        ("challenges", [{**CHALLENGE, "helped_by": ["ask", "ask"]}]),
        ("challenges", [{key: value for key, value in CHALLENGE.items() if key != "talk"}]),
        ("challenges", CHALLENGE),
        ("challenges", []),
        ("tools", [{**TOOL, "try_": "x"}]),
        ("tools", [{**TOOL, "steps": []}]),
        ("tools", [{**TOOL, "points": {"fun": 1}}]),
        ("experiences", [{**TOOL}]),
        ("deck", {"id": "x", "title": "X", "version": 1.0, "language": "english"}),
        ("path", {"presets": {}}),
        ("translation", {"ask": {"points": 1}}),
        ("translation", {"ask": {"steps": "x"}}),
    ],
)
def test_what_the_loader_refuses_is_refused(name: SchemaName, value: object) -> None:
    assert errors("challenges", [CHALLENGE]) == []
    assert errors("tools", [TOOL]) == []
    assert errors(name, value)


@pytest.mark.parametrize("die", [[1], [1, 2, 3], [0, 3], 3])
def test_r4_die_has_a_lowest_and_a_highest_number(die: object) -> None:
    path = as_an_editor(cards_folder() / "core" / "path.yaml")
    assert errors("path", path) == []

    path["presets"]["full"]["die"] = die

    assert errors("path", path)


@pytest.mark.parametrize("file", ["challenges.yaml", "translations/fr.yaml"])
def test_schema_line_leads_to_the_schema_also_after_a_move(file: str, tmp_path: Path) -> None:
    new_deck(tmp_path / "deck", "core", "en", EN)
    moved = tmp_path / "élsewhere" / "my deck"
    moved.parent.mkdir()
    shutil.move(tmp_path / "deck", moved)

    named = schema_line(file).strip().removeprefix("# yaml-language-server: $schema=")

    (moved / file).parent.mkdir(exist_ok=True)
    assert json.loads(((moved / file).parent / named).read_text("utf-8"))["$schema"]


def test_schemas_are_written_into_the_deck(tmp_path: Path) -> None:
    said = write_schemas(tmp_path, translator("fr"))

    assert "# yaml-language-server: $schema=.schema/challenges.json" in said
    written = {
        file.relative_to(tmp_path).as_posix(): file.read_text("utf-8") for file in tmp_path.rglob("*.json")
    }
    assert written == schema_files(translator("fr"))


@pytest.mark.parametrize("name", ["nowhere", "n" * 300])
def test_schemas_of_a_missing_deck_are_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(BoosterError, match="There is no deck"):
        write_schemas(tmp_path / name, EN)


def test_schemas_that_cannot_be_written_say_why(tmp_path: Path) -> None:
    (tmp_path / ".schema").write_text("in the way")

    with pytest.raises(EnvironmentFault, match="cannot be written"):
        write_schemas(tmp_path, EN)
