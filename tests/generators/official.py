"""Makes official documents 公文 of every genre, with head, letter, points, responsibilities, attachments and signature."""

import datetime
from collections.abc import Callable
from dataclasses import replace

from generators import statute_body
from generators.common import MATTERS, Dice, Json, Made, Part, chinese, date_words, offices, person, region
from generators.groups import appointing, membered
from generators.letters import GENRES, Letter, letter, number_of, whole
from generators.official_forms import FORMS_ASKED, OFFICIAL_FORMS
from generators.points import (
    DEADLINES,
    RESPONSIBILITIES,
    STRUCTURE,
    PointMade,
    Style,
    bound,
    due,
    responsible,
    task,
    tree,
)

CLOSINGS = ("上述意见，由各部门结合实际贯彻执行。", "本通知执行中的问题，请及时向{office}反映。", "特此通知。")


def of_genre(genre: str) -> Callable[[Dice, str], Made]:
    """Maker of documents of one genre with points of two levels."""

    def make(dice: Dice, name: str) -> Made:
        made = letter(dice, genre, depth=dice.pick((1, 2)))
        if genre in ("proclamation", "announcement", "communique", "order"):
            made.addressees = []
        return whole(dice, name, made)

    return make


def deep(depth: int, style: Style = Style()) -> Callable[[Dice, str], Made]:  # noqa: B008
    """Maker of documents with points of several levels."""

    def make(dice: Dice, name: str) -> Made:
        made = letter(dice, "opinion", depth=depth)
        made.style = style
        return whole(dice, name, made)

    return make


def in_line(dice: Dice, name: str) -> Made:
    """Points （1）…；（2）… inside one line."""
    made = letter(dice, "opinion")
    for _ in range(3):
        below = [
            PointMade(words + "；")
            for words in dice.sample(("有合法名称", "有固定场所", "有独立经费", "有专职人员"), 3)
        ]
        below[-1].text = below[-1].text.replace("；", "。")
        made.points.append(PointMade(f"{made.matter}机构具备下列条件：", points=below, in_line=True))
    made.style = InLine()
    return whole(dice, name, made)


class InLine(Style):
    """Points 一 with points （1） inside their line."""

    def label(self, number: int, level: int) -> str:
        """The label without the mark behind it."""
        return chinese(number) if level == 1 else f"（{number}）"

    def mark(self, level: int) -> str:
        """The mark behind the label."""
        return "、" if level == 1 else ""


def paragraphs(dice: Dice, name: str) -> Made:
    """Points whose text goes on in paragraphs without a label."""
    made = letter(dice, "opinion", depth=2)
    for point in made.points[:-1]:
        for below in point.points:
            if below.run_in:
                below.text = "\n".join([below.text, *(task(dice, made.matter) for _ in range(dice.randint(1, 2)))])
    return whole(dice, name, made)


def closed(dice: Dice, name: str) -> Made:
    """A paragraph about the whole behind the last point."""
    made = letter(dice, "notice", depth=1)
    made.closing = dice.pick(CLOSINGS).format(office=offices(dice, made.where, 1)[0])
    return whole(dice, name, made)


def naming(form: str) -> Callable[[Dice, str], Made]:
    """Maker of documents with one form of naming who is responsible."""

    def make(dice: Dice, name: str) -> Made:
        made = letter(dice, dice.pick(("opinion", "plan", "measures")))
        year = made.day.year + 1
        made.points = [
            PointMade(
                "", "主要任务", points=[responsible(dice, made.where, made.matter, form, year) for _ in range(3)]
            ),
            PointMade("", "保障措施", points=[PointMade(task(dice, made.matter), "加强组织领导", run_in=True)]),
        ]
        keys = ("label", "lead", "responsible")
        extra = {
            "units": made.points_truth(keys),
            "responsibilities": made.points_truth(("label", "responsibilities")),
            "deadlines": made.points_truth(("label", "deadline")),
        }
        return whole(dice, name, made, extra=extra)

    return make


def dated(form: str) -> Callable[[Dice, str], Made]:
    """Maker of documents with one form of deadline."""

    def make(dice: Dice, name: str) -> Made:
        made = letter(dice, dice.pick(("opinion", "plan", "notice")))
        made.points = [
            PointMade("", "工作任务", points=[due(dice, made.matter, form, made.day.year + 1) for _ in range(3)]),
            PointMade("", "组织保障", points=[PointMade(task(dice, made.matter), "落实责任", run_in=True)]),
        ]
        return whole(dice, name, made, extra={"deadlines": made.points_truth(("label", "deadline"))})

    return make


def binding(dice: Dice, name: str) -> Made:
    """Points with 要, 应当, 不得, 可以."""
    made = letter(dice, "notice")
    made.points = [bound(dice, made.where, made.matter) for _ in range(5)]
    return whole(dice, name, made, extra={"norms": made.points_truth(("label", "norms"))})


def replied(form: str) -> Callable[[Dice, str], Made]:
    """Maker of letters without points: replies, requests, letters."""

    def make(dice: Dice, name: str) -> Made:
        where = region(dice, "市")
        matter, day = dice.pick(MATTERS), dice.day()
        below = region(dice, "县")
        asked = f"关于批准{matter}专项规划的请示"
        number = f"{below.stem[0]}政〔{day.year}〕{dice.randint(2, 60)}号"
        extra: dict[str, Json] = {}
        if form == "reply":
            made = Letter(
                where,
                matter,
                "reply",
                f"{where.government}关于{below.name}{matter}专项规划的批复",
                [where.government],
                day,
            )
            made.addressees, made.number = [below.government], number_of(dice, where, day)
            made.opening = f"你县《{asked}》（{number}）收悉。现批复如下：\n同意你县编制的{matter}专项规划。规划实施情况由{where.short('财政局')}会同有关部门评估。"
            extra = {"relation": {"relation": {"action": "replies", "title": asked}}}
        elif form == "letter":
            unit = offices(dice, where, 1)[0]
            made = Letter(
                where,
                matter,
                "letter",
                f"{where.government}办公室关于同意举办{matter}展示活动的复函",
                [where.government + "办公室"],
                day,
            )
            made.addressees, made.number = [unit], number_of(dice, where, day, True)
            made.opening = f"你单位《关于举办{matter}展示活动的请示》收悉。经市政府同意，现函复如下：\n同意于{day.year}年11月举办{matter}展示活动。活动经费由市财政统筹解决。"
            extra = {"relation": {"relation": {"action": "replies", "title": f"关于举办{matter}展示活动的请示"}}}
        elif form == "request":
            made = Letter(below, matter, "request", f"{below.government}{asked}", [below.government], day)
            made.addressees, made.number = [where.government], number
            made.opening = f"我县{matter}专项规划编制工作已经完成，现将规划文本报上。\n妥否，请批示。"
        else:
            made = Letter(
                below, matter, "report", f"{below.government}关于{matter}工作情况的报告", [below.government], day
            )
            made.addressees, made.number = [where.government], number
            made.opening = f"现将我县{matter}工作情况报告如下。\n全年共检查场所{dice.randint(20, 300)}处，问题均已整改。\n特此报告。"
        made.date_style = dice.pick(("arabic", "chinese"))
        return whole(dice, name, made, extra=extra)

    return make


def joint(dice: Dice, name: str) -> Made:
    """Several issuers on one line of the signature."""
    made = letter(dice, "notice", region(dice, "市"), depth=1)
    made.issuers = [
        f"{made.where.name}{trade}"
        for trade in dice.sample(("财政局", "教育局", "水务局", "公安局", "民政局"), dice.randint(2, 3))
    ]
    made.title = f"{'、'.join(made.issuers)}关于做好{made.matter}工作的通知"
    made.number = f"{made.where.stem[0]}财发〔{made.day.year}〕{dice.randint(2, 60)}号"
    made.joint_line = dice.chance()
    return whole(dice, name, made)


def copied(dice: Dice, name: str) -> Made:
    """Copies, a note and an annex that is only listed."""
    made = letter(dice, "notice", depth=1)
    level = made.where.level
    made.copies = dice.some(
        (f"{level}委各部门", f"{level}人大常委会办公室", f"{level}政协办公室", f"{level}法院", f"{level}检察院"), 1, 4
    )
    made.annexes = [f"{made.matter}{what}" for what in dice.some(("任务分工表", "工作台账", "情况统计表"), 1, 3)]
    made.note = True
    return whole(dice, name, made)


def contacted(dice: Dice, name: str) -> Made:
    """A contact line between letter and signature."""
    made = letter(dice, "notice", depth=1)
    made.contact = f"联系人：{person(dice)}，联系电话：0710-{dice.randint(1000000, 9999999)}"
    made.note = dice.chance()
    found = whole(dice, name, made)
    del found.truth["letter"]  # the contract leaves open whether the contact line is closing or the last point's text
    points = made.points_truth(STRUCTURE)
    points["points"][-1].pop("text")
    return Made(name, found.text, found.truth | {"points": points}, found.kind)


def issuing(form: str) -> Callable[[Dice, str], Made]:
    """Maker of notices that issue, forward or approve a document, which stands behind the signature."""

    def make(dice: Dice, name: str) -> Made:
        where = region(dice, dice.pick(("市", "县")))
        made = letter(dice, "notice", where)
        verb, action = {"forwards": ("转发", "forwards"), "approves": ("批转", "approves")}.get(
            form, ("印发", "issues")
        )
        extra: dict[str, Json] = {}
        if form == "rules":
            statute = statute_body.new_statute(dice, dice.pick(("办法", "规定", "实施细则")), where)
            statute.add(statute_body.purpose(dice, statute))
            statute_body.fill(dice, statute, dice.randint(3, 6))
            statute.add(statute_body.effect(statute, statute_body.later(dice, made.day)))
            title, lines = statute.title, [statute.title, *statute.body()]
            inside: Json = {"kind": "decision", "title": title, **statute.truth()["articles"]}
        else:
            word = dice.pick(("工作方案", "实施方案", "三年行动计划"))
            title = f"{where.name}{made.matter}{word}" if form == "plan" else f"关于加强{made.matter}工作的意见"
            points = tree(dice, made.matter, 2)
            opening = (
                f"为推进{made.matter}工作，制定本方案。"
                if form == "plan"
                else f"为加强{made.matter}工作，提出以下意见。"
            )
            lines = [
                title,
                opening,
                *(line for i, point in enumerate(points) for line in point.printed(i + 1, 1, Style())),
            ]
            truth = [point.truth(i + 1, 1, Style(), STRUCTURE) for i, point in enumerate(points)]
            genre = "plan" if form == "plan" else "opinion"
            inside = {"kind": "official_document", "genre": genre, "title": title, "opening": opening, "points": truth}
        shown = dice.pick((f"《{title}》", title))
        made.title = f"{made.issuers[0]}关于{verb}{shown}的通知"
        made.opening = f"《{title}》已经{where.level}政府同意，现{verb}给你们，请认真贯彻执行。"
        made.note = dice.chance()
        extra["relation"] = {"relation": {"action": action, "title": title}}
        extra["attachments"] = {"attachments": [{"title": title, "document": inside}]}
        return whole(dice, name, made, lines, extra)

    return make


def lasting(dice: Dice, name: str) -> Made:
    """A proclamation with its effect, validity and what it repeals."""
    made = letter(dice, dice.pick(("proclamation", "notice")), depth=1)
    own = "本通告" if made.genre == "proclamation" else "本通知"
    day = made.day + datetime.timedelta(days=dice.randint(10, 60))
    years = dice.pick((2, 3, 5))
    old = f"{made.where.government}关于{dice.pick(MATTERS)}管理的通告"
    sentence = dice.pick(
        (
            f"{own}自{date_words(day)}起施行，有效期{years}年。",
            f"{own}自{date_words(day)}起施行，有效期{years}年。《{old}》同时废止。",
        )
    )
    made.points.append(PointMade(sentence))
    extra: dict[str, Json] = {
        "validity": {"effective_on": day.isoformat(), "effective_rule": "on_date", "validity": Part(f"{years}年")},
        "repealed": {"repealed": [{"title": old}] if old in sentence else []},
    }
    return whole(dice, name, made, extra=extra)


def commenting(dice: Dice, name: str) -> Made:
    """A draft for comments with its letter."""
    where = region(dice, "市")
    trade = dice.pick(("农业农村局", "水务局", "教育局", "民政局"))
    matter, day = dice.pick(MATTERS), dice.day(2015, 2024)
    until = day + datetime.timedelta(days=dice.randint(15, 40))
    draft = f"{where.name}{matter}管理办法（征求意见稿）"
    made = Letter(where, matter, "announcement", f"关于《{draft}》公开征求意见的公告", [where.office(trade)], day)
    made.opening = f"我局起草了《{draft}》，现向社会公开征求意见，意见请于{date_words(until)}前反馈。"
    statute = statute_body.new_statute(dice, "办法", where)
    statute.title, statute.scene.matter = draft, matter
    statute.add(statute_body.purpose(dice, statute))
    statute_body.fill(dice, statute, 3)
    inside: Json = {"kind": "decision", "draft": True, **statute.truth()["articles"]}
    extra: dict[str, Json] = {
        "comments": {"comments_until": until.isoformat()},
        "attachments": {"attachments": [{"document": inside}]},
    }
    return whole(dice, name, made, [draft, *statute.body()], extra)


def minuted(dice: Dice, name: str) -> Made:
    """Minutes of a meeting of a government."""
    where = region(dice, dice.pick(("市", "县")))
    matter, day = dice.pick(MATTERS), dice.day()
    issuer = where.government
    made = Letter(where, matter, "minutes", f"{where.government}关于研究{matter}问题的专题会议纪要", [issuer], day)
    made.number = f"{where.stem[0]}政纪〔{day.year}〕{dice.randint(2, 60)}号"
    held = day - datetime.timedelta(days=dice.randint(1, 6))
    made.opening = f"{date_words(held)}，副{where.level}长{person(dice)}主持召开专题会议，研究{matter}问题。纪要如下："
    made.points = [
        PointMade(f"会议同意{matter}设施改造方案，由{unit}组织实施。")
        for unit in offices(dice, where, dice.randint(2, 4))
    ]
    return whole(dice, name, made)


def newsy(dice: Dice, name: str) -> Made:
    """Words of news in the body of a document."""
    made = letter(dice, "opinion", depth=2)
    host = made.points[0].points[0]
    host.heading = host.heading or "完善工作机制"  # else the first sentence of two would be one
    host.text += dice.pick(
        ("组织召开新闻发布会，公布工作进展。", "接受新闻记者采访，回应社会关切。", "据介绍信办理登记，留存相关资料。")
    )
    return whole(dice, name, made)


def numbered_first(dice: Dice, name: str) -> Made:
    """The number stands above the title."""
    made = letter(dice, "notice", depth=1)
    lines = made.lines()
    lines[0], lines[1] = lines[1], lines[0]
    return Made(name, dice.pick(("\n", "\n\n")).join(lines) + "\n", made.truth(), "official_document")


CONSTRUCTS: dict[str, Callable[[Dice, str], Made]] = {
    **{f"genre: {genre}": of_genre(genre) for genre in GENRES},
    **{f"genre: {form}": replied(form) for form in ("reply", "letter", "request", "report", "bill")},
    "genre: minutes": minuted,
    "genre: appointments": appointing,
    "points: one level": deep(1),
    "points: two levels": deep(2),
    "points: three levels": deep(3),
    "points: four levels": deep(4),
    "points: four levels with circles": deep(4, Style(circles=True)),
    "points: from the second level": deep(2, Style(start=1)),
    "points: with digits": deep(1, Style(start=2)),
    "points: with digits and 、": deep(1, Style(start=2, stop="、")),
    "points: in the line": in_line,
    "points: paragraphs": paragraphs,
    "closing": closed,
    **{f"responsible: {form}": naming(form) for form in RESPONSIBILITIES},
    **{f"deadline: {form}": dated(form) for form in DEADLINES},
    "norms": binding,
    "joint issuers": joint,
    "copies and annexes": copied,
    "contact line": contacted,
    **{f"attachment: {form}": issuing(form) for form in ("rules", "plan", "forwards", "approves")},
    "members": membered,
    "validity": lasting,
    "draft for comments": commenting,
    "words of news": newsy,
    "number above the title": numbered_first,
    **OFFICIAL_FORMS,
}
"""Makers by the name of the construct that they show."""


ASKED = {
    "genre": ("head", "signature", "letter", "relation", "appointments"),
    "points": ("points",),
    "closing": ("letter", "points"),
    "responsible": ("units", "responsibilities", "deadlines", "points"),
    "deadline": ("deadlines", "points"),
    "norms": ("norms",),
    "joint issuers": ("head", "signature"),
    "copies and annexes": ("copies", "annexes", "signature"),
    "contact line": ("signature", "points"),
    "attachment": ("relation", "attachments", "letter"),
    "members": ("members", "letter"),
    "validity": ("validity", "repealed"),
    "draft for comments": ("comments", "attachments"),
    "words of news": ("points",),
    "number above the title": ("head",),
    **FORMS_ASKED,
}
"""Facets of a construct beside its kind, by the first part of its name."""


def make(construct: str, seed: int) -> Made:
    """The official document of one construct and seed."""
    name = f"official/{construct}/{seed}"
    made = CONSTRUCTS[construct](Dice(name), name)
    asked = ("kind", *ASKED[construct.split(":")[0]])
    return replace(made, truth={facet: made.truth[facet] for facet in made.truth if facet in asked})
