"""Task tables (任务分工表): rows that name a task, who does it, and by when, as points.

    header ::= 序号? task+ (牵头单位 | 责任单位 | 配合单位 | 完成时限)+
    row    ::= a cell a column

The last column of tasks is the text of the point, the one before it its heading. A table without a column of tasks, or
without one of units or times, is no task table.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from policyparse.knowledge.fold import fold
from policyparse.knowledge.lexicon import words
from policyparse.knowledge.pattern import pattern
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Extent
from policyparse.model.official import DeadlineDraft, PointDraft, ResponsibilityDraft
from policyparse.model.page import TableDraft
from policyparse.official.assignments import ROLES, Role
from policyparse.official.deadlines import deadline_of
from policyparse.official.points import PointReader
from policyparse.official.units import split_units
from policyparse.page.blocks import Page

_TASK = pattern(
    r"任务|事项|内容|措施|举措|工作|项目|目标|要求|问题|行动",
    matches=[
        *("重点任务", "工作内容", "整改措施", "问题清单", "项目", "要求", "行动", "目标", "内容", "事项", "举措"),
        ("工作内容", "工作"),
    ],
    rejects=["序号", "备注", "责任单位"],
)
_NUMBER = pattern(
    r"(?:序号|编号|序)$",
    matches=["序号", "编号", "序"],
    rejects=["项目编号说明", "任务", "序甲"],
    method="match",
)
_COLUMN = pattern(
    r"(?:(?P<lead>牵头|主办)|(?P<guiding>指导|督导)(?!意见)|配合|协办|协同|协助|参与|参加)[^人]{0,6}?(?:单位|部门|机构|科室|处室|$)",
    matches=[
        *(("牵头负责部门", {"lead": "牵头"}), ("市级指导单位", {"guiding": "指导"})),
        *(("配合部门", {"lead": None, "guiding": None}), ("主办部门名称", "主办部门"), ("主办科室名称", "主办科室")),
        *(("主办机构名称", "主办机构"), ("主办处室名称", "主办处室"), ("主办单位名称", "主办单位"), "配合"),
        *("参加单位", "参与单位", "协同单位", "协助单位", "协办单位", "市级督导单位"),
    ],
    rejects=["责任单位", "牵头负责人电话", "参与人数", "指导意见", "牵头负责联系协调的单位"],
)
"""The header of a column of units by their verb."""

_UNITS = {role: f"responsibilities.{role}_labels" for role in ROLES}


@dataclass(slots=True)
class _Columns:
    """What the columns of a task table hold.

    Attributes:
        number: Column of the numbers, None where there is none.
        tasks: Columns of what is to be done.
        units: Columns of units, with their roles.
        deadline: Column of the times, None where there is none.
    """

    number: int | None = None
    tasks: list[int] = field(default_factory=list)
    units: list[tuple[int, Role]] = field(default_factory=list)
    deadline: int | None = None


def task_points(reader: PointReader, page: Page, table: TableDraft, pointer: str, level: int) -> list[PointDraft]:
    """The points of a table; none where it is no task table.

    Args:
        reader: Reads what the tasks say.
        page: The page.
        table: Draft of the table.
        pointer: JSON Pointer of the list that takes the points.
        level: Their depth.
    """
    header, rows = table.get("header") or [], table.get("rows") or []
    columns = _columns(header)
    if columns is None and rows and not header:
        columns, rows = _columns(rows[0]), rows[1:]
    if columns is None:
        return []
    points: list[PointDraft] = []
    for row, places in _placed(page, rows, table["span"]):
        if any(column < len(row) and row[column] for column in columns.tasks):
            points.append(_point(reader, page, row, places, columns, f"{pointer}/{len(points)}", level))
    return points


def is_task_table(table: TableDraft) -> bool:
    """Whether a table names tasks and who does them or by when."""
    header, rows = table.get("header") or [], table.get("rows") or []
    return _columns(header or (rows[0] if rows else [])) is not None


def _columns(header: Sequence[str]) -> _Columns | None:
    """What the columns hold; None where the header is that of no task table."""
    found = _Columns()
    for i, cell in enumerate(header):
        name = "".join(fold(cell).split())
        role = _role(name)
        if _NUMBER.match(name):
            found.number = i
        elif any(word in name for word in words("responsibilities.deadline_labels")) or name in (
            "时间",
            "期限",
            "进度",
        ):
            found.deadline = i if found.deadline is None else found.deadline
        elif role is not None:
            found.units.append((i, role))
        elif _TASK.search(name):
            found.tasks.append(i)
    return found if found.tasks and (found.units or found.deadline is not None) else None


def _role(name: str) -> Role | None:
    """The role of the units of a column: 牵头负责部门 lead, whatever else the header says."""
    verb = _COLUMN.search(name)
    if verb:
        return "lead" if verb["lead"] else "guiding" if verb["guiding"] else "supporting"
    return next((role for role in ROLES if any(word in name for word in words(_UNITS[role]) if len(word) > 2)), None)


def _placed(
    page: Page, rows: Iterable[Sequence[str]], span: Extent
) -> Iterator[tuple[Sequence[str], list[Extent | None]]]:
    """Each row with the places of its cells; a cell that is printed further up, merged over several rows, has none."""
    at, end = span
    for row in rows:
        places: list[Extent | None] = []
        for cell in row:
            start = page.text.find(cell, at, end) if cell else -1
            places.append((start, start + len(cell)) if start >= 0 else None)
            at = start + len(cell) if start >= 0 else at
        yield row, places


def _point(
    reader: PointReader,
    page: Page,
    row: Sequence[str],
    places: Sequence[Extent | None],
    columns: _Columns,
    pointer: str,
    level: int,
) -> PointDraft:
    """The draft of a row."""
    printed = [place for place in places if place is not None]
    span = (printed[0][0], printed[-1][1]) if printed else (0, 0)
    number = row[columns.number].strip() if columns.number is not None and columns.number < len(row) else ""
    tasks = [column for column in columns.tasks if column < len(row) and row[column]]
    place = places[tasks[-1]]
    texts = [place] if place else []
    duties = reader.led_by_first(list(_duties(row, places, columns, span)))
    return {
        "label": number,
        "number": parse_integer(number) or int(pointer.rsplit("/", 1)[1]) + 1,
        "level": level,
        "heading": row[tasks[-2]] if len(tasks) > 1 else None,
        "text": row[tasks[-1]],
        "points": [],
        "norms": reader.norms(texts, pointer),
        "citations": reader.citations(texts),
        "responsibilities": duties,
        "lead": [unit for duty in duties if duty["role"] == "lead" for unit in duty["units"]],
        "responsible": [unit for duty in duties if duty["role"] != "lead" for unit in duty["units"]],
        "deadline": _deadline(page, places, columns, reader.day),
        "span": span,
    }


def _duties(
    row: Sequence[str], places: Sequence[Extent | None], columns: _Columns, span: Extent
) -> Iterator[ResponsibilityDraft]:
    """The units of a row, by their columns."""
    for column, role in columns.units:
        cell = row[column] if column < len(row) else ""
        units = [cell[slice(*extent)] for extent in split_units(fold(cell).replace("\n", "、"))]
        if units:
            yield {"units": units, "role": role, "text": None, "span": places[column] or span}


def _deadline(page: Page, places: Sequence[Extent | None], columns: _Columns, day: date | None) -> DeadlineDraft | None:
    """The time of a row, where its cell is printed in it."""
    place = places[columns.deadline] if columns.deadline is not None and columns.deadline < len(places) else None
    return deadline_of(page.text, page.folded, place, day) if place else None
