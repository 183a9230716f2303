"""Genres of official documents (公文种类): what the last words of a title say.

    title ::= issuer? 关于? matter 的? genre note*
    note  ::= "（" 试行 | 征求意见稿 | years "）"

A title that appoints or removes is `appointments` whatever its last word is; an answer to a deputy's motion
(建议, 提案) is a `reply`, any other 答复 a `letter`. The words are in `knowledge/genres.toml`.
"""

from collections.abc import Iterable
from functools import cache

from policyparse.knowledge.lexicon import lexicon
from policyparse.knowledge.pattern import pattern

NOTE = pattern(
    r"(?:[（〔\[][^（）〔〕\[\]]{1,24}[）〕\]]|(?:19|20)[0-9]{2}年版?|[》〉”\s])$",
    matches=[
        *(("某市发展规划（2021—2025年）", "（2021—2025年）"), ("某市许可事项清单〔2022〕", "〔2022〕")),
        *(("某市权责清单2023年版", "2023年版"), ("《某市工作方案》", "》"), "某市权责清单2023年"),
        "某市权责清单1923年版",
    ],
    rejects=[
        *("某市（区）发展规划会", "某市规划1998", "推动发展钢铁等优势产业（）", "某市权责清单203年版"),
        *("某市权责清单20350年版", "（配合单位：市大数据局、市财政局；牵头单位：市档案局）"),
    ],
)
"""A note behind the last word of a title."""

_APPOINTS = pattern(
    r"任免|(?:任职|免职|任命|免去|试用期满)(?!资格|条件|规定|办法|培训|回避|年限|要求)[^，。]{0,24}(?:通知|名单|公告)$",
    matches=[
        *("某市人民政府关于江一舟等同志任职的通知", "某县人民代表大会常务委员会任免名单"),
        *("某市人民政府关于免去韩庆林职务的通知", "关于江一舟同志试用期满正式任职的通知"),
        *(("关于江一舟同志试用期满正式任职的名单", "试用期满正式任职的名单"), "某市人民政府关于免去通知"),
        ("关于江一舟同志免职正式任职的通知", "免职正式任职的通知"),
        ("关于江一舟同志任命正式任职的通知", "任命正式任职的通知"),
        ("关于江一舟同志试用期满规定任职的通知", "任职的通知"),
        *(("关于江一舟同志试用期满要求任职的通知", "任职的通知"), "关于江一舟同志试用期满正式任职的公告"),
        ("关于江一舟同志试用期满条件任职的通知", "任职的通知"),
        ("关于江一舟同志试用期满年限任职的通知", "任职的通知"),
        ("关于江一舟同志试用期满回避任职的通知", "任职的通知"),
        ("关于江一舟同志试用期满办法任职的通知", "任职的通知"),
    ],
    rejects=[
        *("关于印发教师任职资格标准的通知", "关于规范村干部任职培训的通知", "关于做好普查工作的通知"),
        *("某市任命工作纪实", "关于江一舟同志试用期满正式任职的通知甲"),
        "某市人民政府关于免去江一舟、罗小满、王小明、李晓红、赵一曼、钱三强、孙中良等同志职务的补充通知",
    ],
)
_ANSWERS_MOTION = pattern(
    r"(?:建议|提案|议案)[^，。]{0,16}(?:答复|回复|复函)(?:函|意见)?$",
    matches=[
        *("某市教育局对市政协第12号提案的答复", "关于第7240号建议的答复函", "关于第8号建议办理情况的回复"),
        *("第8号议案回复意见", "关于第7240号建议的答复函函"),
    ],
    rejects=[
        *("关于有关问题的答复", "关于办理建议的通知", "建议、答复、"),
        "关于第8号建议涉及事项办理进展和下一步工作安排情况回复",
    ],
)


_SAID = pattern(
    r"特此(?P<whole>[一-龥]{2,4})(?:[。！]|$)|(?P<lead>通知|公告|通告|通报|批复|函复|答复|报告|请示|公示|意见|说明)如下[：。]",
    matches=[
        *(("特此通知。", {"whole": "通知"}), ("现将有关事项公告如下：", {"lead": "公告"})),
        *(("特此函复。", {"whole": "函复"}), "特此函复", "现就有关事项通知如下：", "现将有关事项通报如下："),
        *("现将有关事项通告如下：", "现将有关事项请示如下：", "现将有关事项说明如下：", "现将有关事项答复如下："),
        *("现将有关事项报告如下：", "现将有关事项批复如下：", "现将有关事项意见如下：", "现将有关事项函复如下："),
        "现将有关事项公示如下：",
    ],
    rejects=["特此通知如上，请执行", "说明理由", "特此启。", "特此通知并公告。"],
)
"""Where a letter names its own genre."""


@cache
def _genres() -> list[tuple[str, str]]:
    """Each word with its genre, the longest words first."""
    pairs = [(word, genre) for genre, group in lexicon("genres").items() for word in group.words]
    return sorted(pairs, key=lambda pair: len(pair[0]), reverse=True)


def without_notes(title: str) -> str:
    """A title without the notes behind its last word: （试行）, （2021—2025年）.

    Args:
        title: Width-folded title.
    """
    for _ in range(4):
        note = NOTE.search(title)
        if note is None or note.start() < 2:
            return title
        title = title[: note.start()]
    return title


def genre_of(title: str) -> str | None:
    """The genre that a title names, None where it names none.

    Args:
        title: Width-folded title.
    """
    bare = without_notes(title)
    if _APPOINTS.search(bare):
        return "appointments"
    if _ANSWERS_MOTION.search(bare):
        return "reply"
    return next((genre for word, genre in _genres() if bare.endswith(word)), None)


def genre_of_words(lines: Iterable[str]) -> str | None:
    """The genre that a letter without a title gives itself (特此通知, 现公告如下), None where it gives none.

    Args:
        lines: Its width-folded lines.
    """
    said = (match for line in lines for match in _SAID.finditer(line))
    words = (match["whole"] or match["lead"] for match in said)
    found = ("letter" if word.startswith("函") else genre_of(word) for word in words)
    return next((genre for genre in found if genre), None)
