"""Writes `known_failures.toml` anew: facets that fail now, with the reason that stood there or the first difference.

python tests/generators/update.py
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generators.catalogue import KNOWN_FAILURES, facets, known_failures, wrong

HEAD = """# What is not yet read as it was made, each with the reason; the test of a facet that stands here and passes fails.
# `python tests/generators/update.py` writes this file; a reason written by hand stays as long as its facet fails.
"""


def quoted(text: str) -> str:
    """A string of TOML."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def main() -> None:
    """Compares all facets and writes the list."""
    reasons = known_failures()
    lines = [HEAD]
    for maker, construct, facet in facets():
        key = f"{maker}/{construct}/{facet}"
        if found := wrong(maker, construct, facet):
            lines.append(f"{quoted(key)} = {quoted(reasons.get(key) or found[0][:110])}\n")
    KNOWN_FAILURES.write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines) - 1} of {len(list(facets()))} facets fail")


if __name__ == "__main__":
    main()
