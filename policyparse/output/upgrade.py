"""Results and stores of older versions of the contract, lifted to this one."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from policyparse.model.document import Document
from policyparse.model.errors import PolicyParseError
from policyparse.model.json_schema import VERSION
from policyparse.model.union import read_document
from policyparse.output.validation import require_kind

Result = dict[str, Any]


def _from_1_0(result: Result) -> Result:
    """2.0 added fields, all of which may be empty, and kept every field of 1.0."""
    return result | {"schema_version": "2.0"}


STEPS: Mapping[str, tuple[str, Callable[[Result], Result]]] = {"1.0": ("2.0", _from_1_0)}
"""By version, the next version and how a result gets there."""


def upgrade(text: str) -> Document:
    """Lift a result of any known version to this version of the contract.

    Args:
        text: The result as JSON.

    Returns:
        The document; what its version did not have is empty, so that parsing the text again says more.

    Raises:
        PolicyParseError: It is no result, or of a version that this policyparse does not know.
    """
    try:
        result = json.loads(text)
        version = result["schema_version"]
    except (ValueError, KeyError, TypeError):
        raise PolicyParseError("this is no result of `policyparse parse`") from None
    while version != VERSION:
        if version not in STEPS:
            raise PolicyParseError(f"this is of version {version!r} of the contract, which policyparse does not know")
        version, step = STEPS[version]
        result = step(result)
    try:
        require_kind(result.get("kind"))
        return read_document(json.dumps(result))
    except ValidationError as error:
        problem = error.errors()[0]
        place = "/".join(str(part) for part in problem["loc"])
        raise PolicyParseError(f"this is no valid result ({place}: {problem['msg']})") from None
