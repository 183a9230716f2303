"""Whether a schema of the contract may follow another: what a reader of the old one can still read.

The rule of versions: a field that is added needs the next minor version, anything else a new major one.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

Step: TypeAlias = Literal["same", "minor", "major"]
"""What version the change from one schema to another needs: none, the next minor one, or a new major one."""

_SAID = frozenset({"title", "description", "$id", "$schema"})
"""Keys that say something to people and nothing to programs."""


def normalised(schema: Any) -> Any:
    """A schema without what it says to people, lists of names in order."""
    if isinstance(schema, Mapping):
        said = {key for key in _SAID if not isinstance(schema.get(key), Mapping)}
        return {key: normalised(value) for key, value in sorted(schema.items()) if key not in said}
    if isinstance(schema, list):
        return sorted(schema) if all(isinstance(entry, str) for entry in schema) else [normalised(e) for e in schema]
    return schema


def step_between(old: Mapping[str, Any], new: Mapping[str, Any]) -> Step:
    """What version the change from one schema to another needs."""
    kinds = {kind for _, kind in changes_between(old, new)}
    return "major" if "major" in kinds else "minor" if kinds else "same"


def changes_between(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, Step]]:
    """Each change from one schema to another, as `Model.field`, with what version it needs."""
    before, after = _models(old), _models(new)
    for name in sorted(before.keys() - after.keys()):
        yield name, "major"
    for name in sorted(after.keys() - before.keys()):
        yield name, "minor"
    for name in sorted(before.keys() & after.keys()):
        a, b = before[name], after[name]
        fields = a.get("properties", {}), b.get("properties", {})
        for field in sorted(fields[0].keys() | fields[1].keys()):
            if field not in fields[0]:
                yield f"{name}.{field}", "minor"
            elif field not in fields[1] or fields[0][field] != fields[1][field]:
                yield f"{name}.{field}", "major"
        rest = [{k: v for k, v in model.items() if k not in ("properties", "required")} for model in (a, b)]
        if rest[0] != rest[1]:
            yield name, "major"


def _models(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The definitions of a schema by name, and its root under the empty name."""
    plain = normalised(schema)
    return {**plain.get("$defs", {}), "": {key: value for key, value in plain.items() if key != "$defs"}}
