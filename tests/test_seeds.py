"""The five seeds, whole: what a parse returns for each, kept as it was read and found right.

`pytest tests/test_seeds.py --snapshot-update` writes what it returns now; read the difference before you keep it.
"""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

import policyparse


class Json(SingleFileSnapshotExtension):
    """One JSON file a snapshot, with the fields in the order of the model."""

    file_extension = "json"
    _write_mode = WriteMode.TEXT


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Json)


def test_seed(seed: Path, snapshot: SnapshotAssertion) -> None:
    document = policyparse.parse(seed)
    assert document.produced_by == f"policyparse {policyparse.__version__}, plain"
    unversioned = document.model_copy(update={"produced_by": None})
    assert unversioned.model_dump_json(indent=2) + "\n" == snapshot
