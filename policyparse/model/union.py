"""Any document: the union of the models that `kind` tells apart."""

from collections.abc import Sequence
from functools import cache
from typing import Annotated, TypeAlias

from pydantic import Field, TypeAdapter
from pydantic_core import from_json

from policyparse.model.briefing import NewsBriefing
from policyparse.model.decision import Decision
from policyparse.model.document import Document
from policyparse.model.meeting import Meeting
from policyparse.model.official_document import OfficialDocument

AnyDocument: TypeAlias = Annotated[Decision | OfficialDocument | Meeting | NewsBriefing, Field(discriminator="kind")]


@cache
def _adapter() -> TypeAdapter[AnyDocument]:
    return TypeAdapter(AnyDocument)


def read_document(json: str | bytes, others: Sequence[type[Document]] = ()) -> Document:
    """A document from its JSON.

    Args:
        json: The JSON.
        others: Models of document types of others that take part.

    Raises:
        pydantic.ValidationError: It is no document of this version of the contract.
    """
    if others:
        content = from_json(json)
        kind = content.get("kind") if isinstance(content, dict) else None
        for model in others:
            if model.model_fields["kind"].default == kind:
                return model.model_validate_json(json)
    return _adapter().validate_json(json)
