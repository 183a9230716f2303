"""Shapes that several document types share: the page, provisions, reported speech, official forms."""
