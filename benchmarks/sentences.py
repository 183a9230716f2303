"""Precision and recall, with 95 % intervals, on sentences of our own that were written before the rules.

    python benchmarks/sentences.py [SET …] [--faults]

A fact is a unit with its role, a deadline, a norm, a sanction, a citation, a statement, an indicator, a period or a
project (`tests/gold/sentence_sets.py`); n is the number of facts in the set. With --faults what is missed and wrong
is printed as well.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from gold.sentence_sets import SETS, lines, measured


def main() -> None:
    """Reads the arguments and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"all by default: {', '.join(SETS)}")
    parser.add_argument("--faults", action="store_true", help="print what is missed and wrong")
    arguments = parser.parse_args()
    if unknown := set(arguments.sets) - SETS.keys():
        parser.error(f"no such set: {', '.join(sorted(unknown))}")
    names = arguments.sets or list(SETS)
    print("\n".join(lines(names)))
    if arguments.faults:
        for name in names:
            for label, tally in measured(name).items():
                print(f"\n{label}", *tally.faults, sep="\n    ")


if __name__ == "__main__":
    main()
