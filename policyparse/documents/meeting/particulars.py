"""The particulars of a meeting: its form, who called it, what about, when and where."""

import re
from datetime import date

from policyparse.core.model import Draft, Extent
from policyparse.documents.meeting.patterns import find_forms, names_meeting
from policyparse.entities.dates import find_dates
from policyparse.entities.organizations import organization_in
from policyparse.structure.layout import Block, Page, Role

_HELD = r"(?:主持召开|主持举行|组织召开|召开|举行|举办|出席并主持|出席|主持|参加)"
_QUOTED = re.compile(r"“[^“”]{1,120}”")
_CONVENED = r"召开|举行|举办|开幕|闭幕"
_ABOUT = re.compile(r"(?:围绕|就|以|聚焦)[^“”，。]{0,10}“(?P<topic>[^“”]{4,80}(?:‘[^‘’]{1,20}’[^“”]{0,60})?)”")
_QUOTED_BEFORE_FORM = re.compile(r"“(?P<topic>[^“”]{4,60})”")
_PLAIN_TOPIC = re.compile(rf"{_HELD}(?:的)?(?P<topic>[^，。“” ]{{4,40}}?)$")
_STUDIED = re.compile(r"调研(?P<topic>[^，。“”]{4,40}?)并(?:主持|出席|召开)")
_SERIES = re.compile("主题|系列")
_NO_TOPIC = re.compile(r"(?:代表|人士|企业家|专家|党外人士|负责人|委员|国务院|全国|中央|省委|市委|[次届])$|^第?[一二三四五六七八九十0-9]{1,4}[次届]")
_ORDINAL_TERM = re.compile(r"^(?:第?[一二三四五六七八九十]{1,4}届)")
_WHEN_WHERE = (
    r"(?:（[^（）]{1,12}）|今天|昨天|近日|日前|上午|下午|\d{1,4}年|\d{1,2}月|\d{1,2}日|在[^，。]{1,16}|以[^，。]{1,12}方式|隆重|联合|共同|将)"
)
_CONVENER = re.compile(rf"(?P<who>[\u4e00-\u9fff、]{{2,30}}?)(?:{_WHEN_WHERE}){{0,6}}(?:(?:就|围绕)[^，。]{{0,90}})?$")
_NAMED_AFTER = re.compile(
    r"^(?:第?[一二三四五六七八九十]{1,4}届)?(?P<who>(?:[省市区县州]第?[一二三四五六七八九十]{1,4}届|全国|[\u4e00-\u9fff]{2,8}?[省市区县州])?(?:人大常委会|人民代表大会常务委员会|人民代表大会|人大|政协|国务院|政府|党委|市委|省委|区委|县委|中央)|[\u4e00-\u9fff]{2,16}(?:委员会|领导小组)(?=第))"
    r"(?=第?[一二三四五六七八九十]{1,4}[届次]|常委会|常务|全体|主席|主任|党组)"
)
_ADOPTING_BODY = re.compile(r"(?:^|[^\u4e00-\u9fff])(?P<who>国务院|[\u4e00-\u9fff]{2,8}政府)常务会议|(?P<cabinet>国务院)常务会议")
_VENUE = re.compile(rf"在(?P<venue>[\u4e00-\u9fff]{{1,16}}?)(?:隆重|胜利)?(?:{_HELD}|开幕|闭幕)")
_LEAD_PARAGRAPHS = 6


def parse_particulars(page: Page, reference: date | None, evidence: dict[str, Extent]) -> Draft:
    """Read the particulars of a meeting.

    Args:
        page: The page; titles and lead are read.
        reference: The day that dates without a year or month count from; None where unknown.
        evidence: Takes the places of the values.

    Returns:
        `name`, `meeting_type`, `organizer`, `topic`, `held_on` and `venue` of a draft.
    """
    draft: Draft = dict.fromkeys(("name", "meeting_type", "organizer", "topic", "held_on", "venue"))
    titles = [b for b in (page.title, page.subtitle) if b]
    lead = _lead(page)

    def found(name: str, block: Block, extent: Extent) -> None:
        start, end = extent
        while start < end and block.text[start] in " 　":
            start += 1
        if draft[name] is None and start < end:
            draft[name] = block.text[start:end]
            evidence[f"/{name}"] = (block.start + start, block.start + end)

    for block in (*titles, *lead):
        forms = list(find_forms(block.folded))
        if forms and draft["meeting_type"] is None:
            form = forms[-1] if block in titles else forms[0]
            found("meeting_type", block, form)
            found("name", block, _name(block.folded, form))
        for form in forms:
            topic = _topic(block.folded, form, in_title=block in titles)
            if topic:
                found("topic", block, topic)
    for block in titles:
        studied = _STUDIED.search(block.folded)
        if studied:
            found("topic", block, studied.span("topic"))
    for block in (*lead, *titles):
        about = _ABOUT.search(block.folded)
        if about and names_meeting(block.folded):
            found("topic", block, about.span("topic"))
    for block in (*titles, *lead):
        organizer = _organizer(block.folded)
        if organizer:
            found("organizer", block, organizer)
    _held_on(draft, lead, reference, evidence)
    for block in lead[:1]:
        venue = _VENUE.search(block.folded)
        if venue:
            found("venue", block, venue.span("venue"))
    return draft


def opens_meeting(folded: str) -> bool:
    """Whether a paragraph says that a meeting is held."""
    return bool(re.search(_CONVENED, folded)) and names_meeting(folded)


def _lead(page: Page) -> list[Block]:
    """The paragraphs that open a meeting, wherever boxes before the body push them, then the first ones."""
    paragraphs = page.with_role(Role.PARAGRAPH)
    opening = [b for b in paragraphs if opens_meeting(b.folded)]
    return [*opening[:2], *(b for b in paragraphs[:_LEAD_PARAGRAPHS] if b not in opening[:2])]


def _name(line: str, form: Extent) -> Extent:
    """The name runs from the verb, or the start of the line, to the end of the form."""
    verb = None
    for verb in re.finditer(_HELD, line[: form[0]]):
        pass
    start = verb.end() if verb else 0
    opening = re.search(r"[，。；：【][^，。；：【]*$", line[start : form[0]])
    if opening and "“" not in line[start : form[0]]:
        start += opening.start() + 1
    return start, form[1]


def _topic(line: str, form: Extent, *, in_title: bool) -> Extent | None:
    start = form[0]
    quoted = None
    for quoted in _QUOTED_BEFORE_FORM.finditer(line, max(0, start - 90), form[1]):
        pass
    if quoted and not _SERIES.search(line, *form):
        return quoted.span("topic")
    if not in_title:
        return None
    plain = _PLAIN_TOPIC.search(line[max(0, start - 60) : start])
    if plain and not _NO_TOPIC.search(plain["topic"]):
        shift = max(0, start - 60)
        return plain.start("topic") + shift, plain.end("topic") + shift
    return None


def _organizer(line: str) -> Extent | None:
    named = _NAMED_AFTER.match(line)
    if named:
        return named.span("who")
    masked = _QUOTED.sub(lambda m: "\x00" * len(m[0]), line)
    for convened in re.finditer(_CONVENED, masked):
        clause = max(masked.rfind(c, 0, convened.start()) for c in "，。；：！？") + 1
        convener = _CONVENER.match(masked, max(clause, convened.start() - 140), convened.start())
        if not convener:
            continue
        who = convener["who"]
        term = _ORDINAL_TERM.match(who)
        body = organization_in(who[term.end() if term else 0 :])
        if body and _is_convener(body):
            start = convener.start("who") + who.rfind(body)
            return start, start + len(body)
    cabinet = _ADOPTING_BODY.search(line) or re.search(r"(?P<who>国务院)常务会议", line)
    if cabinet:
        return cabinet.span("who") if cabinet["who"] else cabinet.span("cabinet")
    return None


def _is_convener(body: str) -> bool:
    return bool(re.search(r"(?:政协|人大|常委会|政府|国务院|办公室|办公厅|委员会|[^交承]办|委|局|厅|部|署|会|院|社|公司|集团|大学|中央|市委|省委|商务部|联合会|总局)$", body)) and not re.search(
        r"(?:会议|座谈会|协商会|发布会|大会|全会)$", body
    )


def _held_on(draft: Draft, lead: list[Block], reference: date | None, evidence: dict[str, Extent]) -> None:
    """The first date of the lead that resolves, in a sentence that opens the meeting where there is one."""
    fallback = None
    for block in lead:
        for mention in find_dates(block.folded, reference):
            if mention.first is None or mention.last is None or (mention.last - mention.first).days > 31:
                continue
            place = (block.start + mention.start, block.start + mention.end)
            value = {"start": mention.first, "end": mention.last}
            sentence_end = re.search(r"[。！？]", block.folded[mention.end :])
            sentence = block.folded[max(0, mention.start - 60) : mention.end + (sentence_end.start() if sentence_end else 200)]
            if re.search(rf"{_HELD}|开幕|会议|调研", sentence):
                draft["held_on"], evidence["/held_on"] = value, place
                return
            fallback = fallback or (value, place)
    if fallback:
        draft["held_on"], evidence["/held_on"] = fallback
