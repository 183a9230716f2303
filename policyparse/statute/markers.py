"""Markers of norms (标志词): 应当, 不得, 可以, 鼓励 and the like, where they are words of their own.

    marker ::= word | (joined "、")* encouragement (("、" | 和 | 与 | 并) (encouragement | joined))*

The words are in `knowledge/norms.toml`, each with what must not stand around it. A marker in a title
(《禁止…的规定》) is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import pattern

Modality = Literal["obligation", "prohibition", "permission", "encouragement"]

FORBIDDING = frozenset(("禁止", "严禁", "不准", "严格禁止"))
"""Prohibitions that need nobody who is bound."""

_VERBS_AFTER_MAY = (
    "[由按依酌向将不在凭暂先]|持(?!续)|自(?!然)|处(?!理|于)|减(?!少)|免(?!疫)"
    "|直接|根据|给予|并处|延长|提前|申请|委托|采取|采用|视情|实行|参照|适当|优先|另行"
)
_MARKER = (
    r"(?P<obligation>(?&norms.obligation)|应(?=当场))|(?P<prohibition>(?&norms.prohibition))"
    r"|(?P<permission>(?&norms.permission)|(?<![许认不宁方尚])可(?=(?&may)))"
    r"|(?P<encouragement>(?:(?&norms.joined_encouragement)[、和与并]){0,2}(?&norms.encouragement)"
    r"(?:[、和与并](?:(?&norms.encouragement)|(?&norms.joined_encouragement))|鼓励|支持|引导(?!基金|资金)){0,3})"
)
STATUTE_MARKER = pattern(
    _MARKER,
    may=_VERBS_AFTER_MAY,
    matches=[
        *(("主管部门应当公开", "应当"), ("机关应当场决定", "应"), ("机关应当当场决定", "应当")),
        *(("任何人不得进入", "不得"), ("申请人可以查阅", "可以"), ("可由县人民政府决定", "可"), ("可不公开", "可")),
        *(("国家鼓励科研", "鼓励"), ("引导和鼓励企业", "引导和鼓励"), ("鼓励、支持和引导企业", "鼓励、支持和引导")),
        *(("鼓励支持企业", "鼓励支持"), ("支持鼓励企业", "支持鼓励"), ("鼓励引导企业", "鼓励引导")),
        *(("扶持、保护、支持企业", "扶持、保护、支持"), ("支持与帮助企业", "支持与帮助")),
        *(("鼓励并奖励企业", "鼓励并奖励"), ("鼓励、支持、引导、扶持企业", "鼓励、支持、引导、扶持")),
        *(("支持引导基金", "支持"), ("鼓励引导资金投入", "鼓励"), "可酌情", "可自行", "可暂停", "可按年", "可持证"),
        *("可将其", "可在场", "可凭证", "可减税", "可免税", "可先行", "可依法", "可处罚款", "可向法院"),
        *(("支持引导并推动引导支持企业", "支持引导并推动引导"), ("促进、奖励并帮助、支持企业", "奖励并帮助、支持")),
        *("可采用", "可采取", "可适当", "可视情", "可给予", "可直接", "可申请", "可根据", "可提前", "可延长"),
        *("可并处", "可实行", "可委托", "可另行", "可参照", "可优先", ("引导与鼓励企业", "引导与鼓励")),
    ],
    rejects=(
        "许可由县人民政府决定 认可在县城 不可将 宁可不去 方可在 尚可由 可能公开 可行 可持续发展 可自然降解 "
        "可处理能力 可处于 可减少 可免疫 许可以及 引导和监督"
    ).split(),
)
OFFICIAL_MARKER = pattern(
    r"(?P<official_obligation>(?&norms.official_obligation))|(?P<official_prohibition>(?&norms.official_prohibition))|(?&marker)",
    marker=STATUTE_MARKER,
    matches=[
        *(("各区要检查", "要"), ("单位不能拒绝", "不能"), ("主管部门应当公开", "应当"), ("可不公开", "可")),
        *(("推动与提倡与促进", "推动与提倡与促进"), ("鼓励引导基金", "鼓励")),
        ("奖励和倡导支持支持引导资金", "奖励和倡导支持支持"),
        ("支持和推动鼓励、倡导引导企业稳岗", "支持和推动鼓励、倡导"),
        *(("支持引导并推动企业稳岗", "支持引导并推动"), ("促进、奖励并帮助、支持企业稳岗", "奖励并帮助、支持")),
        *("不得滞留船上。", "也可以联合申请。"),
    ],
    rejects=[
        *("重要检查", "能够检查", "许可由县人民政府决定", "可", "认可不公开", "方可不公开", "尚可不公开"),
        "宁可不公开",
    ],
)
_TITLE = compiled("《[^《》\n]{1,200}》")


@dataclass(slots=True)
class Marker:
    """A marker in a text.

    Attributes:
        word: As printed in folded text; 鼓励、支持和引导 is one.
        modality: What it makes of the sentence.
        start: Offset of its first code point.
        end: Offset after its last code point.
    """

    word: str
    modality: Modality
    start: int
    end: int


def find_markers(folded: str, start: int = 0, end: int | None = None, *, official: bool = False) -> Iterator[Marker]:
    """Find the markers of a stretch of text, in order.

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop, None for the end of the text.
        official: Whether the markers of official documents (要, 不能) count as well.
    """
    stop = len(folded) if end is None else end
    titles = [title.span() for title in _TITLE.finditer(folded, start, stop)]
    titles.append((stop, stop))
    nearest = 0
    for match in (OFFICIAL_MARKER if official else STATUTE_MARKER).finditer(folded, start, stop):
        while titles[nearest][1] <= match.start() < stop and nearest + 1 < len(titles):
            nearest += 1
        if match.start() >= titles[nearest][0]:
            continue
        modality = str(match.lastgroup).removeprefix("official_")
        yield Marker(match[0], modality, match.start(), match.end())  # type: ignore[arg-type]
