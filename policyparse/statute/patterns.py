"""Patterns of a decision's parts and particulars; all match width-folded text."""

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, SERIAL
from policyparse.knowledge.instruments import instrument_words
from policyparse.language.days import DAY, YEAR_NUMBER

SHORT = 60
"""Maximum length of a line of a heading, number or table of contents, in characters."""

_NUMBER = rf"第 ?[{SERIAL} ]{{1,9}} ?号"

NOTE_IN_TITLE = pattern(
    r"（(?&day)[^。]{2,300}(?&notes.actions)[）]{1,2}$",
    day=DAY,
    matches=[
        ("某市停车条例（2020年5月1日某市人大常委会通过）", "（2020年5月1日某市人大常委会通过）"),
        ("某办法（2020年5月1日市政府令第3号公布））", "（2020年5月1日市政府令第3号公布））"),
    ],
    rejects=["某市停车条例（2020年5月1日）", "某市停车条例（草案）", "（2020年5月1日某市人大常委会通过）第一条"],
)
"""A 题注 on the line of the title."""

INSTRUMENT = pattern(
    r"(?&words)(?:（[^（）]{1,20}）)?$",
    words=lambda: instrument_words("normative"),
    matches=["某市停车条例", "某市停车办法（试行）", "关于停车的决定"],
    rejects=["某市停车条例解读", "停车条例（", "停车名录"],
)
"""A title ends with the name of a kind of document."""

ORDER_TITLE = pattern(
    r"(?:公\s{0,4}告|命?\s{0,4}令|通\s{0,4}告)(?: ?[（〔]?[^，。]{0,20}号[）〕]?)?$",
    matches=[
        *(
            "某市人大常委会公告",
            "公 告",
            "某省人民政府令",
            "命 令",
            "命令",
            "通  告",
            "国务院令 第3号",
            "公告（第三号）",
        ),
        "公告〔十五届〕第21号",
    ],
    rejects=["公告栏", "令行禁止", "通告：各区", "公告，第3号"],
)
"""The heading of an announcement or an order."""

PROMULGATED = pattern(
    r"《([^《》]{2,120}(?:〈[^〈〉]{1,80}〉[^《》]{0,60})?)》(?:已|业)?(?:经|由|于|经由)?",
    matches=["《某市停车条例》已经", "《关于修改〈某条例〉的决定》业经", "《某办法》由", "《某办法》于", "《某办法》"],
    rejects=["《某》", "某市停车条例已经"],
)
"""What an announcement promulgates."""

PROMULGATION = pattern(
    r"(?:现|特|兹|予以|(?<!本)决定)[^，。]{0,8}?(?:公布|发布|颁布)|(?:已|业)(?:经|由|于)[^。]{4,120}通过",
    matches=[
        *("现予公布，", "特此发布", "兹颁布", "予以公布", "决定公布施行", "《某条例》已经市人大常委会第三次会议通过"),
        *("《某条例》已由市人大常委会通过", "《某条例》业于2020年5月1日会议通过"),
    ],
    rejects=["本决定自公布之日起施行", "现将有关事项通知如下", "会议通过了决议", "已经。会议通过"],
)
"""The sentence that promulgates."""

PROMULGATES_NOW = pattern(
    r"(?:现|特|兹)(?:将《[^《》]{2,120}》)?(?:予以?|重新)?(?:公布|发布|颁布)",
    matches=[
        ("通过，现予公布，", "现予公布"),
        "现公布《某条例》，",
        "兹将《某办法》发布施行",
        "现予以发布",
        "现重新公布",
        "特颁布",
    ],
    rejects=["现予批准", "公布之日", "现将公布"],
)
"""The words with which a letter promulgates."""

HEAD = pattern(
    r"(?:公告|令)(?:$| )|(?&number)|[〔\[（](?&year)[〕\]）]",
    number=_NUMBER,
    year=r"[12][0-9]{3}",
    matches=[
        "某市人民政府令",
        "公告 十五届",
        "第 二十一 号",
        "第3号",
        "某政发〔2020〕3号",
        "某政发[2020]3号",
        "（2020）",
    ],
    rejects=["公告栏", "第三次", "〔十五届〕", "令人欣喜"],
)
"""A line above the text that has the number of an announcement, order or document."""

ORDER_NUMBER = pattern(
    r"（?(?&number)）?",
    number=_NUMBER,
    method="fullmatch",
    matches=["第2号", "（第二号）", "第 二十一 号"],
    rejects=["第2号令", "第二次", "2号"],
)
"""The number of an order on a line of its own: 第2号."""

ISSUES = pattern(
    r"(?:印发|转发|批转|下发|发布|公布)(?!的)(.{4,100}?)的(?:通知|通告|公告|通报|决定)$",
    matches=[
        *("关于印发某市停车办法的通知", "关于转发某局意见的通知", "批转某局停车方案的通知", "下发停车方案的通报"),
        *("关于发布停车办法的公告", "关于公布停车办法的通告", "关于公布停车办法的决定"),
    ],
    rejects=["关于印发的通知", "关于印发某市停车办法的说明", "关于停车的通知"],
)
"""The title of a notice that issues a measure, its group 1, without marks: 关于印发某某办法（试行）的通知."""

ISSUER = pattern(
    "关于|印发|转发|批转|下发|发布|公布",
    matches="某市人民政府关于停车的决定 某市印发 某市转发 某市批转 某市下发 某市发布 某市公布".split(),
    rejects=["某市停车条例"],
)
"""What follows the issuer in a title: 某省人民政府关于…, 国务院办公厅印发《…."""

ADDRESSEE = pattern(
    r"[^。；]{2,200}(?<!如下)(?<!如下.{2})(?<!决定)(?<!修改为)：$",
    method="match",
    matches=["各区人民政府：", "市政府各部门、各直属机构："],
    rejects=[
        "现通知如下：",
        "现决定如下修改：",
        "会议决定：",
        "第三条修改为：",
        "各区人民政府",
        "通知。各区：",
        "各：",
    ],
)
"""主送机关: the line that says to whom the document goes."""

AFTER_END = pattern(
    r"（此件|抄送：|主题词：|印发机关|抄 {1,4}送",
    method="match",
    matches=["（此件公开发布）", "抄送：市委办公室", "主题词：停车", "印发机关 市政府办公室", "抄  送 市委"],
    rejects=["本办法自公布之日起施行", "市委抄送："],
)
"""Lines after the end of a document (版记)."""

IN_FORCE = pattern(
    r"自[^，。；]{1,24}起(?:施行|实施|生效|执行)|现予公布|同时废止",
    matches=[
        "自2020年5月1日起施行",
        "自公布之日起实施",
        "自发布之日起生效",
        "自印发之日起执行",
        "现予公布",
        "《某办法》同时废止",
    ],
    rejects=["自2020年5月1日，起施行", "施行前", "予以废止"],
)
"""The sentence that puts into force."""

REPORTED = pattern(
    rf"(?:新华社|本报|本网|央视)[^，。\n]{{0,20}}(?:电|讯|消息|报道)|（?记者 {{0,3}}[{HAN}]|记者从|新闻发布会|据介绍",
    matches=[
        *(
            "新华社江州5月1日电",
            "本报江州讯",
            "本网消息",
            "央视报道",
            "记者 方安",
            "（记者方安",
            "记者从市水务局获悉",
            "据介绍",
        ),
        "市政府举行新闻发布会",
    ],
    rejects=["本报，方安电", "市水务局介绍", "电力供应"],
)
"""A dateline or a reporter: the page is news."""

FULL_TEXT = pattern(
    r"》?[^，。]{0,8}全文(?:公布|发布|刊登|刊发|转发)?如下[。：]?$",
    matches=[
        "《某条例》全文如下：",
        "现将全文公布如下。",
        "全文发布如下",
        "全文刊登如下",
        "全文刊发如下",
        "全文转发如下",
    ],
    rejects=["全文如下载", "全文公布"],
)
"""The line of a news report under which the text itself stands: 《X》全文如下。"""

PROMULGATES = pattern(
    r"》(?:的决定)?(?:已|业)?(?:经由|经|由|于|已经)?",
    matches=[
        ("《某条例》已由", "》已由"),
        ("《某条例》的决定业经", "》的决定业经"),
        ("《某办法》于", "》于"),
        ("《某条例》已经", "》已经"),
    ],
    rejects=["某条例已由"],
)
"""After the title of what an announcement promulgates: 》已由."""

FORCE = pattern(
    rf"(?:自|从|于|由)? ?((?&day)|(?:本[{HAN}]{{1,4}})?(公布|发布|颁布|印发|通过|批准)之?日)(起?)([^，。；]{{0,12}}?)"
    rf"(?:起|之日起)?(?:施行|实施|生效|执行|试行)(?!的|之|情况|前|后|中|本)",
    day=DAY,
    matches=[
        ("本办法自2022年6月1日起施行。", "自2022年6月1日起施行"),
        ("自公布之日起实施", "自公布之日起实施"),
        ("从本决定通过之日起生效", "从本决定通过之日起生效"),
        ("由发布之日起三十日后执行", "由发布之日起三十日后执行"),
        ("于批准日起试行", "于批准日起试行"),
        *("自颁布之日起施行", "自印发之日起执行", "2022年6月1日施行"),
    ],
    rejects=[
        *(
            "自公布之日起施行的",
            "自公布之日起施行之",
            "自公布之日起施行情况",
            "自公布之日起施行前",
            "自公布之日起施行后",
        ),
        *("自公布之日起施行中", "自公布之日起施行本", "自2022年6月1日，起施行", "自成立之日起施行", "施行日期"),
    ],
)
"""The clause that puts into force: 自2022年6月1日起施行, 自公布之日起施行."""

FORCE_BY_OTHERS = pattern(
    r"施行(?:的)?(?:日期|时间)由[^。]{2,60}(?:规定|决定|公布)",
    matches=["本法的施行日期由国务院规定", "施行的时间由市人民政府决定", "施行日期由省人民政府另行公布"],
    rejects=["施行日期另行公布", "施行日期由。规定"],
)
"""The day of entry into force is left to another body."""

OWN_BODY = pattern(
    r"(?:审判|检察)委员会$",
    matches=[("最高人民法院审判委员会", "审判委员会"), ("最高人民检察院检察委员会", "检察委员会")],
    rejects=["审判委员会会议", "常务委员会"],
)
"""The committee of a court or procuratorate; the instrument is issued by the whole."""

ISSUED_BY = pattern(
    rf"([{HAN}、 （）]{{2,80}}?)(?:公告|令|命令|通告)(?:$|[ （〔(第])",
    method="match",
    matches=[
        "某市人民政府令",
        "某市人大常委会公告 第3号",
        "某部、某局令（第3号）",
        "某市人民政府通告第2号",
        "某市人民政府命令〔2020〕1号",
    ],
    rejects=["令", "某市公告栏", "2020年公告"],
)
"""The body before 公告 or 令."""

CLOSING = pattern(
    r"(?:本|以上)(?:决定|决议|解释|规定|意见|通知|通告|办法|公告|批复|方案|措施|政策|细则|规则|规程|标准|计划|规划|纲要|要点)"
    r"[^。]{0,20}(?:自|由|从|经|施行|公布|，请)"
    r"|《[^《》]{2,80}》(?:、《[^《》]{2,80}》){0,20}根据本|特此|请[^。]{0,40}(?:执行|落实)",
    method="match",
    matches=[
        *(
            f"本{kind}自公布之日起施行"
            for kind in "决定 决议 解释 规定 意见 通知 通告 办法 公告 批复 方案 措施".split()
        ),
        *(f"以上{kind}，请认真执行" for kind in "政策 细则 规则 规程 标准 计划 规划 纲要 要点".split()),
        *("本办法由市水务局解释", "本规定从五月起执行", "本决定经批准后公布", "本通知施行后", "本决定公布后"),
        *(
            "《某条例》根据本决定重新公布",
            "《某条例》、《某办法》根据本决定修改",
            "特此通知",
            "请各区认真落实",
            "请遵照执行",
        ),
    ],
    rejects=["本市自五月起", "《某条例》规定", "请假。执行", "以上单位自五月起"],
)
"""A paragraph after the last point that is about the whole: 本决定自公布之日起施行, 《X》根据本决定作相应修改."""

APPEAL = pattern(
    "各(?:地|级|部门|单位|有关|相关|成员|[省市州县区乡镇])|全[国省市州县区]|请|特此|执行中|会议",
    method="match",
    matches=(
        "各地区要 各级政府 各部门 各单位 各有关部门 各相关单位 各成员单位 各省 各市 各州 各县 各区 各乡 各镇 全国 全省 "
        "全市 全州 全县 全区 请各区 特此 执行中遇到问题 会议要求"
    ).split(),
    rejects=["各类", "全面", "市水务局要", "执行力"],
)
"""How a paragraph begins that turns to all to whom the document goes: 各地区、各部门要……, 特此……."""

HORIZON = pattern(
    r"到(?<!年到)(?:本世纪|20[0-9]{2}年|(?&year)年|“?十[三四五六]五”?(?:期?末|时期))|力争|年均(?:增长|增速)"
    r"|(?:发展|主要|预期|总体)目标：",
    year=YEAR_NUMBER,
    matches=[
        *("到本世纪中叶", "到2025年", "到二〇二五年", "到“十四五”末", "到十四五期末", "到“十五五”时期", "力争"),
        *("年均增长5%", "年均增速", "发展目标：", "主要目标：", "预期目标：", "总体目标："),
    ],
    rejects=["2020年到2025年", "目标任务", "到年底", "年均气温"],
)
"""Words of a document that sets targets: 到2025年, 力争."""

DECIDES = pattern(
    r"(?![^关]{0,40}(?:通过|作出|表决|审议|发布|印发|公布|签署|解读|学习|贯彻|宣传))"
    rf"[{HAN}（）、 ]{{0,50}}?关于.{{2,100}}的"
    r"(?:决定|决议|解释|批复|公告|通告|(?:若干|补充)?规定|办法|命令)(?:（[^（）]{1,20}）)?$",
    method="match",
    matches=[
        *(
            "某市人民代表大会常务委员会关于加强停车管理的决定",
            "关于预算的决议",
            "关于适用某法的解释（一）",
            "关于某案的批复",
        ),
        *(
            "关于禁渔的公告",
            "关于禁渔的通告",
            "关于停车的规定",
            "关于停车的若干规定",
            "关于停车的补充规定",
            "关于停车的办法",
            "关于授予称号的命令",
        ),
    ],
    rejects=[
        *(
            f"某市人大常委会{verb}关于停车的决定"
            for verb in "通过 作出 表决 审议 发布 印发 公布 签署 解读 学习 贯彻 宣传".split()
        ),
        *("关于停车的决定的说明", "停车决定", "2020年关于停车的决定"),
    ],
)
"""The title of an instrument that decides one matter."""
