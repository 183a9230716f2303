"""What the head of a web page says of the page: hints, no text of it."""

import re
from typing import Any

_BLANKS = re.compile(r"\s+")
_LONGEST = 2000
"""Longest value of a hint, in characters; the rest is cut."""

_MOST = 200
"""Most hints that are kept."""


def read_hints(root: Any) -> dict[str, str]:
    """Read the hints of a page.

    Args:
        root: The root element of the parsed page.

    Returns:
        `html:title`, `html:meta[NAME]` with the name as it is written (`PubDate`, `og:title`), `html:link[canonical]`,
        `html:lang`. The first of two values of a name counts, blank ones do not.
    """
    hints: dict[str, str] = {}

    def keep(name: str, value: str | None) -> None:
        value = _BLANKS.sub(" ", value or "").strip()
        if value and len(hints) < _MOST:
            hints.setdefault(name, value[:_LONGEST])

    title = root.css_first("title")
    if title is not None:
        keep("html:title", title.text())
    for node in root.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
        if name:
            keep(f"html:meta[{name.strip()}]", attributes["content"])
    canonical = root.css_first('link[rel="canonical"]')
    if canonical is not None:
        keep("html:link[canonical]", canonical.attributes.get("href"))
    keep("html:lang", root.attributes.get("lang"))
    return hints
