"""Makes statutes and decisions, with every construct and label of the contract, each by name and seed."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from generators.common import MATTERS, Dice, Json, Made, Page, Part, Region, chinese, date_words, person, region
from generators.provisions import (
    BEFORE,
    CITATIONS,
    DUTIES,
    LAWS,
    NORMS,
    SANCTIONS,
    Place,
    Scene,
    Sentence,
    cites,
    definition,
    duty,
    filled,
    listed,
    permission,
    plain,
    prohibition,
    punishes,
)

UNITS = {"part": "编", "subpart": "分编", "chapter": "章", "section": "节"}
TITLES = {
    "part": ("总则", "规划与建设", "服务与管理", "责任与附则"),
    "subpart": ("通则", "专项规定"),
    "chapter": ("总则", "规划和建设", "经营和服务", "监督检查", "法律责任", "附则"),
    "section": ("一般规定", "特别规定", "登记"),
}
HEADINGS = (
    "立法目的",
    "适用范围",
    "管理原则",
    "部门职责",
    "信息公开",
    "安全要求",
    "经费保障",
    "监督检查",
    "社会参与",
    "责任追究",
    "施行日期",
    "登记程序",
    "收费公示",
    "名词含义",
)
WHO_MUST_WHAT = ("modality", "marker", "bearer", "action")
"""Fields of a norm since version 1.0 of the contract; the others are new."""

ITEM_LABELS: dict[str, Callable[[int], str]] = {
    "items": lambda n: f"（{chinese(n)}）",
    "items in half-width brackets": lambda n: f"({chinese(n)})",
    "items in one sign": lambda n: "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"[n - 1],
    "items in digits": lambda n: f"（{n}）",
}
SUBITEM_LABELS: dict[str, Callable[[int], str]] = {
    "subitems": lambda n: f"{n}.",
    "subitems with a wide stop": lambda n: f"{n}．",
    "subitems in one sign": lambda n: "⒈⒉⒊⒋⒌⒍⒎⒏⒐"[n - 1],
}


@dataclass
class Article:
    """An article: its number, what heads it, its paragraphs."""

    number: int
    paragraphs: list[Sentence]
    suffix: int | None = None
    heading: str | None = None
    division: int | None = None
    label_as_point: bool = False

    @property
    def label(self) -> str:
        """第十二条, 第十二条之一, or 一."""
        if self.label_as_point:
            return chinese(self.number)
        return f"第{chinese(self.number)}条" + (f"之{chinese(self.suffix)}" if self.suffix else "")


@dataclass
class Division:
    """A part, subpart, chapter or section."""

    kind: str
    number: int
    title: str

    @property
    def label(self) -> str:
        """第一章."""
        return f"第{chinese(self.number)}{UNITS[self.kind]}"


@dataclass
class Statute:
    """A statute before it is printed."""

    scene: Scene
    title: str
    instrument: str
    divisions: list[Division] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    preamble: str | None = None
    item_label: Callable[[int], str] = ITEM_LABELS["items"]
    subitem_label: Callable[[int], str] = SUBITEM_LABELS["subitems"]
    heading_form: str = "【{}】"

    def add(self, *paragraphs: Sentence | None) -> Article | None:
        """Adds an article with the next number; nothing where a paragraph could not be made."""
        made = [paragraph for paragraph in paragraphs if paragraph is not None]
        if not made:
            return None
        last = self.articles[-1].number if self.articles else 0
        article = Article(last + 1, made, division=len(self.divisions) - 1 if self.divisions else None)
        self.articles.append(article)
        self.scene.places.append(Place(article.label, len(made), len(made[0].items)))
        return article

    # ------------------------------------------------------------------ print

    def body(self, gap: str = "　") -> list[str]:
        """The lines from the preamble to the last article.

        Args:
            gap: what stands between a label and its text.
        """
        lines = [self.preamble] if self.preamble else []
        shown = -1
        for article in self.articles:
            while article.division is not None and shown < article.division:
                shown += 1
                lines.append(f"{self.divisions[shown].label}{gap}{self.divisions[shown].title}")
            lines += self.article_lines(article, gap)
        return lines

    def article_lines(self, article: Article, gap: str = "　") -> list[str]:
        """The lines of one article."""
        first, *rest = article.paragraphs
        if article.label_as_point:
            head = f"{article.label}、{first.text}"
        elif article.heading and self.heading_form.endswith("\n"):
            head = f"{article.label}{self.heading_form.strip().format(article.heading)}"
            return [head, *self.paragraph_lines(first), *(line for p in rest for line in self.paragraph_lines(p))]
        elif article.heading:
            head = f"{article.label}{gap}{self.heading_form.format(article.heading)}{first.text}"
        else:
            head = f"{article.label}{gap}{first.text}"
        return [head, *self.paragraph_lines(first)[1:], *(line for p in rest for line in self.paragraph_lines(p))]

    def paragraph_lines(self, paragraph: Sentence) -> list[str]:
        """A paragraph with its items and subitems, a line each."""
        lines = [paragraph.text]
        for i, item in enumerate(paragraph.items):
            lines.append(self.item_label(i + 1) + item.text)
            lines += [self.subitem_label(j + 1) + below.text for j, below in enumerate(item.items)]
        return lines

    def contents(self) -> list[str]:
        """A table of contents."""
        return ["目　　录", *(f"{division.label}　{division.title}" for division in self.divisions)]

    # ------------------------------------------------------------------ truth

    def truth(self) -> dict[str, Json]:
        """What is in the body, facet by facet."""
        return {
            "divisions": {
                "divisions": [
                    {"kind": d.kind, "label": d.label, "number": d.number, "title": d.title} for d in self.divisions
                ]
            },
            "articles": {
                "preamble": self.preamble,
                "articles": [self.article_truth(article) for article in self.articles],
            },
            "norms": {"articles": [self.norms(i, article, WHO_MUST_WHAT) for i, article in enumerate(self.articles)]},
            "bearers": {"articles": [self.norms(i, article, ("bearers",)) for i, article in enumerate(self.articles)]},
            "conditions": {
                "articles": [self.norms(i, article, ("condition",)) for i, article in enumerate(self.articles)]
            },
            "pointers": {
                "articles": [self.norms(i, article, ("pointer", "items")) for i, article in enumerate(self.articles)]
            },
            "citations": {"articles": [self.citations(article, i) for i, article in enumerate(self.articles)]},
            "sanctions": {"articles": [self.sanctions(i, article) for i, article in enumerate(self.articles)]},
        }

    def article_truth(self, article: Article) -> Json:
        """Label, heading, division and text of an article."""
        return {
            "number": article.number,
            "suffix": article.suffix,
            "label": article.label,
            "heading": article.heading,
            "division": article.division,
            "paragraphs": [self.paragraph_truth(paragraph) for paragraph in article.paragraphs],
        }

    def paragraph_truth(self, paragraph: Sentence) -> Json:
        """Text, items and subitems of a paragraph."""
        return {
            "text": paragraph.text,
            "items": [self.item_truth(item, i, self.item_label) for i, item in enumerate(paragraph.items)],
        }

    def item_truth(self, item: Sentence, index: int, label: Callable[[int], str]) -> Json:
        """Label, number, text and subitems of an item."""
        below = [self.item_truth(one, i, self.subitem_label) for i, one in enumerate(item.items)]
        return {"label": label(index + 1), "number": index + 1, "text": item.text, "items": below}

    def norms(self, index: int, article: Article, keys: tuple[str, ...]) -> Json:
        """The norms of an article; nothing is asked where a reader may see one or not.

        Args:
            index: place of the article in the list.
            article: the article.
            keys: fields of a norm that are asked.
        """
        if not all(paragraph.asks_norms for paragraph in article.paragraphs):
            return {}
        found = []
        for i, paragraph in enumerate(article.paragraphs):
            pointer = f"/articles/{index}/paragraphs/{i}"
            items = [f"{pointer}/items/{j}" for j in range(len(paragraph.items))]
            whole = [{"condition": None} | norm | {"pointer": pointer, "items": items} for norm in paragraph.norms]
            found += [{key: norm[key] for key in keys} for norm in whole]
        return {"norms": found}

    def citations(self, article: Article, index: int) -> Json:
        """The citations of an article."""
        found = []
        for i, paragraph in enumerate(article.paragraphs):
            for citation in paragraph.citations:
                here = {"article": article.label, "paragraph": i} if citation["article"] == BEFORE else {}
                found.append(citation | here)
        return {"citations": found}

    def sanctions(self, index: int, article: Article) -> Json:
        """The sanctions of an article."""
        pointers = [f"/articles/{index}/paragraphs/{i}" for i in range(len(article.paragraphs))]
        return {
            "sanctions": [
                sanction | {"pointer": pointer}
                for pointer, paragraph in zip(pointers, article.paragraphs, strict=True)
                for sanction in paragraph.sanctions
            ]
        }


# ---------------------------------------------------------------------- content


def new_statute(dice: Dice, instrument: str | None = None, where: Region | None = None) -> Statute:
    """An empty statute with its title."""
    where = where or region(dice)
    matter = dice.pick(MATTERS)
    word = instrument or dice.pick(("条例", "办法", "规定"))
    form = "{}管理{}" if word != "法" else "中华人民共和国{}管理{}"
    title = form.format(matter, word)
    if word != "法":
        title = where.name + title
    return Statute(Scene(where, matter, f"本{word}"), title, word)


def purpose(dice: Dice, statute: Statute) -> Sentence:
    """The first article."""
    scene = statute.scene
    law = dice.pick(LAWS)
    text = f"为了规范{scene.matter}活动，根据《{law}》等法律、法规，结合实际，制定{scene.own}。"
    own = {"title": law, "article": None, "paragraph": None, "item": None, "through": None, "target": "external"}
    return Sentence(text, citations=[own])


def effect(statute: Statute, day: datetime.date) -> Sentence:
    """The last article."""
    return Sentence(f"{statute.scene.own}自{date_words(day)}起施行。")


def fill(dice: Dice, statute: Statute, number: int) -> None:
    """Adds articles of one to three paragraphs without lists."""
    makers = (duty, prohibition, permission, plain, definition)
    for _ in range(number):
        statute.add(*(dice.pick(makers)(dice, statute.scene) for _ in range(dice.pick((1, 1, 2, 3)))))


def session(dice: Dice, where: Region) -> str:
    """A session of the standing committee: …第五届人民代表大会常务委员会第二十一次会议."""
    return f"{where.name}第{chinese(dice.randint(5, 19))}届人民代表大会常务委员会第{chinese(dice.randint(2, 45))}次会议"


def later(dice: Dice, day: datetime.date, least: int = 5, most: int = 200) -> datetime.date:
    """A day after another."""
    return day + datetime.timedelta(days=dice.randint(least, most))


def printed(statute: Statute, dice: Dice, head: list[str], tail: list[str] = [], contents: bool = False) -> str:  # noqa: B006
    """The whole text."""
    gap = dice.pick(("　", "　", " ", "  "))
    page = Page()
    page.add(*head)
    if contents:
        page.add(*statute.contents())
    page.add(*statute.body(gap))
    page.add(*tail)
    return page.text(dice.pick(("\n", "\n", "\n\n", "\n　　")))


def simple(dice: Dice, instrument: str | None = None) -> tuple[Statute, list[str], dict[str, Json]]:
    """A local regulation with its first article, head and particulars; the caller adds articles and the last one."""
    statute = new_statute(dice, instrument, region(dice, dice.pick(("省", "市"))))
    day = dice.day()
    meeting = session(dice, statute.scene.where)
    statute.add(purpose(dice, statute))
    truth: dict[str, Json] = {
        "title": {"kind": "decision", "title": statute.title},
        "particulars": {
            "issuer": statute.scene.where.committee,
            "adopted_on": day.isoformat(),
            "adopted_by": meeting,
            "notice_number": None,
        },
    }
    return statute, [statute.title, f"（{date_words(day)}{meeting}通过）"], truth


def finished(
    dice: Dice, name: str, statute: Statute, head: list[str], truth: dict[str, Json], contents: bool = False
) -> Made:
    """Closes a statute with the article on its effect."""
    adopted = truth["particulars"]["adopted_on"]
    day = later(dice, datetime.date.fromisoformat(adopted), 10, 300)
    statute.add(effect(statute, day))
    truth["effect"] = {"effective_on": day.isoformat(), "effective_rule": "on_date"}
    return Made(name, printed(statute, dice, head, contents=contents), truth | statute.truth(), "decision")


# ---------------------------------------------------------------------- constructs


def flat(dice: Dice, name: str) -> Made:
    """Articles without divisions."""
    statute, head, truth = simple(dice)
    fill(dice, statute, dice.randint(4, 12))
    return finished(dice, name, statute, head, truth)


def divided(kinds: tuple[str, ...], contents: bool) -> Callable[[Dice, str], Made]:
    """Maker of statutes with divisions, the outer ones first."""

    def make(dice: Dice, name: str) -> Made:
        statute, head, truth = simple(dice)
        statute.articles.clear()
        statute.scene.places.clear()
        numbers = dict.fromkeys(kinds, 0)

        def open_division(depth: int) -> None:
            for i in range(dice.randint(2, min(4, len(TITLES[kinds[depth]])))):
                kind = kinds[depth]
                # chapters are numbered through the whole statute, sections and subparts anew in each division above
                numbers[kind] = numbers[kind] + 1 if kind in ("part", "chapter") else i + 1
                statute.divisions.append(Division(kind, numbers[kind], TITLES[kind][min(i, len(TITLES[kind]) - 1)]))
                if depth + 1 < len(kinds) and (i or depth):
                    open_division(depth + 1)
                else:
                    if not statute.articles:
                        statute.add(purpose(dice, statute))
                    fill(dice, statute, dice.randint(1, 3))

        open_division(0)
        return finished(dice, name, statute, head, truth, contents)

    return make


def suffixed(dice: Dice, name: str) -> Made:
    """第N条之一, 之二."""
    statute, head, truth = simple(dice)
    fill(dice, statute, dice.randint(3, 6))
    host = dice.pick(statute.articles[1:])
    at = statute.articles.index(host)
    new = [Article(host.number, [duty(dice, statute.scene)], suffix=i + 1) for i in range(dice.randint(1, 3))]
    statute.articles[at + 1 : at + 1] = new
    return finished(dice, name, statute, head, truth)


def headed(form: str) -> Callable[[Dice, str], Made]:
    """Maker of statutes whose articles have headings."""

    def make(dice: Dice, name: str) -> Made:
        statute, head, truth = simple(dice)
        fill(dice, statute, dice.randint(3, 6))
        statute.heading_form = form
        made = finished(dice, name, statute, head, truth)
        del made
        for article, heading in zip(statute.articles, dice.sample(HEADINGS, len(statute.articles)), strict=True):
            article.heading = heading
        return Made(name, printed(statute, dice, head), truth | statute.truth(), "decision")

    return make


def itemized(item: str, subitem: str | None = None) -> Callable[[Dice, str], Made]:
    """Maker of statutes with lists."""

    def make(dice: Dice, name: str) -> Made:
        statute, head, truth = simple(dice)
        statute.item_label = ITEM_LABELS[item]
        fill(dice, statute, 2)
        lead = NORMS["list"](dice, statute.scene)
        if subitem:
            statute.subitem_label = SUBITEM_LABELS[subitem]
            host = dice.pick(lead.items[:-1])
            host.text = "建立下列制度："
            host.items = listed([filled(statute.scene, dice, words) for words in dice.sample(DUTIES[-3:], 2)])
            host.items[-1].text = host.items[-1].text.replace("。", "；")
        tail = [plain(dice, statute.scene)] if dice.chance() else []
        statute.add(lead, *tail)
        fill(dice, statute, 2)
        return finished(dice, name, statute, head, truth)

    return make


def normed(form: str) -> Callable[[Dice, str], Made]:
    """Maker of statutes with one form of norm."""

    def make(dice: Dice, name: str) -> Made:
        statute, head, truth = simple(dice)
        for _ in range(4):
            statute.add(NORMS[form](dice, statute.scene))
        return finished(dice, name, statute, head, truth)

    return make


def citing(form: str) -> Callable[[Dice, str], Made]:
    """Maker of statutes with one form of citation."""

    def make(dice: Dice, name: str) -> Made:
        statute, head, truth = simple(dice)
        for _ in range(5):
            statute.add(duty(dice, statute.scene), plain(dice, statute.scene))
        for _ in range(3):
            sentence = cites(dice, statute.scene, form)
            statute.add(duty(dice, statute.scene), sentence)
        return finished(dice, name, statute, head, truth)

    return make


def punishing(form: str) -> Callable[[Dice, str], Made]:
    """Maker of statutes with one form of legal liability."""

    def make(dice: Dice, name: str) -> Made:
        statute, head, truth = simple(dice)
        for _ in range(4):
            statute.add(duty(dice, statute.scene))
        for _ in range(3):
            statute.add(punishes(dice, statute.scene, form))
        return finished(dice, name, statute, head, truth)

    return make


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


def levelled(instrument: str, issuer: str, level: str) -> Callable[[Dice, str], Made]:
    """Maker of statutes of one rank (效力位阶)."""

    def make(dice: Dice, name: str) -> Made:
        if issuer == "committee":
            statute, head, truth = simple(dice, instrument)
        else:
            made = ordered(issuer)(dice, name)
            return Made(name, made.text, {"title": made.truth["title"], "level": {"level": level}}, "decision")
        fill(dice, statute, 3)
        truth["level"] = {"level": level}
        return finished(dice, name, statute, head, truth)

    return make


def mixed(dice: Dice, name: str) -> Made:
    """Norms, citations and liability of every form in one statute with chapters."""
    statute, head, truth = simple(dice)
    statute.divisions = [
        Division("chapter", i + 1, title) for i, title in enumerate(("总则", "服务和管理", "法律责任", "附则"))
    ]
    statute.articles[0].division = 0
    for i, forms in enumerate((("definition", "duty"), tuple(NORMS), ())):
        for form in dice.sample(forms, min(len(forms), 6)):
            statute.add(NORMS[form](dice, statute.scene))
            statute.articles[-1].division = i
    for form in dice.sample(CITATIONS, 4):
        statute.add(duty(dice, statute.scene), cites(dice, statute.scene, form))
        statute.articles[-1].division = 1
    for form in dice.sample(SANCTIONS, 3):
        statute.add(punishes(dice, statute.scene, form))
        statute.articles[-1].division = 2
    return finished(dice, name, statute, head, truth)


CONSTRUCTS: dict[str, Callable[[Dice, str], Made]] = {
    "articles": flat,
    "everything": mixed,
    "chapters": divided(("chapter",), False),
    "chapters and sections": divided(("chapter", "section"), False),
    "parts": divided(("part", "chapter"), False),
    "parts and subparts": divided(("part", "subpart", "chapter", "section"), False),
    "contents": divided(("chapter", "section"), True),
    "suffixes": suffixed,
    "headings in lenticular brackets": headed("【{}】"),
    "headings in brackets on their line": headed("（{}）\n"),
    "headings in brackets": headed("（{}）"),
    **{form: itemized(form) for form in ITEM_LABELS},
    **{form: itemized("items", form) for form in SUBITEM_LABELS},
    **{f"norm: {form}": normed(form) for form in NORMS},
    **{f"citation: {form}": citing(form) for form in CITATIONS},
    **{f"sanction: {form}": punishing(form) for form in SANCTIONS},
    **{f"note: {form}": noted(form) for form in NOTES},
    **{
        f"letter: {form}": ordered(form)
        for form in ("order", "announcement", "state council order", "presidential order")
    },
    **{f"close: {form}": closing(form) for form in CLOSINGS},
    **{f"annex: {form}": annexed(form) for form in ("one annex", "two annexes", "table")},
    **{f"decision: {form}": decided(form) for form in ("points", "resolution")},
    "interpretation": interpreted,
    "draft": drafted,
    "level: local regulation": levelled("条例", "committee", "local_regulation"),
    "level: local rule": levelled("办法", "order", "local_rule"),
    "level: administrative regulation": levelled("条例", "state council order", "administrative_regulation"),
    "level: law": levelled("法", "presidential order", "law"),
}
"""Makers by the name of the construct that they show."""


ASKED = {
    "norm": ("norms", "bearers", "conditions", "pointers"),
    "citation": ("citations",),
    "sanction": ("sanctions", "citations", "norms"),
    "note": ("title", "particulars", "history"),
    "letter": ("title", "particulars", "effect"),
    "close": ("effect", "repealed"),
    "annex": ("annexes",),
    "level": ("level",),
}
"""Facets of constructs that are about one thing, by the first word of their name."""

STRUCTURE = ("title", "particulars", "effect", "divisions", "articles", "draft")
"""Facets of all other constructs; the articles are always asked."""


def make(construct: str, seed: int) -> Made:
    """The statute of one construct and seed."""
    name = f"statutes/{construct}/{seed}"
    made = CONSTRUCTS[construct](Dice(name), name)
    asked = (
        tuple(made.truth) if construct == "everything" else (*ASKED.get(construct.split(":")[0], STRUCTURE), "articles")
    )
    return replace(made, truth={facet: made.truth[facet] for facet in made.truth if facet in asked})
