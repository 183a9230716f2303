"""Numbers inside names and slogans: 双百, 三大, 五清五建."""

from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern

ORDINAL = f"[{SMALL_ORDINAL}]"
COUNT_IN_NAME = pattern(
    r"(?P<n>(?&o){1,3}|\d{1,2})(?:大|项|个)(?=[\u4e00-\u9fff]{2})",
    method="match",
    o=ORDINAL,
    matches=[("五个振兴", {"n": "五"}), "10项行动", "三大工程"],
    rejects=["五个", "振兴五个", "个不摘", "1个县", "350项行动", "二十三四个不摘"],
)
SLOGAN_NUMBER = pattern(
    r"双百|双千|双万|双\d{2,4}|(?&digit){1,4}(?:项|大|个)|^[百千万]{1,3}",
    digit=rf"[{SMALL_ORDINAL}百千万\d]",
    matches=[
        *("双百行动", "双100", "十项行动", "百千万工程", ("12000个代表", "2000个"), "双千", "双万", "三大代表"),
        *(("双12000", "双1200"), ("万千百百工程", "万千百")),
    ],
    rejects=["双碳", "行动", "双3", " 三百", "两个突出"],
)
PAIRED = pattern(
    r"(?!一)(?&digit)[\u4e00-\u9fff]{1,2}(?&digit)[\u4e00-\u9fff]{1,2}",
    method="fullmatch",
    digit=rf"[{SMALL_ORDINAL}\d]",
    matches=["六链五群"],
    rejects=["一核三区", "六链", "九十五", "六链五示范区", "六产业链五群"],
)
