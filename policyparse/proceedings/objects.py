"""The objects of what a meeting did: one noun phrase, or several side by side.

objects ::= object ((、 | 和 | 及 | 以及) object)* (等 (议题 | 事项 | …))?
"""

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import COUNT
from policyparse.model.base import Extent

ATOM = pattern(
    r"(?<=《)[^《》]{1,160}(?=》)|(?<=“)[^“”]{1,120}(?=”)|(?<=（)[^（）]{1,40}(?=）)",
    matches=[("《甲》", "甲"), ("“甲”", "甲"), ("（甲）", "甲")],
    rejects=[
        *("《甲", "甲”", "（甲", "《》", "规划》", "（）", "“”", "“我们将加快建设口袋公园"),
        "（已于去年十二月二十六日经某市第十五届人民代表大会常务委员会第二十五次会议审议并通过）",
        "“坚持以人民为中心，把农村生活垃圾分类收集转运、城乡公共交通线路优化调整、中小学校食堂卫生整治、沿河防"
        "洪排涝设施建设、老旧小区供水管网改造、社区养老服务站点布局和基层文化设施免费开放等民生实事一件一件办"
        "好，让群众看得见、摸得着、得实惠，不断增强获得感、幸福感、安全感”",
        "《某市人民政府关于认真贯彻落实国务院和省人民政府有关文件精神，进一步加强农村生活垃圾分类收集转运、城"
        "乡公共交通线路优化调整、农村中小学校食堂卫生整治、沿河两岸防洪排涝设施建设、老旧小区供水管网改造、"
        "社区养老服务站点布局和基层公共文化设施免费开放工作，切实解决人民群众最关心最直接最现实的民生问题，扎"
        "实推动共同富裕取得更为明显的实质性进展的实施意见》",
    ],
)
"""What is masked: the inside of titles, quotations and brackets, where no mark and no conjunction counts."""

REPORTED = pattern(
    r"(?&meetings.reported)$",
    matches=["水环境治理情况的报告", "会议精神"],
    rejects=["报告会", "水环境治理"],
)
"""What is heard, conveyed or deliberated."""

_LOOSE = pattern(
    "(?P<head>情况|工作|事项|文件)$",
    matches=[
        *(("防汛工作", {"head": "工作"}), ("用水情况", {"head": "情况"}), ("重大事项", {"head": "事项"})),
        ("有关文件", {"head": "文件"}),
    ],
    rejects=["报告", "工作报告"],
)
"""Nouns that share a verb or a noun with what follows (用水情况、治水情况的汇报): a list only where all end so."""

_JOIN = pattern(
    r"、|以及|[和及与]|(?<=[》）])(?=《)",
    matches=["甲和乙", "甲、乙", ("甲以及乙", "以及"), "甲及乙", "甲与乙", "《甲》《乙》", "《甲》（草案）《乙》"],
    rejects=["甲乙", "《甲》（草案）"],
)
_REST = pattern(
    r"(?:等(?:其他|其它|有关|相关)?(?&number)?(?&noun)?|(?&number)?(?&noun))$",
    number=rf"[{COUNT}]{{0,3}}[个项件份部]",
    noun="议题|事项|事宜|文件|内容|材料|议案|法规|规章|方案|汇报|有关情况",
    matches=[
        *(("干部任免等事宜", "等事宜"), ("干部任免等其他事项", "等其他事项"), ("干部任免等其它事项", "等其它事项")),
        *(("干部任免等有关事项", "等有关事项"), ("干部任免等相关事项", "等相关事项"), ("等议题", "等议题")),
        *(("等3个文件", "等3个文件"), ("等", "等"), ("两项议题", "两项议题"), "等其他事宜", "等有关事项"),
        *("等其它议题", "等相关文件", ("等个文件", "等个文件"), ("等2025个文件", "025个文件"), "议题"),
        *(("等议案", "等议案"), ("等规章", "等规章"), ("等法规", "等法规"), ("等汇报", "等汇报")),
        *(("等材料", "等材料"), ("等方案", "等方案"), ("等内容", "等内容"), ("等事项", "等事项")),
        *(("等有关情况", "等有关情况"), ("等3项文件", "等3项文件"), ("等3部文件", "等3部文件")),
        *(("等3份文件", "等3份文件"), ("等3件文件", "等3件文件")),
    ],
    rejects=["议题的"],
)
_AND_MORE = pattern(
    r"等(?:有关|相关|重要)?(?:事宜|事项|议题|内容)$",
    matches=[
        *("重要讲话精神等事宜", "干部任免等事项", "用水等有关事项", "用水等相关事项", "用水等重要事项"),
        *("干部任免等议题", "预算调整等内容"),
    ],
    rejects=["防汛、信访等工作", "平等", "有关事宜", "干部任免等事项的决定"],
)
"""Behind one object or several: that there were others."""

_ABOUT = pattern(
    r"关于|对",
    matches=["市政府关于用水的报告", "对用水的报告"],
    rejects=["用水报告"],
)
_OF = pattern(
    r"的(?&meetings.report_kinds)?(?:情况)?(?&meetings.reported)$",
    matches=[
        *("关于用水的有关情况汇报", "关于用水的相关说明", "关于用水的情况通报", "关于用水的报告"),
        *("关于用水的调研报告", "关于预算调整的审查意见", "关于用水的评估报告", "关于用水的视察报告"),
        *("关于用水的检查报告", "关于用水的审议报告", "关于用水的审计报告", "关于用水的专题报告"),
        *("关于用水的执法检查报告", "关于用水的综合说明"),
    ],
    rejects=["关于用水", "用水报告", "关于用水的报告会"],
)
_WHEN = pattern(
    r"(?:时|期间|过程中)(?:指出|强调|要求|提出|认为|明确)?$|(?:并)?(?:指出|强调|要求)$",
    matches=[
        *("《水利规划》时指出", "用水情况时", "用水情况并指出", "规划过程中强调", ("规划过程中强调", "过程中强调")),
        *(("用水情况并要求", "并要求"), "用水情况期间", "用水情况指出", "用水情况时认为"),
        *(("用水情况时要求", "时要求"), "用水情况时明确", "用水情况时提出", "用水情况并强调"),
        ("《水利规划》时指出", "时指出"),
    ],
    rejects=["按时完成", "用水要求情况"],
)
"""The words of a reporting clause behind the object: 研究《方案》时指出，."""

_CLOSING = ("》", "）")
_SHORTEST_MEMBER = 4
_WORKS = ("项目", "工程", "事宜")
_OF_THE_LAST = ("存在", "下一步", "下步")
"""Openings of what is heard of the object before: 甲项目的进展情况、存在问题."""
_SHORTEST_WORK = 6
_CLEAR_LIST = 3
"""From so many members on, what stands behind the last belongs to it."""
_NOT_OF_ITS_OWN = ("重要", "有关", "相关", "其", "该")


def find_objects(masked: str, extent: Extent, *, passes: bool = False) -> list[Extent]:
    """Find the objects of an action.

    Args:
        masked: The paragraph, the inside of its titles, quotations and brackets masked.
        extent: Where the objects stand.
        passes: Whether they are passed, so that each may be a statute (乙税法).

    Returns:
        Their places; the whole where they are no list.
    """
    start, end = extent
    when = _WHEN.search(masked, start, end)
    end = when.start() if when else end
    rest = _REST.search(masked, start, end)
    more = _AND_MORE.search(masked, start, end)
    end = more.start() if more and more.start() > start else end
    stop = rest.start() if rest and masked[rest.start() - 1] in _CLOSING else end
    joins = [(m.start(), m.end()) for m in _JOIN.finditer(masked, start, stop)]
    members: list[Extent] = []
    at = start
    for join in (*joins, (stop, stop)):
        if members and masked.startswith(_OF_THE_LAST, at):
            members[-1], at = (members[-1][0], join[0]), join[1]
        elif _is_member(masked[at : join[0]], passes=passes):
            members.append((at, join[0]))
            at = join[1]
    listed = len(members) > 1 or (rest is not None and rest[0].startswith("等"))
    whole = [(start, stop if listed else end)]
    if at != stop and len(members) >= _CLEAR_LIST and _of_works([masked[a:b] for a, b in members]):
        members[-1], at = (members[-1][0], stop), stop  # …、丙项目的进展情况、存在问题以及下一步计划
    if len(members) < 2 or at != stop or not _are_alike([masked[a:b] for a, b in members]):
        return whole
    return members


def _is_member(words: str, *, passes: bool) -> bool:
    if words.endswith(_CLOSING) or (words.endswith(_WORKS) and len(words) >= _SHORTEST_WORK):
        return True
    if len(words) < _SHORTEST_MEMBER or not (REPORTED.search(words) or (passes and words.endswith("法"))):
        return False
    return _ABOUT.search(words) is None or _OF.search(words) is not None


def _of_works(members: list[str]) -> bool:
    """Whether a list is of projects: 听取了甲项目、乙工程、丙项目的进展情况."""
    return sum(words.endswith(_WORKS) for words in members[:-1]) >= len(members) / 2


def _are_alike(members: list[str]) -> bool:
    """Whether each member stands on its own: none is shared in (重要讲话和重要指示), loose nouns are all the same.

    What stands in a title shares nothing, and so does what says itself what it is about (关于……的汇报).
    """
    if any(words.startswith(_NOT_OF_ITS_OWN) for words in members[1:]):
        return False
    if _of_works(members):
        return True
    if all(words.startswith("关于") for words in members[1:]):
        return True
    loose = [_LOOSE.search(words) for words in members if not words.endswith(_CLOSING)]
    heads = {match["head"] if match else None for match in loose}
    return len(heads) <= 1
