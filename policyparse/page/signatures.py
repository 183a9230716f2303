"""Signatures (落款): who signed and when, under the text.

Source: GB/T 9704-2012, 7.3.5.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from policyparse.language.bodies import is_body_line
from policyparse.language.days import find_days, is_day_line
from policyparse.language.official import is_officer
from policyparse.model.base import Extent
from policyparse.page.blocks import Block


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
    """The signatures among lines: one or more bodies or officers and a date below them, or all in one line.

    Args:
        blocks: The lines.
    """
    found: list[Signature] = []
    signing: list[int] = []
    for i, block in enumerate(blocks):
        if is_day_line(block.folded):
            day = next(find_days(block.folded), None)
            for j in signing:
                last = j == signing[-1]
                span = (blocks[j].start, block.end if last else blocks[j].end)
                found.append(Signature(blocks[j].text, day.on if day else None, span, j, i + 1 if last else j + 1))
            signing = []
        elif is_body_line(block.folded) or is_officer(block.folded):
            signing.append(i)
        else:
            signed = _signed_in_one_line(block.folded)
            if signed:
                body, on = signed
                found.append(Signature(block.text[: len(body)], on, block.extent, i, i + 1))
            signing = []
    return found


def _signed_in_one_line(folded: str) -> tuple[str, date] | None:
    if len(folded) > 90 or "，" in folded:
        return None
    day = next(find_days(folded), None)
    if day is None or folded[day.end :].strip():
        return None
    body = folded[: day.start].rstrip()
    return (body, day.on) if is_body_line(body) or is_officer(body) else None
