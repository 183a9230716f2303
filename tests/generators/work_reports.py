"""Makes work reports of governments 政府工作报告: a review, goals and tasks, each opened by a heading or a lead.

Every construct is one wording of such a frame; the rest of the report is the usual form. The truth of a number is what
it counts, its value and bound, whether it was reached or is to be reached, and when.
"""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generators.common import Dice, Json, Made, Part, chinese, person, region

Label = str | None


@dataclass(frozen=True)
class Frame:
    """What opens a part of a report.

    Attributes:
        kind: `target` or `result`.
        period: The years that numbers below it belong to, from the year of the report: (-1,) is the year before,
            (0, 4) five years, `14FYP` a plan by its name; None where the frame fixes none.
        headings: The heading line, or none; `{y}` stands for the year of the report, `{p}` for the year before.
        lead: What stands before the first number.
        form: How the numbers stand: `list` after a colon, `lines` each on a line, `dashes` each after ——, `prose`,
            `tasks` with verbs.
    """

    kind: str
    period: tuple[int, ...] | str | None
    headings: tuple[str, ...] = ()
    lead: str = ""
    form: str = "list"

    def label(self, year: int) -> Label:
        """The label of the period."""
        if self.period is None or isinstance(self.period, str):
            return self.period
        return "/".join(str(year + offset) for offset in self.period)


LAST, NOW = (-1,), (0,)
REVIEW = Frame("result", LAST, ("{p}年工作回顾",), "一年来，", "prose")
GOALS = Frame("target", NOW, ("{y}年工作安排",), "今年主要预期目标是：", "list")
FRAMES: dict[str, Frame] = {
    "review: year": REVIEW,
    "review: government": Frame("result", LAST, ("{p}年政府工作回顾",), "", "prose"),
    "review: past year": Frame("result", LAST, ("过去一年工作回顾",), "过去一年，", "prose"),
    "review: last year": Frame("result", LAST, ("去年工作回顾",), "我们坚持稳中求进，", "prose"),
    "review: one year": Frame("result", LAST, ("一年来的主要工作",), "", "prose"),
    "review: about": Frame("result", LAST, ("关于{p}年的工作",), "全市上下共同努力，", "prose"),
    "review: carried out": Frame("result", LAST, ("{p}年国民经济和社会发展计划执行情况",), "", "prose"),
    "review: was a year": Frame("result", LAST, (), "{p}年，是极不平凡的一年。一年来，我们主要做了以下工作：\n", "prose"),
    "review: looking back": Frame("result", LAST, (), "回顾过去一年，成绩来之不易。\n", "prose"),
    "review: figures": Frame("result", LAST, ("{p}年主要指标完成情况",), "", "lines"),
    "review: plan": Frame("result", "13FYP", ("“十三五”时期发展成就",), "五年来，", "prose"),
    "review: plan in the lead": Frame("result", "13FYP", (), "“十三五”时期，综合实力明显增强。", "prose"),
    "review: five years": Frame("result", None, ("过去五年工作回顾",), "五年来，", "prose"),
    "review: this government": Frame("result", None, ("本届政府工作回顾",), "过去的五年，", "prose"),
    "goals: expected": GOALS,
    "goals: with the year": Frame("target", NOW, ("政府工作建议",), "{y}年全市经济社会发展主要预期目标是：", "list"),
    "goals: growth": Frame("target", NOW, ("今年工作的总体要求和目标",), "今年发展的主要预期目标是：", "list"),
    "goals: next lines": Frame("target", NOW, ("{y}年工作总体要求",), "主要预期目标是：\n", "lines"),
    "goals: dashes": Frame("target", NOW, ("{y}年目标任务",), "今年经济社会发展的主要目标是：\n", "dashes"),
    "goals: of the whole year": Frame("target", NOW, ("关于{y}年的工作",), "全年目标：", "list"),
    "goals: proposed": Frame("target", NOW, (), "综合考虑各方面因素，建议今年全市经济社会发展主要预期目标为：", "list"),
    "goals: strive": Frame("target", NOW, ("{y}年工作打算",), "新的一年，力争", "prose"),
    "goals: heading alone": Frame("target", NOW, ("{y}年主要目标",), "", "lines"),
    "goals: after the horizon": Frame("target", NOW, (), "展望2035年，全市基本实现现代化。\n今年主要预期目标是：", "list"),
    "tasks: year": Frame("target", NOW, ("{y}年重点工作",), "", "tasks"),
    "tasks: this year": Frame("target", NOW, ("今年工作安排",), "今年，我们将重点抓好以下工作：\n", "tasks"),
    "tasks: to do": Frame("target", NOW, ("{y}年政府工作任务",), "做好今年工作，要突出重点。\n", "tasks"),
    "tasks: new year": Frame("target", NOW, ("{y}年工作部署",), "新的一年，我们要抓好八个方面工作。\n", "tasks"),
    "tasks: duties": Frame("target", NOW, ("{y}年主要任务",), "为实现上述目标，着重做好以下工作：\n", "tasks"),
    "tasks: below goals": Frame("target", NOW, ("今年的目标任务",), "围绕上述目标，重点做好以下工作。\n", "tasks"),
    "plan: goals": Frame("target", "14FYP", ("“十四五”时期主要目标任务",), "主要目标是：", "list"),
    "plan: in the lead": Frame("target", "14FYP", (), "“十四五”时期，要努力实现以下目标：", "list"),
    "plan: by its last year": Frame("target", (4,), ("今后五年奋斗目标",), "到{e}年，", "list"),
    "plan: coming years": Frame("target", None, ("今后五年的主要目标",), "今后五年，力争", "prose"),
    "plan: horizon": Frame("target", (10,), (), "到{h}年，", "list"),
}  # fmt: skip

Form = tuple[str, str, str, str, tuple[int, int]]
"""Words with `{n}`, what is counted, unit, comparator, and from what to what the number may be."""

GROWTH: tuple[Form, ...] = (
    ("地区生产总值增长{n}%左右", "地区生产总值", "%", "approx", (4, 9)),
    ("规模以上工业增加值增长{n}%以上", "规模以上工业增加值", "%", "ge", (4, 12)),
    ("固定资产投资增长{n}%", "固定资产投资", "%", "eq", (3, 15)),
    ("社会消费品零售总额增长{n}%以上", "社会消费品零售总额", "%", "ge", (4, 12)),
    ("一般公共预算收入增长{n}%左右", "一般公共预算收入", "%", "approx", (2, 9)),
    ("居民消费价格涨幅控制在{n}%左右", "居民消费价格涨幅", "%", "approx", (2, 3)),
    ("城镇调查失业率控制在{n}%以内", "城镇调查失业率", "%", "le", (5, 6)),
    ("城镇新增就业{n}万人以上", "城镇新增就业", "人", "ge", (2, 90)),
    ("粮食总产量稳定在{n}万吨以上", "粮食总产量", "吨", "ge", (20, 900)),
    ("进出口总额突破{n}亿元", "进出口总额", "元", "gt", (20, 900)),
    ("单位地区生产总值能耗下降{n}%左右", "单位地区生产总值能耗", "%", "approx", (2, 4)),
    ("森林覆盖率达到{n}%", "森林覆盖率", "%", "eq", (31, 70)),
    ("居民人均可支配收入增长不低于{n}%", "居民人均可支配收入", "%", "ge", (4, 9)),
    ("财政赤字率按{n}%安排", "财政赤字率", "%", "eq", (2, 4)),
    ("高新技术企业达到{n}家", "高新技术企业", "家", "eq", (120, 900)),
)
TASKS: tuple[Form, ...] = (
    ("新建改建农村公路{n}公里", "农村公路", "公里", "eq", (120, 900)),
    ("改造老旧小区{n}个", "老旧小区", "个", "eq", (22, 300)),
    ("新增养老床位{n}张", "养老床位", "张", "eq", (300, 5000)),
    ("建成充电桩{n}个以上", "充电桩", "个", "ge", (500, 8000)),
    ("培育专精特新企业{n}家", "专精特新企业", "家", "eq", (22, 300)),
    ("建设高标准农田{n}万亩", "高标准农田", "亩", "eq", (11, 90)),
    ("开工保障性住房{n}套", "保障性住房", "套", "eq", (1200, 9000)),
    ("实施重点项目{n}个", "重点项目", "个", "eq", (120, 600)),
    ("引进高层次人才{n}名以上", "高层次人才", "名", "ge", (120, 900)),
    ("完成营造林{n}万亩", "营造林", "亩", "eq", (11, 90)),
    ("拟安排地方政府专项债券{n}亿元", "专项债券", "元", "eq", (20, 300)),
    ("新增学位{n}个", "学位", "个", "eq", (1200, 9000)),
    ("开展职业技能培训{n}万人次", "职业技能培训", "人次", "eq", (2, 60)),
)
DONE: tuple[Form, ...] = (
    ("地区生产总值增长{n}%", "地区生产总值", "%", "eq", (4, 9)),
    ("完成固定资产投资{n}亿元", "固定资产投资", "元", "eq", (120, 900)),
    ("新增市场主体{n}万户", "市场主体", "户", "eq", (2, 30)),
    ("城镇新增就业{n}万人", "城镇新增就业", "人", "eq", (2, 30)),
    ("规模以上工业增加值增长{n}%", "规模以上工业增加值", "%", "eq", (4, 12)),
    ("建成农村公路{n}公里", "农村公路", "公里", "eq", (120, 900)),
    ("改造老旧小区{n}个", "老旧小区", "个", "eq", (22, 300)),
    ("粮食总产量达到{n}万吨", "粮食总产量", "吨", "eq", (20, 900)),
    ("引进项目{n}个", "项目", "个", "eq", (120, 600)),
    ("城镇居民人均可支配收入达到{n}元", "城镇居民人均可支配收入", "元", "eq", (30000, 60000)),
    ("一般公共预算收入突破{n}亿元", "一般公共预算收入", "元", "gt", (20, 300)),
    ("新增国家高新技术企业{n}家", "高新技术企业", "家", "eq", (22, 200)),
    ("城镇调查失业率为{n}%", "城镇调查失业率", "%", "eq", (4, 6)),
)
SENTENCES: dict[str, tuple[str, tuple[tuple[str, str, str, str, int], ...]]] = {
    "said: to be set at": (
        "今年赤字率拟按{0}%安排，比上年提高{1}个百分点。",
        (("赤字率", "%", "eq", "target", 0), ("赤字率", "个百分点", "eq", "target", 0)),
    ),
    "said: of which": (
        "今年拟安排地方政府债券{0}亿元，其中专项债券{1}亿元。",
        (("地方政府债券", "亿元", "eq", "target", 0), ("专项债券", "亿元", "eq", "target", 0)),
    ),
    "said: in turns": (
        "城镇登记失业率和居民消费价格涨幅分别控制在{0}%和{1}%以内。",
        (("城镇登记失业率", "%", "le", "target", 0), ("居民消费价格涨幅", "%", "le", "target", 0)),
    ),
    "said: last year and this": (
        "去年完成交通投资{0}亿元，今年计划完成{1}亿元以上。",
        (("交通投资", "亿元", "eq", "result", -1), ("交通投资", "亿元", "ge", "target", 0)),
    ),
    "said: on the basis": (
        "在去年服务业增加值增长{0}%的基础上，今年服务业增加值增长{1}%左右。",
        (("服务业增加值", "%", "eq", "result", -1), ("服务业增加值", "%", "approx", "target", 0)),
    ),
    "said: expected to be": (
        "今年经济增长预期为{0}%，粮食产量预期为{1}万吨。",
        (("经济增长", "%", "eq", "target", 0), ("粮食产量", "万吨", "eq", "target", 0)),
    ),
    "said: from and to": (
        "居民医保人均财政补助标准从每年{0}元提高到{1}元。",
        (("居民医保人均财政补助标准", "元", "eq", "target", 0),),
    ),
    "said: more than the year before": (
        "安排就业补助资金{0}万元，比上年增加{1}万元。",
        (("就业补助资金", "万元", "eq", "target", 0), ("就业补助资金", "万元", "eq", "target", 0)),
    ),
}  # fmt: skip
"""Sentences of the goals with two numbers: metric, unit, comparator, kind, and the year from that of the report."""

MAGNITUDES = {"万": 10_000, "亿": 100_000_000}
HEADINGS_OF_TASKS = (
    "着力扩大有效需求",
    "加快建设现代化产业体系",
    "推进城乡融合发展",
    "切实保障和改善民生",
    "加强生态文明建设",
)
TITLES = (
    ("政府工作报告", "——{day}在{place}第十四届人民代表大会第三次会议上", "{place}{chief}　{name}"),
    ("{y}年{place}政府工作报告", "——{day}在{place}第十四届人民代表大会第三次会议上", "{place}{chief}　{name}"),
    ("政府工作报告", "（{day}在{place}第十四届人民代表大会第三次会议上）", "{place}人民政府{chief}　{name}"),
    ("{place}人民政府工作报告", "{day}在{place}第十四届人民代表大会第三次会议上", "{chief}　{name}"),
    ("{place}政府工作报告（{y}年）", "——{day}在{place}第十四届人民代表大会第三次会议上", "{place}代{chief}　{name}"),
)  # fmt: skip


@dataclass
class Report:
    """A report while it is made: its lines, and the truth of its numbers in order."""

    dice: Dice
    year: int
    lines: list[str] = field(default_factory=list)
    numbers: list[Json] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def fill(self, words: str) -> str:
        """Words with the years put in."""
        return words.format(y=self.year, p=self.year - 1, e=self.year + 4, h=self.year + 10, n="{n}")

    def number(self, form: Form, kind: str, label: Label) -> str:
        """The words of a number, whose truth is noted."""
        words, metric, unit, comparator, bounds = form
        value = self.dice.randint(*bounds)
        magnitude = next((m for m in MAGNITUDES if "{n}" + m in words), "")
        truth: Json = {
            "metric": Part(metric),
            "value": value * MAGNITUDES.get(magnitude, 1),
            "unit": unit,
            "comparator": comparator,
            "kind": kind,
            "period": label and {"label": label},
        }
        self.numbers.append(truth)
        return words.format(n=value)

    def some(self, forms: Sequence[Form], least: int, most: int) -> list[Form]:
        """Some forms that count what this report has not counted yet."""
        chosen = self.dice.some([f for f in forms if f[0] not in self.used], least, most)
        self.used |= {form[0] for form in chosen}
        return chosen

    def part(self, frame: Frame, ordinal: str) -> None:
        """Adds the part that a frame opens."""
        if frame.headings:
            self.lines.append(f"{ordinal}、{self.fill(self.dice.pick(frame.headings))}")
        label = frame.label(self.year)
        lead = self.fill(frame.lead)
        *before, lead = lead.split("\n")
        self.lines += before
        forms = {"tasks": TASKS}.get(frame.form, DONE if frame.kind == "result" else GROWTH)
        if frame.form == "tasks":
            self.tasks(label, lead)
        elif frame.form in ("lines", "dashes"):
            if lead:
                self.lines.append(lead)
            dash = "——" if frame.form == "dashes" else ""
            chosen = self.some(forms, 3, 4)
            self.lines += [f"{dash}{self.number(form, frame.kind, label)}。" for form in chosen]
        else:
            joint = "；" if frame.form == "list" else "，"
            chosen = self.some(forms, 3, 5)
            said = [self.number(form, frame.kind, label) for form in chosen]
            self.lines.append(lead + joint.join(said) + "。")
            if frame.form == "prose":
                more = [self.number(form, frame.kind, label) for form in self.some(forms, 2, 3)]
                self.lines.append("稳增长取得新进展。" + "，".join(more) + "。" if frame.kind == "result" else "。".join(more) + "。")  # fmt: skip

    def tasks(self, label: Label, lead: str) -> None:
        """Adds numbered tasks with what is to be done."""
        if lead:
            self.lines.append(lead)
        for i, heading in enumerate(self.dice.sample(HEADINGS_OF_TASKS, 3), 1):
            said = [self.number(form, "target", label) for form in self.some(TASKS, 2, 3)]
            self.lines.append(f"（{chinese(i)}）{heading}。" + "，".join(said) + "。")

    def sentence(self, said: str) -> None:
        """Adds the goals with a sentence of two numbers."""
        self.part(Frame("target", NOW, ("{y}年工作安排",), "今年主要预期目标是：", "list"), chinese(2))
        words, truths = SENTENCES[said]
        values = sorted(self.dice.sample(range(2, 90), 2))
        self.lines.append(words.format(*values))
        for value, (metric, unit, comparator, kind, offset) in zip(values[-len(truths) :], truths, strict=True):
            factor = MAGNITUDES.get(unit[0], 1)
            label = {"label": str(self.year + offset)}
            truth = {"metric": Part(metric), "value": value * factor, "unit": unit[1:] if factor > 1 else unit}
            self.numbers.append(truth | {"comparator": comparator, "kind": kind, "period": label})

    def made(self, name: str) -> Made:
        """The report with its truth."""
        where = region(self.dice, self.dice.pick(("省", "市", "县")))
        day = datetime.date(self.year, self.dice.pick((1, 1, 2, 3)), self.dice.randint(4, 26))
        words = {"y": self.year, "place": where.name, "name": person(self.dice)}
        words |= {"chief": where.level + "长", "day": f"{day.year}年{day.month}月{day.day}日"}
        head = [line.format(**words) for line in self.dice.pick(TITLES)]
        opening = ["各位代表：", f"现在，我代表{where.government}，向大会报告工作，请予审议。"]
        whole = [*head, *opening, *self.lines, "各位代表！让我们团结奋斗，谱写新篇章！"]
        if where.level != "市":
            whole = [line.replace("全市", "全" + where.level) for line in whole]
        text = "\n".join(whole[:3]) + "\n\n" + "\n".join("　　" + line for line in whole[3:]) + "\n"
        keys = {
            "values": ("value", "unit", "comparator"),
            "metrics": ("value", "metric"),
            "kinds": ("value", "kind"),
            "periods": ("value", "period"),
        }
        truth = {
            facet: {"indicators": [{key: number[key] for key in chosen} for number in self.numbers]}
            for facet, chosen in keys.items()
        }
        return Made(name, text, truth, "official_document")


def framed(frame: Frame) -> Callable[[Dice, str], Made]:
    """Maker of reports with one frame among the usual ones."""

    def make(dice: Dice, name: str) -> Made:
        year = dice.randint(2021, 2024) if isinstance(frame.period, str) else dice.randint(2009, 2026)
        if frame.period == "13FYP":
            year = 2021
        report = Report(dice, year)
        parts = [REVIEW, frame, GOALS] if frame.kind == "target" else [frame, GOALS]
        if frame.lead.endswith("目标是：") or frame is GOALS:
            parts = parts[:2]
        for i, part in enumerate(parts, 1):
            report.part(part, chinese(i))
        return report.made(name)

    return make


def saying(said: str) -> Callable[[Dice, str], Made]:
    """Maker of reports with a sentence of two numbers among the goals."""

    def make(dice: Dice, name: str) -> Made:
        report = Report(dice, dice.randint(2009, 2026))
        report.part(REVIEW, chinese(1))
        report.sentence(said)
        return report.made(name)

    return make


CONSTRUCTS = {name: framed(frame) for name, frame in FRAMES.items()} | {name: saying(name) for name in SENTENCES}


def make(construct: str, seed: int) -> Made:
    """The report of a construct and a seed."""
    name = f"work_reports/{construct}/{seed}"
    return CONSTRUCTS[construct](Dice(name), name)
