"""Sentences of law with what they say: norms, sanctions and citations. Nothing here knows where a sentence will stand."""

from collections.abc import Callable
from dataclasses import dataclass, field

from generators.common import Dice, Json, Region, chinese


@dataclass
class Sentence:
    """A paragraph or an item and what is in it; pointers are filled in when its place is known.

    `asks_norms` is false where a reader may see a norm or not (可以并处).
    """

    text: str
    norms: list[Json] = field(default_factory=list)
    citations: list[Json] = field(default_factory=list)
    sanctions: list[Json] = field(default_factory=list)
    items: list["Sentence"] = field(default_factory=list)
    asks_norms: bool = True


@dataclass(frozen=True)
class Place:
    """An article that stands before a sentence and can be cited: its label, its paragraphs, the items of the first one."""

    label: str
    paragraphs: int
    items: int


@dataclass
class Scene:
    """What the sentences of one statute are about: region, matter, own name (本条例), and the articles before."""

    where: Region
    matter: str
    own: str
    places: list[Place] = field(default_factory=list)


PARTIES = (
    "经营者",
    "建设单位",
    "施工单位",
    "物业服务企业",
    "行业协会",
    "设施所有人",
    "使用单位",
    "从业人员",
    "运营单位",
    "养护单位",
    "受委托的专业机构",
)
DUTIES = (
    "建立{m}管理台账",
    "在醒目位置公示收费标准",
    "自收到申请之日起十个工作日内作出书面答复",
    "按照国家标准设置安全标识",
    "定期开展安全检查，及时消除隐患",
    "如实记录作业情况，并保存三年",
    "将{m}工作经费纳入本级财政预算",
    "编制{m}年度计划，报市人民政府备案",
    "组织从业人员参加业务培训",
    "为老年人提供便利服务",
    "公开办事流程和联系方式",
    "制定{m}应急预案，每年组织演练",
    "与服务对象签订书面合同",
    "对{m}设施进行日常维护",
)
PROHIBITIONS = (
    "擅自改变{m}设施的用途",
    "伪造、变造或者转让登记证书",
    "妨碍执法人员依法履行职责",
    "在禁止区域内堆放杂物",
    "收取公示价格以外的费用",
    "泄露在工作中知悉的商业秘密",
    "损毁、涂改、移动公共标识",
    "以虚假材料骗取财政补贴",
    "向未成年人提供前述服务",
)
PERMISSIONS = (
    "委托第三方机构开展评估",
    "采取购买服务的方式提供{m}服务",
    "向市人民政府设立的热线投诉",
    "查阅、复制与{m}有关的资料",
    "根据实际情况调整开放时间",
    "邀请社会人士担任监督员",
)
ENCOURAGED = (
    "社会资本参与{m}设施建设",
    "高等院校开展{m}技术研究",
    "行业协会制定团体标准",
    "使用节能环保的设备和材料",
    "单位和个人依法捐赠{m}设施",
    "志愿者参与{m}宣传活动",
)
DEFINED = (
    "供公众使用的场所及其附属设施",
    "依法登记并从事经营活动的组织",
    "由政府投资建设并向社会开放的设施",
    "在本行政区域内开展的相关活动",
)
PLAIN = (
    "{m}工作坚持政府主导、社会参与、分类管理的原则。",
    "市{t}主管部门负责本行政区域内{m}的监督管理工作。",
    "{m}经费由市财政和区财政分级承担。",
    "{m}设施的日常管理由其所有权人负责。",
    "每年五月为{m}宣传月。",
)
TRADE = ("水务", "住房城乡建设", "交通运输", "市场监督管理", "城市管理", "农业农村", "林业", "公安", "民政", "生态环境")
CONDITIONS = ("未经批准", "未经所有权人同意", "因公共利益需要")
FACTS = (
    "未建立管理台账",
    "未公示收费标准",
    "擅自改变设施用途",
    "未按照规定设置安全标识",
    "拒绝、阻碍监督检查",
    "伪造登记证书",
    "在禁止区域内堆放杂物",
    "未如实记录作业情况",
    "收取公示价格以外的费用",
    "提供虚假材料",
)
TASKS = (
    "宣传有关法律、法规",
    "受理投诉和举报",
    "开展日常巡查",
    "汇总统计数据",
    "组织业务培训",
    "协调解决重大问题",
    "编制年度报告",
    "维护信息平台",
)
LAWS = (
    "中华人民共和国行政处罚法",
    "中华人民共和国水法",
    "中华人民共和国道路交通安全法",
    "中华人民共和国行政许可法",
    "中华人民共和国城乡规划法",
    "城市市容和环境卫生管理条例",
    "物业管理条例",
)


def bearer(dice: Dice, scene: Scene) -> tuple[str, list[str]]:
    """Who is bound, as printed and one by one."""
    level = "市" if scene.where.level == "省" else scene.where.level
    trade = dice.pick(TRADE)
    one = dice.pick(PARTIES)
    two = dice.pick([party for party in PARTIES if party != one])
    below = {"省": "县", "市": "区", "县": "乡", "区": "镇"}[scene.where.level]
    upper = "省" if scene.where.level == "省" else level
    return dice.pick(
        (
            (f"{upper}人民政府", [f"{upper}人民政府"]),
            (f"{upper}和{below}人民政府", [f"{upper}人民政府", f"{below}人民政府"]),
            (
                f"{upper}、{below}人民政府及其有关部门",
                [f"{upper}人民政府", f"{below}人民政府", "有关部门"],
            ),
            (f"{upper}{trade}主管部门", [f"{upper}{trade}主管部门"]),
            ("县级以上人民政府", ["县级以上人民政府"]),
            ("任何单位和个人", ["任何单位", "任何个人"]),
            (one, [one]),
            (one, [one]),
            (f"{one}、{two}", [one, two]),
            (f"{one}和{two}", [one, two]),
            (f"{one}或者{two}", [one, two]),
        )
    )


def filled(scene: Scene, dice: Dice, words: str) -> str:
    """A phrase with the matter of the statute in it."""
    return words.format(m=scene.matter, t=dice.pick(TRADE))


def norm(
    modality: str, marker: str, who: tuple[str | None, list[str]], action: str, condition: str | None = None
) -> Json:
    """The truth of a norm; the pointers of its list are filled in when its place is known."""
    return {
        "modality": modality,
        "marker": marker,
        "bearer": who[0],
        "bearers": who[1],
        "condition": condition,
        "action": action,
        "items": [],
    }


def duty(dice: Dice, scene: Scene) -> Sentence:
    """经营者应当建立台账。"""
    who, action, marker = (
        bearer(dice, scene),
        filled(scene, dice, dice.pick(DUTIES)),
        dice.pick(("应当", "应当", "必须")),
    )
    return Sentence(f"{who[0]}{marker}{action}。", [norm("obligation", marker, who, action)])


def prohibition(dice: Dice, scene: Scene) -> Sentence:
    """任何单位和个人不得…。 禁止…。"""
    action = filled(scene, dice, dice.pick(PROHIBITIONS))
    if dice.chance(0.3):
        return Sentence(f"禁止{action}。", [norm("prohibition", "禁止", (None, []), action)])
    who = bearer(dice, scene)
    return Sentence(f"{who[0]}不得{action}。", [norm("prohibition", "不得", who, action)])


def permission(dice: Dice, scene: Scene) -> Sentence:
    """有关部门可以…。"""
    who, action = bearer(dice, scene), filled(scene, dice, dice.pick(PERMISSIONS))
    return Sentence(f"{who[0]}可以{action}。", [norm("permission", "可以", who, action)])


def encouragement(dice: Dice, scene: Scene) -> Sentence:
    """本市鼓励…。 鼓励和支持…。"""
    action = filled(scene, dice, dice.pick(ENCOURAGED))
    marker = dice.pick(("鼓励", "支持", "鼓励和支持"))
    own = f"本{scene.where.level}"
    who: tuple[str | None, list[str]] = dice.pick(((None, []), (own, [own])))
    return Sentence(f"{who[0] or ''}{marker}{action}。", [norm("encouragement", marker, who, action)])


def two_duties(dice: Dice, scene: Scene) -> Sentence:
    """经营者应当…；…。 Each clause after ； is a norm of the same bearer."""
    who = bearer(dice, scene)
    actions = [filled(scene, dice, words) for words in dice.sample(DUTIES, 2)]
    return Sentence(
        f"{who[0]}应当{'；'.join(actions)}。", [norm("obligation", "应当", who, action) for action in actions]
    )


def duty_and_prohibition(dice: Dice, scene: Scene) -> Sentence:
    """经营者应当…，不得…。"""
    who = bearer(dice, scene)
    do, leave = filled(scene, dice, dice.pick(DUTIES[:5])), filled(scene, dice, dice.pick(PROHIBITIONS))
    return Sentence(
        f"{who[0]}应当{do}，不得{leave}。",
        [norm("obligation", "应当", who, do), norm("prohibition", "不得", who, leave)],
    )


def conditional(dice: Dice, scene: Scene) -> Sentence:
    """经营者未经批准，不得…。"""
    who, when = bearer(dice, scene), dice.pick(CONDITIONS[:2])
    action = filled(scene, dice, dice.pick(PROHIBITIONS))
    return Sentence(f"{who[0]}{when}，不得{action}。", [norm("prohibition", "不得", who, action, when)])


def damages(dice: Dice, scene: Scene) -> Sentence:
    """造成损失的，应当依法赔偿。 A condition of its own names who is meant: no bearer."""
    when = dice.pick(("造成损失的", "造成公共设施损坏的", "逾期未处理的"))
    action = dice.pick(("依法承担赔偿责任", "在十日内恢复原状"))
    return Sentence(f"{when}，应当{action}。", [norm("obligation", "应当", (None, []), action, when)])


def duty_with_list(dice: Dice, scene: Scene) -> Sentence:
    """X应当履行下列职责： with its items."""
    who = bearer(dice, scene)
    action = "履行下列职责"
    return Sentence(
        f"{who[0]}应当{action}：", [norm("obligation", "应当", who, action)], items=listed(dice.some(TASKS, 2, 5))
    )


def condition_with_list(dice: Dice, scene: Scene) -> Sentence:
    """X有下列情形之一的，不得…： with its items."""
    who, action, when = bearer(dice, scene), "申请财政补贴", "有下列情形之一的"
    found = norm("prohibition", "不得", who, action, when)
    return Sentence(
        f"{who[0]}{when}，不得{action}：", [found], items=listed([fact + "的" for fact in dice.some(FACTS, 2, 4)])
    )


def listed(words: list[str]) -> list[Sentence]:
    """Items of a list, the last with a full stop."""
    return [Sentence(word + ("；" if i + 1 < len(words) else "。")) for i, word in enumerate(words)]


def plain(dice: Dice, scene: Scene) -> Sentence:
    """A sentence that binds nobody."""
    return Sentence(filled(scene, dice, dice.pick(PLAIN)))


def definition(dice: Dice, scene: Scene) -> Sentence:
    """本条例所称…，是指…。"""
    return Sentence(f"{scene.own}所称{scene.matter}设施，是指{dice.pick(DEFINED)}。")


NORMS: dict[str, Callable[[Dice, Scene], Sentence]] = {
    "duty": duty,
    "prohibition": prohibition,
    "permission": permission,
    "encouragement": encouragement,
    "two duties": two_duties,
    "duty and prohibition": duty_and_prohibition,
    "condition": conditional,
    "condition of its own": damages,
    "list": duty_with_list,
    "condition with a list": condition_with_list,
    "definition": definition,
}
"""Forms of norms by name."""


def citation(
    article: str | None = None,
    paragraph: int | None = None,
    item: str | None = None,
    through: str | None = None,
    title: str | None = None,
) -> Json:
    """The truth of a citation."""
    target = "external" if title else "internal"
    return {
        "title": title,
        "article": article,
        "paragraph": paragraph,
        "item": item,
        "through": through,
        "target": target,
    }


def cites(dice: Dice, scene: Scene, form: str) -> Sentence | None:
    """A sentence that cites in one form; None where no article before can be cited so.

    Args:
        dice: the seed.
        scene: the statute and the articles before.
        form: a member of `CITATIONS`.
    """
    own, law = scene.own, dice.pick(LAWS)
    places, deep = scene.places, [place for place in scene.places if place.paragraphs > 1]
    number, part = dice.randint(3, 60), dice.randint(1, 3)
    tail = "规定的期限，自受理之日起计算。"
    if form == "law":
        return Sentence(f"{scene.matter}许可的期限适用《{law}》的规定。", citations=[citation(title=law)])
    if form == "article of a law":
        return Sentence(
            f"《{law}》第{chinese(number)}条{tail}", citations=[citation(f"第{chinese(number)}条", title=law)]
        )
    if form == "paragraph of a law":
        text = f"《{law}》第{chinese(number)}条第{chinese(part)}款{tail}"
        return Sentence(text, citations=[citation(f"第{chinese(number)}条", part, title=law)])
    if form == "item of a law":
        text = f"《{law}》第{chinese(number)}条第（{chinese(part)}）项{tail}"
        return Sentence(
            text, citations=[citation(f"第{chinese(number)}条", item=f"第（{chinese(part)}）项", title=law)]
        )
    if form == "before":
        return Sentence(f"前款{tail}", citations=[citation(BEFORE)])
    if form == "own article" and places:
        place = dice.pick(places)
        return Sentence(f"{own}{place.label}{tail}", citations=[citation(place.label)])
    if form == "own paragraph" and deep:
        place = dice.pick(deep)
        which = dice.randint(1, place.paragraphs)
        return Sentence(f"{own}{place.label}第{chinese(which)}款{tail}", citations=[citation(place.label, which)])
    if form == "paragraphs with one unit" and deep:
        place = dice.pick(deep)
        return Sentence(
            f"{own}{place.label}第一、二款{tail}", citations=[citation(place.label, 1), citation(place.label, 2)]
        )
    if form == "list of articles" and len(places) > 1:
        one, two = sorted(dice.sample(range(len(places)), 2))
        labels = [places[one].label, places[two].label]
        return Sentence(f"{own}{'、'.join(labels)}{tail}", citations=[citation(label) for label in labels])
    plain_places = [place for place in places if "之" not in place.label]
    if form == "articles with one unit" and len(plain_places) > 1:
        one, two = sorted(dice.sample(range(len(plain_places)), 2))
        labels = [plain_places[one].label, plain_places[two].label]
        return Sentence(
            f"{own}第{labels[0][1:-1]}、{labels[1][1:-1]}条{tail}", citations=[citation(label) for label in labels]
        )
    if form == "range of articles" and len(places) > 2:
        one, two = places[-3].label, places[-1].label
        return Sentence(f"{own}{one}至{two}{tail}", citations=[citation(one, through=two)])
    return None


BEFORE = "前款"
"""Stands in the truth of a citation until the place of its sentence is known."""

CITATIONS = (
    "law",
    "article of a law",
    "paragraph of a law",
    "item of a law",
    "before",
    "own article",
    "own paragraph",
    "paragraphs with one unit",
    "list of articles",
    "articles with one unit",
    "range of articles",
)
"""Forms of citing."""
