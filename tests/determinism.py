"""Prints the digest of the JSON of made documents and of the seeds: python tests/determinism.py. The same everywhere."""

import hashlib
import sys
from datetime import date
from pathlib import Path

import policyparse

sys.path.insert(0, str(Path(__file__).resolve().parent))

from generators.catalogue import MAKERS, SEEDS, constructs

EVERY = 12
"""Every so many constructs one is parsed."""


def digest() -> str:
    """The digest of everything that the documents give, repairs, evidence and diagnostics with it."""
    seeds = sorted((Path(__file__).resolve().parents[1] / "seeds").glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in seeds]
    texts += [MAKERS[maker].make(construct, SEEDS).text for maker, construct in list(constructs())[::EVERY]]
    whole = hashlib.sha256()
    for text in texts:
        document = policyparse.parse(text, reference_date=date(2024, 2, 7), with_text=True)
        whole.update(document.model_dump_json().encode())
    return whole.hexdigest()


if __name__ == "__main__":
    print(digest())
