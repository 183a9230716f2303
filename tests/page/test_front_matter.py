"""Publisher, site, dates, authors and editors, from whatever form the page gives them in."""

from datetime import date, datetime
from typing import Any

import pytest

import policyparse
from policyparse.language.days import CST
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.byline import names_of_byline
from policyparse.page.front_matter import front_matter
from policyparse.page.layout import lay_out
from policyparse.repair import repair
from policyparse.source.source_text import SourceText

TITLE = "市工信局召开推进会\n"
BODY = "会议听取了情况汇报，研究部署下一步工作。\n各部门要主动服务企业，落实政策。\n"


def parsed(text: str, **hints: str) -> tuple[dict[str, Any], list[str]]:
    diagnostics = Diagnostics()
    page = lay_out(
        repair(SourceText(text, hints={f"html:meta[{name}]": value for name, value in hints.items()}), diagnostics),
        diagnostics,
    )
    draft = front_matter(page, diagnostics)
    for pointer, (start, end) in draft["evidence"].items():
        assert page.text[start:end], pointer
    return draft, [finding.code for finding in diagnostics.findings]


def source(text: str, **hints: str) -> dict[str, Any]:
    found: dict[str, Any] = parsed(text, **hints)[0]["source"]
    return found


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "来源:某报  发布时间:2023-05-11 09:30\n",
            {"publisher": "某报", "published_at": datetime(2023, 5, 11, 9, 30, tzinfo=CST)},
        ),
        (
            "来源：\n某某政务网\n发布时间：\n2022-03-31 17:35\n阅读：\n",
            {"publisher": "某某政务网", "published_at": datetime(2022, 3, 31, 17, 35, tzinfo=CST)},
        ),
        (
            "某某网 www.example.com 日期:2021-08-18 来源:某报\n",
            {"site": "某某网", "url": "www.example.com", "publisher": "某报", "published_at": date(2021, 8, 18)},
        ),
        (
            "2024-02-07\n来源:某发布   编辑:[db:作者]\n",
            {"publisher": "某发布", "editors": [], "published_at": date(2024, 2, 7)},
        ),
        ("成文日期：2023年6月5日  发布日期：2023年6月20日\n", {"published_at": date(2023, 6, 20)}),
        (
            "发布日期：2023-06-20\n发布时间：2023-06-20 16:08\n",
            {"published_at": datetime(2023, 6, 20, 16, 8, tzinfo=CST)},
        ),
        (
            "信息来源：某局 作者：王小明 李晓红 责任编辑：张原\n",
            {"publisher": "某局", "authors": ["王小明", "李晓红"], "editors": ["张原"]},
        ),
        ("本报记者　王　明　李晓红\n", {"authors": ["王明", "李晓红"]}),
        ("发文日期：2023年6月5日\n发布时间：2023年6月20日\n", {"published_at": date(2023, 6, 20)}),
        ("发文日期：2023年6月5日\n", {"published_at": date(2023, 6, 5)}),
        (
            "2023年6月20日08:12 | 来源：某网\n《 某报 》（ 2023年06月20日 06 版）\n",
            {"published_at": datetime(2023, 6, 20, 8, 12, tzinfo=CST)},
        ),
        ("2021年3月1日 施行\n", {"published_at": None}),
        ("发布时间：2023-06-20 发布人：某某日报\n", {"publisher": "某某日报"}),
        ("发布时间：2023-06-20 发布人：王小明\n", {"publisher": None}),
        ("来源：某某日报（记者王小明）\n", {"publisher": "某某日报", "authors": ["王小明"]}),
        ("阅读：2024次\n", {"published_at": None, "publisher": None}),
    ],
)
def test_lines_under_the_title(lines: str, expected: dict[str, Any]) -> None:
    found = source(TITLE + lines + BODY)
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("body", "authors"),
    [
        ("本报讯（记者王小明、李晓红）日前，推进会召开，部署工作。\n", ["王小明", "李晓红"]),
        ("某社江州10月9日电（记者孙立、何晓燕）推进会9日召开，部署工作。\n", ["孙立", "何晓燕"]),
        ("推进会召开，部署下一步工作。（记者史莺）\n", ["史莺"]),
        ("推进会召开，部署下一步工作。（王小明 李晓红）\n", ["王小明", "李晓红"]),
        ("本报讯（某报全媒体记者 王小明）日前，推进会召开，部署工作。\n", ["王小明"]),
        ("推进会召开，部署下一步工作。\n（本报记者 王小明 通讯员 李晓红）\n", ["王小明", "李晓红"]),
        ("记者从推进会上了解到，工作已经部署，正在推进。\n", []),
        ("记者王小明就此采访了有关负责人，了解具体情况。\n", []),
    ],
)
def test_reporters_in_the_text(body: str, authors: list[str]) -> None:
    assert source(TITLE + body)["authors"] == authors


def test_the_licence_names_the_site() -> None:
    text = TITLE + BODY + "版权说明:凡本网注明“来源:某某双创”的所有作品,均为本网所有。\n"
    assert source(text)["site"] == "某某双创"


def test_meta_tags_say_what_the_page_does_not_print() -> None:
    found = source(TITLE + BODY, ContentSource="某市人民政府", PubDate="2024-05-06 10:00", SiteName="某市政府网")
    assert (found["publisher"], found["site"]) == ("某市人民政府", "某市政府网")
    assert found["published_at"] == datetime(2024, 5, 6, 10, 0, tzinfo=CST)
    assert source(TITLE + "来源：某报\n" + BODY, ContentSource="某市人民政府")["publisher"] == "某报"


def test_a_template_variable_is_no_value() -> None:
    draft, codes = parsed(TITLE + "来源：{{source}} 编辑:[db:作者]\n" + BODY)
    assert draft["source"]["publisher"] is None
    assert draft["source"]["editors"] == []
    assert codes.count("PP202") == 2


def test_headings_are_sections_but_not_the_title_nor_a_number() -> None:
    text = "某市河道管理规定\n第十二号\n总体要求\n要加强河道管理，落实各项责任。\n某市河道管理规定\n要严格规范执法，确保取得成效。\n"
    assert [s["heading"] for s in parsed(text)[0]["sections"]] == ["总体要求"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("本报记者 王小明 通讯员 李晓红", ["王小明", "李晓红"]),
        ("文/王小明 图/李晓红", ["王小明"]),
        ("王　明　李晓红　张　原", ["王明", "李晓红", "张原"]),
        ("（全媒体记者 欧阳文 阿卜杜拉·买买提）", ["欧阳文", "阿卜杜拉·买买提"]),
        ("本报评论员", []),
    ],
)
def test_names_of_a_byline(line: str, names: list[str]) -> None:
    assert names_of_byline(line) == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TITLE + BODY, "zh-Hans"),
        ("市工信局召開推進會\n會議聽取了情況匯報，研究部署下一步工作，這是國務院關於產業發展的要求。\n", "zh-Hant"),
    ],
)
def test_language_is_the_script_of_the_original(text: str, language: str) -> None:
    assert parsed(text)[0]["language"] == language


@pytest.mark.parametrize(
    ("value", "published"),
    [("July 5, 2024", "2024-07-05"), ("昨天 17:35", "2024-07-10T17:35:00+08:00"), ("敬请期待", None)],
)
def test_a_date_that_the_grammar_refuses_is_read_behind_its_label(value, published):
    text = f"某地推进重点工作\n发布时间：{value}\n\n会议指出，要抓好落实，久久为功，善作善成。\n"
    doc = policyparse.parse(text, reference_date=date(2024, 7, 11))
    assert doc.model_dump(mode="json")["source"]["published_at"] == published


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("江州日报\n第05版：经济\n2024年3月18日\n", "江州日报"),
        ("江州日报\n2024年3月18日\n", None),
        ("江州日报\n江州晚报\n第05版：经济\n", None),
    ],
)
def test_a_paper_names_itself_beside_the_number_of_its_page(head: str, publisher: str | None) -> None:
    assert source(head + TITLE + BODY)["publisher"] == publisher


def test_the_site_names_itself_around_the_title() -> None:
    assert source("某某政务网 > 要闻 > 正文\n" + TITLE + BODY)["site"] == "某某政务网"
    assert source("市工信局召开推进会 - 某某在线\n" + TITLE + BODY)["site"] == "某某在线"
    assert source("首页 > 互联网 > 正文\n" + TITLE + BODY)["site"] is None


def test_orders_bodies_rows_and_numbers_are_no_sections() -> None:
    front = "某市河道管理规定\n某市人民政府令\n某市人民政府\n"
    text = (
        front + "要加强河道管理，落实各项责任。\n01\n总体要求\n单位名称 | 甲 | 代码 |\n要严格规范执法，确保取得成效。\n"
    )
    assert [s["heading"] for s in parsed(text)[0]["sections"]] == ["总体要求"]
