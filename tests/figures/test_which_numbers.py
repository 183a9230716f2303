"""Which numbers are indicators: each reason holds for its examples."""

from datetime import date

import pytest

from policyparse.figures import indicators
from policyparse.figures.candidates import Candidate
from policyparse.figures.which_numbers import NO_INDICATORS, is_indicator
from policyparse.knowledge.rule import Rule, first_rule


@pytest.fixture
def reasons(read_plan, monkeypatch):
    """Why the numbers of a sentence are no indicators, by the names of the rules."""

    def read(sentence: str) -> list[str]:
        names: list[str] = []

        def spy(candidate: Candidate) -> bool:
            rule = first_rule(NO_INDICATORS, candidate)
            names.append(rule.name if rule else "")
            return is_indicator(candidate)

        monkeypatch.setattr(indicators, "is_indicator", spy)
        read_plan(sentence, reference=date(2024, 6, 10))
        return names

    return read


@pytest.mark.parametrize("rule", NO_INDICATORS, ids=[rule.name for rule in NO_INDICATORS])
def test_a_rule_holds_for_its_examples(reasons, rule: Rule[Candidate, bool]) -> None:
    for sentence in rule.examples:
        assert rule.name in reasons(sentence), (sentence, reasons(sentence))
    for sentence in rule.counterexamples:
        assert rule.name not in reasons(sentence), sentence
    assert rule.examples
    assert rule.counterexamples
