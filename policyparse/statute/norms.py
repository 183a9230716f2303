"""Norms (规范): who is bound to do or leave what.

    norm ::= (subject adverb*)? marker action

A subject is the noun phrase before the marker, or one that an earlier clause of the sentence opens with; a sentence
without one goes on with the subject of the sentence before it. What cannot be bound (a plan, a fee) is no bearer.
A marker inside a condition (……的，) or an attribute (应当公开的信息) states no norm.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.model.base import Draft, Extent
from policyparse.page.layout import Page
from policyparse.statute.bearers import Actors
from policyparse.statute.markers import Marker, alternatives, find_markers

_STOP = "。"
_STOPS, _COMMAS = "；！？", "，："  # they end a sentence like 。; they end a clause
_NEAR, _FAR, _CLAUSES = 200, 1000, 16  # characters around a marker, characters and clauses before it, that are read
_FORBIDS = ("禁止", "严禁", "不准")
_EMBEDDED = ("是否", "能否", "何时", "如何", "认为", "认定", "视为", "推定", "不知", "所", "被", "等", "其他", "的")
_LEADS_ATTRIBUTE = (
    *"对将把为和或、是有无除及",
    *("属于", "包括", "作为", "或者", "其他", "规定", "公布", "提供"),
    *("符合", "所称", "要求", "约定", "确定", "承担", "履行"),
)
_OF_LAW = ("法律", "法规", "规章", "国家", "规定", "明令", "依法")
_ADVERBS = (
    *("依法", "按照规定", "按规定", "按照国家有关规定", "依照规定", "依照法律规定"),
    *("根据规定", "按照法律规定", "按时", "如期"),
)
_LAWFULLY = re.compile(f"(?:{alternatives([*_ADVERBS])})$")
_LAST_OF_ADVERBS, _LONGEST_ADVERB = frozenset(word[-1] for word in _ADVERBS), max(map(len, _ADVERBS))
_CONTRAST = re.compile("[而却但](?:未|没有|不|拒)")
_CONTRAST_WITHIN = 30  # characters of the action before it
_KINDS = re.compile(
    "[^，。；：]{1,30}的(?:其他)?(?:情形|行为|事项|内容|材料|条件|职责|措施|要求|义务|权利|事由|证据|信息)$"
)
_PENALTY = re.compile("(?:依法)?(?:处|并处|吊销|没收|责令|暂扣|给予|对|取消|撤销|予以)")
_SANCTION = re.compile(
    "(?:依法)?(?:(?:从[轻重]|减轻|免除)[^，。；]{0,12}处罚|责令|吊销|没收|追究|给予[^，。；]{0,16}(?:处分|处罚|奖励|表彰|警告|罚款))"
)
_WITHIN = (*"内中上下时前后", "期间", "以外", "之外")
_TEMPORAL = (*"后前时", "期间", "之日起", "期限内", "日内", "过程中")
_PREPOSITIONS = (*"对在就经向为自因于从以由将把除", "根据", "按照", "依照", "依据", "通过", "针对")
_PREPOSITION = re.compile(alternatives([*_PREPOSITIONS]))
_FIRST_OF_PREPOSITIONS = frozenset(word[0] for word in _PREPOSITIONS)
_ADVERBIAL = re.compile("对于?|将|把|向|给|就|针对|根据|按照|依照|依据|为|因|由|自|于|除|随|与|当|如")
_NO_TOPIC = (
    *"后前时内中上下",
    *("期间", "之日起", "批准", "同意", "审核", "备案", "许可", "通过", "认定", "合格"),
    *("规定", "要求", "决定", "确认", "验收", "登记"),
)


@dataclass(slots=True)
class _Norm:
    """A norm whose action is cut off where the next one starts.

    Attributes:
        draft: Draft without its action.
        start: Offset of the action.
        end: Offset after the action.
    """

    draft: Draft
    start: int
    end: int


def parse_norms(page: Page, articles: list[Draft], *, official: bool = False) -> None:
    """Fill the `norms` of every article.

    Args:
        page: The page.
        articles: Drafts of articles with their paragraphs.
        official: Whether they are points of an official document, in which 要 binds as well.
    """
    if not articles:
        return
    markers = list(find_markers(page.folded, articles[0]["span"][0], articles[-1]["span"][1], official=official))
    starts = [marker.start for marker in markers]
    reader = _ParagraphReader(page)
    for article in articles:
        for paragraph in article["paragraphs"]:
            start, end = paragraph["span"]
            first = bisect_left(starts, start)
            if first == len(starts) or starts[first] >= end:
                continue
            reader.open(start)
            if not paragraph["items"]:
                article["norms"] += reader.read(markers[first : bisect_left(starts, end, first)], start, end, False)
                continue
            for start, end, is_item in _stretches(page.folded, paragraph):
                first = bisect_left(starts, start)
                last = bisect_left(starts, end, first)
                if first < last:
                    article["norms"] += reader.read(markers[first:last], start, end, is_item)
                elif not is_item:
                    reader.lead(start, end)


def _stretches(folded: str, node: Draft, is_item: bool = False) -> Iterator[tuple[int, int, bool]]:
    """Extents of the lead and of every item below it, labels and headings left out, in order of the text."""
    start, end = node["span"]
    items: list[Draft] = node["items"]
    if is_item:
        start = folded.index("\n", start) if "\n" in node["text"] else start + len(node["label"])
    yield start, items[0]["span"][0] if items else end, is_item and "\n" not in node["text"]
    for item in items:
        yield from _stretches(folded, item, True)


class _ParagraphReader:
    """Reads the sentences of one paragraph after the other, each in order, and remembers who acts in it.

    Args:
        page: The page.
    """

    def __init__(self, page: Page) -> None:
        self.text, self.folded, self.actors = page.text, page.folded, Actors(page.folded)
        self.sentences = _replaced(page.folded, _STOPS)
        self.clauses = _replaced(self.sentences, _COMMAS)
        self.bearer: Extent | None = None
        self.start = self.begin = self.end = 0
        self.is_item = False

    def open(self, start: int) -> None:
        """Begin a paragraph."""
        self.start, self.bearer = start, None

    def read(self, markers: list[Marker], start: int, end: int, is_item: bool) -> list[Draft]:
        """The norms that the markers of a lead or an item state."""
        folded = self.folded
        while end > start and folded[end - 1] in " \n“":
            end -= 1
        self.begin, self.end, self.is_item = start, end, is_item
        found: list[_Norm] = []
        previous: _Norm | None = None
        for marker in markers:
            norm = self._norm(marker, previous)
            if norm is not None:
                found.append(norm)
                previous = norm
        if previous is None and not is_item:
            self.lead(start, end)
        return [self._finished(norm) for norm in found]

    def lead(self, start: int, end: int) -> None:
        """Remember who acts in a lead that states no norm, for its items: 市人民政府履行下列职责：."""
        folded = self.folded
        while end > start and folded[end - 1] in " \n“":
            end -= 1
        if end > start and folded[end - 1] == "：":
            self.bearer = self.actors.opening(start, end, before_of=True)

    def _finished(self, norm: _Norm) -> Draft:
        end = norm.end
        while end > norm.start and self.folded[end - 1] in " ，：、\n":
            end -= 1
        norm.draft["action"] = _unbroken(self.text[norm.start : end])
        norm.draft["span"] = (norm.draft["span"][0], end)
        return norm.draft

    def _norm(self, marker: Marker, previous: _Norm | None) -> _Norm | None:
        """The norm that a marker states, None where it states none; cuts off the one before it."""
        folded, begin, end = self.folded, self.begin, self.end
        clause, clause_end = _around(self.clauses, marker, begin, end)
        if marker.end >= clause_end or not self._states(marker, clause, clause_end):
            return None
        joined = marker.start > clause and folded[marker.start - 1] in "并但也且而或"
        if previous is not None and clause < previous.start and (marker.modality == "encouragement" or not joined):
            return None
        if previous is not None and marker.end < previous.end and self._goes_on(marker, previous, clause):
            return None
        sentence, sentence_end = _around(self.sentences, marker, begin, end)
        states, bearer = self._bearer(marker, sentence, clause, clause_end)
        if not states:
            return None
        if previous is not None:
            previous.end = min(previous.end, self._cut(clause, previous, bearer))
        draft: Draft = {
            "modality": marker.modality,
            "marker": marker.word,
            "bearer": _unbroken(self.text[bearer[0] : bearer[1]]) if bearer else None,
            "action": "",
            "span": (marker.start, sentence_end),
        }
        return _Norm(draft, marker.end, sentence_end)

    def _goes_on(self, marker: Marker, previous: _Norm, clause: int) -> bool:
        """应当……，支持……: what the sentence binds to goes on."""
        is_bound = marker.modality == "encouragement" and previous.draft["modality"] == "obligation"
        return is_bound and self._subject(clause, marker.start) is None

    def _states(self, marker: Marker, clause: int, clause_end: int) -> bool:
        """Whether the marker is the finite verb of its clause, not part of a condition or an attribute."""
        folded = self.folded
        begin, after = max(clause, marker.start - _NEAR), marker.end
        conditional = self.is_item or (clause_end < self.end and folded[clause_end] in _COMMAS)
        if conditional and folded[clause_end - 1] == "的":
            return False
        before = marker.start
        while before > begin and folded[before - 1].isspace():
            before -= 1
        if folded.endswith(_EMBEDDED, begin, before):
            return False
        end = min(clause_end, after + _NEAR)
        contrast = _CONTRAST.search(folded, after, min(end, after + _CONTRAST_WITHIN + 3))
        if contrast and contrast.start() <= after + _CONTRAST_WITHIN:
            return False
        of = folded.find("的", after, end - 1)
        if of < 0:
            return True
        if before == begin:
            return not (self.is_item and _KINDS.match(folded, after, end))
        adverbial = folded[before - 1] in _LAST_OF_ADVERBS
        lawfully = _LAWFULLY.search(folded, max(begin, before - _LONGEST_ADVERB), before) if adverbial else None
        lead = lawfully.start() if lawfully else before
        if lawfully and not self.actors.ends_as_actor(begin, lead) and _KINDS.match(folded, after, end):
            return False
        if folded.endswith(_LEADS_ATTRIBUTE, begin, lead):
            return False
        return not (marker.word in _FORBIDS and of < after + 12 and folded.endswith(_OF_LAW, begin, before))

    def _bearer(self, marker: Marker, sentence: int, clause: int, clause_end: int) -> tuple[bool, Extent | None]:
        """Whether the marker states a norm after all, and who is bound by it, None where nobody is named."""
        folded, actors = self.folded, self.actors
        impersonal = marker.modality == "encouragement" or marker.word in _FORBIDS
        joined = marker.start > clause and folded[marker.start - 1] == "并"
        subject = None if joined or marker.start == clause else self._subject(clause, marker.start)
        if subject is not None:
            own = actors.subject(*subject)
            if own is None and impersonal:
                return False, None
            self.bearer = own
            if own is None and folded[marker.end] == "由":
                own = actors.opening(marker.end + 1, clause_end)
            return True, own
        if folded[marker.end] == "由":
            by = actors.opening(marker.end + 1, clause_end)
            if by is not None:
                self.bearer = by
                return True, by
        if marker.word in _FORBIDS:
            forbidden = actors.opening(marker.end, clause_end)
            if forbidden is not None and forbidden[1] < clause_end:
                return True, forbidden
        named = self._named_before(sentence, clause)
        if named is not None and not actors.is_authority(*named) and _SANCTION.match(folded, marker.end):
            return True, self._authority(marker.start)
        if named is not None and (marker.modality != "encouragement" or actors.is_public(*named)):
            self.bearer = named
            return True, named
        if marker.modality == "permission" and _PENALTY.match(folded, marker.end):
            return True, self._authority(marker.start)
        if _SANCTION.match(folded, marker.end) and self.bearer and not actors.is_authority(*self.bearer):
            return True, None
        if impersonal or joined or self._has_topic(sentence, clause):
            return True, None
        return True, self.bearer

    def _subject(self, start: int, end: int) -> Extent | None:
        """What stands between the start of the clause and the marker; connectives, adverbs and 对……, 在…… are none."""
        start, end = self.actors.trim(start, end)
        if end <= start:
            return None
        folded = self.folded
        adverbial = folded.endswith(_WITHIN, start, end) or (
            folded[start] in _FIRST_OF_PREPOSITIONS and _PREPOSITION.match(folded, start, end)
        )
        if adverbial and self.actors.subject(start, end) is None:
            return None
        return start, end

    def _clauses(self, sentence: int, clause: int) -> Iterator[Extent]:
        """The clauses of the sentence before `clause`, the nearest first, as far back as a sentence reaches."""
        end = clause - 1
        for _ in range(_CLAUSES):
            if end <= sentence:
                return
            start = self.clauses.rfind(_STOP, sentence, end) + 1 or sentence
            yield start, end
            end = start - 1

    def _named_before(self, sentence: int, clause: int) -> Extent | None:
        """The actor with which the nearest earlier clause opens; a clause of time counts after the others."""
        if clause == sentence:
            return None
        actors = self.actors
        later: Extent | None = None
        for start, end in self._clauses(sentence, clause):
            trimmed = actors.trim(start, end)
            if actors.is_actor(*trimmed):
                return trimmed
            actor = actors.opening(start, end)
            if actor is None:
                continue
            if not self.folded.endswith(_TEMPORAL, start, end):
                return actor
            later = later or actor
        return later

    def _authority(self, at: int) -> Extent | None:
        """由X责令……，可以处……: X may; else the authority that acted before, for nobody punishes himself."""
        start = max(self.start, at - _FAR)
        by = self.folded.rfind("由", start, at)
        for _ in range(_CLAUSES):
            if by < 0:
                break
            actor = self.actors.opening(by + 1, at)
            if actor is not None:
                return actor
            by = self.folded.rfind("由", start, by)
        return self.bearer if self.bearer is not None and self.actors.is_authority(*self.bearer) else None

    def _has_topic(self, sentence: int, clause: int) -> bool:
        """Whether the clause before is a noun phrase that the marker is about: ……造成的损失，应当……."""
        if clause == sentence:
            return False
        folded = self.folded
        if _PREPOSITION.match(folded, sentence) and folded[sentence] != "经":
            return False
        for start, end in self._clauses(sentence, clause):
            of = folded.find("的", start, end - 1)
            return of >= 0 and not (
                folded[end - 1] == "的" or folded.endswith(_NO_TOPIC, start, end) or _ADVERBIAL.match(folded, start)
            )
        return False

    def _cut(self, clause: int, previous: _Norm, bearer: Extent | None) -> int:
        """Where the norm before this one ends: before the conditions of this one, and before its subject."""
        cut = clause
        named = bearer is not None and previous.start <= bearer[0] < clause
        while True:
            start = self.clauses.rfind(_STOP, self.begin, cut - 1) + 1
            if start <= previous.start:
                return cut
            if self.folded[cut - 2] != "的" and not (named and bearer is not None and bearer[0] < cut):
                return cut
            cut = start


def _replaced(folded: str, marks: str) -> str:
    """A text with 。 for each of some marks, to be searched for one character."""
    for mark in marks:
        folded = folded.replace(mark, _STOP)
    return folded


def _around(stops: str, marker: Marker, start: int, end: int) -> Extent:
    """The stretch around a marker between two stops, at most from `start` to `end`."""
    first = stops.rfind(_STOP, start, marker.start) + 1
    last = stops.find(_STOP, marker.end, end)
    return first or start, last if last >= 0 else end


def _unbroken(text: str) -> str:
    """A stretch without the line breaks that stand in it."""
    return "".join(text.split()) if "\n" in text else text.strip()
