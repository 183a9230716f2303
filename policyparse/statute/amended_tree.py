"""A document under amendment: its tree, and what each order does to it.

Provisions are found by the numbers that they had at the start; numbers after 作为 and 改为 are those of the amended
document. What does not fit is told and changes nothing.
"""

from collections.abc import Callable, Iterator

from policyparse.language.labels import format_label
from policyparse.language.numerals import parse_integer
from policyparse.model.content import DecisionContentDraft
from policyparse.model.provisions import Amendment, ArticleDraft, DivisionDraft, ItemDraft, ParagraphDraft
from policyparse.statute.amended_order import UNITS, Order
from policyparse.statute.quoted_provisions import (
    Key,
    divisions_of,
    item_number,
    key_of,
    number_items,
    parse_articles,
    parse_items,
    parse_paragraphs,
    parse_quoted,
)

PREAMBLE = "序言"
_DIVISIONS = ("part", "subpart", "chapter", "section")
_NO_ARTICLE = "there is no such article"
_NO_PARAGRAPH = "there is no such paragraph"
_NO_ITEM = "there is no such item"

_Node = ParagraphDraft | ItemDraft


class AmendedTree:
    """The tree of a document, changed order by order.

    Args:
        draft: Draft of the document; its divisions, articles and preamble are changed.
    """

    def __init__(self, draft: DecisionContentDraft) -> None:
        self.draft = draft
        self.articles = draft["articles"]
        self.order = Order(self.articles, draft["divisions"])
        self.old: dict[Key, ArticleDraft] = {}
        self.paragraphs: dict[int, list[ParagraphDraft]] = {}  # by the id of a list, as it was
        self.items: dict[int, list[ItemDraft]] = {}
        for article in self.articles:
            self.old.setdefault((article["number"], article.get("suffix")), article)
            self.paragraphs[id(article["paragraphs"])] = list(article["paragraphs"])
            for paragraph in article["paragraphs"]:
                self.items[id(paragraph["items"])] = list(paragraph["items"])

    def apply(self, amendment: Amendment) -> str | None:
        """Apply one amendment; returns what does not fit, or None."""
        level = _level_of(amendment)
        if level == "preamble":
            return self._change_preamble(amendment)
        handler = _HANDLERS.get((amendment.operation, level))
        return handler(self, amendment) if handler else "it names no provision that this document has"

    def finish(self) -> None:
        """Put what is new and what is moved in its place, and number anew where that was ordered."""
        self.order.settle()

    # ------------------------------------------------------------------ preamble, whole document, divisions

    def _change_preamble(self, amendment: Amendment) -> str | None:
        lines: list[str] = (self.draft["preamble"] or "").split("\n")
        number = amendment.target.paragraph
        if number is None and amendment.operation != "substitute":
            return "it does not say which paragraph of the preamble"
        if number is not None and number > len(lines):
            return "the preamble has no such paragraph"
        before = list(lines)
        for i in range(len(lines)) if number is None else [number - 1]:
            lines[i] = _changed(lines[i], amendment)
        self.draft["preamble"] = "\n".join(lines)
        return None if lines != before else f"“{amendment.old}” does not stand there"

    def _number_anew(self, amendment: Amendment) -> str | None:
        if amendment.new is None:
            self.order.sequential = True
            return None
        return "it names no provision that this document has"

    def _substitute_everywhere(self, amendment: Amendment) -> str | None:
        old, new = amendment.old or "", amendment.new or ""
        changed = [_replace_words(a, "heading", old, new) for a in self.articles]
        changed += [_replace_words(d, "title", old, new) for d in self.draft["divisions"]]
        changed += [_substitute(p, old, new) for a in self.articles for p in a["paragraphs"]]
        changed += [_replace_words(self.draft, "preamble", old, new)]
        return None if any(changed) else f"“{amendment.old}” does not stand in it"

    def _division(self, amendment: Amendment) -> DivisionDraft | None:
        return self.order.division(divisions_of(amendment.target.division or ""))

    def _replace_division(self, amendment: Amendment) -> str | None:
        """A new heading, or a new text of the whole division."""
        division = self._division(amendment)
        if division is None:
            return "there is no such division"
        text = amendment.text or ""
        new = parse_quoted(text, "")
        if not new.articles:
            division["title"] = new.divisions[0]["title"] if new.divisions else text.strip()
            return None
        self.order.insert_division(new.divisions, new.articles, division, instead=True)
        return None

    def _delete_division(self, amendment: Amendment) -> str | None:
        if amendment.old is not None:
            return self._substitute_in_division(amendment)
        division = self._division(amendment)
        if division is None:
            return "there is no such division"
        self.order.delete_division(division)
        return None

    def _substitute_in_division(self, amendment: Amendment) -> str | None:
        division = self._division(amendment)
        if division is None:
            return "there is no such division"
        old, new = amendment.old or "", amendment.new or ""
        changed = [_replace_words(d, "title", old, new) for d in self.order.within(division)]
        articles = self.order.articles_of(division)
        changed += [_substitute(p, old, new) for a in articles for p in a["paragraphs"]]
        return None if any(changed) else f"“{amendment.old}” does not stand there"

    def _renumber_division(self, amendment: Amendment) -> str | None:
        division, new = self._division(amendment), divisions_of(amendment.new or "")
        if division is None or not new or new[-1][0] != division["kind"]:
            return "there is no such division"
        division["number"] = new[-1][1]
        division["label"] = format_label(UNITS[division["kind"]], division["number"])
        return None

    # ------------------------------------------------------------------ articles, paragraphs, items

    def _article(self, amendment: Amendment) -> ArticleDraft | None:
        article = self.old.get(key_of(amendment.target.article or "") or (0, None))
        return article if article is not None and any(article is a for a in self.articles) else None

    def _renumber_article(self, amendment: Amendment) -> str | None:
        article = self._article(amendment)
        if article is None:
            return _NO_ARTICLE
        if (amendment.new or "").endswith(("款", "项")):
            return None  # paragraphs and items are counted, not labelled
        if amendment.target.paragraph is not None or amendment.target.item is not None:
            return "a paragraph or item does not become an article"
        key = key_of(amendment.new or "")
        if key is None:
            return "the new number is none of an article"
        self.order.move(article, key, amendment.new or "")
        return None

    def _place(self, amendment: Amendment) -> tuple[ArticleDraft, list[_Node], int | None] | str:
        """The article, and the list and index of the paragraph or item that is meant, without index for all of it."""
        article, target = self._article(amendment), amendment.target
        if article is None:
            return _NO_ARTICLE
        nodes: list[_Node] = article["paragraphs"]
        index: int | None = None
        if target.paragraph is not None:
            index = _index_of(nodes, self.paragraphs.get(id(nodes)), target.paragraph)
            if index is None:
                return _NO_PARAGRAPH
        if target.item is None:
            return article, nodes, index
        number = item_number(target.item) or 0
        for node in nodes if index is None else [nodes[index]]:
            items: list[_Node] = node["items"]  # type: ignore[assignment]
            at = _index_of(items, self.items.get(id(items)), number)
            if at is not None:
                return article, items, at
        return _NO_ITEM

    def _substitute(self, amendment: Amendment) -> str | None:
        place = self._place(amendment)
        if isinstance(place, str):
            return place
        article, nodes, index = place
        old, new = amendment.old or "", amendment.new or ""
        changed = [_substitute(node, old, new) for node in (nodes if index is None else [nodes[index]])]
        if index is None:
            changed.append(_replace_words(article, "heading", old, new))
        return None if any(changed) else f"“{amendment.old}” does not stand there"

    def _delete(self, amendment: Amendment) -> str | None:
        if amendment.old is not None:
            return self._substitute(amendment)
        place = self._place(amendment)
        if isinstance(place, str):
            return place
        article, nodes, index = place
        if index is None:
            self.order.delete(article)
            return None
        del nodes[index]
        if amendment.target.item is not None:
            number_items(nodes)  # type: ignore[arg-type]
        return None

    def _replace(self, amendment: Amendment) -> str | None:
        place = self._place(amendment)
        if isinstance(place, str):
            return place
        article, nodes, index = place
        text = amendment.text or ""
        if index is None:
            new = parse_articles(text, article["label"])[0]
            article["paragraphs"], article["heading"] = new["paragraphs"], new["heading"] or article["heading"]
        elif amendment.target.item is not None:
            item = parse_items(text)[0]
            nodes[index]["text"], nodes[index]["items"] = item["text"], item["items"]
            number_items(nodes)  # type: ignore[arg-type]
        else:
            self._replace_paragraphs(nodes, index, amendment)
        return None

    def _replace_paragraphs(self, nodes: list[_Node], index: int, amendment: Amendment) -> None:
        """One paragraph, or a range that gets one new text: 第一款、第二款修改为."""
        through = amendment.target.through or ""
        number = parse_integer(through[1:-1]) if through.endswith("款") else None
        last = _index_of(nodes, self.paragraphs.get(id(nodes)), number) if number else None
        new = parse_paragraphs(amendment.text or "")
        if last in (None, index) and len(new) == 1:
            nodes[index].update(new[0])  # type: ignore[typeddict-item]  # to be found again by its old number
        else:
            nodes[index : (index if last is None else last) + 1] = new

    # ------------------------------------------------------------------ what is new

    def _insert(self, amendment: Amendment) -> str | None:
        if not amendment.text:
            return "the new text is not there"
        if amendment.unit == "article":
            return self._insert_articles(amendment)
        if amendment.unit in _DIVISIONS:
            return self._insert_division(amendment)
        article = self.old.get(key_of(amendment.target.article or "") or (0, None))
        if article is None:
            return _NO_ARTICLE
        return _INSERTS[amendment.unit](self, article, amendment)

    def _insert_articles(self, amendment: Amendment) -> str | None:
        label = amendment.target.article or ""
        if key_of(label) is None:
            return "it does not say where"
        new = parse_quoted(amendment.text or "", label)
        if new.divisions:  # 增加一节，作为第三节；增加二条：第三节　…
            self.order.insert_division(new.divisions, new.articles, None)
            return None
        parent = self._division(amendment) if amendment.target.division else None
        for article in new.articles:
            self.order.insert(article, parent)
        return None

    def _insert_division(self, amendment: Amendment) -> str | None:
        named = divisions_of(amendment.target.division or "")
        new = parse_quoted(amendment.text or "", "")
        heading = new.divisions[0] if new.divisions else None
        if not named or heading is None or (heading["kind"], heading["number"]) != named[-1]:
            return "it does not say where, or the new text has another heading"
        parent = self.order.division(named[:-1])
        if heading["kind"] == "section" and parent is None:
            return "it does not say in which chapter"
        self.order.insert_division(new.divisions, new.articles, parent)
        return None

    def _insert_paragraph(self, article: ArticleDraft, amendment: Amendment) -> str | None:
        number = amendment.target.paragraph
        at = len(article["paragraphs"]) if number is None else number - 1
        if at > len(article["paragraphs"]):
            return "there is no such place among its paragraphs"
        article["paragraphs"][at:at] = parse_paragraphs(amendment.text or "")
        return None

    def _insert_item(self, article: ArticleDraft, amendment: Amendment) -> str | None:
        paragraphs = [p for p in article["paragraphs"] if p["items"]]
        number = amendment.target.paragraph
        if number is not None:
            paragraphs = article["paragraphs"][number - 1 : number]
        if not paragraphs or not paragraphs[0]["items"]:
            return "there is no list there"
        items = paragraphs[0]["items"]
        place = item_number(amendment.target.item or "")
        at = len(items) if place is None else place - 1
        if at > len(items):
            return "there is no such place in its list"
        items[at:at] = parse_items(amendment.text or "")
        number_items(items)
        return None

    def _append(self, article: ArticleDraft, amendment: Amendment) -> str | None:
        """Words at the end of an article, a paragraph or an item: 第二款末尾增加."""
        nodes = article["paragraphs"]
        target = amendment.target
        if not nodes:
            return "there is no text there"
        if target.paragraph is None and target.item is None:
            nodes[-1]["text"] += amendment.text or ""
            return None
        place = self._place(amendment)
        if isinstance(place, str):
            return place
        _, nodes, index = place
        nodes[index or 0]["text"] += amendment.text or ""
        return None


_Handler = Callable[[AmendedTree, Amendment], str | None]

_HANDLERS: dict[tuple[str, str], _Handler] = {
    ("renumber", "whole"): AmendedTree._number_anew,
    ("substitute", "whole"): AmendedTree._substitute_everywhere,
    ("delete", "whole"): AmendedTree._substitute_everywhere,
    ("renumber", "division"): AmendedTree._renumber_division,
    ("replace", "division"): AmendedTree._replace_division,
    ("delete", "division"): AmendedTree._delete_division,
    ("substitute", "division"): AmendedTree._substitute_in_division,
    ("renumber", "article"): AmendedTree._renumber_article,
    ("replace", "article"): AmendedTree._replace,
    ("delete", "article"): AmendedTree._delete,
    ("substitute", "article"): AmendedTree._substitute,
    **{("insert", level): AmendedTree._insert for level in ("whole", "division", "article")},
}
"""By operation and level of the target, what it does."""

_INSERTS: dict[str | None, Callable[[AmendedTree, ArticleDraft, Amendment], str | None]] = {
    "paragraph": AmendedTree._insert_paragraph,
    "item": AmendedTree._insert_item,
    None: AmendedTree._append,
}
"""By what is inserted in an article, how."""


def _level_of(amendment: Amendment) -> str:
    target = amendment.target
    if target.division == PREAMBLE:
        return "preamble"
    if target.article is not None:
        return "article"
    return "division" if target.division is not None else "whole"


def _changed(text: str, amendment: Amendment) -> str:
    """A paragraph of the preamble after an amendment."""
    if amendment.operation == "insert":
        return text + (amendment.text or "")
    if amendment.operation == "replace":
        return amendment.text or ""
    return text.replace(amendment.old, amendment.new or "") if amendment.old else text


def _index_of(nodes: list[_Node], old: object, number: int) -> int | None:
    """Index, in a list under amendment, of what had a number in it at the start."""
    before: list[_Node] = old if isinstance(old, list) else nodes
    if not 1 <= number <= len(before):
        return None
    return next((i for i, node in enumerate(nodes) if node is before[number - 1]), None)


def _replace_words(node: object, name: str, old: str, new: str) -> bool:
    """Replace words in one field of a draft; returns whether they stood there."""
    assert isinstance(node, dict)
    text = node.get(name)
    if not old or not text or old not in text:
        return False
    node[name] = text.replace(old, new)
    return True


def _nodes(node: _Node) -> Iterator[_Node]:
    yield node
    for item in node["items"]:
        yield from _nodes(item)


def _substitute(node: _Node, old: str, new: str) -> bool:
    changed = [_replace_words(one, "text", old, new) for one in _nodes(node)]
    return any(changed)
