"""The words by which a metric is read: what may stand around it, and how a number relates to it (指标的措辞).

opening  ::= date | "其中" | "据统计" | "我们" | "并" …       before the thing that is measured
trailing ::= "达到" | "共" | "约" …                          between it and the number
bare     ::= comparison? "净"? growth                        同比增长, a clause without a subject
relation ::= "比" … | "占" … | "高于" …                       how it stands to something else
"""

import re
from functools import cache

from policyparse.figures.lexicon import alternation

_DATE = (
    r"(?:截至|截止到?|到|至|自|从|在|于|早在)?\0{1,40}"
    r"(?:以来|来|期间|时期|底|末|初|之?前|之?后|[之以]?内|份|度|全年|的|当年|间)?"
)
_DOCUMENT = (
    r"《[^《》]{1,40}》(?:还|同时|首次|明确)?(?:提出|明确|要求|设定|规定|确定|划定|设置|指出|显示|预计|强调|部署)了?"
    r"|(?:设定|划定)了?(?!目标|标准)"
)
_POINTS = r"这(?:标志着|意味着|表明|说明|显示|反映出?|[也就]?是(?:我[国省市县区]|全[国省市县区])?)"
_BEFORE_DATE = r"在[^，。；、\0]{1,8}(?:之?[前后]|期间)的?(?=\0)"
_REPORTS = r"介绍|表示|指出|强调|认为|透露|坦言|提到|谈到|分析|解释|[^小传学解劝]说|说道|告诉记者|告诉我们"
_UNDER = r"(?:在|受|随着|得益于)[^，\0]{2,24}?(?:带动下|拉动下|推动下|支撑下|作用下|影响|下|支持下)"

_LATELY = r"(?:短短)?[几数](?:[天日年周]|个(?:月|小时|星期))|(?:这|本|上|下)个?(?:星期|周(?![边转围期])|月)|只能"

_ALL = (
    r"共(?=签约|签订|有(?!制)|新增|开工|完成|安排|实施|发放|培训|举办|开展|接待|投入|组织|筹集|争取|办理|查处|设立"
    "|推出)"
)


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns, by name; they run on masked text, in which dates and passed-over numbers are NUL."""
    growth = alternation("growth", "decline")
    compared = rf"(?:{alternation('comparison')}|(?:比|较|与)[^，。、\0]{{1,16}}?(?:相比)?)"
    return {
        "opening": re.compile(
            rf"(?:{_DATE}|{_UNDER}|{_DOCUMENT}|{_POINTS}|{_BEFORE_DATE}|{alternation('opening')}|{_LATELY}|超(?![过时序年计进预目额全出历])(?![十百千万亿]{{1,2}}元)|(?:在[^，。；\0]{{2,10}}?)?像[^，。；\0]{{1,12}}(?:这样|那样|一样)的|{_ALL}|再(?=[\u4e00-\u9fff]{{2}})(?![生造就制贷次度])|加上|并(?![网购轨联行存入])|[\s，、：“”‘’）]|但(?!是)|但是|则|即|[我他她]们(?!的?[省市州区县旗乡镇村厂校公])的?|其(?![他余中它])(?=[\u4e00-\u9fff]{{2}}))"
        ),
        "trailing": re.compile(
            rf"(?:{alternation('trailing')}|(?<![到抵发传表])达|(?<![行作认成因称])为|(?<![但凡])是|(?<!公)共|(?<![统预设审累会])计|(?<![日年月人户平])均(?!衡)|都|仍|也|还"
            r"|已|将|了|仅|只|(?<![节条签集制公履])约|(?<![附最临])近|超|逾|(?<![拥所国持享含私专现没具])有|[：、，（“\s\0]|(?<![可所加予])以|(?<![存现所潜实内外正])在"
            r"|(?<![饱共缓])和|与|及|的|由|从|又|再|(?<!不)按|可|(?<=[可就都也还才总均约])能)$"
        ),
        "bare": re.compile(
            rf"(?:实现|继续|仍|均|都|分别|{compared})?(?:{compared})?(?:大幅|稳步|小幅|实际|平均|名义)?(?:分别|累计|共)?净?(?:{growth}(?:了|到|至|幅度|速度)?(?:为|达|分别)?|(?:完成|进度)?[快慢高低多少]了?)$|(?:日|年|月|人|户|平)均(?:{growth})?$"
        ),
        "aside": re.compile(
            r"(?:分|从|按|总体|整体|具体|由|就|对)[^，。]{0,8}(?:看|来看|来说|角度)$|(?:据|记者|数据|结果|统计|报告)[^，。]{0,12}$"
            rf"|[^，。]{{2,36}}(?:{_REPORTS})$"
        ),
        "relation": re.compile(
            r"(?:增速|增幅|降幅|涨幅)?(?:(?:为|完成)(?:年初|调整|年度|全年|变动)?(?:预算|计划|序时)|(?:比|较|与)[^，。、\0]{1,16}?|高于|低于|快于|慢于|高出|占(?!地)|相当于|是(?=\S{2,12}的)|好于|优于|劣于|逊于|超过|超(?=[时序年计进预目])|比|较|领先|跑赢)"
        ),
        "changed": re.compile(rf"(?:实现)?(?:{compared}){{0,2}}(?:分别|累计|实际)?净?{growth}(?:了|到|至)?$"),
        "total": re.compile("(?:总数|总量|总人数|总户数|总计|总数量)"),
        "leading_act": re.compile(alternation("completion", "planning_verb") + "了?"),
        "superlative": re.compile(
            "(?:数量|金额|规模|增速|总量)?(?:最[多高大快长低少小]|居首|位居第一|排名第一|位列第一)$"
        ),
        "by_head": re.compile("[户人日年月亩]均$"),
        "of_which": re.compile("的[^，。；、的\0]{2,8}$"),
        "adverbial": re.compile(
            r"(?<=[\u4e00-\u9fff])(?:(?<![行动展作养升兴坚增训该此度])计划|将|拟|力争|争取)(?=(?:再|新|累计|陆续|继续)?"
            + alternation("completion", "planning_verb")
            + r")|(?<=[\u4e00-\u9fff])(?:已经|先后|陆续|相继|仍然|依然|逐步)(?=[\u4e00-\u9fff]{2})"
            r"|(?<=[\u4e00-\u9fff])(?:反而|(?<![冷忘退了])却)(?=[\u4e00-\u9fff]{0,2}$)"
        ),
        "otherwise": re.compile(rf"[和、]{growth}(?=[0-9]|$)"),
        "then": re.compile(
            "(?:已|均|全部|累计|共){0,2}(?:完成|实现|到位|开工|竣工|投产|建成|总投资)"
            "|[户人亩]均(?:增收|增产|减负|年?收入|节)"
        ),
        "predicate": re.compile(alternation("predicate")),
        "acts": re.compile(alternation("completion", "planning_verb") + "了?$"),
        "verb": re.compile(rf"(?:累计)?{alternation('carried_verb')}(?!基地|线|总值|能力|企业|性|要素|效率)"),
        "ratio": re.compile(
            r"(?:占|对)[^，。、\0]{1,16}?(?:的?(?:比重|比例|份额)|的[\u4e00-\u9fff]{0,6}(?:率|贡献|影响|依存度))$"
        ),
        "measured": re.compile(alternation("measured") + r"$"),
        "shared": re.compile(rf"(?:保险|贷款|存款|企业|行业|产业|用户|参保|从业){{0,3}}{alternation('measured')}$"),
        "stated": re.compile(rf"(?:{alternation('measured')}|总[^，。、\0]{{1,4}})$"),
        "prefix": re.compile(rf"(?:{compared}|高于|低于|快于|慢于)(?:同期)?(?:全国|全省|全市|全区)?"),
    }
