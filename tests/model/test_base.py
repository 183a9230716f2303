import pydantic
import pytest

from policyparse import Span


def test_models_are_frozen_and_closed() -> None:
    span = Span(start=0, end=2)
    with pytest.raises(pydantic.ValidationError):
        span.start = 1  # type: ignore[misc]
    with pytest.raises(pydantic.ValidationError):
        Span(start=0, end=2, line=1)  # type: ignore[call-arg]


def test_no_offset_is_negative() -> None:
    with pytest.raises(pydantic.ValidationError):
        Span(start=-1, end=2)
