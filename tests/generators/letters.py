"""The form of an official document: head, letter, points, signature, and how it is printed."""

import datetime
from dataclasses import dataclass, field

from generators.common import (
    MATTERS,
    Dice,
    Json,
    Made,
    Region,
    date_words,
    region,
)
from generators.points import (
    STRUCTURE,
    PointMade,
    Style,
    tree,
)

GENRES: dict[str, tuple[str, ...]] = {
    "notice": ("通知",),
    "opinion": ("意见", "实施意见", "指导意见"),
    "circular": ("通报",),
    "proclamation": ("通告",),
    "announcement": ("公告",),
    "plan": ("工作方案", "实施方案", "行动计划", "工作要点", "应急预案", "专项规划"),
    "measures": ("若干措施", "若干政策措施"),
    "guide": ("工作指南", "技术导则"),
    "list": ("事项清单", "服务事项目录"),
    "communique": ("统计公报",),
    "order": ("命令",),
}
"""Genres whose documents have points, with the words that end their titles."""

TITLES = {
    "notice": "{issuer}关于做好{m}工作的{word}",
    "opinion": "{issuer}关于加强{m}工作的{word}",
    "circular": "{issuer}关于{m}工作情况的{word}",
    "proclamation": "{issuer}关于加强{m}管理的{word}",
    "announcement": "{issuer}关于{m}有关事项的{word}",
    "plan": "{where}{m}{word}",
    "measures": "{where}促进{m}发展{word}",
    "guide": "{where}{m}{word}",
    "list": "{where}{m}{word}",
    "communique": "{where}{year}年{m}事业发展{word}",
    "order": "{issuer}关于加强{m}安全管理的{word}",
}
OPENINGS = {
    "notice": "为做好{m}工作，现就有关事项通知如下：",
    "opinion": "为加强{m}工作，现提出以下意见。",
    "circular": "现将{m}工作情况通报如下：",
    "proclamation": "为加强{m}管理，维护公共秩序，现通告如下：",
    "announcement": "现将{m}有关事项公告如下：",
    "plan": "为扎实推进{m}工作，结合{level}情，制定本方案。",
    "measures": "为促进{m}发展，制定以下措施。",
    "guide": "为规范{m}工作，制定本指南。",
    "list": "为规范{m}服务，公布以下事项。",
    "communique": "现将{m}事业发展情况公布如下。",
    "order": "为保障公众安全，发布命令如下：",
}


@dataclass
class Letter:
    """An official document before it is printed."""

    where: Region
    matter: str
    genre: str
    title: str
    issuers: list[str]
    day: datetime.date
    number: str | None = None
    addressees: list[str] = field(default_factory=list)
    opening: str | None = None
    points: list[PointMade] = field(default_factory=list)
    closing: str | None = None
    annexes: list[str] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)
    contact: str | None = None
    style: Style = field(default_factory=Style)
    joint_line: bool = False
    date_style: str = "arabic"
    signed: bool = True
    note: bool = False

    def lines(self) -> list[str]:
        """The document line by line."""
        lines = [self.title]
        if self.number:
            lines.append(self.number)
        if self.addressees:
            lines.append("，".join(self.addressees) + "：")
        if self.opening:
            lines += self.opening.split("\n")
        for i, point in enumerate(self.points):
            lines += point.printed(i + 1, 1, self.style)
        if self.closing:
            lines.append(self.closing)
        if len(self.annexes) == 1:
            lines.append(f"附件：{self.annexes[0]}")
        elif self.annexes:
            lines += [
                f"附件：1．{self.annexes[0]}",
                *(f"　　　{i + 2}．{title}" for i, title in enumerate(self.annexes[1:])),
            ]
        if self.contact:
            lines.append(self.contact)
        if self.signed:
            lines += ["　".join(self.issuers)] if self.joint_line else self.issuers
            lines.append(date_words(self.day, self.date_style))
        if self.note:
            lines.append("（此件公开发布）")
        if self.copies:
            lines.append(f"抄送：{'，'.join(self.copies)}。")
        return lines

    def text(self, dice: Dice, more: list[str] | None = None) -> str:
        """The whole text.

        Args:
            dice: decides how far the paragraphs stand apart.
            more: lines behind the document.
        """
        return dice.pick(("\n", "\n\n", "\n　　")).join([*self.lines(), *(more or [])]) + "\n"

    def points_truth(self, keys: tuple[str, ...]) -> Json:
        """The truth of the fields of the points that are asked."""
        return {"points": [point.truth(i + 1, 1, self.style, keys) for i, point in enumerate(self.points)]}

    def truth(self) -> dict[str, Json]:
        """What is in the document, facet by facet."""
        date = self.day.isoformat()
        signatures = [{"body": issuer} for issuer in self.issuers]
        return {
            "kind": {"kind": "official_document", "genre": self.genre, "title": self.title},
            "head": {"document_number": self.number, "addressees": self.addressees, "issuers": self.issuers},
            "signature": {"issued_on": date if self.signed else None, "signatures": signatures if self.signed else []},
            "copies": {"copied_to": self.copies},
            "letter": {"opening": self.opening, "closing": self.closing},
            "points": self.points_truth(STRUCTURE),
            "annexes": {"annexes": [{"title": title, "text": ""} for title in self.annexes]},
        }


def number_of(dice: Dice, where: Region, day: datetime.date, office: bool = False) -> str:
    """江政办发〔2021〕7号."""
    kind = dice.pick(("政办发", "政办函", "政办规")) if office else dice.pick(("政发", "政函", "政规"))
    return f"{where.stem[0]}{kind}〔{day.year}〕{dice.randint(1, 130)}号"


def addressed(dice: Dice, where: Region) -> list[str]:
    """To whom a government writes."""
    below = {"省": "各市、县（市、区）人民政府", "市": "各区人民政府", "县": "各乡镇人民政府", "区": "各街道办事处"}[
        where.level
    ]
    first = below if where.level != "省" else "各市人民政府"
    return dice.pick(
        (
            [first, f"{where.level}政府各部门"],
            [first, f"{where.level}政府各部门", "各直属机构"],
            [first],
            [first, f"{where.level}直各单位"],
        )
    )


def letter(dice: Dice, genre: str = "notice", where: Region | None = None, depth: int = 0) -> Letter:
    """A letter with head, opening, points and signature.

    Args:
        dice: the seed.
        genre: a key of `GENRES`.
        where: the region whose government writes.
        depth: levels of points; none where 0.
    """
    where = where or region(dice, dice.pick(("省", "市", "县", "区")))
    matter, day = dice.pick(MATTERS), dice.day()
    word = dice.pick(GENRES[genre])
    office = dice.chance()
    issuer = where.government + ("办公室" if office and where.level != "省" else "办公厅" if office else "")
    title = TITLES[genre].format(issuer=issuer, m=matter, word=word, where=where.name, year=day.year)
    made = Letter(
        where, matter, genre, title, [issuer], day, number_of(dice, where, day, office), addressed(dice, where)
    )
    made.opening = OPENINGS[genre].format(m=matter, level=where.level)
    if depth:
        made.points = tree(dice, matter, depth)
    return made


def whole(
    dice: Dice, name: str, made: Letter, more: list[str] | None = None, extra: dict[str, Json] | None = None
) -> Made:
    """The made document."""
    return Made(name, made.text(dice, more), made.truth() | (extra or {}), "official_document")
