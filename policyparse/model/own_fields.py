"""The fields that a document type of others adds to ours, with the Chinese terms of their descriptions."""

import re

from pydantic import BaseModel
from pydantic.fields import FieldInfo

_OURS = __name__.split(".")[0]
_TERM = re.compile(r"[(（]([^()（）]{1,40})[)）]")


def own_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model that no model of ours has; none for a model of ours."""
    if is_ours(model):
        return {}
    ours = {name for base in model.__mro__ if is_ours(base) for name in getattr(base, "model_fields", ())}
    return {name: field for name, field in model.model_fields.items() if name not in ours}


def is_ours(model: type) -> bool:
    """Whether a model is one of policyparse."""
    return model.__module__.split(".")[0] == _OURS


def term(name: str, description: str | None, language: str) -> str:
    """What a field or kind of others is called.

    Args:
        name: Its name.
        description: Its description or docstring, with its Chinese term in brackets.
        language: `en` gives the name, `zh` the term where there is one.
    """
    found = _TERM.search(description or "") if language == "zh" else None
    return found[1] if found else name.replace("_", " ")
