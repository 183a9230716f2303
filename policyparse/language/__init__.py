"""One concept of the language a file: numerals, dates, bodies, offices, labels."""
