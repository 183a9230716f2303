"""Amendments (修改事项): what a decision changes in another document.

    amendment  ::= replace | insert | delete | substitute | renumber
    replace    ::= "将"? place ("改为" place "，")? "修改为：" quotation
    insert     ::= ("在" place "后")? place? "增加" number unit ("，作为" places)? "：" quotation
    delete     ::= ("删去" | "删除") (places | place "中的" quotation)
    substitute ::= "将"? places? "中的"? quotation "修改为" quotation
    renumber   ::= place "改为" place | "条文顺序作相应调整"

The points of a decision that changes many documents may stand in an annex (（附件1）).
The forms are those of 立法技术规范（试行）（一）, part 7 (Legislative Affairs Commission, 2009).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policyparse.core.diagnostics import Diagnostics
from policyparse.core.model import Draft, Extent
from policyparse.documents.decision.references import amended_by_point, amended_title, draft_citation
from policyparse.entities.citations import match_place
from policyparse.structure.layout import Page

_N = "[0-9〇零○一二三四五六七八九十百千两]"
_ARTICLE = rf"第 ?{_N}{{1,9}} ?[编章节条](?:之{_N}{{1,3}})?"
_PARAGRAPH = rf"第{_N}{{1,4}}款"
_ITEM = rf"第（?{_N}{{1,4}}）?项"
_PLACE = f"(?:{_ARTICLE})?(?:{_PARAGRAPH})?(?:{_ITEM})?"
_LIST = f"{_PLACE}(?:(?:[、和及至]|以及){_PLACE}){{0,40}}"
_DOCUMENT = "(?:修改后的?)?(?:《[^《》]{1,100}》)?"
_QUOTE = "“\0{0,20000}”"
_QUOTES = f"{_QUOTE}(?:[、和]{_QUOTE}){{0,20}}"
_REPLACE = re.compile(
    rf"(?P<at>{_PLACE})(?:改为{_DOCUMENT}(?P<to>{_PLACE})，?)?(?:并)?(?:将其)?修改为：?\s{{0,4}}(?P<q>{_QUOTE})"
)
_INSERT = re.compile(
    rf"(?:在?(?P<after>{_PLACE})之?[后前]，?)?(?P<at>{_PLACE})中?增加(?P<n>{_N}{{1,2}})(?P<unit>[条款项章节])"
    rf"(?:，?分?别?作为{_DOCUMENT}(?P<as>{_LIST}))?[，：]?\s{{0,4}}(?P<q>{_QUOTE})?"
)
_DELETE = re.compile(f"(?:删去|删除)(?:其中的)?{_DOCUMENT}(?P<at>{_LIST})(?:中?的?(?P<q>{_QUOTES}))?")
_SUBSTITUTE = re.compile(
    f"(?P<at>{_LIST})?(?:中|规定)?的?(?P<q>{_QUOTES})(?:均|分别|统一|一并|相应)?(?:修改|更改|改)为(?P<r>{_QUOTES})"
)
_RENUMBER = re.compile(f"(?P<at>{_PLACE})(?:相应)?改为{_DOCUMENT}(?P<to>{_PLACE})")
_ORDER = re.compile("(?:条文|条款|章节|有关|相关)[^。；，]{0,10}(?:顺序|序号)[^。；]{0,12}(?:调整|变动)")
_ONE_QUOTE = re.compile(_QUOTE)
_MEMBERS = re.compile(f"{_ARTICLE}(?:{_PARAGRAPH})?(?:{_ITEM})?|{_PARAGRAPH}(?:{_ITEM})?|{_ITEM}")
_POINT = re.compile(r"^ {0,8}([一二三四五六七八九十百]{1,5}、|此外，)", re.MULTILINE)
_SUBPOINT = re.compile("^ {0,8}(（[一二三四五六七八九十]{1,4}）|[0-9]{1,3}[.、])", re.MULTILINE)
_UNITS = {"条": "article", "款": "paragraph", "项": "item", "章": "chapter", "节": "section"}
_VERBS = ("修改为", "增加", "删去", "删除", "改为", "调整", "更改为")
_AMENDS = re.compile(r"修改|修正案|修正|废止和修改")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in an amending decision.

    Attributes:
        start: Offset after its opening mark.
        end: Offset of its closing mark.
    """

    start: int
    end: int


def parse_amendments(page: Page, draft: Draft, diagnostics: Diagnostics) -> list[Draft]:
    """Read the amendments of a decision whose title says that it amends.

    Args:
        page: The page.
        draft: The draft with its title and articles.
        diagnostics: Takes points that are not understood.

    Returns:
        Drafts of `Amendment`, in order of the text; none where the document amends nothing.
    """
    title: str = draft["title"] or ""
    if not _AMENDS.search(title):
        return []
    amended = amended_title(title)
    found: list[Draft] = []
    stretches = [(article["label"], article["span"]) for article in draft["articles"]]
    if draft.get("closing"):
        stretches.append(("closing", draft["evidence"]["/closing"]))
    annexed = [(f"{a['label']} {label}", span) for a in draft["annexes"] for label, span in _points(page, *a["span"])]
    for label, (start, end) in stretches + annexed:
        reader = _Reader(page, start, end, amended_by_point(page, start, end, amended), amended is None)
        amendments = list(reader.amendments())
        found += amendments
        if (
            not amendments
            and label != "closing"
            and any(verb in page.folded[start:end] for verb in ("修改", "增加", "删"))
            and not (annexed and "附件" in page.folded[start:end])
        ):
            diagnostics.add("PP411", f"point {label} was not understood as an amendment", (start, end))
    return found


def _points(page: Page, start: int, end: int) -> Iterator[tuple[str, Extent]]:
    """The points 一、 of an annex that says what is changed, with their labels; none where it changes nothing."""
    folded = page.folded
    if "修改为" not in folded[start:end]:
        return
    points = list(_POINT.finditer(folded, start, end))
    for point, after in zip(points, [*(p.start(1) for p in points[1:]), end], strict=True):
        yield point[1][:-1], (point.start(1), after)


def find_quotations(folded: str, start: int, end: int) -> Iterator[Quotation]:
    """Find the outer quotations of a stretch; a mark at the start of a line goes on with an open one.

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop.
    """
    depth, opened = 0, start
    at = start
    marks = re.compile("[“”]")
    while True:
        mark = marks.search(folded, at, end)
        if mark is None:
            break
        at = mark.end()
        if mark[0] == "“":
            if depth == 0:
                depth, opened = 1, at
            elif not _starts_line(folded, mark.start(), start):
                depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield Quotation(opened, mark.start())
    if depth:
        yield Quotation(opened, end)


def _starts_line(folded: str, at: int, start: int) -> bool:
    i = at - 1
    while i >= start and folded[i] == " ":
        i -= 1
    return i < start or folded[i] == "\n"


class _Reader:
    """Reads the amendments of one point; quotations are masked while the orders are matched."""

    def __init__(self, page: Page, start: int, end: int, title: str | None, many: bool) -> None:
        self.page, self.start, self.title = page, start, title
        pieces: list[str] = []
        done = start
        for quotation in find_quotations(page.folded, start, end):
            pieces += (page.folded[done : quotation.start], "\0" * (quotation.end - quotation.start))
            done = quotation.end
        pieces.append(page.folded[done:end])
        masked = "".join(pieces)
        self.masked = masked if len(masked) == end - start else page.folded[start:end]
        self.article: str | None = None
        self.named: list[tuple[int, str]] = []  # where an item names another document: （二）对《X》作出修改
        if many:
            for subpoint in _SUBPOINT.finditer(self.masked):
                at = start + subpoint.start(1)
                newline = page.folded.find("\n", at, end)
                named = amended_by_point(page, at, newline if newline >= 0 else end)
                self.named += [(subpoint.start(1), named)] if named else []

    def amendments(self) -> Iterator[Draft]:
        """The amendments in order of the text; a place inside the last article named belongs to it."""
        if not any(verb in self.masked for verb in _VERBS):
            return
        done = 0
        while True:
            nearest = min(
                (m for m in (p.search(self.masked, done) for p in _FORMS) if m),
                key=lambda m: (m.start(), -m.end()),
                default=None,
            )
            if nearest is None:
                return
            while self.named and self.named[0][0] < nearest.end():
                self.title = self.named.pop(0)[1]
            yield from _FORMS[nearest.re](self, nearest)
            done = max(nearest.end(), done + 1)

    def replaced(self, match: re.Match[str]) -> Iterator[Draft]:
        target = self._citation(match, "at")
        if match["to"]:
            yield self._amendment("renumber", target, match, new=match["to"])
        yield self._amendment("replace", target, match, text=self._quoted(match, "q"))

    def inserted(self, match: re.Match[str]) -> Iterator[Draft]:
        if match["at"]:
            self._citation(match, "at")
        elif match["after"]:
            self._citation(match, "after")
        where = "as" if match["as"] else "at" if match["at"] else "after" if match["after"] else None
        target = self._citations(match, where)[0] if where else self._citation(match, None)
        if where == "as" and match["at"]:
            target = self._cite(*match.span("at")) | {k: v for k, v in target.items() if v is not None}
        text = self._quoted(match, "q") if match["q"] else None
        yield self._amendment("insert", target, match, text=text, unit=_UNITS[match["unit"]])

    def deleted(self, match: re.Match[str]) -> Iterator[Draft]:
        for target in self._citations(match, "at"):
            words: list[str | None] = [*self._all_quoted(match, "q")]
            for old in words or [None]:
                yield self._amendment("delete", target, match, old=old)

    def substituted(self, match: re.Match[str]) -> Iterator[Draft]:
        old, new = self._all_quoted(match, "q"), self._all_quoted(match, "r")
        if len(new) == 1:
            new *= len(old)
        for target in self._citations(match, "at") if match["at"] else [self._citation(match, None)]:
            for before, after in zip(old, new, strict=False):
                yield self._amendment("substitute", target, match, old=before, new=after)

    def renumbered(self, match: re.Match[str]) -> Iterator[Draft]:
        yield self._amendment("renumber", self._citation(match, "at"), match, new=match["to"])

    def reordered(self, match: re.Match[str]) -> Iterator[Draft]:
        self.article = None
        yield self._amendment("renumber", self._citation(match, None), match)

    def _amendment(self, operation: str, target: Draft, match: re.Match[str], **values: str | None) -> Draft:
        span = (self.start + match.start(), self.start + match.end())
        return {
            "operation": operation,
            "target": target,
            "unit": None,
            "text": None,
            "old": None,
            "new": None,
            "span": span,
        } | values

    def _quoted(self, match: re.Match[str], group: str) -> str:
        start, end = match.span(group)
        return _lines(self.page.text[self.start + start + 1 : self.start + end - 1])

    def _all_quoted(self, match: re.Match[str], group: str) -> list[str]:
        if not match[group]:
            return []
        base = self.start + match.start(group)
        return [self.page.text[base + m.start() + 1 : base + m.end() - 1] for m in _ONE_QUOTE.finditer(match[group])]

    def _citation(self, match: re.Match[str], group: str | None) -> Draft:
        if group is None or not match[group]:
            citation = draft_citation(self.page.text, (self.start + match.start(), self.start + match.end()))
            return citation | {"title": self.title, "article": self.article}
        return self._cite(match.start(group), match.end(group))

    def _citations(self, match: re.Match[str], group: str) -> list[Draft]:
        base, listed = match.start(group), match[group]
        members = [self._cite(base + m.start(), base + m.end()) for m in _MEMBERS.finditer(listed)]
        return members or [self._citation(match, None)]

    def _cite(self, start: int, end: int) -> Draft:
        extent: Extent = (self.start + start, self.start + end)
        citation = draft_citation(self.page.text, extent) | {"title": self.title}
        for step in match_place(self.masked, start, end)[0]:
            if step.level < 4:
                citation["division"] = step.text
            elif step.level == 4:
                citation["article"] = self.article = step.text
            elif step.level == 5:
                citation["paragraph"] = step.number
            elif step.level == 6:
                citation["item"] = step.text
        citation["article"] = citation["article"] or (self.article if not citation["division"] else None)
        return citation


_FORMS = {
    _SUBSTITUTE: _Reader.substituted,
    _REPLACE: _Reader.replaced,
    _INSERT: _Reader.inserted,
    _DELETE: _Reader.deleted,
    _RENUMBER: _Reader.renumbered,
    _ORDER: _Reader.reordered,
}


def _lines(text: str) -> str:
    """Quoted provisions line by line, without indents and without the marks that open each line."""
    return "\n".join(line.strip().lstrip("“") for line in text.split("\n") if line.strip())
