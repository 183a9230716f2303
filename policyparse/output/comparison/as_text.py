"""A comparison as lines for a terminal."""

from collections.abc import Iterator, Sequence
from itertools import islice

from policyparse.output.comparison.columns import CHANGES_ZH, printed_label
from policyparse.output.comparison.model import ComparedProvision, ComparedRow, Comparison, Fragment
from policyparse.output.printable import printable

CONTEXT = 16
"""Number of equal characters that are shown beside a change."""

_INDENT = "  "
_UNITS = {
    "title": ("title", "标题"),
    "preamble": ("preamble", "序言"),
    "opening": ("opening", "开头"),
    "heading": ("heading", "小标题"),
    "responsibility": ("responsible", "责任单位"),
    "deadline": ("deadline", "时限"),
    "appointment": ("appointment", "任免"),
    "member": ("member", "成员"),
    "closing": ("closing", "结尾"),
    "annex": ("annex", "附件"),
    "attachment": ("attachment", "附件文件"),
}


def comparison_text(comparison: Comparison, *, full: bool = False, lang: str = "en") -> str:
    """The comparison as lines: what is gone in `[-…-]`, what is new in `{+…+}`.

    Args:
        comparison: The comparison.
        full: Also what did not change.
        lang: Language of the words around, `en` or `zh`.
    """
    lines = [f"--- {_version(comparison.old.title, comparison.old.on)}"]
    lines += [f"+++ {_version(comparison.new.title, comparison.new.on)}"]
    counts = comparison.counts()
    lines.append(("，" if lang == "zh" else ", ").join(_counted(kind, counts[kind], lang) for kind in sorted(counts)))
    for row in comparison.rows:
        lines += _lines(row, 0, full, lang)
    return "\n".join(printable(line) for line in lines) + "\n"


def _version(title: str | None, on: object) -> str:
    return f"{title or '?'}{f' ({on})' if on else ''}"


def _counted(kind: str, number: int, lang: str) -> str:
    return f"{CHANGES_ZH[kind]}{number}" if lang == "zh" else f"{number} {kind}"


def _lines(row: ComparedRow, depth: int, full: bool, lang: str) -> Iterator[str]:
    if not row.changes and not full and not any(below.changes for below in row.rows):
        return
    told = [CHANGES_ZH[kind] if lang == "zh" else kind for kind in row.changes]
    name = _name(row, lang)
    yield f"{_INDENT * depth}{name}" + (f"  {'、'.join(told) if lang == 'zh' else ', '.join(told)}" if told else "")
    if not row.old or not row.new:
        yield from _whole(row, depth + 1)
        return
    if any(one.text for one in (*row.old, *row.new)):
        words = inline(_words(row.old), _words(row.new))
        yield _INDENT * (depth + 1) + "".join(words if full else _short(words))
    alone = row.unit in ("article", "point") and len(row.rows) == 1 and row.rows[0].old and row.rows[0].new
    for below in row.rows:
        if alone:
            yield from islice(_lines(below, depth, full, lang), 1, None)  # the only paragraph needs no name
        else:
            yield from _lines(below, depth + 1, full, lang)


def _whole(row: ComparedRow, depth: int) -> Iterator[str]:
    """The lines of a provision that stands in one version only."""
    start, end = ("{+", "+}") if row.new else ("[-", "-]")
    for one in (one for within in [row, *_below(row)] for one in (*within.old, *within.new)):
        label = "" if one.label.endswith("款") or one is (row.new or row.old)[0] else printed_label(one.label)
        if one.text:
            yield f"{_INDENT * depth}{start}{label}{one.text}{end}"


def _below(row: ComparedRow) -> Iterator[ComparedRow]:
    for below in row.rows:
        yield below
        yield from _below(below)


def _name(row: ComparedRow, lang: str) -> str:
    before, after = ("、".join(one.label for one in side if one.label) for side in (row.old, row.new))
    if not before and not after:
        return _UNITS.get(row.unit, (row.unit, row.unit))[lang == "zh"]
    return before if before == after or not after else after if not before else f"{before} → {after}"


def _words(side: Sequence[ComparedProvision]) -> list[Fragment]:
    alone = [Fragment(text=one.text, changed=False) for one in side]
    return [word for one, whole in zip(side, alone, strict=True) for word in one.words or [whole]]


def inline(old: Sequence[Fragment], new: Sequence[Fragment]) -> list[str]:
    """Both texts in one line: `[-gone-]`, `{+new+}`, and what both have.

    Args:
        old: The words of the old version.
        new: The words of the new version; its equal words are as long as those of the old one.
    """
    if not old or not new:
        marks = ("{+", "+}") if new else ("[-", "-]")
        return [f"{marks[0]}{''.join(word.text for word in new or old)}{marks[1]}"]
    before, after = ([[word.text, word.changed] for word in side if word.text] for side in (old, new))
    found: list[str] = []
    while before or after:
        for side, marks in ((before, ("[-", "-]")), (after, ("{+", "+}"))):
            while side and side[0][1]:
                found.append(f"{marks[0]}{side.pop(0)[0]}{marks[1]}")
        if not before or not after:
            found += [str(word[0]) for word in (*before, *after) if not word[1]]
            before, after = ([word for word in side if word[1]] for side in (before, after))
            continue
        length = min(len(str(before[0][0])), len(str(after[0][0])))
        found.append(str(after[0][0])[:length])
        for side in (before, after):
            side[0][0] = str(side[0][0])[length:]
            if not side[0][0]:
                side.pop(0)
    return found


def _short(words: Sequence[str]) -> Iterator[str]:
    """Long stretches that did not change, cut to what stands beside a change."""
    for n, word in enumerate(words):
        first, last = n == 0, n == len(words) - 1
        if word.startswith(("[-", "{+")) or len(word) <= 2 * CONTEXT + 1 or (first and last):
            yield word
        else:
            yield ("" if first else word[:CONTEXT]) + "…" + ("" if last else word[-CONTEXT:])
