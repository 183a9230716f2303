"""Where and when a document was published, and by whom (来源): printed values first, then hints of the file.

Precedence (SCHEMA, Position): metadata of the caller, printed text, hints of the file.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Literal, NamedTuple

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, STROKES
from policyparse.knowledge.compiled import compiled
from policyparse.language.days import match_timestamp
from policyparse.language.loose_dates import match_loose_date
from policyparse.model.base import Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.page import SourceDraft
from policyparse.page.blocks import Block, Page, Role
from policyparse.page.byline import authors_of_label, names_of_byline, outlet_of_byline
from policyparse.page.furniture import is_furniture, is_plate
from policyparse.page.outlets import is_outlet, match_dateline
from policyparse.page.source_line import Entry, answers, asks_for, asks_in_cell, find_entries, tells_force
from policyparse.page.trails import site_of_page_name, site_of_trail

PLACEHOLDER = compiled(r"\[[a-z]{1,10}:[^\]]{1,20}\]|\{\{[^}]{1,30}\}\}|\$\{[^}]{1,30}\}|<%[^%]{1,30}%>")
"""A template variable where a value belongs."""

_REPORTER_OF_SOURCE = pattern(
    r"（[^（）]{0,8}(?:记者|通讯员|作者)[^（）]{2,40}|\s(?:记者|通讯员|作者)\s?[^\s（）]{2,4}(?:\s[^\s（）]{2,4}){0,3}$",
    matches=[
        *("某某日报（记者王小明）", "某报（通讯员 王小明）", "江州日报 记者 王小明", "某报（本报作者 王小明）"),
        *("江州日报 记者王小明", "江州日报 作者 王小明", "江州日报 通讯员 王小明", "江州日报 记者 王小明 李晓红"),
        (
            ("某报（记者王小明、李晓红、张三丰、赵一曼、钱三强、孙中良、周小川、吴启明、郑成文、冯至远、陈思进）"),
            "（记者王小明、李晓红、张三丰、赵一曼、钱三强、孙中良、周小川、吴启明、郑成文、冯至远、",
        ),
    ],
    rejects=[
        *("某报记者部", "某某日报", "某报（通讯员王）", "江州日报 记者 王", "江州日报 记者 发自江州报道"),
        *("江州日报 记者 王小明 摄", "江州日报 记者 王小明 发自江州报道", "某报（本期特约评论版的专栏作者 王小明）"),
        "江州日报 记者 王小明 李晓红 张三丰 赵一曼 钱三强",
    ],
)
"""The reporters behind the source."""

_SITE_WITH_URL = pattern(
    rf"(?P<site>[{HAN}]{{2,15}}网)\s{{0,3}}(?P<url>(?:https?://)?(?:www\.)?[a-z0-9-]{{2,40}}(?:\.[a-z]{{2,10}}){{1,3}})",
    matches=[
        ("某某网 www.example.com", {"site": "某某网", "url": "www.example.com"}),
        ("某某网https://example.gov.cn", {"url": "https://example.gov.cn"}),
        ("某某网 www.example.gov.cn.com.net.org", "某某网 www.example.gov.cn.com"),
        ("某某网 www.example.c", "某某网 www.example"),
        *(("某某网 www.example.photography", "某某网 www.example.photograph"), "某某网http://example.gov.cn"),
        ("江州市人民政府政务服务和数据管理局官网 www.example.com", "人民政府政务服务和数据管理局官网 www.example.com"),
    ],
    rejects=[
        *("某某网 要闻", "www.example.com", "某某网 www.3.com", "县网 www.example.com", "某某网    www.example.com"),
        "某某网 www.a-very-long-name-of-a-site-that-nobody-would-type.com",
    ],
)
_SITE_OF_LICENCE = pattern(
    r"凡?(?:是)?本(?:网站|网|站)?(?:所有)?注明\s?[“\"]?来源：\s?(?P<site>[^”\"，。]{2,20})[”\"]",
    matches=[
        ("凡本网注明“来源：某某双创”的所有作品", {"site": "某某双创"}),
        *(("凡是本网站注明 “来源： 某某网”", {"site": "某某网"}), ("本站所有注明“来源：某网”", {"site": "某网"})),
        *(("凡是本网站注明 “来源： 某某网”", "凡是本网站注明 “来源： 某某网”"), "本站所有注明来源：某网”"),
        "本所有注明“来源：某网”",
    ],
    rejects=[
        *("请注明来源", "凡本网注明的作品", "本站所有注明“来源：县”"),
        "本站所有注明“来源：江州市人民政府政务服务和数据管理局门户网站”",
    ],
)
_ITSELF = pattern(
    "本[站网报刊]|本网站|(?:本[站网])?原创|网络|互联网|整理",
    method="fullmatch",
    matches=["本站", "本网", "本报", "本网站", "本站原创", "原创", "网络", "互联网", "整理", "本刊", "本网原创"],
    rejects=["本溪日报", "某某网", "互联网周刊"],
)
"""What a page calls itself, or nobody: it names no source."""

_PAPER = pattern(
    rf"《?[{HAN}]{{2,10}}报》?",
    method="fullmatch",
    matches=["江州日报", "《江州日报》"],
    rejects=["江州日报社", "报", "县报", "某省经济社会发展研究动态报"],
)
_PLATE = pattern(
    r"(?:(?:当前|本)版\s?：?\s?)?第\s?[A-Z]?[0-9]{1,3}\s?版[：\s]",
    method="match",
    matches=["第05版：经济", "当前版：第A05版 要闻", "本版 第 5 版：", "本版  第 5 版："],
    rejects=["第05版", "第五版：经济", "第版：经济", "第2025版：经济"],
)
_CELLS = frozenset({"td", "th", "dt"})
"""Elements of a page that hold a label."""

_OTHER_DAYS = frozenset({"issued_at", "issued_on", "effective_on", "expires_on"})
"""Labels that ask for a day of the document, not of its publication."""

_MASTHEAD_LINES = 12
"""Number of lines from the top in which a paper names itself."""

_PUBLISHER_LENGTH = 40
"""Maximum length of the name of a source, in characters."""


class _Value(NamedTuple):
    """A value of a source line: what asks for it, its line, its place in the line."""

    name: str
    line: Block
    start: int
    end: int

    @property
    def folded(self) -> str:
        """The value, width-folded."""
        return self.line.folded[self.start : self.end]

    @property
    def extent(self) -> Extent:
        """Its place in the repaired text."""
        return self.line.start + self.start, self.line.start + self.end


def labelled_values(page: Page) -> list[_Value]:
    """The values that labels on the page ask for, on their line or on the next, in order of the text.

    Args:
        page: The page, its roles given.
    """
    lines = page.with_role(Role.SOURCE_LINE)
    found = []
    for i, line in enumerate(lines):
        entries = list(find_entries(line.folded))
        found += [_Value(e.name, line, e.start, e.end) for e in entries if e.end > e.start]
        asked = asks_for(line.folded)
        if asked and i + 1 < len(lines) and answers(lines[i + 1].folded, asked):
            found.append(_Value(asked, lines[i + 1], 0, len(lines[i + 1].text)))
    return found + list(_values_of_cells(page))


def _values_of_cells(page: Page) -> Iterator[_Value]:
    """The days that cells without a colon ask for, each in the next cell: 发布日期 | 2033-04-02."""
    for label, value in pairwise(page.blocks):
        if label.signals is None or label.signals.tag not in _CELLS or value.role is Role.PARAGRAPH:
            continue
        asked = asks_in_cell(label.folded)
        if asked in _OTHER_DAYS | {"published_at"} and answers(value.folded, asked or ""):
            yield _Value(asked or "", value, 0, len(value.text))


def parse_source(
    page: Page, evidence: dict[str, Extent], diagnostics: Diagnostics, reference_date: date | None = None
) -> SourceDraft:
    """Read where and when the document was published, and by whom.

    Args:
        page: The page.
        evidence: Takes the places of what is found.
        diagnostics: Takes placeholders and a missing date.
        reference_date: The day that 昨天 counts from, or None.
    """
    source: SourceDraft = {
        "publisher": None,
        "site": None,
        "url": None,
        "authors": [],
        "editors": [],
        "published_at": None,
    }
    reader = _SourceReader(page, source, evidence)
    reader.read_labels(diagnostics)
    reader.read_times(reference_date)
    reader.read_bylines()
    reader.read_outlets()
    reader.read_site()
    return source


class _SourceReader:
    """Fills the draft of a `Source` from the lines of a page."""

    def __init__(self, page: Page, source: SourceDraft, evidence: dict[str, Extent]) -> None:
        self.page = page
        self.source = source
        self.evidence = evidence
        self.lines = page.with_role(Role.SOURCE_LINE)

    def read_labels(self, diagnostics: Diagnostics) -> None:
        """Take the values of labels: 来源, 发布时间, 作者, 编辑."""
        for value in labelled_values(self.page):
            self._take(value)
        for line in self.lines:
            for placeholder in PLACEHOLDER.finditer(line.text):
                extent = (line.start + placeholder.start(), line.start + placeholder.end())
                diagnostics.add("PP202", f"{placeholder[0]} stands in place of a value", extent)

    def _take(self, value: _Value) -> None:
        if not value.folded or PLACEHOLDER.match(value.folded):
            return
        if value.name == "authors":
            self._add_names("authors", authors_of_label(value.folded))
        elif value.name == "editors":
            self._add_names("editors", names_of_byline(value.folded))
        elif value.name == "published_at":
            self._take_time(value.line, value.start, value.end)
        elif value.name == "publisher" or (value.name == "published_by" and is_outlet(value.folded)):
            self._take_publisher(value)

    def _add_names(self, field: Literal["authors", "editors"], names: Sequence[str]) -> None:
        self.source[field] += [name for name in names if name not in self.source[field]]

    def _take_publisher(self, value: _Value) -> None:
        """Take the source, without the reporters and the tools of the page behind it: 新华社 举报."""
        printed = value.folded
        reporter = _REPORTER_OF_SOURCE.search(printed)
        if reporter:
            self._add_names("authors", names_of_byline(reporter[0]))
            printed = printed[: reporter.start()]
        first = re.split(rf"\s{{2,}}|\s(?=[0-9])|[{STROKES}]", printed)[0]
        words = first.split(" ")
        while len(words) > 1 and (is_furniture(words[-1]) or (is_outlet(words[0]) and not is_outlet(first))):
            words.pop()
        name = " ".join(words).strip(" （）【】[]《》“”")
        start = value.line.folded.find(name, value.start)
        if _ITSELF.fullmatch(name) or match_timestamp(name):
            return
        if self.source["publisher"] is None and 2 <= len(name) <= _PUBLISHER_LENGTH:
            self._set("publisher", value.line, start, start + len(name))

    def _set(self, field: Literal["publisher", "site", "url"], line: Block, start: int, end: int) -> None:
        self.source[field] = line.text[start:end]
        self.evidence[f"/source/{field}"] = (line.start + start, line.start + end)

    def _take_time(self, line: Block, start: int, end: int) -> None:
        stamp = match_timestamp(line.folded[start:end])
        if stamp and _is_better(stamp[0], self.source["published_at"]):
            self.source["published_at"] = stamp[0]
            self.evidence["/source/published_at"] = (line.start + start + stamp[1][0], line.start + start + stamp[1][1])

    def read_times(self, reference_date: date | None) -> None:
        """Take a time without a label, the day of the document where no other is told, a date in loose words."""
        if not isinstance(self.source["published_at"], datetime):
            asked = {id(value.line) for value in labelled_values(self.page) if value.name in _OTHER_DAYS}
            for line in self._from_the_title():
                if id(line) in asked or tells_force(line.folded):
                    continue
                if not any(_dates(e, line) for e in find_entries(line.folded)):
                    self._take_time(line, 0, len(line.text))
        if self.source["published_at"] is None:
            for value in labelled_values(self.page):
                if value.name == "issued_at":
                    self._take_time(value.line, value.start, value.end)
        for block in self.page.with_role(Role.BYLINE) if self.source["published_at"] is None else ():
            self._take_time(block, 0, len(block.text))
        if self.source["published_at"] is None:
            self._read_loose_time(reference_date)

    def _from_the_title(self) -> list[Block]:
        """The source lines, those between title and text first, then those above the title from below."""
        title = self.page.title
        if title is None:
            return self.lines
        text = (b.start for b in self.page.blocks if b.role is Role.PARAGRAPH and b.start > title.start)
        front = next(text, title.end)
        above = [line for line in self.lines if line.start < title.start]
        head = [line for line in self.lines if title.start < line.start < front]
        return head + above[::-1] + [line for line in self.lines if line.start >= max(front, title.end)]

    def _read_loose_time(self, reference_date: date | None) -> None:
        """Read a labelled date that the grammar refuses: 发布时间：July 5, 2024; 发布时间：昨天 17:35."""
        for value in labelled_values(self.page):
            printed = value.line.text[value.start : value.end]
            loose = match_loose_date(printed, reference_date) if value.name == "published_at" else None
            if loose:
                self.source["published_at"] = loose
                self.evidence["/source/published_at"] = value.extent
                if str(loose.year) not in printed:
                    self.page.origins["/source/published_at"] = "reference_date"
                return

    def read_bylines(self) -> None:
        """Take the names of bylines, and of the reporters in datelines and in credits behind the text."""
        for block in self.page.with_role(Role.BYLINE):
            self._add_names("authors", names_of_byline(block.folded))
        for line in self.lines:
            dateline = match_dateline(line.folded, alone=True)
            if dateline and dateline.credit:
                self._add_names("authors", names_of_byline(line.folded[slice(*dateline.credit)]))

    def read_outlets(self) -> None:
        """Take the outlet that no label names: by the time, above the text, in the dateline or the byline."""
        for line in self.lines if self.source["publisher"] is None else ():
            named = next((e for e in find_entries(line.folded) if e.name == "outlet"), None)
            if named:
                self._set("publisher", line, named.start, named.end)
                return
            if is_outlet(line.folded):
                start = len(line.folded) - len(line.folded.lstrip("《"))
                self._set("publisher", line, start, len(line.folded.rstrip("》")))
                return
        self._read_paper()
        for line in self.lines if self.source["publisher"] is None else ():
            dateline = match_dateline(line.folded, alone=True)
            if dateline and dateline.outlet:
                self._set("publisher", line, *dateline.outlet)
                return
        for line in self.page.with_role(Role.BYLINE) if self.source["publisher"] is None else ():
            outlet = outlet_of_byline(line.folded)
            if outlet:
                self._set("publisher", line, *outlet)
                return

    def _read_paper(self) -> None:
        """The paper names itself above the title, where the number of its page (版次) stands as well."""
        title = self.page.title
        if self.source["publisher"] is not None or title is None:
            return
        above = [block for block in self.page.blocks[:_MASTHEAD_LINES] if block.start < title.start]
        named = [block for block in above if _PAPER.fullmatch(block.folded)]
        if len(named) == 1 and any(is_plate(block.folded) or _PLATE.match(block.folded) for block in above):
            start = len(named[0].text) - len(named[0].text.lstrip("《"))
            self._set("publisher", named[0], start, len(named[0].text.rstrip("》")))

    def read_site(self) -> None:
        """The site names itself beside its address, in its licence, behind the title or in front of the trail."""
        for block in self.page.with_role(Role.SOURCE_LINE, Role.FURNITURE):
            if self.source["site"] is not None:
                return
            if "网" not in block.folded and "注明" not in block.folded:
                continue
            with_url, licence = _SITE_WITH_URL.search(block.folded[:300]), _SITE_OF_LICENCE.search(block.folded[:300])
            match = with_url or licence
            if match:
                self._set("site", block, *match.span("site"))
            if with_url:
                self._set("url", block, *with_url.span("url"))
        title = self.page.title
        for block in self.page.with_role(Role.FURNITURE):
            if title is None or block.start > title.start or self.source["site"] is not None:
                return
            named = site_of_page_name(block.folded, title.folded) or site_of_trail(block.folded)
            if named:
                self._set("site", block, *named)


def _dates(entry: Entry, line: Block) -> bool:
    """Whether a label that asks for something else than the publication has a date."""
    if entry.name in ("published_at", "outlet", "publisher", "authors", "editors"):
        return False
    return match_timestamp(line.folded[entry.start : entry.end]) is not None


def _is_better(stamp: date | datetime, known: date | datetime | None) -> bool:
    """Whether a time of publication is the first, or tells the hour of the day that is known."""
    if known is None:
        return True
    return isinstance(stamp, datetime) and not isinstance(known, datetime) and stamp.date() == known
