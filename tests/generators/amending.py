"""Makes decisions that amend a statute, with the statute as it stood and as it reads afterwards."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

from generators.amending_operations import IN_CHAPTERS, OPERATIONS, Change, base
from generators.common import Dice, Json, Made, chinese, date_words
from generators.statute_body import later, session


@dataclass(frozen=True)
class Form:
    """How a decision is printed.

    Attributes:
        prints: Whether the amended statute stands below it: "" for no, "bare" with its title alone, "noted" with its note,
            "labelled" under 附件.
        ordered: Whether an announcement promulgates it.
        pointless: Whether the only point has no number.
        others: Whether it amends another statute as well, in a point of its own.
    """

    prints: str = ""
    ordered: bool = False
    pointless: bool = False
    others: bool = False


def amended(operation: str, form: Form = Form()) -> Callable[[Dice, str], Made]:
    """Maker of decisions with one operation.

    Args:
        operation: a member of `OPERATIONS`.
        form: how the decision is printed.
    """

    def make(dice: Dice, name: str) -> Made:
        before, head, adopted = base(dice, chapters=operation in IN_CHAPTERS)
        change = Change(before, deepcopy(before))
        OPERATIONS[operation](dice, change)
        where = before.scene.where
        day, meeting = later(dice, adopted, 500, 4000), session(dice, where)
        effective, promulgated = later(dice, day), later(dice, day, 1, 20)
        title = f"{where.committee}关于修改《{before.title}》的决定"
        if form.others:
            title = f"{where.committee}关于修改《{before.title}》等两件地方性法规的决定"
        order = "并对条文顺序作相应调整，" if change.renumbers else ""
        points, labels = _points(change, form, before.title, where.name)
        lead = f"{meeting}决定对《{before.title}》作如下修改：" if not form.others else f"{meeting}决定作如下修改："
        lines = [lead, *points]
        lines += [
            f"本决定自{date_words(effective)}起施行。",
            f"《{before.title}》根据本决定作相应修改{order or '，'}重新公布。",
        ]
        note = f"（{date_words(day)}{meeting}通过）"
        lines = [title, note, *lines]
        if form.ordered:
            number = dice.randint(2, 90)
            lines[:0] = [
                f"{where.committee}公告",
                f"第{number}号",
                f"《{_inner(title)}》已由{meeting}于{date_words(day)}通过，现予公布，自{date_words(effective)}起施行。",
                where.committee,
                date_words(promulgated),
            ]
        span = _printed(form, before.title, note, title, day, meeting)
        if form.prints:
            lines += [*span, *change.after.body()]
        truth: dict[str, Json] = {
            "title": {"kind": "decision", "title": title, "instrument": "decision"},
            "particulars": {
                "issuer": where.committee,
                "adopted_on": day.isoformat(),
                "effective_on": effective.isoformat(),
            },
            "points": {"articles": [{"label": label} for label in labels]},
            "amended": {
                "title": before.title,
                "divisions": change.after.truth()["divisions"]["divisions"],
                "articles": change.after.truth()["articles"]["articles"],
            },
        }
        if form.ordered:
            truth["particulars"] |= {"promulgated_on": promulgated.isoformat(), "notice_label": f"第{number}号"}
        if change.amendments and not form.others:
            orders = [{"operation": "renumber", "target": {"article": None}}] if change.renumbers else []
            truth["amendments"] = {"amendments": [*change.amendments, *orders]}
        if form.prints:
            truth["attachment"] = {
                "attachments": [{"title": before.title, "document": change.after.truth()["articles"]}]
            }
        text = dice.pick(("\n", "\n\n", "\n　　")).join(lines) + "\n"
        statute = dice.pick(("\n", "\n　　")).join([*head, *before.body()]) + "\n"
        return Made(name, text, truth, "decision", base=statute)

    return make


def _inner(title: str) -> str:
    """A title as it stands inside another."""
    return title.replace("《", "〈").replace("》", "〉")


def _points(change: Change, form: Form, title: str, region: str) -> tuple[list[str], list[str]]:
    """The lines of the points, and their labels."""
    if form.others:
        other = f"{region}水利工程管理条例"
        inner = [f"{i + 1}．{point}" for i, point in enumerate(change.points)]
        lines = [f"一、{title}", *inner, f"二、《{other}》", "将第三条中的“经营者”修改为“使用者”，删去第四条。"]
        return [line for point in lines for line in point.split("\n")], ["一", "二"]
    if form.pointless and len(change.points) == 1:
        return change.points[0].split("\n"), []
    numbered = [f"{chinese(i + 1)}、{point}" for i, point in enumerate(change.points)]
    return [line for point in numbered for line in point.split("\n")], [
        chinese(i + 1) for i in range(len(change.points))
    ]


def _printed(form: Form, title: str, note: str, decision: str, day: object, meeting: str) -> list[str]:
    """What stands above the printed statute."""
    if form.prints == "noted":
        return [
            title,
            note.replace("通过）", f"通过　根据同次会议《{_inner(decision)}》修正）"),
        ]
    if form.prints == "labelled":
        return ["附件", title]
    return [title]


PRINTED = (
    "substitute",
    "several",
    "mixed",
    "insert articles",
    "insert a chapter",
    "replace an item",
    "move an article back",
)
"""Operations of which the amended statute is printed as well."""

CONSTRUCTS: dict[str, Callable[[Dice, str], Made]] = {
    **{operation: amended(operation) for operation in OPERATIONS},
    "with the amended text": amended("substitute", Form("bare")),
    **{
        f"{operation}, text {prints}": amended(operation, Form(prints))
        for operation in PRINTED
        for prints in ("bare", "noted")
    },
    "several, text labelled": amended("several", Form("labelled")),
    "several, announced": amended("several", Form(ordered=True)),
    "several, announced, text noted": amended("several", Form("noted", ordered=True)),
    "substitute, without number": amended("substitute", Form(pointless=True)),
    "delete an article, among others": amended("delete an article", Form(others=True)),
    "several, among others": amended("several", Form(others=True)),
}
"""Makers by the name of the construct that they show."""


def make(construct: str, seed: int) -> Made:
    """The amending decision of one construct and seed."""
    name = f"amending/{construct}/{seed}"
    return CONSTRUCTS[construct](Dice(name), name)
