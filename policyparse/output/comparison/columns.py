"""The lines of each version, as they stand in its column."""

from bisect import bisect_left, bisect_right
from typing import Literal, NamedTuple, TypeAlias

from policyparse.output.comparison.model import ComparedProvision, ComparedRow, Comparison, Fragment

Version: TypeAlias = Literal["old", "new"]

CHANGES_ZH = {
    "changed": "修改",
    "renumbered": "序号变动",
    "moved": "移动",
    "split": "拆分",
    "merged": "合并",
    "added": "新增",
    "gone": "删去",
    "unchanged": "未变",
}
"""Changes in Chinese."""

_RANKS = {"heading": 0, "title": 0, "text": 1, "paragraphs": 1, "responsibilities": 2, "deadline": 3, "document": 4}
_LAST = 5
_LABELLED = frozenset({"division", "article", "point", "item", "annex", "attachment"})

_Key: TypeAlias = tuple[tuple[int, str], ...]


class Line(NamedTuple):
    """A line of a column.

    Attributes:
        label: Label in front of it, with the mark or space behind.
        words: Its words.
        unit: What it is.
    """

    label: str
    words: list[Fragment]
    unit: str


class Columns:
    """The provisions of both versions in the order of their texts.

    Args:
        comparison: The comparison; a provision that moved stands in its old place in the column of the old version.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._keys: dict[Version, list[_Key]] = {}
        self._held: dict[Version, list[tuple[str, ComparedProvision]]] = {}
        sides: tuple[Version, ...] = ("old", "new")
        for version in sides:
            held = [(row.unit, one) for row in comparison.walk() for one in getattr(row, version)]
            held.sort(key=lambda entry: (_key(entry[1].pointer), entry[1].line or 0))
            self._held[version] = [(unit, one) for unit, one in held]
            self._keys[version] = [_key(one.pointer) for _, one in held]

    def lines(self, row: ComparedRow, version: Version) -> list[Line]:
        """What a row prints in the column of a version: provisions with all that stands under them."""
        found: list[Line] = []
        for provision in getattr(row, version):
            found += self._lines(provision, version)
        return found

    def _lines(self, provision: ComparedProvision, version: Version) -> list[Line]:
        key, keys = _key(provision.pointer), self._keys[version]
        start = bisect_left(keys, key)
        end = bisect_right(keys, (*key, (_LAST + 1, "")))
        within = [entry for entry in self._held[version][start:end] if provision.line is None or entry[1] == provision]
        found: list[Line] = []
        label = ""
        for unit, one in within:
            label += printed_label(one.label) if unit in _LABELLED else ""
            if one.text:
                found.append(Line(label, one.words or [Fragment(text=one.text, changed=False)], unit))
                label = ""
        return [*found, Line(label, [], "article")] if label else found


def printed_label(label: str) -> str:
    """A label with what stands behind it in print: 第五条　, 一、, （一）, 1."""
    if not label or "（" in label or "(" in label:
        return label
    if label.startswith(("第", "附")):
        return f"{label}\u3000"
    return f"{label}." if label.isascii() and label.isdigit() else f"{label}、" if len(label) < 4 else f"{label}\u3000"


def _key(pointer: str) -> _Key:
    """A pointer as it sorts: members of lists by number, fields in the order of the text."""
    parts = pointer.split("/")[1:]
    return tuple((int(part), "") if part.isdigit() else (_RANKS.get(part, _LAST), part) for part in parts)
