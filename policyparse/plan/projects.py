"""Projects and how far they are (项目与阶段).

    projects ::= enumeration "等" phase? "项目" … phase?      甲、乙、丙等签约项目加快前期进程
               | kind "工程——" name                            国家重大水利工程——某某水资源配置工程
               | name phase                                    某某铁路全线通车
    phase    ::= 谋划 planned | 签约 signed | 开工 在建 under_construction | 竣工 投产 通车 completed

What is expected (预计2026年底建成) is still under construction.
"""

import re
from collections.abc import Iterator
from functools import cache

from policyparse.figures.clauses import Clauses
from policyparse.figures.lexicon import alternation, words
from policyparse.knowledge.words import any_of
from policyparse.language.dates import find_dates
from policyparse.language.enumerations import after_governing, name_start, read_enumeration
from policyparse.language.masks import MASK
from policyparse.model.base import Draft, Extent
from policyparse.page.layout import Block
from policyparse.plan.occasions import find_begun, is_described
from policyparse.plan.project_lists import find_listed, parted, stage_said

LONGEST_WORK = 28
LONGEST_WAY = 22
"""What happens to a work stands no further after it."""
LONGEST_APPOSITION = 400
"""What happens to a work that stands in apposition is said no further on."""
_ETC_PROJECTS = re.compile(r"等(?P<kind>[^，。；、：等]{0,12}?)(?:项目|工程|设施)(?!化|部|制|库|组|建设单位)")
_APPOSITION = re.compile(r"(?:工程|项目|通道|枢纽)——(?=[\u4e00-\u9fff])")
_STATED = re.compile(r"(?P<phase>签约|开工|在建|竣工|投产)的(?=[\u4e00-\u9fff])")
_PART = r"（[^（）]{1,10}）"
_BOUNDARY = re.compile(r"[，。；：！？、——“”\n]|的|位于|正在|作为|随着")
_CLAUSE_END = re.compile("[，。；：！？]")
_PART_END = re.compile("[。；！？]")
_SITE = re.compile(r"(?:建设|施工|项目|工程)?(?:现场|工地)")
_CAPACITY = r"(?:[0-9][0-9.×]{0,8}[百千万亿]{0,2}(?:吨|千瓦|兆瓦|立方米|件|套|台|辆))"
_BODY = re.compile(r"(?:集团|公司|企业|委员会|(?<![乐览展餐大客舞])厅|[局委署办]|(?<!总)部)$")
"""What builds or manages works, and is none."""
_BUILDERS = re.compile("(?:投资|出资|捐资|建设|承建|援建|实施|投建|兴建)的")
_OPENING_OF = re.compile(r"的(?=(?:全线|正式|顺利|如期){0,2}(?:建成|竣工|投产|投用|投运|通车|开通|启用|并网))")
"""Between a work and the noun of what happened to it: 甲铁路的开通运营."""
_NO_NAME = re.compile(
    r"[在或被须的了等]|出席|情况|(?:合作|联合|携手)共建|仪式|并(?!网)|最新|[新该]款|有[0-9]|其(?=[他余中它])|^其|未(?!来)|应(?![急用城县])|进行|举行|举办|召开|需要|有关|主管|申请|不得|以及|元以上|^（|^(?!"
    rf"{_CAPACITY}[\u4e00-\u9fff]{{2}}"
    r")\d|^“[^”]*”(?:工程|项目)$"
)
_SOME = "[一二两三四五六七八九十百千万余多数几0-9]{1,6}[个项条座处期批大所家]"
_SUM = re.compile(r"[^，。；、的]{0,8}?[0-9][0-9.]{0,8}[万亿]{0,2}元(?:以上)?的(?=[^，。；、]{4})")
_LINE = re.compile(
    r"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕秦甘陇青宁新港澳台中老越缅泰俄哈巴欧印尼匈塞]{2,4}"
    r"(?:铁路|高铁|高速铁路|城际铁路|高速公路|高速|公路|运河|大通道|通道|特高压工程|直流工程)"
)
"""A line named by the places that it joins, in their short forms: 中老铁路, 京沪高铁."""
_OF_OFFICE = re.compile(
    r"(?:建设|项目|工程|施工){0,2}(?:指挥部|公司|集团|管理[局处中委]|建管[局处]|办公室|领导小组|局(?![部面限])|监理)"
)
_AFTERWARDS = re.compile("(?:以|之)?后")
_ONTO = re.compile(
    "(?:扩建|改建|改扩建|迁建|扩容|提升|改造|续建|整治|加固|除险加固|配套|建设|升级|治理){1,3}(?:工程|项目)"
)
_SET_GOING = re.compile("(?:启动|实施|推进)的|投资完成率|未开工")
_PROGRESS = re.compile("的?(?:投资完成率|(?:累计)?完成投资|完成年度投资|形成实物工作量)")
_OF_DATE = re.compile(r"20\d\d年(?:度|第?[一二三四]季度|[上下]半年|\d{1,2}月份?)?|第?[一二三四]季度|[上下]半年")
_OF_PLACE = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:省|市|县|区|州|旗)")
_PHASES = ("completed", "signed", "planned", "under_construction")
_SECTION = r"[\u4e00-\u9fff]{1,6}[至到][\u4e00-\u9fff]{1,6}段|[\u4e00-\u9fff]{1,4}段(?!时|落|子)|[一二三]期"
_BETWEEN = 14
"""Between a work and what happens to it stand at most so many characters, dates and 预计 not counted."""
_FOREIGN = re.compile(r"[的对把与和为是在、：“”及]|进行|提供|情况|工作|企业|产业|资金|等|方面|管理|单位|规划")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    stages = [f"{n}期" for n in "一二三四"]
    ends = any_of((*words("works"), *stages), dict.fromkeys(stages, "(?!工程|项目)"))
    return {
        "work": re.compile(rf"{ends}(?:{_PART}|{_SECTION})?"),
        "particular": re.compile(any_of(w for w in words("works") if w not in ("工程", "项目")) + "项目$"),
        "generic": re.compile(alternation("generic_works", "works") + rf"|[0-9]{{1,3}}[台号]|{_SOME}"),
        "object": re.compile(
            alternation("object_verb") + "(?:了|好)?" + alternation("generic_works") + "{0,4}(?:项目|工程)$"
        ),
        "phase": re.compile(alternation(*(f"phase_{phase}" for phase in _PHASES))),
        "expected": re.compile(alternation("expected")),
    }


@cache
def _phase_of() -> dict[str, str]:
    return {word: phase for phase in _PHASES for word in words(f"phase_{phase}")}


def parse_projects(block: Block, occasion: str | None = None, *, planned: bool = False) -> Iterator[Draft]:
    """Find the named projects of a paragraph (drafts of `Project`), in order, each name once.

    Args:
        block: The paragraph.
        occasion: The phase that the title gives to the projects that the text describes, or None.
        planned: Whether the paragraph sets out what is to be done.
    """
    folded = block.folded
    if not occasion and not _patterns()["phase"].search(folded) and not _SET_GOING.search(folded):
        return
    found = _of_lists(folded)
    for extent, begun in find_begun(folded, _is_name, planned=planned):
        found.setdefault(extent, begun)
    clauses = Clauses(folded)
    for apposition in _APPOSITION.finditer(folded):
        work = _first_work(folded, apposition.end())
        if work:
            found.setdefault(work, _phase(folded, work[1], work[1] + LONGEST_APPOSITION) or "under_construction")
    for stated in _STATED.finditer(folded):
        work = _first_work(folded, stated.end())
        if work:
            found.setdefault(work, _phase_of()[stated["phase"]])
    for match in _patterns()["work"].finditer(folded):
        named = _named(folded, match, clauses, occasion)
        if named is None:
            continue
        (begin, stop), phase = named
        across = [e for e in found if begin < e[1] and e[0] < stop]
        if any(begin == start and _is_part(folded[end:stop]) for start, end in across):
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
        names = [n for n in (_after_sum(folded, *m) for m in members) if _is_name(folded, *n)]
        if phase is None and (said := stage_said(folded, listed.start())):
            phase = _phase_of()[said]
        if phase is None and _PROGRESS.match(folded, listed.end()):
            phase = "under_construction"
        if phase and names:
            found.update(dict.fromkeys(names, phase))
    for names, after, stated in find_listed(folded, _is_name):
        phase = _phase_of().get(stated or "")
        if phase is None and after is not None:
            stop = _PART_END.search(folded, after, after + LONGEST_WAY)
            phase = _phase(folded, after, stop.start() if stop else after + LONGEST_WAY)
        if phase:
            for name in names:
                found.setdefault(name, phase)
    return found


def _beside(folded: str, begin: int) -> Iterator[Extent]:
    """The works named before 、 in one list with a work: 甲高铁、乙高铁正在加紧施工."""
    while folded[begin - 1 : begin] == "、":
        end = begin - 1
        floor = max(0, end - LONGEST_WORK)
        boundaries = [m.end() for m in _BOUNDARY.finditer(folded, floor, end)]
        begin = name_start(folded, boundaries[-1] if boundaries else floor, end, shortest=4)
        ends = any(m.end() == end for m in _patterns()["work"].finditer(folded, begin, end))
        if not ends or not _is_name(folded, begin, end):
            return
        yield begin, end


def _phase_of_list(folded: str, listed: re.Match[str]) -> str | None:
    """By the word before 项目, else by what follows in the sentence."""
    stated = {_phase_of()[word] for word in _patterns()["phase"].findall(listed["kind"])}
    if stated:
        return min(stated, key=_PHASES.index)
    end = listed.end()
    stop = _PART_END.search(folded, end, end + 30)
    limit = stop.start() if stop else end + 30
    return _phase(folded, end, limit)


def _phase(folded: str, start: int, end: int) -> str | None:
    """By the first word of a phase in a stretch; what is only expected is not yet so."""
    patterns = _patterns()
    stated = patterns["phase"].search(folded, start, end)
    if stated is None:
        return None
    at, phase = stated.start(), _phase_of()[stated[0]]
    expected = patterns["expected"].search(folded, max(start, at - 14), at)
    if phase == "completed" and (expected or _AFTERWARDS.match(folded, at + 2)):
        return "under_construction"
    if phase == "under_construction" and expected and folded.startswith(("开工", "动工", "奠基"), at):
        return "planned"
    return phase


def _first_work(folded: str, start: int) -> Extent | None:
    """The name that begins at `start` and ends in a word for a work."""
    limit = min(len(folded), start + LONGEST_WORK + 12)
    boundary = _CLAUSE_END.search(folded, start, limit)
    limit = boundary.start() if boundary else limit
    work = _patterns()["work"].search(folded, start, limit)
    while work:
        longer = _patterns()["work"].match(folded, work.end(), limit)
        if longer is None:
            break
        work = longer
    if work is None or work.end() - start > LONGEST_WORK:
        return None
    return (start, work.end()) if _is_name(folded, start, work.end()) else None


def _named(folded: str, work: re.Match[str], clauses: Clauses, occasion: str | None) -> tuple[Extent, str] | None:
    """A work with a name of its own right before what happens to it."""
    end = work.end()
    site = _SITE.match(folded, end)
    of_section = not site and folded.endswith(("段）", "段"), 0, end)
    described = occasion is not None and is_described(folded, end)
    stated_after = described or _patterns()["phase"].search(folded, end, end + LONGEST_WAY)
    if _OF_OFFICE.match(folded, end) or not (site or of_section or stated_after):
        return None
    clause = clauses.at(work.start())
    limit = min(clause.end, end + LONGEST_WAY)
    phase = "under_construction" if site else None
    if described:
        phase = occasion
    if of_section:
        phase = _phase(folded, end, clause.sentence[1])
    if phase is None:
        if _patterns()["work"].match(folded, end):
            return None
        phase = _phase(folded, end, limit)
        if phase is None:
            return None
        if phase == "completed" and _patterns()["expected"].search(
            folded, max(clause.start, work.start() - 24), work.start()
        ):
            phase = "under_construction"
        stated = _patterns()["phase"].search(folded, end, limit)
        if stated is None or not _close(folded, end, stated.start()):
            return None
    floor = max(clause.start, end - LONGEST_WORK)
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
    return ((start, end), phase) if _is_name(folded, start, end) else None


def _close(folded: str, end: int, cue: int) -> bool:
    between = folded[end:cue]
    if opening := _OPENING_OF.match(folded, end):
        between = folded[opening.end() : cue]
    for mention in reversed(list(find_dates(between, None))):
        between = between[: mention.start] + MASK + between[mention.end :]
    between = re.sub("正在|现已|已经?|是(?:此|本|这)次(?:集中)?", "", _patterns()["expected"].sub("", between))
    return len(between) <= _BETWEEN and not _FOREIGN.search(between)


def _is_part(rest: str) -> bool:
    """Whether what a longer name adds is only a part or a unit of the work, and not what is built on (扩建工程)."""
    return bool(rest) and not _own(rest) and not _ONTO.fullmatch(rest)


def _after_sum(folded: str, start: int, end: int) -> Extent:
    """A member of a list without the sum of money before it: 总投资20亿元的 甲工厂."""
    before = _SUM.match(folded, start, end)
    return (before.end(), end) if before else (start, end)


def _is_name(folded: str, start: int, end: int) -> bool:
    """Whether something of the name is its own, and not only words for works in general."""
    name = folded[start:end]
    if not 4 <= len(name) <= LONGEST_WORK + 4 or name.startswith(("等", "其", "该", "这", "此")):
        return False
    if _NO_NAME.search(name) or _BODY.search(name) or _patterns()["object"].search(name):
        return False
    if _LINE.fullmatch(name):
        return True
    own = _own(folded[after_governing(folded, start, end) : end])  # 抓好 项目 has nothing of its own
    if name.endswith("项目"):
        of_work = bool(_patterns()["particular"].search(name))  # 甲湖储能电站项目
        return len(_own(_OF_PLACE.sub("", own, count=1))) >= (2 if of_work else 3) or len(own) >= 6
    return len(own) >= (1 if folded.endswith("元的", 0, start) else 2)


def _own(name: str) -> str:
    """What of a name is not only words for works in general."""
    return _patterns()["generic"].sub("", _OF_DATE.sub("", re.sub(r"（[^）]*）", "", name)))
