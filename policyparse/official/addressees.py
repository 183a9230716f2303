"""Addressees (主送机关) and copies (抄送): to whom an official document goes.

    addressee ::= receiver (("，" | "、" | "；") receiver)* "："
    copies    ::= ("抄送" | "抄报" | "分送") "：" receiver (… receiver)* "。"

Source: GB/T 9704-2012, 7.3.2 and 7.4.2.
"""

from policyparse.knowledge.characters import SMALL_ORDINAL
from policyparse.knowledge.pattern import pattern
from policyparse.official.units import is_unit, split_units

ADDRESSEE_LENGTH = 400
"""Maximum length of the line of the addressees, in characters."""

_NO_RECEIVER = pattern(
    r"(?:为了?|根据|现[就将]|经(?!济|信|贸|开|发|理)|按照?|依[据照]|鉴于|近[期来]|目前|今年|其中|会议|本[局厅部委院会]|我[局厅部委院会]|[0-9（①]|(?&number)[、是])",
    number=rf"[{SMALL_ORDINAL}]{{1,3}}",
    matches=[
        *("为加强管理，我局", "根据有关部门", "现将有关单位", "一、责任单位", "（一）有关单位", "近来", "本部"),
        *("我部", "依照", "按有关单位", "本委", "本厅", "本会", "我委", "我厅", "我会", "鉴于有关单位"),
        *("近期有关单位", "目前有关单位", "本院有关单位", "本局有关单位", ("按照有关单位", "按照"), "我院有关单位"),
        *("我局有关单位", "其中有关单位", "依据有关单位", "会议有关单位", "今年有关单位", "一是责任单位"),
        *(("为了加强养犬工作", "为了"), "现就有关事项通知如下：", "经营者应当遵守下列规定："),
    ],
    rejects=[
        *("各区人民政府", "经济和信息化局", "市政府各部门", "经理", "经贸委", "经开区", "经发局", "经信局"),
        *("、责任单位", "二十三二、责任单位"),
    ],
    method="match",
)
COPIES = pattern(
    r"(?:抄 {0,4}[送报]|分 {0,4}送) {0,2}[：:] {0,4}(?P<receivers>.{2,400}?)。?$",
    matches=[
        *(("抄送：市委各部门，市人大办。", {"receivers": "市委各部门，市人大办"}), "抄  报：省政府"),
        *(("抄送：省。", {"receivers": "省。"}), "分送：省政府", ("抄  报：     省政府", {"receivers": " 省政府"})),
        *("分 送：省政府", "抄  报 ：省政府"),
    ],
    rejects=["抄送有关部门。", "分送样品", "分     送 :省政府", "抄  报   ：省政府", "抄     报：省政府"],
    method="match",
)
"""The line that names who gets a copy."""


def is_addressee(line: str) -> bool:
    """Whether a line is that of the addressees: 各县（区）人民政府，市政府各部门：.

    Args:
        line: Width-folded line.
    """
    if line[-1:] != "：" or len(line) > ADDRESSEE_LENGTH or any(mark in line for mark in "。！？《》"):
        return False
    receivers = split_units(line[:-1])
    if _NO_RECEIVER.match(line) or not receivers:
        return False
    last = line[slice(*receivers[-1])]
    return is_unit(last) or is_unit(last.rsplit("、", 1)[-1])


def receivers_of(text: str, folded: str) -> list[str]:
    """The receivers that a list names, one by one, as printed.

    Args:
        text: The list, without label and final mark.
        folded: The same, width-folded.
    """
    return [text[slice(*extent)] for extent in split_units(folded)]
