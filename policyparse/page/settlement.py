"""Roles are settled when the readers have run: what a field holds tells what a line is.

A line of a signature is one, a line of nothing but a document number is one, furniture that is text of an article is a
paragraph. Where the grammar of a kind claims the whole body, a line that no field holds is unread, and one diagnostic
says how many there are and where the first stand.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from policyparse.knowledge.compiled import compiled
from policyparse.model.base import Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.blocks import Block, Page, Role
from policyparse.source.edits import RepairedText

PLACES_NAMED = 5
"""How many unread lines the diagnostic names, at most."""

_INSIDE = ("paragraphs", "items", "points", "document")
"""Fields whose entries hold the text of an entry from the first of them on."""

_NUMBERS = ("/document_number", "/notice_label", "/registration_number", "/index_number")
_NUMBER_REST = 4
"""How much may stand beside a number on its line, in characters: 文号：, brackets."""

_TEXT = frozenset({Role.PARAGRAPH, Role.HEADING, Role.TOPIC})
_ASIDE = frozenset({Role.FURNITURE, Role.SOURCE_LINE, Role.BYLINE, Role.CAPTION})
_FRONT = frozenset({Role.TITLE, Role.SUBTITLE, Role.NUMBER, Role.SOURCE_LINE, Role.BYLINE})

_KEY = compiled(r"[\s《》〈〉“”]")

_Union: TypeAlias = tuple[list[int], list[int]]
"""The starts and the ends of stretches that do not touch each other, in order."""


def settle_roles(
    page: Page, draft: Mapping[str, Any], repaired: RepairedText, diagnostics: Diagnostics, *, claims_body: bool
) -> None:
    """Settle the roles of a page's lines by the fields of the document.

    Args:
        page: The page; its lines take their last role.
        draft: The document, its places counting in the repaired text.
        repaired: The repaired text.
        diagnostics: Takes the unread lines.
        claims_body: Whether the kind's grammar claims the whole body.
    """
    evidence: Mapping[str, Extent] = draft.get("evidence", {})
    numbers = [evidence[pointer] for pointer in _NUMBERS if pointer in evidence]
    addressees = [place for pointer, place in evidence.items() if pointer.startswith("/addressees")]
    signatures = [entry["span"] for entry in draft.get("signatures", ())]
    for extents, role in ((numbers, Role.NUMBER), (addressees, Role.ADDRESSEE), (signatures, Role.SIGNATURE)):
        _settle_lines(page, extents, role)
    _settle_repeated_titles(page)
    if not claims_body:
        return
    unread = list(_settle_body(page, _union(_held_extents(draft) + page.understood)))
    if unread:
        places = (repaired.source_extent(*block.extent) for block in unread[:PLACES_NAMED])
        named = ", ".join(f"{start}–{end}" for start, end in places)
        more = f"{len(unread)} lines of the body are in no field: {named}"
        message = f"1 line of the body is in no field: {named}" if len(unread) == 1 else more
        diagnostics.add("PP205", message, unread[0].extent)


def _settle_repeated_titles(page: Page) -> None:
    """Give a line that is the title again the role of one: above the text that an announcement promulgates."""
    title = _KEY.sub("", page.title.folded) if page.title else ""
    for block in page.blocks if title else ():
        if block.role in _TEXT and len(block.folded) <= 2 * len(title) and _KEY.sub("", block.folded) == title:
            block.role, block.level = Role.TITLE, 0


def _settle_body(page: Page, held: _Union) -> Iterator[Block]:
    """Settle the lines that a field holds; yield those that none holds."""
    began = False
    for block in page.blocks:
        is_held = _touches(held, block.extent)
        began = began or (is_held and block.role not in _FRONT)
        if is_held and block.role in _ASIDE and _touches(held, (block.end - 1, block.end)):
            block.role = Role.PARAGRAPH
        elif not is_held and (block.role in _TEXT if began else block.role is Role.PARAGRAPH):
            block.role = Role.UNREAD
            yield block


def _settle_lines(page: Page, extents: list[Extent], role: Role) -> None:
    """Give a role to the lines that a place of a field fills."""
    for start, end in extents:
        for block in _blocks_in(page.blocks, start, end):
            inside = min(end, block.end) - max(start, block.start)
            if block.role is not Role.TITLE and block.end - block.start - inside <= _NUMBER_REST:
                block.role, block.level = role, 0


def _blocks_in(blocks: list[Block], start: int, end: int) -> Iterator[Block]:
    first = max(0, bisect_right(blocks, start, key=lambda block: block.start) - 1)
    for i in range(first, len(blocks)):
        if blocks[i].start >= end:
            return
        if blocks[i].end > start:
            yield blocks[i]


def _held_extents(draft: Mapping[str, Any]) -> list[Extent]:
    """The places of the text that the fields of a draft hold.

    An entry with entries inside holds what stands before the first of them.
    """
    found: list[Extent] = []
    nodes: list[Any] = [draft]
    while nodes:
        node = nodes.pop()
        for key, value in node.items():
            kind = type(value)
            if kind is tuple:
                if key == "span":
                    found.append((value[0], max(value[0], _first_inside(node, value[1]))))
            elif key == "evidence":
                found += (place for pointer, place in value.items() if not pointer.startswith("/source/"))
            elif kind is dict:
                nodes.append(value)
            elif kind is list and value and type(value[0]) is dict:
                nodes += value
    return found


def _first_inside(node: Mapping[str, Any], end: int) -> int:
    """Where the first entry inside an entry starts."""
    for name in _INSIDE:
        inside = node.get(name)
        if inside:
            first = inside if isinstance(inside, dict) else inside[0]
            span = first.get("span") if isinstance(first, dict) else None
            end = min(end, span[0]) if isinstance(span, tuple) else end
    return end


def _union(extents: list[Extent]) -> _Union:
    """The stretches that places cover together."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(extents):
        if start >= end:
            continue
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _touches(union: _Union, extent: Extent) -> bool:
    """Whether a place touches one of the stretches."""
    starts, ends = union
    i = bisect_right(starts, extent[1] - 1) - 1
    return i >= 0 and ends[i] > extent[0]
