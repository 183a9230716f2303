"""Makes decisions that amend a statute, with the statute as it stood and as it reads afterwards."""

import datetime
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field

from generators.common import Dice, Json, Made, chinese, date_words
from generators.provisions import NORMS, PROHIBITIONS, Sentence, filled, listed, permission, plain, prohibition
from generators.statute_body import Article, Division, Statute, effect, later, session, simple

WORDS = (
    ("业务培训", "技能培训"),
    ("十个工作日", "五个工作日"),
    ("书面合同", "书面协议"),
    ("年度计划", "年度方案"),
    ("收费标准", "收费项目和标准"),
    ("安全标识", "警示标识"),
)
"""Words of the articles of the base, and what they become."""


@dataclass
class Change:
    """A statute before and after, and the points that lead from one to the other.

    `amendments` are the operations as the contract reads them; `renumbers` says that the decision orders new numbers (条文顺序作相应调整).
    """

    before: Statute
    after: Statute
    points: list[str] = field(default_factory=list)
    amendments: list[Json] = field(default_factory=list)
    renumbers: bool = False

    def tell(
        self,
        point: str,
        operation: str,
        article: str | None = None,
        paragraph: int | None = None,
        item: str | None = None,
        **more: Json | str | None,
    ) -> None:
        """Adds a point with one operation."""
        self.points.append(point)
        self.add(operation, article, paragraph, item, **more)

    def add(
        self,
        operation: str,
        article: str | None = None,
        paragraph: int | None = None,
        item: str | None = None,
        **more: Json | str | None,
    ) -> None:
        """Adds an operation of the last point."""
        target = {"title": self.before.title, "article": article, "paragraph": paragraph, "item": item}
        self.amendments.append({"operation": operation, "target": target} | more)

    def renumber(self) -> None:
        """Numbers the articles of the amended statute anew."""
        self.renumbers = True
        for i, article in enumerate(self.after.articles):
            article.number, article.suffix = i + 1, None


def base(dice: Dice, chapters: bool = False) -> tuple[Statute, list[str], datetime.date]:
    """A statute to be amended, its head and day of adoption: paragraphs, a list, words that can be exchanged."""
    statute, head, truth = simple(dice, "条例")
    adopted = datetime.date.fromisoformat(truth["particulars"]["adopted_on"])
    scene = statute.scene
    if chapters:
        statute.divisions = [
            Division("chapter", i + 1, title) for i, title in enumerate(("总则", "服务和管理", "附则"))
        ]
        statute.articles[0].division = 0
    for i in range(dice.randint(6, 9)):
        old, _ = WORDS[i % len(WORDS)]
        words = f"经营者应当落实{old}要求，保存有关记录。"
        statute.add(Sentence(words), dice.pick((prohibition, permission, plain))(dice, scene))
    statute.add(NORMS["list"](dice, scene))
    statute.articles[-1].paragraphs[0].items = listed(
        dice.sample(("受理投诉和举报", "开展日常巡查", "汇总统计数据", "组织业务培训", "编制年度报告"), 4)
    )
    statute.add(effect(statute, later(dice, adopted)))
    if chapters:
        for article in statute.articles[1:-1]:
            article.division = 1
        statute.articles[-1].division = 2
    return statute, head, adopted


def new_paragraph(dice: Dice, statute: Statute) -> str:
    """A paragraph that the statute did not have."""
    return f"养护单位应当{filled(statute.scene, dice, dice.pick(('公开养护记录', '每月报告{m}设施运行情况', '配备专职管理人员')))}。"


def middle(change: Change) -> list[Article]:
    """Articles that may be amended: all but the first, the list and the last."""
    return [article for article in change.after.articles[1:-2] if article.suffix is None]


def quoted(*lines: str) -> str:
    """Lines in quotation marks, each opening anew."""
    return "“" + "\n“".join(lines) + "”"


# ---------------------------------------------------------------------- operations


def replace_article(dice: Dice, change: Change) -> None:
    """将第五条修改为：“第五条　…”"""
    article = dice.pick(middle(change))
    lines = [new_paragraph(dice, change.before) for _ in range(dice.randint(1, 2))]
    article.paragraphs = [Sentence(line) for line in lines]
    shown = [f"{article.label}　{lines[0]}", *lines[1:]] if dice.chance() else lines
    change.tell(f"将{article.label}修改为：{quoted(*shown)}", "replace", article.label, text="\n".join(shown))


def replace_paragraph(dice: Dice, change: Change) -> None:
    """第五条第二款修改为：“…”"""
    article = dice.pick(middle(change))
    text = new_paragraph(dice, change.before)
    article.paragraphs[1] = Sentence(text)
    change.tell(
        f"{dice.pick(('将', ''))}{article.label}第二款修改为：{quoted(text)}", "replace", article.label, 2, text=text
    )


def replace_item(dice: Dice, change: Change) -> None:
    """将第九条第（二）项修改为：“（二）…；”"""
    article = change.after.articles[-2]
    number = dice.randint(1, 3)
    article.paragraphs[0].items[number - 1] = Sentence("开展定期检验；")
    label = f"（{chinese(number)}）"
    change.tell(
        f"将{article.label}第{label}项修改为：“{label}开展定期检验；”",
        "replace",
        article.label,
        None,
        f"第{label}项",
        text=f"{label}开展定期检验；",
    )


def insert_articles(dice: Dice, change: Change) -> None:
    """增加一条，作为第六条：“…” Two of them, and the order of the articles adjusted."""
    places = sorted(dice.sample(range(2, len(change.before.articles) - 2), 2))
    for shift, place in enumerate(places):
        text = new_paragraph(dice, change.before)
        at = place + shift
        change.after.articles.insert(at, Article(at + 1, [Sentence(text)], division=change.after.articles[at].division))
        label = f"第{chinese(at + 1)}条"
        shown = f"{label}　{text}" if dice.chance() else text
        change.tell(f"增加一条，作为{label}：“{shown}”", "insert", label, unit="article", text=shown)
    change.renumber()


def insert_suffixed(dice: Dice, change: Change) -> None:
    """增加一条，作为第五条之一：“…”"""
    host = dice.pick(middle(change))
    text = new_paragraph(dice, change.before)
    new = Article(host.number, [Sentence(text)], suffix=1, division=host.division)
    change.after.articles.insert(change.after.articles.index(host) + 1, new)
    change.tell(f"增加一条，作为{new.label}：“{text}”", "insert", new.label, unit="article", text=text)


def insert_paragraph(dice: Dice, change: Change) -> None:
    """第五条增加一款，作为第二款：“…”"""
    article = dice.pick(middle(change))
    text, place = new_paragraph(dice, change.before), dice.pick((2, 3))
    article.paragraphs.insert(place - 1, Sentence(text))
    change.tell(
        f"{article.label}增加一款，作为第{chinese(place)}款：“{text}”",
        "insert",
        article.label,
        place,
        unit="paragraph",
        text=text,
    )


def insert_item(dice: Dice, change: Change) -> None:
    """第九条第一款增加一项，作为第（三）项：“（三）…；”，原第（三）项、第（四）项改为…"""
    article = change.after.articles[-2]
    article.paragraphs[0].items.insert(2, Sentence("开展满意度调查；"))
    point = f"{article.label}增加一项，作为第（三）项：“（三）开展满意度调查；”，第（三）项、第（四）项改为第（四）项、第（五）项。"
    change.tell(point, "insert", article.label, None, "第（三）项", unit="item", text="（三）开展满意度调查；")
    for old, new in (("三", "四"), ("四", "五")):
        change.add("renumber", article.label, None, f"第（{old}）项", new=f"第（{new}）项")


def insert_chapter(dice: Dice, change: Change) -> None:
    """增加一章，作为第三章：“第三章　…” with its articles; the later chapter and the articles get new numbers."""
    after = change.after
    place = len(after.articles) - 1
    texts = [new_paragraph(dice, change.before) for _ in range(2)]
    labels = [f"第{chinese(place + 1 + i)}条" for i in range(2)]
    after.articles[-1].division = 3
    after.divisions[2:] = [Division("chapter", 3, "监督检查"), Division("chapter", 4, "附则")]
    after.articles[place:place] = [Article(place + 1 + i, [Sentence(text)], division=2) for i, text in enumerate(texts)]
    lines = ["第三章　监督检查", *(f"{label}　{text}" for label, text in zip(labels, texts, strict=True))]
    change.points.append("将第三章改为第四章。")
    change.points.append(f"增加一章，作为第三章：{quoted(*lines)}")
    change.amendments = []
    change.renumber()


def delete_article(dice: Dice, change: Change) -> None:
    """删去第七条。"""
    article = dice.pick(middle(change))
    change.after.articles.remove(article)
    change.tell(f"删去{article.label}。", "delete", article.label)
    change.renumber()


def delete_paragraph(dice: Dice, change: Change) -> None:
    """删去第五条第二款。"""
    article = dice.pick(middle(change))
    del article.paragraphs[1]
    change.tell(f"删去{article.label}第二款。", "delete", article.label, 2)


def delete_item(dice: Dice, change: Change) -> None:
    """删去第九条第（四）项。"""
    article = change.after.articles[-2]
    del article.paragraphs[0].items[3]
    change.tell(f"删去{article.label}第（四）项。", "delete", article.label, None, "第（四）项")


def delete_words(dice: Dice, change: Change) -> None:
    """删去第五条中的“，保存有关记录”。"""
    article = dice.pick(middle(change))
    words = "，保存有关记录"
    article.paragraphs[0].text = article.paragraphs[0].text.replace(words, "")
    change.tell(f"删去{article.label}第一款中的“{words}”。", "delete", article.label, 1, old=words)


def substitute(dice: Dice, change: Change) -> None:
    """将第五条中的“…”修改为“…”。"""
    article = dice.pick(middle(change))
    old, new = next(pair for pair in WORDS if pair[0] in article.paragraphs[0].text)
    article.paragraphs[0].text = article.paragraphs[0].text.replace(old, new)
    article.paragraphs[1].text = article.paragraphs[1].text.replace(old, new)
    change.tell(f"将{article.label}中的“{old}”修改为“{new}”。", "substitute", article.label, old=old, new=new)


def substitute_in_several(dice: Dice, change: Change) -> None:
    """将第三条、第五条中的“经营者”修改为“运营单位”。"""
    chosen = sorted(dice.sample(middle(change), 2), key=lambda article: article.number)
    for article in chosen:
        for paragraph in article.paragraphs:
            paragraph.text = paragraph.text.replace("经营者", "运营者")
    change.points.append(f"将{'、'.join(article.label for article in chosen)}中的“经营者”修改为“运营者”。")
    for article in chosen:
        change.add("substitute", article.label, old="经营者", new="运营者")


def renumber_and_replace(dice: Dice, change: Change) -> None:
    """增加一条，作为第六条…；将第六条改为第七条，修改为：“…”"""
    place = dice.randint(2, len(change.before.articles) - 4)
    text, other = (
        new_paragraph(dice, change.before),
        f"经营者不得{filled(change.before.scene, dice, dice.pick(PROHIBITIONS[3:]))}。",
    )
    moved = change.after.articles[place]
    old = moved.label
    moved.paragraphs = [Sentence(other)]
    change.after.articles.insert(place, Article(place + 1, [Sentence(text)], division=moved.division))
    new = f"第{chinese(place + 2)}条"
    change.tell(f"增加一条，作为{old}：“{text}”", "insert", old, unit="article", text=text)
    change.tell(f"将{old}改为{new}，修改为：“{other}”", "renumber", old, new=new)
    change.add("replace", old, text=other)
    change.renumber()


def several(dice: Dice, change: Change) -> None:
    """Operations of several kinds on different articles."""
    substitute(dice, change)
    touched = change.amendments[0]["target"]["article"]
    article = next(article for article in middle(change) if article.label != touched)
    text = new_paragraph(dice, change.before)
    article.paragraphs[1] = Sentence(text)
    change.tell(f"将{article.label}第二款修改为：“{text}”", "replace", article.label, 2, text=text)
    replace_item(dice, change)


OPERATIONS: dict[str, Callable[[Dice, Change], None]] = {
    "replace an article": replace_article,
    "replace a paragraph": replace_paragraph,
    "replace an item": replace_item,
    "insert articles": insert_articles,
    "insert an article with a suffix": insert_suffixed,
    "insert a paragraph": insert_paragraph,
    "insert an item": insert_item,
    "insert a chapter": insert_chapter,
    "delete an article": delete_article,
    "delete a paragraph": delete_paragraph,
    "delete an item": delete_item,
    "delete words": delete_words,
    "substitute": substitute,
    "substitute in several": substitute_in_several,
    "renumber and replace": renumber_and_replace,
    "several": several,
}
"""Operations by name."""


def amended(form: str, with_text: bool = False) -> Callable[[Dice, str], Made]:
    """Maker of decisions with one operation.

    Args:
        form: a member of `OPERATIONS`.
        with_text: whether the amended statute is printed behind the decision.
    """

    def make(dice: Dice, name: str) -> Made:
        before, head, adopted = base(dice, chapters=form == "insert a chapter")
        change = Change(before, deepcopy(before))
        OPERATIONS[form](dice, change)
        where = before.scene.where
        day, meeting = later(dice, adopted, 500, 4000), session(dice, where)
        title = f"{where.committee}关于修改《{before.title}》的决定"
        order = "并对条文顺序作相应调整，" if change.renumbers else ""
        effective = later(dice, day)
        lines = [
            title,
            f"（{date_words(day)}{meeting}通过）",
            f"{meeting}决定对《{before.title}》作如下修改：",
            *(line for i, point in enumerate(change.points) for line in f"{chinese(i + 1)}、{point}".split("\n")),
            f"本决定自{date_words(effective)}起施行。",
            f"《{before.title}》根据本决定作相应修改{order or '，'}重新公布。",
        ]
        if with_text:
            lines += [before.title, *change.after.body()]
        truth: dict[str, Json] = {
            "title": {"kind": "decision", "title": title, "instrument": "decision"},
            "particulars": {
                "issuer": where.committee,
                "adopted_on": day.isoformat(),
                "effective_on": effective.isoformat(),
            },
            "points": {"articles": [{"label": chinese(i + 1)} for i in range(len(change.points))]},
            "amended": {
                "title": before.title,
                "divisions": change.after.truth()["divisions"]["divisions"],
                "articles": change.after.truth()["articles"]["articles"],
            },
        }
        if change.amendments:
            orders = [{"operation": "renumber", "target": {"article": None}}] if change.renumbers else []
            truth["amendments"] = {"amendments": [*change.amendments, *orders]}
        if with_text:
            truth["attachment"] = {
                "attachments": [{"title": before.title, "document": change.after.truth()["articles"]}]
            }
        text = dice.pick(("\n", "\n\n", "\n　　")).join(lines) + "\n"
        statute = dice.pick(("\n", "\n　　")).join([*head, *before.body()]) + "\n"
        return Made(name, text, truth, "decision", base=statute)

    return make


CONSTRUCTS: dict[str, Callable[[Dice, str], Made]] = {
    **{form: amended(form) for form in OPERATIONS},
    "with the amended text": amended("substitute", with_text=True),
}
"""Makers by the name of the construct that they show."""


def make(construct: str, seed: int) -> Made:
    """The amending decision of one construct and seed."""
    name = f"amending/{construct}/{seed}"
    return CONSTRUCTS[construct](Dice(name), name)
