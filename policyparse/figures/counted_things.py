"""What the things that were counted before lend to a number: their name, or nothing (前面所计之物).

property ::= count thing "，" property number            开工项目25个，总投资33亿元: 开工项目总投资
beside   ::= count class "、" number thing               8大系列、120个品种的产品: 品种的产品
"""

from policyparse.figures.bearers import PROPERTY
from policyparse.figures.metric import Metric, Place
from policyparse.knowledge.pattern import pattern
from policyparse.language.units import dimension_of
from policyparse.model.base import Extent

_PEOPLE = frozenset("人名位")
_WORKS = pattern(
    r"(?P<works>(?P<head>项目|工程)|类|领域|(?<!工)建设)(?:[\u4e00-\u9fff]{0,4}?(?&figures.completion))?$",
    matches=[
        *(("座谈会项目现场签约", {"works": "项目"}), ("产业升级类", {"head": None}), "重大项目", "水利工程"),
        *("民生领域", "乡村建设", ("重大工程开工", {"works": "工程"})),
    ],
    rejects=["项目的企业", "开工建设", "项目在推介会现场签约", "招商企业签约"],
)
"""The end of the name of works that were counted."""
_LONG_WORK = 8
"""Of a longer name of works, in characters, a property takes over only its head."""
_BEGUN = pattern(
    r"(?:集中|新|已|共|累计)?(?&figures.completion)(?:建设)?了?(?=[^，。；、\0]{2})",
    matches=[
        *(("本次集中开工青禾医院等", "集中开工"), ("新落地青禾医院等", "新落地"), "开工项目"),
        *(("年内已引进青禾医药等", "已引进"), ("全年共落户青禾医药等", "共落户")),
        *(("累计签约云岭光伏等", "累计签约"), ("开工建设青江大桥等", "开工建设")),
        ("会上签约了青禾粮油等", "签约了"),
    ],
    rejects=["青禾医院等", "全市集中开工", "已开工等"],
)
_HEAD_LENGTH = 12
COUNTED_BESIDE = pattern(
    r"[0-9]{1,3}[大类个种项][^，。；、\0]{1,8}、$",
    matches=[
        *("自主生产8大系列、", ("自主生产2025个品种、", "025个品种、"), "新增专利8项成果、", "自主生产8类产品、"),
        "自主生产8种型号、",
    ],
    rejects=[
        *("8大系列", "自主系列、", "涉及8大、", "自主生产大系列、", "在3个国家和地区设立分厂、"),
        "全市集中开工8个项目、签约10个项目。",
    ],
)
"""Before a number: another count of the same list, which is no number of its own."""


def begun_with(masked: str, left: Extent, clause: int) -> Extent:
    """Of a list of examples before a count (集中开工 甲、乙等 11个项目) the verb alone, empty where it has none.

    Args:
        masked: The paragraph, width-folded, dates and passed-over numbers blanked out.
        left: What stands before the number.
        clause: Where its clause begins.
    """
    begun = _BEGUN.search(masked, clause, min(clause + _HEAD_LENGTH, left[1]))
    return begun.span() if begun else (left[1], left[1])


def property_of_counted(p: Place) -> Metric | None:
    """The name of a bare property of the works, or of the buildings, that were counted before.

    Args:
        p: The place of the number.
    """
    subject, unit = p.memory.subject, p.memory.unit
    if not p.own or not subject or dimension_of(unit) != "count" or unit in _PEOPLE or not PROPERTY.fullmatch(p.own):
        return None
    works = _WORKS.search(p.masked, *subject[-1])
    if "面积" not in p.own and not (works and ("投资" in p.own or "引资" in p.own)):
        return None
    start, end = subject[-1]
    if works:
        end = works.end("works")
    long = works and works["head"] and end - start > _LONG_WORK
    whose = [*subject[:-1], (end - 2 if long else start, end)]
    return Metric([*whose, p.left], subject)
