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


# ------------------------------------------------------------------------ statutes


def article_of(text: str) -> dict[str, Any]:
    """The tenth article, which a paragraph makes in a regulation of 2021; the second has two paragraphs, the fourth a list."""
    document = f"""东屏市公共设施管理条例
（2021年3月2日东屏市第十届人民代表大会常务委员会第五次会议通过）
第一条　为了规范公共设施管理，结合本市实际，制定本条例。
第二条　公共设施的产权归国家所有。
公共设施的收益用于公益事业。
第三条　公共设施分为三类。
第四条　下列场所属于公共设施：
（一）公园；
（二）广场；
（三）道路。
第五条　公共设施的名录由市人民政府公布。
名录每年更新一次。
第六条　公共设施的日常养护实行分级负责。
第七条　公共设施的标志由市人民政府统一设计。
第八条　公共设施的档案永久保存。
第九条　每年五月为公共设施宣传月。
第十条　{text}
第十一条　本条例自2021年6月1日起施行。
"""
    return inside(parsed(document, "decision"), "articles", 9) or {}


def same_measure(truth: str, read: str) -> bool:
    """One of the spellings of a measure stands in the other one or holds it."""
    return any(one in plain(read) or plain(read) in one for one in map(plain, truth.lstrip("?").split("/")))


def amount_of(listed: list[Any]) -> Fact:
    """The truth of an amount: lower end, upper end, unit."""
    *numbers, unit = listed
    ends = {"value": numbers[0], "upper": numbers[1] if len(numbers) > 1 else None}
    return {"fact": "amount", **ends, "unit": unit.rstrip("?"), "optional": unit.endswith("?")}


def sanctions(sentence: Sentence) -> tuple[list[Fact], list[Fact]]:
    """Authority, measures and amounts of each sanction, after each was matched with the one that was read and is most like it."""
    there, read = list(sentence.get("sanctions", ())), list(article_of(sentence["text"]).get("sanctions", ()))
    facts: tuple[list[Fact], list[Fact]] = [], []

    def likeness(truth: Fact, found: Fact) -> float:
        measures = sum(any(same_measure(one, other) for other in found["measures"]) for one in truth["measures"])
        conduct = plain(truth.get("conduct")) in plain(found["conduct"])
        return measures + conduct + 0.5 * (len(truth.get("amounts", ())) == len(found["amounts"]))

    for number, truth in enumerate(there):
        hit = max(read, key=lambda found: likeness(truth, found), default=None)
        if hit is not None and likeness(truth, hit) >= 1:
            read.remove(hit)
            facts[1].extend(facts_of_sanction(hit, number))
        else:
            hit = None
        if truth.get("optional") and hit is None:
            continue
        optional = bool(truth.get("optional"))
        facts[0].extend(
            {"fact": "measure", "of": number, "text": one, "optional": optional or one[0] == "?"}
            for one in truth["measures"]
        )
        facts[0].extend(amount_of(one) | {"of": number} for one in truth.get("amounts", ()))
        if truth.get("authority", "*") != "*":
            facts[0].append({"fact": "authority", "of": number, "text": truth["authority"], "optional": optional})
        if truth.get("authority") == "*":
            facts[1][:] = [fact for fact in facts[1] if (fact["fact"], fact["of"]) != ("authority", number)]
    for number, found in enumerate(read, start=100):
        facts[1].extend(facts_of_sanction(found, number))
    return facts


def facts_of_sanction(found: Fact, number: int) -> list[Fact]:
    """Authority, measures and amounts that were read."""
    measures = [{"fact": "measure", "of": number, "text": one} for one in found["measures"]]
    amounts = [
        {"fact": "amount", "of": number, "value": one["value"], "upper": one["upper"], "unit": one["unit"]}
        for one in found["amounts"]
    ]
    authorities = [{"fact": "authority", "of": number, "text": found["authority"]}] if found["authority"] else []
    return [*measures, *amounts, *authorities]


def same_sanction(truth: Fact, read: Fact) -> bool:
    """The same kind of fact of the same sanction, and the same measure, amount or authority."""
    if (truth["fact"], truth["of"]) != (read["fact"], read["of"]):
        return False
    if truth["fact"] == "measure":
        return same_measure(truth["text"], read["text"])
    if truth["fact"] == "authority":
        return plain(truth["text"]) == plain(read["text"])
    same_unit = plain(truth["unit"]) in plain(read["unit"])
    ends = {number(read["value"]), number(read["upper"])} - {None}
    if truth["value"] == 0:
        return same_unit and truth["upper"] in ends
    return same_unit and (number(read["value"]), number(read["upper"])) == (truth["value"], truth["upper"])


def number(value: object) -> float | None:
    """A number of JSON, which may be a string."""
    return None if value is None else float(str(value))


def norms(sentence: Sentence) -> tuple[list[Fact], list[Fact]]:
    """Each norm of the article."""
    return list(sentence.get("norms", ())), list(article_of(sentence["text"]).get("norms", ()))


def same_norm(truth: Fact, read: Fact) -> bool:
    """The same modality and bearers, and an action that is the same but for a few characters."""
    if truth["modality"] != read["modality"] or alike(truth["action"], read["action"]) < 0.8:
        return False
    return "bearers" not in truth or sorted(map(plain, truth["bearers"])) == sorted(map(plain, read["bearers"]))


def citations(sentence: Sentence) -> tuple[list[Fact], list[Fact]]:
    """Each document and provision that the article names."""
    return list(sentence.get("citations", ())), list(article_of(sentence["text"]).get("citations", ()))


def same_citation(truth: Fact, read: Fact) -> bool:
    """The same title, place and target; what the truth leaves out is null, and * is not asked."""
    for key in ("title", "article", "paragraph", "item", "through", "target"):
        forms = [form.translate(INNER) for form in map(plain, str(truth.get(key, "")).split("|"))]
        if forms != ["*"] and plain(read[key]).translate(INNER) not in forms:
            return False
    return True


INNER = str.maketrans("《》", "〈〉")

# ------------------------------------------------------------------------ news


@cache
def news_of(text: str, day: str) -> dict[str, Any]:
    """News of a day with one paragraph."""
    document = f"""江城市重点工作取得新进展
来源：江城日报　{day} 09:30
江城市重点发展装备制造、生物医药等主导产业。
{text}
"""
    return parsed(document, "briefing")


def speech(sentence: Sentence) -> tuple[list[Fact], list[Fact]]:
    """Each statement with its speaker."""
    return list(sentence.get("statements", ())), list(news_of(sentence["text"], "2024-06-14").get("statements", ()))


def same_statement(truth: Fact, read: Fact) -> bool:
    """The same speaker and a text that is the same but for a few characters."""
    same_speaker = truth["speaker"] == "*" or plain(truth["speaker"]) == plain(read["speaker"])
    return same_speaker and alike(truth["text"], read["text"]) >= 0.8


def indicators(sentence: Sentence) -> tuple[list[Fact], list[Fact]]:
    """Each indicator, with the label of its period; what the truth leaves out is as usual."""
    usual = {"comparator": "eq", "kind": "result"}
    truth = [
        usual | one | ({"upper": one["upper"]} if "upper" in one else {}) for one in sentence.get("indicators", ())
    ]
    read = news_of(sentence["text"], "2024-08-20").get("indicators", ())
    return truth, [one | {"period": (one["period"] or {"label": "-"})["label"]} for one in read]


def same_indicator(truth: Fact, read: Fact) -> bool:
    """The same value and unit, and a metric that is alike; a negative growth may be a decline."""
    value, found = float(truth["value"]), number(read["value"])
    same_value = value == found or (value < 0 and -value == found and read["change"] == "decline")
    return (
        same_value
        and plain(truth["unit"]) == plain(read["unit"])
        and max(alike(form, read["metric"]) for form in truth["metric"].split("|")) >= 0.5
    )


def periods(sentence: Sentence) -> tuple[list[Fact], list[Fact]]:
    """Each number that has a period, with its label."""
    read = news_of(sentence["text"], "2024-08-20").get("indicators", ())
    labelled = [{"value": number(one["value"]), "label": one["period"]["label"]} for one in read if one["period"]]
    return [one for one in sentence["periods"] if "label" in one], labelled


def same_period(truth: Fact, read: Fact) -> bool:
    """The same number and label."""
    return float(truth["value"]) == read["value"] and truth["label"] == read["label"]


def projects(sentence: Sentence) -> tuple[list[Fact], list[Fact]]:
    """Each named project."""
    plan = news_of(sentence["text"], "2024-08-20").get("plan") or {"projects": []}
    return list(sentence.get("projects", ())), list(plan["projects"])


def same_project(truth: Fact, read: Fact) -> bool:
    """The same name, with or without 项目."""
    return plain(truth["name"]).removesuffix("项目") == plain(read["name"]).removesuffix("项目")


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


SETS: dict[str, Set] = {
    "responsibilities": Set(responsibilities),
    "deadlines": Set(deadlines, same_deadline),
    "sanctions": Set(sanctions, same_sanction),
    "norms": Set(norms, same_norm, ("action", "condition")),
    "citations": Set(citations, same_citation),
    "speech": Set(speech, same_statement),
    "indicators": Set(indicators, same_indicator, ("comparator", "upper", "kind", "change", "period")),
    "periods": Set(periods, same_period),
    "projects": Set(projects, same_project, ("phase",)),
    "projects_of_news": Set(projects, same_project, ("phase",)),
}
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
            if fact.get(key, "*") != "*":
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
