"""Numbers that only give the size of a set of which something else is said (集合的大小)."""

from policyparse.figures.candidates import Candidate
from policyparse.figures.metric_grammar import COMPLETION
from policyparse.figures.names_of_numbers import names_class
from policyparse.knowledge.characters import COUNT
from policyparse.knowledge.pattern import pattern
from policyparse.language.enumerations import JOINT

_N = f"[{COUNT}]"
SET_BEFORE = pattern(
    r"(?&figures.set)(?:全部|所有|全国|主要|重点监测的)?$",
    matches=["在", "涉及全国", "围绕主要", "围绕所有", "围绕全部", "围绕重点监测的"],
    rejects=["新增", "在全市"],
)
"""Before a number: it is the size of a set."""
SET_NOUN = pattern(
    r"[^，。；、]{0,4}(?&figures.set_noun)",
    method="match",
    matches=["个国民经济行业", "个方面", "领域", ("个国民经济行业", "个国民经济")],
    rejects=["家企业", "，行业"],
)
_CLASS_SET = pattern(
    r"[^，。；、]{0,4}(?&figures.set_noun)份?(?:全部|都|均)",
    method="match",
    matches=["县全部在北部", "个省份均", "个省份都"],
    rejects=["县在北部", "家企业都", "个粮食主产区省份均"],
)
"""After …的 N: a class of places, all of which do something (产量过万吨的4个县全部在北部)."""
_TOGETHER = pattern(
    r"合计|共计|总计|相加|叠加|加起来|加总",
    method="match",
    matches=["合计影响", "加起来", "相加", "总计", "叠加", "加总", "共计"],
    rejects=["项合计", "总和"],
)
"""After N: the things named before taken together (三项合计影响…)."""
_ENUMERATED = pattern(
    r"[^，。；、]{1,14}(?:依次|分别)(?:是|为)|[^，。；、]{0,8}(?:项目|工程)[^，。；、]{0,2}(?:建成|达产|投产|投用){1,2}后|个?(?:大类)?行业[^，。；、0-9]{0,10}分别",
    method="match",
    matches=[
        *("城市依次是", "项目建成达产后", "县分别为", "个行业增加值分别增长", "产业园区项目建成后"),
        *("桥梁工程全部投用后", "项目全面投产后", "行业增加值分别增长", "大类行业分别增长"),
    ],
    rejects=[
        *("依次是", "城市增长", "各省会城市和经济特区所在的城市依次是", "来自粤港澳大湾区的招商项目建成后"),
        *("项目后续", "项目将在全部建成后", "项目陆续建成投产投用后", "行业规模以上工业企业利润总额分别增长"),
    ],
)
"""After N: the members follow by name (最低的3个城市依次是…)."""
_IN_SET = pattern(
    r"[^，。；、]{0,24}(?:中的?|之一|之外|之间|内的)(?:，|$|[\d有]|(?&n))",
    method="match",
    n=_N,
    matches=[
        *("个行业中，", "个大类中的80个", "家企业之一", "个县中有", "中", "个县内的", "个县之间", "个县之外"),
        *("个市中九个", "个大类中80个"),
    ],
    rejects=["个行业，", "个中心", "个纳入国家统计局价格监测范围的大中城市和三十五个省会城市中"],
)
_COVERED = pattern(
    r"(?:覆盖|涵盖|惠及)(?:了|全部|全国|近|超)?$",
    matches=["覆盖了", "惠及", "涵盖", "覆盖近", "覆盖超", "覆盖全部", "覆盖全国"],
    rejects=["覆盖面", "新增"],
)
_RECIPIENT = pattern(
    r"(?:(?:重点|先后|累计|免费|集中|率先|已|专门|上门|统一|共)|(?:^|[，。；：]))为(?:全[省市县区镇]|辖区|当地)?$",
    matches=[
        *("，为", "累计为全市", "为", "已为", "共为", "集中为", "重点为", "统一为", "率先为", "免费为", "先后为"),
        *("专门为", "上门为", "累计为辖区", "累计为当地", "累计为全镇", "累计为全省", "累计为全县", "累计为全区"),
    ],
    rejects=["成为", "达为", "已为老年人"],
)
_SERVED = pattern(
    r"[^，。；、\d]{1,16}?(?:免费|提供|赠送|发放|送去|送上|解决|建成|建立|配备|办理|开展|减免|争取|落实|发行|协调)",
    method="match",
    matches=[
        *("个村赠送书籍6000册", "名老人免费", "名老人配备", "名老人送去", "名老人送上", "名老人解决", "名老人落实"),
        *("名老人提供", "名老人开展", "名老人建立", "名老人建成", "名老人发行", "名老人发放", "名老人协调"),
        *("名老人办理", "名老人减免", "名老人争取"),
    ],
    rejects=["个村，赠送", "个村新增", "免费", "名生活困难老年人和重度残疾人家庭成员免费"],
)
"""Around a number that only says how many receive what the next number counts: 为18个村赠送书籍6000册."""
_FOR_WHAT = pattern(
    r"为[^，。；]{2,40}(?:和|与|及|、)$",
    matches=["为编制规划和", "为编制规划及", "为编制规划与"],
    rejects=[
        *("为编制规划", "为县和"),
        "为编制全市国土空间总体规划、综合交通规划、生态环境保护规划、水资源综合利用规划以及各类专项规划和",
    ],
)
_GIVES = pattern(
    r"[^，。；]{1,12}?(?:提供|奠定|创造|打下|积累|注入)",
    method="match",
    matches=[
        *("评估提供了依据", "评估积累了依据", "评估注入了依据", "评估打下了依据", "评估奠定了依据"),
        "评估创造了依据",
    ],
    rejects=["提供", "评估", "科学编制全市国土空间总体规划提供了依据"],
)
"""Around a number of what something serves: 为编制规划和3次评估提供了依据."""
_RANKING = pattern(
    r"[^，。；]{1,12}?(?:居(?!民|住|家)|位列|排名|排在|名列|领跑|领先|拔得)",
    method="match",
    matches=[
        *("企业数量位居首位", "的增速领跑", "的增速领先", "的增速排在", "的增速排名", "的增速拔得", "的增速名列"),
        "的增速位列",
    ],
    rejects=["居民", "企业数量", "县居民", "领跑", "县居家", "县居住", "的规模以上高技术制造业企业数量领跑"],
)
"""After 以 and a number: the rank that it gives (甲区以54家企业数量位居首位)."""
_MEASURED_SUM = pattern(
    r"(?&figures.measured)(?:总额|达到?|为|共)?$",
    matches=["海洋产业增加值", "产值达", "产值共", "产值为", "产值达到", ("产值总额", "产值总额")],
    rejects=["产值增长"],
)
_COUNTED_THING = pattern(
    r"[^，。；、]{0,8}?(?:项目|工程|企业)(?:完成|实现|到位|新增|总)",
    method="match",
    matches=["水利项目完成投资", "企业实现产值", "工程总投资", "企业新增产值", "企业到位产值"],
    rejects=["项目", "产业增加值", "农村饮水安全巩固提升项目总投资"],
)
"""Things whose number says as much as what they did: 50个水利项目完成投资80亿元."""
_LENGTH_OF_SET = 16
"""Between the size of a set and what it measures (15个海洋产业增加值43733亿元) stand at most so many characters."""
_ACHIEVED = pattern(
    r"(?:^|[，。；：市县区省州内]|[本此]次|当[天日]|现场|集中)(?:集中|已|共|累计|先后|成功|陆续|相继|新){0,3}(?:(?&figures.completion)|推动|推进|引入)[^，。；：]{2,160}等$",
    matches=[
        *("全省新落地青禾医院等", "，推动青禾玻纤、嘉禾粮油等", "引进青禾、蓝海等"),
        *(("本次集中开工青禾医院等", "本次集中开工青禾医院等"), ("此次签约青禾医院等", "此次签约青禾医院等")),
        *("当天签约青禾、蓝海等", "活动当日签约青禾、蓝海等", "会上现场签约青禾、蓝海等"),
        *("会上集中签约青禾、蓝海等", "推进青禾、蓝海等", "引入青禾、蓝海等", "全省已落地青禾医院等"),
        *("全省共落地青禾医院等", "全市新落地青禾医院等", "全州新落地青禾医院等", "全县新落地青禾医院等"),
        *("全区新落地青禾医院等", "园区内新落地青禾医院等", "全省陆续落地青禾医院等", "全省累计落地青禾医院等"),
        *("全省相继落地青禾医院等", "全省成功落地青禾医院等", "全省先后落地青禾医院等"),
    ],
    rejects=[
        *("涉及青禾、蓝海等", "围绕新建项目等", "签约它等", "已先后成功新引进青禾、蓝海等"),
        *("引进" + "青禾集团、" * 33 + "蓝海集团等", "推动台玻、嘉粮等32个已落户项目增资扩产。"),
    ],
)
"""Before a number: what was brought about, with examples (引进甲、乙等 18个项目)."""
_SEEN = pattern(
    r"(?:(?:察|查)看|参观|观摩|[视考]察|巡查|踏访)了?(?:[全我][省市县区]|辖区)?$",
    matches=[
        *("委员们实地察看了", "观摩全市", "逐一查看", "参观我市", "视察全省", "考察我省", "巡查辖区", "踏访全县"),
        *("踏访我县", "巡查全区", "巡查我区"),
    ],
    rejects=["走访企业", "察看的"],
)
"""Before a number: what was seen on a visit."""
_SOME = 10
"""Of fewer things the examples may be the whole list."""
_SMALL = 20
"""A Chinese numeral up to this counts few things."""


def is_size_of_what_is_measured(n: Candidate) -> bool:
    """15个海洋产业增加值43733亿元: the number of things whose sum the next number gives."""
    following = n.next
    if following is None or following.dimension != "measure" or not n.counts:
        return False
    between = n.folded[n.last.end : following.start]
    of_class = names_class(Candidate(n.folded, following, following, n.clause, following.start))
    apart = "、" in between or of_class or len(between) > _LENGTH_OF_SET or bool(_COUNTED_THING.match(between))
    return not apart and bool(_MEASURED_SUM.search(between))


def ranks(n: Candidate) -> bool:
    """以54家企业数量位居首位: the number is a finding."""
    return n.before.endswith("以") and bool(_RANKING.match(n.after))


def is_recipient(n: Candidate) -> bool:
    """为18个村赠送书籍6000册: the next number is the finding."""
    return n.counts and n.next is not None and bool(_RECIPIENT.search(n.before) and _SERVED.match(n.after))


def serves(n: Candidate) -> bool:
    """为编制规划和3次评估提供了依据."""
    return n.counts and bool(_FOR_WHAT.search(n.before) and _GIVES.match(n.after))


def counts_list(n: Candidate) -> bool:
    """Whether a number says how many members the list just before it has: 汽车、纺织、建材 3个 支柱产业."""
    if not n.counts or not n.after:
        return False
    listed = n.before[max(n.before.rfind(mark) for mark in "，。；：") + 1 :]
    fewest = listed.count("、") + 1  # 和 may belong to a name: 政和、松溪
    return 1 < fewest <= n.first.value <= len(JOINT.findall(listed)) + 1


def is_part_of_set(n: Candidate) -> bool:
    """在13个分项指数中; not 46个签约项目中, a total of what was done."""
    if not n.counts or ranks(n):
        return False
    total = not n.before and n.left_from == n.clause.start and COMPLETION.match(n.after)
    in_set = _IN_SET.match(n.after) and not total
    return bool(in_set or _TOGETHER.match(n.after) or _ENUMERATED.match(n.after))


def is_class_of_places(n: Candidate) -> bool:
    """产量过万吨的4个县全部在北部."""
    return n.counts and n.before.endswith("的") and bool(_CLASS_SET.match(n.after))


def is_small_set(n: Candidate) -> bool:
    """三个方面, 五大行业: few things, of which nothing is said to be done."""
    if not (n.counts and n.first.chinese and n.first.value <= _SMALL):
        return False
    done = COMPLETION.search(n.after) or COMPLETION.search(n.before[-6:])
    return not done or bool(SET_NOUN.match(n.after))


def is_set(n: Candidate) -> bool:
    """涉及300家企业, 覆盖10个省: the size of what something is about."""
    if not n.counts or ranks(n) or (n.first.chinese and n.first.value <= _SMALL):
        return False
    if n.first.value >= _SOME and _ACHIEVED.search(n.folded, max(0, n.clause.start - 1), n.first.start):
        return False
    if _SEEN.search(n.before):
        return True
    if n.before.endswith("等") and (not n.after or n.after[0] in "，。；、"):
        return False
    if _COVERED.search(n.before):
        return bool(SET_NOUN.match(n.after))
    return bool(SET_BEFORE.search(n.before)) and not COMPLETION.search(n.after)
