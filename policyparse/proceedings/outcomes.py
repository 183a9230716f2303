"""What a meeting did (会议事项).

outcome ::= (会议 | clause of a sentence about a meeting) manner* action 了? object | 对 object 进行了 action

What a meeting decides is done in clauses (决定设立……，以……方式……); what it hears or deliberates is a noun phrase, or
several side by side (objects.py).
"""

import re
from collections.abc import Iterator

from policyparse.knowledge import Pattern, pattern
from policyparse.knowledge.characters import HAN, SMALL_ORDINAL
from policyparse.language.bodies import body_endings
from policyparse.language.masks import mask_matches
from policyparse.model.base import Extent
from policyparse.model.meeting import OutcomeDraft
from policyparse.page.layout import Block, Page, Role
from policyparse.proceedings.objects import ATOM, find_objects

_WORDS = pattern(
    "[^，。；：]{2,200}",
    matches=["水利规划"],
    rejects=[
        *("水", "防汛，抗旱", "防汛。", "防汛；", "会议决定："),
        "某市人民政府关于认真贯彻落实国务院和省人民政府有关文件精神进一步加强农村生活垃圾分类收集转运、城乡公"
        "共交通线路优化调整、农村中小学校食堂卫生整治、沿河两岸防洪排涝设施建设、老旧小区供水管网改造、社区养"
        "老服务站点布局、乡镇卫生院标准化建设、农贸市场升级改造、残疾人康复服务、困难家庭学生资助、农民工工资支"
        "付保障、饮用水水源地保护、公共停车泊位增设和基层公共文化设施免费开放等年度民生实事项目完成情况的报告",
    ],
    method="fullmatch",
)
"""Words of one clause."""

_ACTS_AGAIN = pattern(
    "(?:并|还|分别)?(?&meetings.actions)",
    matches=["审议规划", "并审议规划", "还审议规划", "分别审议规划"],
    rejects=["市政府作的报告", "一并审议规划"],
    method="match",
)
"""A clause with an action of its own."""

_ACTS = pattern(
    r"(?:(?&meetings.manners)){0,2}(?&meetings.actions)了",
    matches=["审议了规划", "还听取了汇报"],
    rejects=["审议规划", "县长审议了规划", "同时再次分别听取了汇报"],
    method="match",
)
"""A sentence whose subject is the meeting of the one before: 审议了……."""

_GUEST = pattern(
    r"会上，[^，。；：“]{1,40}?(?=(?:通报|宣读|传达|传达学习|解读|部署)了)|^[^，。；：“]{2,60}?(?=(?:先后|分别)?(?:通报|宣读)了)",
    matches=[
        *("会上，县应急局通报了", "会上，县应急局传达学习了", "县督查办、县应急局通报了", "县督查办宣读了"),
        *(("县督查办分别通报了", "县督查办"), ("县督查办先后宣读了", "县督查办"), "会上，县应急局部署了"),
        *("会上，县应急局解读了", "会上，县应急局宣读了", "会上，县应急局传达了"),
    ],
    rejects=[
        *("会上，县应急局研究了", "县长传达了", "县宣读了", "会上，通报了"),
        "会上，县发展改革局、县经济和信息化局、县财政局、县人力资源社会保障局、县自然资源和规划局等五个部门通报了",
        "县发展改革局、县经济和信息化局、县财政局、县人力资源社会保障局、县自然资源和规划局、县住房城乡建设局"
        "、县交通运输局、县农业农村局等八个部门宣读了",
    ],
)
"""Who reports to a meeting, whose report is an outcome of it."""

_DONE = pattern(
    r"(?:(?&meetings.bodies)|^(?=(?&acts))|(?<=[，；。])|(?<=，在)|(?&guest))(?:(?&meetings.manners)|经过表决，?){0,6}"
    r"(?P<action>(?&meetings.actions))(?:出了?|了)?(?:(?<=决定)，)?(?P<object>(?&words))",
    acts=_ACTS,
    words=_WORDS,
    guest=_GUEST,
    matches=[
        ("会议审议了规划。", {"action": "审议", "object": "规划"}),
        ("会议推选出执行主席。", {"action": "推选", "object": "执行主席"}),
        ("审议了规划。", {"action": "审议", "object": "规划"}),
        ("会议听取汇报，研究防汛工作。", {"action": "听取", "object": "汇报"}),
        ("县长主持召开会议，研究防汛工作。", {"action": "研究", "object": "防汛工作"}),
        ("会议经过表决，通过规划。", {"action": "通过", "object": "规划"}),
        ("会议决定，设立基金。", {"action": "决定", "object": "设立基金"}),
        ("会上，县应急局通报了防汛情况。", {"action": "通报", "object": "防汛情况"}),
        ("会上，县应急局传达学习了文件。", {"action": "传达学习", "object": "文件"}),
        ("大会现场，在审议了规划后", {"action": "审议", "object": "规划后"}),
        *(("会议经过表决，通过规划。", "会议经过表决，通过规划"), "会议经过表决通过规划。", "会议专题通过规划。"),
        ("会议推选出了执行主席。", {"object": "执行主席"}),
    ],
    rejects=[
        *("会议的规划。", "县长研究防汛工作。", "会上，县应急局研究了防汛。", "会议审议。", "会议协商通过了，公园"),
        *("研究稳就业措施。", "会议最后还先后分别集中专题重点听取了汇报。"),
    ],
)
_AND_THEN = pattern(
    r"(?<=[精神议题告报况见件])并(?:认真|集中|专题)?(?P<action>(?&meetings.actions))了?(?=[^，。；]{4})",
    matches=[
        *("传达全会精神并审议了实施方案", "研究有关问题的决议并审议实施方案", "研究有关议题并审议实施方案"),
        *("听取专项报告并审议实施方案", "听取有关情况并集中审议实施方案", "听取委员意见并认真审议实施方案"),
        *("学习有关文件并专题审议实施方案", ("听取汇报并审议了实施方案", "并审议了")),
        *(("近期上级文件精神并研究贯彻落实意见", {"action": "研究"}), "汇报并审议了实施方案"),
    ],
    rejects=["现场考察并审议实施方案", "审议并通过了方案", "文件精神并抓好落实"],
)
"""Between two things that a meeting did in one clause: 传达文件精神 并研究 贯彻意见."""
_MEETS = pattern(
    r"(?&meetings.bodies)|会上，|召开[^，。；]{2,40}会，|(?&guest)",
    guest=_GUEST,
    matches=["会议审议", "会上，", "县督查办通报了", "召开防汛视频调度会，会商研判"],
    rejects=[
        *("县长审议规划", "召开县会，会商研判"),
        "召开由县发展改革局、县经济和信息化局、县财政局、县人力资源社会保障局、县自然资源和规划局参加的会，会商研判",
    ],
)
_FURTHER = pattern(
    r"，(?P<object>(?!(?&acts))(?:(?&words)作的(?&words)?"
    rf"|(?:[{HAN}]{{0,16}}?(?&convener))?关于(?&words)的(?:[有相]关)?(?:情况)?)"
    r"(?&meetings.reported)(?:（草案）)?)(?=[，。；])",
    acts=_ACTS_AGAIN,
    words=_WORDS,
    convener=body_endings,
    matches=[
        *(("，主任委员作的报告。", {"object": "主任委员作的报告"}), "，主任作的工作报告。"),
        *(("，市政府关于用水的说明。", {"object": "市政府关于用水的说明"}), "，关于用水的有关情况汇报。"),
        *("，财经委员会关于用水的报告。", "，市法院关于用水的报告。", "，市检察院关于用水的报告。"),
        *("，主任会议关于用水的决定（草案）。", "，市水利局关于用水的相关说明。", "，国务院关于用水的报告。"),
    ],
    rejects=[
        *("，要求落实关于用水的意见。", "，审议主任作的报告。", "，主任作的好事。", "，主任作的报告很好。"),
        "，江州市经济技术开发区管理委员会建设和交通运输局关于用水的说明。",
    ],
    method="match",
)
"""A further report that a meeting heard, behind a comma."""

_PASSED = pattern(
    r"，(?P<object>(?!(?&acts))(?:(?&words)|[^，。；：])(?:法|(?&meetings.reported)))(?=[，。；])",
    acts=_ACTS_AGAIN,
    words=_WORDS,
    matches=[
        *(("，车辆购置税法，", {"object": "车辆购置税法"}), ("，税法，", {"object": "税法"})),
        ("，关于修改甲法的决定。", {"object": "关于修改甲法的决定"}),
    ],
    rejects=["，并审议甲法。", "，甲法通过后，", "，法，"],
    method="match",
)
"""A further document that a meeting passed, behind a comma."""

_REVERSED = pattern(
    rf"对(?P<object>[^，。；]{{2,80}}?)进行了?(?:第?[{SMALL_ORDINAL}初再]次|认真|专题)?(?P<action>(?&meetings.actions))(?![^，。；])",
    matches=[
        ("对防汛工作进行了部署。", {"object": "防汛工作", "action": "部署"}),
        *(("对规划进行审议", {"action": "审议"}), ("对条例草案进行了第一次审议。", {"action": "审议"})),
        *("对条例草案进行了再次审议。", "对条例草案进行了第初次审议。", "对条例草案进行了认真审议。"),
        "对条例草案进行了专题审议。",
    ],
    rejects=[
        *("对防汛工作进行部署调度", "对防汛进行了总结。", "对县进行审议"),
        "对农村生活垃圾分类收集转运、城乡公共交通线路优化调整、农村中小学校食堂卫生整治、沿河两岸防洪排涝设施建"
        "设、老旧小区供水管网改造、社区养老服务站点布局和基层公共文化设施免费开放工作情况进行审议",
    ],
)
_CLAUSE = pattern(
    r"，(?!(?:(?&meetings.bodies))?(?:(?&meetings.manners)){0,2}(?:(?&meetings.actions)|要求|强调|指出))(?&words)",
    words=_WORDS,
    matches=[("，以市场化方式运作。", "，以市场化方式运作"), "，现场先后逐项指出"],
    rejects=["，听取汇报", "，要求落实", "，会议强调", "，还听取汇报", "，指出问题"],
    method="match",
)
"""A further clause of what is decided: no action of its own, not 要求……."""

_NOMINAL = pattern(
    r"(?:(?&meetings.reported)|措施|问题)$",
    matches=["降低成本的措施", "防汛工作", "用水问题"],
    rejects=["设立基金", "研究部署有关工作。"],
)
SLIGHT = pattern(r"(?&meetings.slight)$", matches=["其他事项", "委员发言"], rejects=["水利规划", "发言的委员"])
"""What is no outcome."""

_OF_A_MEETING = pattern(
    r"次(?:全体)?会议(?:的)?有关(?:事项|工作)$",
    matches=["第二十次会议有关事项", "第二十次会议有关工作", "第二十次会议的有关事项", "第二十次全体会议有关事项"],
    rejects=["会议有关事项", "有关事项", "第二十次会议有关事项的通知"],
)
_ADVERBIAL = pattern(
    "根据|按照|依据|针对|围绕",
    matches=["根据法律", "按照章程", "依据规划", "针对用水", "围绕用水"],
    rejects=["设立基金"],
    method="match",
)
_MEANS = pattern(
    "(?:方式|形式|手段|途径|渠道|平台)等?$",
    matches=["现场会方式", "视频形式", "网络平台等", "法律手段", "各种途径", "多种渠道"],
    rejects=["规划", "方式规划"],
)
"""What 通过 introduces as a preposition."""

_PAPER = pattern(
    "会议(?&meetings.papers)",
    matches=["会议日程", "会议纪要"],
    rejects=["会议，", "日程"],
    method="match",
)
"""What belongs to a meeting and is the object of an action."""

_NO_OBJECT = pattern(
    "(?!(?&paper))会|后|的|议程|结果|(?:深入|热烈|充分|认真)$",
    paper=_PAPER,
    matches=["后，", "的意见", "会议，", "议程", "结果", "深入", "热烈", "充分", "认真"],
    rejects=["水利规划", "深入推进的规划", "会议日程", "会议纪要"],
    method="match",
)
_CLAUSES = 6
"""Maximum number of further clauses of a decision."""
_PASSES = ("通过", "批准")
_DECIDES = frozenset(("决定", "确定", "部署", "研究部署", "安排部署"))


def acts(folded: str) -> bool:
    """Whether a sentence says that a meeting did something."""
    return _DONE.search(folded) is not None


def find_outcomes(page: Page, spoken: list[Extent]) -> list[OutcomeDraft]:
    """Find what the meeting did: one outcome an object.

    Args:
        page: The page.
        spoken: Places of speech; what is said there is not done here.
    """
    outcomes: list[OutcomeDraft] = []
    for block in page.with_role(Role.PARAGRAPH):
        masked = mask_matches(block.folded, ATOM)
        for sentence in re.finditer(r"[^。！？]{1,2000}[。！？]?", masked):
            if not _MEETS.search(sentence[0]) and not _ACTS.match(sentence[0]):
                continue
            found = [*_done(block, masked, sentence), *_reversed(block, sentence)]
            outcomes += [o for o in found if not any(a <= o["span"][0] < b for a, b in spoken)]
    return _strongest(outcomes)


def _done(block: Block, masked: str, sentence: re.Match[str]) -> Iterator[OutcomeDraft]:
    for match in _DONE.finditer(sentence[0]):
        action, offset = match["action"], sentence.start()
        extent = (offset + match.start("object"), offset + _object_end(sentence[0], match))
        if then := _AND_THEN.search(masked, *extent):
            yield from _outcomes(block, masked, then["action"], then.start("action"), (then.end(), extent[1]))
            extent = (extent[0], then.start())
        yield from _outcomes(block, masked, action, offset + match.start("action"), extent)
        further = _PASSED if action.endswith(_PASSES) else _FURTHER
        for place in _further_objects(further, masked, offset + match.end()):
            yield from _outcomes(block, masked, action, place[0], place)


def _reversed(block: Block, sentence: re.Match[str]) -> Iterator[OutcomeDraft]:
    for match in _REVERSED.finditer(sentence[0]):
        start, end = (sentence.start() + at for at in match.span("object"))
        yield _outcome(block, match["action"], sentence.start() + match.start(), (start, end))


def _object_end(sentence: str, match: re.Match[str]) -> int:
    """Where the object ends: of what is heard with its clause, of what is decided with the last of its clauses."""
    end = match.end("object")
    occasion = sentence.find("的基础上", match.start("object"), end)
    if occasion > 0:
        return occasion
    if match["action"] not in _DECIDES:
        return end
    opens = _ADVERBIAL.match(match["object"]) is not None
    for _ in range(_CLAUSES):
        if not opens and _NOMINAL.search(sentence, match.start("object"), end):
            break
        opens = False
        further = _CLAUSE.match(sentence, end)
        if further is None:
            break
        end = further.end()
    return end


def _further_objects(form: Pattern, text: str, start: int) -> Iterator[Extent]:
    """After 听取了甲作的……报告, further clauses that end as it does and have no verb of their own are objects too."""
    further = form.match(text, start)
    while further:
        yield further.span("object")
        further = form.match(text, further.end())


def _outcomes(block: Block, masked: str, action: str, start: int, extent: Extent) -> Iterator[OutcomeDraft]:
    """One outcome an object; none for what is slight, or where 通过 is a preposition."""
    words = block.folded[slice(*extent)].strip()
    if (action == "通过" and _MEANS.search(words)) or _is_slight(words) or _NO_OBJECT.match(words):
        return
    for i, place in enumerate(find_objects(masked, extent, passes=action.endswith(_PASSES))):
        yield _outcome(block, action, place[0] if i else start, place)


def _is_slight(words: str) -> bool:
    """Whether an object is none of its own; the affairs of another meeting are one (第二十次会议有关事项)."""
    return SLIGHT.search(words) is not None and not _OF_A_MEETING.search(words)


def _outcome(block: Block, action: str, start: int, extent: Extent) -> OutcomeDraft:
    words = block.text[slice(*extent)].strip()
    return {"action": action, "object": words, "span": (block.start + start, block.start + extent[1])}


def _strongest(outcomes: list[OutcomeDraft]) -> list[OutcomeDraft]:
    """An object repeated with a stronger verb counts once."""
    kept: dict[str | None, OutcomeDraft] = {}
    for outcome in outcomes:
        same = kept.get(outcome["object"])
        if same is None or len(outcome["action"]) > len(same["action"]):
            kept[outcome["object"]] = outcome
    return list(kept.values())
