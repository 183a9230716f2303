"""An index of documents by title, and of their provisions by place and by words."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from policyparse.model.content import Content
from policyparse.model.document import Document
from policyparse.output.cited_places import CitedPlace, matching
from policyparse.output.document_names import Names, title_key, word_key
from policyparse.output.identifiers import version_id, work_id
from policyparse.output.provisions import Provision, attached_to, divisions_of, provisions_of


class ProvisionIndex:
    """Documents to look provisions up in.

    Args:
        documents: Documents; those that are attached to them are taken as well.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        self._names: Names[_Entry] = Names()
        self._provisions: list[Provision] = []
        self._keys: list[str] = []
        self._pairs: defaultdict[str, list[int]] = defaultdict(list)
        for document in documents:
            for content, root in attached_to(document):
                self._add(content, document.digest, root)

    def documents(self, title: str) -> list[Content]:
        """The documents of a title or document number, in the order in which they were given."""
        return [entry.content for entry in self._names.find(title)]

    def find(self, title: str, place: CitedPlace) -> list[Provision]:
        """The provisions at a place of the documents of a title or document number.

        Args:
            title: Title or number of the document; （试行） and the like may be left out.
            place: The place.
        """
        return [provision for entry in self._names.find(title) for provision in matching(place, entry.places)]

    def identified(self, key: str) -> list[Provision]:
        """The provisions of an identifier: several where a document is there twice."""
        return [provision for provision in self._provisions if provision.id == key]

    def labelled(self, title: str, label: str) -> list[Provision]:
        """The provisions of the documents of a title that have a label as printed: 二（一）, 附件1."""
        wanted = title_key(label)
        if not wanted:
            return []
        entries = self._names.find(title)
        return [p for entry in entries for p in entry.provisions if title_key(p.label) == wanted]

    def labels(self, title: str) -> list[str]:
        """The labels of the articles and highest points of the documents of a title, each once."""
        found = [p for entry in self._names.find(title) for p in entry.provisions]
        return list(dict.fromkeys(p.label for p in found if _is_highest(p.pointer)))

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
        entry = _Entry(content)
        self._names.add(content.title, getattr(content, "document_number", None), entry)
        for key in dict.fromkeys((version_id(content), work_id(content))):
            self._names.add_identifier(key, entry)
        for provision in divisions_of(content, digest, root):
            entry.places[provision.place].append(provision)
        for provision in provisions_of(content, digest, root):
            if provision.place:
                entry.places[provision.place].append(provision)
            entry.provisions.append(provision)
            self._provisions.append(provision)
            self._keys.append(word_key(provision.text))
            for pair in {a + b for a, b in pairwise(self._keys[-1])}:
                self._pairs[pair].append(len(self._provisions) - 1)


class _Entry:
    """A document with its provisions by place."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.places: defaultdict[str, list[Provision]] = defaultdict(list)
        self.provisions: list[Provision] = []


def _is_highest(pointer: str) -> bool:
    """Whether a pointer leads to an article, or to a point that is in no other."""
    *above, kind, _ = pointer.split("/")
    return kind == "articles" or (kind == "points" and "points" not in above)
