"""What the name of a number says of it: whether it flows or stands, how it changes, whether it lasts (名称的性质)."""

from policyparse.figures.metric_grammar import GROWTH, SHARE
from policyparse.knowledge.pattern import pattern
from policyparse.language.quantities import Quantity

CHANGE_UNITS = frozenset({"个百分点", "百分点", "个基点", "基点", "个千分点"})
_GROWN = pattern(r"(?&figures.growth)", method="match", matches=["增长"], rejects=["下降"])
_CHANGED = pattern(
    r"(?P<change>(?&change))(?:了|速度|幅度)?$",
    change=GROWTH,
    matches=[("产值增长了", {"change": "增长"}), ("降幅", {"change": "降幅"}), "产值增长速度", "产值增长幅度"],
    rejects=["增长的产值"],
)
FLOW = pattern(
    r"(?&figures.comparison)|(?&figures.measured)|增长|下降|回落",
    matches=["同比", "产值", "价格回落", "增长", "回落", "成本下降"],
    rejects=["企业", "全长"],
)
"""A name of what comes about in a stretch of time."""
STOCK = pattern(r"(?<!“)(?&figures.stock)(?!”)", matches=["种植面积"], rejects=["产值", "“面积”", "数量”", "“数量"])
"""A name of what there is on a day."""
THEREAFTER = pattern(
    r"(?:建成|投产|达产|投用|投运|运营|完工|竣工|通车|达效)后",
    matches=[
        *("投产后产值", "建成后", "通车后产值", "运营后产值", "达效后产值", "竣工后产值", "投运后产值"),
        *("投用后产值", "完工后产值", "达产后年产值可达120亿元"),
    ],
    rejects=["投产的", "后来"],
)
LASTING = pattern(r"(?<!“)(?&figures.lasting)(?!”)", matches=["大桥全长"], rejects=["产值", "“高度”", "全长”", "“全长"])
"""A property of a work or place that no date changes."""
DONE = pattern(
    "(?:完成|开工|竣工|到位|兑现|收割|播种)$",
    matches=["工程量完成", "项目开工", "项目竣工", "资金到位", "补贴兑现", "冬小麦收割", "冬小麦播种"],
    rejects=["完成投资", "开工率"],
)
"""A name that ends in what is done: its share flows."""
MODAL = pattern(
    "(?:可以?|能够?|应该?|应当|需要?|或许|也许|大概){1,3}",
    method="fullmatch",
    matches=[
        *("可以", "可", "可能", "能", "能够", "应", "应该", "应当", "需", "需要", "或许", "也许", "大概"),
        "也许大概需要",
    ],
    rejects=["", "可能性", "或许可能大概需要"],
)
"""Words of a clause that has no subject of its own: 可以 小于5万亿元."""


def change_of(quantity: Quantity, metric: str) -> str:
    """What a number says of its metric: a level, a growth, a decline, a share or a multiple.

    Args:
        quantity: The number.
        metric: The name of what it measures.
    """
    if quantity.unit in ("倍", "番"):
        return "multiple"
    changed = _CHANGED.search(metric)
    if changed:
        return "growth" if _GROWN.match(changed["change"]) else "decline"
    if quantity.unit in CHANGE_UNITS:
        return "growth"
    if quantity.unit in ("%", "‰", "成") and (SHARE.search(metric) or quantity.unit == "成"):
        return "share"
    return "level"
