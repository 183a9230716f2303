"""The day from which a text counts 今年, 上月 and 日前.

day ::= the day of a report's delivery | the day of publication | the year that the text implies
"""

from dataclasses import dataclass
from datetime import date

from policyparse.knowledge.pattern import pattern
from policyparse.language.days import find_days
from policyparse.language.implied_year import infer_year
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Page

REPORT_TITLE = pattern(
    r"工作报告(?!会|团)|(?:计划|预算)(?:草案)?(?:的|情况的?)?报告|工作总结|述职报告",
    matches=[
        *("政府工作报告", "2023年计划执行情况与2024年计划草案的报告", "预算草案的报告", "2023年工作总结"),
        *("预算草案情况报告", "述职报告", "预算的报告", "预算草案报告", "预算草案情况的报告"),
    ],
    rejects=["工作报告会召开", "调研报告", "工作方案", "政府工作报告团"],
)
"""The title of a report on the time that is over and the time ahead."""
_DELIVERED = pattern(
    r"[—\-（(\s]{0,4}(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:，)?(?:在|于|向)[^。；]{4,60}(?:会议|全会|大会)(?:[^。；]{0,12}上)?",
    method="match",
    matches=[
        "——2021年1月10日在临川市第十四届人民代表大会第二次会议上",
        "（2019年1月27日在某省第十三届人民代表大会第二次会议上）",
        (" 1933年12月3日，在农村工作全会开幕式上", " 1933年12月3日，在农村工作全会开幕式上"),
        (
            "2022年1月9日在景宁市第十四届人民代表大会第三次会议闭幕会暨代表建议交办推进座谈上",
            "2022年1月9日在景宁市第十四届人民代表大会第三次会议",
        ),
        (
            "2022年1月9日在景宁市第十四届人民代表大会第三次大会上",
            "2022年1月9日在景宁市第十四届人民代表大会第三次大会上",
        ),
        "2022年1月9日向景宁市第十四届人民代表大会第三次会议上",
        "2022年1月9日于景宁市第十四届人民代表大会第三次会议上",
    ],
    rejects=[
        *("2021年1月10日，市政府召开会议", "2021年1月在会议上", "2022年1月9日在市政府会议上"),
        "2022年月9日在景宁市第十四届人民代表大会第三次会议上",
        "2011年3月日在湖丰省第十四届人民代表大会第三次会议上",
        "2022年350月9日在景宁市第十四届人民代表大会第三次会议上",
        "2011年3月350日在湖丰省第十四届人民代表大会第三次会议上",
        "     2024年1月8日在云溪市第九届人民代表大会第三次会议上",
        "2022年1月9日在中共青禾市委、青禾市人民政府、政协青禾市委员会、青禾市监察委员会、青禾军分区联合召开的全市经济社会高质量发展和优化营商环境会议上",
    ],
)
"""The line under the title that says when and where a report was given."""
_YEAR_OF_TITLE = pattern(
    r"(?P<year>(?:19|20)\d\d)年",
    matches=[("2021年临川市政府工作报告", {"year": "2021"}), "1910年德泉市政府工作报告"],
    rejects=["政府工作报告"],
)
_HEAD_LINES = 8
"""A report says within so many lines when it was given."""
_HEAD_LENGTH = 2000
_TITLE_LENGTH = 40
"""Maximum length of a line that is the title of a report, in characters."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The day from which 今年 counts.

    Attributes:
        day: The day, None where nothing tells it.
        inferred: Whether only its year is known; the day is then the last of that year.
        report: Whether the page is a report on the time that is over and the time ahead.
    """

    day: date | None
    inferred: bool = False
    report: bool = False

    @property
    def year(self) -> int | None:
        """The year that 今年 means."""
        return self.day.year if self.day else None


def find_reference(page: Page, published: date | None, diagnostics: Diagnostics | None = None) -> Reference:
    """Find the day from which a page counts 今年.

    Args:
        page: The page.
        published: The day of publication, or the one that the caller gives; None where unknown.
        diagnostics: Takes a year that is only inferred; None where that was said before.
    """
    title = page.title.folded if page.title else ""
    head = [line.strip() for line in page.folded[:_HEAD_LENGTH].split("\n") if line.strip()][:_HEAD_LINES]
    titles = (title, *(line for line in head if len(line) <= _TITLE_LENGTH))
    report = any(REPORT_TITLE.search(line) for line in titles)
    if report and (day := _delivered(title, head)):
        return Reference(day, report=True)
    if published:
        return Reference(published, report=report)
    inferred = infer_year(page.folded)
    if inferred is None:
        return Reference(None, report=report)
    if diagnostics is not None:
        told = page.text[slice(*inferred.extent)]
        diagnostics.add("PP301", f"今年 is taken as {inferred.year}: {told}", inferred.extent)
    return Reference(date(inferred.year, 12, 31), inferred=True, report=report)


def _delivered(title: str, head: list[str]) -> date | None:
    """The day on which a report was given; where its title names the next year, the first day of that year."""
    for line in head:
        if _DELIVERED.match(line):
            day = next(find_days(line)).on
            year = _YEAR_OF_TITLE.search(title)
            return date(day.year + 1, 1, 1) if year and int(year["year"]) == day.year + 1 and day.month > 9 else day
    return None
