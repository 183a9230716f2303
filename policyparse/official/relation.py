"""Relations (与他文关系): what a document does with another: 印发, 转发, 批转, 修改, 废止, 批复.

title   ::= issuer? 关于? verb document 的 genre
opening ::= 你…《document》收悉 | 《document》已经…，现 verb 给你们
"""

from policyparse.knowledge.pattern import pattern
from policyparse.language.document_titles import find_titles
from policyparse.official.issued import ACTS
from policyparse.official.reading import Reading

_ACTIONS = {
    "印发": "issues",
    "下发": "issues",
    "颁发": "issues",
    "发布": "issues",
    "公布": "issues",
    "颁布": "issues",
    "转发": "forwards",
    "批转": "approves",
    "修改": "amends",
    "修订": "amends",
    "调整": "amends",
    "废止": "repeals",
}
_SEVERAL = pattern(
    r"(?:部分|一批|有关|若干|相关|[0-9]{1,4}[件部])",
    matches=["部分行政规范性文件", "12件规章", "若干文件", "相关文件", "有关文件", "一批文件", "12部规章"],
    rejects=["《某办法》", "某市部分路段限行办法", "件规章", "12000件规章"],
    method="match",
)
"""What names documents by their number, and none by its title."""

_ASKED = pattern(
    r"(?P<title>关于[^，。；《》]{2,90}?(?:请示|函|报告|申请|建议|提案))(?:（[^（）]{2,40}）)?[^。]{0,20}(?:收悉|收到|，)",
    matches=[
        ("关于训练基地迁址的请示收悉", {"title": "关于训练基地迁址的请示"}),
        ("您提出的关于增设公交站点的建议，现答复如下", {"title": "关于增设公交站点的建议"}),
        *(("关于仓库迁址的请示收悉收到", "关于仓库迁址的请示收悉收到"), "关于仓库迁址请示收悉，"),
        *("关于仓库迁址的函收悉，", "关于仓库迁址的申请收悉，", "关于仓库迁址的提案收悉，"),
        "关于仓库迁址的报告收悉，",
    ],
    rejects=[
        *("关于训练基地迁址的请示已阅", "关于路报告，"),
        "关于仓库迁址的来函（某政函〔2020〕1号及所附的仓库迁址可行性论证材料和专家评审意见书以及有关附图各一份），",
        "关于请求将青禾县老城区供水管网更新改造和二次供水设施改造以及城乡供水一体化智慧水务平台建设等一批补短板强"
        "弱项惠民生的重点水利基础设施建设项目纳入全省水网建设规划和省级财政专项资金支持范围并适当提高补助比例的请"
        "示收悉",
    ],
)
_RECEIVED = pattern(
    r"收悉|收到|悉[。，]|(?:批复|函复|答复|回复)如下",
    matches=[
        *("请示（某政〔2020〕1号）收悉", "您提出的提案，现答复如下：", "来函悉。", "来函收到"),
        *("您提出的提案，现批复如下：", "您提出的提案，现回复如下：", "您提出的提案，现函复如下："),
    ],
    rejects=["请研究答复", "熟悉情况"],
)
"""Where a letter has said what it answers."""

_HANDED = pattern(
    r"(?P<verb>印发|下发|转发|批转)(?:给|至|到)?(?:你们?|各|大家)",
    matches=[
        *(("现转发你们", {"verb": "转发"}), ("现印发给你们，请认真执行", {"verb": "印发"})),
        *(("现下发各单位", {"verb": "下发"}), ("现批转你们", "批转你们"), "现转发你", "现转发大家"),
        *("现印发至你们，请认真执行", "现印发到你们，请认真执行"),
    ],
    rejects=["印发的通知", "转发后", "印发通知"],
)
"""Where a letter hands on the document that it has named."""

_BASIS = pattern(
    r"(?:根据|按|依照|依据|遵照|贯彻|落实|结合)[^《，。；]{0,12}$",
    matches=[
        *("根据", "为贯彻落实", "按照上级", "遵照", "落实", "结合", "依照", "依据", "按上级"),
        ("为贯彻落实", "贯彻落实"),
    ],
    rejects=["现将", "根据要求，现将", "按照省政府关于政务服务一网通办的部署"],
)
"""The words before a title that is only followed."""
_ANSWERS = ("reply", "letter")
_OPENING_LINES = 3


def read_relation(reading: Reading) -> None:
    """What the document does with another, by its title, or by what its letter says it has received."""
    draft, title = reading.draft, reading.letter.title
    named = ACTS.search(title.folded) if title is not None else None
    if title is not None and named and not _SEVERAL.match(named["title"]):
        inner = title.text[slice(*named.span("title"))]
        start = title.start + named.start("title")
        draft["relation"] = {"action": _ACTIONS[named["verb"]], "title": _full(reading, inner)}
        reading.evidence["/relation/title"] = (start, start + len(inner))
    elif draft["genre"] in _ANSWERS or title is None:
        _read_answered(reading)
    if not draft.get("relation"):
        _read_handed(reading)


def _read_handed(reading: Reading) -> None:
    """What the letter hands on by its own words: 现将《X》转发你们."""
    for line in reading.outline.opening[:_OPENING_LINES]:
        block = line.block
        handed = _HANDED.search(block.folded)
        start = block.folded.rfind("。", 0, handed.start()) + 1 if handed else 0
        named = [t for t in find_titles(block.folded, start, handed.start()) if handed] if handed else []
        title = next((t for t in named if not _BASIS.search(block.folded[start : t.start])), None)
        if handed and title:
            extent = (title.start + 1, title.end - 1)
            reading.draft["relation"] = {"action": _ACTIONS[handed["verb"]], "title": block.text[slice(*extent)]}
            reading.evidence["/relation/title"] = (block.start + extent[0], block.start + extent[1])
            return


def _full(reading: Reading, inner: str) -> str:
    """The title as the letter prints it in 《》, where it is that of the title; else that of the title."""
    bare = inner[1:-1] if inner[0] in "《〈" and inner[-1] in "》〉" else inner
    key = _key(bare)
    for line in reading.outline.opening[:_OPENING_LINES]:
        for title in find_titles(line.block.folded):
            other = _key(title.text)
            if other == key or (other in key and len(other) >= 0.7 * len(key)):
                return line.block.text[title.start + 1 : title.end - 1]
    return bare


def _key(title: str) -> str:
    return "".join(character for character in title if character not in "《》〈〉的 \u3000")


def _read_answered(reading: Reading) -> None:
    for line in reading.outline.opening[:_OPENING_LINES]:
        block = line.block
        received = _RECEIVED.search(block.folded)
        if received is None:
            continue
        title = next(find_titles(block.folded, 0, received.start()), None)
        asked = _ASKED.search(block.folded, 0, min(len(block.folded), received.end()))
        extent = (title.start + 1, title.end - 1) if title else asked.span("title") if asked else None
        if extent:
            reading.draft["relation"] = {"action": "replies", "title": block.text[slice(*extent)]}
            reading.evidence["/relation/title"] = (block.start + extent[0], block.start + extent[1])
        return
