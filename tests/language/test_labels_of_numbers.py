"""Why a number is no quantity: each rule decides its examples, and no other."""

import pytest

from policyparse.knowledge.fold import fold
from policyparse.knowledge.rule import Rule, first_rule
from policyparse.language.labels_of_numbers import LABELS, ORDINALS, PrintedNumber
from policyparse.language.numerals import find_numerals
from policyparse.language.units import UNIT

CASES = [(rules, rule) for rules in (ORDINALS, LABELS) for rule in rules]


def decided(rules: tuple[Rule[PrintedNumber, bool], ...], text: str) -> list[str]:
    """The names of the rules that decide a number of the text."""
    found = []
    for numeral in find_numerals(fold(text)):
        unit = UNIT.match(text, numeral.end)
        rule = first_rule(rules, PrintedNumber(text, numeral, unit["unit"] if unit else ""))
        found += [rule.name] if rule else []
    return found


@pytest.mark.parametrize(("rules", "rule"), CASES, ids=[rule.name for _, rule in CASES])
def test_a_rule_decides_its_examples(
    rules: tuple[Rule[PrintedNumber, bool], ...], rule: Rule[PrintedNumber, bool]
) -> None:
    assert [text for text in rule.examples if rule.name not in decided(rules, text)] == []
    assert [text for text in rule.counterexamples if rule.name in decided(rules, text)] == []
    assert rule.examples
    assert rule.counterexamples
