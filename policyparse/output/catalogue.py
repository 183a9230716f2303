"""The documents of a corpus by title and number, to find which of them a reference means."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Any, Literal, TypeAlias

from policyparse.knowledge.characters import COUNT
from policyparse.knowledge.fold import fold
from policyparse.knowledge.pattern import pattern
from policyparse.language.numerals import parse_integer
from policyparse.model.document import Document
from policyparse.output.document_names import Names
from policyparse.output.identifiers import UNKNOWN, version_date, version_id, work_id
from policyparse.output.provisions import attached_to

Unresolved: TypeAlias = Literal["not_in_corpus", "ambiguous", "no_such_provision"]
"""Why a reference leads nowhere: no document of this name, several, or one without this place."""

_FACTS = (
    "title",
    "document_number",
    "effective_on",
    "promulgated_on",
    "issued_on",
    "expires_on",
    "validity",
    "draft",
)
_SPAN = pattern(
    r"(?P<number>(?&count){1,4})个?(?P<unit>年|月)",
    count=f"[{COUNT}]",
    matches=[
        *(("有效期2年", {"number": "2", "unit": "年"}), ("有效期为五年", {"number": "五"})),
        *(("有效期限6个月", {"number": "6", "unit": "月"}), ("有效期两年", {"number": "两"})),
        ("有效期3一一千十年", "一一千十年"),
    ],
    rejects=["有效期至年底", "长期有效"],
)
"""How long a document holds, in its words for it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of a corpus, or one that is attached to another.

    Attributes:
        document: Digest of the document that was parsed.
        pointer: JSON Pointer of the document in it.
        work_id: Identifier of the work.
        version_id: Identifier of this version.
        version_on: Day of this version, None where the text gives none.
        title: Its title.
        document_number: Its number.
        effective_on: Day from which it is in force.
        promulgated_on: Day of its promulgation.
        issued_on: Day of its issue.
        expires_on: Last day on which it is in force.
        validity: How long it is in force, as printed.
        draft: Whether it is a draft for comments.
    """

    document: str
    pointer: str
    work_id: str
    version_id: str
    version_on: date | None
    title: str | None = None
    document_number: str | None = None
    effective_on: date | None = None
    promulgated_on: date | None = None
    issued_on: date | None = None
    expires_on: date | None = None
    validity: str | None = None
    draft: bool = False

    @property
    def starts_on(self) -> date | None:
        """The day from which it is in force, as far as the text says."""
        return self.effective_on or self.promulgated_on or self.issued_on or self.version_on

    @property
    def ends_on(self) -> date | None:
        """The last day on which it is in force: the day printed, else counted from its start by its validity."""
        length = _SPAN.search(fold(self.validity)) if self.validity and self.expires_on is None else None
        number = parse_integer(length["number"]) if length else None
        if length is None or number is None or self.starts_on is None:
            return self.expires_on
        months = self.starts_on.month - 1 + number * (12 if length["unit"] == "年" else 1)
        year, month = self.starts_on.year + months // 12, months % 12 + 1
        return _same_day(year, month, self.starts_on.day) - timedelta(days=1) if year <= MAXYEAR else None

    @property
    def authority(self) -> str:
        """The region or body of its identifier."""
        return self.work_id.split("/")[1]


def _same_day(year: int, month: int, day: int) -> date:
    """A day of a month; the last of the month where it has no such day."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def entries_of(document: Document) -> Iterable[Entry]:
    """The entries of a document and of those attached to it."""
    for content, root in attached_to(document):
        facts: dict[str, Any] = {name: getattr(content, name, None) for name in _FACTS}
        facts["draft"] = bool(facts["draft"])
        yield Entry(document.digest, root, work_id(content), version_id(content), version_date(content), **facts)


def entry_of_row(row: Mapping[str, Any]) -> Entry:
    """The entry of a row of the table `documents`."""
    day = row["version_id"].rpartition("@")[2] if "@" in row["version_id"] else ""
    facts = {name: row[name] for name in _FACTS} | {"draft": bool(row["draft"])}
    return Entry(
        row["document"],
        row["pointer"],
        row["work_id"],
        row["version_id"],
        date.fromisoformat(day) if day else None,
        **facts,
    )


class Catalogue:
    """The entries of a corpus by title, number and work.

    Args:
        entries: The entries.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._names: Names[Entry] = Names()
        self._by_work: defaultdict[str, list[Entry]] = defaultdict(list)
        self._by_id: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            self._names.add(entry.title, entry.document_number, entry)
            self._by_work[entry.work_id].append(entry)
            for key in {entry.version_id, *([entry.document] if not entry.pointer else [])}:
                self._by_id[key].append(entry)

    def named(self, name: str) -> list[Entry]:
        """The entries of an identifier, digest, title or number."""
        return self._by_id.get(name) or self._by_work.get(name) or self._names.find(name)

    def versions(self, work: str) -> list[Entry]:
        """The versions of a work."""
        return self._by_work.get(work, [])

    def resolve(self, name: str, source: Entry, *, before: bool) -> Entry | Unresolved:
        """The version of a work that a document means.

        Of works of one title that of the same region or body is meant; of its versions the last one that the document
        could know, and where there is none the first after it.

        Args:
            name: Title or number as cited.
            source: The document that cites.
            before: Whether a version of the same day is out of the question, as where it is repealed or amended.
        """
        found = [e for e in self._names.find(name) if (e.document, e.pointer) != (source.document, source.pointer)]
        if not found:
            return "not_in_corpus"
        works = {entry.work_id for entry in found}
        if len(works) > 1:
            works = _nearest(works, source.authority)
        if len(works) > 1:
            return "ambiguous"
        (work,) = works
        return version_before([e for e in found if e.work_id == work], source.version_on, before=before)


def _nearest(works: set[str], authority: str) -> set[str]:
    """The works of the same region or body; else, where only one has any, those that name theirs."""
    own = {work for work in works if work.split("/")[1] == authority}
    if own:
        return own
    known = {work for work in works if work.split("/")[1] != UNKNOWN}
    return known if len(known) == 1 else works


def version_before(versions: list[Entry], day: date | None, *, before: bool) -> Entry:
    """The last version up to a day, and where there is none the first after it; the last one where no day is known."""
    dated = sorted((e for e in versions if e.version_on), key=lambda e: (e.version_on, e.version_id, e.document))
    if not dated:
        return versions[0]
    if day is None:
        return dated[-1]
    known = [e for e in dated if e.version_on and (e.version_on < day or (e.version_on == day and not before))]
    return known[-1] if known else dated[0]
