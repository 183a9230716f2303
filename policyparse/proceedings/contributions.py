"""What participants advise and what the government side answers: proposals and responses (建议、回应)."""

import re
from functools import cache
from itertools import pairwise

from policyparse.knowledge.fold import fold
from policyparse.model.base import Draft
from policyparse.page.layout import Page
from policyparse.proceedings.patterns import alternatives, lexicon
from policyparse.speech.utterances import Utterance, statements
from policyparse.speech.verbs import ADVISES


@cache
def _advice() -> re.Pattern[str]:
    return re.compile(alternatives("advising"))


@cache
def _problem() -> re.Pattern[str]:
    return re.compile(alternatives("problems"))


@cache
def _party() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('parties')}|[\u4e00-\u9fff]{{0,6}}工商联|无党派")


@cache
def _government_body() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('government_bodies')})$")


_ANNOUNCES = re.compile("推介|签约|发布会|吹风会|记者会|通报会|表彰|动员|启动|揭牌|开工|部署会|调度会")
_CONSULTATIVE = re.compile(r"政协|人大|人民代表大会")
_PARTY_COMMITTEE = re.compile(r"(?:[省市区县州盟旗团纪党]委|中央|党组|政治局|军委)$")
_MEASURE = re.compile(r"[；。]|(?<=[，。；：])(?=[一二三四五六七八九十](?:是|要)(?!否|不))|(?<=，)(?=另一方面|同时)")
_AROUND = "，。；、,; "
_SHORTEST_MEASURE = 3
_LEAD = re.compile(r"(?:为此，|对此，|因此，)?(?:他|她)?建议[，：]?")


def divide(
    utterances: list[Utterance], speakers: list[Draft], page: Page, meeting_type: str | None
) -> tuple[list[Draft], list[Draft], list[Draft]]:
    """Divide the speech of a meeting.

    Args:
        utterances: All stretches of speech.
        speakers: Drafts of those who speak.
        page: The page.
        meeting_type: Form of the meeting; at some nobody is asked for advice (推介会, 签约仪式, 新闻发布会).

    Returns:
        Drafts of statements, of proposals and of responses.
    """
    form = meeting_type or ""
    if _ANNOUNCES.search(form):
        return statements(utterances, page), [], []
    positions = {draft["name"]: draft["positions"] for draft in speakers}
    heard = form.endswith("询问")
    advised: list[Utterance] = []
    others: list[Utterance] = []
    for utterance in utterances:
        heard = heard or _is_member(utterance, positions[utterance.speaker])
        (advised if _is_proposal(utterance, positions[utterance.speaker], page) else others).append(utterance)
    answered: list[Utterance] = []
    stated: list[Utterance] = []
    for utterance in others:
        answers = heard and _is_government(utterance, positions[utterance.speaker])
        (answered if answers else stated).append(utterance)
    return (
        statements(stated, page),
        [_proposal(u, page) for u in advised],
        [_response(u, page) for u in answered],
    )


def _is_proposal(utterance: Utterance, positions: list[Draft], page: Page) -> bool:
    if not _is_member(utterance, positions):
        return False
    text = utterance.text(page)
    if text.endswith(("？", "?")):
        return False
    if utterance.verb is None or _gives_advice(utterance):
        return True
    return bool(_advice().search(text))


def _gives_advice(utterance: Utterance) -> bool:
    return any(map(ADVISES.fullmatch, utterance.verbs))


def _is_member(utterance: Utterance, positions: list[Draft]) -> bool:
    """Whether one of those speaks whose advice is asked for, or a party."""
    if utterance.kind == "organization":
        return _party().match(utterance.speaker) is not None
    takes_part = utterance.represents or any(map(_is_participant, positions))
    return utterance.kind == "person" and takes_part and not any(map(_leads, positions))


def _leads(position: Draft) -> bool:
    """Whether a position is one of those who lead: a secretary of a committee of the Communist Party."""
    organization = position["organization"] or ""
    if _party().match(organization) or not _PARTY_COMMITTEE.search(organization):
        return False
    return position["title"] in ("书记", "副书记", "常委", "常务副书记")


def _is_participant(position: Draft) -> bool:
    organization, title = position["organization"] or "", position["title"]
    if title in ("委员", "常委", "代表", "常务委员"):
        return not organization or bool(_CONSULTATIVE.search(organization)) or title == "代表"
    if title in ("主任委员", "副主任委员"):
        return bool(_CONSULTATIVE.search(organization))
    if _party().match(organization):
        return True
    return title in lexicon()["participants"] and not _CONSULTATIVE.search(organization) and not _is_official(position)


def _is_official(position: Draft) -> bool:
    organization, title = position["organization"] or "", position["title"]
    if _CONSULTATIVE.search(organization) or _PARTY_COMMITTEE.search(organization):
        return False
    return (title in lexicon()["government_offices"] and not organization) or bool(
        _government_body().search(organization)
    )


def _is_government(utterance: Utterance, positions: list[Draft]) -> bool:
    if utterance.kind == "organization":
        return not _CONSULTATIVE.search(utterance.speaker) and bool(_government_body().search(utterance.speaker))
    return utterance.kind == "person" and any(_is_official(p) for p in positions)


def _proposal(utterance: Utterance, page: Page) -> Draft:
    problem, advice = _split_problem(utterance, page)
    return {
        "speaker": utterance.speaker,
        "topic": utterance.topic,
        "problem": problem,
        "recommendation": advice,
        "measures": _measures(advice),
        "span": utterance.extent,
        "parts": utterance.pieces,
    }


def _measures(advice: str) -> list[str]:
    """The advice cut at semicolons, sentences, 一是……二是…… and 另一方面."""
    folded = fold(advice)
    cuts = [(0, 0), *(m.span() for m in _MEASURE.finditer(folded)), (len(folded), len(folded))]
    measures = []
    for (_, start), (end, _) in pairwise(cuts):
        lead = _LEAD.match(folded, start, end)
        measure = advice[lead.end() if lead else start : end].strip(_AROUND)
        if len(measure) > _SHORTEST_MEASURE:
            measures.append(measure)
    return measures


def _response(utterance: Utterance, page: Page) -> Draft:
    return {
        "speaker": utterance.speaker,
        "topic": utterance.topic,
        "text": utterance.text(page),
        "span": utterance.extent,
        "parts": utterance.pieces,
    }


def _split_problem(utterance: Utterance, page: Page) -> tuple[str | None, str]:
    """The problem is the quotation before the clause, or the sentences before the advice, where they name one."""
    if utterance.before and len(utterance.pieces) > 1:
        quoted = utterance.text(page, slice(0, utterance.before))
        if _problem().search(quoted):
            return quoted, utterance.text(page, slice(utterance.before, None))
    text = utterance.text(page)
    advice = re.search(r"(?<=[。；！？])(?:为此，|对此，|因此，)?(?:他|她)?建议", text)
    if advice and _problem().search(text, 0, advice.start()):
        return text[: advice.start()], text[advice.start() :]
    return None, text
