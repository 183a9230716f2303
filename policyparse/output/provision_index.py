"""An index of documents by title, and of their provisions by place and by words."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from policyparse.knowledge.fold import fold
from policyparse.language.labels import format_label
from policyparse.model.base import Span
from policyparse.model.content import Content, DecisionContent, OfficialContent
from policyparse.model.document import Document
from policyparse.model.official import Point
from policyparse.model.provisions import Article, Item
from policyparse.output.identifiers import provision_ids, version_id

STATE = "中华人民共和国"
"""What a title may leave out."""

_LEFT_OUT = re.compile(r"[\s，。；：！？、（）()“”‘’\"'《》〈〉]")


@dataclass(frozen=True, slots=True)
class Provision:
    """An article, paragraph, item or point of a document.

    Attributes:
        id: Its identifier.
        title: Title of its document.
        label: Its label, with those above it: 第十二条第二款.
        text: Its text, with what stands under it.
        pointer: Its JSON Pointer.
        span: Its place.
        document: Digest of its document.
    """

    id: str
    title: str
    label: str
    text: str
    pointer: str
    span: Span
    document: str


def title_key(title: str) -> str:
    """What a title is known by: without width, white space, brackets and the name of the state."""
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", title)).removeprefix(STATE)


def word_key(text: str) -> str:
    """What words are compared by: without width, white space and marks."""
    return _LEFT_OUT.sub("", fold(text))


class ProvisionIndex:
    """Documents to look provisions up in.

    Args:
        documents: Documents; those that are attached to them are taken as well.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self._by_title: defaultdict[str, list[tuple[Content, str, str]]] = defaultdict(list)
        self._by_label: defaultdict[tuple[str, str, str], list[Provision]] = defaultdict(list)
        self._provisions: list[Provision] = []
        self._keys: list[str] = []
        self._pairs: defaultdict[str, list[int]] = defaultdict(list)
        for document in documents:
            self._add(document, document.digest, "")

    def documents(self, title: str) -> list[Content]:
        """The documents of a title, in the order in which they were given."""
        return [content for content, _, _ in self._by_title.get(title_key(title), ())]

    def provision(self, title: str, article: str, paragraph: int | None = None) -> list[Provision]:
        """The provisions at a place of the documents of a title: an article, or one of its paragraphs.

        Args:
            title: Title of the document.
            article: Label of the article, or of a point of a decision.
            paragraph: Number of its paragraph, from 1.
        """
        wanted = article if paragraph is None else article + format_label("款", paragraph)
        documents = self._by_title.get(title_key(title), ())
        return [p for _, digest, root in documents for p in self._by_label.get((digest, root, wanted), ())]

    def containing(self, words: str) -> list[Provision]:
        """The smallest provisions whose text holds some words, whatever their width and marks."""
        key = word_key(words)
        if len(key) < 2:
            return []
        pairs = {a + b for a, b in pairwise(key)}
        rarest = min(pairs, key=lambda pair: len(self._pairs.get(pair, ())))
        found = [i for i in self._pairs.get(rarest, ()) if key in self._keys[i]]
        return [self._provisions[i] for i in found]

    def alike(self, words: str, least: float) -> list[tuple[float, Provision]]:
        """The provisions most of whose words are these, or that hold most of them, the most alike first.

        Args:
            words: The words.
            least: Least share of their pairs of characters that a provision holds, 0 to 1.
        """
        pairs = Counter(a + b for a, b in pairwise(word_key(words)))
        total = sum(pairs.values())
        scores: Counter[int] = Counter()
        for pair, count in pairs.items():
            for i in self._pairs.get(pair, ()):
                scores[i] += count
        best = [(score / total, i) for i, score in scores.items() if score >= least * total]
        best.sort(key=lambda entry: (-entry[0], len(self._keys[entry[1]])))
        return [(score, self._provisions[i]) for score, i in best]

    def search(self, words: str, most: int = 10) -> list[Provision]:
        """The provisions that hold most of some words, the best first."""
        return [provision for _, provision in self.alike(words, 0.3)[:most]]

    def _add(self, content: Content, digest: str, root: str) -> None:
        title = content.title or ""
        if title:
            self._by_title[title_key(title)].append((content, digest, root))
        for provision in _provisions(content, digest, root):
            number = len(self._provisions)
            self._by_label[digest, root, provision.label].append(provision)
            self._provisions.append(provision)
            self._keys.append(word_key(provision.text))
            for pair in {a + b for a, b in pairwise(self._keys[-1])}:
                self._pairs[pair].append(number)
        for i, attachment in enumerate(getattr(content, "attachments", ())):
            if attachment.document:
                self._add(attachment.document, digest, f"{root}/attachments/{i}/document")


def _provisions(content: Content, digest: str, root: str) -> Iterator[Provision]:
    version, ids, title = version_id(content), provision_ids(content), content.title or ""

    def made(label: str, text: str, pointer: str, span: Span) -> Provision:
        return Provision(f"{version}#{ids[pointer]}", title, label, text, root + pointer, span, digest)

    if isinstance(content, DecisionContent):
        for i, article in enumerate(content.articles):
            pointer = f"/articles/{i}"
            yield made(article.label, article_text(article), pointer, article.span)
            for j, paragraph in enumerate(article.paragraphs):
                label = article.label + format_label("款", j + 1)
                text = paragraph.text + _items_text(paragraph.items)
                yield made(label, text, f"{pointer}/paragraphs/{j}", paragraph.span)
    elif isinstance(content, OfficialContent):
        yield from _points(content.points, "/points", "", made)


def _points(
    points: Iterable[Point], pointer: str, above: str, made: Callable[[str, str, str, Span], Provision]
) -> Iterator[Provision]:
    for i, point in enumerate(points):
        label = above + point.label
        yield made(label, _point_text(point), f"{pointer}/{i}", point.span)
        yield from _points(point.points, f"{pointer}/{i}/points", label, made)


def article_text(article: Article) -> str:
    """The text of an article: its paragraphs and items, a line each."""
    return "\n".join(paragraph.text + _items_text(paragraph.items) for paragraph in article.paragraphs)


def _items_text(items: Iterable[Item]) -> str:
    return "".join(f"\n{item.label}{item.text}{_items_text(item.items)}" for item in items)


def _point_text(point: Point) -> str:
    below = "".join(f"\n{p.label} {p.heading or ''}{_point_text(p)}" for p in point.points)
    return point.text + below
