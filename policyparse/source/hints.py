"""What a file says of its document beside the text: hints, by the field of the document that they are for.

A hint is the word of a web editor or of a program: `meta author` is mostly who put the page in, `Maketime` the moment
at which a page was made again, so neither counts.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from policyparse.knowledge.compiled import compiled

Field = Literal["title", "publisher", "published_at", "site", "url"]

_FIELDS: Mapping[Field, tuple[str, ...]] = {
    "title": ("articletitle", "og:title", "title", "core.title", "info.title"),
    "publisher": ("contentsource", "source"),
    "published_at": (
        *("pubdate", "publishdate", "publish_date", "article:published_time", "og:published_time"),
        *("publishtime", "datepublished", "og:release_date"),
    ),
    "site": ("sitename", "og:site_name", "application-name"),
    "url": ("url", "og:url", "canonical"),
}
"""Names of hints by field, in lower case, the most trustworthy first."""

_NAME = compiled(r"[a-z]+:(?:meta\[(.*)\]|link\[(.*)\]|(.*))", re.DOTALL)


def hints_for(hints: Mapping[str, str], field: Field) -> Iterator[tuple[str, str]]:
    """The hints for a field, the most trustworthy first.

    Args:
        hints: The hints of a source, by their names: `html:title`, `html:meta[PubDate]`, `docx:core.title`.
        field: The field of the document.

    Yields:
        Name and value of each hint that is not blank.
    """
    named: dict[str, tuple[str, str]] = {}
    for origin, value in hints.items():
        match = _NAME.fullmatch(origin)
        name = next(filter(None, match.groups()), "") if match else origin
        if value.strip():
            named.setdefault(name.lower(), (origin, value.strip()))
    for name in _FIELDS[field]:
        if name in named:
            yield named[name]
