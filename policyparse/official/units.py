"""Units (单位): the bodies that a list names, one by one.

    units ::= unit (("、" | "，" | "；" | "和" | "与" | "及" | "会同") unit)* ("等" kind?)?

A joint parts two units only where the first is complete: 各省、自治区、直辖市人民政府 is one, and so is
人力资源和社会保障局.
"""

from policyparse.knowledge.characters import COUNT
from policyparse.knowledge.pattern import pattern
from policyparse.language.bodies import acts_as_body
from policyparse.model.base import Extent

_SHARED = ("人民政府", "政府", "党委")
"""How what follows a joint begins where it goes with the words before the joint."""

UNIT_LENGTH = 40
"""Maximum length of the name of a unit, in characters."""

_KIND = pattern(
    r"(?&letters.kinds_of_units)$",
    matches=["市政府各部门", "石英代表", "市直有关单位", ("各部门", "部门")],
    rejects=["现通知如下", "现就有关事项", "人力资源"],
)
_BRACKET = pattern(
    r"[（〔][^（）〔〕]{1,40}[）〕]$",
    matches=[("市直有关单位（名单附后）", "（名单附后）")],
    rejects=[
        *("县（区）人民政府", "市直单位（）"),
        "市直单位（名单见附件，含垂直管理单位、驻县单位、县属国有企业、各人民团体、各民主党派县委和县工商联）",
    ],
)
_DIVISION = pattern(
    r"各?(?:中央|州|盟|旗|乡|苏木|乡镇|镇|街道|[一-龥]{0,3}[省市县区])$",
    matches=[
        *("各省", "自治区", "各市", "青禾县", "各州", "镇", "省", "盟", "旗", "市", "县", "区", "街道", "乡镇"),
        *("青禾省", "青禾市", "青禾区", "各乡", "各苏木", "中央"),
    ],
    rejects=["各县（区）人民政府", "市体育局", "各乡镇人民政府", "城乡供水县", "党中央", "城乡"],
    method="match",
)
"""A division that stands for its government only with what follows: 各省、自治区、直辖市人民政府."""

_JOINT = pattern(
    r"[，,；;、]|会同|以及|[和与及](?!其)",
    matches=[
        *("市教育局和市财政局", "市教育局会同市财政局", "甲局、乙局", ("厅以及局", "以及"), "市教育局及市财政局"),
        "市教育局与市财政局",
    ],
    rejects=["市教育局及其所属学校"],
)
_SHORT = pattern(
    r"[委办局厅部院署行司](?:[、，；]|和|$)",
    method="match",
    matches=[
        *(("办、局", "办、"), ("局", "局"), ("厅，各", "厅，"), ("局和直属", "局和"), ("办；", "办；")),
        *("委、办、局", "部、委", "院、所", "署和", "行、社", "司，"),
    ],
    rejects=["办公室", "局机关", "委员会"],
)
"""The last word of a unit alone, which goes with the words before the joint: 市政府各委、办、局."""

_OTHERS = pattern(
    r"等(?:(?&count)个)?(?:市直|省直|区直|县直)?(?:有关|相关|成员|各)?(?:部门|单位|部门和单位|部门、单位|地区|地方|机构)?$",
    count=rf"[{COUNT}]{{1,3}}",
    matches=[
        *(("市教育局等有关部门", "等有关部门"), ("市教育局等", "等"), ("市教育局等5个部门", "等5个部门")),
        *("市教育局等市直机构", "市教育局等12个省直部门、单位", "市教育局等县直", "市教育局等区直"),
        *("市教育局等成员单位", "市教育局等各部门", "市教育局等相关部门", "市教育局等5个地方", "市教育局等5个地区"),
        *("市教育局等5个单位", "市教育局等5个部门和单位"),
    ],
    rejects=["市教育局等级评定", "中等学校", "市教育局等个部门", "市教育局等2025个部门"],
)

_NO_UNIT = pattern(
    r"以[下上]|包括|不?含|其中|例?如|即|下称|简称|适用|指的?是|[对向给把被将]|不|已|未|可|应|须|要",
    matches=[
        *("以下简称自贸区", "含市直单位", "适用范围为各县", "被", "如", "指是", "要", "未", "应", "已", "可", "即"),
        *("简称", "包括", "其中", "例如", "下称", "指的是", "不予登记", ("不含市直单位", "不含"), "须具备下列条件"),
        *("以上简称自贸区", "给技改投入给予补助", "把技改投入给予补助", "对技改投入给予补助", "向技改投入给予补助"),
        "将户外广告工作纳入年度考核",
    ],
    rejects=["各县", "市教育局"],
    method="match",
)
"""How the name of no unit begins."""


_ROUND = str.maketrans("〔〕", "（）")
_OPENING, _CLOSING = "（〔[", "）〕]"


def split_units(folded: str) -> list[Extent]:
    """The offsets of the units that a list names.

    Args:
        folded: Width-folded list, without its label and its final mark.
    """
    found: list[Extent] = []
    begin, depth = 0, 0
    joints = {joint.start(): joint.end() for joint in _JOINT.finditer(folded)}
    at = 0
    while at <= len(folded):
        mark = folded[at] if at < len(folded) else ""
        depth += (mark in _OPENING) - (mark in _CLOSING) if mark else 0
        after = joints.get(at) if mark else at + 1
        if after is None or (depth and mark) or (mark and not _parts(folded, begin, at, after)):
            at += 1
            continue
        extent = _trimmed(folded, begin, at)
        if extent[0] < extent[1]:
            found.append(extent)
        begin = at = after
    return found


def _parts(folded: str, begin: int, at: int, after: int) -> bool:
    """Whether a joint parts two units."""
    name = folded[begin:at].strip()
    if folded[at] in "，,；;":
        return True
    if folded.startswith(_SHARED, after) or _SHORT.match(folded, after):
        return False  # 各乡镇党委和人民政府 share what stands before
    return is_unit(name) and not _DIVISION.fullmatch(name.rsplit("、", 1)[-1])


def _trimmed(folded: str, begin: int, end: int) -> Extent:
    """A unit without the spaces around it and 等有关部门 behind it."""
    others = _OTHERS.search(folded, begin, end)
    if others and others.start() > begin and is_unit(folded[begin : others.start()]):
        end = others.start()
    while begin < end and folded[begin] == " ":
        begin += 1
    while begin < end and folded[end - 1] in " 。":
        end -= 1
    return begin, end


def is_unit(name: str) -> bool:
    """Whether a name is that of a body or of a kind of them, by its ending: 市工信局, 各区人民政府, 各有关部门."""
    bracket = _BRACKET.search(name)
    bare = name[: bracket.start()] if bracket else name
    if not 2 <= len(bare) <= UNIT_LENGTH or _NO_UNIT.match(bare):
        return False
    return acts_as_body(bare.translate(_ROUND)) or bool(_KIND.search(bare))
