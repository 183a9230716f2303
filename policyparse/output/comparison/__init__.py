"""Comparison of two versions of a document (新旧对照): provisions ▸ alignment ▸ rows ▸ text, table, page."""
