"""What stands around the body of any document: titles, source, headings, tables (文头、来源、小标题、表格)."""

from collections.abc import Iterator
from datetime import date

from policyparse.knowledge import pattern
from policyparse.knowledge.compiled import compiled
from policyparse.language.bodies import is_body_line
from policyparse.model.base import Draft, Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.blocks import Block, Page, Role
from policyparse.page.origins import settle_source
from policyparse.page.source import parse_source
from policyparse.page.title_rules import is_number

_NO_SECTION = pattern(
    r"[^|]{0,60}\|[^|]{0,60}\||(?:[Pp](?:ART|art)[.\s]{0,2})?[0-9]{1,2}$",
    method="match",
    matches=["单位名称 | 甲 | 代码 |", "01", "PART 2", "Part.3", "|数量|单价", "PART2", "单位名称 || 代码 |"],
    rejects=[
        *("总体要求", "江州|30个项目集体启动", "2024", "PART ", "PART   2"),
        "全市各级各部门要认真贯彻落实省委、省政府决策部署，扎实做好农村生活垃圾分类收集转运、城乡公共交通线路优化调整"
        "和中小学校食堂卫生整治等民生实事|四|五",
        "要求 |全市各级各部门要认真贯彻落实省委、省政府决策部署，扎实做好农村生活垃圾分类收集转运、城乡公共交通线路"
        "优化调整和中小学校食堂卫生整治等民生实事| 代码 |",
    ],
)
_ORDER = pattern(
    r"(?:令|公\s?告|通\s?告|公\s?报)(?:（?第\S{1,9}号）?)?$|(?:18|19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日",
    matches=[
        *("某市人民政府令", "某市人民政府公告（第3号）", "公 告", "通告", "公报", "2024年5月1日某市", "通 告"),
        *("公 报", "1924年5月1日某市", "1824年5月1日某市", "某市人民政府公告（第3号", "某市人民政府公告第3号）"),
    ],
    rejects=[
        *("某市人民政府命令发布会", "总体要求", "203年5月1日某市", "2024年月1日某市", "2024年5月日某市"),
        *("某市人民政府公告（第号）", "20350年5月1日某市", "2024年5月350日某市", "2024年350月1日某市"),
        "某市人民政府公告（第ZF2024-00123号）",
    ],
)
_KEY = compiled(r"[\s“”‘’《》：，、]")


def front_matter(page: Page, diagnostics: Diagnostics, reference_date: date | None = None) -> Draft:
    """Read what every document has: titles, language, source, sections, tables, and their evidence.

    Args:
        page: The page.
        diagnostics: Takes placeholders, disagreements with hints, and missing dates.
        reference_date: The day that 昨天 in a source line counts from, or None.

    Returns:
        The common part of a draft.
    """
    evidence: dict[str, Extent] = {}
    source = parse_source(page, evidence, diagnostics, reference_date)
    settle_source(page, source, evidence, diagnostics)
    draft: Draft = {
        "title": None,
        "subtitle": None,
        "language": "zh-Hant" if page.traditional else "zh-Hans",
        "source": source,
        "sections": [{"heading": b.text, "level": max(b.level, 1), "span": b.extent} for b in _sections(page)],
        "tables": [dict(table) for table in page.tables],
        "evidence": evidence,
    }
    for name, block in (("title", page.title), ("subtitle", page.subtitle)):
        if block:
            draft[name] = block.text
            evidence[f"/{name}"] = block.extent
    if source["published_at"] is None:
        diagnostics.add("PP203", "the text does not say when it was published")
    return draft


def _sections(page: Page) -> Iterator[Block]:
    """The headings of the body: not the title again, a number or a row; in front, no body and no order."""
    title = _KEY.sub("", page.title.folded) if page.title is not None else None
    body_start = page.body_start
    for block in page.with_role(Role.HEADING):
        line = block.folded
        if _KEY.sub("", line) == title or _NO_SECTION.match(line) or is_number(line):
            continue
        if block.start >= body_start or not (is_body_line(line) or _ORDER.search(line)):
            yield block
