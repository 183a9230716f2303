"""The review page: what was found in a document, lit where it stands."""
