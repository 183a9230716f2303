"""The industry plan of a document (产业规划): whose, for when, and what it plans."""

import re
from collections import Counter
from datetime import date

from policyparse.figures.outlook import Outlook
from policyparse.figures.reference import find_reference
from policyparse.language.regions import Division, division, find_regions, match_region
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.plan import IndustryPlanDraft
from policyparse.page.layout import Block, Page, Role
from policyparse.plan.chains import parse_chains
from policyparse.plan.industries import parse_industries
from policyparse.plan.initiatives import parse_initiatives
from policyparse.plan.naming import Paragraph, once
from policyparse.plan.projects import occasion_of, parse_projects

_OURS = re.compile(r"[本我全](?:省|市|区|县|州|自治区|旗)(?![长级直])")
_DOMINANT = 0.6
"""A region that the title does not name has at least this share of all places that the body names."""
_AT_LEAST = 3


def parse_plan(
    page: Page,
    reference: date | None,
    diagnostics: Diagnostics,
    *,
    issuer: str | None = None,
    outlets: tuple[str, ...] = (),
) -> IndustryPlanDraft | None:
    """Read what a text plans for industries, None where it plans none.

    Args:
        page: The page; its title and body are read.
        reference: The day of publication, from which 今年 counts; None where unknown.
        diagnostics: Takes declared counts that the lists do not meet.
        issuer: The issuing body, where the document has one; 本市 and 我市 resolve by it.
        outlets: Publisher and site, which resolve 本市 and 我市 where there is no issuer.
    """
    title = page.title.folded if page.title else ""
    outlook = Outlook(page, find_reference(page, reference))
    occasion = occasion_of(title)
    paragraphs = [
        Paragraph(block, occasion, outlook.sets_out_in(block.start), title) for block in page.with_role(Role.PARAGRAPH)
    ]
    industries = (draft for paragraph in paragraphs for draft in parse_industries(paragraph))
    chains = (draft for paragraph in paragraphs for draft in parse_chains(paragraph, diagnostics))
    projects = (draft for paragraph in paragraphs for draft in parse_projects(paragraph))
    plan: IndustryPlanDraft = {
        "industries": once(industries, lambda d: (d["name"], d["role"]), lambda d: d["span"]),
        "chains": once(chains, lambda d: d["name"], lambda d: d["span"]),
        "projects": [] if outlook.rules else once(projects, lambda d: d["name"], lambda d: d["span"]),
        "initiatives": [] if outlook.rules else parse_initiatives(paragraphs, diagnostics),
    }
    if not any(plan.values()):
        return None
    plan["period"] = outlook.term.as_draft() if outlook.term else None
    region = find_region(page, issuer, outlets)
    plan["region"] = {"name": region.name, "code": region.code} if region else None
    plan["issuer"] = issuer
    return plan


def find_region(page: Page, issuer: str | None, outlets: tuple[str, ...]) -> Division | None:
    """The division that a plan is for.

    That of its issuer, of its title, of the outlet that says 我市, else the one that the body names most.

    Args:
        page: The page.
        issuer: The issuing body, or None.
        outlets: Publisher and site.
    """
    for named in (issuer, page.title.folded if page.title else None, page.subtitle.folded if page.subtitle else None):
        found = match_region(named) if named else None
        if found:
            return found
    paragraphs = page.with_role(Role.PARAGRAPH)
    if any(_OURS.search(b.folded) for b in paragraphs):
        for outlet in outlets:
            found = match_region(outlet)
            if found:
                return found
    return _dominant(paragraphs)


def _dominant(paragraphs: list[Block]) -> Division | None:
    """The province that most of the named places lie in, or the smaller division where all of them do."""
    counts: Counter[str] = Counter()
    for block in paragraphs:
        counts.update(m.division.code for m in find_regions(block.folded))
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
