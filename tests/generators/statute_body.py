"""A statute before it is printed: divisions, articles, lists, with its lines and its truth."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from generators.common import MATTERS, Dice, Json, Made, Page, Region, chinese, date_words, region
from generators.provisions import (
    BEFORE,
    LAWS,
    Place,
    Scene,
    Sentence,
    definition,
    duty,
    permission,
    plain,
    prohibition,
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
