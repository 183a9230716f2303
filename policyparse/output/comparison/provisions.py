"""A document as a tree of provisions, whatever its kind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from policyparse.language.labels import format_label
from policyparse.model.base import Span
from policyparse.model.content import Content, DecisionContent, OfficialContent
from policyparse.model.official import Point, Responsibility
from policyparse.model.provisions import Item
from policyparse.output.comparison.model import Unit
from policyparse.output.document_names import word_key
from policyparse.output.identifiers import provision_ids

_ROLES = {"lead": "牵头单位", "responsible": "责任单位", "supporting": "配合单位", "guiding": "指导单位"}
_ACTIONS = {"appoint": "任命", "remove": "免去"}


@dataclass(eq=False)
class Provision:
    """A node of the tree.

    Attributes:
        unit: What it is.
        label: Its label as printed, or 第二款 for the second paragraph.
        text: Its own text.
        pointer: Its JSON Pointer.
        number: What its label counts, to tell whether it was renumbered.
        id: Its eId.
        span: Its place.
        division: Index of the division in which it stands.
        line: Which line of the field at its pointer it is, from 1.
        below: What stands under it.
    """

    unit: Unit
    label: str
    text: str
    pointer: str
    number: tuple[int, ...] = ()
    id: str | None = None
    span: Span | None = None
    division: int | None = None
    line: int | None = None
    below: list["Provision"] = field(default_factory=list)

    @cached_property
    def whole(self) -> str:
        """Its text with what stands under it, without labels."""
        return "\n".join(filter(None, (self.text, *(provision.whole for provision in self.below))))

    @cached_property
    def key(self) -> str:
        """What its words are compared by."""
        return word_key(self.whole)


def provisions_of(content: Content, root: str = "") -> list[Provision]:
    """The provisions of a document, or of one that is attached to another, in the order of the text.

    Args:
        content: The document.
        root: Its JSON Pointer.
    """
    ids = provision_ids(content)
    found = _field(content, root, "title", "title")
    if isinstance(content, DecisionContent):
        found += _field(content, root, "preamble", "preamble") + _articles(content, root, ids)
    elif isinstance(content, OfficialContent):
        found += _field(content, root, "opening", "opening")
        found += _points(content.points, root, "/points", ids)
        found += _persons(content, root)
    if isinstance(content, DecisionContent | OfficialContent):
        found += _field(content, root, "closing", "closing") + list(_attached(content, root))
    return found


def _field(content: Content, root: str, name: str, unit: Unit) -> list[Provision]:
    text: str | None = getattr(content, name)
    if not text:
        return []
    pointer = f"{root}/{name}"
    span = content.evidence.get(pointer)
    if unit == "title":
        return [Provision(unit, "", text, pointer, span=span)]
    return [Provision(unit, "", "", pointer, span=span, below=_lines(text, pointer))]


def _lines(text: str, pointer: str) -> list[Provision]:
    lines = [line for line in text.split("\n") if line.strip()]
    return [
        Provision("paragraph", format_label("款", n), line, pointer, (n,), line=n)
        for n, line in enumerate(lines, start=1)
    ]


def _articles(content: DecisionContent, root: str, ids: dict[str, str]) -> list[Provision]:
    found: list[Provision] = []
    shown = 0

    def divisions(until: int) -> Iterator[Provision]:
        nonlocal shown
        for i in range(shown, until):
            division, pointer = content.divisions[i], f"/divisions/{i}"
            eid = ids[pointer]
            number = (division.number,)
            yield Provision(
                "division", division.label, division.title, root + pointer, number, eid, division.span, division=i
            )
        shown = max(shown, until)

    for i, article in enumerate(content.articles):
        if article.division is not None:
            found += divisions(article.division + 1)
        pointer = f"/articles/{i}"
        number = (article.number, article.suffix or 0)
        node = Provision(
            "article", article.label, "", root + pointer, number, ids[pointer], article.span, article.division
        )
        if article.heading:
            node.below.append(Provision("heading", "", article.heading, f"{root}{pointer}/heading"))
        for j, paragraph in enumerate(article.paragraphs):
            at = f"{pointer}/paragraphs/{j}"
            label = format_label("款", j + 1)
            below = _items(paragraph.items, root, at, ids)
            node.below.append(
                Provision("paragraph", label, paragraph.text, root + at, (j + 1,), ids[at], paragraph.span, below=below)
            )
        found.append(node)
    return [*found, *divisions(len(content.divisions))]


def _items(items: Iterable[Item], root: str, above: str, ids: dict[str, str]) -> list[Provision]:
    found = []
    for i, item in enumerate(items):
        pointer = f"{above}/items/{i}"
        below = _items(item.items, root, pointer, ids)
        found.append(
            Provision(
                "item", item.label, item.text, root + pointer, (item.number,), ids[pointer], item.span, below=below
            )
        )
    return found


def _points(points: Iterable[Point], root: str, above: str, ids: dict[str, str]) -> list[Provision]:
    found = []
    for i, point in enumerate(points):
        pointer = f"{above}/{i}"
        node = Provision("point", point.label, "", root + pointer, (point.number,), ids[pointer], point.span)
        if point.heading:
            node.below.append(Provision("heading", "", point.heading, f"{root}{pointer}/heading"))
        node.below += _lines(point.text, f"{root}{pointer}/text")
        node.below += [_responsibility(r, f"{root}{pointer}/responsibilities/{k}") for k, r in _named(point)]
        if point.deadline and point.deadline.text not in point.text:
            text = f"完成时限：{point.deadline.text}"
            node.below.append(Provision("deadline", "", text, f"{root}{pointer}/deadline"))
        node.below += _points(point.points, root, f"{pointer}/points", ids)
        found.append(node)
    return found


def _named(point: Point) -> Iterator[tuple[int, Responsibility]]:
    return ((k, r) for k, r in enumerate(point.responsibilities) if r.units)


def _responsibility(responsibility: Responsibility, pointer: str) -> Provision:
    return Provision("responsibility", "", responsibility_text(responsibility), pointer, span=responsibility.span)


def responsibility_text(responsibility: Responsibility) -> str:
    """Who is responsible, in words: 牵头单位：市工信局."""
    return f"{_ROLES[responsibility.role]}：{'、'.join(responsibility.units)}"


def _persons(content: OfficialContent, root: str) -> list[Provision]:
    found = []
    for i, one in enumerate(content.appointments):
        text = f"{_ACTIONS[one.action]}{one.name} {one.office}"
        found.append(Provision("appointment", "", text, f"{root}/appointments/{i}", span=one.span))
    for i, member in enumerate(content.members):
        text = " ".join(filter(None, (member.role, member.name, member.position)))
        found.append(Provision("member", "", text, f"{root}/members/{i}", span=member.span))
    return found


def _attached(content: DecisionContent | OfficialContent, root: str) -> Iterator[Provision]:
    for i, annex in enumerate(content.annexes):
        pointer = f"{root}/annexes/{i}"
        below = [Provision("heading", "", annex.title, f"{pointer}/title")] if annex.title else []
        below += _lines(annex.text, f"{pointer}/text")
        yield Provision("annex", annex.label, "", pointer, span=annex.span, below=below)
    for i, attachment in enumerate(content.attachments):
        pointer = f"{root}/attachments/{i}"
        if attachment.document:
            below = provisions_of(attachment.document, f"{pointer}/document")
        else:
            below = [Provision("heading", "", attachment.title, f"{pointer}/title")] if attachment.title else []
            below += _lines(attachment.text or "", f"{pointer}/text")
        yield Provision("attachment", attachment.label or "", "", pointer, span=attachment.span, below=below)
