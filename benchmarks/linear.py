"""Texts that are one thing over and over: how the time grows each time the text is twice as long.

    python benchmarks/linear.py [--quick] [--longest KB] [--only WORDS] [--json FILE]

The cases are tests/worst_cases.toml (what a pattern could go astray on) and units of benchmarks/repeated_units.toml
alone and in pairs, each in a frame: bare, as an article, as the speech of a meeting, as the body of an official
document, as lines. Texts grow from 64 KB to 1 MB of UTF-8, which takes some two hours, with --longest to fewer
kilobytes; with --quick from 8 to 32 KB, in some three minutes. The figure is processor time. A text that takes more
than 2.3 times as long as the half is measured again, up to five times in turn with the half, and the least of each
counts. Ends with status 1 where a text grows by more, or takes more than 30 ms a KB.
"""

import argparse
import gc
import json
import random
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import policyparse
from policyparse.model.diagnostics import Diagnostics
from policyparse.repair import repair
from policyparse.source.source_text import SourceText

HERE = Path(__file__).resolve().parent
CASES = tomllib.loads((HERE.parent / "tests" / "worst_cases.toml").read_text(encoding="utf-8"))
UNITS: dict[str, dict[str, str]] = tomllib.loads((HERE / "repeated_units.toml").read_text(encoding="utf-8"))

KILOBYTE = 1024
LONG, SHORT = (64, 1024), (8, 32)
"""Kilobytes of UTF-8 of the shortest and of the longest text."""

GROWTH = 2.3
"""Maximum growth of time where the text is twice as long."""

DEAR = 30.0
"""Maximum milliseconds for a kilobyte of the longest text."""

LEAST = 0.05
"""Seconds below which a time is noise."""

PAIRS, SEED = 250, 18
"""Number of pairs of units, and the seed by which they are chosen."""

FRAMES: dict[str, tuple[str, str, str | None]] = {
    "bare": ("", "", None),
    "article": ("某市某某条例\n第一条 ", "\n第二条 甲。\n", "decision"),
    "speech": ("某市召开某某会议\n\n7月9日，会议召开。\n\n", "\n", "meeting"),
    "body": ("某市人民政府关于某事的通知\n\n各区人民政府：\n", "\n特此通知。\n", "official_document"),
    "news": ("某市加快建设某某产业链\n\n本报讯 7月9日，", "\n", "briefing"),
}
"""What stands around a unit: text before, text behind, kind; a unit in `lines` ends each time with a line feed."""


@dataclass(frozen=True)
class Case:
    """A text of any length."""

    name: str
    unit: str
    begin: str = ""
    end: str = ""
    task: Callable[[str], object] = field(default=lambda text: parsed(text, None))

    def text(self, kilobytes: int) -> str:
        """The text of so many kilobytes of UTF-8, frame not counted."""
        return self.begin + self.unit * (kilobytes * KILOBYTE // len(self.unit.encode())) + self.end


def parsed(text: str, kind: str | None) -> None:
    """A parse, whatever comes of it."""
    with suppress(policyparse.PolicyParseError):
        policyparse.parse(text, kind=kind)


def repaired(text: str) -> None:
    """Repair alone."""
    repair(SourceText(text), Diagnostics())


def framed(name: str, unit: str, frame: str, begin: str = "", end: str = "") -> Case:
    """A unit in a frame."""
    before, behind, kind = FRAMES[frame]
    return Case(f"{frame}: {name}", unit, before + begin, end + behind, lambda text: parsed(text, kind))


def cases() -> Iterator[Case]:
    """All cases: worst cases, each unit bare, as lines and in one frame, pairs of units in all frames in turn."""
    for group, texts in CASES.items():
        for name, case in texts.items():
            if group == "repair":
                yield Case(f"repair: {name}", task=repaired, **case)
            else:
                yield framed(f"worst {name}", frame=group, **case)
    units = [(f"{group} {name}", unit) for group, named in UNITS.items() for name, unit in named.items()]
    turns = list(FRAMES)
    for number, (name, unit) in enumerate(units):
        yield framed(name, unit, "bare")
        yield framed(f"{name}, lines", unit + "\n", turns[number % len(turns)])
        yield framed(name, unit, turns[1 + number % (len(turns) - 1)])
    chance = random.Random(SEED)
    for number in range(PAIRS):
        (one, first), (other, second) = chance.sample(units, 2)
        ending = ", lines" if number % 3 == 0 else ""
        yield framed(f"{one} + {other}{ending}", first + second + ("\n" if ending else ""), turns[number % len(turns)])


def seconds(case: Case, kilobytes: int) -> float:
    """Processor seconds of one run."""
    text = case.text(kilobytes)
    start = time.process_time()
    case.task(text)
    return time.process_time() - start


def confirmed(case: Case, kilobytes: int, half: float, whole: float) -> tuple[float, float]:
    """Least seconds of half and whole, measured up to five times more in turn while they grow too much."""
    for _ in range(5):
        if max(whole, LEAST) <= GROWTH * max(half, LEAST):
            break
        half, whole = min(half, seconds(case, kilobytes // 2)), min(whole, seconds(case, kilobytes))
    return half, whole


def measured(case: Case, shortest: int, longest: int) -> tuple[float, float, int]:
    """The worst growth, milliseconds a kilobyte of the longest text, and its kilobytes.

    A case that grows too much is not made longer still: the square of a megabyte takes hours.
    """
    worst, size, before = 0.0, shortest, seconds(case, shortest)
    while size < longest and worst <= GROWTH:
        size *= 2
        half, now = confirmed(case, size, before, seconds(case, size))
        worst, before = max(worst, max(now, LEAST) / max(half, LEAST)), now
    return worst, before * 1000 / size, size


def main() -> int:
    """Measure all cases; print what is wrong and the ten dearest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="texts from 8 to 32 KB, as .ci/full has them")
    parser.add_argument("--longest", type=int, help=f"kilobytes of the longest text, {LONG[1]} without it")
    parser.add_argument("--only", default="", help="only the cases with these words in their name")
    parser.add_argument("--json", type=Path, help="where the figures are written as JSON")
    arguments = parser.parse_args()
    chosen = [case for case in cases() if arguments.only in case.name]
    parsed("某市召开会议\n\n7月9日，会议召开。\n", None)
    gc.collect()
    gc.freeze()  # else the collector looks through the library whenever enough objects were made: a step, no growth
    found: dict[str, tuple[float, float, int]] = {}
    shortest, longest = SHORT if arguments.quick else LONG
    longest = arguments.longest or longest
    for number, case in enumerate(chosen):
        found[case.name] = growth, cost, size = measured(case, shortest, longest)
        if growth > GROWTH or cost > DEAR:
            print(f"{case.name}: times {growth:.2f} at {size} KB, {cost:.2f} ms a KB", flush=True)
        elif number % 50 == 49:
            print(f"{number + 1} of {len(chosen)}", flush=True)
    print("the dearest, ms a KB:")
    for name, (growth, cost, _) in sorted(found.items(), key=lambda item: -item[1][1])[:10]:
        print(f"{cost:8.2f}  times {growth:.2f}  {name}")
    bad = sum(growth > GROWTH or cost > DEAR for growth, cost, _ in found.values())
    print(f"{len(found)} cases, {bad} that grow more than {GROWTH} times or take more than {DEAR:.0f} ms a KB")
    if arguments.json:
        arguments.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
