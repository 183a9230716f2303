"""Points of official documents with what they say: headings, duties, who is responsible, by when."""

import calendar
import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from generators.common import Dice, Json, Part, Region, chinese, offices

LABELS: tuple[Callable[[int], str], ...] = (
    lambda n: chinese(n),
    lambda n: f"（{chinese(n)}）",
    lambda n: f"{n}",
    lambda n: f"（{n}）",
)
"""Labels of the four levels of GB/T 9704, without the mark behind them."""

MARKS = ("、", "", "．", "")
CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩"

HEADINGS = (
    "总体要求", "重点任务", "保障措施", "工作目标", "组织实施", "主要任务", "工作要求", "实施步骤", "健全工作机制，完善配套制度", "优化服务流程", "加强队伍建设",
    "提升服务能力", "夯实工作基础", "严格监督管理", "拓展应用场景", "推进标准建设",
)  # fmt: skip
RUN_IN = (
    "完善工作机制",
    "开展摸底调查",
    "加快设施建设",
    "优化办事流程",
    "强化宣传引导",
    "建立工作台账",
    "落实资金保障",
    "培育专业队伍",
    "推进数据共享",
    "严肃工作纪律",
)
TASKS = (
    "制定年度工作计划，明确工作任务和完成时间",
    "建立{m}工作台账，实行动态管理",
    "组织开展{m}专项检查，及时整改发现的问题",
    "编制{m}专项规划，合理布局公共设施",
    "搭建{m}信息平台，推动数据互联互通",
    "完善{m}标准体系，统一服务流程",
    "每季度通报{m}工作进展情况",
    "建立联席会议制度，研究解决重点难点问题",
    "组织业务培训，提高工作人员的专业能力",
    "公布监督电话，及时处理群众反映的问题",
    "选择基础较好的地区先行试点，总结推广经验",
    "将{m}工作纳入年度考核",
)
"""Tasks as sentences without a subject and without a word that binds."""


@dataclass
class PointMade:
    """A point before it is printed.

    `tail` is what stands behind the text and is no part of it: brackets, lines; `text_printed` is the text with brackets inside it.
    """

    text: str = ""
    heading: str | None = None
    run_in: bool = False
    points: list["PointMade"] = field(default_factory=list)
    norms: list[Json] = field(default_factory=list)
    responsibilities: list[Json] = field(default_factory=list)
    deadline: Json | None = None
    tail: str = ""
    lines: list[str] = field(default_factory=list)
    text_printed: str | None = None
    in_line: bool = False

    def printed(self, number: int, level: int, style: "Style") -> list[str]:
        """The lines of the point and of all under it."""
        label = style.label(number, level)
        mark = style.mark(level)
        text = (self.text_printed if self.text_printed is not None else self.text) + self.tail
        first, *more = text.split("\n")
        if self.heading and self.run_in:
            head = [f"{label}{mark}{self.heading}。{first}"]
        elif self.heading:
            head = [f"{label}{mark}{self.heading}", *([first] if first else [])]
        else:
            head = [f"{label}{mark}{first}"]
        if self.in_line:
            head[-1] += (
                "；".join(style.label(i + 1, level + 1) + p.text.rstrip("；。") for i, p in enumerate(self.points))
                + "。"
            )
            return head
        below = [line for i, point in enumerate(self.points) for line in point.printed(i + 1, level + 1, style)]
        return [*head, *more, *self.lines, *below]

    def truth(self, number: int, level: int, style: "Style", keys: tuple[str, ...]) -> Json:
        """The truth of the fields that are asked."""
        lead = [unit for one in self.responsibilities if one["role"] == "lead" for unit in one["units"]]
        others = [unit for one in self.responsibilities if one["role"] != "lead" for unit in one["units"]]
        whole: Json = {
            "label": style.label(number, level),
            "number": number,
            "level": level,
            "heading": self.heading,
            "text": self.text,
            "norms": self.norms,
            "responsibilities": self.responsibilities,
            "lead": lead,
            "responsible": others,
            "deadline": self.deadline,
        }
        below = [point.truth(i + 1, level + 1, style, keys) for i, point in enumerate(self.points)]
        return {key: whole[key] for key in keys} | {"points": below}


@dataclass(frozen=True)
class Style:
    """How points are labelled: `start` is the first of the four levels that is used, `circles` makes the last one ①."""

    start: int = 0
    circles: bool = False
    stop: str = "．"

    def label(self, number: int, level: int) -> str:
        """The label without the mark behind it."""
        depth = self.start + level - 1
        return CIRCLES[number - 1] if self.circles and depth == 3 else LABELS[depth](number)

    def mark(self, level: int) -> str:
        """The mark behind the label."""
        depth = self.start + level - 1
        return self.stop if depth == 2 else MARKS[depth]


STRUCTURE = ("label", "number", "level", "heading", "text")


def task(dice: Dice, matter: str) -> str:
    """A task as a sentence."""
    return dice.pick(TASKS).format(m=matter) + "。"


def tasks(dice: Dice, matter: str, least: int = 1, most: int = 2) -> str:
    """One or two tasks that differ."""
    return "".join(words.format(m=matter) + "。" for words in dice.some(TASKS, least, most))


def deadline_day(dice: Dice, year: int) -> tuple[str, datetime.date]:
    """2025年6月底前 and its last day."""
    month = dice.randint(3, 12)
    last = calendar.monthrange(year, month)[1]
    day = dice.randint(5, 25)
    return dice.pick(
        (
            (f"{year}年{month}月底前", datetime.date(year, month, last)),
            (f"{year}年{month}月{day}日前", datetime.date(year, month, day)),
            (f"{year}年底前", datetime.date(year, 12, 31)),
            (f"{year}年12月底前", datetime.date(year, 12, 31)),
        )
    )


def units_of(dice: Dice, where: Region, number: int) -> list[str]:
    """Offices that differ; the last one may be a group of governments."""
    below = {"省": "各市人民政府", "市": "各区人民政府", "县": "各乡镇人民政府", "区": "各街道办事处"}[where.level]
    found = offices(dice, where, number)
    if number > 1 and dice.chance(0.3):
        found[-1] = below
    return found


def duty(units: list[str], role: str, text: str | None = None) -> Json:
    """The truth of a responsibility."""
    return {"units": units, "role": role} | ({"text": text} if text else {})


def responsible(dice: Dice, where: Region, matter: str, form: str, year: int) -> PointMade:
    """A point with one form of naming who is responsible.

    Args:
        dice: the seed.
        where: the region whose offices are named.
        matter: what the document is about.
        form: a member of `RESPONSIBILITIES`.
        year: year of the deadline.
    """
    point = PointMade(tasks(dice, matter), dice.pick(RUN_IN), run_in=True)
    lead, *others = units_of(dice, where, dice.randint(2, 4))
    one, several = [lead], "、".join(others)
    words, day = deadline_day(dice, year)
    if form == "lead and support":
        point.tail = f"（{lead}牵头，{several}配合）"
        point.responsibilities = [duty(one, "lead"), duty(others, "supporting")]
    elif form == "lead, support and deadline":
        point.tail = f"（{lead}牵头，{several}配合，{words}完成）"
        point.responsibilities = [duty(one, "lead"), duty(others, "supporting")]
        point.deadline = {"text": Part(words), "date": day.isoformat()}
    elif form == "in charge":
        point.tail = f"（{lead}、{several}负责）"
        point.responsibilities = [duty([lead, *others], "responsible")]
    elif form == "by division of duties":
        point.tail = f"（{lead}、{several}按职责分工负责）"
        point.responsibilities = [duty([lead, *others], "responsible")]
    elif form == "label in bracket":
        point.tail = f"（责任单位：{lead}、{several}）"
        point.responsibilities = [duty([lead, *others], "responsible")]
    elif form == "two labels in bracket":
        point.tail = f"（牵头单位：{lead}；配合单位：{several}）"
        point.responsibilities = [duty(one, "lead"), duty(others, "supporting")]
    elif form == "label on a line":
        point.lines = [f"责任单位：{lead}、{several}"]
        point.responsibilities = [duty([lead, *others], "responsible")]
    elif form == "labels on lines":
        point.lines = [f"牵头单位：{lead}", f"责任单位：{several}", f"完成时限：{words}"]
        point.responsibilities = [duty(one, "lead"), duty(others, "responsible")]
        point.deadline = {"text": Part(words), "date": day.isoformat()}
    elif form == "labels in the line":
        point.tail = f"责任单位：{lead}、{several}；完成时限：{words}"
        point.responsibilities = [duty([lead, *others], "responsible")]
        point.deadline = {"text": Part(words), "date": day.isoformat()}
    elif form == "guidance":
        point.tail = f"（{lead}指导，{several}负责）"
        point.responsibilities = [duty(one, "guiding"), duty(others, "responsible")]
    elif form == "a bracket a sentence":
        first, second = (words.format(m=matter) + "。" for words in dice.sample(TASKS, 2))
        point.text = first + second
        point.text_printed = f"{first}（{lead}负责）{second}（{several}负责）"
        point.responsibilities = [
            duty(one, "responsible", Part(first.rstrip("。"))),
            duty(others, "responsible", Part(second.rstrip("。"))),
        ]
    else:
        raise AssertionError(form)
    return point


RESPONSIBILITIES = (
    "lead and support",
    "lead, support and deadline",
    "in charge",
    "by division of duties",
    "label in bracket",
    "two labels in bracket",
    "label on a line",
    "labels on lines",
    "labels in the line",
    "guidance",
    "a bracket a sentence",
)
"""Forms of naming who is responsible."""


def due(dice: Dice, matter: str, form: str, year: int) -> PointMade:
    """A point with one form of deadline.

    Args:
        dice: the seed.
        matter: what the document is about.
        form: a member of `DEADLINES`.
        year: year of the deadline.
    """
    words, day = deadline_day(dice, year)
    point = PointMade(task(dice, matter), dice.pick(RUN_IN), run_in=True)
    if form == "in the sentence":
        point.text = f"{words}完成{matter}设施改造任务。" + task(dice, matter)
    elif form == "label on a line":
        point.lines = [f"完成时限：{words}"]
    elif form == "label in bracket":
        point.tail = f"（完成时限：{words}）"
    elif form == "alone in bracket":
        point.tail = f"（{words}完成）"
    elif form == "label before sentence":
        point.text = f"{year + 1}年底前完成{matter}设施改造任务。"
        point.lines = [f"完成时限：{words}"]
    else:
        raise AssertionError(form)
    point.deadline = {"text": Part(words), "date": day.isoformat()}
    return point


DEADLINES = ("in the sentence", "label on a line", "label in bracket", "alone in bracket", "label before sentence")
"""Forms of deadlines."""


def bound(dice: Dice, where: Region, matter: str) -> PointMade:
    """A point that binds somebody: 各县要…, 市财政局应当…, 收款单位不得…."""
    unit = dice.pick((*offices(dice, where, 1), "各有关部门", f"{where.level}人民政府", "经营单位", "各级主管部门"))
    modality, marker = dice.pick(
        (
            ("obligation", "要"),
            ("obligation", "要"),
            ("obligation", "应当"),
            ("prohibition", "不得"),
            ("permission", "可以"),
        )
    )
    action = {
        "obligation": dice.pick(TASKS).format(m=matter),
        "prohibition": dice.pick(("擅自提高收费标准", "以任何理由拒绝受理", "向群众摊派费用")),
        "permission": dice.pick(("委托第三方开展评估", "结合实际制定实施细则")),
    }[modality]
    found = {"modality": modality, "marker": marker, "bearer": unit, "bearers": [unit], "action": action}
    return PointMade(f"{unit}{marker}{action}。", norms=[found])


def tree(dice: Dice, matter: str, depth: int, width: tuple[int, int] = (2, 4)) -> list[PointMade]:
    """Points of several levels: the upper ones have a heading alone, the lowest text, most with a heading in the line."""
    made = []
    headings = dice.sample(HEADINGS, len(HEADINGS))
    for i in range(dice.randint(*width)):
        if depth > 1:
            made.append(PointMade("", headings[i], points=tree(dice, matter, depth - 1, (2, 3))))
        elif dice.chance(0.7):
            made.append(PointMade(tasks(dice, matter), dice.pick(RUN_IN), run_in=True))
        else:
            made.append(PointMade(task(dice, matter)))
    return made
