"""Drafts have the fields of their models, so that a misspelt key is an error of the type checker."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest

import policyparse.model
from policyparse.model.base import Model


def models() -> Iterator[tuple[type[Model], type]]:
    """Every model that has a draft, with it."""
    for module in pkgutil.iter_modules(policyparse.model.__path__):
        names = vars(importlib.import_module(f"policyparse.model.{module.name}"))
        for name, value in names.items():
            if inspect.isclass(value) and issubclass(value, Model) and f"{name}Draft" in names:
                yield value, names[f"{name}Draft"]


@pytest.mark.parametrize(("model", "draft"), list(models()), ids=lambda c: c.__name__)
def test_a_draft_has_the_fields_of_its_model(model: type[Model], draft: type) -> None:
    assert set(draft.__annotations__) == set(model.model_fields)


@pytest.mark.parametrize(("model", "draft"), list(models()), ids=lambda c: c.__name__)
def test_only_a_field_with_a_default_may_be_missing(model: type[Model], draft: type) -> None:
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    assert draft.__required_keys__ - {"kind"} == required - {"kind"}
