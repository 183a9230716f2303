"""The kinds of documents by name, for those who ask for one without parsing any."""

KINDS = ("decision", "official_document", "meeting", "briefing")
"""The kinds in the order in which they are asked; `registry.py` has what belongs to each."""
