"""Norms (规范): who is bound to do or leave what.

    norm ::= (subject adverb*)? marker action

A subject is the noun phrase before the marker, or one that an earlier clause of the sentence opens with; a sentence
without one goes on with the subject of the sentence before it. What cannot be bound (a plan, a fee) is no bearer.
A marker inside a condition (……的，) or an attribute (应当公开的信息) states no norm.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from policyparse.core.model import Draft, Extent
from policyparse.structure.layout import Page

_LONGEST_BEARER = 90
_STOP = re.compile("[。；！？]")
_NOT_FINITE = re.compile(r"(?:是否|能否|何时|如何|认为|认定|视为|推定|不知|所|被|以及其他|等|其他)$")
_ATTRIBUTE_LEAD = re.compile(r"(?:^|对|将|把|属于|包括|作为|为|和|或者|或|以及|及|、|其他|规定|公布|提供|符合|所称|要求|约定|确定|承担|履行|是|有|无|除)$")
_ATTRIBUTE_OF_LAW = re.compile(r"(?:法律|法规|规章|国家|规定|明令|依法)$")
_LAWFUL = re.compile(r"(?:依法|按照规定|按规定|按照国家有关规定|依照规定|依照法律规定|根据规定|按照法律规定|按时|如期)$")
_CONTRAST = re.compile(r"[^，。；]{0,30}(?:而|却|但)(?:未|没有|不|拒)")
_KINDS = re.compile(r"[^，。；：]{1,30}的(?:其他)?(?:情形|行为|事项|内容|材料|条件|职责|措施|要求|义务|权利|事由|证据|信息)$")
_PENALTY = re.compile(r"(?:依法)?(?:处|并处|吊销|没收|责令|暂扣|给予|对|取消|撤销|予以)")
_TEMPORAL = re.compile(r"(?:后|前|时|期间|之日起|期限内|日内|过程中|的同时)$")
_TIME_LEAD = re.compile(r"(?:自[^的]{2,30}?(?:起|日)(?:[^的]{1,12}?(?:内|前|后))?|在[^的]{1,30}(?:时|中|内|前|后|下|期间)|经[^的]{2,12}(?:后|，))")
_OBJECT = "对向给将把由"
_PREPOSITION = re.compile("对于?|在|就|根据|按照|依照|依据|经|向|为了?|自|因|于|从|通过|以|由|针对|将|把|除")
_OPENS_ADVERBIAL = re.compile("对于?|将|把|向|给|就|针对|根据|按照|依照|依据|为|因|由|自|于|除|随|与|当|如")
_NO_TOPIC = re.compile(r"(?:后|前|时|期间|之日起|内|中|上|下|过程中|批准|同意|审核|备案|许可|通过|认定|合格|规定|要求|决定|确认|验收|登记)$")
_JOINS = "的、和与或及以等（暨兼并“"
_WIDENS = re.compile(r"(?:及其|及|所属|派出|直属|主要|直接|有关|工作|执法|委托的|授权的|指定的|设立的|下属)?$")
_BARE = {
    "应": r"(?<![相适响供反对效呼感报顺因理回答照])应(?![当予急用对付答诉邀聘有届变力运收试注许激酬景验声召计])",
    "不应": "不应(?![当有])",
    "须": r"(?<![必无不毋])须(?=[经由在持向按依以有取具遵将报征符予于先同])",
    "可": r"(?<![许认不宁方尚])可(?=由|按|依|酌|处|向|自|直接|将|根据|给予|并处|延长|不)",
}
_GUARDED = {
    "应当": "(?<!不)应当(?!知道|知晓|预见|认识到)",
    "有权": r"(?<![具没享拥所未])有权(?![的机部单限利益属])",
    "无权": "无权(?![的处限利])",
    "禁止": r"(?<![被以所])禁止(?![性令区类])",
    "有义务": "(?<![没所])有义务(?!的)",
    "有责任": "(?<![没所])有责任(?!的|心)",
    "必须": "(?<!所)必须(?![的品])",
}
_STATE = (
    "国家(?=鼓励|支持|建立|实行|实施|保护|保障|对|依法|采取|加强|加大|推|促|扶|提|培|完善|制定|应|可|不|设立|引导|组织|统一|根据|在|为|通过|逐步|积极|大力|健全|坚持|重点|发展|尊重|禁止|严禁|$|，)"
)
_SINGLE = {
    "人": r"人(?![民员大才工身口事体类数均群为格文力防居行选次物士质权道际情机造])",
    "者": "(?<!或)者",
    "员": r"员(?![额会工])",
    "局": r"局(?![部面势限域长])",
    "厅": r"厅(?![长堂])",
    "署": r"(?<![部签连])署(?![名])",
    "院": r"院(?![校士系落所内长坝])",
    "部": r"(?<=[安政交育务业设防商化生技障源境输利村法管])部(?![分门队位署长件委级])",
    "庭": r"(?<!家)庭(?![审院])",
}


@dataclass(frozen=True, slots=True)
class _Words:
    marker: re.Pattern[str]
    modality: dict[str, str]
    actor: re.Pattern[str]
    adverb: re.Pattern[str]
    connective: re.Pattern[str]
    opening: re.Pattern[str]


@dataclass(slots=True)
class _Found:
    """A norm before its action is cut off where the next one starts."""

    draft: Draft
    start: int
    end: int


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _words() -> _Words:
    table: dict[str, Any] = tomllib.loads((files("policyparse.documents.decision") / "lexicon.toml").read_text(encoding="utf-8"))
    modality: dict[str, str] = {}
    patterns: list[tuple[str, str]] = []
    for name in ("prohibition", "obligation", "permission"):
        for word in (*table[name]["words"], *table[name]["bare"]):
            modality[word] = name
            patterns.append((word, _BARE.get(word) or _GUARDED.get(word) or word))
    encouraged = table["encouragement"]["words"]
    modality |= dict.fromkeys(encouraged, "encouragement")
    joined = f"(?:(?:、|和|与|并)(?:{_alternatives([*encouraged, *table['encouragement']['with']])})){{0,3}}"
    patterns += [(word, word + joined) for word in encouraged]
    patterns.sort(key=lambda pair: len(pair[0]), reverse=True)
    actors = _alternatives([*table["actor"]["bodies"], *table["actor"]["persons"]])
    singles = "|".join(_SINGLE[c] for c in table["actor"]["single"])
    return _Words(
        marker=re.compile("|".join(pattern for _, pattern in patterns)),
        modality=modality,
        actor=re.compile(rf"(?:{actors}|{_STATE}|{singles})"),
        adverb=re.compile(rf"(?:{_alternatives(table['adverb']['words'])})$"),
        connective=re.compile(rf"(?:{_alternatives(table['connective']['words'])})"),
        opening=re.compile(rf"(?:{_alternatives(table['opening']['words'])})"),
    )


def parse_norms(page: Page, articles: list[Draft]) -> None:
    """Fill the `norms` of every article.

    Args:
        page: The page.
        articles: Drafts of articles with their paragraphs.
    """
    for article in articles:
        for paragraph in article["paragraphs"]:
            reader = _ParagraphReader(page)
            for extent, is_item in _units(paragraph):
                article["norms"] += reader.read(*extent, is_item)


def _units(node: Draft, is_item: bool = False) -> Iterator[tuple[Extent, bool]]:
    """Extents of the lead and of every item below it, in order of the text."""
    start, end = node["span"]
    items: list[Draft] = node["items"]
    if is_item:
        start += len(node["label"])
    yield (start, items[0]["span"][0] if items else end), is_item
    for item in items:
        yield from _units(item, True)


class _ParagraphReader:
    """Reads the sentences of a paragraph in order and remembers who acts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.folded = page.folded
        self.words = _words()
        self.bearer: Extent | None = None
        self.start: int | None = None

    def read(self, start: int, end: int, is_item: bool) -> list[Draft]:
        """The norms of one lead or item."""
        if self.start is None:
            self.start = start
        found: list[_Found] = []
        for match in self.words.marker.finditer(self.folded, start, end):
            norm = self._norm(match, start, end, is_item, found[-1] if found else None)
            if norm:
                found.append(norm)
        if not is_item and not found and self.folded[start:end].rstrip().endswith("："):
            self.bearer = self._opening_actor(start, end, before_of=True)
        return [self._finished(norm) for norm in found]

    def _finished(self, norm: _Found) -> Draft:
        text, folded, draft = self.page.text, self.folded, norm.draft
        end = norm.end
        while end > norm.start and folded[end - 1] in " ，：、\n":
            end -= 1
        draft["action"] = _joined(text[norm.start : end])
        draft["span"] = (draft["span"][0], end)
        return draft

    def _norm(self, match: re.Match[str], start: int, end: int, is_item: bool, previous: _Found | None) -> _Found | None:
        folded, at = self.folded, match.start()
        sentence = max(folded.rfind(mark, start, at) for mark in "。；！？") + 1
        sentence = max(sentence, start)
        stop = _STOP.search(folded, match.end(), end)
        sentence_end = stop.start() if stop else end
        clause = max(sentence, max(folded.rfind(mark, sentence, at) for mark in "，：") + 1)
        comma = folded.find("，", match.end(), sentence_end)
        clause_end = comma if comma >= 0 else sentence_end
        while clause_end > match.end() and folded[clause_end - 1] in " \n":
            clause_end -= 1
        if match.end() >= clause_end or not self._states(match, clause, clause_end, comma >= 0, is_item):
            return None
        marker = match[0]
        modality = self.words.modality.get(marker) or "encouragement"
        if previous is not None and clause < previous.start:
            if modality == "encouragement" or not folded[at - 1] in "并但也且而或":
                return None
        bearer = self._bearer(match, modality, sentence, clause, clause_end)
        if bearer is False:
            return None
        cut = self._cut(clause, previous, bearer)
        if previous is not None and previous.end > cut:
            previous.end = cut
        draft: Draft = {
            "modality": modality,
            "marker": marker,
            "bearer": _joined(self.page.text[slice(*bearer)]) if bearer else None,
            "action": "",
            "span": (at, sentence_end),
        }
        return _Found(draft, match.end(), sentence_end)

    def _states(self, match: re.Match[str], clause: int, clause_end: int, comma: bool, is_item: bool) -> bool:
        """Whether the marker is the finite verb of its clause, not part of a condition or an attribute."""
        folded = self.folded
        before = folded[clause : match.start()].rstrip()
        action = folded[match.end() : clause_end]
        if action.endswith("的") and (comma or is_item):
            return False
        if _NOT_FINITE.search(before) or _CONTRAST.match(action):
            return False
        if is_item and not before and _KINDS.match(action):
            return False
        lead = _LAWFUL.sub("", before)
        if "的" in action[:-1]:
            if lead != before and _ATTRIBUTE_LEAD.search(lead) and _KINDS.match(action):
                return False
            if lead and _ATTRIBUTE_LEAD.search(lead):
                return False
            if match[0] in ("禁止", "严禁") and _ATTRIBUTE_OF_LAW.search(before) and "的" in action[:12]:
                return False
        return not before.endswith("的")

    def _bearer(self, match: re.Match[str], modality: str, sentence: int, clause: int, clause_end: int) -> Extent | None | bool:
        """Who is bound: an extent, None where nobody is named, False where the marker is none after all."""
        folded = self.folded
        joined = folded[match.start() - 1] == "并" and match.start() > clause
        subject = None if joined else self._subject(clause, match.start())
        if subject is not None:
            own = self._actor(*subject)
            if own is None and (modality == "encouragement" or match[0] in ("禁止", "严禁")):
                return False
            if own is None:
                own = self._by(match.end(), clause_end)
                self.bearer = None
            else:
                self.bearer = own
            return own
        by = self._by(match.end(), clause_end)
        if by is not None:
            self.bearer = by
            return by
        if match[0] in ("禁止", "严禁", "不准"):
            actor = self._opening_actor(match.end(), clause_end)
            if actor is not None:
                return actor
        named = self._named_before(sentence, clause)
        if named is not None:
            self.bearer = named
            return named
        if modality == "permission" and _PENALTY.match(folded, match.end()):
            return self._authority(match.start())
        if modality == "encouragement" or match[0] in ("禁止", "严禁") or joined:
            return None
        if self._has_topic(sentence, clause):
            return None
        return self.bearer

    def _subject(self, start: int, end: int) -> Extent | None:
        """What stands between the start of the clause and the marker; connectives, adverbs and 对……, 在…… are none."""
        start, end = self._trim(start, end)
        if end <= start:
            return None
        adverbial = _PREPOSITION.match(self.folded, start, end)
        if adverbial and not self._ends_as_actor(start, end) and self._opening_actor(start, end) is None:
            return None
        return start, end

    def _trim(self, start: int, end: int) -> Extent:
        folded, words = self.folded, self.words
        while start < end and folded[start] in " \n“":
            start += 1
        connective = words.connective.match(folded, start, end)
        if connective:
            start = connective.end()
        while True:
            while end > start and folded[end - 1] in " \n":
                end -= 1
            adverb = words.adverb.search(folded, max(start, end - 5), end)
            if adverb is None:
                return start, end
            end = adverb.start()

    def _actor(self, start: int, end: int) -> Extent | None:
        """The actor that a subject is, or that it opens with."""
        folded = self.folded
        if folded[start] in _OBJECT:
            return None
        lead = _TIME_LEAD.match(folded, start, end)
        if lead and lead.end() < end and "的" not in folded[lead.end() : end]:
            start = lead.end()
        if end - start <= _LONGEST_BEARER and self._ends_as_actor(start, end):
            return start, end
        return self._opening_actor(start, end)

    def _ends_as_actor(self, start: int, end: int) -> bool:
        tail = max(start, end - 6)
        return any(m.end() == end for i in range(tail, end) for m in (self.words.actor.match(self.folded, i, end),) if m)

    def _opening_actor(self, start: int, end: int, *, before_of: bool = False) -> Extent | None:
        """The actor with which a clause opens: the noun phrase up to the first name of one that no noun continues."""
        folded = self.folded
        start, _ = self._trim(start, end)
        first: int | None = None
        matches = list(self.words.actor.finditer(folded, start, min(end, start + _LONGEST_BEARER)))
        for i, match in enumerate(matches):
            follows = folded[match.end() : match.end() + 1] if match.end() < end else ""
            if follows in _JOINS and follows and not (before_of and follows == "的"):
                continue
            if i + 1 < len(matches) and _WIDENS.fullmatch(folded[match.end() : matches[i + 1].start()]) and not (before_of and follows == "的"):
                continue
            first = match.end()
            break
        if first is None:
            return None
        phrase = folded[start:first]
        return (start, first) if self._is_noun(phrase) else None

    def _is_noun(self, phrase: str) -> bool:
        """Whether a phrase that ends as an actor is one: not 发现其他单位, but 发现违法行为的单位."""
        if phrase[0] in _OBJECT:
            return False
        return not self.words.opening.match(phrase) or "的" in phrase[:-1]

    def _by(self, start: int, end: int) -> Extent | None:
        """应当由X: X is bound."""
        if not self.folded.startswith("由", start):
            return None
        return self._opening_actor(start + 1, end)

    def _clauses(self, sentence: int, clause: int) -> Iterator[Extent]:
        """The clauses of the sentence before `clause`, the nearest first."""
        end = clause - 1
        while end > sentence:
            start = max(sentence, self.folded.rfind("，", sentence, end) + 1)
            yield start, end
            end = start - 1

    def _named_before(self, sentence: int, clause: int) -> Extent | None:
        """The actor with which the nearest earlier clause opens; a clause of time counts after the others."""
        later: list[Extent] = []
        for start, end in self._clauses(sentence, clause):
            if end - start <= _LONGEST_BEARER and self._is_bare_actor(start, end):
                return self._trim(start, end)
            actor = self._opening_actor(start, end)
            if actor is None:
                continue
            if _TEMPORAL.search(self.folded[max(start, end - 6) : end]):
                later.append(actor)
                continue
            return actor
        return later[0] if later else None

    def _is_bare_actor(self, start: int, end: int) -> bool:
        start, end = self._trim(start, end)
        return start < end and self._ends_as_actor(start, end) and self._is_noun(self.folded[start:end])

    def _authority(self, at: int) -> Extent | None:
        """由X责令……，可以处……: X may."""
        assert self.start is not None
        by = self.folded.rfind("由", self.start, at)
        while by >= 0:
            actor = self._opening_actor(by + 1, at)
            if actor is not None:
                return actor
            by = self.folded.rfind("由", self.start, by)
        return self.bearer

    def _has_topic(self, sentence: int, clause: int) -> bool:
        """Whether the clause before is a noun phrase of its own (……造成的损失，应当……), which the marker is about."""
        if _PREPOSITION.match(self.folded, sentence) and not self.folded.startswith("经", sentence):
            return False
        for start, end in self._clauses(sentence, clause):
            text = self.folded[start:end]
            return "的" in text[:-1] and not (text.endswith("的") or _OPENS_ADVERBIAL.match(text) or _NO_TOPIC.search(text))
        return False

    def _cut(self, clause: int, previous: _Found | None, bearer: Extent | None | bool) -> int:
        """Where the norm before this one ends: before the conditions of this one and the clause that names its bearer."""
        cut = clause
        if previous is None:
            return cut
        named = bearer[0] if isinstance(bearer, tuple) and previous.start <= bearer[0] < clause else None
        while cut > previous.start:
            end = cut - 1
            start = self.folded.rfind("，", previous.start, end) + 1
            if start <= previous.start or not (self.folded[end - 1] == "的" or (named is not None and named < cut)):
                break
            cut = start
        return cut


def _joined(text: str) -> str:
    """A stretch without the line breaks that stand in it."""
    return "".join(text.split()) if "\n" in text else text.strip()
