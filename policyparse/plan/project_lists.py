"""Projects that a list names without closing it by 项目 (项目清单).

listed ::= name ("、" name)+ "等" ("已经" | "正在" | …)? phase        甲产业园、乙总部等已经签约
| phase "的"? "项目" … ("包括" | "有" | "方面，") name ("、" name)+    在建项目方面，甲工厂、乙基地都要…
| ("新建" | "改扩建" | …) work ("、" work)*                      新建甲水厂、乙水厂，改扩建丙水厂
| "签下" work "项目"
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from policyparse.figures.lexicon import alternation, words
from policyparse.knowledge.words import any_of
from policyparse.language.clauses import sentence_start
from policyparse.language.dates import find_dates
from policyparse.language.enumerations import read_enumeration
from policyparse.model.base import Extent

LONGEST_LISTED = 200
"""A list of projects is read no further."""
LONGEST_WAY_BACK = 200
"""What says that a list was built stands no further before it."""
_STAGES = ("一期", "二期", "三期", "四期")
_SECTION = "(?:[\u4e00-\u9fff]{1,4}段)?"
_CLOSED = r"等(?=(?:均|都|也|已经?|现已|正在|正|将|陆续|相继|先后|顺利|全部|成功|全面|加快|加紧){0,3}"
_HEAD = (
    r"(?P<phase>签约|开工|动工|竣工|投产|在建|续建|建成|储备|谋划|拟建)的?(?:\d{1,4}个)?"
    r"(?:重大|重点|产业链|产业|工业|标志性){0,2}(?:项目|工程)"
    r"(?:方面[，：]|[^。；！？]{0,30}?(?:，?(?:主要)?(?:包括|涵盖|分别是|分别为)|：)|有(?![0-9一二两三四五六七八九十几多所]))"
)
_SAID = re.compile(r"(?P<phase>签约|开工|动工|竣工|投产)的(?:重大|重点|主要){0,2}(?:项目|工程)(?:有|包括|为|是)")
_BUILDS_IT = "(?:投资|出资|捐资|建设|承建|援建|实施|投建|兴建)的"
_BUILT = re.compile(_BUILDS_IT + "$")
_BUILT_BY = re.compile(rf"[^，。；]{{2,40}}{_BUILDS_IT}(?=[^，。；、的]{{4}})")
"""Before a work: who builds it (甲市援建的 乙项目)."""
_LIST_END = re.compile(r"[。；！？，：]|等(?=[^、]|$)")
_PREDICATE = re.compile(
    r"(?:都|均|要|已|将|正(?![\u4e00-\u9fff]{0,2}[路大])|也|预计|计划|力争|确保|有望|陆续|相继|先后|全部|争取|年内|上月|本月|日前|近日|目前|今年|明年|去年)"
)
_BUILDS = r"(?:新建|改扩建|改建|扩建|续建|新改建)了?(?=[\u4e00-\u9fff])"
_SIGNS = r"(?:签下|签约落户|签约引进)(?:了)?(?=[\u4e00-\u9fff])"
_NUMBER = re.compile(r"[0-9一二两三四五六七八九十百千]")
_BUILT_END = re.compile("[，。；！？：]|等")
_DONE = re.compile("截至|累计|先后|相继|已(?!知)|建成|完成")
"""What before a verb of building says that it was done: 截至2月底，累计投资5亿元，新建甲水厂、乙水厂."""
IsName = Callable[[str, int, int], bool]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    phase = alternation("phase_signed", "phase_under_construction", "phase_completed", "phase_planned")
    work = any_of((*words("works"), *_STAGES))
    return {
        "closed": re.compile(f"{_CLOSED}{phase})"),
        "head": re.compile(_HEAD),
        "builds": re.compile(_BUILDS),
        "signs": re.compile(_SIGNS),
        "work": re.compile(work + "$"),
        "listed": re.compile(any_of((*words("works"), *words("listed_works"), *_STAGES)) + _SECTION + "$"),
    }


def find_listed(folded: str, is_name: IsName) -> Iterator[tuple[list[Extent], int | None, str | None]]:
    """Find lists of projects, each as its names, where what happens to them is said, and the phase already known.

    Args:
        folded: The paragraph, width-folded.
        is_name: Whether a stretch names a work, and not works in general.
    """
    pattern = _patterns()
    for closed in pattern["closed"].finditer(folded):
        names = read_enumeration(folded, closed.start(), split_pair=False)
        if _are_works(folded, names, is_name):
            yield names, closed.end(), None
    for head in pattern["head"].finditer(folded):
        names, end = _forwards(folded, head.end())
        if _are_works(folded, names, is_name):
            yield names, end, head["phase"]
    yield from _built(folded, is_name)
    for signs in pattern["signs"].finditer(folded):
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
        and any(_patterns()["listed"].search(folded, *name) for name in names)
    )


def _forwards(folded: str, start: int) -> tuple[list[Extent], int]:
    """The members of the list that begins at `start`, the last one without the predicate, and where they end."""
    limit = min(len(folded), start + LONGEST_LISTED)
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
    floor = max(0, end - 2 * LONGEST_LISTED)
    floor = sentence_start(folded, end, floor)
    said = _SAID.search(folded, floor, end)
    return said["phase"] if said else None


def _without_builder(folded: str, name: Extent) -> Extent:
    built = _BUILT_BY.match(folded, *name)
    return (built.end(), name[1]) if built else name


def _built(folded: str, is_name: IsName) -> Iterator[tuple[list[Extent], int | None, str | None]]:
    """Works after a verb of building: lists of them, and single ones beside a list of the same kind."""
    pattern = _patterns()
    listed: list[tuple[int, str]] = []
    singles: list[tuple[Extent, str, str]] = []
    for builds in pattern["builds"].finditer(folded):
        start = builds.end()
        floor = max(0, start - LONGEST_WAY_BACK)
        stop = _BUILT_END.search(folded, start, start + LONGEST_LISTED)
        end = stop.start() if stop else min(len(folded), start + LONGEST_LISTED)
        names = [(start + m.start(), start + m.end()) for m in re.finditer("[^、]+", folded[start:end])]
        kinds = [m[0] for name in names if (m := pattern["work"].search(folded, *name))]
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
    if end < 0 or stop or _NUMBER.match(folded, start) or not _patterns()["listed"].search(folded, start, end):
        return None
    return (start, end) if is_name(folded, start, end) else None


def _projects_at(folded: str, start: int, is_name: IsName) -> list[Extent]:
    """The projects that a clause names one by one: 签下甲电池回收项目和乙叶片项目."""
    stop = _LIST_END.search(folded, start, start + LONGEST_LISTED)
    end = stop.start() if stop else min(len(folded), start + LONGEST_LISTED)
    edges = [start, *(m.end() for m in re.finditer("项目(?:[、和及与]|以及)", folded[start:end])), end - start]
    edges[1:-1] = [start + edge for edge in edges[1:-1]]
    edges[-1] = end
    names = [(a, folded.rfind("项目", a, b) + 2) for a, b in pairwise(edges)]
    whole = names[-1][1] == end and all(b > a and is_name(folded, a, b) for a, b in names)
    return names if whole and not _NUMBER.match(folded, start) else []
