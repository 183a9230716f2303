"""Adoption told in prose in front of the provisions, where no note tells it (通过情况).

    told ::= day "，"? meeting ("审议" | "表决")* "通过" "了"? "《" title "》"

The title has to be that of the document: other texts are adopted in many sentences.
"""

from collections.abc import Iterable

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, SERIAL, SMALL_ORDINAL
from policyparse.language.days import find_days
from policyparse.model.base import Extent
from policyparse.model.content import DecisionContentDraft
from policyparse.page.blocks import Block
from policyparse.page.titles import key_of

_TOLD = pattern(
    rf"(?:^|[，。；]|日)[，,]? ?(?P<meeting>(?![0-9])[{HAN}{SERIAL}0-9（） ]{{2,60}}?"
    rf"(?:会议|[{SMALL_ORDINAL}]次会|大会|常委会))"
    r"(?:审议|讨论|表决|投票|全票|高票){0,3}通过了? ?《(?P<title>[^《》]{2,80})》",
    matches=[
        (
            "2031年3月20日，第十三届全国人大一次会议表决通过了《中华人民共和国某某法》。",
            {"meeting": "第十三届全国人大一次会议", "title": "中华人民共和国某某法"},
        ),
        ("2031年4月30日某市人大常委会审议通过《某市河道条例》", {"meeting": "某市人大常委会", "title": "某市河道条例"}),
        ("会议期间，市人民代表大会通过《某市章程》", {"meeting": "市人民代表大会"}),
        ("近日，某市第九届人大常委会第五次会议表决通过《某市章程》", {"meeting": "某市第九届人大常委会第五次会议"}),
        (
            "近日，某市第九届人大常委会第五次会议高票通过《某市章程》",
            "日，某市第九届人大常委会第五次会议高票通过《某市章程》",
        ),
        *("会议期间市人民代表大会通过《某市章程》", "会议期间，市人民代表大会通过 《某市章程》"),
        "会议期间，市人民代表一次会通过《某市章程》",
        ("会议期间， 市人民代表大会通过《某市章程》", {"meeting": "市人民代表大会"}),
        "近日，某市第九届人大常委会第五次会议讨论通过《某市章程》",
        "近日，某市第九届人大常委会第五次会议投票通过《某市章程》",
        "近日，某市第九届人大常委会第五次会议全票通过《某市章程》",
    ],
    rejects=[
        *("会议通过了预算", "2031年3月20日，某市印发《某市章程》", "依法通过《某市章程》规范管理"),
        *("八会议通过 《城乡规划》", "会议期间，市人民代表大会通过《县》"),
        "会议期间，市人民代表大会全票全票讨论表决通过《某市章程》",
        "，" + "某某协会和" * 12 + "某学会第三次会议通过《停车章程》",
        "会议期间，市人民代表大会通过《" + "某条例和" * 20 + "某办法》",
    ],
)


def adopts_another(line: str, title: str) -> bool:
    """Whether a sentence tells the adoption of a text with another title.

    Args:
        line: Width-folded line.
        title: Title of the document.
    """
    told = list(_TOLD.finditer(line)) if "通过" in line else []
    return bool(told) and all(key_of(each["title"]) != key_of(title) for each in told)


def read_told_adoption(lines: Iterable[Block], draft: DecisionContentDraft, evidence: dict[str, Extent]) -> None:
    """Read day and meeting of the adoption from the sentence that tells it.

    Args:
        lines: The lines in front of the provisions.
        draft: The draft, with its title; takes `adopted_on` and `adopted_by`.
        evidence: Takes their places.
    """
    title = key_of(draft["title"] or "")
    for block in lines if title else ():
        for told in _TOLD.finditer(block.folded) if "通过" in block.folded else ():
            if key_of(told["title"]) != title:
                continue
            sentence = block.folded.rfind("。", 0, told.start("meeting")) + 1
            days = list(find_days(block.folded, sentence, told.start("meeting")))
            if days:
                draft["adopted_on"] = days[-1].on
                evidence["/adopted_on"] = (block.start + days[-1].start, block.start + days[-1].end)
            start, end = told.span("meeting")
            draft["adopted_by"] = block.text[start:end]
            evidence["/adopted_by"] = (block.start + start, block.start + end)
            return
