"""Labels in the decimal numbering of standards (GB/T 1.1-2020, 7.2): 1 总则, 1.1 编制目的, 2.1.1 市指挥部职责.

    label ::= number ("." number){0,3} " "? heading

A number alone in front of words is a label only in its place: the first is 1, each counts on from the one before it of
its depth, and stands under the one above; a text has at least two of the second depth. So emergency plans (应急预案)
are numbered.
"""

from collections.abc import Sequence

from policyparse.knowledge.pattern import pattern
from policyparse.language.labels import Label

DEPTH = 4
"""Greatest depth of the numbering."""

_FEWEST_BELOW = 2
"""Minimum number of labels of the second depth in a text that is so numbered."""

_HEADING_LENGTH = 40
"""Maximum length of a heading under a number without a dot, in characters."""

STYLES = tuple(".".join(["1"] * depth) for depth in range(1, DEPTH + 1))
"""The forms of the labels by their depth: 1, 1.1, 1.1.1, 1.1.1.1."""

_DECIMAL = pattern(
    r"(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3})\.? {0,4}(?=[一-龥“《（])",
    method="match",
    matches=[
        *(("1 总则", {"number": "1"}), ("1.1 编制目的", {"number": "1.1"})),
        *(("2.1.1市指挥部职责", {"number": "2.1.1"}), ("3.2.1.4 信息报告", {"number": "3.2.1.4"})),
        *(("1.2. 编制依据", {"number": "1.2"}), ("5 “三断”处置", {"number": "5"})),
        *(("4.1 《预案》修订", {"number": "4.1"}), ("4.1 （一）启动", {"number": "4.1"})),
    ],
    rejects=["2024年", "1.5%以上", "3.2.1.4.5 信息", "123 总则", "总则", "1.123 总则", "1     总则", "1 A区"],
)
_LEADER = pattern(
    r"[.…·\-_ ]{1,80}[0-9]{0,3}$",
    matches=[
        *(("1 总则........1", "........1"), ("1 总则……3", "……3"), ("1 总则 2", " 2"), "总则-12", "总则_1", "总则·1"),
        *("总则……", ("1 总则" + "." * 96 + "1", "." * 80 + "1")),
    ],
    rejects=["1 总则", "总则12", "总则 1234"],
)
"""Dots and the number of the page behind a heading in a table of contents."""

_UNIT = pattern(
    r"[年月日时点个名人家项万亿元户件次条期级号米吨度天岁倍台辆座所户]|小时|分钟|公[里斤顷]|平方",
    method="match",
    matches=[
        *("年内完成", "个百分点", "小时内报告", "公里以内", "平方米", "家庭", "元每人", "月底前完成", "日内上报"),
        *("时起执行", "点前报送", "名值班人员", "人以上死亡", "项措施", "户居民", "件行政许可", "次应急演练"),
        *("条巡查线路", "期简报", "级响应", "号线停运", "米以上水深", "吨编织袋", "度以上高温", "天内恢复供水"),
        *("岁以下儿童", "倍以上罚款", "台排水泵", "辆救护车", "座水库", "所学校停课", "分钟内到达", "公斤面粉"),
        "公顷农田",
    ],
    rejects=["总则", "组织体系", "附则"],
)
"""What goes on after a number that counts something: 24小时内."""


def label_decimals(lines: Sequence[str]) -> list[Label | None]:
    """The decimal labels of the lines of a text; none where the text is not so numbered.

    Args:
        lines: Its width-folded lines without indent.
    """
    found: dict[int, Label] = {}
    last: tuple[int, ...] = ()
    below = 0
    first = ""
    for i, line in enumerate(lines):
        if first and line.startswith(first):  # what stood above were the contents
            found, last, below = {}, (), 0
        number = _number(line, last)
        if number is None:
            continue
        first = first or _LEADER.sub("", line)
        digits, label = number
        found[i] = label
        last = digits
        below += len(digits) == 2
    is_numbered = below >= _FEWEST_BELOW
    return [found.get(i) if is_numbered else None for i in range(len(lines))]


def _number(line: str, last: tuple[int, ...]) -> tuple[tuple[int, ...], Label] | None:
    """The label of a line in its place behind the last one."""
    if not line[:1].isdigit():
        return None
    match = _DECIMAL.match(line)
    if match is None or (_UNIT.match(line, match.end()) and line[match.end() - 1] != " "):
        return None
    digits = tuple(map(int, match["number"].split(".")))
    if not _follows(digits, last) or (len(digits) == 1 and (len(line) > _HEADING_LENGTH or line[-1] in "。；：")):
        return None
    text = match["number"]
    return digits, Label("item", STYLES[len(digits) - 1], digits[-1], None, text, len(text), match.end())


def _follows(digits: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether a number is the next one of its depth, or the first below the last one."""
    depth = len(digits)
    if depth > len(last):
        return digits[:-1] == last and digits[-1] == 1
    return digits[:-1] == last[: depth - 1] and digits[-1] == last[depth - 1] + 1
