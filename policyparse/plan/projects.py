"""Projects and how far they are (项目与阶段).

    projects ::= enumeration "等" phase? "项目" … phase?      甲、乙、丙等签约项目加快前期进程
               | kind "工程——" name                            国家重大水利工程——某某水资源配置工程
               | name phase                                    某某铁路全线通车
    phase    ::= 谋划 planned | 签约 signed | 开工 在建 under_construction | 竣工 投产 通车 completed

What is expected (预计2026年底建成) is still under construction.
"""

import re
from collections.abc import Iterator

from policyparse.figures.clauses import Clauses
from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.language.dates import find_dates
from policyparse.language.enumerations import name_start, read_enumeration
from policyparse.model.base import Draft, Extent
from policyparse.page.layout import Block
from policyparse.plan.occasions import find_begun, is_described
from policyparse.plan.phases import EXPECTED, PHASE, PHASES, PROGRESS, find_phase, is_close, phase_of
from policyparse.plan.project_lists import find_listed, parted, stage_said
from policyparse.plan.works import WORK, WORK_LENGTH, after_sum, first_work, is_name, is_part

WAY_LENGTH = 22
"""Maximum distance from a work to what happens to it, in characters."""

APPOSITION_LENGTH = 400
"""Maximum distance from a work in apposition to what happens to it, in characters."""

_ETC_PROJECTS = pattern(
    r"等(?P<kind>[^，。；、：等]{0,12}?)(?:项目|工程|设施)(?!化|部|制|库|组|建设单位)",
    matches=["等公工程", "等工程", ("等等工程", "等工程"), "等项目", "等设施"],
    rejects=[
        *("等公园里的树木由市民认养青禾工程", "等工程制", "等工程化", "等工程部", "等工程库", "等工程组"),
        "等工程建设单位",
    ],
)
_APPOSITION = pattern(
    rf"(?:工程|项目|通道|枢纽)——(?=[{HAN}])",
    matches=["工程——公", "项目——公", "通道——公", "枢纽——公"],
    rejects=["工程——"],
)
_STATED = pattern(
    rf"(?P<phase>签约|开工|在建|竣工|投产)的(?=[{HAN}])",
    matches=["签约的公", "开工的公", "在建的公", "竣工的公", "投产的公"],
    rejects=["在建的"],
)
_BOUNDARY = pattern(
    r"[，。；：！？、——“”\n]|的|位于|正在|作为|随着",
    matches=["\n", "的", "位于", "正在", "作为", "随着"],
    rejects=["公园"],
)
_PART_END = re.compile("[。；！？]")
_SITE = pattern(
    r"(?:建设|施工|项目|工程)?(?:现场|工地)",
    method="match",
    matches=["工程工地", "工地", "建设工地", "施工工地", "项目工地", "现场"],
    rejects=["公园"],
)
_BUILDERS = pattern(
    "(?:投资|出资|捐资|建设|承建|援建|实施|投建|兴建)的",
    matches=["投资的", "出资的", "捐资的", "建设的", "承建的", "援建的", "实施的", "投建的", "兴建的"],
    rejects=["公园"],
)
_OF_OFFICE = pattern(
    r"(?:建设|项目|工程|施工){0,2}(?:指挥部|公司|集团|管理[局处中委]|建管[局处]|办公室|领导小组|局(?![部面限])|监理)",
    method="match",
    matches=[
        *("工程局", "局", "建设局", "项目局", "施工局", "指挥部", "公司", "集团", "管理中", "管理局", "管理处"),
        *("管理委", "建管处", "建管局", "办公室", "领导小组", "监理"),
    ],
    rejects=["工程工程项目局", "局部", "局面", "局限"],
)
_SET_GOING = pattern(
    "(?:启动|实施|推进)的|投资完成率|未开工",
    matches=["启动的", "实施的", "推进的", "投资完成率", "未开工"],
    rejects=["公园"],
)


def parse_projects(block: Block, occasion: str | None = None, *, planned: bool = False) -> Iterator[Draft]:
    """Find the named projects of a paragraph (drafts of `Project`), in order, each name once.

    Args:
        block: The paragraph.
        occasion: The phase that the title gives to the projects that the text describes, or None.
        planned: Whether the paragraph sets out what is to be done.
    """
    folded = block.folded
    if not occasion and not PHASE.search(folded) and not _SET_GOING.search(folded):
        return
    found = _of_lists(folded)
    for extent, begun in find_begun(folded, is_name, planned=planned):
        found.setdefault(extent, begun)
    clauses = Clauses(folded)
    for apposition in _APPOSITION.finditer(folded):
        work = first_work(folded, apposition.end())
        if work:
            found.setdefault(work, find_phase(folded, work[1], work[1] + APPOSITION_LENGTH) or "under_construction")
    for stated in _STATED.finditer(folded):
        work = first_work(folded, stated.end())
        if work:
            found.setdefault(work, phase_of()[stated["phase"]])
    for match in WORK.finditer(folded):
        named = _named(folded, match, clauses, occasion)
        if named is None:
            continue
        (begin, stop), phase = named
        across = [e for e in found if begin < e[1] and e[0] < stop]
        if any(begin == start and is_part(folded[end:stop]) for start, end in across):
            continue  # the main part, a unit, a bridge of a work that is already named
        if all(begin <= start and end <= stop for start, end in across):
            for extent in across:
                del found[extent]
            found[begin, stop] = phase
            found.update(dict.fromkeys(_beside(folded, begin), phase))
    seen: set[str] = set()
    for (start, end), phase in sorted(found.items()):
        name = block.text[start:end]
        if name not in seen:
            seen.add(name)
            yield {"name": name, "phase": phase, "span": (block.start + start, block.start + end)}


def _of_lists(folded: str) -> dict[Extent, str]:
    """The projects that lists name, with their phases."""
    found: dict[Extent, str] = {}
    for listed in _ETC_PROJECTS.finditer(folded):
        phase = _phase_of_list(folded, listed)
        if _BUILDERS.search(listed["kind"]):
            continue  # 甲集团、乙集团等企业投资建设的 项目
        members = parted(folded, read_enumeration(folded, listed.start(), split_pair=False))
        names = [n for n in (after_sum(folded, *m) for m in members) if is_name(folded, *n)]
        if phase is None and (said := stage_said(folded, listed.start())):
            phase = phase_of()[said]
        if phase is None and PROGRESS.match(folded, listed.end()):
            phase = "under_construction"
        if phase and names:
            found.update(dict.fromkeys(names, phase))
    for names, after, stated in find_listed(folded, is_name):
        phase = phase_of().get(stated or "")
        if phase is None and after is not None:
            stop = _PART_END.search(folded, after, after + WAY_LENGTH)
            phase = find_phase(folded, after, stop.start() if stop else after + WAY_LENGTH)
        if phase:
            for name in names:
                found.setdefault(name, phase)
    return found


def _beside(folded: str, begin: int) -> Iterator[Extent]:
    """The works named before 、 in one list with a work: 甲高铁、乙高铁正在加紧施工."""
    while folded[begin - 1 : begin] == "、":
        end = begin - 1
        floor = max(0, end - WORK_LENGTH)
        boundaries = [m.end() for m in _BOUNDARY.finditer(folded, floor, end)]
        begin = name_start(folded, boundaries[-1] if boundaries else floor, end, shortest=4)
        ends = any(m.end() == end for m in WORK.finditer(folded, begin, end))
        if not ends or not is_name(folded, begin, end):
            return
        yield begin, end


def _phase_of_list(folded: str, listed: re.Match[str]) -> str | None:
    """By the word before 项目, else by what follows in the sentence."""
    stated = {phase_of()[word] for word in PHASE.findall(listed["kind"])}
    if stated:
        return min(stated, key=PHASES.index)
    end = listed.end()
    stop = _PART_END.search(folded, end, end + 30)
    limit = stop.start() if stop else end + 30
    return find_phase(folded, end, limit)


def _named(folded: str, work: re.Match[str], clauses: Clauses, occasion: str | None) -> tuple[Extent, str] | None:
    """A work with a name of its own right before what happens to it."""
    end = work.end()
    site = _SITE.match(folded, end)
    of_section = not site and folded.endswith(("段）", "段"), 0, end)
    described = occasion is not None and is_described(folded, end)
    stated_after = described or PHASE.search(folded, end, end + WAY_LENGTH)
    if _OF_OFFICE.match(folded, end) or not (site or of_section or stated_after):
        return None
    clause = clauses.at(work.start())
    limit = min(clause.end, end + WAY_LENGTH)
    phase = "under_construction" if site else None
    if described:
        phase = occasion
    if of_section:
        phase = find_phase(folded, end, clause.sentence[1])
    if phase is None:
        if WORK.match(folded, end):
            return None
        phase = find_phase(folded, end, limit)
        if phase is None:
            return None
        if phase == "completed" and EXPECTED.search(folded, max(clause.start, work.start() - 24), work.start()):
            phase = "under_construction"
        stated = PHASE.search(folded, end, limit)
        if stated is None or not is_close(folded, end, stated.start()):
            return None
    floor = max(clause.start, end - WORK_LENGTH)
    boundaries = [m.end() for m in _BOUNDARY.finditer(folded, floor, work.start())]
    start = boundaries[-1] if boundaries else floor
    if folded[start - 1 : start] == "”" and (quote := folded.rfind("“", floor, start)) >= 0:
        start = quote
    for mention in find_dates(folded[start:end], None):
        start += mention.end if mention.start <= 2 else 0
        break
    start = name_start(folded, start, end, shortest=4)
    if folded[start - 1 : start] == "“" and "”" in folded[start:end]:
        start -= 1
    inner = folded.rfind("工程", start, end - 3)
    start = inner + 2 if inner >= 0 else start
    return ((start, end), phase) if is_name(folded, start, end) else None
