"""What stands around the body of any document: titles, source, headings (文头、来源、小标题)."""

import re
from datetime import date, datetime

from policyparse.core.diagnostics import Diagnostics
from policyparse.core.model import Draft, Extent
from policyparse.entities.dates import match_timestamp
from policyparse.entities.persons import is_name
from policyparse.structure.layout import Block, Page, Role

_PUBLISHER = re.compile(r"(?:信息|文章|稿件)?(?:来源|出处|稿源)\s?：\s?([^\s|：，】）]{2,30})")
_BARE_LABEL = re.compile(r"(?:信息|文章)?(?:来源|出处|稿源)：$")
_EDITORS = re.compile(r"(?:责任编辑|责编|编辑)\s?：\s?(\[[^\]]{1,20}\]|[^\s|：，】）]{2,30})")
_AUTHORS = re.compile(r"(?:作者|记者)\s?：\s?(\[[^\]]{1,20}\]|[^|：，】）。]{2,40})")
_PLACEHOLDER = re.compile(r"\[[a-z]{1,10}:[^\]]{1,20}\]|\{\{[^}]{1,30}\}\}|\$\{[^}]{1,30}\}")
_REPORTER = re.compile(r"[（(]?(?:本报|本刊|本网|新华社|人民网|央视)?(?:见习|实习|特约)?(?:记者|通讯员)[\s：]{0,2}([\u4e00-\u9fff·、 ]{2,40})[）)]?$")
_DROPPED = re.compile(r"本报|本刊|本网|新华社|见习|实习|特约|记者|通讯员|作者|摄影|报道|文[/／|]|[（）()：/]")
_SITE_WITH_URL = re.compile(r"([\u4e00-\u9fff]{2,15}网)\s{0,3}((?:https?://)?(?:www\.)?[a-z0-9-]{2,40}(?:\.[a-z]{2,10}){1,3})")
_SITE_OF_LICENCE = re.compile(r"凡?本(?:网|站)?(?:站)?注明\s?“来源：([^”]{2,20})”|凡本网注明“来源：([^”]{2,20})”")
_TEMPLATE_AUTHOR = _PLACEHOLDER


def front_matter(page: Page, diagnostics: Diagnostics) -> Draft:
    """Read what every document has: titles, language, source, sections, and their evidence.

    Args:
        page: The page.
        diagnostics: Takes placeholders and missing dates.

    Returns:
        The common part of a draft.
    """
    evidence: dict[str, Extent] = {}
    draft: Draft = {
        "title": None,
        "subtitle": None,
        "language": "zh-Hant" if page.traditional else "zh-Hans",
        "source": parse_source(page, evidence, diagnostics),
        "sections": [
            {"heading": b.text, "level": max(b.level, 1), "span": b.extent} for b in page.with_role(Role.HEADING)
        ],
        "evidence": evidence,
    }
    for name, block in (("title", page.title), ("subtitle", page.subtitle)):
        if block:
            draft[name] = block.text
            evidence[f"/{name}"] = block.extent
    return draft


def parse_source(page: Page, evidence: dict[str, Extent], diagnostics: Diagnostics) -> Draft:
    """Read where and when the document was published, and by whom."""
    source: Draft = {"publisher": None, "site": None, "url": None, "authors": [], "editors": [], "published_at": None}
    lines = page.with_role(Role.SOURCE_LINE)

    def found(name: str, block: Block, extent: Extent) -> None:
        source[name] = block.text[slice(*extent)]
        evidence[f"/source/{name}"] = (block.start + extent[0], block.start + extent[1])

    for i, line in enumerate(lines):
        stamp = match_timestamp(line.folded)
        if stamp and source["published_at"] is None:
            source["published_at"] = stamp[0]
            evidence["/source/published_at"] = (line.start + stamp[1][0], line.start + stamp[1][1])
        publisher = _PUBLISHER.search(line.folded)
        if publisher and source["publisher"] is None and not _PLACEHOLDER.match(publisher[1]):
            found("publisher", line, publisher.span(1))
        elif _BARE_LABEL.match(line.folded) and i + 1 < len(lines) and source["publisher"] is None:
            if not lines[i + 1].folded.endswith("：") and not match_timestamp(lines[i + 1].folded):
                found("publisher", lines[i + 1], (0, len(lines[i + 1].text)))
        for name, pattern in (("editors", _EDITORS), ("authors", _AUTHORS)):
            match = pattern.search(line.folded)
            if match and not _PLACEHOLDER.match(match[1]):
                source[name] += [n for n in re.split(r"[\s、，,]+", match[1]) if is_name(n) and n not in source[name]]
        for placeholder in _PLACEHOLDER.finditer(line.text):
            extent = (line.start + placeholder.start(), line.start + placeholder.end())
            diagnostics.add("PP202", f"{placeholder[0]} stands in place of a value", extent)
    for block in page.with_role(Role.BYLINE):
        source["authors"] += [n for n in names_of_byline(block.folded) if n not in source["authors"]]
    paragraphs = page.with_role(Role.PARAGRAPH)
    for block in (*paragraphs[:1], *paragraphs[-1:]):
        reporter = _REPORTER.search(block.folded)
        if reporter and reporter[0][0] in "（(":
            source["authors"] += [n for n in names_of_byline(reporter[0]) if n not in source["authors"]]
    for block in page.blocks:
        if block.role in (Role.SOURCE_LINE, Role.FURNITURE):
            with_url = _SITE_WITH_URL.search(block.folded)
            if with_url and source["site"] is None:
                found("site", block, with_url.span(1))
                found("url", block, with_url.span(2))
            licence = _SITE_OF_LICENCE.search(block.folded)
            if licence and source["site"] is None:
                found("site", block, licence.span(1) if licence[1] else licence.span(2))
    if source["published_at"] is None:
        diagnostics.add("PP203", "the text does not say when it was published")
    return source


def names_of_byline(line: str) -> list[str]:
    """The names in a byline, without the words around them."""
    return [name for name in re.split(r"[\s、，,]+", _DROPPED.sub(" ", line)) if is_name(name)]


def publication_day(draft: Draft, reference_date: date | None) -> date | None:
    """The day that 今年 and 29日 count from: of publication, else the reference that the caller gave."""
    published = draft["source"]["published_at"]
    if isinstance(published, datetime):
        return published.date()
    return published or reference_date
