"""What a date begins with, each form with its proof; `dates.py` says what they mean.

    head ::= iso | years | latin | year within? | relative within? | plan | word | ago | lunar | within | day

`HEAD` is put together from the others, so that group names are those of one pattern. `within` (a part of a year) is
read by `parts_of_years.py`.
"""

import re

from policyparse.knowledge.characters import QUARTER_DIGIT, SMALL_ORDINAL, YEAR_DIGIT
from policyparse.knowledge.pattern import pattern
from policyparse.language.days import MONTH_NUMBER, YEAR_NUMBER
from policyparse.language.parts_of_years import COUNT_CHARACTER, FEW, PART_OF_DAY, QUARTER_NUMBER, TO_SIGN

_ORDINAL = f"[{SMALL_ORDINAL}]"
_DAY_OF_MONTH = f"[{SMALL_ORDINAL}廿卅]"

TO = pattern(r"\s?(?:[—–~-]{1,2}|至|到)\s?", method="match", matches=["至", " — ", "到"], rejects=["、", "和"])
"""Between the two ends of a stretch."""
OPEN_END = pattern(
    r"\s?(?:至今(?!年)|到(?:现在|目前))",
    method="match",
    matches=["至今，", "到目前"],
    rejects=["至今年2月", "至2025年"],
)
"""After a date: the stretch goes on to a day that is not named."""

_HAS_PART = pattern(
    r"(?=(?&n)\s?月(?!以|内|龄|经|饼|球)|(?&n)(?:月?、(?&n)){0,9}(?:月?(?:(?&to)|、|和|及|与))(?&n)\s?月(?!以|内|龄|经|饼|球)"
    r"|[上下]半年|前(?&few)个?季度|前(?&count){1,2}个?月|第?(?&q)(?:季度)?(?:、第?(?&q)(?:季度)?){0,2}"
    r"(?:、|和|及|与)第?(?&q)个?季度|第(?&q)个季度|第?(?&q)季度|首个?季(?!节)|末季"
    r"|全年|(?<!(?&count))(?<![几数多大])年[底末初内中](?!国|级|期|心|央))",
    method="match",
    n=MONTH_NUMBER,
    to=TO_SIGN,
    few=FEW,
    q=QUARTER_NUMBER,
    count=COUNT_CHARACTER,
    matches=["3月", "1—5月", "7、8月份", "上半年", "一、二季度", "首季", "全年", "年底"],
    rejects=["3月龄", "三个季度", "首季节", "年中国", "年会"],
)
"""What a part of a year without the year begins with."""

ISO = pattern(
    r"(?<![\d.])(?P<iso>(?P<iso_year>(?:19|20)\d{2})\s?(?P<dash>[-/.])\s?(?P<iso_month>\d{1,2})\s?(?P=dash)\s?(?P<iso_day>\d{1,2}))"
    r"(?![\d.]*\d)",
    method="match",
    matches=[("2022-03-30", {"iso_year": "2022", "iso_month": "03", "iso_day": "30"}), "2022.3.30", "2022/3/30"],
    rejects=["2022-03", "2022-03/30", "2022.3.30.1", "1022-03-30"],
)
YEARS = pattern(
    r"(?<![\d.])(?P<from>(?&y))年?(?:底|末|初)?(?&to)(?P<till>(?&y))年(?!\s?(?:\d{1,2}月|[上下]半年|[前第]?(?&q)个?季度))(?:底|末)?",
    method="match",
    y=YEAR_NUMBER,
    q=f"[{QUARTER_DIGIT}]",
    to=TO_SIGN,
    matches=[("2021—2025年", {"from": "2021", "till": "2025"}), "2021年至2025年底", "2024~2027年"],
    rejects=[
        *("2021年", "2021—2025", "2021年至2025年3月", "2021年至2025年上半年", "2021年至2025年下半年"),
        *("2021年至2025年一季度", "2021年至2025年前三季度", "2021年至2025年第二个季度"),
    ],
)
LATIN = pattern(
    r"(?<![\d.])(?P<latin_year>(?:19|20)\d{2})年?\s?(?P<latin>[Hh][12]|[Qq][1-4])(?![A-Za-z0-9])",
    method="match",
    matches=[("2023H1", {"latin_year": "2023", "latin": "H1"}), ("2024年Q3", {"latin": "Q3"})],
    rejects=["2023H3", "2023Q5", "2023H1N1"],
)
YEAR = pattern(
    r"(?<![\d.])(?P<year>(?&y))\s?年(?:度)?",
    method="match",
    y=YEAR_NUMBER,
    matches=[("2023年度", {"year": "2023"}), ("二〇二三年", {"year": "二〇二三"}), "二◯一七年"],
    rejects=["23年", "2023个", "3023年"],
)
RELATIVE = pattern(
    r"(?P<relative>(?<![过除])去年(?!轻)|(?<!如)今年(?!轻)|大前年|(?<![目以之此年月日天大])前年(?!均|度)|(?<![文鲜说表])明年(?!显)"
    r"|(?<![以今])上一?年(?!龄|纪|均)|(?<![基根资])本年(?!级)|(?:(?<![\u4e00-\u9fff])|(?<=[到至在于]))后年(?!均|度)"
    r"|(?<![相适])当年|(?<![不相共])同年(?!级|龄)|次年|翌年)(?:度)?",
    matches=[
        ("去年5月", {"relative": "去年"}),
        ("本年度", {"relative": "本年"}),
        "大前年",
        "前年",
        "明年",
        "上一年",
        "到后年",
        "当年",
        "同年",
        "次年",
        "翌年",
    ],
    rejects=[
        "过去年轻",
        "如今年轻人",
        "目前年均",
        "说明年龄",
        "以上年龄",
        "基本年级",
        "今后年度",
        "相当年份",
        "不同年级",
        "共同年龄",
    ],
)
PLAN = pattern(
    r"(?P<plan>“(?P<quoted>(?&o){1,2})五”(?:规划|计划)?(?P<plan_end>期?末|末期)?"
    r"|(?<!(?&o))(?<!第)(?P<bare>十(?&o))五(?=规划|计划|时期|期间|末|以来|开局|收官|目标)"
    r"|第(?P<ordinal>(?&o){1,3}|\d{1,2})个五年(?:规划|计划))",
    o=_ORDINAL,
    matches=[
        ("“十四五”末", {"quoted": "十四", "plan_end": "末"}),
        ("十四五期间", {"bare": "十四"}),
        ("第十四个五年规划", {"ordinal": "十四"}),
        "“九五”计划",
    ],
    rejects=["十四五个", "第三五期间", "“十四”", "三个五年"],
)
WORD = pattern(
    r"(?P<word>(?<!如)今[天日晚](?!头条|说法|关注)|昨[天日晚]|(?<![目大])前天|明[天日]|当[天日晚]|同日|[次翌]日"
    r"|(?<!附)近日(?!点)|(?<!(?&count))(?<![当今昨之次同翌工作])日前|(?<!最)近期|不久前)"
    r"(?:（(?P<m_in>(?&n))月(?P<d_in>(?&n))日）|（(?P<d_only>(?&n))日）)?(?&part)",
    n=MONTH_NUMBER,
    part=PART_OF_DAY,
    count=COUNT_CHARACTER,
    matches=[
        ("今天（9月25日）", {"word": "今天", "m_in": "9", "d_in": "25"}),
        ("昨日（5日）上午", {"d_only": "5"}),
        *("前天", "明天", "当晚", "同日", "次日", "近日", "日前", "近期", "不久前"),
    ],
    rejects=["如今天气", "目前天气", "附近日照", "5日前", "最近期间", "今日头条"],
)
AGO = pattern(
    r"(?P<months_ago>(?<![基根])本月|(?P<twice>上上|下下)个?月|(?<![以上])上个?月|(?<![以下])下个?月|当月|同月)(?P<day_of>(?&n)[日号])?(?:份|底|末)?"
    r"|(?P<quarters_ago>(?<![基根])本季度?(?!节)|上个?季度|下个?季度)",
    n=MONTH_NUMBER,
    matches=[
        ("本月5日", {"months_ago": "本月", "day_of": "5日"}),
        ("上上个月", {"twice": "上上"}),
        ("上个月", {"months_ago": "上个月", "twice": None}),
        ("下月", {"months_ago": "下月"}),
        ("上季度", {"quarters_ago": "上季度"}),
        ("本季度", {"quarters_ago": "本季度"}),
    ],
    rejects=["以上月份", "基本月薪", "以下月度", "本季节"],
)
LUNAR = pattern(
    r"(?P<lunar>(?:农历|阴历|旧历|夏历)(?&lunar_month){0,3}(?:年|月)?(?:初?(?&o_days){1,3}|\d{1,2}日?)?"
    r"|大年(?:初(?&o)|三十|夜|除夕)|[正腊冬]月(?:初?(?&o_days){1,3})?)",
    o=_ORDINAL,
    o_days=_DAY_OF_MONTH,
    lunar_month=f"[正腊冬闰{SMALL_ORDINAL}0-9]",
    matches=[
        ("农历八月十五，", "农历八月十五"),
        ("大年初一", "大年初一"),
        ("正月十五", "正月十五"),
        ("腊月二十三", "腊月二十三"),
        "大年三十",
    ],
    rejects=["大年龄", "八月十五"],
)
ORPHAN = pattern(
    r"(?:民国|光绪|宣统|康熙|乾隆|昭和|平成|令和|公元前)?[’']?(?&digits){1,4}\s?年\s?$",
    digits=f"[{YEAR_DIGIT}十百]",
    matches=["98年", "民国一一三年", "’98年", "二〇二年 "],
    rejects=["去年", "2024年，"],
)
"""Before a part of a year: a year that is not in four digits."""
DAY_ALONE = pattern(
    r"(?<![\d第每届续近满超过共少起内.月/-])(?P<alone>\d{1,2})"
    r"(?:日(?&part)(?&to)(?P<alone2>\d{1,2})|(?&to)(?P<alone3>\d{1,2}))?日"
    r"(?!\s?(?:以内|之内|内|以上|以下|龄|以?前|以?后|的时间|期限|游|均|历))(?&part)"
    r"|(?<![\d第每届续近满超过共少起内月十])(?P<han_day>(?&o_days){1,3})日(?:上午|下午|晚|凌晨|电)",
    part=PART_OF_DAY,
    to=TO_SIGN,
    o_days=_DAY_OF_MONTH,
    matches=[
        ("29日上午", {"alone": "29"}),
        ("12日至15日", {"alone": "12", "alone2": "15"}),
        ("12-15日", {"alone3": "15"}),
        ("十五日下午", {"han_day": "十五"}),
    ],
    rejects=["第5日", "30日以内", "满10日", "十五日内", "5日游"],
)
HEAD = pattern(
    r"(?&iso)|(?&years)|(?&latin)|(?&year)|(?&relative)|(?&plan)|(?&word)|(?&ago)|(?&lunar)"
    r"|(?P<within>(?<![\d每第.])(?<!每年)(?&has_part))|(?&day)",
    method="match",
    iso=ISO,
    years=YEARS,
    latin=LATIN,
    year=YEAR,
    relative=RELATIVE,
    plan=PLAN,
    word=WORD,
    ago=AGO,
    lunar=LUNAR,
    has_part=_HAS_PART,
    day=DAY_ALONE,
    matches=[
        "2024-05-01",
        "2021—2025年",
        "2023H1",
        "2023年",
        "去年",
        "“十四五”",
        "今天",
        "上月",
        "农历八月",
        "3月",
        "29日",
    ],
    rejects=["每年", "个月", "，3月"],
)
"""What a date begins with."""
ANCHOR = re.compile(
    r"[年月日季今昨前明当近不五12](?:(?<=[年月日季])|(?<=[今昨前明当])[天晚]|(?<=近)期|(?<=不)久前"
    r"|(?<=五)(?:”|(?=规划|计划|时期|期间|期?末|以来|开局|收官|目标))|(?:(?<=1)9|(?<=2)0)\d\d(?:\s?[-/.]\s?\d|[HhQq][1-4]))"
)
"""Every date holds one of these."""
RUN = frozenset(
    "0123456789〇零○◯OО一二三四五六七八九十廿卅两去今前明上本后当同次翌昨下近不久度第首末个半全年月底内到至"
    "—–~-. “附、和元大正腊冬农阴旧夏历闰初"
)
"""Characters that may stand before the anchor of a date."""
LONGEST_RUN = 18
"""A date holds no more of them before its anchor."""
