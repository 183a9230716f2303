"""What changed between two results: for reviewing rules that changed, and new versions of a document."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Literal

from pydantic import Field

from policyparse.model.base import Model
from policyparse.model.document import Document

QUOTE_LENGTH = 60
"""Maximum length of a value in words, in characters."""

_PLACES = frozenset({"span", "spans", "parts", "evidence"})
_OF_ROOT = frozenset({"blocks", "digest", "source_digest", "produced_by", "text"})
"""Fields of a document that say how it was read, not what it says."""


class Change(Model):
    """A field that two results have otherwise (变化)."""

    kind: Literal["added", "removed", "changed"] = Field(description="增加, 删除, 变更 (类型).")
    pointer: str = Field(description="JSON Pointer in the new result; in the old one where it was removed (字段).")
    old: Any = Field(default=None, description="Value in the old result (旧值).")
    new: Any = Field(default=None, description="Value in the new result (新值).")


def differences(old: Document, new: Document) -> list[Change]:
    """What changed from one result to another; places in the text, and what says by what it was made, do not count.

    Args:
        old: The first result.
        new: The second result.

    Returns:
        The changes in the order of the fields; the members of lists are aligned by what they say.
    """
    before, after = (_plain(document.model_dump(mode="json", exclude=set(_OF_ROOT))) for document in (old, new))
    return list(_changes(before, after, ""))


def _plain(node: Any) -> Any:
    """A dump without places."""
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items() if key not in _PLACES}
    return [_plain(value) for value in node] if isinstance(node, list) else node


def _changes(old: Any, new: Any, pointer: str) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            yield from _changes(old.get(key), new.get(key), f"{pointer}/{key}")
    elif isinstance(old, list) and isinstance(new, list):
        yield from _list_changes(old, new, pointer)
    else:
        yield Change(kind=_kind(old, new), pointer=pointer, old=old, new=new)


def _kind(old: Any, new: Any) -> Literal["added", "removed", "changed"]:
    if old is None:
        return "added"
    return "removed" if new is None else "changed"


def _list_changes(old: Sequence[Any], new: Sequence[Any], pointer: str) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [repr(value) for value in old], [repr(value) for value in new], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        for n in range(max(j - i, m - k)):
            if i + n < j and k + n < m and _is_same(old[i + n], new[k + n]):
                yield from _changes(old[i + n], new[k + n], f"{pointer}/{k + n}")
                continue
            if i + n < j:
                yield Change(kind="removed", pointer=f"{pointer}/{i + n}", old=old[i + n])
            if k + n < m:
                yield Change(kind="added", pointer=f"{pointer}/{k + n}", new=new[k + n])


def _is_same(old: Any, new: Any) -> bool:
    """Whether two members of lists are one that changed: most of what they say is the same."""
    if not (isinstance(old, Mapping) and isinstance(new, Mapping)):
        return False
    for key in ("label", "name", "code", "rule", "metric"):
        if key in old or key in new:
            return bool(old.get(key) == new.get(key))
    return SequenceMatcher(None, repr(old), repr(new), autojunk=False).ratio() >= 0.6


def in_words(change: Change) -> str:
    """One line for a change."""
    if change.kind == "added":
        return f"+ {change.pointer}: {_shown(change.new)}"
    if change.kind == "removed":
        return f"- {change.pointer}: {_shown(change.old)}"
    return f"~ {change.pointer}: {_shown(change.old)} → {_shown(change.new)}"


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        said = [str(part) for part in value.values() if isinstance(part, str) and part]
        value = "，".join(said)
    text = " ".join(str(value).split())
    return text if len(text) <= QUOTE_LENGTH else text[: QUOTE_LENGTH - 1] + "…"
