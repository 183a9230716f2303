"""The particulars of a decision: who issued it, under which numbers, when it was adopted and is in force.

Each value is taken from the place that is most certain: adoption from the note (题注), else from the
announcement; promulgation from the announcement's signature, else from the note; entry into force from
the provision that says so, else from the announcement, else from the note.
"""

import re
from datetime import date

from policyparse.language.bodies import is_body_line, with_division
from policyparse.language.clauses import clause_start, sentence_start
from policyparse.language.days import Day, find_days
from policyparse.language.document_titles import find_titles
from policyparse.language.official import match_document_number, match_notice_label
from policyparse.model.base import Draft, Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.layout import Block, Page
from policyparse.statute import patterns
from policyparse.statute.history import find_events, order_of, parse_history
from policyparse.statute.parts import Parts

INSTRUMENTS = (
    ("决定", "decision"),
    ("决议", "resolution"),
    ("条例", "regulation"),
    ("解释", "interpretation"),
    ("公告|通告|令", "announcement"),
    ("办法|规定|细则|规则|规程", "rules"),
    ("法|法典|宪法", "law"),
)
"""Kind of instrument by the end of the title; the first that fits."""

_INSTRUMENTS = [(re.compile(rf"(?:{words})(?:（[^（）]{{1,20}}）)?$"), name) for words, name in INSTRUMENTS]


def parse_particulars(page: Page, parts: Parts, draft: Draft, diagnostics: Diagnostics) -> None:
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
    _set_numbers(draft, parts, evidence)
    _set_adoption(draft, noted, announced, evidence)
    _set_promulgation(draft, parts, noted, evidence)
    _set_issuer(draft, parts, noted or announced, evidence)
    if draft.get("issuer"):
        draft["issuer"] = with_division(draft["issuer"], draft["title"] or "")
    _set_force(page, draft, parts, noted, evidence, diagnostics)
    draft["repealed"] = _repealed(page, draft["articles"])


def instrument_of(title: str) -> str:
    """Kind of instrument by the word that ends its title."""
    return next((name for pattern, name in _INSTRUMENTS if pattern.search(title)), "other")


def _announced(parts: Parts) -> list[Draft]:
    events: list[Draft] = []
    for block in parts.announcement:
        after = patterns.PROMULGATES.search(block.folded)
        start = after.end() if after else 0
        events += find_events(block.folded[start:], block.text[start:], block.start + start)
    return events


def _set_numbers(draft: Draft, parts: Parts, evidence: dict[str, Extent]) -> None:
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


def _set(draft: Draft, evidence: dict[str, Extent], name: str, block: Block, extent: Extent) -> None:
    draft[name] = block.text[slice(*extent)]
    evidence[f"/{name}"] = (block.start + extent[0], block.start + extent[1])


def _set_adoption(draft: Draft, noted: list[Draft], announced: list[Draft], evidence: dict[str, Extent]) -> None:
    for event in (*noted, *announced):
        if event["action"] == "adopted":
            for name, value in (("adopted_on", event["on"]), ("adopted_by", event["meeting"])):
                if value is not None:
                    draft[name] = value
                    evidence[f"/{name}"] = event["span"]
            return


def _set_promulgation(draft: Draft, parts: Parts, noted: list[Draft], evidence: dict[str, Extent]) -> None:
    events = [e for e in noted if e["action"] == "promulgated" and e["on"]]
    inside = bool(parts.announcement)
    signed = [s for s in parts.signatures if s.on and (not inside or s.span[1] <= parts.announcement[-1].end)]
    if signed and (inside or not events):
        draft["promulgated_on"], evidence["/promulgated_on"] = signed[-1].on, signed[-1].span
    elif events:
        draft["promulgated_on"], evidence["/promulgated_on"] = events[0]["on"], events[0]["span"]


def _set_issuer(draft: Draft, parts: Parts, events: list[Draft], evidence: dict[str, Extent]) -> None:
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


def _set_force(
    page: Page, draft: Draft, parts: Parts, noted: list[Draft], evidence: dict[str, Extent], diagnostics: Diagnostics
) -> None:
    """From the last provision that says so, else from the announcement, else from the note."""
    stretches = [paragraph["span"] for article in reversed(draft["articles"]) for paragraph in article["paragraphs"]]
    stretches = [block.extent for block in parts.closing] + stretches
    stretches += [block.extent for block in (*parts.announcement, *parts.preamble)]
    for start, end in stretches:
        match = patterns.FORCE.search(page.folded, start, end)
        if match and (_is_own(page.folded, start, match.start()) or "于" not in match[0]):
            _read_force(draft, match, page, evidence, diagnostics)
            return
        if patterns.FORCE_BY_OTHERS.search(page.folded, start, end):
            draft["effective_rule"] = "other"
            return
    for event in noted:
        if event["action"] == "effective" and event["on"]:
            draft["effective_on"], draft["effective_rule"] = event["on"], "on_date"
            evidence["/effective_on"] = event["span"]
            return


def _is_own(folded: str, start: int, at: int) -> bool:
    """Whether the clause before 自……起施行 is about this instrument: 本条例, or nothing."""
    clause = clause_start(folded, at, start)
    subject = folded[max(clause, start) : at].strip()
    return not subject or "本" in subject or "》" in subject


def _read_force(
    draft: Draft, match: re.Match[str], page: Page, evidence: dict[str, Extent], diagnostics: Diagnostics
) -> None:
    day: Day | None = next(find_days(match[1]), None)
    on: date | None = None
    if match[4].strip(" 零0时点"):  # 自5月1日零时起施行 is that day
        draft["effective_rule"] = "other"
    elif day:
        draft["effective_rule"], on = "on_date", day.on
    elif match[2] in ("通过", "批准"):
        draft["effective_rule"] = "other"
        on = draft.get("adopted_on") if match[2] == "通过" else None
    else:
        draft["effective_rule"], on = "on_promulgation", draft.get("promulgated_on")
    if on is not None:
        draft["effective_on"], evidence["/effective_on"] = on, match.span()
    else:
        diagnostics.add("PP302", f"{page.text[slice(*match.span())]}: the day is not in the text", match.span())


def _repealed(page: Page, articles: list[Draft]) -> list[Draft]:
    """Titles in the sentences that say 同时废止."""
    found: list[Draft] = []
    for article in articles[-4:]:
        start, end = article["span"]
        for match in patterns.REPEALS.finditer(page.folded, start, end):
            begin = sentence_start(page.folded, match.start(), start)
            for title in find_titles(page.folded, max(begin, start), match.start()):
                if any(c["span"] == (title.start, title.end) for c in found):
                    continue
                found.append(
                    {
                        "title": page.text[title.start + 1 : title.end - 1],
                        "article": None,
                        "paragraph": None,
                        "item": None,
                        "target": "external",
                        "text": page.text[title.start : title.end],
                        "span": (title.start, title.end),
                    }
                )
    return found
