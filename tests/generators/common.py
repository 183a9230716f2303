"""What all makers share: seeded choice, numerals, dates, regions, bodies, persons, and a text with its truth."""

import datetime
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeVar

T = TypeVar("T")
Json = dict[str, Any]

DIGITS = "〇一二三四五六七八九"
SYLLABLES = "云江宁安平和清河川泉岭松柏梅兰青禾石桥东屏南溪北湖长滩明沙景春德兴永丰嘉瑞澄远"
SURNAMES = "陈林周吴徐孙马朱胡郭何高罗郑梁谢宋唐许邓韩冯曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾夏韦方白邹孟熊秦邱江尹薛"
GIVEN = (
    "立",
    "海",
    "明远",
    "晓岚",
    "志强",
    "文博",
    "一舟",
    "小满",
    "建平",
    "雨桐",
    "承安",
    "静怡",
    "国栋",
    "思齐",
    "春生",
    "亦凡",
    "念慈",
    "若谷",
    "书恒",
    "佳宁",
)
TRADES = {
    "发展和改革委员会": "发展改革委",
    "工业和信息化局": "工信局",
    "教育局": "教育局",
    "科学技术局": "科技局",
    "公安局": "公安局",
    "民政局": "民政局",
    "司法局": "司法局",
    "财政局": "财政局",
    "人力资源和社会保障局": "人社局",
    "自然资源局": "自然资源局",
    "生态环境局": "生态环境局",
    "住房和城乡建设局": "住建局",
    "交通运输局": "交通局",
    "水务局": "水务局",
    "农业农村局": "农业农村局",
    "商务局": "商务局",
    "文化和旅游局": "文旅局",
    "卫生健康委员会": "卫生健康委",
    "应急管理局": "应急局",
    "市场监督管理局": "市场监管局",
    "林业局": "林业局",
    "统计局": "统计局",
    "医疗保障局": "医保局",
}
"""Offices of a government without the region, with the short form that documents use inside their own region."""

MATTERS = (
    "停车", "河道采砂", "养犬", "公园", "渡口", "古树名木", "农贸市场", "户外广告", "地名", "公共数据", "电动自行车", "建筑垃圾", "节约用水",
    "中小学校车", "家政服务", "烟花爆竹", "湿地", "灯光照明", "地下管线", "二手车交易", "民宿", "快递末端服务", "渔港", "气象设施", "档案",
    "志愿服务", "养老服务", "职业教育", "门楼牌", "防汛",
)  # fmt: skip


class Part(str):
    """A text that the found one has to contain: where the contract leaves open how much of a phrase is printed."""

    __slots__ = ()


class Said(str):
    """Words of a speaker: quotation marks around them are not compared."""

    __slots__ = ()


class Dice(random.Random):
    """Seeded choice: the same seed and name give the same document on every machine."""

    def __init__(self, *key: object) -> None:
        super().__init__("/".join(map(str, key)))

    def pick(self, choices: Sequence[T]) -> T:
        """One of several."""
        return choices[self.randrange(len(choices))]

    def some(self, choices: Sequence[T], least: int, most: int) -> list[T]:
        """A few of several, each once, in the order drawn."""
        return self.sample(list(choices), min(len(choices), self.randint(least, most)))

    def chance(self, share: float = 0.5) -> bool:
        """Whether a thing of this share happens."""
        return self.random() < share

    def day(self, first: int = 2004, last: int = 2024) -> datetime.date:
        """A day between the beginning of one year and the end of another."""
        return datetime.date(first, 1, 1) + datetime.timedelta(days=self.randrange(365 * (last - first + 1)))


@dataclass(frozen=True)
class Made:
    """A made document.

    Attributes:
        name: maker, construct and seed, `statutes/chapters/3`.
        text: the document.
        truth: for each facet (articles, norms, …) the part of the parsed document, as JSON, that has to be so. What a facet leaves out is
            not asked; a list is whole.
        kind: kind of the document.
        base: for a decision that amends, the text of the statute as it stood; the facet `amended` tells how it reads afterwards.
        today: reference date where the document needs one.
    """

    name: str
    text: str
    truth: dict[str, Json]
    kind: str
    base: str | None = None
    today: datetime.date | None = None


def differences(truth: Any, found: Any, pointer: str = "") -> list[str]:
    """Where a parsed document is not as the truth says.

    Args:
        truth: a part of a document: the keys that an object has, lists whole, numbers as numbers.
        found: the same part of the parsed document as JSON.
        pointer: JSON Pointer of both.

    Returns:
        One line a difference.
    """
    if isinstance(truth, dict):
        if not isinstance(found, dict):
            return [f"{pointer}: {found!r} is no object"]
        lines = []
        for key, value in truth.items():
            if key in found:
                lines += differences(value, found[key], f"{pointer}/{key}")
            else:
                lines.append(f"{pointer}/{key}: there is no such field")
        return lines
    if isinstance(truth, list):
        if not isinstance(found, list):
            return [f"{pointer}: {found!r} is no list"]
        lines = [
            line
            for i, pair in enumerate(zip(truth, found, strict=False))
            for line in differences(*pair, f"{pointer}/{i}")
        ]
        if len(truth) != len(found):
            lines.append(f"{pointer}: {len(found)} for {len(truth)}: {found!r} for {truth!r}")
        return lines
    if (
        isinstance(truth, (int, float, Decimal))
        and not isinstance(truth, bool)
        and isinstance(found, (str, int, float))
    ):
        same = (
            Decimal(str(truth)) == Decimal(str(found)) if str(found).replace(".", "").lstrip("-").isdigit() else False
        )
    elif isinstance(truth, Said):
        same = isinstance(found, str) and re.sub("[“”]", "", truth) == re.sub("[“”]", "", found)
    elif isinstance(truth, Part):
        same = isinstance(found, str) and truth in found
    else:
        same = truth == found
    return [] if same else [f"{pointer}: {found!r} for {truth!r}"]


def chinese(number: int) -> str:
    """A number in Chinese numerals: 10 is 十, 21 二十一, 105 一百零五, 1020 一千零二十."""
    if number < 10:
        return "零" if number == 0 else DIGITS[number]
    for value, unit in ((10000, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= value:
            head, rest = divmod(number, value)
            lead = "" if head == 1 and unit == "十" else chinese(head)
            gap = "零" if rest and rest < value // 10 else ""
            tail = "" if not rest else ("一" + chinese(rest) if value > 10 and 10 <= rest < 20 else chinese(rest))
            return lead + unit + gap + tail
    raise AssertionError(number)


def digits(number: int) -> str:
    """The digits of a number one by one: 2021 is 二〇二一."""
    return "".join(DIGITS[int(digit)] for digit in str(number))


def date_words(day: datetime.date, style: str = "arabic") -> str:
    """A day as documents print it.

    Args:
        day: the day.
        style: `arabic` 2021年3月2日, `chinese` 二〇二一年三月二日, `circle` 二○二一年三月二日 with the round sign.
    """
    if style == "arabic":
        return f"{day.year}年{day.month}月{day.day}日"
    words = f"{digits(day.year)}年{chinese(day.month)}月{chinese(day.day)}日"
    return words.replace("〇", "○") if style == "circle" else words


@dataclass(frozen=True)
class Region:
    """A province, city, county or district that we made up."""

    name: str
    level: str
    above: "Region | None" = None

    @property
    def stem(self) -> str:
        """The name without its class: 东屏."""
        return self.name[: -len(self.level)]

    @property
    def government(self) -> str:
        """东屏市人民政府."""
        return self.name + "人民政府"

    @property
    def congress(self) -> str:
        """东屏市人民代表大会."""
        return self.name + "人民代表大会"

    @property
    def committee(self) -> str:
        """东屏市人民代表大会常务委员会."""
        return self.congress + "常务委员会"

    def office(self, trade: str) -> str:
        """东屏市财政局."""
        return self.name + trade

    def short(self, trade: str) -> str:
        """市财政局: how the region's own documents call it."""
        return self.level + TRADES[trade]


def region(dice: Dice, level: str | None = None) -> Region:
    """A region with a name of two syllables; a county or district lies in a city."""
    level = level or dice.pick(("省", "市", "市", "县", "区"))
    stem = "".join(dice.sample(SYLLABLES, 2))
    if level == "省":
        return Region(stem + "省", level)
    above = region(dice, "省" if level == "市" else "市")
    return Region(stem + level, level, above)


def person(dice: Dice) -> str:
    """A name of two or three characters."""
    return dice.pick(SURNAMES) + dice.pick(GIVEN)


def persons(dice: Dice, number: int) -> list[str]:
    """Names that differ."""
    names: list[str] = []
    while len(names) < number:
        name = person(dice)
        if name not in names:
            names.append(name)
    return names


def offices(dice: Dice, where: Region, number: int) -> list[str]:
    """Short names of offices of a region: 市财政局, 市发展改革委."""
    return [where.short(trade) for trade in dice.sample(sorted(TRADES), number)]


@dataclass
class Page:
    """Lines of a document while it is made."""

    lines: list[str] = field(default_factory=list)

    def add(self, *lines: str) -> None:
        """Adds lines, each a paragraph."""
        self.lines.extend(lines)

    def text(self, gap: str = "\n") -> str:
        """The document, with what stands between two paragraphs."""
        return gap.join(self.lines) + "\n"
