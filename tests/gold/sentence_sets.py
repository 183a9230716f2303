"""Sets of sentences with what they say, and how what is read of them is compared: right, wrong and missed facts.

A sentence is put into a small document, since what it says depends on the kind of document and on its date. The sets were written from
the contract before the rules and by another hand; nothing here knows how the parser reads.
"""

import math
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import policyparse

FOLDER = Path(__file__).parent / "sentences"
Sentence = dict[str, Any]
Fact = dict[str, Any]


@dataclass
class Tally:
    """Facts of a set: how many are right, wrong and missed, and the sentences behind the last two."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was read that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of what is there that was read."""
        return self.right / max(1, self.right + self.missed)


def wilson(hits: int, number: int) -> tuple[float, float]:
    """The 95 % interval of a share, after Wilson (1927)."""
    if not number:
        return 0.0, 1.0
    z, share = 1.959964, hits / number
    middle = (share + z * z / (2 * number)) / (1 + z * z / number)
    half = z / (1 + z * z / number) * math.sqrt(share * (1 - share) / number + z * z / (4 * number * number))
    return max(0.0, middle - half), min(1.0, middle + half)


def plain(text: object) -> str:
    """Text without white space, quotation marks and the width of characters, and without the mark at its end."""
    folded = unicodedata.normalize("NFKC", "" if text is None else str(text))
    return re.sub(r"[\s“”‘’\"']", "", folded).rstrip("。;；,，.")


def alike(one: object, other: object) -> float:
    """F1 of the character bigrams of two texts."""
    bags = [Counter(text[i : i + 2] for i in range(max(1, len(text) - 1))) for text in (plain(one), plain(other))]
    return 2 * (bags[0] & bags[1]).total() / max(1, bags[0].total() + bags[1].total())


def parsed(text: str, kind: str) -> dict[str, Any]:
    """A document as JSON; empty where the parser does not take it."""
    try:
        return policyparse.parse(text, kind=kind).model_dump(mode="json")
    except (policyparse.PolicyParseError, ValueError):
        return {}


def inside(document: dict[str, Any], *path: str | int) -> Any:
    """What stands under keys and indices; None where there is no such thing."""
    node: Any = document
    for key in path:
        try:
            node = node[key]
        except (KeyError, IndexError, TypeError):
            return None
    return node


# ------------------------------------------------------------------------ official documents


def point_of(text: str) -> dict[str, Any]:
    """The point that a sentence makes in an opinion of 10 February 2023."""
    province = "省" in text
    issuer = "江南省人民政府" if province else "东屏市人民政府"
    document = f"""{issuer}关于推进重点工作的意见
{"江" if province else "东"}政发〔2023〕7号
{"各市人民政府" if province else "各县（区）人民政府"}：
现提出以下意见。
一、主要任务
（一）{text}
（二）开展评估。结果向社会公开。
二、组织保障
（三）健全机制。定期会商研判。
{issuer}
2023年2月10日
"""
    found = inside(parsed(document, "official_document"), "points", 0, "points", 0)
    return found or {}


def responsibilities(sentence: Sentence) -> tuple[list[Fact], list[Fact]]:
    """Each unit with its role."""
    truth = [
        {"role": role, "unit": unit}
        for role in ("lead", "responsible", "supporting", "guiding")
        for unit in sentence.get(role, ())
    ]
    point = point_of(sentence["text"])
    read = [{"role": one["role"], "unit": unit} for one in point.get("responsibilities", ()) for unit in one["units"]]
    return truth, read


def deadlines(sentence: Sentence) -> tuple[list[Fact], list[Fact]]:
    """The deadline as printed, with its last day where one is asked."""
    keys = {key: str(sentence[key]) for key in ("date",) if key in sentence}
    truth = (
        [{"text": sentence["deadline"], "optional": sentence.get("optional", False), **keys}]
        if "deadline" in sentence
        else []
    )
    found = point_of(sentence["text"]).get("deadline")
    return truth, [{"text": found["text"], "date": found["date"]}] if found else []


def same_deadline(truth: Fact, read: Fact) -> bool:
    """The words of one stand in the other, and the day is the same where one is asked."""
    one, other = plain(truth["text"]), plain(read["text"])
    return (one in other or other in one) and ("date" not in truth or truth["date"] == read["date"])


# ------------------------------------------------------------------------ sets


def equal(truth: Fact, read: Fact) -> bool:
    """All that is asked is the same."""
    return all(plain(read.get(key)) == plain(value) for key, value in truth.items() if key != "optional")


@dataclass(frozen=True)
class Set:
    """A set of sentences: how its facts are found, when two are the same, and what more is asked of a fact that is right."""

    read: Callable[[Sentence], tuple[list[Fact], list[Fact]]]
    same: Callable[[Fact, Fact], bool] = equal
    attributes: tuple[str, ...] = ()


SETS: dict[str, Set] = {"responsibilities": Set(responsibilities), "deadlines": Set(deadlines, same_deadline)}
"""The sets by name: `sentences/<name>.toml`."""


@cache
def sentences(name: str) -> list[Sentence]:
    """The sentences of a set."""
    found: list[Sentence] = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["sentence"]
    return found


def compare(tally: Tally, attributes: dict[str, Tally], one: Set, sentence: Sentence) -> None:
    """Adds the facts of a sentence to the tally, and the attributes of those that are right to theirs."""
    truth, read = one.read(sentence)
    rest = list(read)
    for fact in truth:
        hit = next((other for other in rest if one.same(fact, other)), None)
        if hit is None:
            if not fact.get("optional"):
                tally.missed += 1
                tally.faults.append(f"missed {shown(fact)} in {sentence['text']!r}")
            continue
        rest.remove(hit)
        if fact.get("optional"):
            continue
        tally.right += 1
        for key in one.attributes:
            if key in fact:
                right = plain(fact[key]) == plain(hit.get(key))
                attributes[key].right += right
                attributes[key].wrong += not right
                attributes[key].missed += not right
                if not right:
                    attributes[key].faults.append(f"{key} {hit.get(key)!r} for {fact[key]!r} in {sentence['text']!r}")
    tally.wrong += len(rest)
    tally.faults += [f"wrong {shown(fact)} in {sentence['text']!r}" for fact in rest]


def shown(fact: Fact) -> str:
    """A fact in few words."""
    return ", ".join(
        f"{key} {value}" for key, value in fact.items() if key != "optional" and value not in (None, [], "")
    )


@cache
def measured(name: str) -> dict[str, Tally]:
    """The tally of a set under the name of the set, and one for each attribute under `set attribute`."""
    one = SETS[name]
    tally, attributes = Tally(), {key: Tally() for key in one.attributes}
    for sentence in sentences(name):
        compare(tally, attributes, one, sentence)
    return {name: tally} | {f"{name} {key}": attributes[key] for key in one.attributes}


def lines(names: Iterable[str]) -> list[str]:
    """A table of precision and recall with their intervals."""
    made = [f"{'set':28}{'n':>5}   {'P':>6}  {'95 %':>15}   {'R':>6}  {'95 %':>15}"]
    for name in names:
        for label, tally in measured(name).items():
            found, there = tally.right + tally.wrong, tally.right + tally.missed
            low, high = wilson(tally.right, found)
            least, most = wilson(tally.right, there)
            made.append(
                f"{label:28}{there:5}   {tally.precision:6.3f}  [{low:.3f}, {high:.3f}]   {tally.recall:6.3f}  [{least:.3f}, {most:.3f}]"
            )
    return made
