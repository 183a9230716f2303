"""Writes `known_failures.toml` anew: what fails now, with the reason that stood there or the first expression that is not true.

python tests/trials/update.py
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import policyparse
from trials.runner import KNOWN_FAILURES, failures, known_failures, trials

HEAD = """# The trials that fail, each with the reason. `python tests/trials/update.py` writes this file; a reason written by hand stays.
"""


def quoted(text: str) -> str:
    """A string of TOML."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def main() -> None:
    """Runs all trials and writes the list."""
    reasons = known_failures() if KNOWN_FAILURES.exists() else {}
    lines = [HEAD]
    for trial in trials():
        if failed := failures(trial, policyparse.parse):
            reason = reasons.get(trial["id"]) or f"{trial['area']}: {failed[0][:140]}"
            lines.append(f"{trial['id']} = {quoted(reason)}\n")
    KNOWN_FAILURES.write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines) - 1} of {len(trials())} trials fail")


if __name__ == "__main__":
    main()
