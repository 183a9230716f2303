"""Any document: the union of the models that `kind` tells apart."""

from typing import Annotated, TypeAlias

from pydantic import Field, TypeAdapter

from policyparse.model.briefing import NewsBriefing
from policyparse.model.decision import Decision
from policyparse.model.meeting import Meeting
from policyparse.model.official_document import OfficialDocument

AnyDocument: TypeAlias = Annotated[Decision | OfficialDocument | Meeting | NewsBriefing, Field(discriminator="kind")]

_ADAPTER: TypeAdapter[AnyDocument] = TypeAdapter(AnyDocument)


def read_document(json: str | bytes) -> AnyDocument:
    """A document from its JSON.

    Raises:
        pydantic.ValidationError: It is no document of this version of the contract.
    """
    return _ADAPTER.validate_json(json)
