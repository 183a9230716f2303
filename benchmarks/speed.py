"""Speed: import, first parse, each seed after warm-up, megabytes a second, growth; and the peers beside it.

    python benchmarks/speed.py [FOLDER]

FOLDER holds further texts; by default the statutes of the gold beside the checkout, where they are. The peers are
the pieces that one would put together today (trafilatura or lxml for the page, OpenCC for the script, jieba for
words and names, dateparser for dates); each is measured where it is installed, and says so where it is not.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import policyparse

REPOSITORY = Path(__file__).resolve().parents[1]
STATUTES = REPOSITORY.parent / "shared" / "gold" / "laws"


def best(task: Callable[[], object], seconds: float = 0.4) -> float:
    """Median seconds of a task, repeated for a while after one warm-up."""
    task()
    times: list[float] = []
    while not times or sum(times) < seconds:
        start = time.perf_counter()
        task()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def start_up(statement: str) -> float:
    """Median seconds that a fresh interpreter takes for a statement, less what it takes for nothing."""

    def run(program: str) -> float:
        times = []
        for _ in range(7):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", program], check=True)
            times.append(time.perf_counter() - start)
        return statistics.median(times)

    return run(statement) - run("pass")


def show(what: str, figure: float, unit: str, note: str = "") -> None:
    """Print a line of the table."""
    print(f"{what:44}{figure:10.2f} {unit:5} {note}")


def measure_policyparse(seeds: dict[str, str], statutes: list[str]) -> float:
    """Print the figures of policyparse; returns the milliseconds of a seed."""
    show("import policyparse", start_up("import policyparse") * 1000, "ms", "aim: 300")
    show("from policyparse import parse", start_up("from policyparse import parse") * 1000, "ms")
    path = str(REPOSITORY / "seeds" / min(seeds))
    first = f"import policyparse, pathlib; policyparse.parse(pathlib.Path({path!r}))"
    show("import and first parse", start_up(first) * 1000, "ms")
    milliseconds = []
    for name, text in seeds.items():
        milliseconds.append(best(partial(policyparse.parse, text)) * 1000)
        show(f"seed {name[:3]}, {len(text)} characters", milliseconds[-1], "ms", "aim: 10")
    rate("seeds", list(seeds.values()))
    if statutes:
        rate(f"{len(statutes)} statutes", statutes)
        growth(max(statutes, key=len))
    return statistics.mean(milliseconds)


def rate(what: str, texts: list[str]) -> None:
    """Print how many megabytes of UTF-8 are parsed a second."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    seconds = best(lambda: [policyparse.parse(text) for text in texts])
    show(f"{what}, {size:.2f} MB", size / seconds, "MB/s", "aim: 5")


def growth(text: str) -> None:
    """Print how much longer ten times the text takes."""
    piece = text[: len(text) // 10]
    times = best(lambda: policyparse.parse(text)) / best(lambda: policyparse.parse(piece))
    show("ten times the text takes", times, "times", "aim: 11")


def peers() -> dict[str, Callable[[str], object]]:
    """The peers that are installed, by name; what is missing is said."""
    found: dict[str, Callable[[str], object]] = {}
    try:
        import trafilatura

        found["trafilatura.extract"] = lambda text: trafilatura.extract(f"<html><body>{text}</body></html>")
    except ImportError:
        print("trafilatura is not installed")
    try:
        import opencc

        convert = opencc.OpenCC("t2s").convert
        found["OpenCC t2s"] = convert
    except ImportError:
        print("OpenCC is not installed")
    try:
        import jieba.posseg

        jieba.setLogLevel(60)
        found["jieba.posseg"] = lambda text: list(jieba.posseg.cut(text))
    except ImportError:
        print("jieba is not installed")
    try:
        from dateparser.search import search_dates

        found["dateparser.search"] = lambda text: search_dates(text, languages=["zh"])
    except ImportError:
        print("dateparser is not installed")
    return found


def measure_peers(seeds: dict[str, str], own: float) -> None:
    """Print what each peer takes for a seed, and all of them together."""
    total = 0.0
    for name, task in peers().items():
        seconds = statistics.mean(best(partial(task, text), 0.1) for text in seeds.values())
        total += seconds * 1000
        show(f"{name}, a seed", seconds * 1000, "ms")
    if total:
        show("the peers together, a seed", total, "ms", f"policyparse: {own:.2f} ms, {total / own:.0f} times as fast")


def main() -> None:
    """Measure all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=STATUTES)
    parser.add_argument("--no-peers", action="store_true", help="only policyparse")
    arguments = parser.parse_args()
    seeds = {p.name: p.read_text(encoding="utf-8") for p in sorted((REPOSITORY / "seeds").glob("*.txt"))}
    statutes = [path.read_text(encoding="utf-8") for path in sorted(arguments.folder.glob("*.txt"))]
    own = measure_policyparse(seeds, statutes)
    if not arguments.no_peers:
        measure_peers(seeds, own)


if __name__ == "__main__":
    main()
