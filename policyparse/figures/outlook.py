"""Whether a number is to be reached or has been reached (目标、结果).

The nearest word decides, in the clause, then in what stands before in the sentence: 将, 力争, 预计, 到2027年 look
ahead; 已, 累计, 同比, 去年 look back. Without such a word a document that plans (its title says 目标, 方案) plans.
"""

import re
from bisect import bisect_right
from datetime import date
from itertools import islice
from operator import itemgetter
from typing import Literal

from policyparse.figures.clauses import Clause
from policyparse.figures.lexicon import alternation, words
from policyparse.figures.periods import Moment, Periods
from policyparse.knowledge.words import any_of
from policyparse.model.base import Extent
from policyparse.page.layout import Page, Role

_SAYS = r"》?(?:提出|明确|要求|部署|确定)"
_SAYING = ("方案", "规划", "计划", "意见", "纲要", "文件", "通知", "部署", "会议", "报告")
_AHEAD = dict.fromkeys(_SAYING, _SAYS) | {
    "计划": r"(?:(?<![动展作养升兴坚增训该此]计划)(?<![一二三四五六七八九十两\d]年计划)"
    rf"(?!的)(?=[^，。]{{0,12}}\d|在|于|到|今年|明年|全年|年内|新|再|用)|{_SAYS})",
    "目标": "[是为：]",
    "安排": r"(?=[^，。；的已]{0,10}(?:项目|工程|任务)[^，。；的已]{0,2}\d)",
    "规划": r"(?=(?:总?(?:产能|年产|装机|用地|面积|投资)|新建|布局|建设(?![局委厅部类]|提案|方案|管理|领域|工作))"
    r"[^，。；]{0,12}\d)",
    "未来": r"(?=[一二三四五六七八九十\d几，])",
    "将": "(?<!即将)(?!军|近)"
    r"(?![^，。；\d对在于以会通继进全组开加逐陆统率优][^，。；\d]{1,22}?(?:纳入|列入|列为|作为|变为|变成|转化为|送到|送至|送进|融入|贯穿|进行|落实到))",
    "决定": r"(?=(?:[用在从]|投入|投资|安排|拨付|新增|设立)[^，。；]{0,12}[\d一二两三四五六七八九十])",
    "可": r"(?<![许不认宁])(?=以?(?:考虑)?(?:扩张|提高|提升|增加|扩大|达到|达|降低|降|压减|下降)(?:至|到)?"
    r"[^，。；]{0,4}\d)",
    "争取": rf"(?!{_SAYS}|(?<=[，。；：共已极后计年]争取)"
    r"(?:到(?!20\d\d)|[^，。；\d]{0,14}(?:资金|债券|贷款|额度|补助)[^，。；\d]{0,2}\d))",
    "要": "(?<![主重需必纪只摘还]要)(?!素|求|点|闻|么|件|害)",
}
_BACK = {"已": "(?!知)", "了": r"(?<=[\u4e00-\u9fff]了)(?!解)"}
_TARGET = re.compile(any_of((*words("target"), *_AHEAD), _AHEAD))
_RESULT = re.compile(any_of((*words("result"), *_BACK), _BACK))
_RESULT_BEFORE = re.compile(any_of((*words("result"), *_BACK), _BACK | {"已": "(?!知|[^，。]{1,8}的)"}))
_MET = re.compile(
    r"(?:实现|完成|达到|达成)了|(?:如期|提前|超额|圆满|顺利)(?:实现|完成|达到|达成)|(?:完成|占|为)[^，。]{0,12}(?:目标|任务|计划)[^，。]{0,6}的(?=[0-9])|完成[^，。]{0,8}(?:目标|任务|计划)的"
)
_DONE_OF_SUM = re.compile(
    r"计划(?:总)?投资[^，。；]{1,16}，(?:目前|现|至今|已经?|累计|实际|共){0,3}(?:完成|到位|开工|支付|支出|使用)[^，。；]{0,8}$"
)
"""What was done of the sum that the clause before plans: 计划投资20亿元，完成61%."""
LONGEST_SUM = 60
"""A planned sum stands no further before what was done of it."""
_ALLOTTED = re.compile("(?:下达|下拨|预拨|拨付|预下达|提前批复?|核定|分配)了?[^，。；]{0,2}$")
"""Before a year to come: what was done for it already (提前下达2027年度专项资金30亿元)."""
_COUNTED = re.compile("据(?:初步|不完全|最新)?统计|经统计|统计显示")
_MONTH = 31
_OF_YEAR = re.compile("年度计划总?投资")
"""What a year plans to invest says nothing of the numbers after it."""
_WEAK = re.compile(alternation("comparison") + r"|比上|较上|比去|较去")
_PLANNED_ACTION = re.compile(alternation("planning_verb"))
_ARTICLE = re.compile(r"第[〇零一二三四五六七八九十百千\d]{1,9}条[\s之]")
ARTICLES = 3
"""A page with so many articles lays down rules."""
_N = "[一二三四五六七八九十]{1,2}"
_ITEM = re.compile(rf"{_N}是|第{_N}[，、]|（{_N}）|{_N}、|\d[.、．]")
"""How an item of a list begins."""
_PLANNING = re.compile(alternation("planning_title"))
_SET_OUT_TITLE = re.compile(
    r"(?:印发|公布|发布|出台|通过|解读|明确)[^《》]{0,12}《[^《》]{2,60}(?:方案|规划|计划|纲要|意见|措施|目标)[^《》]{0,20}》"
    r"|印发.{2,60}(?:方案|规划|计划|纲要|意见|措施)(?:（[^（）]{2,20}）)?的通知"
    r"|(?:行动方案|实施方案|工作方案|规划|行动计划|规划纲要)(?:（[^（）]{2,20}）)?"
    r"(?:(?:今[天日]|昨[天日]|日前|近日|正式|全文|对外){0,3}(?:发布|印发|出台|公布|实施))?$"
)
_RESULT_TITLE = re.compile(r"完成|实现|增长|突破|取得|达到|成效|同比|超|回升|出台|显著|见效")


_REPORT_TITLE = re.compile(r"政府工作报告|(?:计划|预算)(?:草案)?(?:的|情况的?)?报告")
"""A report on the year that is over and the year ahead."""
_TURN = re.compile(
    r"[^，。；]{0,8}(?:今年|(?P<year>20\d\d)年)(?:，(?:要|我们|全力|将)|[^，。；]{0,24}?(?:目标|任务|要求|工作安排|预算安排|工作重点|重点工作|预算草案))"
)
"""How the part of a report on the year ahead begins."""


class Outlook:
    """Which way a document looks.

    Args:
        page: The page.
        reference: The day from which 今年 counts, None where unknown.

    Attributes:
        rules: Whether the document lays down rules in articles, whose numbers are norms and not indicators.
        term: The period that the title names (2023—2025年), else `planned`.
        planned: The period that the document plans for, where it does; else None.
    """

    def __init__(self, page: Page, reference: date | None) -> None:
        self.reference = reference
        articles = (b for b in page.blocks if b.folded.startswith("第") and _ARTICLE.match(b.folded))
        self.rules = next(islice(articles, ARTICLES - 1, None), None) is not None
        self._cues = _Cues("")
        self._paragraphs = page.with_role(Role.PARAGRAPH)
        self._items: frozenset[str] | None = None
        title = page.title.folded if page.title else ""
        self.sets_out = bool(_SET_OUT_TITLE.search(title))
        self.plans = bool(_PLANNING.search(title)) and not _RESULT_TITLE.search(title)
        self.planned: Moment | None = None
        self.term = self._term(title)
        if self.plans:
            lead = next(iter(page.with_role(Role.PARAGRAPH)), None)
            for text in (title, lead.folded if lead else ""):
                opening = Periods(text, reference, None).opening()
                if opening and not self._is_past(opening):
                    self.planned = opening
                    break
        self._ahead: frozenset[str] = frozenset()
        if reference and _REPORT_TITLE.search(title):
            self._ahead = self._after_turn(page, reference.year)
            stated = Periods(title, reference, None).opening()
            if stated and stated.first and stated.first.year == reference.year:
                self.planned = stated
        self.term = self.term or self.planned

    def sets_out_in(self, folded: str) -> bool:
        """Whether a paragraph belongs to a plan, or to the part of a report on the year ahead.

        Args:
            folded: The paragraph, width-folded.
        """
        return self.plans or self.sets_out or folded in self._ahead

    def kind(
        self, folded: str, number: int, clause: Clause, moment: Moment | None, *, lasting: bool = False
    ) -> Literal["target", "result"]:
        """Whether a number is a target or a result.

        Args:
            folded: The paragraph, width-folded.
            number: Offset of the number.
            clause: Its clause.
            moment: Its period, or None.
            lasting: Whether it is a property of a work (全长), which the words of other clauses do not make a target.
        """
        if self._counted(folded, number, clause, moment):
            return "result"
        if moment and moment.until and moment.last and (self.reference is None or moment.last > self.reference):
            return "target"
        if moment and self._is_past(moment):
            return "result"
        if moment and self.reference and moment.first and moment.first > self.reference:
            ahead_of_time = _ALLOTTED.search(folded, max(0, moment.start - 8), moment.start)
            return "result" if ahead_of_time else "target"
        if moment and self.reference and moment.last and moment.last.year > self.reference.year:
            back = _RESULT_BEFORE.search(folded, clause.start, number)
            return "result" if back or moment.as_of else "target"
        done = _RESULT_BEFORE.search(folded, clause.start, number)
        if moment and not done and self._not_over(folded, moment, (clause.start, number)):
            return "target"
        if lasting:
            return "target" if _TARGET.search(folded, clause.start, number) else "result"
        near = max(clause.part[0], number - LONGEST_SUM)
        if _MET.search(folded, clause.start, clause.end) or _DONE_OF_SUM.search(folded, near, number):
            return "result"
        if self._cues.folded is not folded:
            self._cues = _Cues(folded)
        cues = self._cues
        for start, end, target, result in (
            (clause.start, clause.end, cues.target, cues.result),
            (clause.sentence[0], clause.start, cues.target_before, cues.result_before),
        ):
            ahead, behind = _last(target, start, end), _last(result, start, end)
            if ahead != behind:
                return "target" if ahead > behind else "result"
        if self.sets_out or (folded in self._ahead and not (moment and moment.as_of)):
            return "target"
        ahead, behind = (
            _last(cues.target_before, 0, clause.sentence[0]),
            _last(cues.result_before, 0, clause.sentence[0]),
        )
        intent = ahead > behind or (ahead == behind and self._set_out_before(folded))
        over = moment and self.reference and moment.last and moment.last < self.reference and not moment.until
        planned = (self.plans or intent) and not over and _PLANNED_ACTION.search(folded, clause.start, number)
        return "target" if planned and not _WEAK.search(folded, clause.start, number) else "result"

    def _term(self, title: str) -> Moment | None:
        """The stretch of years or the five-year plan that the title of a plan names."""
        if not _PLANNING.search(title):
            return None
        moments = [m for m in Periods(title, self.reference, None).moments if m.label and (m.until or not m.is_day)]
        return next((m for m in moments if m.first and m.last and m.last.year > m.first.year), None)

    def _set_out_before(self, folded: str) -> bool:
        """Whether a paragraph is an item of a list that an earlier paragraph sets out (将抓好三项工作…一是…)."""
        if not _ITEM.match(folded):
            return False
        if self._items is None:
            self._items = self._items_set_out()
        return folded in self._items

    def _items_set_out(self) -> frozenset[str]:
        """The paragraphs that begin with an ordinal after one whose last word of time looks ahead."""
        items: set[str] = set()
        ahead = False
        for block in self._paragraphs:
            if _ITEM.match(block.folded):
                if ahead:
                    items.add(block.folded)
                continue
            cues = _Cues(block.folded)
            end = len(block.folded)
            ahead = _last(cues.target, 0, end) > _last(cues.result_before, 0, end)
        return frozenset(items)

    def _after_turn(self, page: Page, year: int) -> frozenset[str]:
        """The paragraphs of a report from where it turns to the year ahead."""
        blocks = iter(page.blocks)
        for block in blocks:
            turn = None if block.role is Role.TITLE else _TURN.match(block.folded)
            if turn and int(turn["year"] or year) == year:
                return frozenset([block.folded, *(b.folded for b in blocks)])
        return frozenset()

    def _not_over(self, folded: str, moment: Moment, before: Extent) -> bool:
        """Whether a sentence names the whole year of a document that comes out before its end.

        That is 全年 from April on, and 今年 or 2026年 with an action that plans set out in the first quarter, when
        全年 may still be the year before.
        """
        if not self.reference or not moment.first or not moment.last or moment.as_of:
            return False
        if (moment.last - moment.first).days < _YEAR or moment.last.year != self.reference.year:
            return False
        whole = folded.startswith("全年", moment.start)
        if self.reference.month > _QUARTER:
            return whole and self.reference.month < _LATE
        named = not whole and folded.startswith(("今年", str(self.reference.year)), moment.start)
        return named and bool(_PLANNED_ACTION.search(folded, *before))

    def _counted(self, folded: str, number: int, clause: Clause, moment: Moment | None) -> bool:
        """Whether a sentence counts what there is at the end of the running month (据统计，到4月底前，…有45个)."""
        if not (self.reference and moment and moment.until and moment.last):
            return False
        if (moment.last - self.reference).days > _MONTH or not _COUNTED.search(folded, clause.sentence[0], number):
            return False
        return not _TARGET.search(folded, clause.sentence[0], number)

    def _is_past(self, moment: Moment) -> bool:
        return bool(
            self.reference and moment.last and moment.last < self.reference and moment.last.year < self.reference.year
        )


_YEAR, _QUARTER, _LATE = 364, 3, 12


class _Cues:
    """Where in a paragraph the words stand that look ahead or back."""

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self.target = [m.span() for m in _TARGET.finditer(folded)]
        self.target_before = [m for m in self.target if not _OF_YEAR.search(folded, max(0, m[0] - 2), m[1] + 3)]
        self.result = [m.span() for m in _RESULT.finditer(folded)]
        self.result_before = [m.span() for m in _RESULT_BEFORE.finditer(folded)]


def _last(cues: list[Extent], start: int, end: int) -> int:
    """Where the last of the cues inside a stretch begins, -1 where there is none."""
    i = bisect_right(cues, end, key=itemgetter(1))
    return cues[i - 1][0] if i and cues[i - 1][0] >= start else -1
