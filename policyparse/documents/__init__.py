"""The document types: a form and a recipe each; they do not know each other."""
