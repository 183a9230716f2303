"""Adoption that only a sentence in front of the provisions tells."""

from datetime import date

import pytest

import policyparse

LAW = "第一条　为了加强管理，制定本法。\n第二条　本法自2031年6月1日起施行。\n"


@pytest.mark.parametrize(
    ("told", "day", "meeting"),
    [
        (
            "2031年3月20日，全国人大常委会第八次会议表决通过了《河湖保护法》。",
            date(2031, 3, 20),
            "全国人大常委会第八次会议",
        ),
        (
            "2031年4月2日某省第十四届人民代表大会第二次会议通过《河湖保护法》。",
            date(2031, 4, 2),
            "某省第十四届人民代表大会第二次会议",
        ),
        ("2031年3月20日，全国人大常委会第八次会议表决通过了《湿地保护法》。", None, None),
        ("2031年3月20日，某市印发《河湖保护法》宣传方案。", None, None),
    ],
)
def test_the_sentence_in_front_tells_adoption(told: str, day: date | None, meeting: str | None) -> None:
    document = policyparse.parse(
        f"河湖保护法\n《河湖保护法》是为保护河湖而制定的法律。\n{told}\n{LAW}", kind="decision"
    )
    assert isinstance(document, policyparse.Decision)
    assert (document.adopted_on, document.adopted_by) == (day, meeting)
    assert len(document.articles) == 2
