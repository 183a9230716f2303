"""What a meeting did (会议事项).

outcome ::= (会议 | clause of a sentence about a meeting) manner* action 了? object | 对 object 进行了 action

What a meeting decides is done in clauses (决定设立……，以……方式……), what it hears or deliberates is a noun phrase.
"""

import itertools
import re
from collections.abc import Iterator
from functools import cache

from policyparse.language.masks import mask_matches
from policyparse.model.base import Draft, Extent
from policyparse.page.layout import Page, Role
from policyparse.proceedings.patterns import alternatives

_ATOM = re.compile(r"《[^《》]{1,200}》|“[^“”]{1,120}”|（[^（）]{1,40}）")
_DOCUMENT = re.compile(r"《[^《》]{1,200}》(?:（[^（）]{1,20}）)?")
_PASSES = ("通过", "批准")
_CLAUSES = 6
"""So many further clauses a decision has at most."""
_ADVERBIAL = re.compile("根据|按照|依据|针对|围绕")
_HOW = frozenset(("深入", "热烈", "充分", "认真"))  # 讨论深入
_DECIDES = frozenset(("决定", "确定", "部署", "研究部署", "安排部署"))
_MEANS = re.compile("(?:方式|形式|手段|途径|渠道|平台)(?:等)?$")  # 通过……等方式
_NO_OBJECT = ("后", "的", "会", "议程", "结果")


@cache
def _done() -> re.Pattern[str]:
    start = rf"{alternatives('bodies')}|^(?={_acts().pattern})|(?<=[，；。])|(?<=，在)"
    opening = rf"(?:{start})(?:{alternatives('manners')}|经过表决，?){{0,4}}"
    action = rf"(?P<action>{alternatives('actions')})了?(?:(?<=决定)，)?"
    return re.compile(rf"{opening}{action}(?P<object>[^，。；]{{2,200}})")


@cache
def _meets() -> re.Pattern[str]:
    return re.compile(alternatives("bodies"))


@cache
def _acts() -> re.Pattern[str]:
    """A sentence whose subject is the meeting of the one before: 审议了……."""
    return re.compile(rf"(?:{alternatives('manners')}){{0,2}}(?:{alternatives('actions')})了")


@cache
def _further() -> re.Pattern[str]:
    own_verb = rf"(?!(?:并|还|分别)?(?:{alternatives('actions')}))"
    made = rf"[^，。；]{{0,200}}作的[^，。；]{{0,200}}(?:{alternatives('reported')})"
    return re.compile(rf"，({own_verb}{made})(?=[，。；])")


@cache
def _passed() -> re.Pattern[str]:
    """A further document that a meeting passed, behind a comma: ，车辆购置税法，关于修改甲法的决定."""
    own_verb = rf"(?!(?:并|还|分别)?(?:{alternatives('actions')}))"
    return re.compile(rf"，({own_verb}[^，。；]{{1,200}}(?:法|{alternatives('reported')}))(?=[，。；])")


_MEMBER = re.compile(r"(?<=[定议法则例案告])、(?=关于|《)")
"""Between two documents of a list: 关于甲的决定、关于乙的决定."""


@cache
def _reversed() -> re.Pattern[str]:
    return re.compile(rf"对(?P<object>[^，。；]{{2,80}}?)进行了?(?P<action>{alternatives('actions')})(?![^，。；])")


@cache
def _clause() -> re.Pattern[str]:
    """A further clause of what is decided: no action of its own, not 要求……."""
    opening = rf"(?:{alternatives('bodies')})?(?:{alternatives('manners')}){{0,2}}"
    return re.compile(rf"，(?!{opening}(?:{alternatives('actions')}|要求|强调|指出))[^，。；]{{2,200}}")


@cache
def _nominal() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('reported')}|措施|工作|事项|精神|问题)$")


@cache
def _slight() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('slight')})$")


def acts(folded: str) -> bool:
    """Whether a sentence says that a meeting did something."""
    return _done().search(folded) is not None


def find_outcomes(page: Page, spoken: list[Extent]) -> list[Draft]:
    """Find what the meeting did: drafts of `Outcome`, one an object.

    Args:
        page: The page.
        spoken: Places of speech; what is said there is not done here.
    """
    outcomes: list[Draft] = []
    for block in page.with_role(Role.PARAGRAPH):
        masked = mask_matches(block.folded, _ATOM)
        for sentence in re.finditer(r"[^。！？]{1,2000}[。！？]?", masked):
            if not _meets().search(sentence[0]) and not _acts().match(sentence[0]):
                continue
            for match in _done().finditer(sentence[0]):
                start = block.start + sentence.start() + match.start("action")
                if any(a <= start < b for a, b in spoken):
                    continue
                at = block.start + sentence.start() + match.start("object")
                end = block.start + sentence.start() + _object_end(sentence[0], match)
                outcomes += _outcome(page, match["action"], start, (at, end))
                further = _passed() if match["action"].endswith(_PASSES) else _further()
                for extent in _further_objects(further, masked, sentence.start() + match.end()):
                    place = (block.start + extent[0], block.start + extent[1])
                    outcomes += _outcome(page, match["action"], place[0], place)
            for match in _reversed().finditer(sentence[0]):
                start = block.start + sentence.start() + match.start()
                if not any(a <= start < b for a, b in spoken):
                    at = start + match.start("object") - match.start()
                    outcomes += _outcome(page, match["action"], start, (at, at + len(match["object"])))
    return _strongest(outcomes)


def _object_end(sentence: str, match: re.Match[str]) -> int:
    """Where the object ends: of what is heard with its clause, of what is decided with the last of its clauses."""
    end = match.end("object")
    occasion = sentence.find("的基础上", match.start("object"), end)
    if occasion > 0:
        return occasion
    if match["action"] in _DECIDES:
        opens = _ADVERBIAL.match(match["object"]) is not None
        for _ in range(_CLAUSES):
            if not opens and _nominal().search(sentence, match.start("object"), end):
                break
            opens = False
            further = _clause().match(sentence, end)
            if further is None:
                break
            end = further.end()
    return end


def _further_objects(form: re.Pattern[str], text: str, start: int) -> Iterator[Extent]:
    """After 听取了甲作的……报告, further clauses that end as it does and have no verb of their own are objects too."""
    further = form.match(text, start)
    while further:
        yield further.span(1)
        further = form.match(text, further.end())


def _outcome(page: Page, action: str, start: int, extent: Extent) -> list[Draft]:
    words = page.text[slice(*extent)].strip()
    documents = list(_DOCUMENT.finditer(page.text, *extent))
    if len(documents) > 1 and not _DOCUMENT.sub("", words).strip("、和及以等 "):
        starts = [start, *(m.start() for m in documents[1:])]
        return [
            {"action": action, "object": m[0], "span": (at, m.end())} for at, m in zip(starts, documents, strict=True)
        ]
    if action == "通过" and _MEANS.search(words):
        return []
    if _slight().search(words) or words.startswith(_NO_OBJECT) or words in _HOW:
        return []
    if not action.endswith(_PASSES):
        return [{"action": action, "object": words, "span": (start, extent[1])}]
    cuts = [extent[0], *(m.end() for m in _MEMBER.finditer(page.folded, *extent)), extent[1] + 1]
    members = [(a if i else start, a, b - 1) for i, (a, b) in enumerate(itertools.pairwise(cuts))]
    return [{"action": action, "object": page.text[a:b].strip(), "span": (at, b)} for at, a, b in members]


def _strongest(outcomes: list[Draft]) -> list[Draft]:
    """An object repeated with a stronger verb counts once."""
    kept: dict[str, Draft] = {}
    for outcome in outcomes:
        same = kept.get(outcome["object"])
        if same is None or len(outcome["action"]) > len(same["action"]):
            kept[outcome["object"]] = outcome
    return list(kept.values())
