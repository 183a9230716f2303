"""Appointments and removals (任免): who gets or loses which office.

    appointment ::= ("任命" | "聘任")? name ("、" name)* 同志? ("为" | "任") office
    removal     ::= "免去" name 同志? "的"? office 职务? | name 同志? "不再担任" office 职务?

A heading that ends with a colon (决定任命：, 免去：) says what holds for the lines below it.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.pattern import pattern
from policyparse.language.labels import match_label
from policyparse.language.names import is_name
from policyparse.model.official import AppointmentDraft
from policyparse.page.blocks import Block

Action = Literal["appoint", "remove"]

_NAMED = r"[一-龥·]{2,12}?(?:（[男女][^（）]{0,12}）)?"
_NAMES = pattern(
    r"(?&named)(?:、(?&named)){0,8}(?:和(?&named))?",
    named=_NAMED,
    method="fullmatch",
    matches=[
        *("江一舟", "江一舟（女，回族）和罗小满", "姜若谷、江一舟（女）、罗小满", "姜若谷（男）、罗小满", "李和平"),
        "姜若谷、罗小满和江一舟",
    ],
    rejects=[
        *("丁", "江一舟（代）", "江一舟（女，汉族，中共党员，1980年5月生）", "买买提·阿不都热合曼·艾山江"),
        "江一舟、罗小满、王小明、李晓红、张三丰、赵一曼、钱三强、孙中良、周小川、吴启明、郑建国",
    ],
)
"""Names of which one thing is said; 和 stands once, before the last, for a name may hold it (李和平)."""
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
            "江一舟同志任市财政局局长（试用期自2024年5月1日起至2025年4月30日止）",
            {"office": "市财政局局长（试用期自2024年5月1日起至2025年4月30日止）"},
        ),
        ("江一舟担任县水利局局长职务", {"office": "县水利局局长"}),
    ],
    rejects=[
        *("江一舟的职务", "丁立为长", "丁为青禾县教育局局长", "江一舟、丁、李和王担任县水利局局长"),
        (
            "丁立为县人民政府党组成员、副县长、县公安局党委书记、局长、督察长、县委政法委员会副书记、县禁毒工作领导小"
            "组副组长、县道路交通安全联席会议召集人、县森林防火指挥部副指挥长"
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
            "韩庆林、方雨桐女士不再兼任县水利局局长职务（自2024年5月1日起不再领取兼职取酬并办理交接）",
            {"names": "韩庆林、方雨桐"},
        ),
        ("韩庆林同志不再任县长（代）", {"office": "县长（代）"}),
        ("韩庆林先生不再担任县水利局局长职务", {"names": "韩庆林"}),
    ],
    rejects=["韩庆林为局长"],
    method="fullmatch",
)
_VERB = pattern(
    r"(?:[一-龥]{0,30}?决定|批准|经研究|同意|提请)?(?:(?P<remove>免去|解聘|撤销)|(?P<appoint>任命|聘任|聘请|提名))",
    matches=[
        *(("决定免去", {"remove": "免去"}), ("任命江一舟为局长", {"appoint": "任命"}), "县政府决定任命", "提请任命"),
        *("批准任命", "同意任命", "决定解聘", "决定聘请", "决定聘任", "决定撤销", "决定提名", "经研究任命"),
    ],
    rejects=["江一舟为局长", "县第十八届人民代表大会常务委员会第二十次会议根据县人民政府县长江一舟的提请决定任命"],
    method="match",
)
_CLAUSE = compiled(r"[^：；。，\s]{2,90}")


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
    rejects=["韩清（代理）", "韩清（女，汉族，中共党员，1980年5月生）"],
)
"""What some lists print behind a name."""

_JOINT = pattern(r"[、和]", matches=["江一舟、罗小满", "江一舟和罗小满"], rejects=["江一舟"])
