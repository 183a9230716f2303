"""Official documents of our own with what they say, and how what is read of them is compared: right, wrong and missed facts.

A file holds several documents, each written with its facts in its lines, before the parser saw it:

    #### name
    key: value            facts of the whole; a list is one line each, its fields parted by |
    ----
    T N A O C X           a line of the title, of the number, of the addressees, of opening and closing, any other line
    P1 一、<heading>。text  a point of level 1; + in front of a paragraph that goes on with it
    R1 1<tab>=task<tab>L:a  a row of a task table
    {L:a,b;S:c;D:t=day|words}  who (lead, responsible, supporting, guiding) and by when, in words that are not in the text;
    {+…|words} and {L:a}  the same in words that stay in the text; a role with ? is what a reader may count or not
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import policyparse
from gold.sentence_sets import Tally, alike, plain

FOLDER = Path(__file__).parent / "official"
ROLES = {"L": "lead", "R": "responsible", "S": "supporting", "G": "guiding"}
MODALITIES = {"o": "obligation", "p": "prohibition", "m": "permission", "e": "encouragement"}
_MARK = re.compile(r"\{(?P<stays>\+?)(?P<facts>[^{}|]*)(?:\|(?P<words>[^{}]*))?\}")
_LABEL = re.compile(r"(?P<label>[一二三四五六七八九十]+|（[一二三四五六七八九十0-9]+）|[0-9]+|[①-⑳])[、.．]?\s?")
_KEY = re.compile(r"(?P<key>[a-z_]+): ?(?P<value>.*)")
SIMILAR = 0.8


@dataclass
class Document:
    """One document: its text, the facts of the whole (lines of a key), and its points in order."""

    name: str
    lines: list[str] = field(default_factory=list)
    facts: dict[str, list[str]] = field(default_factory=dict)
    points: list[dict[str, Any]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text as it is parsed."""
        return "\n".join(self.lines) + "\n"

    def one(self, key: str) -> str:
        """The one value of a key, empty where it has none."""
        return self.facts.get(key, [""])[0]

    def many(self, key: str) -> list[list[str]]:
        """The lines of a key, each with its fields."""
        return [line.split("|") for line in self.facts.get(key, []) if line and line != "none"]

    def asks(self, key: str) -> bool:
        """Whether the fact is asked."""
        return self.one(f"{key}_optional") != "yes" and self.one(key) != "none"


def documents(name: str) -> list[Document]:
    """The documents of one file."""
    found: list[Document] = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#### "):
            found.append(Document(line[5:]))
        elif key := _KEY.fullmatch(line):
            found[-1].facts.setdefault(key["key"], []).append(key["value"])
        elif line.strip("-"):
            _add_line(found[-1], *line.split(" ", 1))
    return found


def _add_line(document: Document, code: str, line: str) -> None:
    if code[0] == "R":
        _add_row(document, int(code[1]), line.split("\t"))
        return
    if code[0] not in "P+":
        document.lines.append(line)
        key = {"T": "title", "A": "addressees", "O": "opening", "C": "closing"}.get(code)
        if key and (key != "addressees" or "addressees" not in document.facts):
            document.facts.setdefault(key, []).append(line.rstrip("：") if key == "addressees" else line)
        return
    if code[0] == "P":
        document.points.append({"level": int(code[1]), "heading": None, "text": "", "units": [], "deadlines": []})
    point = document.points[-1]
    printed = _MARK.sub(lambda mark: mark["words"] or mark["facts"].split(":", 1)[1], line)
    document.lines.append(re.sub(r"[<>]", "", printed))
    for mark in _MARK.finditer(line):
        _add_facts(point, mark["facts"], mark["words"] or "")
    text = _MARK.sub(lambda m: m["words"] if m["stays"] else "" if m["words"] else m["facts"].split(":", 1)[1], line)
    if code[0] == "P":
        label = _LABEL.match(text)
        assert label, line
        point["label"], text = label["label"], text[label.end() :]
        if heading := re.match(r"<([^>]*)>[。：]?", text):
            point["heading"], text = heading[1], text[heading.end() :]
    point["text"] = "\n".join(filter(None, (point["text"], text.strip())))


def _add_row(document: Document, level: int, cells: list[str]) -> None:
    """A row of a task table: its number, =the task, and the cells of who and when."""
    point = {"level": level, "label": cells[0].strip(), "heading": None, "text": "", "units": [], "deadlines": []}
    printed = [point["label"]]
    for cell in cells[1:]:
        if cell.startswith("="):
            point["text"] = cell[1:]
            printed.append(cell[1:])
        else:
            _add_facts(point, cell, "")
            printed.append(cell[2:].split("=")[0].replace(",", "、"))
    document.lines.append("\t".join(printed))
    document.points.append(point)


def _add_facts(point: dict[str, Any], facts: str, words: str) -> None:
    for fact in facts.split(";"):
        role, value = fact.split(":", 1)
        if role == "D":
            text, day = value.split("=", 1)
            point["deadlines"].append((text or words, day or None))
        else:
            optional = role.endswith("?")
            point["units"] += [
                {"unit": unit, "role": ROLES[role[0]], "optional": optional} for unit in value.split(",")
            ]


def measure(found: list[Document]) -> dict[str, Tally]:
    """Right, wrong and missed facts of documents, by kind of fact."""
    tallies: dict[str, Tally] = {}
    for document in found:
        _Comparison(document, policyparse.parse(document.text).model_dump(mode="json"), tallies).run()
    return dict(sorted(tallies.items()))


def _flat(points: list[dict[str, Any]], above: str = "") -> list[dict[str, Any]]:
    flat = []
    for point in points:
        path = f"{above}/{point['label']}" if above else point["label"]
        flat += [{**point, "path": path}, *_flat(point["points"], path)]
    return flat


@dataclass
class _Comparison:
    document: Document
    read: dict[str, Any]
    tallies: dict[str, Tally]

    def tally(self, what: str) -> Tally:
        return self.tallies.setdefault(what, Tally())

    def count(self, what: str, gold: list[Any], read: list[Any], optional: tuple[Any, ...] = ()) -> None:
        """Count the values of two lists, one to one; what is optional is neither wrong nor missed."""
        tally, left = self.tally(what), list(read)
        for value in gold:
            if value in left:
                left.remove(value)
                tally.right += 1
            else:
                tally.missed += 1
                tally.faults.append(f"{self.document.name}: {what} missed: {value}")
        for value in (value for value in left if value not in optional):
            tally.wrong += 1
            tally.faults.append(f"{self.document.name}: {what} wrong: {value}")

    def one(self, what: str, gold: object, read: object) -> None:
        self.count(what, [plain(gold)] if gold else [], [plain(read)] if read else [])

    def run(self) -> None:
        document, read = self.document, self.read
        kind = document.one("kind") or "official_document"
        self.one("kind", kind, read["kind"])
        self.one("title", document.one("title_is") or "".join(document.facts.get("title", [])), read["title"])
        if kind == "briefing":
            return
        if kind == "official_document":
            self.particulars()
            self.letter()
            self.points()
            self.norms()
        self.one_of("number", "document_number")
        signed = [[plain(s["body"]), s["on"] and str(s["on"])] for s in read["signatures"] if s["body"]]
        self.count("signatures", [[plain(body), day or None] for body, day in document.many("sign")], signed)

    def one_of(self, key: str, name: str) -> None:
        """A value for which other readings may be given under `<key>_alt`."""
        others = {plain(value) for values in self.document.many(f"{key}_alt") for value in values}
        read = self.read[name]
        if self.document.asks(key) and plain(read) not in others:
            self.one(key, self.document.one(key), read)

    def particulars(self) -> None:
        document, read = self.document, self.read
        self.one_of("genre", "genre")
        if document.asks("issuers"):
            self.count("issuers", [i for line in document.many("issuers") for i in line], read["issuers"])
        optional = document.one("dates_optional").split(",")
        for key, name in (
            ("issued", "issued_on"),
            ("effective", "effective_on"),
            ("expires", "expires_on"),
            ("comments", "comments_until"),
            ("adopted", "adopted_on"),
        ):
            if key not in optional:
                self.one("dates", document.one(key), read[name])
        self.one("validity", document.one("validity"), read["validity"])
        self.one("draft", document.one("draft"), "yes" if read["draft"] else "")
        self.count(
            "members", document.many("member"), [[m["role"], m["name"], m["position"] or ""] for m in read["members"]]
        )
        self.count(
            "appointments",
            document.many("appoint"),
            [[a["action"], a["name"], a["office"]] for a in read["appointments"]],
        )

    def letter(self) -> None:
        document, read = self.document, self.read
        for key, name in (("addressees", "addressees"), ("copied", "copied_to")):
            gold = "".join("".join(line) for line in document.many(key))
            bare = [re.sub("[，、,；]", "", plain(value)) for value in (gold, "".join(read[name]))]
            self.one(name, *bare)
        relation = read["relation"] or {"action": "", "title": ""}
        action, title = (document.many("relation") or [["", ""]])[0]
        self.one("relation", action, relation["action"])
        if title:
            self.one("relation title", title, relation["title"])
        for key in ("opening", "closing"):
            if document.asks(key):
                self.one(key, "\n".join(document.facts.get(key, [])), read[key])
        attached = [[plain(a["title"]), (a["document"] or {}).get("kind", "")] for a in read["attachments"]]
        gold_attached = [[plain(line[0]), line[2]] for line in document.many("attach")]
        alternatives = {plain(line[0]) for line in document.many("attach_alt")}
        attached = [gold_attached[0] if a[0] in alternatives else a for a in attached]
        listed = [plain(a["title"]) for a in read["annexes"]]
        annexes = [plain(line[0]) for line in document.many("annex")]
        kept = [a for a in attached if a[0] not in annexes]
        self.count("attachments", gold_attached, kept)
        held = [title for title, kind in attached if title in annexes and title not in listed]
        self.count("annexes", annexes, listed + held)
        self.count(
            "repealed",
            [plain(line[0]) for line in document.many("repealed")],
            [plain(c["title"]) for c in read["repealed"]],
        )

    def read_points(self) -> list[dict[str, Any]]:
        own = _flat(self.read["points"])
        for attachment in self.read["attachments"]:
            own += _flat((attachment["document"] or {}).get("points", []))
        return own

    def points(self) -> None:
        if not self.document.asks("points"):
            return
        left = self.read_points()
        for point in self.document.points:
            same = [
                other
                for other in left
                if plain(other["label"]) == plain(point["label"])
                and (alike(point["heading"] or point["text"], other["heading"] or other["text"]) >= SIMILAR)
            ]
            if not same:
                self.count("points", [f"{point['label']} {point['heading'] or point['text'][:16]}"], [])
                continue
            left.remove(same[0])
            self.tally("points").right += 1
            self.point(point, same[0])
        self.count("points", [], [f"{other['label']} {other['heading'] or other['text'][:16]}" for other in left])

    def point(self, gold: dict[str, Any], read: dict[str, Any]) -> None:
        self.one("point level", gold["level"], read["level"])
        self.one("point heading", gold["heading"], read["heading"])
        self.one("point text", gold["text"], read["text"])
        units = [(unit, r["role"]) for r in read["responsibilities"] for unit in r["units"]]
        pairs = [(plain(unit["unit"]), unit["role"]) for unit in gold["units"] if not unit["optional"]]
        optional = tuple(
            (plain(unit["unit"]), role) for unit in gold["units"] if unit["optional"] for role in ROLES.values()
        )
        self.count("units", pairs, [(plain(unit), role) for unit, role in units], optional)
        deadline = read["deadline"] or {"text": "", "date": None}
        text = plain(deadline["text"])
        days = {plain(words): day for words, day in gold["deadlines"]}
        same = next((words for words in days if text and (text in words or words in text)), None)
        self.one("deadline", same or next(iter(days), None), same or text)
        if same:
            self.one("deadline day", days[same], deadline["date"])

    def norms(self) -> None:
        places = self.document.one("norms_of").split("|") if self.document.one("norms_of") else []
        read = [(point["path"], norm) for point in self.read_points() for norm in point["norms"]]
        read += [("opening", norm) for norm in self.read["norms"]]
        left = [norm for place, norm in read if any(place == p or place.startswith(f"{p}/") for p in places)]
        for _, modality, marker, bearer, action, condition in self.document.many("norm"):
            same = [
                norm
                for norm in left
                if norm["modality"] == MODALITIES[modality] and alike(norm["action"], action) >= SIMILAR
            ]
            self.count("norms", [action], [action] if same else [])
            if same:
                left.remove(same[0])
                for name, gold in (("bearer", bearer), ("marker", marker), ("condition", condition)):
                    if gold != "?":
                        self.one(f"norm {name}", gold, same[0][name])
        self.count("norms", [], [norm["action"] for norm in left])
