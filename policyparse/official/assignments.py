"""Assignments (责任分工): what a bracket or a labelled stretch says about who does a task and by when.

    bracket    ::= "（" clause ((";" | "，" | "。") clause)* "）"
    clause     ::= label "：" (units | time) | units manner? verb | time 完成? | units
    label      ::= 责任单位 | 牵头单位 | 配合单位 | 完成时限 | …

Units without a verb of their own go with the next verb; behind a sentence they are responsible. A bracket with a
clause of another kind says something else and is no assignment. The words are in `knowledge/responsibilities.toml`.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from policyparse.knowledge.lexicon import words
from policyparse.knowledge.pattern import pattern
from policyparse.official.deadlines import is_deadline
from policyparse.official.units import UNIT_LENGTH, is_unit, split_units

Role = Literal["lead", "responsible", "supporting", "guiding"]

ROLES: tuple[Role, ...] = ("lead", "responsible", "supporting", "guiding")

LABEL = pattern(
    r"[【\[]?(?P<label>(?&responsibilities.lead_labels)|(?&responsibilities.responsible_labels)"
    r"|(?&responsibilities.supporting_labels)|(?&responsibilities.guiding_labels)|(?&responsibilities.deadline_labels))"
    r"(?:（[^（）]{1,12}）)?[】\]]? {0,3}[：:] {0,3}(?P<value>)",
    matches=[
        *(("责任单位：市教育局", {"label": "责任单位"}), ("【牵头单位】：市教育局", {"label": "牵头单位"})),
        *(("责任单位（部门）：市教育局", {"label": "责任单位"}), ("完成时限: 2025年", {"label": "完成时限"})),
        *(("牵头单位：    市司法局", "牵头单位：   "), "配合单位：县统计局", "指导单位：市司法局"),
        "牵头单位 ：市司法局",
    ],
    rejects=[
        *("责任单位应当落实", "时间：上午", "主要责任：", "责任单位（）：市教育局", "牵头单位    ：市司法局"),
        "责任单位（排在第一位的为牵头责任单位）：市教育局",
    ],
    method="match",
)
"""A label and its colon; what follows is its value."""

_VERB = pattern(
    r"(?P<verb>(?&responsibilities.lead)|(?&responsibilities.responsible)"
    r"|(?&responsibilities.supporting)|(?&responsibilities.guiding))(?:(?:组织)?实施|落实|推进|工作|完成)?$",
    matches=[
        *(("市教育局牵头", {"verb": "牵头"}), ("市教育局等部门配合落实", {"verb": "配合落实"})),
        *(("市教育局牵头组织实施", "牵头组织实施"), ("市教育局牵头组织实施", {"verb": "牵头组织"}), "区商务局负责"),
        *(("区公安局配合组织实施", "配合组织实施"), ("区公安局指导落实", "指导落实"), "区公安局指导"),
        *("区交通局配合推进", "区交通局配合工作", "区交通局配合完成"),
    ],
    rejects=["市教育局负责人", "市教育局"],
)
_MANNER = pattern(
    r"(?:(?&responsibilities.manner)){1,2}$",
    matches=[
        *(("市教育局、市财政局按职责分工", "按职责分工"), ("市教育局按职责分工分别", "按职责分工分别")),
        ("市教育局共同共同依据职责", "共同依据职责"),
    ],
    rejects=["市教育局分工情况"],
)
"""How units share a task, behind them and before the verb."""

_OPENING = pattern(
    r"(?:由|其中|以及|并由|同时由|请)+",
    matches=["由市教育局", "其中由市财政局", "请市教育局", "并由市教育局", "以及市教育局", "同时由市教育局"],
    rejects=["自由市场处"],
    method="match",
)
_SCOPE = pattern(
    r"(?:适用范围|备注|注|说明|资金来源|目标值?|标注)[：:]|(?:列|排)(?:在)?(?:第一|首)位|排名第一|以下(?:均|同|除)|下同|名单附后",
    matches=[
        *("适用范围：所有试验区", "排第一位的为牵头单位", "以下除标注适用于特定试验区的措施外", "目标：所有试验区"),
        *("注：所有试验区", "下同所有试验区", "说明：所有试验区", "标注：所有试验区", "备注：所有试验区"),
        *("目标值：所有试验区", "排首位的为牵头单位", "排名第一所有试验区", "名单附后所有试验区"),
        *("资金来源：所有试验区", "列第一位的为牵头单位", "排在第一位的为牵头单位"),
        *("以下均标注适用于特定试验区的措施外", "以下同标注适用于特定试验区的措施外"),
    ],
    rejects=["市教育局负责"],
    method="match",
)
"""A clause of a bracket that says nothing about units and times and takes nothing from what the others say."""


_NAME = pattern(
    r"[一-龥A-Za-z0-9（）〔〕()、·“”/ ]+",
    matches=["市教育局", "县（市、区）人民政府", "“菜篮子”专班"],
    rejects=["加快建设，", "什么？", ""],
    method="fullmatch",
)


@dataclass(slots=True)
class Assignment:
    """Who does a task and by when.

    Attributes:
        units: Pairs of role and units, in order.
        deadline: Offsets of the time in the text, None where there is none.
    """

    units: list[tuple[Role, list[str]]] = field(default_factory=list)
    deadline: tuple[int, int] | None = None

    def __bool__(self) -> bool:
        return bool(self.units or self.deadline)


@cache
def _roles() -> dict[str, Role]:
    """The role that each verb and label gives."""
    verbs: dict[str, Role] = {word: role for role in ROLES for word in words(f"responsibilities.{role}")}
    labels: dict[str, Role] = {word: role for role in ROLES for word in words(f"responsibilities.{role}_labels")}
    return labels | verbs


def role_of_clause(clause: str) -> Role | None:
    """The role that the verb of a clause gives to the units before it: 市教育局牵头.

    Args:
        clause: Width-folded clause.
    """
    verb = _VERB.search(clause)
    return _roles()[verb["verb"]] if verb and verb.start() > 1 else None


def role_of_word(word: str) -> Role | None:
    """The role that a verb or a label gives.

    Args:
        word: The verb or the label.
    """
    return _roles().get(word)


def label_of(text: str) -> str | None:
    """The label with which a stretch opens: 责任单位：….

    Args:
        text: Width-folded stretch.
    """
    label = LABEL.match(text)
    return label["label"] if label else None


def read_assignment(text: str, *, units_alone: bool) -> Assignment | None:
    """Read the inside of a bracket, or a labelled stretch.

    Args:
        text: The stretch, width-folded, without its brackets.
        units_alone: Whether units without label and verb are responsible (behind a sentence they are).

    Returns:
        The assignment; None where any clause says something else.
    """
    reader = _Reader(text)
    for start, end in _clauses(text):
        if not reader.read(start, end):
            return None
    return reader.finish(units_alone)


class _Reader:
    """Reads one clause after the other and keeps the label that holds and the units that wait for their verb."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found = Assignment()
        self.role: Role | None = None
        self.waiting: list[str] = []
        self.outside = False

    def read(self, start: int, end: int) -> bool:
        """Read a clause; returns whether it says who or by when."""
        label = LABEL.match(self.text, start, end)
        if label:
            self._close()
            self.role = _roles().get(label["label"])
            start = label.end()
            if self.role is None:
                self.found.deadline = self.found.deadline or (start, end)
                return True
        clause = self.text[start:end]
        self.outside = not label and (self.outside or bool(_SCOPE.match(clause)))
        if not clause or self.outside:
            return True
        if not label and is_deadline(clause):
            self.found.deadline = self.found.deadline or (start, end)
            return True
        opening = _OPENING.match(clause)
        return self._read_units(clause[opening.end() :] if opening else clause)

    def _read_units(self, clause: str) -> bool:
        verb = _VERB.search(clause)
        if verb and verb.start() > 1:
            manner = _MANNER.search(clause, 0, verb.start())
            units = self.waiting + names_of(clause[: (manner or verb).start()], strict=False)
            self.found.units.append((_roles()[verb["verb"]], units))
            self.waiting = []
            return bool(units)
        units = names_of(clause, strict=self.role is None)
        self.waiting += units
        return bool(units)

    def _close(self) -> None:
        """Give the units that wait the role of their label."""
        if self.waiting:
            self.found.units.append((self.role or "responsible", self.waiting))
            self.waiting = []

    def finish(self, units_alone: bool) -> Assignment | None:
        if self.waiting and self.role is None and not self.found.units and not units_alone:
            return None
        self._close()
        return self.found or None


def _clauses(text: str) -> list[tuple[int, int]]:
    """The offsets of the clauses of a stretch, without the spaces around them; those in brackets are not cut."""
    found: list[tuple[int, int]] = []
    begin, depth = 0, 0
    for at in range(len(text) + 1):
        mark = text[at] if at < len(text) else "。"
        depth += (mark in "（〔") - (mark in "）〕")
        parts = mark in "，,；;。\n" or (mark == " " and LABEL.match(text, at + 1) is not None)
        if not parts or (depth > 0 and at < len(text)):
            continue
        clause = text[begin:at]
        if clause.strip():
            found.append((begin + len(clause) - len(clause.lstrip()), begin + len(clause.rstrip())))
        begin = at + 1
    return found


def names_of(clause: str, *, strict: bool) -> list[str]:
    """The units that a clause names.

    Args:
        clause: Width-folded clause.
        strict: Whether each has to be the name of a body or of a kind of them.

    Returns:
        The units; none where one of them is no name.
    """
    units = [clause[start:end] for start, end in split_units(clause)]
    fits = is_unit if strict else _may_be_unit
    return units if all(fits(unit) for unit in units) else []


def _may_be_unit(name: str) -> bool:
    return 1 < len(name) <= UNIT_LENGTH and _NAME.fullmatch(name) is not None
