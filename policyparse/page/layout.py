"""Laying out a page: every line gets a role.

    page  ::= furniture* title subtitle? (source line | number | note | byline | furniture)* body furniture*
    body  ::= (heading | paragraph | topic | caption | contents | table | signature | byline | furniture)*

What is title and what is body is decided by form, place and the signals of the file, not by a list of sites.
"""

from collections import Counter
from collections.abc import Sequence

from policyparse.knowledge import pattern
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.fold import fold
from policyparse.language.labels import is_division, is_labelled
from policyparse.language.notes import is_note
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.metadata import Metadata
from policyparse.page.blocks import Block, Page, Role
from policyparse.page.byline import split_credits
from policyparse.page.chrome import mark_chrome
from policyparse.page.completeness import check_completeness
from policyparse.page.furniture import closing_openers, ends_text, starts_tail
from policyparse.page.lines import add_signals, split_lines, split_openings, split_run_on
from policyparse.page.roles import decide_role
from policyparse.page.source_line import answers, asks_for, is_source_line
from policyparse.page.spots import HEADING_LENGTH, TERMINAL, Spot, is_prose
from policyparse.page.tables import find_tables
from policyparse.page.title_rules import TITLE_LENGTH
from policyparse.page.titles import choose_title, split_subtitle, title_introduced, title_of_older
from policyparse.page.trails import is_breadcrumb
from policyparse.source.edits import RepairedText
from policyparse.source.hints import hints_for

__all__ = ["Block", "Page", "Role", "lay_out"]

_CONTENTS = pattern(r"目\s*[录次]$", method="match", matches=["目录", "目  次"], rejects=["目录如下", "节目录"])
_LEADER = compiled(r"[\s.…·]{2,200}[0-9]{0,4}$")
_QUESTION = pattern(
    "(?!请问|那么|如果|但|可|而)[^，。！？；：“（）]{4,15}(?:，[^，。！？；：“（）]{3,12})?？",
    method="fullmatch",
    matches=["老人吃饭难怎么解？", "护理员留不住，怎么办？"],
    rejects=[
        *("请问老人吃饭难怎么解？", "那么老人吃饭难怎么解？", "如果老人吃饭难怎么解？", "但老人吃饭难怎么解？"),
        *("可老人吃饭难怎么解？", "而老人吃饭难怎么解？", "为啥？", "老人呢？", "护理员留不住，咋办？"),
        *("护理员留不住，社区居家养老服务站点今后怎么办？", "周立成 | - | indirect | 什么时候重新开张？"),
    ],
)
_ANSWER = pattern(
    r"答|[^，。：]{0,20}(?:回答|答道|答：)",
    method="match",
    matches=["答：我们将", "王小明回答说", "王小明答道", "局长答：是的", "回答说", ("答：我们将", "答")],
    rejects=["我们将加快建设", "王小明表示，回答", "出席新闻发布会的市卫生健康委员会主要负责同志答道"],
)
_HEAD_LINES = 12
"""Number of lines from the top among which the title may stand again."""

_LINKED = 0.5
"""Share of its characters in links from which on a line is a link to another page."""

_ANSWER_LENGTH = 30
"""Under a question that is a heading stands a paragraph longer than another question, in characters."""

_NOT_ASKED = frozenset("你您我")
_PROVISIONS = 3
"""Minimum number of articles of a text in which a sentence between two articles is no furniture."""

_NOTE_LINES = 20
"""Maximum number of lines of a note under a title."""

_CUT = compiled("[，。、]")

_LONGEST_HEAD = 1000
"""So many lines of a page are looked at for its title."""


def lay_out(repaired: RepairedText, diagnostics: Diagnostics, metadata: Metadata | None = None) -> Page:
    """Give every line of the repaired text its role.

    Args:
        repaired: The repaired text.
        diagnostics: Takes what the page lacks.
        metadata: What the caller knows of the document.

    Returns:
        The page.
    """
    text, folded = repaired.text, repaired.folded
    lines = split_lines(text, folded)
    add_signals(lines, repaired)
    blocks = list(split_credits(list(split_openings(split_run_on(lines)))))
    traditional = any(r.rule == "traditional_characters" for r in repaired.repairs)
    page = Page(text, folded, blocks, traditional, repaired.source.hints, metadata=metadata)
    mark_chrome(blocks)
    find_tables(page)
    _mark_notes(blocks)
    known = [metadata.title] if metadata and metadata.title else []
    _set_title(page, known + [value for _, value in hints_for(page.hints, "title")], diagnostics)
    source = repaired.source.text
    _mark_title_again(page)
    _classify(page, [fold(source[start:end]).strip() for start, end in repaired.interruptions])
    _head_with_questions(page.blocks)
    _cut_tail(page)
    check_completeness(page, diagnostics)
    return page


def _set_title(page: Page, known: Sequence[str], diagnostics: Diagnostics) -> None:
    """Choose the title; the lines above it are source lines or furniture."""
    head = page.blocks[: min(_body_start(page.blocks) + 1, _LONGEST_HEAD)]
    title = choose_title(head, page, known)
    if title is None:
        title = title_of_older(page, head)
    if title is None and (title := title_introduced(page)) is not None:
        extent = (page.blocks[0].start, page.blocks[title - 1].end)
        diagnostics.add("PP205", "the lines above the title introduce the document and are in no field", extent)
    if title is None:
        diagnostics.add("PP201", "no line above the body has the form of a title")
        return
    for block in page.blocks[:title]:
        if block.role not in (Role.NUMBER, Role.TABLE, Role.NOTE):
            block.role = Role.SOURCE_LINE if is_source_line(block.folded) else Role.FURNITURE
            block.level, block.rule = 0, block.rule or "above_title"
    split_subtitle(page, title)


def _body_start(blocks: Sequence[Block]) -> int:
    """Index of the first line of prose that ends as prose does."""
    for i, block in enumerate(blocks):
        line = block.folded
        if is_prose(block) and not is_breadcrumb(line) and (TERMINAL.search(line) or len(line) > TITLE_LENGTH):
            return i
    return len(blocks)


def _mark_notes(blocks: Sequence[Block]) -> None:
    """Give the lines of a note under the title their role; one in brackets runs to the bracket that closes it."""
    depth = since = 0
    for block in blocks[: _body_start(blocks) + 1]:
        line = block.folded
        if block.role is not Role.PARAGRAPH:
            continue
        if depth or is_note(line):
            depth = max(0, depth + line.count("（") - line.count("）"))
            since = since + 1 if depth else 0
            block.role, block.rule = Role.NOTE, "note"
            if since > _NOTE_LINES:
                return


def _is_provision(block: Block) -> bool:
    """Whether a line is a numbered sentence (第三条 ……。, （一）……；), which is nothing else."""
    line = block.folded
    return line[0] in "第（" and line[-1] in "。；" and not block.level and is_labelled(line)


_SETTLED = frozenset({Role.TITLE, Role.SUBTITLE, Role.FURNITURE, Role.TABLE, Role.NUMBER, Role.NOTE})


def _classify(page: Page, captions: list[str]) -> None:
    """Give a role to every line after the title."""
    repeated = Counter(b.folded for b in page.blocks if len(b.folded) < HEADING_LENGTH)
    repeated.update(captions)
    title = page.title
    protected = _between_articles(page.blocks)
    in_front, in_toc, toc_first = True, False, ""
    paragraph = Role.PARAGRAPH
    previous: Block | None = None
    asked: str | None = None
    for i, block in enumerate(page.blocks):
        line = block.folded
        if block.role is paragraph and _is_provision(block):
            in_front, in_toc, asked, previous, block.rule = False, False, None, block, "provision"
            continue
        if block.role in _SETTLED or (block.role is Role.SOURCE_LINE and previous is None):
            previous = block
            continue
        if block.role is Role.SOURCE_LINE:
            previous, asked = block, None
            continue
        if in_toc and is_division(line) and _LEADER.sub("", line) != toc_first:
            toc_first = toc_first or _LEADER.sub("", line)
            block.role, block.rule = Role.CONTENTS, "contents"
        elif _CONTENTS.match(line):
            in_toc, block.role, block.rule = True, Role.CONTENTS, "contents"
        elif asked and in_front and answers(line, asked):
            block.role, block.rule = Role.SOURCE_LINE, "value_of_label"
            asked = asked if asked == "other" else None
            previous = block
            continue
        elif i in protected and line[-1] in "。；":
            in_toc, block.role, block.rule = False, paragraph, "between_articles"
        else:
            in_toc = False
            once = repeated[line] <= 1 or (title is not None and line in title.folded)
            block.role, block.rule = decide_role(Spot(page.blocks, i, previous, in_front, once))
        _set_level(block, in_front=in_front, titled=title is not None)
        asked = asks_for(line) if block.role is Role.SOURCE_LINE else None
        if in_front and block.role is paragraph and is_prose(block):
            in_front = False
        previous = block


def _mark_title_again(page: Page) -> None:
    """Give a line of the head its role that is the title once more, where its marks would make it a sentence."""
    title = page.title
    if title is None or not TERMINAL.search(title.folded):
        return
    for block in page.blocks[:_HEAD_LINES]:
        if block is not title and block.role is Role.PARAGRAPH and block.folded == title.folded:
            block.role, block.rule = Role.TITLE, "title_again"


def _set_level(block: Block, *, in_front: bool, titled: bool) -> None:
    """A heading has a level; above a text without a title it is none, whatever it looks like, but it is numbered."""
    if block.role is Role.HEADING:
        if in_front and not titled and not block.level and block.rule != "part":
            block.role, block.rule = Role.FURNITURE, "above_text"
        else:
            block.level = block.level or (2 if block.folded[0] in "（(" and block.rule == "part" else 1)
    elif block.role is not Role.TOPIC:
        block.level = 0


def _between_articles(blocks: Sequence[Block]) -> range:
    """The lines between the first article and the last, where a sentence is no furniture, whatever its words."""
    articles = [i for i, block in enumerate(blocks) if block.folded[0] == "第" and is_labelled(block.folded)]
    return range(articles[0], articles[-1]) if len(articles) >= _PROVISIONS else range(0)


def _head_with_questions(blocks: Sequence[Block]) -> None:
    """Make headings of short questions that stand alone, where more than one does: 护理员留不住怎么办？.

    One alone may be the reporter's own; one under a speaker's name or to somebody is asked.
    """
    asked = [
        blocks[i]
        for i in range(1, len(blocks) - 1)
        if blocks[i].folded[-1] == "？"
        and blocks[i].role is Role.PARAGRAPH
        and _QUESTION.fullmatch(blocks[i].folded)
        and _NOT_ASKED.isdisjoint(blocks[i].folded)
        and blocks[i - 1].folded[-1] != "："
        and blocks[i + 1].role is Role.PARAGRAPH
        and len(blocks[i + 1].folded) > _ANSWER_LENGTH
        and not _ANSWER.match(blocks[i + 1].folded)
    ]
    for block in asked if len(asked) > 1 else ():
        block.role, block.level, block.rule = Role.HEADING, 1, "series_of_questions"


def _cut_tail(page: Page) -> None:
    """After a tail word, after the line that closes the text, and after the last paragraph, only furniture follows."""
    paragraph = Role.PARAGRAPH
    total = sum(len(b.folded) for b in page.blocks if b.role is paragraph)
    read = 0
    cut = False
    openers = closing_openers()
    for i, block in enumerate(page.blocks):
        closes = not cut and read and block.folded[0] in openers and block.rule != "between_articles"
        if closes and _interrupts(page.blocks, i):
            block.role, block.level, block.rule = Role.FURNITURE, 0, "link_in_text"
            continue
        if closes and (starts_tail(block.folded) or (ends_text(block.folded) and read > total / 2)):
            cut = True
            if block.role is Role.SOURCE_LINE:
                continue
        if cut:
            if block.role is not Role.SOURCE_LINE or starts_tail(block.folded):
                block.role, block.level, block.rule = Role.FURNITURE, 0, "below_text"
        elif block.role is paragraph and is_prose(block):
            read += len(block.folded)
    _cut_headings(page.blocks)


def _interrupts(blocks: Sequence[Block], i: int) -> bool:
    """Whether a line is a link that a page put between two paragraphs of the same element: 相关阅读：…."""
    signals = blocks[i].signals
    if signals is None or signals.link_density < _LINKED or i + 1 >= len(blocks):
        return False
    above = next((b for b in reversed(blocks[:i]) if b.role is Role.PARAGRAPH), None)
    below = next((b for b in blocks[i + 1 : i + 3] if b.role is Role.PARAGRAPH), None)
    if above is None or below is None or above.signals is None or below.signals is None or not is_prose(below):
        return False
    return above.signals.words == below.signals.words and below.signals.link_density < _LINKED


def _cut_headings(blocks: Sequence[Block]) -> None:
    """Below the last paragraph a heading heads nothing; one line alone that stops inside a sentence ends the text."""
    below: list[Block] = []
    for block in reversed(blocks):
        if block.role in (Role.PARAGRAPH, Role.SIGNATURE, Role.TABLE):
            break
        if block.role in (Role.HEADING, Role.TOPIC):
            below.append(block)
    if len(below) == 1 and _is_cut_sentence(below[0]):
        below[0].role, below[0].level, below[0].rule = Role.PARAGRAPH, 0, "cut_sentence"
        return
    for block in below:
        block.role, block.level, block.rule = Role.FURNITURE, 0, "below_text"


def _is_cut_sentence(block: Block) -> bool:
    """Whether a line is a sentence that the end of the text cuts off: it has a comma, and is set as no heading."""
    linked = block.signals is not None and block.signals.link_density > 0
    return bool(_CUT.search(block.folded)) and not block.level > 1 and not linked
