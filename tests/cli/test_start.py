"""A command imports what it needs and no more."""

import subprocess
import sys

import pytest

from policyparse.model.kinds import KINDS
from policyparse.registry import DOCUMENT_TYPES


def imported(module: str) -> set[str]:
    code = f"import sys, {module}; print(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_kinds_are_those_of_the_document_types() -> None:
    assert tuple(document_type.kind for document_type in DOCUMENT_TYPES) == KINDS


@pytest.mark.parametrize("module", ["explain", "run", "sql", "options"])
def test_a_command_that_parses_nothing_imports_no_parser(module: str) -> None:
    modules = imported(f"policyparse.cli.{module}")
    assert not {"policyparse.api", "policyparse.registry", "policyparse.documents", "policyparse.speech"} & modules


def test_explanations_need_no_models() -> None:
    assert not {"pydantic.main", "rich.console", "multiprocessing"} & imported("policyparse.cli.explain")
