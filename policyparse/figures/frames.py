"""What a heading or a lead says of the numbers below it, until the next one (工作回顾、目标任务).

    frame ::= heading numbers* | lead numbers*
    一、2023年工作回顾                     reached, in 2023
    今年主要预期目标是：                     to be reached, in the year of the report
    “十四五”时期主要目标                     to be reached, from 2021 to 2025
    过去五年                                 reached; the stretch has no label

The words of headings hold in every document, those of leads in reports; a lead that ends in the goals (主要目标是：,
到2026年，) holds for the items of its list.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from policyparse.figures.leads import (
    GOALS_LEAD,
    ITEM_MARK,
    REVIEW_LEAD,
    TASKS_LEAD,
    TERM_IN_LEAD,
    TERM_LEAD,
    YEAR,
    YEAR_LEAD,
)
from policyparse.figures.periods import Moment
from policyparse.figures.reference import Reference
from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import pattern
from policyparse.knowledge.rule import Rule, first_rule
from policyparse.language import calendar
from policyparse.language.calendar import Stretch
from policyparse.language.days import read_number
from policyparse.page.layout import Block, Page, Role

Kind = Literal["target", "result"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds for the numbers below a heading or a lead.

    Attributes:
        kind: To be reached, or reached.
        period: When; None where the words fix no period.
        level: Level of the heading that opened it; 0 for a lead.
        items: Whether it holds only for the items of the list that it opens.
    """

    kind: Kind
    period: Stretch | None
    level: int = 0
    items: bool = False

    @property
    def moment(self) -> Moment | None:
        """The period, as one that stands in no paragraph."""
        return Moment(-1, -1, self.period) if self.period else None


HORIZON = pattern(
    r"(?:展望|到)(?P<year>(?&y))年(?:，|的?(?:远景)?目标)|(?P<named>(?&y))年远景(?:发展)?目标",
    y=YEAR,
    matches=[
        *(("展望2035年，全市", {"year": "2035"}), ("2035年远景目标", {"named": "2035"}), "到2027年，"),
        *("到2025年的目标", "到1927年，", "到2025年目标", "到2025年的远景目标", "2035年远景发展目标"),
    ],
    rejects=["2035年", "到2027年底前建成", "2024年目标"],
)
PLAN_TERM = pattern(
    r"“(?P<plan>(?&o){1,2})五”(?:时期|期间|规划)",
    o=f"[{SMALL_ORDINAL}]",
    matches=[("“十四五”时期主要目标", {"plan": "十四"}), "“十五”期间", "“十五”规划"],
    rejects=["十四五时期", "“十四五”", "“五”期间", "“一二一五”期间"],
)
FIVE_AHEAD = pattern(
    r"(?:今后|未来|下一个)(?:五|5|三|3|几)年",
    matches=["今后五年的奋斗目标", "未来3年", "未来几年", "下一个3年"],
    rejects=["过去五年", "五年来"],
)
FIVE_BEHIND = pattern(
    r"(?:过去|刚刚过去)的?(?:五|5|三|3|几)年|(?:五|5|三|3)年(?:来|工作回顾)|(?:本|上)届政府(?!工作报告)|任期内",
    matches=[
        *("过去五年工作回顾", "过去的五年，", "五年来，", "本届政府工作回顾", "任期内主要工作", "五年工作回顾"),
        *("过去的几年，", ("过去五年工作回顾", "过去五年"), ("刚刚过去的五年，", "刚刚过去的五年")),
        "上届政府工作回顾",
    ],
    rejects=["今后五年", "下届政府", "五年规划", "本届政府工作报告"],
)
PAST_YEAR = pattern(
    r"(?:刚刚)?过去(?:的|这)?一年|去年(?!同期|末|底|初)|上年(?!同期|末|底|初|水平|度末)|上一年|一年来",
    matches=[
        *("过去一年工作回顾", "去年工作回顾", "一年来，", "过去的一年", "上年主要工作", "上一年", "过去这一年"),
        ("刚刚过去一年，", "刚刚过去一年"),
    ],
    rejects=[
        *("今年", "去年同期", "去年末", "新的一年", "上年水平", "去年底", "去年初", "上年末", "上年底", "上年初"),
        *("上年度末", "上年同期"),
    ],
)
REVIEW = pattern(
    r"回顾|回首|完成情况|执行情况|发展成就|工作成绩|工作总结|工作情况|取得的成[绩效]|主要成[绩效就]|不平凡的一年",
    matches=[
        *("2023年工作回顾", "计划执行情况", "“十三五”时期发展成就", "回首过去一年", "主要指标完成情况", "工作成绩"),
        *("工作总结", "工作情况", "取得的成绩", "主要成就", "极不平凡的一年", "主要成绩", "主要成效", "取得的成效"),
    ],
    rejects=["工作安排", "目标任务", "主要任务"],
)
GOAL = pattern(
    r"目标|任务|安排|打算|部署|总体要求|重点工作|工作重点|主要工作|工作思路|工作建议|努力方向|的工作$|工作计划",
    matches=[
        *("2024年工作安排", "今年的目标", "任务", "总体要求", "工作打算", "重点工作", "政府工作建议", "工作部署"),
        *("工作重点", "主要工作", "工作思路", "努力方向", "关于2024年的工作", "工作计划"),
    ],
    rejects=["工作回顾", "完成情况", "发展成就", "的工作回顾"],
)
_NAMED_YEAR = pattern(
    r"(?<!到)(?P<year>(?&y))年(?!远景|以来|前)",
    y=YEAR,
    matches=[("2024年工作安排", {"year": "2024"})],
    rejects=["2035年远景", "2020年以来", "到2027年", "2009年前"],
)
_THIS_YEAR = pattern(
    r"今年|本年度?|新的一年|全年|新一年",
    matches=["今年", "新的一年", "全年目标", "本年", ("本年度", "本年度"), "新一年"],
    rejects=["去年", "一年来"],
)
_NEXT = pattern(r"下一步|明年", matches=["下一步工作打算", "明年工作安排"], rejects=["今年工作"])
_GOALS = pattern(
    "目标|要|将|力争|努力|确保|实现",
    matches=["发展目标", "我们要", "全市将", "力争", "努力", "确保", "实现"],
    rejects=["回顾过去五年", "展望2035年"],
)
"""In a line that opens with a term: it is of goals."""
_LONGEST_LEAD = 60
"""No more characters of a sentence say what its lead opens."""
_SENTENCE = compiled(r"[^。！？\n]+[。！？\n]?")


@dataclass(frozen=True, slots=True)
class Line:
    """A heading or the beginning of a sentence that may open a frame.

    Attributes:
        text: Its words, width-folded.
        reference: The day from which 今年 counts.
        above: The frame before.
        heading: Whether it is a heading, else a lead.
    """

    text: str
    reference: Reference
    above: Frame | None = None
    heading: bool = True

    @property
    def named(self) -> int | None:
        """The last year that the words name."""
        years = [int(found["year"]) for found in _NAMED_YEAR.finditer(self.text)]
        return years[-1] if years else None

    def is_over(self, year: int | None) -> bool:
        """Whether a year lies before the one that 今年 means."""
        return year is not None and self.reference.year is not None and year < self.reference.year


_Reading = Callable[[Line], Frame]


def _years(year: int | None) -> Stretch | None:
    return calendar.years(year) if year else None


def _of_horizon(line: Line) -> Frame:
    found = HORIZON.search(line.text)
    year = int(found["year"] or found["named"]) if found else None
    return Frame("result" if line.is_over(year) else "target", _years(year))


def _of_plan(line: Line) -> Frame:
    found = PLAN_TERM.search(line.text)
    term = calendar.five_year_plan(read_number(found["plan"])) if found else None
    over = term is not None and line.is_over(term.last.year)
    return Frame("result" if over or REVIEW.search(line.text) else "target", term)


def _of_past_year(line: Line) -> Frame:
    year = line.named
    if year is None or (PAST_YEAR.search(line.text) and not line.is_over(year)):
        year = line.reference.year and line.reference.year - 1
    return Frame("result", _years(year))


def _of_what_is_past(line: Line) -> Frame:
    """过去一年 fixes a year in a heading only."""
    return _of_past_year(line) if line.heading or line.named else Frame("result", None)


def _of_goal(line: Line) -> Frame:
    """The year named, else that of the goals above, else the year of the report."""
    year = line.named
    if year is None and _NEXT.search(line.text):
        return Frame("target", _years(line.reference.year and line.reference.year + 1) if "明年" in line.text else None)
    if year is None and not _THIS_YEAR.search(line.text):
        above = line.above if line.above and line.above.kind == "target" else None
        if above or not line.reference.report:
            return Frame("target", above.period if above else None)
    return Frame("target", _years(year or line.reference.year))


def _says_goal(line: Line) -> bool:
    """Whether the words set out goals or tasks of a time that is not over."""
    stated = line.named is not None or _THIS_YEAR.search(line.text) or _NEXT.search(line.text) or line.reference.report
    return bool(GOAL.search(line.text) and (stated or "目标" in line.text)) and not line.is_over(line.named)


RULES: tuple[Rule[Line, _Reading], ...] = (
    Rule(
        "horizon",
        _of_horizon,
        "展望2035年 and 2035年远景目标 look to that year.",
        lambda line: HORIZON.search(line.text),
        examples=("二、2035年远景目标", "展望2035年，全市"),
        counterexamples=("2024年目标",),
    ),
    Rule(
        "five-year plan",
        _of_plan,
        "A plan's name says for when its goals or its review are.",
        lambda line: PLAN_TERM.search(line.text),
        examples=("“十四五”时期主要目标任务", "“十三五”时期发展回顾"),
        counterexamples=("今年目标",),
    ),
    Rule(
        "years ahead",
        lambda _: Frame("target", None),
        "今后五年 is to come; its ends are not named.",
        lambda line: FIVE_AHEAD.search(line.text),
        examples=("今后五年的奋斗目标",),
        counterexamples=("过去五年工作回顾",),
    ),
    Rule(
        "years behind",
        lambda _: Frame("result", None),
        "过去五年 is over; its ends are not named.",
        lambda line: FIVE_BEHIND.search(line.text) and line.named is None,
        examples=("过去五年工作回顾", "本届政府工作回顾"),
        counterexamples=("过去一年工作回顾",),
    ),
    Rule(
        "review",
        _of_past_year,
        "A review is of the year that it names, else of the year before that of the report.",
        lambda line: (
            REVIEW.search(line.text)
            and (line.reference.report or line.is_over(line.named) or PAST_YEAR.search(line.text))
        ),
        examples=("2023年工作回顾", "过去一年工作回顾"),
        counterexamples=("2024年工作安排",),
    ),
    Rule(
        "past year",
        _of_what_is_past,
        "过去一年 and a year that is over look back.",
        lambda line: PAST_YEAR.search(line.text) or line.is_over(line.named),
        examples=("一年来的主要工作", "关于2023年的工作"),
        counterexamples=("新的一年重点工作", "2024年工作"),
    ),
    Rule(
        "goals",
        _of_goal,
        "Goals and tasks are of the year that they name, of the goals above them, or of the year of the report.",
        _says_goal,
        examples=("2024年工作安排", "今年的目标任务", "下一步工作打算"),
        counterexamples=("加强队伍建设", "2023年目标"),
    ),
)
"""What a heading or a lead says; the first rule that applies decides."""


def read_frame(line: Line) -> Frame | None:
    """The frame that a line opens, None where it opens none."""
    rule = first_rule(RULES, line)
    return rule.verdict(line) if rule else None


Places = list[tuple[int, Frame]]
"""From which offset of a paragraph a frame holds, in order."""


def find_frames(page: Page, reference: Reference) -> dict[int, Places]:
    """Find the frames of all paragraphs of a page, by the offset at which a paragraph begins.

    Args:
        page: The page.
        reference: The day from which 今年 counts.
    """
    found: dict[int, Places] = {}
    frame: Frame | None = None
    listed: Frame | None = None
    for block in page.blocks:
        if block.role in (Role.HEADING, Role.TOPIC):
            frame, listed = _under(block, frame, reference), None
        elif block.role is Role.PARAGRAPH:
            listed = listed if listed and _is_item(page, block) else None
            above = listed or frame
            places = [(0, above)] if above else []
            places += _leads(block.folded, reference, above)
            if places:
                found[block.start] = places
            if listed is None:
                if reference.report:
                    frame = next((opened for _, opened in reversed(places) if not opened.items), frame)
                listed = _opens_items(block.folded, reference, places[-1][1] if places else None)
    return found


def frame_at(places: Places, offset: int) -> Frame | None:
    """The frame that holds at an offset of a paragraph."""
    return next((frame for start, frame in reversed(places) if start <= offset), None)


def _under(block: Block, frame: Frame | None, reference: Reference) -> Frame | None:
    """The frame below a heading: its own, or the one above it, which a heading as high ends outside of reports."""
    opened = read_frame(Line(block.folded, reference, frame))
    if opened:
        return replace(opened, level=block.level)
    return frame if frame and (reference.report or (frame.level and block.level > frame.level)) else None


def _is_item(page: Page, block: Block) -> bool:
    """Whether a paragraph is an item of a list; the layout may have cut its mark off."""
    start = page.folded.rfind("\n", 0, block.start) + 1
    return bool(ITEM_MARK.match(page.folded[start : block.end].lstrip()))


def _leads(folded: str, reference: Reference, frame: Frame | None) -> Iterator[tuple[int, Frame]]:
    """The frames that sentences of a paragraph open; outside of reports only goals do."""
    for sentence in _SENTENCE.finditer(folded):
        if not reference.report and "目标" not in sentence[0]:
            continue
        opened = _lead(sentence[0], reference, frame)
        if opened:
            frame = opened
            yield sentence.start(), opened


def _lead(text: str, reference: Reference, frame: Frame | None) -> Frame | None:
    """The frame that a sentence opens, None where it opens none."""
    if lead := GOALS_LEAD.search(text) or TASKS_LEAD.search(text):
        line = Line(text[max(0, lead.end() - _LONGEST_LEAD) : lead.end()], reference, frame)
        rule = first_rule(RULES[:3], line)
        return rule.verdict(line) if rule else _of_goal(line)
    if YEAR_LEAD.search(text):
        line = Line(text[:_LONGEST_LEAD].split("，")[0], reference)
        return None if line.is_over(line.named) else _of_goal(line)
    if REVIEW_LEAD.search(text):
        opened = read_frame(Line(text[:_LONGEST_LEAD], reference, frame, heading=False))
        above = frame.period if frame and frame.kind == "result" else None
        return None if above and opened and opened.period is None else opened  # 五年来 below “十三五”时期
    if TERM_LEAD.search(text) and _GOALS.search(text):
        line = Line(text[:_LONGEST_LEAD], reference, frame)
        opened = read_frame(line)
        return replace(opened, items=True) if opened and HORIZON.search(line.text) else opened
    if PLAN_TERM.match(text):
        return _of_plan(Line(text[:_LONGEST_LEAD], reference, frame))
    return None


def _opens_items(folded: str, reference: Reference, frame: Frame | None) -> Frame | None:
    """The frame of the items behind a lead: goals that end in a colon, or goals to be reached by a year."""
    if (goals := GOALS_LEAD.search(folded)) and goals.end() == len(folded):
        said = folded[max(0, goals.end() - _LONGEST_LEAD) : goals.end()]
        return replace(_lead(said, reference, frame) or _of_goal(Line(said, reference, frame)), items=True)
    terms = list(TERM_IN_LEAD.finditer(folded))
    if not terms or Line("", reference).is_over(int(terms[-1]["year"])):
        return None
    return Frame("target", _years(int(terms[-1]["year"])), items=True)
