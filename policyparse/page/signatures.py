"""Signatures (落款): who signed and when, under the text.

    signature ::= signer+ day  |  signer+ day (on one line)
    signer    ::= body | office name | joint signers, set apart by spaces, on one line

A line that is no body by its ending signs all the same where it stands between the end of a sentence and the day.
Source: GB/T 9704-2012, 7.3.5.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import pattern
from policyparse.language.bodies import is_body_line, without_gaps
from policyparse.language.days import find_days, is_day_line
from policyparse.language.official import is_officer
from policyparse.model.base import Extent
from policyparse.page.blocks import Block

_SIGNER_LENGTH = 60
"""Maximum length of a line of signers, in characters."""

_MOST_LINES = 30
"""Maximum number of lines of signers above a day."""

_PLAIN = pattern(
    r"[一-龥（）·、 ]{2,60}$",
    matches=["东屏军分区", "教育部　财政部".replace("\u3000", " "), "某大学（代章）"],
    rejects=[
        *("现将名单印发给你们，", "2021年3月", "联系人：江舟", "《某办法》", "县"),
        "县发展改革局、县经济和信息化局、县财政局、县人力资源社会保障局、县自然资源和规划局、县住房城乡建设局、县交通"
        "运输局、县农业农村局",
    ],
    method="match",
)
"""A line that can name who signs: no mark of a sentence, no digit, no title."""

_SEAL = pattern(
    r"（(?:代|盖|公)?章）$",
    matches=["（代章）", "（盖章）", "（公章）", "（章）"],
    rejects=["（章程）", "某大学（代章）", "（代章）附件"],
    method="match",
)
"""The line that says whose seal stands there."""

_ENDS_TEXT = "。！？；）”…"
_JOINT = compiled(r" {1,12}|、")
_SHORTEST_JOINT = 4
"""Minimum length of a joint signer that is no body by its ending, in characters."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed and when (落款).

    Attributes:
        body: Body, or office and name, as printed.
        on: Date of signing, None where it is not there.
        span: Place of the body and the date.
        first: Index of its first line.
        end: Index after its last line.
    """

    body: str
    on: date | None
    span: Extent
    first: int
    end: int


def signatures_of(blocks: Sequence[Block]) -> list[Signature]:
    """The signatures among lines: one or more signers and a date below them, or all in one line.

    Args:
        blocks: The lines.
    """
    found: list[Signature] = []
    for i, block in enumerate(blocks):
        if is_day_line(block.folded):
            first = _first_signer(blocks, i)
            day = next(find_days(block.folded), None)
            named = (j for j in range(first, i) if not _SEAL.match(blocks[j].folded))
            signers = [(j, *signer) for j in named for signer in signers_of(blocks[j])]
            for n, (j, start, end) in enumerate(signers):
                last = n == len(signers) - 1
                body = _printed(blocks[j].text[start - blocks[j].start : end - blocks[j].start])
                span = (start, block.end if last else end)
                found.append(Signature(body, day.on if day else None, span, j, i + 1 if last else j + 1))
        else:
            found += _of_one_line(block, i)
    return found


def _first_signer(blocks: Sequence[Block], day: int) -> int:
    """Index of the first line of those who sign above the day, that of the day where nobody does."""
    first = day
    while first > 0 and day - first < _MOST_LINES and _names_signer(blocks[first - 1].folded):
        first -= 1
    if first == day and day > 1 and _SEAL.match(blocks[day - 1].folded) and _names_signer(blocks[day - 2].folded):
        return day - 2
    if first == day and day > 1 and blocks[day - 2].folded[-1] in _ENDS_TEXT and _PLAIN.match(blocks[day - 1].folded):
        first -= 1
    return first


def _names_signer(line: str) -> bool:
    return len(line) <= _SIGNER_LENGTH and (is_body_line(line) or is_officer(line) or len(_joint(line)) > 1)


def signers_of(block: Block) -> list[Extent]:
    """The places of those who sign on a line: 东屏市人民政府　东屏军分区 are two, 国 务 院 and 总理 李某某 one.

    Args:
        block: The line.
    """
    pieces = _joint(block.folded)
    if len(pieces) < 2:
        return [block.extent]
    return [(block.start + start, block.start + end) for start, end in pieces]


def _joint(line: str) -> list[Extent]:
    """Offsets of the joint signers of a line; none where it names only one."""
    if is_officer(line) or not _PLAIN.match(line):
        return []
    pieces, at = [], 0
    for gap in [*_JOINT.finditer(line), None]:
        end = gap.start() if gap else len(line)
        if end > at:
            pieces.append((at, end))
        at = gap.end() if gap else at
    names = [line[start:end] for start, end in pieces]
    if len(names) < 2 or not any(is_body_line(name) for name in names):
        return []
    return pieces if all(is_body_line(name) or len(name) >= _SHORTEST_JOINT for name in names) else []


def _printed(body: str) -> str:
    """The name of a signer, without the spaces that set its characters apart."""
    return without_gaps(body) if is_body_line(body) else body.strip()


def signed_in_one_line(line: str) -> tuple[str, date] | None:
    """The signer and the day of a line that has both: 某县人民政府 2019年4月8日.

    Args:
        line: Width-folded line.
    """
    if len(line) > 90 or "，" in line:
        return None
    day = next(find_days(line), None)
    if day is None or line[day.end :].strip(" 。"):
        return None
    body = line[: day.start].rstrip()
    return (body, day.on) if _names_signer(body) else None


def _of_one_line(block: Block, i: int) -> list[Signature]:
    signed = signed_in_one_line(block.folded)
    if signed is None:
        return []
    length = len(signed[0])
    named = Block(block.role, block.start, block.start + length, block.text[:length], signed[0])
    signers = signers_of(named)
    return [
        Signature(
            _printed(block.text[start - block.start : end - block.start]),
            signed[1],
            (start, block.end if end == signers[-1][1] else end),
            i,
            i + 1,
        )
        for start, end in signers
    ]
