"""Tables: cells of a file's table, rows set with tabs, rows set with strokes (表格).

A table of a page is one of data where it has rows and columns of short cells; one cell with the text of the page in it,
the heading of the page, or links in all of them, only lays the page out.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from policyparse.knowledge import pattern
from policyparse.knowledge.compiled import compiled
from policyparse.model.base import Extent
from policyparse.model.page import TableDraft
from policyparse.page.blocks import Block, Page, Role
from policyparse.page.source_line import asks_for
from policyparse.source.blocks import Cell

_FEWEST_ROWS, _FEWEST_COLUMNS, _FEWEST_CELLS = 2, 2, 4
_FEWEST_SET_ROWS = 3
"""Minimum number of rows that are set with tabs or strokes."""

_MOST_COLUMNS = 200
_LARGEST_SHARE = 0.7
"""Share of a table's characters from which on one cell is the page that the table lays out."""

_CAPTION_LENGTH = 60
_CAPTION = pattern(
    r"(?:表|清单|名单|目录|一览|名录|台账)(?:（[^（）]{1,20}）)?$",
    matches=[
        *("招生计划表", "任务清单", "委员名单", "服务事项目录", "情况一览", "产品名录", "问题台账"),
        "分工表（2024年）",
    ],
    rejects=["表格如下", "各单位名单如下：", "分工表（）", "分工表（责任单位按照国务院机构改革方案和职责分工排序）"],
)
"""How a line ends that is the caption of the table below it."""

_STROKES = compiled(r"\s*\|.*\|\s*$")
_RULE = compiled(r"[\s|:：+-]+$")


def find_tables(page: Page) -> None:
    """Find the tables of data of a page; their lines take their role.

    Args:
        page: The page, its chrome known.
    """
    found = [*_cell_tables(page.blocks), *_set_tables(page)]
    above = {id(block): before for before, block in pairwise(page.blocks)} if found else {}
    for number, blocks in enumerate(found):
        for block in blocks:
            block.role, block.level, block.table = Role.TABLE, 0, number
        page.tables.append(_draft(above.get(id(blocks[0])), blocks))
    page.tables.sort(key=lambda table: table["span"])


def _cell_tables(blocks: Sequence[Block]) -> list[list[Block]]:
    """The lines of each table of data among those with cells."""
    by_table: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.signals is not None and block.signals.cell is not None:
            by_table[block.signals.cell.table].append(block)
    return [cells for cells in by_table.values() if _is_data(cells)]


def _is_data(cells: Sequence[Block]) -> bool:
    if any(block.role is Role.FURNITURE or block.level == 1 for block in cells) or _is_index(cells):
        return False
    rows = {_cell(block).row for block in cells}
    columns = {_cell(block).column for block in cells}
    lengths: dict[Extent, int] = defaultdict(int)
    for block in cells:
        lengths[_cell(block).row, _cell(block).column] += len(block.folded)
    if len(rows) < _FEWEST_ROWS or len(columns) < _FEWEST_COLUMNS or len(lengths) < _FEWEST_CELLS:
        return False
    return max(lengths.values()) < _LARGEST_SHARE * sum(lengths.values())


def _is_index(cells: Sequence[Block]) -> bool:
    """Whether a table is that of the particulars of a document: 索引号：…, 发文机关：…."""
    return sum(asks_for(block.folded) is not None for block in cells) * 3 >= len(cells)


def _cell(block: Block) -> Cell:
    assert block.signals is not None
    assert block.signals.cell is not None
    return block.signals.cell


def _set_tables(page: Page) -> list[list[Block]]:
    """Runs of lines that are set as rows with the same number of tabs, or between strokes."""
    found: list[list[Block]] = []
    run: list[Block] = []
    kind: object = None
    for block in page.blocks:
        row = None if block.table is not None or block.role is Role.FURNITURE else _row_kind(page, block)
        if row is None or row != kind:
            found += [run] if len(run) >= _FEWEST_SET_ROWS else []
            run = []
        kind = row
        if row is not None:
            run.append(block)
    return [*found, run] if len(run) >= _FEWEST_SET_ROWS else found


def _row_kind(page: Page, block: Block) -> object:
    """What sets a line as a row: the number of its tabs, or strokes at both its ends; None where nothing does."""
    tabs = block.text.count("\t")
    if tabs:
        return tabs
    if "|" not in block.text:
        return None
    start = page.text.rfind("\n", 0, block.start) + 1
    return "|" if _STROKES.fullmatch(page.text, start, block.end) else None


def _draft(above: Block | None, blocks: Sequence[Block]) -> TableDraft:
    rows, has_head = _rows(blocks)
    head = rows.pop(0) if has_head and len(rows) > 1 else []
    return {
        "caption": _caption(above),
        "header": head,
        "rows": rows,
        "span": (blocks[0].start, blocks[-1].end),
    }


def _rows(blocks: Sequence[Block]) -> tuple[list[list[str]], bool]:
    """The cells by row, a merged cell in each place that it covers; whether the first row is the head."""
    if blocks[0].signals is None or blocks[0].signals.cell is None:
        return _set_rows(blocks), True
    grid: dict[Extent, list[str]] = defaultdict(list)
    heads: set[int] = set()
    height = width = 0
    for block in blocks:
        cell = _cell(block)
        if cell.header and cell.row == 0:
            heads.add(cell.column)
        for row in range(cell.row, cell.row + max(1, cell.row_span)):
            for column in range(cell.column, min(_MOST_COLUMNS, cell.column + max(1, cell.column_span))):
                grid[row, column].append(block.text)
        height, width = max(height, cell.row + 1), max(width, cell.column + cell.column_span)
    rows = [
        ["".join(grid.get((row, column), ())) for column in range(min(width, _MOST_COLUMNS))] for row in range(height)
    ]
    return [row for row in rows if any(row)], bool(heads) or _has_head(rows)


def _set_rows(blocks: Sequence[Block]) -> list[list[str]]:
    rows = []
    for block in blocks:
        if "\t" in block.text:
            rows.append([cell.strip() for cell in block.text.split("\t")])
        elif not _RULE.fullmatch(block.text):
            rows.append([cell.strip() for cell in block.text.strip().strip("|").split("|")])
    return rows


def _has_head(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns: it has no number, and the rows below have some."""
    if len(rows) < _FEWEST_ROWS or not all(rows[0]) or any(cell[:1].isdigit() for cell in rows[0]):
        return False
    return any(cell[:1].isdigit() for row in rows[1:] for cell in row) or rows[0][0] in ("序号", "项目", "名称", "单位")


def _caption(above: Block | None) -> str | None:
    """The line above a table, where it names it."""
    if above is None or above.role in (Role.FURNITURE, Role.TABLE) or len(above.folded) > _CAPTION_LENGTH:
        return None
    return above.text if _CAPTION.search(above.folded) else None
