"""The grammar by which a metric is read: what may stand around its name, and how a number relates to it (指标的措辞).

    metric   ::= opening* name trailing* number            其中，全市产值 达到 30亿元
    bare     ::= comparison? "净"? growth                   同比增长, a clause without a subject
    relation ::= "比" … | "占" … | "高于" …                  how a number stands to something else
    act      ::= "新建" | "签约" …                            what was done to the thing that is counted

The patterns run on masked text, in which dates and passed-over numbers are NUL (`language/masks.py`).
"""

from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern

GROWTH = pattern(
    r"(?&figures.growth)|(?&figures.decline)", method="match", matches=["增长", "下降5%"], rejects=["产值增长"]
)
"""A word for a change."""
COMPLETION = pattern(r"(?<!“)(?&figures.completion)(?!”)", matches=["项目建成", "签约"], rejects=["企业", "“建成”"])
"""What makes of a small number of things an achievement."""
ACT = pattern(
    r"(?&figures.completion)|(?&figures.planning_verb)",
    method="match",
    matches=["建成", "打造"],
    rejects=["企业", "全市建成"],
)
"""What is done to a thing."""
_COMPARED = pattern(
    r"(?&figures.comparison)|(?:比|较|与)[^，。、\0]{1,16}",
    method="fullmatch",
    matches=["同比", "比上月", "与去年相比"],
    rejects=["比", "上月", "较上月，"],
)

OPENING = pattern(
    r"(?:(?:截至|截止到?|到|至|自|从|在|于|早在)?\0{1,40}(?:以来|来|期间|时期|底|末|初|之?前|之?后|[之以]?内|份|度|全年|的|当年|间)?"
    r"|(?:在|受|随着|得益于)[^，\0]{2,24}?(?:影响|下)"
    r"|《[^《》]{1,40}》(?:还|同时|首次|明确)?(?:提出|明确|要求|设定|规定|确定|划定|设置|指出|显示|预计|强调|部署)了?"
    r"|(?:设定|划定)了?(?!目标|标准)|这(?:标志着|意味着|表明|说明|显示|反映出?|[也就]?是(?:我[国省市县区]|全[国省市县区])?)"
    r"|(?:(?:这些|上述|该)?项目)?(?:全部|全面|正式)?(?:建成|投产|达产|达效|投用|投运|运营){1,2}(?:之|以)?后(?:可|将)?(?=[\u4e00-\u9fff]{2})"
    r"|在[^，。；、\0]{1,8}(?:之?[前后]|期间)的?(?=\0)|(?&figures.opening)"
    r"|(?:短短)?[几数](?:[天日年周]|个(?:月|小时|星期))|(?:这|本|上|下)个?(?:星期|周(?![边转围期])|月)|只能"
    r"|超(?![过时序年计进预目额全出历])(?!(?&tens){1,2}元)|(?:在[^，。；\0]{2,10}?)?像[^，。；\0]{1,12}(?:这样|那样|一样)的"
    r"|共(?=签约|签订|有(?!制)|新增|开工|完成|安排|实施|发放|培训|举办|开展|接待|投入|组织|筹集|争取|办理|查处|设立|推出)"
    r"|再(?=[\u4e00-\u9fff]{2})(?![生造就制贷次度])|加上|把(?!握|关|脉|控)|并(?![网购轨联行存入])|[\s，、：“”‘’）]|但是?|则|即"
    r"|[我他她]们(?!的?[省市州区县旗乡镇村厂校公])的?|其(?![他余中它])(?=[\u4e00-\u9fff]{2}))",
    method="match",
    tens=f"[{SMALL_ORDINAL}百千万亿]",
    matches=[
        ("截至\0\0\0底，全市", "截至\0\0\0底"),
        ("在政策推动下，产值", "在政策推动下"),
        ("《规划》明确了目标", "《规划》明确了"),
        *(
            "这标志着",
            "这是我国",
            "短短几天",
            "这个月",
            "只能",
            "像甲县这样的",
            "共签约项目",
            "再投入",
            "加上",
            ("达产达效后年产值", "达产达效后"),
            "把开工的",
            "并完成",
        ),
        *(
            "，产值",
            "但产值",
            "但是",
            "则为",
            "我们新增",
            "他们的产值",
            "其产值",
            "设定了",
            "在春节期间的\0\0",
            "超百个",
        ),
    ],
    rejects=["全市产值", "再生资源", "并网容量", "我们县产值", "其他产业", "设定目标", "超过", "把握", "这周边"],
)
"""Before the thing that is measured."""
TRAILING = pattern(
    r"(?:(?&figures.trailing)|(?<![到抵发传表])达|(?<![行作认成因称])为|(?<![但凡])是|(?<!公)共|(?<![统预设审累会])计"
    r"|(?<![日年月人户平])均(?!衡)|(?<![首成古故])都|仍|也|(?<![归偿返退])还|已|将|了|仅|(?<!船)只|(?<![节条签集制公履])约|(?<![附最临])近|超|逾"
    r"|(?<![拥所国持享含私专现没具])有|[：、，（“\s\0]|(?<![虚模草])拟|(?<![可所加予])以|(?<![存现所潜实内外正])在"
    r"|(?:是|为|达到?|相当于|降至|增至)了?(?:原来|以往|过去|当初|往年|上年|去年|同期|\0{1,8}”?(?:时期|期间)?)"
    r"(?:同期|水平)?的?|(?<![饱共缓])和|(?<!参)与|(?<![涉普])及|(?<!目)的|(?<![自理])由|(?<![服遵])从|又|再|(?<!不)按|(?<![许认宁])可|(?<=[可就都也还才总均约])能)$",
    matches=[
        "产值达",
        "产值为",
        "共",
        "产值均",
        "都",
        "已",
        "了",
        "约",
        "近",
        "有",
        "率拟",
        "以",
        "在",
        "和",
        "按",
        "可",
        "可能",
    ],
    rejects=[
        "到达",
        "行为",
        "但是",
        "公共",
        "统计",
        "人均",
        "节约",
        "附近",
        "国有",
        "虚拟",
        *(
            "许可",
            "认可",
            "首都",
            "古都",
            "偿还",
            "退还",
            "返还",
            "船只",
            "参与",
            "涉及",
            "普及",
            "目的",
            "自由",
            "理由",
            "服从",
        ),
        "予以",
        "存在",
        "饱和",
        "产能",
    ],
)
"""Between the thing that is measured and the number."""
BARE = pattern(
    r"(?:实现|继续|仍|均|都|分别|(?&compared))?(?:(?&compared))?(?:大幅|稳步|小幅|实际|平均|名义)?(?:分别|累计|共)?净?"
    r"(?:(?&growth)(?:了|到|至|幅度|速度)?(?:为|达|分别)?|(?:完成|进度)?[快慢高低多少]了?)$|(?:日|年|月|人|户|平)均(?:(?&growth))?$",
    method="match",
    compared=_COMPARED,
    growth=GROWTH,
    matches=["同比增长", "比上月下降了", "净增", "日均", "户均增收", "分别增长", "大幅提高到", "高", "与去年相比增长"],
    rejects=["产值增长", "均价", "增长率", "比重"],
)
"""A clause without a subject of its own."""
CHANGED = pattern(
    r"(?:实现)?(?:(?&compared)){0,2}(?:分别|累计|实际)?净?(?&growth)(?:了|到|至)?$",
    compared=_COMPARED,
    growth=GROWTH,
    matches=[("产值同比增长", "同比增长"), ("产值比上年净增", "比上年净增"), ("产值增长了", "增长了"), "实现增长"],
    rejects=["增长的产值", "产值"],
)
"""The change at the end of a name."""
CHANGE = pattern(
    r"(?:同比|环比)?(?&growth)", growth=GROWTH, matches=[("和同比下降", "同比下降"), "增长"], rejects=["和", "产值"]
)
ASIDE = pattern(
    r"(?:分|从|按|总体|整体|具体|由|就|对)[^，。]{0,8}(?:看|来说|角度)$|(?:据|记者|数据|结果|统计|报告)[^，。]{0,12}$"
    r"|[^，。]{2,36}(?:介绍|表示|指出|强调|认为|透露|坦言|提到|谈到|分析|解释|[^小传学解劝]说|说道|告诉记者|告诉我们)$",
    method="match",
    matches=["分季度看", "据统计", "从结构来看", "县长张某介绍", "张县长说", "数据显示"],
    rejects=["全市产值", "小说", "甲县小说"],
)
"""A clause that is no subject."""
RELATION = pattern(
    r"(?:增速|增幅|降幅|涨幅)?(?:(?:为|完成)(?:年初|调整|年度|全年|变动)?(?:预算|计划|序时)|(?:比|较|与)[^，。、\0]{1,16}?|高于|低于|快于|慢于"
    r"|高出|占(?!地)|(?:拉动|带动|推动|贡献)(?=[^，。；\0]{2,14}(?:增长|提高|上升|回升|上涨))|相当于|是(?=\S{2,12}的)|好于|优于|劣于|逊于|超过|超(?=[时序年计进预目])|比|较|领先|跑赢)",
    method="match",
    matches=[
        "占总值",
        "高于全国",
        "比上年",
        "增速快于全省",
        "为年初预算",
        "超时序进度",
        "相当于节约",
        "是上年的",
        "较上年",
        "拉动进出口增长",
    ],
    rejects=["占地", "产值", "是的", "超市", "带动就业", "拉动增长"],
)
PREFIX = pattern(
    r"(?:(?&compared)|高于|低于|快于|慢于)(?:同期)?(?:全国|全省|全市|全区)?",
    method="match",
    compared=_COMPARED,
    matches=["高于同期全国", "低于全省", "同比"],
    rejects=["全国工业", "产值"],
)
"""What the members of a list are compared by: 高于同期全国 工业和制造业."""
TOTAL = pattern(
    r"(?:总数|总量|总人数|总户数|总计|总数量)",
    method="fullmatch",
    matches=["总数", "总量", "总人数", "总户数", "总计", "总数量"],
    rejects=["总投资", "人口总数"],
)
LEADING_ACT = pattern(
    r"(?&act)了?",
    method="match",
    act=ACT,
    matches=[("新增企业", "新增"), ("建成了学校", "建成了")],
    rejects=["企业", "全市新增"],
)
ACTS = pattern(r"(?&act)了?$", act=ACT, matches=["全市完成", "新建了"], rejects=["新建的", "完成投资"])
SUPERLATIVE = pattern(
    r"(?:数量|金额|规模|增速|总量)?(?:最[多高大快长低少小]|居首|位居第一|排名第一|位列第一)$",
    matches=[("甲市获得资金最多", "最多"), "规模居首", "增速位居第一"],
    rejects=["最多的", "第一"],
)
BY_HEAD = pattern(r"[户人日年月亩]均$", method="match", matches=["户均", "日均"], rejects=["平均", "户均收入"])
OF_WHICH = pattern(r"的[^，。；、的\0]{2,8}$", matches=["反馈的主要问题"], rejects=["反馈的", "主要问题"])
ADVERBIAL = pattern(
    r"(?<=[\u4e00-\u9fff])(?:(?<![行动展作养升兴坚增训该此度])计划|将|拟|力争|争取)(?=(?:再|新|累计|陆续|继续)?(?&act))"
    r"|(?<=[\u4e00-\u9fff])(?:已经|先后|陆续|相继|仍然|依然|逐步)(?=[\u4e00-\u9fff]{2})"
    r"|(?<=[\u4e00-\u9fff])(?:扭?转为|转而)(?=(?&growth))|(?<=[\u4e00-\u9fff])(?:反而|(?<![冷忘退了])却)(?=[\u4e00-\u9fff]{0,2}$|[比较])",
    act=ACT,
    growth=GROWTH,
    matches=[
        *(
            ("全县计划再投入", "计划"),
            ("协会先后组织", "先后"),
            ("总额转为增长", "转为"),
            ("价格反而上涨", "反而"),
            ("价格却涨", "却"),
            ("造价却比第一代低", "却"),
        ),
    ],
    rejects=["行动计划新增", "将", "忘却", "先后", "转为"],
)
"""Inside a name: what says nothing of it."""
ORDINALS = pattern(
    r"(?P<sign>第)(?P<numbers>(?&o)(?:[、和及]第?(?&o)){1,4})(?P<rest>(?:次?产业)?[\u4e00-\u9fff]{0,20}?)(?:(?:、|和|及|以及)(?P<more>[^，。；：]{2,30}))?$",
    method="match",
    o=f"[{SMALL_ORDINAL}]",
    matches=[
        ("第一、二、三产业增加值", {"sign": "第", "numbers": "一、二、三", "rest": "产业增加值", "more": None}),
        ("第一、二产业和居民生活用电", {"numbers": "一、二", "rest": "产业", "more": "居民生活用电"}),
    ],
    rejects=["第一产业增加值", "一、二产业"],
)
"""A list of ordinals with one head."""
OWN_NOUN = pattern(
    r"(?:率|(?<!名)额|(?&figures.measured))(?:、|和|及|与|以及)",
    matches=["失业率和", "进口额、", "产值和"],
    rejects=["空调和", "率", "名额和"],
)
"""A member of a list that ends in a noun of its own."""
VERB_OF_NEXT = pattern(
    r"[、和与及](?:新|累计|共|已|再)?(?:(?&act)|(?&figures.service))了?$",
    act=ACT,
    matches=[("项目、签约", "、签约"), ("学校和新建了", "和新建了")],
    rejects=["签约", "、项目", "项目、签约的"],
)
"""At the end of what stands between two numbers: the verb of the second."""
OTHERWISE = pattern(
    r"[和、](?&growth)(?=[0-9]|$)",
    growth=GROWTH,
    matches=[("和上升0.6", "和上升"), "、下降"],
    rejects=["和", "上升", "和上升的"],
)
"""A second change of the same thing."""
THEN = pattern(
    r"(?:已|均|全部|累计|共){0,2}(?:完成|实现|到位|开工|开?复工|竣工|投产|建成|总投资)|[户人亩]均(?:增收|增产|减负|年?收入|节)",
    matches=["项目完成投资", "项目全部开工", "农户户均增收"],
    rejects=["项目", "人均"],
)
"""After a thing that is counted: what it did, which the next number counts."""
PREDICATE = pattern(r"(?<!“)(?&figures.predicate)(?!”)", matches=["产值稳步增长"], rejects=["产值", "“稳步”"])
CARRIED_VERB = pattern(
    r"(?<!“)(?:累计)?(?&figures.carried_verb)(?!基地|线|总值|能力|企业|性|要素|效率|收入|额|量|利润|网络|后|”)",
    matches=["发送旅客", "累计销售汽车"],
    rejects=["生产基地", "生产线", "出口总值", "“生产”", "销售收入", "建成后"],
)
RATIO = pattern(
    r"(?:占|对)[^，。、\0]{1,16}?(?:(?:比重|比例|份额)|的[\u4e00-\u9fff]{0,6}(?:率|贡献|影响|依存度))$",
    matches=["净出口对经济增长的贡献率", "占总值的比重", "占全市比例"],
    rejects=["比重", "贡献率"],
)
MEASURED = pattern(r"(?&figures.measured)$", matches=["工业增加值"], rejects=["增加值的"])
SHARED = pattern(
    r"(?:保险|贷款|存款|企业|行业|产业|用户|参保|从业){0,3}(?&figures.measured)$",
    matches=[("电视产量", "产量"), ("失业保险参保人数", "保险参保人数")],
    rejects=["电视"],
)
"""The noun that the last member of a list lends to the others."""
STATED = pattern(
    r"(?:(?&figures.measured)|总[^，。、\0]{1,4})$",
    matches=["工业产值", "总投资", "总里程"],
    rejects=["棉花", "总而言之不然"],
)
"""A name that is whole without what follows the number."""
SHARE = pattern(r"(?<!“)(?&figures.share)(?!”)", matches=["占比", "覆盖率"], rejects=["“比重”", "产值"])
