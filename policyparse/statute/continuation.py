"""Segments that go on with the norm before them: 市人民政府应当优化环境；推行承诺审批制度；建立投诉机制.

    segment ::= condition? adverbial? verb …

A segment goes on where its predicate opens with a verb; one that opens with a noun has a subject of its own.
"""

from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent
from policyparse.statute.actors import Actors
from policyparse.statute.conditions import is_condition

_EXCEPTION = pattern(
    r"(?:但|法律|行政法规|国家).{0,40}(?:除外|另有规定)|从其规定|不在此限|不受.{0,20}限制$|(?:按照|依照|适用).{1,60}规定(?:执行|处理|办理)?$|(?:^|，)(?:视为|推定|视同)",
    matches=[
        *(
            "但特殊情况除外 但是法律另有规定 法律、行政法规另有规定 国家另有规定 从其规定 不在此限 "
            "不受前款规定限制 依照本条例规定 适用《水法》的规定 按照国家规定执行 依照前款规定处理 "
            "依照有关规定办理 逾期不批复的，视为同意 视同放弃 推定同意"
        ).split(),
        *("不受限制", "行政法规另有规定", ("法律、行政法规另有规定", "法律、行政法规另有规定")),
    ],
    rejects=[
        *("推行承诺制", "按照规定公开名单", "依照规定", "甲推定同意", "依照前款规定处甲", "不受前款规定限制甲"),
        "不受本条例第十二条第二款关于停车泊位设置间距规定限制",
        "但县级以上地方人民政府自然资源主管部门会同生态环境、水行政、农业农村等主管部门共同批准的除外",
        "依照" + "《某条例》、" * 11 + "《某办法》规定",
    ],
)
"""What takes back or refers to another rule, and binds nobody."""

VERB = pattern(
    r"(?&norms.adverbs){0,3}(?:(?:在|对|按照|依照|根据|自|从|向|与|通过|为|以|会同|就|围绕|针对|因地制宜|于|将|把|由).{1,60}?)?(?&norms.acts)",
    method="match",
    matches=[
        *(
            "推行承诺制 依法公开名单 在网站上公布结果 对隐患及时整改 将经费纳入预算 根据需要将结果向社会公布 "
            "自立案之日起立即调查 由财政部门纳入预算 把经费纳入预算 就标准征求意见并公布 以书面形式公布 "
            "从本级财政安排资金 于年底前公布 针对隐患制定方案 通过招标确定单位 依照规定公布 因地制宜逐步推行轮作 "
            "为残疾人提供服务 向社会公布名单"
        ).split(),
        *(("及时会同财政部门制定办法", "及时会同财政部门制定"), ("围绕目标制定方案", "围绕目标制定")),
        *("与服务对象签订书面合同。", "按照国家标准设置安全标识。"),
    ],
    rejects=[
        *("有效期为三年", "市人民政府负责实施", "将纳入预算", "严格依法公平公正公开名单"),
        "在省、自治区、直辖市和设区的市、自治州、县、自治县、不设区的市、市辖区以及乡、民族乡、镇、街道、村、社区的政务大厅、"
        "便民窗口、门户网站上公布",
    ],
)
"""A predicate that opens with a verb, adverbials before it."""


_SUBJECT = pattern(
    r"[^，。；的由为是]{2,14}?(?:由[^，。；的]{2,30}(?:规定|制定|负责|承担|批准|公布|确定|组织|管理|支付|编制|实施|办理|行使|执行|主管|审批|核定|发布|解释|提出|决定|安排|拨付|列支)"
    r"|(?<=[期限额准例数围间])(?:为|不超过|不少于|不低于|自)|是|归|属于|分为|包括)",
    matches=[
        *(
            "补偿标准由省人民政府规定 管理办法由国务院另行制定 登记工作由主管部门负责 有效期为三年 "
            "申请期限不超过十日 补贴标准不低于三百元 办理期限自受理之日起计算 收费标准是每年三百元 "
            "土地归国家所有 管理分为两级 登记事项包括下列内容 经营场所属于住宅"
        ).split(),
        *("道路停车泊位机动车停放费用是每年三百元", "有效额为三年", "有效间为三年", "有效数为三年", "有效围为三年"),
        *("有效例为三年", "有效期不少于三年", "登记工作由主管部门解释", "登记工作由主管部门行使"),
        *("登记工作由主管部门编制", "登记工作由主管部门组织", "登记工作由主管部门管理", "登记工作由主管部门确定"),
        *("登记工作由主管部门核定", "登记工作由主管部门支付", "登记工作由主管部门提出", "登记工作由主管部门拨付"),
        *("登记工作由主管部门承担", "登记工作由主管部门批准", "登记工作由主管部门执行", "登记工作由主管部门审批"),
        *("登记工作由主管部门实施", "登记工作由主管部门安排", "登记工作由主管部门发布", "登记工作由主管部门办理"),
        *("登记工作由主管部门列支", "登记工作由主管部门决定", "登记工作由主管部门公布", "登记工作由主管部门主管"),
        ("城市公共停车场和道路停车泊位收费分为两级", "公共停车场和道路停车泊位收费分为"),
    ],
    rejects=[
        *("建立由专家组成的委员会", "公开名单", "制定办法", "管是分为两级", "管的分为两级", "管由分为两级"),
        *("经营场为属于住宅", "登记工作由县负责", "登记工作由主管部的负责"),
        "登记工作由住房和城乡建设、农业农村、生态环境、应急救援以及文化旅游等部门会同税务机关负责",
    ],
)
"""A noun that opens with a verb and is a subject: 补偿标准由……规定."""


_VERB_AND_ACTOR = pattern(
    "组织|代表|领导", method="fullmatch", matches=["组织", "代表", "领导"], rejects=["行业组织", "人大代表"]
)
"""Verbs that also end the name of an actor: 组织|从业人员参加培训."""


def goes_on_as_action(folded: str, actors: Actors, clauses: list[Extent]) -> int | None:
    """Where the action of a segment begins that goes on with the norm before it.

    Args:
        folded: The width-folded text.
        actors: Finds actors in it.
        clauses: The clauses of the segment.

    Returns:
        The offset of the action; None where the segment has a subject of its own or binds nobody.
    """
    start, end = clauses[0][0], clauses[-1][1]
    if _EXCEPTION.search(folded, start, end):
        return None
    last_case = max((i for i, (_, stop) in enumerate(clauses[:-1]) if folded[stop - 1] == "的"), default=-1)
    rest = clauses[last_case + 1 :]
    for i, (begin, stop) in enumerate(rest):
        begin, _ = actors.trim(begin, stop)
        if begin >= stop or (is_condition(folded, begin, stop) and i + 1 < len(rest)):
            continue
        by = folded[begin] == "由" and actors.opening(begin + 1, stop) is not None
        actor = actors.opening(begin, stop)
        if by or (actor is not None and not _VERB_AND_ACTOR.match(folded, *actor)):
            return None
        return begin if VERB.match(folded, begin, stop) and not _SUBJECT.match(folded, begin, stop) else None
    return None
