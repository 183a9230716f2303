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
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from policyparse.batch.failure import Failure
from policyparse.source.formats import ENDINGS

STANDARD_INPUT = "-"
"""Name of standard input among the paths."""

MEMBER_MARK, LINE_MARK = "!", "#"
"""Marks in names between an archive and its member, and between a file of JSON Lines and the number of the line."""

MEMBER_SIZE = 64 * 1024 * 1024
"""Maximum size of a member of an archive and length of a line of JSON Lines, in bytes."""

LINE_ENDINGS = (".jsonl", ".jsonl.gz", ".ndjson")
TEXT_KEYS = ("text", "content", "html", "body")
"""Keys of a line under which its document is looked for, the first first."""

MARKUP_KEY = "html"
"""The key under which a web page stands."""


@dataclass(frozen=True, slots=True)
class Item:
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
    metadata: Mapping[str, Any] = field(default_factory=dict)

    def load(self) -> Path | bytes | str:
        """What `parse` takes: the path, the bytes of the member, or the text.

        Raises:
            OSError: The archive cannot be read.
            zipfile.BadZipFile: It is damaged.
        """
        if self.text is not None:
            return self.text
        if self.data is not None:
            return self.data
        assert self.path is not None
        if self.member is None:
            return self.path
        with zipfile.ZipFile(self.path) as archive, archive.open(self.member) as file:
            return file.read(MEMBER_SIZE + 1)


def find_items(paths: Iterable[Path], *, also: tuple[str, ...] = ()) -> Iterator[Item | Failure]:
    """Find the documents of files, folders, archives (`.zip`), JSON Lines (`.jsonl`, `.jsonl.gz`) and standard input.

    Args:
        paths: Files, which are taken whatever their ending; folders, which are searched for files of a known ending,
            without what is hidden (`.name`) and without following links to folders; `-` for JSON Lines on standard
            input. A path that lies below another of them is not gone through twice.
        also: Further endings for which folders are searched.

    Yields:
        Each document in the order of the paths and of the names below them; a failure for what cannot be read or
        holds no document.
    """
    given: list[Path] = []
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from _lines(STANDARD_INPUT, sys.stdin.buffer)
            continue
        resolved = Path(os.path.realpath(path))
        if any(resolved == other or other in resolved.parents for other in given):
            continue
        if os.path.isdir(path):
            yield from _folder(path, also)
        else:
            yield from _file(path, str(path), path.name)
        given.append(resolved)


def _folder(folder: Path, also: tuple[str, ...]) -> Iterator[Item | Failure]:
    empty = True
    for found in _below(folder, "", also):
        empty = False
        yield found
    if empty:
        endings = ", ".join(sorted({*ENDINGS, *LINE_ENDINGS, ".zip"}))
        yield Failure(str(folder), f"no document in this folder; it has no file that ends in {endings}")


def _below(folder: Path, place: str, also: tuple[str, ...]) -> Iterator[Item | Failure]:
    """The documents below a folder; names sort as in the paths, a folder among the files."""
    try:
        with os.scandir(folder) as entries:
            names = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    except OSError as error:
        yield Failure(str(folder), f"the folder cannot be read ({error.strerror}); change its mode or owner")
        return
    for name, is_folder in names:
        if name.startswith("."):
            continue
        path = folder / name
        if is_folder:
            yield from _below(path, f"{place}{name}/", also)
        elif _is_known(name) or name.lower().endswith(also):
            yield from _file(path, str(path), place + name)


def _is_known(name: str) -> bool:
    lower = name.lower()
    return lower.endswith((*LINE_ENDINGS, ".zip")) or os.path.splitext(lower)[1] in ENDINGS


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
    for member in members:
        base = member.filename.rsplit("/", 1)[-1]
        if member.is_dir() or base.startswith(".") or os.path.splitext(base.lower())[1] not in ENDINGS:
            continue
        inner = f"{name}{MEMBER_MARK}{member.filename}"
        if member.flag_bits & 1:
            yield Failure(inner, "the member is encrypted; unpack the archive with its password")
        elif member.file_size > MEMBER_SIZE:
            yield Failure(inner, f"the member is larger than {MEMBER_SIZE // 1024 // 1024} MiB; split the document")
        else:
            yield Item(inner, f"{place}{MEMBER_MARK}{member.filename}", path, member.filename)


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
