"""Kinds of values in the groups by which a page colours and filters them."""

from types import MappingProxyType

STRUCTURE, REPAIRS, DIAGNOSTICS = "structure", "repairs", "diagnostics"

GROUPS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "particulars": ("particulars", "history", "signatures", "relation"),
        STRUCTURE: (
            "sections",
            "divisions",
            "articles",
            "paragraphs",
            "items",
            "points",
            "tables",
            "annexes",
            "attachments",
        ),
        "norms": ("norms", "sanctions"),
        "citations": ("citations", "repealed", "amendments", "target"),
        "people": ("speakers", "attendees", "members", "appointments", "responsibilities"),
        "speech": ("statements", "proposals", "responses"),
        "figures": ("indicators", "counts"),
        "plan": ("industries", "chains", "projects", "initiatives", "visits", "outcomes"),
        REPAIRS: (REPAIRS,),
    }
)
"""The kinds of each group, which are fields of the contract; groups stand in the order of the keys 1 to 9."""

_GROUP_OF = {kind: group for group, kinds in GROUPS.items() for kind in kinds}


def group_of(kind: str) -> str:
    """The group of a kind; a kind that no group names counts among the particulars."""
    return _GROUP_OF.get(kind, "particulars")
