"""Members (组成人员): who belongs to a group that a document sets up, a line each.

    list ::= (role "：" person | person)*
    role ::= 组长 | 副组长 | 成员 | …      its characters may be set apart: 组　长
    person ::= name gap position | name "（" position "）" | name "，" position | name ("、" name)*

A line without a role has that of the line above it. A line whose first person is no name is none of the list.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from policyparse.knowledge.pattern import pattern
from policyparse.language.names import is_name
from policyparse.model.official import MemberDraft
from policyparse.page.blocks import Block
from policyparse.statute.labelled_lines import Line

_ROLE = pattern(
    r"(?P<role>[一-龥](?: {0,4}[一-龥]){1,8}?) {0,3}[：:] {0,4}",
    matches=[
        *(("组 长：赵 平 市长", {"role": "组 长"}), ("副总指挥：钱大江", {"role": "副总指挥"})),
        *(("附件下载：     ", "附件下载：    "), "附件下载 ："),
    ],
    rejects=["一、组长：赵平", "2021年：略", "注：", "附件下载    ：", "附件下     载：", "现将检查情况通报如下："],
    method="match",
)
_IS_ROLE = pattern(
    r"(?:(?&letters.member_roles))$",
    matches=["组长", "常务副总指挥", "办公室主任"],
    rejects=["联系人", "责任单位", "时间", "主任甲"],
)
_LONG_POSITION = (
    "县委常委、常务副县长，分管发展改革、财政、税务、统计、应急管理、城市管理、国有资产、金融服务、政务服"
    "务、优化营商环境、招商引资、重点项目建设和县政府办公室日常工作，联系县人民武装部和县总工会"
)
_PERSON = pattern(
    r"(?P<name>[一-龥](?: {1,4}[一-龥]){1,2}|[一-龥·]{2,12}?)"
    r"(?: {0,2}（(?P<inside>[^（）]{2,60})） {0,2}$| {0,2}， {0,2}(?P<behind>[^；。]{2,80})$"
    r"| {1,12}(?P<position>[一-龥][^。；]{1,80})$|$)",
    matches=[
        ("赵 平 市长", {"name": "赵 平", "position": "市长"}),
        ("钱大江 副市长", {"name": "钱大江", "position": "副市长"}),
        ("钱大江（副市长）", {"name": "钱大江", "inside": "副市长"}),
        *(("钱大江，市水务局局长", {"name": "钱大江", "behind": "市水务局局长"}), ("钱大江", {"name": "钱大江"})),
        *(("赵 平， 市长", {"behind": "市长"}), "李 青", "钱大江（副市长） ", "钱大江 （副市长）"),
        *("钱大江 ，市水务局局长", ("钱大江，   市水务局局长", {"behind": " 市水务局局长"})),
    ],
    rejects=[
        *("钱大江任组长。", "市水务局 市财政局。", "赵 市长", "钱大江，长", "何志远 长", "钱大江（长）"),
        *("钱大江（副市长）   ", "赵     平 市长", "钱大江   （副市长）", "钱大江   ，市水务局局长"),
        *("青禾县水利局河道管理所全体职工", "姚志强             市长"),
        f"钱大江，{_LONG_POSITION}",
        f"钱大江（{_LONG_POSITION}）",
        f"何志远 {_LONG_POSITION}",
    ],
    method="match",
)


@dataclass(slots=True)
class Members:
    """The members of a document, and the lines without them.

    Attributes:
        members: Drafts, in order.
        rest: The lines that name none.
        extents: Places of the lines that name members.
    """

    members: list[MemberDraft] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    extents: list[tuple[int, int]] = field(default_factory=list)


def find_members(lines: Sequence[Line]) -> Members:
    """Take the lists of members out of the lines of a text.

    Args:
        lines: The lines.
    """
    found = Members()
    role = ""
    for line in lines:
        block = line.block
        label = _ROLE.match(block.folded) if line.label is None else None
        named = "".join(label["role"].split()) if label else ""
        start = label.end() if label and _IS_ROLE.search(named) else 0
        if start:
            role = named
        persons = _persons(block, start, role) if role and line.label is None else []
        if persons:
            found.members += persons
            found.extents.append(block.extent)
        else:
            role = ""
            found.rest.append(line)
    return found


def _persons(block: Block, start: int, role: str) -> list[MemberDraft]:
    """The persons of a line; none where it names somebody or something else."""
    person = _PERSON.match(block.folded, start)
    if person is None:
        return _names(block, start, role)
    name = "".join(person["name"].split())
    if not is_name(name):
        return []
    group = next((g for g in ("inside", "behind", "position") if person[g]), None)
    position = block.text[slice(*person.span(group))].strip() if group else None
    return [_member(block, role, "".join(block.text[slice(*person.span("name"))].split()), position)]


def _names(block: Block, start: int, role: str) -> list[MemberDraft]:
    """Several names on one line: 成员：李青、王远."""
    names = block.text[start:].rstrip("。；").split("、")
    if len(names) < 2 or not all(is_name("".join(name.split())) for name in names):
        return []
    return [_member(block, role, "".join(name.split()), None) for name in names]


def _member(block: Block, role: str, name: str, position: str | None) -> MemberDraft:
    return {"role": role, "name": name, "position": position, "span": block.extent}
