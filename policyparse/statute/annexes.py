"""Annexes (附件), and the statute that follows a decision which promulgates or amends it.

annex ::= ("附件" | "附表" | "附录" | "附") number? ("：" title)? title? text
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.language.days import is_day_line
from policyparse.language.labels import DIVISION_LEVELS, match_label
from policyparse.model.provisions import AnnexDraft
from policyparse.page.layout import Block
from policyparse.page.signatures import Signature, signatures_of
from policyparse.statute.labelled_lines import SERIAL, Line
from policyparse.statute.patterns import SHORT

_GAP = pattern(r" {0,8}", method="fullmatch", matches=["", "        "], rejects=["         "])
LABEL = pattern(
    r"(附(?!(?&gap)则)(?&gap)[件表录图]?(?&gap)[0-9]{0,2}(?&digit){0,3})(?:[：. ]{1,3}|$)",
    digit=f"[{SMALL_ORDINAL}]",
    gap=_GAP,
    method="match",
    matches=[
        *("附件", "附表二", "附录：术语", "附图1：规划图", "附：名单", "附  件 清单", "附件  3 清单"),
        *("附件12：名单", "附件二十一：名单", ("附件1： 名单", "附件1： "), ("附    件：停车场名录", "附    件：")),
        *(("附件  3 清单", "附件  3 "), ("附件：    停车场名录", "附件：  ")),
    ],
    rejects=[
        *("附件123：名单", "附件二十一二：名单", "附则", "附 则", "附件名单", "附       则", "附件的管理", "  附件"),
    ],
)
"""The label of an annex: 附件, 附件1：, 附表二, 附："""


@dataclass(slots=True)
class Cut:
    """A document cut before its annexes.

    Attributes:
        lines: What stands before the first annex.
        annexes: Drafts of annexes.
        signatures: Signatures under a list of the annexes (附件说明).
        back: That signature's lines and what follows it.
    """

    lines: list[Line]
    annexes: list[AnnexDraft] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    back: list[Block] = field(default_factory=list)


def cut_annexes(lines: list[Line], style: str) -> Cut:
    """Cut the lines from the first provision on before the first annex.

    Args:
        lines: The lines from the first provision on.
        style: Style of the articles' labels.
    """
    starts = _starts(lines, style)
    if not starts:
        return Cut(lines)
    cut = Cut(lines[: starts[0]])
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        blocks = [line.block for line in lines[start:end]]
        signatures = signatures_of(blocks)
        if signatures and start == starts[0]:
            cut.signatures, cut.back = signatures, blocks[signatures[0].first :]
            blocks = blocks[: signatures[0].first]
        if blocks and (
            end == len(lines) or not signatures
        ):  # else a list of the annexes that follow below the signature
            cut.annexes += _annexes(blocks)
    return cut


def _starts(lines: list[Line], style: str) -> list[int]:
    """Indices of the lines at which annexes start."""
    starts: list[int] = []
    numbered = False
    for i, line in enumerate(lines):
        label = line.label
        if label is None:
            if numbered and LABEL.match(line.block.folded):
                starts.append(i)
            continue
        numbered = numbered or label.style == style
        if label.kind == "article" and style != SERIAL and label.number == 1 and label.spaced:
            start = _statute_start(lines, i)
            if not starts or start > starts[-1]:  # else its label 附件1 stands above it
                starts.append(start)
            break
    return starts


def _statute_start(lines: list[Line], article: int) -> int:
    """The first line of the title, note and headings above the first article of an attached statute."""
    i = article
    while i > 0 and not lines[i - 1].block.folded.endswith(("。", "；")):
        label = lines[i - 1].label
        if (label is not None and label.kind not in DIVISION_LEVELS) or is_day_line(lines[i - 1].block.folded):
            break
        i -= 1
    return i


def _annexes(blocks: list[Block]) -> list[AnnexDraft]:
    """Drafts of the annexes that a label opens: of each that is only listed (附件：1．甲　2．乙), else of the one."""
    match = LABEL.match(blocks[0].folded)
    entries = [_entry(block, match.end() if match and i == 0 else 0) for i, block in enumerate(blocks)]
    if match is None or not blocks[0].folded[match.end() :].strip():
        return [_annex(blocks)]
    if not all(entry is not None and entry.number == i for i, entry in enumerate(entries, 1)):
        return [_annex(blocks)]
    label = blocks[0].text[: match.end(1)].strip()
    numbered = len(entries) > 1
    return [
        {
            "label": f"{label}{i}" if numbered else label,
            "title": entry.title,
            "text": "",
            "span": (block.start if i == 1 else block.start + entry.start, block.end),
        }
        for i, (block, entry) in enumerate(zip(blocks, entries, strict=True), 1)
        if entry is not None
    ]


class _Entry(NamedTuple):
    """An entry of a list of annexes: its number, the offset in its line, and its title."""

    number: int
    start: int
    title: str


def _entry(block: Block, start: int) -> _Entry | None:
    """An entry of a list of annexes, from an offset of its line: its number, where it stands, and its title."""
    start += len(block.folded[start:]) - len(block.folded[start:].lstrip())
    label = match_label(block.folded[start:])
    if label is None or label.style not in ("1.", "一、"):
        return None
    title = block.text[start + label.body :].strip()
    is_title = 0 < len(title) <= SHORT and title[-1] not in "。；，"
    return _Entry(label.number, start, title) if is_title else None


def _annex(blocks: list[Block]) -> AnnexDraft:
    """A draft of `Annex`: its label, its heading on the line of the label or on the next, and its text."""
    first = blocks[0]
    match = LABEL.match(first.folded)
    label = first.text[: match.end(1)].strip() if match else ""
    start = first.start + match.end() if match else first.start
    heading = first
    if match and match.end() == len(first.folded) and len(blocks) > 1:
        heading, start = blocks[1], blocks[1].start
    title = heading.text[start - heading.start :].strip()
    is_title = 0 < len(title) <= SHORT and title[-1] not in "。；，"
    if is_title:
        start = heading.end
    return {
        "label": label,
        "title": title if is_title else None,
        "text": "\n".join(b.text[max(0, start - b.start) :] for b in blocks if b.end > start),
        "span": (first.start, blocks[-1].end),
    }
