"""Pages of unlike sites: every line gets its role, the text is whole, and the page around it stays outside."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyparse.model.diagnostics import Diagnostics
from policyparse.page.front_matter import front_matter
from policyparse.page.layout import Page, Role, lay_out
from policyparse.repair import repair
from policyparse.source.source_text import SourceText

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


def laid_out(text: str, **hints: str) -> tuple[Page, list[str]]:
    diagnostics = Diagnostics()
    page = lay_out(
        repair(SourceText(text, hints={f"html:meta[{name}]": value for name, value in hints.items()}), diagnostics),
        diagnostics,
    )
    return page, [finding.code for finding in diagnostics.findings]


def roles(text: str) -> list[tuple[str, str]]:
    return [(block.role.value, block.text) for block in laid_out(text)[0].blocks]


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_page(path: Path) -> None:
    expected: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    page, _ = laid_out(path.with_suffix(".txt").read_text(encoding="utf-8"))
    draft = front_matter(page, Diagnostics())
    source = draft["source"]
    found = {
        "title": draft["title"],
        "subtitle": draft["subtitle"],
        "sections": [section["heading"] for section in draft["sections"]],
        "publisher": source["publisher"],
        "site": source["site"],
        "authors": source["authors"],
        "editors": source["editors"],
        "published_at": source["published_at"] and source["published_at"].isoformat().removesuffix("+08:00"),
    }
    body = [block.text for block in page.body]
    included, outside = expected.pop("paragraphs_include", []), expected.pop("not_in_body", [])
    assert {name: found[name] for name in expected} == expected
    assert [text for text in included if text not in body] == []
    assert [text for text in outside if any(text in line for line in (*body, str(draft["sections"]), source))] == []


NEWS = "市工信局召开推进会\n来源：某报  日期：2024-05-06\n会议听取了情况汇报，研究部署下一步工作。\n"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("图为会议现场。", "caption"),
        ("会议现场（张三摄）", "caption"),
        ("（记者 王小明）", "byline"),
        ("□本报记者 李晓红", "byline"),
        ("文/李晓红", "byline"),
        ("王小明 李晓红", "byline"),
        ("聚焦主业谋发展", "heading"),
        ("补链延链，配套告别“单打独斗”", "heading"),
        ("【动力之变】", "heading"),
        ("某社记者王小明", "byline"),
        ("（王小明 李晓红）", "byline"),
        ("（现场提问图，图片来自某网）", "caption"),
        ("来源/某报微信（记者王小明）", "source_line"),
        ("他说，企业最盼的是“稳”，最怕的是“变”", "paragraph"),
        ("一、主要任务", "heading"),
        ("上一页 1 2 3 下一页", "furniture"),
        ("[1] [2] 下一页", "furniture"),
        ("分享到 微信 微博", "furniture"),
        ("大家纷纷表示赞同。", "paragraph"),
    ],
)
def test_role_of_a_line_in_the_body(line: str, role: str) -> None:
    blocks = roles(NEWS + line + "\n各部门要主动服务企业，确保政策落到实处。\n")
    assert blocks[3] == (role, line)


@pytest.mark.parametrize(
    "line",
    [
        "相关阅读",
        "友情链接",
        "版权所有：某报社",
        "上一篇：没有了",
        "网友评论（3）",
        "【责任编辑：王小明】",
        "扫一扫在手机打开当前页",
    ],
)
def test_after_these_lines_the_text_has_ended(line: str) -> None:
    page, _ = laid_out(NEWS + "会议强调，要主动服务企业。\n" + line + "\n某地产业链产值首破百亿\n近日，某地传来喜讯…\n")
    assert [b.text for b in page.with_role(Role.PARAGRAPH)][-1] == "会议强调，要主动服务企业。"
    assert page.with_role(Role.HEADING) == []


@pytest.mark.parametrize(
    "line",
    [
        "第五条 网站主办单位应当公布举报电话。",
        "编辑出版单位应当依法审核，并对内容负责。",
        "版权保护是创新的保障，要加大执法力度。",
        "评论认为，这一政策有利于稳定预期。",
    ],
)
def test_words_of_furniture_inside_prose_are_prose(line: str) -> None:
    assert roles(NEWS + line + "\n会议强调，要主动服务企业。\n")[3] == ("paragraph", line)


def test_a_signature_is_no_heading() -> None:
    text = "某市河道管理规定\n第一条 为了加强管理，制定本规定。\n某市人民代表大会常务委员会\n2024年5月1日\n"
    assert [role for role, _ in roles(text)] == ["title", "paragraph", "signature", "signature"]


def test_contents_are_no_headings() -> None:
    text = (
        "某市某条例\n目  录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 甲乙丙丁。\n第二章 附则\n第二条 甲乙丙丁。\n"
    )
    assert [role for role, _ in roles(text)] == [
        "title",
        "contents",
        "contents",
        "contents",
        "heading",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_a_topic_stands_under_the_name_of_its_speaker() -> None:
    text = NEWS + "市政协委员王小明：\n大力发展汽车产业\n要抢抓机遇，发展智能汽车。\n"
    assert roles(text)[3:5] == [("paragraph", "市政协委员王小明："), ("topic", "大力发展汽车产业")]


def test_the_time_of_an_event_is_no_time_of_publication() -> None:
    page, _ = laid_out("新闻发布会实录\n时间：2024年7月18日\n地点：新闻发布厅\n上半年工业经济稳中向好，高于预期。\n")
    assert front_matter(page, Diagnostics())["source"]["published_at"] is None


def test_the_reader_may_know_the_title() -> None:
    text = "某市多部门联合发布关于推进新型工业化的系列解读\n促进实体经济发展\n会议听取了汇报，研究部署工作。\n"
    assert laid_out(text, ArticleTitle="促进实体经济发展")[0].title.text == "促进实体经济发展"  # type: ignore[union-attr]
    assert laid_out(text)[0].title.text == "某市多部门联合发布关于推进新型工业化的系列解读"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "首页", "首页 > 要闻 >", "会议听取了汇报，研究部署下一步的各项重点工作。"]
)
def test_a_page_without_a_title_is_laid_out_and_reported(text: str) -> None:
    page, codes = laid_out(text)
    assert page.title is None
    assert "PP201" in codes


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("话，真正把问题找准、把原因理清、把建议提实。", ["PP104"]),
        ("，并对进展缓慢的项目逐一会商，限期整改。", ["PP104"]),
        ("的发展机遇，加快建设产业园区，培育集群。", ["PP104"]),
        ("是，真正把问题找准、把原因理清、把建议提实。", []),
        ("了解到相关情况后，主管部门立即采取了措施。", []),
        ("的确，这一政策给企业带来了实实在在的好处。", []),
        ("过去一年，全市工业经济稳中向好，质效提升。", []),
        ("过失造成设备损坏的，由主管部门给予批评教育。", []),
        ("过境货物在口岸停留的，应当接受海关的监管。", []),
        ("过省级验收，全部项目已经投入使用并见效。", ["PP104"]),
        ("“我们将加快建设，争取早日投产达效。张三说。", ["PP204"]),
        ("我们将加快建设，”张三说，争取早日投产达效。", ["PP204"]),
        ("“我们将加快建设，”张三说，“争取早日投产。”", []),
    ],
)
def test_pp104_and_pp204(line: str, codes: list[str]) -> None:
    assert laid_out(NEWS + line + "\n会议强调，要主动服务企业。\n")[1] == codes


def test_a_quotation_over_two_paragraphs_is_balanced() -> None:
    text = NEWS + "“我们将加快建设，争取早日投产。\n“我们还将扩大招聘，带动就业。”张三说。\n"
    assert laid_out(text)[1] == []


@pytest.mark.parametrize(
    ("end", "codes"),
    [
        ("会议强调，各级各部门要提高认识，压实责任，进一步加", ["PP105"]),
        ("会议强调，各级各部门要提高认识，压实责任，进一步加强领导。", []),
        ("会议强调，各级各部门要提高认识，压实责任。（记者 王小明）", []),
    ],
)
def test_pp105(end: str, codes: list[str]) -> None:
    assert laid_out(NEWS + end + "\n")[1] == codes


@pytest.mark.parametrize(
    "unit", ["首页 > ", "来源：", "第一条", "“", "> ", "（记者", "2024-05-06 ", "图为", "、", "上一页 "]
)
def test_long_lines_of_one_thing_do_no_harm(unit: str) -> None:
    laid_out(unit * 5000)
    laid_out((unit + "\n") * 2000)


PIECES = st.sampled_from(
    [
        "首页",
        " > ",
        "来源：",
        "某报",
        "2024-05-06",
        "第一条",
        "要加强管理，",
        "落实责任。",
        "“",
        "”",
        "——",
        "\n",
        "\n\n",
        "（记者 王小明）",
        "# ",
        "**",
        "一、",
        "（一）",
        "目 录",
        "第一章 总则",
        "相关阅读",
        "责任编辑：",
        "\t",
        "\u3000\u3000",
        "图为",
        "附件",
        "：",
        "|",
        "甲乙丙丁戊己庚辛",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_page_is_laid_out_in_order_and_nothing_is_lost(text: str) -> None:
    page, _ = laid_out(text)
    assert [(b.start, b.end) for b in page.blocks] == sorted((b.start, b.end) for b in page.blocks)
    for before, after in pairwise(page.blocks):
        assert before.end <= after.start
    for block in page.blocks:
        assert block.text == page.text[block.start : block.end]
        assert block.folded == page.folded[block.start : block.end]
        assert block.text.strip()
    assert len([b for b in page.blocks if b.role in (Role.TITLE,)]) <= 1
    outside = "".join(page.text[a.end : b.start] for a, b in pairwise(page.blocks))
    assert not re.search("[\u4e00-\u9fff]", outside)


ANSWER = "\n市民政局局长王小明：目前已建成老年助餐点二百个，明年计划再新增五十个，方便老人就近用餐。\n"


def test_questions_head_sections_where_they_are_a_series() -> None:
    text = NEWS + "老人吃饭难怎么解？" + ANSWER + "护理员留不住怎么办？" + ANSWER
    assert [b.text for b in laid_out(text)[0].with_role(Role.HEADING)] == ["老人吃饭难怎么解？", "护理员留不住怎么办？"]


@pytest.mark.parametrize(
    "questions",
    [
        ("老人吃饭难怎么解？", "大家纷纷表示赞同。"),  # one alone
        ("某报记者：\n老人吃饭难怎么解？", "某报记者：\n护理员留不住怎么办？"),  # under who asks
        ("请问老人吃饭难怎么解？", "您觉得护理员怎么留？"),  # to somebody
        ("问：老人吃饭难怎么解？", "问：护理员留不住怎么办？"),
    ],
    ids=range(4),
)
def test_other_questions_are_paragraphs(questions: tuple[str, str]) -> None:
    text = NEWS + questions[0] + ANSWER + questions[1] + ANSWER
    assert laid_out(text)[0].with_role(Role.HEADING) == []


def test_who_speaks_at_an_event_is_no_author() -> None:
    head = "新闻发布会文字实录\n时间：2024年7月18日\n地点：新闻发布厅\n主题：上半年工业运行情况\n"
    text = head + "发布人：市工信局局长 王小明\n市统计局副局长 李晓红\n上半年工业经济稳中向好，高于预期。\n"
    draft = front_matter(laid_out(text)[0], Diagnostics())
    assert draft["source"]["authors"] == []
    assert draft["sections"] == []
    below = "新闻发布会综述\n市统计局副局长 李晓红\n上半年工业经济稳中向好，高于预期。\n"
    assert front_matter(laid_out(below)[0], Diagnostics())["source"]["authors"] == ["李晓红"]


def test_the_last_item_of_a_list_is_no_heading() -> None:
    text = NEWS + "一、某市河道管理规定（2005年公布）\n二、某市集市管理办法（1987年发布）\n责任编辑：王小明\n"
    assert roles(text)[3:5] == [
        ("paragraph", "一、某市河道管理规定（2005年公布）"),
        ("paragraph", "二、某市集市管理办法（1987年发布）"),
    ]


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("第1页 共4页", True),
        ("[1] [2] [3] 下一页", True),
        ("第1页 共1页", False),
        ("上一页 下一页", False),
        ("- 1 -", False),
    ],
)
def test_pp206(line: str, missing: bool) -> None:
    assert ("PP206" in laid_out(NEWS + line + "\n")[1]) is missing


def test_a_text_with_all_its_pages_is_whole() -> None:
    pages = "".join(f"会议强调，要主动服务企业，推动政策落地见效。\n第{i}页 共3页\n" for i in (1, 2, 3))
    assert "PP206" not in laid_out(NEWS + pages)[1]
