"""How much a page is a decision: what lays down rules, and what only reports on them."""

from collections.abc import Callable

import pytest

from policyparse.official.decision_form import score
from policyparse.page.layout import Page
from policyparse.statute import annexes, contents, patterns

DECISIONS = [
    "某市管理条例\n第一条　甲适用本条例。\n第二条　乙由部门负责。\n第三条　本条例自2020年1月1日起施行。\n",
    "某市人民代表大会常务委员会关于某某的决定\n（2020年1月1日某市第一届人民代表大会常务委员会第一次会议通过）\n为了管理，作如下决定：\n一、甲部门应当管理。\n二、本决定自公布之日起施行。\n",
    "某市人民代表大会常务委员会关于批准某某协定的决定\n（2020年1月1日某市第一届人民代表大会常务委员会第一次会议通过）\n某市人民代表大会常务委员会第一次会议决定：批准某某协定。\n",
]

NEWS = [
    "某市管理条例今起施行\n本报讯（记者 张三）《某市管理条例》自今日起施行。条例共六章五十条，明确了管理职责。据介绍，该条例第三条规定了部门职责。\n",
    "某省召开立法座谈会\n新华社北京3月1日电 会议听取了关于《某某法》修改情况的汇报。与会人员认为，修改很有必要。\n一、二、三等问题得到讨论。\n",
    "某办公厅印发《关于加强牧道养护的意见》\n新华社北京3月5日电　近日，某办公厅印发了《关于加强牧道养护的意见》，要求认真贯彻落实。\n意见提出六方面举措。\n一、落实责任，明确主体。\n二、加强配合，形成合力。\n",
    "某市一季度经济运行情况\n一季度，全市生产总值同比增长5%。\n一、工业较快增长\n规模以上工业增加值增长6%。\n二、投资稳定\n固定资产投资增长4%。\n",
]


@pytest.mark.parametrize("text", DECISIONS)
def test_decisions_score_high(text: str, lay: Callable[[str], Page]) -> None:
    assert score(lay(text)) >= 0.6


@pytest.mark.parametrize("text", NEWS)
def test_news_scores_low(text: str, lay: Callable[[str], Page]) -> None:
    assert score(lay(text)) <= 0.2


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        (
            patterns.INSTRUMENT,
            ["某市管理条例", "某某办法（试行）", "关于某某的决定"],
            ["某市管理条例今起施行", "工作动态"],
        ),
        (
            patterns.DECIDES,
            ["国务院关于某某的决定", "关于某某的解释（二）"],
            ["某市通过关于某某的决定", "关于决定的说明", "某某条例"],
        ),
        (contents.HEADING, ["目录", "目　录：".replace("　", " "), "目 次"], ["目录管理", "目的"]),
        (contents.LEADER, ["总则……1", "总则...... 12", "总则 —— 3"], ["总则", "第3条", "共12"]),
        (annexes.LABEL, ["附件", "附件1：名单", "附表二", "附："], ["附则", "附加刑", "附件由部门公布。"]),
        (patterns.IN_FORCE, ["自2020年1月1日起施行", "现予公布", "同时废止"], ["自行施工", "起施行"]),
        (
            patterns.CLOSING,
            ["本决定自公布之日起施行。", "《某法》根据本决定作相应修改。"],
            ["本市应当加强管理。", "本决定所称平台，是指网络平台。"],
        ),
        (patterns.HORIZON, ["到2025年", "力争", "年均增长5%"], ["2020年到2021年", "到期"]),
    ],
)
def test_patterns(pattern: object, matching: list[str], other: list[str]) -> None:
    for text in matching:
        assert pattern.search(text), text  # type: ignore[attr-defined]
    for text in other:
        found = pattern.match(text) if pattern in (annexes.LABEL, patterns.DECIDES) else pattern.search(text)  # type: ignore[attr-defined]
        assert not found, text
