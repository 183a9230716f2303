"""Attachments and annexes (附件): what stands below the letter, and what its list names.

    attachment ::= label? title line*
    label      ::= 附件 number?
    list       ::= "附件：" number? title (number title)*

What is a document (a measure, a plan, a system) is an attachment with a page of its own, that is parsed as one; a
table or a form is an annex with its text; what is only listed is an annex without.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.language.days import is_day_line
from policyparse.language.labels import match_label
from policyparse.language.official import match_document_number
from policyparse.model.content import AttachmentDraft
from policyparse.model.page import TableDraft
from policyparse.model.provisions import AnnexDraft
from policyparse.official.addressees import is_addressee
from policyparse.official.genre import genre_of
from policyparse.official.issued import TITLE_LINES, after_title, issued_titles, opens_attachment, title_key
from policyparse.official.marginal_lines import LISTED, NOTE, is_back
from policyparse.official.reading import Reading
from policyparse.official.task_tables import is_task_table
from policyparse.page.blocks import Block, Page, Role
from policyparse.statute import patterns
from policyparse.statute.annexes import LABEL

_ENTRY = pattern(
    r"(?:附 {0,4}(?:件|表|图)? {0,2}(?:[：:] {0,4}|(?=[0-9])))?(?:附件 ?)?"
    r"(?:(?P<number>(?&serial))[.、．：:] {0,3})?"
    r"(?P<title>\S.{1,100}?)[。；]?$",
    serial=rf"[0-9]{{1,2}}|[{SMALL_ORDINAL}]{{1,3}}",
    matches=[
        ("附件：1．便民清单", {"number": "1", "title": "便民清单"}),
        ("2.绩效评价表", {"number": "2", "title": "绩效评价表"}),
        ("附：江南湖规划图", {"number": None, "title": "江南湖规划图"}),
        ("附件2：江南湖规划图", {"number": "2", "title": "江南湖规划图"}),
        ("附 表  ：  附件 三.图书馆规划", {"number": "三", "title": "图书馆规划"}),
        ("附件三.图书馆名录", {"number": "三", "title": "图书馆名录"}),
        ("二十三二、便民清单", {"number": None, "title": "二十三二、便民清单"}),
        ("附图2：江南湖规划图", {"number": "2", "title": "江南湖规划图"}),
        ("附件 三.   图书馆名录", {"number": "三", "title": "图书馆名录"}),
        ("附件   ：1．便民清单", {"number": None, "title": "附件   ：1．便民清单"}),
        ("2.任务分工表。", {"title": "任务分工表"}),
        ("350.任务分工表", {"number": None, "title": "350.任务分工表"}),
        ("2.    任务分工表", {"number": None, "title": "2.    任务分工表"}),
        ("附：     江南湖规划图", {"title": "附：     江南湖规划图"}),
        ("附     件：1．便民清单", {"number": None, "title": "附     件：1．便民清单"}),
    ],
    rejects=[
        "附",
        "2.青禾县自然资源局、青禾县住房和城乡建设局、青禾县交通运输局、青禾县水利局、青禾县农业农村局、青禾县文化"
        "和旅游局、青禾县市场监督管理局、青禾县乡村振兴局关于联合开展农村宅基地和村民自建房安全隐患排查整治专项行"
        "动的任务分工表",
    ],
    method="match",
)
_PROSE_LENGTH = 12
"""Minimum length of a line that is a sentence, in characters."""

_TITLE_LENGTH = 80
"""Maximum length of a line of the title of an attachment, in characters."""

_STOPS = "。；：，！？"


@dataclass(slots=True)
class _Part:
    """Lines of one attachment.

    Attributes:
        label: Label as printed, None where it has none.
        title: Its title, as one line.
        blocks: The lines below the title.
        start: Offset of its first character.
        end: Offset after its last character.
    """

    label: str | None
    title: Block | None
    blocks: list[Block]
    start: int
    end: int


def read_attachments(reading: Reading) -> None:
    """Cut the attachments off, and read the list of annexes."""
    opening = [line.block for line in reading.outline.opening]
    names = issued_titles("" if reading.letter.title is None else reading.letter.title.folded, opening)
    listed = listed_annexes(reading.letter.listed)
    names += [title_key(annex["title"] or "") for annex in listed]
    attachments: list[AttachmentDraft] = []
    annexes: list[AnnexDraft] = []
    for part in _parts(reading.letter.attached, names):
        title = None if part.title is None else part.title.text.strip("《》 ")
        if _is_document(reading.page, part, bool(reading.outline.nodes)):
            attachments.append({"label": part.label, "title": title, "document": None, "span": (part.start, part.end)})
            reading.parts.append(_page(reading.page, part))
        elif part.label is not None or part.blocks:
            text = "\n".join(block.text for block in part.blocks)
            annexes.append({"label": part.label or "", "title": title, "text": text, "span": (part.start, part.end)})
    printed = {title_key(entry["title"] or "") for entry in (*attachments, *annexes)}
    labels = {entry["label"] for entry in (*attachments, *annexes) if entry["label"]}
    only = [e for e in listed if title_key(e["title"] or "") not in printed and e["label"] not in labels]
    reading.draft["attachments"] = attachments
    reading.draft["annexes"] = [*only, *annexes]


def listed_annexes(blocks: Sequence[Block]) -> list[AnnexDraft]:
    """The annexes that a list names: 附件：1．… 2．….

    Args:
        blocks: The lines of the list.
    """
    found: list[AnnexDraft] = []
    for block in blocks:
        entry = _ENTRY.match(block.folded)
        if entry is None:
            continue
        label = "附件" + (entry["number"] or "")
        start, end = entry.span("title")
        if not LISTED.match(block.folded) and entry["number"] is None and found:
            found[-1]["title"] = (found[-1]["title"] or "") + block.text[start:end]  # a title broken over two lines
            found[-1]["span"] = (found[-1]["span"][0], block.end)
            continue
        title = block.text[start:end].strip("《》 ")
        found.append({"label": label, "title": title, "text": "", "span": (block.start + start, block.start + end)})
    return found


def _parts(blocks: Sequence[Block], names: Sequence[str]) -> list[_Part]:
    starts = [i for i in range(len(blocks)) if i == 0 or opens_attachment(blocks, i, names)]
    starts = [i for n, i in enumerate(starts) if n == 0 or not _is_title_of_label(blocks, starts[n - 1], i)]
    found = []
    for i, start in enumerate(starts):
        end = starts[i + 1] if i + 1 < len(starts) else len(blocks)
        if end > start:
            found.append(_part(blocks[start:end], names))
    return [part for part in found if part.title is not None or part.label is not None]


def _is_title_of_label(blocks: Sequence[Block], before: int, start: int) -> bool:
    """Whether a title stands right under the label of its own attachment."""
    label = LABEL.match(blocks[before].folded)
    return start == before + 1 and label is not None and label.end() == len(blocks[before].folded)


def _part(blocks: Sequence[Block], names: Sequence[str]) -> _Part:
    first = blocks[0]
    label = LABEL.match(first.folded)
    printed = first.text[: label.end(1)].strip() if label else None
    if label and label.end() == len(first.folded):
        lines = list(blocks[1:])
    elif label:
        lines = [_cut(first, label.end()), *blocks[1:]]
    else:
        lines = list(blocks)
    after = _after_title(lines, names)
    title = _joined(lines[:after]) if after else None
    return _Part(printed, title, lines[after:], first.start, blocks[-1].end)


def _cut(block: Block, start: int) -> Block:
    return Block(block.role, block.start + start, block.end, block.text[start:], block.folded[start:])


def _after_title(lines: Sequence[Block], names: Sequence[str]) -> int:
    """Number of lines that are the title of an attachment."""
    named = after_title(lines, 0, names)
    if named:
        return named
    most = next((i for i, block in enumerate(lines[:TITLE_LINES]) if not _may_be_title(block.folded)), None)
    most = min(TITLE_LINES, len(lines)) if most is None else most
    joined = ""
    for i in range(most):
        joined += lines[i].folded
        if genre_of(joined) or patterns.INSTRUMENT.search(joined) or _ENDS_TITLE.search(joined):
            return i + 1
    return min(most, 1)


_ENDS_TITLE = pattern(
    r"(?:制度|机制|体系|标准|规范|表|图|说明|样式|模板|方法|流程|职责|分工)(?:（[^（）]{1,20}）)?$",
    matches=[
        *("某市联席会议制度", "任务分工表", "任务分工表（试行）", "任务分工图", "任务分工说明", "任务分工规范"),
        *("任务分工职责", "任务分工流程", "任务分工模板", "任务分工样式", "任务分工标准", "任务分工机制"),
        *("任务分工方法", "任务分工分工", "任务分工体系"),
    ],
    rejects=["某市联席会议", "表（）", "表（2024年至2026年，单位：万元，保留两位小数）"],
)


def _may_be_title(line: str) -> bool:
    if len(line) > _TITLE_LENGTH or line[-1] in _STOPS or match_label(line) is not None:
        return False
    return not (
        is_day_line(line) or NOTE.match(line) or is_addressee(line) or match_document_number(line) or is_back(line)
    )


def _joined(lines: Sequence[Block]) -> Block:
    """Lines of a title as one."""
    text, folded = "".join(block.text for block in lines), "".join(block.folded for block in lines)
    return Block(Role.TITLE, lines[0].start, lines[-1].end, text, folded, 1)


def _tables(page: Page, part: _Part) -> list[TableDraft]:
    """The tables of an attachment."""
    return [table for table in page.tables if part.start <= table["span"][0] < part.end]


def _is_document(page: Page, part: _Part, has_points: bool) -> bool:
    """Whether an attachment is a document: it has a title, and below it a sentence or a table of tasks."""
    if part.title is not None and has_points and any(map(is_task_table, _tables(page, part))):
        return True  # else its tasks are the points of the letter
    sentences = sum(_is_prose(block.folded) for block in part.blocks)
    return part.title is not None and 2 * sentences >= min(len(part.blocks), 4) and sentences > 0


def _is_prose(line: str) -> bool:
    """Whether a line is a sentence, or a point with a bracket behind it."""
    if len(line) < _PROSE_LENGTH:
        return False
    return line[-1] in "。；：" or (line[-1] in "）】]" and match_label(line) is not None)


def _page(page: Page, part: _Part) -> Page:
    """The page of an attachment: its lines in the text of the whole."""
    assert part.title is not None
    blocks = [part.title, *part.blocks]
    tables = _tables(page, part)
    for block in part.blocks:
        if block.role not in (Role.HEADING, Role.TOPIC, Role.TABLE):
            block.role = Role.PARAGRAPH
    return replace(page.part(blocks), tables=tables, understood=page.understood)
