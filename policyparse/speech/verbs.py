"""How a verb opens speech: the forms of the reporting verb and of what follows it.

opening ::= verb mark | verb clause | verb whom mark | verb object "：" | predicate "：“"
verb    ::= 告诉 whom | saying (说 | 道)? saying?
mark    ::= "，" | "：" | "。" behind a quotation | (before) "“"
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import COUNT, HAN
from policyparse.knowledge.lexicon import word_set
from policyparse.speech.adjuncts import PRESS


@dataclass(frozen=True, slots=True)
class Opening:
    """A verb and what marks that speech follows it.

    Attributes:
        verb: The verb.
        start: Where it starts.
        content: Where the speech starts.
        direct: Nothing marks it, the verb needs no mark.
        closes: A full stop follows.
        quotes: Only a quotation mark follows.
        until: Where the speech ends, where its form tells it.
        predicate: No verb opens the speech, but the predicate of a person before a colon (算了一笔账：).
    """

    verb: str
    start: int
    content: int
    direct: bool = False
    closes: bool = False
    quotes: bool = False
    until: int | None = None
    predicate: bool = False


_WHOM = pattern(
    rf"(?&press)|我|大家|大伙儿?|[{HAN}]{{1,4}}(?:们|[组团](?!织|结|长)(?:成员)?)",
    press=PRESS,
    matches=[
        *(("本报记者：", "本报记者"), ("笔者，", "笔者"), ("我，", "我"), ("大家，", "大家"), ("大伙，", "大伙")),
        *(("大伙儿，", "大伙儿"), ("孩子们，", "孩子们"), ("调研团，", "调研团"), ("调研组成员，", "调研组成员")),
        ("调研组。", "调研组"),
    ],
    rejects=["大梁村，", "们，", "调研组织", "团结，", "督查组长", "调研组结束后，", "从各地赶来的游客们，"],
    method="match",
)
"""To whom something is told."""

VERB = pattern(
    r"告诉(?&whom)(?:说|道)?|(?&reporting.saying)(?:说|道)?|(?&reporting.learning)|看来",
    whom=_WHOM,
    matches=[
        *(("范大成告诉记者，", "告诉记者"), ("范大成告诉本报记者：", "告诉本报记者")),
        *(("范大成告诉《青禾日报》记者说，", "告诉《青禾日报》记者说"), ("范大成告诉笔者，", "告诉笔者")),
        *(("范大成告诉孩子们，", "告诉孩子们"), ("范大成告诉调研组。", "告诉调研组"), ("范大成介绍说，", "介绍说")),
        *(("范大成补充道，", "补充道"), ("范大成介绍，", "介绍"), ("记者获悉，", "获悉")),
        *(("在范大成看来，", "看来"), ("范大成告诉《青禾日报》记者道，", "告诉《青禾日报》记者道")),
    ],
    rejects=["范大成修渠。", "范大成告诉大梁村，"],
)

_TRIGGER = pattern(
    r"(?P<verb>(?&verb)|(?&reporting.listing))|(?P<inner>(?&reporting.inner)(?=[^，。；]{0,6}：))|(?P<predicate>：)(?=“)",
    verb=VERB,
    matches=[
        *(("范大成指出，", {"verb": "指出"}), ("范大成作了三点说明：", {"verb": "作了"})),
        *(("范大成算了一笔账：", {"inner": "账"}), ("范大成竖起大拇指：“好！”", {"predicate": "："})),
        "范大成算了一笔账如下：",
    ],
    rejects=["范大成算账，一点也不含糊：", "三项工程：修渠、架桥。", "范大成算了一笔账给到场的乡亲们听："],
)

RECEIVES = pattern(
    r"(?&reporting.receiving)[^，。]{0,8}$",
    matches=["墙上写着", "收到一条短信", ("收到一条短信", "收到一条短信")],
    rejects=["喜上眉梢", "听到消息后，范大成高兴", "收到一封没有署名的来信"],
)
"""What is read or heard is said by somebody else."""

ADVISES = pattern(
    r"(?:发言)?(?&reporting.advice)(?:说|道)?",
    matches=["建议", "发言提出", "呼吁说", "呼吁道"],
    rejects=["表示", "提出要求"],
    method="fullmatch",
)
"""A verb of advice."""

NO_CONTENT = pattern(
    r"[，：“。、；）]|(?&reporting.no_content)",
    matches=["，修渠", "感谢大家"],
    rejects=["各地修渠", "早日修渠"],
    method="match",
)
"""What opens no speech behind a verb that needs no mark."""

_MARK = pattern(
    r"[了到称]?\s?(?P<mark>[，：。]|(?=“))",
    matches=[
        *(("，修渠", "，"), ("了：修渠", "了："), ("称，修渠", "称，"), ("“修渠。”", {"mark": ""})),
        *((" ：修渠", " ："), "到，修渠"),
    ],
    rejects=["修渠，架桥", "过，修渠"],
    method="match",
)
_BEFORE_NOUN = pattern(
    "(?:(?&reporting.before_nouns)|[的项条些个点、]|(?&reporting.giving)[^，。；：“”并]{0,16})$",
    matches=[
        *("代表们提出的", "分类工作的调研", "采纳", "三条", "精神", "给予充分", "工作情况", "给予了肯定和积极"),
        *(("市长何大成作了", "作了"), "作", "这些", ("工作", "工作"), ("作出充分", "作出充分"), "县卫健局发布"),
        *("三个", "把各项", "市相关部署", "对条例进行", "发布《年度", "小切口的意见", "由统计机构予以"),
        *("并召开座谈会听取", "加强监督等6方面", "吴启明就贯彻落实会议精神提出", "有关部门负责同志到会听取意见和"),
        "副市长龚敏就落实会议精神提出三点",
    ],
    rejects=["市水利局局长范大成", "会议", "给予充分并", "给予在抗洪抢险中涌现出来的先进集体和先进个人"],
)
_LIST = pattern(
    rf"[^，。；：“”]{{0,24}}(?:[{COUNT}几](?:点|条|项|个|方面)[^，。；：“”]{{0,12}}|(?&reporting.accounts))：|[^，。；：“”]{{1,30}}：(?!$)",
    matches=[
        *(("三点意见：一是修渠。", "三点意见："), ("了三点要求：", "了三点要求："), "了全面部署：", "重点几条："),
        *("回顾：", "了三点看法：", "3个方面：", "了供水任务12个：", "了今年12项任务：", "了三方面意见："),
        "了如下意见：一是修渠。",
    ],
    rejects=[
        *("有关意见：", "，三点意见：一是修渠。", "个方面：", "：“实干兴邦"),
        *("了三点具有很强针对性和可操作性的意见：", "在深入开展调查研究和广泛听取各方面意见建议的基础上三点要求："),
        "了全县今后一个时期防汛抗旱和农田水利基本建设各项重点工作的意见：一是修渠。",
    ],
    method="match",
)
_COUNTED = pattern(
    rf"[{COUNT}几]{{1,3}}(?:点|条|项|个?方面)",
    matches=["三点", "15条", "几项", "三方面", "三个方面"],
    rejects=["点", "2025条", "三个", "三月"],
    method="fullmatch",
)
"""How many points follow."""

_LIST_OF_SENTENCES = pattern(
    r"了?(?:如下|以下)?(?&count)?(?:具体|明确|工作)?的?(?&reporting.suggestions){1,2}(?:和(?&reporting.suggestions))?"
    r"(?:[。：]$|。(?=一[是要]|第一[，是]|首先|其一))",
    count=_COUNTED,
    matches=[
        *("三点意见。一要修渠。", "了如下具体建议和希望。首先，修渠。", "三点意见：", "了明确的意见："),
        *("工作要求。", "如下意见。", "意见和建议。", "三点意见。第一是", "具体要求。", "以下意见。"),
        *("三点意见。其一", "三点意见。一是", "了如下明确建议和希望。首先，修渠。"),
        *("了如下工作建议和希望。首先，修渠。", "了以下具体建议和希望。首先，修渠。"),
    ],
    rejects=[
        *("三点意见。会后，代表们离开。", "修渠的意见。一要修渠。", "。", "意见建议希望。"),
        *("三点意见建议希望。一要修渠。", "三点。一要修渠。"),
    ],
    method="match",
)
_NAMED_ADVICE = pattern(
    r"(?!了)[^。；！？：]{4,160}?(?:等[^，。；]{0,10}?|(?&count))(?&reporting.suggestions){1,2}[。；]",
    count=_COUNTED,
    matches=[
        *("修三条干渠、建两座泵站等建议。", "修三条干渠、建两座泵站两条建议。"),
        "修三条干渠、建两座泵站等有关建议。",
    ],
    rejects=[
        *("了修干渠等建议。", "修干渠。等建议。", "修三条干渠的建议。", "修三条干渠、建两座泵站两条意见建议希望。"),
        *("修水渠等建议。", "修三条干渠、建两座泵站等。", "修三条干渠、建两座泵站等很有针对性和可操作性的建议。"),
        "把全县中小型灌区续建配套与节水改造纳入年度民生实事，加快修复因洪涝灾害损毁的三条干渠和十二条支渠，新建两座"
        "提水泵站和一批田间蓄水池，健全基层水利服务网络，落实管护人员和管护经费，完善农业水价形成机制，推广滴灌、喷"
        "灌等高效节水技术，支持种植大户和农民合作社参与小型水利设施的建设与管护，让每一块农田都能旱涝保收，确保全县粮食综合生产能力稳步提升等建议。",
    ],
    method="match",
)
_DUTY = pattern(
    r"要(?![求素点闻])|应(?![用急对])|必须|到(?:20)?\d\d年底?，",
    matches=["要修渠", "应修渠", "必须修渠", "到2027年，覆盖率", "到27年，覆盖率", "到2027年底，覆盖率"],
    rejects=["要求", "应急", "应对", "修渠要", "要闻", "要素", "要点", "应用"],
    method="match",
)
_FEELING = pattern(
    r"[^，。；：]{0,16}(?&reporting.feelings)[，。；！]",
    matches=[
        *("感谢！", "衷心感谢。", "诚挚的问候，", "高度赞许。", "赞许。他要求，有关部门要做好服务。"),
        "节日的祝贺。市总工会向劳模代表表示崇高的敬意。",
    ],
    rejects=["感谢各地支援，三条干渠才能开工。", "修渠，感谢。", "向长期以来关心支持水利事业的社会各界人士感谢。"],
    method="match",
)
_DEGREE = pattern(
    r"(?&reporting.degrees)?：",
    matches=["：先修渠", "颇深：先修渠"],
    rejects=["，", "很大：先修渠"],
    method="match",
)
_ADDRESSED = pattern(
    r"(?![了的着过])[^，。：；“”]{1,16}[，：]",
    matches=["全体同志，要修渠", "各地：修渠"],
    rejects=[
        *("的人，修渠", "，修渠", "过代表：修渠", "着代表：修渠", "了代表：修渠"),
        "关于今冬明春农田水利基本建设的几点想法：修渠",
    ],
    method="match",
)
_QUESTIONED = pattern(r"(?&verb)$", verb=VERB, matches=["范大成说", "范大成告诉记者"], rejects=["范大成", "说起范大成"])


_DIRECT = pattern(
    r"(?&reporting.direct)",
    matches=["希望各地修渠"],
    rejects=["直言不讳地说", "各地希望"],
    method="match",
)


def ends_in_verb(words: str) -> bool:
    """Whether words end in a reporting verb, so that what stands before it speaks: 市长某某说."""
    return _QUESTIONED.search(words) is not None


def is_noun(folded: str) -> bool:
    """Whether a reporting verb of a text is used as a noun there: 代表们提出的建议，."""
    verbs = (match for match in VERB.finditer(folded) if match[0] in word_set("reporting.nouns"))
    return any(_noun(folded, match) is False for match in verbs)


def find_openings(folded: str) -> Iterator[tuple[Opening, ...]]:
    """Find where speech may open; each place gives its readings, the more likely first.

    Args:
        folded: Width-folded text of one paragraph.
    """
    for match in _TRIGGER.finditer(folded):
        openings = tuple(_read(folded, match))
        if openings:
            yield openings


def _read(folded: str, match: re.Match[str]) -> Iterator[Opening]:
    """The readings of one trigger, by the rules in their order; a rule that says None of all ends them."""
    for _, _, rule in RULES:
        opening = rule(folded, match)
        if opening is False:
            return
        if opening is not None:
            yield opening


_REACH_OF_A_NOUN = 20
Reading = Opening | Literal[False] | None
"""An opening; None where a rule does not apply, False where it forbids every reading."""


def _noun(folded: str, match: re.Match[str]) -> Reading:
    before = folded[max(0, match.start() - _REACH_OF_A_NOUN) : match.start()]
    noun = match[0] in word_set("reporting.nouns") and _BEFORE_NOUN.search(before)
    return False if noun else None


def _inner(folded: str, match: re.Match[str]) -> Reading:
    if match[0] not in word_set("reporting.inner"):
        return None
    degree = _DEGREE.match(folded, match.end())
    return Opening(match[0], match.start(), degree.end(), predicate=True) if degree else None


def _predicate(folded: str, match: re.Match[str]) -> Reading:
    return Opening("", match.start(), match.end(), predicate=True) if match["predicate"] else None


def _marked(folded: str, match: re.Match[str]) -> Reading:
    if not match["verb"] or not VERB.fullmatch(match[0]):
        return None
    verb, end = match[0], match.end()
    second = VERB.match(folded, end) if verb not in word_set("reporting.adverbs") else None
    if second and len(second[0]) > 1 and second[0] not in word_set("reporting.nouns"):
        verb, end = verb + second[0], second.end()
    mark = _MARK.match(folded, end)
    if not mark:
        return None
    return Opening(verb, match.start(), mark.end(), closes=mark["mark"] == "。", quotes=mark["mark"] == "")


def _addressed(folded: str, match: re.Match[str]) -> Reading:
    if match[0] not in word_set("reporting.addressed") or NO_CONTENT.match(folded, match.end()):
        return None
    whom = _ADDRESSED.match(folded, match.end())
    if whom is None:
        return None
    return Opening(match[0], match.start(), whom.end() if whom[0].endswith("：") else match.end())


def _listed(folded: str, match: re.Match[str]) -> Reading:
    if match[0] not in word_set("reporting.listing"):
        return None
    listed = _LIST.match(folded, match.end())
    return Opening(match[0], match.start(), listed.end()) if listed else None


def _advised(folded: str, match: re.Match[str]) -> Reading:
    """提出 opens what its object names (提出……等建议。), what must be done (提出要……), and a list of sentences."""
    start, end = match.span()
    if match[0] != "提出":
        return None
    listed = _LIST_OF_SENTENCES.match(folded, end)
    if listed:
        return Opening("提出", start, listed.end())
    named = _NAMED_ADVICE.match(folded, end)
    if named:
        return Opening("提出", start, end, until=named.end())
    return Opening("提出", start, end, direct=True) if _DUTY.match(folded, end) else None


def _felt(folded: str, match: re.Match[str]) -> Reading:
    return False if match[0] == "表示" and _FEELING.match(folded, match.end()) else None


def _together(folded: str, match: re.Match[str]) -> Reading:
    """What many say as one opens without a mark what must be done: 一致表示要……."""
    if not match[0].startswith(("一致", "纷纷", "普遍")) or not _DUTY.match(folded, match.end()):
        return None
    return Opening(match[0], match.start(), match.end())


def _direct(folded: str, match: re.Match[str]) -> Reading:
    end = match.end()
    verb = _DIRECT.match(folded, match.start())
    if not verb or verb.end() != end or end >= len(folded) or NO_CONTENT.match(folded, end):
        return None
    return Opening(match[0], match.start(), end, direct=match[0] not in word_set("reporting.addressed"))


RULES: tuple[tuple[str, str, Callable[[str, re.Match[str]], Reading]], ...] = (
    ("inner", "a predicate of thought opens speech before a colon: 算了一笔账：", _inner),
    ("noun", "建议 behind 提出的 is what was advised, no verb: 代表提出的建议，", _noun),
    ("predicate", "any predicate of a person opens a quotation behind a colon: 喜上眉梢：“……”", _predicate),
    ("marked", "a mark follows the verb: 表示，", _marked),
    ("listed", "an object with a colon follows: 提出三点要求：", _listed),
    ("advised", "提出 has forms of its own: 提出……等建议。", _advised),
    ("felt", "表示感谢， is a deed, no speech", _felt),
    ("addressed", "whom the verb addresses stands before a mark: 寄语全市企业，", _addressed),
    ("together", "what many say as one takes a duty without a mark: 一致表示要……", _together),
    ("direct", "the verb takes a clause without a mark: 希望各地……", _direct),
)
"""How a verb opens speech: name, reason and reading, tried in this order; False ends the readings of a verb."""
