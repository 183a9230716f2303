r"""Lines: a text cut into what can have a role of its own.

    text ::= line ("\n" line)*
    line ::= indent? mark? (number title | dateline title | text credit? | run-on)

A line of the text is a line of the page, but for these: a number in front of a title, a dateline in front of a title or
a paragraph, a credit behind a paragraph, a document that stands on one line.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.instruments import TITLE_ENDING
from policyparse.language.days import DAY
from policyparse.language.labels import match_label
from policyparse.language.official import match_document_number
from policyparse.model.steps import take_steps
from policyparse.page.blocks import Block, Role
from policyparse.page.furniture import is_slug
from policyparse.page.outlets import match_dateline
from policyparse.source.edits import RepairedText

_MARKED = frozenset("|•●■◆▪·-*#>")
"""With what else than its text a line can begin."""

_DATABASE_MARK = pattern(
    r"【(?:题注|章名|节名|编名|正文|标题|条文)】 {0,4}",
    method="match",
    matches=[
        *(("【题注】 （2001年4月29日通过）", "【题注】 "), "【章名】 第一章 总则", "【节名】第一节"),
        *("【编名】第一编", "【正文】第一条", "【标题】某办法", "【条文】第一条"),
        ("【条文】     第一条", "【条文】    "),
    ],
    rejects=["【权威访谈】", "题注：", "【章名"],
)
"""The mark of a database of law in front of a part of a statute."""

_LEADING = compiled(r"[\s|]*(?:(?:[•●■◆▪·]|[-*](?=\s))\s*)?(?P<marks>#{1,6}(?=\s)|>(?=\s))?\s*(?P<bold>\*\*)?\s*")
_BOLD_LENGTH = 44
"""Maximum length of a line in bold type that is a heading, in characters."""

_BOLD_LEVEL = 6
_TITLE_LENGTH = 160
"""Maximum length of a title that stands on one line with its number or dateline, in characters."""

_RUN_ON_LENGTH = 100
"""Minimum length of a line that can be a whole document, in characters."""

DATELINE = "dateline"
"""Rule of the opening of a report: 某社江州1月1日电."""

SLUG = "slug"
"""Rule of a title that an agency's dateline has again behind it: 某社江州1月1日电 题：…."""

_RUN_ON_LINES = 3
"""Maximum number of lines of a document that stands on one line."""


def split_lines(text: str, folded: str) -> list[Block]:
    """Cut a text into its lines, all with the role of a paragraph but for marked headings.

    Args:
        text: The repaired text.
        folded: The same, width-folded.

    Returns:
        The lines that are not blank, in order.
    """
    blocks = []
    paragraph = Role.PARAGRAPH
    offset = 0
    for line in folded.split("\n"):
        rest = line.lstrip()
        start = offset + len(line) - len(rest)
        offset += len(line) + 1
        if not rest:
            continue
        leading = _LEADING.match(rest) if rest[0] in _MARKED else None
        if leading:
            start += leading.end()
            rest = rest[leading.end() :]
        elif rest[0] == "【" and (mark := _DATABASE_MARK.match(rest)):
            start += mark.end()
            rest = rest[mark.end() :]
        rest = rest.rstrip()
        if rest.endswith("**"):
            rest = rest[:-2].rstrip()
        if not rest:
            continue
        end = start + len(rest)
        block = Block(paragraph, start, end, text[start:end], rest)
        if leading and leading["marks"] and leading["marks"][0] == "#":
            block.role, block.level = Role.HEADING, len(leading["marks"])
        elif leading and leading["bold"] and len(rest) <= _BOLD_LENGTH:
            block.role, block.level = Role.HEADING, _BOLD_LEVEL
        blocks.append(block)
    take_steps(len(blocks))
    return blocks


def add_signals(blocks: Iterable[Block], repaired: RepairedText) -> None:
    """Give lines what the file says about them: its signals, and the level of a heading.

    Args:
        blocks: The lines.
        repaired: The text that they were cut from.
    """
    signals = repaired.source.blocks
    starts = [signal.start for signal in signals]
    for block in blocks if signals else ():
        start, _ = repaired.source_extent(*block.extent)
        block.signals = signals[max(0, bisect_right(starts, start) - 1)]
        if block.signals.level is not None and not block.level:
            block.level = block.signals.level
            block.role = Role.HEADING


def part(block: Block, start: int, end: int, role: Role | None = None) -> Block:
    """A part of a line as a line of its own.

    Args:
        block: The line.
        start: Offset in the line where it starts.
        end: Offset in the line after it.
        role: Its role, that of the line where None.
    """
    return Block(
        role or block.role,
        block.start + start,
        block.start + end,
        block.text[start:end],
        block.folded[start:end],
        signals=block.signals,
    )


def split_openings(blocks: Sequence[Block]) -> Iterator[Block]:
    """Cut off what stands in front of a title or a paragraph on its line: a number, a dateline.

    Args:
        blocks: The lines of a page.

    Yields:
        The lines; a number and a dateline have their roles.
    """
    in_front = True
    for block in blocks:
        line = block.folded
        if in_front:
            cut, role = _opening(line)
            if cut:
                opening = part(block, 0, len(line[:cut].rstrip()), role)
                opening.rule = DATELINE if role is Role.SOURCE_LINE else "number"
                yield opening
                if cut == len(line):
                    continue
                is_again = is_slug(line)
                block = part(block, cut, len(line), Role.FURNITURE if is_again else Role.PARAGRAPH)
                block.rule = SLUG if is_again else ""
                line = block.folded
        yield block
        in_front = in_front and not (len(line) > 60 and line[-1] in "。”" and not match_dateline(line))


_TITLE_BEHIND = pattern(
    r" {0,3}(?:《.{4,160}》|(?:[^，。；：《》]|《[^《》]{1,80}》){6,120}?(?&ending))$",
    ending=TITLE_ENDING,
    method="match",
    matches=[
        *("《某市人民政府关于印发〈工作要点〉的通知》", " 某市人民政府关于加强管理的意见"),
        *("关于转发《某办法》的通知", "关于转发《某办法》的通知（试行）"),
        " 《某市人民政府关于印发〈工作要点〉的通知》",
    ],
    rejects=[
        *("收悉。现批复如下", "，某市人民政府关于加强管理的意见", "文件精神", "关于公园的通知"),
        *("关于加强公园管理的通知收悉", "《物权法》", "关于转发《》的通知"),
        "    《某市人民政府关于印发〈工作要点〉的通知》",
        "关于转发《某省人民政府关于认真贯彻落实国务院有关文件精神进一步加强农村生活垃圾分类收集转运、城乡公共"
        "交通线路优化调整、农村中小学校食堂卫生整治和沿河两岸防洪排涝设施建设工作的实施意见》的通知",
        "《某市人民政府关于认真贯彻落实国务院和省人民政府有关文件精神，进一步加强农村生活垃圾分类收集转运、城"
        "乡公共交通线路优化调整、农村中小学校食堂卫生整治、沿河两岸防洪排涝设施建设、老旧小区供水管网改造、"
        "社区养老服务站点布局和基层公共文化设施免费开放工作，切实解决人民群众最关心最直接最现实的民生问题，扎实推动共同富裕取得更为明显的实质性进展的实"
        "施意见》",
        "某市人民政府关于认真贯彻落实国务院和省人民政府有关文件精神进一步加强农村生活垃圾分类收集转运、城乡公"
        "共交通线路优化调整、农村中小学校食堂卫生整治、沿河两岸防洪排涝设施建设、老旧小区供水管网改造、社区养"
        "老服务站点布局和基层公共文化设施免费开放工作的实施意见",
    ],
)
"""A title behind a number on one line."""


def _opening(line: str) -> tuple[int, Role]:
    """Where what stands in front ends, and its role; 0 where nothing stands in front.

    A dateline that names its reporters may be all of the line.
    """
    number = match_document_number(line) if "号" in line[:40] else None
    if number and number[0] == 0 and _TITLE_BEHIND.match(line, number[1]):
        gap = len(line[number[1] :]) - len(line[number[1] :].lstrip())
        return number[1] + gap, Role.NUMBER
    dateline = match_dateline(line) if len(line) > 12 else None
    if dateline and (len(line) - dateline.end >= 6 or (dateline.credit and dateline.end == len(line))):
        return dateline.end, Role.SOURCE_LINE
    return 0, Role.PARAGRAPH


_FRONT = pattern(
    r"(?P<title>[^，。；]{6,120}?(?&ending))[ ]"
    r"(?=[^ ]{1,16}[〔\[（【](?:19|20)[0-9]{2}[〕\]）】]|(?&day))",
    ending=TITLE_ENDING,
    day=DAY,
    method="match",
    matches=[
        ("某市关于发展茶产业的意见 某政发[2009]71号 2009-11-03 为贯彻", {"title": "某市关于发展茶产业的意见"}),
        ("某市河道管理办法 2009-11-03 第一条", {"title": "某市河道管理办法"}),
        ("某市河道管理办法（试行） 2009年11月3日 第一条", {"title": "某市河道管理办法（试行）"}),
        "某市河道管理办法 某政发【1912〕",
    ],
    rejects=[
        *("某市关于发展茶产业的意见，某政发[2009]71号", "某市关于发展茶产业的意见 为贯彻"),
        *("某市河道管理办法 某政发【203】", "某市河道管理办法 某政发【20350】", "某市河道管理办法 [2009]71号"),
        "某市河道管理办法 （某市人民政府办公室、某市水利局和某市财政局[2009]",
        "河道管理的意见 某政发[2009]71号 2009-11-03 为贯彻",
        "某市人民政府关于认真贯彻落实国务院和省人民政府有关文件精神进一步加强农村生活垃圾分类收集转运、城乡公"
        "共交通线路优化调整、农村中小学校食堂卫生整治、沿河两岸防洪排涝设施建设、老旧小区供水管网改造、社区养"
        "老服务站点布局和基层公共文化设施免费开放工作的实施意见 2009-11-03 为贯彻",
    ],
)
"""The title in front of a document that stands on one line, with its number or day behind it."""

_NUMBER_OR_DAY = pattern(
    r"(?:[^ ]{1,16}[〔\[（【](?:19|20)[0-9]{2}[〕\]）】] ?第?[0-9]{1,5}号|(?&day))(?= |$)",
    day=DAY,
    method="match",
    matches=[
        *("某政发〔2009〕71号", "某政发[1999] 第71号 为贯彻", "某政发【2009】第71号", "2009-11-03 为贯彻"),
        "2009年11月3日",
    ],
    rejects=[
        *("〔2009〕71号", "某政发〔1899〕71号", "某政发〔209〕71号", "某政发〔20091〕71号", "某政发〔2009〕号"),
        *("某政发〔2009〕712345号", "某政发〔2009〕71号文件", "2009-11-03发布"),
        "某市人民政府办公室和某市发展改革委〔2009〕71号",
    ],
)
_POINT = pattern(
    rf"(?<=[ 。；：]) {{0,4}}(?=[（第0-9①{SMALL_ORDINAL}])",
    matches=[
        *(("第一条 一、总则", ""), ("如下：     ①总则", "    "), ("如下： 第一条", " "), ("如下：（一）总则", "")),
        *(("如下：1.总则", ""), ("如下：①总则", "")),
    ],
    rejects=["第一条", "如下：总则", "如下，（一）总则"],
)


def split_run_on(blocks: Sequence[Block]) -> list[Block]:
    """Cut a document that stands on one line into title, number, day, and its numbered lines.

    Args:
        blocks: The lines of a page.

    Returns:
        The lines; the same where no document stands on one line.
    """
    if len(blocks) > _RUN_ON_LINES:
        return list(blocks)
    found: list[Block] = []
    for block in blocks:
        found += _cut_run_on(block) if len(block.folded) >= _RUN_ON_LENGTH else [block]
    return found


def _cut_run_on(block: Block) -> list[Block]:
    line = block.folded
    title = _FRONT.match(line)
    cuts = []
    at = 0
    if title:
        at = title.end()
        cuts.append((0, title.end("title")))
        while number := _NUMBER_OR_DAY.match(line, at):
            cuts.append(number.span())
            at = number.end() + len(line[number.end() :]) - len(line[number.end() :].lstrip())
    starts = [at, *_numbered(line, at)]
    if len(starts) < 3 and not title:
        return [block]
    for start, end in zip(starts, [*starts[1:], len(line)], strict=True):
        stripped = len(line[start:end].rstrip())
        if stripped:
            cuts.append((start, start + stripped))
    return [part(block, start, end) for start, end in cuts]


def _numbered(line: str, start: int) -> Iterator[int]:
    """Where the points of a run-on line start: labels in their sequence, behind a space or the end of a sentence."""
    last: dict[str, int] = {}
    for gap in _POINT.finditer(line, start):
        at = gap.end()
        if at == start or line[at - 1] not in " 。；：":
            continue
        label = match_label(line[at : at + 24])
        if label is None:
            continue
        if label.number == last.get(label.style, 0) + 1 or (label.number == 1 and label.style in last):
            last[label.style] = label.number
            yield at
