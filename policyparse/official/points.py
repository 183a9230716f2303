"""Points (条目): what the outline of a text says, point by point.

    point ::= heading text assignment* deadline norms citations points

What names units and times (a bracket behind a sentence, a labelled stretch) is cut out of the text before norms and
citations are read, so that no unit of it becomes the bearer of a duty.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from policyparse.knowledge.pattern import pattern
from policyparse.language.citations import find_citations
from policyparse.language.document_titles import find_short_names
from policyparse.model.base import Extent
from policyparse.model.official import DeadlineDraft, PointDraft, ResponsibilityDraft
from policyparse.model.provisions import CitationDraft, NormDraft
from policyparse.official.assignments import LABEL, Assignment, read_assignment
from policyparse.official.deadlines import DUE, deadline_of, find_deadline
from policyparse.official.outline import Node
from policyparse.page.blocks import Page
from policyparse.statute.norms import parse_norms

_LABELLED = pattern(
    r"(?:^|(?<=[。；，）] )|(?<=[。；，）]))(?P<open>[（【\[]?)(?=(?&label))",
    label=LABEL,
    matches=["返还保险费。责任单位：市人社局", "责任单位：市人社局", "建成三个。（责任单位：市人社局）"],
    rejects=["明确责任单位：市人社局"],
)
"""Where a labelled stretch begins in a paragraph."""

_BRACKET_LENGTH = 400
"""Maximum length of a bracket that names units, in characters."""

_ENDS = "。！？；"


@dataclass(slots=True)
class _Cut:
    """A stretch that names units and times.

    Attributes:
        extent: Its place, with its brackets.
        inner: The place of what it says.
        assignment: What it says.
        is_bracket: Whether it is a bracket behind a sentence.
    """

    extent: Extent
    inner: Extent
    assignment: Assignment
    is_bracket: bool


@dataclass(slots=True)
class Stretches:
    """The paragraphs of a text without what names units and times.

    Attributes:
        paragraphs: Each paragraph as the places that are left of it.
        cuts: What was cut out, in order.
    """

    paragraphs: list[list[Extent]] = field(default_factory=list)
    cuts: list[_Cut] = field(default_factory=list)

    def text(self, page: Page) -> str:
        """The text that is left, a paragraph a line."""
        lines = ("".join(page.text[start:end] for start, end in parts).strip() for parts in self.paragraphs)
        return "\n".join(line for line in lines if line)


def cut_assignments(folded: str, texts: Iterable[Extent]) -> Stretches:
    """Cut out of paragraphs what names units and times.

    Args:
        folded: Width-folded text of the page.
        texts: Places of the paragraphs.
    """
    found = Stretches()
    for start, end in texts:
        cuts = list(_cuts(folded, start, end))
        parts, at = [], start
        for cut in cuts:
            if cut.extent[0] > at:
                parts.append((at, cut.extent[0]))
            at = cut.extent[1]
        if at < end:
            parts.append((at, end))
        found.paragraphs.append(parts)
        found.cuts += cuts
    return found


def _cuts(folded: str, start: int, end: int) -> Iterator[_Cut]:
    """The stretches of a paragraph that name units and times, in order."""
    at = start
    while True:
        bracket = folded.find("（", at, end)
        labelled = _LABELLED.search(folded[start:end], at - start)
        if labelled is not None and (bracket < 0 or start + labelled.start() < bracket) and not labelled["open"]:
            begin = start + labelled.start()
            assignment = read_assignment(folded[begin:end].rstrip("。 "), units_alone=True)
            if assignment:
                yield _Cut((begin, end), (begin, end), assignment, False)
                return
        if bracket < 0:
            return
        close = _closing(folded, bracket, end)
        if close < 0:
            return
        at = close
        behind = bracket > start and folded[bracket - 1] in _ENDS
        assignment = read_assignment(folded[bracket + 1 : close - 1], units_alone=behind)
        if assignment and (behind or assignment.units or DUE.match(folded, bracket + 1)):
            yield _Cut((bracket, close), (bracket + 1, close - 1), assignment, True)


def _closing(folded: str, bracket: int, end: int) -> int:
    """Offset after the bracket that closes the one at `bracket`, -1 where none does."""
    depth = 0
    for at in range(bracket, min(end, bracket + _BRACKET_LENGTH)):
        depth += (folded[at] == "（") - (folded[at] == "）")
        if depth == 0:
            return at + 1
    return -1


class PointReader:
    """Reads the points of one document.

    Args:
        page: The page.
        day: Day of the document, from which a deadline takes its year; None where it is not known.
        title: Title of the document, None where it has none.
    """

    def __init__(self, page: Page, day: date | None, title: str | None) -> None:
        self.page, self.day, self.title = page, day, title
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
        stretches = cut_assignments(self.page.folded, node.texts)
        if node.is_run_in and node.heading and not node.nodes and not stretches.text(self.page):
            start = node.heading[0]  # a sentence with nothing but its bracket behind it is no heading
            node.heading, node.texts[0] = None, (start, node.texts[0][1])
            stretches = cut_assignments(self.page.folded, node.texts)
        left = [part for paragraph in stretches.paragraphs for part in paragraph]
        responsibilities = self._responsibilities(stretches)
        return {
            "label": node.label,
            "number": node.number,
            "level": level,
            "heading": self._heading(node),
            "text": stretches.text(self.page),
            "points": self.read(node.nodes, f"{pointer}/points", level + 1),
            "norms": self.norms(left, pointer),
            "citations": self.citations([*([node.heading] if node.heading else []), *left]),
            "responsibilities": responsibilities,
            "lead": [unit for duty in responsibilities if duty["role"] == "lead" for unit in duty["units"]],
            "responsible": [unit for duty in responsibilities if duty["role"] != "lead" for unit in duty["units"]],
            "deadline": self._deadline(stretches, left),
            "span": (node.start, node.end),
        }

    def _heading(self, node: Node) -> str | None:
        return self.page.text[slice(*node.heading)].strip() if node.heading else None

    def _responsibilities(self, stretches: Stretches) -> list[ResponsibilityDraft]:
        duties: list[ResponsibilityDraft] = []
        several = sum(cut.is_bracket and bool(cut.assignment.units) for cut in stretches.cuts) > 1
        for cut in stretches.cuts:
            text = self._words_before(stretches, cut) if several and cut.is_bracket else None
            for role, units in cut.assignment.units:
                duties.append({"units": units, "role": role, "text": text, "span": cut.extent})
        return duties

    def _words_before(self, stretches: Stretches, cut: _Cut) -> str | None:
        """The words of the paragraph between the bracket before and this one."""
        for paragraph in stretches.paragraphs:
            for start, end in paragraph:
                if end == cut.extent[0]:
                    return self.page.text[start:end].strip() or None
        return None

    def _deadline(self, stretches: Stretches, left: Sequence[Extent]) -> DeadlineDraft | None:
        text, folded = self.page.text, self.page.folded
        for cut in stretches.cuts:
            if cut.assignment.deadline:
                start, end = cut.assignment.deadline
                extent = (cut.inner[0] + start, cut.inner[0] + end)
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
        paragraphs = [{"text": "", "items": [], "span": extent} for extent in texts]
        article = {"paragraphs": paragraphs, "norms": [], "span": (texts[0][0], texts[-1][1])}
        parse_norms(self.page, [article], official=True)
        norms: list[NormDraft] = article["norms"]  # type: ignore[assignment]
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
