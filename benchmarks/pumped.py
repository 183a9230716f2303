"""Patterns that try every way to read a text: each on its own examples, with pieces of them over and over.

    python benchmarks/pumped.py [--length 200]

For every pattern, every piece of an example is repeated until the text has the length, and something foreign stands at
its end; the pieces of benchmarks/repeated_units.toml are tried as well. A pattern of which a repeat can be read in two
ways takes twice as long for each more piece. Ends with status 1 where one takes more than 0.1 seconds.
"""

import argparse
import signal
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from policyparse.knowledge.pattern import Pattern
from policyparse.knowledge.proof import all_patterns

UNITS = tomllib.loads(Path(__file__).with_name("repeated_units.toml").read_text(encoding="utf-8"))
MORE = ("", " ", "  ", "1", "中")
"""What stands between the pieces."""

LONGEST, LIMIT, GIVEN_UP = 8, 0.1, 1.0
"""Longest piece in characters; most seconds for a text; seconds after which a text is given up."""


class TooLongError(Exception):
    """A text that is given up."""


def texts(pattern: Pattern, length: int) -> Iterator[str]:
    """The texts for a pattern, each once."""
    examples = [example if isinstance(example, str) else example[0] for example in pattern.matches[:12]]
    pieces = {("", unit) for named in UNITS.values() for unit in named.values()}
    for example in (example[:40] for example in examples):
        for start in range(len(example)):
            for end in range(start + 1, min(start + LONGEST, len(example)) + 1):
                short = MORE if end - start <= LONGEST // 2 else MORE[:1]
                pieces |= {(example[:start], example[start:end] + more) for more in short}
    for before, piece in sorted(pieces):
        yield before + piece * (length // len(piece)) + "\x01"


def seconds(pattern: Pattern, text: str) -> float:
    """Processor seconds that the pattern takes for a text, or for as much as was tried of it."""
    signal.setitimer(signal.ITIMER_VIRTUAL, GIVEN_UP)
    started = time.process_time()
    with suppress(TooLongError):
        getattr(pattern.compiled, pattern.method)(text)
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - started


def give_up(*_: object) -> NoReturn:
    """End a match that takes too long."""
    raise TooLongError


def main() -> int:
    """Try all patterns and print those that take long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--length", type=int, default=200, help="length of the texts in characters")
    length = parser.parse_args().length
    signal.signal(signal.SIGVTALRM, give_up)
    patterns, tried, slow = all_patterns(), 0, 0
    for pattern in patterns:
        worst = (0.0, "")
        for text in texts(pattern, length):
            worst, tried = max(worst, (seconds(pattern, text), text)), tried + 1
            if worst[0] >= GIVEN_UP:
                break
        if worst[0] > LIMIT:
            slow += 1
            print(f"{pattern.name}: {worst[0]:.2f} s for {worst[1][:60]!r}…", flush=True)
    print(f"{len(patterns)} patterns, {tried} texts, {slow} patterns that take more than {LIMIT} s")
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
