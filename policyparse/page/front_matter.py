"""What stands around the body of any document: titles, source, headings (文头、来源、小标题)."""

import re
from datetime import date, datetime

from policyparse.language.bodies import is_body_line
from policyparse.language.days import match_timestamp
from policyparse.language.loose_dates import match_loose_date
from policyparse.model.base import Draft, Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.blocks import Block, Page, Role
from policyparse.page.byline import names_of_byline
from policyparse.page.furniture import is_plate, site_of_page_name, site_of_trail
from policyparse.page.source_line import answers, asks_for, find_entries, tells_force

_PLACEHOLDER = re.compile(r"\[[a-z]{1,10}:[^\]]{1,20}\]|\{\{[^}]{1,30}\}\}|\$\{[^}]{1,30}\}|<%[^%]{1,30}%>")
_REPORTER = re.compile(
    r"[（(](?:本报|本刊|本网|新华社|人民网|央视)?\S{0,4}?(?:见习|实习|特约)?(?:记者|通讯员)[\s：]{0,2}([\u4e00-\u9fff·、\s]{2,60})[）)]$"
)
_DATELINE = re.compile(
    r"(?:[^，。]{0,30}?(?:讯|电|消息|报道))\s?[（(]((?:本报|本刊|本网)?\S{0,6}?(?:记者|通讯员|作者)[^（）()]{2,60})[）)]|[（(]((?:本报|本刊|本网|新华社)?\S{0,4}?(?:记者|通讯员)\s?[^（）()]{2,40})[）)]"
)
_REPORTER_OF_SOURCE = re.compile(r"（[^（）]{0,8}(?:记者|通讯员|作者)[^（）]{2,40}")
_OUTLET = re.compile(
    r"[\u4e00-\u9fff]{1,16}(?:报|报社|网|电视台|广播电台|广播电视台|通讯社|周刊|杂志|杂志社|媒体|融媒体?中心|客户端|在线)$"
)
_SITE_WITH_URL = re.compile(
    r"([\u4e00-\u9fff]{2,15}网)\s{0,3}((?:https?://)?(?:www\.)?[a-z0-9-]{2,40}(?:\.[a-z]{2,10}){1,3})"
)
_SITE_OF_LICENCE = re.compile(r"凡?(?:是)?本(?:网站|网|站)?(?:所有)?注明\s?[“\"]?来源：\s?([^”\"，。]{2,20})[”\"]")
_PAPER = re.compile(r"《?[\u4e00-\u9fff]{2,10}报》?")
_PLATE = re.compile(r"(?:(?:当前|本)版\s?：?\s?)?第\s?[A-Z]?[0-9]{1,3}\s?版[：\s]")
_MASTHEAD_LINES = 12
_NO_SECTION = re.compile(
    r"第\S{1,9}号$|\S{0,16}[〔\[（【](?:19|20)[0-9]{2}[〕\]）】]第?\s?[0-9]{1,5}号$|[^|]{0,60}\|[^|]{0,60}\||(?:[Pp](?:ART|art)[.\s]{0,2})?[0-9]{1,2}$"
)
_ORDER = re.compile(
    r"(?:令|公\s?告|通\s?告|公\s?报)(?:（?第\S{1,9}号）?)?$|(?:18|19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日"
)
_KEY = re.compile(r"[\s“”‘’《》：，、]")
_META = {
    "publisher": ("contentsource", "source"),
    "published_at": ("pubdate", "publishdate", "article:published_time", "publishtime"),
    "site": ("sitename", "og:site_name"),
}


def front_matter(page: Page, diagnostics: Diagnostics, reference_date: date | None = None) -> Draft:
    """Read what every document has: titles, language, source, sections, and their evidence.

    Args:
        page: The page.
        diagnostics: Takes placeholders and missing dates.
        reference_date: The day that 昨天 in a source line counts from, or None.

    Returns:
        The common part of a draft.
    """
    evidence: dict[str, Extent] = {}
    draft: Draft = {
        "title": None,
        "subtitle": None,
        "language": "zh-Hant" if page.traditional else "zh-Hans",
        "source": parse_source(page, evidence, diagnostics, reference_date),
        "sections": [
            {"heading": b.text, "level": max(b.level, 1), "span": b.extent}
            for b in page.with_role(Role.HEADING)
            if _is_section(page, b)
        ],
        "evidence": evidence,
    }
    for name, block in (("title", page.title), ("subtitle", page.subtitle)):
        if block:
            draft[name] = block.text
            evidence[f"/{name}"] = block.extent
    return draft


def _is_section(page: Page, block: Block) -> bool:
    """Whether a heading is one of the body: not the title again, a number or a row; in front, no body and no order."""
    title, line = page.title, block.folded
    again = title is not None and _KEY.sub("", line) == _KEY.sub("", title.folded)
    if again or _NO_SECTION.match(line):
        return False
    in_front = next((b.start for b in page.blocks if b.role is Role.PARAGRAPH), 0) > block.start
    return not (in_front and (is_body_line(line) or _ORDER.search(line)))


def parse_source(
    page: Page, evidence: dict[str, Extent], diagnostics: Diagnostics, reference_date: date | None = None
) -> Draft:
    """Read where and when the document was published, and by whom.

    Args:
        page: The page.
        evidence: Takes the places of what is found.
        diagnostics: Takes placeholders and a missing date.
        reference_date: The day that 昨天 counts from, or None.
    """
    source: Draft = {"publisher": None, "site": None, "url": None, "authors": [], "editors": [], "published_at": None}
    lines = page.with_role(Role.SOURCE_LINE)
    for i, line in enumerate(lines):
        for entry in find_entries(line.folded):
            _take(source, evidence, entry.name, line, (entry.start, entry.end))
        asked = asks_for(line.folded)
        if asked and i + 1 < len(lines) and answers(lines[i + 1].folded, asked):
            _take(source, evidence, asked, lines[i + 1], (0, len(lines[i + 1].text)))
        for placeholder in _PLACEHOLDER.finditer(line.text):
            extent = (line.start + placeholder.start(), line.start + placeholder.end())
            diagnostics.add("PP202", f"{placeholder[0]} stands in place of a value", extent)
    if not isinstance(source["published_at"], datetime):
        for line in lines:
            if not tells_force(line.folded) and not any(
                entry.name == "other" and match_timestamp(line.folded[entry.start : entry.end])
                for entry in find_entries(line.folded)
            ):
                _take(source, evidence, "published_at", line, (0, len(line.text)))
    if source["published_at"] is None:
        _read_loose_date(lines, source, evidence, reference_date)
    for block in page.with_role(Role.BYLINE):
        _add_names(source["authors"], block.folded)
    _read_reporters(page, source)
    _read_paper(page, source, evidence)
    _read_site(page, source, evidence)
    _read_meta(page, source)
    if source["published_at"] is None:
        diagnostics.add("PP203", "the text does not say when it was published")
    return source


def _take(source: Draft, evidence: dict[str, Extent], name: str, line: Block, extent: Extent) -> None:
    """Take the value of a label, where it is one and the field has none yet."""
    start, end = extent
    value = line.folded[start:end]
    if not value or _PLACEHOLDER.match(value):
        return
    if name in ("authors", "editors"):
        _add_names(source[name], value)
    elif name == "published_at":
        stamp = match_timestamp(value)
        if stamp and _is_better(stamp[0], source[name]):
            source[name] = stamp[0]
            evidence[f"/source/{name}"] = (line.start + start + stamp[1][0], line.start + start + stamp[1][1])
    elif name == "publisher" or (name == "published_by" and _OUTLET.match(value)):
        reporter = _REPORTER_OF_SOURCE.search(value)
        if reporter:
            _add_names(source["authors"], reporter[0])
            value = value[: reporter.start()]
        value = re.split(r"\s{2,}|\s(?=[0-9])|[|丨]", value)[0].strip(" （）【】[]《》")
        start = line.folded.find(value, start)
        if source["publisher"] is None and 2 <= len(value) <= 40 and not match_timestamp(value):
            source["publisher"] = line.text[start : start + len(value)]
            evidence["/source/publisher"] = (line.start + start, line.start + start + len(value))


def _read_loose_date(
    lines: list[Block], source: Draft, evidence: dict[str, Extent], reference_date: date | None
) -> None:
    """Read a labelled date that the grammar refuses: 发布时间：July 5, 2024; 发布时间：昨天 17:35."""
    for line in lines:
        for entry in find_entries(line.folded):
            value = line.text[entry.start : entry.end]
            loose = match_loose_date(value, reference_date) if entry.name == "published_at" else None
            if loose:
                source["published_at"] = loose
                evidence["/source/published_at"] = (line.start + entry.start, line.start + entry.end)
                return


def _is_better(stamp: date | datetime, known: date | datetime | None) -> bool:
    """Whether a time of publication is the first, or tells the hour of the day that is known."""
    if known is None:
        return True
    return isinstance(stamp, datetime) and not isinstance(known, datetime) and stamp.date() == known


def _add_names(names: list[str], line: str) -> None:
    names += [name for name in names_of_byline(line) if name not in names]


def _read_reporters(page: Page, source: Draft) -> None:
    """Reporters named in brackets, in the dateline of the first paragraph or at the end of the last."""
    paragraphs = page.with_role(Role.PARAGRAPH)
    for block in paragraphs[:2]:
        dateline = _DATELINE.match(block.folded[:120])
        if dateline:
            _add_names(source["authors"], dateline[1] or dateline[2])
    for block in (*paragraphs[:1], *paragraphs[-1:]):
        reporter = _REPORTER.search(block.folded[-80:])
        if reporter:
            _add_names(source["authors"], reporter[0])


def _read_paper(page: Page, source: Draft, evidence: dict[str, Extent]) -> None:
    """The paper names itself above the title, where the number of its page (版次) stands as well."""
    title = page.title
    if source["publisher"] is not None or title is None:
        return
    above = [block for block in page.blocks[:_MASTHEAD_LINES] if block.start < title.start]
    named = [block for block in above if _PAPER.fullmatch(block.folded)]
    if len(named) == 1 and any(is_plate(block.folded) or _PLATE.match(block.folded) for block in above):
        paper = named[0].text.strip("《》")
        start = named[0].start + named[0].text.index(paper)
        source["publisher"] = paper
        evidence["/source/publisher"] = (start, start + len(paper))


def _read_site(page: Page, source: Draft, evidence: dict[str, Extent]) -> None:
    """The site names itself beside its address, in its licence, behind the title or in front of the trail."""
    for block in page.with_role(Role.SOURCE_LINE, Role.FURNITURE):
        if source["site"] is not None:
            return
        if "网" not in block.folded and "注明" not in block.folded:
            continue
        with_url, licence = _SITE_WITH_URL.search(block.folded[:300]), _SITE_OF_LICENCE.search(block.folded[:300])
        match = with_url or licence
        if match:
            source["site"] = block.text[slice(*match.span(1))]
            evidence["/source/site"] = (block.start + match.start(1), block.start + match.end(1))
        if with_url:
            source["url"] = block.text[slice(*with_url.span(2))]
            evidence["/source/url"] = (block.start + with_url.start(2), block.start + with_url.end(2))
    title = page.title
    for block in page.with_role(Role.FURNITURE):
        if title is None or block.start > title.start or source["site"] is not None:
            return
        named = site_of_page_name(block.folded, title.folded) or site_of_trail(block.folded)
        if named:
            source["site"] = block.text[slice(*named)]
            evidence["/source/site"] = (block.start + named[0], block.start + named[1])


def _read_meta(page: Page, source: Draft) -> None:
    """What the page does not print its meta tags may say."""
    meta = {name.lower(): value.strip() for name, value in page.meta.items() if value.strip()}
    for name, tags in _META.items():
        value = next((meta[tag] for tag in tags if tag in meta), None)
        if value is None or source[name] is not None or _PLACEHOLDER.match(value):
            continue
        if name != "published_at":
            source[name] = value
        elif (stamp := match_timestamp(value)) is not None:
            source[name] = stamp[0]
