"""Amendments (修改事项): what a decision changes in another document; the forms are in `orders`.

A decision orders them in its points, in one sentence of its text where it has no points, or in the points of an
annex (（附件1）). New articles may stand below their point without quotation marks (内容如下：).
"""

import re
from collections.abc import Iterator
from typing import TypedDict, Unpack

from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import pattern
from policyparse.language.labels import format_number
from policyparse.language.numerals import parse_integer
from policyparse.language.places import ARTICLE, ITEM, LAST_LABEL, PARAGRAPH, match_place
from policyparse.model.base import Extent
from policyparse.model.content import DecisionContentDraft
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.provisions import AmendmentDraft, CitationDraft
from policyparse.page.layout import Page
from policyparse.statute import orders
from policyparse.statute.amended import amended_by_point, amended_title, amends
from policyparse.statute.quoted import mask_quotations
from policyparse.statute.references import draft_citation

_POINT = pattern(
    rf"^ {{0,8}}(?P<label>[{SMALL_ORDINAL}百]{{1,5}}、|此外，)",
    flags=re.MULTILINE,
    matches=[
        *(("修改如下：\n  一、第三条修改为", {"label": "一、"}), ("此外，条文顺序作调整", {"label": "此外，"})),
        ("一百二十一、删去", {"label": "一百二十一、"}),
    ],
    rejects=["第一、二款", "其一、", "、删去第三条", "         一、", "一百二十一二、"],
)
"""A point of an annex."""
_SUBPOINT = compiled(rf"^ {{0,8}}(（[{SMALL_ORDINAL}]{{1,4}}）|[0-9]{{1,3}}[.、])", re.MULTILINE)
_LONGEST_RANGE = 200


def parse_amendments(page: Page, draft: DecisionContentDraft, diagnostics: Diagnostics) -> list[AmendmentDraft]:
    """Read the amendments of a decision whose title says that it amends.

    Args:
        page: The page.
        draft: The draft with its title and articles.
        diagnostics: Takes points that are not understood.

    Returns:
        Drafts of `Amendment`, in order of the text; none where the document amends nothing.
    """
    title: str = draft["title"] or ""
    if not amends(title):
        return []
    amended = amended_title(title)
    found: list[AmendmentDraft] = []
    stretches = [(article["label"], article["span"]) for article in draft["articles"]]
    if not stretches and draft.get("preamble"):
        stretches.append(("preamble", draft["evidence"]["/preamble"]))
    if draft.get("closing"):
        stretches.append(("closing", draft["evidence"]["/closing"]))
    annexed = [(f"{a['label']} {label}", span) for a in draft["annexes"] for label, span in _points(page, *a["span"])]
    for label, (start, end) in stretches + annexed:
        named = amended if label == "preamble" and amended else amended_by_point(page, start, end, amended)
        body = start + len(label) if label.startswith("第") and page.folded.startswith(label, start) else start
        reader = _Reader(page, body, end, named, amended is None)
        amendments = list(reader.amendments())
        found += amendments
        if (
            not amendments
            and label != "closing"
            and any(verb in page.folded[start:end] for verb in ("修改", "增加", "删"))
            and not (annexed and "附件" in page.folded[start:end])
        ):
            where = "the preamble" if label == "preamble" else f"point {label}"
            message = f"{where} was not understood as an amendment"
            diagnostics.add("PP411", message, (start, end))
    return found


def _points(page: Page, start: int, end: int) -> Iterator[tuple[str, Extent]]:
    """The points 一、 of an annex that says what is changed, with their labels; none where it changes nothing."""
    folded = page.folded
    if "修改为" not in folded[start:end]:
        return
    points = list(_POINT.finditer(folded, start, end))
    for i, point in enumerate(points):
        yield point["label"][:-1], (point.start("label"), points[i + 1].start(1) if i + 1 < len(points) else end)


class _Place(TypedDict):
    """The place named last."""

    division: str | None
    article: str | None
    paragraph: int | None
    item: str | None


class _Change(TypedDict, total=False):
    """What an amendment says beside its target."""

    unit: str | None
    text: str | None
    old: str | None
    new: str | None


class _Reader:
    """Reads the amendments of one point; quotations are masked while the orders are matched."""

    def __init__(self, page: Page, start: int, end: int, title: str | None, many: bool) -> None:
        self.page, self.start, self.title = page, start, title
        self.masked = mask_quotations(page.folded, start, end)
        self.done = 0
        self.same_sentence = True
        self.place: _Place = {"division": None, "article": None, "paragraph": None, "item": None}
        self.named: list[tuple[int, str]] = []  # where an item names another document: （二）对《X》作出修改
        if many:
            for subpoint in _SUBPOINT.finditer(self.masked):
                at = start + subpoint.start(1)
                newline = page.folded.find("\n", at, end)
                named = amended_by_point(page, at, newline if newline >= 0 else end)
                self.named += [(subpoint.start(1), named)] if named else []

    def amendments(self) -> Iterator[AmendmentDraft]:
        """The amendments in order of the text; a place inside the last article named belongs to it."""
        if not any(verb in self.masked for verb in orders.VERBS):
            return
        ahead = {form: match for form in _FORMS if (match := form.search(self.masked))}
        while True:
            for form, match in [*ahead.items()]:  # each form is searched on from where it was found
                found = form.search(self.masked, self.done) if match.start() < self.done else match
                if found:
                    ahead[form] = found
                else:
                    del ahead[form]
            if not ahead:
                return
            form, nearest = min(ahead.items(), key=lambda found: (found[1].start(), -found[1].end()))
            while self.named and self.named[0][0] < nearest.end():
                self.title = self.named.pop(0)[1]
            self._pass_by(nearest.start())
            after = max(nearest.end(), self.done + 1)
            yield from _FORMS[form](self, nearest)
            self.done = max(after, self.done)

    def _pass_by(self, end: int) -> None:
        """Take in what is named between the orders: 第六十七条“……”中, and the end of a sentence."""
        between = self.masked[self.done : end]
        for article in orders.ARTICLE.finditer(between):
            self.place = {"division": None, "article": article[0].replace(" ", ""), "paragraph": None, "item": None}
        self.same_sentence = "。" not in between and "\n" not in between

    def replaced(self, match: re.Match[str]) -> Iterator[AmendmentDraft]:
        target = self._this(match) if match["this"] else self._target(match)
        if match["to"]:
            yield self._amendment("renumber", target, match, new=match["to"])
        yield self._amendment("replace", target, match, text=self._quoted(match, "q"))

    def inserted(self, match: re.Match[str]) -> Iterator[AmendmentDraft]:
        if match["at"]:
            self._citation(match, "at")
        elif match["after"]:
            self._citation(match, "after")
        where = "as" if match["as"] else "at" if match["at"] else "after" if match["after"] else None
        target = self._members(match, where)[0] if where else self._within(match)
        if where == "as" and match["at"]:
            at = self._cite(*match.span("at"))
            target = _inside(at, target)
        text = self._quoted(match, "q" if match["q"] else "heading") if match["q"] or match["heading"] else None
        below = None if match["q"] else orders.BELOW.match(self.masked, match.end())
        if below:
            text = _lines(self.page.text[self.start + below.end() : self.start + len(self.masked)])
            self.done = len(self.masked)
        yield self._amendment("insert", target, match, text=text, unit=orders.UNITS[match["unit"]])

    def appended(self, match: re.Match[str]) -> Iterator[AmendmentDraft]:
        target = self._citation(match, "at")
        is_paragraph = not match["end"] and target["article"] and not target["paragraph"] and not target["item"]
        unit = "paragraph" if is_paragraph else None
        yield self._amendment("insert", target, match, text=self._quoted(match, "q"), unit=unit)

    def merged(self, match: re.Match[str]) -> Iterator[AmendmentDraft]:
        for target in self._citations(match, "at"):
            yield self._amendment("delete", target, match)
        target = self._citation(match, "as")
        text = self._quoted(match, "q") if match["q"] else None
        yield self._amendment("insert", target, match, text=text, unit=orders.UNITS[match["as"][-1]])

    def deleted(self, match: re.Match[str]) -> Iterator[AmendmentDraft]:
        for target in self._citations(match, "at"):
            words: list[str | None] = [*self._all_quoted(match, "q")]
            for old in words or [None]:
                yield self._amendment("delete", target, match, old=old)

    def substituted(self, match: re.Match[str]) -> Iterator[AmendmentDraft]:
        old, new = self._all_quoted(match, "q"), self._all_quoted(match, "r")
        if len(new) == 1:
            new *= len(old)
        if match["side"]:
            new = [a + b if match["side"] == "后" else b + a for a, b in zip(old, new, strict=False)]
        for target in self._citations(match, "at") if match["at"] else [self._within(match)]:
            for before, after in zip(old, new, strict=False):
                yield self._amendment("substitute", target, match, old=before, new=after)

    def renumbered(self, match: re.Match[str]) -> Iterator[AmendmentDraft]:
        places = self._citations(match, "at")
        labels = [label for label, _ in _expanded(match["to"])]
        if len(places) != len(labels):
            places, labels = [self._citation(match, "at")], [match["to"]]
        for place, label in zip(places, labels, strict=True):
            yield self._amendment("renumber", place, match, new=label)

    def reordered(self, match: re.Match[str]) -> Iterator[AmendmentDraft]:
        self.place = {"division": None, "article": None, "paragraph": None, "item": None}
        yield self._amendment("renumber", self._citation(match, None), match)

    def _amendment(
        self, operation: str, target: CitationDraft, match: re.Match[str], **values: Unpack[_Change]
    ) -> AmendmentDraft:
        span = (self.start + match.start(), self.start + max(match.end(), self.done))
        return {
            "operation": operation,
            "target": target,
            "unit": values.get("unit"),
            "text": values.get("text"),
            "old": values.get("old"),
            "new": values.get("new"),
            "span": span,
        }

    def _quoted(self, match: re.Match[str], group: str) -> str:
        start, end = match.span(group)
        return _lines(self.page.text[self.start + start + 1 : self.start + end - 1])

    def _all_quoted(self, match: re.Match[str], group: str) -> list[str]:
        if not match[group]:
            return []
        base = self.start + match.start(group)
        found = orders.ONE_QUOTE.finditer(match[group])
        return [self.page.text[base + m.start() + 1 : base + m.end() - 1] for m in found]

    def _citation(self, match: re.Match[str], group: str | None) -> CitationDraft:
        if group is None or not match[group]:
            citation: CitationDraft = {
                **draft_citation(self.page.text, (self.start + match.start(), self.start + match.end()))
            }
            return {**citation, "title": self.title, "article": self.place["article"]}
        return self._cite(match.start(group), match.end(group))

    def _within(self, match: re.Match[str]) -> CitationDraft:
        """The place named last, down to its paragraph: 第三条第一款中的“甲”修改为“乙”，“丙”修改为“丁”."""
        place: _Place = self.place if self.same_sentence else {**self.place, "paragraph": None, "item": None}
        return {**self._citation(match, None), **place}

    def _this(self, match: re.Match[str]) -> CitationDraft:
        """The place named last, as far as 这一款, 这一条 says."""
        citation: CitationDraft = {**self._citation(match, None), **self.place}
        citation["item"] = citation["item"] if match["this"].endswith("项") else None
        citation["paragraph"] = None if match["this"].endswith("条") else citation["paragraph"]
        return citation

    def _target(self, match: re.Match[str]) -> CitationDraft:
        """One citation for a list of places that get one new text, from the first to the last: 第一款、第二款修改为."""
        if not match["at"]:
            return self._citation(match, None)
        members = self._members(match, "at")
        if not members:
            return self._citation(match, None)
        through = members[-1]["text"] if len(members) > 1 else None
        return {**members[0], "through": through}

    def _citations(self, match: re.Match[str], group: str) -> list[CitationDraft]:
        """A citation for each place of a list, those inside a range as well; where none is named, the place before."""
        base = match.start(group)
        found: list[CitationDraft] = []
        for label, member in _expanded(match[group]):
            citation = self._cite(base + member.start(2), base + member.end(2))
            if label != member[2]:
                _set_level(citation, label)
            found.append(citation)
        return found or [self._citation(match, None)]

    def _members(self, match: re.Match[str], group: str) -> list[CitationDraft]:
        base = match.start(group)
        return [self._cite(base + m.start(2), base + m.end(2)) for m in orders.MEMBERS.finditer(match[group])]

    def _cite(self, start: int, end: int) -> CitationDraft:
        """A place; what it does not name is that of the place before: 第三条第一款……，第二款 is of 第三条."""
        extent: Extent = (self.start + start, self.start + end)
        citation: CitationDraft = {**draft_citation(self.page.text, extent), "title": self.title}
        preamble = orders.PREAMBLE.fullmatch(self.masked, start, end)
        if preamble:
            counted = preamble[0].removeprefix("序言第").removesuffix("段").removesuffix("自然")
            number = None if counted == "序言" else parse_integer(counted)
            self.place = {"division": "序言", "article": None, "paragraph": number, "item": None}
            return {**citation, **self.place}
        place = match_place(self.masked, start, end)
        for step in place.steps if place else ():
            if step.level < ARTICLE:
                self.place = {"division": step.text, "article": None, "paragraph": None, "item": None}
            elif step.level == ARTICLE:
                division = citation["division"]
                self.place = {"division": division, "article": step.text, "paragraph": None, "item": None}
            elif step.level == PARAGRAPH:
                self.place = {**self.place, "paragraph": step.number, "item": None}
            elif step.level == ITEM:
                is_below = self.same_sentence or citation["paragraph"]
                paragraph = self.place["paragraph"] if is_below else None
                self.place = {**self.place, "item": step.text, "paragraph": paragraph}
            citation = {**citation, **self.place}
        return citation


_FORMS = {
    orders.SUBSTITUTE: _Reader.substituted,
    orders.REPLACE: _Reader.replaced,
    orders.INSERT: _Reader.inserted,
    orders.APPEND: _Reader.appended,
    orders.MERGE: _Reader.merged,
    orders.DELETE: _Reader.deleted,
    orders.RENUMBER: _Reader.renumbered,
    orders.REORDER: _Reader.reordered,
}


def _set_level(citation: CitationDraft, label: str) -> None:
    """Let a citation name another article, paragraph or item of the same range."""
    if label.endswith("款"):
        citation["paragraph"] = parse_integer(label[1:-1])
    elif label.endswith("项"):
        citation["item"] = label
    else:
        citation["article"] = label


def _inside(at: CitationDraft, target: CitationDraft) -> CitationDraft:
    """A target with what it leaves open taken from the place in which it is: 第二章中增加一节，作为第三节."""
    above, below = at.get("division"), target.get("division")
    return {
        "title": target.get("title") or at.get("title"),
        "division": above + below if above and below and above != below else below or above,
        "article": target.get("article") or at.get("article"),
        "paragraph": target.get("paragraph") or at.get("paragraph"),
        "item": target.get("item") or at.get("item"),
        "through": target.get("through") or at.get("through"),
        "target": target["target"],
        "pointer": target.get("pointer") or at.get("pointer"),
        "text": target["text"],
        "span": target["span"],
    }


def _expanded(listed: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The labels of a list of places, those inside a range as well (第五条至第七条), each with what names it."""
    before: int | None = None
    for member in orders.MEMBERS.finditer(listed):
        last = LAST_LABEL.search(member[2])
        number = parse_integer(last[1]) if last else None
        if (
            last
            and member["through"]
            and before is not None
            and number is not None
            and number - before < _LONGEST_RANGE
        ):
            for between in range(before + 1, number):
                yield f"第{format_number(between)}{last[2]}", member
        yield member[2], member
        before = number


def _lines(text: str) -> str:
    """Quoted provisions line by line, without indents and without the marks that open each line."""
    return "\n".join(line.strip().lstrip('“"') for line in text.split("\n") if line.strip())
