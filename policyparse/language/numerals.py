"""Numerals: Arabic, Chinese and mixed.

    numeral   ::= sign? (plain | fraction)
    plain     ::= (arabic | chinese) surplus? magnitude? surplus? smaller*       1亿2000万, 3亿五千万, 10万零500, 13万2
    fraction  ::= chinese "分之" (chinese | arabic) | arabic "/" arabic
    sign      ::= "负" | "零下" | "-"
    surplus   ::= "多" | "余" | "几" | "来"

Rules for the form of numbers in official Chinese text: GB/T 15835—2011 出版物上数字用法.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Context, Decimal

from policyparse.knowledge.characters import DIGIT
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import Pattern, pattern

_THINGS = ("零件", "零部件", "零配件", "零售", "零食", "零星", "零散", "零工", "零钱")
_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "◯": 0, "两": 2, "廿": 20, "卅": 30}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_PRINTED = str.maketrans({",": "", " ": "", "·": "."})
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億", "一二三四五六七八九十百千万亿")
HAN = DIGIT + "◯十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
"""The characters of Chinese numerals."""
MAGNITUDES = {
    "万亿": Decimal(10) ** 12,
    "千亿": Decimal(10) ** 11,
    "百亿": Decimal(10) ** 10,
    "十亿": Decimal(10) ** 9,
    "亿": Decimal(10) ** 8,
    "千万": Decimal(10) ** 7,
    "百万": Decimal(10) ** 6,
    "十万": Decimal(10) ** 5,
    "万": Decimal(10) ** 4,
    "千": Decimal(10) ** 3,
    "百": Decimal(10) ** 2,
}
"""What stands between a number and its unit, and by what it multiplies."""

ONE = Decimal(1)
_EXACT = Context(prec=60)
"""Numbers of 24 digits before 万亿 are multiplied out without rounding."""
_LONGEST_EXACT = 24
"""A quotient of more digits does not end."""
DECIMALS = Decimal("0.00000001")
"""A quotient that does not end is rounded to so many decimals."""
_POSITIONAL = frozenset(DIGIT + "◯")
_CHINESE = compiled(f"[{HAN}]+")
_ONE = "[一二三四五六七八九两]"
_GROUP = f"(?:{_ONE}千)?(?:[零〇]?{_ONE}?百)?(?:[零〇]?{_ONE}?[十廿卅])?(?:[零〇]?{_ONE})?"
_WELL_FORMED = pattern(
    r"(?:(?&group)千?万?亿)?(?:[零〇]?(?&group)万)?[零〇]?(?&group)",
    method="fullmatch",
    group=_GROUP,
    matches=[
        *("一亿五千万", "三千万亿", "两万零二", "一千零五十", "三百万零二", "十二", "一百二", "廿五"),
        *("一百二十三亿四千五百六十七万", "〇百亿", "〇十亿", "千亿", "〇三亿", "〇一千", "一千三亿"),
        "一亿〇五千万",
    ],
    rejects=["一亿亿", "万五万", "三二一", "五百千"],
)
_MAGNITUDE_ALONE = pattern(
    r"[十百千]?[万亿]{1,2}",
    method="fullmatch",
    matches=["万亿", "千万", "亿"],
    rejects=["一万", "千百", "万亿亿", "千"],
)
_TWO_DIGITS = pattern(
    r"(?P<lower>[一二三四五六七八九两])(?P<upper>[二三四五六七八九])(?P<scale>[十百千万亿]{0,3})",
    method="fullmatch",
    matches=[("三四十", {"lower": "三", "upper": "四", "scale": "十"}), "七八", "五六千万"],
    rejects=["三四个", "十四五", "七八万十万十"],
)
_TEENS = pattern(
    r"(?P<tens>[二三四五六七八九]?十)(?P<lower>[一二三四五六七八])(?P<upper>[二三四五六七八九])",
    method="fullmatch",
    matches=["十七八", ("二十三四", {"tens": "二十", "lower": "三", "upper": "四"})],
    rejects=["十七", "百七八"],
)
_COLLOQUIAL = pattern(
    r".{0,36}[一二三四五六七八九两](?P<unit>[百千万亿])[一二三四五六七八九]",
    method="fullmatch",
    matches=[("三万二", {"unit": "万"}), "一千五", "售价一千五"],
    rejects=[
        *("三万零二", "十二", "三万二千"),
        "该县去年新建农村公路和产业路以及旅游路共计里程数约为三千二百公里比上年又增加一千五",
    ],
)
"""A last digit without a unit counts the next smaller one: 三万二 is 32,000."""


def parse_integer(text: str) -> int | None:
    """Read a whole number: 12, 三百二十, 二〇二二, 一百零五, 廿三, 一万二 (12,000).

    Args:
        text: Width-folded text of nothing but the number.

    Returns:
        The number, or None where the text is none.
    """
    if text.isascii() and text.isdigit():
        return int(text)
    text = text.translate(_FORMAL)
    if not _CHINESE.fullmatch(text):
        return None
    if all(c in _POSITIONAL for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = group = digit = 0
    for c in text:
        if c in "廿卅":
            group += _DIGITS[c]
        elif c in _DIGITS:
            digit = _DIGITS[c]
        elif c in _UNITS:
            group += (digit or 1) * _UNITS[c]
            digit = 0
        elif c == "亿":
            total = (total + group + digit or 1) * _MYRIADS[c]
            group = digit = 0
        else:
            total += (group + digit or 1) * _MYRIADS[c]
            group = digit = 0
    if digit and (short := _COLLOQUIAL.fullmatch(text)):
        digit *= (_UNITS | _MYRIADS)[short["unit"]] // 10
    return total + group + digit


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed.

    Attributes:
        start: Offset of its first code point, sign included.
        end: Offset after its last code point, magnitude included.
        value: Its value, magnitude multiplied out; below zero after 负, 零下 and a minus.
        upper: Upper end, where the numeral itself is a range (三四十); else None.
        scale: The magnitude that was multiplied out, 1 where none is printed; of a fraction the whole.
        surplus: 多, 余, 几 or 来, where it says that it is somewhat more or about so many; else empty.
        bare: Whether it has no digit, only a magnitude (百, 千万).
        fraction: Whether it is a fraction (三分之二, 1/4).
        chinese: Whether it begins in Chinese characters.
        rounded: Whether the value is a quotient that does not end.
    """

    start: int
    end: int
    value: Decimal
    upper: Decimal | None = None
    scale: Decimal = ONE
    surplus: str = ""
    bare: bool = False
    fraction: bool = False
    chinese: bool = False
    rounded: bool = False


_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,9}|\d{1,3}(?:\ \d{3}){1,9}|\d{1,24})(?:[.·]\d{1,8})?|(?<!\.)\.\d{1,8}"
_HAN_RUN = f"[{HAN}]{{1,40}}"
_MAGNITUDE = r"万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![米克瓦伏字赫焦帕牛卡周里])|百(?![米分强年姓货日])"
_CANDIDATE = pattern(f"[-−.0-9负{HAN}]", matches=["3家", ("负 3", "负")], rejects=["企业"])
_NUMERAL = pattern(
    r"""
    (?P<sign>负(?<![担肩抱欺自身辜胜背减税]负)|零下|(?:(?<=[，。；：、（“\s为达至到是在于比长降减幅速率约近落升增额值润绩盈量价温])|(?<![^\n]))[-−](?=[.0-9]))?
    (?:
      (?<![\d.A-Za-z·])(?:
        (?P<above>\d{1,3})/(?P<below>\d{1,4})(?![\d/.年])
      | (?P<arabic>(?&number))(?![\d.·]*\d)
        (?:\s?(?P<more>[多余几来])?\s?(?P<magnitude>(?&magnitude))(?P<after>[多余](?![元人]大))?
          | (?P<some>[多余几](?!样|元化|云|级)|来(?=[个家人名位天年岁])))?
      )
    | (?P<whole>(?&run))分之
      (?:(?P<part>(?&run))(?:点(?P<part_decimals>(?&digits)))?|(?P<part_arabic>\d{1,8}(?:\.\d{1,8})?))
    | (?P<han>(?&run))(?:点(?P<decimals>(?&digits))(?P<scale>万亿|千万|百万|亿|万)?
        |(?P<surplus>[多余几来](?=[万亿十百千])|余|来(?=[个家人名位天年岁])|多(?!样|元化?|边|种多样|次|头|重|维|点))
         (?P<tail>万亿|[万亿])?)?
    )
    """,
    flags=re.VERBOSE,
    number=_NUMBER,
    run=_HAN_RUN,
    digits=f"[{DIGIT}]{{1,8}}",
    magnitude=_MAGNITUDE,
    matches=[
        ("-3.2%", {"sign": "-", "arabic": "3.2"}),
        ("负百分之三点二", {"sign": "负", "whole": "百", "part": "三", "part_decimals": "二"}),
        *(("零下18", {"sign": "零下", "arabic": "18"}), ("1 200家", {"arabic": "1 200"})),
        *(("12·5%", {"arabic": "12·5"}), (".5亿元", {"arabic": ".5", "magnitude": "亿"})),
        *(("20余万", {"more": "余", "magnitude": "万"}), ("3万多", {"after": "多"})),
        *(("2百多万", {"arabic": "2", "magnitude": "百", "after": "多"}), ("1/4", {"above": "1", "below": "4"})),
        *(("百分之12.5", {"part_arabic": "12.5"}), ("三点五万", {"decimals": "五", "scale": "万"})),
        *(("一百多万", {"surplus": "多", "tail": "万"}), ("300来家", {"some": "来"}), ("十来个", {"surplus": "来"})),
        *(("2百姓", "2"), (".12余云", ".12"), ("负百分之三点", "负百分之三"), ("二十多重", "二十")),
        *(("一百来万", "一百来万"), ("1/4年", "1"), ("300几家", "300几"), ("2百多元大", "2百")),
        *(("1千余家。", "1千余"), ("百分之12.", "百分之12"), ("十来年", "十来"), ("十来岁", "十来")),
        *(("十来家", "十来"), ("十来天", "十来"), ("十来名", "十来"), ("十来位", "十来"), ("十来人", "十来")),
        *(("三点五", "三点五"), ("2百货", "2"), ("2百米", "2"), ("2百日", "2"), ("2百强", "2"), ("2百年", "2")),
        *(("2百分", "2"), ("百余人。", "百余"), ("三点五亿", "三点五亿"), ("3百亿多", "3百亿多")),
        *(("3百万多", "3百万多"), ("3千亿多", "3千亿多"), ("3千万多", "3千万多"), ("3十亿多", "3十亿多")),
        *(("3十万多", "3十万多"), ("3,12", "3"), ("20来万", "20来万"), ("20几万", "20几万"), ("百分之.5", "百")),
        *(("十几万元。", "十几万"), ("三点五百万", "三点五百万"), ("三点五千万", "三点五千万")),
        *(("三点五万亿", "三点五万亿"), ("一百多万亿", "一百多万亿"), ("3万亿元。", "3万亿"), ("300来年", "300来")),
        *(("300来岁", "300来"), ("300来天", "300来"), ("300来名", "300来"), ("300来位", "300来")),
        *(("300来人", "300来"), ("300来个", "300来"), ("3,350", "3,350"), ("2百多人大", "2百")),
        *(("20余 万", "20余 万"), ("20 余万", "20 余万"), ("1.道路。", "1"), ("1 12家", "1"), (".12余级", ".12")),
        *(("3,2025", "3"), ("2025/4", "2025"), ("1100余家", "1100余"), (".2025来", ".2025"), (".12余元化", ".12")),
        *(("二十多个国家。", "二十多"), ("2/text：", "2"), ("1000多家。", "1000多"), ("1/12000", "1")),
        *(("1 2025家", "1"), ("二十多边", "二十"), ("二十多维", "二十"), ("二十多次", "二十"), ("二十多样", "二十")),
        *(("二十多头", "二十"), ("二十多元化", "二十"), ("2025 200家", "2025")),
        *(("百分之333333333.5", "百分之33333333"), ("百分之12.333333333", "百分之12.33333333")),
        ("一分之捌二点二一六一七二八二一", "一分之捌二点二一六一七二八二"),
        ("3500多万亩棉花进入采收期。", "3500多万"),
        ("3,350,350,350,350,350,350,350,350,350,350", "3,350,350,350,350,350,350,350,350,350"),
        *(("1 350 350 350 350 350 350 350 350 350 350家", "1 350 350 350 350 350 350 350 350 350"), ("2千里", "2")),
        *(("递增-3%", "-3"), ("企业辜负3人", "3"), ("十来亩", "十"), ("分之三", "三"), ("2千赫", "2")),
        *(("2千米", "2"), ("2千瓦", "2"), ("2千牛", "2"), ("2千焦", "2"), ("2千帕", "2"), ("2千字", "2")),
        *(("2千周", "2"), ("2千卡", "2"), ("2千克", "2"), ("2千伏", "2"), ("二十多点", "二十")),
        *(("二十多元", "二十"), ("递减-3%", "-3"), ("物价-3%", "-3"), ("涨幅-3%", "-3"), ("气温-3度", "-3")),
        *(("接近-3%", "-3"), ("大约-3%", "-3"), ("增长-3%", "-3"), ("增速-3%", "-3"), ("回落-3%", "-3")),
        *(("同比-3%", "-3"), ("低于-3度", "-3"), ("产量-3%", "-3"), ("业绩-3%", "-3"), ("下降-3%", "-3")),
        *(("上升-3%", "-3"), ("水温在-3度", "-3"), ("总额-3亿元", "-3亿"), ("增长率-3%", "-3"), ("增速达-3%", "-3")),
        *(("增速是-3%", "-3"), ("增速为-3%", "-3"), ("利润-3亿元", "-3亿"), ("净盈-3亿元", "-3亿")),
        *(("净值-3亿元", "-3亿"), ("企业身负3伤", "3"), ("企业自负3成", "3"), ("企业胜负3局", "3")),
        *(("企业背负3债", "3"), ("企业肩负3项", "3"), ("企业税负3成", "3"), ("企业欺负3人", "3")),
        *(("企业担负3项", "3"), ("企业抱负3项", "3"), ("企业减负3成", "3"), ("二十多种多样", "二十")),
        *(("增速降至-3%", "-3"), ("增速降到-3%", "-3"), (".123456789亿元", "亿"), ("/4", "4"), (",350", "350")),
        *((" 200家", "200"), ("附件-3", "3"), ("-二期", "二"), ("2024,350", "2024"), ("300多样产品", "300")),
    ],
    rejects=["1.2.3", "x3", "..5", "负担", "-a", "-3.333333333%", "3333333333333333333333333", "域名.cn。"],
)
_SMALLER = pattern(
    r"(?P<zero>零)?(?:(?P<arabic>\d{1,8}(?:\.\d{1,4})?)(?P<magnitude>千万|百万|十万|万|千|百)?(?![\d.年月日])|(?P<han>(?&run)))",
    method="match",
    run=f"[{HAN}]{{1,16}}",
    matches=[
        *(("2000万元", {"arabic": "2000", "magnitude": "万"}), ("零500人", {"zero": "零", "arabic": "500"})),
        *(("五千万元", {"han": "五千万"}), ("2.3千元。", "2.3千")),
        *(("二十三二十三二十三二十三二十三二十元", "二十三二十三二十三二十三二十三二"), ("2千月", "2")),
        *(("2千日", "2"), ("2百元。", "2百"), ("3千万元。", "3千万"), ("2百万元。", "2百万")),
        ("2十万元。", "2十万"),
    ],
    rejects=["元", "2024年", "个", "12.百", "333333333万元"],
)
"""What goes on after a magnitude: 1亿 2000万."""
_TENTH = pattern(
    r"\d(?=[^\d.，。；、年月日])", method="match", matches=["2人"], rejects=["2，", "25人", "3月", "2日", "2年"]
)
"""A single digit after a magnitude counts its tenths: 13万2人."""


def find_numerals(
    folded: str, start: int = 0, end: int | None = None, *, anchor: Pattern = _CANDIDATE
) -> Iterator[Numeral]:
    """Find the numbers of a text, in order, whatever they count.

    Ordinals, dates and labels are numbers here too; `find_quantities` keeps those that have a unit.

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop, None for the end of the text.
        anchor: What a number must begin with; a stricter pattern passes over those that the caller has no use for.
    """
    limit = len(folded) if end is None else end
    at = start
    while candidate := anchor.search(folded, at, limit):
        match = _NUMERAL.match(folded, candidate.start(), limit)
        if match is None:
            at = candidate.start() + 1
            continue
        at = match.end()
        numeral = _read(match)
        if numeral is not None:
            numeral = _signed(match, _with_smaller(folded, numeral, limit))
            at = numeral.end
            yield numeral


def _read(match: re.Match[str]) -> Numeral | None:
    if match["above"]:
        return _quotient(match, Decimal(match["above"]), Decimal(match["below"]), chinese=False)
    if match["whole"]:
        whole = parse_integer(match["whole"])
        above = parse_integer(match["part"]) if match["part"] else None
        part = Decimal(match["part_arabic"] or above or 0) + _decimals(match["part_decimals"])
        if not whole or (match["part"] and above is None):
            return None
        if whole in (100, 1000):
            return Numeral(match.start(), match.end(), _plain(part), scale=Decimal(whole), fraction=True, chinese=True)
        return _quotient(match, part, Decimal(whole), chinese=True)
    if match["arabic"]:
        scale = MAGNITUDES[match["magnitude"]] if match["magnitude"] else ONE
        value = _EXACT.multiply(Decimal(match["arabic"].translate(_PRINTED)), scale)
        surplus = match["more"] or match["after"] or match["some"] or ""
        return Numeral(match.start(), match.end(), _plain(value), scale=scale, surplus=surplus)
    return _read_chinese(match)


def _quotient(match: re.Match[str], above: Decimal, below: Decimal, *, chinese: bool) -> Numeral | None:
    """A fraction; one of Arabic digits is proper (24/7 is none)."""
    if below <= 1 or (not chinese and above >= below):
        return None
    exact = above / below
    rounded = len(exact.as_tuple().digits) > _LONGEST_EXACT
    value = _plain(exact.quantize(DECIMALS) if rounded else exact)
    return Numeral(*match.span(), value, scale=below, fraction=True, chinese=chinese, rounded=rounded)


def _read_chinese(match: re.Match[str]) -> Numeral | None:
    run = match["han"].translate(_FORMAL)
    lower, upper = _chinese_value(run)
    if lower is None or (run == "零" and match.string.startswith(_THINGS, match.start())):
        return None
    scale = next((MAGNITUDES[match[name]] for name in ("scale", "tail") if match[name]), ONE)
    return Numeral(
        match.start(),
        match.end(),
        _plain((Decimal(lower) + _decimals(match["decimals"])) * scale),
        None if upper is None else _plain(Decimal(upper) * scale),
        scale=scale,
        surplus=match["surplus"] or "",
        bare=not any(c in _DIGITS or c == "十" for c in run),
        chinese=True,
    )


def _chinese_value(run: str) -> tuple[int | None, int | None]:
    """Value of a run of Chinese number characters, with an upper end for 三四十; (None, None) where it is none."""
    if len(run) == 1 or (len(run) > 2 and all(c in _POSITIONAL for c in run)):
        return parse_integer(run), None
    pair = _TWO_DIGITS.fullmatch(run)
    if pair and _DIGITS[pair["upper"]] == _DIGITS[pair["lower"]] + 1:
        return parse_integer(pair["lower"] + pair["scale"]), parse_integer(pair["upper"] + pair["scale"])
    teens = _TEENS.fullmatch(run)
    if teens and _DIGITS[teens["upper"]] == _DIGITS[teens["lower"]] + 1:
        return parse_integer(teens["tens"] + teens["lower"]), parse_integer(teens["tens"] + teens["upper"])
    if _WELL_FORMED.fullmatch(run) or _MAGNITUDE_ALONE.fullmatch(run):
        return parse_integer(run), None
    return None, None


def _with_smaller(folded: str, numeral: Numeral, limit: int) -> Numeral:
    """The number with the smaller magnitudes that go on after its own: 1亿2000万, 10万零500, 13万2."""
    if numeral.fraction or numeral.surplus or numeral.bare or numeral.upper is not None:
        return numeral
    value, end, scale = numeral.value, numeral.end, numeral.scale
    if numeral.chinese:
        scale = Decimal(_MYRIADS.get(folded[end - 1], 1))
    while scale >= _MYRIADS["万"] and (more := _SMALLER.match(folded, end, limit)):
        added, smaller = _smaller(folded, more, scale)
        if not added:
            break
        value, end, scale = value + added, more.end(), smaller
    if end == numeral.end:
        return numeral
    surplus = folded[end : end + 1] if folded.startswith(("多", "余"), end) else ""
    return Numeral(numeral.start, end + len(surplus), value, scale=scale, surplus=surplus, chinese=numeral.chinese)


def _smaller(folded: str, more: re.Match[str], scale: Decimal) -> tuple[Decimal, Decimal]:
    """What the part after a magnitude adds, and its own magnitude; 0 where it is no part of the number."""
    if more["han"]:
        value = parse_integer(more["han"].translate(_FORMAL))
        counted = more["han"][0] in _DIGITS and (more["zero"] or re.search("[百千万]", more["han"]))
        if not value or value >= scale or not counted:
            return Decimal(0), ONE
        return Decimal(value), Decimal(_MYRIADS.get(more["han"][-1], 1))
    own = MAGNITUDES[more["magnitude"]] if more["magnitude"] else ONE
    value_of = Decimal(more["arabic"]) * own
    if own < scale and value_of < scale and more["magnitude"]:
        return _plain(value_of), own
    if more["magnitude"] or "." in more["arabic"]:
        return Decimal(0), ONE
    if not more["zero"] and _TENTH.match(folded, more.start("arabic")):
        return _plain(value_of * scale / 10), ONE
    whole = value_of < scale and (more["zero"] or len(more["arabic"]) >= len(str(int(scale))) - 2)
    return (value_of, ONE) if whole else (Decimal(0), ONE)


def _signed(match: re.Match[str], numeral: Numeral) -> Numeral:
    if not match["sign"]:
        return numeral
    return replace(numeral, value=-numeral.value, upper=None)


def _decimals(digits: str | None) -> Decimal:
    return Decimal("0." + "".join(str(_DIGITS[c]) for c in digits)) if digits else Decimal(0)


def _plain(value: Decimal) -> Decimal:
    """The same value without a positive exponent: 5E+7 is 50000000."""
    if value.as_tuple().exponent == 0:
        return value
    whole = value == value.to_integral_value()
    return value.quantize(ONE, context=_EXACT) if whole else value.normalize(context=_EXACT)
