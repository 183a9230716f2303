import re

import pytest

from policyparse.model.codes import SEVERITIES, Code, catalogue


@pytest.mark.parametrize("code", catalogue().values(), ids=lambda code: code.code)
def test_every_code_says_all_that_a_reader_needs(code: Code) -> None:
    assert re.fullmatch(r"PP[1-7]\d\d", code.code)
    assert code.severity in SEVERITIES
    assert code.title == code.title.strip()
    assert code.title[0].islower()
    assert not code.title.endswith(".")
    assert code.reason.endswith(".")
    assert code.remedy.endswith(".")
    assert code.example


def test_the_catalogue_is_in_order() -> None:
    assert list(catalogue()) == sorted(catalogue())


@pytest.mark.parametrize("code", catalogue().values(), ids=lambda code: code.code)
def test_a_code_is_explained_in_chinese(code: Code) -> None:
    for text in (code.title_zh, code.reason_zh, code.remedy_zh):
        assert any("\u4e00" <= c <= "\u9fff" for c in text)
