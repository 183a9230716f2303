"""Actors (主体): those whom a clause names who can be bound, told by how their names end.

    actor  ::= noun* ending (("及其" | "有关" | …) noun* ending)*

Names are composed, never listed: anything before an ending (人民政府, 单位, 经营者).
"""

import re

from policyparse.knowledge.lexicon import word_set, words
from policyparse.language.bodies import is_body
from policyparse.model.base import Extent
from policyparse.statute.actor_names import (
    ACT,
    ADVERB,
    ATTRIBUTE,
    AUTHORITY,
    BY_LEAVE,
    COMPOUND,
    CONNECTIVE,
    DEFINED,
    DEPARTMENT_VERB,
    ENDING,
    FIELD,
    FOLLOWS,
    LAWFULLY,
    OBJECT_LEAD,
    OPENING,
    PLACE_BEHIND,
    PREDICATE,
    PUBLIC,
    ROLE,
    SHORT,
    SINGLE,
    THING,
    TIME,
    VERB,
    WIDENS,
    WITHIN_PREDICATE,
    endings,
    first_characters,
    last_characters,
    last_of,
)

LONGEST = 90
"""Maximum length of the name of an actor, in characters."""

_BETWEEN = 10
"""Maximum length of what stands between a body and its department, in characters."""

_REACH = _BETWEEN + 14
"""Characters behind an actor in which the next ending is looked for, with what its guard looks at."""

_LAWFUL_LENGTH = 10
"""Maximum length of an adverb of law, in characters."""

_DEFINED_LENGTH = 40
"""Maximum length of a bracket that defines a short name, in characters."""

_COMPOUND = 2
"""Maximum length of what makes a noun with the actor before it, in characters."""

_OBJECT = "对向给将把由"
_DISTRICTS = "设区的"
_JOINS = "的之、和与或及以等（暨兼并“"


class Actors:
    """Finds the actors in the clauses of one text.

    Args:
        folded: The width-folded text.
    """

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self._lasts, self._adverb_lasts = last_characters(), last_of("actors.adverbs")
        self._attributes, self._connectives = (
            first_characters("actors.attributes"),
            first_characters("actors.connectives"),
        )
        self._firsts = self._connectives | frozenset(" \n“")

    def trim(self, start: int, end: int) -> Extent:
        """Leave out a connective at the start of a stretch, and adverbs at its end: 但……也依法."""
        folded = self.folded
        if start < end and folded[start] in self._firsts:
            start = self._begin(start, end)
        while True:
            while end > start and folded[end - 1] in " \n":
                end -= 1
            if end > start and folded[end - 1] == "）":
                defined = DEFINED.search(folded, max(start, end - _DEFINED_LENGTH), end)
                if defined is not None:
                    end = defined.start()
                    continue
            if end <= start or folded[end - 1] not in self._adverb_lasts:
                return start, end
            adverb = ADVERB.search(folded, max(start, end - 5), end)
            if adverb is None:
                return start, end
            end = adverb.start()

    def without_adverbs_of_law(self, start: int, end: int) -> int:
        """Where a stretch ends without 依法, 按照规定 and the like at its end."""
        if end <= start or self.folded[end - 1] not in last_of("actors.lawful_adverbs"):
            return end
        lawfully = LAWFULLY.search(self.folded, max(start, end - _LAWFUL_LENGTH), end)
        return lawfully.start() if lawfully else end

    def _begin(self, start: int, end: int) -> int:
        while start < end and self.folded[start] in " \n“":
            start += 1
        if start >= end or self.folded[start] not in self._connectives:
            return start
        connective = CONNECTIVE.match(self.folded, start, end)
        return connective.end() if connective else start

    def subject(self, start: int, end: int) -> Extent | None:
        """The actor that a subject is, or that it opens with; None where the subject is none (规划, 企业用地, 对……).

        Args:
            start: Where the subject begins.
            end: Where it ends: at the marker, adverbs left out.
        """
        folded = self.folded
        if folded[start] in _OBJECT and self._is_object(start):
            return None
        lead = TIME.match(folded, start, end) if folded[start] in "自在经" else None
        if lead and lead.end() < end and "的" not in folded[lead.end() : end]:
            start = lead.end()
        if end - start <= LONGEST and self.ends_as_actor(start, end) and not self._is_predicated(start, end):
            return (start, end) if not self.starts_with_verb(start, end) else None
        opening = self.opening(start, end)
        if opening is None or FOLLOWS.match(folded, opening[1], end):
            return opening
        if PLACE_BEHIND.match(folded, opening[1], end):
            return None
        is_noun = folded.find("的", opening[1], end) >= 0 or end - opening[1] <= _COMPOUND
        if is_noun or PREDICATE.match(folded, opening[1], end) is None:
            return None
        return None if self._is_thing(opening[1], end) else opening

    def _is_thing(self, start: int, end: int) -> bool:
        """Whether what follows an actor makes a noun with it: 国家|发展规划, not 合议庭|评议案件."""
        if not THING.search(self.folded, start, end):
            return False
        return ACT.match(self.folded, start, end) is None

    def _is_object(self, start: int) -> bool:
        """Whether a clause opens with a preposition of the object: 对有关单位, not 对外联系机关."""
        return OBJECT_LEAD.match(self.folded, start) is not None

    def _has_attribute(self, start: int, end: int) -> bool:
        """Whether a 的 stands in a stretch, other than that of 设区的市."""
        at = self.folded.find("的", start, end)
        while at >= 0 and self.folded.endswith(_DISTRICTS, start, at + 1):
            at = self.folded.find("的", at + 1, end)
        return at >= 0

    def ends_as_actor(self, start: int, end: int) -> bool:
        """Whether a stretch ends with the ending of an actor."""
        if end <= start or self.folded[end - 1] not in self._lasts:
            return False
        if self.folded.endswith(endings(), start, end) or SINGLE.search(self.folded, end - 1, end):
            return True
        return SHORT.fullmatch(self.folded, start, end) is not None or is_body(self.folded[start:end])

    def is_actor(self, start: int, end: int) -> bool:
        """Whether a clause is the name of an actor and nothing else."""
        if start >= end or self.folded[end - 1] not in self._lasts:
            return False
        return end - start <= LONGEST and self.ends_as_actor(start, end) and self._is_noun(start, end)

    def opening(self, start: int, end: int, *, before_of: bool = False) -> Extent | None:
        """The actor with which a clause opens: the noun phrase up to the first ending that no noun continues.

        Args:
            start: Where the clause begins.
            end: Where it ends.
            before_of: Take X of X的…… as well.
        """
        folded, search = self.folded, ENDING.search
        if start < end and folded[start] in self._firsts:
            start = self._begin(start, end)
        if start < end and folded[start] in _OBJECT and self._is_object(start):
            return None
        limit = min(end, start + LONGEST)
        match = first = search(folded, start, limit)
        while match is not None:
            at = match.end()
            if at < end and folded[at] in _JOINS:
                if before_of and folded[at] == "的":
                    break
                match = search(folded, at, limit)
                continue
            if at < end and folded[at] in self._attributes and ATTRIBUTE.match(folded, at):
                match = search(folded, at, limit)
                continue
            following = search(folded, at, min(limit, at + _REACH))
            if following is None or not self._widens(at, following):
                break
            match = following
        if match is None or first is None or not self._is_noun(start, match.end(), first.start()):
            return None
        return start, match.end()

    def _widens(self, at: int, following: re.Match[str]) -> bool:
        """Whether a name goes on to the next ending: 政府及其部门, 政府教育主管部门; 政府组织编制 does not."""
        if following[0] == "组织" and following.start() == at:
            return False
        if WIDENS.fullmatch(self.folded, at, following.start()):
            return True
        if following[0] not in word_set("actors.departments") or following.start() - at > _BETWEEN:
            return False
        return DEPARTMENT_VERB.search(self.folded, at, following.start()) is None

    def _is_noun(self, start: int, end: int, ending: int | None = None) -> bool:
        """Whether a phrase that ends as an actor is one: 申请人, 发现违法行为的单位, not 发现其他单位."""
        folded = self.folded
        if folded[start] in _OBJECT and self._is_object(start):
            return False
        if self._is_predicated(start, end):
            return False
        if folded.find("的", start, end - 1) >= 0 and self._has_attribute(start, end - 1):
            return not (folded.startswith(("经", "未经"), start) and BY_LEAVE.match(folded, end))
        if self.starts_with_verb(start, end):
            return False
        if ROLE.fullmatch(folded, start, end):
            return True
        opening = OPENING.match(folded, start, end)
        if opening is None or folded[start] in _OBJECT:
            return True
        is_compound = opening.end() == ending and COMPOUND.fullmatch(opening[0]) is not None
        return is_compound and not folded.startswith(words("actors.countries"), opening.end())

    def _is_predicated(self, start: int, end: int) -> bool:
        """Whether a predicate opens within a phrase and goes on to its end: 企业|招用工人."""
        within = [match.end() for match in WITHIN_PREDICATE.finditer(self.folded, start + 1, end)]
        return bool(within) and self.folded.find("的", within[-1], end) < 0

    def is_public(self, start: int, end: int) -> bool:
        """Whether an actor is a public body, by its ending."""
        return PUBLIC.search(self.folded, start, end) is not None

    def is_authority(self, start: int, end: int) -> bool:
        """Whether an actor imposes sanctions: a public body, a court, an employer."""
        return AUTHORITY.search(self.folded, start, end) is not None

    def starts_with_verb(self, start: int, end: int) -> bool:
        """Whether a phrase opens with a verb that has the rest for its object: 公布名录."""
        if VERB.match(self.folded, start, end) is None or self.folded.find("的", start, end - 1) >= 0:
            return False
        return not (FIELD.match(self.folded, start, end) or ROLE.fullmatch(self.folded, start, end))


def find_widened(text: str) -> bool:
    """Whether the first actor of a text is a body together with its department or its staff."""
    actor = Actors(text).opening(0, len(text))
    return actor is not None and not text[: actor[1]].endswith("政府")
