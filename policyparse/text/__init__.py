"""The text itself: where it comes from, how it is repaired, and how places are kept through repairs."""
