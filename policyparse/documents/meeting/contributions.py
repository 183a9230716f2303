"""What participants advise and what the government side answers: proposals and responses (建议、回应)."""

import re

from policyparse.core.model import Draft
from policyparse.documents.meeting.patterns import alternatives, lexicon
from policyparse.structure.layout import Page
from policyparse.structure.people import Speakers
from policyparse.structure.speech import Utterance, statements
from policyparse.structure.subjects import lexicon as speech_lexicon

_ADVICE = re.compile(r"建议|呼吁|应当|应|要|需|希望|鼓励|推动|加强|加快|完善|建立|推进|发挥|支持")
_PROBLEM = re.compile(r"问题|不足|缺乏|缺少|短板|滞后|瓶颈|难题|困难|亟待|亟需|制约|盲点|散乱|薄弱|不高|不强|不够|不能|未形成|未充分|偏少|偏低|偏弱|仍存在|尚未|尚不|隐患|矛盾|失衡|脱节|参差")
_CONSULTATIVE = re.compile(r"政协|人大|人民代表大会")
_PARTIES = re.compile(r"^(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|[\u4e00-\u9fff]{0,6}工商联|无党派)")
_PARTY_COMMITTEE = re.compile(r"(?:[省市区县州盟旗团纪党]委|中央|党组|政治局|军委)$")
_MEASURE = re.compile(r"[；。]|(?<=[，。；：])(?=[一二三四五六七八九十](?:是|要)(?!否|不))|(?<=，)(?=另一方面|同时)")
_LEAD = re.compile(r"^(?:为此，|对此，|因此，)?(?:他|她)?建议[，：]?")


def divide(utterances: list[Utterance], speakers: Speakers, page: Page) -> tuple[list[Draft], list[Draft], list[Draft]]:
    """Divide the speech of a meeting.

    Args:
        utterances: All stretches of speech.
        speakers: Who speaks.
        page: The page.

    Returns:
        Drafts of statements, of proposals and of responses.
    """
    positions = {draft["name"]: draft["positions"] for draft in speakers.drafts()}
    advised = [u for u in utterances if _is_proposal(u, positions[u.speaker], page)]
    answered = [u for u in utterances if advised and u not in advised and _is_government(u, positions[u.speaker])]
    stated = [u for u in utterances if u not in advised and u not in answered]
    return (
        statements(stated, page),
        [_proposal(u, page) for u in advised],
        [_response(u, page) for u in answered],
    )


def _is_proposal(utterance: Utterance, positions: list[Draft], page: Page) -> bool:
    if utterance.kind != "person" or not any(_is_participant(p) for p in positions):
        return False
    if utterance.verb is None or utterance.verb in speech_lexicon()["advice"]:
        return True
    return bool(_ADVICE.search(utterance.text(page)))


def _is_participant(position: Draft) -> bool:
    organization, title = position["organization"] or "", position["title"]
    if title in ("委员", "常委", "代表", "常务委员"):
        return not organization or bool(_CONSULTATIVE.search(organization)) or title == "代表"
    if _PARTIES.match(organization):
        return True
    return title in lexicon()["participants"] and not _CONSULTATIVE.search(organization) and not _is_official(position)


def _is_official(position: Draft) -> bool:
    organization, title = position["organization"] or "", position["title"]
    if _CONSULTATIVE.search(organization) or _PARTY_COMMITTEE.search(organization):
        return False
    return (title in lexicon()["government_offices"] and not organization) or bool(
        re.search(rf"(?:{alternatives('government_bodies')}|国务院)$", organization)
    )


def _is_government(utterance: Utterance, positions: list[Draft]) -> bool:
    if utterance.kind == "organization":
        return not _CONSULTATIVE.search(utterance.speaker) and bool(
            re.search(rf"(?:{alternatives('government_bodies')})$", utterance.speaker)
        )
    return utterance.kind == "person" and any(_is_official(p) for p in positions)


def _proposal(utterance: Utterance, page: Page) -> Draft:
    problem, advice = _split_problem(utterance, page)
    return {
        "speaker": utterance.speaker,
        "topic": utterance.topic,
        "problem": problem,
        "recommendation": advice,
        "measures": [m for m in (_LEAD.sub("", part).strip("，。；、 ") for part in _MEASURE.split(advice)) if len(m) > 3],
        "span": utterance.extent,
        "parts": utterance.pieces,
    }


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
        if _PROBLEM.search(quoted):
            return quoted, utterance.text(page, slice(utterance.before, None))
    text = utterance.text(page)
    advice = re.search(r"(?<=[。；！？])(?:为此，|对此，|因此，)?(?:他|她)?建议", text)
    if advice and _PROBLEM.search(text, 0, advice.start()):
        return text[: advice.start()], text[advice.start() :]
    return None, text
