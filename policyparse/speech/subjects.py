"""The subject of a reporting clause: who speaks, as printed.

subject ::= (person | pronoun | office | 《document》 | collective | body) adjunct? adverb*
"""

import itertools
from collections.abc import Callable
from dataclasses import replace

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.knowledge.lexicon import word_set
from policyparse.language.bodies import acts_as_body
from policyparse.language.offices import AFTER_NAME, TITLE_AT_END
from policyparse.language.persons import match_office_behind
from policyparse.language.segment import word_ends
from policyparse.speech.adjuncts import ADJUNCT, MANNER, TRAILING_ADVERBS
from policyparse.speech.members import holders, read_holders_opening
from policyparse.speech.named import (
    Subject,
    read_addressed_person,
    read_closing_person,
    read_described_person,
    read_opening_person,
)
from policyparse.speech.speaking_documents import DOCUMENT, DOCUMENT_NAME, WITHIN_DOCUMENT

NO_SUBJECT = pattern(
    r"(?&reporting.no_subject)|以(?!色列|军|方)",
    matches=["要落实有关要求", "以实际行动"],
    rejects=["以色列军方", "干部群众", "以方", "以军"],
    method="match",
)
"""A clause that opens so has no unnamed subject."""

_COLLECTIVE = pattern(
    r"(?:(?&speakers.collectives)|(?&speakers.meetings))$"
    rf"|[{HAN}A-Za-z0-9、（）·“”]{{1,36}}?(?:(?&speakers.collective_endings))$",
    matches=["会议", "有关负责人", "市水利局相关负责人", "参加培训的干部", "大家", ("村民们", "村民们")],
    rejects=[
        *("市水利局负责人的", "。群众", "警方"),
        "来自全市各县区和市直有关部门、重点企业、科研院所、行业协会以及高等院校的负责同志和群众",
    ],
    method="match",
)
"""A collective that is all there is."""

_REPORTER = pattern(
    r"(?:记者|作者|笔者|或者|读者来信)$|(?:向|对|跟)[^，]{0,12}记者",
    matches=[
        *("本报记者", "某公司对本报记者表", "本报或者", "某公司对记者表示", "某公司跟本报记者表示"),
        *("某公司向本报记者表示", "本报笔者", "本报作者", "本报读者来信"),
    ],
    rejects=["消费者", "记者站负责人", "某公司对前来采访的十余家省内外媒体的记者表示"],
)
"""Who writes the text is no speaker of it."""


_PRONOUN = pattern(
    "他们|她们|他|她|其",
    matches=["他", "她们", "其", "她", ("她们", "她们"), ("他们", "他们")],
    rejects=["我"],
    method="match",
)
_LEARNED_FROM = pattern(
    r"记者[^，。从]{0,20}从(?P<source>[^，。《》]{2,40}?)\d{0,2}[日月]?$",
    matches=[
        *(("记者日前从市水利局9日", {"source": "市水利局"}), ("记者日前从县9日", {"source": "县9"})),
        *(("记者一从从市水利局9日", {"source": "从市水利局"}), ("记者日前从市水利局123日", {"source": "市水利局1"})),
        *("记者从市水利局9日", "记者日前从市水利局9", ("记者日前从市水利局9月", {"source": "市水利局"})),
    ],
    rejects=[
        *("从市水利局", "记者从《公报》", "记者近日来到青禾县采访春耕备耕工作时了解到这些从市水利局9日"),
        "记者日前从全市今冬明春农田水利基本建设暨高标准农田建设现场推进会筹备工作领导小组办公室综合协调组9日",
    ],
)
_INSTANCE = pattern(
    "(?:但|而)?(?:有(?!关|的|些|专家|委员|代表)|比如|例如|譬如|诸如)，?",
    matches=[
        *("有地方财政人士", "比如，市水利局", "而有一家企业", ("诸如，市水利局", "诸如，"), "譬如，市水利局"),
        *("例如，市水利局", "但比如，市水利局"),
    ],
    rejects=["有关负责人", "有专家", "市水利局", "有的", "有些", "有委员", "有代表"],
    method="match",
)
"""One of several is named."""

_OCCASION = pattern(
    r"在[^，。]{1,40}[时中上后]$|[^，。]{2,40}[并也还]$",
    matches=[
        *("在发言时", "对志愿服务给予肯定并", "在发言后", "在发言中", "在发言上", "对志愿服务给予肯定还"),
        "对志愿服务给予肯定也",
        (
            "今天上午对青禾县农村生活垃圾分类收集转运、中小学校食堂卫生整治和河道清淤疏浚工作给予肯定并",
            "对青禾县农村生活垃圾分类收集转运、中小学校食堂卫生整治和河道清淤疏浚工作给予肯定并",
        ),
    ],
    rejects=[
        *("在县城", "发言时说", "县并", "在时", "对志愿服务给予肯定并说"),
        "张泽民委员在代表台盟市委会发言时建议构建港口群",
        "在实地察看农村生活垃圾分类收集转运、城乡公共交通线路优化调整和中小学校食堂卫生整治等情况以后听取汇报时",
    ],
)
_TAKEN_FROM = r"(?:[^，。“”]{2,30}的)?"
_OPENING_COLLECTIVE = pattern(
    rf"(?:(?&taken)(?P<name>(?&speakers.collectives)|(?&speakers.meetings))|(?P<unnamed>[{HAN}、]{{1,30}}?(?&speakers.collective_endings)))"
    r"(?=\d|(?&reporting.adjuncts)|(?P<acts>(?!决定|确定)(?&meetings.actions)))",
    taken=_TAKEN_FROM,
    matches=[
        *(("参加培训的委员们在会上", {"name": "委员们"}), ("企业家代表纷纷畅所欲言", {"unnamed": "企业家代表"})),
        *(("会议传达了文件", {"name": "会议"}), "会议3日"),
        ("有的委员们在会上", {"name": None, "unnamed": "有的委员们"}),
    ],
    rejects=[
        *("委员们的建议", "会议的精神", "会议决定设立基金", "来自全国的企业家们确定"),
        "来自农业、教育、科技、文化、卫生、体育、医药和社会福利等十二个不同界别的委员们在会上",
    ],
    method="match",
)
"""A collective at the start of a clause, perhaps with what it is taken from."""

_PEOPLE = pattern(
    rf"[{HAN}、]{{0,16}}?(?:(?&speakers.collective_endings)|(?&speakers.collectives)){{1,3}}(?![的之、和与])",
    matches=[
        *(("乡亲们纷纷竖起大拇指", "乡亲们"), ("党员干部职工群众代表纷纷点赞。", "党员干部职工群众")),
        *(("参加活动的群众代表激动不已", "参加活动的群众代表"), "应当员工满意", "当地人介绍了药市的变化。"),
        ("前来办事的群众和企业代表纷纷点赞。", "前来办事的群众和企业代表"),
    ],
    rejects=["村民的笑声", "村里", "群众之", "群众与", "从四面八方赶来参加全市春季招聘活动的群众意见。"],
    method="match",
)
"""People taken together who open a clause, whatever predicate follows."""

_LEADING = " \u3000但而且、也"
_LONGEST_ORGANIZATION = 40
_LONGEST_BEFORE_DOCUMENT = 24
_LONGEST_DESCRIPTION = 24
_SHORTEST_DESCRIBED = 5


def cannot_speak(words: str) -> bool:
    """Whether words open as no unnamed speaker does (要落实有关要求), or name who writes the text."""
    return NO_SUBJECT.match(words) is not None or _REPORTER.search(words) is not None


def read_subject(
    folded: str, start: int, end: int, known: frozenset[str], verb: str = "", *, adjuncts: bool = True
) -> Subject | None:
    """Read the subject of a clause.

    Args:
        folded: Width-folded text.
        start: Where the clause starts.
        end: Where its verb starts.
        known: Names of persons that the document introduces with an office.
        verb: The verb.
        adjuncts: Whether an adjunct may stand between subject and verb (某某在会上表示).

    Returns:
        The subject, or None where the clause has none that can speak.
    """
    while start < end and folded[start] in _LEADING:
        start += 1
    instance = _INSTANCE.match(folded, start, end)
    if instance:
        one = read_subject(folded, instance.end(), end, known, verb, adjuncts=adjuncts)
        return replace(one, start=start) if one else None
    if verb in word_set("reporting.learning"):
        return _learned_from(folded, start, end)
    if verb == "看来" and not folded.startswith("在", start):
        return None
    start += folded.startswith("据", start) or verb == "看来"
    if start == end:
        return (
            Subject("据", "pronoun", (), start - 1, (start - 1, start)) if folded.startswith("据", start - 1) else None
        )
    return _read_document_of_the_clause_before(folded, start, end) or _read_before(folded, start, end, known, adjuncts)


def _read_document_of_the_clause_before(folded: str, start: int, end: int) -> Subject | None:
    within = WITHIN_DOCUMENT.search(folded, max(0, start - _LONGEST_ORGANIZATION * 2), end)
    return Subject(within["document"], "collective", (), within.start(), within.span("document")) if within else None


def _read_before(folded: str, start: int, end: int, known: frozenset[str], adjuncts: bool) -> Subject | None:
    """The subject between the start of the clause and the verb, adverbs and adjuncts left out."""
    trailing = TRAILING_ADVERBS.search(folded, start, end)
    stop = trailing.start() if trailing else end
    subject = read_whole(folded, start, stop, known)
    if subject is None and stop < end:  # an adverb may be the end of a name
        whole = read_whole(folded, start, end, known)
        subject = whole if whole and whole.extent[0] < stop else None
    if subject:
        return subject
    subject = read_opening(folded, start, stop, known)
    if subject:
        return subject if adjuncts or _OCCASION.search(folded, subject.extent[1], end) else None
    subject = _unnamed(folded, start, stop)
    if subject is None and adjuncts:
        subject = _organization_opening(folded, start, stop)
    return subject or _described(folded, start, stop)


def read_whole(folded: str, start: int, stop: int, known: frozenset[str]) -> Subject | None:
    """Read a pronoun, person, office or document that is all that stands before a verb or a colon.

    Args:
        folded: Width-folded text.
        start: Where the words start.
        stop: Where they end.
        known: Names of persons that the document introduces with an office.
    """
    words = folded[start:stop].rstrip()
    stop = start + len(words)
    if not words:
        return None
    if _PRONOUN.fullmatch(words):
        return Subject(words, "pronoun", (), start, (start, stop))
    person = read_closing_person(folded, start, stop, known)
    if person:
        return person
    if AFTER_NAME.fullmatch(words) and words not in word_set("speakers.collectives"):
        return Subject(words, "title", (), start, (start, stop), bare_office=True)
    addressed = read_addressed_person(folded, start, stop)
    if addressed:
        return addressed
    document = DOCUMENT.search(words)
    if document and document.start() <= _LONGEST_BEFORE_DOCUMENT:
        name = document[0].partition("（以下简称")[0]
        at = start + document.start()
        return Subject(name, "collective", (), start, (at, at + len(name)))
    return None


def read_opening(folded: str, start: int, stop: int, known: frozenset[str]) -> Subject | None:
    """Read the subject that opens a clause, with an adjunct or a predicate after it.

    Args:
        folded: Width-folded text.
        start: Where the clause starts.
        stop: Where it ends at the latest.
        known: Names of persons that the document introduces with an office.
    """
    while start < stop and folded[start] in " \u3000":
        start += 1
    pronoun = _PRONOUN.match(folded, start, stop)
    if pronoun and ADJUNCT.match(folded, pronoun.end(), stop):
        return Subject(pronoun[0], "pronoun", (), start, pronoun.span())
    for person in read_opening_person(folded, start, stop, known):
        end = person.joint[-1].extent[1] if person.joint else person.extent[1]
        after = match_office_behind(folded, end, stop)
        end = after.end() if after else end
        if end == stop or ADJUNCT.match(folded, end) or MANNER.fullmatch(folded, end, stop):
            return person
    described = _described_opening(folded, start, stop) or read_holders_opening(folded, start, stop)
    if described:
        return described
    people = _PEOPLE.match(folded, start, stop)
    if people and MANNER.fullmatch(folded, people.end(), stop) and not cannot_speak(people[0]):
        return Subject(people[0], "collective", (), start, people.span())
    collective = _OPENING_COLLECTIVE.match(folded, start, stop)
    if collective is None or _REPORTER.search(collective[0]):
        return None
    if collective["name"]:
        acts = collective["acts"] and collective["name"] not in word_set("speakers.meetings")
        return None if acts else Subject(collective["name"], "collective", (), start, collective.span("name"))
    if collective["acts"] or cannot_speak(folded[start:stop]):
        return None
    return Subject(collective["unnamed"], "collective", (), start, collective.span("unnamed"))


def read_predicated(folded: str, start: int, stop: int, known: frozenset[str]) -> Subject | None:
    """Read the person or the people with whom a clause opens, whatever predicate follows.

    Args:
        folded: Width-folded text.
        start: Where the clause starts.
        stop: Where the subject ends at the latest.
        known: Names of persons that the document introduces with an office.
    """
    person = next(read_opening_person(folded, start, stop, known), None)
    if person:
        return person
    people = _PEOPLE.match(folded, start, stop)
    nickname = read_addressed_person(folded, start, people.end() + 2) if people else None
    if nickname and people and nickname.extent[0] == people.end():  # 农户老赵点头：
        return nickname
    if people and not cannot_speak(people[0]):
        return Subject(people[0], "collective", (), start, people.span())
    ends = sorted(word_ends(folded[start : min(stop, start + _LONGEST_DESCRIPTION)]))
    return next(filter(None, (read_described_person(folded, start, start + end) for end in ends)), None)


def read_collective_name(folded: str, start: int, stop: int) -> Subject | None:
    """Read people named by what they are, which is all that stands before a colon: 市政协委员, 参会代表.

    Args:
        folded: Width-folded text.
        start: Where the words start.
        stop: Where they end.
    """
    words = folded[start:stop].rstrip()
    people = _COLLECTIVE.fullmatch(words) or (len(words) > 2 and TITLE_AT_END.search(words))
    if not people or cannot_speak(words):
        return None
    return Subject(words, "collective", (), start, (start, start + len(words)))


def _unnamed(folded: str, start: int, stop: int) -> Subject | None:
    """A collective or an organization is all that stands before the verb."""
    words = folded[start:stop].rstrip()
    if not words:
        return None
    if cannot_speak(words) and words not in word_set("speakers.collectives"):
        return None
    extent = (start, start + len(words))
    if any(rule(words) for rule in _PEOPLE_AND_DOCUMENTS):
        return Subject(words, "collective", (), start, extent)
    if acts_as_body(words) and len(words) <= _LONGEST_ORGANIZATION:
        return Subject(words, "organization", (), start, extent)
    return None


_PEOPLE_AND_DOCUMENTS: tuple[Callable[[str], object], ...] = (
    lambda words: _COLLECTIVE.fullmatch(words),
    lambda words: DOCUMENT_NAME.fullmatch(words),
    holders,
)


def _described(folded: str, start: int, stop: int) -> Subject | None:
    words = folded[start:stop].rstrip()
    if cannot_speak(words) or len(words) > _LONGEST_ORGANIZATION:
        return None
    return read_described_person(folded, start, start + len(words))


def _described_opening(folded: str, start: int, stop: int) -> Subject | None:
    """A name behind a body, with an adjunct after it: 民革某市委会某某代表……发言."""
    places = ADJUNCT.finditer(folded, start + _SHORTEST_DESCRIBED, min(stop, start + _LONGEST_ORGANIZATION))
    for after in itertools.islice(places, 4):
        person = read_described_person(folded, start, after.start())
        if person and acts_as_body(folded[start : person.extent[0]].rstrip()):
            return person
    return None


def _organization_opening(folded: str, start: int, stop: int) -> Subject | None:
    """An organization that opens a clause, with a date or an adjunct after it: 某某银行11日发布报告指出."""
    if cannot_speak(folded[start:stop]):
        return None
    for after in itertools.islice(ADJUNCT.finditer(folded, start + 2, min(stop, start + _LONGEST_ORGANIZATION)), 4):
        if acts_as_body(folded[start : after.start()]):
            extent = (start, after.start())
            return Subject(folded[slice(*extent)], "organization", (), start, extent)
    return None


def _learned_from(folded: str, start: int, end: int) -> Subject | None:
    match = _LEARNED_FROM.search(folded, start, end)
    if not match or not acts_as_body(match["source"]):
        return None
    return Subject(match["source"], "organization", (), match.start("source"), match.span("source"))
