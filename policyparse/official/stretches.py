"""Stretches of a text (责任分工的位置): what is left of its paragraphs when what names units and times is cut out.

    paragraph ::= (words bracket?)+ | words labelled | assignment
    bracket   ::= "（" assignment "）"
    labelled  ::= 责任单位：… to the end of the paragraph or of its sentence

A bracket inside a title in 《》 is none, and one with nothing but a time is one only behind a sentence.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent
from policyparse.official.assignments import LABEL, Assignment, read_assignment
from policyparse.official.deadlines import DUE
from policyparse.page.blocks import Page

_TRIGGER = pattern(
    r"[（\[【〔]|(?:^|(?<=[。；，）\]】] )|(?<=[。；，）\]】]))(?=(?&label))",
    label=LABEL,
    matches=[
        *(("返还保险费。责任单位：市人社局", ""), ("责任单位：市人社局", ""), ("（市人社局负责）", "（")),
        *(("〔市人社局负责〕", "〔"), ("【责任单位】", "【"), "） 完成时限："),
    ],
    rejects=["明确责任单位：市人社局", "返还保险费。"],
)
"""Where what names units and times can begin in a paragraph."""

_BRACKETS = {"（": "）", "[": "]", "【": "】", "〔": "〕"}
_CLOSING = frozenset(_BRACKETS.values())
_BRACKET_LENGTH = 400
_TITLE_LENGTH = 400
"""How far before a bracket the title opens that it stands in, in characters."""

"""Maximum length of a bracket that names units, in characters."""

_SENTENCE_ENDS = "。！？；"


@dataclass(slots=True)
class Cut:
    """A stretch that names units and times.

    Attributes:
        extent: Its place, with its brackets.
        start: Offset from which the offsets in the assignment count.
        assignment: What it says.
        is_bracket: Whether it is a bracket behind words.
    """

    extent: Extent
    start: int
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
    cuts: list[Cut] = field(default_factory=list)

    def left(self) -> list[Extent]:
        """The places that are left, in order."""
        return [part for paragraph in self.paragraphs for part in paragraph]

    def text(self, page: Page) -> str:
        """The text that is left, a paragraph a line."""
        lines = ("".join(page.text[start:end] for start, end in parts).strip() for parts in self.paragraphs)
        return "\n".join(line for line in lines if line)

    def words_before(self, page: Page, cut: Cut) -> str | None:
        """The words of the paragraph between the bracket before and this one."""
        for start, end in self.left():
            if end == cut.extent[0]:
                return page.text[start:end].lstrip("。；， ").strip() or None
        return None


def cut_assignments(folded: str, texts: Iterable[Extent], *, first_is_own: bool = False) -> Stretches:
    """Cut out of paragraphs what names units and times.

    Args:
        folded: Width-folded text of the page.
        texts: Places of the paragraphs.
        first_is_own: Whether the first is a paragraph of its own, not the rest of the line of a label.
    """
    found = Stretches()
    for i, (start, end) in enumerate(texts):
        cuts = list(_find_cuts(folded, start, end)) or list(
            _whole_paragraph(folded, start, end) if i or first_is_own else ()
        )
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


def bracket_at_end(folded: str, start: int, end: int) -> int:
    """Where the bracket that names units begins with which a line ends; its end where there is none.

    Args:
        folded: Width-folded text of the page.
        start: Where the line begins.
        end: Where it ends.
    """
    if folded[end - 1 : end] not in _CLOSING:
        return end
    cuts = (cut for cut in _find_cuts(folded, start, end) if cut.extent[1] == end and cut.is_bracket)
    return next((cut.extent[0] for cut in cuts if cut.assignment.units), end)


def _whole_paragraph(folded: str, start: int, end: int) -> Iterator[Cut]:
    """A paragraph that is an assignment and nothing else: 市教育局牵头，市财政局配合，2025年底前完成。."""
    assignment = read_assignment(folded[start:end].rstrip("。 "), units_alone=False) if end - start < _LINE else None
    if assignment and assignment.units:
        yield Cut((start, end), start, assignment, False)


_LINE = 200
"""Maximum length of a paragraph that is an assignment, in characters."""


def _find_cuts(folded: str, start: int, end: int) -> Iterator[Cut]:
    """The stretches of a paragraph that name units and times, in order."""
    paragraph = folded[start:end]
    done = 0
    for trigger in _TRIGGER.finditer(paragraph):
        if trigger.start() < done:
            continue
        cut = _bracket(paragraph, trigger.start()) if trigger[0] else _labelled(paragraph, trigger.start())
        if cut is None:
            continue
        done = cut.extent[1]
        first, after = cut.extent
        yield Cut((start + first, start + after), start + cut.start, cut.assignment, cut.is_bracket)


def _labelled(paragraph: str, at: int) -> Cut | None:
    """The labelled stretch that opens at `at`: to the end of the paragraph, else to that of its sentence."""
    stop = paragraph.find("。", at)
    for end in (len(paragraph), stop + 1 if stop >= 0 else len(paragraph)):
        assignment = read_assignment(paragraph[at:end].rstrip("。 "), units_alone=True)
        if assignment:
            return Cut((at, end), at, assignment, False)
    return None


def _bracket(paragraph: str, at: int) -> Cut | None:
    """The bracket that opens at `at`, where it names units or a time."""
    close = _closing(paragraph, at)
    left = max(0, at - _TITLE_LENGTH)
    if close < 0 or paragraph.count("《", left, at) > paragraph.count("》", left, at):
        return None
    behind = at > 0 and paragraph[at - 1] in _SENTENCE_ENDS
    assignment = read_assignment(paragraph[at + 1 : close - 1], units_alone=behind)
    if assignment and (behind or assignment.units or DUE.match(paragraph, at + 1)):
        return Cut((at, close), at + 1, assignment, True)
    return None


def _closing(paragraph: str, bracket: int) -> int:
    """Offset after the bracket that closes the one at `bracket`, -1 where none does."""
    depth = 0
    for at in range(bracket, min(len(paragraph), bracket + _BRACKET_LENGTH)):
        depth += (paragraph[at] in _BRACKETS) - (paragraph[at] in _CLOSING)
        if depth == 0:
            return at + 1
    return -1
