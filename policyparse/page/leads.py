"""Lines that stand above a title and lead to it: the series of a text, the kicker (专栏名、引题)."""

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, SMALL_ORDINAL

SERIES = pattern(
    rf"【[^【】]{{2,40}}】$|.{{4,60}}(?:（[{SMALL_ORDINAL}0-9]{{1,3}}）|[①-⑳]|之[{SMALL_ORDINAL}]{{1,3}})$"
    rf"|.{{2,40}}——.{{0,40}}(?:系列|连续|扫描|走笔|侧记|述评|巡礼|专题|专栏)[{HAN}]{{0,4}}$|[{HAN}]{{2,10}}(?:系列(?:报道|评论|述评)|连续报道|专栏|专题)$",
    method="match",
    matches=[
        *(
            "【权威访谈】",
            "为现代化建设凝心聚力——2026某市两会扫描（五）",
            "学习贯彻会议精神述评之三",
            "高质量发展调研行③",
        ),
        *(
            "走进乡村——某县系列报道",
            "走进乡村——某县连续报道",
            "凝心聚力——两会扫描",
            "凝心聚力——两会走笔",
            "凝心聚力——两会侧记",
            "凝心聚力——两会述评",
        ),
        *(
            "凝心聚力——两会巡礼",
            "凝心聚力——两会专题",
            "凝心聚力——两会专栏",
            "走进乡村看振兴系列报道",
            "乡村振兴连续报道",
            "乡村振兴系列评论",
            "乡村振兴系列述评",
            "乡村振兴专栏",
            "两会专题",
        ),
    ],
    rejects=[
        "市政府召开常务会议",
        "【权威访谈】小零件撬动大产业",
        "某市河道管理办法（试行）",
        "某市联合发布关于推进新型工业化的系列解读",
    ],
)
"""A line that names the series of a text."""

KICKER = pattern(
    r"(?:提出|强调|指出|要求|表示|明确|透露|认为|部署|听取|审议)$",
    matches=[
        "某市高标准农田建设推进会提出",
        "王小明在调研时强调",
        "省政府常务会议指出",
        "全市工作会议要求",
        "专家表示",
    ],
    rejects=["某市提出新目标", "王小明强调安全生产", "某市明确十项任务"],
)
"""The end of a line that the title below it goes on with (引题): who says it, or where it was said."""
