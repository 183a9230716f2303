"""The comparison of two documents."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policyparse.knowledge.fold import fold
from policyparse.model.content import Content, DecisionContent, OfficialContent
from policyparse.model.document import Document
from policyparse.output.comparison.alignment import align, bag, likeness
from policyparse.output.comparison.changed_words import Edit, changed_words
from policyparse.output.comparison.model import (
    ChangeKind,
    ComparedProvision,
    ComparedRow,
    ComparedVersion,
    Comparison,
    Fragment,
)
from policyparse.output.comparison.provisions import Provision, provisions_of
from policyparse.output.identifiers import version_date, version_id

MOVED = 0.8
"""Least share of character pairs in common of a paragraph or item that moved to another provision."""

FEWEST_CHARACTERS = 8
"""A shorter paragraph or item is not looked for elsewhere."""

_WHITE = re.compile(r"\s+")
_COMPARABLE = (DecisionContent, OfficialContent)


@dataclass(eq=False)
class _Match:
    """A row in the making."""

    old: list[Provision]
    new: list[Provision]
    moved: bool = False
    below: list["_Match"] = field(default_factory=list)


def compare(old: Content, new: Content, *, amending: DecisionContent | None = None) -> Comparison:
    """Lay two versions of a decision or an official document opposite each other (新旧对照).

    Articles, points, paragraphs and items are aligned by their words, then by their neighbours: one that moved, was
    renumbered, split or merged is found again. White space and width of characters are no change.

    Args:
        old: The version before, a decision or an official document, or one that is attached to another document.
        new: The version after; the two need not be of one kind.
        amending: The decision that led from one to the other, where it is known: what it inserts, deletes and renumbers
            is taken from it, also where all words of a provision were replaced.

    Returns:
        The comparison; `as_text`, `as_markdown` and `as_html` print it.

    Raises:
        ValueError: One of them has no provisions, a meeting or a report.
    """
    for content in (old, new):
        if not isinstance(content, _COMPARABLE):
            raise ValueError(
                f"a {content.kind} has no provisions to compare; `reconcile` takes versions of a report or a meeting"
            )
    orders = _Orders(amending)
    matches = _matches(provisions_of(old), provisions_of(new), orders)
    _find_moved(matches, orders)
    return Comparison(old=_version(old), new=_version(new), rows=[_row(match) for match in matches])


def _version(content: Content) -> ComparedVersion:
    digest = content.digest if isinstance(content, Document) else None
    return ComparedVersion(title=content.title, id=version_id(content), on=version_date(content), digest=digest)


class _Orders:
    """What an amending decision says of the articles: by their labels, which became which, came and went."""

    def __init__(self, amending: DecisionContent | None) -> None:
        self.renumbered: dict[str, str] = {}
        self.alone: tuple[set[str], set[str]] = (set(), set())
        for amendment in amending.amendments if amending else ():
            target = amendment.target
            if not target.article or target.paragraph or target.item:
                continue
            if amendment.operation == "renumber" and amendment.new:
                self.renumbered[target.article] = amendment.new
            elif amendment.operation == "delete" and not amendment.old:
                self.alone[0].add(target.article)
            elif amendment.operation == "insert" and amendment.unit == "article":
                self.alone[1].add(target.article)

    def fixed(self, old: Sequence[Provision], new: Sequence[Provision]) -> dict[int, int]:
        """Indices of articles that the decision pairs."""
        places = {provision.label: j for j, provision in enumerate(new) if provision.unit == "article"}
        labels = [self.renumbered.get(provision.label, "") for provision in old]
        return {i: places[label] for i, label in enumerate(labels) if label in places}

    def single(self, provisions: Sequence[Provision], version: int) -> set[int]:
        """Indices of articles of a version (0 old, 1 new) that the decision pairs with none."""
        alone = self.alone[version]
        return {i for i, provision in enumerate(provisions) if provision.unit == "article" and provision.label in alone}


def _matches(old: Sequence[Provision], new: Sequence[Provision], orders: _Orders) -> list[_Match]:
    """Rows of provisions that stand beside each other, unit by unit, in the order of the new version."""
    units = dict.fromkeys(_sort(p) for p in (*new, *old))
    made: list[tuple[_Match, int | None, int | None]] = []
    for unit in units:
        mine, others = ([i for i, p in enumerate(side) if _sort(p) == unit] for side in (old, new))
        before, after = [old[i] for i in mine], [new[j] for j in others]
        single = orders.single(before, 0), orders.single(after, 1)
        for group in align(before, after, orders.fixed(before, after), single):
            match = _Match([old[mine[i]] for i in group.old], [new[others[j]] for j in group.new], group.moved)
            match.below = _matches(_all_below(match.old), _all_below(match.new), orders)
            first_old = mine[group.old[0]] if group.old else None
            made.append((match, first_old, others[group.new[0]] if group.new else None))
    _mark_moved_to_other_divisions([match for match, _, _ in made])
    return _ordered(made)


def _sort(provision: Provision) -> str:
    """What is aligned together: articles with points, for a draft may become a law."""
    return "article" if provision.unit == "point" else provision.unit


def _all_below(provisions: Sequence[Provision]) -> list[Provision]:
    return [below for provision in provisions for below in provision.below]


def _ordered(made: Sequence[tuple[_Match, int | None, int | None]]) -> list[_Match]:
    """Rows of all units in the order of the new version, what is gone behind what stood before it."""
    present = sorted((entry for entry in made if entry[2] is not None), key=lambda entry: entry[2] or 0)
    gone = sorted((entry for entry in made if entry[2] is None), key=lambda entry: entry[1] or 0)
    holders = sorted((first, n) for n, (match, first, _) in enumerate(present) if first is not None and not match.moved)
    behind: defaultdict[int, list[_Match]] = defaultdict(list)
    passed, last = 0, -1
    for match, at, _ in gone:
        while passed < len(holders) and holders[passed][0] < (at or 0):
            last = holders[passed][1]
            passed += 1
        behind[last].append(match)
    found = behind[-1]
    for n, (match, _, _) in enumerate(present):
        found += [match, *behind[n]]
    return found


def _mark_moved_to_other_divisions(matches: Sequence[_Match]) -> None:
    """An article moved where its chapter is another one than the counterpart of the chapter before."""
    counterpart = {
        match.old[0].division: match.new[0].division
        for match in matches
        if match.old and match.new and match.old[0].unit == "division"
    }
    for match in matches:
        if match.old and match.new and match.old[0].unit == "article":
            before = match.old[0].division
            if before in counterpart and counterpart[before] != match.new[0].division:
                match.moved = True


def _find_moved(matches: list[_Match], orders: _Orders) -> None:
    """Paragraphs and items that are gone from one provision and new in another moved there."""
    gone = list(_alone(matches, "old"))
    added = list(_alone(matches, "new"))
    places: defaultdict[str, list[int]] = defaultdict(list)
    for n, (_, match) in enumerate(added):
        for pair in bag(match.new[0].key):
            places[pair].append(n)
    for siblings, match in gone:
        words = bag(match.old[0].key)
        rarest = sorted((pair for pair in words if pair in places), key=lambda pair: len(places[pair]))[:8]
        candidates = sorted({n for pair in rarest for n in places[pair][:8]})
        scored = [
            (likeness(words, bag(added[n][1].new[0].key)), -n)
            for n in candidates
            if not added[n][1].old and added[n][1].new[0].unit == match.old[0].unit
        ]
        best, n = max(scored, default=(0.0, 0))
        if best >= MOVED:
            target = added[-n][1]
            target.old, target.moved = match.old, True
            target.below = _matches(_all_below(target.old), _all_below(target.new), orders)
            siblings.remove(match)


def _alone(matches: list[_Match], side: str) -> Iterator[tuple[list[_Match], _Match]]:
    """Paragraphs and items of one version only, without those under them, each with the rows among which it stands."""
    for match in matches:
        alone = not (match.new if side == "old" else match.old)
        provisions = match.old or match.new
        if alone and provisions[0].unit in ("paragraph", "item") and len(provisions[0].key) >= FEWEST_CHARACTERS:
            yield matches, match
        else:
            yield from _alone(match.below, side)


def _row(match: _Match) -> ComparedRow:
    provisions = match.new or match.old
    old, new = _sides(match)
    rows = [_row(below) for below in match.below]
    return ComparedRow(unit=provisions[0].unit, changes=list(_changes(match)), old=old, new=new, rows=rows)


def _changes(match: _Match) -> Iterator[ChangeKind]:
    if not match.old or not match.new:
        yield "gone" if match.old else "added"
        return
    if _plain(match.old) != _plain(match.new):
        yield "changed"
    if match.old[0].number != match.new[0].number:
        yield "renumbered"
    if match.moved:
        yield "moved"
    if len(match.new) > 1:
        yield "split"
    if len(match.old) > 1:
        yield "merged"


def _plain(provisions: Sequence[Provision]) -> str:
    """Words of provisions, whatever their width and white space."""
    return _WHITE.sub("", fold("".join(provision.whole for provision in provisions)))


def _sides(match: _Match) -> tuple[list[ComparedProvision], list[ComparedProvision]]:
    texts = ["\n".join(provision.text for provision in side) for side in (match.old, match.new)]
    before, after = (_WHITE.sub("", fold(text)) for text in texts)
    edits = changed_words(*texts) if before != after else []
    return _side(match.old, texts[0], edits, "old"), _side(match.new, texts[1], edits, "new")


def _side(provisions: Sequence[Provision], text: str, edits: Sequence[Edit], side: str) -> list[ComparedProvision]:
    """Provisions of one version, their words cut out of those of all of them."""
    found, start = [], 0
    for provision in provisions:
        end = start + len(provision.text)
        words = []
        for edit in edits:
            begin, stop = edit.old if side == "old" else edit.new
            piece = text[max(begin, start) : min(stop, end)] if begin < end and start < stop else ""
            if piece:
                words.append(Fragment(text=piece, changed=not edit.same))
        found.append(
            ComparedProvision(
                label=provision.label,
                text=provision.text,
                words=words,
                pointer=provision.pointer,
                line=provision.line,
                id=provision.id,
                span=provision.span,
            )
        )
        start = end + 1
    return found
