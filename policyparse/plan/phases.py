"""How far a work is (项目阶段): planned, signed, under construction, completed.

    phase ::= 谋划 planned | 签约 signed | 开工 在建 under_construction | 竣工 投产 通车 completed

What is expected (预计2026年底建成) is still under construction.
"""

from functools import cache

from policyparse.knowledge import pattern
from policyparse.knowledge.lexicon import words
from policyparse.language.dates import find_dates
from policyparse.language.masks import MASK
from policyparse.plan.works import WORK

PHASES = ("completed", "signed", "planned", "under_construction")
PHASE = pattern(
    r"(?&plans.phase_completed)|(?&plans.phase_signed)|(?&plans.phase_planned)|(?&plans.phase_under_construction)",
    matches=["交付", "签下", "储备", "冲刺"],
    rejects=["公园"],
)
EXPECTED = pattern(r"(?&plans.expected)", matches=["促"], rejects=["公园"])
_AFTERWARDS = pattern("[以之]?后", method="match", matches=["之后", "后", "以后"], rejects=["公园"])
_OPENING_OF = pattern(
    r"的(?=(?:全线|正式|顺利|如期){0,2}(?:建成|竣工|投产|投用|投运|通车|开通|启用|并网))",
    method="match",
    matches=[
        *("的全线启用", "的启用", "的正式启用", "的顺利启用", "的如期启用", "的建成", "的竣工", "的投产", "的投用"),
        *("的投运", "的通车", "的开通", "的并网"),
    ],
    rejects=["的全线全线全线开通"],
)
"""Between a work and the noun of what happened to it: 甲铁路的开通运营."""

_ADVERBS = pattern(
    "正在|现已|已经?|是[此本这]次(?:集中)?",
    matches=[
        *("正在", ("现已", "现已"), "已", ("已经", "已经"), "是本次", "是此次", "是这次"),
        ("是本次集中", "是本次集中"),
    ],
    rejects=["公园"],
)
_BETWEEN = 14
"""Maximum distance from a work to what happens to it, dates and 预计 not counted, in characters."""

_FOREIGN = pattern(
    r"[的对把与和为是在、：“”及]|进行|提供|情况|工作|企业|产业|资金|等|方面|管理|单位|规划",
    matches=[
        *("“", "的", "对", "把", "与", "和", "为", "是", "在", "及", "进行", "提供", "情况", "工作", "企业", "产业"),
        *("资金", "等", "方面", "管理", "单位", "规划"),
    ],
    rejects=["公园"],
)
PROGRESS = pattern(
    "的?(?:投资完成率|(?:累计)?完成投资|完成年度投资|形成实物工作量)",
    method="match",
    matches=["的完成投资", "完成投资", "投资完成率", "累计完成投资", "完成年度投资", "形成实物工作量"],
    rejects=["公园"],
)


@cache
def phase_of() -> dict[str, str]:
    """The phase that each word of a phase says."""
    return {word: phase for phase in PHASES for word in words(f"plans.phase_{phase}")}


def find_phase(folded: str, start: int, end: int) -> str | None:
    """By the first word of a phase in a stretch; what is only expected is not yet so."""
    stated = PHASE.search(folded, start, end)
    if stated is None:
        return None
    at, phase = stated.start(), phase_of()[stated[0]]
    expected = EXPECTED.search(folded, max(start, at - 14), at)
    if phase == "completed" and (expected or _AFTERWARDS.match(folded, at + 2)):
        return "under_construction"
    if phase == "under_construction" and expected and folded.startswith(("开工", "动工", "奠基"), at):
        return "planned"
    return phase


def is_close(folded: str, end: int, cue: int) -> bool:
    """Whether what happens to a work stands close behind it, with nothing of another thing in between.

    Args:
        folded: Width-folded text.
        end: Where the work ends.
        cue: Where what happens to it begins.
    """
    between = folded[end:cue]
    if opening := _OPENING_OF.match(folded, end):
        between = folded[opening.end() : cue]
    for mention in reversed(list(find_dates(between, None))):
        between = between[: mention.start] + MASK + between[mention.end :]
    between = _ADVERBS.sub("", EXPECTED.sub("", between))
    return len(between) <= _BETWEEN and not _FOREIGN.search(between)


def phase_after(sentence: str) -> str | None:
    """How far the work is that a sentence opens with: 某某铁路全线通车."""
    work = WORK.search(sentence)
    return find_phase(sentence, work.end(), len(sentence)) if work else None


def is_signed(sentence: str) -> bool:
    """Whether the work that a sentence opens with is agreed."""
    return phase_after(sentence) == "signed"


def is_planned(sentence: str) -> bool:
    """Whether the work that a sentence opens with is prepared."""
    return phase_after(sentence) == "planned"


def is_under_construction(sentence: str) -> bool:
    """Whether the work that a sentence opens with is being built."""
    return phase_after(sentence) == "under_construction"


def is_completed(sentence: str) -> bool:
    """Whether the work that a sentence opens with is there."""
    return phase_after(sentence) == "completed"
