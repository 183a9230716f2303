"""Ordered rules: the first that applies decides, and says why.

A ladder of early returns is written as a tuple of rules, each with a name, a reason and examples. What an example
is, and how it is read, the test of the tuple says.
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from policyparse.knowledge import trace

Subject = TypeVar("Subject")
Verdict = TypeVar("Verdict")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject, Verdict]):
    """One rule.

    Attributes:
        name: Its name, in lower case with underscores.
        verdict: What it decides.
        reason: Why that is right, in one sentence.
        applies: Whether it decides a subject.
        examples: Texts in which it decides, and no earlier rule.
        counterexamples: Texts in which it does not decide.
    """

    name: str
    verdict: Verdict
    reason: str
    applies: Callable[[Subject], object]
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


def first_rule(rules: Iterable[Rule[Subject, Verdict]], subject: Subject) -> Rule[Subject, Verdict] | None:
    """The first rule that applies to a subject, None where none does."""
    for rule in rules:
        if rule.applies(subject):
            if trace.active is not None:
                trace.active.decided(rule, subject, sys._getframe(1))
            return rule
    return None
