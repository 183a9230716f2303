"""Makes official documents with what stands beside letter and points: tables, labels of the page, numbers, meetings, lists of persons."""

import datetime
from collections.abc import Callable

from generators.common import MATTERS, Dice, Json, Made, Part, date_words, offices, persons, region
from generators.letters import Letter, letter, number_of, whole
from generators.points import TASKS, PointMade, Style, deadline_day, tree


def task_table(dice: Dice, name: str) -> Made:
    """A table of tasks behind the letter: each row is a point."""
    made = letter(dice, "notice")
    made.opening = f"现将{made.matter}重点任务分工印发给你们，请抓好落实。"
    rows, truth = ["序号\t任务\t牵头单位\t责任单位\t完成时限"], []
    for number, words in enumerate(dice.sample(TASKS, 3), start=1):
        lead, *others = offices(dice, made.where, 3)
        when, day = deadline_day(dice, made.day.year + 1)
        task = words.format(m=made.matter)
        rows.append(f"{number}\t{task}\t{lead}\t{'、'.join(others)}\t{when}")
        truth.append({"text": Part(task), "lead": [lead], "responsible": others, "deadline": {"date": day.isoformat()}})
    found = whole(dice, name, made, ["附件", "重点任务分工表", *rows])
    tasks: Json = {"points": truth}
    return Made(
        name,
        found.text,
        {"kind": found.truth["kind"], "signature": found.truth["signature"], "tasks": tasks},
        found.kind,
    )


def index_table(dice: Dice, name: str) -> Made:
    """The table of a site above the document: index number, subject, issuer, days."""
    made = letter(dice, dice.pick(("notice", "opinion")), depth=1)
    index = f"{dice.randint(100000, 999999)}/{made.day.year}-{dice.randint(10000, 99999)}"
    subject = dice.pick(("城乡建设、环境保护", "农业、林业、水利", "财政、金融、审计", "科技、教育"))
    table = [
        f"索引号：{index}",
        f"主题分类：{subject}",
        f"发文机关：{made.issuers[0]}",
        f"成文日期：{date_words(made.day)}",
        f"发文字号：{made.number}",
        f"发布日期：{date_words(made.day + datetime.timedelta(days=3))}",
    ]
    text = dice.pick(("\n", "\n\n")).join([*table, *made.lines()]) + "\n"
    extra: dict[str, Json] = {"index": {"index_number": index, "subjects": [Part(subject.split("、")[0])]}}
    return Made(name, text, made.truth() | extra, "official_document")


def adopted(dice: Dice, name: str) -> Made:
    """A plan that a meeting adopted, and the notice that issues it."""
    made = letter(dice, "notice", region(dice, dice.pick(("市", "县"))))
    day = made.day - datetime.timedelta(days=dice.randint(5, 30))
    meeting = f"{made.where.level}人民政府第{dice.randint(2, 90)}次常务会议"
    title = f"{made.where.name}{made.matter}工作方案"
    made.title = f"{made.issuers[0]}关于印发{title}的通知"
    made.opening = f"《{title}》已经{date_words(day)}{meeting}审议通过，现印发给你们，请认真组织实施。"
    points = tree(dice, made.matter, 1)
    lines = [
        title,
        f"为做好{made.matter}工作，制定本方案。",
        *(line for i, p in enumerate(points) for line in p.printed(i + 1, 1, Style())),
    ]
    extra: dict[str, Json] = {
        "adoption": {"adopted_on": day.isoformat(), "adopted_by": meeting},
        "relation": {"relation": {"action": "issues", "title": title}},
    }
    return whole(dice, name, made, lines, extra)


def registered(dice: Dice, name: str) -> Made:
    """A normative document with the number of its registration."""
    made = letter(dice, dice.pick(("notice", "measures")), depth=1)
    number = f"{made.where.stem[0]}府规备〔{made.day.year}〕{dice.randint(2, 90)}号"
    lines = made.lines()
    lines.insert(1, f"备案号：{number}")
    return Made(
        name,
        "\n".join(lines) + "\n",
        made.truth() | {"registration": {"registration_number": number}},
        "official_document",
    )


def repealing(dice: Dice, name: str) -> Made:
    """A notice without points that repeals another document."""
    where = region(dice, dice.pick(("市", "县")))
    day, matter = dice.day(), dice.pick(MATTERS)
    old = f"{where.name}{matter}管理暂行办法"
    made = Letter(where, matter, "notice", f"{where.government}关于废止《{old}》的通知", [where.government], day)
    made.number, made.addressees = (
        number_of(dice, where, day),
        ["各乡镇人民政府" if where.level == "县" else "各区人民政府"],
    )
    made.opening = f"经研究，决定废止《{old}》（{where.stem[0]}政发〔{day.year - 6}〕{dice.randint(2, 80)}号）。本通知自印发之日起施行。"
    extra: dict[str, Json] = {
        "relation": {"relation": {"action": "repeals", "title": old}},
        "repealed": {"repealed": [{"title": old}]},
        "effect": {"effective_on": day.isoformat(), "effective_rule": "on_promulgation"},
    }
    return whole(dice, name, made, extra=extra)


def expiring(dice: Dice, name: str) -> Made:
    """A document that holds until a day."""
    made = letter(dice, dice.pick(("measures", "notice")), depth=1)
    own = "本措施" if made.genre == "measures" else "本通知"
    start = made.day + datetime.timedelta(days=dice.randint(5, 40))
    end = datetime.date(start.year + dice.randint(2, 5), 12, 31)
    made.points.append(PointMade(f"{own}自{date_words(start)}起施行，有效期至{date_words(end)}。"))
    extra: dict[str, Json] = {
        "validity": {"effective_on": start.isoformat(), "effective_rule": "on_date", "expires_on": end.isoformat()},
    }
    return whole(dice, name, made, extra=extra)


def two_measures(dice: Dice, name: str) -> Made:
    """A letter that issues two measures, printed one behind the other."""
    made = letter(dice, "notice", region(dice, "市"))
    titles = [f"{matter}管理规定" for matter in dice.sample(MATTERS, 2)]
    made.title = f"{made.issuers[0]}关于印发两个规定的通知"
    made.opening = f"《{titles[0]}》和《{titles[1]}》已经市政府同意，现印发给你们，请遵照执行。"
    lines, inside = [], []
    for title in titles:
        points = tree(dice, title[:-4], 1)
        opening = f"为规范{title[:-4]}工作，制定以下规定。"
        lines += [
            title,
            opening,
            *(line for i, point in enumerate(points) for line in point.printed(i + 1, 1, Style())),
        ]
        inside.append({"title": title})
    return whole(dice, name, made, lines, {"attachments": {"attachments": inside}})


def congress_list(dice: Dice, name: str) -> Made:
    """A list of appointments and removals of a standing committee, with its note."""
    where = region(dice, "县")
    day = dice.day()
    meeting = f"{where.name}第十七届人民代表大会常务委员会第{dice.randint(2, 40)}次会议"
    names = persons(dice, 4)
    held = [f"{where.name}{trade}局长" for trade in dice.sample(("教育局", "水利局", "财政局", "公安局", "民政局"), 4)]
    lines = [f"{where.committee}任免名单", f"（{date_words(day)}{meeting}通过）", "一、决定任命："]
    lines += [f"{n}为{o}{mark}" for n, o, mark in zip(names[:2], held[:2], "；。", strict=True)]
    lines += [
        "二、决定免去：",
        *(f"{n}的{o}职务{mark}" for n, o, mark in zip(names[2:], held[2:], "；。", strict=True)),
    ]
    found = [
        {"action": "appoint" if i < 2 else "remove", "name": n, "office": o}
        for i, (n, o) in enumerate(zip(names, held, strict=True))
    ]
    truth: dict[str, Json] = {
        "kind": {"kind": "official_document", "genre": "appointments", "title": lines[0]},
        "appointments": {"appointments": found},
        "adoption": {"adopted_on": day.isoformat(), "adopted_by": meeting},
    }
    return Made(name, "\n".join(lines) + "\n", truth, "official_document")


OFFICIAL_FORMS: dict[str, Callable[[Dice, str], Made]] = {
    "task table": task_table,
    "index table": index_table,
    "adopted by a meeting": adopted,
    "registration number": registered,
    "repealing notice": repealing,
    "until a day": expiring,
    "two measures": two_measures,
    "list of a congress": congress_list,
}
"""Makers by the name of the construct that they show."""

FORMS_ASKED = {
    "task table": ("tasks", "signature"),
    "index table": ("index", "head", "signature", "points"),
    "adopted by a meeting": ("adoption", "relation"),
    "registration number": ("registration", "head"),
    "repealing notice": ("relation", "repealed", "effect"),
    "until a day": ("validity",),
    "two measures": ("attachments",),
    "list of a congress": ("appointments", "adoption"),
}
"""Facets of a construct beside its kind."""
