"""The text (正文): opening, points, closing, members, appointments, and what is said in them."""

from collections.abc import Sequence
from datetime import date

from policyparse.knowledge.fold import fold
from policyparse.knowledge.pattern import pattern
from policyparse.model.official import PointDraft
from policyparse.official.appointments import find_appointments
from policyparse.official.members import find_members
from policyparse.official.outline import heading_of_line, outline, run_in_heading
from policyparse.official.points import PointReader
from policyparse.official.reading import Reading
from policyparse.official.task_tables import task_points
from policyparse.page.blocks import Block, Role
from policyparse.statute.labelled_lines import Line

_WHOLE = pattern(
    r"(?:上述|以上|特此|妥否|当否|请(?:予|即|审|批|示)|节假日期间|(?:执行|实施)(?:中|过程中)|此前|自本|感谢|希望|专此|此复|此函|由此(?:给|带来|造成)|不便之处|敬请|"
    r"各位(?:代表|委员|同志)[！，：]|(?:出席|列席|参加|参会|缺席|请假|记录|主持|发)(?:会议)?(?:人员?|单位|领导)?[：:]|(?:注|附注|注释)[：:]|"
    r"本(?:若干|实施|行动|工作|政策|应急|专项){0,2}(?:通知|意见|通告|公告|通报|方案|办法|规定|措施|政策|批复|规划|计划|要点|预案|细则|函|文件|决定|指南|清单|目录|纲要|指引)"
    r"(?:自|从|由|有效|印发|实施|施行|下发|发布|未|中|所|的有|执行|涉及|适用))",
    matches=[
        *("上述政策适用于所有文化企业。", "本通知自印发之日起施行。", "节假日期间，各部门要安排好值班。"),
        *("特此通知。", "以上意见如无不妥，请批转执行。", "妥否，请批示。", "自本通知印发之日起，旧文停止执行。"),
        *("感谢您的关心和支持。", "由此给您带来的不便，敬请谅解。", "出席：江舟、林海。"),
        *("各位代表！让我们携手奋进！", "参加会议人员：江舟", "注：1.本公报为初步统计数。", "请批准", "执行中"),
        *("请审定", "请即执行", "发：各县区人民政府", "实施过程中", "请示", "请予", "此复", "此前", "此函", "敬请"),
        *("本政策措施自2024年7月1日起施行。", "本实施方案由某局负责解释。", "本若干措施有效期3年。"),
        *("本行动方案自印发之日起施行。", "本工作方案自印发之日起施行。", "本应急预案自印发之日起施行。"),
        *("本专项规划自印发之日起施行。", "希望受到表扬的单位再接再厉。", "当否", "专此", "附注：", "注释："),
        *("不便之处", "参加会议人：江舟", "请假人员：江舟", "记录：江舟", "缺席：江舟", "参加会议领导：江舟"),
        *("参加会议单位：江舟", "参会人员：江舟", "列席会议人员：江舟", "主持：江舟", "本函自印发之日起施行。"),
        *("本预案自印发之日起施行。", "本通知由市教育局负责解释。", "本通知未尽事宜，按国家规定执行。"),
        *("本通知所称中小企业，按国家标准划分。", "本通知从公布之日起执行。", "本通知中的期限均按工作日计算。"),
        *("本通报自印发之日起施行。", "本通告自印发之日起施行。", "本计划自印发之日起施行。"),
        *("本规定自印发之日起施行。", "本规划自印发之日起施行。", "本要点自印发之日起施行。"),
        *("本细则自印发之日起施行。", "本纲要自印发之日起施行。", "本目录自印发之日起施行。"),
        *("本清单自印发之日起施行。", "本方案自印发之日起施行。", "本文件自印发之日起施行。"),
        *("本政策自印发之日起施行。", "本措施自印发之日起施行。", "本指引自印发之日起施行。"),
        *("本指南自印发之日起施行。", "本批复自印发之日起施行。", "本意见自印发之日起施行。"),
        *("本办法自印发之日起施行。", "本决定自印发之日起施行。", "本公告自印发之日起施行。"),
        *("本通知适用于全市各级机关。", "本通知的有效期为三年。", "本通知涉及的奖补资金由市财政承担。"),
        *("本通知有效期三年。", "本通知施行后，原通知同时废止。", "本通知实施中遇到的问题，请报市教育局。"),
        *("本通知发布之日起三十日内完成登记。", "本通知印发后，请各单位抓紧落实。"),
        *("本通知下发前已经受理的，按原规定办理。", "各位委员！让我们携手奋进！", "各位同志！让我们携手奋进！"),
        *("由此造成不便，敬请谅解。", "由此带来的不便，敬请谅解。", "本通知执行中的问题，请及时向区财政局反映。"),
    ],
    rejects=["到2020年，农机总动力超过100万千瓦。", "本通知书由企业填写。", "各地区、各部门要加强协作。"],
    method="match",
)
"""How a paragraph begins that is about the whole document whatever stands above it."""

_MANY = 5
"""Minimum number of points, each of one paragraph, after which a paragraph that turns to all is no part of the last."""

_NOTES = pattern(
    r"(?:注|附注|注释)[：:]",
    matches=["注：", "注释：1.略", "附注："],
    rejects=["注意：", "备注栏：略"],
    method="match",
)
"""The line that opens the notes below a communiqué."""

_TO_ALL = pattern(
    r"(?:[一-龥]{1,8}，)?(?:请(?:各|有关|认真|遵照|结合|你)|(?:国务院|省直|市直|县直|区直|省级|市级)?(?:各|有关)"
    r"(?:有关|相关|成员|级|地|部门|单位|县|市|区|省|乡镇|街道|高校|学校|企业)[^。]{0,40}?[要应须将])",
    matches=[
        *("各地区、各部门要加强协作。", "汛期，各乡镇要安排好值班。", "请认真贯彻执行。"),
        *("国务院各有关部门要抓紧制定办法。", "请各贯彻执行。", "请你贯彻执行。", "请遵照贯彻执行。"),
        *("请结合贯彻执行。", "请有关贯彻执行。", "各级要定期考核兽医。", "各省要定期考核兽医。"),
        *("各市要定期考核兽医。", "各县要定期考核兽医。", "各区要定期考核兽医。", "各高校要定期考核兽医。"),
        *("各部门要定期考核兽医。", "各街道要定期考核兽医。", "各相关要定期考核兽医。", "各成员要定期考核兽医。"),
        *("各学校要定期考核兽医。", "各单位要定期考核兽医。", "各企业要定期考核兽医。", "各乡镇须定期考核兽医。"),
        *("各乡镇应定期考核兽医。", "各乡镇将定期考核兽医。", "有关乡镇要定期考核兽医。"),
        *("各地、各部门要加强协作。", "省级各有关部门要抓紧制定办法。", "省直各有关部门要抓紧制定办法。"),
        *("市级各有关部门要抓紧制定办法。", "市直各有关部门要抓紧制定办法。", "县直各有关部门要抓紧制定办法。"),
        "区直各有关部门要抓紧制定办法。",
    ],
    rejects=[
        *("各类企业发展较快。", "到2020年，各地要建成。", "，各乡镇要安排好值班。"),
        "汛期及重大节假日期间，各乡镇要安排好值班。",
        "各地区在做好常态化疫情防控和安全生产工作的同时围绕稳增长促改革调结构惠民生防风险保稳定目标任务要加强协作。",
    ],
    method="match",
)
"""How a paragraph begins that turns to all; below a heading without text it is the text of the point."""


_YEAR = pattern(
    r"(?<![0-9—-])((?:19|20)[0-9]{2})年度?(?![—至0-9-])",
    matches=[("某省2024年政务公开工作要点", "2024年"), "1923年统计公报", ("2023年度统计公报", "2023年度")],
    rejects=[
        *("某市规划（2021—2025年）", "2024年—2026年行动方案", "2024年5月工作安排", "2023年至", "203年统计公报"),
        "20350年统计公报",
    ],
)
"""A year in a title that is no part of a range or of a month."""


def read_text(reading: Reading) -> None:
    """Opening, points and closing, with their norms and citations; members and appointments."""
    draft, page = reading.draft, reading.page
    members = find_members(reading.letter.body)
    draft["members"] = members.members
    page.understood += [block.extent for block in (*reading.letter.back, *reading.letter.listed, *reading.letter.head)]
    rest = [line for line in members.rest if line.block.role is not Role.TABLE]
    lines, reading.closing = part_closing(rest)
    tables = (table["span"] for table in page.tables)
    contacts = (block.extent for block in reading.letter.back)
    reading.outline = outline(lines, page.folded, [*members.extents, *tables, *contacts])
    if members.extents and not reading.outline.nodes:
        _close_after(reading, members.extents[-1][1])
    reader = PointReader(page, draft.get("issued_on") or reading.day or _year_of(draft["title"]), draft["title"])
    draft["points"] = reader.read(reading.outline.nodes)
    _read_tables(reading, reader)
    opening = [line.block for line in reading.outline.opening]
    if opening:
        draft["opening"] = _text(reading, "/opening", opening)
    if reading.closing:
        draft["closing"] = _text(reading, "/closing", reading.closing)
    around = [block.extent for block in (*opening, *reading.closing)]
    draft["norms"] = [norm for extent in around for norm in reader.norms([extent], None)]
    draft["citations"] = reader.citations(around)
    if draft["genre"] == "appointments":
        draft["appointments"] = list(find_appointments([line.block for line in members.rest]))


def _year_of(title: str | None) -> date | None:
    """The first day of the year that a title names alone (2024年工作要点), for days whose year is not printed."""
    year = _YEAR.search(fold(title)) if title else None
    return date(int(year[1]), 1, 1) if year else None


def _read_tables(reading: Reading, reader: PointReader) -> None:
    """Add the points of task tables, under the point below which a table stands.

    The points of a letter that has none of its own stand in the tables of its annexes.
    """
    own = reading.outline.nodes and reading.letter.attached
    end = reading.letter.attached[0].start if own else len(reading.page.text)
    for table in reading.page.tables:
        if table["span"][0] >= end:
            break
        above = _above(reading.draft.get("points", []), table["span"][0])
        target = above[-1]["points"] if above else reading.draft.setdefault("points", [])
        pointer = "".join(f"/points/{i}" for i in _path(reading.draft.get("points", []), above)) + "/points"
        points = task_points(reader, reading.page, table, pointer, len(above) + 1)
        target += points
        for point in above if points else ():
            point["span"] = (point["span"][0], max(point["span"][1], points[-1]["span"][1]))


def _above(points: list[PointDraft], start: int) -> list[PointDraft]:
    """The points, the highest first, under the last of which something stands that starts at `start`."""
    found: list[PointDraft] = []
    while before := [point for point in points if point["span"][0] < start]:
        found.append(before[-1])
        points = before[-1].get("points", [])
    return found


def _path(points: list[PointDraft], above: list[PointDraft]) -> list[int]:
    """The index of each point in the list that holds it."""
    path = []
    for point in above:
        path.append(next(i for i, other in enumerate(points) if other is point))
        points = point.get("points", [])
    return path


def _text(reading: Reading, pointer: str, blocks: Sequence[Block]) -> str:
    reading.evidence[pointer] = (blocks[0].start, blocks[-1].end)
    return "\n".join(block.text for block in blocks)


def part_closing(lines: Sequence[Line]) -> tuple[list[Line], list[Block]]:
    """Part the paragraphs about the whole from the last point.

    Args:
        lines: The lines of the text.

    Returns:
        The lines before, and the closing.
    """
    noted = next((i for i, line in enumerate(lines) if i and _NOTES.match(line.block.folded)), len(lines))
    last = max((i for i, line in enumerate(lines[:noted]) if line.label is not None), default=-1)
    if last < 0:
        return list(lines), []
    label, block = lines[last].label, lines[last].block
    assert label is not None
    rest = block.folded[label.body :]
    is_headed = not rest or (heading_of_line(rest) > 0 and not _is_like_text(lines[:last], label.style, rest))
    whole = range(last + 1 if rest.endswith("。") else last + 2 if is_headed else last + 1, len(lines))
    each_is_one = all(line.label is not None for line in lines[_first_label(lines) : last + 1])
    for i in whole:
        turns = i > last + 1 or not is_headed
        if each_is_one and last >= _MANY and not is_headed and _turns_to_all(lines[i].block.folded):
            return list(lines[:i]), [line.block for line in lines[i:]]
        if _WHOLE.match(lines[i].block.folded) or (turns and _TO_ALL.match(lines[i].block.folded)):
            return list(lines[:i]), [line.block for line in lines[i:]]
    return list(lines), []


def _first_label(lines: Sequence[Line]) -> int:
    return next(i for i, line in enumerate(lines) if line.label is not None)


def _turns_to_all(line: str) -> bool:
    """Whether a sentence of a paragraph turns to all, wherever it stands in it."""
    return any(_TO_ALL.match(sentence) for sentence in line.split("。"))


def _is_like_text(above: Sequence[Line], style: str, rest: str) -> bool:
    """Whether a last line that ends as a sentence is a text: the point before it has nothing but its line as well."""
    labels = [line.label for line in above]
    before = next((i for i in reversed(range(len(labels))) if (own := labels[i]) and own.style == style), None)
    label = above[before].label if before is not None else None
    if before is None or label is None or not rest.endswith("。"):
        return False
    return before == len(above) - 1 and not run_in_heading(above[before].block.folded[label.body :])


def _close_after(reading: Reading, end: int) -> None:
    """What follows a list of members is the closing, where there are no points."""
    found = reading.outline
    reading.closing = [line.block for line in found.opening if line.block.start > end]
    found.opening = [line for line in found.opening if line.block.end <= end]
