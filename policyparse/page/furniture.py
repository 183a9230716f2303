"""Page furniture: navigation, tool bars, players, teasers, link lists, comments, licences (网页附属内容).

A line is told by its words where they leave no doubt, and by its place where it follows the end of the text. The words
are in `knowledge/furniture.toml`. Patterns match a width-folded line without the space around it.
"""

import re
from functools import cache

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.lexicon import words

_BEFORE = {
    "bar": "0123456789：|丨，,.、·•[]【】（）《》<>/\\&×¥—+~_…!！-",
    "tail": "【（[*#◆■●▲>-",
    "end": "【（[",
}
"""What may stand, beside space, before the first word of a line, in folded text; in a bar, between all of them."""

_SEPARATORS = compiled(rf"[\s{re.escape(_BEFORE['bar'])}]*")

_MARK_LENGTH = 80
"""Maximum length of a line that a mark makes furniture, in characters."""

_LENGTH = 200
"""Maximum length of a line of furniture that is told by its words, in characters."""

_SLUG_LENGTH = 120

_SUMMARY = pattern(
    r"[\[【](?:摘要|导读|提要|核心提示|内容提要|内容摘要|编者按|编前语)[\]】]|(?:摘要|导读|简介|核心提示|内容提要|内容摘要|内容简介)：|[（(]?原(?:标题|题)(?:：|为)",
    method="match",
    matches=[
        *("[摘要] 今年，", "【导读】今年，", "【提要】今年", "【核心提示】", "【内容提要】", "【内容摘要】"),
        *("【编者按】", "【编前语】今年", "摘要：今年", "导读：今年", "核心提示：今年", "内容提要：今年"),
        *("内容摘要：今年", "原标题：老港口", "（原标题：老港口）", "原题为老港口", "(原题：老港口)", "简介：今年"),
        "内容简介：今年",
    ],
    rejects=["摘要发表", "【动力之变】", "原标题不变"],
)
"""A summary, or an older title, that the site put before the text or behind it."""

_PAGER = pattern(
    r"(?:[\[【（]?[0-9]{1,3}(?![0-9])[\]】）]?\s{0,3}){1,20}(?:\.{3}|…)?(?:[\s\[【]{0,3}(?:上一页|下一页|末页|尾页|全文阅读|阅读全文)[\]】]?\s{0,3}){1,4}$"
    r"|(?:上一页|首页)\s.{0,40}(?:下一页|末页|尾页).{0,20}$|共\s?[0-9]{1,4}\s?页.{0,20}$|第\s?[0-9]{1,4}\s?页.{0,3}共\s?[0-9]{1,4}\s?页.{0,10}$"
    r"|(?:[—–-]\s?)?[0-9]{1,4}\s?[—–-]$|Page [0-9]{1,4}(?: of [0-9]{1,4})?$",
    method="match",
    matches=[
        *("[1] 2 3 下一页", "1 2 3 … 尾页", "1 2...末页", "【1】【2】上一页 下一页", "1 全文阅读", "2 [阅读全文]"),
        *("上一页 1 2 3 下一页", "首页 上一页 末页", "上一页 1 尾页", "共12页", "共 3 页 到第几页", "第1页 共4页"),
        *("第 1 页/共 4 页", "- 12 -", "12 —", "—12—", "Page 3", "Page 3 of 12", "首页 末页", "第1页共1页"),
        *("1 全文阅读 ", "第1页 共1页公园", "上一页 1 尾页公园"),
    ],
    rejects=[
        *("1 2 3", "上一页的内容", "首页改版上线", "第1页", "第三页共识", "12-13", "Page A", "共同富裕"),
        *("1234 下一页", "1 上一页 下一页 末页 尾页 全文阅读", "下一页", "Page 3 of "),
        *("第1页 共1页，请逐页签字并加盖公章", "共3页，请逐页核对申请人的姓名、住址和联系电话等信息"),
        *("首页 末页印有编号的申请表，应当由申请人本人签字并加盖公章", "共页", " —", "Page ", "第页 共1页"),
        *("第1页 共页", "共12000页", "12000 —", "1 2..末页", "1 2....末页", "第1页城乡供水共1页", "Page 12000"),
        *("1 全文阅读    ", "第1页 共12000页", "第12000页 共1页", "1 2...    末页", "1 2    ...末页"),
        *("Page 3 of 12000", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 全文阅读"),
        "首页 改版后，群众可以在显著位置找到政策解读、办事指南和互动交流等栏目，浏览起来十分方便 末页",
    ],
)
"""Numbers of pages."""

_PAGER_FIRST = frozenset("[【（0123456789上首共第—–-P")
_CLOCK_LINE = pattern(
    r"(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-9]{2}(?:\s?/\s?(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-9]{2})?$",
    method="match",
    matches=["02:03", "00:00 / 02:03", "1:02:03", "00:00/1:02:03"],
    rejects=[
        *("19:00 新闻联播", "02:0", "3:2战胜", ":03", ":02:03", "350:03", "02:350", "350:02:03", "00:00 / :03"),
        *("00:00/:02:03", "00:00 / 02:3", "00:00 / 350:03", "00:00 / 02:350", "00:00/350:02:03"),
    ],
)
"""The clock of a player."""

_TAG_LINE = pattern(
    r"#\S{1,20}(?:\s\S{1,20}){0,8}$",
    method="match",
    matches=["#话题 #标签", "#两会", "#高质量发展 乡村振兴", "#今年全省计划新建改建农村公路一万公里"],
    rejects=[
        *("# 标题", "话题", "#高质量发展 ", "#加强统筹协调，把各项任务落到实处，让群众得到更多实惠"),
        "#话题 加强统筹协调，把各项任务落到实处，让群众得到更多实惠",
        "#一 #二 #三 #四 #五 #六 #七 #八 #九 #十 #十一",
    ],
)
_TODAY = pattern(
    "(?:今天|今日)是.{6,40}$",
    method="match",
    matches=["今天是2020年1月1日 星期三", "今日是2020年1月1日"],
    rejects=[
        *("今天下午召开会议", "今天是个", "据悉，今天是2020年1月1日"),
        "今天是全国第九个扶贫日，我们在这里召开全市脱贫攻坚表彰大会，总结成绩、表彰先进、部署下一步的重点工作",
        "今天是国庆黄金周",
    ],
)
_NEXT_PLATE = pattern(
    r".{0,60}(?:上一版|前一版)[\s|]{0,12}(?:下一版|后一版)(?:[\s|]{1,12}\S{1,6}){0,3}[\s|]{0,12}$",
    method="match",
    matches=[
        *("当前版：第02版 要闻        上一版   下一版", "前一版|后一版", "上一版 下一版 往期", "前一版|后一版 "),
        "云岭日报多媒体数字报第A02版：要闻上一版下一版",
    ],
    rejects=[
        *("与上一版相比，规划更加完善", "上一版 下一版 与去年发布的规划相比，文本更全"),
        *("前一版|后一版             ", "上一版 下一版   A1 A2 A3 A4", "前一版             后一版"),
        "上一版 下一版             往期",
        "《江州日报》今日八版，社址：江州市滨江路一百号，邮政编码三一四零零零，新闻热线、发行热线、广告热线"
        "均为一二三四五，零售每份一元五角 上一版 下一版",
    ],
)
_PLATE = pattern(
    r"(?:(?:当前|本)版\s?：?\s?)?第\s?[A-Z]?[0-9]{1,3}\s?版(?:[：\s].{0,12})?$|[A-Z]?[0-9]{1,3}版$",
    method="match",
    matches=[
        *("第05版：经济", "当前版：第 02 版 要闻", "本版第3版", "A12版", "3版", "第A3版", "当前版 ：第 02 版 要闻"),
        *("第05版：", "当前版： 第 02 版 要闻"),
    ],
    rejects=[
        *("第五版", "第05版刊登的文章", "新3版", "版", "第A版", "3版头条", "2025版", "第A2025版"),
        "第05版：要闻、时政、经济、民生新闻",
    ],
)
"""The number of a newspaper's page (版次)."""

_SLUG = pattern(
    r"[^，。：]{2,20}[0-9]日[电讯](?:（[^（）]{2,40}）)?\s{0,2}题：",
    method="match",
    matches=[
        *("某社江州1月9日电 题：老港口焕发新活力", "某社江州1月9日电（记者王小明）题：老港口"),
        "某报江州9日讯题：老港口",
    ],
    rejects=[
        *("某社江州1月9日电 全省推进会9日在江州召开", "某社，江州1月9日电题：老港口", "县9日讯题：老港口"),
        *("某报江州9日讯   题：老港口", "某社江州1月9日电（上）题：老港口"),
        "某通讯社江州分社驻东屏市新闻采编中心2024年1月9日电 题：老港口",
        "某社江州1月9日电（记者王小明、李晓红、张三丰、赵一曼、钱三强、孙中良，通讯员周小川、吴启明、郑成文、"
        "冯至远、陈思进）题：老港口",
    ],
)
_WELCOME = pattern(
    "(?:您好[，！]?)?欢迎(?:您|你)?(?:访问|光临|来到|登录|浏览|进入|关注).{2,60}$",
    method="match",
    matches=[
        *("您好，欢迎访问某县人民政府网站！", "欢迎您光临某网", "欢迎你来到某网", "欢迎登录某网", "欢迎浏览某网"),
        *("欢迎进入某网", "欢迎关注某网", "您好欢迎访问某县人民政府网站！"),
    ],
    rejects=[
        *("欢迎各界人士投资兴业", "热烈欢迎访问团", "欢迎您光临县"),
        "欢迎关注本市优化营商环境工作的企业和市民朋友，通过电话、信件、网站和政务新媒体等多种方式，对我们的"
        "审批服务、监管执法和惠企政策落实情况提出宝贵意见",
    ],
)
_INVITATION = pattern(
    rf"(?:请)?(?:打开|下载|前往|进入|安装)[{HAN}A-Za-z“”]{{1,16}}(?:APP|App|app|客户端|小程序)"
    r"(?:[，,、 ！!][^。]{0,24})?$",
    method="match",
    matches=[
        *("打开锦川融媒APP，阅读体验更佳", "下载“东屏发布”客户端 查看更多", "前往某某小程序", "请打开某某App"),
        *("安装某报app", "进入某报app", "打开锦川融媒APP，"),
    ],
    rejects=[
        *("打开新局面", "下载量超过百万的客户端有三个", "市民打开某某APP即可办理", "前往小程序"),
        "前往市人力资源社会保障局网上服务大厅的小程序",
        "打开锦川融媒APP，在首页的便民服务栏目里可以找到社保查询和医保缴费的入口",
    ],
)
"""What asks readers into an application."""

_SLOGAN = pattern(
    rf"[^。：]{{0,30}}尽在[{HAN}A-Za-z0-9“”《》]{{1,16}}(?:APP|App|app|客户端|小程序|公众号)[！!。]?$",
    method="match",
    matches=[
        *("海量信息、独家解读，尽在江州财经APP", "更多精彩，尽在“江州发布”客户端！", "尽在江州App"),
        *("尽在江州小程序", "尽在江州公众号", "尽在江州app"),
    ],
    rejects=[
        *("办事流程尽在掌握", "全市服务事项尽在政务App，群众少跑腿", "项目：尽在江州APP", "尽在App"),
        "办事指南尽在江州市人民政府政务服务和数据管理局App",
        "想了解全市最新政策解读、办事指南、便民服务和招考信息，以及更多精彩内容，尽在江州App",
    ],
)
"""What a site says of its application."""

_MAINTAINED = pattern(
    rf"(?:(?!由)[{HAN}（）]){{2,24}}(?:局|厅|委|办|室|府|中心|网|社|台|会|院|部)(?:主办|承办|协办|制作|维护|制作维护|运行维护)$",
    method="match",
    matches=[
        *("盐官县科学技术局主办", "海宁县人民政府办公室制作维护", "某市大数据中心承办", "某局信息中心维护"),
        *("江畔某网协办", "某市电视台制作", "某市政府办主办维护", "省委网信办主办", "县日报社承办", "市政府主办"),
        *("某省厅主办", "省政协委员会主办", "市委党校学院运行维护", "县委宣传部主办", "市政委主办"),
        ("海宁县人民政府办公室制作维护", "海宁县人民政府办公室制作维护"),
    ],
    rejects=[
        *("本次活动由某局主办", "加强道路维护", "做好系统运行维护", "某局主办的活动", "承办单位：某局", "县会主办"),
        *("由政府主办", "某市精神文明建设指导委员会办公室和某市志愿服务工作协调领导小组办主办"),
    ],
)
"""Who runs the site, on a line of its own."""

_NOTICE = pattern(
    rf"(?:未[经得][^，。；]{{0,14}}(?:授权|许可|同意|允许)[^。；]{{0,10}}?(?:不得|禁止|严禁|请勿|谢绝|擅自)[^，。；]{{0,8}}(?:转载|摘编|复制|转发|镜像|链接|使用本|引用本)"
    rf"|(?:转载|引用|使用)[{HAN}、]{{0,6}}[请须](?:注明|标明|保留)|版权归[^。]{{1,24}}所有|如?[有涉][^。]{{0,10}}侵权[^。]{{0,12}}(?:联系|告知)|(?:仅代表|不代表)(?:本[网站]|作者)|谢绝转载|禁止转载|严禁转载)",
    matches=[
        *("未经授权不得转载", "未经本网许可，禁止转载", "未得书面同意不得复制", "未经允许请勿摘编"),
        *("未经许可，任何人严禁转载", "未经授权谢绝转发", "未经许可擅自建立镜像", "未经授权禁止使用本网内容"),
        *("转载请注明出处", "引用须注明来源", "使用请保留出处", "转载请标明出处", "版权归原作者所有"),
        *("如有侵权，请联系我们", "有涉及侵权请告知", "仅代表作者个人观点", "不代表本网立场", "本网原创，谢绝转载"),
        *("禁止转载", "严禁转载", "涉及侵权请告知", ("如有涉及侵权请告知", "如有涉及侵权请告知")),
        *("使用图片请保留出处", "未经允许请勿引用本网", ("未经许可，任何人严禁转载", "未经许可，任何人严禁转载")),
        *("不代表本站立场", "未经允许请勿链接", "如有侵权联系删除"),
    ],
    rejects=[
        "经营者未经授权不得以转售、出租等形式从事公共数据经营活动。",
        *("经营者未经授权不得以总代理、专卖的形式从事经营活动。", "未经批准不得施工。"),
        *("版权归属应当在合同中约定。", "有侵权行为的，依法处理。", "版权归所有", "引用本网图片和视频请保留出处"),
        *("未经允许请勿以任何方式对本网内容摘编", "有关单位应当建立健全知识产权侵权告知制度"),
        *("未经许可，任何组织和其他个人一律不得转载", "未经档案形成单位和档案所有者的书面同意不得复制"),
        "有侵权行为的，由市场监管部门依法查处并书面告知当事人",
        "版权归属应当在合同中约定，没有约定的归受托人即制作单位和发行单位所有",
    ],
)
"""A notice of copyright or of liability."""

_COUNT = pattern(
    r"(?:全文|本文|正文)字数：\s?[0-9]{2,6}字?$|(?:全文|本文|正文|本篇文章)?(?:共|约)?\s?[0-9]{2,6}\s?字(?:[，|\s]{1,3}(?:阅读|预计|读完|需|大?约)[^。]{0,20})?$|(?:阅读|预计阅读|读完)[^。]{0,8}(?:约|需)[^。]{0,12}(?:分钟|秒)$",
    method="match",
    matches=[
        *("全文共1234字", "本文字数：1234", "本文约1200字，阅读需4分钟", "1234字", "预计阅读时间约3分钟"),
        *("阅读约需3分钟", "正文 980 字", "读完约需2分钟", "本文约1200字，需4分钟", "读完需2分钟", "阅读需分钟"),
        *("本文约1200字，阅读", "本文约1200字，约需4分钟", "读完约需2秒", "正文字数：1234", "全文字数：1234"),
        *("本文字数：1234字", "本文字数： 1234", "本文约1200字，预计需4分钟", "本文约1200字，读完需4分钟"),
        *("本文约1200字，大约需4分钟", "本篇文章274字，读完约1分钟"),
    ],
    rejects=[
        *("不少于3000字的报告", "阅读推广活动", "共1234字节", "字数：不少于3000", "本文字数：1200000", "3字"),
        *("本文字数：3", "读完约需2分钟左右", "1200000字", "本文约1200字阅读需4分钟"),
        *("读完这份两万字的调研报告需20分钟", "本文约1200字    阅读需4分钟"),
        "阅读活动每天约有三百名小学生参加，时长40分钟",
        "本文约1200字，阅读时请对照附件中的任务分工表和项目清单逐项核对完成情况",
    ],
)
"""How long a text is."""

_SYMBOLS = compiled(r"[\s\W_]{1,80}$")


@cache
def _first(group: str) -> frozenset[str]:
    """With what a line begins that a word of the group opens: what stands before it, or the word."""
    return frozenset(word[0] for word in words(f"furniture.{group}")) | frozenset(_BEFORE[group])


@cache
def _words() -> dict[str, re.Pattern[str]]:
    """The groups of the lexicon as patterns."""
    any_of = {
        group: "|".join(map(re.escape, sorted(words(f"furniture.{group}"), key=len, reverse=True)))
        for group in ("tail", "end", "mark", "site")
    }
    return {
        "tail": compiled(rf"[\s{re.escape(_BEFORE['tail'])}]{{0,12}}(?:{any_of['tail']})"),
        "end": compiled(rf"[\s{re.escape(_BEFORE['end'])}]{{0,3}}(?:{any_of['end']})[\]】）]?(?:：|\s|$)"),
        "mark": compiled(any_of["mark"]),
        "site": compiled(rf"(?:{any_of['site']})$"),
    }


@cache
def _bar_words() -> dict[str, tuple[str, ...]]:
    """The words of bars, by their first character."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words("furniture.bar"):
        found[word[0]] = (*found.get(word[0], ()), word)
    return found


def _is_bar(line: str) -> bool:
    """Whether a line has words of a bar and what may stand between them, and nothing else.

    Words of a bar are made of one another (返回, 首页, 返回首页), so a pattern would try every way to read a row
    of them before it gives up. Each place is reached once here.
    """
    words_, begun = _bar_words(), False
    reached: set[int] = set()
    open_ends = [0]
    while open_ends:
        at = _SEPARATORS.match(line, open_ends.pop()).end()  # type: ignore[union-attr]  # it matches nothing as well
        if at == len(line):
            return begun or not words_.keys().isdisjoint(line)
        ends = {at + len(word) for word in words_.get(line[at], ()) if line.startswith(word, at)} - reached
        begun = begun or bool(ends)
        reached |= ends
        open_ends += ends
    return False


_NAVIGATION = pattern(
    r"(?:网站)?首页(?:[ |·>　]{1,3}[一-龥]{2,6}){3,12}$",
    matches=[
        *(
            "首页 新闻中心 信息公开 政务服务 走进云溪",
            "首页 | 要闻 | 区县 | 专题",
            "首页>要闻>区县>专题",
            "首页　要闻　区县　专题",
            "网站首页·新闻·政务·互动",
        ),
        "首页 " + "专题 " * 11 + "专题",
    ],
    rejects=[
        "首页 新闻中心 信息公开",
        "首页 云溪县召开重点项目观摩推进会议 新闻 县情 公开",
        "新闻中心 信息公开 政务服务 互动",
        "首页 " + "专题 " * 12 + "专题",
    ],
    method="match",
)
"""A row of columns that begins with the home page."""


def is_furniture(line: str) -> bool:
    """Whether a width-folded line, without the space around it, is furniture wherever it stands."""
    if not line or len(line) > _LENGTH:
        return False
    first = line[0]
    return bool(
        (len(line) < _MARK_LENGTH and _words()["mark"].search(line))
        or (first in _first("bar") and _is_bar(line))
        or (first in "首网" and _NAVIGATION.match(line))
        or (first in _PAGER_FIRST and (_PAGER.match(line) or _CLOCK_LINE.match(line)))
        or (first == "#" and _TAG_LINE.match(line))
        or (not first.isalnum() and _SYMBOLS.match(line))
        or (first == "今" and _TODAY.match(line))
        or (first in "欢您" and _WELCOME.match(line))
        or (line[-1] in "办作护理" and _MAINTAINED.match(line))
        or (first in "请打下前进安" and _INVITATION.match(line))
        or ("尽在" in line and _SLOGAN.match(line))
        or ("一版" in line and _NEXT_PLATE.match(line))
        or ((line[-1] in "字钟秒" or "字数" in line) and _COUNT.match(line))
        or _NOTICE.search(line)
    )


def is_summary(line: str) -> bool:
    """Whether a line is a summary or an older title that the site put before the text: [摘要] …, 原标题：…."""
    return line[:1] in "[【摘导简核内原（(" and bool(_SUMMARY.match(line))


def is_slug(line: str) -> bool:
    """Whether a line is an agency's dateline with the title again: 某社江州1月1日电 题：老港口焕发新活力."""
    return len(line) <= _SLUG_LENGTH and "题：" in line and bool(_SLUG.match(line))


def is_plate(line: str) -> bool:
    """Whether a line names the page of a newspaper (版次)."""
    return bool(_PLATE.match(line))


def is_site_name(line: str) -> bool:
    """Whether a line ends as names of sites and accounts do: 门户网站, 官方微信."""
    return len(line) <= 30 and bool(_words()["site"].search(line))


@cache
def closing_openers() -> frozenset[str]:
    """With what a line begins that may start the tail of a page or end its text."""
    return _first("tail") | _first("end")


def starts_tail(line: str) -> bool:
    """Whether the text has ended before this line: teasers, licence, comments, neighbours."""
    return line[:1] in _first("tail") and bool(_words()["tail"].match(line))


def ends_text(line: str) -> bool:
    """Whether the text has ended with this line: 责任编辑 and what is like it, under a text."""
    return len(line) <= 60 and line[:1] in _first("end") and bool(_words()["end"].match(line))
