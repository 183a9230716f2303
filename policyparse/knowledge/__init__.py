"""What the package knows: patterns with their proof, words with their source, classes of characters."""

from policyparse.knowledge.pattern import Pattern, pattern

__all__ = ["Pattern", "pattern"]
