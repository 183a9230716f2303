"""What stands at a day: 目前, 截至9月底, 已, 共有."""

from policyparse.knowledge.pattern import pattern

AS_OF = pattern(r"(?:截至|截止到?|截至到)$", matches=["截至", "截止到", ("截至到", "截至到"), "截止"], rejects=["到"])
TO = pattern(r"(?:到|至)$", matches=["力争到", "至"], rejects=["到了"])
NOW = pattern(r"(?<!“)(?&figures.now)(?!”)", matches=["目前，", "现在"], rejects=["“现在”", "今年", "如今”", "“现在"])
NO_NOW = ("截至", "到了")
HELD = (
    r"现有|现存|拥有(?!量)|共有(?![^，。；]{0,24}(?:竣工|投产|开工|签约|落地|获评|获批|入选|通过|完成|建成|上市|参加))"
)
STOCK = pattern(
    r"已(?!知|[^，。；\d]{0,6}完成)|(?&held)",
    held=HELD,
    matches=[
        *("已有3000家", "现有企业", "拥有床位", "共有医院", "现存企业", "已由县财政局审核完成"),
        "共有规模以上工业企业和专精特新中小企业以及科技型中小企业五百家上市",
    ],
    rejects=[
        *("已知", "已累计完成", "拥有量", "共有36个项目竣工", "共有通过", "已完成", "共有落地", "共有获评"),
        *("共有获批", "共有签约", "共有投产", "共有开工", "共有建成", "共有完成", "共有参加", "共有入选"),
        "共有上市",
    ],
)
"""A clause that says how much there is, whatever day an earlier clause named."""
STOCK_BEFORE = pattern(
    r"已(?!知)|累计|(?&held)",
    held=HELD,
    matches=["累计建成", "已建成", "我市城区共有公办幼儿园48所"],
    rejects=["已知", "新增"],
)
