"""Who is meant by a pronoun, by an office, by 该负责人, by 答：: somebody whom the text names before."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import COUNT, HAN, SMALL_ORDINAL
from policyparse.language.names import is_surname, match_name
from policyparse.language.quotations import Speech
from policyparse.page.layout import Block
from policyparse.speech.named import REACH, Subject, is_bare_name
from policyparse.speech.narration import narrates
from policyparse.speech.people import People
from policyparse.speech.sentences import clause_start, sentence_starts
from policyparse.speech.subjects import cannot_speak, read_subject

_AFORESAID = pattern(
    rf"(?:该|这[位名]|上述)[{HAN}]{{2,7}}$",
    matches=["该负责人", "这位负责人", "上述发言人", "这名委员"],
    rejects=["负责人", "该市水利局有关负责人", "该县"],
    method="match",
)
_INTRODUCES = pattern(
    r"(?&reporting.introducing)(?:了|(?=[^，。；]{2,40}(?:情况|成果|进展|举措|工作)))",
    matches=[
        *("市水利局负责人介绍了干渠", "市水利局负责人通报干渠建设情况", "介绍公园进展", "介绍公园成果"),
        *("介绍公园工作", "介绍公园举措"),
    ],
    rejects=[
        *("市水利局负责人介绍，干渠", "市水利局负责人介绍干渠", "介绍县举措"),
        "介绍农村生活垃圾分类收集转运、城乡公共交通线路优化调整、中小学校食堂卫生整治和河道清淤疏浚举措",
    ],
)
_INTRODUCES_LIST = pattern(
    rf"(?:从|围绕|就)[{COUNT}几]{{1,3}}(?:个)?(?:方面|层面|角度|维度|部分|问题)[^。：，]{{0,8}}"
    r"(?&reporting.expounding)[^。：；]{0,24}[。：]$",
    matches=[
        *("从三个方面介绍了情况。", "从五个方面对工作作了部署。", "就几个问题谈了看法：", "就几问题谈了看法："),
        *("就几个部分谈了看法：", "就几个角度谈了看法：", "就几个维度谈了看法：", "就几个层面谈了看法："),
        "围绕几个问题谈了看法：",
    ],
    rejects=[
        *("从三个方面介绍了情况。会后，", "介绍了情况。", "从五个方面对城乡公交一体化建设部署。"),
        *("就个问题谈了看法：", "就2025个问题谈了看法："),
        "就几个问题谈了自己多年来扎根基层、服务群众、推动发展的切身体会和几点：",
    ],
)
"""At the end of a paragraph: the items of a speech follow."""
LIST_ITEM = pattern(
    rf"[{SMALL_ORDINAL}]{{1,2}}[是要]|第[{SMALL_ORDINAL}]{{1,2}}[，、]|（[{SMALL_ORDINAL}]{{1,2}}）|首先，|其一，",
    method="match",
    matches=["一是投资增长", "第一，投资", "（一）投资", "首先，投资", "其一，投资", "一要投资增长"],
    rejects=[
        *("一季度投资", "投资增长", "（）投资", "第，投资", "是投资增长", "（二十三）投资", "第二十三，投资"),
        "二十三是投资增长",
    ],
)
"""How the first item of a speech begins."""
_RESPONDENT = pattern(
    rf"(?:^|[。，])(?P<who>[{HAN}、（）]{{2,40}}?(?:负责人|负责同志|发言人))[^。]{{0,80}}?(?:答|接受|回应)",
    matches=[
        *(("市水利局有关负责人就干渠建设答记者问", {"who": "市水利局有关负责人"}), "市水利局有关负责人答记者问"),
        *("市水利局有关发言人就干渠建设答记者问", "市水利局有关负责同志就干渠建设答记者问"),
        *("市水利局有关负责人就干渠建设接受记者问", "市水利局有关负责人就干渠建设回应记者问"),
        "近日，市商务局有关负责人就消费券发放回答了记者提问。",
    ],
    rejects=[
        *("市水利局有关负责人出席。回应关切", "县负责人就干渠建设答记者问"),
        "县发展改革局、县经济和信息化局、县财政局、县人力资源社会保障局、县自然资源和规划局和县水利局负责人就干渠建设答"
        "记者问",
        "市水利局有关负责人就农村生活垃圾分类收集转运、城乡公共交通线路优化调整、中小学校食堂卫生整治、沿河防洪排涝设施"
        "建设、老旧小区供水管网改造、社区养老服务站点布局和基层文化设施免费开放等问题答记者问",
    ],
)
_GROUP = pattern(
    rf"(?:[的与和向对了位名]|(?:采访|走访|听取|邀请|连线)了?|^|，)(?P<who>(?!记者)(?:(?![的了])[{HAN}]){{0,8}}?"
    rf"(?&speakers.collective_endings){{1,3}})(?=[{HAN}，]|$)",
    matches=[
        *(("记者与本市的省人大代表连线", {"who": "省人大代表"}), ("多国学者参加了会议", {"who": "多国学者"})),
        *(("采访多国学者", {"who": "多国学者"}), ("记者与本市的省人了代表连线", "了代表")),
        *(("连线了多国学者", "连线了多国学者"), ("听取顾客意见", {"who": "顾客"})),
        *(("走访了省人大代表", "走访了省人大代表"), "记者与本市与省人大代表连线", "，多国学者参加了会议"),
        *(("邀请了多国学者参加了会议", "邀请了多国学者"), ("记者和农民代表交流", {"who": "农民代表"})),
        *(("记者向农民代表打听", {"who": "农民代表"}), ("记者对参会群众说", {"who": "参会群众"})),
        *(("记者见到三位学者", {"who": "学者"}), ("记者见到十名党员", {"who": "党员"})),
        *(("采访干部群众代表", {"who": "干部群众代表"}), ("采访党员干部职工群众代表", {"who": "党员干部职工群众"})),
    ],
    rejects=["记者来到村里", "村里的路", "全市农业农村系统基层干部参加了会议", "听取群众、企业意见"],
)
_REPORTERS = ("记者", "笔者", "作者")
_REACH_OF_A_PRONOUN = 400
"""How far before a pronoun the person stands whom it means, in characters of the page."""
INTRODUCTION = 800
"""Characters before the first question within which the respondent is named."""
_LONGEST_SENTENCE = 2000
"""Maximum length of a sentence of narration that is read, in characters."""
_KNOWN_AGAIN, _CONTEXT = 80, 2 * REACH
"""Characters before a place that are read again with what follows it, and characters that reading them takes."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a paragraph knows of those who spoke before.

    Attributes:
        text: Width-folded text of the paragraph.
        spoken: Its quotations that are speech.
        offset: Where it starts in the page.
        people: All persons of the page.
        last: Who spoke or was introduced last.
        here: The person who spoke last in this paragraph.
    """

    text: str
    spoken: Speech
    offset: int
    people: People
    last: Subject | None
    here: Subject | None


def resolve(subject: Subject, context: Context) -> Subject | None:
    """The speaker who is meant; a pronoun that means nobody the text names is None."""
    for _, applies, rule in RESOLUTIONS:
        if applies(subject):
            found = rule(subject, context)
            return replace(found, start=subject.start, extent=subject.extent) if found else None
    return subject


def _last(_: Subject, context: Context) -> Subject | None:
    return context.last


def _aforesaid(subject: Subject, context: Context) -> Subject | None:
    return context.last or subject


def _holder(subject: Subject, context: Context) -> Subject | None:
    """An office alone (市长说), or a surname with an office (江书记说), who is named before."""
    person = context.people.with_office(subject.name) or context.people.addressed(subject.name)
    if person:
        return _person(person.name)
    return replace(subject, kind="person") if is_surname(subject.name[0]) and not subject.bare_office else None


def _people(subject: Subject, context: Context) -> Subject | None:
    return find_people(context.text, context.spoken, subject.start)


def _he(subject: Subject, context: Context) -> Subject | None:
    start = subject.start
    opening = find_opening_name(context.text, context.spoken, start, context.people.names)
    told = opening or _told_of(context, start)
    if told:
        return _person(told)
    if context.here:
        return _person(context.here.name)
    before = context.people.before(context.offset + start, _REACH_OF_A_PRONOUN)
    return _person(before.name) if before else None


_Rule = Callable[[Subject, Context], Subject | None]
RESOLUTIONS: tuple[tuple[str, Callable[[Subject], object], _Rule], ...] = (
    ("该负责人 is who spoke last", lambda s: s.kind == "collective" and _AFORESAID.match(s.name), _aforesaid),
    ("an office is who holds it", lambda s: s.kind == "title", _holder),
    ("据介绍 is by who spoke or introduced last", lambda s: s.kind == "pronoun" and s.name == "据", _last),
    ("他们 are people named before", lambda s: s.kind == "pronoun" and s.name in ("他们", "她们"), _people),
    ("他 is a person named before", lambda s: s.kind == "pronoun", _he),
)
"""Who is meant: reason, to what it applies, rule; what none applies to names itself."""


def _person(name: str) -> Subject:
    return Subject(name, "person", (), 0, (0, 0))


def _told_of(context: Context, start: int) -> str | None:
    """Whom the sentence of narration before a pronoun is about: 受国务院委托，某部部长某某作了报告。他说."""
    text = context.text
    left = max(0, start - _LONGEST_SENTENCE)
    sentence = max(left - 1, *(text.rfind(mark, left, max(0, start - 1)) for mark in "。！？")) + 1
    if start == 0 or text[start - 1] != "。" or not narrates(text[sentence:start]):
        return None
    person = context.people.before(context.offset + start, start - sentence)
    return person.name if person else None


def find_opening_name(folded: str, spoken: Speech, end: int, known: frozenset[str]) -> str | None:
    """Find the bare name that opens the sentence of a pronoun, or the one before: 某某对……充分肯定，他要求.

    Args:
        folded: Width-folded text.
        spoken: Its quotations that are speech.
        end: Where the pronoun stands.
        known: Names of persons that the document introduces with an office.
    """
    starts = sentence_starts(folded, spoken, end)
    stop = match_name(folded, starts[-1])
    if stop and starts[-1] + 2 < stop < end:
        return folded[starts[-1] : stop]
    if len(starts) > 1 and starts[-1] == end:
        stop = match_name(folded, starts[-2], by_words=True)
        name = folded[starts[-2] : stop]
        if stop and (name in known or is_bare_name(name)):
            return name
    return None


def find_people(folded: str, spoken: Speech, end: int) -> Subject | None:
    """Find the people that 他们 takes up: those named last in its sentence, or in the one before it.

    Args:
        folded: Width-folded text.
        spoken: Its quotations that are speech.
        end: Where the pronoun stands.
    """
    starts = sentence_starts(folded, spoken, end)
    for start, stop in zip(reversed(starts[-2:]), (end, starts[-1]), strict=False):
        groups = [m for m in _GROUP.finditer(folded, start, stop) if not m["who"].endswith(_REPORTERS)]
        groups = [m for m in groups if not cannot_speak(m["who"])]
        if groups:
            return Subject(groups[-1]["who"], "collective", (), groups[-1].start("who"), groups[-1].span("who"))
    return None


class Introducers:
    """Who introduced a matter in a paragraph between what was said last and a place that moves on."""

    def __init__(self, folded: str) -> None:
        self.folded = folded
        self._start = self._end = 0
        self._found: Subject | None = None

    def before(self, start: int, end: int, known: frozenset[str]) -> Subject | None:
        """Who introduced a matter between two places; what was read for an earlier end is not read again.

        Args:
            start: Where what was said last begins.
            end: The place.
            known: Names of persons that the document introduces with an office.
        """
        if start != self._start:
            self._start, self._end, self._found = start, start, None
        if self._found is None:
            left = max(start, self._end - _CONTEXT)
            self._found = find_introducer(self.folded[left:end], known, max(start, self._end - _KNOWN_AGAIN) - left)
            self._end = end
        return self._found


def find_introducer(folded: str, known: frozenset[str], start: int = 0) -> Subject | None:
    """Find who introduces a matter without being quoted: 某部负责人介绍了……有关情况. A later 据介绍 is his.

    Args:
        folded: Width-folded text.
        known: Names of persons that the document introduces with an office.
        start: Where to begin.
    """
    for match in _INTRODUCES.finditer(folded, start):
        subject = read_subject(folded, clause_start(folded, match.start()), match.start(), known)
        if subject and subject.kind not in ("pronoun", "title"):
            return subject
    return None


def read_introduced_list(folded: str, known: frozenset[str]) -> Subject | None:
    """Read who introduces the list of the paragraphs that follow: 某某从三个方面介绍了情况。 一是…….

    Args:
        folded: Width-folded paragraph.
        known: Names of persons that the document introduces with an office.
    """
    introduces = _INTRODUCES_LIST.search(folded)
    if introduces is None:
        return None
    subject = read_subject(folded, clause_start(folded, introduces.start()), introduces.start(), known)
    return subject if subject and subject.kind == "person" else None


def find_respondent_above(body: list[Block], offset: int, title: Block | None) -> Subject | None:
    """Find the unnamed official who answers questions: 某部有关负责人就……答记者问.

    Args:
        body: The lines of the body, in order.
        offset: Where the question stands; the lines before it are read first, the nearest before all others.
        title: The title, which is read last.
    """
    first, end = (bisect_left(body, place, key=lambda block: block.start) for place in (offset - INTRODUCTION, offset))
    for block in (*reversed(body[first:end]), *((title,) if title else ())):
        match = _RESPONDENT.search(block.folded)
        if match:
            return Subject(match["who"], "collective", (), 0, (0, 0))
    return None
