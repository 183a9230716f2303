"""When two lines are one title: the seam between them, and the ordered rules that read it.

Two lines are one title where the first does not end as a title does and the seam shows that the second goes on with it:
an open bracket, a word that binds, the name of an instrument that comes only now, the same setting in the file. What
the file itself calls its title decides before all else.
"""

from dataclasses import dataclass

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, SMALL_ORDINAL
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.instruments import TITLE_ENDING
from policyparse.knowledge.rule import Rule, first_rule
from policyparse.language.bodies import is_body_line
from policyparse.language.days import is_day_line
from policyparse.language.notes import is_note
from policyparse.language.official import match_document_number
from policyparse.repair.broken_lines import starts_anew

LOOKAHEAD = 4
"""Maximum number of lines of a title below its first."""

_KEY = compiled(r"[\s“”‘’《》〈〉：，、·|—_-]")
SENTENCE = compiled(r"[。；！？…]")
_OPENING = {"《": "》", "〈": "〉", "（": "）", "“": "”", "【": "】"}

_OPENS = pattern(
    r"关于|印发|转发|批转|颁发",
    matches=["关于加快发展的意见", "印发工作方案的通知", "国务院转发", "批转", "颁发奖章的决定"],
    rejects=["某市河道管理办法", "有关规定"],
)
"""Words of a title that names its instrument at its end."""

_SAYS_WHAT = pattern(
    "(?&opens)|发布|公布",
    opens=_OPENS,
    method="match",
    matches=["关于加快发展的意见", "印发工作方案的通知", "发布实施细则的公告", "公布名单的通知"],
    rejects=["某市河道管理办法", "国务院关于发展的意见"],
)
"""How a line begins that says what an instrument is about, below the name of its issuer."""

_SESSION = pattern(
    r"第[^，。]{1,8}次(?:全体)?会议$",
    matches=["某市人大常委会第十二次会议", "某市委第三次全体会议"],
    rejects=["第次会议", "会议", "第三次会议纪要", "第十四届人民代表大会常务委员会某次会议"],
)
"""The session that passed an instrument, as its issuer."""

_ENDS = pattern(
    r"(?&ending)》?$",
    ending=TITLE_ENDING,
    matches=["某市河道管理办法", "某市河道管理办法（试行）", "《某市河道管理办法》"],
    rejects=["某市河道管理办法修订稿", "某市河道（试行）"],
)
"""The end of the title of an instrument."""

_ENDS_FULLY = pattern(
    rf"的[{HAN}]{{0,8}}(?&ending)》?$",
    ending=TITLE_ENDING,
    matches=[
        *("关于加快发展的意见", "关于加快发展的若干意见", "印发某办法的通知（某发〔2020〕1号）"),
        "东政办发〔2016〕33号《东屏市人民政府办公室关于印发〈东屏市2016年档案工作要点〉的通知》",
    ],
    rejects=[
        *("关于加强食品安全标准", "某市河道管理办法", "加强党的农村基层组织建设工作条例"),
        "关于加快发展的意见已经印发",
    ],
)
"""The end of a title that says what it is about: 关于……的意见."""

_BEGINS_AGAIN = pattern(
    rf"《|关于|(?:中共|中国|国家|国务院|最高人民|[{HAN}]{{1,8}}?(?:省|市|县|区|州|盟|旗|厅|局|委|部)(?!场|民|域|间|分|署|会))",
    method="match",
    matches=[
        *("《某办法》", "关于加强管理的意见", "某市河道管理办法", "国务院关于发展的意见", "某某省教育厅通知"),
        *(("市公安局", "市公安局"), "江州日报", "指导部门", "对欧盟增长", "中国", "中共", "梅远县：", "最高人民"),
        *("嘉滩旗：", "嘉滩厅：", ("国家税务总局", "国家"), "举报专区设立了", ("某某省教育厅通知", "某某省")),
        "代表大会常务委员会第五次会议修订）",
    ],
    rejects=[
        *("产业发展若干措施", "管理办法", "市场监管办法", "部分规定", "某市分", "某市会", "某市间", "某市民"),
        *("某市域", "某市场", "机关事务管理保障服务局", "研究部署节日期间重点工作等事项"),
    ],
)
"""How a title of its own begins: with a body, a place, a title or what it is about."""

STAGE = pattern(
    rf"（(?:试行|暂行|草案|修订|修正|修正案|送审稿|讨论稿|建议稿|第?[{SMALL_ORDINAL}]?次?审议稿|[^（）]{{0,8}}征求意见稿"
    rf"|(?:试行)?第[^（）]{{1,4}}版|[0-9]{{4}}年(?:修订|修正|版|本)?|[0-9]{{4}}[—-][0-9]{{4}}年?|[{SMALL_ORDINAL}]{{1,3}})）$",
    method="match",
    matches=[
        *("（试行）", "（暂行）", "（草案）", "（修订）", "（送审稿）", "（讨论稿）", "（建议稿）"),
        *("（二次审议稿）", "（第二次征求意见稿）", "（2019年修订）", "（2019年版）", "（2021—2025年）"),
        *("（第九版）", "（试行第九版）", "（二）", "（修正）", "（修正案）", "（2019年）", "（次审议稿）"),
        *("（二审议稿）", "（征求意见稿）", "（第二次审议稿）", "（2019年本）", "（2019年修正）", "（2021—2025）"),
    ],
    rejects=[
        *("（此件公开发布）", "（2019年3月1日通过）", "（一）加强领导", "（市财政局）", "（）", "（第版）"),
        *("（二十三二）", "（350年）", "（12000年）", "（第一次全面修订版）", "（350—2025年）", "（2021—350年）"),
        *("（2021—12000年）", "（12000—2025年）", "（面向全社会各界公开征求意见稿）"),
    ],
)
"""The stage or edition of an instrument, which belongs to its title."""

_TORN = 3
"""Maximum length of what is left of a torn word, in characters."""

_BINDS = frozenset("的和与及暨或、")
_GOES_ON = frozenset("的和与及暨")
_PREDICATE = pattern(
    r"(?&seams.rises)(?!标|级|人|成|产)",
    method="match",
    matches=["占生产总值比重超30%", "达到百亿元", "居全国第一", "再创新高"],
    rejects=["超级计算机亮相", "达标企业公布", "达人谈", "破产清算", "达成协议"],
)
"""How a line begins that says how high the figure of the line before is."""

_HAS_PREDICATE = pattern(
    rf"[{HAN}](?&seams.doings)",
    matches=["产值增长", "会议召开"],
    rejects=["2027年制造业增加值", "增长", "推进乡村振兴"],
)


@dataclass(frozen=True, slots=True)
class Seam:
    """A line that may be the start of a title, and the line below it.

    Attributes:
        first: The line, with those already joined to it.
        second: The next line that is not blank.
        following: The lines below it.
        adjoins: Whether no blank line stands between the two.
        in_head: Whether no prose stands above.
        set_alike: Whether the file sets the two alike, as no prose is set: both in the middle, or a line break between.
        known: What the file calls its title, as keys.
    """

    first: str
    second: str
    following: tuple[str, ...]
    adjoins: bool
    in_head: bool
    set_alike: bool = False
    known: tuple[str, ...] = ()


def key_of(line: str) -> str:
    """A line without spaces and marks, to compare it with another."""
    return _KEY.sub("", line)


def _is_known(seam: Seam) -> bool:
    first, both = key_of(seam.first), key_of(seam.first + seam.second)
    return seam.in_head and any(len(first) < len(known) and known.startswith(both) for known in seam.known)


def _leaves_open(seam: Seam) -> bool:
    """Whether the first line opens a bracket that the second, or the line after it, closes."""
    for opening, closing in _OPENING.items():
        if seam.first.count(opening) > seam.first.count(closing):
            below = seam.second + "".join(seam.following[:1])
            return closing in below and (seam.in_head or bool(_OPENS.search(seam.first)))
    return False


def _binds(seam: Seam) -> bool:
    """Whether a word at the seam binds the two."""
    if not (seam.in_head or _OPENS.search(seam.first)) or _begins_again(seam):
        return False
    if seam.first[-1] in _BINDS and len(seam.first) >= 6:
        return bool(_ends(seam))
    return seam.second[0] in _GOES_ON and bool(_OPENS.search(seam.first)) and bool(_ENDS.search(seam.second))


def _begins_again(seam: Seam) -> bool:
    return bool(_BEGINS_AGAIN.match(seam.second)) and seam.first[-1] not in "、的和与及"


def _is_stage(seam: Seam) -> bool:
    return bool(STAGE.match(seam.second) and _ENDS.search(seam.first))


def _names_issuer(seam: Seam) -> bool:
    """Whether the first line names who issues, and the second says what about."""
    return bool(_SAYS_WHAT.match(seam.second)) and (is_body_line(seam.first) or bool(_SESSION.search(seam.first)))


def _ends(seam: Seam) -> str | None:
    """The line, the second or one below it, with which the title ends: 的通知; None where none does."""
    lines = (seam.second, *seam.following)
    for i, line in enumerate(lines[:LOOKAHEAD]):
        if is_stop(line):
            return None
        if _ENDS_FULLY.search(line) or (
            _ENDS.search(line) and (i + 1 == len(lines) or is_stop(lines[i + 1]) or SENTENCE.search(lines[i + 1]))
        ):
            return line
    return None


def _is_announced(seam: Seam) -> bool:
    """Whether the first line says what a document is about, and its kind comes only below."""
    if not _OPENS.search(seam.first) or _ENDS_FULLY.search(seam.first) or len(seam.first) < 6:
        return False
    if seam.second.startswith("《") and "《" in seam.first:
        return False
    again = _BEGINS_AGAIN.match(seam.second) and not seam.first.endswith(("转发", "批转", "印发", "关于"))
    again = again and ("关于" in seam.first or "关于" not in seam.second)
    return bool(_ends(seam)) and not (again and (_ENDS.search(seam.first) or _OPENS.search(seam.second)))


def _is_torn(seam: Seam) -> bool:
    """Whether two lines make the kind of a document that neither of them ends with: 指导意/见."""
    if len(seam.second) > _TORN or not _OPENS.search(seam.first) or _ENDS_FULLY.search(seam.first):
        return False
    return bool(_ENDS_FULLY.search(seam.first + seam.second)) and not _ENDS_FULLY.search(seam.second)


def _is_of_place(seam: Seam) -> bool:
    """Whether the first line opens with a place and has no kind, and the title ends above number or provision."""
    if not seam.in_head or len(seam.first) < 6 or _ENDS.search(seam.first) or is_body_line(seam.first):
        return False
    if not _BEGINS_AGAIN.match(seam.first) or _BEGINS_AGAIN.match(seam.second) or SENTENCE.search(seam.second):
        return False
    last = _ends(seam)
    lines = (seam.second, *seam.following)
    below = lines[lines.index(last) + 1 :] if last else ()
    return bool(below) and is_stop(below[0])


def _is_set_alike(seam: Seam) -> bool:
    return (
        seam.set_alike
        and (seam.in_head or bool(_OPENS.search(seam.first)))
        and not _ENDS_FULLY.search(seam.first)
        and not _ENDS.search(seam.first)
    )


def _tells_figure(seam: Seam) -> bool:
    """Whether the first line ends with what is measured, and the second begins with how much it is."""
    if not (seam.in_head and seam.adjoins and _PREDICATE.match(seam.second)):
        return False
    return not _HAS_PREDICATE.search(seam.first[seam.first.rfind("：") + 1 :])


def _stops_at_comma(seam: Seam) -> bool:
    return seam.in_head and seam.adjoins and seam.first[-1] in "，、" and 6 <= len(seam.first) <= 30


JOINTS: tuple[Rule[Seam, bool], ...] = (
    Rule("known_title", True, "The file itself gives the two lines as one title.", _is_known),
    Rule(
        "open_bracket",
        True,
        "A bracket that is open at the end of a line is closed on the next.",
        _leaves_open,
        (
            "某市关于暂停实施《某市渔业/条例》有关规定的决定/某政发〔2020〕1号",
            "关于做好（某市级/以上）项目管理的通知/各区：",
        ),
    ),
    Rule(
        "second_title",
        False,
        "A line that ends as a title does, over one that begins as a title does, are two titles.",
        lambda seam: _ENDS_FULLY.search(seam.first) and not STAGE.match(seam.second) and seam.second[0] not in "的（",
        ("关于加强河道管理的决定/某市河道管理办法/第一条 为了",),
    ),
    Rule(
        "stage",
        True,
        "The stage or edition in brackets belongs to the title above.",
        _is_stage,
        ("某市河道管理办法/（征求意见稿）/第一条 为了",),
        ("某市河道管理办法/（2020年3月1日某市人民政府发布）",),
    ),
    Rule(
        "binding_word",
        True,
        "A line ends with a word that nothing ends with, or begins with one that nothing begins with.",
        _binds,
        ("某省人民政府关于推动港口建设和/产业发展的意见/各市：", "某市人民政府关于推动港口建设/的若干意见/各区："),
        ("某市推进产业发展/某市产业集群和企业名单",),
    ),
    Rule(
        "issuer_above",
        True,
        "Who issues stands above what the document is about.",
        _names_issuer,
        ("某市人民政府/关于加强河道管理的决定/各区：",),
        ("某市人民政府/2024年5月1日",),
    ),
    Rule(
        "kind_below",
        True,
        "A title that opens with 关于 or 印发 ends with the kind of the document, which comes only below.",
        _is_announced,
        ("某市人民政府关于印发某市河道/采砂管理办法的通知/某政发〔2021〕7号",),
        ("关于召开会议的通知/某市人民政府关于加强管理的意见",),
    ),
    Rule(
        "kind_torn",
        True,
        "The end of a line tears the last word of a title apart.",
        _is_torn,
        ("某县人民政府关于加强管理的指导意/见/某政发〔2021〕7号", "某县人民政府关于印发某县供水方案的通/知/各乡镇："),
        ("某县人民政府关于加强管理的/见证",),
    ),
    Rule(
        "kind_above_number",
        True,
        "Between the top and the number, the addressee or the first provision stands one title.",
        _is_of_place,
        ("某市低空经济/高质量发展行动方案/某政发〔2021〕7号",),
        ("政策文件/某市河道管理办法/第一条 为了",),
    ),
    Rule("set_alike", True, "The file sets two lines alike in the middle, and the first ends no title.", _is_set_alike),
    Rule(
        "figure_below",
        True,
        "The first line ends with what is measured, the second begins with how much it is.",
        _tells_figure,
        ("某市报告速读：2027年制造业增加值/占生产总值比重超30%/来源：某报",),
        ("某市制造业产值增长/占比提高",),
    ),
    Rule(
        "comma",
        True,
        "A headline goes on behind a comma.",
        _stops_at_comma,
        ("某市深入学习贯彻会议精神，/奋力谱写发展新篇章/来源：某报",),
        ("工业和信息化、发展改革、教育、科技、财政、人力资源社会保障、规划资源、金融等部门，/按照职责做好工作",),
    ),
)
"""When two lines are one title; the first rule that applies decides."""


def is_stop(line: str) -> bool:
    """Whether a line below a title ends it: number, day, note, addressee, label of a provision, or a labelled line."""
    if line[-1] == "：" or starts_anew(line) or is_day_line(line) or is_note(line):
        return True
    number = match_document_number(line)
    return number is not None and number[1] - number[0] >= len(line) - 4


def is_one_title(seam: Seam) -> bool:
    """Whether the first rule that applies says that two lines are one title."""
    rule = first_rule(JOINTS, seam)
    return rule is not None and rule.verdict
