"""What the citations of a decision refer to.

本条例第三条 is an article of this document; 前款 and 第二款 are counted from where they stand; a short name
stands for the title that the text gave it (以下简称), from there on. What is not in the text is not resolved.
"""

import re
from bisect import bisect_left, bisect_right

from policyparse.language.citations import Reference, Step, find_citations, find_triggers
from policyparse.language.document_titles import find_short_names, find_titles, is_instrument
from policyparse.language.labels import format_number, match_label
from policyparse.model.base import Draft, Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Page
from policyparse.statute.quoted import Quotation, find_quotations

_AMENDED = re.compile(r"(?:关于)?修改(?=[《〈])")
_AMENDS_MANY = re.compile(r"修改[^。]{2,200}的(?:决定|决议)$")
_SENTENCE = re.compile("[，。；：]")
_NAMED_WITHIN = 80
_AMENDMENT = re.compile("([一-龥]{1,40}?(?:法|法典|条例))修正案(?:（[^（）]{1,12}）|$)")
_AMENDING = ("本决定", "本修正案", "本决议")
_STATE = "中华人民共和国"
_ARTICLE_POINTER = re.compile("/articles/([0-9]+)")

ARTICLE, PARAGRAPH, ITEM = 4, 5, 6


class References:
    """Resolves the citations of one document.

    Args:
        page: The page.
        draft: The draft with its title and articles.
        diagnostics: Takes what is ambiguous or does not resolve.
    """

    def __init__(self, page: Page, draft: Draft, diagnostics: Diagnostics) -> None:
        self.page = page
        self.articles: list[Draft] = draft["articles"]
        self.title: str = draft["title"] or ""
        self.diagnostics = diagnostics
        self.amended = amended_title(self.title)
        self.amends_many = self.amended is None and bool(_AMENDS_MANY.search(self.title))
        self.places = {(a["number"], a["suffix"]): i for i, a in reversed(list(enumerate(self.articles)))}
        self.short_names: dict[str, list[tuple[int, str]]] = {}
        for short in find_short_names(page.folded):
            self.short_names.setdefault(short.name, []).append((short.start, short.title))
        self._titles: dict[str, str | None] | None = None
        self.last: Draft | None = None  # the citation before, in the same article, of an article

    def cite(self) -> None:
        """Fill the `citations` of every article."""
        folded = self.page.folded
        triggers = find_triggers(folded)
        for index, article in enumerate(self.articles):
            citations: list[Draft] = article["citations"]
            named: str | None = None
            self.last = None
            if self.amends_many:
                self.amended = amended_by_point(self.page, *article["span"])
            quoted = list(find_quotations(folded, *article["span"])) if self.amended else []
            for position, paragraph in enumerate(article["paragraphs"]):
                start, end = paragraph["span"]
                first = bisect_left(triggers, start)
                if first == len(triggers) or triggers[first] >= end:
                    continue
                for reference in find_citations(folded, start, end):
                    item = _item_around(paragraph, reference.start)
                    if quoted and reference.whose == "none" and _is_within(quoted, reference.start):
                        title = self.amended  # 前款 in a quoted provision is of the document that takes it in
                    else:
                        title = self._title_of(reference, named)
                    if title is None and named and self._lacks_article(reference):
                        title = named
                    citation = self._citation(reference, index, position, item, title)
                    named = citation["title"] or named
                    if citation["article"] and _names_article(reference):
                        self.last = citation
                    citations.append(citation)

    def _lacks_article(self, reference: Reference) -> bool:
        """Whether a place alone is no article of this document: 适用刑法第三百八十二条……、第三百八十五条."""
        step = reference.steps[0] if reference.whose == "none" else None
        return step is not None and step.level == ARTICLE and not step.relative and self._article(step, 0) is None

    def _citation(self, reference: Reference, index: int, position: int, item: int | None, title: str | None) -> Draft:
        citation = draft_citation(self.page.text, (reference.start, reference.end))
        if self.last is not None and self._is_item_of_last(reference, index):
            return self._item_of_last(citation, reference)
        external = title is not None and title != self.title
        citation["title"] = title if external else None
        citation["target"] = "external" if external or reference.whose == "same" else "internal"
        if citation["target"] == "external":
            self._set_printed(citation, reference)
        else:
            self._set_resolved(citation, reference, index, position, item)
        return citation

    def _title_of(self, reference: Reference, named: str | None) -> str | None:
        if reference.whose == "same":
            if named is None:
                self._unresolved(reference, "no document was named before")
            return named
        if reference.whose == "none":
            return self.amended if not reference.steps[0].relative else None
        if reference.whose == "own" or reference.title is None:
            return self.amended if not self.page.folded.startswith(_AMENDING, reference.start) else None
        return self._full_title(reference)

    def _is_item_of_last(self, reference: Reference, index: int) -> bool:
        """Whether 第三项 is an item of the place cited last: this article has no such item, or no list at all."""
        step = reference.steps[0] if reference.steps else None
        if self.last is None or reference.whose != "none" or step is None or step.level != ITEM or step.relative:
            return False
        numbers = {item["number"] for p in self.articles[index]["paragraphs"] for item in p["items"]}
        return step.number not in numbers

    def _item_of_last(self, citation: Draft, reference: Reference) -> Draft:
        assert self.last is not None
        for name in ("title", "division", "article", "paragraph", "target"):
            citation[name] = self.last[name]
        self._set_items(citation, reference)
        if citation["target"] == "internal":
            place = _ARTICLE_POINTER.match(self.last["pointer"] or "")
            if place is None:
                return citation
            citation["pointer"] = self._pointer(citation, reference.steps, int(place[1]), citation["paragraph"])
            if citation["pointer"] is None:
                self._unresolved(reference, f"{citation['article']} has no such paragraph or item")
        return citation

    def _set_items(self, citation: Draft, reference: Reference) -> None:
        citation["item"] = reference.steps[0].text
        citation["through"] = reference.through.text if reference.through else None

    def _full_title(self, reference: Reference) -> str:
        name = reference.title or ""
        defined = self.short_names.get(name)
        if defined:
            before = [title for start, title in defined if start <= reference.start]
            if len(set(before)) > 1:
                self.diagnostics.add(
                    "PP409", f"{name} stands for {' and '.join(sorted(set(before)))}", (reference.start, reference.end)
                )
            if before:
                return before[-1]
        if reference.bracketed:
            return name
        if self.amended and self.amended.removeprefix(_STATE) == name:
            return self.amended
        if self._titles is None:
            self._titles = {}
            for title in find_titles(self.page.folded):
                bare = title.text.removeprefix(_STATE)
                known = self._titles.get(bare, title.text)
                self._titles[bare] = title.text if known == title.text else None
        return self._titles.get(name) or name

    def _set_printed(self, citation: Draft, reference: Reference) -> None:
        """Article, paragraph and item of another document, as printed."""
        for step in reference.steps:
            if step.relative:
                continue
            if step.level < ARTICLE:
                citation["division"] = step.text
            elif step.level == ARTICLE:
                citation["article"] = step.text
            elif step.level == PARAGRAPH:
                citation["paragraph"] = max(step.number, 1)
            elif step.level == ITEM:
                citation["item"] = step.text
        citation["through"] = reference.through.text if reference.through else None

    def _set_resolved(self, citation: Draft, reference: Reference, index: int, position: int, item: int | None) -> None:
        """Article, paragraph and item of this document, counted from article `index` and paragraph `position`."""
        citation["through"] = reference.through.text if reference.through else None
        steps = reference.steps
        if not steps:
            return
        if steps[-1].level < ARTICLE:
            citation["division"] = "".join(step.text for step in steps)
            return
        target: int | None = index
        paragraph: int | None = None
        for step in steps:
            if step.level == ARTICLE:
                target = self._article(step, index)
                if step.relative == "前" and step.number > 1:
                    citation["through"] = self.articles[index - 1]["label"] if index else None
            elif step.level == PARAGRAPH:
                paragraph = _paragraph(step, position)
                if step.relative == "前" and step.number > 1 and paragraph is not None:
                    citation["through"] = f"第{format_number(position)}款"
            elif step.level == ITEM:
                if len(steps) == 1 and _has_item(self.articles[index]["paragraphs"][position], step):
                    paragraph = position + 1
                citation["item"] = _item_label(step, item) if step.relative else step.text
        if target is None:
            citation["article"] = next((s.text for s in steps if s.level == ARTICLE and not s.relative), None)
            citation["paragraph"] = paragraph
            self._unresolved(reference, "there is no such article")
            return
        article = self.articles[target]
        citation["article"] = article["label"]
        citation["paragraph"] = paragraph if paragraph and paragraph > 0 else None
        citation["pointer"] = self._pointer(citation, steps, target, paragraph)
        if citation["pointer"] is None:
            self._unresolved(reference, f"{article['label']} has no such paragraph or item")

    def _article(self, step: Step, index: int) -> int | None:
        if step.relative == "本":
            return index
        if step.relative in ("前", "上"):
            return index - step.number if index >= step.number else None
        if step.relative == "下":
            return index + 1 if index + 1 < len(self.articles) else None
        return self.places.get((step.number, step.suffix))

    def _pointer(self, citation: Draft, steps: tuple[Step, ...], target: int, paragraph: int | None) -> str | None:
        """JSON Pointer of what is cited; None where the article has it not."""
        pointer = f"/articles/{target}"
        paragraphs: list[Draft] = self.articles[target]["paragraphs"]
        wants_paragraph = any(step.level == PARAGRAPH for step in steps)
        if paragraph is None and wants_paragraph:
            return None
        if paragraph is not None:
            if not 1 <= paragraph <= len(paragraphs):
                return None
            pointer += f"/paragraphs/{paragraph - 1}"
            paragraphs = paragraphs[paragraph - 1 : paragraph]
        if citation["item"] is None:
            return pointer
        number = next((s.number for s in steps if s.level == ITEM and not s.relative), None)
        if number is None:
            return pointer
        for j, candidate in enumerate(paragraphs):
            for k, item in enumerate(candidate["items"]):
                if item["number"] == number:
                    return f"{pointer}/items/{k}" if paragraph is not None else f"{pointer}/paragraphs/{j}/items/{k}"
        return None

    def _unresolved(self, reference: Reference, why: str) -> None:
        text = self.page.text[reference.start : reference.end]
        self.diagnostics.add("PP408", f"{text}: {why}", (reference.start, reference.end))


def draft_citation(text: str, extent: Extent) -> Draft:
    """A draft of `Citation` with nothing but its place.

    Args:
        text: The repaired text.
        extent: Place of the citation in it.
    """
    return {
        "title": None,
        "division": None,
        "article": None,
        "paragraph": None,
        "item": None,
        "through": None,
        "target": "external",
        "pointer": None,
        "text": text[slice(*extent)],
        "span": extent,
    }


def amended_title(title: str) -> str | None:
    """What a decision amends by its own title: 关于修改《X》的决定, X修正案; None where it amends nothing or many."""
    match = _AMENDED.search(title)
    if match is None:
        amendment = _AMENDMENT.match(title)
        return amendment[1] if amendment else None
    named = list(find_titles(title, match.end()))
    if not named:
        inner = re.match(r"〈([^〈〉]{1,120})〉", title[match.end() :])
        return inner[1] if inner else None
    rest = title[named[0].end :]
    return None if len(named) > 1 or rest.startswith(("等", "、", "和")) else named[0].text


def is_amendment(title: str) -> bool:
    """Whether a title is that of amendments to one document: X修正案（二）."""
    return _AMENDMENT.match(title) is not None


def amended_by_point(page: Page, start: int, end: int, amended: str | None = None) -> str | None:
    """What one point of an amending decision amends: 一、将《X》第五条修改为……, 二、某省某某条例 over what it changes.

    Args:
        page: The page.
        start: Where the point starts, with its label.
        end: Where it ends.
        amended: What the decision amends by its title; a point may name it by its last words (《解释》).

    Returns:
        The title; `amended` where the point names none.
    """
    folded = page.folded
    first = next(find_titles(folded, start, min(end, start + _NAMED_WITHIN)), None)
    if first is not None and folded.find("“", start, first.start) < 0:
        name = page.text[first.start + 1 : first.end - 1]
        return amended if amended and amended.endswith(name) else name
    newline = folded.find("\n", start, end)
    line = folded[start : newline if newline >= 0 else end]
    label = match_label(line) if len(line) <= _NAMED_WITHIN else None
    if label is None or _SENTENCE.search(line) or not is_instrument(line.rstrip()):
        return amended
    return page.text[start + label.body : start + len(line)].rstrip()


def _has_item(paragraph: Draft, step: Step) -> bool:
    """Whether a paragraph has an item; what is counted from another item is one of the paragraph's."""
    items: list[Draft] = paragraph["items"]
    return bool(items) and (bool(step.relative) or any(item["number"] == step.number for item in items))


def _is_within(quotations: list[Quotation], offset: int) -> bool:
    index = bisect_right(quotations, offset, key=lambda quotation: quotation.start) - 1
    return index >= 0 and offset < quotations[index].end


def _names_article(reference: Reference) -> bool:
    first = reference.steps[0].level
    return first == ARTICLE or (first < ARTICLE and any(step.level == ARTICLE for step in reference.steps))


def _item_around(paragraph: Draft, offset: int) -> int | None:
    """Index of the item of a paragraph in which an offset lies."""
    items: list[Draft] = paragraph["items"]
    index = bisect_right([item["span"][0] for item in items], offset) - 1 if items else -1
    return index if index >= 0 else None


def _paragraph(step: Step, position: int) -> int | None:
    """Number of a cited paragraph, from 1, seen from the paragraph with index `position`."""
    if step.relative == "本":
        return position + 1
    if step.relative in ("前", "上"):
        return position + 1 - step.number if position >= step.number else None
    if step.relative == "下":
        return position + 2
    return step.number


def _item_label(step: Step, item: int | None) -> str | None:
    """Label of a cited item, seen from the item with index `item`: 前项 in the third item is the second."""
    if item is None or step.relative == "下":
        return step.text
    number = item + 1 if step.relative == "本" else item + 1 - step.number
    return f"第（{format_number(number)}）项" if number >= 1 else step.text
