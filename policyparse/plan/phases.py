"""How far a project is (项目阶段): 谋划 planned, 签约 signed, 开工 under construction, 竣工 投产 通车 completed.

What is only expected (预计2026年底建成) is still under construction, and what is to be begun is planned.
"""

from typing import Literal

from policyparse.knowledge.lexicon import words
from policyparse.knowledge.pattern import pattern
from policyparse.language.dates import find_dates
from policyparse.language.masks import MASK

Phase = Literal["planned", "signed", "under_construction", "completed"]

PHASES: tuple[Phase, ...] = ("completed", "signed", "planned", "under_construction")
"""The phases, the one first that a text means where it names several."""
_ORDER: tuple[Phase, ...] = ("planned", "signed", "under_construction", "completed")
PHASE = pattern(
    r"(?<!“)(?:(?&plan.signed)|(?&plan.under_construction)|(?&plan.completed)|(?&plan.planned))(?!”)",
    matches=[("项目拟签约，", "拟签约"), "已建成", "正在建设", "签约项目", ("正式开通", "开通")],
    rejects=["项目建设的意义", "签约率", "“开工”", "建设局", "建设”", "“建成"],
)
EXPECTED = pattern(
    r"(?<!“)(?&plan.expected)(?!”)", matches=["预计建成", "将开工"], rejects=["“将”", "建成", "将”", "“将开工"]
)
_AFTERWARDS = pattern(r"(?:以|之)?后", method="match", matches=["以后", "后", "之后"], rejects=["，后"])
_BEGUN = ("开工", "动工", "奠基")
_EXPECTED_LENGTH = 14
"""What is expected stands no further before its phase, in characters."""
_OPENING_NOUN = pattern(
    r"的(?=(?:全线|正式|顺利|如期){0,2}(?:建成|竣工|投产|投用|投运|通车|开通|启用|并网))",
    method="match",
    matches=[
        *("的开通运营", "的正式启用", "的如期建成", "的全线投运", "的通车", "的竣工", "的投用", "的投产", "的并网"),
        "的顺利开通",
    ],
    rejects=["的作用", "开通", "的全线全线顺利投产"],
)
"""Between a work and the noun of what happened to it: 甲铁路的开通运营."""
_AND_THEN = pattern(
    r"(?:并|到|至)(?:正式|顺利|全线|实现)?",
    method="match",
    matches=[
        *("并", "到", "并正式", ("并正式", "并正式"), "至", ("到顺利", "到顺利"), ("到实现", "到实现")),
        ("到全线", "到全线"),
    ],
    rejects=["、", "的"],
)
"""Between two stages of one work: the later one holds (贯通并通车, 从签约到开工)."""
_LIGHT = pattern(
    r"正在|现已|已经?|是(?:此|本|这)次(?:集中)?|在[^，。；、的]{1,10}?(?:[县市区镇乡]|园|基地|现场|当地)|(?&expected)",
    expected=EXPECTED,
    matches=[
        *("正在", "是此次集中", "预计", "在青禾县", "已", ("是这次集中", "是这次集中"), ("现已", "现已")),
        *(("已经", "已经"), "是此次", "是本次集中", "在东江市", "在经开区", "在河口镇", "在石湾乡", "在科创园"),
        *("在北川基地", "在施工现场", "在江城当地"),
    ],
    rejects=["的", "为", "在建", "在市场上", "在新建的基地", "在青禾现代农业科技示范核心基地"],
)
"""Words that may stand between a work and what happens to it."""
_FOREIGN = pattern(
    r"[的对把与和为是在、：“”及]|进行|提供|情况|工作|企业|产业|资金|等|方面|管理|单位|规划|改造|扩建|迁建|首[趟批列]",
    matches=[
        *("的产值", "、", "提供", "是", "把", "对", "及", "为", "与", "资金", "规划", "管理", "方面", "情况"),
        *("工作", "单位", "企业", "产业", "等项目", "进行苗木", "在东江市", ("和产业集群", "和"), "改造提升"),
        *("扩建工厂", "迁建新址", "首批机组", "首列动车", "首趟班列"),
    ],
    rejects=["全线", "顺利"],
)
"""Between a work and a phase: the phase is that of something else."""
_BETWEEN_LENGTH = 14
"""Between a work and what happens to it stand at most so many characters, dates and 预计 not counted."""


def phase_of_word(word: str) -> Phase:
    """The phase that a word of a phase says."""
    for phase in PHASES:
        if word in words(f"plan.{phase}"):
            return phase
    raise KeyError(word)


def find_phase(folded: str, start: int, end: int) -> Phase | None:
    """The phase that the first word of a phase in a stretch says; what is only expected is not yet so.

    Args:
        folded: Width-folded text.
        start: Where the stretch begins.
        end: Where it ends.
    """
    stated = PHASE.search(folded, start, end)
    if stated is None:
        return None
    at, phase = stated.start(), phase_of_word(stated[0])
    while (joined := _AND_THEN.match(folded, stated.end(), end)) and (then := PHASE.match(folded, joined.end(), end)):
        stated, phase = then, phase_of_word(then[0])
    expected = EXPECTED.search(folded, max(start, at - _EXPECTED_LENGTH), at)
    if phase == "completed" and (expected or _AFTERWARDS.match(folded, at + 2)):
        return "under_construction"
    if phase == "under_construction" and expected and folded.startswith(_BEGUN, at):
        return "planned"
    return phase


_WEAK = ("建设", "新建", "规划建设", "计划建设", "运营", "招引", "储备", "谋划", "安装", "论证", "选址", "续建")
"""Words of a stage that also tell what a work is, who builds it, and what for."""


def furthest_phase(folded: str, start: int, end: int) -> Phase | None:
    """How far a stretch says that the one work is of which it tells; what was said to be expected ends what is so.

    Args:
        folded: Width-folded text.
        start: Where the stretch begins.
        end: Where it ends.
    """
    best: Phase | None = None
    for stated in PHASE.finditer(folded, start, end):
        at, word = stated.span()[0], stated[0]
        if word in _WEAK or _AFTERWARDS.match(folded, stated.end()):
            continue
        clause = max(start, folded.rfind("，", start, at) + 1, at - _EXPECTED_LENGTH)
        phase = phase_of_word(word)
        if EXPECTED.search(folded, clause, at):
            later: Phase = "under_construction" if phase == "completed" else "planned"
            return later if best is None or _ORDER.index(best) < _ORDER.index(later) else best
        if best is None or _ORDER.index(best) < _ORDER.index(phase):
            best = phase
    return best


def phases_in(text: str) -> list[Phase]:
    """The phases that the words of a text say."""
    return [phase_of_word(word) for word in PHASE.findall(text)]


def is_close(folded: str, end: int, cue: int) -> bool:
    """Whether a phase is said of the work right before it.

    Args:
        folded: Width-folded text.
        end: Where the work ends.
        cue: Where the word of the phase begins.
    """
    noun = _OPENING_NOUN.match(folded, end)
    between = folded[noun.end() if noun else end : cue]
    for mention in reversed(list(find_dates(between, None))):
        between = between[: mention.start] + MASK + between[mention.end :]
    between = _LIGHT.sub("", between)
    return len(between) <= _BETWEEN_LENGTH and not _FOREIGN.search(between)
