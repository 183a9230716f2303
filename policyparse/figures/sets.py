"""Which numbers are findings, and which only say how large something is or belong to a name."""

import re

from policyparse.figures.clauses import Clause
from policyparse.figures.lexicon import alternation
from policyparse.language.quantities import Quantity

_SET_BEFORE = re.compile(alternation("set") + r"(?:全部|所有|全国|主要|重点监测的)?$")
_CLASS_SET = re.compile(r"[^，。；、]{0,4}" + alternation("set_noun") + r"份?(?:全部|都|均)")
"""After …的 N: the size of a class of places, all of which do something (产量过万吨的4个县全部在北部)."""
_TOGETHER = re.compile("合计|共计|总计|相加|叠加|加起来|加总")
"""After N: the things named before taken together (三项合计影响…)."""
_ENUMERATED = re.compile(r"[^，。；、]{1,8}(?:依次|分别)(?:是|为)")
"""After N: the members follow by name (最低的3个城市依次是…)."""
_OF_LIST = re.compile(r"[、和及与]|以及")
_GOAL = re.compile(
    r"的?(?:全年|年度|年初|既定|主要|宏观)?(?:预期|预算|计划|规划|约束性|考核|调控|任务|既定)(?:增长|控制|性)?(?:目标|任务|指标|要求|水平|值)"
)
"""After a number: the goal with which something is compared (高于6%以上的预期目标)."""
_AGAINST = re.compile(
    r"(?:高于|低于|超过|好于|优于|快于|慢于|大于|小于|少于|多于|比|较|与|跟|同)(?:全年|全省|全市|全国|年度|年初|既定|确定的|设定的|提出的|预期的|国家|省定|省里){0,3}$"
)
_COMPARED = re.compile(r"(?:比|较|高于|低于|快于|慢于|高出)[^，。；]{1,36}$")
_IN_SET = re.compile(r"[^，。；、]{0,24}(?:中的?|之中|之一|之外|之间|内的)(?:，|$|\d|[一二三四五六七八九]|有)")
_SET_NOUN = re.compile(r"[^，。；、]{0,4}" + alternation("set_noun"))
_COMPLETION = re.compile(alternation("completion"))
_MEETING = re.compile(alternation("meeting"))
_FROM = re.compile(r"(?:由|从)[^，。；由从、]{0,16}$")
_TOWARDS = re.compile(
    r"[^，。；]{0,12}?(?:提高|增加|增长|下降|降|转|上升|提升|扩大|减少|缩短|升|增至|跃升|发展|到|至|扩展)"
)
_CLASS = re.compile(
    r"级(?!别)|(?:人口)?以上的?(?:特大|大|中|小|中小|大中小?){0,2}(?:城市|县城|城镇|乡镇|村庄|县|镇|村)|[以之]?外的|外|范围|处[，的]|以上(?:的)?(?:项目|企业|工业项目|投资项目|单位|学历)|版|强|环|时代|通道|人大|大关|一体|合一|位一体|进一|结合|联动|专班|年级|天时间"
)
_SIZED = re.compile(
    r"(?:之间)?(?:级(?!别))?(?:[\u4e00-\u9fff]{0,6}?(?:企业|项目|产业|园区|集群|工程)|的[\u4e00-\u9fff]{0,6}?(?:企业|项目|园区|集群)[^，。；]{0,6}[0-9])"
)
_SIZE_CLASS = re.compile("企业|项目|产业|园区|集群|强县|工程")
_MEASURED_TIME = re.compile(
    r"时间|时长|寿命|周期|年限|工期|用时|耗时|缩短|压缩|压减|小时数|天数|提速|减少|延长|年龄|停电|时限|累计|飞行"
)
_COVERED = re.compile(r"(?:覆盖|涵盖|惠及)(?:了|全部|全国|近|超)?$")
_RECIPIENT = re.compile(
    r"(?:(?:重点|先后|累计|免费|集中|率先|已|专门|上门|统一|共)|(?:^|[，。；：]))为(?:全[省市县区镇]|辖区|当地)?$"
)
_SERVED = re.compile(
    r"[^，。；、\d]{1,16}?(?:免费|提供|赠送|发放|送去|送上|解决|建成|建立|配备|办理|开展|减免|争取|落实|发行|协调)"
)
"""Around a number that only says how many receive what the next number counts: 为18个村赠送书籍6000册."""
_PRODUCED = frozenset(
    ("吨", "公斤", "千克", "升", "立方米", "千瓦", "兆瓦", "吉瓦", "千瓦时", "兆瓦时", "吉瓦时", "GW", "MW", "GWh")
)
_PRODUCTS = frozenset("件套台辆只头羽条支片块双个颗枚瓶箱株尾张部架") | {"台套", "台（套）"}
"""Units in which the names of works give what they make."""
_MANY = 10_000
_ATTAINED = re.compile(
    r"(?:新增|建成|形成|达到?|完成|实现|累计|共|总|新建|扩建|建设|规划|增加|扩大到?|提高到?|产能|产量|能力|规模|装机|容量|超过?|近|约)(?:[年日]产|[年日]处理|年加工)?$"
)
_CAPACITY = re.compile(r"(?<!建成)(?<!新增)(?<!形成)(?<!建设)(?<!新建)(?<!规划)(?:年产|日产|年处理|日处理|年加工)$")
_OF_WORK = re.compile(
    r"[^，。；、\d]{1,16}?(?:[0-9.]{1,8}[万亿]?[吨件台套辆][^，。；、\d]{1,16}?)?(?:[一二三四]期)?(?:项目|工程|生产线|电站|电厂|机组|风电场|煤矿|装置)"
    r"(?=[，。；、）和及与等开签竣投正顺建总占规计拟由是]|$)"
)
"""Around a number of the name of a work: 甲公司年产3万吨碳纤维项目."""
_FOR_WHAT = re.compile("为[^，。；]{2,40}(?:和|与|及|、)$")
_GIVES = re.compile(r"[^，。；]{1,12}?(?:提供|奠定|创造|打下|积累|注入)")
"""Around a number of what something serves: 为编制规划和3次评估提供了依据."""
_RANKING = re.compile(r"[^，。；]{1,12}?(?:位居|居(?!民|住|家)|位列|排名|排在|名列|领跑|领先|拔得)")
"""After 以 and a number: the rank that it gives (甲区以54家企业数量位居首位)."""
_NAMED_GOAL = re.compile("”(?:左右|以上)?的?(?:增长|发展|预期|增速){0,2}(?:目标|任务|红线|底线|预期|关口|时代)")
"""After a number in quotation marks: what it names (“5.5%左右”目标)."""
_ILLUSTRATED = re.compile(r"(?:相当于|每)[^，。；]{1,14}[中里]就有")
_RECEIVER = re.compile(r"(?:[对向凡]|给(?!予))[^，。；]{2,30}$")
_RECEIVED = re.compile(r"的[^，。；]{1,14}?(?:给予|予以|实行|可以?申请)")
"""Around a number that only says who receives something: 对就业人数超过50人的企业给予奖励."""
_FORMULA = re.compile(r"“[0-9一二三四五六七八九][^“”，。；]{0,12}\+[^“”，。；]{1,16}”")
"""A formula in quotation marks: “1个方案+N张清单”."""
_QUOTED = re.compile(r"[“《‘（]$")
_FINE = re.compile(r"[^。；]{0,8}(?:罚款|罚金)")
_PEOPLE = frozenset("人名位篇")
_MEASURED = re.compile(alternation("measured") + r"(?:总额|达到?|为|共)?$")
_COUNTED_THING = re.compile(r"[^，。；、]{0,8}?(?:项目|工程|企业)(?:完成|实现|到位|新增|总)")
"""Things whose number says as much as what they did: 50个水利项目完成投资80亿元."""
LONGEST_SET = 16
"""Between the size of a set and what it measures (15个海洋产业增加值43733亿元) stand at most so many characters."""
_SMALL = 20


def base_of_change(folded: str, number: Quantity, clause: Clause) -> int | None:
    """Where the words begin that give the value from which something changed (由2020年的80%提高到…), else None.

    Args:
        folded: The paragraph, width-folded.
        number: The number.
        clause: Its clause.
    """
    before = _FROM.search(folded, clause.start, number.start)
    if before and _TOWARDS.match(folded, number.end, clause.end):
        return before.start()
    return None


def is_goal(folded: str, first: Quantity, last: Quantity, clause: Clause) -> bool:
    """Whether a number only says what the goal is with which another is compared (低于3%左右的预期目标).

    Args:
        folded: The paragraph, width-folded.
        first: First number of the series.
        last: Last number of the series.
        clause: Their clause.
    """
    return bool(_GOAL.match(folded, last.end, clause.end) and _AGAINST.search(folded, clause.start, first.number))


def is_base_in_brackets(folded: str, first: Quantity, last: Quantity, clause: Clause) -> bool:
    """Whether a number in brackets only gives the value with which something is compared: 比全省（7.7%）高….

    Args:
        folded: The paragraph, width-folded.
        first: First number of the series.
        last: Last number of the series.
        clause: Its clause, that in the brackets.
    """
    alone = folded.startswith("（", first.start - 1) and folded.startswith("）", last.end)
    return alone and bool(_COMPARED.search(folded, max(clause.part[0], first.start - 40), first.start - 1))


def names_class(folded: str, first: Quantity, last: Quantity, clause: Clause) -> bool:
    """Whether a sum of money belongs to the name of a class that is counted (亿元以上 工业项目 320个).

    Args:
        folded: The paragraph, width-folded.
        first: First number of the series.
        last: Last number of the series.
        clause: Their clause.
    """
    bounded = first.bare or first.comparator in ("ge", "gt", "le", "lt") or folded.startswith("之间", last.end)
    return bool(first.unit == "元" and bounded and _SIZED.match(folded, last.end, clause.end))


def is_indicator(
    folded: str, first: Quantity, last: Quantity, clause: Clause, left_from: int, following: Quantity | None
) -> bool:
    """Whether a series of numbers is a finding or a target, rather than a size, a duration or part of a name.

    Args:
        folded: The paragraph, width-folded.
        first: First number of the series.
        last: Last number of the series.
        clause: Their clause.
        left_from: Where the words that belong to the first number may begin.
        following: The next number of the paragraph, None where there is none.
    """
    before = folded[left_from : first.start]
    after = folded[last.end : clause.end]
    if first.bare and not _is_bounded(folded, first):
        return False
    if is_goal(folded, first, last, clause):
        return False
    if first.dimension == "duration":
        return bool(_MEASURED_TIME.search(before[-16:])) and not before.endswith(("连续", "近", "过去", "为期"))
    if first.chinese and first.value == 1 and first.dimension == "count":
        return False
    if first.chinese and first.value == 1 and not before and left_from > clause.start and first.dimension == "measure":
        return False  # 1000元 一吨
    if _FORMULA.match(folded, first.start - 1):
        return False
    if first.chinese and _QUOTED.search(before):
        return False
    if before.endswith("“") and _NAMED_GOAL.match(after):
        return False
    if before.endswith("最后") or (first.value == 1 and before.endswith("每")):
        return False
    if _ILLUSTRATED.search(folded, clause.start, clause.end):
        return False
    if (
        _CLASS.match(after)
        or names_class(folded, first, last, clause)
        or is_base_in_brackets(folded, first, last, clause)
        or (_RECEIVED.match(after) and _RECEIVER.search(before))
    ):
        return False
    if _of_work(first, before, after):
        return False
    if first.unit == "元" and _SIZE_CLASS.match(after):
        return False
    if _FINE.match(after) or (first.upper and after.startswith("的罚款")):
        return False
    if first.unit in _PEOPLE and _MEETING.search(folded, clause.start, clause.end):
        return False
    if first.dimension == "count":
        if following and following.start < clause.end and following.dimension == "measure":
            between = folded[last.end : following.start]
            apart = "、" in between or names_class(folded, following, following, clause)
            apart = apart or len(between) > LONGEST_SET or bool(_COUNTED_THING.match(between))
            if not apart and _MEASURED.search(between):
                return False
        further = following and following.start < clause.end
        if further and _RECIPIENT.search(before) and _SERVED.match(after):
            return False
        return not _is_set(first, before, after)
    return True


def _is_bounded(folded: str, number: Quantity) -> bool:
    """Whether a magnitude without a digit says about how many: 近千家, 突破万亿元, 百余人; not 上百家, 过半."""
    if "余" in folded[number.number : number.end]:
        return True
    return bool(number.unit) and folded[number.start : number.number].strip() not in ("", "上", "成", "过")


def _of_work(number: Quantity, before: str, after: str) -> bool:
    """Whether a number belongs to the name of a work, which says what it makes (甲公司 30万吨 合成氨项目)."""
    if number.dimension == "duration" or not _OF_WORK.match(after):
        return False
    if _CAPACITY.search(before):
        return True
    if after.startswith("的"):
        return False
    made = number.unit in _PRODUCED or (number.unit in _PRODUCTS and number.value >= _MANY)
    return made and number.comparator == "eq" and not _ATTAINED.search(before)


def _counts_list(number: Quantity, before: str) -> bool:
    """Whether a number says how many members the list just before it has: 汽车、纺织、建材 3个 支柱产业."""
    last = max(before.rfind(mark) for mark in "，。；：") + 1
    listed = before[last:]
    fewest = listed.count("、") + 1  # 和 may belong to a name: 政和、松溪
    return fewest > 1 and fewest <= number.value <= len(_OF_LIST.findall(listed)) + 1


def _is_set(number: Quantity, before: str, after: str) -> bool:
    if _FOR_WHAT.search(before) and _GIVES.match(after):
        return True
    if before.endswith("以") and _RANKING.match(after):
        return False
    if _IN_SET.match(after) or _TOGETHER.match(after) or _ENUMERATED.match(after):
        return True
    if before.endswith("的") and _CLASS_SET.match(after):
        return True
    if after and _counts_list(number, before):
        return True
    small = number.chinese and number.value <= _SMALL
    if small:
        achieved = _COMPLETION.search(after) or _COMPLETION.search(before[-6:])
        return not achieved or bool(_SET_NOUN.match(after))
    if before.endswith("等") and (not after or after[0] in "，。；、"):
        return False
    if _COVERED.search(before):
        return bool(_SET_NOUN.match(after))
    return bool(_SET_BEFORE.search(before)) and not _COMPLETION.search(after)
