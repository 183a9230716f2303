"""What participants advise and what the government side answers: proposals and responses (建议、回应)."""

from itertools import pairwise

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, SMALL_ORDINAL
from policyparse.knowledge.fold import fold
from policyparse.knowledge.lexicon import word_set
from policyparse.language.bodies import kind_of_body
from policyparse.model.meeting import ProposalDraft, ResponseDraft
from policyparse.model.speech import PositionDraft, SpeakerDraft, StatementDraft
from policyparse.page.layout import Page
from policyparse.speech.utterances import Utterance, statements
from policyparse.speech.verbs import ADVISES

ADVICE = pattern(r"(?<!没有)(?&meetings.advising)", matches=["应当修渠", "建议修渠"], rejects=["修了渠", "没有建议"])
PROBLEM = pattern(r"(?<!没有)(?&meetings.problems)", matches=["渠道不足", "短板突出"], rejects=["修了渠", "没有问题"])
PARTY = pattern(
    rf"(?&meetings.parties)|[{HAN}]{{0,6}}工商联|无党派",
    matches=["民革青禾县委会", "县工商联", "无党派人士", "工商联"],
    rejects=["青禾县民革", "县政府", "青禾县总商会暨工商联"],
    method="match",
)
_ANNOUNCES = pattern(
    "(?&meetings.announcing)[^，]*$",
    matches=["推介会", "签约仪式", "新闻发布会", "表彰大会"],
    rejects=["专题协商会", "常委会会议", "表彰先进，座谈会"],
)
"""At these nobody is asked for advice."""

_CONSULTATIVE = pattern(r"政协|人大|人民代表大会", matches=["市政协", "市人大", "市人民代表大会"], rejects=["市政府"])
_PARTY_COMMITTEE = pattern(
    r"(?:[省市区县州盟旗团纪党]委|中央|党组|政治局|军委)$",
    matches=[
        *("市委", "县委", "民盟中央", "市政府党组", "中央政治局", "中央军委", "纪委", "省委", "盟委", "旗委"),
        *("州委", "团委", "区委", "党委"),
    ],
    rejects=["市国资委", "党委会"],
)
_MEASURE = pattern(
    rf"[；。]|(?<=[，。；：])(?=[{SMALL_ORDINAL}](?:是|要)(?!否|不))|(?<=，)(?=另一方面|同时)",
    matches=["修渠；", "修渠。", "修渠，一是架桥", "修渠，二要架桥", "修渠，另一方面", "修渠，同时"],
    rejects=["修渠，架桥", "修渠，一是否", "修渠，一要不", "十是", "同时"],
)
_LEAD = pattern(
    r"(?:为此，|对此，|因此，)?(?:他|她)?建议[，：]?",
    matches=["为此，他建议，", "对此，建议", "因此，建议：", "她建议", ("因此，建议：", "因此，建议：")],
    rejects=["修渠的建议"],
    method="match",
)
_ADVICE_STARTS = pattern(
    r"(?<=[。；！？])(?:为此，|对此，|因此，)?(?:他|她)?建议",
    matches=[
        *(("渠道不足。为此，他建议", "为此，他建议"), ("不足；她建议", "她建议")),
        *(("不足！对此，建议", "对此，建议"), ("吗？因此，建议", "因此，建议")),
    ],
    rejects=["代表建议", "修渠，建议"],
)
_AROUND = "，。；、,; "
_SHORTEST_MEASURE = 3
_SEATS = ("委员", "常委", "代表", "常务委员")
_COMMITTEE_HEADS = ("主任委员", "副主任委员")
_GOVERNMENT_KINDS = ("government", "court", "procuratorate")


def divide(
    utterances: list[Utterance], speakers: list[SpeakerDraft], page: Page, meeting_type: str | None
) -> tuple[list[StatementDraft], list[ProposalDraft], list[ResponseDraft]]:
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
    positions = {draft["name"]: draft.get("positions", []) for draft in speakers}
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


def _is_proposal(utterance: Utterance, positions: list[PositionDraft], page: Page) -> bool:
    if not _is_member(utterance, positions):
        return False
    text = utterance.text(page)
    if text.endswith(("？", "?")):
        return False
    if utterance.verb is None or _gives_advice(utterance):
        return True
    return bool(ADVICE.search(text))


def _gives_advice(utterance: Utterance) -> bool:
    return any(map(ADVISES.fullmatch, utterance.verbs))


def _is_member(utterance: Utterance, positions: list[PositionDraft]) -> bool:
    """Whether one of those speaks whose advice is asked for, or a party."""
    if utterance.kind == "organization":
        return PARTY.match(utterance.speaker) is not None
    takes_part = utterance.represents or any(map(_is_participant, positions))
    return utterance.kind == "person" and takes_part and not any(map(_leads, positions))


def _leads(position: PositionDraft) -> bool:
    """Whether a position is one of those who lead: a secretary of a committee of the Communist Party."""
    organization = position.get("organization") or ""
    if PARTY.match(organization) or not _PARTY_COMMITTEE.search(organization):
        return False
    return position["title"] in ("书记", "副书记", "常委", "常务副书记")


def _is_participant(position: PositionDraft) -> bool:
    organization, title = position.get("organization") or "", position["title"]
    consults = _CONSULTATIVE.search(organization) is not None
    if title in _SEATS:
        return not organization or consults or title == "代表"
    if title in _COMMITTEE_HEADS:
        return consults
    if PARTY.match(organization):
        return True
    return is_participant(title) and not consults and not _is_official(position)


def is_participant(title: str) -> bool:
    """Whether an office is one of those whose advice is asked for: 教授, 会长."""
    return title in word_set("meetings.participants")


def is_government_office(title: str) -> bool:
    """Whether an office without a body is of the government: 市长."""
    return title in word_set("meetings.government_offices")


def _is_official(position: PositionDraft) -> bool:
    organization, title = position.get("organization") or "", position["title"]
    if _CONSULTATIVE.search(organization) or _PARTY_COMMITTEE.search(organization):
        return False
    return (is_government_office(title) and not organization) or kind_of_body(organization) in _GOVERNMENT_KINDS


def _is_government(utterance: Utterance, positions: list[PositionDraft]) -> bool:
    if utterance.kind == "organization":
        return not _CONSULTATIVE.search(utterance.speaker) and kind_of_body(utterance.speaker) in _GOVERNMENT_KINDS
    return utterance.kind == "person" and any(map(_is_official, positions))


def _proposal(utterance: Utterance, page: Page) -> ProposalDraft:
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


def _response(utterance: Utterance, page: Page) -> ResponseDraft:
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
        if PROBLEM.search(quoted):
            return quoted, utterance.text(page, slice(utterance.before, None))
    text = utterance.text(page)
    advice = _ADVICE_STARTS.search(text)
    if advice and PROBLEM.search(text, 0, advice.start()):
        return text[: advice.start()], text[advice.start() :]
    return None, text
