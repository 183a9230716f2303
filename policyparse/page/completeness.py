"""Whether the text is whole: paragraphs cut at their start or end, quotation marks without their partner."""

import re

from policyparse.model.diagnostics import Diagnostics
from policyparse.page.blocks import Page, Role

_CUT_START = re.compile(
    r"[，。、；：！？％%”’）》]"
    r"|(?![是对好不嗯哎啊唉喂行来看要])[\u4e00-\u9fff]，"  # 话，真正…: one character is no clause
    r"|的(?![确士])|了(?![解不却然结])|们|着(?![力眼重手实装火陆迷名书])|过(?![去程渡关年往后敏度滤期硬问失境错量剩热高低少大重半户节冬夜路街桥堂场道磅秤继目时于早分火载劳氧客])"
)
_CUT_FIRST = frozenset("，。、；：！？％%”’）》的了们着过")
"""With what `_CUT_START` begins, where no comma comes second."""

_CLOSED = "。！？；…：”’）》】〉"
_LEAST_PROSE = 20


def begins_inside(line: str) -> bool:
    """Whether a width-folded line of prose begins inside a sentence: 的发展机遇，加快建设….

    Args:
        line: The line, without the space around it.
    """
    return len(line) >= 12 and (line[1] == "，" or line[0] in _CUT_FIRST) and bool(_CUT_START.match(line))


def check_completeness(page: Page, diagnostics: Diagnostics) -> None:
    """Report paragraphs that begin or end inside a sentence, and quotation marks that do not pair.

    Args:
        page: The page, its roles given.
        diagnostics: Takes the findings.
    """
    paragraphs = page.with_role(Role.PARAGRAPH)
    for block in paragraphs:
        line = block.folded
        if begins_inside(line):
            diagnostics.add(
                "PP104", f"the paragraph begins inside a sentence: {block.text[:12]}", (block.start, block.start + 1)
            )
    if paragraphs:
        last = paragraphs[-1]
        signed = any(block.role is Role.SIGNATURE and block.start > last.start for block in page.blocks)
        if not signed and len(last.folded) >= _LEAST_PROSE and last.folded[-1] not in _CLOSED and "，" in last.folded:
            diagnostics.add("PP105", f"the last sentence has no end: {last.text[-12:]}", (last.end - 1, last.end))
    for i, block in enumerate(paragraphs):
        line = block.folded
        opened, closed = line.count("“"), line.count("”")
        if opened == closed:
            continue
        following = paragraphs[i + 1].folded if i + 1 < len(paragraphs) else ""
        if opened == closed + 1 and following.startswith("“"):
            continue  # a quotation over several paragraphs opens in each and closes in the last
        more, fewer = ("opens", "closes") if opened > closed else ("closes", "opens")
        diagnostics.add("PP204", f"the paragraph {more} more quotations than it {fewer}", block.extent)
