"""The words of a paragraph that look ahead (将, 力争, 计划) or back (已, 了, 去年)."""

from bisect import bisect_right
from operator import itemgetter

from policyparse.knowledge.characters import COUNT
from policyparse.knowledge.pattern import pattern
from policyparse.model.base import Extent

_SAYS = r"》?(?:提出|明确|要求|部署|确定)"
_BE_PLACED = pattern(
    r"[^，。；\d对在于以会通继进全组开加逐陆统率优][^，。；\d]{0,22}?(?:纳入|列入|列为|作为|变为|变成|转化为|送到|送至|送进|融入|贯穿|进行|落实到)",
    method="match",
    matches=[
        *("其纳入年度考核", "停车工作纳入年度考核", "助餐点列入年度实事", "乡村振兴列为一号工程"),
        *("改革作为头等大事", "荒山变为果园", "劣势变成优势", "科技优势转化为产业优势", "服务送到家门口"),
        *("政策送至企业", "戏曲送进校园", "红色文化融入课堂", "安全理念贯穿始终", "惠农政策用图画进行展示"),
        *("责任落实到人", "就业创业培训的政策讲解和岗位推介服务送到村里"),
    ],
    rejects=[
        *("对重点企业进行走访", "在全县进行试点", "于年底进行验收", "以项目作为抓手", "会同部门进行检查"),
        *("通过竞价进行", "继续作为重点", "进一步融入", "全部纳入改造", "组织专家进行评审", "开展评估并列入"),
        *("加快融入经济圈", "逐步纳入医保", "陆续进行改造", "统一纳入平台", "率先列入试点", "优先列入计划"),
        *("新增企业20家", "纳入考核", "停车，纳入考核", "3处停车场纳入"),
        "来自五湖四海的种粮大户和合作社带头人请上讲台之后再送到田头",
    ],
)
"""After 将 where it says 把: what is put, and to what it is made; no modal verb, adverb or preposition opens it."""
AHEAD = pattern(
    r"(?&outlook.ahead)"
    r"|(?:方案|规划|纲要|文件|通知|部署|会议|报告|计划)(?&says)|意见(?&says)"
    r"|计划(?:(?<![动展作养升兴坚增训该此]计划)(?:(?<!(?&n)年计划)|(?<=20\d\d年计划))(?!的)(?=[^，。]{0,12}\d|在|于|到|今年|明年|全年|年内|新|再|用))"
    r"|目标(?:[是为：]|任务：)|安排(?=[^，。；的已]{0,10}(?:项目|工程|任务)[^，。；的]{0,2}\d)"
    r"|规划(?=(?:总?(?:产能|年产|装机|用地|面积|投资)|新建|布局|建设(?![局委厅部类]|提案|方案|管理|领域|工作))[^，。；]{0,12}\d)"
    r"|建议(?=今年|全年|20\d\d年|将|把)|把(?=[^，。；\d]{2,20}(?:压缩|压减|缩短|提高|提升|降低|扩大|增加|控制)(?:到|至|在)\d)|未来(?=(?&n)|[几，])"
    r"|将(?!军|近)(?![^，。；\d]{1,20}由[^，。；\d]{0,8}\d)(?!(?&placed))"
    r"|决定(?=(?:[用在从]|投入|投资|安排|拨付|新增|设立)[^，。；]{0,12}(?&n))"
    r"|可(?<![许不认宁]可)(?=以?(?:考虑)?(?:扩张|提高|提升|增加|扩大|达|实现|新增|降|压减|下降)[^，。；]{0,12}\d)"
    r"|争取(?!(?&says)|(?<=[，。；：共已极后计年]争取)(?:到(?!20\d\d)|[^，。；\d]{0,14}(?:资金|债券|贷款|额度|补助)[^，。；\d]{0,2}\d))"
    r"|要(?<![主重需必纪只摘还]要)(?!素|求|点|闻|么|件|害)"
    r"|(?&outlook.ought)(?![^，。；]{1,12}邀)(?=[^，。；\d]{0,20}\d)|不[得应能](?=(?:低于|少于|高于|超过)[^，。；]{0,8}\d)",
    n=f"[{COUNT}]",
    says=_SAYS,
    placed=_BE_PLACED,
    matches=[
        *("覆盖率应达到95%", "绿地率应不低于30%", "比例应逐步提高到5%", "比例需逐年提高至5%", "能耗需控制在0.3吨"),
        *("各校应配备心理教师2名", "各镇应主动对接省外重点企业和商协会并邀请客商3批", "能耗应比上年降3%"),
        *("绿地率不得低于30%", "时限不应超过5日", "人数不能少于3人", ("人数不应少于3人", "不应"), "人数不能超过3人"),
        *("改造需30天", "采购需邀请3家评估机构", "费用不得高于每人3元", "方案提出，", "《规划》明确", "会议要求"),
        *("今年计划新建农田256万亩", "2016年计划投资10亿元", "计划到2027年", "目标是3%", "目标任务：甲"),
        *("今年安排重点项目45个", "规划产能20吉瓦时", "规划建设水库12座", "未来五年", "未来，", "将新增20家"),
        *("决定用三年时间", "规模可扩张至3万亿元", "达产后年可实现产值30亿元", "争取新增企业6家", "争取到2027年"),
        *("要新增床位", "意见提出", "规模可以考虑提高3成", "把比例降低至3成", "今年安排工程3项", ("建议将", "建议")),
        *("规划面积3亩", "决定在全县建3个园区", "产能可新增近3成", "把时限缩短到3天", ("主要预期目标是：", "预期")),
        *("规划总投资25亿元。", "今年安排任务约3项", "把产能增加到3万吨", "计划用两年时间", "计划新增", "计划在"),
        *("计划到", "计划再建", "计划于", "计划投资3亿元", "未来几年", "部署要求", "通知要求", "计划要求"),
        *(("计划明年", "计划"), ("计划年内", "计划"), "计划全年", "计划今年", ("纲要要求", "纲要要求"), "文件要求"),
        *("建议全年", "建议今年", "会议部署", "会议确定", "目标为3%", "报告提出，", "规划用地3亩", "规划新建3座"),
        *("规划布局3座", "决定设立九个专班", "决定新增九个", "规模可扩大3成", "规划年产3万吨", "建议2033年"),
        *("将全面推行", "决定拨付九亿元", "决定投资九亿元", "决定安排九亿元", "决定从乡镇抽调九人"),
        *("效率可提升近3成", "可实现产值3亿元", "亩均可增加收入3成", "成本可压减近3成", "能耗可下降近3成"),
        *("规划装机3万千瓦", "把比例提升至3成", "把比例控制在3成以内", "把面积扩大至3万亩", "把时限压减至3天"),
        *("规模可达上百3万吨", "单位能耗可降8%", "决定投入资金3亿元", "把公路网提高到3万公里"),
        *("建议把助餐点列入年度实事。", "把审批时限压缩到15个工作日以内。", "将统一纳入平台"),
        *("将由市财政安排3000万元", "将支持来自省内外二十多所高校的优秀毕业生团队入驻由市里新建的3个园区"),
        *("将推动由龙头企业牵头、农户参与组建3个联盟", "计划3年建成", "下一步争取专项债券12亿元"),
        *("，争取到2027年建成投用", "今年争取为县域内新认定的高新技术企业落实贷款5亿元"),
        "全年争取贷款贴息政策惠及3000户",
    ],
    rejects=[
        *("效应明显，达3处", "应长春市邀请参会的客商120名", "应东风县人民政府邀请来访3人", "各校应配备教师"),
        *("不得转让3处", "须知3条", "应邀参会的客商120名", "应邀30家企业参会"),
        *("应坚持人民至上、生命至上和预防为主、防治结合的方针开展第3轮排查", "能耗不得高于国家规定的强制性标准3%"),
        *("所需经费3亿元", "超过3处", "不低于3%", "行动计划取得进展", "276条建议", "三年计划，", "计划的90%"),
        *("安排的项目", "规划建设局", "未来工厂", "将军", "将补助标准由1.2万元提高到2万元"),
        *("将惠农政策用图画进行展示", "决定书", "许可新增3家", "共争取上级补助资金6亿元", "重要产品", "要求"),
        *("要素", "规划建设部的3项", "把它增加到3", "该计划到2027年", "3年计划到2027年", "要闻", "要害", "要件"),
        *("要么", "将近", "争取提出", "需要新增床位", "纪要新增床位", "摘要新增床位", "必要新增床位"),
        *("只要新增床位", "规划建设领域3项", "规划建设类的3项", "规划建设管理3项", "规划建设方案3件"),
        *("规划建设提案3件", "规划建设工作3项", "规划建设委的3项", "规划建设厅的3项", "此计划到2027年"),
        *("行动计划新增项目5个", "攻坚计划到2027年", "提升计划到2027年", "振兴计划到2027年", "工作计划到2027年"),
        *("培训计划到2027年", "培养计划到2027年", "发展计划到2027年", "倍增计划到2027年", "宁可新增3家"),
        *("不可新增3家", "认可新增3家", "规划建设局承办提案6件", "为做好节能工作，制定本要点。"),
        *("今年安排的重点项目45个", "省里安排我市已开工项目12个", "安排项目的30%", "安排项目前期经费3亿元"),
        *("将停车工作纳入年度考核。", "积极争取到中央预算内资金3.2亿元", "先后争取专项债券12亿元"),
        *("累计争取贷款5亿元", "全年争取上级补助约1亿元", "已争取新增额度6亿元", "共争取资金6亿元"),
        *("积极争取资金6亿元", "，争取贷款5亿元。", "今年先后争取到项目30个", "计划已经下达"),
        *("计划执行情况良好并带动全县新增就业3万人", "统筹安排好农村饮水安全巩固提升等重点项目20个"),
        *("规划布局合理、基础设施配套完善的园区3个", "决定投资建设的农产品冷链物流基地项目一期", "可就近办理"),
        *("将其由5日缩短为3日", "把以前靠手工登记、层层上报、反复核对的土地流转台账搬到网上让办理时间缩短到3天"),
        *("可实现医保报销、社保查询、不动产登记等3项业务一网通办", "水利站站长 卢广义：今年还要再修五公里"),
        "将门诊报销比例由百分之六十提高到70%",
    ],
)
"""A word that looks ahead."""
BACK = pattern(
    r"(?<![比较与同])(?&outlook.back)(?!同期|水平|基数)|已(?!知|[^，。]{1,8}的(?!\d))|(?<=[\u4e00-\u9fff])了(?!解)",
    matches=[
        *("去年，", "已引进项目300个", "完成了项目", "截至3月底", "已完成投资的30%", "已的"),
        "已通过省级专家组验收的项目",
    ],
    rejects=[
        *("比去年增加", "去年同期", "已知", "已认定的园区", "了解", "了", "较去年，", "同去年，", "去年水平"),
        *("去年基数", "与去年，", "地察看智能化生产车间，详细了解企业的情况。"),
    ],
)
"""A word that looks back."""
_DONE = pattern(
    r"(?<![比较与同])(?&outlook.back)(?!同期|水平|基数)|已(?!知)|(?<=[\u4e00-\u9fff])了(?!解)",
    matches=["已认定的园区", "去年，", "完成了项目"],
    rejects=[
        *("比去年增加", "已知", "了解", "去年水平", "了", "较去年，", "同去年，", "去年基数", "与去年，"),
        *("上年同期，全市产值增长5%。", "地察看智能化生产车间，详细了解企业的情况。"),
    ],
)
"""The same, where a word of what was done may belong to the name of a thing."""
_OF_YEAR = pattern(r"年度计划总?投资", matches=["年度计划投资", "年度计划总投资"], rejects=["计划投资", "年度计划"])
"""What a year plans to invest says nothing of the numbers after it."""
_OF_SUM = pattern(
    r"(?:计划|拟|预计|规划|协议|意向)(?:总?投资|引资|总?用地|总?投入)",
    method="match",
    matches=[
        *("计划总投资", "拟投资", "计划引资", "规划用地25亿元。", "拟投入", "预计引资", "拟总用地", "拟总投入"),
        *("意向引资", "协议引资"),
    ],
    rejects=["计划实施", "计划签约", "年度计划"],
)
"""What things of which a number is given plan to invest says nothing of how many there are."""


def looks_ahead(folded: str) -> bool:
    """Whether the first clause of a text has a word that looks ahead."""
    return bool(AHEAD.search(folded, 0, folded.find("，") + 1 or len(folded)))


def looks_back(folded: str) -> bool:
    """Whether a text has a word that looks back."""
    return bool(BACK.search(folded))


class Cues:
    """Where in a paragraph the words stand that look ahead or back.

    Args:
        folded: The paragraph, width-folded.
    """

    def __init__(self, folded: str) -> None:
        self.folded = folded
        ahead = [m.span() for m in AHEAD.finditer(folded)]
        before = [m for m in ahead if not _OF_YEAR.search(folded, max(0, m[0] - 2), m[1] + 3)]
        done, back = [m.span() for m in _DONE.finditer(folded)], [m.span() for m in BACK.finditer(folded)]
        self._here, self._before = (ahead, done), (before, back)
        counting = [m for m in before if not _OF_SUM.match(folded, m[0])]
        self._counting = (counting, done), (counting, back)

    def here(self, start: int, end: int, *, counting: bool = False) -> int:
        """What the last word of a clause says: 1 looks ahead, -1 back, 0 where there is none.

        Args:
            start: Where the clause begins.
            end: Where it ends.
            counting: Whether it is asked of a count of things, of which what they plan to invest says nothing.
        """
        return _compare(*(self._counting[0] if counting else self._here), start, end)

    def before(self, start: int, end: int, *, counting: bool = False) -> int:
        """The same of what stands before a clause."""
        return _compare(*(self._counting[1] if counting else self._before), start, end)

    def ahead(self, start: int, end: int) -> bool:
        """Whether a word of a stretch looks ahead."""
        return _last(self._here[0], start, end) >= 0

    def done(self, start: int, end: int) -> bool:
        """Whether a word of a stretch looks back."""
        return _last(self._before[1], start, end) >= 0


def _compare(ahead: list[Extent], back: list[Extent], start: int, end: int) -> int:
    one, other = _last(ahead, start, end), _last(back, start, end)
    return (one > other) - (one < other)


def _last(cues: list[Extent], start: int, end: int) -> int:
    """Where the last of the cues inside a stretch begins, -1 where there is none."""
    i = bisect_right(cues, end, key=itemgetter(1))
    return cues[i - 1][0] if i and cues[i - 1][0] >= start else -1
