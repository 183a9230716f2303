"""Consolidation (合并文本): a document as it reads after an amending decision."""

import re
from hashlib import sha256

from policyparse.knowledge.fold import fold
from policyparse.language.labels import format_label, format_number, match_label
from policyparse.language.numerals import parse_integer
from policyparse.model.base import Draft
from policyparse.model.decision import Decision
from policyparse.model.diagnostics import Diagnostics
from policyparse.model.provisions import Amendment
from policyparse.page.layout import Block, Page, Role
from policyparse.statute.amended_divisions import AmendedDivisions
from policyparse.statute.composition import compose
from policyparse.statute.norms import parse_norms
from policyparse.statute.provisions import SERIAL, label_lines, parse_provisions
from policyparse.statute.references import References
from policyparse.statute.sanctions import parse_sanctions

Key = tuple[int, int | None]
_PREAMBLE = "序言"


def apply_amendments(base: Decision, amending: Decision) -> Decision:
    """Apply the amendments of a decision to the document that it amends.

    Numbers of provisions in the amendments are those of `base`, those after 作为 and 改为 are new; articles are
    numbered anew where the decision says so (条文顺序作相应调整). Citations inside the text are left as they are.

    Args:
        base: The document as it stands.
        amending: A decision with `amendments`.

    Returns:
        The consolidated document. Its spans, evidence and digest belong to `text_of` of itself; of the particulars
        it keeps those of `base`, with their values and without their places. Each amendment that does not fit
        `base` is a diagnostic PP410 and changes nothing.
    """
    draft = _without_places(base.model_dump(mode="python"))
    diagnostics = Diagnostics()
    consolidation = _Consolidation(draft, diagnostics)
    for amendment in amending.amendments:
        fault = consolidation.apply(amendment)
        if fault:
            diagnostics.add("PP410", f"{amendment.operation} {_place(amendment)}: {fault}")
    consolidation.finish()
    text = compose(draft)
    page = Page(text, fold(text), [], base.language == "zh-Hant")
    parse_norms(page, draft["articles"])
    parse_sanctions(page, draft["articles"])
    References(page, draft, diagnostics).cite()
    return Decision.model_validate(
        _with_spans(draft, diagnostics) | {"digest": "sha256:" + sha256(text.encode()).hexdigest()}
    )


def text_of(decision: Decision) -> str:
    """The text of a decision put together from its tree: title, preamble, divisions and articles, line by line."""
    return compose(decision.model_dump(mode="python"))


def _place(amendment: Amendment) -> str:
    target = amendment.target
    paragraph = format_label("款", target.paragraph) if target.paragraph else ""
    return "".join(filter(None, (target.article or target.division, paragraph, target.item))) or target.text


def _without_places(draft: Draft) -> Draft:
    for name in (
        "repairs",
        "diagnostics",
        "signatures",
        "annexes",
        "history",
        "repealed",
        "amendments",
        "indicators",
        "sections",
    ):
        draft[name] = []
    draft["plan"], draft["evidence"] = None, {}
    for article in draft["articles"]:
        article["norms"], article["sanctions"], article["citations"] = [], [], []
    return draft


def _with_spans(draft: Draft, diagnostics: Diagnostics) -> Draft:
    def walk(node: object) -> object:
        if isinstance(node, dict):
            return {
                k: {"start": v[0], "end": v[1]} if k == "span" and isinstance(v, tuple) else walk(v)
                for k, v in node.items()
            }
        return [walk(v) for v in node] if isinstance(node, list) else node

    grounded: Draft = walk(draft)  # type: ignore[assignment]
    grounded["evidence"] = {
        pointer: {"start": start, "end": end} for pointer, (start, end) in draft["evidence"].items()
    }
    grounded["diagnostics"] = [
        {
            "code": f.code,
            "severity": f.severity,
            "message": f.message,
            "span": f.extent and {"start": f.extent[0], "end": f.extent[1]},
        }
        for f in diagnostics.findings
    ]
    return grounded


class _Consolidation:
    """The tree under amendment; provisions are found by the numbers that they had at the start."""

    def __init__(self, draft: Draft, diagnostics: Diagnostics) -> None:
        self.draft = draft
        self.articles: list[Draft] = draft["articles"]
        self.divisions = AmendedDivisions(draft)
        self.old: dict[Key, Draft] = {}
        self.lists: dict[int, tuple[list[Draft], list[Draft]]] = {}  # by id, a list of paragraphs or items as it was
        for article in self.articles:
            self.old.setdefault((article["number"], article["suffix"]), article)
            for nodes in (article["paragraphs"], *(p["items"] for p in article["paragraphs"])):
                self.lists[id(nodes)] = (nodes, list(nodes))
        self.inserted: list[tuple[Key, Draft]] = []
        self.sequential = False

    def apply(self, amendment: Amendment) -> str | None:
        """Apply one amendment; returns what does not fit, or None."""
        if amendment.operation == "insert" and amendment.target.division != _PREAMBLE:
            return self._insert(amendment)
        if amendment.operation == "renumber" and amendment.new is None:
            self.sequential = True
            return None
        if amendment.target.division == _PREAMBLE:
            return self._apply_to_preamble(amendment)
        if amendment.target.article is None:
            return self._apply_to_whole(amendment)
        article = self.old.get(_key(amendment.target.article) or (0, None))
        if article is None or not any(article is a for a in self.articles):
            return "there is no such article"
        if amendment.operation == "renumber":
            if (amendment.new or "").endswith(("款", "项")):
                return None  # paragraphs and items are counted, not labelled
            if amendment.target.paragraph is not None or amendment.target.item is not None:
                return "a paragraph or item does not become an article"
            return _relabel(article, amendment.new or "")
        return self._apply_to(article, amendment)

    def _apply_to_preamble(self, amendment: Amendment) -> str | None:
        lines: list[str] = (self.draft["preamble"] or "").split("\n")
        number = amendment.target.paragraph
        if number is None and amendment.operation != "substitute":
            return "it does not say which paragraph of the preamble"
        if number is not None and number > len(lines):
            return "the preamble has no such paragraph"
        old, new = amendment.old or "", amendment.new or ""
        changed = False
        for i in range(len(lines)) if number is None else [number - 1]:
            before = lines[i]
            if amendment.operation == "insert":
                lines[i] += amendment.text or ""
            elif amendment.operation == "replace":
                lines[i] = amendment.text or ""
            elif old:
                lines[i] = before.replace(old, new)
            changed = changed or lines[i] != before
        self.draft["preamble"] = "\n".join(lines)
        return None if changed else f"“{amendment.old}” does not stand there"

    def _place_of(self, nodes: list[Draft], number: int) -> int | None:
        """Index, in a list under amendment, of what had a number in it at the start."""
        _, old = self.lists.get(id(nodes), (nodes, nodes))
        if not 1 <= number <= len(old):
            return None
        return next((i for i, node in enumerate(nodes) if node is old[number - 1]), None)

    def _apply_to_whole(self, amendment: Amendment) -> str | None:
        if amendment.operation == "renumber":
            return self.divisions.renumber(amendment)
        if amendment.operation == "substitute" and amendment.target.division is None:
            changed = [
                _substitute(p, amendment.old or "", amendment.new or "") for a in self.articles for p in a["paragraphs"]
            ]
            return None if any(changed) else f"“{amendment.old}” does not stand in it"
        for division in self.draft["divisions"]:
            if amendment.operation == "replace" and division["label"] == amendment.target.division:
                division["title"] = re.sub(r"^第\S{1,9}[编章节]\s*", "", amendment.text or "")
                return None
        return "it names no provision that this document has"

    def _apply_to(self, article: Draft, amendment: Amendment) -> str | None:
        target = amendment.target
        nodes: list[Draft] = article["paragraphs"]
        index: int | None = None
        if target.paragraph is not None:
            index = self._place_of(nodes, target.paragraph)
            if index is None:
                return "there is no such paragraph"
        if target.item is not None:
            number = _item_number(target.item)
            lists = [nodes[index]] if index is not None else nodes
            nodes, index = next(
                ((p["items"], i) for p in lists if (i := self._place_of(p["items"], number or 0)) is not None),
                (nodes, None),
            )
            if index is None:
                return "there is no such item"
        if amendment.operation == "substitute" or amendment.old is not None:
            changed = [
                _substitute(node, amendment.old or "", amendment.new or "")
                for node in (nodes if index is None else nodes[index : index + 1])
            ]
            return None if any(changed) else f"“{amendment.old}” does not stand there"
        if amendment.operation == "delete":
            if index is None:
                self.articles[:] = [a for a in self.articles if a is not article]
            else:
                del nodes[index]
        else:
            through = self._through(nodes, amendment)
            self._replace(article, nodes, index, target.item is not None, amendment.text or "", through)
        if target.item is not None:
            _number_items(nodes)
        return None

    def _through(self, nodes: list[Draft], amendment: Amendment) -> int | None:
        """Index of the last paragraph of a range that gets one new text: 第一款、第二款修改为."""
        last = re.fullmatch(r"第(\S{1,4})款", amendment.target.through or "")
        number = parse_integer(last[1]) if last else None
        return self._place_of(nodes, number) if number else None

    def _replace(
        self, article: Draft, nodes: list[Draft], index: int | None, is_item: bool, text: str, through: int | None
    ) -> None:
        if index is None:
            new = _parsed(text, article["label"])[0]
            article["paragraphs"], article["heading"] = new["paragraphs"], new["heading"] or article["heading"]
        elif is_item:
            nodes[index] |= {"text": _items(text)[0]["text"], "items": _items(text)[0]["items"]}
        else:
            last = index if through is None else through
            new = _parsed(text, article["label"])[0]["paragraphs"]
            if last == index and len(new) == 1:
                nodes[index] |= new[0]  # the same paragraph, to be found again by its old number
            else:
                nodes[index : last + 1] = new

    def _insert(self, amendment: Amendment) -> str | None:
        target, text = amendment.target, amendment.text
        if not text:
            return "the new text is not there"
        if amendment.unit == "article":
            if _key(target.article or "") is None:
                return "it does not say where"
            self.inserted += [((a["number"], a["suffix"]), a) for a in _parsed(text, target.article or "")]
            return None
        if amendment.unit in ("part", "subpart", "chapter", "section"):
            inserted = self.divisions.insert(amendment)
            if isinstance(inserted, str):
                return inserted
            division, below = inserted
            for new in _parsed(below, below.split("\u3000")[0]) if below.strip() else []:
                self.divisions.hold(new, division)
                self.inserted.append(((new["number"], new["suffix"]), new))
            return None
        article = self.old.get(_key(target.article or "") or (0, None))
        if article is None:
            return "there is no such article"
        if amendment.unit is None:
            return self._append(article, amendment)
        if amendment.unit == "paragraph":
            at = len(article["paragraphs"]) if target.paragraph is None else target.paragraph - 1
            if at > len(article["paragraphs"]):
                return "there is no such place among its paragraphs"
            article["paragraphs"][at:at] = _parsed(text, article["label"])[0]["paragraphs"]
            return None
        paragraphs = [p for p in article["paragraphs"] if p["items"]]
        if target.paragraph is not None:
            paragraphs = article["paragraphs"][target.paragraph - 1 : target.paragraph]
        if not paragraphs or not paragraphs[0]["items"]:
            return "there is no list there"
        items = paragraphs[0]["items"]
        number = _item_number(target.item or "")
        at = len(items) if number is None else number - 1
        if at > len(items):
            return "there is no such place in its list"
        items[at:at] = _items(text)
        _number_items(items)
        return None

    def _append(self, article: Draft, amendment: Amendment) -> str | None:
        """Words at the end of an article, a paragraph or an item: 第二款末尾增加."""
        nodes: list[Draft] = article["paragraphs"]
        if not nodes:
            return "there is no text there"
        node: Draft | None = nodes[-1]
        if amendment.target.paragraph is not None:
            index = self._place_of(nodes, amendment.target.paragraph)
            if index is None:
                return "there is no such paragraph"
            node = nodes[index]
        if amendment.target.item is not None and node is not None:
            number = _item_number(amendment.target.item)
            node = next((item for item in node["items"] if item["number"] == number), None)
        if node is None:
            return "there is no such item"
        node["text"] += amendment.text or ""
        return None

    def finish(self) -> None:
        """Put the new articles in their places and number anew where that was ordered."""
        for key, new in sorted(self.inserted, key=lambda entry: (entry[0][0], entry[0][1] or 0)):
            at = self._position(key)
            neighbour = self.articles[at - 1] if at else self.articles[0] if self.articles else None
            new["division"] = self.divisions.index_of(new, neighbour)
            self.articles.insert(at, new)
        if self.sequential:
            number = 0
            for article in self.articles:
                if article["suffix"] is None:
                    number += 1
                    _relabel(article, format_label("条", number))
                else:
                    _relabel(article, format_label("条", number, article["suffix"]))

    def _position(self, key: Key) -> int:
        """Index at which an article with a new number belongs."""
        number, suffix = key
        if self.sequential and suffix is None:
            seen = 0
            for i, article in enumerate(self.articles):
                seen += article["suffix"] is None
                if seen == number:
                    return i
            return len(self.articles)
        for i, article in enumerate(self.articles):
            if (article["number"], article["suffix"] or 0) >= (number, suffix or 0):
                return i
        return len(self.articles)


def _key(label: str) -> Key | None:
    match = match_label(fold(label))
    return (match.number, match.suffix) if match and match.kind == "article" else None


def _relabel(article: Draft, label: str) -> str | None:
    key = _key(label)
    if key is None:
        return "the new number is none of an article"
    article["number"], article["suffix"], article["label"] = key[0], key[1], label
    return None


def _substitute(node: Draft, old: str, new: str) -> bool:
    changed = bool(old) and old in node["text"]
    node["text"] = node["text"].replace(old, new) if changed else node["text"]
    return any([changed, *(_substitute(item, old, new) for item in node["items"])])


def _blocks(text: str) -> list[Block]:
    blocks, offset = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            blocks.append(Block(Role.PARAGRAPH, offset, offset + len(stripped), stripped, fold(stripped)))
        offset += len(line) + 1
    return blocks


def _parsed(text: str, label: str) -> list[Draft]:
    """Articles of a quoted text; one without a label of its own gets `label`."""
    label_of_first = match_label(fold(text.split("\n")[0]))
    if label_of_first is None or label_of_first.kind == "item":
        text = f"{label}\u3000{text}"
    return parse_provisions(label_lines(_blocks(text)), SERIAL).articles


def _items(text: str) -> list[Draft]:
    """Items of a quoted text; one without a label of its own gets one."""
    if match_label(fold(text)) is None:
        text = f"（一）{text}"
    items: list[Draft] = _parsed("\n" + text, "第一条")[0]["paragraphs"][-1]["items"]
    return items


def _item_number(label: str) -> int | None:
    match = match_label(fold(re.sub(r"^第（?|）?项$", "", label)) + "、")
    return match.number if match else None


def _number_items(items: list[Draft]) -> None:
    for number, item in enumerate(items, 1):
        item["number"] = number
        if item["label"][:1] in "（(":
            item["label"] = f"（{format_number(number)}）"
