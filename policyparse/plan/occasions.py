"""Projects named where they begin, are signed or are described (项目的场合).

itemized  ::= stage "项目" … "：" (item ("；" | "，" | "、"))+          未开工项目分别是：甲市1个，甲热电项目；…
opened    ::= ("开工建设" | "建成通车" | …) work ("、" work)*          建成通车滨江大道、开工建设环湖快速路
set_going ::= ("启动" | "实施") "的" work of water, land or roads      去年启动的青河综合治理工程
described ::= work ("由" | "占地" | "总投资" …)                        under a title that says 集中签约, 集中开工
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from policyparse.figures.lexicon import alternation
from policyparse.model.base import Extent

IsName = Callable[[str, int, int], bool]
Found = tuple[Extent, str]
LONGEST_ITEMS = 600
"""The items of a list are read no further."""
LONGEST_WORKS = 120
"""Nor are the works after a verb read further."""

_ITEMS = re.compile(
    r"(?:(?P<none>(?:尚|还)?未(?:开工|动工)|待开工|拟(?:建|开工)|计划开工|储备|谋划)"
    r"|(?P<stage>签约|开工|动工|在建|续建|竣工|投产|完工|投资完成率|推进))"
    r"[^。；：，]{0,12}(?:项目|工程)(?:共?[0-9]{1,4}个)?(?:，[^。；：]{0,24})?(?:主要|具体|分别)?(?:包括|有|是|为|如下|名单)?：“?(?=[\u4e00-\u9fff])"
)
_ITEM = re.compile(r"[^；，、。：\n]{4,48}")
_AND = re.compile(r"(?<=项目)和|(?<=工程)和")
_STAGE = dict.fromkeys(("开工", "动工", "在建", "续建", "推进", "投资完成率"), "under_construction")
_STAGE |= dict.fromkeys(("竣工", "投产", "完工"), "completed") | {"签约": "signed"}
_OPENED = re.compile(
    r"(?P<stage>开工建设|(?:建成|竣工|通车|开通)(?:通车|投用|投产|投运|启用|运营|开通|开园))(?:了)?(?=[\u4e00-\u9fff])"
)
_WORKS_END = re.compile("[，。；！？：]|等")
_BEFORE = re.compile(r"(?:力争|计划|将|拟|确保|争取|预计|有望|要|推动|促)[^，。；]{0,8}$")
_SET_GOING = re.compile(r"(?:启动|实施|推进)的(?=[\u4e00-\u9fff])")
_PHYSICAL = re.compile(
    "治理|整治|修复|防洪|防潮|供水|引水|调水|提水|补水|灌溉|水利|水系|扩建|改建|迁建|绿化|加固|疏浚|清淤|道路|铁路|公路|管网|输水|引黄|引江|搬迁"
)
_DESCRIBED = re.compile(
    r"(?:（[^（）]{1,20}）)?(?:由(?=[^，。；]{2,30}(?:投资|建设|负责|承建))|，?(?:规划)?(?:总?占地|总用地|用地)|，?总投资|，?(?:计划|拟|预计)(?:总)?投资|，?[一二三]期投资|，?(?:主要|拟|规划|计划)建设|选址|投资(?=[0-9约近超]))"
)
_OCCASION = re.compile(
    r"(?:项目|集中|产业|重大|工程)(?:[^，。！？]{0,6}?)(?P<stage>签约|开工|竣工|投产)(?!率|额|前|目标|难)"
)


@cache
def _work_end() -> re.Pattern[str]:
    return re.compile(alternation("works") + r"(?:[一二三四]期|[\u4e00-\u9fff]{1,2}段)?$")


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
        end = folded.find("。", head.end(), head.end() + LONGEST_ITEMS)
        works = []
        for item in _ITEM.finditer(folded, head.end(), end if end >= 0 else head.end() + LONGEST_ITEMS):
            start = item.start()
            for stop in [*(m.start() for m in _AND.finditer(folded, *item.span())), item.end()]:
                if folded.endswith(("项目", "工程"), start, stop) and is_name(folded, start, stop):
                    works.append((start, stop))
                start = stop + 1
        if len(works) > 1:
            yield from ((work, phase) for work in works)


def _works_at(folded: str, start: int, is_name: IsName) -> list[Extent]:
    """The works that stand from `start` to the end of the clause, all of them by name, else none."""
    stop = _WORKS_END.search(folded, start, start + LONGEST_WORKS)
    end = stop.start() if stop else min(len(folded), start + LONGEST_WORKS)
    works = [(start + m.start(), start + m.end()) for m in re.finditer("[^、]+", folded[start:end])]
    named = all(_work_end().search(folded, *work) and is_name(folded, *work) for work in works)
    return works if named else []
