"""The dateline before the first sentence of news (电头): 新华社北京3月9日电（记者 某某）, 本报讯."""

from policyparse.knowledge.pattern import pattern

DATELINE = pattern(
    r"(?:【[^】]{1,16}】)?(?:[^，。；：！？]{0,30}?\d{1,2}日(?:电|讯|消息|报道)"
    r"|(?:本[报台网刊]|[\u4e00-\u9fff]{2,10}(?:报|网|社|台|媒体?|新闻|客户端))(?:[\u4e00-\u9fff]{0,6})(?:电|讯|消息))"
    r"(?:\s?（[^（）]{2,80}）)?(?!机|子|池|力|网|站|厂|视|信|息|灵)[：\s]?",
    method="match",
    matches=[
        ("青禾新闻网3月9日电（记者 罗亦舟）青禾县今年", "青禾新闻网3月9日电（记者 罗亦舟）"),
        ("望川新闻网云溪站3月11日讯（通讯员 韩知秋）3月9日", "望川新闻网云溪站3月11日讯（通讯员 韩知秋）"),
        *("本报讯（记者 某某）", "新华社北京3月9日电 ", "青禾融媒讯："),
    ],
    rejects=["3月9日，全市", "全市5日电力负荷", "青禾县通讯企业", "据本报消息灵通人士"],
)


def dateline_end(folded: str) -> int:
    """Where a paragraph goes on after its dateline; 0 where it has none.

    Args:
        folded: The paragraph, width-folded.
    """
    found = DATELINE.match(folded)
    return found.end() if found else 0
