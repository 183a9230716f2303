import pickle

import pytest

from policyparse import PolicyParseError, UnknownKind, UnreadableInput


@pytest.mark.parametrize(
    "error",
    [UnknownKind("no kind fits", {"meeting": 0.1}, path="a.txt"), UnreadableInput("empty")],
    ids=["unknown_kind", "unreadable_input"],
)
def test_errors_cross_from_one_process_to_another(error: PolicyParseError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert copy.__dict__ == error.__dict__


def test_an_error_names_its_file() -> None:
    assert str(UnreadableInput("it is empty", path="a.txt")) == "a.txt: it is empty"
    assert str(UnreadableInput("it is empty")) == "it is empty"
    assert UnreadableInput("it is empty", path="a.txt").message == "it is empty"


def test_all_errors_have_one_root() -> None:
    assert issubclass(UnknownKind, PolicyParseError)
    assert issubclass(UnreadableInput, PolicyParseError)
