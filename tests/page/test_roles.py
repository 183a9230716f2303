"""Every rule of a ladder decides its examples, and no earlier one does."""

import pytest

from policyparse.knowledge.rule import first_rule
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.blocks import Block, Role
from policyparse.page.layout import lay_out
from policyparse.page.roles import ROLES, SENTENCE_ROLES
from policyparse.page.title_rules import VETOES, WEIGHTS
from policyparse.repair import repair
from policyparse.repair.title_seams import JOINTS, Seam, is_stop
from policyparse.source.source_text import SourceText

MARK = "▸"
EXAMPLES = [(rule, text) for rule in (*SENTENCE_ROLES, *ROLES) for text in rule.examples]


@pytest.mark.parametrize(("rule", "text"), EXAMPLES, ids=[rule.name for rule, _ in EXAMPLES])
def test_role(rule, text: str) -> None:
    start = text.index(MARK)
    diagnostics = Diagnostics()
    page = lay_out(repair(SourceText(text.replace(MARK, "")), diagnostics), diagnostics)
    block = next(block for block in page.blocks if block.start <= start < block.end or block.start >= start)
    assert (block.rule, block.role) == (rule.name, rule.verdict)


SOUGHT = [(rule, line) for rule in VETOES for line in rule.examples]


@pytest.mark.parametrize(("rule", "line"), SOUGHT, ids=[f"{rule.name} {line}" for rule, line in SOUGHT])
def test_veto(rule, line: str) -> None:
    found = first_rule(VETOES, Block(Role.PARAGRAPH, 0, len(line), line, line))
    assert found is not None
    assert found.name == rule.name


def seam(text: str) -> Seam:
    first, second, *following = text.split("/")
    return Seam(first, second, tuple(following), adjoins=True, in_head=True)


JOINED = [(rule, text) for rule in JOINTS for text in rule.examples]
PARTED = [(rule, text) for rule in JOINTS for text in rule.counterexamples]


@pytest.mark.parametrize(("rule", "text"), JOINED, ids=[f"{rule.name} {text}" for rule, text in JOINED])
def test_joint(rule, text: str) -> None:
    assert not is_stop(text.split("/")[1]) or rule.name == "stage"
    found = first_rule(JOINTS, seam(text))
    assert found is not None
    assert (found.name, found.verdict) == (rule.name, rule.verdict)


@pytest.mark.parametrize(("rule", "text"), PARTED, ids=[f"{rule.name} {text}" for rule, text in PARTED])
def test_no_joint(rule, text: str) -> None:
    assert is_stop(text.split("/")[1]) or not rule.applies(seam(text))


@pytest.mark.parametrize("ladder", [ROLES, SENTENCE_ROLES, VETOES, JOINTS, WEIGHTS])
def test_a_rule_has_a_name_and_a_reason(ladder) -> None:
    names = [rule.name for rule in ladder]
    assert len(set(names)) == len(names)
    assert all(rule.reason.endswith(".") for rule in ladder)
