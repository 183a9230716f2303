"""The form of an official document (公文格式): by what a page is known as one, whatever its words are about.

    sign ::= number | addressee | signature with day | index table | genre at the end of the title | points

Words of news in the body count only with a dateline or a byline. After GB/T 9704-2012.
"""

from dataclasses import dataclass
from itertools import islice

from policyparse.knowledge.pattern import pattern
from policyparse.language.labels import match_label
from policyparse.language.official import match_own_number
from policyparse.official.appointments import find_appointments
from policyparse.official.genre import genre_of, without_notes
from policyparse.official.issued import title_key
from policyparse.official.letter import divide
from policyparse.page.blocks import Block, Page, Role
from policyparse.page.dateline import opens_report
from policyparse.page.index_table import read_index_table
from policyparse.statute import patterns

WEIGHTS = {
    "number": 0.4,
    "addressee": 0.4,
    "signature": 0.3,
    "table": 0.3,
    "genre": 0.4,
    "points": 0.15,
}
"""How much each sign counts."""

REPORT = 0.6
"""How much a dateline, a byline or a title of news counts against them."""

ARTICLES = 3
"""Number of articles in the text itself that make a decision of it."""

_ROWS = 3
"""Minimum number of values of an index table."""

_LAW = pattern(
    r"(?:法|法典|宪法|条例|规定|办法|规则|细则|规程|章程|解释|决定|决议|修正案|条令|准则|守则)$",
    matches=[
        *("某市公园条例", "关于实行禁牧的决定", "某法修正案", "解释", "规程", "章程", "某法", ("宪法", "宪法")),
        *("守则", ("办法", "办法"), "准则", "民法典", "公开规则", "一般规定", "某部队纪律条令"),
        *("关于批准预算的决议", "北青市公园管理实施细则"),
    ],
    rejects=["某市公园条例的通知", "某市工作方案"],
)
"""The end of the title of what lays down law."""

INTERPRETS = pattern(
    "解读|答记者问|一图读懂|图解|问答|专访|访谈",
    matches=[
        *(
            "市政府办公室主任解读重点任务分工方案",
            "某局负责人就某办法答记者问",
            "图解某条例",
            "访谈：谈某规定",
            "一图读懂某办法",
        ),
        *("某办法问答", "专访市长"),
    ],
    rejects=["某市人民政府关于停车的决定", "最高人民法院关于适用某法的解释"],
)
"""In a title: the page tells of an instrument and is none."""

_TELLS = pattern(
    r"(?&interprets)|综述|侧记|快评|社论|讲话|致辞|发言|在.{2,40}上的"
    r"|(?:出台|推出|启动|部署|获批|亮相|迎来|举行|召开|审议|通过|听取|传达|强调|主持|调研)(?!.{0,60}的)"
    r"|(?:热议|热评|点赞|畅谈|共话|收听|收看|聆听|讨论|聚焦|期盼|盛赞|审阅|围观)(?!.{0,60}的)"
    r"|^(?!.*关于)[^《》]{2,30}?(?:发布|印发|下发|公布)(?!.*的(?:通知|通报|公告|通告|函|决定)$)",
    interprets=INTERPRETS,
    matches=[
        *("《某办法》解读", "某局负责人答记者问", "在全市工作会议上的讲话", "某市出台三年行动计划"),
        *("国务院印发某某规划", "市政府常务会议审议乡村振兴工作方案", "某地代表热议政府工作报告"),
        *("干部群众收看政府工作报告", ("在会上的讲话", "讲话"), "某某会议召开", "望川市发展数据公布"),
        *("新闻发布的通知甲", "问答", "访谈", "致辞", "综述", "社论", "快评", "图解", "侧记", "专访", "调研、"),
        *("获批、", "推出、", "传达、", "听取意见", "主持人：", "一图读懂", " 强调 |", "讨论重点产业、"),
        *("聚焦重点产业、", "聆听重点产业、", "盛赞重点产业、", "畅谈重点产业、", "热评重点产业、"),
        *("期盼重点产业、", "新闻下发会实录", "收听重点产业、", "围观重点产业、", "审阅页与新旧对照"),
        *("2020年启动，", "青禾县果园迎来丰收季", "产业推介会在某市举行", "委员围绕就业作大会发言"),
        *("委员会第五次会议通过）", ("在全市工作会议上的讲话", "在全市工作会议上的"), "研究部署下一步重点工作，"),
        *("”前来办事的群众纷纷点赞。", "临川市委书记与委员共话交通：", "某市首家茶饮店亮相街头巷尾引关注"),
        (
            "主持全市经济运行调度暨重点项目建设推进会议，研究部署下一阶段稳增长、促投资、扩消费、保就业、惠民生以及安"
            "全生产、防汛抗旱、森林防火、生态环境保护等方面的"
        ),
        ("在全市深化作风建设优化营商环境推动高质量发展动员大会暨重点项目建设和招商引资工作推进会上的讲话", "讲话"),
        (
            "讨论政府工作报告和国民经济和社会发展计划草案、财政预算草案、人民代表大会常务委员会工作报告、人民法院工作"
            "报告、人民检察院工作报告时一致认为这是一个好的"
        ),
    ],
    rejects=[
        *("关于推出便民举措的通知", "某市三年行动计划", "某县二手车交易实施方案", "国务院批转国家计委报告的通知"),
        *("某市印发某办法的通知", "关于讨论政府工作报告情况的报告", "新闻发布的函", "关于印发《云溪县防汛"),
        *("审阅的", "主持的", "加强对大气污染防治工作的领导，将大气污染防治纳入国民经济和社会发展规划，并公布结果"),
        *("新闻发布的通报", "新闻发布的通告", "新闻发布的决定", "新闻发布的公告", "自印发之日起施行"),
        "某办公厅印发《关于加强牧道养护的意见",
    ],
)
"""A title that tells of a document, or gives a speech."""

_REPORT = pattern(
    r"(?:[一-龥]{1,12}(?:社|报|网|台|刊|新闻)[^。；]{0,24}?|[^。；]{0,24}?[0-9]{1,2}日)(?:电|讯|消息)[ （：]"
    r"|（?(?:本报|本台|本网|新华社)?(?:见习|实习)?(?:记者|通讯员)[ ：]",
    matches=[
        *("新华社东屏3月16日电 （记者 江舟）", "东屏日报讯（记者 宋立）", "（记者 江舟）", "本报讯 "),
        *("本报实习通讯员：", "3日讯 ", "新华社青禾电 （记者 江舟）", "青禾县12日讯 ", "本网讯 ", "本台讯 "),
        *("本刊讯 ", "本新闻讯 ", "本报消息 ", "（见习记者 江舟）", "（本网记者 江舟）", "（本台记者 江舟）"),
        "（新华社记者 江舟）",
    ],
    rejects=[
        *("各区人民政府：", "为加强电力建设", "应当通过记者站", "日电（", "报讯 "),
        *("参加全国新型城镇化建设和县域高质量发展现场会的代表3月3日电（", "青禾县云溪镇江北街道办事处报讯 "),
        "本报驻江南省青禾县云溪镇江北新区高质量发展蹲点采访报道组讯 ",
    ],
    method="match",
)
"""A dateline or a byline at the start of a paragraph."""

_AUTHOR = pattern(
    r"记者|通讯员|作者|撰稿|文[/|]|报道|[报社网台]讯",
    matches=[
        *("本报记者 江舟", "作者：江舟", "本网讯", "本台讯", "报讯 李晓红", "社讯李晓红", "文/李晓红", "撰稿李晓红"),
        *("报道李晓红", "王小明 通讯员 李晓红"),
    ],
    rejects=["望川市市长 陆远舟", "某市税务局"],
)
"""A byline that names who wrote a report."""

_APPOINTED = 2
"""Minimum number of persons who are appointed or removed in a list of appointments."""

_HEAD_LINES = 30
_REPORTED_LINES = 3


@dataclass(frozen=True, slots=True)
class Form:
    """What a page shows of the form of an official document.

    Attributes:
        genre: What its title ends with, None where that is no genre.
        law: Whether its title is that of what lays down law.
        number, addressee, signature, table, points: Whether it has them.
        articles: Number of articles in the text itself.
        promulgates: Whether it is an announcement or order that promulgates something with articles.
        report: Whether a dateline, a byline or a title of news stands in it.
    """

    genre: str | None
    law: bool
    number: bool
    addressee: bool
    signature: bool
    table: bool
    points: bool
    articles: int
    promulgates: bool
    report: bool

    def score(self) -> float:
        """How much the page looks like an official document, 0 to 1."""
        if self.law or self.promulgates or self.articles >= ARTICLES:
            return 0.0
        signs = {
            "number": self.number,
            "addressee": self.addressee,
            "signature": self.signature,
            "table": self.table,
            "genre": self.genre is not None,
            "points": self.points,
        }
        value = sum(WEIGHTS[sign] for sign, is_there in signs.items() if is_there)
        value -= REPORT if self.report and not (self.number and self.addressee) else 0.0
        return max(0.0, min(1.0, value))


def form_of(page: Page) -> Form:
    """Look for the signs of the form of an official document.

    Args:
        page: The page.
    """
    letter = page.once(divide)
    title = "" if page.title is None else page.title.folded
    bare = without_notes(title)
    labels = [line.label for line in letter.body if line.label is not None]
    genre = genre_of(title) if title else None
    tells = bool(_TELLS.search(bare)) or (title.endswith("》") and not title.startswith("《"))
    law = bool(_LAW.search(bare)) and genre is None
    around = (*letter.head, *letter.above)
    table = read_index_table(letter.above)
    return Form(
        genre=None if tells else genre,
        law=law,
        number=any(match_own_number(b.folded) and len(b.text) <= 60 for b in around) or "document_number" in table,
        addressee=bool(letter.addressee),
        signature=any(s.on for s in letter.signatures),
        table=sum(map(len, table.values())) >= _ROWS,
        points=sum(label.kind == "item" for label in labels) > 1,
        articles=sum(label.kind == "article" for label in labels),
        promulgates=genre in ("announcement", "order", None) and _promulgates(page, letter.attached),
        report=tells or (_reports(page) and not _appoints(genre, page)),
    )


def score_of(page: Page) -> float:
    """How much a page looks like an official document, 0 to 1."""
    return page.once(form_of).score()


def _appoints(genre: str | None, page: Page) -> bool:
    """Whether a page prints appointments and removals one by one, whoever prints them."""
    if genre != "appointments":
        return False
    return len(list(islice(find_appointments(page.with_role(Role.PARAGRAPH)), _APPOINTED))) == _APPOINTED


def _promulgates(page: Page, attached: list[Block]) -> bool:
    """Whether a page promulgates what stands below the letter: a statute with articles, or a decision that it names."""
    if _prints_decision(page):
        return True
    labels = (match_label(block.folded) for block in attached if block.folded[0] == "第")
    articles = sum(label is not None and label.kind == "article" for label in labels)
    return articles > 1 and any(patterns.PROMULGATION.search(block.folded) for block in page.blocks[:_HEAD_LINES])


def _prints_decision(page: Page) -> bool:
    """Whether a sentence of the head promulgates a decision or statute whose title stands on its own line below."""
    for i, block in enumerate(page.blocks[:_HEAD_LINES]):
        named = patterns.PROMULGATED.search(block.folded)
        if named is None or not _LAW.search(named[1]) or not patterns.PROMULGATION.search(block.folded):
            continue
        key = title_key(named[1])
        below = [title_key(other.folded) for other in page.blocks[i + 1 : i + 1 + _HEAD_LINES]]
        return any(key.startswith(line) and key in "".join(below[j : j + 3]) for j, line in enumerate(below) if line)
    return False


def _reports(page: Page) -> bool:
    """Whether a dateline or a byline opens the page, and the page does not give the text itself (全文如下)."""
    if any(patterns.FULL_TEXT.search(block.folded) for block in page.blocks[:_HEAD_LINES]):
        return False
    bylines = (block.folded for block in page.blocks[:_HEAD_LINES] if block.role is Role.BYLINE)
    if any(_AUTHOR.search(line) for line in bylines):
        return True
    return opens_report(page) or any(
        _REPORT.match(block.folded) for block in page.with_role(Role.PARAGRAPH)[:_REPORTED_LINES]
    )
