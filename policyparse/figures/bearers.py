"""Whose property a bare property is (指标的主体): 甲项目由……建设，总投资 32亿元 is the total investment of 甲项目.

bearer ::= work (manner | "，") … property number     甲项目由乙公司建设，总投资 32亿元; 甲工厂占地面积 380亩
"""

import re

from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent

PROPERTY = pattern(
    r"(?:规划|计划|协议|预计|拟|计划总|规划总|年度计划|年度)?(?:总投资额?|投资总额|投资额?|引资额?|占地|占地面积|建筑面积|总建筑面积|用地面积|总面积|面积|总用地|"
    r"年产值|总产值|产值|年产能|产能|总规模|总库容|总装机|装机容量|总装机容量|年营业收入|年税收)",
    method="fullmatch",
    matches=["总投资", "规划总投资", "占地面积", "年产值"],
    rejects=["项目总投资", "工业总产值", "固定资产投资"],
)
"""A property that says nothing without the work that has it."""
_WORK = pattern(
    r"(?:^|[，；：])(?:(?:此次|本次|其中|当天|据悉|据介绍|目前)，?)?(?:位于[^，。；的]{2,16}的|由[^，。；的]{2,20}(?:投资|建设|承建)(?:建设)?的)?"
    r"(?P<who>(?!该|此|本|这|其|全|各|一批|多个|签约|开工|现场|首批|[0-9])[^，。；：、的“”\0\d]{1,24}?(?:（[^（）]{1,8}）[^，。；：、的“”\0\d]{0,12}?)?"
    rf"(?:(?&plan.works)|(?&plan.listed_works))(?:[{SMALL_ORDINAL}]期)?)"
    r"(?=由|位于|，|是|选址|坐落|落户|规划|占地|总|计划|拟|分|已|正|于|自|建成|投产|采用|建设|投资|协议)",
    matches=[
        ("，锐丰锂电材料项目由锐丰集团投资，", {"who": "锐丰锂电材料项目"}),
        ("青禾（江城）创新产业园区占地面积", {"who": "青禾（江城）创新产业园区"}),
        ("由乙公司建设的丙工厂，", {"who": "丙工厂"}),
    ],
    rejects=["该项目由锐丰集团投资，", "全市签约项目", "12个项目，", "企业，"],
)
_GENERIC = pattern(
    r"(?:(?&plan.generic_works)|项目|工程|园区|产业园|基地|中心|工厂){1,6}",
    method="fullmatch",
    matches=["重大项目", "产业园区", "签约项目"],
    rejects=["锐丰材料项目", "青禾园区"],
)
_BUILT = pattern(
    r"[^，。；]{0,24}?(?:拟|计划|将|规划|意向)[^，。；]{0,20}?(?:新建|建设|建立|打造|兴建|投建|设立|布局)了?(?=[^，。；]{2})",
    method="match",
    matches=[("青禾集团拟在城北新区建设华中基地", "青禾集团拟在城北新区建设")],
    rejects=["青禾集团建设基地", "将军路基地"],
)
"""Before a work: who intends to build it, and where."""
_LENGTH = 200


def find_bearer(folded: str, sentence: int, number: int) -> Extent | None:
    """The work that the sentence is about before a number, None where it names none.

    Args:
        folded: Width-folded text.
        sentence: Where the sentence begins.
        number: Where the number stands.
    """
    start = max(sentence, number - _LENGTH)
    found: re.Match[str] | None = None
    for work in _WORK.finditer(folded[start:number]):
        if not _GENERIC.fullmatch(work["who"]):
            found = work
    if found is None:
        return None
    begin, end = start + found.start("who"), start + found.end("who")
    built = _BUILT.match(folded, begin, end)
    return (built.end(), end) if built else (begin, end)
