"""Projects named where they begin, are signed or are described (项目的场合).

itemized  ::= stage "项目" … "：" (item ("；" | "，" | "、"))+          未开工项目分别是：甲市1个，甲热电项目；…
opened    ::= ("开工建设" | "建成通车" | …) work ("、" work)*          建成通车滨江大道、开工建设环湖快速路
set_going ::= ("启动" | "实施") "的" work of water, land or roads      去年启动的青河综合治理工程
described ::= work ("由" | "占地" | "总投资" …)                        under a title that says 集中签约, 集中开工
"""

import re
from collections.abc import Callable, Iterator

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN, QUARTER
from policyparse.model.base import Extent

IsName = Callable[[str, int, int], bool]
Found = tuple[Extent, str]
ITEMS_LENGTH = 600
"""Maximum length of the items of a list that are read, in characters."""

WORKS_LENGTH = 120
"""Maximum length of the works after a verb that are read, in characters."""

_ITEMS = pattern(
    r"(?:(?P<none>[尚还]?未(?:开工|动工)|待开工|拟(?:建|开工)|计划开工|储备|谋划)"
    r"|(?P<stage>签约|开工|动工|在建|续建|竣工|投产|完工|投资完成率|推进))[^。；：，]{0,12}(?:项目|工程)(?:共?[0-9]{1,4}个)?"
    r"(?:，[^。；：]{0,24})?(?:主要|具体|分别)?(?:包括|[有是为]|如下|名单)?：“?(?=[\u4e00-\u9fff])",
    matches=[
        *("拟建工程：“木", ("还未开工项目：由", "还未开工项目："), ("未动工公项目包括：树", "未动工公项目包括：")),
        *(("尚未动工里项目：“由", "尚未动工里项目：“"), ("待开工工程：里", "待开工工程：")),
        *(("拟开工工程具体：里", "拟开工工程具体："), ("计划开工工程：里", "计划开工工程："), "储备工程：里"),
        *("谋划工程：里", "在建项目：里", "签约木工程：木", "开工木工程：木", "动工木工程：木", "续建木工程：木"),
        *("竣工木工程：木", "投产木工程：木", "完工木工程：木", "投资完成率木工程：木", "推进木工程：木"),
        *("完工项目3个：“公", "完工项目共3个：“公", "尚未开工工程，：公", "待开工树工程，木：“的"),
        *("待开工工程主要：里", "待开工工程分别：里", "储备工程有：“里", "在建树木项目分别是：园"),
        *("在建树木项目分别为：园", "储备工程如下：树", "储备工程名单：树"),
    ],
    rejects=[
        *("动工木由市民认养青禾县3处A区项目：的", "完工项目个：“公", "完工项目33333个：“公"),
        *("在建的项目，树木由市民认养，青禾县3处A区（试行）“一”二、年有：树", "推进的项目："),
    ],
)
_ITEM = re.compile(r"[^；，、。：\n]{4,48}")
_AND = pattern("(?<=项目)和|(?<=工程)和", matches=["项目和", "工程和"], rejects=["和"])
_STAGE = dict.fromkeys(("开工", "动工", "在建", "续建", "推进", "投资完成率"), "under_construction")
_STAGE |= dict.fromkeys(("竣工", "投产", "完工"), "completed") | {"签约": "signed"}
_OPENED = pattern(
    r"(?P<stage>开工建设|(?:建成|竣工|通车|开通)(?:通车|投用|投产|投运|启用|运营|开通|开园))了?(?=[\u4e00-\u9fff])",
    matches=[
        *("开工建设公", "建成启用由", "竣工启用木", "通车启用木", "开通启用木", "建成通车公", "建成投用公"),
        *("建成投产公", "建成投运公", "建成运营公", "建成开通公", "建成开园公", ("建成启用了园", "建成启用了")),
    ],
    rejects=["建成启用"],
)
_WORKS_END = pattern("[，。；！？：]|等", matches=["等"], rejects=["公园"])
_BEFORE = pattern(
    r"(?:力争|计划|将|拟|确保|争取|预计|有望|要|推动|促)[^，。；]{0,8}$",
    matches=["力争", "计划", "将", "拟", "确保", "争取", "预计", "有望", "要", "推动", "促", "促公"],
    rejects=["促公园里的树木由市民"],
)
_SET_GOING = pattern(
    r"(?:启动|实施|推进)的(?=[\u4e00-\u9fff])", matches=["启动的公", "实施的公", "推进的公"], rejects=["启动的"]
)
_PHYSICAL = pattern(
    "治理|整治|修复|防洪|防潮|供水|引水|调水|提水|补水|灌溉|水利|水系|扩建|改建|迁建|绿化|加固|疏浚|清淤|道路|铁路|公路|管网|输水|引黄|引江|搬迁",
    matches=[
        *("治理", "整治", "修复", "防洪", "防潮", "供水", "引水", "调水", "提水", "补水", "灌溉", "水利", "水系"),
        *("扩建", "改建", "迁建", "绿化", "加固", "疏浚", "清淤", "道路", "铁路", "公路", "管网", "输水", "引黄"),
        *("引江", "搬迁"),
    ],
    rejects=["公园"],
)
_DESCRIBED = pattern(
    r"(?:（[^（）]{1,20}）)?(?:由(?=[^，。；]{2,30}(?:投资|建设|负责|承建))|，?(?:规划)?(?:总?占地|总?用地)|，?总投资|，?(?:计划|拟|预计)总?投资"
    rf"|，?[{QUARTER}]期投资|，?(?:主要|拟|规划|计划)建设|选址|投资(?=[0-9约近超]))",
    method="match",
    matches=[
        *("（园）选址", "占地", "由公园投资", "由的树建设", "由的树负责", "由的树承建", "，占地", "规划用地"),
        *("，总占地", "总用地", "总投资", "，总投资", "拟投资", "，拟投资", "计划投资", "预计投资", "拟总投资"),
        *("一期投资", "，一期投资", "拟建设", "，拟建设", "主要建设", "规划建设", "计划建设", "投资3", "投资约"),
        *("投资近", "投资超"),
    ],
    rejects=[
        *("（）选址", "（公园里的树木由市民认养，青禾县3处A区试行）选址", "由公建设"),
        *("由公园里的树木由市民认养青禾县3处A区（试行）“一”二：、年月日建设", "投资"),
    ],
)
_OCCASION = pattern(
    r"(?:项目|集中|产业|重大|工程)[^，。！？]{0,6}?(?P<stage>签约|开工|竣工|投产)(?!率|额|前|目标|难)",
    matches=["项目开工", "集中开工", "产业开工", "重大开工", "工程开工", "产业公投产", "产业签约", "产业竣工"],
    rejects=["产业公园里的树木由开工", "产业开工前", "产业开工率", "产业开工额", "产业开工目标", "产业开工难"],
)
WORK_END = pattern(
    rf"(?&plans.works)(?:[{QUARTER}]期|[{HAN}]{{1,2}}段)?$",
    matches=["专线一期", "专线", "专线木段"],
    rejects=["互通段", "互通树木由段"],
)


def occasion_of(title: str) -> str | None:
    """The phase of the projects that a text describes, from the occasion that its title gives.

    Args:
        title: The title, width-folded.
    """
    stated = _OCCASION.search(title)
    if stated is None:
        return None
    return _STAGE[stated["stage"]]


def is_described(folded: str, end: int) -> bool:
    """Whether the words after a work say who builds it, where, or for how much.

    Args:
        folded: The paragraph, width-folded.
        end: Offset after the work.
    """
    return bool(_DESCRIBED.match(folded, end))


def find_begun(folded: str, is_name: IsName, *, planned: bool) -> Iterator[Found]:
    """Find the works of a paragraph that lists or verbs before them name, with their phases.

    Args:
        folded: The paragraph, width-folded.
        is_name: Whether a stretch names a work, and not works in general.
        planned: Whether the paragraph sets out what is to be done.
    """
    if "：" in folded:
        yield from _itemized(folded, is_name)
    for opened in _OPENED.finditer(folded):
        begins = opened["stage"] == "开工建设"
        ahead = planned or _BEFORE.search(folded, max(0, opened.start() - 16), opened.start())
        later = "planned" if begins else "under_construction"
        now = "under_construction" if begins else "completed"
        for work in _works_at(folded, opened.end(), is_name):
            yield work, later if ahead else now
    for going in _SET_GOING.finditer(folded):
        for start, end in _works_at(folded, going.end(), is_name)[:1]:
            if folded.endswith("工程", start, end) and _PHYSICAL.search(folded, start, end):
                yield (start, end), "under_construction"


def _itemized(folded: str, is_name: IsName) -> Iterator[Found]:
    """The items of a list after a colon that are works, where there are two or more."""
    for head in _ITEMS.finditer(folded):
        phase = "planned" if head["none"] else _STAGE[head["stage"]]
        end = folded.find("。", head.end(), head.end() + ITEMS_LENGTH)
        works = []
        for item in _ITEM.finditer(folded, head.end(), end if end >= 0 else head.end() + ITEMS_LENGTH):
            start = item.start()
            for stop in [*(m.start() for m in _AND.finditer(folded, *item.span())), item.end()]:
                if folded.endswith(("项目", "工程"), start, stop) and is_name(folded, start, stop):
                    works.append((start, stop))
                start = stop + 1
        if len(works) > 1:
            yield from ((work, phase) for work in works)


def _works_at(folded: str, start: int, is_name: IsName) -> list[Extent]:
    """The works that stand from `start` to the end of the clause, all of them by name, else none."""
    stop = _WORKS_END.search(folded, start, start + WORKS_LENGTH)
    end = stop.start() if stop else min(len(folded), start + WORKS_LENGTH)
    works = [(start + m.start(), start + m.end()) for m in re.finditer("[^、]+", folded[start:end])]
    named = all(WORK_END.search(folded, *work) and is_name(folded, *work) for work in works)
    return works if named else []
