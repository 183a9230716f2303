"""Makes a corpus of documents of every kind, with what is in each of them.

    python benchmarks/corpus.py FOLDER [--count 12000] [--seed 0] [--mixed]
    python benchmarks/corpus.py FOLDER --measure [--repeats 3] [--json FILE]

The documents come from the generators of the tests: the same count and seed give the same corpus on every machine.
FOLDER gets `files/<kind>/<number>.txt`, the same texts as `documents.jsonl` (one object a line: id, text), and
`truth.jsonl` (id, kind, name of the construct, facets that have to be so). With --mixed a third of the files are
HTML, DOCX, PDF or OFD instead of text.

With --measure the corpus is run into folders, in one process and in two, with workers killed and with the run itself
killed (`corpus_measure.py`); the exit status is 1 where something does not hold that has to. Of 12,000 documents this
takes some ten minutes on a machine that nobody else uses.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from corpus_measure import measure_all, report

from generators.catalogue import MAKERS, constructs
from generators.common import Made
from generators.pages import FORMS, wrapped

WEIGHTS = {"statutes": 3, "official": 3, "briefings": 2}
"""How often a kind of document stands in the corpus; once where it is not named."""

WRAPPINGS = ("portal", "old page", "docx", "pdf", "ofd")


def documents(count: int, seed: int) -> Iterator[tuple[str, Made]]:
    """Made documents with their maker, all constructs in turn, each time with another seed."""
    turn = [pair for pair in constructs() for _ in range(WEIGHTS.get(pair[0], 1))]
    for number in range(count):
        maker, construct = turn[number % len(turn)]
        yield maker, MAKERS[maker].make(construct, seed * 1_000_003 + number)


def write(folder: Path, count: int, seed: int, mixed: bool) -> None:
    """Writes the corpus.

    Args:
        folder: where it goes; made where it is not there.
        count: number of documents.
        seed: which corpus.
        mixed: whether a third of the files are pages and files of other formats.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (
        (folder / "documents.jsonl").open("w", encoding="utf-8", newline="") as texts,
        (folder / "truth.jsonl").open("w", encoding="utf-8", newline="") as truths,
    ):
        for number, (maker, made) in enumerate(documents(count, seed)):
            name = f"{maker}/{number:06}"
            place = folder / "files" / maker
            place.mkdir(parents=True, exist_ok=True)
            if mixed and number % 3 == 2:
                form = WRAPPINGS[number // 3 % len(WRAPPINGS)]
                (place / f"{number:06}{FORMS[form][0]}").write_bytes(wrapped(form, number, made.text))
            else:
                (place / f"{number:06}.txt").write_text(made.text, encoding="utf-8", newline="")
            print(json.dumps({"id": name, "text": made.text}, ensure_ascii=False), file=texts)
            truth = {"id": name, "kind": made.kind, "name": made.name, "truth": made.truth}
            print(json.dumps(truth, ensure_ascii=False), file=truths)


def main() -> None:
    """Reads the arguments and writes the corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=12_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--mixed", action="store_true", help="a third of the files are HTML, DOCX, PDF or OFD")
    parser.add_argument("--measure", action="store_true", help="run the corpus and measure")
    parser.add_argument("--repeats", type=int, default=3, help="how often one and two processes are measured in turn")
    parser.add_argument("--json", type=Path, help="where the figures are written as JSON")
    arguments = parser.parse_args()
    if not arguments.measure:
        write(arguments.folder, arguments.count, arguments.seed, arguments.mixed)
        print(f"{arguments.count} documents in {arguments.folder}")
        return
    quarter, whole = arguments.folder / "quarter", arguments.folder / "whole"
    write(quarter, arguments.count // 4, arguments.seed, arguments.mixed)
    write(whole, arguments.count, arguments.seed, arguments.mixed)
    with tempfile.TemporaryDirectory(dir=arguments.folder) as targets:
        runs, claims = measure_all(quarter / "files", whole / "files", Path(targets), arguments.repeats)
    sys.exit(1 if report(runs, claims, arguments.count, arguments.json) else 0)


if __name__ == "__main__":
    main()
