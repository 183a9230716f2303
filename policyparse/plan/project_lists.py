"""Projects that a list names without closing it by 项目 (项目清单).

listed ::= name ("、" name)+ "等" ("已经" | "正在" | …)? phase        甲产业园、乙总部等已经签约
| phase "的"? "项目" … ("包括" | "有" | "方面，") name ("、" name)+    在建项目方面，甲工厂、乙基地都要…
| ("新建" | "改扩建" | …) work ("、" work)*                      新建甲水厂、乙水厂，改扩建丙水厂
| "签下" work "项目"
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import COUNT
from policyparse.knowledge.lexicon import any_of, words
from policyparse.language.clauses import sentence_start
from policyparse.language.dates import find_dates
from policyparse.language.enumerations import read_enumeration
from policyparse.model.base import Extent
from policyparse.plan.phases import PHASE

LISTED_LENGTH = 200
"""Maximum length of a list of projects that is read, in characters."""

WAY_BACK_LENGTH = 200
"""Maximum distance from a list back to what says that it was built, in characters."""

_STAGES = ("一期", "二期", "三期", "四期")
_CLOSED = pattern(
    r"等(?=(?:均|都|也|已经?|现已|正在|正|将|陆续|相继|先后|顺利|全部|成功|全面|加快){0,3}(?&phase))",
    phase=PHASE,
    matches=[
        *("等也安装", "等交付", "等均储备", "等都储备", "等已冲刺", "等已经签订", "等现已储备", "等正在储备"),
        *("等正储备", "等将储备", "等陆续储备", "等相继储备", "等先后储备", "等顺利储备", "等全部储备"),
        *("等成功储备", "等全面储备", "等加快储备"),
    ],
    rejects=["等也先后也也工地"],
)
_HEAD = pattern(
    r"(?P<phase>签约|开工|动工|竣工|投产|在建|续建|建成|储备|谋划|拟建)的?(?:[0-9]{1,4}个)?"
    r"(?:重大|重点|产业链|产业|工业|标志性){0,2}(?:项目|工程)"
    rf"(?:方面[，：]|[^。；！？]{{0,30}}?(?:包括|涵盖|分别[是为]|：)|有(?![{COUNT}几多所]))",
    matches=[
        *("签约工程有", "开工工程有", "动工工程有", "竣工工程有", "投产工程有", "在建工程有", "续建工程有"),
        *("建成工程有", "储备工程有", "谋划工程有", "拟建工程有", "开工的项目有", "储备3个项目有", "投产产业工程："),
        *("储备重大工程：", "储备重点工程：", "储备产业链工程：", "储备工业工程：", "储备标志性工程："),
        *("开工项目方面，", "在建3个项目处涵盖", "在建3个项目包括", "在建3个项目分别是", "在建的工程的，分别为"),
    ],
    rejects=[
        *(f"签约项目{'长' * 31}包括", "储备个项目有", "储备33333个项目有", "拟建产业工业重大工程有", "开工项目有3"),
        *("开工项目有几", "开工项目有多", "开工项目有所"),
    ],
)
_SAID = pattern(
    r"(?P<phase>签约|开工|动工|竣工|投产)的(?:重大|重点|主要){0,2}(?:项目|工程)(?:包括|[有为是])",
    matches=[
        *("签约的工程为", "开工的工程为", "动工的工程为", "竣工的工程为", "投产的工程为", "动工的主要工程有"),
        *("动工的重大工程为", "动工的重点工程为", "动工的项目为", "动工的工程包括", "动工的工程是"),
    ],
    rejects=["动工的主要主要重点工程有"],
)
_BUILDS_IT = "(?:投资|出资|捐资|建设|承建|援建|实施|投建|兴建)的"
_BUILT = pattern(
    "(?&builds)$",
    builds=_BUILDS_IT,
    matches=["投资的", "出资的", "捐资的", "建设的", "承建的", "援建的", "实施的", "投建的", "兴建的"],
    rejects=["兴建的甲"],
)
_BUILT_BY = pattern(
    r"[^，。；]{2,40}(?&builds)(?=[^，。；、的]{4})",
    builds=_BUILDS_IT,
    method="match",
    rejects=[
        "公兴建的树木由市",
        "公园里的树木由市民认养青禾县3处A区（试行）“一”二：、年月日公园里的树木由市民认兴建的树木由市",
        *("公园兴建的树木由", "公园兴建的的的的的"),
    ],
    matches=["公园里的树实施的由市民认"],
)
"""Before a work: who builds it (甲市援建的 乙项目)."""

_LIST_END = pattern(r"[。；！？，：]|等(?=[^、]|$)", matches=["。", "等", "等公"], rejects=["等、"])
_PREDICATE = pattern(
    r"[都均要已将也]|正(?![\u4e00-\u9fff]{0,2}[路大])|预计|计划|力争|确保|有望|陆续|相继|先后|全部|争取|年内|上月|本月|日前|近日|目前|今年|明年|去年",
    matches=[
        *("也", "都", "均", "要", "已", "将", "正", "正公园里路", "预计", "计划", "力争", "确保", "有望", "陆续"),
        *("相继", "先后", "全部", "争取", "年内", "上月", "本月", "日前", "近日", "目前", "今年", "明年", "去年"),
    ],
    rejects=["正大", "正园大", "正路"],
)
_BUILDS = pattern(
    r"(?:新建|改扩建|改建|扩建|续建|新改建)了?(?=[\u4e00-\u9fff])",
    matches=[
        *("新建公", ("改扩建公", "改扩建"), "改建公", "扩建公", "续建公", ("新改建公", "新改建")),
        ("扩建了公", "扩建了"),
    ],
    rejects=["扩建"],
)
_SIGNS = pattern(
    r"(?:签下|签约落户|签约引进)了?(?=[\u4e00-\u9fff])",
    matches=["签下公", "签约落户公", "签约引进公", ("签下了公", "签下了")],
    rejects=["签下"],
)
_NUMBER = re.compile(rf"[{COUNT}]")
_BUILT_END = pattern("[，。；！？：]|等", matches=["等"], rejects=["公园"])
_DONE = pattern(
    "截至|累计|先后|相继|已(?!知)|建成|完成",
    matches=["截至", "累计", "先后", "相继", "已", "建成", "完成"],
    rejects=["已知"],
)
"""What before a verb of building says that it was done: 截至2月底，累计投资5亿元，新建甲水厂、乙水厂."""

_WORK = pattern(
    r"(?&end)$", end=lambda: any_of((*words("plans.works"), *_STAGES)), rejects=["一期甲"], matches=["医院"]
)
LISTED = pattern(
    r"(?&end)(?:[\u4e00-\u9fff]{1,4}段)?$",
    end=lambda: any_of((*words("plans.works"), *words("plans.listed_works"), *_STAGES)),
    matches=["库木段", "城"],
    rejects=["库段", "库木由市民认段"],
)
_PROJECT_BREAK = pattern(
    "项目(?:[、和及与]|以及)", matches=["项目、", "项目和", "项目及", "项目与", "项目以及"], rejects=["公园"]
)
IsName = Callable[[str, int, int], bool]


def find_listed(folded: str, is_name: IsName) -> Iterator[tuple[list[Extent], int | None, str | None]]:
    """Find lists of projects, each as its names, where what happens to them is said, and the phase already known.

    Args:
        folded: The paragraph, width-folded.
        is_name: Whether a stretch names a work, and not works in general.
    """
    for closed in _CLOSED.finditer(folded):
        names = read_enumeration(folded, closed.start(), split_pair=False)
        if _are_works(folded, names, is_name):
            yield names, closed.end(), None
    for head in _HEAD.finditer(folded):
        names, end = _forwards(folded, head.end())
        if _are_works(folded, names, is_name):
            yield names, end, head["phase"]
    yield from _built(folded, is_name)
    for signs in _SIGNS.finditer(folded):
        work = _work_at(folded, signs.end(), is_name)
        if work:
            yield [work], None, "签约"
        elif signed := _projects_at(folded, signs.end(), is_name):
            yield signed, None, "签约"


def _are_works(folded: str, names: list[Extent], is_name: IsName) -> bool:
    """Whether two names or more are works, one of them by its last word."""
    return (
        len(names) >= 2
        and all(is_name(folded, *name) for name in names)
        and any(LISTED.search(folded, *name) for name in names)
    )


def _forwards(folded: str, start: int) -> tuple[list[Extent], int]:
    """The members of the list that begins at `start`, the last one without the predicate, and where they end."""
    limit = min(len(folded), start + LISTED_LENGTH)
    stop = _LIST_END.search(folded, start, limit)
    end = stop.start() if stop else limit
    names = [(start + m.start(), start + m.end()) for m in re.finditer("[^、]+", folded[start:end])]
    if len(names) < 2:
        return [], end
    first, last = names[-1]
    cuts = [m.start() for m in [_PREDICATE.search(folded, first + 4, last)] if m]
    cuts += [first + m.start for m in find_dates(folded[first:last], None) if m.start >= 4]
    names[-1] = (first, min(cuts, default=last))
    return [_without_builder(folded, name) for name in names], names[-1][1]


def parted(folded: str, members: list[Extent]) -> list[Extent]:
    """The two works that one builder builds, parted at 和 (由甲集团捐资建设的 乙小学和丙公路); other lists as they are.

    Args:
        folded: The paragraph, width-folded.
        members: What the list names.
    """
    if len(members) != 1 or not _BUILT.search(folded, max(0, members[0][0] - 4), members[0][0]):
        return members
    start, end = members[0]
    cut = folded.rfind("和", start + 4, end - 4)
    return [(start, cut), (cut + 1, end)] if cut > 0 else members


def stage_said(folded: str, end: int) -> str | None:
    """The stage that a sentence gives to all works that it names: 此次开工的项目有甲厂等，以及乙小学等基础设施项目.

    Args:
        folded: The paragraph, width-folded.
        end: Where the last of their names ends.
    """
    floor = max(0, end - 2 * LISTED_LENGTH)
    floor = sentence_start(folded, end, floor)
    said = _SAID.search(folded, floor, end)
    return said["phase"] if said else None


def _without_builder(folded: str, name: Extent) -> Extent:
    built = _BUILT_BY.match(folded, *name)
    return (built.end(), name[1]) if built else name


def _built(folded: str, is_name: IsName) -> Iterator[tuple[list[Extent], int | None, str | None]]:
    """Works after a verb of building: lists of them, and single ones beside a list of the same kind."""
    listed: list[tuple[int, str]] = []
    singles: list[tuple[Extent, str, str]] = []
    for builds in _BUILDS.finditer(folded):
        start = builds.end()
        floor = max(0, start - WAY_BACK_LENGTH)
        stop = _BUILT_END.search(folded, start, start + LISTED_LENGTH)
        end = stop.start() if stop else min(len(folded), start + LISTED_LENGTH)
        names = [(start + m.start(), start + m.end()) for m in re.finditer("[^、]+", folded[start:end])]
        kinds = [m[0] for name in names if (m := _WORK.search(folded, *name))]
        if not names or len(kinds) < len(names) or not all(is_name(folded, *name) for name in names):
            continue
        sentence = sentence_start(folded, start, floor)
        stated = "建成" if _DONE.search(folded, sentence, start) else "新建"
        if len(names) >= 2:
            listed.append((sentence, kinds[0]))
            yield names, None, stated
        else:
            singles.append((names[0], f"{sentence} {kinds[0]}", stated))
    beside = {f"{sentence} {kind}" for sentence, kind in listed}
    for name, key, stated in singles:
        if key in beside:
            yield [name], None, stated


def _work_at(folded: str, start: int, is_name: IsName) -> Extent | None:
    """The work with 项目 that begins at `start`: 深海装备总装基地项目."""
    end = folded.find("项目", start, start + 32)
    stop = _LIST_END.search(folded, start, end) if end >= 0 else None
    if end < 0 or stop or _NUMBER.match(folded, start) or not LISTED.search(folded, start, end):
        return None
    return (start, end) if is_name(folded, start, end) else None


def _projects_at(folded: str, start: int, is_name: IsName) -> list[Extent]:
    """The projects that a clause names one by one: 签下甲电池回收项目和乙叶片项目."""
    stop = _LIST_END.search(folded, start, start + LISTED_LENGTH)
    end = stop.start() if stop else min(len(folded), start + LISTED_LENGTH)
    edges = [start, *(m.end() for m in _PROJECT_BREAK.finditer(folded[start:end])), end - start]
    edges[1:-1] = [start + edge for edge in edges[1:-1]]
    edges[-1] = end
    names = [(a, folded.rfind("项目", a, b) + 2) for a, b in pairwise(edges)]
    whole = names[-1][1] == end and all(b > a and is_name(folded, a, b) for a, b in names)
    return names if whole and not _NUMBER.match(folded, start) else []
