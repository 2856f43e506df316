"""The keys that decks know, and the ids and keys that come nearest to what was typed."""

import re
import types
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

_FRENCH = {
    "ideation": ("idee", "idees"),
    "positioning": ("positionnement",),
    "products": ("produit", "produits", "produits et services", "services"),
    "model": ("modele", "modele economique"),
    "launch": ("lancement",),
    "ecology": ("ecologie", "environnement"),
    "economy": ("economie",),
    "social": ("sociale", "societe"),
    "stage": ("etape",),
    "title": ("titre",),
    "talk": ("parler", "parlez", "discuter", "discutez"),
    "helped_by": ("aide par", "outils"),
    "responses": ("reponses",),
    "do": ("faire",),
    "then": ("alors", "ensuite"),
    "help": ("aide",),
    "needs": ("besoin", "besoins"),
    "notes": ("note",),
    "what": ("quoi",),
    "steps": ("etapes",),
    "when": ("quand",),
    "limit": ("limite", "limites"),
    "try": ("essai", "essayer", "essayez"),
    "pillars": ("pilier", "piliers"),
    "who": ("qui",),
    "story": ("histoire", "recit"),
    "advice": ("conseil", "conseils"),
    "ask": ("question", "demander", "demandez"),
    "language": ("langue",),
    "languages": ("langues",),
    "authors": ("auteur", "auteurs"),
    "challenge": ("defi",),
    "tool": ("outil",),
    "choice": ("choix",),
}
"""The French words, without accents, that people type for the words of the files."""

_MOST_COMPARED = 500
"""Words that a misspelt one is compared with, so that a huge deck is not slow to refuse."""


def nearest(typed: str, known: Iterable[str]) -> str | None:
    """Return the known word that was most likely meant, accents and capitals aside; None if none is near."""
    compared = list(islice(known, _MOST_COMPARED))
    if (meant := translated(typed)) in compared:
        return meant
    return next(iter(get_close_matches(_plain(typed), compared, n=1, cutoff=0.6)), None)


def translated(typed: str) -> str | None:
    """Return the word of the files for a French word; None if it is none of these."""
    plain = _plain(typed).replace("_", " ").replace("-", " ")
    return next((word for word, french in _FRENCH.items() if plain in french), None)


def keys_of(kind: type[BaseModel] | None) -> tuple[str, ...]:
    """Return the keys that one types for a model, in the order of the file."""
    return tuple(info.alias or name for name, info in kind.model_fields.items()) if kind else ()


def slug(text: str) -> str:
    """Return the id that comes nearest to a text, small letters, digits and hyphens; "" if none does."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-")


def model_at(kind: type[BaseModel], loc: Iterable[int | str]) -> type[BaseModel] | None:
    """Return the model of the mapping that a path leads to."""
    current: type[BaseModel] | None = kind
    for step in loc:
        if isinstance(step, str):
            info = field_of(current, step)
            current = _model_in(info.annotation) if info else None
    return current


def field_of(kind: type[BaseModel] | None, key: str) -> FieldInfo | None:
    """Return the field of a model that one types as this key."""
    fields = kind.model_fields if kind else {}
    return next((info for name, info in fields.items() if (info.alias or name) == key), None)


def _plain(typed: str) -> str:
    return unicodedata.normalize("NFKD", typed[:60]).encode("ascii", "ignore").decode().lower().strip(" -_")


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and not get_origin(annotation):
        return annotation if issubclass(annotation, BaseModel) else None
    if get_origin(annotation) in (tuple, Union, types.UnionType):
        return next((model for one in get_args(annotation) if (model := _model_in(one))), None)
    return None
