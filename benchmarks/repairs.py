#!/usr/bin/env python3
"""What dirt costs: scores from dirty text against clean, share of the repairs in a parse, and time on the worst text.

    python benchmarks/repairs.py --shared ../shared [--folder dev] [--kinds poison columns] [--pairs] [--worst 5]
    python benchmarks/repairs.py --speed

The first form dirties every document of the gold folders with `tools/dirty.py`, one kind at a time or in all
pairs, and prints how far each score falls. It needs the folder that holds the gold and that tool.
"""

import argparse
import importlib.util
import itertools
import json
import sys
import time
from pathlib import Path
from types import ModuleType

import policyparse
from policyparse.model.diagnostics import Diagnostics
from policyparse.repair import repair
from policyparse.source.source_text import SourceText

ALLOWED = {"columns": 0.05, "poison": 0.05}
FOLDERS = {"seeds": "seeds", "dev": None, "laws": None}


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cases(shared: Path, folder: str, limit: int | None) -> list[tuple[str, dict, str]]:
    found = []
    for path in sorted((shared / "gold" / folder).glob("*.json"))[:limit]:
        gold = json.loads(path.read_text(encoding="utf-8"))
        text_path = shared / "seeds" / gold["seed"] if "seed" in gold else path.with_suffix(".txt")
        found.append((path.stem, gold, text_path.read_bytes().decode("utf-8")))
    return found


def tally(score: ModuleType, documents: list[tuple[str, dict, str]]) -> object:
    t = score.Tally()
    for name, gold, text in documents:
        try:
            doc = policyparse.parse(text).model_dump(mode="json")
        except Exception as error:
            t.fp["crash"] += 1
            t.misses.append((name, "crash", type(error).__name__, str(error)[:100]))
            doc = {}
        score.compare(name, gold, doc, text, t)
    return t


def compare(args: argparse.Namespace) -> int:
    score, dirty = load(args.shared / "gold" / "score.py"), load(args.shared / "tools" / "dirty.py")
    kinds = args.kinds or list(dirty.KINDS)
    mixes = [(k,) for k in kinds]
    if args.pairs:
        mixes = [p for p in itertools.combinations(dirty.KINDS, 2) if not args.kinds or set(p) & set(kinds)]
    short = 0
    for folder in [args.folder] if args.folder else FOLDERS:
        documents = cases(args.shared, folder, args.limit)
        clean = tally(score, documents)
        print(f"\n{folder}: {len(documents)} documents")
        for mix in mixes:
            spoilt = [
                # the tool sets the text in traditional characters, so that this is the script of the original
                (
                    name,
                    gold | ({"language": "zh-Hant"} if "pinyin" in mix and "language" in gold else {}),
                    dirty.dirty(text, mix, seed=i + args.seed),
                )
                for i, (name, gold, text) in enumerate(documents)
            ]
            found = tally(score, spoilt)
            allowed = max(ALLOWED.get(kind, 0.02) for kind in mix)
            falls = {}
            for what in sorted(set(clean.tp) | set(clean.fn)):
                fall = clean.row(what)[2] - found.row(what)[2]
                if what != "grounding" and fall > 0.0005:
                    falls[what] = fall
            over = {w: f for w, f in falls.items() if f > allowed}
            short += len(over)
            print(
                f"{'+'.join(mix):20} {'ok  ' if not over else 'FALL'} "
                + " ".join(f"{w} {f:.3f}" for w, f in sorted(falls.items(), key=lambda x: -x[1])[:9])
            )
            if found.fp["crash"]:
                print("   crashes:", found.fp["crash"])
            if args.worst:
                known = {(name, what, str(detail)) for name, what, _, detail in clean.misses}
                shown: dict[str, int] = {}
                for name, what, how, detail in found.misses:
                    if what in (over if not args.all else falls) and (name, what, str(detail)) not in known:
                        shown[what] = shown.get(what, 0) + 1
                        if shown[what] <= args.worst:
                            print(f"     {what} {how}: {name}: {detail}")
    return 1 if short else 0


def speed(args: argparse.Namespace) -> int:
    """Share of the repairs in a parse, and time for a megabyte of the worst."""
    gold = [f for f in ("dev", "laws") if (args.shared / "gold" / f).exists()]
    texts = [text for folder in gold for _, _, text in cases(args.shared, folder, 20)]
    texts = texts or [p.read_text(encoding="utf-8") for p in sorted(Path("seeds").glob("003*.txt"))]
    for text in texts:
        policyparse.parse(text)
    spent = {"parse": 0.0, "repair": 0.0}
    for _ in range(3):
        for text in texts:
            start = time.perf_counter()
            policyparse.parse(text)
            spent["parse"] += time.perf_counter() - start
            start = time.perf_counter()
            repair(SourceText(text), Diagnostics())
            spent["repair"] += time.perf_counter() - start
    size = sum(map(len, texts)) * 3
    rate = size / spent["repair"] / 1e6
    share = spent["repair"] / spent["parse"]
    print(f"{len(texts)} clean texts: repairs {share:.1%} of the parse, {rate:.1f} million characters a second")
    spam = "某某彩票网_最新版下载app"
    units = {
        "brackets": "(",
        "bracket pairs": "()",
        "spaces": " ",
        "lines": "\n",
        "one phrase": spam,
        "phrase in words": f"市{spam}会",
        "entities": "&lt;",
        "tags": "<a>",
        "pinyin": "行(háng)",
        "letters": "a",
        "digits": "1",
        "Han": "中",
        "Han, spaced": "中 ",
        "lines of prose": "一段没有结尾的文字，" * 5 + "它停在这里\n",
        "quotes": '"',
        "damage": "\ufffd",
        "full width": "Ａ",
        "emphasis": "**",
    }
    print(f"{'a megabyte of':20}{'0.25':>8}{'0.5':>8}{'1.0':>8}  seconds")
    for name, unit in units.items():
        times = []
        for share in (0.25, 0.5, 1.0):
            text = unit * int(share * 2**20 / len(unit))
            start = time.perf_counter()
            repair(SourceText(text), Diagnostics())
            times.append(time.perf_counter() - start)
        print(f"{name:20}" + "".join(f"{t:8.3f}" for t in times))
    return 0


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--shared", type=Path, default=Path("../shared"))
    ap.add_argument("--folder", choices=FOLDERS)
    ap.add_argument("--kinds", nargs="*")
    ap.add_argument("--pairs", action="store_true")
    ap.add_argument("--limit", type=int)
    ap.add_argument("--seed", type=int, default=0)
    ap.add_argument("--worst", type=int, default=0)
    ap.add_argument("--all", action="store_true", help="show differences within what is allowed as well")
    ap.add_argument("--speed", action="store_true")
    args = ap.parse_args()
    return speed(args) if args.speed else compare(args)


if __name__ == "__main__":
    sys.exit(main())
