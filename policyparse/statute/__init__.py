"""Law: provisions, norms, citations, amendments."""
