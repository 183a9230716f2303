"""Titles: which line of the head is the title, and where the subtitle stands (标题、副标题).

Source: GB/T 9704-2012, 7.3.1; the title of a report has its subtitle behind a dash, on its line or on the next.
"""

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import CLOSING_BRACKET, HAN, OPENING_BRACKET, STROKES
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.instruments import TITLE_ENDING
from policyparse.knowledge.rule import first_rule
from policyparse.language.bodies import is_body_line
from policyparse.language.names import is_name
from policyparse.language.notes import is_note
from policyparse.language.official import is_number_line
from policyparse.page.blocks import Block, Page, Role
from policyparse.page.byline import is_credit, names_of_byline
from policyparse.page.completeness import begins_inside
from policyparse.page.furniture import is_furniture, is_summary
from policyparse.page.lines import SLUG, part
from policyparse.page.outlets import match_dateline
from policyparse.page.source_line import answers, asks_for, find_entries, is_source_line
from policyparse.page.title_rules import ATTENDANCE, VETOES, Candidate, goes_on, is_kind, weigh
from policyparse.page.trails import crumbs_of, is_breadcrumb, is_trail, site_of_page_name

_LEAST_WEIGHT = 1.0
_NAMED_LENGTH = 6
"""A shorter line is no title that another line could lead to, but a column or a part of one."""

_KNOWN_LENGTH = 6
"""Minimum length of what the file calls its title, in characters."""

_PREFIX_LENGTH = 8
"""Minimum length of a line that is the title where the file's own is that line with the site behind it."""

_FARTHEST = 200
"""So many lines under a line are looked at to tell how far the body is."""

_LARGER = 1.2
"""How many times larger than the text a title is set."""

_DROPPED = "“”‘’《》：，、·|—-"
_KEY = compiled(rf"[\s{_DROPPED}]")
_GAP = compiled(rf"[\s{STROKES}_–-]{{1,6}}")
_DASH = compiled(r"\s*[—–-]{1,4}\s*")
_INNER_DASH = compiled(r"\s+——\s*|(?<=\S)——(?=\S{12,}$)")
_TITLE_WORDS = frozenset({"title", "tit", "headline", "biaoti", "bt", "arti_title", "articletitle", "h1"})
"""Words of classes and ids with which pages mark their title."""

_INTRODUCTION_LINES = 12
"""Maximum number of lines of a site above the title of a document that they introduce."""

_INTRODUCES = pattern(
    r"(?:如下|全文|原文)：$",
    matches=["文件详情如下：", "现将《某县养犬管理办法》公布如下：", "以下为通知全文：", "以下是原文："],
    rejects=["如下：一、加强领导", "见全文", "查看原文", "具体安排为："],
)
"""The end of the words with which a site introduces a document."""

_DOCUMENT = pattern(
    r"[^，。；：]{4,120}(?&ending)$",
    ending=TITLE_ENDING,
    method="match",
    matches=[
        *("某县河道意见", "某县人民政府关于发展茶产业的意见", "某县养犬管理办法（试行）", "关于做好防汛工作的通知"),
    ],
    rejects=[
        *("县河道意见", "某县发展茶产业", "各乡镇，通知"),
        "某市人民政府关于认真贯彻落实国务院和省人民政府有关文件精神进一步加强农村生活垃圾分类收集转运、城乡公共交通线"
        "路优化调整、农村中小学校食堂卫生整治、沿河两岸防洪排涝设施建设、老旧小区供水管网改造、社区养老服务站点布局和"
        "基层公共文化设施免费开放工作的实施意见",
        *("某县养犬管理办法：", "关于通知：要求"),
    ],
)
"""A line that is the title of a document."""

_OLDER = pattern(
    r"[（(]?原(?:标题|题)(?:：|为)\s{0,4}《?(?P<title>[^》）\n]{4,120}[^》）\s])",
    method="match",
    matches=[
        ("原标题：市政府召开会议 传达精神", {"title": "市政府召开会议 传达精神"}),
        ("（原题为《老港口焕发新活力》）", {"title": "老港口焕发新活力"}),
        ("原标题：     老港口焕发新活力", {"title": " 老港口焕发新活力"}),
        (
            (
                "原标题：某市人民政府关于认真贯彻落实国务院和省人民政府有关文件精神进一步加强农村生活垃圾分类收集转运、城乡公"
                "共交通线路优化调整、农村中小学校食堂卫生整治、沿河两岸防洪排涝设施建设、老旧小区供水管网改造、社区养老服务站"
                "点布局和基层公共文化设施免费开放工作的实施意见"
            ),
            (
                "原标题：某市人民政府关于认真贯彻落实国务院和省人民政府有关文件精神进一步加强农村生活垃圾分类收集转运、城乡公"
                "共交通线路优化调整、农村中小学校食堂卫生整治、沿河两岸防洪排涝设施建设、老旧小区供水管网改造、社区养老服务站"
                "点布局和基层公共文化设施免费开放工"
            ),
        ),
    ],
    rejects=["原标题不变", "原题：", "原标题：老港焕新"],
)


def key_of(line: str) -> str:
    """A title without spaces and marks, to compare it with another."""
    return _KEY.sub("", line)


def choose_title(head: Sequence[Block], page: Page, known: Collection[str]) -> int | None:
    """Choose the title among the lines above the body.

    Args:
        head: The lines above the body, and its first.
        page: The page.
        known: What the caller and the file call the title.

    Returns:
        Index of the line that most speaks for as the title, None where nothing does.
    """
    keys = _known_keys(head, known)
    chosen = [i for i, block in enumerate(head) if _may_be_title(head, i)]
    if len(chosen) > 1:
        lines = {head[i].folded for i in chosen}
        crumbs = {crumb for b in head if is_breadcrumb(b.folded) for crumb in crumbs_of(b.folded)}
        chosen = [i for i in chosen if not _leads_to(head[i].folded, lines) and head[i].folded not in crumbs] or chosen
    if len(head) > 1 and begins_inside(head[-1].folded):  # the line above is the start of its sentence
        chosen = [i for i in chosen if i != len(head) - 2]
    candidates = _candidates(head, page, chosen, keys)
    best = max(candidates, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] > _LEAST_WEIGHT else None


def _may_be_title(head: Sequence[Block], i: int) -> bool:
    block = head[i]
    if block.role not in (Role.PARAGRAPH, Role.HEADING):
        return False
    return first_rule(VETOES, block) is None or _is_kind(head, i)


def _is_kind(head: Sequence[Block], i: int) -> bool:
    """Whether a line is the kind of a document, alone under the names of those who issue it: 某某法院 / 公　告."""
    return i > 0 and is_kind(head[i].folded) and is_body_line(head[i - 1].folded)


def _leads_to(line: str, lines: Collection[str]) -> bool:
    """Whether a line is the trail to another line, or the name of the page that another is the title of."""
    for gap in _GAP.finditer(line):
        before, behind = line[: gap.start()], line[gap.end() :]
        if len(behind) >= _NAMED_LENGTH and behind in lines and is_trail(line, behind):
            return True
        if len(before) >= _NAMED_LENGTH and before in lines and site_of_page_name(line, before):
            return True
    return False


def _candidates(
    head: Sequence[Block], page: Page, chosen: Sequence[int], known: Collection[str]
) -> list[tuple[float, int]]:
    """The weight and the index of each candidate."""
    times = _times([head[i] for i in chosen], page.blocks)
    size = _usual_size(page.blocks)
    found = []
    for n, i in enumerate(chosen):
        block = head[i]
        key = key_of(block.folded)
        below = [b.folded for b in head[i + 1 : i + 3]]
        signals = block.signals
        candidate = Candidate(
            block,
            key,
            is_known=_is_known(key, known),
            is_kind=_is_kind(head, i),
            times=times[key],
            above_source=any(is_source_line(line) for line in below),
            above_dash=bool(below) and below[0].startswith("——"),
            above_note=bool(below) and is_note(below[0]),
            above_series=n + 1 < len(chosen),
            distance=_distance(head, i),
            follows=n > 0 and chosen[n - 1] == i - 1,
            in_title_element=signals is not None and not _TITLE_WORDS.isdisjoint(signals.words),
            is_large=signals is not None and signals.size is not None and signals.size >= _LARGER * size > 0,
        )
        found.append((weigh(candidate), i))
    return found


def _is_known(key: str, known: Collection[str]) -> bool:
    """Whether a line is what the file calls its title, or that is the line with the site behind it."""
    return key in known or (len(key) >= _PREFIX_LENGTH and any(k.startswith(key) and _parts(k, key) for k in known))


def _parts(known: str, key: str) -> bool:
    return len(known) - len(key) <= 30


def _distance(head: Sequence[Block], i: int) -> int:
    """How many lines stand between a line and the body, source lines, furniture, dashes and credits left out.

    At most 3, which the last line has as well: below it there is no body.
    """
    if i == len(head) - 1:
        return 3
    between = (
        b
        for b in head[i + 1 : min(i + 1 + _FARTHEST, len(head) - 1)]
        if b.role is not Role.FURNITURE
        and not (is_source_line(b.folded) or is_furniture(b.folded) or b.folded.startswith("——") or is_credit(b.folded))
    )
    return sum(1 for _ in itertools.islice(between, 3))


def _usual_size(blocks: Sequence[Block]) -> float:
    """The size in which most characters are set, 0 where no file says so."""
    sizes: Counter[float] = Counter()
    for block in blocks:
        if block.signals is not None and block.signals.size is not None:
            sizes[block.signals.size] += len(block.folded)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _times(candidates: Sequence[Block], below: Sequence[Block]) -> Counter[str]:
    """How often the keys of the candidates stand on the page; only lines that begin alike are looked at."""
    keys = {key_of(block.folded) for block in candidates}
    first = {key[:1] for key in keys} | set(_DROPPED)
    return Counter(key for b in below if b.folded[0] in first and (key := key_of(b.folded)) in keys)


def _known_keys(head: Sequence[Block], known: Iterable[str]) -> set[str]:
    """What the caller, the file and the index of the page call the title."""
    keys = {key_of(value) for value in known}
    for i, block in enumerate(head):
        line, following = block.folded, head[i + 1] if i + 1 < len(head) else None
        if "：" in line[:12]:
            keys |= {key_of(line[e.start : e.end]) for e in find_entries(line) if e.name == "title"}
            if following is not None and asks_for(line) == "title" and answers(following.folded, "title"):
                keys.add(key_of(following.folded))
    return {key for key in keys if len(key) >= _KNOWN_LENGTH}


def title_of_older(page: Page, head: Sequence[Block]) -> int | None:
    """The title that a site or an agency names beside the text (原标题：…, 电 题：…), where the page has no other.

    Returns:
        Index of its line, which it gets for its own; None where none is named.
    """
    for i, block in enumerate(head):
        if block.rule == SLUG:
            return i
        older = _OLDER.match(block.folded) if is_summary(block.folded) else None
        if older:
            page.blocks[i] = part(block, *older.span("title"), role=Role.TITLE)
            return i
    return None


def title_introduced(page: Page) -> int | None:
    """The title of a document that a site prints below words of its own (文件详情如下：), where the page has no other.

    Args:
        page: The page.

    Returns:
        Index of its line; None where no document is introduced.
    """
    for i, (block, below) in enumerate(itertools.pairwise(page.blocks[:_INTRODUCTION_LINES])):
        if block.role is Role.PARAGRAPH and _INTRODUCES.search(block.folded) and below.role is Role.PARAGRAPH:
            titled = _DOCUMENT.match(below.folded) and first_rule(VETOES, below) is None
            return i + 1 if titled else None
    return None


def split_subtitle(page: Page, index: int) -> None:
    """Give title and subtitle their roles: a subtitle stands after a dash, or says who attended or what was done.

    Args:
        page: The page.
        index: Index of the title.
    """
    _cut_number(page, index)
    _cut_author(page, index)
    title = page.blocks[index]
    title.role = Role.TITLE
    inner = _inner_dash(title.folded)
    if inner and inner[1] < len(title.folded):
        level = title.level
        page.blocks[index : index + 1] = [
            part(title, 0, inner[0], Role.TITLE),
            part(title, inner[1], len(title.folded), Role.SUBTITLE),
        ]
        page.blocks[index].level = level
        page.title, page.subtitle = page.blocks[index], page.blocks[index + 1]
        return
    page.title = title
    for block in page.blocks[index + 1 : index + 2]:
        dash = _DASH.match(block.folded)
        if block.role in (Role.FURNITURE, Role.SOURCE_LINE, Role.TABLE):
            return
        if dash and "—" in dash[0] and dash.end() < len(block.folded):
            block.start += dash.end()
            block.text, block.folded = block.text[dash.end() :], block.folded[dash.end() :]
        elif not _is_subtitle(title, block):
            return
        block.role, block.level = Role.SUBTITLE, 0
        page.subtitle = block


def _cut_number(page: Page, index: int) -> None:
    """Make a line of its own of a document number behind a title: …的通知（某政发〔2017〕2号）, …的通知 2017第2号."""
    title = page.blocks[index]
    line = title.folded.rstrip(" |")
    opening = line.rfind("（") if line.endswith("）") else line.rfind(" ")
    number = line[opening + 1 :].removesuffix("）")
    if opening > 0 and is_number_line(number):
        whole = part(title, 0, len(line[:opening].rstrip()))
        whole.level, whole.rule = title.level, title.rule
        at = opening if line[opening] == "（" else opening + 1
        page.blocks[index : index + 1] = [whole, part(title, at, len(title.folded), Role.NUMBER)]


_BEHIND_TITLE = pattern(
    rf"(?<=\S) {{1,2}}(?P<name>[{HAN}]{{2,4}})$",
    matches=[("市人大常委会举行会议 于立主持 王小明", {"name": "王小明"})],
    rejects=[
        *("王小明", " 王小明", "市政府召开会议", "市政府召开会议，王小明", "市政府召开会议   王小明"),
        *("市政府召开会议 完", "市人大常委会举行会议 于立主持会议"),
    ],
)
_AUTHOR_LINES = 4
"""The reporter whom a title names behind itself is named again within so many lines."""


def _cut_author(page: Page, index: int) -> None:
    """Make a line of its own of the reporter behind a title, whom the dateline names again: …会议 王小明."""
    title = page.blocks[index]
    behind = _BEHIND_TITLE.search(title.folded)
    if behind is None or not is_name(behind["name"]):
        return
    below = [block.folded for block in page.blocks[index + 1 : index + 1 + _AUTHOR_LINES]]
    if any(behind["name"] in _reporters(line) for line in below):
        whole = part(title, 0, behind.start())
        whole.level, whole.rule = title.level, title.rule
        page.blocks[index : index + 1] = [whole, part(title, behind.start("name"), len(title.folded), Role.BYLINE)]


def _reporters(line: str) -> list[str]:
    """The reporters whom a dateline names."""
    dateline = match_dateline(line, alone=True)
    return names_of_byline(line[slice(*dateline.credit)]) if dateline and dateline.credit else []


def _inner_dash(line: str) -> tuple[int, int] | None:
    """The dash in a title that stands in no bracket."""
    for dash in _INNER_DASH.finditer(line):
        depth = sum(c in OPENING_BRACKET for c in line[: dash.start()]) - sum(
            c in CLOSING_BRACKET for c in line[: dash.start()]
        )
        if depth <= 0:
            return dash.span()
    return None


def _is_subtitle(title: Block, block: Block) -> bool:
    line = block.folded
    if ATTENDANCE.match(line):
        return True
    if line[-1] in "。；：" or is_source_line(line):
        return False
    if title.level and block.level == title.level + 1 and block.signals is not None and len(line) >= _NAMED_LENGTH:
        return title.signals is not None and title.signals.words == block.signals.words
    return goes_on(line) and len(line) <= 60
