"""Why a document has a value: the reader, the rules and patterns, the place and the repairs behind it."""
