"""What headings and leads say of the numbers below them."""

from datetime import date

import pytest

from policyparse.figures.frames import RULES, Line
from policyparse.figures.reference import Reference
from policyparse.knowledge.rule import first_rule

REPORT = Reference(date(2024, 1, 18), report=True)
NEWS = Reference(date(2024, 1, 18))


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_decides_its_examples(rule) -> None:
    for text in rule.examples:
        assert first_rule(RULES, Line(text, REPORT)) is rule, text
    for text in rule.counterexamples:
        assert first_rule(RULES, Line(text, NEWS)) is not rule, text
    assert rule.examples
    assert rule.counterexamples
