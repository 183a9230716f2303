"""Numbers that are gone from before their measure words: 集中开工重大项目个，总投资达亿元.

What stood there the text does not show, so nothing is put back; the places are reported.
"""

from collections.abc import Iterator

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, NUMBER
from policyparse.model.base import Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.source.edits import RepairedText

_FEWEST = 2
"""Minimum number of places, where none is sure by itself."""

_CONTEXT = 6
"""How many characters before a place its message has."""

_REPORTED = 20
"""Maximum number of places that are reported."""

_SURE = pattern(
    rf"(?<=[{HAN}])(?<![{NUMBER}几多余数])(?:个百分点|[%％])(?=[，。；、）])"
    rf"|(?<![0-9 {HAN}])月日(?=[，。{HAN}])|(?<=[{HAN}])第[届次](?=[{HAN}])",
    matches=[
        *(("比上年提高个百分点，", "个百分点"), ("同比增长%，", "%"), ("月日，市政府召开会议", "月日")),
        *(("市人大常委会第次会议", "第次"), ("省第届人民代表大会", "第届"), ("占比达％。", "％"), "月日。"),
    ],
    rejects=[
        *("提高8个百分点，", "提高几个百分点，", "增长8%，", "6月8日，", "第12次会议", "多个百分点，", "日月日新"),
        *("（%）", "百分比%的计算", "比上年提高个百分点数", "月日", "省第届", "第届大会", "提高数个百分点，"),
        "提高十余个百分点，",
    ],
)
"""A measure word that cannot do without its number."""

_PROBABLE = pattern(
    r"(?:(?<=[达为约共计超增资入值额成])(?:亿元|万元|亿美元|万吨|万亩|万人|万户|公里|平方公里|千瓦时)"
    r"|(?<=[目业区户点家所处条项])个)(?=[，。；、）])",
    matches=[
        *(("总投资达亿元。", "亿元"), ("新增就业共万人，", "万人"), ("集中开工重大项目个，", "个")),
        *(("新增规模以上企业个，", "个"), ("产值为万元；", "万元"), ("约万吨，", "万吨")),
        *(("占地约平方公里，", "平方公里"), "新增万吨，", "收入万吨，", "投资万吨，", "总额万吨，", "建成万吨，"),
        *("比上年增万吨，", "营业收入亿元，", "完成投资亿元，", "进出口总额亿美元，", "年内建成万亩，"),
        *("产量已超万吨，", "惠及群众共计万人，", "总产值亿元，", "设置便民网点个，", "培育种植大户个，"),
        *("产品出口国家个，", "取消审批事项个，", "培育产业链条个，", "改扩建卫生所个，", "合并办事处个，"),
        *("建成示范区个，", "全长约公里，", "受益约万户，", "灌溉约万亩，", "用电约千瓦时，", "出口约亿美元，"),
    ],
    rejects=[
        *("总投资达5亿元。", "总投资上亿元。", "超亿元项目", "重大项目5个，", "每个，", "数万人，", "重大项目个个"),
        *("开工重大项目几个，", "总投资达亿元以上", "个、"),
    ],
)
"""A measure word that mostly has its number before it."""


def find_stripped_numbers(text: str) -> Iterator[Extent]:
    """Find the places where a number is gone; none where there is only one, and that is not sure.

    Args:
        text: Width-folded text.
    """
    sure = [match.span() for match in _SURE.finditer(text)]
    probable = [match.span() for match in _PROBABLE.finditer(text)]
    if sure or len(probable) >= _FEWEST:
        yield from sorted(sure + probable)


def check_stripped_numbers(repaired: RepairedText, diagnostics: Diagnostics) -> None:
    """Report where numbers are gone."""
    for i, (start, end) in enumerate(find_stripped_numbers(repaired.folded)):
        place = repaired.source_extent(start, end)
        if i == _REPORTED:
            diagnostics.add("PP110", "more numbers are gone further on", place, in_source=True)
            return
        words = repaired.text[max(0, start - _CONTEXT) : end]
        diagnostics.add("PP110", f"a number is gone: {words}", place, in_source=True)
