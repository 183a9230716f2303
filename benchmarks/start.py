"""What a start costs: processor time of commands beside `import pydantic`, and a cold parse broken down.

    python benchmarks/start.py [--repeats 5] [--json FILE]

Each command is a process of its own; the least of the repeats counts, taken in turn, so that what else the machine
does hits all alike. The second table is of one process that parses a seed for the first and a second time.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
LIMITS = {"--version": 2.0, "--help": 2.5, "explain": 2.5, "parse": 4.5, "parse, cuts words": 6.0}
"""What a command may cost at most, as a multiple of `import pydantic`."""

BREAKDOWN = """
import gc, time, sys, json
clock = time.process_time
begun = clock()
from pathlib import Path
spent = dict.fromkeys(("patterns", "words as data"), 0.0)
counts = dict.fromkeys(spent, 0)
def timed(name, function):
    def call(*args, **kwargs):
        start = clock()
        try:
            return function(*args, **kwargs)
        finally:
            spent[name] += clock() - start
            counts[name] += 1
    return call
import re, re._compiler, tomllib
import policyparse.knowledge.compiled as compiled
re._compiler.compile = timed("patterns", re._compiler.compile)
compiled._pattern = timed("patterns", compiled._pattern)
compiled._made = timed("patterns", compiled._made)
tomllib.loads = timed("words as data", tomllib.loads)
import pydantic.main
pydantic_there = clock()
meta = type(pydantic.main.BaseModel)
depth, models, original = [0], [0.0], meta.__new__
def made(*args, **kwargs):
    start = clock(); depth[0] += 1
    try:
        return original(*args, **kwargs)
    finally:
        depth[0] -= 1
        if not depth[0]:
            models[0] += clock() - start
meta.__new__ = made
import policyparse.api
from pathlib import Path
imported, at_import = clock(), dict(spent)
path = Path(sys.argv[1])
policyparse.api.parse(path)
first = clock()
gc.collect()  # else it falls into the second parse
collected = clock()
policyparse.api.parse(path)
again = clock() - collected
late = {name: spent[name] - at_import[name] for name in spent}
print(json.dumps({
    "Python itself": begun,
    "pydantic": pydantic_there - begun,
    "models": models[0],
    "patterns compiled at import": at_import["patterns"],
    "other imports": imported - pydantic_there - models[0] - at_import["patterns"] - at_import["words as data"],
    "patterns compiled at first use": late["patterns"],
    "words as data": spent["words as data"],
    "rest of the first parse": first - imported - sum(late.values()) - again,
    "the parse itself": again,
    "patterns": counts["patterns"],
    "cuts words": "jieba" in sys.modules,
}))
"""


def processor_seconds(command: list[str]) -> float:
    """Processor time of a process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def broken_down(path: Path) -> dict[str, float]:
    """Where the time of a first parse goes, in seconds."""
    done = subprocess.run([sys.executable, "-c", BREAKDOWN, path], capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(done.stdout)


def main() -> None:
    """Measures, prints tables and writes JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--json", type=Path, help="where the figures are written as JSON")
    arguments = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled modules and patterns are kept, as everywhere else
    for path in SEEDS:
        processor_seconds([sys.executable, "-m", "policyparse", "parse", str(path)])
    details = {path.stem: broken_down(path) for path in SEEDS}
    own = [sys.executable, "-m", "policyparse"]
    commands = {
        "import pydantic": [sys.executable, "-c", "import pydantic"],
        "--version": [*own, "--version"],
        "--help": [*own, "--help"],
        "explain PP203": [*own, "explain", "PP203"],
        **{f"parse {path.stem}": [*own, "parse", str(path)] for path in SEEDS},
    }
    least = dict.fromkeys(commands, float("inf"))
    for _ in range(arguments.repeats):
        for name, command in commands.items():
            least[name] = min(least[name], processor_seconds(command))
    base = least["import pydantic"]
    missed = 0
    print("| command | processor ms | times `import pydantic` | at most | |\n|---|---|---|---|---|")
    for name, seconds in least.items():
        kind = name.split()[0]
        if kind == "parse" and details[name.split()[1]]["cuts words"]:
            kind = "parse, cuts words"
        limit = LIMITS.get(kind)
        verdict = "" if limit is None else "holds" if seconds <= limit * base else "does not hold"
        missed += verdict == "does not hold"
        print(f"| {name} | {seconds * 1000:.0f} | {seconds / base:.2f} | {limit or ''} | {verdict} |")
    parts = list(dict.fromkeys(part for detail in details.values() for part in detail if part != "cuts words"))
    print(f"\n| ms | {' | '.join(details)} |\n|---|{'---|' * len(details)}")
    for part in parts:
        scale = 1 if part == "patterns" else 1000
        print(f"| {part} | {' | '.join(f'{detail.get(part, 0) * scale:.0f}' for detail in details.values())} |")
    if arguments.json:
        arguments.json.write_text(json.dumps({"seconds": least, "cold": details}, indent=2) + "\n", encoding="utf-8")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
