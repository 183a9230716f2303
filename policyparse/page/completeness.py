"""Whether the text is whole: paragraphs cut at their start or end, quotation marks without their partner."""

from collections.abc import Sequence

from policyparse.knowledge.characters import HAN
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.instruments import TITLE_ENDING
from policyparse.knowledge.pattern import pattern
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.blocks import Block, Page, Role

WHOLE_WORD = pattern("(?&seams.whole_words)", method="match", matches=["了解情况"], rejects=["了新的进展"])
_CUT_START = pattern(
    rf"[，。、；：！？％%”’）》]|(?![是对好不嗯哎啊唉喂行来看要])[{HAN}]，|(?!(?&whole))[的了着过们]",
    whole=WHOLE_WORD,
    method="match",
    matches=["，加快建设", "话，真正做到", "的发展机遇", "了新的进展", "着新的挑战", "过一段时间", "们的获得感"],
    rejects=[
        *("是，我们做到了", "对，就是这样", "好，大家鼓掌", "不，还不够", "嗯，可以", "哎，来了", "啊，真好"),
        *("唉，算了", "喂，请讲", "行，就这么办", "来，坐下谈", "看，麦子熟了", "要，当然要", "的确如此"),
        *("过去五年", "加快建设"),
    ],
)
"""How a line begins inside a sentence: with a mark, a particle, or one character that is no clause (话，真正…)."""

_CUT_FIRST = frozenset("，。、；：！？％%”’）》的了们着过")
"""With what `_CUT_START` begins, where no comma comes second."""

_TITLE_STARTS_INSIDE = pattern(
    r"[，。、；：！？％%”’）》]|的(?![确士])|于(?=[一-龥]{2,60}的(?&ending)$)",
    ending=TITLE_ENDING,
    matches=[
        *("》做好防汛工作的通知", "、县财政局关于检查的通知", "的防汛工作方案", "于做好防汛工作的通知"),
        "于建公园的函",
    ],
    rejects=[
        *("关于做好防汛工作的通知", "《某办法》解读", "的士司机的一天", "“一件事”改革方案", "于都县工作报告"),
        *("的确如此", "于建公园的意见稿", "于县的公告"),
        "于进一步加强全市农村生活垃圾分类收集转运和城乡公共交通线路优化调整以及中小学校食堂卫生整治并切实改善人居环境"
        "便利群众日常生活出行的公告",
    ],
    method="match",
)
_TITLE_ENDS_INSIDE = pattern(
    r"(?:[，、；：（《“]|关于|以及)$",
    matches=["关于做好检查、", "某市人民政府关于", "某县财政局（", "关于做好检查以及"],
    rejects=["这件事是这样办成的", "某市人民政府关于检查的通知", "某方案（试行）"],
)
_ABOUT = pattern(
    r"关于[^，。《》]{2,80}的$",
    matches=["某市人民政府关于做好防汛工作的"],
    rejects=[
        *("关于做好防汛工作的通知", "他们说的", "某市人民政府关于县的"),
        "某市人民政府关于认真贯彻落实省委省政府决策部署进一步加强全市农村生活垃圾分类收集转运和城乡公共交通线路优化调"
        "整以及中小学校食堂卫生整治并切实改善人居环境便利群众日常生活出行不断增强群众获得感幸福感的",
    ],
)
"""The title of a letter without its genre."""

_CLOSED = "。！？；…：”’）》】〉"
_LABELLED_END = compiled(r"[\u4e00-\u9fff]{2,8}：[^，。；：]{1,30}$")
_PAGE_OF = pattern(
    r"第\s?(?P<page>[0-9]{1,3})\s?页\s?[，/／]?\s?共\s?(?P<total>[0-9]{1,3})\s?页",
    matches=[
        *(("第1页 共4页", {"page": "1", "total": "4"}), "第1页/共4页", "第 1 页，共 4 页", "第1页共4页"),
        "第1页 / 共4页",
    ],
    rejects=["第页 共4页", "第1页 共页", "第1000页 共4页", "第1页 共1000页", "第1页，，共4页"],
)
_PAGES_LISTED = pattern(
    r"(?:[\[【（]?\s?+[0-9]{1,2}+\s?+[\]】）]?\s{0,3}+){2,20}+(?:\.{3}|…)?\s{0,3}(?:下一页|全文阅读|余下全文)",
    method="match",
    matches=[
        *("1 2 下一页", "123下一页", "[1] [2] [3] 下一页", "1 2 3 … 下一页", "1 2...全文阅读", "【1】【2】余下全文"),
        "[ 1 ] [ 2 ] 下一页",
    ],
    rejects=[
        *("1 下一页", "下一页", "1 2 3", "1 2          下一页", "1 2..全文阅读", "1 2....全文阅读"),
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 下一页",
    ],
)
_PAGES_TOLD = pattern(
    r"共\s?(?P<total>[0-9]{1,3})\s?页[\s：]{0,4}(?:[\[【（0-9\]】）]\s?+){1,40}+.{0,6}(?:下一页|末页|尾页)",
    method="match",
    matches=[
        *(("共3页 1 2 3 下一页", {"total": "3"}), ("共 12 页：[1] [2] 下一页", {"total": "12"})),
        *(("共3页 123末页", {"total": "3"}), ("共2页【1】（2）尾页", {"total": "2"}), "共3页 1 2 3 跳到下一页"),
        "共3页 3末页",
    ],
    rejects=[
        *("共3页", "共3页，请于下一页签字", "总共3页 1 2 3 下一页", "共页 123末页", "共2025页 123末页"),
        *("共3页     123末页", "共3页 1 2 3，请核对后翻到末页"),
        "共60页 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 下一页",
    ],
)
"""A pager that tells how many pages there are."""

_NUMBER = compiled("[0-9]{1,2}")
_NUMBERS = compiled("[0-9]+")
_COUNTED = "123456789"
"""The numbers of pages, as a pager without spaces prints them."""


def begins_inside(line: str) -> bool:
    """Whether a width-folded line of prose begins inside a sentence: 的发展机遇，加快建设….

    Args:
        line: The line, without the space around it.
    """
    return len(line) >= 12 and (line[1] == "，" or line[0] in _CUT_FIRST) and bool(_CUT_START.match(line))


def _is_cut_at_end(line: str) -> bool:
    """Whether a width-folded line of prose ends inside a sentence; one that ends with a labelled value does not."""
    if line[-1] in _CLOSED or not ("，" in line or "。" in line):
        return False
    return not _LABELLED_END.search(line)


def check_completeness(page: Page, diagnostics: Diagnostics) -> None:
    """Report paragraphs that begin or end inside a sentence, quotation marks that do not pair, missing pages.

    Args:
        page: The page, its roles given.
        diagnostics: Takes the findings.
    """
    paragraphs = page.with_role(Role.PARAGRAPH)
    for block in paragraphs:
        line = block.folded
        if begins_inside(line):
            diagnostics.add(
                "PP104", f"the paragraph begins inside a sentence: {block.text[:12]}", (block.start, block.start + 1)
            )
    closing = next((b for b in reversed(page.blocks) if b.role in (Role.PARAGRAPH, Role.SIGNATURE, Role.TABLE)), None)
    if closing is not None and closing.role is Role.PARAGRAPH and _is_cut_at_end(closing.folded):
        place = (closing.end - 1, closing.end)
        diagnostics.add("PP105", f"the last sentence has no end: {closing.text[-12:]}", place)
    _check_title(page, diagnostics)
    _check_quotations(paragraphs, diagnostics)
    _check_pages(page, diagnostics)


def _check_title(page: Page, diagnostics: Diagnostics) -> None:
    """Report a title that begins or ends in the middle: 》做好防汛工作的通知, 关于印发《防汛."""
    if page.title is None:
        return
    line, text = page.title.folded, page.title.text
    depth = [line.count(opening) - line.count(closing) for opening, closing in ("《》", "（）", "“”")]
    if min(depth) < 0 or _TITLE_STARTS_INSIDE.match(line):
        place = (page.title.start, page.title.start + 1)
        diagnostics.add("PP209", f"the title begins in the middle: {text[:12]}", place)
    if max(depth) > 0 or _TITLE_ENDS_INSIDE.search(line) or _ABOUT.search(line):
        diagnostics.add("PP209", f"the title ends in the middle: {text[-12:]}", (page.title.end - 1, page.title.end))


def _check_quotations(paragraphs: Sequence[Block], diagnostics: Diagnostics) -> None:
    for i, block in enumerate(paragraphs):
        line = block.folded
        opened, closed = line.count("“"), line.count("”")
        if opened == closed:
            continue
        following = paragraphs[i + 1].folded if i + 1 < len(paragraphs) else ""
        if opened == closed + 1 and following.startswith("“"):
            continue  # a quotation over several paragraphs opens in each and closes in the last
        more, fewer = ("opens", "closes") if opened > closed else ("closes", "opens")
        diagnostics.add("PP204", f"the paragraph {more} more quotations than it {fewer}", block.extent)


def _pager(line: str) -> tuple[int, int] | None:
    """Number of a page and number of all pages, as a line of page numbers tells them; None for another line."""
    numbered = _PAGE_OF.search(line)
    if numbered:
        return int(numbered["page"]), int(numbered["total"])
    told = _PAGES_TOLD.match(line)
    if told:
        return 1, int(told["total"])
    if not _PAGES_LISTED.match(line):
        return None
    glued = _NUMBERS.match(line)
    if glued and len(glued[0]) > 1 and _COUNTED.startswith(glued[0]):
        return 1, len(glued[0])
    return 1, max(map(int, _NUMBER.findall(line)))


def _check_pages(page: Page, diagnostics: Diagnostics) -> None:
    """Report that the text goes on on other pages of the site, which the file does not have."""
    pages: set[int] = set()
    total, place = 0, None
    for block in page.with_role(Role.FURNITURE):
        found = _pager(block.folded)
        if found is not None:
            pages.add(found[0])
            total, place = max(total, found[1]), place or block.extent
    missing = total - len(pages & set(range(1, total + 1)))
    if missing > 0:
        diagnostics.add("PP206", f"the text is on {total} pages, of which {missing} are not here", place)
