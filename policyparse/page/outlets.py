"""Outlets: papers, agencies, stations and sites by their names, and the dateline that opens a report (电头).

outlet   ::= place? field? ending
dateline ::= (outlet | own) place? day? ("电" | "讯" | "消息" | "报道") credit? mark?
credit   ::= "（" "记者" names "）" | "记者" names ("报道")?
"""

from typing import NamedTuple

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.knowledge.lexicon import word_set, words
from policyparse.language.bodies import body_endings
from policyparse.language.names import is_name
from policyparse.model.base import Extent

_OPENING_LENGTH = 160
"""Maximum length of the opening of a report, in characters."""

OUTLET_LENGTH = 20
"""Maximum length of the name of an outlet, in characters."""

_ACCOUNT_LENGTH = 8
"""Maximum length of a name that ends with a word of everyday use, in characters: 青禾发布."""

_NAME = rf"[{HAN}A-Za-z0-9·]{{1,18}}?"
OUTLET_NAME = pattern(
    rf"{_NAME}(?:(?&media)|(?&outlets.endings)|(?&outlets.accounts))",
    media=lambda: body_endings("media"),
    method="fullmatch",
    matches=["东屏日报", "新华社", "东屏广播电视台", "东屏网", "学习强国客户端", "青禾发布", "A县融媒", "青禾刊"],
    rejects=[
        *("东屏市人民政府", "联网", "汇报", "平台", "东屏市管理办法", "市政府召开会议、发布", "新闻"),
        "某省经济社会发展与改革开放研究会主办的日报",
    ],
)
"""A name that ends as the name of an outlet does."""

_OUTLET = pattern(
    "《?(?&named)》?",
    named=OUTLET_NAME,
    method="fullmatch",
    matches=["东屏日报", "《东屏晚报》"],
    rejects=["东屏市人民政府", "《东屏市管理办法》"],
)


def is_outlet(text: str) -> bool:
    """Whether a text as a whole is the name of an outlet: 东屏日报, 新华社, 某县融媒.

    Args:
        text: Width-folded text.
    """
    if not 2 < len(text) <= OUTLET_LENGTH or not _OUTLET.fullmatch(text):
        return False
    return len(text) <= _ACCOUNT_LENGTH or not text.rstrip("》").endswith(words("outlets.accounts"))


class Dateline(NamedTuple):
    """The opening of a report.

    Attributes:
        end: Offset after it.
        outlet: Extent of the outlet's name, None where the outlet does not name itself (本报讯).
        credit: Extent of the words that name the reporters, None where none does.
    """

    end: int
    outlet: Extent | None
    credit: Extent | None


_CREDIT_NAMES = rf"（[{HAN}]{{2,4}}(?:[ 、][{HAN}]{{2,4}}){{0,4}}）"
"""Names in brackets behind the dateline, without a word for who wrote; whether they are names is asked later."""

_CREDIT_BRACKET = r"（[^（）。]{0,24}?(?:记者|通讯员|作者|评论员)[^（）。]{2,60}）"
_NAMES = pattern(
    rf"[{HAN}]{{2,4}}(?:[ 、][{HAN}]{{2,4}}){{0,3}}",
    method="fullmatch",
    matches=["王小明", "王小明 李晓红", "王小明、李晓红、张三、欧阳修远"],
    rejects=["王", "王小明、李", "发自江州市", "王小明 发自江州市", "王小明 李晓红 张三丰 赵一曼 钱志强"],
)
"""Names side by side; whether they are names is asked later."""

_BY_ROLE = pattern(
    r"(?&bylines.qualifiers){0,3}(?:记者|通讯员|作者) ?(?&names)(?: ?(?:通讯员|实习生|记者) ?(?&names)){0,2}",
    names=_NAMES,
    method="fullmatch",
    matches=[
        *("记者王小明", "记者 王小明 李晓红", "通讯员王小明", "作者王小明", "全媒体记者黄华 通讯员程飞"),
        *("特约记者王小明", "记者王小明通讯员李晓红", "记者王小明实习生李晓红", "记者王小明通讯员 李晓红"),
        *("记者王小明 通讯员李晓红 记者张三", "记者王小明记者李晓红"),
    ],
    rejects=[
        *("王小明", "记者", "记者从现场获悉的消息", "首席高级特约见习记者王小明", "记者王小明，通讯员李晓红"),
        "记者王小明通讯员李晓红实习生张三丰记者赵一曼",
    ],
)
"""Reporters, each behind the word for it."""

_CREDIT_TOLD = rf"(?:[{HAN}]{{0,8}}(?:记者|通讯员)[{HAN}· 、]{{2,24}}?报道)(?=[ ：，])"

DATELINE = pattern(
    rf"(?![据从在由向])《?(?P<outlet>(?P<own>(?&outlets.own))|(?&named))》?(?!网|社|报|台|客户端|频道|中心)"
    rf"(?:[{HAN}]{{2,10}}?(?<!频道)(?<!中心)(?<!客户端))? ?(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?(?:综合)?"
    rf"(?:(?<=日)报道(?=：)|电|讯|消息)(?=[ ：（，/0-9]|记者|通讯员|近日|日前|昨|今|$)"
    rf" {{0,3}}(?:（[^（）]{{1,20}}）(?=：)"
    rf"|(?P<credit>{_CREDIT_BRACKET}|{_CREDIT_NAMES}|{_CREDIT_TOLD})|(?P<plain>(?&by_role))(?=[ “]|$))?"
    r"[ ：，/]{0,4}(?:题：)?",
    named=OUTLET_NAME,
    by_role=_BY_ROLE,
    method="match",
    matches=[
        ("新华社北京3月16日电（记者 王小明）近日，", {"outlet": "新华社", "credit": "（记者 王小明）"}),
        ("青禾新闻网3月9日电 青禾县今天", {"outlet": "青禾新闻网", "credit": None}),
        ("东屏晚报讯（记者 江舟）5月7日，", {"outlet": "东屏晚报", "credit": "（记者 江舟）"}),
        ("本报讯 全媒体记者黄华 通讯员程飞 “请大家", {"plain": "全媒体记者黄华 通讯员程飞"}),
        ("江州日报讯 记者王小明 8月3日，", {"plain": "记者王小明"}),
        *(("本报讯 记者王小明“请", {"plain": "记者王小明"}), ("本报讯 通讯员王小明", {"plain": "通讯员王小明"})),
        ("本报讯 记者王小明，今天", {"plain": None}),
        ("本报讯 （记者 丁一帆）9月25日", {"outlet": "本报", "own": "本报"}),
        ("本报北京3月16日讯 记者王小明报道：今天", {"credit": "记者王小明报道"}),
        ("本报讯 记者王小明报道了全市防汛情况，", {"credit": None}),
        ("某新网蓉州9月29日电 （方圆 石磊）近日", {"outlet": "某新网", "credit": "（方圆 石磊）"}),
        ("新华社北京3月16日电（王小明）记者", {"credit": "（王小明）"}),
        ("北江在线讯（首席记者 安宁）8月7日", {"outlet": "北江在线", "credit": "（首席记者 安宁）"}),
        ("央视网消息：今天", {"outlet": "央视网"}),
        ("江视新闻综合频道3月13日报道：今天", {"outlet": "江视新闻综合频道"}),
        ("某视网消息（新闻联播）：近日，", {"credit": None}),
        ("江州日报消息（记者 王小明）近日", {"outlet": "江州日报"}),
        ("中国新闻网北京3月16日电 今天", {"outlet": "中国新闻网"}),
        ("大江网讯 全媒体记者王小明报道：近日", {"credit": "全媒体记者王小明报道"}),
        ("江州日报江州综合讯 近日", {"outlet": "江州日报"}),
        *(("新华社北京3月16日电 题：老港口", "新华社北京3月16日电 题："), ("本网讯近日，", "本网讯")),
        *(("某评社江州6月21日电/某部总经济师", {"outlet": "某评社"}), ("本报讯日前，", "本报讯")),
        *(("本报讯昨天，", "本报讯"), ("本报讯今天，", "本报讯")),
        ("本报讯通讯员王小明报道：近日，", {"credit": "通讯员王小明报道"}),
        ("本站讯（职工通讯员 李琴 刘会）为深入", {"credit": "（职工通讯员 李琴 刘会）"}),
        ("《青禾头条》 讯（作者王小明）  题：", "《青禾头条》 讯（作者王小明）  题："),
        *(("本站讯（职工通讯员县）为深入", "本站讯"), ("某视网消息（）：近日，", "某视网消息")),
        ("江州日报频道综合讯 近日", {"outlet": "江州日报频道"}),
        ("江州日报报州综合讯 近日", {"outlet": "江州日报报"}),
        *(("《青禾报》青禾12月3日消息（记者王小明）  ", "《青禾报》青禾12月3日消息（记者王小明）  "), "本报讯"),
        *("本报讯记者", ("新华社北京3月16日电（王小明、李晓红 张三、李四、王五、赵六）记者", "新华社北京3月16日电")),
        *(("江州日报台州综合讯 近日", {"outlet": "江州日报台"}), "江州日报江州 综合讯 近日"),
        *(("本报讯通讯员县报道：近日，", "本报讯"), ("本报讯    （记者 丁一帆）", "本报讯    ")),
        ("新华社北京3月16日电（县）记者", "新华社北京3月16日电"),
        ("东屏日报讯（记者 宋立）     ", "东屏日报讯（记者 宋立）    "),
        ("北江在线讯（首席评论员 安宁）8月7日", "北江在线讯（首席评论员 安宁）"),
        ("中国新闻网北京客户端3月16日电 今天", {"outlet": "中国新闻网北京客户端"}),
        ("某新网蓉州9月29日电 （方圆 县）近日", "某新网蓉州9月29日电 "),
        ("某新网蓉州9月29日电 （方圆 发自江州市）近日", "某新网蓉州9月29日电 "),
        ("大江网讯 随省党政代表团采访的记者王小明报道：近日", "大江网讯 "),
        ("某视网消息（据《新闻联播》昨晚播出的《我们的新时代》节目）：近日，", "某视网消息"),
        ("本报讯记者连日来深入高山茶园和农家小院、历时半个月采写了系列报道：近日，", "本报讯"),
        ("东屏日报讯（本报融媒体中心派驻江州市防汛抗旱一线采访报道组的全体记者 宋立）", "东屏日报讯"),
        (
            (
                "本报讯 （记者王小明、李晓红、张三丰、赵一曼、钱三强、孙中良、周小川、吴启明、郑成文、冯至远、陈思进、"
                "褚时中、卫国平、蒋方舟、沈从容、韩少波）"
            ),
            "本报讯 ",
        ),
    ],
    rejects=[
        *("青禾县今天新增两条客运班线", "市工信局召开推进会", "全市供电形势平稳", "青禾网讯科技有限公司成立"),
        *("今年一季度全省用电量增长", "据东屏日报讯（记者 江舟）", "江州日报3月13日报道，某市"),
        *("中国新闻网社京3月16日电 今天", "中国新闻网客户端月16日电 今天", "发布消息，", "由报讯今天，"),
        *("在报讯今天，", "向报讯今天，", "从报讯今天，", "江州日报中心综合讯 近日", "中国新闻网北京3月日电 今天"),
        *("中国新闻网北京3月350日电 今天", "中国新闻网北京中心3月16日电 今天", "中国新闻网北京350月16日电 今天"),
        *("江州日报随省党政代表团赴外省学习考察综合讯 近日", "某某省经济社会发展与改革开放研究联合会发布消息，"),
    ],
)
"""The opening of a report."""


_TOLD_BY = pattern(
    rf"(?![据从在由向])(?P<credit>(?:(?&outlets.own)|(?P<outlet>(?&named)))?"
    rf"(?:(?&bylines.qualifiers)){{0,3}}(?:记者|通讯员)[{HAN}· 、]{{2,24}}?(?:报道|电|讯))"
    r"(?:[：，] {0,2}| {1,3}(?=[^ ])|$)",
    named=OUTLET_NAME,
    method="match",
    matches=[
        ("江州新闻记者王小明 李晓红报道：近日，", {"credit": "江州新闻记者王小明 李晓红报道", "outlet": "江州新闻"}),
        ("本报记者王小明报道：近日，", {"credit": "本报记者王小明报道", "outlet": None}),
        ("全媒体记者 王小明 江州报道，近日", {"credit": "全媒体记者 王小明 江州报道"}),
        ("通讯员王小明摄影报道：近日", {"credit": "通讯员王小明摄影报道"}),
        ("江州财经记者 王小明 东屏报道 据东屏海关统计，", {"outlet": "江州财经"}),
        ("江州经济报道见习记者王小明、李晓红 东屏报道 5月4日，", {"outlet": "江州经济报道"}),
        ("江州日报记者 王小明 东屏讯 近日，", {"outlet": "江州日报"}),
        ("江州网记者 王小明 东屏电 近日，", {"outlet": "江州网"}),
        *(("本报记者王小明报道：   近日，", "本报记者王小明报道：  "), "临川新闻记者 丁一帆 报道"),
        ("全媒体记者 王小明 江州报道，近日", {"outlet": None}),
    ],
    rejects=[
        *("记者从市水利局获悉，报道：今年", "江州新闻记者王小明报道了这一消息", "据江州日报记者王小明报道：近日"),
        *("江州财经记者王小明在报道中写道，", "江州网记者 王小明 东屏电    近日，"),
        *("临川新闻首席高级特约见习记者 丁一帆 报道", "临川新闻记者县报道", "由川新闻记者 丁一帆 报道"),
        *("在川新闻记者 丁一帆 报道", "向川新闻记者 丁一帆 报道", "从川新闻记者 丁一帆 报道"),
        "某某省经济社会发展与改革开放研究联合会新闻记者 丁一帆 报道",
        "临川新闻记者连日来深入高山茶园和农家小院、历时半个月采写的这组系列报道",
    ],
)
"""The reporters in front of a report, without a dateline."""


_REPORTERS = pattern(
    r"(?![据从在由向])(?P<credit>(?:(?&outlets.own)|(?P<outlet>(?&named)))"
    r"(?&by_role))"
    r"(?:$| {1,3}(?=据|[0-9]{1,2}月[0-9]|近日|日前|[昨今][日天]))",
    named=OUTLET_NAME,
    by_role=_BY_ROLE,
    method="match",
    matches=[
        ("江州晚报全媒体记者 王小明 通讯员 李晓红 据市商务局统计，", {"outlet": "江州晚报"}),
        ("江州时报记者 王小明 5月4日，", {"outlet": "江州时报", "credit": "江州时报记者 王小明"}),
        *(("本报记者 王小明、李晓红 近日，", {"credit": "本报记者 王小明、李晓红"}), "青禾之声记者王小明"),
        ("本报记者 王小明、李晓红 实习生张三、李四 近日，", {"outlet": None}),
        "青禾日报记者 王小明、李晓红 通讯员 王五",
        *(("本报记者 王小明、李晓红 昨天近日，", "本报记者 王小明、李晓红 "), "本报记者 王小明、李晓红 今日，"),
        ("本报首席见习资深融媒记者 王小明、李晓红 近日，", {"outlet": "本报首席见习资深融媒"}),
        "本报记者 王小明、李晓红 日前，",
    ],
    rejects=[
        *("江州时报记者 王小明 深入车间采访", "江州时报记者近日获悉，", "据江州时报记者 王小明 5月4日"),
        *("江州时报记者 王小明 月3", "由州时报记者 王小明 5月4日，", "江州时报记者 王小明 350月3"),
        *("在州时报记者 王小明 5月4日，", "向州时报记者 王小明 5月4日，", "从州时报记者 王小明 5月4日，"),
        "本报记者 王小明、李晓红    近日，",
    ],
)
"""The reporters in front of a report, without a word that says that they report."""


_IN_FRONT = pattern(
    "(?P<credit>（(?:(?&outlets.own)|(?P<outlet>(?&named)))?(?&by_role)）) {0,3}",
    named=OUTLET_NAME,
    by_role=_BY_ROLE,
    method="match",
    matches=[
        ("（新华社记者 王小明 李晓红 张三）目前，", {"credit": "（新华社记者 王小明 李晓红 张三）"}),
        ("（记者王小明 通讯员李晓红）近日，", {"outlet": None}),
        ("（江州日报全媒体记者 王小明） 昨天", {"outlet": "江州日报"}),
        *(("（本报记者 王小明）今天", {"outlet": None}), ("（记者王小明）   近日，", "（记者王小明）   ")),
        ("（记者王小明）    近日，", "（记者王小明）   "),
    ],
    rejects=["（王小明 李晓红）", "（记者从现场获悉的消息）近日，", "（王小明）近日，"],
)
"""The reporters in brackets in front of a report, without a dateline."""


_BETWEEN_NAMES = pattern(
    "[ 、]|记者|通讯员|实习生",
    matches=["王小明 李晓红", "王小明、李晓红", "记者王小明", "通讯员王小明", "实习生王小明"],
    rejects=["王小明"],
)


def _are_names(credit: str) -> bool:
    """Whether all that stands behind the words for reporters are names."""
    pieces = [piece for piece in _BETWEEN_NAMES.split(credit) if piece]
    return all(piece in word_set("bylines.qualifiers") or is_name(piece) for piece in pieces)


def match_dateline(line: str, *, alone: bool = False) -> Dateline | None:
    """Match the dateline that opens a line.

    Args:
        line: Width-folded line.
        alone: Whether reporters in brackets may be all of the line, as they are once they are cut from the text.
    """
    match = DATELINE.match(line, 0, _OPENING_LENGTH)
    if match is None:
        forms = (_TOLD_BY, _REPORTERS, _IN_FRONT)
        told = next(filter(None, (form.match(line, 0, _OPENING_LENGTH) for form in forms)), None)
        if told and told.re.pattern == _IN_FRONT.pattern and told.end() == len(line) and not alone:
            return None
        named = told.span("outlet") if told and told["outlet"] else None
        return Dateline(told.end(), named, told.span("credit")) if told else None
    outlet = None if match["own"] else match.span("outlet")
    if match["plain"]:
        if not _are_names(match["plain"]):
            return Dateline(match.start("plain"), outlet, None)
        return Dateline(match.end(), outlet, match.span("plain"))
    return Dateline(match.end(), outlet, match.span("credit") if match["credit"] else None)
