"""Run-on provisions: articles, headings and items that a page printed in one line, taken apart.

    line      ::= …… ("。" | "；" | "：") (division " " title " ")? article " " ……
    paragraph ::= lead "：" item ("；" item)+

A label inside a line starts an article only where a sentence ends before it, a space stands after it, and its number
is the next; 第三条 in running text has neither. Items inside a line are a list only where they count from one.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.language.labels import ARTICLE, DIVISION, Label, match_label
from policyparse.page.layout import Block

_SEAM = pattern(
    r"(?:^|[。；：”）]) {0,4}(?P<division>(?&division) [^。；：]{1,120}? )?(?=(?&article) )",
    division=DIVISION,
    article=ARTICLE,
    matches=[
        *(("第一条 为了", ""), ("……。 第二条 公园", "。 "), ("如下；第三条 公园", "；")),
        *(("如下：第三条 公园", "："), ("称“园”第三条 公园", "”"), ("（园）第三条 公园", "）")),
        *(("放。    第二条 公园", "。    "), ("放。第二章 保护 第九条 公园", "。第二章 保护 ")),
        ("第一编 总则 第一章 目的 第一条 为", "第一编 总则 第一章 目的 "),
        ("放。第二章 保护 第九条 公园 第十条 树", "。第二章 保护 "),
    ],
    rejects=[
        *("依照第三条 处罚", "放。第二条规定", "放。     第二条 公园", "放。第二章保护 第九条 公园"),
        *("放。第二章 保护第九条 公园", f"放。第二章 {'长' * 121} 第九条 公园", "放。第二章  第九条 公园"),
    ],
)
"""Where one article ends and the next begins, with the headings of divisions in between."""

_ITEM = pattern(
    rf"(?<=[：；。，]) {{0,4}}(?P<label>（[{SMALL_ORDINAL}]{{1,3}}）)(?!项)",
    matches=[
        *(("之一的：（一）伪造", {"label": "（一）"}), ("伪造；（十二）变造", {"label": "（十二）"})),
        *(("。（三）", {"label": "（三）"}), ("，（四）", {"label": "（四）"})),
        ("：    （二十一）", {"label": "（二十一）"}),
    ],
    rejects=["依照（一）处罚", "，（一）项", "：     （一）", "：（）", "：（一百二十）", "：（二十一二）"],
)
_LABEL_LENGTH = 12
"""Maximum length of the label of an item, in characters."""

_LOST = 3
"""Maximum number of labels between two articles that may be damaged."""


def holds_articles(line: str) -> bool:
    """Whether a line has the label of an article at the start of a sentence in it."""
    return bool(_SEAM.search(line))


def split_run_on(blocks: Iterable[Block]) -> Iterator[Block]:
    """Take lines apart that hold more than one article; all other lines come out as they are."""
    for block in blocks:
        if block.folded.find("条 ", 8) >= 0:
            yield from _split(block)
        else:
            yield block


def split_items(line: str, start: int) -> list[tuple[int, Label]]:
    """Find the items of a list that stands in one line: 有下列情形之一的：（一）……；（二）…….

    Args:
        line: Width-folded line.
        start: Where the paragraph begins in it.

    Returns:
        Offset and label of each item, counted from one; none where there are fewer than two. The offsets in a label
        count from the start of its item.
    """
    if line.find("（二）", start) < 0:
        return []
    found: list[tuple[int, Label]] = []
    for match in _ITEM.finditer(line, start):
        label = match_label(line[match.start("label") : match.start("label") + _LABEL_LENGTH])
        if label is None or label.style != "（一）" or label.number != len(found) + 1:
            continue
        if found or line[match.start() - 1] == "：":
            found.append((match.start("label"), label))
    return found if len(found) > 1 else []


def _split(block: Block) -> Iterator[Block]:
    folded = block.folded
    first = match_label(folded)
    expected = first.number + 1 if first and first.kind == "article" else None
    done = 0
    for seam in _SEAM.finditer(folded):
        start = seam.start() + (0 if seam.start() == 0 and folded[0] == "第" else 1)
        label = match_label(folded[seam.end() : seam.end() + 40])
        if (
            label is None
            or label.kind != "article"
            or (expected is not None and not expected - 1 <= label.number <= expected + _LOST)
        ):
            continue
        if expected is None and label.number != 1 and not seam["division"]:
            continue
        expected = label.number + 1
        if start > done:
            yield _part(block, done, start)
        divisions = [division.start() for division in DIVISION.finditer(folded, start, seam.end())]
        for division, end in pairwise([*divisions, seam.end()]):
            yield _part(block, division, end)
        done = seam.end()
    yield _part(block, done, len(folded)) if done else block


def _part(block: Block, start: int, end: int) -> Block:
    text = block.text[start:end]
    stripped = text.strip()
    start += len(text) - len(text.lstrip())
    end = start + len(stripped)
    return Block(
        block.role, block.start + start, block.start + end, block.text[start:end], block.folded[start:end], block.level
    )
