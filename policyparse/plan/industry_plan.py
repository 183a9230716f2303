"""The industry plan of a document (产业规划): whose, for when, and what it plans."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from policyparse.figures.outlook import Outlook
from policyparse.figures.reference import find_reference
from policyparse.knowledge.fold import fold
from policyparse.knowledge.pattern import pattern
from policyparse.language.dates import find_dates
from policyparse.language.regions import (
    Division,
    division,
    find_regions,
    is_area,
    match_region,
    match_region_mention,
    names_organization,
)
from policyparse.model.base import Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.plan import IndustryPlanDraft
from policyparse.page.layout import Block, Page, Role
from policyparse.plan.chains import parse_chains
from policyparse.plan.industries import parse_industries
from policyparse.plan.initiatives import parse_initiatives
from policyparse.plan.naming import Paragraph, once
from policyparse.plan.projects import occasion_of, occasion_of_lead, parse_projects

_OURS = pattern(
    r"[本我全](?:省|市|区|县|州|自治区|旗)(?![长级直])",
    matches=["全省上下", "我市今年", "本区产业", "我县工业", "全州经济", "全自治区", "我旗畜牧业"],
    rejects=["市工信局", "我省长期", "本市级", "全县直机关"],
)
"""The division that speaks."""
_DOMINANT = 0.6
"""A region that the title does not name has at least this share of all places that the body names."""
_AT_LEAST = 3
_LEAD = 3
"""The period of a plan is printed within so many paragraphs."""


def parse_plan(
    page: Page,
    reference: date | None,
    diagnostics: Diagnostics,
    *,
    issuer: str | None = None,
    outlets: tuple[str, ...] = (),
    evidence: dict[str, Extent] | None = None,
) -> IndustryPlanDraft | None:
    """Read what a text plans for industries, None where it plans none.

    Args:
        page: The page; its title and body are read.
        reference: The day of publication, from which 今年 counts; None where unknown.
        diagnostics: Takes declared counts that the lists do not meet.
        issuer: The issuing body, where the document has one; 本市 and 我市 resolve by it.
        outlets: Publisher and site, which resolve 本市 and 我市 where there is no issuer.
        evidence: The places of the document's particulars; takes those of the plan's region and period.
    """
    title = page.title.folded if page.title else ""
    outlook = Outlook(page, find_reference(page, reference))
    blocks = page.with_role(Role.PARAGRAPH)
    occasion = occasion_of(title) or (occasion_of_lead(blocks[0].folded) if blocks else None)
    paragraphs = [Paragraph(block, occasion, outlook.sets_out_in(block.start), title) for block in blocks]
    industries = (draft for paragraph in paragraphs for draft in parse_industries(paragraph))
    chains = (draft for paragraph in paragraphs for draft in parse_chains(paragraph, diagnostics))
    projects = (draft for paragraph in paragraphs for draft in parse_projects(paragraph))
    plan: IndustryPlanDraft = {
        "industries": once(industries, lambda d: (d["name"], d["role"]), lambda d: d["span"]),
        "chains": once(chains, lambda d: d["name"], lambda d: d["span"]),
        "projects": []
        if outlook.rules
        else once(projects, lambda d: d["name"].removesuffix("项目"), lambda d: d["span"]),
        "initiatives": [] if outlook.rules else parse_initiatives(paragraphs, diagnostics),
    }
    if not any(plan.values()):
        return None
    plan["period"] = outlook.term.as_draft() if outlook.term else None
    evidence = {} if evidence is None else evidence
    region, place = find_region(page, issuer, outlets, evidence)
    plan["region"] = {"name": region.name, "code": region.code} if region else None
    plan["issuer"] = issuer
    if region and place:
        evidence["/plan/region"] = place
    elif region:
        diagnostics.add("PP602", f"region {region.name} is the one whose places the text names most")
    if plan["period"]:
        label = plan["period"]["label"]
        printed = _place_of(page, reference, label)
        if printed:
            evidence["/plan/period"] = printed
        else:
            diagnostics.add("PP602", f"period {label} follows from the title or the lead")
    return plan


def _bare(name: str) -> str:
    """The name of a project without 项目, which may stand or not."""
    return name.removesuffix("项目")


_NATIONAL = pattern(
    r"(?:中华人民共和国|国务院|全国|国家|最高人民|中共中央|中央|中国人民银行)|[^省市区县州盟旗乡镇]{2,12}(?:部|总局|总署)$",
    method="match",
    matches=[
        *("中华人民共和国工业和信息化部", "国务院办公厅", "全国人民代表大会", "国家发展和改革委员会"),
        *("最高人民法院", "中共中央办公厅", "中央军委", "中国人民银行", "工业和信息化部", "海关总署", "应急总局"),
    ],
    rejects=[
        *("青禾县人民政府", "云江省委宣传部", "青禾县武装部", "云岫科技集团", "一部", "联盟总局", "城市总局"),
        *("城区总局", "自治州总局", "应急总局甲", "城镇总局", "草原旗总局", "故乡总局"),
        "云岫智能装备股份有限公司综合管理部",
    ],
)
"""A body of the state or the party as a whole."""


def _place_of(page: Page, reference: date | None, label: str) -> Extent | None:
    """Where the title or the lead prints a period."""
    head = [block for block in (page.title, page.subtitle) if block]
    for block in (*head, *page.with_role(Role.PARAGRAPH)[:_LEAD]):
        for mention in find_dates(block.folded, reference):
            if mention.label == label:
                return block.start + mention.start, block.start + mention.end
    return None


def find_region(
    page: Page, issuer: str | None, outlets: tuple[str, ...], evidence: Mapping[str, Extent]
) -> tuple[Division | None, Extent | None]:
    """The division that a plan is for, and where the text names it.

    That of its issuer, of its title, of the outlet that says 我市, else the one that the body names most. A national
    document has only the one that its title names.

    Args:
        page: The page.
        issuer: The issuing body, or None.
        outlets: Publisher and site.
        evidence: The places of issuer, organizer and publisher.
    """
    of_issuer = match_region(issuer) if issuer else None
    if of_issuer:
        return of_issuer, evidence.get("/issuer") or evidence.get("/organizer") or evidence.get("/issuers/0")
    for block in (page.title, page.subtitle):
        found = match_region_mention(block.folded) if block else None
        if found and block:
            return found.division, (block.start + found.start, block.start + found.end)
    titles = [block.folded for block in (page.title, page.subtitle) if block is not None]
    if (issuer and _NATIONAL.match(fold(issuer))) or any(is_area(title) for title in titles):
        return None, None  # what such a plan names most is where it acts first, not where it holds
    paragraphs = page.with_role(Role.PARAGRAPH)
    if any(_OURS.search(b.folded) for b in paragraphs):
        for outlet in outlets:
            of_outlet = match_region(outlet)
            if of_outlet:
                return of_outlet, evidence.get("/source/publisher") or evidence.get("/source/site")
    return _dominant(paragraphs), None


def _dominant(paragraphs: list[Block]) -> Division | None:
    """The province that most of the named places lie in, or the smaller division where all of them do."""
    counts: Counter[str] = Counter()
    for block in paragraphs:
        counts.update(
            mention.division.code
            for mention in find_regions(block.folded)
            if not names_organization(block.folded, mention)
        )
    if not counts:
        return None
    provinces: Counter[str] = Counter()
    for code, count in counts.items():
        provinces[code[:2]] += count
    province, count = provinces.most_common(1)[0]
    if count < _AT_LEAST or count < _DOMINANT * counts.total():
        return None
    code, most = counts.most_common(1)[0]
    if code[:2] == province and most == count:
        return division(code)
    return division(province + "0000")
