"""The accuracy table of docs/accuracy.md, in Markdown.

    python benchmarks/accuracy.py [GOLD] [--update docs/accuracy.md]

GOLD is the folder with the gold cases and their `score.py`; by default it lies beside the checkout. With --update
the table is also put between the two comments `accuracy` of a file.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
SETS = {"seeds": "five seeds", "dev": "news and meetings", "laws": "statutes"}
ROWS = [
    *("kind", "title", "dates", "particulars", "articles", "divisions", "norms"),
    *("speakers", "positions", "attribution", "segments", "proposals", "responses", "outcomes", "counts"),
    *("indicators", "indicator kind", "indicator period", "industries", "chains", "projects", "initiatives"),
    *("no furniture", "grounding"),
]


def score(gold: Path, name: str) -> dict[str, dict[str, float]]:
    """P, R, F1 and number of gold facts by kind of fact, by the scorer of the gold itself."""
    documents = ["--documents", str(REPOSITORY / "seeds")] if name == "seeds" else []
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command = [sys.executable, str(gold / "score.py"), str(gold / name), "--json", str(report), *documents]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return json.loads(report.read_text(encoding="utf-8"))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=REPOSITORY.parent / "shared" / "gold")
    parser.add_argument("--update", type=Path, help="put the table into this file as well")
    arguments = parser.parse_args()
    gold = arguments.gold
    scores = {name: score(gold, name) for name in SETS}
    sizes = {name: len(list((gold / name).glob("*.json"))) for name in SETS}
    titles = (f"{title} ({sizes[name]})" for name, title in SETS.items())
    lines = [f"| F1 (facts) | {' | '.join(titles)} |", "| --- |" + " ---: |" * len(SETS)]
    for what in ROWS:
        cells = [f"{s[what]['F']:.3f} ({s[what]['n']})" if what in s else "" for s in scores.values()]
        if any(cells):
            lines.append(f"| {what} | {' | '.join(cells)} |")
    table = "\n".join(lines)
    print(table)
    if arguments.update:
        text = arguments.update.read_text(encoding="utf-8")
        head, _, rest = text.partition("<!-- accuracy -->\n")
        _, _, tail = rest.partition("<!-- /accuracy -->\n")
        updated = f"{head}<!-- accuracy -->\n{table}\n<!-- /accuracy -->\n{tail}"
        arguments.update.write_text(updated, encoding="utf-8")


if __name__ == "__main__":
    main()
