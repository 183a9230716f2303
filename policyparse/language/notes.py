"""The note under the title of a statute (题注): who adopted it and when, in brackets or without.

    note  ::= "（" event+ "）" | event+
    event ::= "根据"? day actor 《decision》? action | actor "于" day action | "自" day "起施行"

After 立法法 (2023), art. 62: the note names the body, the day, and what happened.
"""

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import DIGIT, HAN
from policyparse.language.days import DAY

NOTE_LENGTH = 400
"""Maximum length of a line of a note without brackets, in characters."""

_BRACKETED = pattern(
    r"（{1,2} ?[^（）。]{0,12}?(?:(?&year) ?年|(?<![0-9])[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)",
    year=rf"[12一二][0-9{DIGIT}]{{3}}",
    method="match",
    matches=[
        "（2018年9月21日某市第十届人民代表大会常务委员会第五次会议通过）",
        *("（（2031年11月1日某省第十二届人民代表大会通过））", "（根据2018年10月26日《决定》修正）"),
        *("（ 2031 年 4 月 30 日通过）", "（二○二○年一月六日某市人民政府", "（某市水务局2001年4月29日发布）"),
        "（98年5月6日某市人大常委会第二次会议通过）",
    ],
    rejects=[
        *("（此件公开发布）", "（一）2018年完成改造", "（市发展改革委、市财政局、市水务局2018年完成）"),
        *("（已完成。2018年）", "（（（2018年通过）））", "（9018年通过）", "（98年通过）", "（398年5月6日通过）"),
        *("（20213年修正本）", "（3年5月6日某市人大常委会第二次会议通过）", "2021年修正本）"),
        *("（98年月6日某市人大常委会第二次会议通过）", "（98年5月日某市人大常委会第二次会议通过）"),
        *("（98年5月350日某市人大常委会第二次会议通过）", "（98年350月6日某市人大常委会第二次会议通过）"),
    ],
)
"""How a note in brackets begins."""

_DATED = pattern(
    r"(?:根据|经)? ?(?&day)(?! ?起|，)[^。；！？]{0,120}(?:会议|[令号部委局厅署院]|政府)"
    r"[^。；！？]{0,200}(?&notes.actions)$",
    day=DAY,
    method="match",
    matches=[
        "2011年6月30日某市第五届人民代表大会常务委员会第二十一次会议通过",
        "根据2018年10月26日某市人大常委会第六次会议《关于修改〈某市旅游条例〉的决定》修正",
        *("经 2018 年 10 月 26 日市政府批准", "2001年7月2日国务院第309号公布", "2001年7月2日主席令公布"),
        *("2001年7月2日 常务会议 通过", "2001年7月2日国务院公告发布", "2001年7月2日教育部发布"),
        *("2001年7月2日市发改委发布", "2001年7月2日省水利厅印发", "2001年7月2日海关总署公布"),
        *("2001年7月2日最高人民法院发布", "2001年7月2日市教育局印发", "2001年7月2日编制委员会办公厅批准"),
        "2001年7月2日号公布",
    ],
    rejects=[
        *("2024年5月1日起，市政府新规实施", "2024年5月1日，省政府常务会议审议通过"),
        *("2024年6月13日，市政府召开会议。审议通过", "2024年6月13日市政府召开会议部署防汛工作"),
        *("某市2024年6月13日市政府会议通过", "2024年6月13日老街新貌发布", "2001年7月2日 起令公布"),
        "2001年7月2日主席令公布甲",
    ],
)
"""A day, a body, and what happened."""

_IN_FORCE = pattern(
    r"自 ?(?&day) ?起(?:施行|实施|生效)$",
    day=DAY,
    method="match",
    matches=["自2012年1月1日起施行", "自 2012年1月1日 起实施", "自2012年1月1日起生效"],
    rejects=["本办法自2012年1月1日起施行", "自2012年1月1日起施行。", "自2012年1月1日起上涨"],
)

_ACTED = pattern(
    rf"[{HAN}0-9、]{{4,80}}(?:会议|委员会|政府|国务院)于 ?(?&day)(?:审议|表决)?(?:通过|批准|公布|发布|修订)$",
    day=DAY,
    method="match",
    matches=[
        *("某市第五届人大常委会第21次会议于2011年6月30日通过", "某市人大、常务委员会于 2011年6月30日审议通过"),
        *("某市人民政府于2011年6月30日发布", "中华人民共和国国务院于2011年6月30日公布"),
        *("省人民代表大会会议于2011年6月30日表决通过", "省人民代表大会会议于2011年6月30日批准"),
        "省人民代表大会会议于2011年6月30日修订",
    ],
    rejects=[
        *("《某条例》已由某市人大常委会会议于2011年6月30日通过", "某市人民政府于2011年6月30日发布通告"),
        "会议于2011年6月30日通过",
        (
            "根据某省第十一届人民代表大会常务委员会第二十二次会议关于批准某市人民代表大会常务委员会关于修改某市城市市"
            "容和环境卫生管理条例等九件地方性法规的决定的要求某市第五届人民代表大会常务委员会会议于2011年6月30日修订"
        ),
        "第二次会议于2011年6月30日修订",
    ],
)
"""A body, a day, and what it did."""


def is_note(line: str) -> bool:
    """Whether a line opens or is the note under the title of a statute.

    Args:
        line: Width-folded line, without the space around it.
    """
    if line[:1] == "（" and _BRACKETED.match(line):
        return True
    if len(line) > NOTE_LENGTH or line[-1:] not in _LAST:
        return False
    return bool(_DATED.match(line) or _IN_FORCE.match(line) or _ACTED.match(line))


_LAST = frozenset("过准复布发正改订定止效行施")
"""The last characters of what a note says happened."""
