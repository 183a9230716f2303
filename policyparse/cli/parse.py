"""`policyparse parse`: documents to JSON, or to Akoma Ntoso."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Annotated, Any

import typer

from policyparse.api import parse as parse_document
from policyparse.batch import Failure, Item, for_each
from policyparse.cli.console import UNUSABLE, complain, counted, give_up, interruptible, say, show_text, watched
from policyparse.cli.extensions import extensions
from policyparse.cli.inputs import find, processes
from policyparse.cli.options import Jobs, Kind, NamesModel, Paths, Readers, ReferenceDate, Types
from policyparse.cli.results import read_item
from policyparse.model.errors import PolicyParseError
from policyparse.output.tally import Tally, counts_of
from policyparse.output.whole_file import write_whole


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document as it is written, and how much was found in it."""

    text: str
    kind: str
    counts: Counter[str]


class Form(StrEnum):
    """What documents become."""

    JSON = "json"
    AKN = "akn"


def parse(
    paths: Paths,
    out: Annotated[Path | None, typer.Option(help="Folder for one file a document.", show_default=False)] = None,
    form: Annotated[
        Form, typer.Option("--format", help="JSON, or Akoma Ntoso (XML) of laws and official documents (extra akn).")
    ] = Form.JSON,
    kind: Kind = None,
    types: Types = None,
    readers: Readers = None,
    reference_date: ReferenceDate = None,
    indent: Annotated[int, typer.Option(min=0, max=8, help="Columns by which JSON is indented.")] = 2,
    compact: Annotated[bool, typer.Option("--compact", help="JSON on one line.")] = False,
    names_model: NamesModel = False,
    text: Annotated[
        bool, typer.Option("--text", help="Print the text in which spans count, as it is read, and parse nothing.")
    ] = False,
    with_text: Annotated[bool, typer.Option("--with-text", help="Keep that text in the field text.")] = False,
    jobs: Jobs = 1,
) -> None:
    """Parse documents to JSON, or to Akoma Ntoso.

    One file gives one JSON document on standard output; a folder or several files give JSON Lines, one document a
    line in the order of the files; with --out each document becomes a file of its own. Several end with a table of
    what was found.
    """
    others = extensions(types, readers)
    documents, failures = find(paths, kind, others)
    if form is Form.AKN:
        _require_akn()
    if (text or form is Form.AKN) and out is None and len(documents) > 1:
        name = "--text" if text else "--format akn"
        give_up(f"{name} prints one document; give --out a folder for those of several")
    alone = len(paths) == 1 and not paths[0].is_dir()
    on_one_line = compact or (out is None and not alone)
    width = None if on_one_line else indent
    options: dict[str, Any] = {
        "kind": kind,
        "reference_date": reference_date,
        "names_model": names_model,
        "with_text": with_text,
    }
    options |= others.options
    task: Callable[[Item], Parsed] = partial(_to_json, options=options, indent=width)
    ending = ".json"
    if text:
        task, ending = partial(_to_text, readers=others.readers), ".txt"
    elif form is Form.AKN:
        task, ending = partial(_to_akn, options=options), ".xml"
    targets = _targets(documents, out, ending) if out is not None else []
    results = for_each(task, documents, jobs=processes(jobs))
    written = 0
    tally = Tally()
    with interruptible(lambda: f"{written} of {len(documents)} documents were written, each of them whole"):
        for i, result in enumerate(watched(results, len(documents), silent=out is not None)):
            failure = result if isinstance(result, Failure) else deliver(result.text, targets[i] if targets else None)
            if failure or isinstance(result, Failure):
                failures += [failure] if failure else []
                complain(str(failure))
            else:
                written += 1
                tally.add(result.kind, result.counts)
    if not alone and not text:
        _print(tally)
    if out is not None or (failures and not alone):
        where = f" to {out}" if out is not None else ""
        say(f"{counted(written, 'document')} parsed{where}, {len(failures)} failed")
    if failures:
        raise typer.Exit(UNUSABLE)


def _print(tally: Tally) -> None:
    """A table of what was found, to standard error; none of a single document."""
    rows = list(tally.rows()) if tally.documents.total() > 1 else []
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        first, *numbers = row
        cells = [first.ljust(widths[0]), *(n.rjust(width) for n, width in zip(numbers, widths[1:], strict=True))]
        say("  ".join(cells))


def _to_json(item: Item, options: dict[str, Any], indent: int | None) -> Parsed:
    document = parse_document(item.load(), **options)
    return Parsed(document.model_dump_json(indent=indent) + "\n", document.kind, counts_of(document))


def _require_akn() -> None:
    from policyparse.output.table_files import require

    try:
        require("lxml", "akn")
    except PolicyParseError as error:
        give_up(str(error))


def _to_akn(item: Item, options: dict[str, Any]) -> Parsed:
    from policyparse.output.akoma_ntoso import akoma_ntoso

    document = parse_document(item.load(), **options)
    try:
        return Parsed(akoma_ntoso(document), document.kind, counts_of(document))
    except ValueError as error:
        raise PolicyParseError(str(error)) from None


def _to_text(item: Item, readers: Sequence[str]) -> Parsed:
    return Parsed(read_item(item, readers).text, "text", Counter())


def _targets(documents: Sequence[Item], out: Path, ending: str) -> list[Path]:
    """Where each document goes: its place with the ending for its own, or after it where two would be alike."""
    if out.exists() and not out.is_dir():
        give_up(f"{out}: this is no folder; give --out a folder or a name that is free")
    from policyparse.batch.sinks import safe_place

    places = [PurePosixPath(safe_place(document.place)) for document in documents]
    times = Counter(place.with_suffix(ending) for place in places)
    targets: dict[Path, str] = {}
    for document, place in zip(documents, places, strict=True):
        name = place.with_suffix(ending)
        target = out / (name if times[name] == 1 else place.with_name(place.name + ending))
        if target in targets:
            give_up(f"{target}: {targets[target]} and {document.name} both go here; parse them into two folders")
        targets[target] = document.name
    return list(targets)


def deliver(text: str, target: Path | None) -> Failure | None:
    """Write a result as it is to its file or to standard output."""
    if target is None:
        show_text(text)
        return None
    try:
        write_whole(target, text)
    except OSError as error:
        return Failure(str(target), f"cannot be written ({error.strerror}); choose another --out")
    return None
