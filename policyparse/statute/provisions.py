"""Provisions (条文): the tree of parts, chapters, sections, articles, paragraphs, items and subitems.

    provisions ::= (division | article)*
    division   ::= label title
    article    ::= label heading? paragraph*
    paragraph  ::= text item*
    item       ::= label text item*

编 part, 分编 subpart, 章 chapter, 节 section, 条 article, 款 paragraph, 项 item, 目 subitem (立法法, 2023, art. 65).
A paragraph has no number; a line without a label is one, also where it closes a list. The level of an item
follows from the form of its label: a form that is new opens a level, one that is open goes on with it. In an
opinion an item may have a heading （（一）指导思想。）; what stands below it is its text, on lines of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import pattern
from policyparse.language.labels import DIVISION_LEVELS, Label, match_label
from policyparse.model.provisions import ArticleDraft, DivisionDraft, ItemDraft, ParagraphDraft
from policyparse.page.layout import Block
from policyparse.statute.labelled_lines import SERIAL, Line, is_tight
from policyparse.statute.run_on import split_items

_HEADING = compiled(r"(?:（([^（）。；，]{1,40})）|【 ?([^【】]{1,40}?) ?】|\[([^\[\]]{1,40})\]) ?")
_NO_HEADING = pattern(
    rf"(?:[0-9{SMALL_ORDINAL}]{{1,4}}|删除|已?废止|略|空|以下.{{0,4}}称.{{0,30}})$",
    method="match",
    matches=["一", "2001", "删除", "废止", "已废止", "略", "空", "以下简称某局", "以下统一简称某局", "以下称"],
    rejects=["", "总则", "20011", "删除条款", "略论", "以下各章各条均简称某局", "以下简称" + "某市某区某局" * 6],
)
"""Words in brackets behind a label that are no heading."""
_STOPS = "。！？；：，、”）》…"
_SENTENCE = compiled("[，。；：！？]")
_STOP = compiled("[。；：！？;:]")
_PROSE = compiled(r"[，。；：、]")
_JUSTIFIED = compiled(r"\S(?:\s{1,6}\S){1,5}")
_UNNUMBERED = pattern(
    r"(?:[附总] {0,6}则|[序前] {0,6}言)$",
    method="match",
    matches=["附则", "总      则", "序言", "前      言"],
    rejects=["附则条款", "总       则", "前       言", "细则"],
)
"""A division without a number."""
_BROKEN = 30
_HEADING_LENGTH = 40


@dataclass(slots=True)
class Provisions:
    """The tree, as drafts of the public models, in order of the text.

    Attributes:
        style: Style of the articles' labels: `第条`, `一、`, …; empty where there are no articles.
        divisions: Drafts of divisions.
        articles: Drafts of articles, without norms and citations.
        loose: Lines that stand under no article.
    """

    style: str
    divisions: list[DivisionDraft] = field(default_factory=list)
    articles: list[ArticleDraft] = field(default_factory=list)
    loose: list[Block] = field(default_factory=list)


def parse_provisions(lines: Sequence[Line], style: str) -> Provisions:
    """Build the tree.

    Args:
        lines: The lines of the body, without title, table of contents and signatures.
        style: Style of the articles' labels, by `article_style`.

    Returns:
        Divisions and articles; every line is in one of them or in `loose`.
    """
    builder = _Builder(style)
    for i, line in enumerate(lines):
        builder.add(line, lines[i + 1] if i + 1 < len(lines) else None)
    builder.finish()
    return builder.provisions


class _Builder:
    """Takes one line after the other and keeps what is open: article, paragraph, items, quotation."""

    def __init__(self, style: str) -> None:
        self.provisions = Provisions(style)
        self.style = style
        self.article: ArticleDraft | None = None
        self.paragraph: ParagraphDraft | None = None
        self.items: list[tuple[str, ItemDraft]] = []
        self.untitled: DivisionDraft | None = None
        self.headed: set[str] = set()
        self.below: list[tuple[ItemDraft, list[str]]] = []
        self.quoted = 0

    def add(self, line: Line, following: Line | None) -> None:
        label, block = line.label, line.block
        if label is None:
            self._add_unlabelled(block, following)
        elif label.kind == "article":
            self._add_serial(line, label)
        elif label.kind == "item":
            self._add_labelled(line, label, following)
        else:
            self._open_division(block, label)
        if self.style != SERIAL:
            self.quoted = max(0, self.quoted + block.folded.count("“") - block.folded.count("”"))

    def _add_unlabelled(self, block: Block, following: Line | None) -> None:
        quoted = _match_quoted(block.folded) if self.quoted else None
        if self._is_unnumbered(block, following):
            self._open_unnumbered(block)
        elif quoted is not None:
            self._add_item(block, quoted, 1)
        else:
            self._add_text(block)

    def _add_serial(self, line: Line, label: Label) -> None:
        """第三条: an article where articles are so numbered, else text of the point that quotes or cites it."""
        if self.style == SERIAL and not self._goes_on(line):
            self._open_article(line.block, label)
        else:
            self._add_text(line.block)

    def _add_labelled(self, line: Line, label: Label, following: Line | None) -> None:
        """一、 or （一）: an article of a decision, a heading over articles, or an item."""
        if label.style == self.style and not self._inside_quotation(label):
            self._open_article(line.block, label)
            self._head(line, following)
        elif self.style == SERIAL and self._is_heading(line, following):
            self._open_division(line.block, label)
        else:
            self._add_item(line.block, label)

    def _inside_quotation(self, label: Label) -> bool:
        """Inside a quoted provision a label numbers that provision, unless it is the next of the document."""
        if not self.quoted:
            return False
        articles = self.provisions.articles
        if articles and label.number == articles[-1]["number"] + 1:
            self.quoted = 0
            return False
        return True

    def _is_heading(self, line: Line, following: Line | None) -> bool:
        """一、管辖 before an article is a heading over articles."""
        label, text = line.label, line.block.folded
        if label is None or label.style != "一、" or following is None or following.label is None:
            return False
        return (
            following.label.kind == "article" and len(text) <= _HEADING_LENGTH and not _PROSE.search(text[label.body :])
        )

    def _head(self, line: Line, following: Line | None) -> None:
        """一、总体要求 over text of its own is the heading of its article."""
        text, label = line.block.folded, line.label
        if self.article is None or self.paragraph is None or label is None or following is None:
            return
        rest = text[label.body :]
        below = following.label is None or (following.label.kind == "item" and following.label.style != self.style)
        if below and rest and len(rest) <= _HEADING_LENGTH and not _SENTENCE.search(rest):
            self.article["heading"] = self.paragraph["text"]
            self.article["paragraphs"].clear()
            self.paragraph = None

    def _open_division(self, block: Block, label: Label) -> None:
        title = block.text[label.body :]
        division: DivisionDraft = {
            "kind": "chapter" if label.kind == "item" else label.kind,
            "label": "".join(block.text[: label.end].split()) if label.kind != "item" else label.text,
            "number": label.number,
            "title": _title(title),
            "span": block.extent,
        }
        self.provisions.divisions.append(division)
        self.untitled = division if not title or title.endswith("、") else None
        self.article = self.paragraph = None
        self.items.clear()

    def _is_unnumbered(self, block: Block, following: Line | None) -> bool:
        if self.style != SERIAL or self.untitled is not None or following is None or following.label is None:
            return False
        return bool(_UNNUMBERED.match(block.folded))

    def _open_unnumbered(self, block: Block) -> None:
        """附则 without a number is a division like the highest of the document."""
        divisions = self.provisions.divisions
        kind = min((d["kind"] for d in divisions), key=lambda kind: DIVISION_LEVELS[kind], default="chapter")
        title = "".join(block.text.split())
        divisions.append({"kind": kind, "label": "", "number": 0, "title": title, "span": block.extent})
        self.article = self.paragraph = self.untitled = None
        self.items.clear()

    def _open_article(self, block: Block, label: Label) -> None:
        article: ArticleDraft = {
            "number": label.number,
            "suffix": label.suffix,
            "label": label.text,
            "heading": None,
            "division": len(self.provisions.divisions) - 1 if self.provisions.divisions else None,
            "paragraphs": [],
            "norms": [],
            "citations": [],
            "span": block.extent,
        }
        self.provisions.articles.append(article)
        self.article, self.paragraph, self.untitled = article, None, None
        self.items.clear()
        self.quoted = 0
        start = label.body
        if start < len(block.folded) and block.folded[start] in "（【[":
            heading = _HEADING.match(block.folded, start)
            if heading and not _NO_HEADING.match(heading[heading.lastindex or 1]):
                article["heading"] = block.text[slice(*heading.span(heading.lastindex or 1))]
                start = heading.end()
        if start < len(block.text):
            self._add_paragraph(block, start)

    def _add_text(self, block: Block) -> None:
        if self.article is None:
            if self.untitled is not None and len(block.text) <= _HEADING_LENGTH and not _SENTENCE.search(block.folded):
                self.untitled["title"] += _title(block.text)
                self.untitled["span"] = (self.untitled["span"][0], block.end)
                self.untitled = None
            else:
                self.provisions.loose.append(block)
        elif not self.article["paragraphs"] and self.article["heading"] is None and self._is_bare_heading(block):
            self.article["heading"] = block.text[1:-1].strip()
            self._extend(block.end)
        elif self.paragraph is not None and self._is_cut():
            self._lengthen(block)
        elif self._is_below_heading():
            self._put_below(block)
        else:
            self._add_paragraph(block, 0)

    def _is_bare_heading(self, block: Block) -> bool:
        """（立法目的） on a line of its own, right under the label."""
        heading = _HEADING.fullmatch(block.folded)
        return heading is not None and not _NO_HEADING.match(heading[heading.lastindex or 1])

    def _add_paragraph(self, block: Block, start: int) -> None:
        assert self.article is not None
        items = split_items(block.folded, start)
        text = block.text[start : items[0][0] if items else None].rstrip()
        paragraph: ParagraphDraft = {"text": text, "items": [], "span": (block.start + start, block.end)}
        self.article["paragraphs"].append(paragraph)
        self.article["span"] = (self.article["span"][0], block.end)
        self.paragraph = paragraph
        self.items.clear()
        for i, (at, label) in enumerate(items):
            end = items[i + 1][0] if i + 1 < len(items) else len(block.text)
            paragraph["items"].append(_item(block, at, label, end))
        if items:
            self.items.append((items[-1][1].style, paragraph["items"][-1]))

    def _add_item(self, block: Block, label: Label, start: int = 0) -> None:
        if self.article is None:
            self.provisions.loose.append(block)
            return
        if self.paragraph is None:
            self.paragraph = {"text": "", "items": [], "span": block.extent}
            self.article["paragraphs"].append(self.paragraph)
        styles = [style for style, _ in self.items]
        if label.style in styles:
            del self.items[styles.index(label.style) :]
        item = _item(block, start, label, len(block.text))
        parent = self.items[-1][1] if self.items else self.paragraph
        if not parent["items"]:
            self.headed.discard(label.style)
        parent["items"].append(item)
        self.items.append((label.style, item))
        self._extend(block.end)

    def _is_below_heading(self) -> bool:
        """Whether a line stands below an item that is a heading, the first of its list or in one of headings."""
        if self.style == SERIAL or self.paragraph is None or not self.items:
            return False
        style, item = self.items[-1]
        siblings = (self.items[-2][1] if len(self.items) > 1 else self.paragraph)["items"]
        heading: str = item["text"]
        if item["items"] or not (len(siblings) == 1 or style in self.headed):
            return False
        if not 0 < len(heading) <= _HEADING_LENGTH or heading[-1] in "；：，;:," or _STOP.search(heading[:-1]):
            return False
        self.headed.add(style)
        return True

    def _extend(self, end: int) -> None:
        """Everything that is open now ends here."""
        if self.article is not None:
            self.article["span"] = (self.article["span"][0], end)
        if self.paragraph is not None:
            self.paragraph["span"] = (self.paragraph["span"][0], end)
        for _, item in self.items:
            item["span"] = (item["span"][0], end)

    def _is_cut(self) -> bool:
        """Whether the last text stops inside a sentence."""
        node = self.items[-1][1] if self.items else self.paragraph
        text: str = node["text"] if node is not None else ""
        return len(text) >= _BROKEN and text[-1] not in _STOPS and bool(_PROSE.search(text))

    def _goes_on(self, line: Line) -> bool:
        """Whether a label is a citation that a break put at the start of a line."""
        if self.paragraph is None or not self._is_cut() or not is_tight(line):
            return False
        articles, label = self.provisions.articles, line.label
        return bool(articles and label and label.number != articles[-1]["number"] + 1)

    def _put_below(self, block: Block) -> None:
        item = self.items[-1][1]
        if not self.below or self.below[-1][0] is not item:
            self.below.append((item, [item["text"]]))
        self.below[-1][1].append(block.text)
        self._extend(block.end)

    def finish(self) -> None:
        """Give the items that are headings the text below them."""
        for item, texts in self.below:
            item["text"] = "\n".join(texts)

    def _lengthen(self, block: Block) -> None:
        node = self.items[-1][1] if self.items else self.paragraph
        assert node is not None
        node["text"] += block.text
        self._extend(block.end)


def _match_quoted(line: str) -> Label | None:
    """The label of an item in a quoted provision, behind the mark that each of its lines repeats: “（二）……；."""
    label = match_label(line[1:]) if line.startswith("“（") else None
    return None if label is None else replace(label, style="“" + label.style)


def _title(text: str) -> str:
    """The title of a division, without the spaces that set its characters apart: 总　则."""
    return "".join(text.split()) if _JUSTIFIED.fullmatch(text) else text


def _item(block: Block, start: int, label: Label, end: int) -> ItemDraft:
    """A draft of `Item` from `start` to `end` of a line; the offsets in its label count from `start`."""
    return {
        "label": block.text[start : start + label.end],
        "number": label.number,
        "text": block.text[start + label.body : end].rstrip(),
        "items": [],
        "span": (block.start + start, block.start + end),
    }
