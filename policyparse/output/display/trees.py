"""The tree of what was found in a document."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from rich.text import Text
from rich.tree import Tree

from policyparse.model.content import Content, DecisionContent, OfficialContent
from policyparse.model.document import Document
from policyparse.model.meeting import Meeting
from policyparse.model.official import Point
from policyparse.model.plan import IndustryPlan
from policyparse.model.provisions import Article, Norm
from policyparse.model.speech import Position, Spoken
from policyparse.output.comparison.columns import printed_label
from policyparse.output.display.own_fields import kind_in_words, own_branches
from policyparse.output.display.words import FEW, joined, quoted, word
from policyparse.output.printable import printable

T = TypeVar("T")

_PARTICULARS = (
    *("issuer", "issuers", "organizer", "genre", "level", "notice_label", "document_number", "addressees", "held_on"),
    *("venue", "topic", "adopted_on", "adopted_by", "promulgated_on", "issued_on", "effective_on", "expires_on"),
    "event_on",
)
_NO_EVIDENCE = frozenset({"genre", "level", "issuers", "addressees"})
_LABEL = "bold cyan"
_NAME = "bold"
_FAINT = "dim"


class TreeOfDocument:
    """Builds the tree of a document.

    Args:
        text: The text in which its spans count, where it is at hand; particulars are quoted from it.
        full: Everything, instead of the first of each list.
        lang: Language of the words around.
    """

    def __init__(self, text: str | None, *, full: bool, lang: str) -> None:
        self.text, self.full, self.lang = text, full, lang

    def of(self, content: Content) -> Tree:
        """The tree of a document, or of one that is attached to another."""
        kind = kind_in_words(type(content), content.kind, self.lang)
        title = quoted(content.title or "—", _NAME, full=True)
        tree = Tree(joined(Text(kind, "reverse"), title), guide_style=_FAINT)
        self._particulars(tree, content)
        if isinstance(content, DecisionContent):
            self._articles(tree, content)
            self._entries(tree, "amendments", content.amendments, lambda a: (a.operation, a.target.text))
        if isinstance(content, OfficialContent):
            self._points(tree, content.points)
            self._entries(tree, "members", content.members, lambda m: (m.role, f"{m.name} {m.position or ''}"))
            self._entries(tree, "appointments", content.appointments, lambda a: (a.name, a.office))
        if isinstance(content, Spoken):
            self._speech(tree, content)
        if isinstance(content, DecisionContent | OfficialContent):
            self._entries(tree, "repealed", content.repealed, lambda c: ("", c.title or c.text))
            self._entries(tree, "annexes", content.annexes, lambda a: (a.label, a.title or a.text))
            self._attachments(tree, content)
        for branch in own_branches(content, full=self.full, lang=self.lang):
            tree.add(branch)
        if content.plan:
            self._plan(tree, content.plan)
        return tree

    def _branch(self, tree: Tree, key: str, number: int | None = None) -> Tree:
        counted = Text(f" {number}", _FAINT) if number is not None else Text()
        return tree.add(Text(word(key, self.lang), "bold magenta") + counted)

    def _first(self, tree: Tree, entries: Sequence[T], show: Callable[[T], object]) -> None:
        """Show the first of some entries, and how many there are besides."""
        shown = entries if self.full or len(entries) <= FEW + 1 else entries[:FEW]
        for entry in shown:
            show(entry)
        if len(entries) > len(shown):
            tree.add(Text(f"… {len(entries) - len(shown)} {word('more', self.lang)}", _FAINT))

    def _entries(self, tree: Tree, key: str, entries: Sequence[T], told: Callable[[T], tuple[str, str]]) -> None:
        """A list of entries with a name and a text each."""
        if entries:
            branch = self._branch(tree, key, len(entries))

            def show(entry: T) -> None:
                name, text = told(entry)
                branch.add(joined(Text(printable(name), _LABEL), quoted(text, full=self.full)))

            self._first(branch, entries, show)

    def _particulars(self, tree: Tree, content: Content) -> None:
        found = [(name, f"/{name}", getattr(content, name, None)) for name in _PARTICULARS]
        if isinstance(content, Document):
            source = content.source
            found += [(p, p, getattr(source, p.split("/")[2])) for p in ("/source/publisher", "/source/published_at")]
        alone = getattr(content, "issuer", None)
        present = [(name, pointer, value) for name, pointer, value in found if value and value != [alone]]
        if present:
            branch = self._branch(tree, "particulars")
            for name, pointer, value in present:
                label = Text(word(name, self.lang), _LABEL)
                branch.add(joined(label, Text(printable(_plain(value))), self._quote(content, name, pointer, value)))

    def _quote(self, content: Content, name: str, pointer: str, value: Any) -> Text:
        """The words of the text that give a value, where they are others than the value."""
        span = content.evidence.get(pointer)
        if self.text is None or span is None or name in _NO_EVIDENCE:
            return quoted("", full=self.full)
        words = self.text[span.start : span.end]
        return quoted("" if words == _plain(value) else f"“{words}”", _FAINT, full=self.full)

    def _articles(self, tree: Tree, content: DecisionContent) -> None:
        if not content.articles:
            return
        branch = self._branch(tree, "articles", len(content.articles))
        nodes: dict[int | None, Tree] = {None: branch}

        def show(article: Article) -> None:
            if article.division not in nodes and article.division is not None:
                division = content.divisions[article.division]
                nodes[article.division] = branch.add(Text(printable(f"{division.label} {division.title}"), _NAME))
            heading = f"【{article.heading}】" if article.heading else ""
            lead = article.paragraphs[0].text if article.paragraphs else ""
            line = joined(
                Text(printable(printed_label(article.label).strip()), _LABEL), quoted(heading + lead, full=self.full)
            )
            self._norms(nodes[article.division].add(line), article.norms)

        self._first(branch, content.articles, show)

    def _norms(self, tree: Tree, norms: Sequence[Norm]) -> None:
        for norm in norms if self.full else norms[:2]:
            marker = Text(printable(norm.marker), _MODALITIES[norm.modality])
            bearer = Text(printable(norm.bearer or "—"), _NAME)
            tree.add(joined(bearer, marker, quoted(norm.action, full=self.full)))
        if len(norms) > 2 and not self.full:
            tree.add(Text(f"… {len(norms) - 2} {word('more', self.lang)}", _FAINT))

    def _points(self, tree: Tree, points: Sequence[Point]) -> None:
        if points:
            branch = self._branch(tree, "points", len(points))
            self._first(branch, points, lambda point: self._point(branch, point))

    def _point(self, tree: Tree, point: Point) -> None:
        label = Text(printable(printed_label(point.label).strip()), _LABEL)
        heading = Text(printable(point.heading or ""), _NAME)
        node = tree.add(joined(label, heading, quoted(point.text, full=self.full)))
        units = [f"{'、'.join(r.units)}" for r in point.responsibilities if r.units]
        if units or point.deadline:
            due = f"{word('deadline', self.lang)} {point.deadline.text}" if point.deadline else ""
            node.add(joined(Text(printable("；".join(units)), "green"), quoted(due, "yellow", full=self.full)))
        self._norms(node, point.norms)
        self._first(node, point.points, lambda below: self._point(node, below))

    def _speech(self, tree: Tree, content: Spoken) -> None:
        said: defaultdict[str, list[str]] = defaultdict(list)
        for statement in content.statements:
            said[statement.speaker].append(statement.text)
        if content.speakers:
            branch = self._branch(tree, "speakers", len(content.speakers))

            def show(speaker: Any) -> None:
                name = Text(printable(speaker.name), _LABEL)
                node = branch.add(joined(name, quoted(_offices(speaker.positions), _FAINT, full=self.full)))
                for text in said[speaker.name] if self.full else said[speaker.name][:2]:
                    node.add(quoted(f"“{text}”", full=self.full))

            self._first(branch, content.speakers, show)
        if isinstance(content, Meeting):
            self._entries(tree, "proposals", content.proposals, lambda p: (p.speaker, p.topic or p.recommendation))
            self._entries(tree, "responses", content.responses, lambda r: (r.speaker, r.topic or r.text))
            self._entries(tree, "outcomes", content.outcomes, lambda o: (o.action, o.object or ""))

    def _attachments(self, tree: Tree, content: DecisionContent | OfficialContent) -> None:
        if content.attachments:
            branch = self._branch(tree, "attachments", len(content.attachments))
            for attachment in content.attachments:
                if attachment.document:
                    branch.add(self.of(attachment.document))
                else:
                    branch.add(quoted(attachment.title or attachment.text or attachment.label or "—", full=self.full))

    def _plan(self, tree: Tree, plan: IndustryPlan) -> None:
        branch = self._branch(tree, "plan")
        region = f"{plan.region.name} {plan.region.code}" if plan.region else ""
        head = " ".join(filter(None, (region, plan.period.label if plan.period else "")))
        if head:
            branch.add(Text(printable(head)))
        roles = [(f"{name} ({role})") for name, role in ((i.name, i.role) for i in plan.industries)]
        self._names(branch, "industries", roles)
        self._names(branch, "chains", [chain.name for chain in plan.chains])
        self._names(branch, "projects", [f"{p.name} ({p.phase})" for p in plan.projects])
        self._names(branch, "initiatives", [i.name for i in plan.initiatives])

    def _names(self, tree: Tree, key: str, names: Iterable[str]) -> None:
        counted = Counter(names)
        if counted:
            branch = self._branch(tree, key, len(counted))
            branch.add(Text(printable("、".join(counted)), no_wrap=not self.full, overflow="ellipsis"))


_MODALITIES = {
    "obligation": "bold blue",
    "prohibition": "bold red",
    "permission": "green",
    "encouragement": "bold green",
}


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return "、".join(map(_plain, value))
    start, end = getattr(value, "start", None), getattr(value, "end", None)
    if start is not None:
        return str(start) if start == end else f"{start}–{end}"
    return str(value)


def _offices(positions: Sequence[Position]) -> str:
    return "、".join(f"{position.organization or ''}{position.title}" for position in positions)
