"""How much faster `policyparse check` is with two processes: python benchmarks/check.py [FILES]."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEED = Path(__file__).resolve().parents[1] / "seeds" / "003_c2bd32f171b98a00.txt"
RUNS = 3


def seconds(folder: Path, jobs: int) -> float:
    """Least time of a check, in seconds."""
    best = float("inf")
    for _ in range(RUNS):
        started = time.perf_counter()
        command = [sys.executable, "-m", "policyparse", "check", str(folder), "--jobs", str(jobs), "--format", "json"]
        subprocess.run(command, capture_output=True, check=False)
        best = min(best, time.perf_counter() - started)
    return best


def main() -> None:
    """Print the times and their ratio."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    text = SEED.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        for number in range(files):
            Path(name, f"{number:05}.txt").write_text(f"{text}\n{number}\n", encoding="utf-8")
        one, two = seconds(Path(name), 1), seconds(Path(name), 2)
    print(f"{files} files: {one:.1f} s with one process, {two:.1f} s with two: {one / two:.2f} times")


if __name__ == "__main__":
    main()
