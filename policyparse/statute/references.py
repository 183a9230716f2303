"""What the citations of a decision refer to.

本条例第三条 is an article of this document; 前款 and 第二款 are counted from where they stand; 同条 is the article
cited last; a short name or a number stands for the title that the text gave it, from there on. What is not in the text
is not resolved.
"""

from bisect import bisect_left, bisect_right

from policyparse.knowledge.compiled import compiled
from policyparse.language.citations import find_citations, find_triggers
from policyparse.language.cited_documents import Reference
from policyparse.language.labels import DIVISION_LEVELS, format_label, format_number
from policyparse.language.places import ANNEX, ARTICLE, ITEM, PARAGRAPH, Step
from policyparse.model.base import Extent
from policyparse.model.content import DecisionContentDraft
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.provisions import CitationDraft, ParagraphDraft
from policyparse.page.layout import Page
from policyparse.statute.amended import amended_by_point, amended_title, amends_many
from policyparse.statute.cited_titles import Titles
from policyparse.statute.quoted import Quotation, find_quotations

_AMENDING = ("本决定", "本修正案", "本决议")
_ARTICLE_POINTER = compiled("/articles/([0-9]+)")
_KINDS = {0: "part", 1: "subpart", 2: "chapter", 3: "section"}


class References:
    """Resolves the citations of one document.

    Args:
        page: The page.
        draft: The draft with its title, divisions and articles.
        diagnostics: Takes what is ambiguous or does not resolve.
    """

    def __init__(self, page: Page, draft: DecisionContentDraft, diagnostics: Diagnostics) -> None:
        self.page, self.diagnostics = page, diagnostics
        self.articles = draft["articles"]
        self.divisions = draft["divisions"]
        self.annexes = draft.get("annexes") or []
        self.title: str = draft["title"] or ""
        self.amended = amended_title(self.title)
        self.amends_many = self.amended is None and amends_many(self.title)
        self.places = {(a["number"], a["suffix"]): i for i, a in reversed(list(enumerate(self.articles)))}
        self.titles = Titles(page.folded, diagnostics)
        self.bracketed = 0, 0, 0  # where a paragraph starts, to where its brackets are counted, how many are open
        self.last: CitationDraft | None = None  # the citation before, in the same article, of an article

    def cite(self) -> None:
        """Fill the `citations` of every article."""
        folded = self.page.folded
        triggers = find_triggers(folded)
        for index, article in enumerate(self.articles):
            self.last = None
            if self.amends_many:
                self.amended = amended_by_point(self.page, *article["span"])
            quoted = list(find_quotations(folded, *article["span"])) if self.amended else []
            named: str | None = None
            for position, paragraph in enumerate(article["paragraphs"]):
                start, end = paragraph["span"]
                first = bisect_left(triggers, start)
                if first == len(triggers) or triggers[first] >= end:
                    continue
                for reference in find_citations(folded, start, end):
                    named = self._cite_one(reference, index, position, named, quoted)

    def _cite_one(
        self, reference: Reference, index: int, position: int, named: str | None, quoted: list[Quotation]
    ) -> str | None:
        """Add one citation; returns the document that 同法 means after it."""
        paragraph = self.articles[index]["paragraphs"][position]
        if quoted and reference.whose == "none" and _is_within(quoted, reference.start):
            title = self.amended  # 前款 in a quoted provision is of the document that takes it in
        else:
            title = self._title_of(reference, named)
        if title is None and named and self._lacks_article(reference):
            title = named
        item = _item_around(paragraph, reference.start)
        citation = self._citation(reference, index, position, item, title)
        self.articles[index]["citations"].append(citation)
        if self._in_bracket(paragraph["span"][0], reference.start):
            return named
        if citation["article"] and _names_article(reference):
            self.last = citation
        return citation["title"] or named

    def _in_bracket(self, start: int, at: int) -> bool:
        """Whether an offset lies inside round brackets that open behind the start of its paragraph."""
        folded = self.page.folded
        began, counted, depth = self.bracketed
        if began != start or at < counted:
            counted, depth = start, 0
        depth += folded.count("（", counted, at) - folded.count("）", counted, at)
        self.bracketed = start, at, depth
        return depth > 0

    def _lacks_article(self, reference: Reference) -> bool:
        """Whether a place alone is no article of this document: 适用刑法第三百八十二条……、第三百八十五条."""
        step = reference.steps[0] if reference.whose == "none" else None
        return step is not None and step.level == ARTICLE and not step.relative and self._article(step, 0) is None

    def _citation(
        self, reference: Reference, index: int, position: int, item: int | None, title: str | None
    ) -> CitationDraft:
        citation = draft_citation(self.page.text, (reference.start, reference.end))
        if self.last is not None and self._goes_on_with_last(reference, index):
            return self._of_last(citation, reference, self.last)
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
        return self.titles.full(reference, self.amended)

    def _goes_on_with_last(self, reference: Reference, index: int) -> bool:
        """Whether a place is one of the article cited last.

        同条第三款 is; so is 第三款 or 第三项 where this article has no such paragraph or item.
        """
        step = reference.steps[0] if reference.whose == "none" and reference.steps else None
        if step is None or step.level not in (ARTICLE, PARAGRAPH, ITEM):
            return False
        if step.relative or step.level == ARTICLE:
            return step.relative == "同"
        paragraphs = self.articles[index]["paragraphs"]
        if step.level == PARAGRAPH:
            return step.number > len(paragraphs)
        return step.number not in {item["number"] for p in paragraphs for item in p["items"]}

    def _of_last(self, citation: CitationDraft, reference: Reference, last: CitationDraft) -> CitationDraft:
        """A place of the article cited last: 同条第三款, 第三项."""
        citation["title"], citation["target"] = last["title"], last["target"]
        citation["division"], citation["article"] = last["division"], last["article"]
        steps = [step for step in reference.steps if step.relative != "同"]
        if not steps or steps[0].level > PARAGRAPH or reference.steps[0].text[1:2] == "款":
            citation["paragraph"] = last["paragraph"]
        for step in steps:
            if step.level == PARAGRAPH:
                citation["paragraph"] = max(step.number, 1)
            elif step.level == ITEM:
                citation["item"] = step.text
        citation["through"] = reference.through.text if reference.through else None
        place = _ARTICLE_POINTER.match(last["pointer"] or "") if citation["target"] == "internal" else None
        if place is not None:
            citation["pointer"] = self._pointer(citation, reference.steps, int(place[1]), citation["paragraph"])
            if citation["pointer"] is None:
                self._unresolved(reference, f"{citation['article']} has no such paragraph or item")
        return citation

    def _set_printed(self, citation: CitationDraft, reference: Reference) -> None:
        """Article, paragraph and item of another document, as printed."""
        division = "".join(step.text for step in reference.steps if step.level < ARTICLE and not step.relative)
        citation["division"] = division or None
        for step in reference.steps:
            if step.relative:
                continue
            if step.level == ARTICLE:
                citation["article"] = step.text
            elif step.level == PARAGRAPH:
                citation["paragraph"] = max(step.number, 1)
            elif step.level == ITEM:
                citation["item"] = step.text
        citation["through"] = reference.through.text if reference.through else None

    def _set_resolved(
        self, citation: CitationDraft, reference: Reference, index: int, position: int, item: int | None
    ) -> None:
        """Article, paragraph and item of this document, counted from article `index` and paragraph `position`."""
        citation["through"] = reference.through.text if reference.through else None
        steps = reference.steps
        if not steps:
            return
        if steps[0].level == ANNEX:
            self._set_annex(citation, reference)
            return
        if steps[-1].level < ARTICLE:
            self._set_division(citation, steps, index)
            return
        target, paragraph = self._article_and_paragraph(citation, steps, index, position)
        items = [step for step in steps if step.level == ITEM]
        if items:
            citation["item"] = _item_label(items[-1], item) if items[-1].relative else items[-1].text
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

    def _article_and_paragraph(
        self, citation: CitationDraft, steps: tuple[Step, ...], index: int, position: int
    ) -> tuple[int | None, int | None]:
        """Index of the article that is meant, and number of the paragraph; 前两款 ends with the one before this."""
        target: int | None = index
        paragraph: int | None = None
        for step in steps:
            several = step.relative == "前" and step.number > 1
            if step.level == ARTICLE:
                target = self._article(step, index)
                if several:
                    citation["through"] = self.articles[index - 1]["label"] if index else None
            elif step.level == PARAGRAPH:
                paragraph = _paragraph(step, position)
                if several and paragraph is not None:
                    citation["through"] = format_label("款", position)
        alone = steps[0].level == ITEM and len(steps) == 1
        if alone and _has_item(self.articles[index]["paragraphs"][position], steps[0]):
            paragraph = position + 1
        return target, paragraph

    def _set_annex(self, citation: CitationDraft, reference: Reference) -> None:
        """附件一第三条 is a place of an annex, no article of the document."""
        first, *below = reference.steps
        self._set_printed(citation, reference)
        citation["division"] = first.text
        labels = ["".join(annex["label"].split()) for annex in self.annexes]
        numbers = {first.text, f"{first.text[:2]}{first.number}", f"{first.text[:2]}{format_number(first.number)}"}
        found = [i for i, label in enumerate(labels) if label in numbers]
        if found and not below:
            citation["pointer"] = f"/annexes/{found[0]}"

    def _set_division(self, citation: CitationDraft, steps: tuple[Step, ...], index: int) -> None:
        """本章 is the chapter in which the article stands; 第二章 the one with that label."""
        last = steps[-1]
        kind = _KINDS[last.level]
        found = self._division_around(index, kind) if last.relative == "本" else self._division(kind, last)
        if last.relative and last.relative != "本":
            around = self._division_around(index, kind)
            found = None if around is None else self._division_beside(around, kind, last)
        if found is None:
            citation["division"] = "".join(step.text for step in steps)
            return
        citation["division"] = self.divisions[found]["label"]
        citation["pointer"] = f"/divisions/{found}"

    def _division_around(self, index: int, kind: str) -> int | None:
        """The division of a kind in which an article stands."""
        at = self.articles[index]["division"]
        while at is not None and at >= 0:
            level = DIVISION_LEVELS[self.divisions[at]["kind"]]
            if level == DIVISION_LEVELS[kind]:
                return int(at)
            if level < DIVISION_LEVELS[kind]:
                return None
            at -= 1
        return None

    def _division(self, kind: str, step: Step) -> int | None:
        same = [i for i, d in enumerate(self.divisions) if d["kind"] == kind and d["number"] == step.number]
        return same[0] if len(same) == 1 else None

    def _division_beside(self, around: int, kind: str, step: Step) -> int | None:
        same = [i for i, division in enumerate(self.divisions) if division["kind"] == kind]
        at = same.index(around) + (step.number if step.relative == "下" else -step.number)
        return same[at] if 0 <= at < len(same) else None

    def _article(self, step: Step, index: int) -> int | None:
        if step.relative == "本":
            return index
        if step.relative in ("前", "上"):
            return index - step.number if index >= step.number else None
        if step.relative == "下":
            return index + 1 if index + 1 < len(self.articles) else None
        return self.places.get((step.number, step.suffix))

    def _pointer(
        self, citation: CitationDraft, steps: tuple[Step, ...], target: int, paragraph: int | None
    ) -> str | None:
        """JSON Pointer of what is cited; None where the article has it not."""
        pointer = f"/articles/{target}"
        paragraphs = self.articles[target]["paragraphs"]
        wants_paragraph = any(step.level == PARAGRAPH and step.relative != "同" for step in steps)
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


def draft_citation(text: str, extent: Extent) -> CitationDraft:
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


def _has_item(paragraph: ParagraphDraft, step: Step) -> bool:
    """Whether a paragraph has an item; what is counted from another item is one of the paragraph's."""
    items = paragraph["items"]
    return bool(items) and (bool(step.relative) or any(item["number"] == step.number for item in items))


def _is_within(quotations: list[Quotation], offset: int) -> bool:
    index = bisect_right(quotations, offset, key=lambda quotation: quotation.start) - 1
    return index >= 0 and offset < quotations[index].end


def _names_article(reference: Reference) -> bool:
    first = reference.steps[0].level
    return first == ARTICLE or (first < ARTICLE and any(step.level == ARTICLE for step in reference.steps))


def _item_around(paragraph: ParagraphDraft, offset: int) -> int | None:
    """Index of the item of a paragraph in which an offset lies."""
    items = paragraph["items"]
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
    return format_label("项", number) if number >= 1 else step.text
