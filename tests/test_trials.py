"""Each trial is right, or stands in `trials/known_failures.toml` with the reason why it is not.

A listed trial that passes is an error only with `--strict-trials`: so several people can mend faults at the same time, and
`python tests/trials/update.py` brings the list up to date afterwards.
"""

import json
from pathlib import Path

import pytest

import policyparse
from trials.runner import HERE, Trial, failures, known_failures, trials

TRIALS = trials()
KNOWN = known_failures()


@pytest.mark.parametrize("trial", TRIALS, ids=[trial["id"] for trial in TRIALS])
def test_trial(trial: Trial, request: pytest.FixtureRequest) -> None:
    failed = failures(trial, policyparse.parse)
    known = trial["id"] in KNOWN
    if failed and known:
        pytest.xfail(KNOWN[trial["id"]])
    assert failed == [], trial["fault"]
    assert not (known and request.config.getoption("--strict-trials")), "passes: take it off the list of known failures"


def test_the_list_names_trials() -> None:
    assert KNOWN.keys() - {trial["id"] for trial in TRIALS} == set()


def test_no_two_trials_have_the_same_id() -> None:
    assert len({trial["id"] for trial in TRIALS}) == len(TRIALS)


def test_a_false_expression_and_an_error_are_failures() -> None:
    trial = {"id": "x", "text": "1", "expect": ["True", "d['kind'] == 'law'", "d['nothing']"]}

    class Parsed:
        def model_dump(self, mode: str) -> dict[str, str]:
            return {"kind": "news"}

    assert failures(trial, lambda text: Parsed()) == ["d['kind'] == 'law'", "d['nothing']   [KeyError: 'nothing']"]
    assert failures(trial, lambda text: 1 / 0) == ["ZeroDivisionError: division by zero"]


def test_the_copies_are_the_trials_beside_the_checkout(shared: Path) -> None:
    for copy in HERE.glob("*.json"):
        assert json.loads(copy.read_bytes()) == json.loads((shared / "trials" / copy.name).read_bytes())
