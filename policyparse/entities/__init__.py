"""Leaf recognisers: `find_x(text)` yields every x with its place."""
