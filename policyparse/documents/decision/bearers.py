"""Bearers of norms (义务主体): the actors that a clause names.

An actor is told by how its name ends (人民政府, 单位, 经营者); names are composed, never listed. The endings are in
`lexicon.toml`; an ending of one character has a guard here: 人 is none in 人民, 者 is none in 或者.
"""

import re
from functools import cache

from policyparse.core.model import Extent
from policyparse.documents.decision.markers import alternatives, lexicon

LONGEST = 90
"""The name of an actor is no longer."""

_BEFORE_VERB = (
    "(?=[对推促扶提培应可不在为，]|鼓励|支持|建立|实行|实施|保护|保障|依法|采取|加强|加大|完善|制定|设立|引导|组织|统一|根据"
    "|通过|逐步|积极|大力|健全|坚持|重点|发展|尊重|禁止|严禁|$)"
)

GUARDED = {
    "人": "人(?![民员大才工身口事体类数均群为格文力防居行选次物士质权道际情机造])",
    "者": "者(?<!或者)",
    "员": "员(?![额会工])",
    "局": "局(?![部面势限域长])",
    "厅": "厅(?![长堂])",
    "署": "署(?<![部签连]署)(?!名)",
    "院": "院(?![校士系落所内长坝])",
    "部": "部(?<=[安政交育务业设防商化生技障源境输利村法管]部)(?![分门队位署长件委级])",
    "庭": "庭(?<!家庭)(?![审院])",
}
"""By ending, the pattern that it must match where it stands; each starts with the ending, to be searched by it."""

_SINGLE = re.compile(
    "[人员局厅院]|(?<!或)者|(?<![部签连])署|(?<=[安政交育务业设防商化生技障源境输利村法管])部|(?<!家)庭"
)
_OBJECT = "对向给将把由"
_JOINS = "的、和与或及以等（暨兼并“"
_WIDENS = re.compile("(?:及其|及|所属|派出|直属|主要|直接|有关|工作|执法|委托的|授权的|指定的|设立的|下属)?")
_TIME = re.compile(
    "(?:自[^的]{2,30}?(?:起|日)(?:[^的]{1,12}?[内前后])?|在[^的]{1,30}(?:时|中|内|前|后|下|期间)|经[^的]{2,12}(?:后|，))"
)


@cache
def _patterns() -> tuple[tuple[str, ...], re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Endings of actors twice, adverbs at the end of a stretch, connectives and openings at its start."""
    words = lexicon()
    endings = [*words["actor"]["bodies"], *words["actor"]["persons"]]
    states: list[str] = words["actor"]["guarded"]
    guarded = [state + _BEFORE_VERB for state in states] + list(GUARDED.values())
    return (
        (*states, *endings),
        re.compile("|".join([alternatives(endings), *guarded])),
        re.compile(rf"(?:{alternatives(words['adverb']['words'])})$"),
        re.compile(alternatives(words["connective"]["words"])),
        re.compile(alternatives(words["opening"]["words"])),
    )


class Actors:
    """Finds the actors in the clauses of one text.

    Args:
        folded: The width-folded text.
    """

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self._endings, self._ending, self._adverb, self._connective, self._opening = _patterns()

    def trim(self, start: int, end: int) -> Extent:
        """Leave out a connective at the start of a stretch, and adverbs at its end: 但……也依法."""
        folded = self.folded
        while start < end and folded[start] in " \n“":
            start += 1
        connective = self._connective.match(folded, start, end)
        if connective:
            start = connective.end()
        while True:
            while end > start and folded[end - 1] in " \n":
                end -= 1
            adverb = self._adverb.search(folded, max(start, end - 5), end)
            if adverb is None:
                return start, end
            end = adverb.start()

    def subject(self, start: int, end: int) -> Extent | None:
        """The actor that a subject is, or that it opens with; None where the subject is none (规划, 对……)."""
        folded = self.folded
        if folded[start] in _OBJECT:
            return None
        lead = _TIME.match(folded, start, end)
        if lead and lead.end() < end and "的" not in folded[lead.end() : end]:
            start = lead.end()
        if end - start <= LONGEST and self.ends_as_actor(start, end):
            return start, end
        return self.opening(start, end)

    def ends_as_actor(self, start: int, end: int) -> bool:
        """Whether a stretch ends with the ending of an actor."""
        folded = self.folded
        return folded.endswith(self._endings, start, end) or (
            end > start and _SINGLE.search(folded, end - 1, end) is not None
        )

    def is_actor(self, start: int, end: int) -> bool:
        """Whether a clause is the name of an actor and nothing else."""
        return start < end and end - start <= LONGEST and self.ends_as_actor(start, end) and self._is_noun(start, end)

    def opening(self, start: int, end: int, *, before_of: bool = False) -> Extent | None:
        """The actor with which a clause opens: the noun phrase up to the first ending that no noun continues.

        Args:
            start: Where the clause begins.
            end: Where it ends.
            before_of: Take X of X的…… as well.
        """
        folded = self.folded
        while start < end and folded[start] in " \n“":
            start += 1
        connective = self._connective.match(folded, start, end)
        if connective:
            start = connective.end()
        limit = min(end, start + LONGEST)
        match = self._ending.search(folded, start, limit)
        while match is not None:
            at = match.end()
            following = self._ending.search(folded, at, limit)
            joined = at < end and folded[at] in _JOINS
            if before_of and joined and folded[at] == "的":
                break
            if not joined and not (following is not None and self._widens(at, following)):
                break
            match = following
        if match is None or not self._is_noun(start, match.end()):
            return None
        return start, match.end()

    def _widens(self, at: int, following: re.Match[str]) -> bool:
        """Whether the name of an actor goes on to the next ending: 部门及其工作人员, not 政府组织编制."""
        if following[0] == "组织" and following.start() == at:
            return False
        return _WIDENS.fullmatch(self.folded, at, following.start()) is not None

    def _is_noun(self, start: int, end: int) -> bool:
        """Whether a phrase that ends as an actor is one: not 发现其他单位, but 发现违法行为的单位."""
        folded = self.folded
        if folded[start] in _OBJECT:
            return False
        return not self._opening.match(folded, start, end) or folded.find("的", start, end - 1) >= 0
