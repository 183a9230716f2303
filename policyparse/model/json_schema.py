"""JSON Schema 2020-12 of the models, in a form from which other languages generate clean types.

Every field is required, as every field is written; properties have no titles and a `$ref` has nothing beside it, since
generators make a type of its own for each; the choices of words that programs switch on are named (`IndicatorKind`).
The same bytes come out of every supported version of pydantic.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from policyparse.model.document import Versioned
from policyparse.model.errors import UnusableExtension

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ANY_KIND = "document"
"""Name of the schema that holds documents of every kind."""

VERSION: str = Versioned.model_fields["schema_version"].default
"""Version of the contract."""

NAMED_CHOICES = {
    ("Indicator", "kind"): "IndicatorKind",
    ("Division", "kind"): "DivisionKind",
    ("Block", "role"): "BlockRole",
    ("OfficialContent", "genre"): "Genre",
    ("DecisionContent", "level"): "Level",
    ("Attachment", "document"): "AttachedDocument",
}
"""Names of choices, by the model that declares the field, and the field; other choices stand where they are used."""

_REFERENCE = "#/$defs/"


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a model as it is written to JSON."""
    definitions = _definitions([model])
    root = definitions.pop(model.__name__)
    kind = model.model_fields["kind"].default
    return {"$schema": DIALECT, "$id": identifier(kind), **root, "$defs": definitions}


def schema_of_any(models: Sequence[type[BaseModel]]) -> dict[str, Any]:
    """The schema of a document of any kind, which `kind` tells apart."""
    return {
        "$schema": DIALECT,
        "$id": identifier(ANY_KIND),
        **_union("Document", "A policy document of any kind (政策文件).", [model.__name__ for model in models]),
        "$defs": _definitions(models),
    }


def _union(title: str, description: str, names: Sequence[str]) -> dict[str, Any]:
    """A choice of models that `kind` tells apart; programs in strict mode want its type and no table of its kinds."""
    return {
        "title": title,
        "description": description,
        "type": "object",
        "oneOf": [{"$ref": f"{_REFERENCE}{name}"} for name in names],
        "discriminator": {"propertyName": "kind"},
    }


def identifier(name: str) -> str:
    """The `$id` of a schema."""
    return f"urn:policyparse:schema:{VERSION}:{name}"


def _definitions(models: Sequence[type[BaseModel]]) -> dict[str, Any]:
    """The definitions of models and of all that they hold, by name."""
    seen: dict[str, type[BaseModel]] = {}
    homes = {name: model for model in models for name, model in _models(model, seen)}
    _, schema = models_json_schema([(model, "serialization") for model in models])
    definitions: dict[str, Any] = {}
    for name, definition in _stable(schema["$defs"]).items():
        definitions[name] = _plain(definition, homes[name], definitions)
    return dict(sorted(definitions.items()))


def _stable(node: Any) -> Any:
    """A schema as every supported pydantic writes it: a constant without a choice of one, whole bounds as integers."""
    if isinstance(node, dict):
        return {key: _stable(value) for key, value in node.items() if not (key == "enum" and "const" in node)}
    if isinstance(node, list):
        return [_stable(value) for value in node]
    return int(node) if isinstance(node, float) and node.is_integer() else node


def _models(
    model: type[BaseModel], seen: dict[str, type[BaseModel]] | None = None
) -> Iterator[tuple[str, type[BaseModel]]]:
    """A model and all that it holds, by name.

    Raises:
        UnusableExtension: Two of them have one name, as a model of others may have that of one of ours.
    """
    seen = {} if seen is None else seen
    before = seen.get(model.__name__)
    if before is model:
        return
    if before is not None:
        places = f"{before.__module__}, {model.__module__}"
        raise UnusableExtension(f"two models are named {model.__name__} ({places}); rename one of them")
    seen[model.__name__] = model
    yield model.__name__, model
    model.model_rebuild()  # what its fields hold is known when it is built, at its first use
    for field in model.model_fields.values():
        for inner in _inner(field.annotation):
            yield from _models(inner, seen)


def _inner(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _inner(part)


def _plain(definition: dict[str, Any], model: type[BaseModel], definitions: dict[str, Any]) -> dict[str, Any]:
    """A definition with every property required and nothing that generators stumble on."""
    properties = {}
    for name, entry in definition["properties"].items():
        plain = {key: value for key, value in entry.items() if key not in ("title", "default")}
        properties[name] = _named(plain, _name(model, name), definitions)
    return {
        "title": definition["title"],
        "description": " ".join(definition.get("description", "").split()),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _named(entry: dict[str, Any], name: str | None, definitions: dict[str, Any]) -> dict[str, Any]:
    """An entry whose choice of words, where it has a name, is a definition of its own."""
    if "$ref" in entry:
        return {"$ref": entry["$ref"]}
    if "enum" in entry and name is not None:
        description = {"description": entry["description"]} if "description" in entry else {}
        definitions[name] = {"title": name, **description, "type": "string", "enum": entry["enum"]}
        return {"$ref": f"{_REFERENCE}{name}"}
    if "discriminator" in entry and name is not None:
        names = [option["$ref"].removeprefix(_REFERENCE) for option in entry["oneOf"]]
        definitions[name] = _union(name, entry.get("description", ""), names)
        return {"$ref": f"{_REFERENCE}{name}"}
    if "anyOf" in entry:
        about = {"description": entry.get("description", "")}
        options = (
            option | about if name and option.keys() & {"enum", "oneOf"} else option for option in entry["anyOf"]
        )
        return {**entry, "anyOf": [_named(option, name, definitions) for option in options]}
    return entry


def _name(model: type[BaseModel], field: str) -> str | None:
    """The name of the choice that a field has, None where it has none."""
    declaring = next(base for base in reversed(model.__mro__) if field in getattr(base, "__annotations__", {}))
    return NAMED_CHOICES.get((declaring.__name__, field))
