"""How damaged a text is: what is lost, and what was put back without being sure."""

from collections.abc import Iterable, Sequence

from policyparse.model.base import Draft, Extent
from policyparse.model.diagnostics import Diagnostics
from policyparse.source.edits import RepairedText

DAMAGED = 0.02
"""From so large a share on, a document is reported as damaged as a whole."""

_RESIDUAL = frozenset({"PP101", "PP102", "PP110"})


def is_residual(code: str) -> bool:
    """Whether a finding is damage that no repair undid."""
    return code in _RESIDUAL


def damage(repaired: RepairedText, residual: Iterable[Extent]) -> float:
    """The damage of a text: the share of its characters that are lost or doubtful.

    Args:
        repaired: The text after its repairs.
        residual: Stretches of the source that are damaged and were not repaired.

    Returns:
        0 for a text without doubt, 1 for one that is lost: every damaged character counts 1, every repaired
        one as much as its repair falls short of certainty.
    """
    size = len(repaired.source.text)
    if not size:
        return 0.0
    lost = sum(end - start for start, end in residual)
    doubtful = sum((1 - r.confidence) * r.count * max(len(r.before.strip()), 1) for r in repaired.repairs)
    return min(1.0, (lost + doubtful) / size)


def check_damage(draft: Draft, repaired: RepairedText, diagnostics: Diagnostics) -> None:
    """Report how damaged the text is as a whole, and which fields rest on a damaged stretch.

    Args:
        draft: The parsed document, its extents counting in the repaired text.
        repaired: The text after its repairs.
        diagnostics: Holds what the repairs reported; takes the findings.
    """
    residual = sorted(f.extent for f in diagnostics.findings if f.extent and f.in_source and is_residual(f.code))
    share = damage(repaired, residual)
    if share >= DAMAGED:
        diagnostics.add("PP106", f"{share:.1%} of the text is damaged or was read without being sure")
    if not residual:
        return
    for name, (hit, total) in _fields_on(draft, repaired, residual).items():
        diagnostics.add("PP107", f"{name}: {hit} of {total} rest on a damaged stretch")


def _fields_on(draft: Draft, repaired: RepairedText, residual: Sequence[Extent]) -> dict[str, tuple[int, int]]:
    """For each field that rests on a damaged stretch: how many of its entries do, and how many it has."""

    def is_hit(extent: Extent) -> bool:
        start, end = repaired.source_extent(*extent)
        return any(low < end and start < high for low, high in residual)

    found: dict[str, tuple[int, int]] = {}
    for pointer, extent in draft.get("evidence", {}).items():
        if is_hit(extent):
            found[pointer] = (1, 1)
    for name, entries in draft.items():
        if isinstance(entries, list):
            extents = [e["span"] for e in entries if isinstance(e, dict) and isinstance(e.get("span"), tuple)]
            hits = sum(map(is_hit, extents))
            if hits:
                found[f"/{name}"] = (hits, len(extents))
    return found
