"""What a process does with a document of a run; the parser is imported here and nowhere else in a run."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from policyparse.batch.items import Item
from policyparse.batch.state import Record
from policyparse.model.errors import PolicyParseError, UnreadableInput

if TYPE_CHECKING:
    from policyparse.batch.sinks import Form, Output
    from policyparse.model.document import Document


class Turn(NamedTuple):
    """An item with what an earlier run knows of it.

    Attributes:
        name: Name of the item.
        item: The item.
        known: Hash of its bytes and rules of the earlier run, where its result is still there.
    """

    name: str
    item: Item
    known: tuple[str, str] | None


class Result(NamedTuple):
    """What came of a turn.

    Attributes:
        record: What became of the document.
        payload: What goes into the target; None where it is there, nothing is new, or it could not be parsed.
        output: Where it went, where the process that parsed it has put it there.
        is_known: Whether all is as an earlier run left it, so that the record is that of the earlier run.
    """

    record: Record
    payload: bytes | None = None
    output: "Output | None" = None
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """The task of a run.

    Attributes:
        form: What a document becomes.
        rules: By what it is parsed.
        options: Arguments of `parse`.
        size: Largest document, in bytes.
        put: What puts a payload into the target from this process; None where only the process of the run can.
    """

    form: "Form"
    rules: str
    options: Mapping[str, Any]
    size: int
    put: "Callable[[str, bytes], Output] | None" = None

    def __call__(self, turn: Turn) -> Result:
        """Parse a document, unless its bytes and the rules are those of an earlier run.

        Raises:
            UnreadableInput: It is not there, or larger than it may be.
        """
        item = turn.item
        loaded = item.load()
        digest = _digest(loaded, item, self.size)
        record = Record(item.name, digest, self.rules, output=item.place)
        if digest and turn.known == (digest, self.rules):
            return Result(record, is_known=True)
        try:
            document = self._parsed(loaded, item)
        except PolicyParseError as error:
            if not digest:
                raise
            return Result(record._replace(output=None, failure=error.message))
        return self._put(_described(record, document), _payload(document, self.form))

    def _put(self, record: Record, payload: bytes) -> Result:
        if self.put is not None:
            try:
                return Result(record, output=self.put(record.output or record.name, payload))
            except OSError:  # the process of the run meets the error as well, and ends the run with it
                pass
        return Result(record, payload)

    def _parsed(self, loaded: Path | bytes | str, item: Item) -> "Document":
        from policyparse.api import parse

        return parse(loaded, metadata=item.known(), **self.options)


def _digest(loaded: Path | bytes | str, item: Item, size: int) -> str:
    """Hash of what is parsed; empty where the file cannot be read, which the parser says better."""
    try:
        if isinstance(loaded, Path) and loaded.stat().st_size > size:
            raise UnreadableInput(_too_large(size))
        data = loaded.read_bytes() if isinstance(loaded, Path) else loaded
    except OSError:
        return ""
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    if len(data) > size:
        raise UnreadableInput(_too_large(size))
    whole = hashlib.sha256(data)
    if item.metadata:
        whole.update(json.dumps(item.metadata, sort_keys=True).encode())
    return "sha256:" + whole.hexdigest()


def _too_large(size: int) -> str:
    return f"larger than {size / 1024 / 1024:g} MiB; split the document or raise the limit"


def _described(record: Record, document: "Document") -> Record:
    codes = Counter(diagnostic.code for diagnostic in document.diagnostics)
    return record._replace(
        digest=document.digest,
        kind=document.kind,
        title=document.title,
        key=_reprint_key(document),
        codes=dict(sorted(codes.items())),
    )


def _payload(document: "Document", form: "Form") -> bytes:
    from policyparse.batch.sinks import payload_of

    return payload_of(document, form)


def _reprint_key(document: "Document") -> str | None:
    """What reprints have in common; None for a document without number or title."""
    number = getattr(document, "document_number", None) or getattr(document, "notice_label", None)
    issuer = getattr(document, "issuer", None) or "、".join(getattr(document, "issuers", ()))
    if not (number and document.title):
        return None
    return "\t".join("".join((part or "").split()) for part in (number, document.title, issuer))
