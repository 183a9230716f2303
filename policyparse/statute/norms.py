"""Norms (规范): who is bound to do or leave what, and when.

    sentence ::= segment ("；" segment)*
    norm     ::= condition? (subject adverb*)? condition? marker action

A subject is the noun phrase before the marker, or one that an earlier clause of the segment opens with; a segment
without one goes on with the subject of the one before it. A segment behind ； that opens with a verb and has no marker
of its own goes on with the last norm. What cannot be bound (a plan, a fee) is no bearer.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from policyparse.model.base import Extent
from policyparse.model.provisions import ArticleDraft, NormDraft
from policyparse.model.steps import take_steps
from policyparse.page.layout import Page
from policyparse.statute.actors import Actors
from policyparse.statute.bearer_lists import split_bearers
from policyparse.statute.bearing import CLAUSES, Answer, Memory, Question, subject_of, who_is_bound
from policyparse.statute.conditions import find_condition, inner_condition, is_case, is_condition
from policyparse.statute.continuation import goes_on_as_action
from policyparse.statute.finite import Site, refusal
from policyparse.statute.markers import Marker, find_markers
from policyparse.statute.predicates import match_predicate
from policyparse.statute.stretches import Segment, Stretch, clauses_of, segments_of, stretches_of

_LIST_WORDS = ("下列", "以下", "如下", "列举")


@dataclass(slots=True)
class _Norm:
    """A norm whose action is cut off where the next one starts.

    Attributes:
        marker: Its marker; that of the norm it goes on with where it has none of its own.
        bearer: Who is bound, None where nobody is named.
        condition: The pieces of its condition.
        place: Where it begins: at the marker, or at the action where it has none.
        start: Offset of the action.
        end: Offset after the action.
    """

    marker: Marker
    bearer: Extent | None
    condition: list[Extent]
    place: int
    start: int
    end: int


def parse_norms(page: Page, articles: list[ArticleDraft], *, official: bool = False) -> None:
    """Fill the `norms` of every article.

    Args:
        page: The page.
        articles: Drafts of articles with their paragraphs.
        official: Whether they are points of an official document, in which 要 binds as well.
    """
    if not articles:
        return
    reader = NormReader(page, official=official)
    markers = reader.markers(articles[0]["span"][0], articles[-1]["span"][1])
    starts = [marker.start for marker in markers]
    for index, article in enumerate(articles):
        for position, paragraph in enumerate(article["paragraphs"]):
            start, end = paragraph["span"]
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            if first < last:
                stretches = stretches_of(page.folded, paragraph, f"/articles/{index}/paragraphs/{position}")
                article["norms"] += reader.read(stretches, markers[first:last])


def find_modalities(sentence: str, *, official: bool = False) -> list[str]:
    """The modalities of the norms that one sentence states.

    Args:
        sentence: A sentence of law, folded.
        official: Whether it is one of an official document.
    """
    reader = NormReader(Page(sentence, sentence, [], False), official=official)
    return [norm["modality"] for norm in reader.read([Stretch(0, len(sentence.rstrip("。")), "")])]


def find_bearer(sentence: str) -> str | None:
    """The bearer of the first norm that a sentence states, None where it names nobody.

    Args:
        sentence: A sentence of law, folded.
    """
    reader = NormReader(Page(sentence, sentence, [], False))
    return next((norm["bearer"] for norm in reader.read([Stretch(0, len(sentence.rstrip("。")), "")])), None)


def find_official_modalities(sentence: str) -> list[str]:
    """The modalities of the norms that one sentence of an official document states."""
    return find_modalities(sentence, official=True)


class NormReader:
    """Reads the norms of paragraphs, each with its items, and remembers who acts in it.

    Args:
        page: The page.
        official: Whether the markers of official documents (要, 不能) count as well.
    """

    def __init__(self, page: Page, *, official: bool = False) -> None:
        self.text, self.folded, self.official = page.text, page.folded, official
        self.actors = Actors(page.folded)
        self.memory = Memory()

    def markers(self, start: int, end: int) -> list[Marker]:
        """The markers of a part of the page, in order."""
        return list(find_markers(self.folded, start, end, official=self.official))

    def read(self, stretches: Sequence[Stretch], markers: Sequence[Marker] | None = None) -> list[NormDraft]:
        """The norms of one paragraph: of its lead and of the items below it.

        Args:
            stretches: The lead and the items, in order of the text.
            markers: The markers in them, to be found where None.
        """
        if not stretches:
            return []
        first, last = stretches[0].start, stretches[-1].end
        if markers is None:
            markers = self.markers(first, last)
        take_steps(len(markers))
        self.memory = Memory(first)
        starts = [marker.start for marker in markers]
        drafts: list[NormDraft] = []
        of_lead: Extent | None = None
        for stretch in stretches:
            if stretch.is_item:
                self.memory.bearer = of_lead  # no item goes on with another
            low, high = bisect_left(starts, stretch.start), bisect_left(starts, stretch.end)
            found = self._norms_of(stretch, markers[low:high]) if low < high else []
            drafts += self._drafts(stretch, found)
            if not found and not stretch.is_item:
                self._remember_lead(stretch)
            if not stretch.is_item:
                of_lead = self.memory.bearer
        return drafts

    def _norms_of(self, stretch: Stretch, markers: Sequence[Marker]) -> list[_Norm]:
        starts = [marker.start for marker in markers]
        found: list[_Norm] = []
        last: _Norm | None = None  # of the sentence
        for segment in segments_of(self.folded, stretch):
            low, high = bisect_left(starts, segment.start), bisect_left(starts, segment.end)
            last = None if segment.opens else last
            norms = _SegmentReader(self, stretch, segment).read(markers[low:high])
            if not norms and last is not None and low == high:
                norms = self._goes_on(segment, last)
            found += norms
            last = norms[-1] if norms else last
        return found

    def _goes_on(self, segment: Segment, last: _Norm) -> list[_Norm]:
        """A segment without a marker that goes on with the norm before it: 市人民政府应当……；推行……."""
        clauses = clauses_of(self.folded, segment.start, segment.end)
        at = goes_on_as_action(self.folded, self.actors, clauses)
        if at is None or any(match_predicate(self.folded, self.actors, clause) for clause in clauses):
            return []
        before = [clause for clause in clauses if clause[1] <= at]
        bearer = None if is_case(self.folded, before) else last.bearer
        return [_Norm(last.marker, bearer, find_condition(self.folded, before), at, at, segment.end)]

    def _remember_lead(self, stretch: Stretch) -> None:
        """Remember who acts in a lead that states no norm, for its items: 市人民政府履行下列职责：."""
        if stretch.end > stretch.start and self.folded[stretch.end - 1] == "：":
            self.memory.bearer = self.actors.opening(stretch.start, stretch.end, before_of=True)

    def _drafts(self, stretch: Stretch, norms: list[_Norm]) -> list[NormDraft]:
        listing = [norm for norm in norms if self._names_list(norm)] if stretch.items else []
        if stretch.items and norms and not listing and norms[-1].end == stretch.end:
            listing = norms[-1:]
        return [self._draft(norm, stretch, stretch.items if norm in listing else []) for norm in norms]

    def _names_list(self, norm: _Norm) -> bool:
        pieces = [*norm.condition, (norm.start, norm.end)]
        return any(self.folded.find(word, start, end) >= 0 for start, end in pieces for word in _LIST_WORDS)

    def _draft(self, norm: _Norm, stretch: Stretch, items: list[str]) -> NormDraft:
        end = norm.end
        while end > norm.start and self.folded[end - 1] in " ，：、；。\n":
            end -= 1
        bearer = self._printed(*norm.bearer) if norm.bearer else None
        bearers = list(_bearers(self._folded(*norm.bearer))) if norm.bearer else []
        return {
            "modality": norm.marker.modality,
            "marker": norm.marker.word,
            "bearer": bearer,
            "bearers": bearers,
            "condition": self._joined(norm.condition),
            "action": self._printed(norm.start, end),
            "items": list(items),
            "pointer": stretch.pointer,
            "span": (norm.place, end),
        }

    def _joined(self, pieces: list[Extent]) -> str | None:
        """A condition as printed; pieces between which a bearer stands are joined by a comma."""
        text = ""
        for i, (start, end) in enumerate(pieces):
            touches = i and self.folded[pieces[i - 1][1] : start].strip() in ("，", "：")
            between = self.text[pieces[i - 1][1] : start] if touches else "，" if i else ""
            text += between + self.text[start:end]
        return _unbroken(text) or None

    def _printed(self, start: int, end: int) -> str:
        return _unbroken(self.text[start:end])

    def _folded(self, start: int, end: int) -> str:
        return _unbroken(self.folded[start:end])


class _SegmentReader:
    """Reads the markers of one segment, in order."""

    def __init__(self, reader: NormReader, stretch: Stretch, segment: Segment) -> None:
        self.folded, self.actors, self.memory = reader.folded, reader.actors, reader.memory
        self.stretch, self.segment = stretch, segment
        self.clauses: list[Extent] = []
        self.found: list[_Norm] = []

    def read(self, markers: Sequence[Marker]) -> list[_Norm]:
        """The norms that the markers state."""
        if markers:
            self.clauses = clauses_of(self.folded, self.segment.start, self.segment.end)
        for marker in markers:
            norm = self._norm(marker)
            if norm is not None:
                self.found.append(norm)
        return self.found

    def _norm(self, marker: Marker) -> _Norm | None:
        """The norm that a marker states, None where it states none; cuts off the one before it."""
        index = min(bisect_right(self.clauses, marker.start, key=lambda clause: clause[1]), len(self.clauses) - 1)
        start, end = self.clauses[index]
        if marker.end >= end or refusal(self._site(marker, start, end)) is not None:
            return None
        previous = self.found[-1] if self.found else None
        if previous is not None and self._belongs_to(previous, marker, start):
            return None
        question = Question(
            self.folded,
            self.actors,
            marker,
            self.clauses[max(0, index - CLAUSES) : index],
            (start, end),
            opens=self.segment.opens,
            last=previous.start if previous else 0,
            memory=self.memory,
        )
        answer = who_is_bound(question)
        if not answer.states:
            return None
        if answer.is_remembered:
            self.memory.bearer = answer.bearer
        front = self._front(index, previous, answer)
        if previous is not None:
            previous.end = min(previous.end, front)
        condition = find_condition(self.folded, self._pieces(front, index, marker, answer))
        return _Norm(marker, answer.bearer, condition, marker.start, marker.end, self.segment.end)

    def _site(self, marker: Marker, start: int, end: int) -> Site:
        folded = self.folded
        before = marker.start
        while before > start and folded[before - 1].isspace():
            before -= 1
        lead = self.actors.without_adverbs_of_law(start, before)
        goes_on = self.stretch.is_item or (end < self.segment.end and folded[end] in "，：")
        return Site(
            folded, self.actors, marker, self.segment.start, start, before, lead, end, goes_on, self.stretch.is_item
        )

    def _belongs_to(self, previous: _Norm, marker: Marker, clause: int) -> bool:
        """Whether a marker is part of the action of the norm before it: 应当支持……, 应当……，支持……."""
        is_urge = marker.modality == "encouragement"
        if clause < previous.start:
            joined = marker.start > clause and self.folded[marker.start - 1] in "并但也且而或"
            return is_urge or not joined
        bearer = previous.bearer
        by_public = bearer is None or self.actors.is_public(*bearer)
        bound = is_urge and previous.marker.modality == "obligation" and by_public
        return bound and subject_of(self.folded, self.actors, clause, marker.start) is None

    def _front(self, index: int, previous: _Norm | None, answer: Answer) -> int:
        """Where the norm before this one ends: before the conditions of this one, and before its subject."""
        if previous is None:
            return self.segment.start
        front = self.clauses[index][0]
        bearer = answer.bearer
        for start, end in reversed(self.clauses[:index]):
            names = bearer is not None and start <= bearer[0] < end
            if start <= previous.start or not (names or is_condition(self.folded, start, end)):
                break
            front = start
        return front

    def _pieces(self, front: int, index: int, marker: Marker, answer: Answer) -> list[Extent]:
        """What stands before the marker, clause by clause, without connectives, the bearer and adverbs."""
        pieces: list[Extent] = []
        first_clause = index
        while first_clause > 0 and self.clauses[first_clause - 1][1] > front:
            first_clause -= 1
        for start, end in [*self.clauses[first_clause:index], (self.clauses[index][0], marker.start)]:
            if end <= front:
                continue
            first, (start, end) = start, self.actors.trim(start, end)
            if is_condition(self.folded, first, start):  # 必要时主管部门
                pieces.append((first, start))
            bearer = answer.bearer
            if bearer is not None and start <= bearer[0] and bearer[1] <= end:
                pieces += [(start, bearer[0]), (bearer[1], end)]
            else:
                pieces.append(inner_condition(self.folded, start, end) if bearer is None else (start, end))
        return [piece for piece in pieces if piece[0] < piece[1]]


@lru_cache(maxsize=4096)
def _bearers(printed: str) -> tuple[str, ...]:
    return tuple(split_bearers(printed, _ends_as_actor))


def _ends_as_actor(text: str) -> bool:
    return Actors(text).ends_as_actor(0, len(text))


def _unbroken(text: str) -> str:
    """A stretch without the line breaks that stand in it."""
    return "".join(text.split()) if "\n" in text else text.strip()
