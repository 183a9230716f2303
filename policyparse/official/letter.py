"""The letter (公文主体): a page of an official document taken apart, line by line.

    page       ::= above* title head* addressee? body listing? signature? back* attachment*
    head       ::= number | issuer | day in brackets | note | repeated title
    body       ::= opening (point | paragraph)*
    attachment ::= label? title text

Every line below the title that is no page furniture stands in exactly one part. After GB/T 9704-2012, 7.2 to 7.4.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.fold import fold
from policyparse.language.bodies import is_body_line
from policyparse.language.days import find_days, is_day_line
from policyparse.language.decimal_labels import label_decimals
from policyparse.language.labels import match_label
from policyparse.language.official import is_number_line, is_officer, is_registration_number, match_own_number
from policyparse.official.addressees import is_addressee
from policyparse.official.issued import OPENING_LINES, after_title, issued_titles, opens_attachment, title_key
from policyparse.official.marginal_lines import LISTED, NOTE, PRINTED, is_back
from policyparse.page.blocks import Block, Page, Role
from policyparse.page.chrome import is_chrome
from policyparse.page.furniture import is_furniture, starts_tail
from policyparse.page.index_table import is_index_line
from policyparse.page.signatures import Signature, signatures_of, signed_in_one_line, signers_of
from policyparse.statute.labelled_lines import Line

HEAD_LINES = 30
"""Maximum number of lines between the title and the text, those of an index table among them."""

ADDRESSEE_LINES = 2
"""Number of lines of text among which the addressees are looked for."""

HEAD_LENGTH = 60
"""Maximum length of a line of the head, in characters."""

LABEL_LINES = 8
"""Maximum number of lines with which a site tells of the document between its title and its text."""

LABELS_LENGTH = 120
"""Maximum length of such a line, in characters."""

_LABELLED = pattern(
    r"[【\[（]?[一-龥](?:[一-龥 ]{0,6}[一-龥])?[】\]]?[：:]",
    matches=[
        *("发布时间：2023-07-25 16:20 来源：某局", "类别：C类", "【字体：大 中 小】", "公开属性：主动公开"),
        *("主持人]：", "问：今年改造多少个小区？"),
    ],
    rejects=[
        *("为方便群众办事，现就有关事项通知如下：", "各区人民政府、市政府各部门：", "2023年5月"),
        "第二条 有下列情形：",
    ],
    method="match",
)
"""A line that opens with a short label."""

_STOPS = "。！？；：，、"

_FILE = pattern(
    rf"^附 {{0,4}}[件表][0-9{SMALL_ORDINAL}]{{0,3}}[：:]?$"
    r"|\.(?:docx?|wps|xlsx?|et|pdf|ofd|ceb|zip|rar|jpe?g|png|pptx?)(?:[】）)]|$)",
    matches=[
        *("附件：", "附件2", "附 件", "附表一", "1.收费标准.pdf", "申请表.doc", "申请表.docx", "名单.xls"),
        *("名单.xlsx", "表.wps", "表.et", "规划图.jpg", "通知.ofd", "公报.ceb", "附件.zip", "附件.rar", "图.jpeg"),
        *("图.png", "解读.ppt", "解读.pptx", "【表.pdf】", "（表.pdf）"),
    ],
    rejects=["附件办法", "相关文件", "申请表", "www.pdf.example.cn", "甲附 件", "附件2025", "附     件"],
    flags=re.IGNORECASE,
)
"""The label of the list of annexes alone on its line, and an entry of that list that is a file."""


@dataclass(slots=True)
class Letter:
    """A page of an official document taken apart.

    Attributes:
        title: The title, None where the page has none.
        above: Lines above the title.
        head: Short lines between title and text: number, issuer, day, note.
        addressee: The line of the addressees.
        body: The text with its points, from the first line below the addressee on.
        listed: Lines of the list of annexes.
        signatures: Who signed.
        signed: The lines of the signature.
        back: Lines below it that belong to no attachment, and contacts.
        attached: The lines below, which attachments are cut from.
    """

    title: Block | None = None
    above: list[Block] = field(default_factory=list)
    head: list[Block] = field(default_factory=list)
    addressee: list[Block] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    listed: list[Block] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    signed: list[Block] = field(default_factory=list)
    back: list[Block] = field(default_factory=list)
    attached: list[Block] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Offset after the last line of the letter, attachments left out."""
        parts = [self.head, self.addressee, [line.block for line in self.body], self.listed, self.signed, self.back]
        return max((part[-1].end for part in parts if part), default=self.title.end if self.title else 0)

    def page_of(self, page: Page) -> Page:
        """The page of title and text alone, without addressees, labels and what stands around them."""
        blocks = [*([self.title] if self.title else []), *map(_unlabelled, self.body)]
        return replace(page, blocks=blocks)


def _unlabelled(line: Line) -> Block:
    """A line without its label, whose number is no number of the text."""
    block, at = line.block, line.label.body if line.label is not None else 0
    if not 0 < at < len(block.folded):
        return block
    return replace(block, start=block.start + at, text=block.text[at:], folded=block.folded[at:])


def divide(page: Page) -> Letter:
    """Take a page apart.

    Args:
        page: The page of an official document.

    Returns:
        Its parts.
    """
    title = "" if page.title is None else page.title.folded
    letter, lines = divide_head(page)
    names = issued_titles(title, lines[:OPENING_LINES])
    first, after = _end_of_letter(letter, lines, names)
    _divide_body(letter, lines[:first])
    letter.signed = lines[first:after]
    while after < len(lines) and is_back(lines[after].folded):
        letter.back.append(lines[after])
        after += 1
    letter.attached = lines[after:]
    return letter


def divide_head(page: Page) -> tuple[Letter, list[Block]]:
    """Take the head of a page apart.

    Args:
        page: The page of an official document.

    Returns:
        The letter with its title, head and addressees, and the lines from the first line of the text on.
    """
    letter = Letter(title=page.title)
    lines = _text_lines(letter, page)
    start = _divide_head(letter, lines)
    return letter, lines[start:]


def _text_lines(letter: Letter, page: Page) -> list[Block]:
    """All lines below the title that are of the document; those above it are set apart.

    Where the title stands in an index table and again above the text, the lines between are above it.
    """
    at = next((i + 1 for i, block in enumerate(page.blocks) if block.role is Role.TITLE), 0)
    key = [] if page.title is None else [title_key(page.title.folded)]
    window = range(at, min(len(page.blocks), at + HEAD_LINES))
    at = max((after for i in window if (after := after_title(page.blocks, i, key)) > i), default=at)
    letter.above = page.blocks[:at]
    kept: list[Block] = []
    told = ended = False
    for block in page.blocks[at:]:
        told = told or block.role is Role.PARAGRAPH
        aside = block.role is Role.FURNITURE or (told and block.role is Role.SOURCE_LINE)
        ended = ended or (aside and starts_tail(block.folded) and not is_back(block.folded))
        doubtful = block.role is Role.FURNITURE or (ended and aside)
        if not doubtful or _is_of_document(block, ended):
            kept.append(block)
    return kept


def _is_of_document(block: Block, ended: bool) -> bool:
    """Whether a line that was taken for furniture is of the document.

    Of what the file's own signals make chrome (menus, lists of links), only the label and the entries of annexes are.
    """
    line = block.folded
    if is_chrome(block):
        return is_back(line) or (not ended and bool(LISTED.match(line) or _FILE.search(line)))
    if is_back(line) or is_day_line(line) or match_label(line) is not None:
        return True
    return not ended and not is_furniture(line)


def _divide_head(letter: Letter, lines: list[Block]) -> int:
    """Number, issuer, day and note below the title, and the addressee; returns the index of the first line of text.

    The line of the addressees is taken out of the lines; a line that tells of the occasion may stand above it.
    """
    i = 0
    while i < min(len(lines), HEAD_LINES):
        line = lines[i].folded
        if is_index_line(line) or lines[i].role is Role.SOURCE_LINE:
            letter.above.append(lines[i])
            i += 1
            if line.endswith("：") and i < len(lines) and not is_index_line(lines[i].folded):
                letter.above.append(lines[i])
                i += 1
        elif lines[i].role is Role.SUBTITLE or _is_head(line):
            letter.head.append(lines[i])
            i += 1
        elif labels := _after_labels(lines[i:]):
            letter.above += lines[i : i + labels]
            i += labels
        else:
            break
    for j in range(i, min(len(lines), i + ADDRESSEE_LINES)):
        if is_addressee(lines[j].folded) and (j == i or len(lines[j].folded) <= HEAD_LENGTH):
            letter.addressee.append(lines.pop(j))
            break
    return i


def _after_labels(lines: Sequence[Block]) -> int:
    """Index after the labels that a site prints above the number or the addressees: 发布时间：…, 类别：…."""
    for i, block in enumerate(lines[:LABEL_LINES]):
        if i and (is_number_line(block.folded) or is_addressee(block.folded)):
            return i
        if not _LABELLED.match(block.folded) or len(block.folded) > LABELS_LENGTH or is_addressee(block.folded):
            return 0
    return 0


def _is_head(line: str) -> bool:
    """Whether a line between title and text is of the head."""
    if len(line) > HEAD_LENGTH or line[-1] in _STOPS:
        return False
    if is_day_line(line) or is_officer(line) or NOTE.match(line) or match_own_number(line):
        return True
    if signed_in_one_line(line) or is_registration_number(line):
        return True
    return match_label(line) is None and is_body_line(line)


def _end_of_letter(letter: Letter, lines: list[Block], names: Sequence[str]) -> tuple[int, int]:
    """Index of the first line of the signature and after its last: of the first attachment where there is none."""
    attached = next((i for i in range(1, len(lines)) if opens_attachment(lines, i, names)), len(lines))
    day = next((i for i in range(1, len(lines)) if _ends_with_day(lines[i].folded)), len(lines))
    listed = all(_may_list(block.folded) for block in lines[attached:day])
    if day == len(lines) or (attached < day and not listed):
        return _undated(letter, lines, attached)
    letter.signatures = signatures_of(lines[: day + 1])
    first = min((signature.first for signature in letter.signatures), default=day)
    by_person = all(is_officer(fold(signature.body)) for signature in letter.signatures)
    if by_person and day + 1 < len(lines) and is_body_line(lines[day + 1].folded):
        below = _signed_below(letter, lines, day)
        return min(first, below[0]), below[1]
    return first, day + 1


def _signed_below(letter: Letter, lines: list[Block], day: int) -> tuple[int, int]:
    """The signers below the day, as some print them."""
    after = day + 1
    while after < len(lines) and is_body_line(lines[after].folded):
        after += 1
    on = next(find_days(lines[day].folded), None)
    for i in range(day + 1, after):
        for start, end in signers_of(lines[i]):
            body = lines[i].text[start - lines[i].start : end - lines[i].start]
            letter.signatures.append(Signature(body, on.on if on else None, (start, end), i, i + 1))
    return day, after


def _ends_with_day(line: str) -> bool:
    if is_day_line(line):
        return True
    return len(line) <= HEAD_LENGTH and bool(signed_in_one_line(line))


def _may_list(line: str) -> bool:
    """Whether a line above the signature can be an entry of the list of annexes."""
    return len(line) <= HEAD_LENGTH and line[-1] not in _STOPS


def _undated(letter: Letter, lines: list[Block], end: int) -> tuple[int, int]:
    """A body alone on the last line signs without a day."""
    last = end
    while last > 1 and is_back(lines[last - 1].folded):
        last -= 1
    if last > 1 and is_body_line(lines[last - 1].folded) and lines[last - 2].folded[-1] in "。！）":
        block = lines[last - 1]
        printed = PRINTED.match(lines[last].folded) if last < len(lines) else None
        if printed is None or printed.start("day"):  # else it is who printed the document
            letter.signatures = [Signature(block.text, None, block.extent, last - 1, last)]
        return last - 1, last
    return end, end


def _divide_body(letter: Letter, blocks: Sequence[Block]) -> None:
    """The text, the list of annexes under it, and the contacts between it and the signature."""
    end = len(blocks)
    listed = next((i for i in range(end) if LISTED.match(blocks[i].folded) and _is_list(blocks[i + 1 :])), end)
    letter.listed = [block for block in blocks[listed:] if not is_back(block.folded)]
    letter.back = [block for block in blocks[listed:] if is_back(block.folded)]
    while listed > 0 and is_back(blocks[listed - 1].folded):
        listed -= 1
        letter.back.insert(0, blocks[listed])
    body = blocks[:listed]
    decimals = label_decimals([block.folded for block in body])
    letter.body = [Line(block, decimals[i] or match_label(block.folded)) for i, block in enumerate(body)]


def _is_list(blocks: Sequence[Block]) -> bool:
    """Whether what follows the first entry of the list of annexes are its others."""
    return all(_may_list(block.folded) or is_back(block.folded) for block in blocks)
