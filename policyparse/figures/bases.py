"""Numbers with which others are compared: what something changed from, a goal, a value in brackets (比较的基数)."""

from policyparse.figures.candidates import Candidate
from policyparse.knowledge.pattern import pattern

_GOAL = pattern(
    r"的?(?:全年|年度|年初|既定|主要|宏观)?(?:预期|预算|计划|规划|约束性|考核|调控|任务|既定)(?:增长|控制|性)?(?:目标|任务|指标|要求|水平|值)",
    method="match",
    matches=[
        *("的预期目标", "年度计划任务", "预期增长目标", "的预期值", "预期性目标", "的预期要求", "的预期水平"),
        *("的预期指标", "的调控目标", "的规划目标", "的考核目标", "的既定目标", "的任务目标", "预期控制目标"),
        *("的约束性目标", "既定计划任务", "年初计划任务", "宏观计划任务", "全年计划任务", "主要计划任务"),
        "的预算目标仍低1.9个百分点。",
    ],
    rejects=["的目标", "，预期目标", "增长目标"],
)
"""After a number: the goal with which something is compared (高于6%以上的预期目标)."""
_AGAINST = pattern(
    r"(?:高于|低于|超过|好于|优于|快于|慢于|大于|小于|少于|多于|比|较|与|跟|同)(?:全年|全省|全市|全国|年度|年初|既定|确定的|设定的|提出的|预期的|国家|省定|省里){0,3}$",
    matches=[
        *("高于", "低于年初确定的", "较", "跟", "比", "同", "与", "超过", "慢于", "快于", "少于", "小于", "好于"),
        *("大于", "多于", "优于", "低于年初省里", "低于年初省定", "低于年初既定", "低于年初年度", "低于年初国家"),
        *("低于年初全省", "低于年初全年", "低于年初全市", "低于年初全国", "低于年初预期的", "低于年初设定的"),
        "低于年初提出的",
    ],
    rejects=["高于去年，", "增长", "低于全省全省年初省里"],
)
_GOAL_BEFORE = pattern(
    r"(?:任务|目标|计划|预算)(?:数|值)?$",
    matches=[
        *("完成全年任务", "占年度计划", "占全年目标", "为年初预算", ("为年初预算数", "预算数")),
        ("低于年度目标值", "目标值"),
    ],
    rejects=["任务的", "产值"],
)
_COMPARED = pattern(
    r"(?:比|较|[高低快慢大小多少优好]于|高出|超[过出])[^，。；]{1,36}$",
    matches=[
        *("超过全国", "超出全省", "大于全省", "小于全省", "多于全省", "少于全省", "优于全省", "好于全国平均"),
        *("比全省", "高于全国平均", "较全省", "高出全省", "慢于全省", "快于全省", "低于全省"),
    ],
    rejects=[
        *("增长", "位于全省", "比，", "比"),
        "比上年同期全国规模以上工业企业、限额以上批发零售企业和重点服务业企业的平均水平",
    ],
)
_FROM = pattern(
    r"(?:由|从)[^，。；由从、]{0,16}$",
    matches=["由2020年的", "从", ("由2020年由", "由"), ("由2020年从", "从")],
    rejects=["由甲县，", "全市", "从全市各乡镇街道和开发区上报的数据看"],
)
_TOWARDS = pattern(
    r"[^，。；]{0,12}?(?:提高|增加|增长|降|转|扩大|减少|缩短|升|发展|到|至|扩展|调)",
    method="match",
    matches=[
        *("提高到95%", "调整为2亿元", "调减为3000万元", "缩短至1小时", "转为增长", ("降为增长", "降")),
        *("一是扩大投资", ("转为增长", "转"), ("升为增长", "升"), ("扩展为增长", "扩展"), "增长为增长"),
        *(("发展为增长", "发展"), ("减少为增长", "减少"), ("缩短至1小时", "缩短"), ("提高到5%。", "提高")),
        *("文件到一张表。", "回落至负2%。", ("增加到2023年的310亿元。", "增加")),
    ],
    rejects=["，提高到", "的企业", "全市规模以上工业企业利润总额转为增长"],
)


def base_of_change(n: Candidate) -> int | None:
    """Where the words begin that give the value from which something changed (由2020年的80%提高到…), else None."""
    before = _FROM.search(n.folded, n.clause.start, n.first.start)
    return before.start() if before and _TOWARDS.match(n.folded, n.first.end, n.clause.end) else None


def is_whole_of_share(n: Candidate) -> bool:
    """Whether a number is the goal of which the next one gives the share that is done: 完成年任务75亿元的23.7%."""
    following = n.next
    if following is None or following.unit != "%" or n.first.unit == "%":
        return False
    return n.folded[n.last.end : following.start] == "的" and bool(_GOAL_BEFORE.search(n.before))


def is_goal(n: Candidate) -> bool:
    """Whether a number only says what the goal is with which another is compared (低于3%左右的预期目标)."""
    return bool(
        _GOAL.match(n.folded, n.last.end, n.clause.end) and _AGAINST.search(n.folded, n.clause.start, n.first.number)
    )


def is_base_in_brackets(n: Candidate) -> bool:
    """Whether a number in brackets only gives the value with which something is compared: 比全省（7.7%）高…."""
    start = n.first.start
    alone = n.folded.startswith("（", start - 1) and n.folded.startswith("）", n.last.end)
    return alone and bool(_COMPARED.search(n.folded, max(n.clause.part[0], start - 40), start - 1))
