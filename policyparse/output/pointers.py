"""JSON Pointers (RFC 6901) into a document as JSON."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from policyparse.model.errors import PolicyParseError

MOST_NAMES = 12
"""Maximum number of names that a message lists."""


def keys_of(pointer: str) -> list[str]:
    """The keys of a pointer, without its escapes.

    Args:
        pointer: The pointer; a `#` before it is that of a URI.

    Raises:
        PolicyParseError: It does not begin with a slash.
    """
    pointer = pointer.removeprefix("#")
    if pointer and not pointer.startswith("/"):
        raise PolicyParseError(f"{pointer!r} is no JSON Pointer; one begins with a slash: /articles/0/number")
    return [key.replace("~1", "/").replace("~0", "~") for key in pointer.split("/")[1:]]


def pointer_of(keys: Sequence[str]) -> str:
    """The pointer of keys."""
    return "".join("/" + key.replace("~", "~0").replace("/", "~1") for key in keys)


def step_into(node: Any, key: str) -> tuple[bool, Any]:
    """Whether a node has a key, and what stands there."""
    if isinstance(node, dict):
        return key in node, node.get(key)
    if isinstance(node, list) and key.isascii() and key.isdecimal() and int(key) < len(node):
        return True, node[int(key)]
    return False, None


def value_at(document: Any, keys: Sequence[str]) -> Any:
    """The value at a pointer.

    Args:
        document: The document as JSON: dicts, lists, values.
        keys: Keys of the pointer.

    Raises:
        PolicyParseError: There is no such value; the message names the nearest place that exists, and what it holds.
    """
    node = document
    for i, key in enumerate(keys):
        found, below = step_into(node, key)
        if not found:
            raise PolicyParseError(_missing(node, keys, i))
        node = below
    return node


def _missing(node: Any, keys: Sequence[str], at: int) -> str:
    here = pointer_of(keys[:at])
    if isinstance(node, dict):
        close = get_close_matches(keys[at], list(node), 1)
        if close:
            nearest, rest = pointer_of([*keys[:at], close[0]]), ""
        else:
            names = ", ".join(list(node)[:MOST_NAMES]) + (" …" if len(node) > MOST_NAMES else "")
            nearest, rest = here, f", which has {names}"
    elif isinstance(node, list):
        last = pointer_of([*keys[:at], str(len(node) - 1)]) if node else here
        nearest, rest = last, f" ({here} has {len(node)} entries)" if node else ", which is empty"
    else:
        nearest, rest = here, ", which holds no other value"
    return f"there is no {pointer_of(keys)}; the nearest that exists is {nearest or 'the document'}{rest}"
