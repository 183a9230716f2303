"""Names of works read backwards (名称的起点): where the name begins that ends in a word for a work."""

from collections.abc import Iterator

from policyparse.knowledge.pattern import pattern
from policyparse.language.dates import find_dates
from policyparse.language.enumerations import name_start
from policyparse.model.base import Extent
from policyparse.plan.beside_works import PLACED
from policyparse.plan.naming import Paragraph
from policyparse.plan.work_names import LISTED_END, NAME_LENGTH, WORK, WORK_END, is_site, is_work_name

_BOUNDARY = pattern(
    r"[，。；：！？、——“”\n]|的|位于|正在|作为|随着|以及|地块|[均都]有",
    matches=[
        *("完成投资，青禾水厂", "今年开工的青禾水厂", "位于城东青禾水厂", "正在青禾水厂施工"),
        *("作为标志性工程青禾水厂", "随着青禾水厂投产", "青禾水厂以及云岭电站", "各县均有青禾水厂分厂"),
        "各县都有青禾水厂分厂",
        "30-1号地块青禾安置园",
    ],
    rejects=["青禾水厂", "全市均衡发展", "首都机场"],
)
"""The name of a work begins behind it."""
_FIRST_OF = pattern(
    r"(?:最[大高长深]|首[座条个]|第一[座条])[\u4e00-\u9fff]{0,6}?(?:隧道|隧洞|大桥|桥梁|工程|项目|电站|水库|铁路|公路)(?=[\u4e00-\u9fff]{4})",
    matches=[
        *(("全线最长隧道青禾山隧道", "最长隧道"), "首座跨江大桥云岭大桥", "全线最大隧道青禾山隧道"),
        *("全线最高隧道青禾山隧道", "全线最深隧道青禾山隧道", "首条跨江大桥云岭大桥", "首个跨江大桥云岭大桥"),
        *("第一座跨江大桥云岭大桥", "第一条铁路青山铁路", "首座跨江隧洞云岭大桥", "首座跨江桥梁云岭大桥"),
        *("首座跨江工程云岭大桥", "首座跨江项目云岭大桥", "首座跨江电站云岭大桥", "首座跨江水库云岭大桥"),
        *("首座跨江铁路云岭大桥", "首座跨江公路云岭大桥"),
    ],
    rejects=["首座青禾大桥", "最大电站项目", "首座横跨青龙江主航道大桥云岭大桥", "全线最长隧道已贯通"],
)
"""Before a name: what the work is the first of."""
_FIRST_UNIT = pattern(
    r"(?<=水电|核电)首[批台套期](?:机组|生产线|产线|工程)$|(?<=项目|电站)首[批台套]机组$",
    matches=[
        *(("青禾光伏项目首批机组", "首批机组"), "青禾电站首台机组", "青禾电站水电首批工程", "核电首台产线"),
        *("核电首套产线", "核电首期产线", "核电首台机组", "核电首台生产线", "青禾电站首套机组"),
    ],
    rejects=["首台机组", "青禾项目机组", "电站首台产线", "电首台工程", "核电首台产线甲", "青禾电站首台机组甲"],
)
"""Behind a name: the first part of the work that is done."""
_SUM_LENGTH = 24
_VISITOR = pattern(
    r"[\u4e00-\u9fff]{0,16}?(?:书记|[省市县区州镇乡局厅部处院]长|主任|领导|主席|代表|委员|人员|一行|[查研察访导]组)[\u4e00-\u9fff]{0,4}?"
    r"(?:先后|分别|带队){0,2}(?:来到|到|赴|深入|走进|前往)",
    method="match",
    matches=[
        *("东江县委书记陈立到", "调研组一行先后赴", "副市长李明轩带队深入", "市人大代表走进", "代表走进"),
        *("副省长李明到", "副县长李明到", "区长李明来到", "州长李明到", "镇长李明到", "乡长李明到"),
        *("市住建局局长李明到", "省交通厅厅长李明到", "县委组织部部长李明到", "项目处处长李明到"),
        *("市中医院院长李明到", "管委会主任李明到", "县领导前往", "县政协主席李明到", "政协委员走进"),
        *("工作人员前往", "客商一行走进", "督查组深入", "调研组赴", "考察组来到", "采访组走进", "督导组前往"),
        *("副市长李明轩先后赴", "县长欧阳文先后来到", "县委书记欧阳文分别赴"),
        ("东江县委书记陈立来到青禾", "东江县委书记陈立来到"),
    ],
    rejects=["青禾到东江公路", "东江县委书记陈立日前要求到", "江南省东江市青禾县人民政府党组成员兼副县长李明到"],
)
"""Before the name of a work: who visits it."""
_JOINED = pattern(
    r"(?:、|(?P<and>[和与及]))(?:总?投资[0-9.]{1,8}[万亿]{0,2}元的)?$",
    matches=[
        *("青禾水厂、", "青禾项目和", "青禾项目和总投资8亿元的", "青禾项目、投资8亿元的"),
        *(("青禾项目与", {"and": "与"}), "青禾项目及", "青禾项目、投资8元的"),
    ],
    rejects=[
        *("青禾水厂等", "青禾项目，", "青禾项目、投资亿元的", "青禾项目、投资...3...3.亿元的"),
        "青禾项目、投资8万万万元的",
    ],
)
"""Between two works of one list."""


def name_to(paragraph: Paragraph, end: int) -> Extent | None:
    """The name of a work that ends at `end` and begins in the same clause; None where there is none.

    Args:
        paragraph: The paragraph.
        end: Where the word for a work ends that is the last of the name.
    """
    folded = paragraph.folded
    last = folded.rfind("（", 0, end) - 1 if folded[end - 1] == "）" else end - 1
    floor = max(paragraph.clauses.at(last).start, end - NAME_LENGTH)
    boundaries = [m.end() for m in _BOUNDARY.finditer(folded, floor, end - 1)]
    start = boundaries[-1] if boundaries else floor
    if folded[start - 1 : start] == "”" and (quote := folded.rfind("“", floor, start)) >= 0:
        start = quote
    first = next(find_dates(folded[start:end], None), None)
    start += first.end if first and first.start <= 2 else 0
    start = after_visitor(folded, start, end)
    start = name_start(folded, start, end, shortest=4)
    if folded[start - 1 : start] == "“" and "”" in folded[start:end]:
        start -= 1
    inner = folded.rfind("工程", start, end - 3)
    start = inner + 2 if inner >= 0 else start
    start = _after_other(folded, start, end)
    if first_of := _FIRST_OF.search(folded, start, end + 4):
        if first_of.end() >= end:
            return None
        start = first_of.end()
    if PLACED.search(folded, max(0, start - 4), start):
        return None
    if first_unit := _FIRST_UNIT.search(folded, start, end):
        end = first_unit.start()
    return (start, end) if is_work_name(folded, start, end) else None


_PARTS_OF_ANOTHER = ("配套", "附属", "相关", "其", "连接线")
"""What stands behind 及 and is built with the work before it."""


def after_visitor(folded: str, start: int, end: int) -> int:
    """Where a stretch goes on after who visits what it names: 县委书记陈立到 甲压铸."""
    visitor = _VISITOR.match(folded, start, end)
    return visitor.end() if visitor else start


def _after_other(folded: str, start: int, end: int) -> int:
    """Where the last of two works begins that 和 joins in one stretch: 甲隧道和 乙污水处理厂."""
    for work in WORK.finditer(folded, start, end - 5):
        other = work.end() + 1
        if folded.startswith(_PARTS_OF_ANOTHER, other):
            continue
        if folded[other - 1] in "和与及" and is_site(folded, start, other - 1) and is_site(folded, other, end):
            return other
    return start


def beside(folded: str, begin: int) -> Iterator[Extent]:
    """The works named before 、 in one list with a work, or before 和 with their sum: 甲高铁、乙高铁正在加紧施工.

    Args:
        folded: Width-folded text.
        begin: Where the work begins.
    """
    while joined := _JOINED.search(folded, max(0, begin - _SUM_LENGTH), begin):
        end = joined.start()
        if joined["and"] and not WORK_END.search(folded, max(0, end - NAME_LENGTH), end):
            return
        floor = max(0, end - NAME_LENGTH)
        boundaries = [m.end() for m in _BOUNDARY.finditer(folded, floor, end)]
        begin = name_start(folded, boundaries[-1] if boundaries else floor, end, shortest=4)
        if not LISTED_END.search(folded, begin, end) or not is_work_name(folded, begin, end):
            return
        yield begin, end
