"""Particulars that stand on lines of their own below a title."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize("printed", ["HHCR-2023-01005", "ZJSP01—2023—0004"])
def test_the_number_of_registration_stands_alone_on_its_line(
    document: Callable[..., dict[str, Any]], printed: str
) -> None:
    found = document(f"关于做好防汛工作的通知\n某政发〔2023〕7号\n{printed}\n各乡镇：\n一、落实责任。\n二、落实资金。")
    assert (found["document_number"], found["registration_number"]) == ("某政发〔2023〕7号", printed)


@pytest.mark.parametrize("behind", [" 某政发〔2031〕7号", "（某政发〔2031〕7号）", " 某政发〔2031〕7号 |"])
def test_a_number_behind_a_title_is_no_part_of_it(document: Callable[..., dict[str, Any]], behind: str) -> None:
    found = document(f"某市人民政府关于做好防汛工作的通知{behind}\n各区人民政府：\n一、落实责任。\n二、落实资金。")
    assert (found["title"], found["document_number"]) == ("某市人民政府关于做好防汛工作的通知", "某政发〔2031〕7号")
