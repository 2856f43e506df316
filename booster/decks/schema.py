"""JSON Schemas of a deck's files, so that an editor completes and explains every key without a network.

They come from the models. They describe a file as an editor's YAML parser sees it, where `+2` is a number
already, while the loader reads every scalar as text.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from booster.decks.model import Challenge, DeckInfo, Experience, Tool, Words
from booster.decks.model import Path as GamePath
from booster.errors import BoosterError, cannot_write
from booster.files import write_whole
from booster.language import N_, Translator
from booster.paths import deck_folder, is_folder

SchemaName = Literal["deck", "path", "challenges", "tools", "experiences", "translation"]

SCHEMAS: tuple[SchemaName, ...] = get_args(SchemaName)

FOLDER = ".schema"
"""The folder inside a deck's folder that holds the schemas: they move with the deck."""

_DIALECT = "http://json-schema.org/draft-07/schema#"


def schema_line(file: str) -> str:
    """Return the comment that ties a file of a deck, named from the deck's folder, to its schema."""
    translated = file.startswith("translations/")
    name = "translation" if translated else Path(file).stem
    return f"# yaml-language-server: $schema={'../' if translated else ''}{FOLDER}/{name}.json\n"


def schema(name: SchemaName, tr: Translator) -> dict[str, Any]:
    """Return the JSON Schema (draft 7, no references) of one kind of file, explained in a language."""
    return {"$schema": _DIALECT, **_of_file(name, tr)}


def schema_files(tr: Translator) -> dict[str, str]:
    """Return the text of every schema by its file, named from the deck's folder."""
    return {
        f"{FOLDER}/{name}.json": json.dumps(schema(name, tr), ensure_ascii=False, indent=1) + "\n"
        for name in SCHEMAS
    }


def write_schemas(folder: Path, tr: Translator) -> str:
    """Write the schemas into a deck's folder; return what was done, and the line that uses them.

    Raises BoosterError when there is no such folder, also for a deck that is only named: those that ship and
    those that are installed have what they need. Raises EnvironmentFault when it cannot be written.
    """
    if not is_folder(folder):
        if deck_folder(folder) != folder:
            raise BoosterError(
                N_(
                    "“{deck}” is not a folder of yours. To start from a copy, type: "
                    "booster new my-deck --from {deck}"
                ),
                deck=folder,
            )
        raise BoosterError(
            N_("There is no deck “{folder}”: name a folder that holds deck.yaml."), folder=folder
        )
    try:
        for file, text in schema_files(tr).items():
            write_whole(folder / file, text.encode())
    except OSError as fault:
        raise cannot_write(folder / FOLDER, fault) from fault
    done = tr("The schemas are in {folder}. At the top of challenges.yaml, type:", folder=folder / FOLDER)
    return f"{done}\n{schema_line('challenges.yaml')}".rstrip()


def _of_file(name: SchemaName, tr: Translator) -> dict[str, Any]:
    match name:
        case "deck":
            return _of_model(DeckInfo, tr)
        case "path":
            return _of_model(GamePath, tr)
        case "challenges":
            return _list_of(Challenge, tr)
        case "tools":
            return _list_of(Tool, tr)
        case "experiences":
            return _list_of(Experience, tr)
        case "translation":
            return {"type": "object", "additionalProperties": _of_model(Words, tr)}


def _list_of(kind: type[BaseModel], tr: Translator) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "items": _of_model(kind, tr)}


def _of_model(kind: type[BaseModel], tr: Translator) -> dict[str, Any]:
    made = TypeAdapter(kind).json_schema(schema_generator=_AsTyped)
    return _whole(made, made.get("$defs", {}), tr)


def _whole(part: Mapping[str, Any], shared: Mapping[str, Any], tr: Translator) -> dict[str, Any]:
    """The schema with shared parts put in their places (not all editors keep what stands beside a `$ref`)."""
    if "$ref" in part:
        part = {**shared[part["$ref"].removeprefix("#/$defs/")], **part}
    whole = {key: value for key, value in part.items() if key not in ("$ref", "$defs")}
    if "items" in whole:
        whole["items"] = _whole(whole["items"], shared, tr)
    if "properties" in whole:
        needed = whole.get("required", ())
        whole["properties"] = {
            key: _explained(_whole(value, shared, tr), key in needed, tr)
            for key, value in whole["properties"].items()
        }
    return whole


def _explained(part: dict[str, Any], needed: bool, tr: Translator) -> dict[str, Any]:
    words: str = part["description"]
    said = tr(words)
    return {**part, "description": said if needed else tr("{what} Optional.", what=said)}


class _AsTyped(GenerateJsonSchema):
    """Schemas of the models' fields alone: no title, no default and no null, which nobody types."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        return {key: value for key, value in made.items() if key not in ("title", "description")}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """A title may be `2030` or `yes`, which the parser does not take for text."""
        made = super().str_schema(schema)
        if "pattern" in made:
            return {**made, "type": ["string", "integer"], "minimum": 0}
        return {**made, "type": ["string", "number", "boolean"]}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        """A number may stand between quotes too, or have a true minus sign, which makes it a text."""
        made = super().int_schema(schema)
        numbers = range(made["minimum"], made["maximum"] + 1)
        typed = [f"[-\N{MINUS SIGN}]{-n}" if n < 0 else rf"\+?{n}" for n in numbers]
        return {**made, "type": ["integer", "string"], "pattern": f"^({'|'.join(typed)})$"}

    def function_after_schema(self, schema: core_schema.AfterValidatorFunctionSchema) -> JsonSchemaValue:
        """What is looked at after reading a list is whether an item is there twice."""
        made = super().function_after_schema(schema)
        return {**made, "uniqueItems": True} if made.get("type") == "array" else made

    def tuple_schema(self, schema: core_schema.TupleSchema) -> JsonSchemaValue:
        """The die: two numbers of one kind, said in a way that all drafts of JSON Schema know."""
        if "variadic_item_index" in schema:
            return super().tuple_schema(schema)
        size = len(schema["items_schema"])
        one = self.generate_inner(schema["items_schema"][0])
        return {"type": "array", "items": one, "minItems": size, "maxItems": size}
