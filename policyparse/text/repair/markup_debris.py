"""Markup that a converter left: empty elements, tags, list marks around nothing, character entities."""

import html
import re
from collections.abc import Iterator

from policyparse.text.edits import Edit

_ATTRIBUTE = r"""\s{1,9}[a-zA-Z:_-]{1,30}(?:=(?:"[^"<>\n]{0,200}"|'[^'<>\n]{0,200}'|[^\s<>"'=]{1,200}))?"""
_TAG = rf"</?[a-zA-Z][a-zA-Z0-9]{{0,15}}(?:{_ATTRIBUTE}){{0,20}}\s{{0,3}}/?>"
_DEBRIS = re.compile(rf"(?m)^[ \t\xa0\u3000]{{0,40}}(?:[•·*-][ \t]{{0,4}}|\d{{1,2}}\.[ \t]{{1,4}})?{_TAG}(?:[ \t]{{0,9}}{_TAG}){{0,40}}[ \t]{{0,9}}$|{_TAG}")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")


def find_markup_debris(text: str) -> Iterator[Edit]:
    """Find tags, with the list mark before a line of nothing else, and entities, to be read as characters."""
    if "<" in text:
        for match in _DEBRIS.finditer(text):
            yield Edit(match.start(), match.end(), "", "markup_debris")
    if "&" in text:
        for match in _ENTITY.finditer(text):
            character = html.unescape(match[0])
            if len(character) == 1:
                yield Edit(match.start(), match.end(), character, "character_entity")
