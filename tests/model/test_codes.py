import re

import pytest

from policyparse.model.codes import SEVERITIES, Code, catalogue


@pytest.mark.parametrize("code", catalogue().values(), ids=lambda code: code.code)
def test_every_code_says_all_that_a_reader_needs(code: Code) -> None:
    assert re.fullmatch(r"PP[1-6]\d\d", code.code)
    assert code.severity in SEVERITIES
    assert code.title == code.title.strip()
    assert code.title[0].islower()
    assert not code.title.endswith(".")
    assert code.reason.endswith(".")
    assert code.remedy.endswith(".")
    assert code.example


def test_the_catalogue_is_in_order() -> None:
    assert list(catalogue()) == sorted(catalogue())
