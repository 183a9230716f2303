"""Which way a document looks: what it plans and for when, and whether it lays down rules (文件取向)."""

from collections.abc import Mapping
from itertools import islice

from policyparse.figures.frames import Frame, Places, find_frames, frame_at
from policyparse.figures.periods import Moment, Periods
from policyparse.figures.reference import Reference
from policyparse.knowledge.pattern import pattern
from policyparse.language import calendar
from policyparse.language.labels import match_label
from policyparse.page.layout import Page, Role

PLANNING_TITLE = pattern(r"(?<!“)(?&figures.planning_title)(?!”)", matches=["行动方案", "目标"], rejects=["情况"])
_REPORTING_TITLE = pattern(
    r"完成|实现|增长|突破|取得|达到|成效|同比|超|回升|出台|显著|见效",
    matches=["全市完成工业目标", "增速高于预期目标超三成"],
    rejects=["工业目标", "行动方案"],
)
_SET_OUT_TITLE = pattern(
    r"(?:印发|公布|发布|出台|通过|解读|明确)[^《》]{0,12}《[^《》]{2,60}(?:方案|规划|计划|纲要|意见|措施|目标)[^《》]{0,20}》"
    r"|印发.{2,60}(?:方案|规划|计划|纲要|意见|措施)(?:（[^（）]{2,20}）)?的通知"
    r"|(?:行动方案|实施方案|工作方案|规划|行动计划|规划纲要)(?:（[^（）]{2,20}）)?"
    r"(?:(?:今[天日]|昨[天日]|日前|近日|正式|全文|对外){0,3}(?:发布|印发|出台|公布|实施))?$",
    matches=[
        "国务院印发《机构改革方案》",
        "关于印发某某行动计划的通知",
        "某省水利发展规划今天发布",
        "产业发展规划（2024—2026年）",
    ],
    rejects=["某省水利发展规划实施见效", "工作会议"],
)
"""The title of a plan, or of the news that it is out."""
_ISSUED_TERM = pattern(
    r"(?:印发|出台|发布|公布|制定|通过|实施|推出)[^《》。]{0,12}《[^《》]{2,60}（(?P<from>20\d\d)年?\s?(?:—{1,2}|[-–~至])\s?(?P<till>20\d\d)年?）》",
    matches=[
        ("印发《某县产业链招商行动方案（2025—2027）》", {"from": "2025", "till": "2027"}),
        "出台了《制造业行动计划（2024-2026年）》",
    ],
    rejects=["根据《行动方案（2025—2027）》", "印发《行动方案》"],
)
_LEAD_PARAGRAPHS = 3
ARTICLES = 3
"""A page with so many articles lays down rules."""


class Outlook:
    """Which way a document looks.

    Args:
        page: The page.
        reference: The day from which 今年 counts.

    Attributes:
        rules: Whether the document lays down rules in articles, whose numbers are norms and not indicators.
        sets_out: Whether it is a plan, or the news that one is out.
        plans: Whether its title names goals or a plan that are still to be reached.
        named_term: The years that the name of the plan gives (2023—2025年), in the title or where it was issued.
        term: That, else `planned`.
        planned: The period that the document plans for, where it does; else None.
    """

    def __init__(self, page: Page, reference: Reference) -> None:
        self.reference = reference
        articles = (b for b in page.blocks if b.folded.startswith("第") and _is_article(b.folded))
        self.rules = next(islice(articles, ARTICLES - 1, None), None) is not None
        title = page.title.folded if page.title else ""
        self.sets_out = bool(_SET_OUT_TITLE.search(title))
        self.plans = bool(PLANNING_TITLE.search(title)) and not _REPORTING_TITLE.search(title)
        self.frames: Mapping[int, Places] = {} if self.rules else find_frames(page, reference)
        self.named_term = self._term(title) or self._set_out_term(page)
        lead = next(iter(page.with_role(Role.PARAGRAPH)), None)
        self.planned = self._planned((title, lead.folded if lead else "")) if self.plans else None
        self.term = self.named_term or self.planned

    def frame(self, paragraph: int, offset: int) -> Frame | None:
        """The frame that holds for a number.

        Args:
            paragraph: Where its paragraph begins.
            offset: Its offset in the paragraph.
        """
        return frame_at(self.frames.get(paragraph, []), offset)

    def sets_out_in(self, paragraph: int) -> bool:
        """Whether a paragraph belongs to a plan, or to the part of a report on the time ahead.

        Args:
            paragraph: Where it begins.
        """
        frame = self.frame(paragraph, 0)
        return self.plans or self.sets_out or (frame is not None and frame.kind == "target")

    def is_past(self, moment: Moment) -> bool:
        """Whether a period lies in a year that is over."""
        day = self.reference.day
        return bool(day and moment.last and moment.last < day and moment.last.year < day.year)

    def _term(self, title: str) -> Moment | None:
        """The stretch of years or the five-year plan that the title of a plan names."""
        if not PLANNING_TITLE.search(title):
            return None
        moments = [m for m in Periods(title, self.reference).moments if m.label and (m.until or not m.is_day)]
        return next((m for m in moments if m.first and m.last and m.last.year > m.first.year), None)

    def _set_out_term(self, page: Page) -> Moment | None:
        """The years in the name of the plan that the first paragraphs say was issued: 印发《…（2025—2027）》."""
        for block in page.with_role(Role.PARAGRAPH)[:_LEAD_PARAGRAPHS]:
            found = _ISSUED_TERM.search(block.folded)
            stretch = calendar.years(int(found["from"]), int(found["till"])) if found else None
            if stretch:
                return Moment(-1, -1, stretch)
        return None

    def _planned(self, texts: tuple[str, ...]) -> Moment | None:
        """The first period that the title or the first paragraph opens with, where it is not over."""
        for text in texts:
            opening = Periods(text, self.reference).opening()
            if opening and not self.is_past(opening):
                return opening
        return None


def _is_article(folded: str) -> bool:
    label = match_label(folded)
    return label is not None and label.kind == "article"
