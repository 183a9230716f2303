"""The note under a title (题注), read by hand."""

from datetime import date
from typing import Any

import pytest

from policyparse.knowledge.fold import fold
from policyparse.statute.history import find_events, order_of

Event = tuple[str, date | None, str | None, str | None, int | None]


def events(text: str) -> list[dict[str, Any]]:
    return list(find_events(fold(text), text))


def summary(text: str) -> list[Event]:
    return [(e["action"], e["on"], e["body"], e["meeting"], e["ordinal"]) for e in events(text)]


CASES: list[tuple[str, list[Event]]] = [
    (
        "（1987年9月5日第六届全国人民代表大会常务委员会第二十二次会议通过　根据1995年8月29日第八届全国人民代表大会常务委员会第十五次会议《关于修改〈某某法〉的决定》第一次修正　2000年4月29日第九届全国人民代表大会常务委员会第十五次会议第一次修订）",
        [
            ("adopted", date(1987, 9, 5), "全国人民代表大会常务委员会", "第六届全国人民代表大会常务委员会第二十二次会议", None),
            ("amended", date(1995, 8, 29), "全国人民代表大会常务委员会", "第八届全国人民代表大会常务委员会第十五次会议", 1),
            ("revised", date(2000, 4, 29), "全国人民代表大会常务委员会", "第九届全国人民代表大会常务委员会第十五次会议", 1),
        ],
    ),
    (
        "（2016年1月15日 某市第十二届人民代表大会第四次会议通过 2017年3月30日 某省第十二届人民代表大会常务委员会第二十七次会议批准）",
        [
            ("adopted", date(2016, 1, 15), "某市人民代表大会", "某市第十二届人民代表大会第四次会议", None),
            ("approved", date(2017, 3, 30), "某省人民代表大会常务委员会", "某省第十二届人民代表大会常务委员会第二十七次会议", None),
        ],
    ),
    (
        "(２０１２年１２月３日 公安部部长办公会议通过 ２０１２年１２月１９日 中华人民共和国公安部令第１２５号发布, ２０１３年１月１日 施行)",
        [
            ("adopted", date(2012, 12, 3), "公安部", "公安部部长办公会议", None),
            ("promulgated", date(2012, 12, 19), "中华人民共和国公安部", None, None),
            ("effective", date(2013, 1, 1), None, None, None),
        ],
    ),
    (
        "（2004年4月30日中华人民共和国国务院令第406号公布　根据2012年11月9日《国务院关于修改和废止部分行政法规的决定》第一次修订）",
        [
            ("promulgated", date(2004, 4, 30), "中华人民共和国国务院", None, None),
            ("revised", date(2012, 11, 9), None, None, 1),
        ],
    ),
    (
        "（2001年3月22日最高人民法院审判委员会第1165次会议通过，自2001年4月30日起施行）",
        [
            ("adopted", date(2001, 3, 22), "最高人民法院审判委员会", "最高人民法院审判委员会第1165次会议", None),
            ("effective", date(2001, 4, 30), None, None, None),
        ],
    ),
    (
        "（2021年8月28日某市第十七届人民代表大会常务委员会第四十七次会议通过并经2021年9月30日某省第十三届人民代表大会常务委员会第三十次会议批准的《某市人大常委会关于修改〈某市条例〉的决定》修正）",
        [
            ("amended", date(2021, 8, 28), "某市人民代表大会常务委员会", "某市第十七届人民代表大会常务委员会第四十七次会议", None),
            ("approved", date(2021, 9, 30), "某省人民代表大会常务委员会", "某省第十三届人民代表大会常务委员会第三十次会议", None),
        ],
    ),
    (
        "（根据2016年12月1日某省第十二届人民代表大会常务委员会第三十一次会议批准的2016年10月28日某市第十五届人民代表大会常务委员会第三次会议通过的《关于修改部分地方性法规的决定》第一次修正）",
        [
            ("approved", date(2016, 12, 1), "某省人民代表大会常务委员会", "某省第十二届人民代表大会常务委员会第三十一次会议", None),
            ("amended", date(2016, 10, 28), "某市人民代表大会常务委员会", "某市第十五届人民代表大会常务委员会第三次会议", 1),
        ],
    ),
    (
        "2023年第4次局务会议审议通过，现予公布，自2021年9月1日起施行。",
        [
            ("adopted", None, None, "2023年第4次局务会议", None),
            ("effective", date(2021, 9, 1), None, None, None),
        ],
    ),
    (
        "2024年1月5日某某委员会第8次委务会审议通过",
        [("adopted", date(2024, 1, 5), "某某委员会", "某某委员会第8次委务会", None)],
    ),
    (
        "（1952年6月27日 政务院批准 1952年8月11日 公安部发布）",
        [("approved", date(1952, 6, 27), "政务院", None, None), ("promulgated", date(1952, 8, 11), "公安部", None, None)],
    ),
    (
        "（2019年3月26日国务院第42次常务会议修订通过）",
        [("revised", date(2019, 3, 26), "国务院", "国务院第42次常务会议", None)],
    ),
    (
        "（二〇〇五年五月二十七日某省第十届人民代表大会常务委员会第十四次会议通过）",
        [("adopted", date(2005, 5, 27), "某省人民代表大会常务委员会", "某省第十届人民代表大会常务委员会第十四次会议", None)],
    ),
    (
        "（2019年8月27日某市第八届人民代表大会常务委员会第二十二次会议通过　根据2023年3月31日某省第十四届人民代表大会常务委员会第二次会议批准的《某市人大常委会关于修改〈某市条例〉的决定》修正）",
        [
            ("adopted", date(2019, 8, 27), "某市人民代表大会常务委员会", "某市第八届人民代表大会常务委员会第二十二次会议", None),
            ("amended", date(2023, 3, 31), "某省人民代表大会常务委员会", "某省第十四届人民代表大会常务委员会第二次会议", None),
        ],
    ),
    (
        "（2023年3月20日最高人民法院审判委员会第1880次会议、2024年3月29日最高人民检察院第十四届检察委员会第二十八次会议通过）",
        [
            ("adopted", date(2023, 3, 20), "最高人民法院审判委员会", "最高人民法院审判委员会第1880次会议", None),
            ("adopted", date(2024, 3, 29), "最高人民检察院检察委员会", "最高人民检察院第十四届检察委员会第二十八次会议", None),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_events(text: str, expected: list[Event]) -> None:
    assert sorted(summary(text), key=lambda e: e[1] or date.min) == sorted(expected, key=lambda e: e[1] or date.min)
    for event in events(text):
        assert text[slice(*event["span"])] == event["text"]


@pytest.mark.parametrize(
    "text", ["（试行）", "（以下简称平台）", "本条例自公布之日起施行。", "依法制定、修改、废止地方性法规", ""]
)
def test_no_events(text: str) -> None:
    assert summary(text) == []


def test_order_of_an_event() -> None:
    first, second = events(
        "（2004年4月30日中华人民共和国国务院令第406号公布　根据2012年11月9日《国务院令第9号》第一次修订）"
    )
    order = order_of(first)
    assert order is not None
    assert (order[0], order[2]) == ("第406号", 406)
    assert order_of(second) is None
