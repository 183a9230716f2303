"""The rank of a statute (效力位阶), by who issued it and what it is called; after 立法法 (2023).

The rules are tried in order; the first that fits decides. What none decides has no rank: a decision of a committee, or
a measure whose issuer is not known.
"""

from collections.abc import Callable
from typing import NamedTuple

from policyparse.knowledge.pattern import pattern
from policyparse.language.bodies import kind_of_body

_STATE = "中华人民共和国"
_RULES = ("regulation", "rules")
_BANK = "中国人民银行"

_CONSTITUTION = pattern(
    r"^(?:中华人民共和国)?宪法(?:修正案)?(?:（[^（）]{1,20}）)?$",
    matches=["中华人民共和国宪法", "宪法修正案（草案）", "中华人民共和国宪法修正案"],
    rejects=[
        *("宪法宣誓办法", "国家宪法日决定", "《宪法", "宪法修正案（）"),
        "宪法修正案（第十三届全国人民代表大会第一次会议通过的文本）",
    ],
)
_NATIONAL_CONGRESS = pattern(
    r"^(?:中华人民共和国)?(?:第[一-鿿]{1,4}届)?全国(?:人民代表大会|人大)(?:常务委员会|常委会)?$",
    matches=(
        "全国人民代表大会 全国人民代表大会常务委员会 全国人大常委会 中华人民共和国全国人民代表大会 "
        "第十三届全国人民代表大会"
    ).split(),
    rejects=[
        *("某省人民代表大会", "全国人民代表大会财政经济委员会", "第届全国人民代表大会"),
        "第一百二十一届全国人民代表大会",
    ],
)
_STATE_COUNCIL = pattern(
    r"^(?:中华人民共和国)?(?:国务院|中央人民政府政务院|政务院)$",
    matches=["国务院", "中华人民共和国国务院", "政务院", "中央人民政府政务院"],
    rejects=["国务院办公厅", "国务院国有资产监督管理委员会", "甲国务院"],
)
_JUDICIARY = pattern(
    r"^最高人民(?:法院|检察院)",
    matches=["最高人民法院", "最高人民检察院"],
    rejects=["某省高级人民法院", "甲最高人民法院"],
)
_SUPERVISION = pattern(
    r"^(?:中华人民共和国)?国家监察委员会$",
    matches=["国家监察委员会", "中华人民共和国国家监察委员会"],
    rejects=["某省监察委员会", "甲国家监察委员会", "国家监察委员会甲"],
)
_MILITARY = pattern(
    r"^(?:中共)?中央军(?:事委员会|委)|^中国人民解放军",
    matches=["中央军事委员会", "中央军委", "中共中央军委", "中国人民解放军"],
    rejects=["某军区", "甲中央军委"],
)
_CONGRESS = pattern(
    r"(?:人民代表大会|人大)(?P<committee>常务委员会|常委会)?$",
    matches=[
        *"某市人大 某市人民代表大会常务委员会".split(),
        *(("某省人民代表大会", {"committee": None}), ("某市人大常委会", {"committee": "常委会"})),
    ],
    rejects=["某省人民政府", "某市人大常委会办公室"],
)
_BELOW_LEGISLATION = pattern(
    r"(?<!自治)(?:县|区|旗|镇|乡)(?:人民代表大会|人大)",
    matches="青禾县人民代表大会 某市云溪区人大常委会 某旗人大 某镇人民代表大会 某乡人民代表大会".split(),
    rejects=["某自治区人民代表大会", "某自治县人民代表大会", "某自治旗人大", "某市人民代表大会"],
)
"""A congress of a county or a district, which makes no regulations (立法法, art. 80 and 81)."""

_AUTONOMOUS = pattern(
    r"自治(?:州|县|旗)(?:人民代表大会|人大)",
    matches=["某自治州人民代表大会", "某自治县人大", "某自治旗人大"],
    rejects=["某自治区人民代表大会"],
)
_GOVERNMENT = pattern(
    r"(?:[省市州盟]|自治区|特别行政区)人民政府$",
    matches=[
        *"某省人民政府 某市人民政府 某自治州人民政府 某盟人民政府 某自治区人民政府".split(),
        "某特别行政区人民政府",
    ],
    rejects=["某县人民政府", "某市人民政府办公厅"],
)
_LOCAL = pattern(
    r"^[一-鿿]{1,12}?(?:省|市(?!场)|州|盟|县|区)",
    matches="某省水利厅 某市公安局 某自治区财政厅 某州政府 某盟教育局 某县公安局 某区教育局".split(),
    rejects=["公安部", "国家统计局", "国家市场监督管理总局", "中华全国青年志愿者协会驻青禾州办事处", "市政府"],
)
_INTERPRETS = pattern(
    r"法释|高检发释|释字|解释|适用.{0,60}(?:规定|批复)|(?:案件|纠纷|程序|执行).{0,30}(?:规定|批复)",
    matches=[
        *(
            "法释〔2020〕17号 高检发释字〔2019〕1号 释字第3号 关于适用民法典的解释 关于适用刑法若干问题的规定 "
            "关于审理劳动争议案件若干问题的规定 关于执行程序中计算利息的批复 房屋纠纷的规定"
        ).split(),
        *("关于执行批复", "关于适用规定", "房屋程序的规定", ("高检发释字〔2019〕1号", "高检发释")),
        "关于适用刑法若干问题的批复",
    ],
    rejects=[
        *("关于加强审判管理的意见", "法官行为规范"),
        "关于执行县级以上人民政府自然资源和生态环境、水行政主管部门申请强制拆除裁定的批复",
        "关于适用" + "《某法》、" * 13 + "《某条例》规定",
    ],
)
_ZONE = pattern(r"经济特区", matches=["某经济特区停车条例"], rejects=["某开发区条例"])
_PAPER_NUMBER = pattern(
    r"(?:政|府|办|国|委|部|厅|局|署)[一-鿿]{0,5}[〔\[（]",
    matches=[
        *"某政发〔2020〕1号 国发〔2014〕21号 某政办发〔2020〕1号 财办〔2020〕1号 某府规〔2020〕1号".split(),
        *("某厅字（2020）1号", "财部〔2020〕1号", "财署[2020]1号", "财局〔2020〕1号", "财委〔2020〕1号"),
        "某政应急管理发〔2020〕1号",
    ],
    rejects=["法释〔2020〕17号", "第21号", "某政农村人居环境〔2019〕6号"],
)


class Statute(NamedTuple):
    """What decides the rank of a statute.

    Attributes:
        title: Its title.
        instrument: `law`, `regulation`, `rules`, `interpretation` …
        issuer: Who issued it, empty where it is not known.
        number: Document number, empty where there is none.
        ordered: Whether an order (令) promulgates it.
    """

    title: str
    instrument: str
    issuer: str
    number: str
    ordered: bool


class Rank(NamedTuple):
    """A rule for the rank.

    Attributes:
        level: The rank.
        reason: The article of 立法法 (2023), or another source.
        holds: Whether it holds.
    """

    level: str
    reason: str
    holds: Callable[[Statute], bool]


def _is_law(s: Statute) -> bool:
    if s.instrument == "law" and (s.title.startswith(_STATE) or not s.issuer):
        return s.title.startswith(_STATE)
    return s.instrument in ("law", "interpretation") and bool(_NATIONAL_CONGRESS.search(s.issuer))


def _is_interpretation(s: Statute) -> bool:
    return bool(_JUDICIARY.search(s.issuer)) and bool(_INTERPRETS.search(s.number) or _INTERPRETS.search(s.title))


def _is_administrative(s: Statute) -> bool:
    return bool(_STATE_COUNCIL.search(s.issuer)) and s.instrument in _RULES and not s.number


def _is_autonomous(s: Statute) -> bool:
    return (
        bool(_AUTONOMOUS.search(s.issuer))
        and s.instrument in _RULES
        and not s.issuer.endswith(("会常务委员会", "常委会"))
    )


def _is_of_zone(s: Statute) -> bool:
    return _is_of_congress(s) and bool(_ZONE.search(s.title))


def _is_of_congress(s: Statute) -> bool:
    makes = bool(_CONGRESS.search(s.issuer)) and not _BELOW_LEGISLATION.search(s.issuer)
    return makes and s.instrument in _RULES and not _NATIONAL_CONGRESS.search(s.issuer)


def _is_local_rule(s: Statute) -> bool:
    return bool(_GOVERNMENT.search(s.issuer)) and s.instrument in _RULES and s.ordered


def _is_department_rule(s: Statute) -> bool:
    return _is_ministry(s) and s.instrument in _RULES and s.ordered


def _is_ministry(s: Statute) -> bool:
    if s.issuer != _BANK and kind_of_body(s.issuer) != "government":
        return False
    return not any(other.search(s.issuer) for other in (_STATE_COUNCIL, _LOCAL, _CONGRESS))


def _is_paper(s: Statute) -> bool:
    return bool(_PAPER_NUMBER.search(s.number)) and not (s.ordered or _CONGRESS.search(s.issuer))


RANKS = (
    Rank("constitution", "宪法, art. 64", lambda s: bool(_CONSTITUTION.search(s.title))),
    Rank("judicial_interpretation", "art. 119", _is_interpretation),
    Rank("law", "art. 10, 53", _is_law),
    Rank(
        "supervisory_regulation", "art. 118", lambda s: bool(_SUPERVISION.search(s.issuer)) and s.instrument in _RULES
    ),
    Rank("military_regulation", "art. 117", lambda s: bool(_MILITARY.search(s.issuer)) and s.instrument in _RULES),
    Rank("administrative_regulation", "art. 72; 行政法规制定程序条例 art. 5", _is_administrative),
    Rank("autonomous_regulation", "art. 85", _is_autonomous),
    Rank("sez_regulation", "art. 84", _is_of_zone),
    Rank("local_regulation", "art. 80, 81", _is_of_congress),
    Rank("local_rule", "art. 93", _is_local_rule),
    Rank("department_rule", "art. 91", _is_department_rule),
    Rank("normative_document", "国办发〔2018〕37号", _is_paper),
)
"""The ranks in the order in which they are tried."""

_PRINTED = {
    "宪法": "constitution",
    "法律": "law",
    "行政法规": "administrative_regulation",
    "监察法规": "supervisory_regulation",
    "地方性法规": "local_regulation",
    "省级地方性法规": "local_regulation",
    "设区的市地方性法规": "local_regulation",
    "自治条例": "autonomous_regulation",
    "单行条例": "autonomous_regulation",
    "自治条例和单行条例": "autonomous_regulation",
    "经济特区法规": "sez_regulation",
    "部门规章": "department_rule",
    "国务院部门规章": "department_rule",
    "地方政府规章": "local_rule",
    "地方规章": "local_rule",
    "司法解释": "judicial_interpretation",
    "军事法规": "military_regulation",
    "规范性文件": "normative_document",
    "行政规范性文件": "normative_document",
    "部门规范性文件": "normative_document",
    "地方规范性文件": "normative_document",
}
"""The ranks as databases of law print them; after the kinds of 国家法律法规数据库 and 立法法 (2023)."""


def rank_of(statute: Statute) -> str | None:
    """The rank of a statute, None where nothing decides it."""
    return next((rank.level for rank in RANKS if rank.holds(statute)), None)


def printed_rank(label: str) -> str | None:
    """The rank that a page prints (效力级别：地方政府规章), None where the word is none of the ranks.

    Args:
        label: Width-folded word.
    """
    return _PRINTED.get(label.strip())
