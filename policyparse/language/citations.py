"""Citations: references to documents and to their provisions (引用).

    reference ::= document place? | place
    document  ::= title note? part? | number part? | name part? | "本" kind | ("同" | "该") kind
    note      ::= "（" (number | year | short name) "）"
    part      ::= 侵权责任编 | 总则 | 分则 | 附则 | 序言
    place     ::= member (joint member)*        (`places.py`)
    joint     ::= "、" | 和 | 与 | 或 | 或者 | 及 | 以及 | 至 | 到

A leaf: it says what is printed. Which provision 前款 is, is for the reader of the whole document to say.
"""

from collections.abc import Iterator

from policyparse.knowledge.characters import COUNT, HAN, SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.language.cited_documents import Reference, document_before, match_own
from policyparse.language.document_titles import Title, is_instrument, match_short_name, match_title
from policyparse.language.numerals import parse_integer
from policyparse.language.places import ANNEX, ARTICLE, PARAGRAPH, PART, STEP, Place, Step, match_place
from policyparse.model.steps import take_steps

_TRIGGER = pattern(  # a class in front, to be searched by it; then 《 or the start of a step
    rf"[《第本前上下同该附](?:(?<=《)|(?<=第) ?(?:（ ?)?[{COUNT}]|(?<=[本前上下])[{SMALL_ORDINAL}两]?[条款项章节编]"
    r"|(?<=[同该])[条款项]|(?<=附)[件表录])",
    matches=[
        *("《水法》", "第三条", "第 （三）项", "本条", "前款", "上一章", "下列第三项", "下条", "本项", "上两节"),
        *("本编", "同条", "该款", "该项", "附件1", "附表", "附录"),
    ],
    rejects=["本市", "该市", "附近", "在同一条线上", "附条件", "本表", "前三年", "同意", "条例"],
)
_JOINT = pattern(
    r"、|，?和|与|或者?|及|以及|，?(?P<range>[至到])",
    method="match",
    matches=[
        *"、 和 与 或 及".split(),
        *(("，和", "，和"), ("或者", "或者"), ("以及", "以及"), ("至", {"range": "至"}), ("到", {"range": "到"})),
        ("，至", {"range": "至"}),
    ],
    rejects=["，", "的"],
)
_SUFFIX = pattern(
    rf"(?:、|和|与|以?及|或者?)之(?P<suffix>[{SMALL_ORDINAL}]{{1,3}})(?![{HAN}]?[款项]|[种类])",
    method="match",
    matches=[
        *(("、之二", {"suffix": "二"}), "和之三", "与之三", "及之三", "以及之三", "或之三", "或者之三"),
        ("、之二十三二", "、之二十三"),
    ],
    rejects=["之二", "、之二种", "、之一款", "、之一的款", "、之二项", "、之二类"],
)
"""Another article that was put in behind the same: 第三条之一|、之二."""

_SPEAKS_OF = pattern(
    r"规定|所[列称]|情形|行为|[的、至和或及，。；）中]|以外|除外|之一|材料|条件|要求|内容|职权|事项|收入|证据|程序|$",
    method="match",
    matches=[
        *"规定的 所列 所称 情形 行为 以外 除外 之一 材料 条件 要求 内容 职权 事项 收入 证据 程序".split(),
        *"的、至和或及，。；）中",
        "",
    ],
    rejects=["工程", "总结"],
)
"""What a text says of a provision that it cites."""

_COUNTED = pattern(r"(?&citations.counted)", method="match", matches=["街道"], rejects=["规定"])
"""Things that are counted like provisions: 第三条|街道."""

_NOTE = pattern(
    r"（(?![^（）]{0,80}《)[^（）]{1,80}）",
    method="match",
    matches=["（国务院令第735号）", "（2019年修订）", "（法释〔2020〕17号）"],
    rejects=[
        *("（参照《水法》第四条）", "（）", "第四条"),
        "（2005年3月1日某省第十届人民代表大会常务委员会第十五次会议通过，根据2010年5月6日某省第十一届人民代表大会"
        "常务委员会第十六次会议关于修改部分地方性法规的决定第一次修正）",
    ],
)
"""A bracket between a title and its place."""

_PART = pattern(
    r"(?:的|中的?)?(?P<part>[一-鿿]{2,10}?编|总则|分则|附则|序言)(?=第|[和与、的，。])|(?:的|中的?|规定的)(?=第)",
    method="match",
    matches=[
        *(("侵权责任编第六章", {"part": "侵权责任编"}), ("分则第三章", {"part": "分则"})),
        *(("总则的规定", {"part": "总则"}), ("序言和第二条", {"part": "序言"}), ("附则，", {"part": "附则"})),
        *(("的总则第三章", {"part": "总则"}), ("中的分则第二章", {"part": "分则"})),
        *(("中分则第二章", {"part": "分则"}), ("总则、", {"part": "总则"}), ("总则。", {"part": "总则"})),
        *(("总则与", {"part": "总则"}), ("的第三条", "的"), ("中第三条", "中"), ("规定的第三条", "规定的")),
        "中的第三条",
    ],
    rejects=[
        *("第三条", "总则规定了", "的规定", "编第六章", "中国", "婚姻家庭和继承以及收养关系编第六章", "婚编第六章"),
    ],
)
"""What stands between a document and its place: 民法典|侵权责任编|第六章."""


def find_triggers(folded: str, start: int = 0, end: int | None = None) -> list[int]:
    """Offsets at which a citation may start; a stretch without one holds none.

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop, None for the end of the text.
    """
    stop = len(folded) if end is None else end
    triggers = (match.start() for match in _TRIGGER.finditer(folded, start, stop))
    return [at for at in triggers if folded[at] == "《" or STEP.match(folded, at, stop)]


def find_citations(folded: str, start: int = 0, end: int | None = None) -> Iterator[Reference]:
    """Find the citations of a stretch of text, each member of a list on its own, in order.

    本法 and a name without 《》 are citations only before a place (本法第三条).

    Args:
        folded: Width-folded text.
        start: Where to begin.
        end: Where to stop, None for the end of the text.
    """
    stop = len(folded) if end is None else end
    at = start
    while True:
        trigger = _TRIGGER.search(folded, at, stop)
        if trigger is None:
            return
        take_steps(1)
        if trigger[0] == "《":
            at, references = _titled(folded, trigger.start(), stop)
        else:
            document = document_before(folded, trigger.start(), start)
            at, references = _places(folded, trigger.start(), stop, document)
            at = max(at, trigger.start() + 1)
        yield from references


def find_own(sentence: str) -> bool:
    """Whether a sentence cites a provision of its own document: 本条例第三条."""
    return any(reference.whose == "own" for reference in find_citations(sentence))


def find_named(sentence: str) -> bool:
    """Whether a sentence cites a document by its name."""
    return any(reference.whose == "named" for reference in find_citations(sentence))


def _titled(folded: str, at: int, stop: int) -> tuple[int, list[Reference]]:
    """The document whose title opens at `at`, with the places that follow it; returns the offset after them."""
    title = match_title(folded, at, stop)
    if title is None:
        return at + 1, []
    own = match_own(folded, max(0, at - 1), title.end)
    if own is not None:
        return _places(folded, title.end, stop, own)
    if not is_instrument(title.text):
        return title.end, []
    document = Reference("named", title.text, True, (), None, at, title.end)
    place = _after_title(folded, title, stop)
    part = _PART.match(folded, place, stop)
    if part and part["part"]:
        document.steps = (Step(PART, 0, None, "", part["part"]),)
        document.end = part.end()
    step = STEP.match(folded, part.end() if part else place, stop)
    joint = _JOINT.match(folded, part.end(), stop) if part and part["part"] and step is None else None
    if joint is not None and STEP.match(folded, joint.end(), stop):
        whole = Reference("named", title.text, True, (), None, at, title.end)
        after, references = _places(folded, joint.end(), stop, whole)
        return after, [document, *_begun(references, joint.end())]
    if step is None or step["relative"] or step["same"] or step["annexed"]:
        return document.end if part and part["part"] else place, [document]
    return _places(folded, part.end() if part else place, stop, document)


def _begun(references: list[Reference], start: int) -> list[Reference]:
    """The first of some references from where its own words begin."""
    if references:
        references[0].start = start
    return references


def _after_title(folded: str, title: Title, stop: int) -> int:
    """Where the place of a title may begin: behind a short name, a number or a year in brackets."""
    at = title.end
    short = match_short_name(folded, title, stop)
    if short:
        return short[1]
    note = _NOTE.match(folded, at, stop)
    if note and (STEP.match(folded, note.end(), stop) or _PART.match(folded, note.end(), stop)):
        return note.end()
    return at


def _places(folded: str, at: int, stop: int, document: Reference | None) -> tuple[int, list[Reference]]:
    """Read a list of places from `at` on; returns the offset after it and one reference a member."""
    found: list[Reference] = []
    owner = document or Reference("none", None, False, (), None, at, at)
    steps, begin = owner.steps, owner.start
    while place := match_place(folded, at, stop):
        steps = _above(steps, place)
        for step, through in place.members:
            reached = (*steps, step)
            found.append(Reference(owner.whose, owner.title, owner.bracketed, reached, through, begin, place.end))
        steps, at = (*steps, _last(place)), place.end
        while more := _SUFFIX.match(folded, at, stop) if steps[-1].suffix is not None else None:
            at = more.end()
            steps = (*steps[:-1], _with_suffix(steps[-1], more["suffix"]))
            found.append(
                Reference(owner.whose, owner.title, owner.bracketed, steps, None, more.start("suffix") - 1, at)
            )
        joint = _JOINT.match(folded, at, stop)
        if joint and joint["range"] and (last := match_place(folded, joint.end(), stop)):
            found[-1].through, found[-1].end = _last(last), last.end
            steps, at = (*_above(steps, last), _last(last)), last.end
            joint = _JOINT.match(folded, at, stop)
        if joint is None or joint["range"] or not _goes_on(folded, joint.end(), stop):
            break
        at = begin = joint.end()
    return at, [] if document is None else [r for r in found if _is_citation(r, folded)]


def _with_suffix(step: Step, suffix: str) -> Step:
    number = parse_integer(suffix)
    return Step(step.level, step.number, number, "", f"{step.text[: step.text.rindex('之')]}之{suffix}")


def _above(steps: tuple[Step, ...], place: Place) -> tuple[Step, ...]:
    """The steps above the last of a place; those that a list leaves out are of the place before."""
    return tuple(s for s in steps if s.level < place.steps[0].level) + place.above


def _last(place: Place) -> Step:
    first, through = place.members[-1]
    return through or first


def _goes_on(folded: str, at: int, stop: int) -> bool:
    """Whether a list of places goes on with the place at an offset."""
    step = STEP.match(folded, at, stop)
    return step is not None and not step["same"] and not step["annexed"] and step["relative"] not in ("本", "上", "下")


def _is_citation(reference: Reference, folded: str) -> bool:
    """第一项 and 第一章 alone may count things of another kind; a citation says what is ruled there."""
    first = reference.steps[0]
    if reference.whose != "none" or first.level == ANNEX or first.relative in ("前", "同"):
        return True
    if "（" in first.text:
        return True
    if first.level in (ARTICLE, PARAGRAPH):
        return first.relative != "" or _COUNTED.match(folded, reference.end) is None
    return _SPEAKS_OF.match(folded, reference.end) is not None
