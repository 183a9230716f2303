"""Makes official documents that name persons: appointments and removals, members of a group."""

from generators.common import Dice, Made, offices, person, persons, region
from generators.letters import Letter, addressed, letter, number_of, whole


def appointing(dice: Dice, name: str) -> Made:
    """Appointments and removals."""
    where = region(dice, dice.pick(("市", "县")))
    day = dice.day()
    made = Letter(
        where, "", "appointments", f"{where.government}关于{person(dice)}等任免职务的通知", [where.government], day
    )
    made.number, made.addressees = number_of(dice, where, day), addressed(dice, where)
    names = persons(dice, 5)
    made.title = f"{where.government}关于{names[0]}等任免职务的通知"
    trades = dice.sample(("财政局", "教育局", "水务局", "公安局", "民政局", "司法局"), 5)
    duties = [f"{where.level}{trade}{dice.pick(('局长', '副局长', '四级调研员'))}" for trade in trades]
    sentences = [f"任命{n}为{d}；" for n, d in zip(names[:3], duties[:3], strict=True)]
    removed = [f"免去{n}的{d}职务；" for n, d in zip(names[3:], duties[3:], strict=True)]
    made.opening = "\n".join(
        [f"经研究，{where.level}政府决定：", *sentences, *removed[:-1], removed[-1].replace("；", "。")]
    )
    found = [
        {"action": "appoint" if i < 3 else "remove", "name": n, "office": d}
        for i, (n, d) in enumerate(zip(names, duties, strict=True))
    ]
    document = whole(dice, name, made, extra={"appointments": {"appointments": found}})
    del document.truth["letter"]
    return document


def membered(dice: Dice, name: str) -> Made:
    """A list of members with their roles."""
    where = region(dice, dice.pick(("市", "县")))
    made = letter(dice, "notice", where)
    group = f"{where.level}{made.matter}工作领导小组"
    made.title = f"{made.issuers[0]}关于成立{group}的通知"
    first = f"{where.level}政府决定成立{group}，组成人员如下："
    names = persons(dice, 5)
    wide = [name[0] + "　" + name[1] if len(name) == 2 else name for name in names]
    positions = [
        f"{where.level}长",
        f"副{where.level}长",
        *(where.level + trade + "局长" for trade in dice.sample(("财政局", "教育局", "水务局", "公安局"), 3)),
    ]
    roles = ["组长", "副组长", "成员", "成员", "成员"]
    heads = ["组　长：", "副组长：", "成　员：", "　　　　", "　　　　"]
    rows = [f"{head}{name}　{position}" for head, name, position in zip(heads, wide, positions, strict=True)]
    made.opening = "\n".join([first, *rows])
    tail = f"领导小组办公室设在{offices(dice, where, 1)[0]}。"
    made.closing = tail
    found = [{"role": r, "name": n, "position": p} for r, n, p in zip(roles, names, positions, strict=True)]
    document = whole(dice, name, made, extra={"members": {"members": found}})
    document.truth["letter"] = {"opening": first, "closing": tail}
    return document
