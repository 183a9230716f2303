"""Departments of bodies (内设机构): 农业农村部总农艺师、发展规划司司长 is 农业农村部发展规划司."""

from policyparse.knowledge.pattern import pattern
from policyparse.language.bodies import kind_of_body

_DEPARTMENT = pattern(
    r"[^省市区县州盟旗乡镇]{2,10}(?:(?<!公)司|处|室|科)",
    method="fullmatch",
    matches=["统计分析司", "发展规划司", "综合处", "政策研究室", "监管科"],
    rejects=["青禾公司", "某省发展改革委综合处", "司", "规划局", "国家能源与化工及新材料产业发展司"],
)
_WITH_DEPARTMENTS = frozenset({"government", "party", "association"})
"""Kinds of bodies that have departments which go by their own name."""


def with_body(department: str | None, body: str | None) -> str | None:
    """The name of an organization, with the body before it where it is a department of that.

    Args:
        department: The organization of an office.
        body: The organization of the office before it, in one list.
    """
    if department is None or body is None or kind_of_body(body) not in _WITH_DEPARTMENTS or department.startswith(body):
        return department
    return body + department if _DEPARTMENT.fullmatch(department) else department
