"""What speaks for and against a line as the title of its page (标题).

Some lines are no title whatever stands around them: a number, a date, a label, a sentence (`VETOES`). The others are
weighed by their form, their place and what the file says (`WEIGHTS`); the heaviest line is the title.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, SERIAL, SMALL_ORDINAL
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.instruments import TITLE_ENDING
from policyparse.knowledge.rule import Rule
from policyparse.language.bodies import is_body_line
from policyparse.language.days import is_day_line
from policyparse.language.labels import is_labelled
from policyparse.language.notes import is_note
from policyparse.language.official import match_document_number
from policyparse.page.blocks import Block
from policyparse.page.byline import PICTURE_NOTE, is_credit
from policyparse.page.furniture import is_furniture, is_plate, is_site_name, is_summary
from policyparse.page.leads import KICKER, SERIES
from policyparse.page.outlets import is_outlet
from policyparse.page.source_line import asks_for, is_source_line
from policyparse.page.trails import is_breadcrumb

TITLE_LENGTH = 120
"""A longer line is no title, in characters."""

_CLAUSES = 3
"""Number of commas from which on a line is a paragraph."""

_CLAUSE_LENGTH = 90
"""Length from which on a line with a comma is a paragraph, in characters."""

_WORDS = compiled(r"[^\W\d_]{2}")
_INSTRUMENT = pattern(
    "(?&ending)$",
    ending=TITLE_ENDING,
    matches=["某市河道管理办法", "某市河道管理办法（试行）"],
    rejects=["某市河道管理", "办法出台"],
)
_EVENT = pattern(r"(?&titles.events)", matches=["市政府召开会议"], rejects=["市政府办公室"])
_GOES_ON = pattern(
    r"(?&titles.continuations)",
    method="match",
    matches=["研究部署节日期间重点工作等事项"],
    rejects=["市政府研究部署工作"],
)
ATTENDANCE = pattern(
    rf"(?:[{HAN}·、]{{2,14}}(?&titles.attending)[\s，]{{0,2}}){{1,6}}$",
    method="match",
    matches=["王小明主持 李晓红到会听取意见", "王小明讲话", "王小明、李晓红致辞", "王小明主持，李晓红讲话"],
    rejects=[
        *("王小明主持召开会议", "省政协召开专题协商会", "王小明出席    ", "都出席", ""),
        *("市委副书记、代市长王小明，市政协主席李晓红出席", "市委副书记王小明率市县有关部门负责同志出席"),
        "王小明讲话 李晓红参加 张三丰主持 赵一曼主持 钱三强参加 孙中良宣布开幕 周小川出席",
    ],
)
"""Who attended: the line below the title of a meeting."""

_ORDER = pattern(
    rf"(?:\S{{1,16}}[〔\[（【](?:19|20)[0-9]{{2}}[〕\]）】]第?\s?[0-9]{{1,5}}号"
    rf"|[（(]?第[{SERIAL} ]{{1,9}}号[）)]?|\S{{2,30}}令（?第\S{{1,9}}号）?)$",
    method="match",
    matches=[
        *("某政发〔2024〕3号", "第十二号", "（第12号）", "第 3 号", "某市人民政府令第5号"),
        *("某市人民政府令（第5号）", "丰政〔2024〕第9号", "丰政〔2024〕 9号", "东民发〔1997〕6号"),
    ],
    rejects=[
        *("某市人民政府令", "第十二号台风防御工作方案", "某政发〔2024〕3号文件", "县令第5号", "第号"),
        *("省政府令第号", "〔2022〕9号", "丰政〔203〕9号", "丰政〔2024〕号", "丰政〔20350〕9号", "第20240001234号"),
        *("丰政〔2024〕120000号", "省政府令第ZF20240012号", "中共某市精神文明建设指导委员会办公室文〔2006〕3号"),
        "某省经济社会发展与改革开放研究联合会和某省高质量发展促进会主席团令第5号",
    ],
)
"""A number of a document, an order or an announcement on a line of its own."""

_KIND = pattern(
    r"(?:公\s{0,4}告|命\s{0,4}令|通\s{0,4}告|通\s{0,4}报|公\s{0,4}报)$",
    method="match",
    matches=[
        *("公　告".replace("\u3000", " "), "命令", "通告", "通报", "公报", "公告", "通 报", "通 告", "命 令"),
        "公 报",
    ],
    rejects=["某市公告", "公告牌", "通     报", "通     告", "命     令", "公     报", "公     告"],
)
"""The kind of a document, alone under the names of those who issue it."""

_SPEECH = pattern(
    r"[：，]“[^“”]{2,200}[。！？]”$",
    matches=["副县长王小明强调：“明年还要再修两座桥。”", "王小明说，“真好！”", "王小明问：“为什么？”"],
    rejects=[
        *("王小明：“小桥”连起大民生", "某市打好“组合拳”", "“明年还要再修两座桥。”", "副县长王小明强调：“好。”"),
        "王小明说，“真好！”随后走进车间",
        "王小明说，“这几年变化太大了。以前村里只有一条土路，下雨天满脚是泥，孩子上学要走两个小时，老人看病要"
        "翻过两座山；现在水泥路修到了家门口，班车一天四趟，卫生室就在村委会旁边，药费还能当场报销。以前年轻人"
        "都出去打工，田里只剩下老人；现在合作社办起来了，茶叶、蜂蜜和竹笋都卖到了省城，外出的人一个接一个地回"
        "来，村里的小学也重新开了课。修路那阵子全村老少都上了工地，没有一个人说苦。以前大家一到冬天就围着火塘打牌，现在白天学技术，晚上学跳舞，日子越过越有"
        "奔头了！”",
    ],
)
"""A quotation of a sentence behind who says it."""

_ANNEX = pattern(
    rf"附\s?(?:件|表|录)?\s?[0-9{SMALL_ORDINAL}]{{0,3}}\s?(?:：|$)|附\s?(?:件|表|录)\s?[0-9{SMALL_ORDINAL}]{{1,3}}",
    method="match",
    matches=[
        *("附件：某市联席会议制度", "附件1", "附：名单", "附表二", "附件 1：清单", "附录", "附件1 任务清单"),
        *(("附表二 ", "附表二 "), ("附表2025", "附表202"), "附 录", "附录2025", ("附件 1：清单", "附件 1：")),
        *("附件 1 任务清单", "附 件1 任务清单"),
    ],
    rejects=["附属医院改革方案", "附件管理办法", "附近"],
)
_CHINESE = compiled(rf"[{HAN}]")


def tells_event(line: str) -> bool:
    """Whether a width-folded line, but for its last two characters, tells what happened."""
    return bool(_EVENT.search(line[:-2]))


def goes_on(line: str) -> bool:
    """Whether a width-folded line begins with what a meeting did, without saying which: 研究部署重点工作."""
    return bool(_GOES_ON.match(line))


def _is_shapeless(block: Block) -> bool:
    line = block.folded
    return not _WORDS.search(line) or not 4 <= len(line) <= TITLE_LENGTH + 60 or not _CHINESE.search(line)


_GREETING = pattern(
    "(?:尊敬的|亲爱的)?(?:各位(?:代表|委员|领导|来宾|嘉宾|同事|同仁|同志|朋友|网友)|同志们|朋友们|乡亲们|女士们|先生们)",
    matches=[
        *(
            "各位代表，大家好！",
            "尊敬的各位领导、各位来宾",
            "同志们",
            "女士们、先生们，朋友们",
            "亲爱的朋友们",
            "先生们",
            "乡亲们",
        ),
        *("各位委员", "各位嘉宾", "各位同事", "各位同仁", "各位同志", "各位朋友", "各位网友"),
    ],
    rejects=["代表各位领导致辞", "某市朋友圈", "各位列席人员"],
    method="match",
)
"""How a speech or a report opens."""

VETOES: tuple[Rule[Block, bool], ...] = (
    Rule(
        "shapeless",
        True,
        "A title has words, and is neither shorter than four characters nor a paragraph.",
        _is_shapeless,
        ("——", "要闻"),
    ),
    Rule(
        "prose",
        True,
        "A line of several clauses is a paragraph, also where its end is cut off.",
        lambda b: b.folded.count("，") >= _CLAUSES or (len(b.folded) > _CLAUSE_LENGTH and "，" in b.folded),
        ("7月13日，某市工信局发布消息，上半年全市工业增加值增长8.5%，新增企业46家",),
    ),
    Rule(
        "speech",
        True,
        "A sentence in quotation marks behind who says it is no title.",
        lambda b: _SPEECH.search(b.folded),
        ("副县长王小明强调：“明年还要再修两座桥。”",),
    ),
    Rule(
        "greeting",
        True,
        "Whom a speech greets is no title.",
        lambda b: _GREETING.match(b.folded),
        ("各位领导、各位代表，大家好！",),
    ),
    Rule(
        "stops_open",
        True,
        "A title ends neither as a sentence nor inside one.",
        lambda b: b.folded[-1] in "。；，、：…" or b.folded.endswith(".."),
        ("各县（区）人民政府：", "会议听取了汇报。"),
    ),
    Rule("furniture", True, "Furniture is no title.", lambda b: is_furniture(b.folded), ("分享到 微信 微博",)),
    Rule(
        "trail",
        True,
        "The place of the page in its site is no title.",
        lambda b: is_breadcrumb(b.folded),
        ("首页 > 要闻 > 正文",),
    ),
    Rule(
        "summary",
        True,
        "A summary and an older title are no title.",
        lambda b: is_summary(b.folded),
        ("（原标题：老港口焕发新活力）",),
    ),
    Rule(
        "plate", True, "The number of a newspaper's page is no title.", lambda b: is_plate(b.folded), ("第05版：经济",)
    ),
    Rule(
        "source_line",
        True,
        "What says when and where a text was published is no title.",
        lambda b: is_source_line(b.folded) or asks_for(b.folded),
        ("来源：某报 2024-05-06", "2024-05-06 10:00 某报", "初审编辑：王小明"),
    ),
    Rule(
        "picture",
        True,
        "What is said of a picture is no title.",
        lambda b: PICTURE_NOTE.match(b.folded),
        ("（资料图片仅供参考）",),
    ),
    Rule("day", True, "A day is no title.", lambda b: is_day_line(b.folded), ("二〇二四年五月六日",)),
    Rule(
        "label",
        True,
        "A numbered line is no title.",
        lambda b: is_labelled(b.folded),
        ("第一章 总则", "一、总体要求", "1.支持企业稳岗。完成时限：2020年12月"),
    ),
    Rule(
        "annex",
        True,
        "A line 附件 names an annex.",
        lambda b: _ANNEX.match(b.folded),
        ("附件：某市联席会议制度", "附件1：清单"),
    ),
    Rule(
        "note",
        True,
        "The note under the title is history.",
        lambda b: is_note(b.folded),
        ("（2021年3月1日某市人大常委会通过）",),
    ),
    Rule(
        "letterhead",
        True,
        "The letterhead names who issues documents (GB/T 9704-2012, 7.2.4).",
        lambda b: b.folded.endswith("文件") and is_body_line(b.folded.removesuffix("文件").rstrip()),
        ("宁水县教育局文件",),
    ),
    Rule(
        "number",
        True,
        "A number of a document is no title.",
        lambda b: _ORDER.match(b.folded),
        ("某政发〔2024〕3号", "第十二号"),
    ),
)
"""Why a line is no title; one is enough."""


class Weight(NamedTuple):
    """What speaks for or against a line as the title.

    Attributes:
        name: Its name.
        reason: Why, in one sentence.
        points: How much; a negative weight speaks against the line.
    """

    name: str
    reason: str
    points: "Callable[[Candidate], float]"


@dataclass(slots=True)
class Candidate:
    """A line that may be the title, with what is known of it.

    Attributes:
        block: The line.
        key: The line without spaces and marks.
        is_known: Whether the caller, the file or the page's index names it as the title.
        is_kind: Whether it is the kind of a document under the names of those who issue it.
        times: How often it stands on the page.
        above_source: Whether a source line stands within two lines below it.
        above_dash: Whether a line with a dash stands right below it.
        above_note: Whether the note of a statute stands right below it.
        above_series: Whether another candidate stands below it.
        distance: How many lines stand between it and the body that are neither source lines nor furniture; at most 3.
        follows: Whether another candidate stands right above it.
        in_title_element: Whether the file calls it a title.
        is_large: Whether it is set larger than the body.
    """

    block: Block
    key: str
    is_known: bool = False
    is_kind: bool = False
    times: int = 1
    above_source: bool = False
    above_dash: bool = False
    above_note: bool = False
    above_series: bool = False
    distance: int = 3
    follows: bool = False
    in_title_element: bool = False
    is_large: bool = False


_LEVEL_POINTS = {0: 0.0, 1: 5.0, 2: 2.5}


def _level(candidate: Candidate) -> float:
    return _LEVEL_POINTS.get(candidate.block.level, 0.5)


def _is_short(candidate: Candidate) -> bool:
    return len(candidate.block.folded) < 8 and not _INSTRUMENT.search(candidate.block.folded)


WEIGHTS: tuple[Weight, ...] = (
    Weight("length", "A title is longer than a column's name.", lambda c: min(len(c.block.folded), 40) / 10),
    Weight("known", "The caller, the file or the index of the page names it.", lambda c: 8.0 * c.is_known),
    Weight("kind", "The kind of a document stands under those who issue it.", lambda c: 3.0 * c.is_kind),
    Weight("level", "It is set as a heading.", _level),
    Weight("element", "The file calls it a title.", lambda c: 3.0 * c.in_title_element),
    Weight("large", "It is set larger than the text.", lambda c: 2.0 * c.is_large),
    Weight("instrument", "It ends with a kind of document.", lambda c: 2.0 * bool(_INSTRUMENT.search(c.block.folded))),
    Weight("event", "It tells what happened.", lambda c: float(bool(_EVENT.search(c.block.folded)))),
    Weight("short", "A short line is the name of a column.", lambda c: -2.0 * _is_short(c)),
    Weight("credit", "It names who wrote.", lambda c: -3.0 * is_credit(c.block.folded)),
    Weight("dash", "It begins with a dash.", lambda c: -3.0 * c.block.folded.startswith("—")),
    Weight(
        "site",
        "It ends as names of sites do.",
        lambda c: -3.0 * (is_site_name(c.block.folded) and not tells_event(c.block.folded)),
    ),
    Weight(
        "outlet",
        "It is the name of an outlet.",
        lambda c: -4.0 * (is_outlet(c.block.folded) and not tells_event(c.block.folded)),
    ),
    Weight("attendance", "It says who attended.", lambda c: -4.0 * bool(ATTENDANCE.match(c.block.folded))),
    Weight(
        "body",
        "It is the name of a body.",
        lambda c: -4.0 * (is_body_line(c.block.folded) and not _EVENT.search(c.block.folded)),
    ),
    Weight("sentence", "It has the end of a sentence in it.", lambda c: -2.0 * ("。" in c.block.folded)),
    Weight(
        "series",
        "It names the series, and another line below it can be the title.",
        lambda c: -5.0 * (c.above_series and bool(SERIES.match(c.block.folded))),
    ),
    Weight(
        "continuation",
        "It says what the meeting of the line above did.",
        lambda c: -4.0 * (c.follows and goes_on(c.block.folded)),
    ),
    Weight(
        "repeated",
        "It stands on the page again.",
        lambda c: 1.5 * (len(c.key) >= 8 and c.times > 1 and not is_site_name(c.block.folded)),
    ),
    Weight(
        "kicker",
        "It ends with a verb whose object is the line below.",
        lambda c: -5.0 * (c.above_series and bool(KICKER.search(c.block.folded))),
    ),
    Weight("above_source", "A source line stands below it.", lambda c: 3.0 * c.above_source),
    Weight("above_dash", "A subtitle stands below it.", lambda c: 3.0 * c.above_dash),
    Weight("above_note", "The note of a statute stands below it.", lambda c: 2.0 * c.above_note),
    Weight("distance", "It stands close to the body.", lambda c: (1.5, 0.5, 0.5, 0.0)[c.distance]),
)
"""What a line's weight is made of."""


def weigh(candidate: Candidate) -> float:
    """How much speaks for a line as the title."""
    return sum(weight.points(candidate) for weight in WEIGHTS)


def is_kind(line: str) -> bool:
    """Whether a width-folded line is the kind of a document and nothing else: 公　告."""
    return bool(_KIND.match(line))


def is_number(line: str) -> bool:
    """Whether a width-folded line is the number of a document, an order or an announcement and nothing else."""
    if _ORDER.match(line):
        return True
    number = match_document_number(line)
    return number is not None and number[1] - number[0] >= len(line) - 4
