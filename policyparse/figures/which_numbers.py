"""Which numbers are findings or targets, and which only say how large something is or belong to a name.

`NO_INDICATORS` is a table of reasons; a number of which none holds is an indicator.
"""

from policyparse.figures.bases import is_base_in_brackets, is_goal, is_whole_of_share
from policyparse.figures.candidates import Candidate
from policyparse.figures.names_of_numbers import (
    begins_name,
    bounds_a_class,
    ends_name,
    is_in_class,
    is_in_formula,
    is_named_goal,
    is_of_elements,
    is_of_work,
    is_size_class,
)
from policyparse.figures.sets import (
    counts_list,
    is_class_of_places,
    is_part_of_set,
    is_recipient,
    is_set,
    is_size_of_what_is_measured,
    is_small_set,
    serves,
)
from policyparse.knowledge.pattern import pattern
from policyparse.knowledge.rule import Rule, first_rule

MEETING = pattern(
    r"(?<!“)(?&figures.meeting)(?!”)",
    matches=["与会委员", "代表20名", ("“与会委员", "委员")],
    rejects=["“代表”", "企业", "与会”"],
)
_MEASURED_TIME = pattern(
    r"时间|时长|寿命|周期|年限|工期|用时|耗时|缩短|压缩|压减|小时数|天数|提速|减少|延长|年龄|停电|时限|累计|飞行",
    matches=[
        *("平均等待时间", "工期", "缩短至", "飞行", "耗时", "用时", "时长", "提速", "延长", "年龄", "年限", "周期"),
        *("压缩", "压减", "停电", "小时数", "比上年同期减少", ("把审批时限压缩到", "时限"), "人均预期寿命提高"),
        *("确保全年空气质量优良天数", "全国发电设备累计平均利用"),
    ],
    rejects=["历史", "连续"],
)
_LASTING_FOR = pattern(r"(?:连续|近|过去|为期)$", matches=["连续", "为期", "近", "过去"], rejects=["缩短", "为期甲"])
_ILLUSTRATED = pattern(
    r"(?:相当于|每)[^，。；]{1,14}[中里]就有",
    matches=["每10个人中就有", "相当于每3家里就有", ("相当于每3家里就有", "相当于每3家里就有")],
    rejects=["每10个人有", "中就有", "每中就有", "每一百户参加养老保险的城镇职工家庭中就有"],
)
_RECEIVER = pattern(
    r"(?:[对向凡]|给(?!予))[^，。；]{2,30}$",
    matches=["对就业人数", "凡年产值", "给年产值", "向年产值"],
    rejects=["给予企业", "就业", "凡县", "凡在全市范围内依法注册登记、具有独立法人资格并且连续经营三年以上的企业"],
)
_RECEIVED = pattern(
    r"的[^，。；]{1,14}?(?:给予|予以|实行|可以?申请)",
    method="match",
    matches=["的企业给予奖励", "的个人可以申请", "的个人实行", "的个人予以", "的个人可申请"],
    rejects=["的企业，给予", "企业给予", "的可以申请", "的农民专业合作社和家庭农场负责人可以申请"],
)
"""Around a number that only says who receives something: 对就业人数超过50人的企业给予奖励."""
_OF_ONE = pattern(
    r"(?:地|田|棚|园)?(?:[^，。；\d]{0,12}$|能|可|就|要|平均|大约|纯|毛|净|收入|产值|产量|成本|省|赚|卖|挣|增收)",
    method="match",
    matches=[
        *("地能省水40%", "纯收入两万元", "罚款", "", "田能省水40%", "棚能省电40%", "地赚3千元", "地要水40方"),
        *("地纯赚两千元", "地纯粮食3千斤", "地省水40%", "地毛收入3千元", "地挣3千元", "地就收了3千元"),
        *("地可增收40%", "地卖3千元", "地净赚3千元", "园能采茶40斤", "地收入3千元", "地成本3千元", "地平均收3千元"),
        *("地大约收3千斤", "地增收3千元", "地产量3千斤", "地产值3千元"),
    ],
    rejects=["，全市", "基本农田用于粮食生产以外的"],
)
"""Behind one unit: what comes of it."""
_EARNS = pattern(
    r"(?:地|田|棚)(?:能|可|就|纯|毛|净)?(?:收入|收|赚|卖|挣|省|产)",
    method="match",
    matches=[
        *("地收入千把块钱", "棚能卖", "田能卖", "棚能赚", "棚能省", "棚能收", "棚能挣", "棚能产", "棚纯卖"),
        *("棚毛卖", "棚就卖", "棚可卖", "棚净卖", ("地收入千把块钱", "地收入")),
    ],
    rejects=["收入", "地"],
)
_FINE = pattern(
    r"[^。；]{0,8}(?:罚款|罚金)",
    method="match",
    matches=["以下罚款", "的罚金", "罚款"],
    rejects=["。罚款", "以下并处吊销许可证同时处罚款"],
)
_SCENE = pattern(
    r"(?:我国|全国|中国|世界|全球|人类|地球|全世界)(?:有|共有|拥有|现有|是)?(?:一个)?(?:超过|近|约|有)?$",
    matches=[
        *("我国有", "全球", "我国是一个有", "地球", "全国", "人类", "中国", "世界", ("全世界", "全世界")),
        *("我国现有", "我国拥有", "我国共有", "我国有一个有", "我国是一个近", "我国是一个约", "我国是一个超过"),
    ],
    rejects=["我国新增", "全市有", "我国产值"],
)
_SCENE_AFTER = pattern(
    r"(?:的)?(?:多)?(?:人口|人民|国土|陆地|领土|耕地|总人口|中国人|国人|消费者)",
    method="match",
    matches=["人口", "的人口", "多人民", "领土", "陆地", "耕地", "国土", "国人", "消费者", "总人口", "中国人"],
    rejects=["企业", "，人口"],
)
"""Around a number of the country or the world that only sets the scene: 我国有14亿多人口, 全球三分之一的人口."""
_SHARE_OF_WORLD = pattern(
    r"占(?:全球|世界|全世界|全国|国土|我国)[^，。；]{0,10}(?:人口|面积|国土|陆地)[^，。；]{0,6}$",
    matches=[
        *("面积占全国国土面积的", "占全球陆地", "占世界总人口", "面积占我国国土面积的", "面积占国土面积的"),
        *("占全国国土的", "占全世界陆地的", "占世界人口"),
    ],
    rejects=["占全国产量的", "面积占全国陆地比例继续保持稳定", "占全国城镇企业职工养老保险参保人口的"],
)
_PEOPLE_OF_A_COUNTRY = 1_000_000_000
_PEOPLE = frozenset("人名位篇")


def _is_bounded(n: Candidate) -> bool:
    """Whether a magnitude without a digit says about how many: 近千家, 突破万亿元, 百余人; not 上百家, 过半."""
    first = n.first
    if "余" in n.folded[first.number : first.end]:
        return True
    return bool(first.unit) and n.folded[first.start : first.number].strip() not in ("", "上", "成", "过")


def _is_plain_duration(n: Candidate) -> bool:
    if n.first.dimension != "duration":
        return False
    return not _MEASURED_TIME.search(n.before[-16:]) or bool(_LASTING_FOR.search(n.before))


def _is_one(n: Candidate) -> bool:
    first = n.first
    if not (first.chinese and first.value == 1):
        return False
    alone = not n.before and n.left_from > n.clause.start and first.dimension == "measure"  # 1000元 一吨
    return n.counts or alone


def _sets_scene(n: Candidate) -> bool:
    of_country = n.first.value >= _PEOPLE_OF_A_COUNTRY and n.first.unit in ("", "人")
    if (of_country or _SCENE.search(n.before)) and _SCENE_AFTER.match(n.after):
        return True
    return n.first.unit in ("%", "") and bool(_SHARE_OF_WORLD.search(n.before))


NO_INDICATORS: tuple[Rule[Candidate, bool], ...] = (
    Rule(
        "no digit",
        True,
        "A magnitude without a digit and a word for about how many says no number.",
        lambda n: n.first.bare and not _is_bounded(n),
        examples=("新增上百家企业。", "覆盖率过半。"),
        counterexamples=("新增近千家企业。", "新增百余家企业。"),
    ),
    Rule(
        "goal compared with",
        True,
        "What something is compared with is no finding.",
        is_goal,
        examples=("物价上涨低于3%左右的预期目标。",),
        counterexamples=("提出增长5%左右的预期目标。",),
    ),
    Rule(
        "whole of a share",
        True,
        "完成年任务75亿元的23.7%: the goal only says of what the share is.",
        is_whole_of_share,
        examples=("完成年任务75亿元的23.7%。",),
        counterexamples=("完成产值75亿元，占23.7%。",),
    ),
    Rule(
        "duration",
        True,
        "How long something took is a finding only where time is what is measured.",
        _is_plain_duration,
        examples=("历经5年建成。",),
        counterexamples=("平均等待时间缩短至17分钟。",),
    ),
    Rule(
        "one",
        True,
        "一个 is an article, and 1000元一吨 is a price of one.",
        _is_one,
        examples=("建成一座电站。",),
        counterexamples=("建成1座电站。",),
    ),
    Rule(
        "elements",
        True,
        "三元锂电池 and 二元结构 tell of elements.",
        is_of_elements,
        examples=("新增三元锂电池生产线。",),
        counterexamples=("票价三元。",),
    ),
    Rule(
        "formula",
        True,
        "A number of a formula in quotation marks belongs to its name.",
        is_in_formula,
        examples=("实行“1个方案+5张清单”。",),
        counterexamples=("新增1个方案。",),
    ),
    Rule(
        "quoted",
        True,
        "A Chinese numeral right behind a quotation mark begins a name.",
        begins_name,
        examples=("打造“十五项工程”。",),
        counterexamples=("打造十五项工程。",),
    ),
    Rule(
        "named goal",
        True,
        "“5.5%左右”目标 is a name.",
        is_named_goal,
        examples=("实现“5.5%左右”目标。",),
        counterexamples=("增长“5.5%左右”。",),
    ),
    Rule(
        "end of a name",
        True,
        "“稳增长30条” names a package, and “9个城市是1个城市”的要求 a saying.",
        ends_name,
        examples=("用好“稳增长30条”政策。", "按照“9个城市是1个城市”的要求推进。"),
        counterexamples=("用好政策30条。", "推出“稳增长”政策30条。"),
    ),
    Rule(
        "last or each",
        True,
        "最后5户 and 每1个 say which, not how many.",
        lambda n: n.before.endswith("最后") or (n.first.value == 1 and n.before.endswith("每")),
        examples=("剩下最后5户。", "服务每1个家庭。"),
        counterexamples=("剩下5户。",),
    ),
    Rule(
        "illustration",
        True,
        "每10辆车中就有1辆 illustrates a share.",
        lambda n: _ILLUSTRATED.search(n.folded, n.clause.start, n.clause.end),
        examples=("全球每10辆车中就有3辆来自本市。",),
        counterexamples=("全市有3辆。",),
    ),
    Rule(
        "class",
        True,
        "A number before 级, 以上企业, 大关 names a class or a mark.",
        is_in_class,
        examples=("50万人口以上的大城市增多。", "建成5亿元以上项目。"),
        counterexamples=("总投资3亿元。",),
    ),
    Rule(
        "base in brackets",
        True,
        "比全省（7.7%）高: the bracket gives what is compared with.",
        is_base_in_brackets,
        examples=("增速比全省（7.7%）快。",),
        counterexamples=("增速（7.7%）加快。",),
    ),
    Rule(
        "receiver",
        True,
        "对就业人数超过50人的企业给予奖励: the number says who receives something.",
        lambda n: _RECEIVED.match(n.after) and _RECEIVER.search(n.before),
        examples=("对就业人数超过50人的企业给予奖励。",),
        counterexamples=("给予企业50万元奖励。",),
    ),
    Rule(
        "name of a work",
        True,
        "年产3万吨碳纤维项目 is a name.",
        is_of_work,
        examples=("甲公司年产3万吨碳纤维项目开工。", "签约的项目包括甲基地、乙公司年产3万吨碳纤维加工等。"),
        counterexamples=("全市年产3万吨碳纤维。",),
    ),
    Rule(
        "bound of a class",
        True,
        "年收入20万元以上的村占比90%: the bound says which villages are counted.",
        bounds_a_class,
        examples=("年收入20万元以上的村占比达到90%。",),
        counterexamples=("年收入20万元以上，占比达到90%。",),
    ),
    Rule(
        "each of one",
        True,
        "一亩地省水40% gives what one unit has.",
        lambda n: (
            n.first.chinese and n.first.value == 1 and _OF_ONE.match(n.after) and (n.next or _EARNS.match(n.after))
        ),
        examples=("一亩地能省水40%。", "一亩纯收入两万元。"),
        counterexamples=("新增一亩。",),
    ),
    Rule(
        "size class",
        True,
        "亿元企业 is a class.",
        is_size_class,
        examples=("打造100亿元产业。",),
        counterexamples=("产业规模100亿元。",),
    ),
    Rule(
        "scene",
        True,
        "The people or the extent of the country and the world only set the scene.",
        _sets_scene,
        examples=("我国有14亿多人口。", "这是近14亿人口的大国。", "全球三分之一的人口生活在沿海。"),
        counterexamples=("全市有300万人口。",),
    ),
    Rule(
        "fine",
        True,
        "A fine is a sanction.",
        lambda n: _FINE.match(n.after) or (n.first.upper and n.after.startswith("的罚款")),
        examples=("处3万元罚款。",),
        counterexamples=("获得3万元。",),
    ),
    Rule(
        "people of a meeting",
        True,
        "How many took part in a meeting is counted elsewhere.",
        lambda n: n.first.unit in _PEOPLE and MEETING.search(n.folded, n.clause.start, n.clause.end),
        examples=("20名委员发言。",),
        counterexamples=("新增20名教师。",),
    ),
    Rule(
        "size of what is measured",
        True,
        "15个产业增加值433亿元: the next number is the finding.",
        is_size_of_what_is_measured,
        examples=("15个海洋产业增加值达433亿元。",),
        counterexamples=("50个水利项目完成投资80亿元。",),
    ),
    Rule(
        "recipient",
        True,
        "为18个村赠送书籍6000册: the next number is the finding.",
        is_recipient,
        examples=("累计为18个村赠送书籍6000册。",),
        counterexamples=("累计建成18个村。",),
    ),
    Rule(
        "what something serves",
        True,
        "为编制规划和3次评估提供了依据 counts nothing that was done.",
        serves,
        examples=("为编制规划和3次评估提供了依据。",),
        counterexamples=("完成3次评估。",),
    ),
    Rule(
        "part of a set",
        True,
        "The size of a set of which the next number says something is no finding.",
        is_part_of_set,
        examples=("在13个分项指数中，有11个上升。", "3项合计影响增长1.5个百分点。"),
        counterexamples=("46个签约项目中，8个开工。",),
    ),
    Rule(
        "class of places",
        True,
        "产量过万吨的4个县全部在北部 says where, not how many.",
        is_class_of_places,
        examples=("增速领先的5个县全部位于北部。",),
        counterexamples=("5个县增速领先。",),
    ),
    Rule(
        "length of a list",
        True,
        "汽车、纺织、建材3个产业: the number says how long the list is.",
        counts_list,
        examples=("做强造船、化纤、酿酒3个产业。",),
        counterexamples=("引进造船、化纤8个项目。",),
    ),
    Rule(
        "small set",
        True,
        "三个方面 is the size of a fixed set.",
        is_small_set,
        examples=("从三个方面发力。",),
        counterexamples=("建成三座电站。",),
    ),
    Rule(
        "set",
        True,
        "涉及300家企业 says what something is about.",
        is_set,
        examples=("政策涉及300家企业。",),
        counterexamples=("新增300家企业。",),
    ),
)
"""Why a number is no indicator; the first rule that applies says it."""


def is_indicator(n: Candidate) -> bool:
    """Whether a series of numbers is a finding or a target, rather than a size, a duration or part of a name."""
    return first_rule(NO_INDICATORS, n) is None
