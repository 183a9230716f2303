"""The text as it was given in: decoding, formats, edits."""
