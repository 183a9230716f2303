"""The documents of a corpus in order: files, folders, archives and JSON Lines; none is read before its turn.

A folder is gone through in the order of its names, without a list of all that is below it, so that ten million
documents take no more memory than ten.
"""

import gzip
import io
import json
import os
import stat
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from glob import has_magic
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from policyparse.batch.failure import Failure
from policyparse.batch.listing import Found, files_below, is_glob, split_glob
from policyparse.model.errors import UnreadableInput
from policyparse.source.formats import ENDINGS

if TYPE_CHECKING:
    from policyparse.model.metadata import Metadata

STANDARD_INPUT = "-"
"""Name of standard input among the paths."""

MEMBER_MARK, LINE_MARK = "!", "#"
"""Marks in names between an archive and its member, and between a file of JSON Lines and the number of the line."""

MEMBER_SIZE = 64 * 1024 * 1024
"""Maximum size of a member of an archive and length of a line of JSON Lines, in bytes."""

LINE_ENDINGS = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
TEXT_KEYS = ("text", "content", "html", "body")
"""Keys of a line under which its document is looked for, the first first."""

MARKUP_KEY = "html"
"""The key under which a web page stands."""


class Item(NamedTuple):
    """A document of a corpus, not yet read.

    Attributes:
        name: What it is called in results and messages: its path as given, `a.zip!b.html`, `a.jsonl#12`.
        place: Its path below the folder or archive in which it was found, for the names of outputs.
        path: Its file, or the archive that holds it; None for one that came with its text.
        member: Its name in the archive, None outside of one.
        text: The document itself, where it came in a line of JSON Lines.
        data: Its bytes, where it came on standard input or as markup in such a line.
        metadata: What the line says of it beside its text.
    """

    name: str
    place: str
    path: Path | None = None
    member: str | None = None
    text: str | None = None
    data: bytes | None = None
    metadata: Mapping[str, Any] = {}

    def load(self) -> Path | bytes | str:
        """What `parse` takes: the path, the bytes of the member, or the text.

        Raises:
            UnreadableInput: The member cannot be taken out of its archive.
        """
        if self.text is not None:
            return self.text
        if self.data is not None:
            return self.data
        assert self.path is not None
        if self.member is None:
            return self.path
        try:
            facts = self.path.stat()
            with _archive(self.path, facts.st_mtime_ns, facts.st_size).open(self.member) as file:
                return file.read(MEMBER_SIZE + 1)
        except (OSError, EOFError, KeyError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
            raise UnreadableInput(f"the member cannot be taken out of the archive ({error}); make it again") from None

    def known(self) -> "Metadata | None":
        """What the line says of the document, as `parse` takes it; None where it says nothing.

        Raises:
            UnreadableInput: A value is not of its type.
        """
        if not self.metadata:
            return None
        from pydantic import ValidationError

        from policyparse.model.metadata import Metadata

        said = {name: value for name, value in self.metadata.items() if name in Metadata.model_fields}
        if not said:
            return None
        try:
            return Metadata.model_validate(said)
        except ValidationError as error:
            first = error.errors()[0]
            reason = f"the line says {first['loc'][0]} in a way that cannot be read ({first['msg']}); correct it"
            raise UnreadableInput(reason) from None


@lru_cache(maxsize=1)
def _archive(path: Path, changed: int, size: int) -> zipfile.ZipFile:
    """The archive that was asked last, open, so that its directory is read once and not once a member."""
    return zipfile.ZipFile(path)


def find_items(
    paths: Iterable[Path], *, also: tuple[str, ...] = (), without: Iterable[Path] = (), apart: bool = False
) -> Iterator[Item | Failure]:
    """Find the documents of files, folders, archives (`.zip`), JSON Lines (`.jsonl`, `.jsonl.gz`) and standard input.

    Args:
        paths: Files, which are taken whatever their ending; folders, which are searched for files of a known ending,
            without what is hidden (`.name`) and without following links to folders; patterns (`a/**/*.pdf`), which
            match files of a known ending or of the one that they name; `-` for JSON Lines on standard input. A path
            that lies below another of them is not gone through twice.
        also: Further endings for which folders are searched.
        without: Files and folders that are left out of folders and patterns, such as the target of a run.
        apart: Whether the places of documents tell the paths apart: they then begin below the folder that holds all
            the paths.

    Yields:
        Each document in the order of the paths and of the names below them; a failure for what cannot be read or
        holds no document.
    """
    paths = list(paths)
    given: set[Path] = set()
    left_out = frozenset(os.path.realpath(path) for path in without)
    roots = _roots(paths) if apart else {}
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from _lines(STANDARD_INPUT, sys.stdin.buffer)
            continue
        resolved = Path(os.path.realpath(path))
        if not given.isdisjoint((resolved, *resolved.parents)):
            continue
        if is_glob(path):
            found = _matched(path, left_out)
        elif os.path.isdir(path):
            found = _folder(path, also, left_out)
        else:
            found = _file(path, str(path), path.name)
        root = roots.get(path, "")
        yield from (
            found
            if not root
            else (item if isinstance(item, Failure) else item._replace(place=f"{root}/{item.place}") for item in found)
        )
        given.add(resolved)


def _roots(paths: list[Path]) -> dict[Path, str]:
    """Where the places of each path begin, seen from the folder that holds them all; empty for that folder itself."""
    folders: dict[Path, str] = {}
    for path in paths:
        if str(path) != STANDARD_INPUT:
            folder = split_glob(path)[0] if is_glob(path) else path if os.path.isdir(path) else path.parent
            folders[path] = os.path.realpath(folder)
    if not folders:
        return {}
    common = os.path.commonpath(folders.values())
    return {path: "/".join(Path(os.path.relpath(folder, common)).parts) for path, folder in folders.items()}


def _folder(folder: Path, also: tuple[str, ...], without: frozenset[str]) -> Iterator[Item | Failure]:
    empty = True
    for found in files_below(folder, wanted=lambda name: is_document(name, also), without=without):
        empty = False
        yield from _opened_up(found)
    if empty:
        endings = ", ".join(sorted({*ENDINGS, *LINE_ENDINGS, ".zip"}))
        yield Failure(str(folder), f"no document in this folder; it has no file that ends in {endings}")


def _matched(path: Path, without: frozenset[str]) -> Iterator[Item | Failure]:
    folder, parts = split_glob(path)
    ending = os.path.splitext(path.name)[1].lower()
    named = () if has_magic(ending) or not ending else (ending,)
    empty = True
    for found in files_below(folder, parts, wanted=lambda name: is_document(name, named), without=without):
        empty = False
        yield from _opened_up(found)
    if empty:
        yield Failure(str(path), "no document matches this pattern; check the path")


def _opened_up(found: Found | Failure) -> Iterator[Item | Failure]:
    if isinstance(found, Failure):
        yield found
    else:
        yield from _file(found.path, str(found.path), found.place)


def is_document(name: str, also: tuple[str, ...] = ()) -> bool:
    """Whether a file is a document, or holds some, by its name.

    Args:
        name: Name of the file.
        also: Further endings of documents.
    """
    lower = name.lower()
    return lower.endswith((*LINE_ENDINGS, ".zip", *also)) or os.path.splitext(lower)[1] in ENDINGS


def _file(path: Path, name: str, place: str) -> Iterator[Item | Failure]:
    """The documents of a file: itself, or those that it holds."""
    lower = name.lower()
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        yield Failure(name, "there is no such file; check the path")
        return
    except OSError as error:
        yield Failure(name, f"the file cannot be read ({error.strerror}); check the path")
        return
    if not stat.S_ISREG(mode):
        yield Failure(name, "this is no regular file but a pipe, socket or device; name a file")
    elif lower.endswith(".zip"):
        yield from _members(path, name, place)
    elif lower.endswith(LINE_ENDINGS):
        try:
            with _opened(path) as file:
                yield from _lines(name, file, place)
        except (OSError, EOFError) as error:
            yield Failure(name, f"the file cannot be read to its end ({error}); check it")
    else:
        yield Item(name, place, path)


def _opened(path: Path) -> IO[bytes]:
    if path.name.lower().endswith(".gz"):
        return io.BufferedReader(gzip.GzipFile(path), 1 << 20)  # type: ignore[type-var,unused-ignore]
    return path.open("rb")


def _members(path: Path, name: str, place: str) -> Iterator[Item | Failure]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted(archive.infolist(), key=lambda member: member.filename)
    except (OSError, zipfile.BadZipFile, NotImplementedError) as error:
        yield Failure(name, f"the archive cannot be read ({error}); make it again")
        return
    met: set[str] = set()
    for member in members:
        base = member.filename.rsplit("/", 1)[-1]
        if member.is_dir() or base.startswith(".") or os.path.splitext(base.lower())[1] not in ENDINGS:
            continue
        inner = f"{name}{MEMBER_MARK}{member.filename}"
        if member.filename in met:
            yield Failure(f"{inner} (again)", "another member of this name is taken; name them apart")
        elif member.flag_bits & 1:
            yield Failure(inner, "the member is encrypted; unpack the archive with its password")
        elif member.file_size > MEMBER_SIZE:
            yield Failure(inner, f"the member is larger than {MEMBER_SIZE // 1024 // 1024} MiB; split the document")
        else:
            yield Item(inner, f"{place}{MEMBER_MARK}{member.filename}", path, member.filename)
        met.add(member.filename)


def _lines(name: str, file: IO[bytes], place: str | None = None) -> Iterator[Item | Failure]:
    number = 0
    while line := file.readline(MEMBER_SIZE + 1):
        number += 1
        inner = f"{name}{LINE_MARK}{number}"
        if len(line) > MEMBER_SIZE:
            while line and not line.endswith(b"\n"):
                line = file.readline(MEMBER_SIZE)
            yield Failure(inner, f"the line is longer than {MEMBER_SIZE // 1024 // 1024} MiB; split the document")
        elif line.strip():
            yield _line(line, inner, f"{name if place is None else place}{LINE_MARK}{number}")


def _line(line: bytes, name: str, place: str) -> Item | Failure:
    try:
        entry = json.loads(line)
    except ValueError as error:
        return Failure(name, f"the line is no JSON ({error}); write one object a line")
    if isinstance(entry, str):
        return Item(name, place, text=entry)
    if isinstance(entry, dict):
        for key in TEXT_KEYS:
            if isinstance(entry.get(key), str):
                rest = {k: v for k, v in entry.items() if k != key and v is not None}
                if key == MARKUP_KEY:
                    return Item(name, place, data=entry[key].encode("utf-8", "replace"), metadata=rest)
                return Item(name, place, text=entry[key], metadata=rest)
    return Failure(name, f"the line has no document; give it under one of {', '.join(TEXT_KEYS)}")
