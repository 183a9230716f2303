"""The particulars of a meeting: its form, what about, when and where."""

import re
from datetime import date
from functools import cache

from policyparse.language.dates import find_dates
from policyparse.model.base import Draft, Extent
from policyparse.page.layout import Block, Page, Role
from policyparse.proceedings.organizer import TERM, find_organizer
from policyparse.proceedings.patterns import CONVENED, HELD, alternatives, find_forms, names_meeting

_ABOUT = re.compile(
    r"(?:围绕|就|以|聚焦|主题[为是])[^“”，。]{0,10}“(?P<topic>[^“”]{4,80}(?:‘[^‘’]{1,20}’[^“”]{0,60})?)”"
)
_PLAIN_ABOUT = re.compile(
    r"(?:围绕|就|聚焦|对)(?P<topic>[^，。；“”]{4,40}?)(?:进行了?|开展了?|召开|举行)(?:专题|分组|联组|集中)?(?:询问|审议|协商|座谈|讨论)"
)
_QUOTED = re.compile(r"“(?P<topic>[^“”]{4,60})”")
_LABELLED_TOPIC = re.compile(r"(?:会议)?主\s{0,4}题：\s{0,4}(?P<topic>\S.{2,60})$")
_PLAIN_TOPIC = re.compile(
    rf"(?:{HELD}(?:的)?|全[国省市区县州]|会议)(?P<topic>(?:(?!召开|举行|政协|人大)[^，。“” ]){{4,40}}?)$"
)
_STUDIED = re.compile(r"调研(?P<topic>[^，。“”]{4,40}?)并(?:主持|出席|召开)")
_SERIES = re.compile("主题|系列")
_VENUE = re.compile(rf"在(?P<venue>[\u4e00-\u9fff]{{1,16}}?)(?:隆重|胜利)?(?:{HELD}|开幕|闭幕)")
_PROCEEDS = re.compile("(?:进行|开展)(?:专题|分组|联组)?(?:询问|审议|协商)")
_NAME_BREAK = re.compile(r"[，。；：【]")
_OPENING_WORDS = re.compile(rf"{HELD}|开幕|会议|调研")
_LEAD_PARAGRAPHS = 6
_TOPIC_REACH = 60
_QUOTED_REACH = 90
_LONGEST_MEETING = 31
"""Days; what lasts longer is a period."""


@cache
def _no_topic() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('no_topic')})$|^第?[一二三四五六七八九十0-9]{{1,4}}[次届]")


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

    def found(name: str, block: Block, extent: Extent | None) -> None:
        if extent is None or draft[name] is not None:
            return
        words = block.text[slice(*extent)]
        start = extent[0] + len(words) - len(words.lstrip())
        draft[name] = words.strip()
        evidence[f"/{name}"] = (block.start + start, block.start + start + len(draft[name]))

    for block in page.blocks:
        labelled = _LABELLED_TOPIC.match(block.folded)
        found("topic", block, labelled.span("topic") if labelled else None)
    for block in titles:
        forms = list(find_forms(block.folded))
        if forms:
            found("meeting_type", block, forms[-1])
            found("name", block, _name(block.folded, forms[-1]))
        for form in forms:
            found("topic", block, _quoted_topic(block.folded, form) or _plain_topic(block.folded, form))
        studied = _STUDIED.search(block.folded)
        found("topic", block, studied.span("topic") if studied else None)
    for block in lead:
        forms = list(find_forms(block.folded))
        if forms:
            found("meeting_type", block, next((f for f in forms if block.folded[f[1] - 2 : f[1]] == "询问"), forms[0]))
            found("name", block, _name(block.folded, forms[0]))
        for form in forms:
            found("topic", block, _quoted_topic(block.folded, form))
    for block in (*lead, *titles):
        about = _ABOUT.search(block.folded) if names_meeting(block.folded) else None
        found("topic", block, about.span("topic") if about else None)
    for block in lead:
        plain = _PLAIN_ABOUT.search(block.folded) if names_meeting(block.folded) else None
        found("topic", block, plain.span("topic") if plain else None)
    for block in (*titles, *lead):
        found("organizer", block, find_organizer(block.folded))
    draft["organizer"] = draft["organizer"] and TERM.sub("", draft["organizer"])
    for block in lead[:1]:
        venue = _VENUE.search(block.folded)
        found("venue", block, venue.span("venue") if venue else None)
    _held_on(draft, lead, reference, evidence)
    return draft


def opens_meeting(folded: str) -> bool:
    """Whether a paragraph says that a meeting is held."""
    return bool(CONVENED.search(folded) or _PROCEEDS.search(folded)) and names_meeting(folded)


def _lead(page: Page) -> list[Block]:
    """The paragraphs that open a meeting, wherever boxes before the body push them, then the first ones."""
    paragraphs = page.with_role(Role.PARAGRAPH)
    opening = [b for b in paragraphs if opens_meeting(b.folded)][:2]
    return [*opening, *(b for b in paragraphs[:_LEAD_PARAGRAPHS] if b not in opening)]


def _name(line: str, form: Extent) -> Extent:
    """The name runs from the verb, or the start of the line, to the end of the form."""
    start = max((m.end() for m in re.finditer(HELD, line[: form[0]])), default=0)
    if "“" not in line[start : form[0]]:
        start = max((m.end() for m in _NAME_BREAK.finditer(line, start, form[0])), default=start)
    return start, form[1]


def _quoted_topic(line: str, form: Extent) -> Extent | None:
    """The quotation before the form: “推进高水平对外开放”专题协商会; the theme of a series is none."""
    quoted = list(_QUOTED.finditer(line, max(0, form[0] - _QUOTED_REACH), form[1]))
    return quoted[-1].span("topic") if quoted and not _SERIES.search(line, *form) else None


def _plain_topic(line: str, form: Extent) -> Extent | None:
    """What stands between the verb and the form: 出席全方位扩大国内需求调研协商座谈会."""
    plain = _PLAIN_TOPIC.search(line, max(0, form[0] - _TOPIC_REACH), form[0])
    return plain.span("topic") if plain and not _no_topic().search(plain["topic"]) else None


def _held_on(draft: Draft, lead: list[Block], reference: date | None, evidence: dict[str, Extent]) -> None:
    """The first date of the lead that resolves to days, in a sentence that opens the meeting where there is one."""
    fallback = None
    for block in lead:
        for mention in find_dates(block.folded, reference):
            if mention.first is None or mention.last is None or (mention.last - mention.first).days > _LONGEST_MEETING:
                continue
            extent = (block.start + mention.start, block.start + mention.end)
            found = {"start": mention.first, "end": mention.last}, extent
            end = min((n for n in (block.folded.find(c, mention.end) for c in "。！？") if n >= 0), default=None)
            if _OPENING_WORDS.search(block.folded[max(0, mention.start - 60) : end]):
                draft["held_on"], evidence["/held_on"] = found
                return
            fallback = fallback or found
    if fallback:
        draft["held_on"], evidence["/held_on"] = fallback
