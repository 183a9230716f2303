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

from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import pattern
from policyparse.language.enumerations import after_governing
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.plan import InitiativeDraft
from policyparse.plan.members import list_around
from policyparse.plan.naming import NamingForm, Paragraph, members_at
from policyparse.plan.numbers_in_names import COUNT_IN_NAME, ORDINAL, PAIRED, SLOGAN_NUMBER
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
from policyparse.plan.titles_of_plans import BOOK, BOOK_NAME, FOLLOWED, SET_OUT

_SHORTEST_REST = 2
"""A package keeps more than so many characters before its head when a verb is cut off (not 质量推进 行动)."""
_FEWEST_LISTED = 3

COUNTED = pattern(
    r"(?<![“第\d])(?<!(?&o))(?P<n>(?&o){1,3}|\d{1,2})(?:大|项|个)(?P<noun>[\u4e00-\u9fff]{0,6}?)(?P<head>行动|工程|计划|专项|举措)"
    r"(?!计划|方案|力|者|自觉|员|起来|师|中|的)",
    o=ORDINAL,
    matches=[
        *(("三大行动。", {"n": "三", "noun": "", "head": "行动"}), ("10项重点工程", {"noun": "重点"})),
        *(("三大行动计划", "三大行动计划"), "启动实施“十五五”时期首批9个重大专项。", "锦川市推出三项举措稳定就业。"),
    ],
    rejects=[
        *("“三大行动”", "第三项行动", "三个行动的", "一二一二大行动。", "公司承接了多个市政工程。", "三大行动者"),
        *("三大行动师", "三大行动员", "三大行动力", "三大行动中", "三大行动起来", "三大行动自觉", "三大行动方案"),
        *("350项重点工程", "10项社区养老服务点工程"),
    ],
)
LISTED = pattern(
    r"(?P<list>[^，。；：！？“”《》、]{2,14}(?:行动|工程|计划)(?:、[^，。；：！？“”《》、]{2,14}(?:行动|工程|计划)){1,9})"
    r"(?:(?:和|及|与|以及)(?P<last>[^，。；：！？“”《》、]{2,14}(?:行动|工程|计划)))?(?=等|，|。|；|$)",
    matches=[
        ("围绕强链升级行动、强基筑底行动等方面", {"list": "围绕强链升级行动、强基筑底行动"}),
        (
            "围绕强链升级行动、老旧小区加装电梯改造工程和水渠计划等方面",
            {"list": "围绕强链升级行动、老旧小区加装电梯改造工程", "last": "水渠计划"},
        ),
        "治水工程、老旧小区改造计划及补链计划；",
        ("治水计划、强链行动、老旧小区改造工程以及补链工程，", "治水计划、强链行动、老旧小区改造工程以及补链工程"),
        *("围绕强链升级行动、老旧小区加装电梯改造工程及水渠行动等方面", "围绕强链升级行动、强基筑底行动"),
        "围绕强链升级行动、强基筑底行动。",
        ("老旧小区加装电梯改造工程和水渠行动、强基筑底行动等方面", "旧小区加装电梯改造工程和水渠行动、强基筑底行动"),
        "围绕强链升级行动、老旧小区加装电梯改造工程和水渠工程等方面",
        "围绕强链升级行动、老旧小区加装电梯改造工程与水渠行动等方面",
        "围绕强链升级行动、老旧小区加装电梯改造工程以及水渠行动等方面",
        (
            (
                "围绕强链升级行动、治水计划、治山行动、治气行动、补链行动、补链工程、延链行动、延链计划、助企计划"
                "、助农行动、助学工程等方面"
            ),
            "治水计划、治山行动、治气行动、补链行动、补链工程、延链行动、延链计划、助企计划、助农行动、助学工程",
        ),
    ],
    rejects=[
        *("强链升级行动等方面", "强链、强基行动", "围绕强链升级行动、强基筑底行动时", "县行动、强基筑底行动等方面"),
        *("围绕强链升级行动、县行动等方面", "治水行动、强链行动与城乡公共交通一体化和居家养老服务设施计划。"),
    ],
)
_HEAD_IN = pattern(
    r"(?:行动计划|行动|工程|计划|攻坚战|专项)$",
    matches=["双百行动", "攻坚战", "计划", "专项", ("行动计划", "行动计划"), "三大工程"],
    rejects=["行动者", "双百"],
)
_HEAD_AFTER = pattern(
    r"[\u4e00-\u9fff]{0,4}?(?:行动计划|行动|工程|计划)(?!力|者|自觉|起来|的|师)",
    method="match",
    matches=["行动", "质量提升工程", "计划", ("行动计划", "行动计划")],
    rejects=["行动者", "，行动", "工程的", "工程师", "工程力", "工程起来", "工程自觉", "农村公路网工程"],
)
_FORMULA = pattern(
    r"[0-9N]{1,3}(?:\+[0-9NX]{1,3}){1,4}",
    method="fullmatch",
    matches=["5+N", "1+3+5"],
    rejects=["5", "双百", "互联网+"],
)
_HEAD_OF_FORMULA = pattern(
    r"[\u4e00-\u9fff]{4,16}?(?:行动计划|行动方案|行动|工程|计划)(?!力|者|自觉|起来|的|师)",
    method="match",
    matches=[("千百亿产业集群培育计划，", "千百亿产业集群培育计划")],
    rejects=["计划", "，产业培育计划"],
)
"""Behind a formula in quotation marks, which alone says nothing: “5+N”产业集群培育计划."""
_BUILT = pattern(
    r"(?:建设|布局|体系|格局|协同)",
    method="match",
    matches=["建设", "格局", "布局", "协同", "体系"],
    rejects=["，建设", "企业"],
)
_SET_OUT_AFTER = pattern(
    r"》?，?(?:(?:已|正式|现已|将|近日|日前|今日|昨日)|[于在]?(?:近日|日前|[0-9]{1,2}月[0-9]{1,2}日)|由[^，。；《》]{2,36}?(?:联合|共同)?(?=印发|出台|发布|制定)|经[^，。；《》]{2,36}?(?=审议|通过)){0,4}"
    r"(?&set_out)",
    method="match",
    set_out=SET_OUT,
    matches=[
        *("，提出", "》于日前由市委办公室、市政府办公室联合印发", "》已正式出台", "》经市政府常务会议审议通过"),
        ("》经市政府常务会议审议通过", "》经市政府常务会议审议"),
    ],
    rejects=["》的要求", "》，各县提出"],
)
_DEFINED = pattern(
    r"”，?(?:就是|即|是指|指的是|分别是|是)(?P<list>[^，。；：！？“”]{2,60})",
    method="match",
    matches=[
        *(("”就是抓生产、抓安全。", {"list": "抓生产、抓安全"}), "”，即创新引领", "”是抓生产、抓安全。"),
        *(("”是指抓生产、抓安全。", {"list": "抓生产、抓安全"}), "”指的是抓生产、抓安全。"),
        "”分别是抓生产、抓安全。",
        (
            (
                "”就是老旧小区加装电梯改造工程、农村生活垃圾分类收集转运、沿河两岸防洪排涝设施建设、农村中小学校"
                "食堂卫生整治、城乡公共交通一体化。"
            ),
            (
                "”就是老旧小区加装电梯改造工程、农村生活垃圾分类收集转运、沿河两岸防洪排涝设施建设、农村中小学校"
                "食堂卫生整治、城乡公共交通一体"
            ),
        ),
    ],
    rejects=["”激活", "”。", "”就是县。"],
)
_HANDLE = pattern(
    r"”为(?:总?抓手|主抓手|重要抓手|牵引|载体|路径|主线|引领|突破口|切入点)",
    method="match",
    matches=[
        *("”为抓手", "”为牵引", "”为载体", "”为路径", "”为引领", "”为主线", "”为突破口", "”为总抓手", "”为切入点"),
        *("”为主抓手", "”为重要抓手"),
    ],
    rejects=["”为了", "”抓手"],
)
_OCCASION = pattern(
    r"[^，。；、]{0,14}(?:大会|动员会|推进会|部署会|座谈会|会议)",
    method="match",
    matches=["动员大会", "推进会", "会议", "部署会", "座谈会", "动员会"],
    rejects=["，大会", "老旧小区加装电梯改造工程和水渠大会"],
)
"""After a package: it belongs to the name of a meeting."""
_SPAN = pattern(
    r"为期(?&digit){1,3}年的",
    method="match",
    digit=rf"[{SMALL_ORDINAL}两\d]",
    matches=["为期三年的"],
    rejects=["三年的", "为期年的", "为期2025年的"],
)
_MEASURES = pattern(
    r"(?:提出|推出|明确|部署|设计|安排|包括|涵盖|实施|制定|共)[^。；]{0,24}?(?P<n>\d{1,3}|(?&o){1,3})(?:条|项)"
    r"(?:具体|重点|主要|政策|战略)?(?:举措|措施|任务|行动)",
    o=ORDINAL,
    matches=[
        *(("行动提出6个方面共20条具体举措", {"n": "20"}), "扎实实施十项行动”。"),
        *(("行动提出6个方面共20条重点举措", "提出6个方面共20条重点举措"), "扎实共高质量发展“十项行动”。"),
        *("行动提出6个方面共20条政策举措", "行动提出6个方面共20条战略举措", "行动提出6个方面共20条主要举措"),
        *("扎实部署高质量发展“十项行动”。", "扎实设计高质量发展“十项行动”。", "扎实涵盖高质量发展“十项行动”。"),
        *("扎实明确高质量发展“十项行动”。", "扎实推出高质量发展“十项行动”。", "扎实实施高质量发展“十项措施”。"),
        *("扎实实施高质量发展“十项任务”。", "扎实安排高质量发展“十项行动”。", "扎实包括高质量发展“十项行动”。"),
        *("扎实制定高质量发展“十项行动”。", ("行动提出6个方面共2025条具体举措", {"n": "025"})),
        ("扎实实施高质量发展“一二一二项行动”。", {"n": "二一二"}),
    ],
    rejects=[
        *("提出举措", "20条举措", "行动提出6个方面共条具体举措"),
        "扎实实施老旧小区加装电梯改造工程、农村生活垃圾分类收集转运十项行动”。",
    ],
)
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
    after = _HEAD_AFTER.match(folded, quoted.end())
    if after is None and _FORMULA.fullmatch(name):
        after = _HEAD_OF_FORMULA.match(folded, quoted.end())
    named = GOVERNED.search(folded, max(0, quoted.start() - 16), quoted.start()) or SLOGAN_NUMBER.search(name)
    if _HEAD_IN.search(name) and named:
        yield quoted.span("name"), package
    elif after and named:
        yield (quoted.start("name"), after.end()), package
    elif PAIRED.fullmatch(name) and _BUILT.match(folded, quoted.end()):
        yield quoted.span("name"), Package()


def _slogan(paragraph: Paragraph, quoted: re.Match[str]) -> Named:
    """Slogans that count what they stand for: as a handle of the work, or in the title with what they stand for."""
    folded, slogan = paragraph.folded, SLOGAN.fullmatch(quoted["name"])
    if slogan is None or DOCTRINE.search(quoted["name"]):
        return
    count = parse_integer(slogan["n"]) or 0
    defined = _DEFINED.match(folded, quoted.end() - 1)
    if defined and quoted["name"] in paragraph.title and defined["list"].count("、") + 1 == count:
        members = members_at(folded, *defined.span("list"))
        lengths = {end - start for start, end in members[:-1]}
        start, end = members[-1]
        members[-1] = (start, min(end, start + lengths.pop()) if len(lengths) == 1 else end)
        yield quoted.span("name"), Package(count, tuple(paragraph.text(member) for member in members))
    elif _HANDLE.match(folded, quoted.end() - 1):
        yield quoted.span("name"), Package(count)


def _book(paragraph: Paragraph, book: re.Match[str]) -> Named:
    """《Plans》 that the text sets out, and does not only follow."""
    folded = paragraph.folded
    if not BOOK_NAME.search(book["name"]):
        return
    sentence = max(folded.rfind(mark, 0, book.start()) for mark in "。！？") + 1
    before = folded[max(sentence, book.start() - 24) : book.start()]
    said = SET_OUT.search(before) or _SET_OUT_AFTER.match(folded, book.end())
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
    span = _SPAN.match(folded, start)
    start = span.end() if span else start
    leading = LEADING.match(folded, start, end)
    start = leading.end() if leading else start
    start = max(start, folded.rfind("的", start, end) + 1)
    for verb in VERB.finditer(folded, start, end):  # 全省实施 国土绿化提速行动
        if len(HEAD.sub("", folded[verb.end() : end])) > _SHORTEST_REST:
            start = verb.end()
    if not _OCCASION.match(folded, end) and is_package_name(folded[start:end]):
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
    for measures in _MEASURES.finditer(paragraph.folded) if found else ():
        at = paragraph.block.start + measures.start()
        before = [draft for draft in found if draft["span"][0] < at and draft.get("count") is None]
        if before and before[-1]["span"][0] >= at - SPREAD_LENGTH:
            before[-1]["count"] = parse_integer(measures["n"])
