"""Names of packages of work (行动、计划、工程、方案): what heads them, and what by itself names none."""

from policyparse.knowledge.characters import COUNT, SMALL_ORDINAL
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import pattern
from policyparse.language.bodies import is_body

BARE_HEAD = r"行动计划|行动方案|专项规划|攻坚战|行动(?!力|者|自觉|起来|员|指南|纲领|上)"
HEAD = pattern(
    r"(?<!“)(?:(?&plan.package_head)|专项规划)(?!”)",
    matches=["提升行动", "攻坚战", "专项规划"],
    rejects=["“行动”", "企业", "攻坚战”", "“攻坚战"],
)
VERB = pattern(
    r"(?<!“)(?&plan.package_verb)(?:了|好)?(?!”)",
    matches=["实施了", "启动", ("实施了", "实施了"), ("落实好全省实施水系连通提速行动。", "落实好")],
    rejects=["企业", "“实施”", "启动”", "“启动"],
)
"""A verb whose object is a package of work."""
GOVERNED = pattern(
    r"(?&plan.package_verb)[^，。；：“”]{0,10}$",
    matches=["扎实实施高质量发展", "启动"],
    rejects=["实施，", "企业", "启动县域医疗卫生共同体建设"],
)
"""Before a package: a verb governs it."""
BARE = pattern(
    r"(?&plan.package_verb)(?:了|好)?(?P<name>[^，。；：！？“”《》（）、]{2,32}?"
    r"(?:(?&head)|(?:(?&n)年|(?&plan.plan_kind))计划))",
    head=BARE_HEAD,
    n=f"[{COUNT}]",
    matches=[
        ("启动了改善患者就医体验行动", {"name": "改善患者就医体验行动"}),
        ("出台建设先行区三年计划", {"name": "建设先行区三年计划"}),
        *(("实施中小企业倍增计划", {"name": "中小企业倍增计划"}), "推动三大攻坚战。"),
        ("还出台了建设先行区三年行动计划，", {"name": "建设先行区三年行动计划"}),
        ("印发稳岗扩岗行动方案", {"name": "稳岗扩岗行动方案"}),
        ("落实好全省实施水系连通提速行动。", {"name": "全省实施水系连通提速行动"}),
        "同意你县编制的职业教育专项规划。",
    ],
    rejects=[
        *("改善患者就医体验行动", "编制生产计划", "实施，行动", "提出行动力", "推动三大行动者", "推动三大行动员"),
        *("推动三大行动力", "推动三大行动上", "实施三年行动起来", "实施三年行动自觉", "实施三年行动纲领"),
        *("实施三年行动指南", "制定本行动计划。"),
        "启动了以优化营商环境和提升政务服务效能及促进民营经济发展壮大为主题的专项整治行动",
    ],
)
"""A package named after a verb, without quotation marks."""
LEADING = pattern(
    r"(?:和|并|及|与|或者?|等|新一轮|(?&plan.package_verb)(?:了|好)?){1,4}",
    method="match",
    matches=[
        *(("和实施提速行动", "和实施"), ("新一轮提速行动", "新一轮"), ("并启动了提速行动", "并启动了")),
        *(("及落实好提速行动", "及落实好"), ("与提速行动", "与"), ("或者提速行动", "或者"), ("或提速行动", "或")),
        ("等提速行动", "等"),
    ],
    rejects=["提速行动"],
)
GENERIC = pattern(
    r"(?<!“)(?&plan.generic_package)(?!”)",
    matches=["一系列行动", "专项", ("“专项", "项")],
    rejects=["“重点”", "提速", "专项”"],
)
_NUMBER = compiled(f"[0-9{SMALL_ORDINAL}]")
_NO_PACKAGE = pattern(
    r"^(?:要|将|让|使|以|用|对|在|从)|[把被]|[和与及]行动$",
    matches=[
        *("要把思想和行动", "思想和行动", "把行动", ("工作要把思想和行动", "把"), "让行动", "被纳入", "用行动"),
        *("将行动", "对行动", "在行动", "使行动", "以行动", "从行动", "思想及行动", "思想与行动"),
        ("要把思想和行动", "要"),
    ],
    rejects=["提速行动", "平安行动", "思想和行动甲"],
)
"""What stands between a verb and 行动 in a clause with an object of its own: 提出 要把思想和行动 统一到…"""
_SHORTEST = 5
_SHORTEST_OWN = 2


def is_package_name(name: str) -> bool:
    """Whether something of the name of a package is its own, and not only words for packages in general."""
    if len(name) < _SHORTEST or _NO_PACKAGE.search(name) or is_body(name):
        return False
    return len(_NUMBER.sub("", GENERIC.sub("", HEAD.sub("", name)))) >= _SHORTEST_OWN
