"""Makes reports of meetings and press conferences: who met, what was said, advised, answered and decided."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from generators.common import Dice, Json, Made, Region, Said, person, persons, region
from generators.utterances import Official, Paragraph, official, says, statement

TOPICS = (
    "社区养老服务",
    "农村污水治理",
    "老城更新",
    "中小企业融资",
    "职业教育发展",
    "公共停车",
    "湿地保护",
    "数字乡村建设",
)
ADVICE = (
    "把助餐点列入年度实事项目",
    "建立部门联席会议制度",
    "在每个街道设立服务站",
    "简化申请材料，缩短办理时间",
    "出台专项扶持办法",
    "引进专业机构参与运营",
    "给独居老人装上呼叫设备",
    "定期公布工作进展，接受群众监督",
)
PROBLEMS = ("目前站点分布不够均衡", "专业人员数量不足", "群众对政策的知晓率不高", "各部门数据尚未打通")
REQUIREMENTS = (
    "要压实各方责任，抓好任务落实",
    "要坚持问题导向，补齐工作短板",
    "要加强部门协作，形成工作合力",
    "要完善长效机制，巩固治理成果",
    "要把安全放在首位，守住底线",
)
ANSWERS = (
    "我们将尽快研究委员的建议，年内拿出方案",
    "目前已完成选址工作，下个月开工建设",
    "今年安排专项资金用于设施改造",
)
DOCUMENTS = (
    "{w}湿地保护条例",
    "{w}公共停车管理办法",
    "{w}养老服务规划",
    "{w}数字乡村建设方案",
    "{w}职业教育条例（草案）",
)


@dataclass
class Report:
    """A report of a meeting before it is printed."""

    where: Region
    title: str
    organizer: str
    held: datetime.date
    published: datetime.date
    lead: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    topic: str | None = None
    extra: dict[str, Json] = field(default_factory=dict)

    def text(self, dice: Dice) -> str:
        """The whole text."""
        lines = [
            self.title,
            f"来源：{self.where.stem}日报　{self.published.isoformat()}",
            self.lead,
            *(p.text for p in self.paragraphs),
        ]
        return dice.pick(("\n", "\n\n", "\n　　")).join(lines) + "\n"

    def truth(self) -> dict[str, Json]:
        """What is in the text, facet by facet."""
        speakers: list[Json] = []
        for paragraph in self.paragraphs:
            speakers += [
                speaker for speaker in paragraph.speakers if speaker["name"] not in [one["name"] for one in speakers]
            ]
        day = self.held.isoformat()
        return {
            "kind": {"kind": "meeting", "title": self.title},
            "particulars": {"organizer": self.organizer, "held_on": {"start": day, "end": day}, "topic": self.topic},
            "speakers": {"speakers": speakers},
            "statements": {"statements": [one for paragraph in self.paragraphs for one in paragraph.statements]},
        } | self.extra


def shown(day: datetime.date) -> str:
    """6月13日."""
    return f"{day.month}月{day.day}日"


def report(dice: Dice, form: str) -> Report:
    """A meeting of one form, without what was said there.

    Args:
        dice: the seed.
        form: 协商会 of the consultative conference, 常务会议 of the government, 常委会 of the congress, 发布会.
    """
    where = region(dice, dice.pick(("市", "县")))
    held = dice.day(2018, 2024)
    published = held + datetime.timedelta(days=1)
    topic = dice.pick(TOPICS)
    if form == "consultation":
        body, name = f"{where.name}政协", f"{topic}协商会"
        title = f"{body}召开{name}"
        lead = f"{shown(held)}，{body}围绕{topic}召开协商会。"
    elif form == "executive meeting":
        body = f"{where.name}政府"
        title = f"{body}召开常务会议"
        lead, topic = f"{shown(held)}，{body}召开常务会议。", ""
    elif form == "standing committee":
        body = f"{where.name}人大常委会"
        title = f"{body}举行第{dice.randint(2, 40)}次会议"
        lead, topic = f"{shown(held)}，{title}。", ""
    else:
        body = f"{where.name}政府新闻办公室"
        title = f"{where.name}举行{topic}新闻发布会"
        lead = f"{shown(held)}，{body}举行{topic}新闻发布会。"
    return Report(where, title, body, held, published, lead, topic=topic or None)


def advice(dice: Dice, speaker: str, form: str) -> tuple[Paragraph, Json]:
    """A paragraph of advice of one person, and the truth of the proposal."""
    one, problem = dice.pick(ADVICE), dice.pick(PROBLEMS)
    found: Json = {"speaker": speaker, "recommendation": Said(f"{one}。")}
    who: Json = {"name": speaker, "kind": "person"}
    if form == "with a problem":
        return Paragraph(f"{speaker}委员认为，{problem}。他建议，{one}。", [who]), {
            **found,
            "problem": Said(f"{problem}。"),
        }
    if form == "for a party":
        return Paragraph(f"{speaker}代表民革界别发言，建议{one}。", [who]), found
    return Paragraph(f"{speaker}委员建议，{one}。", [who]), found


def advising(form: str) -> Callable[[Dice, str], Made]:
    """Maker of consultations with proposals."""

    def make(dice: Dice, name: str) -> Made:
        made = report(dice, "consultation")
        pairs = [advice(dice, speaker, form) for speaker in persons(dice, 3)]
        made.paragraphs = [paragraph for paragraph, _ in pairs]
        made.extra["proposals"] = {"proposals": [proposal for _, proposal in pairs]}
        return Made(name, made.text(dice), made.truth(), "meeting")

    return make


def answered(dice: Dice, name: str) -> Made:
    """Advice and the answer of an official."""
    made = report(dice, "consultation")
    paragraph, proposal = advice(dice, person(dice), "plain")
    who = official(dice, made.where)
    text = dice.pick(ANSWERS) + "。"
    made.paragraphs = [paragraph, Paragraph(f"{who.shown}回应，{text}", [who.truth()])]
    made.extra = {
        "proposals": {"proposals": [proposal]},
        "responses": {"responses": [{"speaker": who.name, "text": Said(text)}]},
    }
    return Made(name, made.text(dice), made.truth(), "meeting")


def requiring(form: str) -> Callable[[Dice, str], Made]:
    """Maker of meetings that demand something: 会议指出, 会议强调."""

    def make(dice: Dice, name: str) -> Made:
        made = report(dice, form)
        verbs = dice.sample(("指出", "强调", "要求"), 2)
        meeting: Json = {"name": "会议", "kind": "collective", "positions": []}
        for verb, text in zip(verbs, dice.sample(REQUIREMENTS, 2), strict=True):
            made.paragraphs.append(
                Paragraph(f"会议{verb}，{text}。", [meeting], [statement("会议", f"{text}。", verb, "indirect")])
            )
        return Made(name, made.text(dice), made.truth(), "meeting")

    return make


def deciding(form: str) -> Callable[[Dice, str], Made]:
    """Maker of meetings with outcomes."""

    def make(dice: Dice, name: str) -> Made:
        made = report(dice, "standing committee" if form in ("passed", "heard") else "executive meeting")
        one, two = (f"《{words.format(w=made.where.name)}》" for words in dice.sample(DOCUMENTS, 2))
        reports = [f"{made.where.level}政府关于{topic}工作情况的报告" for topic in dice.sample(TOPICS, 2)]
        sentence, action, objects = {
            "passed": (f"会议审议通过了{one}、{two}。", "审议通过", [one, two]),
            "heard": (f"会议听取和审议了{reports[0]}、{reports[1]}。", "听取和审议", reports),
            "studied": (f"会议研究了{one}、{two}。", "研究", [one, two]),
            "conveyed": ("会议传达了全省安全生产会议精神。", "传达", ["全省安全生产会议精神"]),
        }[form]
        made.paragraphs = [Paragraph(sentence)]
        made.extra["outcomes"] = {"outcomes": [{"action": action, "object": one} for one in objects]}
        return Made(name, made.text(dice), made.truth(), "meeting")

    return make


def asked(form: str) -> Callable[[Dice, str], Made]:
    """Maker of press conferences: reports of officials, or questions and answers with labels."""

    def make(dice: Dice, name: str) -> Made:
        made = report(dice, "press conference")
        first, second = official(dice, made.where), official(dice, made.where)
        while second.name == first.name:
            second = official(dice, made.where)
        if form == "reports":
            for who in (first, second):
                text = dice.pick(ANSWERS) + "。"
                made.paragraphs.append(
                    Paragraph(
                        f"{who.shown}介绍，{text}", [who.truth()], [statement(who.name, text, "介绍", "indirect")]
                    )
                )
            return Made(name, made.text(dice), made.truth(), "meeting")
        for who in (first, second):
            text = dice.pick(ANSWERS) + "。"
            made.paragraphs.append(Paragraph(f"记者：请问{made.topic}工作进展如何？"))
            made.paragraphs.append(
                Paragraph(f"{who.shown}：{text}", [who.truth()], [statement(who.name, text, None, "direct")])
            )
        truth = made.truth()
        truth["speech of officials"] = {
            "speech": [{"speaker": one["speaker"], "text": one["text"]} for one in truth["statements"]["statements"]]
        }
        del truth["statements"], truth["speakers"]
        return Made(name, made.text(dice), truth, "meeting")

    return make


def led(dice: Dice, name: str) -> Made:
    """Who presides attends and does not speak; who speaks does."""
    made = report(dice, "consultation")
    chair = Official(f"{made.where.level}政协", "主席", person(dice))
    made.lead += f"{chair.shown}主持会议。"
    paragraph = says(dice, made.where, "indirect")
    while paragraph.speakers[0]["name"] == chair.name:
        paragraph = says(dice, made.where, "indirect")
    made.paragraphs = [paragraph]
    return Made(name, made.text(dice), made.truth(), "meeting")


def counted(dice: Dice, name: str) -> Made:
    """People and suggestions at a meeting are counts and no indicators."""
    made = report(dice, "consultation")
    people, papers = dice.randint(8, 180), dice.randint(8, 90)
    made.paragraphs = [
        Paragraph(f"会上，{people}名委员作了发言，提出{papers}条建议。"),
        says(dice, made.where, "indirect"),
    ]
    counts = [{"value": people, "unit": "名"}, {"value": papers, "unit": "条"}]
    made.extra = {"counts": {"counts": counts}, "indicators": {"indicators": []}}
    return Made(name, made.text(dice), made.truth(), "meeting")


CONSTRUCTS: dict[str, Callable[[Dice, str], Made]] = {
    **{f"proposal: {form}": advising(form) for form in ("plain", "with a problem", "for a party")},
    "response": answered,
    **{f"demand: {form}": requiring(form) for form in ("consultation", "executive meeting", "standing committee")},
    **{f"outcome: {form}": deciding(form) for form in ("passed", "heard", "studied", "conveyed")},
    **{f"press conference: {form}": asked(form) for form in ("reports", "questions")},
    "chair": led,
    "counts": counted,
}
"""Makers by the name of the construct that they show."""

ASKED = {
    "proposal": ("proposals", "particulars"),
    "response": ("proposals", "responses", "speakers"),
    "demand": ("statements", "speakers", "particulars"),
    "outcome": ("outcomes", "particulars"),
    "press conference": ("statements", "speakers", "speech of officials"),
    "chair": ("speakers", "statements"),
    "counts": ("counts", "indicators"),
}
"""Facets of a construct beside its kind, by the first part of its name."""


def make(construct: str, seed: int) -> Made:
    """The report of one construct and seed."""
    name = f"meetings/{construct}/{seed}"
    made = CONSTRUCTS[construct](Dice(name), name)
    asked = ("kind", *ASKED[construct.split(":")[0]])
    return replace(made, truth={facet: made.truth[facet] for facet in made.truth if facet in asked})
