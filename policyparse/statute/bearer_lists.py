"""Joint bearers (共同义务主体), one by one: what the members of a list share is given to each of them.

    bearers ::= member (joint member)*
    joint   ::= "、" | 和 | 与 | 及 | 以及 | 及其 | 或 | 或者 | 暨

市和区人民政府及其有关部门 is 市人民政府, 区人民政府, 有关部门; 任何单位和个人 is 任何单位, 任何个人.
A joint inside an attribute (申请捕捞许可以及水域使用许可的单位), in brackets or in the name of a department
(工业和信息化部门) separates nothing.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from policyparse.knowledge.compiled import compiled
from policyparse.knowledge.lexicon import words
from policyparse.knowledge.pattern import pattern
from policyparse.statute.actor_names import is_office

EndsAsActor = Callable[[str], bool]

_JOINT = pattern(
    r"[、，]|及其(?!他)(?=.)|以及(?!其他$)|或者|(?<![中共])[和与及或暨](?![解睦时国])",
    matches=[
        *"甲、乙 甲，乙 单位和个人 单位与个人 政府及部门 单位或个人 委员会暨办公室".split(),
        *(("政府及其部门", "及其"), ("政府以及部门", "以及"), ("单位或者个人", "或者"), ("部门及其他单位", "及")),
        *(("政府以及其他", "及"), ("政府以及其他甲", "以及"), ("及其", "及")),
    ],
    rejects=["和解人", "和睦", "及时", "共和国", "和国", "中和街", "公共与个人"],
)
_DEPARTMENT = pattern(
    r"(?&norms.joint_departments)(?=.{0,10}(?:部门|机关|机构|[局厅委]))",
    matches=(
        "市工业和信息化主管部门 县住房和城乡建设局 省发展和改革委 人力资源和社会保障厅 文化和旅游机关 文化和旅游机构"
    ).split(),
    rejects=["工业和信息化水平", "工业和信息化融合发展中的若干重大关键部门"],
)
_BRACKET = compiled("（[^（）]{0,60}）")
_DETERMINER = pattern(
    r"(?:其他)?(?:任何|有关|相关|所有|一切)|其他",
    method="match",
    matches=[
        *"任何单位 有关部门 相关企业 所有单位 一切组织".split(),
        *(("其他有关部门", "其他有关"), ("其他单位", "其他")),
    ],
    rejects=["各单位", "本市单位"],
)
_GENERIC = frozenset(("单位", "个人", "组织", "企业", "团体", "机构", "部门", "人员", "公民", "机关"))
"""Nouns that say nothing of who is meant without what stands before them."""

_INDIVIDUAL = "个人"
_DIVISION = pattern(
    r"(?:设区的|县级以上|不设区的|所在地|各)?(?:区县|县区|市县|旗县|乡镇|[省市县区乡镇旗州盟国]|自治[区州县旗]|直辖市|市辖区|街道|[省市县区乡镇]级)(?:（[省市县区乡镇旗自治、，]{1,12}）)?",
    method="fullmatch",
    matches=[
        *(
            "区县 县区 市县 旗县 乡镇 区县（市） "
            "省 市 县 区 乡 镇 旗 州 盟 国 自治区 自治州 自治县 自治旗 直辖市 市辖区 街道 省级 市级 县级 区级 "
            "乡级 镇级 设区的市 县级以上省 不设区的市 所在地县 各县 县（市、区） 县（自治县、旗） 乡（镇） "
            "区（县，市）"
        ).split(),
        *("乡（省）", "乡（乡）"),
    ],
    rejects=["东屏市", "市人民", "县（一）", "乡（）", "乡（县县县县县县县县县县县县县）"],
)
"""The name of a kind of division, which takes the head of the next member: 市和区人民政府."""

_OWNER = pattern(
    r".{0,40}?(?:人民政府|国务院)|[国省市县区州旗乡镇]|本(?:[省市县区州]|自治区)",
    method="match",
    matches=[
        *"国土资源 省水利 县公安 区教育 州民政 旗民政 乡农业 镇农业".split(),
        *(("县级以上人民政府发展改革", "县级以上人民政府"), ("国务院水利", "国务院"), ("市财政", "市")),
        *(("本市财政", "本市"), ("本自治区财政", "本自治区"), "本省财政", "本州财政", "本县财政", "本区财政"),
    ],
    rejects=[
        *("财政", "公安机关"),
        "负责机动车停放服务收费、道路停车泊位设置以及停车信息化建设等监督管理工作职责并且隶属于国务院",
    ],
)
"""To whom departments belong: all of a list that shares its head."""

_FIELD_END = pattern(
    r"(?:等?(?:有关|相关|各)|等|[两三四]级)$",
    matches=[
        *(("水务等", "等"), ("公安等有关", "等有关"), ("农业相关", "相关"), ("公安等各", "等各")),
        *(("市、区两级", "两级"), "省市县三级", "四级"),
    ],
    rejects=["公安", "一级", "有关公安"],
)
"""What stands between the last field and the head: 公安等有关|部门, 区两级|人民政府."""

_FIELD_LENGTH = 24
"""Maximum length of the field of a department or of its owner and field, in characters."""


def find_shared_head(text: str) -> str | None:
    """The head that departments share at the end of a text: 部门 of 财政、水务等部门, 主管部门 of 水务主管部门."""
    groups = ("norms.shared_heads", "bodies.government", "bodies.court", "bodies.procuratorate", "bodies.units")
    ends = [head for group in groups for head in words(group) if text.removesuffix("应当").endswith(head)]
    return max(ends, key=len, default=None)


def split_bearers(printed: str, ends_as_actor: EndsAsActor) -> list[str]:
    """The bearers of a norm, one by one.

    Args:
        printed: The bearer as printed, folded.
        ends_as_actor: Whether a text ends as the name of an actor does.
    """
    members = _members(printed, ends_as_actor)
    members = _with_heads(members, ends_as_actor)
    return list(dict.fromkeys(_with_attributes(members)))


def _members(printed: str, ends_as_actor: EndsAsActor) -> list[str]:
    """The stretches between the joints that separate bearers."""
    bare = _BRACKET.sub(lambda bracket: "（" * len(bracket[0]), printed)
    bare = _DEPARTMENT.sub(lambda name: "部" * len(name[0]), bare)
    edges = [(0, 0)]
    joints = [joint.span() for joint in _JOINT.finditer(bare)]
    for index, (start, end) in enumerate(joints):
        following = joints[index + 1][0] if index + 1 < len(joints) else len(printed)
        left, right = printed[edges[-1][1] : start], printed[end:]
        if _separates(left, printed[end:following], right, ends_as_actor):
            edges.append((start, end))
    edges.append((len(printed), len(printed)))
    found = (_BRACKET.sub(_kept_bracket, printed[end:start]) for (_, end), (start, _) in pairwise(edges))
    return [member.removesuffix("等").strip() for member in found if member.removesuffix("等").strip()]


def _kept_bracket(bracket: re.Match[str]) -> str:
    """A bracket that belongs to the name (（市、区）), not one that defines a short one (（以下简称…）)."""
    return "" if "称" in bracket[0] else bracket[0]


def _separates(left: str, member: str, right: str, ends_as_actor: EndsAsActor) -> bool:
    """Whether a joint stands between two bearers, not inside an attribute or between two owners (甲和乙的代表)."""
    if not left or not right:
        return False
    owned = right.find("的")
    if owned > 0 and ends_as_actor(right[:owned]) and "、" not in right[:owned]:
        return False
    if ends_as_actor(left):
        return True
    _, of, division = left.rpartition("的")
    if of and _DIVISION.fullmatch(division) and "的" not in right:
        return find_shared_head(right.removesuffix("等")) is not None  # 试点地区的省、市人民政府
    if "的" in left or "的" in right or not find_shared_head(right.removesuffix("等")):
        return False
    return _DIVISION.fullmatch(left) is not None or len(left) <= _FIELD_LENGTH


def _with_heads(members: list[str], ends_as_actor: EndsAsActor) -> list[str]:
    """Members that lack their head with that of the next one that has it, and the owner of the first given to all.

    市、县人民政府 gives both 人民政府; 市财政、水务等部门 both 市 and 部门.
    """
    done: list[str] = []
    first = 0
    for index, member in enumerate(members):
        bare = _is_bare(member, ends_as_actor)
        if bare and index + 1 < len(members):
            continue
        lacking = members[first:index]
        if not lacking:
            done.append(member)
        else:
            head = find_shared_head(member)
            if head is None:
                done += [*lacking, member]
                first = index + 1
                continue
            done += _completed([*lacking, _FIELD_END.sub("", member.removesuffix(head))], head)
        first = index + 1
    return done


def _is_bare(member: str, ends_as_actor: EndsAsActor) -> bool:
    return _DIVISION.fullmatch(member) is not None or is_office(member) or not ends_as_actor(member)


def _completed(fields: list[str], head: str) -> list[str]:
    """Fields or divisions with the head that they share, and with the owner that the first of them names."""
    if any(map(_DIVISION.fullmatch, fields)):
        division = _DIVISION.match(fields[-1])
        if division and division.end() < len(fields[-1]):  # 市和区|水行政主管部门
            head = fields[-1][division.end() :] + head
            fields = [*fields[:-1], division[0]]
        return [field + head for field in fields]
    owner = _OWNER.match(fields[0])
    named = owner[0] if owner and len(owner[0]) < len(fields[0]) else ""
    return [fields[0] + head, *(f if f.startswith(named) else named + f for f in (x + head for x in fields[1:]))]


def _with_attributes(members: list[str]) -> list[str]:
    """任何单位和个人, 取得许可的单位和个人, 用水单位和个人: what stands before the first noun holds for the second."""
    done = members[:1]
    for member in members[1:]:
        before = done[-1]
        if member in _GENERIC:
            attribute = _attribute(before, member)
            done.append(attribute + member)
        else:
            done.append(member)
    return done


def _attribute(before: str, member: str) -> str:
    determiner = _DETERMINER.match(before)
    if determiner:
        return determiner[0]
    of = before.rfind("的") + 1
    if of:
        return before[:of]
    noun = next((noun for noun in _GENERIC if before.endswith(noun)), "")
    return before.removesuffix(noun) if member == _INDIVIDUAL and noun else ""
