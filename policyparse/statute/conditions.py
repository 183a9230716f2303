"""Conditions of norms (适用条件): the words before a norm that say when it holds.

    condition ::= piece ("，" piece)*
    piece     ::= a clause, or what is left of one without the bearer that opens it

有下列情形之一的, 逾期不改正的, 未经许可, 因抢险需要, 发生事故时, 必要时 are conditions; 根据…, 为了…,
自…之日起十日内 say how, why and by when, and are none.
"""

from collections.abc import Sequence

from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent

CASE = pattern(
    r"(?<![是中])(?<!为目)的$",
    matches=["造成损失的", "有下列情形之一的", "新建项目的"],
    rejects=["造成损失", "是的", "其中的", "以营利为目的", "有下列情形之一的，不得经营："],
)
"""The end of a case: who is meant stands in it."""

_ALL = ("凡", "凡是", "凡属")
"""Words before a bearer that say that every one is meant: they are no condition."""

_OBJECT = pattern(
    r"(?:但|但是|其中)?，?(?:对于?|将|把|向|给)(?!外[国商资]|方当)",
    method="match",
    matches=[
        *(
            "对成绩突出的 对于生活困难的 将废物混装的 把门堵塞的 向水体排污的 给他人使用的 但对残疾人的 "
            "但是对老人的 其中对学生的"
        ).split(),
        *("，把消防通道堵塞的", ("对于生活困难的", "对于")),
    ],
    rejects=["成绩突出的", "对外国人造成损失的", "对方当事人违约的", "向外资", "向外商"],
)
"""The start of a case that says whom or what the act is about, not who acts."""

_TIME = pattern(
    r"(?<![年月日底末旬])(?:时|(?:之|以)?[前后]|期间|期限内|过程中|(?:情况|情形|条件|前提)下)$(?<!及时)(?<!同时)(?<!按时)(?<!适时)(?<!随时)(?<!届时)"
    r"(?<!平时)(?<!准时)(?<!目前)(?<!此前)(?<!事前)(?<!提前)(?<!今后)(?<!然后)(?<!此后)(?<!先后)(?<!事后)",
    matches=[
        *(
            "发生事故时 施工前 项目竣工后 在发生事故之后 许可到期以前 汛期期间 在作业过程中 在紧急情况下 "
            "在保证安全前提下 在公示期限内 在法定情形下 在同等条件下"
        ).split(),
        *(("许可到期以前", "以前"), ("在发生事故之后", "之后")),
    ],
    rejects=[
        *(
            "2020年6月前 及时 同时 按时 适时 随时 届时 平时 准时 目前 此前 日前 事前 提前 今后 然后 此后 先后 "
            "事后 三十日后 在市区内 年底前 八月末前 三月下旬前 根据需要 "
            "记录作业情况 说明情形 改善条件 明确前提"
        ).split(),
        "施工年前",
    ],
)
"""The end of a clause of time or circumstance."""

_START = pattern(
    r"(?:未经|未取得|未按|未依法|未在|没有|逾期|违反|拒不|拒绝|擅自|凡(?!是)|一旦|遇(?!到过)|必要时|需要时|确需|确有必要|有需要|情况紧急|情节[严轻特]|构成|造成|导致|发生|发现|出现|遭[受遇]|接到|收到"
    r"|如(?![实期下何数约])|若(?!干)|倘若|假如"
    r"|除.{1,60}外$|因(?![地人时]制宜|此|而).{1,60}(?:需要|原因|必要|事由)$"
    r"|经(?![营济费常办纪理销历验]).{0,40}(?:批准|同意|许可|核准|授权|审核|审批|审查|确认|认定|协商一致|验合格|验收合格|催告|责令.{0,40})$"
    r"|(?:有|具有|具备|符合|属于|存在)(?:下列|以下|前款|前条|上述|前述|本条)|(?:有|具有|存在).{1,30}情形(?:之一)?$|(?:符合|具备).{0,30}条件$)",
    method="match",
    matches=[
        *(
            "未经批准 未取得执照 未按规定 未依法登记 未在期限内申报 没有执照 逾期 违反本条例规定 拒不改正 "
            "拒绝接受检查 擅自开业 凡在本市 一旦发生险情 遇特殊情况 必要时 需要时 确需占用道路 确有必要 有需要 "
            "情况紧急 情节严重 情节轻微 情节特别严重 构成犯罪 造成损失 导致事故 发生事故 发现隐患 出现险情 "
            "遭受损失 遭遇险情 接到报告 收到申请 如发生险情 若有变化 倘若 假如 除法律另有规定外 "
            "除国家规定的以外 除抢险之外 因抢险需要 因不可抗力原因 因公共利益必要 因正当事由 经批准 "
            "经县人民政府同意 经许可 经核准 经授权 经审核 经审批 经审查 经确认 经认定 经双方协商一致 经检验合格 "
            "经试验合格 经专家验收合格 经催告 经责令改正 有下列情形之一 具有以下情形 具备下列条件 符合前款规定 "
            "属于前条情形 存在上述问题 有前述行为 有本条所列行为 有法定情形之一 具有特殊情形 存在前款所列情形 "
            "存在应当回避情形 经责令 "
            "符合规定条件 具备条件"
        ).split(),
        *(("具有以下情形", "具有以下"), ("具备下列条件", "具备下列"), "存在下列情形"),
    ],
    rejects=[
        *(
            "经营者 经济组织 经费批准 经常检查同意 经办批准 经纪人许可 经理同意 经销商认定 经历确认 经验认定 "
            "如实 如期 如下 如何 如数 如约 若干 凡是 因地制宜需要 因此需要 因而需要 除草 有条件 根据规定 遇到过 "
            "因人制宜需要 因时制宜需要"
        ).split(),
        *("除外", "因事由", "经营者审查", "经审批机关", "有情形之一", "因县事由的", "经济部门审查"),
        *("具备基本条件者", "除抢险之外的车辆", "有特殊情形报告制度"),
        "具备与其从事的危险化学品生产、储存、使用、经营以及运输活动相适应的专业技术人员条件",
        "有企业事业单位和其他生产经营者违反国家规定超标排放水污染物且逾期未改正情形之一",
        "经县级以上地方人民政府自然资源主管部门会同生态环境、水行政、农业农村、林业和草原等主管部门共同同意",
        "除法律、行政法规、国务院决定规定由国务院有关部门、省级人民政府及其有关部门实施审批以及本条例第十二条、第十三条、"
        "第十四条另有特别规定的情形之外",
        "因国家安全、国防建设、外交活动、抢险救灾、重大科学研究、重要基础设施建设、公共卫生事件应急处置、社会治安维护以及由"
        "县级以上人民政府批准的其他正当事由",
        "经责令停止违法行为、退还多收价款、没收违法所得、公开检查并且按照规定的期限全面落实各项整改措施",
    ],
)
"""The start of a clause of condition."""

_HOW = pattern(
    r"(?:根据|按照|依照|依据|遵照|参照|为了?(?!他人)|通过|以|自(?![动然行治愿身来有主备建救])|从(?!事)|会同|本着|围绕|在.{1,40}(?:内|中|上|领导下|指导下)$|.{1,40}(?:日|月|年|时)内$)",
    method="match",
    matches=[
        *(
            "根据实际情况 按照规定 依照规定 依据职责 遵照规定 参照规定 为保护环境 为了保护环境 通过招标 "
            "以书面形式 自收到之日起 从业务需要出发 会同财政部门 本着公平原则 围绕目标 在职责范围内 在工作中 "
            "在网站上 在市政府领导下 在省厅指导下 在协商的基础上 十日内 自收到申请之日内 三个月内 两年内 "
            "二小时内"
        ).split(),
        ("为了保护环境", "为了"),
    ],
    rejects=[
        *("自动设备停止工作时", "从事捕捞的", "为他人提供证明的", "在作业过程中发现", "造成损失的", "经营期间"),
        *("自身", "自行", "自然", "自治", "自来", "自有", "自救", "自愿", "自建", "自备", "自主", "年内", "在上"),
        "五年内可以继续按照原用途使用土地。",
        "取得机动车停放服务经营资格并且按照规定完成备案登记手续和安全检查的经营者在三个会计年内",
        "在县级以上地方人民政府自然资源主管部门会同生态环境、水行政、农业农村等主管部门共同建立的平台上",
    ],
)
"""A clause that says how, why or by when."""


_INNER = pattern(
    r"未(?:经|取得|按|依法|办理|通过).{1,40}$",
    matches="船舶未经检验 船舶未取得证书 船舶未按规定检验 船舶未依法登记 车辆未办理登记 车辆未通过检验".split(),
    rejects=[
        *("未来规划", "船舶未经", "未成年人"),
        "船舶未按县级以上地方人民政府自然资源主管部门会同生态环境、水行政、农业农村等主管部门共同制定的方案",
    ],
)
"""A condition behind a thing that cannot be bound: 船舶|未经检验."""


def inner_condition(folded: str, start: int, end: int) -> Extent:
    """A clause from where a condition begins in it; the whole clause where none does."""
    inner = _INNER.search(folded, start, end)
    return (inner.start(), end) if inner else (start, end)


def is_case(folded: str, clauses: Sequence[Extent]) -> bool:
    """Whether clauses make a case in which who is meant stands: 造成损失的, not 对表现突出，群众满意的.

    Args:
        folded: The width-folded text.
        clauses: What stands before a norm and after the norm before it.
    """
    has_case = False
    for start, end in clauses:
        if _OBJECT.match(folded, start, end):
            return False
        has_case = has_case or CASE.search(folded, start, end) is not None
    return has_case


def is_condition(folded: str, start: int, end: int) -> bool:
    """Whether a clause says when something holds."""
    if start >= end:
        return False
    if CASE.search(folded, start, end):
        return True
    if _HOW.match(folded, start, end):
        return False
    return bool(_TIME.search(folded, start, end) or _START.match(folded, start, end))


def find_condition(folded: str, pieces: Sequence[Extent]) -> list[Extent]:
    """The pieces that are the condition of a norm, in order of the text.

    A case takes in the clauses before it that it goes on with (隐瞒真实情况，骗取登记的), but for those that say how
    or by when.

    Args:
        folded: The width-folded text.
        pieces: What stands before the norm's marker, clause by clause, bearers and connectives left out.
    """
    taken: list[Extent] = []
    waiting: list[Extent] = []
    for start, end in pieces:
        if start >= end or folded[start:end] in _ALL:
            continue
        if CASE.search(folded, start, end):
            taken += [*waiting, (start, end)]
            waiting = []
        elif is_condition(folded, start, end):
            taken.append((start, end))
            waiting = []
        elif _HOW.match(folded, start, end):
            waiting = []
        else:
            waiting.append((start, end))
    return taken
