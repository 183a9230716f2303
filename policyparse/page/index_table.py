"""The index table (信息公开目录): labels and values that a page prints around the title.

    table ::= (label "："? value)*      label and value on one line, or the value on the next

Source: 政府信息公开目录 forms of the State Council, provinces and cities (索引号, 发文机关, 成文日期, 发文字号 …);
the labels of databases of law (颁布单位, 颁布日期, 实施日期, 效力级别, 时效性).
"""

from collections.abc import Sequence
from functools import cache

from policyparse.knowledge.lexicon import lexicon
from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent
from policyparse.page.blocks import Block

UNREAD = "unread"
"""Group of the labels whose values others read."""


@cache
def fields() -> dict[str, str]:
    """The field that a label fills, by the label; empty where others read its value."""
    return {
        label: "" if field == UNREAD else field
        for field, group in lexicon("index_labels").items()
        for label in group.words
    }


def _labels() -> str:
    """The source of an expression for any label, with the spaces that a page prints inside."""
    return "|".join(" {0,4}".join(label) for label in sorted(fields(), key=len, reverse=True))


_LABEL = pattern(
    r"(?:^|(?<=[ 　|\t】\]]))(?:[【\[](?P<framed>(?&labels))[】\]] {0,2}[：:]?|(?P<label>(?&labels)) {0,2}[：:]) {0,6}",
    labels=_labels,
    matches=[
        ("索 引 号：000014349/2018-00207", {"label": "索 引 号"}),
        ("文号: 某政发〔2020〕1号 成文日期：2020年1月1日", {"label": "文号"}),
        ("【发文机关】：某市人民政府", {"framed": "发文机关"}),
        *(("【颁布日期】 2001.06.03", {"framed": "颁布日期"}), ("时效性：       已废止", "时效性：      ")),
        *(("【发文机关】 ：某市人民政府", "【发文机关】 ："), "时效性 ：已废止", "X 主题分类：政务公开"),
        ("【发文机关】   ：某市人民政府", "【发文机关】   "),
    ],
    rejects=["本通知标题：略", "发文机关应当标注", "【实施日期", "施行日期由国务院规定", "时效性   ：已废止"],
)


def read_index_table(blocks: Sequence[Block], title: str = "") -> dict[str, list[tuple[str, Extent]]]:
    """Read the labels above a title.

    Args:
        blocks: The lines above the title.
        title: The title, width-folded, whose lines are no values.

    Returns:
        By field, the values with their places, in order; the fields are those of `fields`.
    """
    found: dict[str, list[tuple[str, Extent]]] = {}
    waiting = ""
    for block in blocks:
        labels = list(_LABEL.finditer(block.folded))
        if not labels and waiting and not (waiting == "subjects" and _continues(block, title)):
            found.setdefault(waiting, []).append((block.text, block.extent))
        waiting = ""
        for i, label in enumerate(labels):
            name = fields()["".join((label["label"] or label["framed"]).split())]
            start, end = label.end(), labels[i + 1].start() if i + 1 < len(labels) else len(block.text)
            value = block.text[start:end].rstrip(" 　|\t【[")
            if name and value:
                found.setdefault(name, []).append((value, (block.start + start, block.start + start + len(value))))
            waiting = name if not value else ""
    return found


def _continues(block: Block, title: str) -> bool:
    """Whether a line is the title, or a part of it."""
    return "".join(block.folded.split()) in "".join(title.split())


def is_index_line(line: str) -> bool:
    """Whether a width-folded line opens with a label of the index table: 成文日期：2020年1月1日.

    Args:
        line: Width-folded line.
    """
    return bool(_LABEL.match(line))
