"""Statutes: where the time of a parse goes, and how it grows with the number of articles.

    python benchmarks/statutes.py [FOLDER]

FOLDER holds statutes as text; by default those of the gold beside the checkout, else a statute made for the
purpose. Times are processor time, the least of several runs; ratios matter, not absolute figures.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import policyparse
from policyparse import api
from policyparse.documents.decision import DECISION
from policyparse.language.labels import format_number
from policyparse.model.diagnostics import Diagnostics
from policyparse.page.front_matter import front_matter
from policyparse.page.layout import lay_out
from policyparse.repair import repair
from policyparse.source.source_text import SourceText
from policyparse.statute import checks, norms, particulars, parts, references
from policyparse.statute.provisions import parse_provisions

STATUTES = Path(__file__).resolve().parents[2] / "shared" / "gold" / "laws"
CIVIL_CODE = 1260
"""Articles of the Civil Code (民法典, 2020)."""

ARTICLE = """第{n}条　县级以上人民政府有关部门应当依照《中华人民共和国某某法》第{n}条的规定加强监督管理，履行下列职责：
　　（一）制定管理制度，并向社会公布；
　　（二）对违反前款规定的行为依法查处，不得收取费用。
　　任何单位和个人有权举报违反本条例规定的行为，有关部门应当及时处理；国家鼓励社会组织参与监督。
"""


def made(articles: int) -> str:
    """A statute with so many articles, ten to a chapter."""
    lines = ["某市某某条例", "（2020年1月1日某市第一届人民代表大会常务委员会第一次会议通过）"]
    for n in range(1, articles + 1):
        if n % 10 == 1:
            lines.append(f"第{format_number(n // 10 + 1)}章　监督管理")
        lines.append(ARTICLE.format(n=format_number(n)).rstrip("\n"))
    return "\n".join([*lines, ""])


def least(task: Callable[[], object], runs: int = 3) -> float:
    """Least processor seconds of a task."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        task()
        times.append(time.process_time() - start)
    return min(times)


def stages(texts: list[str]) -> dict[str, float]:
    """Seconds of each stage of a parse, over all texts."""
    spent: dict[str, float] = {}

    def timed(name: str, task: Callable[..., Any], *arguments: Any) -> Any:
        start = time.process_time()
        result = task(*arguments)
        spent[name] = spent.get(name, 0.0) + time.process_time() - start
        return result

    for text in texts:
        diagnostics = Diagnostics()
        repaired = timed("repair", repair, SourceText(text), diagnostics)
        page = timed("layout", lay_out, repaired, diagnostics)
        timed("detect", api.detect, page)
        draft = timed("front matter", front_matter, page, diagnostics)
        divided = timed("parts", parts.divide, page)
        tree = timed("provisions", parse_provisions, divided.body, divided.style)
        draft |= {"title": divided.title, "articles": tree.articles, "divisions": tree.divisions}
        timed("particulars", particulars.parse_particulars, page, divided, draft, diagnostics)
        timed("norms", norms.parse_norms, page, draft["articles"])
        timed("citations", references.References(page, draft, diagnostics).cite)
        timed("checks", checks.check, page, draft, diagnostics)
        grounded = timed("ground", api.ground, draft, repaired, diagnostics)
        timed("validate", DECISION.model.model_validate, grounded)
    return spent


def parse_all(texts: list[str]) -> None:
    """Parse one text after the other, as a pipeline does."""
    for text in texts:
        policyparse.parse(text)


def main() -> None:
    """Print the stages, the whole, and the growth."""
    argument_parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    argument_parser.add_argument("folder", nargs="?", type=Path, default=STATUTES)
    folder = argument_parser.parse_args().folder
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))] or [made(500)]
    size = sum(len(text.encode()) for text in texts) / 1e6
    for text in texts[:3]:
        policyparse.parse(text)

    runs = [stages(texts) for _ in range(3)]
    best = {name: min(run[name] for run in runs) for name in runs[0]}
    total = sum(best.values())
    print(f"{len(texts)} statutes, {size:.2f} MB\n\n{'stage':14}{'ms':>8}{'MB/s':>8}{'share':>8}")
    for name, seconds in best.items():
        print(f"{name:14}{seconds * 1000:8.1f}{size / max(seconds, 1e-6):8.1f}{seconds / total:8.0%}")
    whole = least(lambda: parse_all(texts), 7)
    print(f"{'whole parse':14}{whole * 1000:8.1f}{size / whole:8.1f}\n")

    print(f"{'articles':>8}{'KB':>8}{'ms':>8}{'times the half':>16}")
    before: float | None = None
    for articles in (CIVIL_CODE // 4, CIVIL_CODE // 2, CIVIL_CODE, CIVIL_CODE * 2, CIVIL_CODE * 4, CIVIL_CODE * 8):
        text = made(articles)
        seconds = least(lambda text=text: policyparse.parse(text), 2)
        ratio = f"{seconds / before:.2f}" if before else ""
        print(f"{articles:8}{len(text.encode()) / 1e3:8.0f}{seconds * 1000:8.0f}{ratio:>16}")
        before = seconds


if __name__ == "__main__":
    main()
