"""Pages in the manner of old and new content systems of authorities and media, written and labelled before any parse.

Layout by tables, upper-case tags in GB 18030, frames, text broken by `<br>`, comments longer than the news, lists of news
in front of the article, data sheets of databases of law. `gold.json` says of each page what is right; `body` are
beginnings of its text, `chrome` is what stands around it.
"""

import json
from pathlib import Path
from typing import Any

import pytest

import policyparse

HERE = Path(__file__).parent / "templates"
GOLD: dict[str, dict[str, Any]] = json.loads((HERE / "gold.json").read_text(encoding="utf-8"))
ASIDE = {"furniture", "byline", "source_line", "unread", "title"}

MISSED = {"epaper": {"publisher"}, "core_hint": {"authors"}}
"""What is not found: a paper that only the name of its page and its rights tell; a name that is a common word (黎明)."""


@pytest.fixture(scope="module", params=GOLD)
def page(request: pytest.FixtureRequest) -> tuple[str, policyparse.SourceText, dict[str, Any]]:
    """Name, text and document of a page."""
    source = policyparse.read(HERE / f"{request.param}.html")
    return request.param, source, policyparse.parse(source).model_dump(mode="json")


Case = tuple[str, policyparse.SourceText, dict[str, Any]]


def test_head(page: Case) -> None:
    name, _, document = page
    found = document | document["source"] | {"published_on": (document["source"]["published_at"] or "")[:10] or None}
    expected = {key: value for key, value in GOLD[name].items() if key not in ("body", "chrome")}
    expected = {key: value for key, value in expected.items() if key not in ("kind", "authors") or value is not None}
    wrong = {key for key in expected if found.get(key) != expected[key]}
    assert wrong == MISSED.get(name, set()), {key: found.get(key) for key in wrong}


def test_body_and_chrome(page: Case) -> None:
    name, source, document = page
    lines = [(b["role"], source.text[p["start"] : p["end"]]) for b in document["blocks"] for p in b["parts"]]
    roles = {want: {role for role, line in lines if want in line} for want in GOLD[name]["body"] + GOLD[name]["chrome"]}
    assert {want for want in GOLD[name]["body"] if roles[want] <= ASIDE} == set()
    assert {want for want in GOLD[name]["chrome"] if not roles[want] or not roles[want] <= ASIDE - {"unread"}} == set()
