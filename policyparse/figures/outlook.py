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

PLANNING_TITLE = pattern(
    r"(?<!“)(?&figures.planning_title)(?!”)", matches=["行动方案", "目标"], rejects=["情况", "目标”", "“目标"]
)
_REPORTING_TITLE = pattern(
    r"完成|实现|增长|突破|取得|达到|成效|同比|超|回升|出台|显著|见效",
    matches=[
        *("全市完成工业目标", "增速高于预期目标超三成", "全市达到工业目标", "全市见效工业目标", "全市突破工业目标"),
        *("全市显著工业目标", "全市成效工业目标", "全市实现工业目标", "全市增长工业目标", "全市回升工业目标"),
        *("全市同比工业目标", "全市取得工业目标", "东屏市出台意见支持渔业发展"),
    ],
    rejects=["工业目标", "行动方案"],
)
_SET_OUT_TITLE = pattern(
    r"(?:印发|公布|发布|出台|通过|解读|明确)[^《》]{0,12}《[^《》]{2,60}(?:方案|规划|计划|纲要|意见|措施|目标)[^《》]{0,20}》"
    r"|印发.{2,60}(?:方案|规划|计划|纲要|意见|措施)(?:（[^（）]{2,20}）)?的通知"
    r"|(?:行动方案|实施方案|工作方案|规划|行动计划|规划纲要)(?:（[^（）]{2,20}）)?"
    r"(?:(?:今[天日]|昨[天日]|日前|近日|正式|全文|对外){0,3}(?:发布|印发|出台|公布|实施))?$",
    matches=[
        *("国务院印发《机构改革方案》", "关于印发某某行动计划的通知", "某省水利发展规划今天发布"),
        *("产业发展规划（2024—2026年）", "行动方案（试行）全文昨日今天出台", "关于印发某地产业规划（试行）的通知"),
        *("国务院印发关于《机构改革方案》", "雄安新区规划纲要", "梅春区防汛实施方案", "屏长市档案行动计划"),
        *("北屏县养犬工作方案", "某省水利发展规划发布", "某省水利发展规划近日发布", "某省水利发展规划正式发布"),
        *("某省水利发展规划昨天发布", "某省水利发展规划日前发布", "某省水利发展规划对外发布"),
        *("某省水利发展规划今日发布", "某省水利发展规划今天实施", "某省水利发展规划今天印发"),
        *("某省水利发展规划今天公布", "国务院通过《机构改革方案》", "国务院解读《机构改革方案》"),
        *("国务院明确《机构改革方案》", "国务院发布《机构改革方案》", "国务院印发《机构改革计划》"),
        *("国务院印发《机构改革规划》", "国务院印发《机构改革纲要》", "国务院印发《机构改革目标》"),
        *("国务院出台《机构改革方案》", "国务院公布《机构改革方案》", "关于印发某地产业纲要的通知"),
        *("关于印发某地产业意见的通知", "某办公厅印发《关于加强牧道养护的意见》"),
        *("关于印发《云溪县防汛方案（试行）》的通知", "云溪县人民政府关于印发云溪县养犬管理方案的通知"),
        "云溪县人民政府关于印发云溪县养犬管理若干措施的通知",
        "国务院办公厅印发《关于推动牧区发展的若干措施》的通知",
    ],
    rejects=[
        *("某省水利发展规划实施见效", "工作会议", "印发若干措施（试）的通知"),
        *("印发若干措施（经市人民政府第十二次常务会议审议通过后修改发布）的通知", "产业发展规划（县）"),
        *("国务院印发《县方案》", "关于印发县规划的通知", "某省水利发展规划今天全文对外全文发布"),
        "国务院印发经中央全面深化改革委员会审议的《机构改革方案》",
        "产业发展规划（经市人民政府第十二次常务会议审议通过后修改发布）",
        "国务院印发《机构改革方案的组织实施情况和下一步工作安排的说明材料汇编》",
        "国务院印发《关于进一步加强新时代农村义务教育阶段学校教师队伍建设、改善乡村教师待遇、加快补齐乡村教育短板以及推动城乡义务教育一体化优质均衡发展实施方案》",
        "关于印发进一步加强新时代农村义务教育阶段学校教师队伍建设、改善乡村教师待遇、加快补齐乡村教育短板以及推动城乡义务教育一体化优质均衡发展规划的通知",
    ],
)
"""The title of a plan, or of the news that it is out."""
_ISSUED_TERM = pattern(
    r"(?:印发|出台|发布|公布|制定|通过|实施|推出)[^《》。]{0,12}《[^《》]{2,60}（(?P<from>20\d\d)年?\s?(?:—{1,2}|[-–~至])\s?(?P<till>20\d\d)年?）》",
    matches=[
        ("印发《某县产业链招商行动方案（2025—2027）》", {"from": "2025", "till": "2027"}),
        *("出台了《制造业行动计划（2024-2026年）》", "通过了《制造业行动计划（2024-2026年）》"),
        *("推出了《制造业行动计划（2024-2026年）》", "实施了《制造业行动计划（2024-2026年）》"),
        *("发布了《制造业行动计划（2024-2026年）》", "制定了《制造业行动计划（2024-2026年）》"),
        *("出台了《制造业行动计划（2024至2026年）》", "公布了《制造业行动计划（2024-2026年）》"),
        *("出台了《制造业行动计划（2024年-2026年）》", "出台了《制造业行动计划（2024- 2026年）》"),
        "出台了《制造业行动计划（2024 -2026年）》",
    ],
    rejects=[
        *("根据《行动方案（2025—2027）》", "印发《行动方案》", "青禾县印发《县（2025—2027）》。"),
        "青禾县印发《青禾县产业链招商行动方案（20252027）》。",
        "青禾县印发《青禾县产业链招商行动方案（2025———2027）》。",
        "出台经市政府常务会议研究同意了的《制造业行动计划（2024-2026年）》",
        "印发《关于进一步加强新时代农村义务教育阶段学校教师队伍建设、改善乡村教师待遇、加快补齐乡村教育短板以及推动城乡义务教育一体化优质均衡发展（2025—2027）》",
    ],
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
