"""What a meeting did and declared, and the field research before it: outcomes, counts, visits."""

import re
from collections.abc import Iterator
from decimal import Decimal

from policyparse.core.model import Draft, Extent
from policyparse.entities.numerals import parse_integer
from policyparse.structure.layout import Page, Role

_ACTION = (
    r"(?:审议并?通过|表决通过|讨论并(?:原则)?通过|讨论协商|协商讨论|协商通过|分析研究|研究分析|原则通过|讨论通过|审议批准|听取(?:和|并)审议|听取|审议|审查批准|审查|批准|决定任命|决定|研究部署|研究审议|研究|讨论|传达学习|学习传达|学习贯彻|学习|"
    r"安排部署|部署|通过|选举产生|选举|任命|补选|表决)"
)
_SUBJECT = r"(?:会议|全会|大会|座谈会|常委会|组成人员|主任会议|主席会议)"
_DONE = re.compile(rf"(?:{_SUBJECT}|(?<=[，；。]))(?:分别|还|并|认真|深入|一并|现场|专题|以书面形式|经过表决，?|先后|集中|进一步|最后)*(?P<action>{_ACTION})了?(?:(?<=决定)，)?(?P<object>[^，。；]{{2,200}})")
_WHOLE = re.compile(r"《[^《》]{1,200}》|“[^“”]{1,120}”|（[^（）]{1,40}）")
_TITLED = re.compile(r"《[^《》]{1,200}》(?:（[^（）]{1,20}）)?")
_REPORTED = re.compile(r"(?:报告|说明|议案|草案|决定|条例|意见|办法|名单|计划|方案|任免案|决议|汇报|规划|情况)$")
_SLIGHT = re.compile(r"(?:其他事项|发言|意见建议|意见和建议|建议|汇报发言)$")
_WEAKER = {"讨论": 0, "研究": 0, "审议": 1, "学习": 0}
_COUNT = re.compile(
    r"(?:近|约|超|逾)?(?P<value>[0-9]{1,6}|[一二三四五六七八九十百千两]{1,6})(?:多|余)?(?P<unit>位|名|篇|件|份|人次|人)(?:来自[^，。]{1,12}的)?(?P<what>[^，。；！？\d]{0,16})"
)
_COUNTED = re.compile(r"委员|代表|发言|提案|建议|人士|专家|同志|嘉宾|负责人|议案|企业家|学者|常委|材料|参加|出席|与会|参会|列席|意见|记者|公民|干部")
_GROUP = r"[\u4e00-\u9fff]{2,20}?(?:委员会|调研组|考察组|视察组|视察团|调研团)"
_GROUPS = re.compile(rf"(?P<groups>{_GROUP}(?:、{_GROUP}){{0,9}})(?:的?(?:部分)?委员)?，?")
_WENT = re.compile(r"(?:先后|分别|分组)?(?:实地视察|实地考察|实地调研|实地察看|深入到?|视察|考察|走进|前往|来到|赴|到|走访|参观)(?P<sites>[^，。；]{4,160})")
_SITE_END = re.compile(
    r"(?P<site>.{2,40}?(?:公司|集团|研究所|研究院|设计院|中心|基地|园区|产业园|科技园|实验室|医院|学校|大学|学院|社区|工厂|车间|示范区|合作社|纪念馆|博物馆|港区|电厂|水厂|工地|村))(?:、|和|以及|及|与|等|实地|进行|开展|调研|考察|视察|$)"
)
_DISTRICT = re.compile(r"^[\u4e00-\u9fff]{2,4}[区县](?=[\u4e00-\u9fff（]{6,})")


def find_outcomes(page: Page, spoken: list[Extent]) -> list[Draft]:
    """Find what the meeting did: drafts of `Outcome`, one an object.

    Args:
        page: The page.
        spoken: Places of speech; what is said there is not done here.
    """
    outcomes: list[Draft] = []
    for block in page.with_role(Role.PARAGRAPH):
        masked = _WHOLE.sub(lambda m: "\x00" * len(m[0]), block.folded)
        convened = False
        for sentence in re.finditer(r"[^。！？]{1,2000}[。！？]?", masked):
            words = sentence[0]
            convened = bool(re.search(rf"{_SUBJECT}|座谈会", words)) and bool(
                re.search(r"召开|举行|主持|会议|全会|座谈会", words)
            )
            if not convened:
                continue
            last_action = ""
            for match in _DONE.finditer(words):
                start, end = (block.start + sentence.start() + n for n in (match.start("action"), match.end("object")))
                if any(a <= start < b for a, b in spoken):
                    continue
                last_action = match["action"]
                outcomes += _outcome(page, last_action, start, (end - len(match["object"]), end))
                following = sentence.start() + match.end()
                for more in _further_objects(masked, following, sentence.end()):
                    outcomes += _outcome(page, last_action, block.start + more[0], (block.start + more[0], block.start + more[1]))
    return _strongest(outcomes)


def _further_objects(text: str, start: int, end: int) -> Iterator[Extent]:
    """After 听取了……的报告, further clauses that end as it does and have no verb of their own are objects as well."""
    while start < end and text[start] == "，":
        stop = min((n for n in (text.find("，", start + 1, end), text.find("。", start + 1, end)) if n >= 0), default=end)
        clause = text[start + 1 : stop]
        if not _REPORTED.search(clause) or re.match(rf"(?:并|还|分别)?{_ACTION}", clause) or "作的" not in clause:
            return
        yield start + 1, stop
        start = stop


def _outcome(page: Page, action: str, start: int, extent: Extent) -> list[Draft]:
    words = page.text[extent[0] : extent[1]].strip()
    listed = list(_TITLED.finditer(page.text, *extent))
    if len(listed) > 1 and not _TITLED.sub("", words).strip("、和及以等 "):
        return [{"action": action, "object": m[0], "span": (start if m is listed[0] else m.start(), m.end())} for m in listed]
    if _SLIGHT.search(words) or words.startswith(("后", "的", "会", "议程", "结果")):
        return []
    return [{"action": action, "object": words, "span": (start, extent[1])}]


def _strongest(outcomes: list[Draft]) -> list[Draft]:
    """An object repeated with a stronger verb counts once."""
    kept: list[Draft] = []
    for outcome in outcomes:
        same = next((o for o in kept if o["object"] == outcome["object"]), None)
        if same is None:
            kept.append(outcome)
        elif len(outcome["action"]) > len(same["action"]):
            kept[kept.index(same)] = outcome
    return kept


def find_counts(page: Page, spoken: list[Extent]) -> list[Draft]:
    """Find declared numbers of people, speeches and proposals: drafts of `Count`."""
    counts: list[Draft] = []
    for block in page.with_role(Role.PARAGRAPH):
        for match in _COUNT.finditer(block.folded):
            start, end = block.start + match.start(), block.start + match.end()
            value = parse_integer(match["value"])
            attendance = page.folded[start - 2 : start] in ("应到", "实到", "出席", "到会") and match["unit"] == "人"
            if value is None or value < 2 or any(a <= start < b for a, b in spoken):
                continue
            collected = match["unit"] in ("件", "篇", "份") and _COUNTED.search(page.folded[start - 4 : start])
            if not attendance and not collected and not _COUNTED.search(match["what"]):
                continue
            counts.append(
                {"text": page.text[start:end].strip(), "value": Decimal(value), "unit": match["unit"], "span": (start, end)}
            )
    return counts


def find_visits(page: Page) -> list[Draft]:
    """Find field research: drafts of `Visit`, one a sentence that names who went and what they saw."""
    visits: list[Draft] = []
    for block in page.with_role(Role.PARAGRAPH):
        for sentence in re.finditer(r"[^。！？]{1,1000}", block.folded):
            who = _GROUPS.match(sentence[0])
            went = _WENT.search(sentence[0], who.end()) if who else None
            if not who or not went or went.start() > who.end() + 12:
                continue
            offset = block.start + sentence.start()
            sites = [page.text[offset + a : offset + b] for a, b in _sites(sentence[0], went.start("sites"), went.end("sites"))]
            groups = page.text[offset + who.start("groups") : offset + who.end("groups")].split("、")
            if sites:
                extent = (offset, offset + len(sentence[0].rstrip()))
                visits.append({"groups": groups, "sites": sites, "text": page.text[slice(*extent)], "span": extent})
    return visits


def _sites(text: str, start: int, end: int) -> Iterator[Extent]:
    while start < end:
        match = _SITE_END.match(text, start, end)
        if not match:
            return
        district = _DISTRICT.match(match["site"])
        yield match.start("site") + (district.end() if district else 0), match.end("site")
        start = match.end()
        if not match[0].endswith(("、", "和", "以及", "及", "与")):
            return
