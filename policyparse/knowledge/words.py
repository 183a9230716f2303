"""Where `any_of` was; it is in `lexicon.py`."""

from policyparse.knowledge.lexicon import any_of

__all__ = ["any_of"]
