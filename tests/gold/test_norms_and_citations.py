"""Norms and citations against gold that was written by hand, before the parser was run on these articles."""

import json
import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import policyparse

GOLD = json.loads((Path(__file__).parent / "norms_and_citations.json").read_text(encoding="utf-8"))
FLOOR = 0.9


def plain(text: str | None) -> str:
    return re.sub(r"[\s“”‘’\"']", "", unicodedata.normalize("NFKC", text or ""))


def similar(a: str | None, b: str | None) -> float:
    x, y = (Counter(s[i : i + 2] for i in range(max(1, len(s) - 1))) for s in (plain(a), plain(b)))
    return 2 * sum((x & y).values()) / max(1, sum(x.values()) + sum(y.values()))


def same_norm(gold: dict[str, Any], norm: Any) -> bool:
    if gold["modality"] != norm.modality or plain(gold["action"]) not in plain(norm.action):
        return False
    if gold["bearer"] == "*":
        return True
    return similar(gold["bearer"], norm.bearer) >= 0.8 if gold["bearer"] else norm.bearer is None


def same_citation(gold: dict[str, Any], citation: Any) -> bool:
    if plain(gold["text"]) != plain(citation.text):
        return False
    return all(
        plain(gold[k]) == plain(getattr(citation, k)) for k in ("title", "article", "item", "through", "target")
    ) and (gold["paragraph"] == citation.paragraph)


@cache
def compared() -> dict[str, tuple[int, int, int, list[str]]]:
    """For norms and citations: right, wrong, missed, and what was wrong or missed."""
    counts: dict[str, list[int]] = {"norms": [0, 0, 0], "citations": [0, 0, 0]}
    faults: dict[str, list[str]] = {"norms": [], "citations": []}
    for statute in GOLD["statutes"]:
        text = "\n".join(
            [statute["title"], *statute["front"], *(line for a in statute["articles"] for line in a["text"])]
        )
        document = policyparse.parse(text, kind="decision")
        assert isinstance(document, policyparse.Decision)
        articles = {a.label: a for a in document.articles}
        for gold in statute["articles"]:
            article = articles[gold["label"]]
            for kind, same in (("norms", same_norm), ("citations", same_citation)):
                found = list(getattr(article, kind))
                where = f"{statute['title']} {gold['label']}"
                for fact in gold[kind]:
                    hit = next((f for f in found if same(fact, f)), None)
                    if hit is not None:
                        found.remove(hit)
                    if fact.get("optional"):
                        continue
                    counts[kind][0 if hit is not None else 2] += 1
                    if hit is None:
                        faults[kind].append(f"{where}: missed {fact}")
                counts[kind][1] += len(found)
                faults[kind] += [f"{where}: wrong {f.model_dump(exclude={'span'})}" for f in found]
    return {kind: (*counts[kind], faults[kind]) for kind in counts}  # type: ignore[misc]


@pytest.mark.parametrize("kind", ["norms", "citations"])
def test_precision_and_recall(kind: str) -> None:
    right, wrong, missed, faults = compared()[kind]
    precision, recall = right / (right + wrong), right / (right + missed)
    print(f"{kind}: P {precision:.3f} R {recall:.3f}")
    assert min(precision, recall) >= FLOOR, "\n".join(faults)
