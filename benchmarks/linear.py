"""The worst texts: how the time grows where the text is eight times as long.

    python benchmarks/linear.py

The texts are tests/worst_cases.toml: what a pattern could go astray on, over and over. Eight is linear, 64 would be
the square. Ends with status 1 where a text grows by more than 24 times.
"""

import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import policyparse
from policyparse.model.diagnostics import Diagnostics
from policyparse.repair import repair
from policyparse.source.source_text import SourceText

CASES = tomllib.loads((Path(__file__).resolve().parents[1] / "tests" / "worst_cases.toml").read_text(encoding="utf-8"))
SHORT, TIMES, LIMIT = 15_000, 8, 24
LEAST = 0.002
"""Seconds below which a time is noise."""


def seconds(task: Callable[[str], object], text: str) -> float:
    """Least processor seconds of three runs."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        task(text)
        best = min(best, time.process_time() - start)
    return best


def repeated(length: int, unit: str, begin: str = "", end: str = "") -> str:
    """A text of about so many characters."""
    return begin + unit * (length // len(unit)) + end


def repair_text(text: str) -> None:
    """Repair alone."""
    repair(SourceText(text), Diagnostics())


def parse_article(text: str) -> None:
    """A statute with the text in its first article."""
    policyparse.parse(f"某市某某条例\n第一条 {text}\n第二条 甲。\n", kind="decision")


def parse_speech(text: str) -> None:
    """A meeting with the text as its body."""
    policyparse.parse(f"某市召开某某会议\n\n7月9日，会议召开。\n\n{text}\n", kind="meeting")


def main() -> int:
    """Print a line for each text."""
    worst = 0.0
    print(f"{'text':24}{'short, ms':>12}{'long, ms':>12}{'times':>8}")
    for group, task in (("repair", repair_text), ("article", parse_article), ("speech", parse_speech)):
        for name, case in CASES[group].items():
            short, long = (seconds(task, repeated(length, **case)) for length in (SHORT, SHORT * TIMES))
            times = long / max(short, LEAST)
            worst = max(worst, times)
            print(f"{group + ' ' + name:24}{short * 1000:12.1f}{long * 1000:12.1f}{times:8.1f}")
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
