"""Numbers with a meaning: indicators, their metrics and periods."""
