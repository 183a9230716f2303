"""The document types, one folder each; they do not know each other."""
