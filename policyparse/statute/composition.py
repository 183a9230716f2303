"""The text of a decision put together from its tree: the way back from `structure.provisions`.

    text     ::= title preamble? (division | article)*
    article  ::= label heading? paragraph*

Every node gets its place in the text that comes out, so that a tree that was changed can be grounded again.
"""

from policyparse.model.arguments import expect
from policyparse.model.base import Draft
from policyparse.model.decision import Decision
from policyparse.model.provisions import ArticleDraft, DivisionDraft, ItemDraft, ParagraphDraft

INDENT = "\u3000"


class _Composer:
    """Lines of text, with the offset at which the next one starts."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.offset = 0

    def put(self, text: str) -> int:
        """Append a text and return where it starts."""
        start = self.offset
        self.pieces.append(text)
        self.offset += len(text)
        return start

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def compose(draft: Draft) -> str:
    """Put the text of a decision together from its title, preamble, divisions and articles.

    Args:
        draft: Draft of a decision, or `Decision.model_dump()`; `span` of its divisions, articles, paragraphs and
            items is set to their places in the text, and `evidence` of title and preamble likewise.

    Returns:
        The text, one line each for a heading, a paragraph and an item.
    """
    composer = _Composer()
    evidence = draft.setdefault("evidence", {})
    for name in ("title", "preamble"):
        if draft.get(name):
            start = composer.put(draft[name])
            evidence[f"/{name}"] = (start, composer.offset)
            composer.put("\n")
    put = 0
    for article in draft["articles"]:
        last = article["division"]
        while last is not None and put <= last:
            _division(composer, draft["divisions"][put])
            put += 1
        _article(composer, article)
    for division in draft["divisions"][put:]:
        _division(composer, division)
    if draft.get("closing"):
        start = composer.put(draft["closing"])
        evidence["/closing"] = (start, composer.offset)
        composer.put("\n")
    return composer.text


def _division(composer: _Composer, division: DivisionDraft) -> None:
    label = division["label"]
    mark = "" if label.startswith("第") else "、"
    start = composer.put(f"{label}{mark}{INDENT if not mark else ''}{division['title']}".rstrip(INDENT))
    division["span"] = (start, composer.offset)
    composer.put("\n")


def _article(composer: _Composer, article: ArticleDraft) -> None:
    label = article["label"]
    start = composer.put(
        label + (INDENT if label.startswith("第") else "、" if "（" not in label and not label.isascii() else "")
    )
    end = start + len(label)
    if article["heading"]:
        is_serial = label.startswith("第")
        composer.put(f"（{article['heading']}）" if is_serial else article["heading"])
        end = composer.offset
        if article["paragraphs"] and not is_serial:
            composer.put("\n")
    for i, paragraph in enumerate(article["paragraphs"]):
        if i:
            composer.put("\n")
        end = _node(composer, paragraph, "")
    composer.put("\n")
    article["span"] = (start, end)


def _node(composer: _Composer, node: ParagraphDraft | ItemDraft, label: str) -> int:
    """A paragraph, or an item with its label; returns where it ends."""
    start = composer.put(label + node["text"])
    for i, item in enumerate(node["items"]):
        if i or node["text"] or label:
            composer.put("\n")
        _node(composer, item, item["label"])
    node["span"] = (start, composer.offset)
    return composer.offset


def text_of(decision: Decision) -> str:
    """The text of a decision put together from its tree: title, preamble, divisions and articles, line by line.

    Raises:
        TypeError: The argument is no decision.
    """
    expect(decision, Decision, "decision")
    return compose(decision.model_dump(mode="python"))
