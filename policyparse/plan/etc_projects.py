"""Lists before 等…项目 (等字清单): 甲、乙等签约项目; 集中开工甲、乙等11个项目.

listed ::= set? verb? name ("、" name)* "等" number? kind? "项目"
phase  ::= a word of kind | what follows | the verb before | what the sentence says of all
"""

import re
from collections.abc import Iterator

from policyparse.knowledge.pattern import pattern
from policyparse.language.enumerations import read_enumeration
from policyparse.model.base import Extent
from policyparse.plan.names_before import after_visitor
from policyparse.plan.naming import Paragraph
from policyparse.plan.phases import PHASES, Phase, phase_of_word, phases_in
from policyparse.plan.project_lists import phase_after, sentence_start
from policyparse.plan.work_names import LISTED_END, is_work_name, without_agreement, without_sum

Named = Iterator[tuple[Extent, Phase]]

_SENTENCE_WAY_BACK = 400
ETC_PROJECTS = pattern(
    r"等(?!领域|方面|行业)(?P<kind>[^，。；、：等]{0,12}?)(?:项目|工程|设施)(?!化|部|制|库|组|建设单位)",
    matches=[
        *(("甲、乙等签约项目加快", {"kind": "签约"}), ("甲等项目", {"kind": ""}), "等15个项目", "甲等工程"),
        *(("等15个等项目", "等项目"), ("青溪治理等基础设施项目。", "等基础设施")),
    ],
    rejects=[
        *(
            "等项目化",
            "等企业",
            "等，项目",
            "公路、电力等领域重大项目",
            "环保等方面项目",
            "化工等行业项目",
            "甲等项目部",
            "甲等项目组",
            "甲等项目库",
            "甲等项目制",
        ),
        *("甲等项目建设单位", "等总投资超过一百亿元的先进制造业项目"),
    ],
)
_OF_SET = pattern(
    r"[^，。；、]{0,14}?(?:项目|工程)(?:中的?|之中)(?!心)",
    method="match",
    matches=[
        *(("重点工程中东海大道", "重点工程中"), ("重点项目中的青禾水厂", "重点项目中的")),
        ("工程之中青禾水厂", "工程之中"),
    ],
    rejects=["工程中心", "东海大道", "全市今年集中开工的一百二十个重点工程中东海大道"],
)
"""Before the first member of a list: the set of which all are."""
_COUNTED = pattern(
    r"[0-9]{1,3}个",
    method="match",
    matches=["11个，"],
    rejects=["，11个", "个个过硬", "1200个，"],
)
_OF_SET_BEFORE = pattern(
    r"(?:新)?(?P<phase>签约|开工|动工|竣工|投产|在建|续建)的?(?:重[大点]|产业|工业|亿元以上){0,2}(?:项目|工程)(?:共|达)?[0-9]{1,4}个[^。；]{0,24}，其中(?:包括)?$",
    matches=[
        *(("新开工项目36个，其中", {"phase": "开工"}), ("签约项目共21个，总投资9亿元，其中包括", {"phase": "签约"})),
        *(("新开工项目36个，其中", "新开工项目36个，其中"), "新动工项目36个，其中", "新竣工项目36个，其中"),
        *("新投产项目36个，其中", "新在建项目36个，其中", "新续建项目36个，其中", "新开工的项目36个，其中"),
        *("新开工产业项目36个，其中", "新投产重大工程3个，其中", "投产重点工程共3个，总投资9亿元，其中"),
        *("竣工工业项目33个，其中", "竣工亿元以上项目33个，其中", "签约项目达21个，总投资9亿元，其中包括"),
    ],
    rejects=[
        *("开工项目，其中", "开工率36个，其中", "新开工工业重大产业项目36个，其中", "新开工项目个，其中"),
        "新开工项目12000个，其中",
        "新开工项目36个，涵盖先进制造、现代农业、文化旅游、城乡建设和社会民生等领域，其中",
        "新开工项目36个，其中甲",
    ],
)
"""Before a list: the set that its members are of."""
_PHASE_VERB = pattern(
    r"(?<![未拟待])(?P<phase>签约|签下|落户|开工|动工|竣工|投产|建成)(?:了|落户|落地|引进)?$",
    matches=[
        *(("会上集中签约了", {"phase": "签约"}), ("全县开工", {"phase": "开工"}), ("已签约落户", {"phase": "签约"})),
        *("陆续签约落地", "先后签约引进", "现场签下", "近日落户", "昨日动工", "年内竣工", "全面投产", "去年建成"),
    ],
    rejects=["未开工", "年内拟开工", "目前待签约", "签约，"],
)
_BEGUN = pattern(
    r"(?:(?&plan.beside_begun)){0,4}(?P<phase>签约|签下|开工|动工|竣工|投产|建成)(?:建设|投产|投用)?了?"
    r"(?=[^，。；、的]{3})(?!项目|率|仪式|活动)",
    method="match",
    matches=[
        *(("本次集中开工石湾康养开发", {"phase": "开工"}), ("建成投用甲水厂", {"phase": "建成"})),
        *(("建成投用甲水厂", "建成投用"), ("建成投用了甲水厂", "建成投用了"), ("开工建设环湖隧道", "开工建设")),
        *(("建成投产青禾硅片产线", "建成投产"), "此次签约青禾算力中心", "现场签下云岭电池工厂", "当日动工环湖隧道"),
        *("全市竣工城东水厂", "已投产宏远硅片产线"),
    ],
    rejects=[
        *("签约的甲水厂", "石湾康养开发", "集中开工时间，", "开工最早的甲水厂", "开工项目情况如下", "开工率达到90%"),
        *("开工仪式举行", "签约活动举行"),
    ],
)
"""At the head of the first member of a list: what happened to all of them."""
_BUILDERS = pattern(r"(?&plan.builds_for)的", matches=["企业投资建设的重点"], rejects=["投资", "企业的"])
_SAID = pattern(
    r"(?P<phase>签约|开工|动工|竣工|投产)的(?:重大|重点|主要)?(?:项目|工程)(?:有|包括|为|是)",
    matches=[
        *(("此次开工的项目有甲", {"phase": "开工"}), "竣工的重大工程包括", "此次开工的重点项目有甲"),
        *("此次签约的项目有甲", "此次投产的主要项目有甲", "此次开工的项目是甲", "此次开工的项目为甲"),
        "此次动工的项目有甲",
    ],
    rejects=["开工项目有甲"],
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
    before, members = _phase_before(folded, members)
    if members:
        members[0] = (after_visitor(folded, *members[0]), members[0][1])
    members = [without_agreement(folded, without_sum(folded, *m)) for m in members]
    names = [name for name in members if is_work_name(folded, *name)]
    if not names or (members and _is_sought(folded, members[0][0], names)):
        return
    stated = phases_in(listed["kind"])
    phase = min(stated, key=PHASES.index) if stated else phase_after(folded, listed.end())
    phase = phase or before
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


def _phase_before(folded: str, members: list[Extent]) -> tuple[Phase | None, list[Extent]]:
    """The phase that the verb of a list says (集中签约了甲、乙等12个项目), and the list without the verb."""
    if not members:
        return None, members
    start, end = members[0]
    if begun := _BEGUN.match(folded, start, end):
        return phase_of_word(begun["phase"]), [(begun.end(), end), *members[1:]]
    verb = _PHASE_VERB.search(folded, max(0, start - 8), start) or _OF_SET_BEFORE.search(
        folded, max(0, start - 60), start
    )
    return (phase_of_word(verb["phase"]) if verb else None), members


def _phase_of_kinds(folded: str, listed: re.Match[str]) -> Phase | None:
    """The phase that the first of several parts says: 签约甲、乙等工业项目11个；丙、丁等文旅项目6个."""
    floor = max(folded.rfind("。", 0, listed.start()) + 1, listed.start() - _SENTENCE_WAY_BACK)
    end = folded.rfind("；", floor, listed.start())
    if end < 0 or not _COUNTED.match(folded, listed.end()):
        return None
    for first in ETC_PROJECTS.finditer(folded, floor, end):
        if _COUNTED.match(folded, first.end()):
            return _phase_before(folded, read_enumeration(folded, first.start(), split_pair=False))[0]
    return None


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
