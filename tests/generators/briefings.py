"""Makes news: head of the page, speech, indicators, industries and projects."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from generators.common import Dice, Json, Made, Region, date_words, person, region
from generators.utterances import INDICATORS, SPEECH, Paragraph, measures, says

SUBJECTS = (
    "农村公路",
    "养老服务",
    "社区食堂",
    "湿地保护",
    "技能培训",
    "老旧小区改造",
    "公交线路",
    "特色果园",
    "口袋公园",
)
LEADS = ("{s}让居民生活更便利。", "连日来，{w}各地的{s}现场一派忙碌景象。", "{s}已经成为{w}的一张名片。")
INDUSTRIES = ("装备制造", "纺织印染", "生物医药", "新材料", "绿色食品", "电子信息", "海洋装备", "汽车零部件")


@dataclass
class News:
    """A piece of news before it is printed."""

    where: Region
    title: str
    published: datetime.date
    clock: str
    outlet: str
    lead: str
    author: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    head: str = "{date} {clock} 来源：{outlet}"
    dateline: str = ""
    tail: list[str] = field(default_factory=list)

    def text(self, dice: Dice) -> str:
        """The whole text."""
        names = {
            "date": self.published.isoformat(),
            "clock": self.clock,
            "outlet": self.outlet,
            "author": self.author,
            "day": date_words(self.published),
        }
        lines = [self.title]
        if self.head:
            lines += self.head.format(**names).split("\n")
        lines.append(self.dateline.format(**names) + self.lead)
        lines += [paragraph.text for paragraph in self.paragraphs]
        lines += [line.format(**names) for line in self.tail]
        return dice.pick(("\n", "\n\n", "\n　　")).join(lines) + "\n"

    def truth(self) -> dict[str, Json]:
        """What is in the text, facet by facet."""
        speakers: list[Json] = []
        for paragraph in self.paragraphs:
            speakers += [
                speaker for speaker in paragraph.speakers if speaker["name"] not in [one["name"] for one in speakers]
            ]
        return {
            "kind": {"kind": "briefing", "title": self.title},
            "speakers": {"speakers": speakers},
            "statements": {"statements": [one for paragraph in self.paragraphs for one in paragraph.statements]},
            "indicators": {"indicators": [one for paragraph in self.paragraphs for one in paragraph.indicators]},
        }


def news(dice: Dice) -> News:
    """A piece of news without paragraphs."""
    where = region(dice, dice.pick(("市", "县")))
    subject = dice.pick(SUBJECTS)
    title = dice.pick(("{w}加快{s}建设", "{w}{s}提速增效", "{w}：{s}办到家门口")).format(w=where.name, s=subject)
    published = dice.day(2019, 2024)
    published = published.replace(month=dice.randint(8, 11), day=dice.randint(1, 28))
    outlet = f"{where.stem}{dice.pick(('日报', '晚报', '新闻网'))}"
    lead = dice.pick(LEADS).format(s=subject, w=where.name)
    return News(where, title, published, f"{dice.randint(7, 19):02}:{dice.randint(10, 59)}", outlet, lead, person(dice))


def done(dice: Dice, name: str, made: News, extra: dict[str, Json] | None = None) -> Made:
    """The made document."""
    return Made(name, made.text(dice), made.truth() | (extra or {}), "briefing")


def speaking(form: str) -> Callable[[Dice, str], Made]:
    """Maker of news with one form of speech in two paragraphs."""

    def make(dice: Dice, name: str) -> Made:
        made = news(dice)
        first = says(dice, made.where, form)
        second = says(dice, made.where, form)
        while {one["name"] for one in first.speakers} & {one["name"] for one in second.speakers}:
            second = says(dice, made.where, form)
        made.paragraphs = [first, second]
        return done(dice, name, made)

    return make


def measuring(form: str) -> Callable[[Dice, str], Made]:
    """Maker of news with one form of indicator in three paragraphs."""

    def make(dice: Dice, name: str) -> Made:
        made = news(dice)
        metrics: list[str] = []
        while len(made.paragraphs) < 3:
            paragraph = measures(dice, made.where, made.published, form)
            found = [one["metric"] for one in paragraph.indicators]
            if form == "respectively" or not set(found) & set(metrics):
                made.paragraphs.append(paragraph)
                metrics += found
        return done(dice, name, made)

    return make


HEADS: dict[str, tuple[str, str, list[str]]] = {
    "date and source": ("{date} {clock} 来源：{outlet}", "", []),
    "source and date": ("来源：{outlet}　{date} {clock}", "", []),
    "labels": ("发布时间：{date} {clock}　来源：{outlet}　作者：{author}", "", []),
    "labels on lines": ("来源：{outlet}\n发布时间：{date} {clock}", "", []),
    "outlet without a label": ("{outlet} {date} {clock}", "", []),
    "dateline": ("{date} {clock}", "{outlet}讯（记者 {author}）", []),
    "reporter of this paper": ("来源：{outlet}　{date} {clock}", "本报讯（记者 {author}）", []),
    "name at the end": ("来源：{outlet}　{date} {clock}", "", ["（{author}）"]),
}
"""Heads of pages: line under the title, dateline, lines behind the text."""


def headed(form: str) -> Callable[[Dice, str], Made]:
    """Maker of news with one form of head."""

    def make(dice: Dice, name: str) -> Made:
        made = news(dice)
        made.head, made.dateline, made.tail = HEADS[form]
        made.paragraphs = [says(dice, made.where, "indirect"), Paragraph("记者在现场看到，工人们正在铺设管线。")]
        whole = "".join((made.head, made.dateline, *made.tail))
        seconds = f"{made.published.isoformat()}T{made.clock}:00+08:00"
        truth: Json = {
            "publisher": made.outlet,
            "published_at": seconds,
            "authors": [made.author] if "{author}" in whole else [],
        }
        return done(dice, name, made, {"source": {"source": truth}})

    return make


PHASES = {
    "signed": ("{d}，{w}签约{a}、{b}。", "signed"),
    "under construction": ("目前，{a}、{b}正在建设。", "under_construction"),
    "completed": ("{d}，{a}、{b}建成投产。", "completed"),
    "planned": ("{w}计划建设{a}、{b}。", "planned"),
}
"""Sentences that name two projects, and their phase."""


def planning(form: str) -> Callable[[Dice, str], Made]:
    """Maker of news of industries, a chain and projects."""

    def make(dice: Dice, name: str) -> Made:
        made = news(dice)
        one, two, three, four = dice.sample(INDUSTRIES, 4)
        made.title = f"{made.where.name}加快产业转型升级"
        sentence, phase = PHASES[form]
        names = [f"{made.where.stem}{industry}产业园项目" for industry in (three, four)]
        day = f"{made.published.month}月{made.published.day}日"
        made.paragraphs = [
            Paragraph(f"{made.where.name}重点发展{one}、{two}等主导产业，打造{three}产业链。"),
            Paragraph(sentence.format(d=day, w=made.where.name, a=names[0], b=names[1])),
        ]
        extra: dict[str, Json] = {
            "projects": {"plan": {"projects": [{"name": project, "phase": phase} for project in names]}},
            "chains": {"plan": {"chains": [{"name": three}]}},
        }
        return done(dice, name, made, extra)

    return make


CONSTRUCTS: dict[str, Callable[[Dice, str], Made]] = {
    **{f"speech: {form}": speaking(form) for form in SPEECH},
    **{f"indicator: {form}": measuring(form) for form in INDICATORS},
    **{f"head: {form}": headed(form) for form in HEADS},
    **{f"project: {form}": planning(form) for form in PHASES},
}
"""Makers by the name of the construct that they show."""

ASKED = {
    "speech": ("speakers", "statements"),
    "indicator": ("indicators",),
    "head": ("source",),
    "project": ("projects", "chains"),
}
"""Facets of a construct beside its kind, by the first part of its name."""


def make(construct: str, seed: int) -> Made:
    """The piece of news of one construct and seed."""
    name = f"briefings/{construct}/{seed}"
    made = CONSTRUCTS[construct](Dice(name), name)
    asked = ("kind", *ASKED[construct.split(":")[0]])
    return replace(made, truth={facet: made.truth[facet] for facet in made.truth if facet in asked})
