"""The particulars of a decision: who issued it, under which numbers, when it was adopted and is in force.

Each value is taken from the place that is most certain: adoption from the note (题注), else from the
announcement; promulgation from the announcement's signature, else from the note; entry into force from
the provision that says so, else from the announcement, else from the note.
"""

from typing import Literal, TypeAlias

from policyparse.knowledge.characters import HAN, SERIAL
from policyparse.knowledge.fold import fold
from policyparse.knowledge.pattern import pattern
from policyparse.language.bodies import is_body_line, with_division
from policyparse.language.official import match_document_number, match_notice_label
from policyparse.model.base import Extent
from policyparse.model.content import DecisionContentDraft
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.provisions import CitationDraft, LegislativeEventDraft
from policyparse.page.layout import Block, Page
from policyparse.statute import patterns
from policyparse.statute.adoption import adopts_another, read_told_adoption
from policyparse.statute.database_labels import read_database_labels, take_label
from policyparse.statute.force import set_force
from policyparse.statute.history import find_events, order_of, parse_history
from policyparse.statute.parts import Parts
from policyparse.statute.quoted import find_quotations
from policyparse.statute.ranks import Statute, rank_of
from policyparse.statute.references import draft_citation
from policyparse.statute.repeals import find_repealed

_INSTRUMENT = pattern(
    r"(?:(?P<interpretation>解释|(?:适用|应用).{1,60}(?:规定|批复|意见))|(?P<decision>决定)|(?P<resolution>决议)"
    r"|(?P<regulation>条例)|(?P<announcement>公告|通告|令)|(?P<rules>办法|规定|细则|规则|规程|章程)|(?P<law>法典?|修正案))"
    r"(?:（[^（）]{1,20}）)?$",
    matches=[
        *"禁渔公告 禁渔通告 停车办法 停车规定 停车细则 停车规则 停车规程 协会章程 民法典 水法 宪法修正案".split(),
        ("关于适用民法典的解释（一）", {"interpretation": "解释"}),
        ("关于适用法律若干问题的规定", {"interpretation": "适用法律若干问题的规定"}),
        ("关于应用法律问题的批复", {"interpretation": "应用法律问题的批复"}),
        ("关于适用刑法问题的意见", {"interpretation": "适用刑法问题的意见"}),
        *(("关于修改某条例的决定", {"decision": "决定"}), ("关于工作报告的决议", {"resolution": "决议"})),
        *(("某市停车条例（草案）", {"regulation": "条例"}), ("某省人民政府令", {"announcement": "令"})),
        ("停车办法", "办法"),
    ],
    rejects=[
        *("停车办法的通知", "立法计划", "关于适用法律若干问题的规定的理解", "关于应用批复", "某市停车条例（）"),
        "某市停车条例（经市人民政府第十二次常务会议审议通过后修改发布）",
        "关于应用" + "《某法》、" * 13 + "《某条例》批复",
    ],
)
"""Kind of instrument by the end of the title (SCHEMA.md, Instruments)."""

_DRAFT = pattern(
    r"（(?:[^（）]{0,8}(?:征求意见|送审)稿|(?:[^（）]{0,6}草案)[^（）]{0,8})）$|(?:草案|征求意见稿|送审稿)$",
    matches=[
        *(
            "某市停车条例（征求意见稿） 某法（草案二次审议稿） 某条例（修订草案征求意见稿） 某条例（送审稿） "
            "某条例草案 某条例征求意见稿 某条例送审稿 某法（修订草案）"
        ).split(),
        "某条例（公园送审稿）",
    ],
    rejects=[
        *("某市停车条例", "关于某条例（草案）的说明", "某条例（试行）", "某法（第二次审议后修改草案）"),
        *("某法（草案二次审议稿征求意见）", "某条例（市司法局审查修改后送审稿）"),
    ],
)
_STATUS = pattern(
    r"(?:时效性?|效力状态|有效性|效力)[】\]]? {0,2}[：:]? {0,4}"
    r"(?P<status>现行有效|尚未生效|尚未施行|部分失效|部分有效|已被修[改订正]|已修[改订正]|已被?废止|已失效|失效|废止|有效|无效)",
    matches=[
        *(
            "时效性：尚未施行 时效性：部分失效 时效性：部分有效 时效性：已废止 时效性：已被废止 时效性：已失效 "
            "时效性：失效 时效性：废止 效力：无效"
        ).split(),
        *(("时效性：现行有效", {"status": "现行有效"}), ("【时效性】 尚未生效", {"status": "尚未生效"})),
        *(("效力状态：已修改", {"status": "已修改"}), ("有效性:有效", {"status": "有效"})),
        *(("[时效] 已被修订", {"status": "已被修订"}), "效力： 无效", "效力 ：无效", "效力状态：已修订"),
        *("效力状态：已修正", "[时效] 已被修正", "[时效] 已被修改"),
    ],
    rejects=["现行有效", "效力级别：地方性法规", "法律效力不受影响", "效力   ：无效", "效力：     无效"],
)
"""Whether it holds, as a page prints it."""

_ADOPTS = pattern(
    rf"(?P<meeting>[{HAN}]{{2,60}}?第 ?[{SERIAL}]{{1,6}} ?次"
    rf"(?:[{HAN}]{{0,6}}会议|[{HAN}]{{0,4}}(?:办公|常务|党组|[部委厅局]务)会))"
    r"(?=(?:审议|讨论|研究|表决){0,2}(?:决定|通过|同意))",
    matches=[
        ("某省第十届人大常委会第十七次会议决定，对", {"meeting": "某省第十届人大常委会第十七次会议"}),
        ("已经市政府第103次常务会议研究同意，", {"meeting": "已经市政府第103次常务会议"}),
        ("市政府第3次常务会审议通过", {"meeting": "市政府第3次常务会"}),
        ("国家能源局第8次局务会讨论通过", {"meeting": "国家能源局第8次局务会"}),
        *(("市人大常委会第 8 次会议表决通过", {"meeting": "市人大常委会第 8 次会议"}), "市政府第3次办公会审议通过"),
        *("市政府第3次党组会审议通过", "市政府第3次公园常务会审议通过", "国家能源局第8次部务会讨论通过"),
        *("国家能源局第8次委务会讨论通过", "国家能源局第8次厅务会讨论通过"),
        (
            (
                "城乡公共交通一体化和居家养老服务设施建设以及老旧小区加装电梯改造和农村生活污水治理及县域医疗卫生"
                "共同体建设和农村公路管理养护第八次会议决定，"
            ),
            (
                "公共交通一体化和居家养老服务设施建设以及老旧小区加装电梯改造和农村生活污水治理及县域医疗卫生共同"
                "体建设和农村公路管理养护第八次会议"
            ),
        ),
    ],
    rejects=[
        *("第十七次会议决定", "市政府第3次常务会议部署", "市政府常务会议决定", "县第八次会议决定，"),
        *("市政府第次常务会审议通过", "市政府第3次常务会审议审议研究决定", "市政府第3次全体扩大的常务会审议通过"),
        *("市政府第1200000次常务会审议通过", "已经市政府第103次深化改革领导小组会议研究同意，"),
    ],
)
"""A meeting that adopts, without its day."""

_ORDERED = pattern(
    r"令(?:第|（|〔|\[| |$|[0-9])|第[^。]{1,9}号令",
    matches=[
        *"某省人民政府令第3号 主席令（第1号） 国务院令〔2020〕3号 教育部令[2020]1号 某市人民政府令 第33号令".split(),
        *("省政府令 第3号", "市人民政府令19号发布", ("第号令", "令"), ("第城乡公共交通服务体系号令", "令")),
        ("第33号令", "第33号令"),
    ],
    rejects=["命令主义", "某政发〔2020〕1号"],
)
"""An order that promulgates."""

_LABEL_LINE = 200
"""Maximum length of a line with the labels of a page, in characters."""

_BEFORE_MEETING = pattern(
    r".*?(?:经|由|》)(?=[一-鿿])",
    matches=[
        *(("已经市政府", "已经"), ("业经市政府", "业经"), ("经省政府", "经"), ("已由省政府", "已由")),
        ("《某办法》市政府", "《某办法》"),
    ],
    rejects=["市政府", "《规划》"],
)


_Printed: TypeAlias = Literal["document_number", "notice_label", "adopted_by", "issuer", "status"]
"""Fields that take words as printed."""


def parse_particulars(page: Page, parts: Parts, draft: DecisionContentDraft, diagnostics: Diagnostics) -> None:
    """Fill the formal particulars of a draft that has its title and articles.

    Args:
        page: The page.
        parts: Its parts.
        draft: The draft; takes the particulars and their evidence.
        diagnostics: Takes a date that does not resolve.
    """
    evidence: dict[str, Extent] = draft["evidence"]
    draft["instrument"] = instrument_of(draft["title"] or "")
    announced = _announced(parts)
    noted = parse_history(parts.note)
    draft["history"] = noted or announced
    draft["signatures"] = [{"body": s.body, "on": s.on, "span": s.span} for s in parts.signatures]
    labels = read_database_labels(_before_provisions(page, draft), draft["title"] or "")
    _set_numbers(draft, parts, evidence)
    _set_adoption(draft, parts, noted, announced)
    if draft.get("adopted_on") is None:
        read_told_adoption(_before_provisions(page, draft), draft, evidence)
    take_label(draft, labels, "adopted_on", diagnostics)
    _set_promulgation(draft, parts, noted, evidence)
    take_label(draft, labels, "promulgated_on", diagnostics)
    _set_issuer(draft, parts, noted or announced, evidence)
    take_label(draft, labels, "issuer", diagnostics)
    if issuer := draft.get("issuer"):
        draft["issuer"] = with_division(issuer, draft["title"] or "")
    _add_promulgation(draft, parts)
    set_force(page, draft, parts, noted, labels.get("effective_on"), diagnostics)
    take_label(draft, labels, "effective_on", diagnostics)
    _set_state(page, draft, parts, evidence)
    take_label(draft, labels, "level", diagnostics)
    draft["repealed"] = _repealed(page, draft)


def _before_provisions(page: Page, draft: DecisionContentDraft) -> list[Block]:
    """The lines before the first article, the whole page where there is none."""
    provisions = [*draft["divisions"][:1], *draft["articles"][:1]]
    first = min((node["span"][0] for node in provisions), default=None)
    return [block for block in page.blocks if first is None or block.start < first]


def instrument_of(title: str) -> str:
    """Kind of instrument by the words that end its title."""
    match = _INSTRUMENT.search(title)
    return str(match.lastgroup) if match else "other"


def _announced(parts: Parts) -> list[LegislativeEventDraft]:
    events: list[LegislativeEventDraft] = []
    for block in parts.announcement:
        after = patterns.PROMULGATES.search(block.folded)
        start = after.end() if after else 0
        events += find_events(block.folded[start:], block.text[start:], block.start + start)
    return events


def _set_numbers(draft: DecisionContentDraft, parts: Parts, evidence: dict[str, Extent]) -> None:
    """Notice and document number, from the short lines above the text, else from the note."""
    lines = [b for b in (*parts.head, *parts.announcement) if len(b.text) <= patterns.SHORT]
    for block in lines:
        number = match_document_number(block.folded)
        if number and not draft.get("document_number"):
            _set(draft, evidence, "document_number", block, number)
        notice = match_notice_label(block.folded)
        if notice and not draft.get("notice_label") and "《" not in block.folded:
            _set(draft, evidence, "notice_label", block, notice[0])
            draft["notice_number"] = notice[1]
    for event in draft["history"]:
        order = order_of(event) if event["action"] == "promulgated" and not draft.get("notice_label") else None
        if order:
            draft["notice_label"], evidence["/notice_label"], draft["notice_number"] = order


def _set(
    draft: DecisionContentDraft, evidence: dict[str, Extent], name: _Printed, block: Block, extent: Extent
) -> None:
    draft[name] = block.text[slice(*extent)]
    evidence[f"/{name}"] = (block.start + extent[0], block.start + extent[1])


def _set_adoption(
    draft: DecisionContentDraft,
    parts: Parts,
    noted: list[LegislativeEventDraft],
    announced: list[LegislativeEventDraft],
) -> None:
    """From the first adoption; a revision that was adopted (修订通过) counts where no adoption is printed before it."""
    evidence: dict[str, Extent] = draft["evidence"]
    events = [*noted, *announced]
    adopted = [event for event in events if event["action"] == "adopted"]
    adopted += [event for event in events if event["action"] == "revised" and event["text"].endswith("通过")]
    for event in adopted[:1]:
        if event["on"] is not None:
            draft["adopted_on"], evidence["/adopted_on"] = event["on"], event["span"]
        if event["meeting"] is not None:
            draft["adopted_by"], evidence["/adopted_by"] = event["meeting"], event["span"]
    if draft.get("adopted_by") is None:
        _set_meeting(draft, parts)


def _set_meeting(draft: DecisionContentDraft, parts: Parts) -> None:
    """The meeting that adopted, where it is named without its day: …第十七次会议决定，对…作如下修改."""
    for block in (*parts.announcement, *parts.preamble[:2]):
        found = _ADOPTS.search(block.folded)
        if found and not adopts_another(block.folded, draft["title"] or ""):
            start, end = found.span("meeting")
            before = _BEFORE_MEETING.match(block.folded[:end], start)
            _set(draft, draft["evidence"], "adopted_by", block, (before.end() if before else start, end))
            return


def _set_promulgation(
    draft: DecisionContentDraft, parts: Parts, noted: list[LegislativeEventDraft], evidence: dict[str, Extent]
) -> None:
    events = [e for e in noted if e["action"] == "promulgated" and e["on"]]
    inside = bool(parts.announcement)
    signed = [s for s in parts.signatures if s.on and (not inside or s.span[1] <= parts.announcement[-1].end)]
    if signed and (inside or not events):
        draft["promulgated_on"], evidence["/promulgated_on"] = signed[-1].on, signed[-1].span
    elif events:
        draft["promulgated_on"], evidence["/promulgated_on"] = events[0]["on"], events[0]["span"]


def _add_promulgation(draft: DecisionContentDraft, parts: Parts) -> None:
    """The event that a letter makes (现予公布), on the day of its signature; a note that has one goes before."""
    on = draft.get("promulgated_on")
    if on is None or any(event["action"] == "promulgated" for event in draft["history"]):
        return
    for block in parts.announcement:
        found = patterns.PROMULGATES_NOW.search(block.folded)
        if found:
            extent = (block.start + found.start(), block.start + found.end())
            text = block.text[slice(*found.span())]
            draft["history"].append(
                {
                    "action": "promulgated",
                    "on": on,
                    "body": None,
                    "meeting": None,
                    "ordinal": None,
                    "text": text,
                    "span": extent,
                }
            )
            return


def _set_issuer(
    draft: DecisionContentDraft, parts: Parts, events: list[LegislativeEventDraft], evidence: dict[str, Extent]
) -> None:
    """From the title (X关于…, X印发…), the heading of the announcement, adoption, promulgation, the signature."""
    title: str = draft["title"] or ""
    about = patterns.ISSUER.search(title)
    if about and is_body_line(title[: about.start()].strip()) and parts.title_extent:
        start = parts.title_extent[0]
        draft["issuer"] = title[: about.start()].strip()
        evidence["/issuer"] = (start, start + about.start())
        return
    for block in (*parts.announcement, *parts.head):
        named = patterns.ISSUED_BY.match(block.folded) if len(block.text) <= patterns.SHORT else None
        if named and is_body_line(named[1].strip()):
            _set(draft, evidence, "issuer", block, named.span(1))
            return
    for action in ("adopted", "promulgated", "revised", "amended", "approved"):
        for event in events:
            if event["action"] == action and event["body"]:
                draft["issuer"], evidence["/issuer"] = patterns.OWN_BODY.sub("", event["body"]), event["span"]
                return
    for signature in parts.signatures:
        if is_body_line(signature.body):
            start = signature.span[0]
            draft["issuer"], evidence["/issuer"] = signature.body, (start, start + len(signature.body))
            return


def _set_state(page: Page, draft: DecisionContentDraft, parts: Parts, evidence: dict[str, Extent]) -> None:
    """Rank, validity as printed, and whether it is a draft."""
    title: str = draft["title"] or ""
    ordered = any(_ORDERED.search(block.folded) for block in (*parts.head, *parts.announcement))
    ordered = ordered or any(_ORDERED.search(fold(event["text"])) for event in draft["history"])
    number = draft.get("document_number") or ""
    draft["level"] = rank_of(Statute(title, draft["instrument"], draft.get("issuer") or "", fold(number), ordered))
    draft["draft"] = _DRAFT.search(fold(title)) is not None
    for block in page.blocks:
        status = _STATUS.search(block.folded) if len(block.folded) <= _LABEL_LINE else None
        if status:
            _set(draft, evidence, "status", block, status.span("status"))
            return


def _repealed(page: Page, draft: DecisionContentDraft) -> list[CitationDraft]:
    """The documents that articles and closing repeal, each once; what an amending decision quotes repeals nothing."""
    folded = page.folded
    stretches = [article["span"] for article in draft["articles"]]
    stretches += [draft["evidence"][p] for p in ("/preamble", "/closing") if p in draft["evidence"]]
    found: dict[str, CitationDraft] = {}
    for start, end in sorted(stretches):
        quoted = list(find_quotations(folded, start, end)) if folded.find("》", start, end) >= 0 else []
        for title in find_repealed(folded, start, end):
            if not any(quotation.start <= title.start < quotation.end for quotation in quoted):
                name = page.text[title.start + 1 : title.end - 1]
                found.setdefault(name, {**draft_citation(page.text, (title.start, title.end)), "title": name})
    return list(found.values())
