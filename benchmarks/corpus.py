"""Makes a corpus of documents of every kind, with what is in each of them.

    python benchmarks/corpus.py FOLDER [--count 12000] [--seed 0] [--mixed]

The documents come from the generators of the tests: the same count and seed give the same corpus on every machine.
FOLDER gets `files/<kind>/<number>.txt`, the same texts as `documents.jsonl` (one object a line: id, text), and
`truth.jsonl` (id, kind, name of the construct, facets that have to be so). With --mixed a third of the files are
HTML, DOCX, PDF or OFD instead of text.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

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
    arguments = parser.parse_args()
    write(arguments.folder, arguments.count, arguments.seed, arguments.mixed)
    print(f"{arguments.count} documents in {arguments.folder}")


if __name__ == "__main__":
    main()
