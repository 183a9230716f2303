"""Whether a number is to be reached or has been reached (目标、结果).

What the number's own sentence says decides first: its period, then the nearest word that looks ahead or back. What the
sentence leaves open, the heading or lead above says (`frames.py`), then the document: one that plans (its title says
目标, 方案) plans. `RULES` is the order.
"""

from policyparse.figures.frames import Kind
from policyparse.figures.stated_number import StatedNumber
from policyparse.figures.times_of_numbers import (
    ends_later,
    is_ahead,
    is_counted,
    is_not_over,
    is_term_ahead,
    is_within_plan,
)
from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.knowledge.rule import Rule, first_rule

_MET = pattern(
    r"(?:实现|完成|达到|达成)了|(?:如期|提前|超额|圆满|顺利)(?:实现|完成|达到|达成)|完成[^，。]{0,12}(?:目标|任务|计划)的"
    r"|(?:完成|占|为)[^，。]{0,12}(?:目标|任务|计划)[^，。]{0,6}的(?=[0-9])",
    matches=[
        *("完成了", "提前完成", "完成全年目标任务的79%", "占年度计划投资的9%", "完成目标的", "达成了", "达到了"),
        *("顺利完成", "超额完成", "提前达成", "提前达到", "提前实现", "如期完成", "圆满完成", "完成计划的"),
        *("完成任务的", "完成公园目标的", "占计划投资的9%", "占年度计划的9%", "占年度目标投资的9%"),
        *("占年度任务投资的9%", "为年度计划投资的9%", "完成年度计划投资的9%", "实现了收费压减50%的目标。"),
    ],
    rejects=[
        *("完成目标", "占全年", "目标的79%", "为县目标县的", "完成省委省政府下达的固定资产投资任务的79%"),
        "占年度计划总投资规模上限的9%",
    ],
)
"""A goal was met, or a part of it."""
_DONE_OF_SUM = pattern(
    r"计划(?:总)?投资[^，。；]{1,16}，(?:目前|现|至今|已经?|累计|实际|共){0,3}(?:完成|到位|开工|支付|支出|使用)[^，。；]{0,8}$",
    matches=[
        *("计划投资20亿元，完成", "计划总投资3亿元，目前已完成投资", "计划投资20亿元，支出", "计划投资20亿元，支付"),
        *("计划投资20亿元，开工", "计划投资20亿元，到位", "计划投资20亿元，使用", "计划总投资3亿元，目前现完成投资"),
        *("计划总投资3亿元，目前共完成投资", "计划总投资3亿元，目前至今完成投资"),
        *("计划总投资3亿元，目前累计完成投资", "计划总投资3亿元，目前已经完成投资"),
        "计划总投资3亿元，目前实际完成投资",
    ],
    rejects=[
        *("计划投资20亿元，建设", "投资20亿元，完成", "计划投资20亿元，完成前期手续和场地平整工作"),
        *("计划投资，完成", "计划投资20亿元，累计共共共完成", "计划投资建设农村饮水安全巩固提升工程二十处，完成"),
    ],
)
"""What was done of the sum that the clause before plans: 计划投资20亿元，完成61%."""
_SUM_LENGTH = 60
"""A planned sum stands no further before what was done of it, in characters."""
_ALLOTTED = pattern(
    r"(?:下达|下拨|预拨|拨付|预下达|提前批复?|核定|分配)了?[^，。；]{0,2}$",
    matches=[
        *("提前下达", "预拨了", "提前批了", "预拨了部分", "核定了", "拨付了", "分配了", "下拨了"),
        *(("预下达了", "预下达了"), "提前批复了部分"),
    ],
    rejects=["下达，", "安排", "预拨了补助金"],
)
"""Before a year to come: what was done for it already (提前下达2027年度专项资金30亿元)."""
_DONE_BEFORE = pattern(
    r"(?<![拟未待将要])(?:签约|开工|动工|竣工|投产|落地|落户|建成|引进|签下|认定|授牌)的$",
    matches=[
        *("把签约的", "已开工的", "已认定的", "已落户的", "已落地的", "已签下的", "已竣工的", "已授牌的"),
        *("已投产的", "已引进的", "已建成的", "已动工的"),
    ],
    rejects=["未开工的", "签约", "拟建成的", "要开工的", "待开工的", "将开工的", "把开工的23个项目盯紧。"],
)
_TO_BE_BUILT = pattern(
    r"(?:拟|计划|规划|意向|打算)(?:[在于][^，。；]{2,20}?)?(?:投资)?(?:新建|建设|建立|打造|兴建|投建|设立)[^，。；0-9]{2,30}，$",
    matches=[
        *("青禾集团拟在城北新区建设华中基地，", "计划建设产业园，", "计划设立产业园，", "计划新建产业园，"),
        *("计划投建产业园，", "计划打造产业园，", "计划建立产业园，", "计划兴建产业园，", "规划建设产业园，"),
        *("打算建设产业园，", "意向建设产业园，", "计划投资建设产业园，", "青禾集团拟于城北新区建设华中基地，"),
    ],
    rejects=[
        *("正在建设产业园，", "拟建设产业园", "计划建设县，", "青禾集团拟在县建设华中基地，"),
        "蓝海重工拟在江城高新区建设华中基地，总投资超过60亿元。",
        "青禾集团拟在东江市高新技术产业开发区东部工业大道南侧地块建设华中基地，",
        "计划建设集研发设计、生产制造、仓储物流、展示交易、检验检测于一体的新能源汽车产业基地，",
    ],
)
"""The clause before the sum of a work that is still to be begun."""
_IMPERATIVE = pattern(
    r"(?:^|[。；！？])(?:(?:&o){1,2}是|（(?:&o){1,2}）)?(?:着力|加快|推进|深入|大力|持续|全面|加强|推动|优化|强化|坚持|健全|完善|深化|突出|聚焦|扎实|统筹|积极|努力|实施|开展|支持|培育|打造|建设)"
    r"[^。；！？]{0,120}$".replace("(?:&o)", f"[{SMALL_ORDINAL}]"),
    matches=[
        *("。着力数字化转型，基站总数", "一是优化存量，", "加快建设园区。推动产业发展，产值", "工作平稳。着力"),
        *(("加快建设园区。推动产业发展，产值", "。推动产业发展，产值"), "一是聚焦存量，", "一是统筹存量，"),
        *("一是突出存量，", "一是积极存量，", "一是深化存量，", "一是深入存量，", "一是支持存量，"),
        *("一是推进存量，", "一是持续存量，", "一是打造存量，", "一是扎实存量，", "一是强化存量，"),
        *("一是开展存量，", "一是建设存量，", "一是实施存量，", "一是完善存量，", "一是大力存量，"),
        *("一是培育存量，", "一是坚持存量，", "一是努力存量，", "一是加快存量，", "一是加强存量，"),
        *("一是全面存量，", "一是健全存量，", "（三）优化存量，"),
    ],
    rejects=[
        *("基站加快建设", "全市着力转型", "（）全面", "是优化存量，", "（二十三）全面", "二十三是优化存量，"),
        "。着力" + "提升城乡公共服务水平、" * 11 + "改善民生",
    ],
)
"""A sentence without a subject that says what is to be done."""


def _is_done_of_sum(n: StatedNumber) -> bool:
    near = max(n.clause.part[0], n.number - _SUM_LENGTH)
    return bool(_MET.search(n.folded, n.clause.start, n.clause.end) or _DONE_OF_SUM.search(n.folded, near, n.number))


def _is_of_work_to_come(n: StatedNumber) -> bool:
    """青禾集团拟在城北新区建设华中基地，总投资60亿元."""
    start = max(n.clause.sentence[0], n.clause.start - _SUM_LENGTH)
    return n.lasting and bool(_TO_BE_BUILT.search(n.folded, start, n.clause.start))


def _counts_what_was_done(n: StatedNumber) -> bool:
    """把签约的36个项目抓到位: they are signed, whatever is to be done with them."""
    return n.counts and bool(_DONE_BEFORE.search(n.folded, max(n.clause.start, n.number - 8), n.number))


def _is_estimate(n: StatedNumber) -> bool:
    """预计 in the review of a year that is over."""
    day, frame = n.outlook.reference.day, n.frame
    if not (frame and day and frame.kind == "result" and frame.period and frame.period.last < day):
        return False
    return "预计" in n.folded[n.clause.start : n.number]


def _is_planned(n: StatedNumber) -> bool:
    """An action of a document that plans, or after a sentence that looks ahead."""
    moment, day = n.moment, n.outlook.reference.day
    over = moment and day and moment.last and moment.last < day and not moment.until
    before = n.cues.before(0, n.clause.sentence[0])
    intent = before > 0 or (before == 0 and n.item)
    return bool((n.outlook.plans or intent) and not over and n.action and not n.compared)


def _is_imperative(n: StatedNumber) -> bool:
    start = max(0, n.number - 160)
    return n.outlook.plans and not n.compared and bool(_IMPERATIVE.search(n.folded, start, n.number)) and not n.done


def _in_goals(n: StatedNumber) -> bool:
    """Below goals, unless the number is said of a day up to which was counted."""
    return n.frame is not None and n.frame.kind == "target" and not (n.own_moment and n.own_moment.as_of)


def _in_review(n: StatedNumber) -> bool:
    return n.frame is not None and n.frame.kind == "result"


RULES: tuple[Rule[StatedNumber, Kind], ...] = (
    Rule(
        "counted",
        "result",
        "What statistics count to the end of the running month is there.",
        is_counted,
        examples=("据统计，到6月底前，全县开工项目有45个。",),
        counterexamples=("到2027年，开工项目达45个。",),
    ),
    Rule(
        "term ahead",
        "target",
        "What is said of a term that has not come is to be reached by it.",
        is_term_ahead,
        examples=("到2027年，企业达到3000家。",),
        counterexamples=("到2023年，企业达到3000家。",),
    ),
    Rule(
        "year over",
        "result",
        "What is said of a year that is over has been reached.",
        lambda n: n.own_moment and n.outlook.is_past(n.own_moment),
        examples=("2023年，新建基站4万个。",),
        counterexamples=("2025年，新建基站4万个。",),
    ),
    Rule(
        "allotted ahead",
        "result",
        "Money that was allotted for a year to come is allotted.",
        lambda n: is_ahead(n) and n.moment and _ALLOTTED.search(n.folded, max(0, n.moment.start - 8), n.moment.start),
        examples=("提前下达2025年度专项资金30亿元。",),
        counterexamples=("2025年下达专项资金30亿元。",),
    ),
    Rule(
        "ahead",
        "target",
        "What is said of a time that has not begun is to be reached.",
        is_ahead,
        examples=("2025年，新建基站4万个。",),
        counterexamples=("今年，新建基站4万个。",),
    ),
    Rule(
        "within the plan",
        "target",
        "A plan's numbers for a year of its own term are to be reached.",
        is_within_plan,
    ),
    Rule(
        "running plan so far",
        "result",
        "Of a stretch that runs on, what was done since its beginning is done.",
        lambda n: ends_later(n) and (n.done or (n.moment and n.moment.as_of)),
        examples=("“十四五”以来，完成造林1670万亩。",),
        counterexamples=("“十四五”期间，完成造林1670万亩。",),
    ),
    Rule(
        "running plan",
        "target",
        "What is said of a stretch that runs on into later years is to be reached.",
        ends_later,
        examples=("“十四五”期间，完成造林1670万亩。",),
        counterexamples=("“十三五”期间，完成造林1670万亩。",),
    ),
    Rule(
        "year not over",
        "target",
        "What is said of the whole of a running year is to be reached by its end.",
        is_not_over,
        examples=("今年任务很重。全年交通投资完成210亿元。",),
        counterexamples=("今年任务很重。全年交通投资已完成210亿元。",),
    ),
    Rule(
        "lasting plan",
        "target",
        "The size of a work is planned where its own clause says so.",
        lambda n: n.lasting and n.cues.ahead(n.clause.start, n.number),
        examples=("大桥规划建设全长2890米。",),
        counterexamples=("大桥预计明年通车，全长2890米。",),
    ),
    Rule(
        "work to come",
        "target",
        "The sum of a work that is only intended is planned too.",
        _is_of_work_to_come,
        examples=("甲集团拟建设青禾产业园，总投资60亿元。",),
        counterexamples=("甲集团正建设青禾产业园，总投资60亿元。",),
    ),
    Rule(
        "lasting",
        "result",
        "The size of a work is as it is, whenever the work is finished.",
        lambda n: n.lasting,
        examples=("大桥预计明年通车，全长2890米。",),
        counterexamples=("产值将达30亿元。",),
    ),
    Rule(
        "met",
        "result",
        "A part of a goal or of a planned sum that is done has been reached.",
        _is_done_of_sum,
        examples=("完成全年目标任务的79%。", "计划投资20亿元，完成61%。"),
        counterexamples=("力争完成投资20亿元。",),
    ),
    Rule(
        "estimate",
        "result",
        "A review estimates (预计) what the year that is over has reached.",
        _is_estimate,
    ),
    Rule(
        "count of what was done",
        "result",
        "How many were signed or begun is so, whatever is to be done with them.",
        _counts_what_was_done,
        examples=("要把签约的36个项目抓到位。",),
        counterexamples=("要把未开工的36个项目抓到位。", "要签约36个项目。"),
    ),
    Rule(
        "word ahead",
        "target",
        "The last word of the clause that looks ahead or back decides.",
        lambda n: n.here > 0,
        examples=("力争产值突破5000亿元。", "全区将新增企业20家。"),
        counterexamples=("全区已引进项目300个。",),
    ),
    Rule(
        "word back",
        "result",
        "The last word of the clause that looks ahead or back decides.",
        lambda n: n.here < 0,
        examples=("全区已引进项目300个。",),
        counterexamples=("全区将新增企业20家。",),
    ),
    Rule(
        "part of a target",
        "target",
        "A part (其中) of what is to be reached is to be reached.",
        lambda n: n.whole == "target",
        examples=("力争完成投资58亿元，其中学校10亿元。",),
        counterexamples=("已完成投资58亿元，其中学校10亿元。",),
    ),
    Rule(
        "part of a result",
        "result",
        "A part (其中) of what was reached was reached.",
        lambda n: n.whole == "result",
        examples=("已完成投资58亿元，其中学校10亿元。",),
        counterexamples=("力争完成投资58亿元，其中学校10亿元。",),
    ),
    Rule(
        "frame of goals",
        "target",
        "Below a heading or lead that sets out goals, numbers are goals.",
        _in_goals,
    ),
    Rule(
        "frame of results",
        "result",
        "Below a heading or lead that looks back, numbers are results.",
        _in_review,
    ),
    Rule(
        "sentence ahead",
        "target",
        "The last word of the sentence before the clause decides.",
        lambda n: n.before > 0,
        examples=("力争扩大投资，新增企业60家。", "计划投资3亿元，新建厂房20栋。"),
        counterexamples=("各县扩大了投资，新增企业60家。", "开工项目36个，计划投资3亿元，其中产业项目20个。"),
    ),
    Rule(
        "sentence back",
        "result",
        "The last word of the sentence before the clause decides.",
        lambda n: n.before < 0,
        examples=("各县扩大了投资，新增企业60家。",),
        counterexamples=("力争扩大投资，新增企业60家。",),
    ),
    Rule("plan", "target", "A plan sets out its numbers.", lambda n: n.outlook.sets_out),
    Rule(
        "planned action",
        "target",
        "An action of a document that plans, or after a sentence that looks ahead, is to be done.",
        _is_planned,
        examples=("我们要扩大投资。新增企业60家。",),
        counterexamples=("我们要扩大投资。新增企业同比增长6%。",),
    ),
    Rule(
        "imperative",
        "target",
        "In a document that plans, a sentence that begins with what is to be done sets it out.",
        _is_imperative,
    ),
)  # fmt: skip
"""The first rule that applies decides; a number of which none says anything has been reached."""


def kind_of(number: StatedNumber) -> Kind:
    """Whether a number is a target or a result."""
    rule = first_rule(RULES, number)
    return rule.verdict if rule else "result"
