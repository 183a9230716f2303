"""Indicators and the industry plan: a view that any document type can take."""
