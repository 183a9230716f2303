"""Speed of the readers: how often a reader takes the time of its library alone, on the same bytes in one run.

    python benchmarks/files.py [FOLDER …] [--check]

FOLDER holds files; by default examples/ and, where they are, the shared real files beside the checkout. The library
alone is: for a web page, lexbor building the tree (and, second figure, decoding the bytes before, which no reader can
leave out); for DOCX and OFD, unzipping and parsing the XML parts; for PDF, pypdfium2 giving the text of all pages.
`--check` fails where a ratio is beyond its aim.
"""

import argparse
import gc
import io
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pypdfium2
from selectolax.lexbor import LexborHTMLParser

import policyparse

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = REPOSITORY.parent / "shared" / "files"
AIMS = {"html": 3.0, "docx": 2.0, "pdf": 1.5}


def seconds(tasks: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Least processor time of tasks in several turns, each task once a turn, so that all see the same memory."""
    best = dict.fromkeys(tasks, 9e9)
    spent, turns = 0.0, 0
    while turns < 5 or (spent < 0.6 and turns < 200):
        for name, task in tasks.items():
            start = time.process_time()
            task()
            taken = time.process_time() - start
            best[name], spent = min(best[name], taken), spent + taken
        turns += 1
    return best


def tree(data: bytes) -> object:
    return LexborHTMLParser(data).root


def decoded_tree(data: bytes) -> object:
    try:
        return LexborHTMLParser(data.decode()).root
    except UnicodeDecodeError:
        return LexborHTMLParser(data.decode("gb18030")).root


def parts(data: bytes) -> object:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [fromstring(archive.read(name)) for name in archive.namelist() if name.endswith((".xml", ".rels"))]


def pages(data: bytes) -> object:
    document = pypdfium2.PdfDocument(data)
    texts = []
    for page in document:
        textpage = page.get_textpage()
        texts.append(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    return texts


ALONE: dict[str, dict[str, Callable[[bytes], object]]] = {
    "html": {"lexbor": tree, "decode + lexbor": decoded_tree},
    "docx": {"unzip + parse XML": parts},
    "ofd": {"unzip + parse XML": parts},
    "pdf": {"pypdfium2 text": pages},
}


def main() -> int:
    """Print a line for each format; returns the exit status."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="*", type=Path, default=[REPOSITORY / "examples", SHARED])
    options.add_argument("--check", action="store_true")
    given = options.parse_args()
    total: dict[str, dict[str, float]] = {}
    count: dict[str, int] = {}
    gc.disable()
    for path in sorted(path for folder in given.folders if folder.is_dir() for path in folder.iterdir()):
        form = path.suffix[1:].lower()
        if form not in ALONE:
            continue
        data = path.read_bytes()
        try:
            policyparse.read(data if form != "html" else path)
        except policyparse.UnreadableInput:
            continue
        sums = total.setdefault(form, {})
        count[form] = count.get(form, 0) + 1
        tasks: dict[str, Callable[[], object]] = {"read": partial(policyparse.read, path)}
        tasks |= {name: partial(task, data) for name, task in ALONE[form].items()}
        for name, taken in seconds(tasks).items():
            sums[name] = sums.get(name, 0.0) + taken
    beyond = False
    for form, sums in total.items():
        read = sums.pop("read")
        for i, (name, alone) in enumerate(sums.items()):
            ratio = read / alone
            aim = AIMS.get(form) if i == 0 else None
            beyond = beyond or (aim is not None and ratio > aim)
            told = f"aim {aim:g}" if aim else ""
            print(f"{form:5}{count[form]:4} files {read * 1000:8.1f} ms{ratio:7.2f} times {name:20}{told}")
    return int(given.check and beyond)


if __name__ == "__main__":
    sys.exit(main())
