"""Named packages of work: actions, plans, programmes (行动、计划、工程、方案).

initiative ::= list? number ("大" | "项" | "个") head        …、产业协同开放推进七大行动
| list? "“" number "个" noun "”"                产业、人才、文化、生态、组织“五个振兴”
| name head ("、" name head)+ "等"?              围绕强链升级行动、强基筑底行动等方面
| "“" slogan "”" head?                          “双百行动”, “双100”行动, “六链五群”
| "《" name ("方案" | "规划" | "行动计划") "》"   where the text sets it out
| "“" number ("个" | "大")? word "”", and as many paragraphs that begin with the word
                                                “三个抓实”: 抓实项目建设。… 抓实产业培育。… 抓实…
| verb name head                                启动了改善患者就医体验行动
"""

import re
from collections.abc import Sequence

from policyparse.knowledge.compiled import compiled
from policyparse.language.enumerations import after_governing
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.plan import InitiativeDraft
from policyparse.plan.beside_packages import (
    BUILT,
    COUNTED,
    DEFINED,
    FOR_YEARS,
    FORMULA,
    HANDLE,
    HEAD_AFTER,
    HEAD_IN,
    HEAD_OF_FORMULA,
    LISTED,
    MEASURES,
    OF_MEETING,
)
from policyparse.plan.members import list_around
from policyparse.plan.naming import NamingForm, Paragraph, members_at
from policyparse.plan.numbers_in_names import COUNT_IN_NAME, PAIRED, SLOGAN_NUMBER
from policyparse.plan.package_names import BARE, GOVERNED, HEAD, LEADING, VERB, is_package_name
from policyparse.plan.slogans import (
    DOCTRINE,
    QUOTED,
    SLOGAN,
    SPREAD_LENGTH,
    Named,
    Package,
    find_headed,
    find_openings,
)
from policyparse.plan.titles_of_plans import BOOK, BOOK_NAME, FOLLOWED, SET_OUT, SET_OUT_AFTER

_SHORTEST_REST = 2
"""A package keeps more than so many characters before its head when a verb is cut off (not 质量推进 行动)."""
_FEWEST_LISTED = 3

_QUOTES = compiled("[“”]")
_PLAIN = compiled(r"[“”\s]")


def _counted(paragraph: Paragraph, match: re.Match[str]) -> Named:
    """N大行动 with the list that it closes or opens."""
    folded, count = paragraph.folded, parse_integer(match["n"]) or 0
    members = list_around(folded, match.start(), match.end(), count)
    opening = members[0][0] if members else match.start()
    if len(members) != count:
        if not GOVERNED.search(folded, max(0, opening - 16), opening) or count < 2 or match["head"] == "举措":
            return
        members = members if len(members) >= _FEWEST_LISTED else []
    yield match.span(), Package(count, tuple(paragraph.text(member) for member in members))


def _counted_in_quotes(paragraph: Paragraph, quoted: re.Match[str]) -> Named:
    """产业、人才、文化、生态、组织“五个振兴”."""
    number = COUNT_IN_NAME.match(quoted["name"])
    count = parse_integer(number["n"]) or 0 if number else 0
    members = list_around(paragraph.folded, quoted.start(), quoted.end(), count) if number else []
    if count >= 2 and len(members) == count:
        yield quoted.span("name"), Package(count, tuple(paragraph.text(member) for member in members))


def _quoted(paragraph: Paragraph, quoted: re.Match[str]) -> Named:
    """Slogans in quotation marks that name a package."""
    folded, name = paragraph.folded, quoted["name"]
    number = COUNT_IN_NAME.match(name)
    package = Package(parse_integer(number["n"]) if number else None)
    after = HEAD_AFTER.match(folded, quoted.end())
    if after is None and FORMULA.fullmatch(name):
        after = HEAD_OF_FORMULA.match(folded, quoted.end())
    named = GOVERNED.search(folded, max(0, quoted.start() - 16), quoted.start()) or SLOGAN_NUMBER.search(name)
    if HEAD_IN.search(name) and named:
        yield quoted.span("name"), package
    elif after and named:
        yield (quoted.start("name"), after.end()), package
    elif PAIRED.fullmatch(name) and BUILT.match(folded, quoted.end()):
        yield quoted.span("name"), Package()


def _slogan(paragraph: Paragraph, quoted: re.Match[str]) -> Named:
    """Slogans that count what they stand for: as a handle of the work, or in the title with what they stand for."""
    folded, slogan = paragraph.folded, SLOGAN.fullmatch(quoted["name"])
    if slogan is None or DOCTRINE.search(quoted["name"]):
        return
    count = parse_integer(slogan["n"]) or 0
    defined = DEFINED.match(folded, quoted.end() - 1)
    if defined and quoted["name"] in paragraph.title and defined["list"].count("、") + 1 == count:
        members = members_at(folded, *defined.span("list"))
        lengths = {end - start for start, end in members[:-1]}
        start, end = members[-1]
        members[-1] = (start, min(end, start + lengths.pop()) if len(lengths) == 1 else end)
        yield quoted.span("name"), Package(count, tuple(paragraph.text(member) for member in members))
    elif HANDLE.match(folded, quoted.end() - 1):
        yield quoted.span("name"), Package(count)


def _book(paragraph: Paragraph, book: re.Match[str]) -> Named:
    """《Plans》 that the text sets out, and does not only follow."""
    folded = paragraph.folded
    if not BOOK_NAME.search(book["name"]):
        return
    sentence = max(folded.rfind(mark, 0, book.start()) for mark in "。！？") + 1
    before = folded[max(sentence, book.start() - 24) : book.start()]
    said = SET_OUT.search(before) or SET_OUT_AFTER.match(folded, book.end())
    if book["name"] in paragraph.title or (said and not FOLLOWED.search(before)):
        yield book.span("name"), Package()


def _listed(paragraph: Paragraph, listed: re.Match[str]) -> Named:
    """围绕强链升级行动、强基筑底行动、数字蝶变行动等方面."""
    folded = paragraph.folded
    names = members_at(folded, *listed.span("list")) + ([listed.span("last")] if listed["last"] else [])
    first = names[0]
    names[0] = (after_governing(folded, *first), first[1])
    if all(is_package_name(folded[slice(*name)]) for name in names):
        yield from ((name, Package()) for name in names)


def _bare(paragraph: Paragraph, match: re.Match[str]) -> Named:
    """Packages named after a verb, without quotation marks."""
    folded = paragraph.folded
    start, end = match.span("name")
    span = FOR_YEARS.match(folded, start)
    start = span.end() if span else start
    leading = LEADING.match(folded, start, end)
    start = leading.end() if leading else start
    start = max(start, folded.rfind("的", start, end) + 1)
    for verb in VERB.finditer(folded, start, end):  # 全省实施 国土绿化提速行动
        if len(HEAD.sub("", folded[verb.end() : end])) > _SHORTEST_REST:
            start = verb.end()
    if not OF_MEETING.match(folded, end) and is_package_name(folded[start:end]):
        yield (start, end), Package()


FORMS: tuple[NamingForm[Package], ...] = (
    NamingForm(
        "counted",
        "三大行动 counts the list beside it.",
        COUNTED,
        _counted,
        examples=(("将实施创新提升、品牌建设、绿色转型三大行动。", ("三大行动",)),),
        counterexamples=("推动第三项行动。",),
    ),
    NamingForm(
        "counted in quotation marks",
        "“五个振兴” counts the list beside it.",
        QUOTED,
        _counted_in_quotes,
        examples=(("推进产业、人才、文化、生态、组织“五个振兴”。", ("五个振兴",)),),
        counterexamples=("坚持“四个意识”。",),
    ),
    NamingForm(
        "quoted",
        "A slogan that a verb of plans governs, or that holds a number, names a package.",
        QUOTED,
        _quoted,
        examples=(("扎实实施高质量发展“十项行动”。", ("十项行动",)), ("推动“六链五群”建设。", ("六链五群",))),
        counterexamples=("加快“一核两翼”建设。",),
    ),
    NamingForm(
        "slogan",
        "A slogan that is the handle of the work, or the title's with what it stands for.",
        QUOTED,
        _slogan,
        examples=(("局里以“三个提升”为抓手，", ("三个提升",)),),
        counterexamples=("贯彻“三个代表”，",),
    ),
    NamingForm(
        "book",
        "A plan in 《》 that the text sets out.",
        BOOK,
        _book,
        examples=(("近日，省政府印发《种业振兴行动方案》。", ("种业振兴行动方案",)),),
        counterexamples=("贯彻《江南省生态改革总体方案》。", "根据《城乡规划条例》，"),
    ),
    NamingForm(
        "listed",
        "A list of names that all end in 行动 names packages.",
        LISTED,
        _listed,
        examples=(("围绕强链升级行动、强基筑底行动等方面，", ("强链升级行动", "强基筑底行动")),),
        counterexamples=("统一行动、专项行动，",),
    ),
    NamingForm(
        "bare",
        "A verb of plans governs the name of a package.",
        BARE,
        _bare,
        examples=(("启动了为期三年的改善患者就医体验行动。", ("改善患者就医体验行动",)),),
        counterexamples=("采取一致行动，", "召开落实水系提速行动动员大会。"),
    ),
)
"""Forms in which packages of work are named."""


def parse_initiatives(paragraphs: Sequence[Paragraph], diagnostics: Diagnostics) -> list[InitiativeDraft]:
    """Find the packages of work that a text sets out, in order, each name once.

    Args:
        paragraphs: The paragraphs.
        diagnostics: Takes declared counts that the lists do not meet.
    """
    found: list[InitiativeDraft] = []
    names: set[str] = set()
    openings = find_openings(paragraphs)
    for paragraph in paragraphs:
        drafts = [_draft(paragraph, *named) for form in FORMS for named in form.find(paragraph)]
        drafts += [_draft(paragraph, *named) for named in find_headed(paragraph, openings)]
        for draft in sorted(drafts, key=lambda d: (d["span"][0], -d["span"][1])):
            plain = _PLAIN.sub("", draft["name"])
            if any(plain in name for name in names) or any(_overlap(draft, other) for other in found):
                continue
            names.add(plain)
            found.append(draft)
            _check_count(paragraph, draft, diagnostics)
        _count_measures(paragraph, found)
    return found


def _draft(paragraph: Paragraph, extent: Extent, package: Package) -> InitiativeDraft:
    return {
        "name": _QUOTES.sub("", paragraph.text(extent)),
        "count": package.count,
        "members": list(package.members),
        "span": paragraph.place(extent),
    }


def _overlap(one: InitiativeDraft, other: InitiativeDraft) -> bool:
    return one["span"][0] < other["span"][1] and other["span"][0] < one["span"][1]


def _check_count(paragraph: Paragraph, draft: InitiativeDraft, diagnostics: Diagnostics) -> None:
    """Report a declared count that the list does not meet."""
    count, members = draft.get("count"), draft.get("members", [])
    if count and members and len(members) != count:
        message = f"{draft['name']} declares {count}, and {len(members)} are listed"
        diagnostics.add("PP601", message, draft["span"])


def _count_measures(paragraph: Paragraph, found: list[InitiativeDraft]) -> None:
    """Give a package without a count that of the measures it is said to have: 行动提出20条具体举措."""
    for measures in MEASURES.finditer(paragraph.folded) if found else ():
        at = paragraph.block.start + measures.start()
        before = [draft for draft in found if draft["span"][0] < at and draft.get("count") is None]
        if before and before[-1]["span"][0] >= at - SPREAD_LENGTH:
            before[-1]["count"] = parse_integer(measures["n"])
