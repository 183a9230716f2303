"""What stands before a marker and is no bearer: a thing that somebody made, a place or time (话题)."""

from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent
from policyparse.statute.actor_names import ENDING
from policyparse.statute.actors import Actors

_ATTRIBUTE = pattern(
    r"(?:依法|已经?|所|在(?!.{0,9}发现)[一-龥]{2,8}[中上内])?[一-龥]{1,2}的(?=[一-龥])",
    matches=[
        *("制定的规章", "公布的名录", "依法批准的项目", "已发布的名录", "所建设的房屋", "已经批准的项目"),
        *("办的学校", "在设计文件中选用的材料", "在网站上公布的名录", "在网站内公布的名录"),
    ],
    rejects=[
        *("申请的", "的负责人", "收到批准的文件", "接到通知的", "公布名录的", "根据需要制定的规章"),
        *("在检查中发现的问题", "在发现上公布的名录", "在公上公布的名录", "在城乡公共交通一体化上公布的名录"),
    ],
    method="match",
)
"""Behind an actor: what he made or has, of which something is said (市人民政府制定的规章)."""
_PLACE = pattern(
    r"(?:场所|区域|[城市辖景库港厂林牧矿山疫]区|[河江海路地]段|[水海]域|公路|(?<!报)道路?|两侧|周边|沿线|范围|全[国省市县区州]|林地|耕地|草原|湿地|公园|广场|保护[区地]|[^，。]期间|[禁休汛防][渔猎火汛]?期|[月日])$",
    matches=[
        *("室内公共场所", "保护区域", "城区", "市区", "辖区", "景区", "库区", "港区", "厂区", "河段", "江段"),
        *("海段", "路段", "地段", "水域", "海域", "城市道路", "高速公路", "街道", "两侧", "周边", "沿线"),
        *("全市范围", "全国", "全省", "全市", "全县", "全区", "全州", "林地", "耕地", "草原", "湿地", "公园"),
        *("广场", "保护区", "自然保护地", "禁渔期", "禁猎期", "汛期", "防火期", "考试期间", "林区", "疫区"),
        *("六月三十日", "牧区", "矿区", "山区", "休期", ("禁汛期", "禁汛期"), "六月三十月"),
    ],
    rejects=["规划", "渔业支持", "新闻报道", "道路交通", "社区", "流域保护"],
)
"""The end of a place or time for which something is forbidden: it is no noun with 禁止 behind it."""


def is_made_by(folded: str, actor: Extent, end: int) -> bool:
    """Whether a clause speaks of what its first actor made or has: 市人民政府制定的规章.

    Args:
        folded: Width-folded text.
        actor: Place of the actor.
        end: Where the clause ends.
    """
    return _ATTRIBUTE.match(folded, actor[1], end) is not None


def is_place(folded: str, actors: Actors, subject: Extent) -> bool:
    """Whether a subject is a place or time for which something is forbidden: 公共场所禁止吸烟.

    Args:
        folded: Width-folded text.
        actors: Finds actors in it.
        subject: What stands before 禁止.
    """
    if _PLACE.search(folded, *subject) is None:
        return False
    inside = ENDING.search(folded, *subject)
    return (inside is None or inside.end() == subject[1]) and not actors.starts_with_verb(*subject)
