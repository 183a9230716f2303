"""The statute that a decision prints in full below itself: amended (修改后的全文) or approved.

    document ::= decision printed*
    printed  ::= label? title note? contents? (division | article)+

Its title is one that the decision names, on lines of its own; its first label is that of a first chapter or article.
It is an attachment with a page of its own, and an annex that keeps its text.
Source: 立法法 (2023), art. 64: who amends publishes the new text as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policyparse.knowledge import pattern
from policyparse.language.document_titles import find_titles
from policyparse.language.labels import DIVISION_LEVELS, match_label
from policyparse.model.base import Extent
from policyparse.model.provisions import AnnexDraft
from policyparse.page.layout import Block, Page, Role
from policyparse.statute.annexes import LABEL
from policyparse.statute.contents import HEADING

_TITLE_LINES = 3
"""Maximum number of lines of a title."""

_FRONT_LINES = 20
"""Maximum number of lines between a title and the first chapter or article: note, table of contents."""

_DECIDES = pattern(
    r"(?:修改|修正|批准|通过|公布|发布|修订|制定|试行)[^。]{1,300}(?:决定|决议|命令|公告)(?:（[^（）]{1,20}）)?$",
    matches=[
        *("某市人民代表大会常务委员会关于修改《某市停车条例》的决定", "关于修改部分地方性法规的决定"),
        *("关于批准《某市停车条例》的决议", "关于公布《某办法》的公告", "关于修正《某条例》的决定"),
        *("关于通过《某规则》的决定", "关于发布《某办法》的命令", "关于修订《某办法》的决定"),
        *("关于制定《某办法》的决定", "关于试行《某办法》的决定（一）", "发布停车公告"),
    ],
    rejects=[
        *("关于加强停车管理的决定", "某市停车条例", "关于修改《某市停车条例》的决定的说明", "修改决定"),
        *("关于修改" + "《某条例》" * 61 + "的决定", "关于试行《某办法》的决定（）"),
        "关于试行《某办法》的决定（经市人民政府第十二次常务会议审议通过后修改发布）",
    ],
)
"""The title of a decision that may print what it amends or approves."""

_VERSION = pattern(
    r"（[^（）]{0,20}(?:修[正订改]|[12][0-9]{3}年|版|试行|本)[^（）]{0,10}）$",
    matches=[
        *("某市停车条例（2024年修正本）", "某市停车条例（修正文本）", "某法（2018年）", "某办法（新版）"),
        *("某办法（试行）", "某法（修订）", "某法（修正）", "某法（修改）", "某办法（新版公园）", "某法（本）"),
    ],
    rejects=[
        *("某市停车条例", "某条例（草案）", "某办法（13333年）", "某法（212年）", "某办法（新版）甲"),
        *("某办法（新版自二〇二四年五月一日起施行）", "某办法（根据二〇二四年五月一日市人民政府令公布施行版）"),
    ],
)
"""What a printed title adds to the one that the decision names."""


@dataclass(slots=True)
class Printed:
    """A statute that a decision prints.

    Attributes:
        label: Label above it (附件), None where it has none.
        title: Its title.
        page: Its lines.
        span: Its place.
    """

    label: str | None
    title: str
    page: Page
    span: Extent

    def as_annex(self) -> AnnexDraft:
        """The text as printed, beside the document that the attachment is."""
        text = "\n".join(block.text for block in self.page.blocks[1:])
        return {"label": self.label or "", "title": self.title, "text": text, "span": self.span}


def cut_printed(page: Page, title: str | None) -> tuple[Page, list[Printed]]:
    """Cut what a decision prints off from the decision.

    Args:
        page: The page.
        title: The title of the document, None where it has none.

    Returns:
        The page of the decision alone, and what it prints; the page as it is where it prints nothing.
    """
    if title is None or not _DECIDES.search("".join(title.split())):
        return page, []
    starts = list(_starts(page, title))
    if not starts:
        return page, []
    bounds = [*(start for start, _, _ in starts), len(page.blocks)]
    found = [
        _printed(page, start, below, end, lines) for (start, lines, below), end in zip(starts, bounds[1:], strict=True)
    ]
    return replace(page, blocks=page.blocks[: bounds[0]]), found


def _starts(page: Page, title: str) -> Iterator[tuple[int, int, int]]:
    """Where statutes are printed: index of the label or title, of the first line of the title, of the line after it."""
    own = next((i for i, block in enumerate(page.blocks) if block.role is Role.TITLE), -1)
    named = {_key(found.text) for found in find_titles(title)}
    found_one = False
    for i in range(own + 2, len(page.blocks)):
        if not found_one:  # what a printed statute names is none that the decision prints
            named.update(_key(found.text) for found in find_titles(page.blocks[i - 1].folded))
        below = _after_title(page.blocks, i, named)
        if below is None or not _opens_statute(page.blocks[below : below + _FRONT_LINES]):
            continue
        found_one = True
        label = LABEL.match(page.blocks[i - 1].folded)
        labelled = label is not None and label.end() == len(page.blocks[i - 1].folded)
        yield (i - 1 if labelled else i), i, below


def _after_title(blocks: Sequence[Block], start: int, named: set[str]) -> int | None:
    """Index after the lines from `start` that together are a title that is named, None where they are none."""
    joined = ""
    for i in range(start, min(start + _TITLE_LINES, len(blocks))):
        line = blocks[i].folded
        if line[-1] in "。；：，" or match_label(line) is not None:
            return None
        joined += _key(line)
        if joined in named or _VERSION.sub("", joined) in named:
            return i + 1
    return None


def _opens_statute(blocks: Sequence[Block]) -> bool:
    """Whether the first label of some lines is that of a first chapter or article, or a table of contents."""
    for block in blocks:
        if HEADING.match(block.folded):
            return True
        label = match_label(block.folded)
        if label is not None:
            return label.number == 1 and (label.kind == "article" or label.kind in DIVISION_LEVELS)
        if block.folded.endswith(("；", "：")):
            return False
    return False


def _printed(page: Page, start: int, below: int, end: int, first: int) -> Printed:
    lines = page.blocks[first:below]
    text, folded = "".join(block.text for block in lines), "".join(block.folded for block in lines)
    title = Block(Role.TITLE, lines[0].start, lines[-1].end, text, folded, 1)
    body = [
        block if block.role in (Role.FURNITURE, Role.TABLE) else replace(block, role=Role.PARAGRAPH)
        for block in page.blocks[below:end]
    ]
    label = page.blocks[start].text if start < first else None
    name = "".join(text.split()).strip("《》")
    return Printed(label, name, _part(page, [title, *body]), (page.blocks[start].start, page.blocks[end - 1].end))


def _part(page: Page, blocks: list[Block]) -> Page:
    start, end = blocks[0].start, blocks[-1].end
    tables = [table for table in page.tables if start <= table["span"][0] < end]
    return replace(page.part(blocks), tables=tables, understood=page.understood)


def _key(text: str) -> str:
    return "".join(text.split()).strip("《》〈〉")
