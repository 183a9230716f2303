"""policyparse and trafilatura on the same web pages: python benchmarks/peers.py [FOLDER].

The folder holds web pages and `gold.json` with what is right about each, as `../shared/files` does. Title and day are
compared as they are, the body by whether its first and its last words are in the text.
"""

import json
import sys
import time
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import policyparse

FILES = Path(__file__).resolve().parents[2] / "shared" / "files"
FACTS = {"title": "title", "day": "published_on", "first words": "first", "last words": "last"}
"""What is compared, with the name of the fact in the gold."""


def normal(text: object) -> str:
    """A text without white space, in one width."""
    return "".join(unicodedata.normalize("NFKC", str(text or "")).split())


def by_policyparse(page: bytes) -> dict[str, str]:
    """Title, day and text of the blocks that are the document's."""
    source = policyparse.read(page)
    document = policyparse.parse(source)
    kept = (block for block in document.blocks if block.role != "furniture")
    published = document.source.published_at
    return {
        "title": document.title or "",
        "day": str(published)[:10] if published else "",
        "text": "\n".join(source.text[block.span.start : block.span.end] for block in kept),
    }


def by_trafilatura(page: bytes) -> dict[str, str]:
    """The same from trafilatura."""
    import trafilatura

    found = trafilatura.bare_extraction(page, with_metadata=True, include_tables=True, favor_recall=True)
    fields = found.as_dict() if found else {}
    return {"title": fields.get("title") or "", "day": fields.get("date") or "", "text": fields.get("text") or ""}


def main() -> None:
    """Print what each had right, and how long it took."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FILES
    entries: list[dict[str, Any]] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    pages = [
        entry for entry in entries if entry["file"].endswith((".html", ".htm")) and not entry["facts"].get("refused")
    ]
    right: dict[str, Counter[str]] = {"policyparse": Counter(), "trafilatura": Counter()}
    total: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    for entry in pages:
        data, facts = (folder / entry["file"]).read_bytes(), entry["facts"]
        for name, extract in (("policyparse", by_policyparse), ("trafilatura", by_trafilatura)):
            started = time.process_time()
            found = extract(data)
            seconds[name] += time.process_time() - started
            text = normal(found["text"])
            marks = {
                "title": "title" in facts and normal(found["title"]) == normal(facts["title"]),
                "day": bool(facts.get("published_on")) and found["day"] == facts["published_on"],
                "first words": bool(facts.get("first")) and normal(facts.get("first")) in text,
                "last words": bool(facts.get("last")) and normal(facts.get("last")) in text,
            }
            right[name].update(key for key, good in marks.items() if good)
        total.update(key for key, fact in FACTS.items() if facts.get(fact))
    print(f"{len(pages)} pages      " + "".join(f"{name:>16}" for name in right))
    for key in FACTS:
        print(f"{key:14}" + "".join(f"{counts[key]:>9} of {total[key]:>3}" for counts in right.values()))
    print(f"{'CPU seconds':14}" + "".join(f"{seconds[name]:>16.2f}" for name in right))


if __name__ == "__main__":
    main()
