"""What a name leaves out where a whole clause stands before the number (名称的精简).

duty   ::= body ("要" | "应" | "必须" | "负责" …)             县财政局要 安排补助资金 500万元
manner ::= "以" … "方式" | "从" place | "为" whom             以线上方式 召开座谈会 120场
object ::= subject verb thing                                各县和两个开发区现场 达成签约项目 30个
head   ::= modifier "的" thing                               获得 高于普通企业标准的 政策资助 13项
"""

from policyparse.figures.metric_grammar import ACT, GROWTH
from policyparse.figures.trimming import LONGEST
from policyparse.knowledge.pattern import pattern
from policyparse.language.bodies import acts_as_body
from policyparse.language.masks import MASK, MASKED
from policyparse.language.quantities import Quantity
from policyparse.model.base import Extent

_LONG = 14
"""A name of up to so many characters is kept whole."""
_SHARE = 1 / 3
"""The thing of a longer name stands alone where it is no more than so much of it."""
_LONG_MODIFIED = 16
"""A name with a modifier of up to so many characters is kept whole."""
_FEWEST = 2
_OF_MODIFIER = 6
_TO_WHEN = pattern(
    r"[于在]?(?:(?&masked)|年)[底内末]?(?:之?前)?",
    method="fullmatch",
    masked=MASKED,
    matches=["于\0\0\0", "在\0\0\0底前", "年内", "年底", "年末", "\0\0之前", "年底前", "\0\0"],
    rejects=["在底前", "在前", "于年度", "年之内", "明年", ""],
)
_DUTY = pattern(
    r"(?P<who>(?!由)[^，。；：“”\0]{2,26}?)(?:都|均|也|还|又|同时|务必|一律|共同|分别){0,2}"
    r"(?:(?<![需主重必摘纪])要|应当?|必须|须|负责|牵头(?:负责)?)(?:再|确保|力争|尽快|抓紧|(?&when)){0,3}"
    r"(?=(?&act)|(?&figures.service)|(?&figures.carried_verb))",
    method="match",
    act=ACT,
    when=_TO_WHEN,
    matches=[
        *(("县财政局要安排补助资金", {"who": "县财政局"}), ("各乡镇要确保完成造林", {"who": "各乡镇"})),
        *(("市教育局牵头新建幼儿园", {"who": "市教育局"}), ("各部门必须于\0\0办结事项", {"who": "各部门"})),
        ("农业农村局、财政局要筹集资金", {"who": "农业农村局、财政局"}),
        *(("县农业农村局也还应力争供应种子", {"who": "县农业农村局"}), "街道要再抓紧尽快排查隐患"),
        *(("各镇一律须尽快打造示范点", {"who": "各镇"}), ("各乡镇都要确保完成造林", {"who": "各乡镇"})),
        *(("两区均应当安排资金", {"who": "两区"}), ("各校又要培训教师", {"who": "各校"})),
        *("各部门必须于年底前办结事项95件。", ("各乡镇务必都要确保完成造林", {"who": "各乡镇"})),
        *(("各乡镇同时要确保完成造林", {"who": "各乡镇"}), ("两县共同要筹集资金", {"who": "两县"})),
        *(("各乡镇分别要确保完成造林", {"who": "各乡镇"}), ("市教育局牵头负责新建幼儿园", {"who": "市教育局"})),
        *("市住建局负责改造老旧小区46个。", ("各乡镇分别均又要确保完成造林", {"who": "各乡镇分别"})),
    ],
    rejects=[
        *("全市主要完成项目", "全县新建学校", "由市财政局要安排资金", "县财政局安排资金", "各地要", "我要新建厂房"),
        *("各乡需要确保完成造林", "各乡重要确保完成造林", "各乡纪要确保完成造林", "各乡摘要确保完成造林"),
        *("各乡必要确保完成造林", "街道要于\0\0前再抓紧尽快排查隐患"),
        "市委组织部、市人力资源和社会保障局、市教育局以及各高校要筹集资金",
    ],
)
"""Before an act: whose duty it is."""
_COLLECTIVE = pattern(
    r"(?:部门|单位|方面|各[方地]|级|双方|们|企业|公司|个?[县区市镇乡村])(?:（[^（）]{1,8}）)?$",
    matches=[
        *("各部门", "各县（市、区）", "我们", "每个乡镇", "各地", ("两个区", "个区"), "签约双方", "社会各方"),
        *("省市县三级", "各分公司", "各村", "各市", "各乡", "各方面", "各单位", "各企业"),
    ],
    rejects=["开发", "全市项目", "各县（）", "各县（含开发区管委会所辖镇）"],
)
_MANNER = pattern(
    r"[^，。；：、\0]{0,10}?(?:(?:以|通过|采取|采用|按照|依托|借助)[^，。；：0-9]{2,20}?(?:方式|形式|模式|途径|渠道|办法|平台)"
    r"|围绕[^，。；：0-9]{2,16}?(?=提交|开展|组织|举办|召开)|从[^，。；：、0-9]{1,6}(?=引进|引入|招引|招录|调入|进口)"
    r"|(?:为|向|给)[^，。；：0-9]{2,18}?(?=提供|发放|拨付|兑现|减免|争取|发行|落实|赠送|办理))",
    method="match",
    matches=[
        ("以线下、线上方式召开座谈会", "以线下、线上方式"),
        *(("大会通过线上线下相结合的形式召开", "大会通过线上线下相结合的形式"), ("从省外引进项目", "从省外")),
        ("王委员围绕特殊教育提交提案", "王委员围绕特殊教育"),
        *(("合计将为“倍增”企业提供资金", "合计将为“倍增”企业"), "干部300余人累计向群众发放手册。"),
        *("给困难职工发放慰问金", "从国外进口设备", "从邻县调入种猪", "从高校招录教师", "从广东招引企业"),
        *("从省外引入项目", "向乡镇拨付资金", "向个人投资者发行国债", "为企业办理贴息贷款", "为商户减免租金"),
        *("向种粮户兑现补贴", "为企业争取贴息资金", "为职工落实生育津贴", "向村小赠送图书"),
        *("妇联围绕家庭教育组织讲座", "县医院围绕慢病管理开展义诊", "园区围绕产业链召开推介会"),
        *("学会围绕数字经济举办论坛", "以公开招考途径招聘教师", "以线上渠道销售农产品", "以订单模式种植药材"),
        *("以交易平台成交土地", "以竞价办法处置资产", "采用政府采购方式购置设备", "采取现场教学方式培训村干部"),
        *("按照先建后补方式改造厨房", "借助直播平台销售脐橙", "依托云端平台办理事项"),
    ],
    rejects=[
        *("以旧换新销售额", "从业人员", "为农服务中心", "召开座谈会", "从引进人才入手", "为其提供资金"),
        *("以此方式召开座谈会", "社区围绕它组织活动", "从长三角和珠三角引进项目"),
        *("王委员围绕促进农村留守儿童心理健康和安全教育提交提案", "为受灾较重的山区乡镇困难群众和老年人家庭发放"),
        *("以政府购买服务、社会力量参与、群众点单评价的方式开展", "全市各级司法行政机关和律师通过线上方式"),
        "望溪区自然资源和规划局决定以挂牌方式出让1宗国有建设用地使用权。",
    ],
)
"""Before an act: how, from where or for whom."""
_VERB = pattern(
    r"(?:新|共|已|累计|达成)?(?:(?&act)|(?&figures.service)|召开|梳理|策划|生成|达成|提交|收集|征集|调研){1,3}了?",
    act=ACT,
    matches=[
        *("达成签约", "达成", "召开", ("策划生成了", "策划生成了"), "引进", ("收集提交召开策划", "收集提交召开")),
        *("走访慰问", "举行", ("达成签约征集召开", "达成签约征集召开"), "梳理", "调研", "征集"),
        *(("全市共设立市、", "共设立"), "范大成告诉调研组长", ("新召开", "新召开"), ("已召开", "已召开")),
        ("累计召开", "累计召开"),
    ],
    rejects=["企业", "座谈会"],
)
_NO_OBJECT = pattern(
    r"(?:率|额|值|度|量|比[重例]?|面积|收入|支出|投资|(?&growth)[到至了]?)$",
    growth=GROWTH,
    matches=[
        *("开工率", "投入强度", "比重提高到", "投资比重", "投入比", "完成比例", "签约额", "发放量", "工业增加值"),
        *("投资增速", "比重提高", "开工面积", "服务收入", "培训支出", "引进投资", "研发投入占比", "比重提高至"),
        "比重提高了",
    ],
    rejects=["座谈会", "项目", "率先完成"],
)
"""At the end of a statistic, whose words are no verbs (研发投入强度)."""
_OF_SIZE = pattern(
    r"(?:计划|规划)?(?:总投资|投资总额)[^，。；、的]{1,20}?元(?:以上|[^，。；、的]{0,6}的|(?=项目|企业))(?=[^，。；、的]{2})",
    matches=[
        *("引进总投资超10亿元的内资项目", ("投资总额1000万美元以上新设项目", "投资总额1000万美元以上")),
        *("总投资10亿元以上的项目", ("计划投资总额三千万元左右的企业", "计划投资总额三千万元左右的")),
        *("和总投资6亿元项目绿源电池项目。", "和总投资6亿元企业绿源电池项目。"),
        ("和规划总投资6亿元的绿源电池项目。", "规划总投资6亿元的"),
    ],
    rejects=[
        *("引进投资的内资项目", "投资亿元以上项目", "总投资元以上项目", "总投资最大的亿元以上项目"),
        *("总投资6亿元左右的的项目", "总投资3亿元的县", "总投资6亿元属于省级重点项目的电池工厂"),
        "总投资由市级财政和受益乡镇按比例共同承担共计6亿元的水库",
    ],
)
"""A modifier that only says how large the counted works are."""
_KINDS = pattern(
    r"[^，。；：的\0]{2,16}(?:、|和|或者?|及)(?P<last>[^，。；：、的\0]{2,12}(?:企业|项目|工程|机构|单位|园区|产品|平台|学校|医院))",
    method="fullmatch",
    matches=[
        ("制造业、服务业龙头或者关键环节外资企业", {"last": "关键环节外资企业"}),
        ("省级高新技术企业或专精特新企业", {"last": "专精特新企业"}),
        ("数字经济龙头和关键环节外资企业", {"last": "关键环节外资企业"}),
        ("制造业龙头及产业链配套企业", {"last": "产业链配套企业"}),
        *(("制造业以及生产性服务业企业", {"last": "生产性服务业企业"}), "交通、水利工程", "装备制造和新型材料项目"),
        *("养老机构和社会服务机构", "工程中心或者创新平台", "公办小学和民办中学学校", "经济开发区和特色产业园区"),
        *("行政机关和所属事业单位", "县级中医院和专科医院", "绿色食品和地理标志产品"),
    ],
    rejects=[
        *("企业和项目", "龙头外资企业", "学校、医院的项目", "龙头企业的分公司和关键环节外资企业"),
        *("制造业龙头和为其提供配套加工及检验检测服务的企业", "制造业龙头和为其提供加工配套与检验检测服务企业"),
        *("甲或者关键环节外资企业", "学校和大企业", "从事废旧动力电池回收和汽车零部件再制造、检测认证企业"),
    ],
)
_OF_PARTS = 2
_FEWEST_KEPT = 4
_QUALITY = pattern(
    r"(?:高于|低于|优于|具有|拥有|符合|适合|适应|属于|涉及|面向|针对|用于|服务|支持|能够|来自|达到|总投资|投资|超|年)",
    method="match",
    matches=[
        *("高于普通企业标准的政策资助", "总投资三千万元以上的重点项目", "超三千万元以上的重点项目"),
        *("年三千万元以上的重点项目", "面向三千万元以上的重点项目", "针对三千万元以上的重点项目"),
        *("适应三千万元以上的重点项目", "适合三千万元以上的重点项目", "达到三千万元以上的重点项目"),
        *("能够三千万元以上的重点项目", "符合三千万元以上的重点项目", "用于三千万元以上的重点项目"),
        *("涉及三千万元以上的重点项目", "来自三千万元以上的重点项目", "服务三千万元以上的重点项目"),
        *("支持三千万元以上的重点项目", "拥有三千万元以上的重点项目", "投资三千万元以上的重点项目"),
        *("属于三千万元以上的重点项目", "具有三千万元以上的重点项目", "低于三千万元以上的重点项目"),
        "优于三千万元以上的重点项目",
    ],
    rejects=["产业链企业形成新的产业集群"],
)
"""At the head of what follows a number: the thing has a modifier."""


def condensed(masked: str, extents: list[Extent], quantity: Quantity) -> list[Extent]:
    """The stretches of a name without bearer, manner and long modifiers.

    Args:
        masked: The paragraph, width-folded, dates and passed-over numbers blanked out.
        extents: The stretches of the name.
        quantity: Its number.
    """
    if not extents or any(end - start >= LONGEST for start, end in extents):
        return extents  # cut off inside a clause
    first = extents[0]
    if len(extents) <= _OF_PARTS and first[1] <= quantity.start:
        start, end = first
        duty = _DUTY.match(masked, start, end)
        if duty and (_COLLECTIVE.search(duty["who"]) or acts_as_body(duty["who"].split("、")[-1])):
            start = duty.end()
        if manner := _MANNER.match(masked, start, end):
            start = manner.end()
        extents = _with_object(masked, [(start, end), *extents[1:]], quantity)
    return _with_head(masked, _without_size(masked, _without_kinds(masked, extents, quantity)), quantity)


def _without_size(masked: str, extents: list[Extent]) -> list[Extent]:
    """A name without what says how large the counted works are."""
    for i, (start, end) in enumerate(extents):
        if size := _OF_SIZE.search(masked, start, end):
            parts = [(start, size.start()), (size.end(), end)]
            if _length(masked, extents) - size.end() + size.start() < _FEWEST_KEPT:
                return extents
            return [*extents[:i], *(part for part in parts if part[0] < part[1]), *extents[i + 1 :]]
    return extents


def _without_kinds(masked: str, extents: list[Extent], quantity: Quantity) -> list[Extent]:
    """Of a thing after the number with a list of kinds before its noun only the last kind and the noun."""
    start, end = extents[-1]
    if start < quantity.end or end - start <= _LONG or not (kinds := _KINDS.fullmatch(masked, start, end)):
        return extents
    return [(kinds.start("last"), end)]


def _length(masked: str, extents: list[Extent]) -> int:
    return sum(end - start - masked.count(MASK, start, end) for start, end in extents)


def _with_object(masked: str, extents: list[Extent], quantity: Quantity) -> list[Extent]:
    """The last verb and its object, where a long subject stands before them."""
    whole = _length(masked, extents)
    start, end = extents[0]
    if whole <= _LONG or quantity.dimension != "count" or _NO_OBJECT.search(masked, *extents[-1]):
        return extents
    thing = _length(masked, extents[1:])
    for verb in reversed(list(_VERB.finditer(masked, start, end))):
        if end - verb.end() + thing < _FEWEST:
            continue
        short = [(verb.start(), end), *extents[1:]]
        return short if _length(masked, short) <= _SHARE * whole else extents
    return extents


def _with_head(masked: str, extents: list[Extent], quantity: Quantity) -> list[Extent]:
    """The verb and the thing without its long modifier: what follows the last 的."""
    whole = _length(masked, extents)
    if whole <= _LONG_MODIFIED or not extents or _NO_OBJECT.search(masked, *extents[-1]):
        return extents
    start, end = extents[-1]
    cut = masked.rfind("的", start + _OF_MODIFIER, end - _FEWEST)
    if cut < 0 or end - cut - 1 > _SHARE * whole or (start >= quantity.end and not _QUALITY.match(masked, start)):
        return extents
    verbs = list(_VERB.finditer(masked, extents[0][0], min(cut, extents[0][1])))
    return [*(verb.span() for verb in verbs[:1]), (cut + 1, end)]
