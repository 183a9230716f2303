"""Sentences that notice a change of a pattern, made from sentences that it takes: the piece in question is exchanged.

The place that was changed is a group of its own in a copy of the pattern (`marked`). That copy reads a sentence; what
the group takes of it gives way to what the change would lose (`grafted`): 市长表示，… becomes 市长强调，….
"""

import re._compiler as compiler
import re._constants as op
import re._parser as parser
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

Tree = parser.SubPattern
PLACE = "place"
PIECES = 6
"""Number of texts that are tried as the piece."""


class Graft(NamedTuple):
    """A place of a pattern and what is put there.

    Attributes:
        here: The tree of the pattern with a group around the place.
        piece: The tree of what is put there.
        side: Empty where it takes the place of what stands there; else the side on which it is put: `overlap` for
            before, `ahead` for behind, `anchor` for either.
    """

    here: Tree
    piece: Any
    side: str = ""


def reserve(tree: Tree) -> None:
    """Keep the last number of a group for `marked`."""
    tree.state.closegroup(tree.state.opengroup(), Tree(tree.state, []))


def marked(*nodes: Any) -> tuple[str, list[Any]]:
    """A group around nodes, which gets its number when the tree is compiled."""
    return PLACE, list(nodes)


def numbered(tree: Any, state: Any) -> Any:
    """A copy of a tree in which the place is a group with the number that was kept."""
    if isinstance(tree, Tree):
        return Tree(tree.state, [numbered(node, state) for node in tree.data])
    if isinstance(tree, tuple):
        if tree and isinstance(tree[0], str) and tree[0] == PLACE:
            return op.SUBPATTERN, (state.groups - 1, 0, 0, Tree(state, tree[1]))
        return tuple(numbered(node, state) for node in tree)
    if isinstance(tree, list):
        return [numbered(node, state) for node in tree]
    return tree


def grafted(
    graft: Graft, flags: int, method: str, bases: Iterable[str], write: Callable[[Any, int], str]
) -> Iterator[str]:
    """Sentences with the piece in its place.

    Args:
        graft: The place and the piece.
        flags: Flags of the pattern.
        method: How the pattern is read.
        bases: Sentences that it takes.
        write: Gives a text along a tree; a second argument chooses among several.
    """
    number = graft.here.state.groups - 1
    read = getattr(compiler.compile(numbered(graft.here, graft.here.state), flags), method)
    pieces = list(dict.fromkeys(write(graft.piece, seed) for seed in range(PIECES)))
    for base in bases:
        found = read(base)
        if found and found.start(number) >= 0:
            for piece in pieces:
                yield from _put(base, found.span(number), piece, graft.side)


def _put(base: str, span: tuple[int, int], piece: str, side: str) -> Iterator[str]:
    start, end = span
    before, behind = base[:start], base[start:]
    if not side:
        yield before + piece + base[end:]
    if side in ("overlap", "anchor"):
        shared = next((n for n in range(len(piece), 0, -1) if before.endswith(piece[-n:])), 0)
        yield before[: len(before) - shared] + piece + behind
        yield before[: max(0, len(before) - len(piece))] + piece + behind
        for n in range(1, len(piece)):
            if behind.startswith(piece[n:]):
                yield before + piece[:n] + behind
    if side in ("ahead", "anchor"):
        yield before + piece + behind
        yield before + piece
        yield before + piece + behind[len(piece) :]
