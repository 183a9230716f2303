"""Administrative divisions: names, codes, and which of several is meant."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.language.regions import Division, division, find_regions, match_region


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("北京市人民政府", "110000"),
        ("山东加快产业升级", "370000"),
        ("内蒙古自治区", "150000"),
        ("福建厦门建设自由贸易试验区", "350200"),
        ("广东省深圳市南山区", "440305"),
        ("恩施州召开会议", "422800"),
        ("恩施土家族苗族自治州", "422800"),
        ("济宁市市容管理条例", "370800"),
        ("长春市朝阳区", "220104"),
        ("北京市朝阳区人民政府", "110105"),
        ("天津市河北区", "120105"),
        ("吉林省吉林市", "220200"),
        ("湖北省神农架林区", "429021"),
        ("济源市", "419001"),
        ("海南藏族自治州", "632500"),
        ("海南自由贸易港", "460000"),
        ("香港特别行政区", "810000"),
        ("济南日报", "370100"),
        ("景宁畲族自治县", "331127"),
        ("兴县加快发展", "141123"),
        ("支持兴县发展", "141123"),
        ("山西省兴县", "141123"),
        ("四川省攀枝花市西区", "510403"),
    ],
)
def test_the_division_that_a_name_is_about(text: str, code: str) -> None:
    found = match_region(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "text",
    [
        "中国",
        "朝阳区",
        "全国人民代表大会",
        "我市",
        "某市",
        "一个区",
        "北京路",
        "市区县",
        "临云县",
        "新东区",
        "东区",
        "推进西区建设",
        "长治久安",
        "群众安康",
        "日照时数",
        "济南中路",
    ],
)
def test_no_division(text: str) -> None:
    assert match_region(text) is None


def test_divisions_of_running_text() -> None:
    text = "在江苏省常州市，新能源汽车产量增长；苏州也是。上海市浦东新区同样。"
    assert [(text[m.start : m.end], m.division.code) for m in find_regions(text)] == [
        ("江苏省", "320000"),
        ("常州市", "320400"),
        ("上海市", "310000"),
        ("浦东新区", "310115"),
    ]


def test_short_names_of_prefectures_only_on_demand() -> None:
    assert [m.division.code for m in find_regions("东方和白银")] == []
    assert [m.division.code for m in find_regions("白银", short_prefectures=True)] == ["620400"]


@pytest.mark.parametrize(
    ("outer", "inner", "contained"),
    [
        ("370000", "370800", True),
        ("370800", "370811", True),
        ("370800", "370000", False),
        ("110000", "110105", True),
        ("370000", "380000", False),
    ],
)
def test_containment(outer: str, inner: str, contained: bool) -> None:
    assert Division(outer, "").contains(Division(inner, "")) is contained


def test_the_table_has_all_levels() -> None:
    provinces = [d for code in range(10, 83) if (d := division(f"{code}0000"))]
    assert len(provinces) == 34
    assert all(re.search("省|市|区$", d.name) for d in provinces)
    assert division("441900") == Division("441900", "东莞市")
    assert division("999999") is None


@given(st.text("北京上海市朝阳区县州盟旗省东山西河南", max_size=30))
def test_mentions_do_not_overlap(text: str) -> None:
    end = 0
    for found in find_regions(text, short_prefectures=True):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("北京市密云县人民政府", ("密云县", "110228")),
        ("湖北省襄樊市", ("襄樊市", "420600")),
        ("天津市蓟县", ("蓟县", "120225")),
        ("河北雄安新区管理委员会", None),
        ("雄安新区规划纲要", None),
        ("京津冀协同发展规划", None),
        ("兰州新区总体方案", None),
        ("云南省人民政府关于支持滇中新区发展的意见", ("云南省", "530000")),
        ("湖北云岫公司新材料项目开工", None),
        ("湖北云岫公司落户河南省兰考县", ("兰考县", "410225")),
        ("福建厦门中小企业促进条例", ("厦门市", "350200")),
        ("山东国企改革方案", ("山东省", "370000")),
        ("湖北推进云岫公司建设", ("湖北省", "420000")),
    ],
)
def test_former_divisions_areas_and_organizations(text: str, found: tuple[str, str] | None) -> None:
    region = match_region(text)
    assert (None if region is None else (region.name, region.code)) == found
