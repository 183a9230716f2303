"""Pages of the State Council: kind, title, number and day of all, and four of them point by point.

The pages stand in ../shared; here are only facts about them, read by hand: labels, headings, the words with which a text begins and ends,
units with the roles that count, deadlines.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import policyparse
from gold.sentence_sets import plain

FOLDER = Path(__file__).parent / "state_council"
READ = sorted(path.stem for path in FOLDER.glob("*.json"))
FACTS = {"kind": "kind", "title": "title", "document_number": "document_number", "issued_on": "issued_on"}
PAGES = 21
Facts = dict[str, Any]


@cache
def read(path: Path) -> Facts:
    return policyparse.parse(path).model_dump(mode="json")


def flat(points: list[Facts]) -> list[Facts]:
    return [found for point in points for found in (point, *flat(point["points"]))]


def of_state_council(entry: Facts) -> bool:
    return "国务院" in f"{entry['facts'].get('title')}{entry['facts'].get('issuer')}"


def facts_of(name: str) -> Facts:
    return dict(json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")))


def test_kind_title_number_and_day_of_all_pages(shared: Path) -> None:
    entries = json.loads((shared / "files" / "gold.json").read_text(encoding="utf-8"))
    pages = [entry for entry in entries if of_state_council(entry)]
    assert len(pages) >= PAGES
    wrong = []
    for page in pages:
        found = read(shared / "files" / page["file"])
        promulgated = found.get("issued_on") or found.get("promulgated_on")
        for fact, field in FACTS.items():
            value = promulgated if field == "issued_on" else found.get(field)
            if fact in page["facts"] and plain(page["facts"][fact]) != plain(value):
                wrong.append((page["file"], fact, page["facts"][fact], value))
    assert wrong == []


@pytest.mark.parametrize("name", READ)
def test_the_letter_of_a_page(shared: Path, name: str) -> None:
    facts = facts_of(name)
    found = read(shared / "files" / facts["file"])
    for field in ("title", "document_number", "issued_on", "issuers"):
        assert found[field] == facts[field], field
    assert "".join(found["addressees"]) == "".join(facts["addressees"]).replace("、各直属机构", "各直属机构")
    assert [{"body": s["body"], "on": s["on"]} for s in found["signatures"]] == facts["signatures"]
    assert [citation["title"] for citation in found["repealed"]] == facts["repealed"]


@pytest.mark.parametrize("name", READ)
def test_the_points_of_a_page(shared: Path, name: str) -> None:
    facts = facts_of(name)
    found = flat(read(shared / "files" / facts["file"])["points"])
    labels = [(point["label"], point["level"], point.get("heading")) for point in facts["points"]]
    assert [(point["label"], point["level"], point["heading"]) for point in found] == labels
    for point, gold in zip(found, facts["points"], strict=True):
        text = plain(point["text"])
        assert text.startswith(one_of(gold.get("starts", ""), text, str.startswith)), gold
        assert text.endswith(one_of(gold.get("ends", ""), text, str.endswith)), gold
        check_units(point, gold)
        check_deadline(point, gold)


def one_of(readings: str | list[str], text: str, fits: Any) -> str:
    """The reading that fits, or the first."""
    given = [plain(reading) for reading in ([readings] if isinstance(readings, str) else readings)]
    return next((reading for reading in given if fits(text, reading)), given[0])


def check_units(point: Facts, gold: Facts) -> None:
    units = [(unit, duty["role"]) for duty in point["responsibilities"] for unit in duty["units"]]
    firm = [(unit, roles) for unit, roles in gold.get("units", [])]
    left = [(unit, role) for unit, role in units if unit not in gold.get("optional", [])]
    assert [unit for unit, _ in left] == [unit for unit, _ in firm], gold
    assert all(role in roles for (_, role), (_, roles) in zip(left, firm, strict=True)), gold


def check_deadline(point: Facts, gold: Facts) -> None:
    wanted, found = gold.get("deadline") or {}, point["deadline"] or {}
    texts = [wanted.get("text")] if isinstance(wanted.get("text"), str) else wanted.get("text", [])
    assert bool(texts) == bool(found), (gold, found)
    if texts:
        assert any(plain(text) in plain(found["text"]) or plain(found["text"]) in plain(text) for text in texts), found
        dates = wanted["date"] if isinstance(wanted["date"], list) else [wanted["date"]]
        assert found["date"] in dates, found
