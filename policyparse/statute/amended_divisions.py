"""Chapters that an amending decision inserts or numbers anew."""

from policyparse.knowledge.fold import fold
from policyparse.language.labels import Label, match_label
from policyparse.model.base import Draft
from policyparse.model.provisions import Amendment


class AmendedDivisions:
    """The divisions of a document under amendment; they are found by the labels that they had at the start.

    Args:
        draft: Draft of the document.
    """

    def __init__(self, draft: Draft) -> None:
        self.divisions: list[Draft] = draft["divisions"]
        self.articles: list[Draft] = draft["articles"]
        self._old: dict[str, Draft] = {}
        for division in self.divisions:
            self._old.setdefault(division["label"], division)
        self._holders: dict[int, Draft] = {}  # by id of an article that came with its division, the division

    def renumber(self, amendment: Amendment) -> str | None:
        """Give a division a new number (将第三章改为第四章); returns what does not fit, or None."""
        division = self._old.get(amendment.target.division or "")
        label = match_label(fold(amendment.new or ""))
        if division is None:
            return "it names no provision that this document has"
        if label is None or label.kind != division["kind"]:
            return "the new number is none of such a division"
        division["label"], division["number"] = label.text, label.number
        return None

    def insert(self, amendment: Amendment) -> str | tuple[Draft, str]:
        """Insert a chapter or a part; returns what does not fit, or the division and the text of its articles."""
        heading, _, below = (amendment.text or "").partition("\n")
        label = match_label(fold(heading))
        kinds = {division["kind"] for division in self.divisions}
        if label is None or label.kind != amendment.unit:
            return "the new text does not start with its label"
        if label.kind in ("subpart", "section") or (label.kind == "chapter" and kinds & {"part", "subpart"}):
            return "it does not say in which division"
        at = self._place(label)
        division: Draft = {
            "kind": label.kind,
            "label": label.text,
            "number": label.number,
            "title": heading[label.body :].strip(),
            "span": (0, 0),
        }
        self.divisions.insert(at, division)
        for article in self.articles:
            if article["division"] is not None and article["division"] >= at:
                article["division"] += 1
        return division, below

    def _place(self, label: Label) -> int:
        """Index at which a division with a new number belongs."""
        for i, division in enumerate(self.divisions):
            if division["kind"] == label.kind and division["number"] >= label.number:
                return i
        return len(self.divisions)

    def hold(self, article: Draft, division: Draft) -> None:
        """Keep that an article came with its division."""
        self._holders[id(article)] = division

    def index_of(self, article: Draft, neighbour: Draft | None) -> int | None:
        """Index of the division of a new article: the one that it came with, else that of its neighbour."""
        holder = self._holders.get(id(article))
        if holder is not None:
            return next(i for i, division in enumerate(self.divisions) if division is holder)
        index: int | None = neighbour["division"] if neighbour else None
        return index
