"""The order of a document under amendment: where new and moved articles and divisions go, and their numbers.

A new number (作为第六条, 改为第七条) is that of the amended document. Where the decision orders new numbers
(条文顺序作相应调整), articles with a new number stand at it, and the others fill what is left in their order.
"""

from collections.abc import Sequence

from policyparse.language.labels import DIVISION_LEVELS, format_label
from policyparse.model.provisions import ArticleDraft, DivisionDraft
from policyparse.statute.quoted_provisions import Key

UNITS = {"part": "编", "subpart": "分编", "chapter": "章", "section": "节"}
"""The unit in the label of a division."""


class Order:
    """Articles and divisions in their order, while they are changed.

    Args:
        articles: The articles; the list is changed in place.
        divisions: The divisions; the list is changed in place.

    Attributes:
        sequential: Whether the decision orders new numbers.
        changed_divisions: Whether divisions came or went.
    """

    def __init__(self, articles: list[ArticleDraft], divisions: list[DivisionDraft]) -> None:
        self.articles, self.divisions = articles, divisions
        self.sequential = False
        self.changed_divisions = False
        self.old_divisions = list(divisions)
        self.old_numbers = [(division["kind"], division["number"]) for division in divisions]
        self.home: dict[int, DivisionDraft | None] = {}  # by the id of an article, its division
        for article in articles:
            at = article.get("division")
            self.home[id(article)] = None if at is None else divisions[at]
        self.loose: set[int] = set()  # by id, articles whose division follows from where they stand
        self.fixed: list[tuple[Key, ArticleDraft]] = []  # articles with a number of the amended document
        self.hosts: dict[int, ArticleDraft] = {}  # by the id of an article with a suffix, the one before it without
        host: ArticleDraft | None = None
        for article in articles:
            if article.get("suffix") is None:
                host = article
            elif host is not None:
                self.hosts[id(article)] = host

    # ------------------------------------------------------------------ articles

    def insert(self, article: ArticleDraft, division: DivisionDraft | None = None) -> None:
        """Take in a new article, in a division where one is named."""
        self.home[id(article)] = division
        if division is None:
            self.loose.add(id(article))
        self.fixed.append(((article["number"], article.get("suffix")), article))

    def move(self, article: ArticleDraft, key: Key, label: str) -> None:
        """Give an article another number."""
        article["number"], article["suffix"], article["label"] = key[0], key[1], label
        self.loose.add(id(article))
        self.fixed.append((key, article))

    def delete(self, article: ArticleDraft) -> None:
        """Take an article out."""
        self.articles[:] = [other for other in self.articles if other is not article]
        self.fixed = [entry for entry in self.fixed if entry[1] is not article]

    def settle(self) -> None:
        """Bring articles and divisions into their order, and number anew where that was ordered."""
        moved = {id(article) for _, article in self.fixed}
        rest = [article for article in self.articles if id(article) not in moved]
        fixed = sorted(self.fixed, key=lambda entry: (entry[0][0], entry[0][1] or 0))
        self.articles[:] = self._in_sequence(rest, fixed) if self.sequential else self._merged(rest, fixed)
        self._find_homes()
        self._number_divisions()
        index = {id(division): i for i, division in enumerate(self.divisions)}
        for article in self.articles:
            home = self.home[id(article)]
            article["division"] = None if home is None else index[id(home)]

    def _merged(self, rest: list[ArticleDraft], fixed: list[tuple[Key, ArticleDraft]]) -> list[ArticleDraft]:
        """The others keep their numbers: each article with a new one stands before the first that is not smaller."""
        merged = list(rest)
        for (number, suffix), article in fixed:
            larger = (i for i, a in enumerate(merged) if (a["number"], a.get("suffix") or 0) >= (number, suffix or 0))
            merged.insert(next(larger, len(merged)), article)
        return merged

    def _in_sequence(self, rest: list[ArticleDraft], fixed: list[tuple[Key, ArticleDraft]]) -> list[ArticleDraft]:
        """Articles with a new number stand at it, the others fill what is left; numbers go on from 1."""
        at = {number: article for (number, suffix), article in reversed(fixed) if suffix is None}
        below = [(number, article) for (number, suffix), article in fixed if suffix is not None]
        plain = [article for article in rest if article.get("suffix") is None]
        attached = [article for article in rest if article.get("suffix") is not None]
        late = [article for (number, suffix), article in fixed if suffix is None and at[number] is not article]
        waiting = [*plain, *late]
        result: list[ArticleDraft] = []
        while waiting or at:
            number = len(result) + 1
            article = at.pop(number, None)
            if article is None and not waiting:
                article = at.pop(min(at))
            result.append(article or waiting.pop(0))
        ordered: list[ArticleDraft] = []
        for number, article in enumerate(result, 1):
            own = [other for place, other in below if place == number]
            own += [other for other in attached if self.hosts.get(id(other)) is article]
            for suffix, member in enumerate([article, *own]):
                _label(member, number, suffix or None)
            ordered += [article, *own]
        lost = [other for other in (*attached, *(a for _, a in below)) if not any(other is o for o in ordered)]
        return [*ordered, *lost]

    def _find_homes(self) -> None:
        """A new or moved article stands in the division of its neighbours; between two, in its own or the first."""
        before: DivisionDraft | None = None
        for i, article in enumerate(self.articles):
            if id(article) in self.loose:
                behind = (self.home.get(id(other)) for other in self.articles[i + 1 :] if id(other) not in self.loose)
                following = next(behind, None)
                own = self.home.get(id(article))
                if own is None or (own is not before and own is not following):
                    self.home[id(article)] = before or following
            before = self.home.get(id(article)) or before

    # ------------------------------------------------------------------ divisions

    def division(self, steps: Sequence[tuple[str, int]]) -> DivisionDraft | None:
        """The division that a place names by its number at the start; of a section in a chapter, that one.

        Args:
            steps: Kinds and numbers, the highest first; none names no division.
        """
        *above, last = steps or [("", 0)]
        parent = self.division(above) if above else None
        inside = self.divisions if parent is None else self.within(parent)
        for division, number in zip(self.old_divisions, self.old_numbers, strict=True):
            if number == last and any(division is other for other in inside):
                return division
        return None

    def within(self, division: DivisionDraft) -> list[DivisionDraft]:
        """A division and those below it."""
        start = next(i for i, other in enumerate(self.divisions) if other is division)
        return self.divisions[start : self._end(start)]

    def _end(self, start: int) -> int:
        level = DIVISION_LEVELS[self.divisions[start]["kind"]]
        after = (
            i for i in range(start + 1, len(self.divisions)) if DIVISION_LEVELS[self.divisions[i]["kind"]] <= level
        )
        return next(after, len(self.divisions))

    def articles_of(self, division: DivisionDraft) -> list[ArticleDraft]:
        """The articles of a division and of those below it."""
        inside = {id(d) for d in self.within(division)}
        return [article for article in self.articles if id(self.home[id(article)]) in inside]

    def delete_division(self, division: DivisionDraft) -> None:
        """Take a division out, with all that stands in it."""
        gone = {id(article) for article in self.articles_of(division)}
        self.articles[:] = [article for article in self.articles if id(article) not in gone]
        inside = {id(d) for d in self.within(division)}
        self.divisions[:] = [d for d in self.divisions if id(d) not in inside]
        self.changed_divisions = True

    def insert_division(
        self,
        divisions: list[DivisionDraft],
        articles: list[ArticleDraft],
        parent: DivisionDraft | None,
        *,
        instead: bool = False,
    ) -> None:
        """Take in new divisions with their articles.

        Args:
            divisions: The divisions, the highest first.
            articles: Their articles; `division` is an index into `divisions`.
            parent: The division in which they stand, None where none is named.
            instead: Whether they stand in place of `parent`.
        """
        if instead and parent is not None:
            at = next(i for i, other in enumerate(self.divisions) if other is parent)
            self.delete_division(parent)
        else:
            at = self._place_for(divisions[0], parent)
        self.divisions[at:at] = divisions
        self.changed_divisions = True
        for article in articles:
            index = article.get("division")
            self.insert(article, None if index is None else divisions[index])

    def _place_for(self, new: DivisionDraft, parent: DivisionDraft | None) -> int:
        """Index before the first division of its kind that is not smaller, inside its parent where one is named."""
        start = 0 if parent is None else next(i for i, d in enumerate(self.divisions) if d is parent) + 1
        end = len(self.divisions) if parent is None else self._end(start - 1)
        for i in range(start, end):
            division = self.divisions[i]
            same = division["kind"] == new["kind"] and division["number"] >= new["number"]
            if same or not division["number"]:  # 附则 without a number stands last
                return i
        return end

    def _number_divisions(self) -> None:
        """Behind a new 第三章 the old one is 第四章; where new numbers are ordered, no number is left out either."""
        if not self.changed_divisions:
            return
        last: dict[str, int] = {}
        above: dict[str, bool] = {}  # whether a higher division stands since the last of a kind
        for division in self.divisions:
            kind, number = division["kind"], division["number"]
            if not number or not division["label"].startswith("第"):
                continue
            before = 0 if kind == "section" and above.get(kind, True) else last.get(kind, 0)
            if number == 1 and above.get(kind, True):
                before = 0  # chapters begin anew in each part
            expected = before + 1
            if number < expected or (self.sequential and number > expected):
                division["number"] = expected
                division["label"] = format_label(UNITS[kind], expected)
            last[kind], above[kind] = division["number"], False
            above.update({other: True for other in UNITS if DIVISION_LEVELS[other] > DIVISION_LEVELS[kind]})


def _label(article: ArticleDraft, number: int, suffix: int | None) -> None:
    article["number"], article["suffix"] = number, suffix
    article["label"] = format_label("条", number, suffix)
