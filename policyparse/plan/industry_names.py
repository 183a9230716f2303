"""Names of industries (产业名称): what has their form."""

from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent
from policyparse.plan.leading_industries import LED_MEMBER
from policyparse.plan.naming import without_contents

NAME_LENGTH = 16
"""Maximum length of the name of an industry, in characters."""
COMPOUND = pattern(
    r"(?<!“)(?&plan.compound_industry)(?!”)",
    matches=["软件和信息技术服务"],
    rejects=["芯片和软件", "“软件和信息技术”", "软件和信息技术”", "“软件和信息技术服务"],
)
"""Names of industries that hold 和 or 与 themselves."""
_PAIR = pattern(
    r"[\u4e00-\u9fff]{2,6}与[\u4e00-\u9fff]{2,8}",
    method="fullmatch",
    matches=["细胞与基因治疗"],
    rejects=[
        *("细胞和基因", "与基因", "细胞与药", "药与基因治疗", "细胞与先进医疗装备制造业"),
        "新一代信息技术与基因治疗",
    ],
)
_NO_NAME = pattern(
    r"[的了等与将被把是在“”（）]|\d(?![A-Za-z])|(?&o)大|产业体系|一批|一系列|各类|方面|领域|企业|项目|地区|问题|发展|建设|工作|优势$|特色$",
    o=f"[{SMALL_ORDINAL}两]",
    matches=[
        *("升级的", "3个", "三大产业", "重点领域", "企业培育", "区位优势", "问题", "项目个", "方面个", "建设个"),
        *("工作个", "地区个", "各类个", "升级被", "升级等", "升级是", "升级把", "升级将", "升级在", "升级了"),
        *("升级与", "一批个", "区位特色", "一系列个", "产业体系个", "宜昌市发展光电"),
    ],
    rejects=["生物医药", "6G", "智能网联汽车", "特色鲜明", "区位优势突出"],
)
_LONG_LIST = 3


def industry_name(folded: str, start: int, end: int, *, paired: bool = False) -> Extent | None:
    """The extent where it has the form of an industry's name, else None.

    Args:
        folded: Width-folded text.
        start: Where the name begins.
        end: Where it ends.
        paired: Whether it may hold 与, as a member before the last of a list by 、 does: 细胞与基因治疗、….
    """
    start, end = without_contents(folded, (start, end))
    if led := LED_MEMBER.match(folded, start, end):
        start = led.end()
    while start < end and folded[start] in " “”、以":
        start += 1
    while start < end and folded[end - 1] in "为作":
        end -= 1
    name = folded[start:end]
    if paired and _PAIR.fullmatch(name):
        name = name.replace("与", "")
    if not 2 <= len(name) <= NAME_LENGTH or _NO_NAME.search(name):
        return None
    return start, end


def parted(folded: str, name: Extent, count: int) -> list[Extent]:
    """The two names of a member before the last of a long list: 新一代信息技术 和 食品、医药."""
    start, end = name
    cut = folded.find("和", start + 2, end - 2)
    compound = COMPOUND.search(folded, start, end)
    return [(start, cut), (cut + 1, end)] if cut > 0 and count > _LONG_LIST and not compound else [name]
