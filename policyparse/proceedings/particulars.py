"""The particulars of a meeting: its form, what about, when and where."""

from collections.abc import Callable, Iterator
from datetime import date

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import COUNT, HAN
from policyparse.knowledge.compiled import compiled
from policyparse.language.dates import find_dates
from policyparse.model.base import Extent
from policyparse.model.meeting import MeetingDraft
from policyparse.page.layout import Block, Page, Role
from policyparse.proceedings.forms import CONVENED, HELD, find_forms, names_meeting
from policyparse.proceedings.organizer import TERM, find_organizer

_ABOUT = pattern(
    r"(?:围绕|就|以|聚焦|主题[为是])[^“”，。]{0,10}“(?P<topic>[^“”]{4,80})”",
    matches=[
        ("围绕“推进节水灌溉”召开", {"topic": "推进节水灌溉"}),
        ("就“推进节水灌溉”召开", {"topic": "推进节水灌溉"}),
        *(("以“推进节水灌溉”为主题", {"topic": "推进节水灌溉"}), ("聚焦“推进节水灌溉”", {"topic": "推进节水灌溉"})),
        ("会议的主题是“推进节水灌溉”", {"topic": "推进节水灌溉"}),
        *(("主题为“推进‘节水’灌溉”", {"topic": "推进‘节水’灌溉"}), "聚焦主题“推进节水灌溉”"),
    ],
    rejects=[
        *("“推进节水灌溉”", "围绕用水，“推进节水灌溉”", "聚焦“老龄化”"),
        "聚焦全市灌区续建配套与现代化改造“推进节水灌溉”",
        "聚焦“坚持以人民为中心，把农村生活垃圾分类收集转运、城乡公共交通线路优化调整、中小学校食堂卫生整治、"
        "沿河防洪排涝设施建设、老旧小区供水管网改造、社区养老服务站点布局等民生实事一件一件办好”",
    ],
)
_REQUIRES = pattern(
    r"(?:强调|指出|要求|认为|表示|提出)，|，要",
    matches=[
        *("会议强调，", "会议指出，要", "会议要求，", "大家认为，", "他表示，", "他提出，", "他说，要"),
        ("会议指出，要", "指出，"),
    ],
    rejects=["会议围绕"],
)
"""What is said at the meeting tells no topic of it."""

_PLAIN_ABOUT = pattern(
    r"(?:围绕|就|聚焦|对)(?P<topic>[^，。；“”]{3,60}?)(?:在[^，。]{2,20})?(?:(?:组织|集中|联合|专门)?(?:召开|举行|举办)"
    r"|(?:进行|开展)了?(?:专题|分组|联组|深入|集中)?(?&meetings.discussing))",
    matches=[
        ("围绕加强养老服务举行", {"topic": "加强养老服务"}),
        ("就《报告》（征求意见稿）在政协大楼组织召开", {"topic": "《报告》（征求意见稿）"}),
        *(("聚焦节水灌溉举办", {"topic": "节水灌溉"}), ("对垃圾分类进行专题询问", {"topic": "垃圾分类"})),
        *(("就垃圾分类开展了联组审议", {"topic": "垃圾分类"}), ("就垃圾分类进行深入讨论", {"topic": "垃圾分类"})),
        ("聚焦节水灌溉集中举办", {"topic": "节水灌溉"}),
        *(("就《报告》（征求意见稿）在县召开", {"topic": "《报告》（征求意见稿）在县"}), "对垃圾分类进行询问"),
        *(("聚焦节水灌溉联合举办", {"topic": "节水灌溉"}), ("聚焦节水灌溉专门举办", {"topic": "节水灌溉"})),
        *("对垃圾分类进行集中询问", "对垃圾分类进行分组询问", "对垃圾分类进行专题调研"),
        ("聚焦节水灌溉组织召开", {"topic": "节水灌溉"}),
        (
            "就《报告》在政协大楼二楼东侧第三会议室和各县区分会场同步召开",
            {"topic": "《报告》在政协大楼二楼东侧第三会议室和各县区分会场同步"},
        ),
    ],
    rejects=[
        *("就垃圾分类，召开", "垃圾分类专题询问", "就垃圾分类作报告", "就此事召开会议"),
        "围绕认真贯彻落实省委决策部署、进一步加强全市农村生活垃圾分类收集转运、城乡公共交通线路优化调整、中小学校食堂卫生整治和沿河防洪"
        "排涝设施建设举行",
    ],
)
_QUOTED = pattern(
    r"“(?P<topic>[^“”]{4,60})”",
    matches=[("“推进节水灌溉”专题协商会", {"topic": "推进节水灌溉"})],
    rejects=[
        *("“节水”协商会", "“要快。”"),
        "“认真贯彻落实省委决策部署、进一步加强全市农村生活垃圾分类收集转运、城乡公共交通线路优化调整、中小学校食堂卫生整治和沿河两岸防洪"
        "排涝设施建设”专题协商会",
    ],
)
_LABELLED_TOPIC = pattern(
    r"(?:会议)?主\s{0,4}题：\s{0,4}(?P<topic>\S.{2,60})$",
    matches=[
        *(("主　题：上半年水利情况", {"topic": "上半年水利情况"}), ("会议主题：节水灌溉", {"topic": "节水灌溉"})),
        "会议主题： 节水灌溉",
    ],
    rejects=[
        *("主题鲜明：节水", "会议的主题：节水", "主题：节水"),
        "主题：认真贯彻落实省委决策部署、进一步加强全市农村生活垃圾分类收集转运、城乡公共交通线路优化调整、中小学校食堂卫生整治和沿河两岸"
        "防洪排涝设施建设工作",
        *("会议主题：     节水灌溉", "会议主     题：节水灌溉"),
    ],
    method="match",
)
_PLAIN_TOPIC = pattern(
    r"(?:(?&held)(?:的)?|全[国省市区县州]|会议)(?P<topic>(?:(?!召开|举行|政协|人大)[^，。“” ]){4,40}?)$",
    held=HELD,
    matches=[
        *(("出席全方位扩大内需", {"topic": "全方位扩大内需"}), ("全市养老服务", {"topic": "养老服务"})),
        *(("参加的社区养老服务", {"topic": "社区养老服务"}), ("今天下午全市召开动员大会", "召开动员大会")),
        *(("全国政协举办全体会议", "举办全体会议"), ("郑远主持召开国务院常务会议", "主持召开国务院常务会议")),
        *("全州养老服务", "全县养老服务", "全区养老服务", "某市主持某某会议"),
        *(("某市召开了某某会议", {"topic": "某某会议"}), ("某市联合召开某某会议", "联合召开某某会议")),
        *(("某市组织召开某某会议", "组织召开某某会议"), ("某市组织举行某某会议", "组织举行某某会议")),
        *(("某市主持举行某某会议", "主持举行某某会议"), ("某市出席并主持某某会议", {"topic": "某某会议"})),
        *("会议听取了常委会法工委", "临川市举行社区养老协商会", "市政府召开常务会议 传达全省会议精神"),
        "第九届全国人民代表大会常务委员会第十五次会议",
    ],
    rejects=[
        *("养老服务", "全市养老，服务", "市政协召开协商会", "会议27日上午在京举行", "全国人大常委会第八次会议"),
        "主持推动生活垃圾分类收集转运、沿河防洪排涝设施建设、中小学食堂卫生整治和城乡公交线路优化调整四项实事",
    ],
)
_STUDIED = pattern(
    r"调研(?P<topic>[^，。“”]{4,40}?)并(?:主持|出席|召开)",
    matches=[
        *(("调研能源保供工作并主持", {"topic": "能源保供工作"}), ("调研能源保供并出席", {"topic": "能源保供"})),
        ("调研能源保供并召开", {"topic": "能源保供"}),
    ],
    rejects=[
        *("调研能源保供，主持", "调研信访件并主持"),
        "调研农村生活垃圾分类收集转运、城乡公共交通线路优化调整、中小学校食堂卫生整治和防汛备汛工作并主持",
    ],
)
_INTRODUCED = pattern(
    r"(?:发布会|吹风会|通报会)，?(?:介绍|通报|发布|解读)(?P<topic>[^，。；“”]{2,40}情况)",
    matches=[
        ("召开新闻发布会，介绍一季度水利情况。", {"topic": "一季度水利情况"}),
        *(("召开发布会通报用水情况", {"topic": "用水情况"}), "召开通报会通报用水情况", "召开吹风会通报用水情况"),
        *("召开发布会解读用水情况", "召开发布会发布用水情况"),
    ],
    rejects=[
        *("召开座谈会，介绍用水情况", "召开发布会，介绍情况", "召开发布会通报县情况"),
        "召开发布会通报农村生活垃圾分类收集转运、城乡公共交通线路优化调整、中小学校食堂卫生整治和防汛备汛情况",
    ],
)
_OF_A_LINE = pattern(
    r"(?:围绕|就|聚焦)[“]?(?P<topic>[^。；“”]{2,60}?)[”]?(?:进行|开展|召开|举行)?(?:专题)?(?&meetings.discussing)",
    matches=[
        ("围绕以节水为先，打造绿色灌区协商建言", {"topic": "以节水为先，打造绿色灌区"}),
        *(("聚焦节水灌溉开展专题协商", {"topic": "节水灌溉"}), "就节水灌溉开展专题协商"),
        *(("聚焦节水灌溉进行专题协商", {"topic": "节水灌溉"}), "聚焦节水灌溉开展专题调研"),
        *(("聚焦节水灌溉召开专题协商", {"topic": "节水灌溉"}), ("聚焦节水灌溉举行专题协商", {"topic": "节水灌溉"})),
        *("聚焦“节水灌溉”开展专题协商", "就节水灌溉开展专题建言", ("围绕节水开展专题协商", {"topic": "节水"})),
    ],
    rejects=[
        *("围绕节水。协商", "就“水”开展专题协商"),
        "围绕认真贯彻落实省委决策部署、进一步加强全市农村生活垃圾分类收集转运、城乡公共交通线路优化调整、中小学校食堂卫生整治和沿河两岸防"
        "洪排涝设施建设协商建言",
    ],
    method="match",
)
"""A line of its own above the body that says what a meeting is about."""
_SERIES = pattern(
    "主题|系列",
    matches=["系列主题发布会", ("系列主题发布会", "系列"), "望川市举行“制造立市”主题新闻发布会"],
    rejects=["专题协商会"],
)
_VENUE = pattern(
    rf"在(?P<venue>[{HAN}]{{1,16}}?)(?:隆重|胜利)?(?:(?&held)|开幕|闭幕)",
    held=HELD,
    matches=[
        *(("在市政协礼堂召开", {"venue": "市政协礼堂"}), ("在京隆重开幕", {"venue": "京"})),
        ("在京胜利闭幕", {"venue": "京"}),
    ],
    rejects=["召开", "在京，召开", "在召开", "在江州国际会展中心主会场三楼东侧报告厅召开"],
)
_PROCEEDS = pattern(
    "(?:进行|开展)(?:专题|分组|联组)?(?:询问|审议|协商)",
    matches=["进行专题询问", "开展协商", "进行分组审议", "进行联组审议"],
    rejects=["进行调研"],
)
NO_TOPIC = pattern(
    rf"(?&meetings.no_topic)$|^第?[{COUNT}]{{1,4}}[次届]",
    matches=[
        *("工商界代表", "第九次", "全国", ("3届", "3届"), ("第九次", "第九次"), ("第12000次", "次"), ("第次", "次")),
        ("人民代表大会常务委员会第十五次", "次"),
    ],
    rejects=["养老服务"],
)
_NAME_BREAK = pattern(r"[，。；：【]", matches=["6月，", "【系列"], rejects=["召开"])
_OPENING_WORDS = pattern(
    r"(?&held)|开幕|闭幕|会议|调研", held=HELD, matches=["召开", "开幕", "闭幕", "会议", "调研"], rejects=["今年"]
)
_LEAD_PARAGRAPHS = 6
_TOPIC_REACH = 60
_QUOTED_REACH = 90
_LONGEST_MEETING = 31
_SENTENCE_END = compiled("[。！？]")
"""Days; what lasts longer is a period."""

_Found = Iterator[tuple[Block, Extent | None]]


def parse_particulars(page: Page, reference: date | None, evidence: dict[str, Extent]) -> MeetingDraft:
    """Read the particulars of a meeting.

    Args:
        page: The page; titles and lead are read.
        reference: The day that dates without a year or month count from; None where unknown.
        evidence: Takes the places of the values.

    Returns:
        `name`, `meeting_type`, `organizer`, `topic`, `held_on` and `venue` of a draft.
    """
    draft: MeetingDraft = {}  # type: ignore[typeddict-item]
    head = _Head(page)
    for field, rules in FIELDS.items():
        draft[field] = None  # type: ignore[literal-required]
        places = ((block, extent) for _, rule in rules for block, extent in rule(head))
        found = next(((block, extent) for block, extent in places if extent is not None), None)
        if found is not None:
            text, place = _words(*found)
            draft[field], evidence[f"/{field}"] = text, place  # type: ignore[literal-required]
    organizer = draft["organizer"]
    draft["organizer"] = TERM.sub("", organizer) if organizer else None
    _held_on(draft, head.lead, reference, evidence)
    return draft


class _Head:
    """What tells of a meeting: its titles and the paragraphs that open it."""

    def __init__(self, page: Page) -> None:
        self.blocks = page.blocks
        self.titles = [b for b in (page.title, page.subtitle) if b]
        paragraphs = page.with_role(Role.PARAGRAPH)
        body = paragraphs[0].start if paragraphs else len(page.text)
        self.above = [b for b in page.blocks if b.start < body and b.role is not Role.FURNITURE]
        opening = [b for b in paragraphs if opens_meeting(b.folded)][:2]
        self.lead = [*opening, *(b for b in paragraphs[:_LEAD_PARAGRAPHS] if b not in opening)]

    def forms(self, blocks: list[Block]) -> Iterator[tuple[Block, list[Extent]]]:
        """The blocks that name a meeting, with the places of its form."""
        for block in blocks:
            forms = list(find_forms(block.folded))
            if forms:
                yield block, forms


def opens_meeting(folded: str) -> bool:
    """Whether a paragraph says that a meeting is held."""
    return bool(CONVENED.search(folded) or _PROCEEDS.search(folded)) and names_meeting(folded)


def _words(block: Block, extent: Extent) -> tuple[str, Extent]:
    """The words of a place without the blanks around them, and their place in the page."""
    words = block.text[slice(*extent)]
    start = extent[0] + len(words) - len(words.lstrip())
    text = words.strip()
    return text, (block.start + start, block.start + start + len(text))


def _types(head: _Head) -> _Found:
    for block, forms in head.forms(head.titles):
        yield block, forms[0] if "暨" in block.folded[forms[0][1] : forms[-1][0]] else forms[-1]
    for block, forms in head.forms(head.lead):
        yield block, next((f for f in forms if block.folded[f[1] - 2 : f[1]] == "询问"), forms[0])


def _names(head: _Head) -> _Found:
    for block, forms in head.forms(head.titles):
        yield block, _name(block.folded, forms[-1])
    for block, forms in head.forms(head.lead):
        yield block, _name(block.folded, forms[0])


def _name(line: str, form: Extent) -> Extent:
    """The name runs from the verb, or the start of the line, to the end of the form."""
    start = max((m.end() for m in _HELD.finditer(line, 0, form[0])), default=0)
    if "“" not in line[start : form[0]]:
        start = max((m.end() for m in _NAME_BREAK.finditer(line, start, form[0])), default=start)
    return start, form[1]


_HELD = pattern(
    r"(?&held)", held=HELD, matches=[("召开了会议", "召开了"), ("出席并主持会议", "出席并主持")], rejects=["会议"]
)


def _labelled(head: _Head) -> _Found:
    for block in head.blocks:
        labelled = _LABELLED_TOPIC.match(block.folded)
        yield block, labelled.span("topic") if labelled else None


def _in_titles(head: _Head) -> _Found:
    for block, forms in head.forms(head.titles):
        for form in forms:
            yield block, _quoted_topic(block.folded, form) or _plain_topic(block.folded, form)
    for block in head.titles:
        studied = _STUDIED.search(block.folded)
        yield block, studied.span("topic") if studied else None


def _quoted_in_lead(head: _Head) -> _Found:
    for block, forms in head.forms(head.lead):
        for form in forms:
            yield block, _quoted_topic(block.folded, form)


def _quoted_topic(line: str, form: Extent) -> Extent | None:
    """The quotation before the form: “推进高水平对外开放”专题协商会; the theme of a series is none."""
    quoted = list(_QUOTED.finditer(line, max(0, form[0] - _QUOTED_REACH), form[1]))
    if not quoted or _SERIES.search(line, *form) or _REQUIRES.search(line, 0, quoted[-1].start()):
        return None
    return quoted[-1].span("topic")


def _plain_topic(line: str, form: Extent) -> Extent | None:
    """What stands between the verb and the form: 出席全方位扩大国内需求调研协商座谈会."""
    plain = _PLAIN_TOPIC.search(line, max(0, form[0] - _TOPIC_REACH), form[0])
    return plain.span("topic") if plain and not NO_TOPIC.search(plain["topic"]) else None


def _on_a_line(head: _Head) -> _Found:
    for block in head.above:
        about = _OF_A_LINE.match(block.folded)
        yield block, about.span("topic") if about else None


def _introduced(head: _Head) -> _Found:
    for block in (*head.titles, *head.lead):
        introduced = _INTRODUCED.search(block.folded)
        yield block, introduced.span("topic") if introduced else None


def _about(head: _Head) -> _Found:
    for block in (*head.lead, *head.titles):
        about = _ABOUT.search(block.folded) if names_meeting(block.folded) else None
        said = about and _REQUIRES.search(block.folded, 0, about.start())
        yield block, about.span("topic") if about and not said else None


def _plainly_about(head: _Head) -> _Found:
    for block in head.lead:
        plain = _PLAIN_ABOUT.search(block.folded) if names_meeting(block.folded) else None
        said = plain and _REQUIRES.search(block.folded, 0, plain.start())
        yield block, plain.span("topic") if plain and not said else None


def _organizers(head: _Head) -> _Found:
    for block in (*head.titles, *head.lead):
        yield block, find_organizer(block.folded)


def _venues(head: _Head) -> _Found:
    for block in head.lead[:1]:
        venue = _VENUE.search(block.folded)
        yield block, venue.span("venue") if venue else None


FIELDS: dict[str, tuple[tuple[str, Callable[[_Head], _Found]], ...]] = {
    "meeting_type": (("the last form of a title, else the first of the lead", _types),),
    "name": (("from the verb to the end of that form", _names),),
    "topic": (
        ("a line 主题：", _labelled),
        ("a line 围绕……协商建言", _on_a_line),
        ("a title quotes it before the form, or says it plainly", _in_titles),
        ("the lead quotes it before the form", _quoted_in_lead),
        ("围绕“……”, 主题为“……”", _about),
        ("就……召开, 就……进行询问", _plainly_about),
        ("新闻发布会，介绍……情况", _introduced),
    ),
    "organizer": (("who convenes, in titles and lead", _organizers),),
    "venue": (("在……召开, in the first paragraph of the lead", _venues),),
}
"""Where each particular stands: reasons and rules, tried in this order."""


def _held_on(draft: MeetingDraft, lead: list[Block], reference: date | None, evidence: dict[str, Extent]) -> None:
    """The first date of the lead that resolves to days, in a sentence that opens the meeting where there is one."""
    draft["held_on"] = None
    fallback = None
    for block in lead:
        read_to = -1
        for mention in find_dates(block.folded, reference):
            if mention.first is None or mention.last is None or (mention.last - mention.first).days > _LONGEST_MEETING:
                continue
            extent = (block.start + mention.start, block.start + mention.end)
            found = (mention.first, mention.last, extent)
            fallback = fallback or found
            if mention.end <= read_to:
                continue  # the rest of a sentence that opens no meeting
            end = _SENTENCE_END.search(block.folded, mention.end)
            read_to = end.start() if end else len(block.folded)
            if _OPENING_WORDS.search(block.folded[max(0, mention.start - 60) : read_to]):
                return _hold(draft, evidence, *found)
    return _hold(draft, evidence, *fallback) if fallback else None


def _hold(draft: MeetingDraft, evidence: dict[str, Extent], first: date, last: date, extent: Extent) -> None:
    draft["held_on"], evidence["/held_on"] = {"start": first, "end": last}, extent
