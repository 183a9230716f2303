"""The outline (层次): lines under their labels as a tree of nodes.

    outline ::= node*
    node    ::= label heading? ("。" text)? paragraph* node*

The levels are those of GB/T 9704-2012, 7.3.3 (一、 （一） 1. （1）); a form that is open goes on with its level, one
that is new opens a level under the last. A paragraph without a label belongs to the node above it. Points that stand
in one line, behind a lead (具备下列条件：（1）…；（2）…), are nodes of their own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from policyparse.knowledge.pattern import pattern
from policyparse.language.decimal_labels import STYLES
from policyparse.language.labels import Label, match_label
from policyparse.model.base import Extent
from policyparse.official.stretches import bracket_at_end
from policyparse.statute.labelled_lines import Line
from policyparse.statute.markers import find_markers

HEADING_LENGTH = 60
"""Maximum length of a heading on a line of its own, in characters."""

RUN_IN_LENGTH = 25
"""Maximum length of a heading that opens a line with more text behind it, in characters."""

_FORMS = (
    *("第编", "第分编", "第章", "第节", "第条", *STYLES, "Ⅰ", "一、", "（一）", "一）", "1.", "（1）", "1）", "①"),
    *("甲、", "（甲）", "a"),
)
_RANKS = {form: rank for rank, form in enumerate(_FORMS)}
"""Rank of the forms of labels; a form of higher rank (a lower number) does not stand under one of a lower rank."""

_NO_HEADING = frozenset("0123456789。；！？：")
_MARKS = "。；：，、！？"
_SHORT = 12
"""Maximum length of a heading that ends with a colon, in characters."""

_LABEL_LENGTH = 12
_INLINE = pattern(
    r"[：；。，] {0,3}(?=[（①-⑳0-9])|[一-龥](?=[①-⑳])",
    matches=["条件：（1）有名称", "包括①名称", "有名称；2.有住所", "有名称； 2.有住所"],
    rejects=["条件（1）", "第2条", "有名称；    2.有住所"],
)
"""Where a point that stands in a line can begin."""

_DECIDES = pattern(
    r"(?:原则)?(?:同意|批准|决定|任命|免去|撤销|授予|停止|废止|取消)|[^，]{0,12}《",
    matches=[
        *("同意设立青石镇", "原则同意你市方案", "停止执行《某办法》", "《你市方案》", "你市《某办法》"),
        *("撤销设立青石镇", "授予设立青石镇", "批准设立青石镇", "废止设立青石镇", "取消设立青石镇"),
        *("决定设立青石镇", "免去设立青石镇", "任命设立青石镇", ("停止执行《某办法》", "停止")),
    ],
    rejects=["完善机制", "加强协同", "县人民政府办公室会同有关部门编制《规划》"],
    method="match",
)
"""A sentence that decides is no heading."""

_LEAD = pattern(
    r"(?:如下|下列|以下|包括|做到|[一-龥](?:是|为))[^，。；]{0,12}：$",
    matches=[
        *("社会团体应当具备下列条件：", "主要任务如下：", "分工为：", "要做到：", "目标是：", "分包括："),
        "分以下：",
    ],
    rejects=[
        *("工作要求：", "有关事项：", "重点任务：三项", "分工为县直各部门和各乡镇人民政府分别负责：", "分工为：甲"),
    ],
)
"""The end of a lead, which needs what follows it."""


@dataclass(slots=True)
class Node:
    """A labelled line with what stands under it.

    Attributes:
        label: The label without the mark behind it: 一, （一）, 1, ①.
        style: Form of the label.
        number: Its number.
        start: Offset of the label.
        end: Offset after the last character of what stands under it.
        heading: Place of the heading, None where it has none.
        is_run_in: Whether the heading opens the line of the text.
        line_end: Offset after the line of the label.
        texts: Places of its text, a paragraph each, without label, heading and the nodes that stand in its line.
        nodes: The nodes under it.
        holds: Whether a table or a list of members stands under it, which is read elsewhere.
    """

    label: str
    style: str
    number: int
    start: int
    end: int
    heading: Extent | None = None
    is_run_in: bool = False
    line_end: int = 0
    texts: list[Extent] = field(default_factory=list)
    nodes: list["Node"] = field(default_factory=list)
    holds: bool = False


@dataclass(slots=True)
class Outline:
    """A text with its points.

    Attributes:
        opening: Lines before the first point; all lines where there is none.
        nodes: The points of the highest level.
    """

    opening: list[Line] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """All nodes in order of the text."""
        return _walk(self.nodes)

    @property
    def last(self) -> Node | None:
        """The last node of the text."""
        node = None
        nodes = self.nodes
        while nodes:
            node = nodes[-1]
            nodes = node.nodes
        return node


def _walk(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.nodes)


def outline(lines: Sequence[Line], folded: str, held: Sequence[Extent] = ()) -> Outline:
    """Build the outline of a text.

    Args:
        lines: Its lines, each with its label.
        folded: The width-folded text of the page.
        held: Places of tables and lists of members between the lines.
    """
    first = _first_point(lines)
    result = Outline(opening=list(lines[:first]))
    opened: list[Node] = []
    for i, line in enumerate(lines[first:], first):
        if line.label is not None:
            node = _node(line, line.label)
            _close(opened, node, lines[i - 1].block.folded if i else "")
            (opened[-1].nodes if opened else result.nodes).append(node)
            opened.append(node)
        _add_text(opened[-1], folded, line)
        for node in opened:
            node.end = line.block.end
    nodes = list(result.walk())
    for i, node in enumerate(nodes):
        after = nodes[i + 1].start if i + 1 < len(nodes) else len(folded)
        node.holds = any(node.line_end <= start < after for start, _ in held)
        _set_heading(node, folded)
    return result


def _first_point(lines: Sequence[Line]) -> int:
    """Index of the first line with a label that others of its form follow, or that counts from one."""
    for i, line in enumerate(lines):
        label = line.label
        if label is None:
            continue
        follows = any(other.label is not None and other.label.style == label.style for other in lines[i + 1 :])
        if label.number == 1 or follows:
            return i
    return len(lines)


def _node(line: Line, label: Label) -> Node:
    return Node(_printed(label), label.style, label.number, line.block.start, line.block.end)


def _printed(label: Label) -> str:
    """A label without the mark behind it: 1, not 1. or 1）."""
    return label.text.rstrip(".、）") if label.style in ("1.", "1）", "一）") else label.text


def _close(opened: list[Node], node: Node, above: str) -> None:
    """Close the nodes that a new one does not stand under.

    Args:
        opened: The open nodes, the highest first.
        node: The new node.
        above: The line above it.
    """
    styles = [other.style for other in opened]
    if node.style in styles:
        del opened[styles.index(node.style) :]
        return
    if not opened or above.endswith("："):
        return
    headed = node.number == 1 and above[-1] not in _MARKS and match_label(above) is not None
    while opened and not headed and _RANKS[opened[-1].style] > _RANKS[node.style]:
        opened.pop()


def _add_text(node: Node, folded: str, line: Line) -> None:
    """Give a node the text of a line, and the points that stand in it as nodes under it."""
    block = line.block
    start = block.start + (line.label.body if line.label is not None else 0)
    inner = inline_points(folded, start, block.end)
    end = inner[0][0] if inner else block.end
    if line.label is not None:
        node.line_end = end
    if end > start:
        node.texts.append((start, end))
    for i, (at, label) in enumerate(inner):
        stop = inner[i + 1][0] if i + 1 < len(inner) else block.end
        child = Node(_printed(label), label.style, label.number, at, stop)
        child.texts.append((at + label.body, stop))
        node.nodes.append(child)


def inline_points(folded: str, start: int, end: int) -> list[tuple[int, Label]]:
    """Find the points that stand in one line behind a lead: 具备下列条件：（1）……；（2）…….

    Args:
        folded: Width-folded text.
        start: Where the text begins.
        end: Where it ends.

    Returns:
        Offset and label of each, counted from one; none where there are fewer than two. The offsets in a label count
        from the start of its point.
    """
    found: list[tuple[int, Label]] = []
    for match in _INLINE.finditer(folded, start, end):
        at = match.end()
        label = match_label(folded[at : at + _LABEL_LENGTH])
        if label is None or label.kind != "item" or label.number != len(found) + 1:
            continue
        if found and label.style != found[0][1].style:
            continue
        if found or match[0][0] == "：" or label.style == "①":
            found.append((at, label))
    return found if len(found) > 1 else []


def _set_heading(node: Node, folded: str) -> None:
    """Part the heading of a node from its text.

    A line that stands alone above text or points is one; so is a first sentence with more text behind it.
    """
    if not node.texts:
        return
    start, end = node.texts[0]
    line = folded[start:end].rstrip()
    if len(node.texts) > 1 or node.nodes or (node.holds and not line.endswith("。")):
        bracket = bracket_at_end(folded, start, start + len(line))
        bare = heading_of_line(folded[start:bracket].rstrip())
        if bare:
            node.heading = (start, start + (bare if bracket == start + len(line) else len(line)))
            del node.texts[0]
            return
    length = run_in_heading(line)
    if length:
        node.heading, node.is_run_in = (start, start + length), True
        rest = start + length + 1
        node.texts[0] = (rest + len(folded[rest:end]) - len(folded[rest:end].lstrip()), end)


def heading_of_line(line: str) -> int:
    """Length of the heading that a line above text or points is, without its final mark; 0 where it is a sentence.

    Args:
        line: Width-folded line without its label.
    """
    if line.endswith("。"):
        return len(line) - 1 if _is_heading(line[:-1]) else 0
    if line.endswith("："):
        return len(line) - 1 if len(line) <= _SHORT and not _LEAD.search(line) else 0
    if (
        not line
        or line[0] == "《"
        or len(line) > HEADING_LENGTH
        or line[-1] in _MARKS
        or any(mark in line for mark in "。；！？")
    ):
        return 0
    return len(line)


def run_in_heading(line: str) -> int:
    """Length of the heading that opens a line with more text behind it; 0 where there is none.

    Args:
        line: Width-folded line without its label.
    """
    stop = line.find("。", 0, RUN_IN_LENGTH + 1)
    if not 0 < stop < len(line) - 1 or line[stop + 1 :].lstrip()[0] in "（[【":
        return 0  # a task with its bracket is no heading
    return stop if _is_heading(line[:stop]) else 0


def _is_heading(sentence: str) -> bool:
    """Whether a sentence without its final mark is a heading: short, without marker and number, and no decision."""
    if len(sentence) > RUN_IN_LENGTH or not _NO_HEADING.isdisjoint(sentence) or _DECIDES.match(sentence):
        return False
    return not any(m.modality != "encouragement" or m.start == 0 for m in find_markers(sentence, official=True))
