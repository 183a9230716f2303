"""Whether a number is to be reached or has been reached (目标、结果).

The nearest word decides, in the clause, then in what stands before in the sentence: 将, 力争, 预计, 到2027年 look
ahead; 已, 累计, 同比, 去年 look back. Without such a word a document that plans (its title says 目标, 方案) plans.
"""

import re
from datetime import date
from typing import Literal

from policyparse.plan.clauses import Clause
from policyparse.plan.lexicon import alternation
from policyparse.plan.periods import Moment, Periods
from policyparse.structure.layout import Page, Role

_TARGET = re.compile(alternation("target") + r"|未来(?=[一二三四五六七八九十\d几，])|(?<!即)将(?!军|近)|(?<![主重需必纪只摘还])要(?!素|求|点|闻|么|件|害)")
_RESULT = re.compile(alternation("result") + r"|已(?!知)|(?<=[\u4e00-\u9fff])了(?!解)")
_RESULT_BEFORE = re.compile(alternation("result") + r"|已(?!知|[^，。]{1,8}的)|(?<=[\u4e00-\u9fff])了(?!解)")
_MET = re.compile(r"(?:实现|完成|达到|达成)了|(?:如期|提前|超额|圆满|顺利)(?:实现|完成|达到|达成)")
_ARTICLE = re.compile(r"第[〇零一二三四五六七八九十百千\d]{1,9}条[\s之]")
ARTICLES = 3
"""A page with so many articles lays down rules."""
_PLANNING = re.compile(alternation("planning_title"))
_RESULT_TITLE = re.compile(r"完成|实现|增长|突破|取得|达到|成效|同比|超|回升|出台|显著|见效")


class Outlook:
    """Which way a document looks.

    Args:
        page: The page.
        reference: The day from which 今年 counts, None where unknown.

    Attributes:
        rules: Whether the document lays down rules in articles, whose numbers are norms and not indicators.
        planned: The period that the document plans for, where it does; else None.
    """

    def __init__(self, page: Page, reference: date | None) -> None:
        self.reference = reference
        self.rules = sum(bool(_ARTICLE.match(b.folded)) for b in page.blocks) >= ARTICLES
        title = page.title.folded if page.title else ""
        self.plans = bool(_PLANNING.search(title)) and not _RESULT_TITLE.search(title)
        self.planned: Moment | None = None
        if self.plans:
            lead = next(iter(page.with_role(Role.PARAGRAPH)), None)
            for text in (title, lead.folded if lead else ""):
                opening = Periods(text, reference, None).opening()
                if opening and not self._is_past(opening):
                    self.planned = opening
                    break

    def kind(self, folded: str, number: int, clause: Clause, moment: Moment | None) -> Literal["target", "result"]:
        """Whether the number at an offset is a target or a result."""
        if moment and moment.until and moment.last and (self.reference is None or moment.last > self.reference):
            return "target"
        if moment and self._is_past(moment):
            return "result"
        if _MET.search(folded, clause.start, clause.end):
            return "result"
        for start, end, result in ((clause.start, clause.end, _RESULT), (clause.sentence[0], clause.start, _RESULT_BEFORE)):
            ahead, back = _last(_TARGET, folded, start, end), _last(result, folded, start, end)
            if ahead != back:
                return "target" if ahead > back else "result"
        return "target" if self.plans else "result"

    def _is_past(self, moment: Moment) -> bool:
        return bool(self.reference and moment.last and moment.last < self.reference and moment.last.year < self.reference.year)


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    return max((m.start() for m in pattern.finditer(text, start, end)), default=-1)
