"""Public bodies: names by their composition, and their kinds.

    name   ::= owner? stem? ending
    ending ::= a word of a kind (人民政府, 法院, 大学) | a unit of the owner (办公室, 委员会) | one character (局, 馆)

A name is never listed whole: region, stem and ending compose. The endings are in `knowledge/bodies.toml`, one group
a kind.
"""

import re
from functools import lru_cache
from typing import Literal, get_args

from policyparse.knowledge import pattern
from policyparse.knowledge.characters import HAN
from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.lexicon import alternatives

BodyKind = Literal[
    "government",
    "court",
    "procuratorate",
    "congress",
    "consultative_conference",
    "party",
    "company",
    "media",
    "school",
    "association",
    "institution",
    "military",
]
"""What a body is."""

NAME_LENGTH = 60
"""Maximum length of the name of a body, in characters."""

_LINE_LENGTH = 120
"""Maximum length of a line of names, in characters."""

_KINDS: tuple[BodyKind, ...] = get_args(BodyKind)
_SIGNS: tuple[BodyKind, ...] = ("government", "company", "institution")


def body_endings(*kinds: BodyKind) -> str:
    """The source of an expression that matches the ending of a name, for `(?&name)` of a pattern.

    Args:
        kinds: The kinds of bodies; without one all kinds, and the units of a body.
    """
    groups = [f"bodies.{kind}" for kind in kinds or _KINDS]
    groups += [f"bodies.{kind}_signs" for kind in _SIGNS if not kinds or kind in kinds]
    groups += [] if kinds else ["bodies.units"]
    return "|".join(map(alternatives, groups))


def _endings_by_kind() -> str:
    """Each kind's words and signs, and the units, as named groups."""
    groups = [*_KINDS, *(f"{kind}_signs" for kind in _SIGNS), "units", "places"]
    return "|".join(f"(?P<{group}>{alternatives(f'bodies.{group}')})" for group in groups)


_ENDING = pattern(
    r"(?&ending)$",
    ending=_endings_by_kind,
    matches=[
        *(("青禾县人民法院", {"court": "人民法院"}), ("青禾县水务局", {"government_signs": "局"})),
        *(("青禾县人大常委会办公室", {"units": "办公室"}), ("青禾县云溪镇", {"places": "镇"})),
    ],
    rejects=["青禾县人民法院院长", "总体布局", "青禾县法院判决"],
)
_OWNER = pattern(
    r".*(?&ending)",
    ending=lambda: "|".join(f"(?P<{kind}>{alternatives(f'bodies.{kind}')})" for kind in _KINDS),
    matches=[("市委宣传", {"party": "市委"}), ("中共青禾县人大常委会法制", {"congress": "常委会"})],
    rejects=["青禾县水务"],
)
"""The last word of a kind in what stands before a unit: whose unit it is."""

_NAME = compiled(rf"[{HAN}A-Za-z0-9（）()·“”、 -]{{2,{NAME_LENGTH}}}")
_NO_NAME = pattern(
    r"的|了(?!望)",
    matches=["青禾县的法院", "撤销了法院"],
    rejects=["青禾县法院", "青禾县了望台"],
)
"""What the name of a body does not hold."""

_BREAK = compiled(r"[ 、]{1,20}")
_SET_APART = compiled(r"\S(?:\s{1,6}\S){1,20}")


def kind_of_body(text: str) -> BodyKind | None:
    """What the body is whose name a text is as a whole.

    A unit has the kind of the body that it is a part of: 市人大常委会办公室 is of a congress, 办公室 of a government.

    Args:
        text: Width-folded text.

    Returns:
        The kind; None where the text is no name of a body, a place among them.
    """
    ending = _match_ending(text)
    return None if ending is None or ending.lastgroup == "places" else _kind(text, ending)


@lru_cache(maxsize=4096)
def is_body(text: str) -> bool:
    """Whether a text as a whole is the name of a body: 青禾县水务局, 中国证监会, 市档案馆.

    Args:
        text: Width-folded text.
    """
    ending = _match_ending(text)
    return ending is not None and ending.lastgroup != "places"


@lru_cache(maxsize=4096)
def acts_as_body(text: str) -> bool:
    """Whether a text as a whole is the name of a body, or of a place whose authorities go by its name: 云溪镇, 高新区.

    Args:
        text: Width-folded text.
    """
    return _match_ending(text) is not None


def is_body_line(line: str) -> bool:
    """Whether a line is the name of a body, or of several with spaces or 、 between them; 国 务 院 is one.

    Args:
        line: Width-folded line.
    """
    names = _BREAK.split(without_gaps(line))
    return len(line) <= _LINE_LENGTH and all(map(is_body, names))


def without_gaps(line: str) -> str:
    """A line whose characters are set apart, without the spaces between them: 国 务 院; other lines as they are."""
    return "".join(line.split()) if _SET_APART.fullmatch(line) else line


def _match_ending(text: str) -> re.Match[str] | None:
    if not _NAME.fullmatch(text) or _NO_NAME.search(text):
        return None
    ending = _ENDING.search(text)
    return None if ending is None or (ending.start() == 0 and len(text) == 1) else ending


def _kind(text: str, ending: re.Match[str]) -> BodyKind:
    group = str(ending.lastgroup)
    if group in _KINDS:
        return group
    owner = _OWNER.match(text, 0, ending.start())
    if owner:
        return owner.lastgroup  # type: ignore[return-value]
    return group.removesuffix("_signs") if group.endswith("_signs") else "government"  # type: ignore[return-value]


_BEFORE = pattern(
    r"(?:会议|活动|大会|仪式)由|(?:采访|会见|听取|介绍|邀请|通报|任命|专访|连线|对话)了?|来看对?|以及|的|了(?!解)",
    matches=[
        *("会议由", "活动由", "大会由", "仪式由", "采访", "会见", ("听取了", "听取了"), "介绍", "邀请", "通报"),
        *("任命", "专访", "连线", "对话", "来看", ("来看对", "来看对"), "以及", "的", "了"),
    ],
    rejects=["由青禾县", "了解青禾县"],
)
"""Words in front of a name that are no part of it."""

_AT_START = pattern(
    r"(?:并|受|经|据|与|同|由|和|及|当日|当天|近日|日前|今天|昨天|随后|会上|上午|下午|来自|作为|应约|应邀|会见|在(?=全国|中国|省|市)"
    r"|邀请|请|\d{1,2}月|\d{1,2}日|\s)+",
    method="match",
    matches=[
        *("并", "受", "经", "据", "与", "同", "由", "和", "及", "当日", "当天", "近日", "日前", "今天", "昨天"),
        *("随后", "会上", "上午", "下午", "来自", "作为", "应约", "应邀", "会见", "邀请", "请", " ", "在全国"),
        *("在中国", "在省", "在市", ("3月", "3月"), ("12月15日", "12月15日"), ("近日，", "近日")),
    ],
    rejects=["在云溪", "月坛", "日照市", "100日", "100月"],
)


def body_at_end(text: str) -> str | None:
    """The body at the end of a text, without words before it that are no part of its name.

    Args:
        text: Width-folded text that ends where the name ends.

    Returns:
        The name, or None where nothing is left.
    """
    start = 0
    for match in _BEFORE.finditer(text):
        start = match.end()
    leading = _AT_START.match(text, start)
    return text[leading.end() if leading else start :].strip() or None


_OF_DIVISION = pattern(
    r"(?P<level>[省市区县州盟旗])(?:人民)?政府(?P<office>办公[厅室])?",
    method="fullmatch",
    matches=[
        *("省政府", "市政府", "区政府", "县政府", "州政府", "盟政府", "旗政府", "省人民政府"),
        *(("市政府办公室", {"office": "办公室"}), ("省政府办公厅", {"office": "办公厅"})),
    ],
    rejects=["青禾县政府", "政府", "镇政府", "市政府办公桌"],
)
"""A government that is named by its level alone."""

_DEPARTMENT = pattern(
    r"(?P<level>[省市区县州盟旗])(?!政府|人民政府)(?P<field>[一-鿿]{2,12})(?P<ending>局|厅|委员会|委|办公室|支队|总队)",
    method="fullmatch",
    matches=[
        ("市工信局", {"level": "市", "field": "工信", "ending": "局"}),
        *(("县市场监督管理局", {"field": "市场监督管理"}), ("市发改委", {"field": "发改", "ending": "委"})),
        *("省水利厅", "市金融工作办公室", "区城市管理委员会", "市消防救援支队", "省消防救援总队", "盟发改委"),
        *("旗发改委", "州发改委"),
    ],
    rejects=[
        *("望川市工信局", "市政府", "市人民政府办公室", "市局", "工信局", "市政府办公室"),
        *("县国有资产监督管理和金融发展服务局", "县农局"),
    ],
)
"""A department that is named by the level of its government alone."""

_FULL_FIELDS = {
    "工信": "工业和信息化",
    "发改": "发展和改革",
    "人社": "人力资源和社会保障",
    "住建": "住房和城乡建设",
    "卫健": "卫生健康",
    "市监": "市场监督管理",
    "市场监管": "市场监督管理",
    "文旅": "文化和旅游",
    "城管": "城市管理",
    "医保": "医疗保障",
    "退役军人": "退役军人事务",
}
"""Short names of departments, each with the one that the reform of 2018 gave it (国发〔2018〕6号, 国发〔2023〕5号)."""

_NO_DIVISION = pattern(
    r"^(?:关于|印发|修改|废止|公布|发布|转发)|(?:[城都本全各]市|[本全各][省县州]|[城园社小校景辖灾地片]区)$",
    matches=[
        *("城市", "大都市", "本市", "全市", "各市", "本省", "全省", "各省", "本县", "本州", "老城区", "园区"),
        *("社区", "小区", "校区", "景区", "辖区", "灾区", "地区", "片区", "关于望川市", "印发望川市", "修改望川市"),
        *("废止望川市", "公布望川市", "发布望川市", "转发望川市"),
    ],
    rejects=["望川市", "云江省", "青禾县", "北桥区", "本市场", "省政府印发望川市"],
)
_DIVISION_LENGTH = 12
"""Maximum length of the name of a division with those above it, in characters."""


def with_division(name: str, title: str) -> str:
    """The full name of a body that is named by its level.

    省政府 under 云江省节水条例 is 云江省人民政府, 市工信局 under 望川市技术改造办法 is 望川市工业和信息化局.

    Args:
        name: The name as printed, width-folded.
        title: The title of the document, which opens with the division.

    Returns:
        The full name; the name as printed where it is full already, or where the title opens with no such division.
    """
    short = _OF_DIVISION.fullmatch(name)
    department = None if short else _DEPARTMENT.fullmatch(name)
    found = short or department
    division = title[: title.find(found["level"]) + 1] if found else ""
    if found is None or not 2 <= len(division) <= _DIVISION_LENGTH or _NO_DIVISION.search(division):
        return name
    if department is None:
        return f"{division}人民政府{found['office'] or ''}"
    field, ending = department["field"], department["ending"]
    return division + _FULL_FIELDS.get(field, field) + ("委员会" if ending == "委" else ending)
