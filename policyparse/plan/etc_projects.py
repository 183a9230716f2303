"""Lists before 等…项目 (等字清单): 甲、乙等签约项目; 集中开工甲、乙等11个项目.

listed ::= set? verb? name ("、" name)* "等" number? kind? "项目"
phase  ::= a word of kind | what follows | the verb before | what the sentence says of all
"""

import re
from collections.abc import Iterator

from policyparse.knowledge.pattern import pattern
from policyparse.language.enumerations import read_enumeration
from policyparse.model.base import Extent
from policyparse.plan.naming import Paragraph
from policyparse.plan.phases import PHASES, Phase, phase_of_word, phases_in
from policyparse.plan.project_lists import phase_after, sentence_start
from policyparse.plan.work_names import LISTED_END, is_work_name, without_agreement, without_sum

Named = Iterator[tuple[Extent, Phase]]

_SENTENCE_WAY_BACK = 400
ETC_PROJECTS = pattern(
    r"等(?P<kind>[^，。；、：等]{0,12}?)(?:项目|工程|设施)(?!化|部|制|库|组|建设单位)",
    matches=[
        *(("甲、乙等签约项目加快", {"kind": "签约"}), ("甲等项目", {"kind": ""}), "等15个项目", "甲等工程"),
        *(("等15个等项目", "等项目"), ("青溪治理等基础设施项目。", "等基础设施")),
    ],
    rejects=[
        *("等项目化", "等企业", "等，项目", "甲等项目部", "甲等项目组", "甲等项目库", "甲等项目制"),
        *("甲等项目建设单位", "等城乡公共交通服务体系和水渠项目"),
    ],
)
_OF_SET = pattern(
    r"[^，。；、]{0,14}?(?:项目|工程)(?:中的?|之中)(?!心)",
    method="match",
    matches=[("重点工程中东海大道", "重点工程中")],
    rejects=["工程中心", "东海大道"],
)
"""Before the first member of a list: the set of which all are."""
_COUNTED = pattern(r"[0-9]{1,3}个", method="match", matches=["11个，"], rejects=["，11个"])
_FIRST_KIND = pattern(
    r"(?:其中|[，。：])，?(?P<phase>签约|开工|竣工|投产)了?(?=[^，。；的、]{2,24}(?:、|等)[^。；]{0,120}等[^，。；]{0,10}项目[0-9])",
    matches=[("其中，签约青禾材料、云岭器件等工业项目11个", {"phase": "签约"})],
    rejects=["其中，签约项目11个"],
)
_PHASE_VERB = pattern(
    r"(?<![未拟待])(?P<phase>签约|签下|落户|开工|动工|竣工|投产|建成)(?:了|落户|落地|引进)?$",
    matches=[("会上集中签约了", {"phase": "签约"}), ("全县开工", {"phase": "开工"})],
    rejects=["未开工", "签约，"],
)
_BEGUN = pattern(
    r"(?:[本此]次|当[天日]|现场|会上|活动|集中|全[省市县区]|共|已){0,4}(?P<phase>签约|签下|开工|动工|竣工|投产|建成)(?:建设|投产|投用)?了?(?=[^，。；、的]{3})(?!项目|的|率|仪式|活动)",
    method="match",
    matches=[
        *(("本次集中开工石湾康养开发", {"phase": "开工"}), ("建成投用甲水厂", {"phase": "建成"})),
        ("建成投用甲水厂", "建成投用"),
    ],
    rejects=["开工项目", "签约的甲水厂", "石湾康养开发"],
)
"""At the head of the first member of a list: what happened to all of them."""
_BUILDERS = pattern(
    r"(?:投资|出资|捐资|建设|承建|援建|实施|投建|兴建)的",
    matches=[
        *("企业投资建设的重点", "企业投资的重点", "企业投资援建的重点", "企业投资捐资的重点", "企业投资投建的重点"),
        *("企业投资承建的重点", "企业投资实施的重点", "企业投资出资的重点", "企业投资兴建的重点"),
    ],
    rejects=["投资", "企业的"],
)
_SAID = pattern(
    r"(?P<phase>签约|开工|动工|竣工|投产)的(?:重大|重点|主要){0,2}(?:项目|工程)(?:有|包括|为|是)",
    matches=[
        *(("此次开工的项目有甲", {"phase": "开工"}), "竣工的重大工程包括", "此次开工的主要重点项目有甲"),
        *("此次签约的项目有甲", "此次投产的项目有甲", "此次开工的项目是甲", "此次开工的项目为甲"),
        "此次动工的项目有甲",
    ],
    rejects=["开工项目有甲", "此次开工的主要主要重大项目有甲"],
)
PROGRESS = pattern(
    r"的?(?:投资完成率|(?:累计)?完成投资|完成年度投资|形成实物工作量)",
    method="match",
    matches=[
        *("投资完成率超过70%", "完成投资3亿元", "的完成投资3亿元", "累计完成投资3亿元", "形成实物工作量3亿元"),
        "完成年度投资计划的97%。",
    ],
    rejects=["总投资"],
)
_SOUGHT = pattern(
    r"(?:招引|招商引资|引进|吸引|引育|谋划|包装|储备|对接|洽谈|争取|策划|发展|布局)[^，。；]{0,4}$",
    matches=[
        *("招引", "谋划了", "策划", "洽谈", "引进", "引育", "布局", "对接", "吸引", "发展", "包装", "储备", "争取"),
        "招商引资",
    ],
    rejects=["签约", "加快推进", "招引种苗培育、"],
)
"""Before a list: kinds of projects that are sought, and no projects."""


def read_etc_projects(paragraph: Paragraph, listed: re.Match[str]) -> Named:
    """甲、乙等签约项目: by the word before 项目, else by what follows, else by what the sentence says of all."""
    folded = paragraph.folded
    if _BUILDERS.search(listed["kind"]):
        return  # 甲集团、乙集团等企业投资建设的 项目
    members = _parted(folded, read_enumeration(folded, listed.start(), split_pair=False))
    if members and (whole := _OF_SET.match(folded, *members[0])):
        members[0] = (whole.end(), members[0][1])
    begun = _BEGUN.match(folded, *members[0]) if members else None
    if begun:
        members[0] = (begun.end(), members[0][1])
    members = [without_agreement(folded, without_sum(folded, *m)) for m in members]
    names = [name for name in members if is_work_name(folded, *name)]
    if not names or (members and _is_sought(folded, members[0][0], names)):
        return
    stated = phases_in(listed["kind"])
    phase = min(stated, key=PHASES.index) if stated else phase_after(folded, listed.end())
    if phase is None and members:
        phase = phase_of_word(begun["phase"]) if begun else _phase_before(folded, members[0][0])
    if phase is None and (
        said := _SAID.search(folded, sentence_start(folded, listed.start(), _SENTENCE_WAY_BACK), listed.start())
    ):
        phase = phase_of_word(said["phase"])
    if phase is None and listed["kind"]:
        phase = _phase_of_kinds(folded, listed)
    if phase is None and PROGRESS.match(folded, listed.end()):
        phase = "under_construction"
    if phase:
        yield from ((name, phase) for name in names)


def _phase_before(folded: str, start: int) -> Phase | None:
    """The phase that the verb right before a list says: 集中签约了甲、乙等12个项目."""
    verb = _PHASE_VERB.search(folded, max(0, start - 8), start)
    return phase_of_word(verb["phase"]) if verb else None


def _phase_of_kinds(folded: str, listed: re.Match[str]) -> Phase | None:
    """The phase that the first of several parts says: 签约甲、乙等工业项目11个；丙、丁等文旅项目6个."""
    if not _COUNTED.match(folded, listed.end()):
        return None
    floor = max(folded.rfind("。", 0, listed.start()) + 1, listed.start() - _SENTENCE_WAY_BACK)
    end = folded.rfind("；", floor, listed.start())
    first = _FIRST_KIND.search(folded, floor, end) if end > 0 else None
    return phase_of_word(first["phase"]) if first else None


def _is_sought(folded: str, start: int, names: list[Extent]) -> bool:
    """Whether a list only gives kinds of projects that are sought (招引种苗培育、水果加工等项目)."""
    sought = _SOUGHT.search(folded, max(0, start - 8), start)
    return bool(sought) and not any(LISTED_END.search(folded, *name) for name in names)


def _parted(folded: str, members: list[Extent]) -> list[Extent]:
    """The two works that one builder builds, parted at 和 (甲集团捐建的 乙小学和丙公路); other lists as they are."""
    if len(members) != 1 or not _BUILDERS.search(folded, max(0, members[0][0] - 4), members[0][0]):
        return members
    start, end = members[0]
    cut = folded.rfind("和", start + 4, end - 4)
    return [(start, cut), (cut + 1, end)] if cut > 0 else members
