"""The page: every line with its role, and what stands around the body."""
