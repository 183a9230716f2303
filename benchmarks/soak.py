"""Inputs without end: python benchmarks/soak.py [COUNT] [--seed N] [--start N] [--log FILE].

Inputs are made of the phrases of official Chinese, of pieces of the seeds, and of damage to both. Each must end with
a document or a `PolicyParseError`, and the invariants of tests/invariants.py hold: places in the text, in order and
inside their parents, complete blocks, JSON that comes back, the same document again, clean text that stays clean. An
input that is slow for its length is tried twice and four times as long: time that grows by more than the length is
reported, and so is an input that takes more than ten seconds. The same seed makes the same inputs; with --start a run
goes on where another ended.
"""

import argparse
import json
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import NoReturn

import policyparse

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from invariants import broken

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
PHRASES = [
    phrase.replace("\\n", "\n")
    for line in (Path(__file__).with_name("phrases.txt")).read_text(encoding="utf-8").splitlines()[1:]
    for phrase in line.split(" ")
]
"""Phrases of official Chinese and of the pages that print it."""

DAMAGE = (
    "",
    "\ufffd",
    "\u200b",
    "\x00",
    "\ud83d\ude00",
    "\ue000",
    "務(wù)",
    "某某官网_最新下载",
    "<p>",
    "&nbsp;",
    "\t",
    "O",
    "\u202e",
    "𠮷",
)
SLOW_SECONDS_PER_KILOCHARACTER, SLOW_SECONDS = 0.02, 0.05
"""An input that takes longer than both, in processor time, is tried at twice and four times its length."""

GROWTH = 2.8
"""Maximum growth of time where the text is twice as long."""

LONGEST_SECONDS = 10
"""Maximum processor time for an input; a pattern that tries every way to read a line would take hours."""


class TooLong(BaseException):
    """An input that is given up."""


@contextmanager
def bounded() -> Iterator[None]:
    """Give up what takes too long, also inside a pattern, where the system has timers."""

    def give_up(*_: object) -> NoReturn:
        raise TooLong

    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGVTALRM, give_up)
        signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST_SECONDS)
    try:
        yield
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def inputs(seed: int) -> Iterator[str]:
    """Inputs of 1 to 600 characters, most of them short."""
    chance = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    while True:
        way = chance.random()
        if way < 0.6:
            text = "".join(chance.choice(PHRASES) for _ in range(chance.randint(1, 40)))
        elif way < 0.8:
            source = chance.choice(texts)
            start = chance.randrange(len(source))
            text = source[start : start + chance.randint(5, 400)]
        else:
            text = chance.choice(PHRASES) * chance.randint(2, 60)
        for _ in range(chance.choice((0, 0, 1, 3))):
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice(DAMAGE) + text[at + chance.randint(0, 3) :]
        yield text


def faults(text: str) -> list[str]:
    """What an input shows to be wrong."""
    try:
        with bounded():
            return list(broken(text))
    except TooLong:
        return [f"takes more than {LONGEST_SECONDS} seconds"]


def cost(text: str) -> float:
    """Processor time of a parse, in seconds; the least of three."""
    times = []
    for _ in range(3):
        started = time.process_time()
        with suppress(policyparse.PolicyParseError):
            policyparse.parse(text)
        times.append(time.process_time() - started)
    return min(times)


def grows(text: str) -> bool:
    """Whether the time for an input grows by more than its length."""
    while len(text) < 2_000:
        text += text or "一"
    once, twice, four = cost(text), cost(text * 2), cost(text * 4)
    return twice > GROWTH * once and four > GROWTH * twice


def main() -> int:
    """Try inputs and print what was found; 1 where something was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=10_000, help="number of inputs")
    parser.add_argument("--seed", type=int, default=1, help="seed of the inputs")
    parser.add_argument("--start", type=int, default=0, help="number of the first input, of those that the seed makes")
    parser.add_argument("--log", type=Path, help="file for what was found, one JSON object a line")
    arguments = parser.parse_args()
    found: Counter[str] = Counter()
    log = arguments.log.open("a", encoding="utf-8") if arguments.log else sys.stderr
    turn = islice(inputs(arguments.seed), arguments.start, arguments.start + arguments.count)
    for number, text in enumerate(turn, arguments.start):
        started = time.process_time()
        wrong = faults(text)
        spent = time.process_time() - started
        limit = max(SLOW_SECONDS, SLOW_SECONDS_PER_KILOCHARACTER * len(text) / 1_000)
        if not wrong and spent > limit and cost(text) > limit and grows(text):
            wrong.append("time grows by more than the length")
        for fault in wrong:
            found[fault.split(":")[0]] += 1
            print(json.dumps({"input": number, "fault": fault, "text": text}), file=log, flush=True)
        if number % 10_000 == 9_999:
            print(f"{number + 1 - arguments.start} inputs, {found.total()} faults", flush=True)
    print(
        f"seed {arguments.seed} from {arguments.start}: {arguments.count} inputs, "
        f"{found.total()} faults {dict(found) or ''}"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
