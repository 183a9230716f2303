"""Makers of documents of which we know what is in them: the text and its truth come from the same seed."""
