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

_NAMED_AFTER = pattern(
    rf"(?:^|(?<=[，：）日开])|(?<=[开行]了))(?<![省市区县州旗]）)\s?(?:(?&ordinal))?(?![在于就从])(?P<who>(?:[省市区县州](?&ordinal)?|全国|(?:(?!召开|举行|主持|传达|学习|贯彻|落实)[{HAN}]){{2,8}}?[省市区县州旗])?"
    r"(?:(?&body)|国务院|(?:人民)?政府)|[省市区县州旗]委"
    rf"|(?:(?!召开|举行|主持|传达|学习)[{HAN}]){{2,16}}(?:委员会|领导小组)(?=第|(?:全体|扩大)?会议))(?=第?[{SMALL_ORDINAL}0-9]{{1,4}}[届次]|(?<=委员会|导小组)(?:全体|扩大)?会议|(?<![大会])常委会|(?<=大常委会)(?:举行|召开|会议|今|日前|近日)|常委（|常务|全体|主席|主任|党组)",
    ordinal=_ORDINAL,
    body=lambda: body_endings("congress", "consultative_conference", "party"),
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
        *(
            ("主持召开县委财经委员会会议", {"who": "县委财经委员会"}),
            ("县长范大成主持召开县政府党组会议", {"who": "县政府"}),
        ),
        *(("召开了县政府六届一次常务会议", {"who": "县政府"}), ("召开十三届县委第32次常委会会议", {"who": "县委"})),
        *(("召开县委深改领导小组扩大会议", {"who": "县委深改领导小组"}), "县委财经委员会全体会议"),
    ],
    rejects=[
        *("各县（市、区）政协主席发言", "青禾县政府召开会议", "在全县政协第十次会议上", "青禾县水利局第三次会议"),
        *(
            "会议要求，传达学习省政协常委会会议精神",
            "县委届",
            "第二十三四五届全国人民代表大会常务委员会第十五次会议",
            "县委二十三四五届",
            "县县政协主席会议",
        ),
        *("，图书馆委员会主任", "9省）国务院全体会议", "主持县）县委常委会会议", "市人大常委会开展垃圾分类专题询问"),
        *("就禾县人大主任会议", "县委员会第三次会议", "从禾县人大主任会议", "于禾县人大主任会议"),
        *("9旗）国务院全体会议", "9市）国务院全体会议", "9州）国务院全体会议", "届全国人大常委会第九次会议"),
    ],
)
_WHEN_WHERE = (
    r"(?:（[^（）]{1,12}）|今天|昨天|今日|昨日|近日|日前|上午|下午|晚上?|于|\d{1,4}年|\d{1,2}月|\d{1,2}日|\d{1,2}[:：时点]\d{0,2}分?"
    r"|在[^，。在]{1,24}|以[^，。]{1,12}(?:方式|形式)|隆重|联合|共同|组织|将|正式|集中|线上|线下)"
)
_ABOUT = r"(?:(?:就|围绕|聚焦)[^，。]{0,90}|为[^，。]{2,40})?"
_CONVENER = pattern(
    rf"(?![在于])(?:记者)?从?(?P<who>[{HAN}、]{{2,30}}?)(?&when){{0,7}}(?&about)(?&when){{0,3}}$",
    when=_WHEN_WHERE,
    about=_ABOUT,
    matches=[
        *(("青禾县政协", {"who": "青禾县政协"}), ("国新办今天（7月11日）上午10时", {"who": "国新办"})),
        *(("青禾县政府于9月25日10:00在县城", {"who": "青禾县政府"}), ("青禾县政协围绕用水", {"who": "青禾县政协"})),
        ("记者从国家林草局今天", {"who": "国家林草局"}),
        ("青禾县政府就用水问题在县城组织", {"who": "青禾县政府"}),
        *(("青禾县政协下午3点就用水", {"who": "青禾县政协"}), "青禾县政协3时30分围绕用水"),
        ("青禾县政协以线上形式围绕用水", {"who": "青禾县政协"}),
        *(("青禾县政协昨日下午隆重围绕用水", {"who": "青禾县政协"}), ("青禾县政协为用水", {"who": "青禾县政协"})),
        *(("青禾县政协将就用水", {"who": "青禾县政协"}), ("青禾县政协集中就用水", {"who": "青禾县政协"})),
        *(("青禾县政协年3月就用水", {"who": "青禾县政协年"}), ("青禾县政协共同围绕用水", {"who": "青禾县政协"})),
        ("青禾县政协以形式围绕用水", {"who": "青禾县政协以形式"}),
        ("青禾县政协今天上午围绕用水", {"who": "青禾县政协"}),
        ("青禾县政协以座谈方式围绕用水", {"who": "青禾县政协"}),
        ("青禾县政府于月25日10:00在县城", {"who": "青禾县政府于月"}),
        (
            "青禾县政协以老旧小区加装电梯改造工程、桥梁形式围绕用水",
            {"who": "青禾县政协以老旧小区加装电梯改造工程、桥梁形式"},
        ),
        *(("青禾县政府就", {"who": "青禾县政府"}), ("会议日上午在京举行", {"who": "会议日"})),
    ],
    rejects=[
        *("在县城", "青禾县政府：今天", "国新办今天（）上午10时", "会议350日上午在京举行"),
        *("青禾县政协12000年围绕用水", "产业推介会在老旧小区加装电梯改造工程、农村生活垃圾分类收集转运", "县"),
        *("于禾县政协", "国新办今天（7月11日）上午350时", "国新办今天（7月11日）上午10时350"),
        *("青禾县政府于350月25日10:00在县城", "国新办今天（城乡公共交通服务体系、水渠）上午10时"),
    ],
    method="match",
)
_PLACE_ALONE = pattern(
    r"(?&when){1,6}$",
    when=_WHEN_WHERE,
    matches=["在县政协礼堂", "9月25日下午在县城"],
    rejects=["青禾县政协在县城"],
    method="match",
)
_CABINET = pattern(
    r"(?:^|(?<=召开)|(?<=举行)|(?<=主持)|(?<=[，。：了 ]))(?P<who>国务院|"
    rf"(?:(?!召开|举行|主持)[{HAN}]){{0,8}}[省市区县州旗](?:人民)?政府)"
    rf"(?:第?[{SMALL_ORDINAL}0-9]{{0,5}}次)?(?:党组)?(?:常务|全体|专题)?(?:（扩大）)?会议",
    matches=[
        *(("主持召开国务院常务会议", {"who": "国务院"}), ("召开市政府第37次常务会议", {"who": "市政府"})),
        ("上午，区长陈杰主持召开区政府第115次常务会议", {"who": "区政府"}),
        *("举行了国务院12次党组会议", "国务院第次常务会议"),
        ("召开举行市政府第37次常务会议", "市政府第37次常务会议"),
        *(("召开主持市政府第37次常务会议", "市政府第37次常务会议"), "国务院党组（扩大）会议"),
        *("县人民政府第39次常务会议", "召开青禾市政府第37次常务会议", "主持召开国务院全体会议"),
        *("主持召开国务院专题会议", "召开省政府第37次常务会议", "召开旗政府第37次常务会议"),
        *("召开州政府第37次常务会议", "区人民政府第39次常务会议"),
    ],
    rejects=["政府会议", "市政府工作报告", "国务院第120000次常务会议", "召开城乡公共交通一体化市政府第37次常务会议"],
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
        (
            "由老旧小区加装电梯改造工程、农村生活垃圾分类收集转运、沿河两岸防洪排涝设施建设、农村中小学校食堂"
            "卫生整治、城乡公共交通一体化共同主办"
        ),
    ],
)
_QUOTED = pattern(
    "“[^“”]{1,120}”",
    matches=["“节水”"],
    rejects=[
        *("节水”", "“”"),
        (
            "“老旧小区加装电梯改造工程、农村生活垃圾分类收集转运、沿河两岸防洪排涝设施建设、农村中小学校食堂"
            "卫生整治、城乡公共交通线路优化调整、老旧小区加装电梯改造工程、农村生活垃圾分类收集转运、沿河两岸"
            "防洪排涝设施建设、农村中小学校食堂卫生整治、农村公路”"
        ),
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
