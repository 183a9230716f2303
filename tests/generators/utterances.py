"""Paragraphs of news with what they say: speech of persons, bodies and meetings, indicators with their periods."""

import datetime
from dataclasses import dataclass, field

from generators.common import TRADES, Dice, Json, Part, Region, Said, person

SAYINGS = (
    "下一步将继续完善配套设施",
    "群众的事情没有小事",
    "新的服务点离居民区更近了",
    "质量不过关的一律返工",
    "路修好了，果子就能卖出去",
    "关键是把各项措施落到实处",
    "我们有信心按期完成任务",
    "目前各项工作进展顺利",
    "企业的订单已经排到明年",
    "老百姓的获得感明显增强",
    "数字化转型不是选择题而是必答题",
    "要把有限的资金用在刀刃上",
)
TITLES = ("局长", "副局长", "党组书记", "总工程师")
VERBS = ("表示", "介绍", "说", "指出", "强调", "认为", "坦言")
UNNAMED = ("相关负责人", "有关负责人")


@dataclass
class Paragraph:
    """A paragraph and what is in it."""

    text: str
    speakers: list[Json] = field(default_factory=list)
    statements: list[Json] = field(default_factory=list)
    indicators: list[Json] = field(default_factory=list)


@dataclass(frozen=True)
class Official:
    """Somebody who speaks: an office of the region's own documents and a name."""

    organization: str
    title: str
    name: str

    @property
    def shown(self) -> str:
        """市财政局局长罗启明."""
        return self.organization + self.title + self.name

    def truth(self) -> Json:
        """The truth of the speaker."""
        return {
            "name": self.name,
            "kind": "person",
            "positions": [{"organization": self.organization, "title": self.title}],
        }


def official(dice: Dice, where: Region) -> Official:
    """An official of the region."""
    return Official(
        where.short(dice.pick([trade for trade in sorted(TRADES) if trade.endswith("局")])),
        dice.pick(TITLES),
        person(dice),
    )


def statement(speaker: str, text: str, verb: str | None, mode: str) -> Json:
    """The truth of a statement."""
    return {"speaker": speaker, "text": Said(text), "mode": mode} | ({"verb": verb} if verb else {})


def says(dice: Dice, where: Region, form: str) -> Paragraph:
    """A paragraph of one form of speech.

    Args:
        dice: the seed.
        where: the region whose officials speak.
        form: a member of `SPEECH`.
    """
    who, verb = official(dice, where), dice.pick(VERBS)
    one, two = dice.sample(SAYINGS, 2)
    if form == "indirect":
        return Paragraph(
            f"{who.shown}{verb}，{one}。", [who.truth()], [statement(who.name, f"{one}。", verb, "indirect")]
        )
    if form == "indirect in two sentences":
        text = f"{one}。{two}。"
        return Paragraph(f"{who.shown}{verb}，{text}", [who.truth()], [statement(who.name, text, verb, "indirect")])
    if form == "quotation after a colon":
        return Paragraph(
            f"{who.shown}{verb}：“{one}。”", [who.truth()], [statement(who.name, f"{one}。", verb, "direct")]
        )
    if form == "quotation before":
        return Paragraph(f"“{one}。”{who.shown}说。", [who.truth()], [statement(who.name, f"{one}。", "说", "direct")])
    if form == "quotation around":
        paragraph = f"“{one}。”{who.shown}说，“{two}。”"
        return Paragraph(paragraph, [who.truth()], [statement(who.name, f"{one}。{two}。", "说", "direct")])
    if form == "told the reporter":
        return Paragraph(
            f"{who.shown}告诉记者，{one}。", [who.truth()], [statement(who.name, f"{one}。", None, "indirect")]
        )
    if form == "pronoun goes on":
        text = f"{one}。"
        paragraph = f"{who.shown}{verb}，{text}他强调，{two}。"
        return Paragraph(paragraph, [who.truth()], [{"speaker": who.name}])
    if form == "second person":
        other = official(dice, where)
        while other.name == who.name or other.organization == who.organization:
            other = official(dice, where)
        paragraph = f"{who.shown}{verb}，{one}。{other.shown}认为，{two}。"
        found = [
            statement(who.name, f"{one}。", verb, "indirect"),
            statement(other.name, f"{two}。", "认为", "indirect"),
        ]
        return Paragraph(paragraph, [who.truth(), other.truth()], found)
    if form == "two offices":
        text = f"{who.organization}党组书记、局长{who.name}{verb}，{one}。"
        positions = [{"organization": who.organization, "title": title} for title in ("党组书记", "局长")]
        return Paragraph(
            text, [who.truth() | {"positions": positions}], [statement(who.name, f"{one}。", verb, "indirect")]
        )
    if form == "unnamed":
        unnamed = who.organization + dice.pick(UNNAMED)
        speaker = {"name": unnamed, "kind": "collective", "positions": []}
        return Paragraph(f"{unnamed}表示，{one}。", [speaker], [statement(unnamed, f"{one}。", "表示", "indirect")])
    if form == "organization":
        speaker = {"name": who.organization, "kind": "organization", "positions": []}
        return Paragraph(
            f"{who.organization}表示，{one}。", [speaker], [statement(who.organization, f"{one}。", "表示", "indirect")]
        )
    if form == "document":
        document = f"《{where.name}{dice.pick(('养老服务', '数字经济', '现代物流'))}发展规划》"
        speaker = {"name": document, "kind": "collective"}
        return Paragraph(f"{document}提出，{one}。", [speaker], [statement(document, f"{one}。", "提出", "indirect")])
    raise AssertionError(form)


SPEECH = (
    "indirect",
    "indirect in two sentences",
    "quotation after a colon",
    "quotation before",
    "quotation around",
    "told the reporter",
    "pronoun goes on",
    "second person",
    "two offices",
    "unnamed",
    "organization",
    "document",
)
"""Forms of speech."""

GROWTH = (
    "规模以上工业增加值",
    "固定资产投资",
    "社会消费品零售总额",
    "外贸进出口总额",
    "一般公共预算收入",
    "工业用电量",
)
"""Metrics that grow or fall by a percentage."""

SUMS = (
    ("地区生产总值", "亿元", 10**8, "元"),
    ("数字经济核心产业营业收入", "亿元", 10**8, "元"),
    ("工业技术改造投资", "亿元", 10**8, "元"),
    ("接待游客", "万人次", 10**4, "人次"),
    ("粮食总产量", "万吨", 10**4, "吨"),
)
"""Metrics with the unit as printed, its magnitude, and the unit that is left."""

COUNTS = (
    ("新增城镇就业", "人"),
    ("新建充电桩", "个"),
    ("改造老旧小区", "个"),
    ("新建农村公路", "公里"),
    ("培育专精特新企业", "家"),
    ("建成口袋公园", "座"),
)
"""Things that are counted."""

COMPARATORS = {
    "超过{n}{u}": "gt",
    "突破{n}{u}": "gt",
    "近{n}{u}": "approx",
    "{n}{u}左右": "approx",
    "约{n}{u}": "approx",
    "{n}{u}以上": "ge",
    "不低于{n}{u}": "ge",
    "不超过{n}{u}": "le",
    "{n}{u}以内": "le",
    "不足{n}{u}": "lt",
    "{n}{u}": "eq",
}
"""Words of comparison around a number and its unit."""


def period(dice: Dice, today: datetime.date) -> tuple[str, str]:
    """Words of a period that is over, and its label; today lies in the second half of a year."""
    year = today.year
    return dice.pick(
        (
            (f"{year - 1}年", str(year - 1)),
            ("去年", str(year - 1)),
            ("今年上半年", f"{year}-H1"),
            (f"{year}年一季度", f"{year}-Q1"),
            (f"{year - 1}年四季度", f"{year - 1}-Q4"),
            ("今年二季度", f"{year}-Q2"),
            (f"{year}年1至5月", f"{year}-01/{year}-05"),
            (f"{year}年3月", f"{year}-03"),
            ("去年前三季度", f"{year - 1}-01/{year - 1}-09"),
        )
    )


def indicator(
    metric: str,
    value: float | int,
    unit: str,
    label: str | None,
    kind: str = "result",
    change: str = "level",
    comparator: str = "eq",
    upper: float | None = None,
) -> Json:
    """The truth of an indicator."""
    return {
        "metric": Part(metric),
        "value": value,
        "unit": unit,
        "comparator": comparator,
        "upper": upper,
        "kind": kind,
        "change": change,
        "period": {"label": label} if label else None,
    }


def measures(dice: Dice, where: Region, today: datetime.date, form: str) -> Paragraph:
    """A paragraph of one form of indicator.

    Args:
        dice: the seed.
        where: the region that is measured.
        today: day of publication.
        form: a member of `INDICATORS`.
    """
    whole = f"全{where.level}"
    when, label = period(dice, today)
    share = round(dice.uniform(1.1, 19.9), 1)
    year = today.year
    if form == "growth":
        metric = dice.pick(GROWTH)
        return Paragraph(
            f"{when}，{whole}{metric}同比增长{share}%。",
            indicators=[indicator(metric, share, "%", label, change="growth")],
        )
    if form == "decline":
        metric = dice.pick(GROWTH)
        return Paragraph(
            f"{when}，{whole}{metric}同比下降{share}%。",
            indicators=[indicator(metric, share, "%", label, change="decline")],
        )
    if form == "sum":
        metric, printed, magnitude, unit = dice.pick(SUMS)
        value = round(dice.uniform(12, 980), 1)
        found = indicator(metric, round(value * magnitude), unit, label)
        return Paragraph(
            f"{when}，{whole}{metric}{value}{printed}。".replace("生产总值", "生产总值达到"), indicators=[found]
        )
    if form == "sum and growth":
        metric, printed, magnitude, unit = dice.pick(SUMS[:3])
        value = round(dice.uniform(12, 980), 1)
        found = [
            indicator(metric, round(value * magnitude), unit, label),
            indicator(metric, share, "%", label, change="growth"),
        ]
        return Paragraph(f"{when}，{whole}{metric}达到{value}{printed}，同比增长{share}%。", indicators=found)
    if form == "count":
        metric, unit = dice.pick(COUNTS)
        number = dice.randint(13, 960)
        return Paragraph(
            f"{when}，{whole}{metric}{number}{unit}。", indicators=[indicator(metric[2:], number, unit, label)]
        )
    if form == "comparison":
        metric, unit = dice.pick(COUNTS)
        words, comparator = dice.pick(sorted(COMPARATORS.items()))
        number = dice.randint(2, 90) * 10
        return Paragraph(
            f"{when}，{whole}{metric}{words.format(n=number, u=unit)}。",
            indicators=[indicator(metric[2:], number, unit, label, comparator=comparator)],
        )
    if form == "range":
        metric = dice.pick(GROWTH)
        low = dice.randint(3, 6)
        found = indicator(metric, low, "%", label, change="growth", upper=low + 2)
        return Paragraph(f"{when}，{whole}{metric}增长{low}%至{low + 2}%。", indicators=[found])
    if form == "respectively":
        metrics = dice.sample(GROWTH[:4], 3)
        values = [round(dice.uniform(1.1, 19.9), 1) for _ in metrics]
        found = [
            indicator(metric, value, "%", label, change="growth") for metric, value in zip(metrics, values, strict=True)
        ]
        shown = "、".join(metrics[:2]) + "和" + metrics[2]
        return Paragraph(f"{when}，{whole}{shown}分别增长{values[0]}%、{values[1]}%和{values[2]}%。", indicators=found)
    if form == "target":
        metric, unit = dice.pick(COUNTS)
        number = dice.randint(2, 90) * 10
        goal = year + dice.randint(1, 6)
        found = indicator(metric[2:], number, unit, str(goal), "target")
        return Paragraph(f"到{goal}年，{whole}力争{metric}{number}{unit}。", indicators=[found])
    if form == "target above":
        metric, printed, magnitude, unit = dice.pick(SUMS[:3])
        number, goal = dice.randint(2, 90) * 100, year + dice.randint(1, 6)
        found = indicator(metric, number * magnitude, unit, str(goal), "target", comparator="gt")
        return Paragraph(f"到{goal}年，{whole}{metric}力争突破{number}{printed}。", indicators=[found])
    if form == "growth target":
        metric, number = dice.pick(GROWTH), dice.randint(4, 9)
        found = indicator(metric, number, "%", str(year + 1), "target", "growth", "approx")
        return Paragraph(f"明年，{whole}{metric}预计增长{number}%左右。", indicators=[found])
    raise AssertionError(form)


INDICATORS = (
    "growth",
    "decline",
    "sum",
    "sum and growth",
    "count",
    "comparison",
    "range",
    "respectively",
    "target",
    "target above",
    "growth target",
)
"""Forms of indicators."""
