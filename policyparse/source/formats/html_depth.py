"""How large the tree of a page becomes, before a parser builds it.

Parsers take quadratic time on depth, and elements of format that are never closed (`<font>`) are opened again in each
paragraph that follows.
"""

import re

from policyparse.model.errors import UnreadableInput

DEPTH_LIMIT = 5000
"""Deepest nesting that is parsed, in elements."""

COPIES_LIMIT = 1_000_000
"""Most elements of format that are opened again, in elements."""

TAGS_LIMIT = 300_000
"""Most tags of a page."""

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,20})(?:[^\"'>]*+(?:(?:\"[^\"]*+\"|'[^']*+')[^\"'>]*+)*+>|[^>]*+>)")
_FORMATS_NAMES = "a b big code em font i nobr s small strike strong tt u"
_FORMATS = frozenset(_FORMATS_NAMES.split())
_FLAT_NAMES = (
    "area base br col embed hr img input link meta source track wbr p li dt dd td th tr tbody thead tfoot "
    "option optgroup rb rt rtc rp html head body colgroup caption param keygen frame basefont bgsound"
)
_FLAT = frozenset(_FLAT_NAMES.split())
"""Elements that have no content, or whose start ends the one before: open ones do not nest by themselves."""

_FORMAT_TAG = re.compile(rf"<(/?)(?:{_FORMATS_NAMES.replace(' ', '|')})[\s/>]".encode(), re.IGNORECASE)
"""A tag of an element of format."""


def check_depth(markup: str, data: bytes) -> None:
    """Refuse a page whose tree would be too deep or too large.

    Args:
        markup: The page.
        data: Its bytes; counting in them is faster.

    Raises:
        UnreadableInput: It passes `DEPTH_LIMIT`, `COPIES_LIMIT` or `TAGS_LIMIT`.
    """
    if _is_small(data):
        return
    tags = _TAG.findall(markup, 0, markup.rfind(">") + 1)
    if len(tags) > TAGS_LIMIT:
        raise UnreadableInput(f"the page has more than {TAGS_LIMIT} tags; split it")
    depth = formats = copies = 0
    for closing, name in tags:
        name = name.lower()
        if name in _FLAT:
            copies += formats
            if copies <= COPIES_LIMIT:
                continue
        step = -1 if closing else 1
        depth = max(0, depth + step)
        if name in _FORMATS:
            formats = max(0, formats + step)
        if depth > DEPTH_LIMIT or copies > COPIES_LIMIT:
            raise UnreadableInput(
                f"the page nests more than {DEPTH_LIMIT} elements in each other; save it again from a browser"
            )


def _is_small(data: bytes) -> bool:
    """Whether the numbers of tags alone show that the tree is neither deep nor large."""
    tags = data.count(b"<")
    if tags <= DEPTH_LIMIT:
        return True
    opened = tags - data.count(b"</")
    if opened > DEPTH_LIMIT:
        return False
    formats = most = 0
    for closing in _FORMAT_TAG.findall(data):
        formats += -1 if closing else 1
        most = max(most, formats)
    return most * opened <= COPIES_LIMIT
