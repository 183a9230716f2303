"""Who called a meeting (主办单位)."""

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, SMALL_ORDINAL
from policyparse.language.bodies import body_at_end, body_endings, is_body
from policyparse.language.masks import mask_matches
from policyparse.model.base import Extent
from policyparse.proceedings.forms import CONVENED, FORM

_ORDINAL = f"第?[{SMALL_ORDINAL}]{{1,4}}届"
TERM = pattern(
    _ORDINAL,
    matches=[
        *("省六届人大常委会", "政协第十四届委员会", ("政协第二十三四五届委员会", "十三四五届")),
        ("政协第十四届委员会", "第十四届"),
    ],
    rejects=["第六次会议", "市第届人民代表大会第次会议"],
)
"""The ordinal of a body's term, which is no part of its name: 省六届人大常委会."""

_OF_A_NAME = pattern(
    rf"(?!召开|举行|主持|传达|学习|贯彻|落实)[{HAN}]",
    matches=["青禾县", "召集会议"],
    rejects=["召开会议", "举行会议", "主持会议", "传达精神", "学习精神", "贯彻精神", "落实精神", "，会议"],
    method="match",
)
"""A character of the name of a body, where no verb of a meeting begins."""

_NAMED_AFTER = pattern(
    rf"(?:^|(?<=[，：）日开])|(?<=[开行]了))(?<![省市区县州旗]）)\s?(?:(?&ordinal))?(?![在于就从])(?P<who>(?:[省市区县州](?&ordinal)?|全国|(?&character){{2,8}}?[省市区县州旗])?"
    r"(?:(?&body)|国务院|(?:人民)?政府)"
    rf"|(?&character){{2,16}}(?:委员会|领导小组)(?=第|(?:全体|扩大)?会议))(?=第?[{SMALL_ORDINAL}0-9]{{1,4}}[届次]|(?<=委员会|导小组)(?:扩大)?会议|(?<!大)常委会|(?<=大常委会)(?:举行|召开|会议|今|日前|近日)|常委（|常务|全体|主席|主任|党组)",
    ordinal=_ORDINAL,
    body=lambda: body_endings("congress", "consultative_conference", "party"),
    character=_OF_A_NAME,
    matches=[
        ("十四届全国人大常委会第九次会议", {"who": "全国人大常委会"}),
        ("青禾县政协第十次会议", {"who": "青禾县政协"}),
        *(("省六届人大常委会第三次会议", {"who": "省六届人大常委会"}), ("主持召开县委常委会会议", {"who": "县委"})),
        *(("县委常委（扩大）会议", {"who": "县委"}), ("中央深改委员会第二次会议", {"who": "中央深改委员会"})),
        *(("青禾县人大主任会议", {"who": "青禾县人大"}), ("青禾县人大常委会召开会议", {"who": "青禾县人大常委会"})),
        *(("青禾县政协主席会议", {"who": "青禾县政协"}), ("青禾县政府党组会议", {"who": "青禾县政府"})),
        *(("9日，国务院全体会议", {"who": "国务院"}), ("青禾县政府常务会议", {"who": "青禾县政府"})),
        *("市人大常委会举行专题询问", "省委十四届五次全会", "9日国务院全体会议", "专题询问在市人大常委会会议厅举行"),
        *(("省长何大成主持召开省政府常务会议", "省政府"), "青禾省人大主任会议", "青禾旗人大主任会议"),
        *("青禾州人大主任会议", "青禾区人大主任会议", "州政府常务会议召开", "县政府常务会议召开"),
        *("区政府常务会议召开", " 市政府常务会议召开", "市人民政府常务会议召开", "中央深改领导小组第二次会议"),
        ("第九届全国人民代表大会常务委员会第十五次会议", "第九届全国人民代表大会"),
        ("主持召开县委财经委员会会议", {"who": "县委财经委员会"}),
        ("县长范大成主持召开县政府党组会议", {"who": "县政府"}),
        *(("召开了县政府六届一次常务会议", {"who": "县政府"}), ("召开十三届县委第32次常委会会议", {"who": "县委"})),
        *(("召开县委深改领导小组扩大会议", {"who": "县委深改领导小组"}), "县委财经委员会全体会议"),
        *(("举行了省政协第十次会议", {"who": "省政协"}), ("市人大常委会今天听取报告", {"who": "市人大常委会"})),
        ("市人大常委会日前听取报告", {"who": "市人大常委会"}),
        ("市人大常委会近日听取报告", {"who": "市人大常委会"}),
    ],
    rejects=[
        *("各县（市、区）政协主席发言", "青禾县政府召开会议", "在全县政协第十次会议上", "青禾县水利局第三次会议"),
        *("会议要求，传达学习省政协常委会会议精神", "县委届"),
        *("第二十三四五届全国人民代表大会常务委员会第十五次会议", "县委二十三四五届", "县县政协主席会议"),
        *("经过认真筹备的青禾区人大主任会议", "青禾县政协会议中心", "，学术委员会主任", "9省）国务院全体会议"),
        *("主持县）县委常委会会议", "市人大常委会开展垃圾分类专题询问", "就禾县人大主任会议", "县委员会第三次会议"),
        *("从禾县人大主任会议", "于禾县人大主任会议", "9旗）国务院全体会议", "9市）国务院全体会议"),
        *("9州）国务院全体会议", "届全国人大常委会第九次会议"),
    ],
)
WHEN_WHERE = pattern(
    r"(?&meetings.times)|(?&meetings.settings)|（[^（）]{1,12}）|\d{1,4}[年月日]|\d{1,2}[:：时点]\d{0,2}分?"
    r"|在[^，。在]{1,24}|以[^，。]{1,12}(?:方式|形式)",
    matches=[
        *("今天", "联合", "（7月11日）", "2024年", "9月", "25日", "10:00", "9：30", "3点", "3时30分", "在县城"),
        *("以线上形式", "以座谈方式"),
    ],
    rejects=[
        *("（）", "（城南新区国际会展中心主会场）", "年", "20240年", "：30", "100:00", "10:000", "在", "以形式"),
        *("在县城，", "在县城在礼堂", "在正在建设的会展中心"),
        "在位于城南新区中心位置的江州国际会展中心主会场三楼东侧报告厅",
        "以线上线下相结合、主会场和分会场相配合的方式",
    ],
    method="fullmatch",
)
"""When, where and how a meeting is held, one thing of it; no place holds 在: places in a row are read in one way."""

_ABOUT = pattern(
    "(?:就|围绕|聚焦|为)[^，。]{2,90}",
    matches=["就用水", "围绕用水问题在县城组织", "聚焦用水", "为保障用水"],
    rejects=[
        *("为此", "就用水，", "用水"),
        "就认真贯彻落实省委、省政府决策部署、全面做好农村生活垃圾分类收集转运、城乡公共交通线路优化调整、中小学校食堂卫生整治、沿河防洪排涝设施建"
        "设、老旧小区供水管网改造、社区养老服务站点布局和基层文化设施免费开放等民生实事",
    ],
    method="fullmatch",
)
"""What a meeting is about, in the clause of who convenes it."""

_CONVENER = pattern(
    rf"(?![在于])(?:记者)?从?(?P<who>[{HAN}、]{{2,30}}?)(?&when){{0,9}}(?&about)?$",
    when=WHEN_WHERE,
    about=_ABOUT,
    matches=[
        *(("青禾县政协", {"who": "青禾县政协"}), ("国新办今天（7月11日）上午10时", {"who": "国新办"})),
        *(("青禾县政府于9月25日10:00在县城", {"who": "青禾县政府"}), ("青禾县政协围绕用水", {"who": "青禾县政协"})),
        ("记者从国家林草局今天", {"who": "国家林草局"}),
        ("青禾县政府就用水问题在县城组织", {"who": "青禾县政府"}),
        *(("青禾县政协下午3点就用水", {"who": "青禾县政协"}), ("青禾县政协为保障用水", {"who": "青禾县政协"})),
    ],
    rejects=[
        *("在县城", "青禾县政府：今天", "县", "于县政协礼堂", "县政府（今天上午）：会议"),
        "青禾县政协将于2024年3月9日（星期六）上午9时30分线上线下集中联合",
        "县发展改革局、县经济和信息化局、县财政局、县人力资源和社会保障局、县农业农村局联合",
    ],
    method="match",
)
_PLACE_ALONE = pattern(
    "(?&when){1,9}$",
    when=WHEN_WHERE,
    matches=["在县政协礼堂", "9月25日下午在县城"],
    rejects=["", "青禾县政协在县城", "今天的会议", "将于2024年3月9日（星期六）上午9时30分线上线下联合"],
    method="match",
)
_CABINET = pattern(
    r"(?:^|(?<=召开)|(?<=举行)|(?<=主持)|(?<=[，。：了 ]))(?P<who>国务院|"
    rf"(?&character){{0,8}}[省市区县州旗](?:人民)?政府)"
    rf"(?:第?[{SMALL_ORDINAL}0-9]{{0,5}}次)?(?:党组)?(?:常务|全体|专题)?(?:（扩大）)?会议",
    character=_OF_A_NAME,
    matches=[
        *(("主持召开国务院常务会议", {"who": "国务院"}), ("召开市政府第37次常务会议", {"who": "市政府"})),
        *(("上午，区长陈杰主持召开区政府第115次常务会议", {"who": "区政府"}), "举行了国务院12次党组会议"),
        *("国务院第次常务会议", ("召开举行市政府第37次常务会议", "市政府第37次常务会议")),
        *(("召开主持市政府第37次常务会议", "市政府第37次常务会议"), "国务院党组（扩大）会议"),
        *("县人民政府第39次常务会议", "召开青禾市政府第37次常务会议", "主持召开国务院全体会议"),
        *("主持召开国务院专题会议", "召开省政府第37次常务会议", "召开旗政府第37次常务会议"),
        *("召开州政府第37次常务会议", "区人民政府第39次常务会议"),
    ],
    rejects=["政府会议", "市政府工作报告", "国务院第120000次常务会议", "召开经过认真筹备的青禾市政府第37次常务会议"],
)
_HOSTED = pattern(
    rf"(?:由|(?<=指导，)|(?<=支持，))(?P<who>[{HAN}A-Za-z、（）]{{2,60}}?)(?:联合|共同)?(?:主办|发起召开)",
    matches=[
        *(("由县委、县政府联合主办", {"who": "县委、县政府"}), ("由县工商联发起召开", {"who": "县工商联"})),
        *(("由县文旅局共同主办", {"who": "县文旅局"}), ("由商务部指导，县委和县商会主办", {"who": "县委和县商会"})),
        ("在县政府支持，县商会主办", {"who": "县商会"}),
    ],
    rejects=[
        *("县委主办", "由县委承办", "由县主办"),
        "由县发展改革局、县经济和信息化局、县财政局、县人力资源社会保障局、县自然资源和规划局、县住房城乡建设"
        "局、县交通运输局、县农业农村局共同主办",
    ],
)
_QUOTED = pattern(
    "“[^“”]{1,120}”",
    matches=["“节水”"],
    rejects=[
        *("节水”", "“”"),
        "“坚持以人民为中心，把农村生活垃圾分类收集转运、城乡公共交通线路优化调整、中小学校食堂卫生整治、沿河防"
        "洪排涝设施建设、老旧小区供水管网改造、社区养老服务站点布局和基层文化设施免费开放等民生实事一件一件办"
        "好，让群众看得见、摸得着、得实惠，不断增强获得感、幸福感、安全感”",
    ],
)
_REACH = 140


def find_organizer(folded: str) -> Extent | None:
    """Find who called the meeting of a line or paragraph.

    The meeting is named after a body (十四届全国人大常委会第九次会议), or a body convenes it (市政协召开……), or it is
    the executive meeting of a government (国务院常务会议), or somebody hosts it (由……主办).

    Args:
        folded: Width-folded line or paragraph.
    """
    named = _NAMED_AFTER.search(folded, 0, _REACH)
    if named:
        return named.span("who")
    masked = mask_matches(folded, _QUOTED)
    for convened in CONVENED.finditer(masked):
        convener = _find_convener(masked, convened.start())
        if convener:
            return convener
    further = _CABINET.search(folded) or _HOSTED.search(folded)
    return further.span("who") if further else None


def _find_convener(masked: str, end: int) -> Extent | None:
    """The body before a verb of holding: in its clause, or in the one before where that has time and place alone."""
    left = max(0, end - _REACH)
    breaks = [left, *(i + 1 for i in range(left, end) if masked[i] in "，。；：！？")]
    clauses = [(breaks[-1], end)]
    if len(breaks) > 1 and masked[breaks[-1] - 1] == "，" and _PLACE_ALONE.match(masked[breaks[-1] : end].strip()):
        clauses.append((breaks[-2], breaks[-1] - 1))
    for start, stop in clauses:
        convener = _CONVENER.match(masked, start, stop)
        if not convener:
            continue
        who = convener["who"]
        term = TERM.search(who)
        body = body_at_end(who[term.end() if term else 0 :])
        if body and term and term.start() > 0 and is_body(who[: term.start()] + body):
            at = convener.start("who")
            return at, at + len(who)
        if body and is_body(body) and not FORM.search(body):
            at = convener.start("who") + who.rfind(body)
            return at, at + len(body)
    return None
