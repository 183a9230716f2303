"""The letter (公文主体): a page of an official document taken apart, line by line.

    page       ::= above* title head* addressee? body annex_list? signature? back* attachment*
    head       ::= number | issuer | day in brackets | note | repeated title
    body       ::= opening (point | paragraph)*
    back       ::= （此件公开发布） | 抄送：… | 联系人：… | 主题词：…
    attachment ::= label? title text

Every line below the title that is no page furniture stands in exactly one part. After GB/T 9704-2012, 7.2 to 7.4.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from policyparse.knowledge.pattern import pattern
from policyparse.language.bodies import is_body_line
from policyparse.language.days import is_day_line
from policyparse.language.document_titles import find_titles
from policyparse.language.labels import match_label
from policyparse.language.official import is_officer, match_document_number
from policyparse.official.addressees import is_addressee
from policyparse.page.blocks import Block, Page, Role
from policyparse.page.furniture import is_furniture, starts_tail
from policyparse.page.signatures import Signature, signatures_of, signed_in_one_line
from policyparse.statute.annexes import LABEL
from policyparse.statute.provisions import Line

HEAD_LINES = 14
"""Maximum number of lines between title and text."""

HEAD_LENGTH = 60
"""Maximum length of a line of the head, in characters."""

NOTE = pattern(
    r"（[^（）]{2,80}(?:（[^（）]{1,40}）[^（）]{0,40})?）$",
    matches=["（此件公开发布）", "（2018年12月21日）", "（2020年3月1日某市（州）第3次会议通过）"],
    rejects=["（一）完善机制", "（此件公开发布）另有说明"],
    method="match",
)
"""A line in brackets above or below the text."""

BACK = pattern(
    r"(?:抄 {0,4}[送报]|分送|主题词|印 {0,2}送|联 {0,4}系 {0,4}(?:人|电话|方式|单位)|电 {0,4}话|传 {0,4}真"
    r"|电子邮箱|邮 {0,4}[箱编]|通信地址|信息公开(?:选项|类别|形式)|公开(?:方式|属性|范围)|校对|打字)[：:] {0,4}"
    r"|（(?:此件|本文有|信息公开|联系人|公开)",
    matches=[
        "抄送：市委各部门",
        "联系人：江先生，联系电话：0710-1",
        "主题词：林业 通知",
        "（此件公开发布）",
        "（联系人：李平）",
        "信息公开选项：主动公开",
        "抄  送：省政府",
        "（本文有删减）",
    ],
    rejects=["抄送有关单位。", "联系人应当登记。", "（一）此件"],
    method="match",
)
"""What stands below the signature (版记), or between text and signature."""

PRINTED = pattern(
    r".{2,40}(?:[ 　]|办公[厅室]|[局委部])[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日 ?(?:印发|印)$",
    matches=["东屏市人民政府办公室 2020年6月1日印发", "某省教育厅办公室2020年6月1日印发"],
    rejects=["2020年6月1日印发的通知", "东屏市人民政府办公室 2020年6月1日"],
    method="match",
)
"""The line that says who printed it and when (印发机关和印发日期)."""

LISTED = pattern(
    r"附 {0,4}(?:件|表|图)? {0,2}[：:] {0,4}(?=\S)",
    matches=["附件：1．便民清单", "附：某某名单", "附 件：任务表"],
    rejects=["附件", "附件1", "附则：本办法", "附设机构：三个"],
    method="match",
)
"""The line under the text that lists the annexes (附件说明)."""

ISSUES = pattern(
    r"(?:印发|转发|批转|下发|颁发|发布|公布|颁布)(?!的)(?P<title>.{4,120}?)的(?:通知|通告|公告|通报|决定|函)$",
    matches=[
        ("关于印发某市用水办法（试行）的通知", {"title": "某市用水办法（试行）"}),
        ("国务院批转国家计委关于价格改革报告的通知", {"title": "国家计委关于价格改革报告"}),
    ],
    rejects=["关于印发的通知", "关于做好普查的通知"],
)
"""The title of a letter that issues, forwards or approves something."""

ISSUED = pattern(
    r"(?:印发|转发|批转|下发|颁发|发布|公布|发给|颁布)",
    matches=["现印发给你们", "现转发给你们", "现予公布"],
    rejects=["现就有关事项通知如下"],
)
"""The sentence that issues."""

OPENING_LINES = 4
"""Number of lines of the letter in which it says what it issues."""

TITLE_LINES = 5
"""Maximum number of lines of a title."""

_STOPS = "。！？；：，、"
_BRACKETS = str.maketrans("", "", "《》〈〉")


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

    def blocks(self) -> list[Block]:
        """Title and text of the letter in order, without what stands around them."""
        return [*([self.title] if self.title else []), *self.addressee, *(line.block for line in self.body)]


def divide(page: Page) -> Letter:
    """Take a page apart.

    Args:
        page: The page of an official document.

    Returns:
        Its parts.
    """
    letter = Letter(title=page.title)
    lines = _text_lines(letter, page)
    start = _divide_head(letter, lines)
    names = issued_titles("" if page.title is None else page.title.folded, lines[start : start + OPENING_LINES])
    first, after = _end_of_letter(letter, lines, start, names)
    _divide_body(letter, lines[start:first])
    letter.signed = lines[first:after]
    while after < len(lines) and is_back(lines[after].folded):
        letter.back.append(lines[after])
        after += 1
    letter.attached = lines[after:]
    return letter


def _text_lines(letter: Letter, page: Page) -> list[Block]:
    """All lines below the title that are of the document; those above it are set apart."""
    at = next((i for i, block in enumerate(page.blocks) if block.role is Role.TITLE), -1)
    letter.above = page.blocks[: max(at, 0)]
    kept: list[Block] = []
    ended = False
    for block in page.blocks[at + 1 :]:
        ended = ended or (block.role is Role.FURNITURE and starts_tail(block) and not is_back(block.folded))
        if block.role is not Role.FURNITURE or _is_of_document(block, ended):
            kept.append(block)
    return kept


def _is_of_document(block: Block, ended: bool) -> bool:
    """Whether a line that was taken for furniture is of the document."""
    line = block.folded
    if is_back(line) or is_day_line(line) or match_label(line) is not None:
        return True
    return not ended and not is_furniture(line)


def is_back(line: str) -> bool:
    """Whether a width-folded line stands around the signature: （此件公开发布）, 抄送：…, 联系人：…."""
    return bool(BACK.match(line) or PRINTED.match(line))


def _divide_head(letter: Letter, lines: Sequence[Block]) -> int:
    """Number, issuer, day and note below the title, and the addressee; returns the index of the first line of text."""
    i = 0
    while i < min(len(lines), HEAD_LINES) and _is_head(letter, lines[i].folded):
        letter.head.append(lines[i])
        i += 1
    if i < len(lines) and is_addressee(lines[i].folded):
        letter.addressee.append(lines[i])
        i += 1
    return i


def _is_head(letter: Letter, line: str) -> bool:
    """Whether a line between title and text is of the head."""
    if len(line) > HEAD_LENGTH or line[-1] in _STOPS:
        return False
    if is_day_line(line) or is_officer(line) or NOTE.match(line) or match_document_number(line):
        return True
    if letter.title is not None and _key(line) == _key(letter.title.folded):
        return True
    return match_label(line) is None and is_body_line(line)


def _key(line: str) -> str:
    return "".join(line.translate(_BRACKETS).split())


def issued_titles(title: str, opening: Sequence[Block]) -> list[str]:
    """Titles of what a letter issues, forwards or approves, as keys without spaces and brackets.

    Args:
        title: The letter's title, width-folded.
        opening: Its first lines.
    """
    names = [_key(match[1]) for match in (ISSUES.search(title),) if match]
    for block in opening:
        if ISSUED.search(block.folded):
            names += [_key(named.text) for named in find_titles(block.folded)]
    return [name for name in names if name]


def _end_of_letter(letter: Letter, lines: list[Block], start: int, names: Sequence[str]) -> tuple[int, int]:
    """Index of the first line of the signature and after its last: of the first attachment where there is none."""
    attached = next((i for i in range(start + 1, len(lines)) if opens_attachment(lines, i, names)), len(lines))
    day = next((i for i in range(start + 1, len(lines)) if _ends_with_day(lines[i].folded)), len(lines))
    if attached < day and not all(_may_list(block.folded) for block in lines[attached:day]):
        return _undated(letter, lines, start, attached)
    if day == len(lines):
        return _undated(letter, lines, start, attached)
    letter.signatures = signatures_of(lines[start : day + 1])
    first = min((signature.first + start for signature in letter.signatures), default=day)
    return first, day + 1


def _ends_with_day(line: str) -> bool:
    if is_day_line(line):
        return True
    return len(line) <= HEAD_LENGTH and bool(signed_in_one_line(line))


def _may_list(line: str) -> bool:
    """Whether a line above the signature can be an entry of the list of annexes."""
    return len(line) <= HEAD_LENGTH and line[-1] not in _STOPS


def _undated(letter: Letter, lines: list[Block], start: int, end: int) -> tuple[int, int]:
    """A body alone on the last line signs without a day."""
    last = end
    while last > start + 1 and is_back(lines[last - 1].folded):
        last -= 1
    if last - 1 > start and is_body_line(lines[last - 1].folded) and lines[last - 2].folded[-1] in "。！）":
        block = lines[last - 1]
        letter.signatures = [Signature(block.text, None, block.extent, last - 1 - start, last - start)]
        return last - 1, last
    return end, end


def opens_attachment(lines: Sequence[Block], i: int, names: Sequence[str]) -> bool:
    """Whether a line opens an attachment: its label stands alone on it, or a title that the letter issues.

    Args:
        lines: The lines.
        i: Index of the line.
        names: Titles of what the letter issues, by `issued_titles`.
    """
    line = lines[i].folded
    label = LABEL.match(line) if line[0] == "附" else None
    if label and label.end() == len(line):
        return True
    return line[-1] not in _STOPS and after_title(lines, i, names) > i


def after_title(lines: Sequence[Block], i: int, names: Sequence[str]) -> int:
    """Index after the lines from `i` on that together are one of the titles; `i` where they are none."""
    for name in names:
        key = ""
        for j in range(i, min(len(lines), i + TITLE_LINES)):
            key += _key(lines[j].folded)
            if key == name:
                return j + 1
            if not name.startswith(key):
                break
    return i


def _divide_body(letter: Letter, blocks: Sequence[Block]) -> None:
    """The text, the list of annexes under it, and the contacts between it and the signature."""
    end = len(blocks)
    listed = next((i for i in range(end) if LISTED.match(blocks[i].folded) and _is_list(blocks[i + 1 :])), end)
    letter.listed = [block for block in blocks[listed:] if not is_back(block.folded)]
    letter.back = [block for block in blocks[listed:] if is_back(block.folded)]
    while listed > 0 and is_back(blocks[listed - 1].folded):
        listed -= 1
        letter.back.insert(0, blocks[listed])
    letter.body = [Line(block, match_label(block.folded)) for block in blocks[:listed]]


def _is_list(blocks: Sequence[Block]) -> bool:
    """Whether what follows the first entry of the list of annexes are its others."""
    return all(_may_list(block.folded) or is_back(block.folded) for block in blocks)
