"""Names of packages of work (行动、计划、工程、方案): what heads them, and what by itself names none."""

from policyparse.knowledge.characters import COUNT, SMALL_ORDINAL
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import pattern
from policyparse.language.bodies import is_body

BARE_HEAD = r"行动计划|行动方案|专项行动|专项规划|攻坚战|行动(?!计划|方案|力|者|自觉|起来|员|指南|纲领|上)"
HEAD = pattern(
    r"(?<!“)(?:(?&plan.package_head)|专项规划|行动方案)(?!”)",
    matches=["提升行动", "攻坚战"],
    rejects=["“行动”", "企业"],
)
VERB = pattern(r"(?<!“)(?&plan.package_verb)(?:了|好)?(?!”)", matches=["实施了", "启动"], rejects=["企业", "“实施”"])
"""A verb whose object is a package of work."""
GOVERNED = pattern(
    r"(?&plan.package_verb)(?:了|好)?[^，。；：“”]{0,10}$",
    matches=["扎实实施高质量发展", "启动"],
    rejects=["实施，", "企业"],
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
        ("实施中小企业倍增计划", {"name": "中小企业倍增计划"}),
    ],
    rejects=["改善患者就医体验行动", "编制生产计划", "实施，行动", "提出行动力"],
)
"""A package named after a verb, without quotation marks."""
LEADING = pattern(
    r"(?:和|并|及|与|或者?|等|新一轮|(?&plan.package_verb)(?:了|好)?){1,4}",
    method="match",
    matches=[("和实施提速行动", "和实施"), ("新一轮提速行动", "新一轮")],
    rejects=["提速行动"],
)
GENERIC = pattern(r"(?<!“)(?&plan.generic_package)(?!”)", matches=["一系列行动", "专项"], rejects=["“重点”", "提速"])
_NUMBER = compiled(f"[0-9{SMALL_ORDINAL}]")
_NO_PACKAGE = pattern(
    r"^(?:要|把|将|让|使|以|用|对|在|从)|[把被]|[和与及]行动$",
    matches=["要把思想和行动", "思想和行动", "把行动"],
    rejects=["提速行动", "平安行动"],
)
"""What stands between a verb and 行动 in a clause with an object of its own: 提出 要把思想和行动 统一到…"""
_SHORTEST = 5
_SHORTEST_OWN = 2


def is_package_name(name: str) -> bool:
    """Whether something of the name of a package is its own, and not only words for packages in general."""
    if len(name) < _SHORTEST or _NO_PACKAGE.search(name) or is_body(name):
        return False
    return len(_NUMBER.sub("", GENERIC.sub("", HEAD.sub("", name)))) >= _SHORTEST_OWN
