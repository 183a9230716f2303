"""Makes statutes with what stands around the articles: notes, letters of promulgation, clauses of effect and repeal, annexes, drafts."""

import datetime
from collections.abc import Callable

from generators.common import MATTERS, Dice, Json, Made, Part, Region, chinese, date_words, person, region
from generators.provisions import Scene, Sentence, duty, permission, prohibition
from generators.statute_body import (
    Statute,
    effect,
    fill,
    finished,
    later,
    new_statute,
    printed,
    purpose,
    session,
    simple,
)


def noted(form: str) -> Callable[[Dice, str], Made]:
    """Maker of statutes with one form of note (题注)."""

    def make(dice: Dice, name: str) -> Made:
        statute, _, truth = simple(dice, "条例")
        fill(dice, statute, 4)
        where = statute.scene.where
        style = {"chinese dates": "chinese", "round zeros": "circle"}.get(form, "arabic")
        days = [dice.day(1996, 2003)]
        for _ in range(2):
            days.append(later(dice, days[-1], 400, 2500))
        meetings = [session(dice, where) for _ in days]
        adopted, second, third = (date_words(day, style) + meeting for day, meeting in zip(days, meetings, strict=True))
        above = where.above or Region("江南省", "省")
        approved_on = later(dice, days[0])
        approved = date_words(approved_on) + session(dice, above) + "批准"
        amending = f"《关于修改〈{statute.title}〉的决定》修正"
        events = [("adopted", days[0])]
        note: list[str]
        if form == "approved":
            note = [f"（{adopted}通过　{approved}）"]
            events.append(("approved", approved_on))
        elif form == "amended":
            note = [f"（{adopted}通过　根据{second}{amending}）"]
            events.append(("amended", days[1]))
        elif form == "amended twice":
            once, again = (amending.replace("修正", f"第{n}次修正") for n in "一二")
            note = [f"（{adopted}通过　根据{second}{once}　根据{third}{again}）"]
            events += [("amended", days[1]), ("amended", days[2])]
        elif form == "revised":
            note = [f"（{adopted}通过　{second}修订）"]
            events.append(("revised", days[1]))
        elif form == "over two lines":
            cut = len(date_words(days[0])) + dice.randint(5, 12)
            note = [f"（{adopted[:cut]}", f"{adopted[cut:]}通过）"]
        elif form == "bare line":
            note = [f"{adopted}通过"]
        elif form == "bare lines":
            note = [f"{adopted}通过", f"根据{second}{amending}"]
            events.append(("amended", days[1]))
        elif form == "doubled brackets":
            note = [f"（（{adopted}通过））"]
        elif form == "lines in one bracket":
            note = [f"（{adopted}通过", f"根据{second}{amending}）"]
            events.append(("amended", days[1]))
        else:
            note = [f"（{adopted}通过）"]
        truth["particulars"] = {"issuer": where.committee, "adopted_on": days[0].isoformat(), "adopted_by": meetings[0]}
        truth["history"] = {"history": [{"action": action, "on": day.isoformat()} for action, day in events]}
        return finished(dice, name, statute, [statute.title, *note], truth)

    return make


NOTES = (
    "in brackets",
    "chinese dates",
    "round zeros",
    "approved",
    "amended",
    "amended twice",
    "revised",
    "over two lines",
    "bare line",
    "bare lines",
    "doubled brackets",
    "lines in one bracket",
)


def ordered(form: str) -> Callable[[Dice, str], Made]:
    """Maker of statutes with the order or announcement that promulgates them in front."""

    def make(dice: Dice, name: str) -> Made:
        word = {"announcement": "条例", "presidential order": "法", "state council order": "条例"}.get(
            form
        ) or dice.pick(("办法", "规定", "细则"))
        where = region(dice, dice.pick(("省", "市")))
        statute = new_statute(dice, word, where)
        if form == "state council order":
            statute.title = statute.scene.matter + "管理条例"
        statute.add(purpose(dice, statute))
        fill(dice, statute, 4)
        adopted = dice.day()
        promulgated, effective = later(dice, adopted, 1, 20), later(dice, adopted, 30, 200)
        number = dice.randint(2, 300)
        label = dice.pick((f"第{number}号", f"第{chinese(number)}号"))
        names: tuple[str, str, str]
        if form == "order":
            meeting, role = (
                f"{where.government}第{dice.randint(2, 99)}次常务会议",
                {"省": "省长", "市": "市长"}[where.level],
            )
            names = (where.government + "令", where.government, f"{role}　{person(dice)}")
        elif form == "announcement":
            meeting = session(dice, where)
            names = (where.committee + "公告", where.committee, where.committee)
        elif form == "state council order":
            meeting = f"国务院第{dice.randint(2, 99)}次常务会议"
            names = ("中华人民共和国国务院令", Part("国务院"), f"总理　{person(dice)}")
        else:
            meeting = f"中华人民共和国第十{dice.pick('一二三四')}届全国人民代表大会常务委员会第{chinese(dice.randint(2, 40))}次会议"
            names = ("中华人民共和国主席令", Part("全国人民代表大会常务委员会"), f"中华人民共和国主席　{person(dice)}")
        verb = dice.pick(("经{d}{m}", "由{m}于{d}"))
        letter = f"《{statute.title}》已{verb.format(d=date_words(adopted), m=meeting)}通过，现予公布，自{date_words(effective)}起施行。"
        sign = [names[2], date_words(promulgated)]
        statute.add(effect(statute, effective))
        truth: dict[str, Json] = {
            "title": {"kind": "decision", "title": statute.title},
            "particulars": {
                "issuer": names[1],
                "adopted_on": adopted.isoformat(),
                "adopted_by": meeting,
                "promulgated_on": promulgated.isoformat(),
                "notice_label": label,
                "notice_number": number,
            },
            "effect": {"effective_on": effective.isoformat(), "effective_rule": "on_date"},
        }
        head = [names[0], label, letter, *sign, statute.title]
        return Made(name, printed(statute, dice, head), truth | statute.truth(), "decision")

    return make


def closing(form: str) -> Callable[[Dice, str], Made]:
    """Maker of statutes with one form of effect and repeal."""

    def make(dice: Dice, name: str) -> Made:
        statute, head, truth = simple(dice, "条例")
        fill(dice, statute, 4)
        where, own = statute.scene.where, statute.scene.own
        old = [f"{where.name}{matter}管理{dice.pick(('条例', '办法', '规定'))}" for matter in dice.sample(MATTERS, 2)]
        day = later(dice, datetime.date.fromisoformat(truth["particulars"]["adopted_on"]), 10, 300)
        issued = dice.day(1986, 2003)
        starts = f"{own}自{date_words(day)}起施行。"
        repealed: list[str] = []
        if form == "repealed after it":
            text, repealed = f"{starts}《{old[0]}》同时废止。", old[:1]
        elif form == "repealed with its day":
            text, repealed = f"{starts}{date_words(issued)}{where.committee}通过的《{old[0]}》同时废止。", old[:1]
        elif form == "two repealed":
            text, repealed = f"{starts}《{old[0]}》和《{old[1]}》同时废止。", old
        elif form == "repealed with number":
            text, repealed = (
                f"{starts}《{old[0]}》（{where.stem}政发〔{issued.year}〕{dice.randint(2, 90)}号）同时废止。",
                old[:1],
            )
        elif form == "on promulgation":
            text = f"{own}自{dice.pick(('公布', '发布'))}之日起施行。"
        else:
            text = starts
        statute.add(Sentence(text))
        truth["repealed"] = {"repealed": [{"title": title} for title in repealed]}
        rule = "on_promulgation" if form == "on promulgation" else "on_date"
        truth["effect"] = {"effective_rule": rule} | ({"effective_on": day.isoformat()} if rule == "on_date" else {})
        facets = statute.truth()
        del facets["citations"]
        return Made(name, printed(statute, dice, head), truth | facets, "decision")

    return make


CLOSINGS = (
    "on a day",
    "on promulgation",
    "repealed after it",
    "repealed with its day",
    "two repealed",
    "repealed with number",
)


def annexed(form: str) -> Callable[[Dice, str], Made]:
    """Maker of statutes with annexes."""

    def make(dice: Dice, name: str) -> Made:
        statute, head, truth = simple(dice, "办法")
        fill(dice, statute, 3)
        day = later(dice, datetime.date.fromisoformat(truth["particulars"]["adopted_on"]), 10, 300)
        statute.add(effect(statute, day))
        titles = [
            f"{statute.scene.matter}{what}" for what in dice.sample(("收费标准", "设施目录", "登记表", "服务规范"), 2)
        ]
        texts = [
            [
                f"{i + 1}．{task}"
                for i, task in enumerate(dice.sample(("一类设施", "二类设施", "三类设施", "其他设施"), 3))
            ]
            for _ in titles
        ]
        if form == "one annex":
            annexes = [("附件", titles[0], texts[0])]
        elif form == "two annexes":
            annexes = [(f"附件{i + 1}", title, text) for i, (title, text) in enumerate(zip(titles, texts, strict=True))]
        else:
            annexes = [("附表", titles[0], texts[0])]
        tail = [line for label, title, text in annexes for line in (label, title, *text)]
        truth["annexes"] = {
            "annexes": [{"label": label, "title": title, "text": "\n".join(text)} for label, title, text in annexes]
        }
        return Made(name, printed(statute, dice, head, tail), truth | statute.truth(), "decision")

    return make


def decided(form: str) -> Callable[[Dice, str], Made]:
    """Maker of decisions and resolutions: points 一、二、三, a preamble, a signature."""

    def make(dice: Dice, name: str) -> Made:
        where = region(dice, dice.pick(("省", "市")))
        statute = new_statute(dice, "决定", where)
        matter = statute.scene.matter
        day, meeting = dice.day(), session(dice, where)
        title = f"{where.committee}关于加强{matter}工作的{'决议' if form == 'resolution' else '决定'}"
        statute.title = title
        truth: dict[str, Json] = {
            "title": {
                "kind": "decision",
                "title": title,
                "instrument": "resolution" if form == "resolution" else "decision",
            },
            "particulars": {"issuer": where.committee, "adopted_on": day.isoformat(), "adopted_by": meeting},
        }
        head = [title, f"（{date_words(day)}{meeting}通过）"]
        if form == "resolution":
            text = [
                f"{meeting}听取和审议了{where.government}关于{matter}工作情况的报告。",
                "会议对报告予以肯定，决定批准这个报告。",
            ]
            truth["articles"] = {"articles": []}
            return Made(name, "\n".join([*head, *text]) + "\n", truth, "decision")
        statute.preamble = (
            f"为了加强{matter}工作，保障公众利益，根据有关法律、行政法规，结合{where.level}情，作如下决定："
        )
        for _ in range(dice.randint(3, 8)):
            statute.add(
                *(dice.pick((duty, prohibition, permission))(dice, statute.scene) for _ in range(dice.pick((1, 1, 2))))
            )
        effective = later(dice, day, 10, 100)
        statute.add(effect(statute, effective))
        for article in statute.articles:
            article.label_as_point = True
        truth["effect"] = {"effective_on": effective.isoformat(), "effective_rule": "on_date"}
        return Made(name, printed(statute, dice, head), truth | statute.truth(), "decision")

    return make


def interpreted(dice: Dice, name: str) -> Made:
    """A judicial interpretation with its number, preamble and note."""
    statute = Statute(Scene(Region("江南省", "省"), "合同", "本解释"), "", "解释")
    matter = dice.pick(("房屋租赁合同", "植物新品种", "道路交通事故损害赔偿", "物业服务", "网络消费", "劳动争议"))
    statute.title = f"最高人民法院关于审理{matter}纠纷案件适用法律若干问题的解释"
    adopted = dice.day()
    effective = later(dice, adopted)
    number = f"法释〔{adopted.year}〕{dice.randint(1, 25)}号"
    meeting = f"最高人民法院审判委员会第{dice.randint(1200, 1950)}次会议"
    statute.preamble = (
        f"为正确审理{matter}纠纷案件，根据《中华人民共和国民法典》等法律的规定，结合审判实践，制定本解释。"
    )
    for _ in range(dice.randint(3, 7)):
        action = dice.pick(("支持", "准许", "认定合同无效", "告知当事人变更诉讼请求", "依法追加当事人"))
        when = dice.pick(("当事人请求解除合同的", "一方请求赔偿损失的", "当事人主张权利的"))
        found: Json = {
            "modality": "obligation",
            "marker": "应当",
            "bearer": "人民法院",
            "bearers": ["人民法院"],
            "action": action,
            "condition": Part(when),
        }
        statute.add(Sentence(f"{when}，人民法院应当{action}。", [found]))
    statute.add(effect(statute, effective))
    truth: dict[str, Json] = {
        "title": {"kind": "decision", "title": statute.title, "instrument": "interpretation"},
        "particulars": {"issuer": "最高人民法院", "adopted_on": adopted.isoformat(), "document_number": number},
        "effect": {"effective_on": effective.isoformat(), "effective_rule": "on_date"},
        "level": {"level": "judicial_interpretation"},
    }
    note = f"（{date_words(adopted)}{meeting}通过，自{date_words(effective)}起施行）"
    return Made(name, printed(statute, dice, [statute.title, note, number]), truth | statute.truth(), "decision")


def drafted(dice: Dice, name: str) -> Made:
    """A statute that is out for comments."""
    statute = new_statute(dice, "条例", region(dice, "市"))
    statute.add(purpose(dice, statute))
    fill(dice, statute, 5)
    statute.title += "（征求意见稿）"
    day = dice.day(2025, 2026)
    statute.add(effect(statute, day))
    truth: dict[str, Json] = {"title": {"kind": "decision", "title": statute.title}, "draft": {"draft": True}}
    return Made(name, printed(statute, dice, [statute.title]), truth | statute.truth(), "decision")
