"""Points (条目): what the outline of a text says, point by point.

    point ::= heading text assignment* deadline norms citations points

What names units and times (a bracket behind a sentence, a labelled stretch) is cut out of the text before norms and
citations are read, so that no unit of it becomes the bearer of a duty.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from policyparse.knowledge.pattern import pattern
from policyparse.language.citations import find_citations
from policyparse.language.document_titles import find_short_names
from policyparse.model.base import Extent
from policyparse.model.official import DeadlineDraft, PointDraft, ResponsibilityDraft
from policyparse.model.provisions import ArticleDraft, CitationDraft, NormDraft, ParagraphDraft
from policyparse.official.deadlines import deadline_of, find_deadline
from policyparse.official.named_units import find_named
from policyparse.official.outline import Node
from policyparse.official.stretches import Stretches, bracket_at_end, cut_assignments
from policyparse.page.blocks import Page
from policyparse.statute.norms import parse_norms

_FIRST_LEADS = pattern(
    r"(?:列|排|居)(?:名|序|在|于)?(?:第一|首)位?(?:置)?的?(?:者|单位|部门)?，?(?:均?[为是系])?(?:总?牵头|主办|主责)"
    r"|(?:第一|首)(?:个|位)?(?:责任)?(?:单位|部门)，?(?:均?[为是系])(?:总?牵头|主办|主责)",
    matches=[
        *("列第一位者为牵头单位", "排在首位的部门为牵头部门", "排名第一的为牵头单位", "第一个单位为牵头单位"),
        *("列首位的为主办单位", ("位列第一的部门系主责", "列第一的部门系主责")),
        *(("名列第一的单位牵头", "列第一的单位牵头"), ("位列第一的，均为主办单位", "列第一的，均为主办")),
        *("列首位置的单位，是主办", "居名第一的为牵头单位", "排名第一单位为牵头单位"),
        *(("位列第一的是牵头单位", "列第一的是牵头"), "列首位的主办单位", "首个单位为牵头单位"),
        *("第一单位为牵头单位", "列首位的系主办单位", "列首位的为主责单位", "第一位单位为牵头单位"),
        *("第一个部门为牵头单位", "第一个单位系牵头单位", "第一个单位是牵头单位", "第一个单位为主责单位"),
        *("第一个单位为主办单位", "排于第一的为牵头单位", "列首位的均为主办单位", "第一个单位，为牵头单位"),
        *("第一个单位均为牵头单位", "第一个单位为总牵头单位", "列第一位者为总牵头单位", "第一个责任单位为牵头单位"),
        "排序首位的部门为牵头部门",
    ],
    rejects=["把安全放在第一位", "排名第一的单位给予奖励", "牵头单位为第一责任人"],
)
"""Where a document says that the first unit of each list leads."""

_LIST = 2
"""Minimum number of units of a list, of which the first can lead."""


class PointReader:
    """Reads the points of one document.

    Args:
        page: The page.
        day: Day of the document, from which a deadline takes its year; None where it is not known.
        title: Title of the document, None where it has none.
    """

    def __init__(self, page: Page, day: date | None, title: str | None) -> None:
        self.page, self.day, self.title = page, day, title
        self.first_leads = _FIRST_LEADS.search(page.folded) is not None
        self.short_names = {short.name: short.title for short in find_short_names(page.folded)}

    def read(self, nodes: Sequence[Node], pointer: str = "/points", level: int = 1) -> list[PointDraft]:
        """The drafts of nodes and of all below them.

        Args:
            nodes: The nodes of one level.
            pointer: JSON Pointer of their list.
            level: Their depth, 1 for the highest.
        """
        return [self._point(node, f"{pointer}/{i}", level) for i, node in enumerate(nodes)]

    def _point(self, node: Node, pointer: str, level: int) -> PointDraft:
        stretches = cut_assignments(
            self.page.folded, node.texts, first_is_own=bool(node.heading and not node.is_run_in)
        )
        if node.heading and not node.nodes and not node.holds and not stretches.text(self.page):
            _make_text(node)  # a line with nothing but its units below it is text
            stretches = cut_assignments(self.page.folded, node.texts)
        left = stretches.left()
        heading = self._heading(node)
        stretches.cuts[:0] = heading.cuts
        responsibilities = self._responsibilities(stretches, left)
        return {
            "label": node.label,
            "number": node.number,
            "level": level,
            "heading": heading.text(self.page).rstrip("。：") or None,
            "text": stretches.text(self.page),
            "points": self.read(node.nodes, f"{pointer}/points", level + 1),
            "norms": self.norms(left, pointer),
            "citations": self.citations([*heading.left(), *left]),
            "responsibilities": responsibilities,
            "lead": [unit for duty in responsibilities if duty["role"] == "lead" for unit in duty["units"]],
            "responsible": [unit for duty in responsibilities if duty["role"] != "lead" for unit in duty["units"]],
            "deadline": self._deadline(stretches, left),
            "span": (node.start, node.end),
        }

    def _heading(self, node: Node) -> Stretches:
        """The heading without the bracket at its end that names units; one with a time alone belongs to it."""
        if node.heading is None:
            return Stretches()
        start, end = node.heading
        bracket = bracket_at_end(self.page.folded, start, end)
        behind = cut_assignments(self.page.folded, [(bracket, end)] if bracket < end else [])
        return Stretches([[(start, bracket)]], behind.cuts)

    def _responsibilities(self, stretches: Stretches, left: Sequence[Extent]) -> list[ResponsibilityDraft]:
        duties: list[ResponsibilityDraft] = []
        several = sum(cut.is_bracket and bool(cut.assignment.units) for cut in stretches.cuts) > 1
        for cut in stretches.cuts:
            text = stretches.words_before(self.page, cut) if several and cut.is_bracket else None
            for role, units in cut.assignment.units:
                duties.append({"units": units, "role": role, "text": text, "span": cut.extent})
        for named in find_named(self.page.folded, () if duties else left):
            words = self.page.text[slice(*named.sentence)].strip()
            duties.append({"units": named.units, "role": named.role, "text": words, "span": named.extent})
        return self.led_by_first(duties)

    def led_by_first(self, duties: list[ResponsibilityDraft]) -> list[ResponsibilityDraft]:
        """Duties of which the first unit leads, where the document says so (列第一位的为牵头单位).

        Args:
            duties: The duties of one point.
        """
        first = duties[0] if duties and self.first_leads else None
        if first is None or len(first["units"]) < _LIST or any(duty["role"] == "lead" for duty in duties):
            return duties
        units = first["units"]
        return [{**first, "role": "lead", "units": units[:1]}, {**first, "units": units[1:]}, *duties[1:]]

    def _deadline(self, stretches: Stretches, left: Sequence[Extent]) -> DeadlineDraft | None:
        text, folded = self.page.text, self.page.folded
        for cut in stretches.cuts:
            if cut.assignment.deadline:
                start, end = cut.assignment.deadline
                extent = (cut.start + start, cut.start + end)
                return deadline_of(text, folded, extent, self.day)
        found = (find_deadline(text, folded, extent, self.day) for extent in left)
        return next((deadline for deadline in found if deadline), None)

    def norms(self, texts: Sequence[Extent], pointer: str | None) -> list[NormDraft]:
        """The norms of a text.

        Args:
            texts: Places of its stretches.
            pointer: JSON Pointer of what it is the text of.
        """
        if not texts:
            return []
        paragraphs: list[ParagraphDraft] = [{"text": "", "items": [], "span": extent} for extent in texts]
        span = (texts[0][0], texts[-1][1])
        norms: list[NormDraft] = []
        article: ArticleDraft = {"number": 0, "label": "", "paragraphs": paragraphs, "norms": norms, "span": span}
        parse_norms(self.page, [article], official=True)
        for norm in norms:
            norm["pointer"] = pointer
        return norms

    def citations(self, texts: Iterable[Extent]) -> list[CitationDraft]:
        """The citations of a text.

        Args:
            texts: Places of its stretches.
        """
        found: list[CitationDraft] = []
        for start, end in texts:
            for reference in find_citations(self.page.folded, start, end):
                title = reference.title and self.short_names.get(reference.title, reference.title)
                steps = {step.level: step for step in reference.steps}
                external = reference.whose in ("named", "same") and title != self.title
                found.append(
                    {
                        "title": title if external else None,
                        "article": steps[4].text if 4 in steps else None,
                        "paragraph": max(steps[5].number, 1) if 5 in steps else None,
                        "item": steps[6].text if 6 in steps else None,
                        "through": reference.through.text if reference.through else None,
                        "target": "external" if external else "internal",
                        "text": self.page.text[reference.start : reference.end],
                        "span": (reference.start, reference.end),
                    }
                )
        return found


def _make_text(node: Node) -> None:
    """Make the heading of a node the start of its text."""
    assert node.heading is not None
    if node.is_run_in:
        node.texts[0] = (node.heading[0], node.texts[0][1])
    else:
        node.texts.insert(0, (node.heading[0], node.line_end))
    node.heading = None
