"""Where speech goes on without a verb, and where the reporter's own narration resumes."""

import re
from collections.abc import Callable, Collection

from policyparse.knowledge.lexicon import word_set

_DUTY = re.compile(
    r"(?:同时，|此外，|其中，)?(?:要|必须|坚持|应当?|着力|聚焦|切实|加快|各级|各地|各部门|各党派|首先|其次|主要目标"
    r"|[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六七八九十]{1,2}(?:[，、]|[是个点])"
    r"|一方面|另一方面|在[^，。]{2,24}(?:方面|领域)，[^，。]{0,24}(?:要|必须|应当|将))"
)
_NARRATION = re.compile(
    r"眼下|如今|落实[^，。]{2,16}(?:要求|指示|嘱托)，|牢记[^，。]{2,12}嘱托|据悉|据了解|记者|连日来|近日，|日前，|走进|当天|(?:会|座谈会|会谈|会见|活动|调研)[前后]，|\S{0,8}会上，|与会|他(?!们|国|乡|人|山)|她(?!们)"
    r"|[^。！？]{1,300}(?:参加|出席|列席|陪同|主持|参与)(?:了)?[^，。；]{0,14}(?:会议|会见|会谈|会晤|活动|座谈会?|调研|考察|联组会|审议|讨论|仪式|论坛|大会|培训|开班式|全会)。"
    r"|[^。！？]{1,300}(?:参加|出席|列席|陪同)。"
    r"|受[^，。]{2,16}委托，"
    r"|(?:近|约|超过?|逾|共有?)?[0-9]{1,4}[余多]?[位名][^。！？]{2,200}(?:参加|出席|列席|发言)"
    r"|[^。！？，]{2,60}(?:在会上|分别|先后|作了?|进行了?)[^，。]{0,8}(?:发言|汇报)。"
    r"|(?:同时，|此外，)?(?:大家|委员们|代表们|与会\S{1,4})[还也]?(?:就|围绕|针对)[^。]{2,80}(?:意见|建议|交流|讨论|发言)。"
)
_WHEN = re.compile(r"(?:今|去|近|连|这些|多|[0-9]{4})年|目前|当前|近日|日前|近期|[0-9]{1,2}月")
_FIRST_PERSON = re.compile("我们|咱们?|我(?!国)")


def goes_on(folded: str) -> bool:
    """Whether a paragraph goes on with reported speech: 要……；二是……."""
    return _DUTY.match(folded) is not None and not narrates(folded)


def narrates(folded: str) -> bool:
    """Whether a sentence or paragraph opens as narration does: 据了解……, 会后……, ……参加会见."""
    return _NARRATION.match(folded) is not None


def is_in_first_person(folded: str) -> bool:
    """Whether somebody speaks of himself: 我们……."""
    return _FIRST_PERSON.search(folded) is not None


def find_narration(
    folded: str,
    start: int,
    limit: int,
    name: str,
    titles: Collection[str] | None,
    others: Callable[[str], bool] | None = None,
    *,
    cited: bool = False,
) -> int:
    """Find where narration resumes: a sentence that names the speaker, opens with another, or opens as narration does.

    Args:
        folded: Width-folded text of one paragraph.
        start: Where the speech starts.
        limit: Where it ends at the latest.
        name: Name of the speaker.
        titles: Titles of his offices; None where the speaker is no person.
        others: Whether a sentence opens with somebody whom the document introduces.
        cited: Whether the words are cited from elsewhere; then a sentence of time does not go on (今年，……).

    Returns:
        Offset of the first sentence that is narration, else `limit`.
    """
    offices = tuple(title for title in titles or () if len(title) > 2)
    for match in re.finditer(r"[。！？](?=[^”])", folded[start:limit]):
        at = start + match.end()
        if at >= limit:
            break
        sentence = folded[at : _sentence_end(folded, at, limit)]
        acts = titles is None and name in word_set("speakers.meetings") and sentence.startswith(name)  # 会议决定……
        if acts or (titles is not None and name in sentence) or narrates(sentence) or sentence.startswith(offices):
            return at
        if (cited and _WHEN.match(sentence)) or (others is not None and others(sentence)):
            return at
    return limit


def _sentence_end(text: str, start: int, limit: int) -> int:
    end = min((n for n in (text.find(c, start, limit) for c in "。！？") if n >= 0), default=limit - 1)
    return end + 1
