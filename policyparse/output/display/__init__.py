"""A document as it is shown in a terminal and in a notebook: what was found, with quotes, bars and findings."""
