"""What changed between two revisions: facts won and lost on every text that is there, gold scores, trials, and speed.

    python benchmarks/compare.py REV [--to REV2] [--limit 5] [--only TEXT] [--fields statements,speakers] [--no-speed]

REV is what the working tree (or REV2) is compared with. The texts are the seeds, the cases and trials of the tests, and
the gold beside the checkout where it is there. Each revision runs in a process of its own; the processes take turns
with each text, so that whatever else the machine does hits both, and processor time is counted.
"""

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[1]
BESIDE = (parent / "shared" / "gold" for parent in REPOSITORY.parents)
GOLD = next((folder for folder in BESIDE if folder.is_dir()), REPOSITORY.parent / "shared" / "gold")
ROUNDS = 3
"""Number of times that each text is parsed for its time; the fastest counts."""

WORKER = """
import datetime, json, sys, time
import policyparse
for line in sys.stdin:
    request = json.loads(line)
    text = bytes.fromhex(request["bytes_hex"]) if "bytes_hex" in request else request["text"]
    arguments = dict(request["args"])
    if arguments.get("reference_date"):
        arguments["reference_date"] = datetime.date.fromisoformat(arguments["reference_date"])
    start = time.process_time()
    try:
        document = policyparse.parse(text, **arguments)
        seconds = time.process_time() - start
        answer = document.model_dump(mode="json") if request["wanted"] else None
    except Exception as error:
        seconds, answer = time.process_time() - start, {"error": f"{type(error).__name__}: {error}"[:200]}
    print(json.dumps({"seconds": seconds, "document": answer}), flush=True)
"""

Request = dict[str, Any]
Document = dict[str, Any]


class Revision:
    """A process that parses with the package of one folder."""

    def __init__(self, folder: Path) -> None:
        environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONHASHSEED": "0"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", WORKER],
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def parse(self, request: Request, *, wanted: bool) -> tuple[Document, float]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(request | {"wanted": wanted}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        return answer["document"], answer["seconds"]

    def close(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()


def load(path: Path) -> Any:
    """The module of a file."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def texts() -> Iterator[Request]:
    """Every text that is there, once: seeds, cases, gold, trials."""
    folders = [REPOSITORY / "seeds", REPOSITORY / "tests", *(GOLD / name for name in ("dev", "laws"))]
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            if folder.name != "tests" or "cases" in path.parts:
                yield {"id": f"{folder.name}/{path.stem}", "text": path.read_bytes().decode("utf-8"), "args": {}}
    for path in sorted((REPOSITORY / "tests" / "trials").glob("*.json")):
        for trial in json.loads(path.read_text(encoding="utf-8")):
            kept = {key: trial[key] for key in ("text", "bytes_hex") if key in trial}
            yield {"id": trial["id"], "args": trial.get("args") or {}, "trial": trial, **kept}


def source_of(request: Request) -> str:
    return request["text"] if "text" in request else bytes.fromhex(request["bytes_hex"]).decode("utf-8", "replace")


@contextmanager
def folder_of(revision: str | None) -> Iterator[Path]:
    """The folder of a revision: the working tree where it is None, a temporary worktree otherwise."""
    if revision is None:
        yield REPOSITORY
        return
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent, "revision")
        git = ["git", "-C", str(REPOSITORY), "worktree"]
        subprocess.run([*git, "add", "--detach", "--quiet", str(folder), revision], check=True)
        try:
            yield folder
        finally:
            subprocess.run([*git, "remove", "--force", str(folder)], check=True)


def facts(node: Any, source: str, place: str = "") -> Iterator[tuple[str, str]]:
    """The facts of a document: its fields and the members of its lists, each as its place and what it says.

    A span is shown as the text that it takes, so that a fact that only moved is the same fact.
    """
    if isinstance(node, dict):
        if node.keys() == {"start", "end"} and isinstance(node["start"], int):
            yield place, f"«{source[node['start'] : node['end']][:80]}»"
            return
        flat = {key: value for key, value in node.items() if not isinstance(value, dict | list) and value is not None}
        if place and flat:
            quote = next((f" «{q}»" for key, q in facts(node.get("span") or {}, source, "span") if key), "")
            yield place, ", ".join(f"{key}={str(value)[:80]}" for key, value in flat.items()) + quote
        for key, value in node.items():
            if key != "span" and (not place or key not in flat):
                yield from facts(value, source, f"{place}.{key}" if place else key)
    elif isinstance(node, list):
        for member in node:
            yield from facts(member, source, place)
    elif node not in (None, ""):
        yield place, str(node)[:200]


def differences(before: Document, after: Document, source: str) -> list[tuple[str, str, str]]:
    """What one document says and the other does not: sign, place, fact."""
    old, new = Counter(facts(before, source)), Counter(facts(after, source))
    lost = [("-", *fact) for fact in (old - new).elements()]
    won = [("+", *fact) for fact in (new - old).elements()]
    return sorted([*lost, *won], key=lambda change: (change[1], change[0] == "+"))


def show_changes(changes: dict[str, list[tuple[str, str, str]]], limit: int) -> None:
    total: dict[str, Counter[str]] = defaultdict(Counter)
    for name, found in changes.items():
        print(f"\n{name}: {len(found)} changes")
        for sign, place, fact in found[:limit]:
            print(f"  {sign} {place}: {fact}")
        if len(found) > limit:
            print(f"  … {len(found) - limit} more")
        for sign, place, _ in found:
            total[place][sign] += 1
    print(f"\n{len(changes)} texts changed")
    for place, signs in sorted(total.items(), key=lambda item: -item[1].total()):
        print(f"  {place:48}-{signs['-']:<6}+{signs['+']}")


def show_gold(before: dict[str, Document], after: dict[str, Document], sources: dict[str, str]) -> None:
    if not (GOLD / "score.py").exists():
        print("\ngold: no folder ../shared/gold beside the checkout")
        return
    scorer = load(GOLD / "score.py")
    for name in ("seeds", "dev", "laws"):
        tallies = []
        for documents in (before, after):
            tally = scorer.Tally()
            for path in sorted((GOLD / name).glob("*.json")):
                gold = json.loads(path.read_text(encoding="utf-8"))
                key = f"{name}/{Path(gold['seed']).stem if name == 'seeds' else path.stem}"
                if key in documents:
                    scorer.compare(path.stem, gold, documents[key], sources[key], tally)
            tallies.append(tally)
        kinds = sorted({kind for tally in tallies for kind in {*tally.tp, *tally.fp, *tally.fn}})
        rows = [(kind, *(tally.row(kind)[2] for tally in tallies)) for kind in kinds]
        moved = [f"{kind} {old:.4f} > {new:.4f}" for kind, old, new in rows if abs(old - new) > 0.00005]
        print(f"\ngold {name}: {', '.join(moved) or 'the same'}")
        misses = [Counter(map(str, tally.misses)) for tally in tallies]
        for sign, gone in (("-", misses[0] - misses[1]), ("+", misses[1] - misses[0])):
            for miss in list(gone)[:20]:
                print(f"  {sign} fault {miss[:200]}")


def show_trials(requests: list[Request], before: dict[str, Document], after: dict[str, Document]) -> None:
    runner = load(REPOSITORY / "tests" / "trials" / "runner.py")

    class Parsed:
        def __init__(self, document: Document) -> None:
            self.document = document

        def model_dump(self, mode: str) -> Document:
            return self.document

    passed: list[set[str]] = []
    for documents in (before, after):
        good = {
            request["id"]
            for request in requests
            if "trial" in request
            and not runner.failures(request["trial"], lambda *_, d=documents[request["id"]], **__: Parsed(d))
        }
        passed.append(good)
    print(f"\ntrials: {len(passed[0])} > {len(passed[1])}")
    print(f"  won {', '.join(sorted(passed[1] - passed[0])) or 'none'}")
    print(f"  lost {', '.join(sorted(passed[0] - passed[1])) or 'none'}")


def show_speed(before: Counter[str], after: Counter[str], sources: dict[str, str]) -> None:
    """Processor time of each folder of texts, and of all."""
    folders: dict[str, list[str]] = defaultdict(list)
    for name in before:
        folders[name.split("/")[0] if "/" in name else "trials"].append(name)
    print("\nspeed, in processor time:")
    for folder, names in [*folders.items(), ("all", list(before))]:
        old, new = sum(before[name] for name in names), sum(after[name] for name in names)
        size = sum(len(sources[name].encode("utf-8", "replace")) for name in names) / 1e6
        print(f"  {folder:10}{size / old:6.2f} > {size / new:5.2f} MB/s, {old / new:.2f} times as fast")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("revision")
    parser.add_argument("--to", help="the other revision; the working tree without it")
    parser.add_argument("--limit", type=int, default=8, help="number of changes shown of a text")
    parser.add_argument("--only", default="", help="texts whose id has this in it")
    parser.add_argument("--fields", default="", help="fields, separated by commas; all without it")
    parser.add_argument("--no-speed", action="store_true", help="do not repeat the texts for their time")
    arguments = parser.parse_args()
    requests = [request for request in texts() if arguments.only in request["id"]]
    sources = {
        r["id"]: r["text"] if "text" in r else bytes.fromhex(r["bytes_hex"]).decode("utf-8", "replace")
        for r in requests
    }
    with folder_of(arguments.revision) as old, folder_of(arguments.to) as new:
        sides = (Revision(old), Revision(new))
        documents: tuple[dict[str, Document], dict[str, Document]] = ({}, {})
        seconds: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        for request in requests:
            plain = {key: value for key, value in request.items() if key != "trial"}
            for side, found in zip(sides, documents, strict=True):
                found[request["id"]] = side.parse(plain, wanted=True)[0]
            if not arguments.no_speed:
                times: list[list[float]] = [[], []]
                for turn in range(2 * ROUNDS):
                    which = (turn + turn // 2) % 2  # old new new old old new: neither always goes first
                    times[which].append(sides[which].parse(plain, wanted=False)[1])
                for clock, taken in zip(seconds, times, strict=True):
                    clock[request["id"]] = min(taken)
        for side in sides:
            side.close()
    fields = set(filter(None, arguments.fields.split(",")))
    changes = {}
    for request in requests:
        found = differences(*(d[request["id"]] for d in documents), sources[request["id"]])
        kept = [change for change in found if not fields or change[1].split(".")[0] in fields]
        if kept:
            changes[request["id"]] = kept
    show_changes(changes, arguments.limit)
    show_gold(*documents, sources)
    show_trials(requests, *documents)
    if not arguments.no_speed:
        show_speed(*seconds, sources)
    return 0


if __name__ == "__main__":
    sys.exit(main())
