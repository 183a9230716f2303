"""Appointments and removals (任免): who gets or loses which office.

    appointment ::= ("任命" | "聘任")? name ("、" name)* 同志? ("为" | "任") office
    removal     ::= "免去" name 同志? "的"? office 职务? | name 同志? "不再担任" office 职务?

A heading that ends with a colon (决定任命：, 免去：) says what holds for the lines below it.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from policyparse.knowledge.pattern import pattern
from policyparse.language.labels import match_label
from policyparse.language.names import is_name
from policyparse.model.official import AppointmentDraft
from policyparse.page.blocks import Block

Action = Literal["appoint", "remove"]

_NAMED = r"[一-龥·]{2,12}?(?:（[男女][^（）]{0,12}）)?"
_NAMES = rf"{_NAMED}(?:[、和]{_NAMED}){{0,9}}"
_OFFICE = r"[一-龥（）、“”0-9 ]{2,60}?"

_APPOINTED = pattern(
    r"(?P<names>(?&names))(?:等?同志|女士|先生)?(?:为|兼?任|担任)(?P<office>(?&office))(?:职务)?(?:（[^（）]{2,20}）)?",
    names=_NAMES,
    office=_OFFICE,
    matches=[
        ("江一舟为青禾县水利局局长", {"names": "江一舟", "office": "青禾县水利局局长"}),
        ("江一舟同志任市财政局局长（试用期一年）", {"names": "江一舟", "office": "市财政局局长"}),
        ("江一舟（女）和罗小满同志担任县水利局局长（试用期一年）", {"names": "江一舟（女）和罗小满"}),
        "姜若谷、江一舟（女，回族）、罗小满为市水务局局长",
        *(("江一舟同志任市财政局局长（县）", {"office": "市财政局局长（县）"}), "姜若谷（男）为市水务局局长"),
        ("江一舟女士任市财政局局长（试用期一年）", {"names": "江一舟"}),
        ("江一舟先生任市财政局局长（试用期一年）", {"names": "江一舟"}),
        ("江一舟等同志任市财政局局长（试用期一年）", {"names": "江一舟"}),
        ("江一舟同志兼任市财政局局长（试用期一年）", {"names": "江一舟"}),
        (
            "江一舟同志任市财政局局长（老旧小区加装电梯改造工程、居家养老服务设施）",
            {"office": "市财政局局长（老旧小区加装电梯改造工程、居家养老服务设施）"},
        ),
    ],
    rejects=[
        *("江一舟的职务", "丁立为长", "丁为青禾县教育局局长", "江一舟、丁、李和王担任县水利局局长"),
        "江一舟（男城乡公共交通服务体系、水渠）为青禾县水利局局长",
        (
            "丁立为城乡公共交通一体化和居家养老服务设施建设以及老旧小区加装电梯改造和农村生活污水治理及县域医"
            "疗卫生共同体建设和农村公路局局长"
        ),
        (
            "江一舟、罗小满、王小明、李晓红、张三丰、赵一曼、钱三强、孙中良、周小川、吴启明、郑建国、何远志、"
            "方雨桐、韩庆林、丁一帆、丁立、罗敏、梅远、贺东、崔海、林海、何清、安宁、宋立、江舟、龚敏、宫亮、"
            "石峰、欧阳文、曹立新、何大成为青禾县水利局局长"
        ),
    ],
    method="fullmatch",
)
_REMOVED = pattern(
    r"(?P<names>(?&names))(?:等?同志|女士|先生)?(?:的|不再(?:担任|兼任|任))(?P<office>(?&office))(?:职务)?(?:（[^（）]{2,20}）)?",
    names=_NAMES,
    office=_OFFICE,
    matches=[
        ("韩庆林的青禾县水利局局长职务", {"names": "韩庆林", "office": "青禾县水利局局长"}),
        ("韩庆林同志不再担任县水利局局长职务", {"names": "韩庆林", "office": "县水利局局长"}),
        ("韩清（女）的县水利局局长职务", {"names": "韩清（女）", "office": "县水利局局长"}),
        ("韩庆林等同志不再任县长（试用期）", {"names": "韩庆林", "office": "县长"}),
        (
            "韩庆林、方雨桐女士不再兼任县水利局局长职务（老旧小区加装电梯改造工程、居家养老服务设施）",
            {"names": "韩庆林、方雨桐", "office": "县水利局局长职务（老旧小区加装电梯改造工程、居家养老服务设施）"},
        ),
        ("韩庆林先生不再担任县水利局局长职务", {"names": "韩庆林"}),
    ],
    rejects=["韩庆林为局长"],
    method="fullmatch",
)
_VERB = pattern(
    r"(?:[一-龥]{0,12}?决定|批准|经研究|同意|提请)?(?:(?P<remove>免去|解聘|撤销)|(?P<appoint>任命|聘任|聘请|提名))",
    matches=[
        *(("决定免去", {"remove": "免去"}), ("任命江一舟为局长", {"appoint": "任命"}), "县政府决定任命", "提请任命"),
        *("批准任命", "同意任命", "决定解聘", "决定聘请", "决定聘任", "决定撤销", "决定提名", "经研究任命"),
    ],
    rejects=["江一舟为局长", "城乡公共交通服务体系和水渠决定任命"],
    method="match",
)
_CLAUSE = pattern(
    r"[^：；。，\s]{2,90}",
    matches=[
        ("任命：江一舟为局长；", "任命"),
        (
            (
                "老旧小区加装电梯改造工程、农村生活垃圾分类收集转运、沿河两岸防洪排涝设施建设、农村中小学校食堂卫"
                "生整治、城乡公共交通线路优化调整、农村生活垃圾分类收集转运、城乡公共交通服务体系、水渠。"
            ),
            (
                "老旧小区加装电梯改造工程、农村生活垃圾分类收集转运、沿河两岸防洪排涝设施建设、农村中小学校食堂卫"
                "生整治、城乡公共交通线路优化调整、农村生活垃圾分类收集转运、城乡公共交通服务体系、水"
            ),
        ),
    ],
    rejects=["；。", "县。"],
)


def find_appointments(blocks: Sequence[Block]) -> Iterator[AppointmentDraft]:
    """Find the appointments and removals of a text.

    Args:
        blocks: Its lines.

    Yields:
        A draft for each person and office, in order.
    """
    action: Action | None = None
    for block in blocks:
        label = match_label(block.folded)
        for clause in _CLAUSE.finditer(block.folded, label.body if label else 0):
            start = clause.start()
            verb = _VERB.match(clause[0])
            if verb:
                action = "remove" if verb["remove"] else "appoint"
                start += verb.end()
            yield from _of_clause(block, start, clause.end(), action)


def _of_clause(block: Block, start: int, end: int, action: Action | None) -> Iterator[AppointmentDraft]:
    """The persons of a clause, each with the office."""
    removed = _REMOVED.fullmatch(block.folded, start, end)
    appointed = None if removed or action == "remove" else _APPOINTED.fullmatch(block.folded, start, end)
    found = removed or appointed
    if found is None:
        return
    names = _JOINT.split(_SEX.sub("", found["names"]))
    if not all(is_name(name) for name in names):
        return
    office = block.text[slice(*found.span("office"))].strip()
    for name in names:
        yield {
            "action": "remove" if removed else "appoint",
            "name": name,
            "office": office,
            "span": (block.start + found.start(), block.start + end),
        }


_SEX = pattern(
    r"（[男女][^（）]{0,12}）",
    matches=["韩清（女）", "韩清（女，回族）", "韩清（男）"],
    rejects=["韩清（代理）", "韩清（女城乡公共交通服务体系、水渠）"],
)
"""What some lists print behind a name."""

_JOINT = pattern(r"[、和]", matches=["江一舟、罗小满", "江一舟和罗小满"], rejects=["江一舟"])
