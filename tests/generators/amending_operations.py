"""Operations of amending decisions: what each does to a statute, and the point that orders it."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from generators.common import Dice, Json, chinese
from generators.provisions import NORMS, PROHIBITIONS, Sentence, filled, listed, permission, plain, prohibition
from generators.statute_body import Article, Division, Statute, effect, later, simple

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
    _insert_chapter(dice, change, 2)


def insert_early_chapter(dice: Dice, change: Change) -> None:
    """增加一章，作为第二章：“第二章　…”; the later chapters move without an order of their own."""
    _insert_chapter(dice, change, 1, tells_others=False)


def _insert_chapter(dice: Dice, change: Change, index: int, *, tells_others: bool = True) -> None:
    after = change.after
    place = next(i for i, article in enumerate(after.articles) if article.division == index)
    for article in after.articles[place:]:
        assert article.division is not None
        article.division += 1
    after.divisions[index:index] = [Division("chapter", index + 1, "监督检查")]
    for i, division in enumerate(after.divisions):
        division.number = i + 1
    texts = [new_paragraph(dice, change.before) for _ in range(2)]
    after.articles[place:place] = [
        Article(place + 1 + i, [Sentence(text)], division=index) for i, text in enumerate(texts)
    ]
    labels = [f"第{chinese(place + 1 + i)}条" for i in range(2)]
    heading = f"第{chinese(index + 1)}章"
    lines = [f"{heading}　监督检查", *(f"{label}　{text}" for label, text in zip(labels, texts, strict=True))]
    if tells_others:
        change.points.append(f"将{heading}改为第{chinese(index + 2)}章。")
    change.points.append(f"增加一章，作为{heading}：{quoted(*lines)}")
    change.renumber()


def insert_section(dice: Dice, change: Change) -> None:
    """在第二章中增加一节，作为第二节：“第二节　…”"""
    before, after = change.before, change.after
    for statute in (before, after):
        statute.divisions.insert(2, Division("section", 1, "一般规定"))
        for article in statute.articles[1:]:
            article.division = {1: 2, 2: 3}[article.division or 0]
    place = len(after.articles) - 1
    text = new_paragraph(dice, before)
    after.divisions.insert(3, Division("section", 2, "特别规定"))
    after.articles[-1].division = 4
    after.articles.insert(place, Article(place + 1, [Sentence(text)], division=3))
    lines = ["第二节　特别规定", f"第{chinese(place + 1)}条　{text}"]
    change.points.append(f"{dice.pick(('在', ''))}第二章{dice.pick(('中', ''))}增加一节，作为第二节：{quoted(*lines)}")
    change.renumber()


def rename_chapter(dice: Dice, change: Change) -> None:
    """将第二章章名修改为“…”"""
    change.after.divisions[1].title = "服务与监督"
    change.points.append(
        dice.pick(("将第二章章名修改为“服务与监督”。", "将第二章的章名修改为：“第二章　服务与监督”。"))
    )


def delete_chapter(dice: Dice, change: Change) -> None:
    """删去第二章。 With its articles; what follows gets new numbers."""
    del change.after.divisions[1]
    change.after.divisions[1].number = 2
    change.after.articles = [article for article in change.after.articles if article.division != 1]
    change.after.articles[-1].division = 1
    change.points.append("删去第二章。")
    change.renumber()


def move_back(dice: Dice, change: Change) -> None:
    """将第四条改为第七条: an article moves, those between move up."""
    _move(dice, change, 2, 5)


def move_forward(dice: Dice, change: Change) -> None:
    """将第六条改为第三条: an article moves, those between move down."""
    _move(dice, change, 5, 2)


def _move(dice: Dice, change: Change, start: int, end: int) -> None:
    article = change.after.articles.pop(start)
    change.after.articles.insert(end, article)
    old, new = f"第{chinese(start + 1)}条", f"第{chinese(end + 1)}条"
    change.tell(f"{dice.pick(('将', ''))}{old}{dice.pick(('改为', '作为'))}{new}。", "renumber", old, new=new)
    change.renumber()


def substitute_throughout(dice: Dice, change: Change) -> None:
    """将条例中的“经营者”统一修改为“运营者”。"""
    for article in change.after.articles:
        for paragraph in article.paragraphs:
            paragraph.text = paragraph.text.replace("经营者", "运营者")
    where = dice.pick(("将条例中的", f"将《{change.before.title}》中的", "将全文中的", "将"))
    verb = dice.pick(("修改为", "统一修改为", "均修改为"))
    change.tell(f"{where}“经营者”{verb}“运营者”。", "substitute", old="经营者", new="运营者")


def insert_items(dice: Dice, change: Change) -> None:
    """第九条增加二项，分别作为第（二）项、第（三）项：“（二）…；“（三）…；”"""
    article = change.after.articles[-2]
    texts = ["开展满意度调查；", "公布检查结果；"]
    article.paragraphs[0].items[1:1] = [Sentence(text) for text in texts]
    lines = [f"（{label}）{text}" for label, text in zip("二三", texts, strict=True)]
    point = f"{article.label}增加{dice.pick('二两')}项，{dice.pick(('分别', ''))}作为第（二）项、第（三）项：{quoted(*lines)}"
    change.tell(point, "insert", article.label, None, "第（二）项", unit="item", text="\n".join(lines))


def append_words(dice: Dice, change: Change) -> None:
    """第五条第一款末尾增加“…”"""
    article = dice.pick(middle(change))
    words = f"保存期限不少于{chinese(dice.randint(2, 9))}年。"
    article.paragraphs[0].text += words
    change.tell(f"{article.label}第一款末尾增加：“{words}”", "insert", article.label, 1, unit=None, text=words)


def merge_articles(dice: Dice, change: Change) -> None:
    """将第四条和第五条合并，作为第四条，修改为：“…”"""
    start = dice.randint(2, len(change.before.articles) - 5)
    first, second = change.after.articles[start : start + 2]
    text = new_paragraph(dice, change.before)
    change.tell(f"将{first.label}和{second.label}合并，作为{first.label}，修改为：“{text}”", "delete", first.label)
    change.add("delete", second.label)
    change.add("insert", first.label, unit="article", text=text)
    first.paragraphs = [Sentence(text)]
    change.after.articles.remove(second)
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


def mixed(dice: Dice, change: Change) -> None:
    """Several kinds of operations on different articles, in the order of the articles, as decisions print them.

    Places are those of the statute as it stood, new numbers those of the amended one; some say the new number first.
    """
    before, after = change.before, change.after
    old = {id(article): article.label for article in after.articles}
    chosen = dice.sample(middle(change), 4)
    gone, host, own, words = chosen
    new = Article(0, [Sentence(new_paragraph(dice, before))], division=host.division)
    after.articles.remove(gone)
    after.articles.insert(after.articles.index(host) + 1, new)
    change.renumber()

    def place(article: Article) -> str:
        label = old[id(article)]
        return f"{label}改为{article.label}，" if label != article.label and dice.chance() else label

    orders: list[tuple[int, str]] = [(before_number(old[id(gone)]), f"删去{old[id(gone)]}。")]
    shown = new.paragraphs[0].text
    orders.append((before_number(old[id(host)]), f"增加一条，作为{new.label}：“{new.label}　{shown}”"))
    text = new_paragraph(dice, before)
    own.paragraphs[1] = Sentence(text)
    orders.append((before_number(old[id(own)]), f"将{place(own)}第二款修改为：“{text}”"))
    exchanged = next(pair for pair in WORDS if pair[0] in words.paragraphs[0].text)
    words.paragraphs[0].text = words.paragraphs[0].text.replace(*exchanged)
    words.paragraphs[1].text = words.paragraphs[1].text.replace(*exchanged)
    added = new_paragraph(dice, before)
    words.paragraphs.append(Sentence(added))
    point = f"将{old[id(words)]}中的“{exchanged[0]}”修改为“{exchanged[1]}”；增加一款，作为第三款：“{added}”"
    orders.append((before_number(old[id(words)]), point))
    lists = after.articles[-2]
    lists.paragraphs[0].items.insert(1, Sentence("开展满意度调查；"))
    label = old[id(lists)]
    orders.append((before_number(label), f"{label}增加一项，作为第（二）项：“（二）开展满意度调查；”"))
    change.points += [point for _, point in sorted(orders)]


def before_number(label: str) -> int:
    """The number of an article by its label."""
    return next(number for number in range(1, 40) if f"第{chinese(number)}条" == label)


OPERATIONS: dict[str, Callable[[Dice, Change], None]] = {
    "replace an article": replace_article,
    "replace a paragraph": replace_paragraph,
    "replace an item": replace_item,
    "insert articles": insert_articles,
    "insert an article with a suffix": insert_suffixed,
    "insert a paragraph": insert_paragraph,
    "insert an item": insert_item,
    "insert items": insert_items,
    "insert a chapter": insert_chapter,
    "insert an early chapter": insert_early_chapter,
    "insert a section": insert_section,
    "rename a chapter": rename_chapter,
    "delete a chapter": delete_chapter,
    "move an article back": move_back,
    "move an article forward": move_forward,
    "delete an article": delete_article,
    "delete a paragraph": delete_paragraph,
    "delete an item": delete_item,
    "delete words": delete_words,
    "substitute": substitute,
    "substitute in several": substitute_in_several,
    "substitute throughout": substitute_throughout,
    "append words": append_words,
    "merge articles": merge_articles,
    "renumber and replace": renumber_and_replace,
    "several": several,
    "mixed": mixed,
}
"""Operations by name."""

IN_CHAPTERS = (
    "insert a chapter",
    "insert an early chapter",
    "insert a section",
    "rename a chapter",
    "delete a chapter",
)
"""Operations that need a statute with chapters."""
